"""…工程预计105年3月竣工: a thing with the day on which it is to be ready."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article import dates, naming
from tracker.article.candidates import Candidate, Item
from tracker.article.dates import Day
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

NAME = "dated"
_READY = re.compile(
    r"竣工|完工|完成|建成|启用|投用|投入使用|通车|开馆|开园|开业|开放|营运|运营|落成|上线|投产|交付|交房|验收|开工|动工|出版|全覆盖|实现|运行|开通|供水|通水|清零|达标|收官|发布|推出"
)
_EXPECTED = re.compile(r"预计|预定|力争|计划|争取|确保|拟|将|规划|可望|有望|于|在|到|至|要")
_PAST = re.compile(r"已(?:于|经|在|完成|建成|竣工|开工)|了")
_THING = re.compile(
    r"(?P<thing>[^，。；：、！？\n]{2,40}?(?:、[^，。；：！？\n]{2,30}?)?(?:工程|项目|计划|中心|园区|基地|馆|场|站|路|桥|线|隧道|医院|学校|大楼|住宅|公园|系统|平台|改造|建设|修复|设施|聚落|厂|校区|院区|分院|校舍|大道|通道|街区|小区|市场))(?=[已于在将预计拟力争争取确保目前计划]|\d|$|，|全线|主体|一期|二期|全部|正式|进展|建设)"
)
_LEADING = re.compile(r"^(?:其中|同时|此外|另外|另|目前|现|并|且|以及|及)")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Things that are promised by a day still to come."""
    text = scene.text
    thing: Span | None = None
    for clause in scene.clauses(sentence):
        found = _THING.match(text, clause.start, clause.end)
        if found:
            lead = _LEADING.match(found["thing"])
            thing = Span(found.start() + (lead.end() if lead else 0), found.end("thing"))
        day = _deadline(scene, clause)
        if day is None:
            continue
        ready = _READY.search(text, day.end, clause.end)
        if ready is None or not _EXPECTED.search(text, clause.start, ready.start()):
            continue
        if _PAST.search(text, clause.start, clause.end):
            continue
        place = Span(_expected_from(text, clause, day), ready.end())
        yield _promise(scene, clause, place, thing, day)


def _deadline(scene: Scene, clause: Span) -> Day | None:
    """The last day named in the clause that may still lie ahead."""
    found = None
    for day in dates.days(scene.text, clause.start, clause.end, this_year=scene.this_year):
        if day.starts or (day.year and scene.this_year and day.year < scene.this_year):
            continue
        found = day
    return found


def _expected_from(text: str, clause: Span, day: Day) -> int:
    match = re.search(r"(?:预计|预定|力争|计划|争取|确保|拟|将)[于在到]?$", text[clause.start : day.start])
    return clause.start + match.start() if match else day.start


def _promise(scene: Scene, clause: Span, place: Span, thing: Span | None, day: Day) -> Candidate:
    """Named after the heading of its numbered line when that line is about one thing, else after the thing."""
    text = scene.text
    if thing is None:
        thing = Span(clause.start, place.end)
    title = naming.clean_name(text[thing.start : thing.end])
    return Candidate(NAME, place, place.start, title, naming.single_kind(title), items=[Item(title, thing, due=day)], weak=True, due=day)
