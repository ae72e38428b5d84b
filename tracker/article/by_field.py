"""Members of a set that are told field by field or group by group: 教育方面，新建学校5所…; 涉及户政的有3项：A、B、C。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from tracker.article import members, naming, targets
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.listing import ACTION
from tracker.article.numerals import NUMBER, whole
from tracker.article.scene import Scene
from tracker.article.scheduling import dated_items
from tracker.article.structure import Sentence, Span, clauses


def take(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """The members that follow a counted set in groups of so many each, else in fields."""
    _by_group(scene, candidate, sentence)
    if not candidate.items:
        _by_field(scene, candidate, sentence)
    if not candidate.items:
        _by_line(scene, candidate, sentence)


# 涉及户政的有3项——A、B、C; 便民类5项，分别是A、B、C、D、E; 惠企类2项（A、B）
_GROUP = compiled(
    rf"(?:^|(?<=[。；\n]))(?:其中，?)?[^，。；：、（）\n\d]{{2,14}}?(?:的|类|方面|领域|上)?，?(?:共?有|共计?|为|是|推出|包括)?(?P<number>{NUMBER})[项件条个](?:便民|惠企|惠民|利企|为民)?(?:新?举措|措施|服务|实事|项目|事项)?"
    r"(?:，?(?:分别|具体|主要|依次)*(?:是|为|有|包括|即)[：:]?|[：:]|——|（)(?P<row>[^。；：（）\n]{4,300})",
    re.M,
)
_COUNTED = compiled(rf"{NUMBER}[项件条个][^，。；：\n]{{0,8}}(?:[：，（]|——|包括|分别|[是为有])")
# 此外，还包括A、B等
_BESIDES = compiled(r"(?:^|(?<=[。；\n]))(?:此外|另外|同时|除此之外)，?(?:还|也)?(?:包括|包含|涵盖|推出|有)(?:了|有)?(?P<row>[^，。；：\n]{4,120}?)(?:等[^，。；、]{0,6})?(?=[。；\n]|$)", re.M)


def _by_group(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """The members of groups that have their counts, of the fields between them and of what is told besides, as long as they are no more than declared."""
    paragraphs, declared = scene.structure.paragraphs, candidate.declared or 0
    start, line = sentence.end, paragraphs[sentence.paragraph]
    below = paragraphs[min(line.index + (line.end - start < 2), len(paragraphs) - 1)]
    end = min(below.end, start + _FAR)
    groups = list(_GROUP.finditer(scene.text, start, end)) if candidate.governed and _COUNTED.search(scene.text, start, end) else []
    rows = [members.split(scene.text, *group.span("row"), whole(group["number"])) for group in groups]
    full = [row for group, row in zip(groups, rows, strict=True) if len(row) == whole(group["number"])]
    if len(full) < _FEWEST_GROUPS or len(full) < len(groups) or sum(map(len, full)) > declared:
        return
    if any(not organ.generic for organ in scene.subjects_between(start, groups[-1].end())):
        return  # 县教育局有3项：…: of which each is somebody's own
    items = [targets.item(scene, part) for row in full for part in row]
    for more in _of_the_rest(scene, groups[0].start(), end):
        if len(items) + len(more) <= declared:
            items += more
    candidate.items = sorted(items, key=lambda item: item.span.start)
    candidate.open_list = len(items) < declared


_FEWEST_GROUPS = 2


def _of_the_rest(scene: Scene, start: int, end: int) -> Iterator[list[Item]]:
    """出入境方面，对…实行…，并增设…2台: what each field does; 此外，还包括A等: what is named besides."""
    for head in _FIELD.finditer(scene.text, start, end):
        stop = scene.text.find("。", head.end(), end)
        done = (_without_and(scene.text, clause) for clause in clauses(scene.text, head.end(), stop if stop >= 0 else end))
        yield [targets.item(scene, clause) for clause in done if ACTION.match(scene.text[clause.start : clause.end])]
    for besides in _BESIDES.finditer(scene.text, start, end):
        yield [targets.item(scene, part) for part in members.split(scene.text, *besides.span("row"))]


def _without_and(text: str, clause: Span) -> Span:
    return Span(clause.start + text.startswith(("并", "还", "再"), clause.start), clause.end)


_FIELD = compiled(r"(?:^|(?<=[。；\n]))在?[一-龥]{2,8}(?:方面|领域)[，：]", re.M)
_FIELDS = compiled(r"[方领][面域][，：]")
_LED = compiled(r"由[^，。；：\n]{2,16}?(?:牵头|负责|承办|主办|实施)")
_FAR = 1500  # characters in which the fields of a list follow it


def _by_field(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """…十件实事。教育方面，新建学校5所；医疗方面，…: what is promised field by field are the list's members."""
    paragraphs = scene.structure.paragraphs
    below = paragraphs[min(sentence.paragraph + 1, len(paragraphs) - 1)]
    start, end = sentence.end, min(below.end, sentence.end + _FAR)
    if not candidate.governed:
        return
    if not _FIELDS.search(scene.text, start, end):
        below = next((line for line in paragraphs[below.index + 1 : below.index + 3] if _OF_THE_LIST.match(scene.text, line.start)), below)
        start, end = below.start, min(below.end, below.start + _FAR)
    heads = list(_FIELD.finditer(scene.text, start, end))
    own = any(not organ.generic for organ in scene.subjects_between(start, end))
    led = _LED.search(scene.text, start, end)
    if len(heads) < 2 or own or led:  # what an organ does in a field is its own
        return
    end = next(
        paragraph.end for paragraph in (paragraphs[sentence.paragraph], below) if paragraph.end >= heads[-1].end()
    )
    items = []
    for head, stop in zip(heads, [*(head.start() for head in heads[1:]), min(end, start + _FAR)], strict=True):
        if _TOLD.search(scene.text, head.end(), stop):
            return
        items += dated_items(scene, clauses(scene.text, head.end(), stop))
    if 1 < len(items) <= (candidate.declared or 0):
        candidate.items = items
        candidate.open_list = len(items) < (candidate.declared or 0)


_TOLD = compiled(r"已|累计|了(?!解)|去年|上年")
# 今年的清单里，…; 十件实事涵盖…: a later paragraph that takes the list up
_OF_THE_LIST = compiled(rf"(?:在|从|纵观|翻开)?(?:今年的?|本次|此次|这|这份|这些)?(?:{NUMBER}[件项大])?(?:民生|为民|惠民)?(?:清单|实事|项目)(?:里|中|上|看|，|涵盖|涉及|包括|聚焦|既)")


def _by_line(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """…出台便民十二条措施。 over 在经办方面，推行…；将…缩短至…。 and 在待遇方面，…: what lines of fields say is done are the members."""
    if not candidate.governed or candidate.declared is None:
        return
    below = ((line, _LINE_OF_FIELD.match(scene.text, line.start, line.end)) for line in scene.structure.paragraphs[sentence.paragraph + 1 :])
    lines = [Span(head.end(), line.end) for line, head in takewhile(lambda told: told[1], below) if head]
    if len(lines) < _FEWEST_GROUPS or scene.structure.paragraphs[sentence.paragraph].end > sentence.end + 1:
        return
    start, end = lines[0].start, lines[-1].end
    if _TOLD.search(scene.text, start, end) or any(not organ.generic for organ in scene.subjects_between(start, end)):
        return
    items = [_deed(scene, piece) for line in lines for piece in _pieces(scene.text, line.start, line.end)]
    if 1 < len(items) <= candidate.declared:
        candidate.items, candidate.open_list = items, len(items) < candidate.declared


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """What a line parts by ；, else its clauses that begin with what is done, each with those behind it."""
    begin = start
    parts = "；" in text[start:end]
    for clause in [] if parts else clauses(text, start, end)[1:]:
        if ACTION.match(text[clause.start : clause.end]) or text[clause.end - 1] == "的":  # 举报经查实的，奖励…
            yield Span(begin, clause.start - 1)
            begin = clause.start
    while parts and (stop := text.find("；", begin, end)) >= 0:
        yield Span(begin, stop)
        begin = stop + 1
    yield Span(begin, end - text.startswith("。", end - 1))


def _deed(scene: Scene, piece: Span) -> Item:
    """Called after its first clause, or the one behind a day or a frame of time."""
    first = next((clause for clause in clauses(scene.text, piece.start, piece.end) if not _ONLY_WHEN.fullmatch(scene.text, clause.start, clause.end)), piece)
    found = targets.of_item(scene, first, piece, True)
    found.due = found.due or targets.in_force(scene, piece)
    found.title = naming.clean_name(scene.text[first.start : first.end])
    return found


_LINE_OF_FIELD = compiled(r"(?:[一二三四五六七八九十]是)?在?[一-龥、]{2,14}(?:方面|领域)[，：]")
_ONLY_WHEN = compiled(r"[自从]?[\d一-龥]{1,8}(?:日|月|年|起|前|底)")


# 10件实事，其中6件为新建工程、4件为改造工程; 10项工程（新建6项、改造4项）: how the number is made up
_SHARE = r"(?:[^，。；：、（）()\d]{1,12}?\d{1,3}[项件条]|\d{1,3}[项件条](?:为|是|属于?)?[^，。；：、（）()\d]{2,12}?)"
_SHARES = compiled(rf"[”’]?[，（(](?:其中|包括|包含|含|分为)?[，：]?(?P<row>{_SHARE}(?:[、，和]{_SHARE}){{1,5}})(?:[）)]|(?=[，。；]|$))")
_COUNT = compiled(r"(\d{1,3})[项件条](?:为|是|属于?)?")
_BETWEEN = compiled("[、，和]")


def shares_out(scene: Scene, candidate: Candidate, sentence: Sentence) -> bool:
    """Whether the words behind the set only share its number out, which makes fields of it and no members."""
    shared = _SHARES.match(scene.text, candidate.place.end, sentence.end) if not candidate.items else None
    if shared is None or sum(int(count[1]) for count in _COUNT.finditer(shared["row"])) != candidate.declared:
        return False
    candidate.fields = _BETWEEN.split(_COUNT.sub("", shared["row"]))
    candidate.told.append(Span(*shared.span()))
    return True
