"""X包括A、B、C / 分别是：A；B；C: a list after a verb of content or a colon, with or without a count before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from tracker.article import members, naming, numbering, organs, targets
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.numerals import NUMBER, whole
from tracker.article.promised import promises
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span, clauses
from tracker.article.words import ACTIONS, FUTURE, LISTING_VERB, PROJECTS

NAME = "introduced"
_INTRODUCTION = compiled(
    r"[”’》]?(?:[（(][^）)\n]{1,30}[）)])?(?:(?:写|列|放|纳)[进入]了?[^，。；：\n]{2,16}?(?:清单|台账|计划|任务)(?=：))?，?(?:主要|分别|具体|重点|内容|项目|任务|即|其中|主要是|依次|它们)*"
    r"(?:(?:分别|具体|依次)(?:是|为)[：:]?|(?:包括|包含|囊括)(?:了|有)?[：:]?|(?:涉及|涵盖)(?![^。；\n]{0,120}(?:方面|领域|环节|范围|类|多个|\d个|，(?:主要|具体|其中|分别|重点)?(?:包括|包含|有)))|(?:为|是|有|即|如下|涵盖|涉及|列举如下)?[：:]|——|(?<=，即)(?![将使时便可日]))(?!\n)[“]?"
)
_LATER = compiled(
    r"[”’]?，?(?:涉及|涵盖|覆盖|聚焦|围绕)[^。；\n]{2,80}?，(?:主要|具体|其中|分别|重点)?(?:包括|包含|有)[：:]?"
)
_SPELLED_OUT = compiled(
    r"[”’]?。\n?(?:具体(?:来说|来看|而言|地说)?|这[一-龥\d]{1,4}(?:实事|事项|措施|举措)?|(?:当选|入选|确定|产生|票决|中选)的?[一-龥\d]{0,6}?(?:项目|实事|事项)(?:分别|依次|具体)?)，?(?:就是|是|分别是|包括|为)[：:]?"
)
_STOP = compiled(r"。|\n")
_END_OF_ROW = compiled(r"等(?!级|待|候|于|额|量|线)|，(?!其中|以及)")
_NAMED_SET = compiled(
    rf"(?:{LISTING_VERB})(?:了)?(?P<phrase>[^，。；：、！？\n“”0-9]{{0,16}}?(?:{PROJECTS}|{ACTIONS}|实事|清单|措施|举措|重点任务))(?=主要(?:是|为|有|包括)|具体(?:是|为|有|包括)|分别|，?(?:主要|具体|分别)?(?:包括|包含))"
)
# 推出便民举措，涉及：A、B、C: a colon alone announces members only of what is brought in for people.
_COLON_SET = compiled(
    rf"(?:{LISTING_VERB})了?(?P<phrase>[^，。；：、！？\n“”0-9]{{0,12}}?(?:便民|惠民|利民|为民|便企|惠企|助企|惠老|助老|助残|助学|帮扶|民生)[^，。；：、！？\n“”0-9]{{0,4}}?(?:实事|清单|措施|举措|政策|服务))(?=，?(?:主要|具体|内容)?(?:包括|包含|涉及|涵盖|有|为|是)?：)"
)
_DEMAND = compiled(r"要|加强|明确|强化|提高|完善|坚持|落实|健全|严格|压实|注重|突出|抓")
_FIELDS = compiled(r"等?(?:\d{1,2}|[一二两三四五六七八九十]{1,2})?个?(?:方面|领域)")
_TOO_LONG = 70


def members_after(text: str, place: int, end: int, declared: int | None = None) -> tuple[list[Span], bool]:
    """The members that a list at `place` announces after itself, and whether 等 leaves it open."""
    introduction = (
        _INTRODUCTION.match(text, place, end) or _LATER.match(text, place, end) or _SPELLED_OUT.match(text, place, end)
    )
    if introduction is None:
        return [], False
    start = introduction.end() - (1 if introduction[0].endswith("“") else 0)
    stop = _STOP.search(text, start, min(end, start + 1500))
    limit = stop.start() if stop else min(end, start + 1500)
    if "；" in text[start:limit]:
        parts = _by_semicolon(text, start, limit)
    else:
        row_end = _END_OF_ROW.search(text, start, limit)
        parts = members.split(text, start, row_end.start() if row_end else limit)
        if len(parts) == 1:
            parts = _by_comma(text, start, limit, declared == _PAIR)
    parts = [_unnumbered(text, part) for part in parts if part.end - part.start <= _TOO_LONG]
    if parts and _FIELDS.match(text, parts[-1].end):
        return [], False  # …等方面: fields, not members
    is_open = text[parts[-1].end : parts[-1].end + 2].lstrip("”").startswith("等") if parts else False
    return (parts, is_open) if len(parts) > 1 else ([], False)


def _by_semicolon(text: str, start: int, end: int) -> list[Span]:
    parts = []
    for piece in re.finditer(r"[^；]+", text[start:end]):
        begin, stop = start + piece.start(), start + piece.end()
        while begin < stop and text[begin] in " \n":
            begin += 1
        parts.append(Span(begin, stop))
    return [part for part in parts if part.end - part.start >= 3]


def _unnumbered(text: str, part: Span) -> Span:
    """一是新生儿落户网上办: without the number, and the dots of what was left out before it."""
    start = part.start
    while start < part.end and text[start] in "… ":
        start += 1
    number = numbering.head(text, start, part.end)
    return Span(number.end if number and number.end < part.end else start, part.end)


_PAIR = 2  # 两件事：A，B。


def _by_comma(text: str, start: int, end: int, pair: bool) -> list[Span]:
    """分别为：开展A，建设B，推进C等: at least three short pieces, or the two that were counted."""
    pieces = clauses(text, start, end)
    if (len(pieces) != _PAIR if pair else len(pieces) < 3) or any(piece.end - piece.start > _TOO_LONG // 2 for piece in pieces):
        return []
    last = pieces[-1]
    tail = text.find("等", last.start, last.end)
    return [*pieces[:-1], Span(last.start, tail if tail > 0 else last.end)]


_PROGRAMME = compiled(
    r"(?P<phrase>[^，。；：“”\n]{0,24}?(?:实事项目|民生实事|为民实事|惠民实事|民生项目|重点任务))。(?:其中|主要|具体)?(?:包括|有)"
)
_NAMES_ONE = compiled("实事。|项目。|任务。")


def _programme(scene: Scene, match: re.Match[str], end: int) -> Candidate | None:
    """公布2022年为民办实事项目。包括新建…5个。改造…3处。: every amount to the end of the paragraph is an item."""
    items = [
        Item(title, place, quantity)
        for clause in clauses(scene.text, match.end(), min(end, match.end() + 1500))
        for place, title, quantity in promises(scene, clause.start, clause.end)
    ]
    if len(items) < 2:
        return None
    name = naming.clean_name(_ANNOUNCED.sub("", match["phrase"]))
    place = Span(match.start("phrase"), items[0].span.end)
    extent = Span(place.start, items[-1].span.end)
    return Candidate(NAME, place, match.start("phrase"), name, "list", items=items, open_list=True, extent=extent)


_ANNOUNCED = compiled(r"^.{0,8}?(?:公布|发布|确定|推出|印发|明确)(?:了)?")


# 某局今年的实事项目包括甲、乙、丙; 某局牵头实施甲、乙、丙等5项: what an office has, and a number without a noun
_OWN_SET = compiled(
    rf"(?:今年|本年度|推出|确定|公布|实施|承诺|制定|办理|列出|(?P<year>20\d\d)年度?)*的?(?P<phrase>[^，。；：、“”\d]{{0,8}}?(?:(?:实事|民生|惠民|便民|利民|惠企|助企)[^，。；：、“”\d]{{0,2}}?(?:项目|任务|清单|工程|举措|措施|服务|事项)|实事|重点(?:任务|项目|工作)))"
    rf"(?:主要|具体|分别|依次|，)*(?:包括|包含|囊括|涉及|涵盖|分别[是为]|有|是)(?P<row>[^，。；：“”\n]*?、[^，。；：“”\n]+?)(?<!方面)(?<!领域)(?<!环节)(?P<open>等)?(?:(?P<number>{NUMBER})(?P<of>个?(?:方面|领域)|[项件条个](?:内容|工作|任务|服务|举措|项目|实事)?))?(?=[，。；\n]|$)"
)
_BARE_COUNT = compiled(
    rf"(?P<verb>(?:牵头|负责|承担|承办|主办|领办|认领)(?:实施|办理|推进|办好|推出|落实)*)(?P<row>(?:[^，。；：“”\n]*?、[^，。；：“”\n]+?)?)(?P<open>等)?(?P<number>{NUMBER})[项件](?=[。；]|$|，(?:主要|具体|分别|其中)?(?:包括|包含|为|是|即|有))"
)
_OVER = compiled(r"已|去年|上年|累计|了|案|信访|投诉|建议|诉求|线索|工单|咨询|什么|怎么|有声有色")  # what is past, comes from outside, or is only asked
_BEGUN_THEN = compiled(r"，(?:去年|上年|(?:目前|现|均|都|全部)*已)")


def _of_an_office(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    text = scene.text
    starts: dict[int, Organ | None] = {scene.predicate_start(scene.clause_at(sentence, organ.start)): None for organ in scene.subjects_between(sentence.start, sentence.end)}
    whose = _WHOSE.match(text, sentence.start, sentence.end)
    if whose and organs.is_organ(whose["organ"], scene.directory):
        starts[whose.end()] = Organ(whose["organ"], *whose.span("organ"), scene.directory.code(whose["organ"]))
    for start, owner in starts.items():
        found = _OWN_SET.match(text, start, sentence.end) or _BARE_COUNT.match(text, start, sentence.end)
        if found is None or _OVER.search(text, start, found.end()) or _BEGUN_THEN.match(text, found.end(), sentence.end):
            continue
        year = found.groupdict().get("year")
        if not (year and scene.this_year and int(year) < scene.this_year):
            yield from _office_set(scene, sentence, found, owner)


_WHOSE = compiled(r"(?P<organ>[一-龥]{0,4}?[省市县区州旗][一-龥]{1,12}?[局委厅办院会联处中心])的")


def _office_set(scene: Scene, sentence: Sentence, found: re.Match[str], owner: Organ | None) -> Iterator[Candidate]:
    text = scene.text
    named = found.re is _OWN_SET
    number = whole(found["number"] or "")
    fields = named and (found["of"] or "").endswith(("方面", "领域"))
    parts, is_open = (members.split(text, *found.span("row"), number), bool(found["open"])) if found["row"] else members_after(text, found.end(), sentence.end)
    declared = None if fields else number
    if len(parts) < 2 or len(parts) > (declared or len(parts)):
        return
    place = Span(*found.span("phrase")) if named else Span(parts[0].start if found["row"] else found.end("verb"), found.end())
    items = [targets.item(scene, part) for part in parts]
    bare = fields and all(len(item.title) <= _LONGEST_FIELD for item in items)
    yield Candidate(
        NAME,
        place,
        place.start,
        naming.clean_name(text[place.start : place.end]),
        "list",
        declared,
        items=[] if bare else items,
        fields=[item.title for item in items] if bare else [],
        open_list=is_open or len(parts) < (declared or 0),
        extent=Span(place.start, max(found.end(), parts[-1].end)),
        present=FUTURE.search(text, sentence.start, sentence.end) is None and not any(item.due for item in items),
        owner=owner,
    )


_LONGEST_FIELD = 4  # characters: 教育、医疗、住房3方面


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Named sets without a count whose members follow."""
    own = list(_of_an_office(scene, sentence))
    yield from own
    paragraph = scene.structure.paragraphs[sentence.paragraph]
    end = min(sentence.end + 6, paragraph.end)
    told = _PROGRAMME.finditer(scene.text, sentence.start, end) if _NAMES_ONE.search(scene.text, sentence.start, end) else ()
    for match in told:
        if (programme := _programme(scene, match, paragraph.end)) is not None:
            yield programme
    for match in chain(
        *(named.finditer(scene.text, sentence.start, sentence.end) for named in (_NAMED_SET, _COLON_SET))
    ):
        if any(one.covers.start < match.end() <= one.covers.end for one in own):
            continue
        parts, is_open = members_after(scene.text, match.end(), paragraph.end)
        if parts and not (match.re is _COLON_SET and any(_DEMAND.match(scene.text, part.start) for part in parts)):
            yield Candidate(
                NAME,
                Span(match.start("phrase"), match.end("phrase")),
                match.start("phrase"),
                naming.clean_name(match["phrase"]),
                naming.kind(match["phrase"]),
                items=[targets.item(scene, part) for part in parts],
                open_list=is_open,
            )
