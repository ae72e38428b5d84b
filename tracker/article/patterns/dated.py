"""…工程预计105年3月竣工: a thing with the day on which it is to be ready."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article import dates, naming, quantities
from tracker.article.candidates import Candidate, Item
from tracker.article.dates import Day
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import quick

NAME = "dated"
_READY = re.compile(
    quick(
        "竣工|完工|完成|建成|启用|投用|投入使用|通车|开馆|开园|开业|开放|营运|运营|落成|上线|投产|交付|交房|验收|开工|动工|出版|全覆盖|实现|运行|开通|供水|通水|清零|达标|收官|发布|推出"
    )
)
_EXPECTED = re.compile(r"预计|预定|力争|力[拚拼]|计划|争取|确保|拟|将|规划|可望|有望|目标|要(?!求)")
_BY = re.compile(r"(?:前|之前|以前|内)$")
_PAST = re.compile(r"已(?:于|经|在|完成|建成|竣工|开工)|了")
_KINDS = "工程|项目|计划|中心|园区|基地|馆|场|站|路|桥|线|隧道|医院|学校|大楼|住宅|公园|系统|平台|改造|建设|修复|设施|聚落|厂|校区|院区|分院|校舍|大道|通道|街区|小区|市场|(?:重建|新建|改建|扩建|兴建|整建)案"
_THING = re.compile(
    rf"(?P<thing>[^，。；：！？\n]{{2,44}}?(?:{_KINDS}))(?=[已于在将预计拟力争取确保目前是]|\d|$|，|全线|主体|一期|二期|全部|正式|进展|建设)"
)
_LEADING = re.compile(r"^(?:除|其中|同时|此外|另外|另|目前|现|并|且|以及|及|推动|推进|加快|加快推进|实施)")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Things that are promised by a day still to come."""
    text = scene.text
    if not _READY.search(text, sentence.start, sentence.end):
        return
    thing: Span | None = None
    for clause in scene.clauses(sentence):
        own = _thing(scene, clause)
        thing = own or thing or _topic(scene, sentence)
        day = _deadline(scene, clause)
        if day is None or _PAST.search(text, clause.start, clause.end):
            continue
        ready = _READY.search(text, day.end, clause.end)
        if ready is None or any(quantities.quantities(text, ready.end(), clause.end)):
            continue  # an amount: told by its own pattern
        if text.startswith(("投资", "率", "的"), ready.end()):
            continue
        ahead = _EXPECTED.search(text, clause.start, ready.start()) or text.startswith("明年", day.start)
        found = own or _topic(scene, sentence) or _named_before(scene, sentence, clause) or thing
        if found is None and ready.end() - day.end < 5:
            continue  # 年底前实现: what?
        if ahead or _BY.search(text[day.start : day.end]):
            yield _promise(scene, sentence, clause, Span(_expected_from(text, clause, day), ready.end()), found, day)


def _thing(scene: Scene, clause: Span) -> Span | None:
    start = scene.predicate_start(clause)
    number = scene.structure.number_at(start)
    start = number.end if number else start
    found = _THING.match(scene.text, start, clause.end)
    if found is None:
        return None
    lead = _LEADING.match(found["thing"])
    return Span(found.start() + (lead.end() if lead else 0), found.end("thing"))


def _topic(scene: Scene, sentence: Sentence) -> Span | None:
    """What the sentence, else its paragraph, begins with: 某社会福利馆，日前…"""
    paragraph = scene.structure.paragraphs[sentence.paragraph]
    for start in (sentence.start, paragraph.start):
        number = scene.structure.number_at(start)
        found = _TOPIC.match(scene.text, number.end if number else start, sentence.end)
        if found:
            return Span(*found.span("thing"))
    return None


_TOPIC = re.compile(rf"(?P<thing>[^，。；：！？、\n]{{2,30}}?(?:{_KINDS}))(?=，|是|位于|总|占地)")
_QUOTED_THING = re.compile(
    rf"[「“](?P<thing>[^「」“”\n]{{2,30}}(?:{_KINDS}))[」”]|(?P<bare>[^，。；：！？、\n「」“”的]{{2,24}}?(?:工程|项目|计划|改建|新建))(?=[，在已于]|[^，。；]{{0,4}}(?:延|进))"
)


def _named_before(scene: Scene, sentence: Sentence, clause: Span) -> Span | None:
    """The last project named in the sentence before the clause: in quotes, else by 工程 or 项目."""
    found = list(_QUOTED_THING.finditer(scene.text, sentence.start, clause.start))
    quoted = [match for match in found if match["thing"]]
    if not found:
        return None
    match = (quoted or found)[-1]
    start, end = match.span("thing" if match["thing"] else "bare")
    lead = re.match(r".{0,12}?(?:其中|指出|表示|包括)", scene.text[start:end])
    return Span(start + (lead.end() if lead else 0), end)


def _deadline(scene: Scene, clause: Span) -> Day | None:
    """The last day named in the clause that may still lie ahead."""
    found = None
    for day in dates.days(scene.text, clause.start, clause.end, this_year=scene.year_at(clause.start)):
        if day.starts or (day.year and scene.this_year and day.year < scene.this_year):
            continue
        found = day
    return found


def _expected_from(text: str, clause: Span, day: Day) -> int:
    match = re.search(r"(?:预计|预定|力争|计划|争取|确保|拟|将)[^，。；]{0,12}$", text[clause.start : day.start])
    return clause.start + match.start() if match else day.start


def _promise(scene: Scene, sentence: Sentence, clause: Span, place: Span, thing: Span | None, day: Day) -> Candidate:
    """Named after the title of its numbered line, if it has one (四、某中心：…), else after the thing."""
    text = scene.text
    part = thing or Span(_after_day(text, day, place), place.end)
    if place.end - day.end > 5:  # 明年某大桥完工: the thing stands behind its day
        part = Span(day.end, place.end)
    title = naming.clean_name(text[part.start : part.end])
    line = scene.structure.line_title(sentence)
    name = naming.clean_name(text[line.start : line.end]) if line else title
    return Candidate(
        NAME, place, place.start, name, naming.single_kind(name), items=[Item(title, part, due=day)], weak=True, due=day
    )


def _after_day(text: str, day: Day, place: Span) -> int:
    """Past the day, unless only the bare verb (完工) would be left."""
    return day.end if place.end - day.end > 3 else place.start
