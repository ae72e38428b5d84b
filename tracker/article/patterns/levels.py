"""What share is to be reached, and what is to be everywhere: 农村自来水普及率提高到93%, 年底前实现课后服务全覆盖."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article import naming
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.quantities import quantities
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import FUTURE

NAME = "level"
SIGN = compiled(r"(?:率|比例|覆盖面|占比|比重|满意度)[^，。；]{0,10}\d|覆盖|清零|达标|[动纸视准能气源]化")
LEVEL = compiled(
    r"(?:^|(?<=[，。；：\n将把使前底年让]))(?P<thing>(?:[^，。；：！？\n“”\d将把使前底]{0,16}“[^，。；“”\n]{2,14}”)?[^，。；：！？\n“”\d将把使前底]{0,24}?(?<=[^，。；：\n将把使前底年让])(?:率|比例|覆盖面|占比|比重|满意度))(?:要|将|均|再|力争|确保|[由从](?:现有|目前|现在)?的?\d{1,3}(?:\.\d{1,2})?[%％]){0,2}"
    r"(?:达到?|[提升][高升]?[到至]|[增降][低]?[到至]|下降[到至]|至|控制在|稳定在|保持在|不低于|不少于|不超过)?(?P<number>\d{1,3}(?:\.\d{1,2})?)[%％](?:以上|以下|以内|左右)?",
    re.M,
)
_TO_BE = compiled(r"要|将|再|力争|确保")
# 年底前实现义务教育学校课后服务全覆盖; but 实现市、县两级全覆盖 is where a thing told before will be
_WHOLE = compiled(r"(?:实现|做到|达到|达成|确保|完成)(?P<thing>[^，。；：、！？\n\d]{3,24}?(?:全面(?:电动|无纸|可视|标准|智能|电气|新能源)化|(?<![市县区镇乡村级道所])(?:全面|全)覆盖|(?:全部|动态)清零|全部达标))(?=[，。；]|$)", re.M)
_ECONOMY = compiled(r"生产总值|产值|财政|税收|投资|消费|增速|失业率|城镇化率|贡献率|负债率|利润")
"""What nobody can bring about by himself is an aim of the economy, and no deed."""


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Shares of somebody whom their clause names, and what is to be there everywhere, where the clause looks ahead or has a day."""
    text = scene.text
    for match in _WHOLE.finditer(text, sentence.start, sentence.end):
        clause = scene.clause_at(sentence, match.start())
        day = next(iter(list(scene.deadlines(clause.start, match.start()))[-1:]), None)
        if day is not None or FUTURE.search(text, clause.start, match.start("thing")):
            place = Span(*match.span("thing"))
            title = naming.clean_name(match["thing"])
            yield Candidate(NAME, place, match.start(), title, naming.single_kind(title), items=[Item(title, place, due=day)], weak=True)
    for match in LEVEL.finditer(text, sentence.start, sentence.end):
        clause = scene.clause_at(sentence, match.start("thing"))
        day = next(iter(list(scene.deadlines(clause.start, match.start("number")))[-1:]), None)
        before = text[match.start("thing") - 1]
        # 实施“快递进村”工程，覆盖率达到90%: the level is that of the thing before
        start = clause.start if "”" in text[sentence.start : clause.start] and before not in "使让" else sentence.start
        if _ECONOMY.search(match["thing"]) or all(organ.generic for organ in scene.subjects_between(start, match.start("number"))):
            continue
        to_be = before in "将把" or _TO_BE.search(text, match.end("thing"), match.start("number"))
        day = day or _from_then(scene, clause, sentence) or _by_then(scene, clause, sentence)
        if not (day or to_be or FUTURE.search(text, clause.start, match.start("number"))):
            continue
        start = _begins(scene, clause, match.start("thing"))
        place = Span(start, match.end())
        share = next(quantities(text, match.start("number"), match.end()), None)
        title = naming.clean_name(text[start : match.end()])
        yield Candidate(NAME, place, match.start("number"), title, naming.single_kind(title), items=[Item(title, place, share, day)], weak=True)


def _from_then(scene: Scene, clause: Span, sentence: Sentence) -> Day | None:
    """调整报销比例至70%，自7月1日起执行."""
    behind = scene.clause_at(sentence, min(clause.end + 1, sentence.end - 1))
    days = scene.days(behind.start, behind.end) if behind.start > clause.start else ()
    return next((day for day in days if day.starts and day.day and _HOLDS.match(scene.text, day.end)), None)


_HOLDS = compiled(r"(?:正式|全面)?(?:施行|实施|执行|实行|生效|试行|适用)")


def _by_then(scene: Scene, clause: Span, sentence: Sentence) -> Day | None:
    """覆盖率提高到90%，力争年底前实现: a clause of nothing but the day behind it."""
    behind = scene.clause_at(sentence, min(clause.end + 1, sentence.end - 1))
    day = next(scene.deadlines(behind.start, behind.end), None) if behind.start > clause.start else None
    alone = day and _TO_THE_DAY.fullmatch(scene.text, behind.start, day.start) and _REACHED.match(scene.text, day.end, behind.end)
    return day if alone else None


_TO_THE_DAY = compiled(r"(?:并|且|将|要|力争|确保|争取|计划|预计|须|于|在|到)*")
_REACHED = compiled(r"(?:之?前)?(?:全面|全部|基本|如期)*(?:实现|达到|达成|达标|完成|到位)(?:目标|要求)?(?=[，。；]|$)")


# 年内|实现|生活垃圾分类覆盖率
_LEAD = compiled(r"(?:(?:今年|年内|20\d\d年)(?:要|将)?)?(?:着力|力争|确保|争取|计划|实现|推动)*")


def _begins(scene: Scene, clause: Span, start: int) -> int:
    """Past the subject, where it stands right before the thing, and past what only says that it is to be."""
    start = max(start, scene.predicate_start(clause)) if start == clause.start else start
    return _LEAD.match(scene.text, start).end()  # type: ignore[union-attr]
