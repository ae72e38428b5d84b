"""A table of projects: its rows are the items of the list that the words over it announce."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.article import figures, members, naming, organs
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.directory import Organ
from tracker.article.listing import LISTY
from tracker.article.numerals import whole
from tracker.article.patterns.counted import BEHIND, COUNT, COUNT_BEHIND
from tracker.article.quantities import Quantity, quantities
from tracker.article.scene import Scene
from tracker.article.structure import Span
from tracker.article.tables import Cell, Row, Table

NAME = "table"
_ABOVE = 5  # lines above a table among which it is announced
_FAR_ABOVE = 40  # in a notice with its table at the end, where only the very number of the rows will do
_FIRST_LINE = compiled(r"[^，。；\n]+")
# 某镇2025年度民生微实事项目公示
_TITLE = compiled(r"(?:[一-龥]{2,10}?[省市县区旗镇乡道])?(?P<name>(?:20\d\d年度?)?[^，。；]{4,40}?(?:项目|实事|清单|任务|工程|事项))(?:公示|公告|一览表?|表)?")
_OF_ROWS = compiled(r"(?:项目|实事|清单|任务|工程|事项)”?$")
_OF_ANYBODY = compiled(r"(?:项目|实事|清单|任务|事项)”?$")
_GOVERNS = compiled(r"(?:政府|党委|省委|市委|区委|县委|人大|政协|办公[厅室])$")
_PLACE_HOLDER = compiled(r"(?:%|个百分点|倍|岁|元)$")


def find(scene: Scene) -> Iterator[Candidate]:
    """Every table that names things still to be done."""
    for table in scene.structure.tables:
        items = [_item(scene, row) for row in table.rows]
        if not items:
            continue
        announced = _announced(scene, table)
        if announced is None and all(item.lead for item in items):
            yield from _each(scene, table, items)
        else:
            yield _candidate(scene, table, items, announced)


def _each(scene: Scene, table: Table, items: list[Item]) -> Iterator[Candidate]:
    """The rows of a table that nothing calls a list: each is a deed of its own office, community or street."""
    for row, item in zip(table.rows, items, strict=True):
        cell = row.cells["owner"]
        lead = item.lead or ""
        owner = Organ(lead, cell.start, cell.start + len(lead), scene.directory.code(lead))
        own = replace(item, lead=None, joint=())
        yield Candidate(
            NAME, item.span, item.span.start, item.title, naming.single_kind(item.title), items=[own], due=item.due,
            owner=owner, joint=list(item.joint), extent=Span(row.start, row.end),
        )  # fmt: skip


def _candidate(scene: Scene, table: Table, items: list[Item], announced: tuple[Span, re.Match[str] | None] | None) -> Candidate:
    text = scene.text
    first = table.rows[0].cells["name"]
    place, count = announced or (Span(first.start, first.end), None)
    declared = whole(count["number"]) if count else None
    name = (
        naming.counted(count["number"], count["classifier"], count["phrase"])
        if count
        else text[place.start : place.end]
    )
    leads = {item.lead for item in items}
    found = Candidate(
        NAME,
        place,
        count.start("number") if count else place.start,
        naming.clean_name(name),
        naming.kind(name),
        declared,
        items=items,
        extent=Span(table.start, table.end),
        open_list=declared is not None and len(items) < declared,
    )
    if len(leads) == 1 and (lead := leads.pop()):
        cell = table.rows[0].cells["owner"]
        found.owner = organs.named(text, cell.start, cell.start + len(lead), scene.directory)
    return found


def _announced(scene: Scene, table: Table) -> tuple[Span, re.Match[str] | None] | None:
    """The words above that count the rows, else the nearest title that speaks of a list."""
    text = scene.text
    above = scene.structure.paragraphs[max(0, table.first - _FAR_ABOVE) : table.first]
    titled: Span | None = None
    for paragraph in reversed(above):
        near = paragraph.index >= table.first - _ABOVE
        for pattern in (COUNT, COUNT_BEHIND) if BEHIND.search(text, paragraph.start, paragraph.end) else (COUNT,):
            for match in pattern.finditer(text, paragraph.start, paragraph.end):
                if _counts_rows(match, len(table.rows), near) and not (_is_told(scene, match) or _is_anothers(scene, table, match) or _has_its_own(scene, table, match)):
                    return Span(match.start("number" if pattern is COUNT else "phrase"), match.end()), match
        words = _FIRST_LINE.match(text, paragraph.start, paragraph.end)
        if near and words and paragraph.heading and titled is None and LISTY.search(words[0]):
            listed = _TITLE.fullmatch(words[0])
            if not listed and text.find("。", words.end(), table.start) >= 0:
                continue  # the headline of a story
            titled = Span(*(words.start() + place for place in listed.span("name"))) if listed else Span(words.start(), words.end())
    if (below := _told_below(scene, table)) is not None:
        return Span(below.start("number"), below.end()), below
    return (titled, None) if titled is not None else None


def _told_below(scene: Scene, table: Table) -> re.Match[str] | None:
    """本清单共列64项指标, under a table that gives a part of them."""
    for line in scene.structure.paragraphs[table.last + 1 : table.last + 1 + _BELOW]:
        match = COUNT.search(scene.text, line.start, line.end)
        if match and (whole(match["number"]) or 0) >= len(table.rows) and _IN_ALL.search(scene.text, line.start, match.start("number")):
            return match
    return None


_BELOW = 3  # lines
_IN_ALL = compiled(r"(?:本|上述|以上|上列)[^，。；：\d]{0,8}(?:合?共|总计)(?:列|有|计|载)?$")


def _counts_rows(match: re.Match[str], rows: int, near: bool) -> bool:
    declared = whole(match["number"]) or 0
    return declared == rows or (near and declared > rows and bool(_OF_ROWS.search(match["phrase"])))


_TOLD = compiled(r"累计|已|去年|上年|以来|[共总]?完成")


def _is_told(scene: Scene, match: re.Match[str]) -> bool:
    """2025年累计实施项目688个: what was done before, and no number of the rows."""
    sentence = scene.structure.sentence_at(match.start("number"))
    return sentence is not None and _TOLD.search(scene.text, scene.clause_at(sentence, match.start("number")).start, match.start("number")) is not None


def _is_anothers(scene: Scene, table: Table, match: re.Match[str]) -> bool:
    """Whether the line tells of actions of an organ of which no row is: the headline of another article."""
    owner = scene.subject_before(match.start())
    sentence = scene.structure.sentence_at(match.start())
    if owner is None or sentence is None or owner.start < sentence.start or _OF_ANYBODY.search(match["phrase"]) or _GOVERNS.search(owner.name):
        return False
    rows = [names for row in table.rows if (names := _names(scene, row.cells.get("owner")))]
    return len(rows) == len(table.rows) and all(owner.name not in names for names in rows)


_SPELT_OUT = compiled(r"[”」]?(?:，?(?:分别是|包括|即))?：[^：\n]{4,}")  # 三件实事：一是…；二是…


def _has_its_own(scene: Scene, table: Table, match: re.Match[str]) -> bool:
    """食堂改造、护眼灯安装等六项工程: whether the line names members, and the table none of them."""
    text, number = scene.text, match.start("number")
    sentence = scene.structure.sentence_at(number)
    if sentence is None:
        return False
    if len(table.rows) != whole(match["number"]) and _SPELT_OUT.match(text, match.end(), scene.structure.paragraphs[sentence.paragraph].end):
        return True
    named = members.before(text, scene.predicate_start(scene.clause_at(sentence, number)), number, whole(match["number"]))[0]
    return len(named) > 1 and not any(text.find(text[one.start : one.end], table.start, table.end) >= 0 for one in named)


def _item(scene: Scene, row: Row) -> Item:
    name = row.cells["name"]
    title = naming.clean_name(scene.text[name.start : name.end].replace("\n", ""))
    quantity = next(
        (found for kind in ("name", "detail") if kind in row.cells and (found := _quantity(scene, row.cells[kind]))),
        None,
    )
    due = next(
        (day for kind in ("due", "detail", "status") if kind in row.cells and (day := _day(scene, row.cells[kind]))),
        None,
    )
    owners, helpers = (_names(scene, row.cells.get(kind)) for kind in ("owner", "helper"))
    lead = owners[0] if owners else None
    return Item(title, Span(name.start, name.end), quantity, due, lead, (*owners[1:], *helpers), _others(scene, row, quantity))


def _others(scene: Scene, row: Row, quantity: Quantity | None) -> tuple[Quantity, ...]:
    """The further figures of what the row says is done."""
    cells = [Span(cell.start, cell.end) for kind in ("name", "detail") if (cell := row.cells.get(kind)) is not None]
    return tuple(one for cell in cells for one in figures.besides(scene.text, cell, quantity))


def _quantity(scene: Scene, cell: Cell) -> Quantity | None:
    found = list(quantities(scene.text, cell.start, cell.end))
    if len(found) > 1 and _FROM.search(scene.text, cell.start, found[0].start) and _TO.fullmatch(scene.text, found[0].end, found[1].start):
        found = found[1:]  # 由480个减至200个: what there is to be
    return next((one for one in found if not _PLACE_HOLDER.search(one.unit)), next(iter(found), None))


_FROM, _TO = compiled(r"[由从](?:现有|原有|目前)?的?$"), compiled(r"[^，。；\d]{1,8}[至到为]")


def _day(scene: Scene, cell: Cell) -> Day | None:
    return scene.day_in_cell(cell.start, cell.end)


def _names(scene: Scene, cell: Cell | None) -> list[str]:
    return organs.names(scene.text[cell.start : cell.end].replace("\n", "、")) if cell else []
