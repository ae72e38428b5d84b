"""What is to become more, less or later: 洗街次数，由每星期一次增至三次; 工本费由20元降至5元; 公园开放时间延长至22时."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import author, frames, naming, outlook
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.quantities import quantities
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import FUTURE

NAME = "level"
SIGN = compiled(r"[增升提加扩压添涨高大降减低少缩短长延后迟前调扩补开放业门诊行][至到为]")
_NUMBER = r"[\d一两二三四五六七八九十百千半]"
_MORE = "扩|涨|升|加|添|增加|提升|提高|上调|调高|扩大|增|提|调增|调升"
_LESS = "压|降低|下调|调低|减少|压缩|缩短|精简|压减|降|减|缩|调减|调降"
_LATER = "延长|延后|推迟|顺延|提前|延时|延"
_HEAD = r"(?:^|(?<=[，。；：\n起将把使会要拟前内底]))"
_THING = r"(?P<thing>(?![由从自于到在以每]|今年|明年|年[内底]|其中)[^，。；：！？\n将把使起]{2,30}?)"
# 洗街次数，由每星期一次增至三次
_FROM_TO = compiled(rf"{_HEAD}{_THING}，?(?:再|也|均|都|将|分别|统一)*[由从](?:现行|现有|原来|目前)?的?[^，。；：！？\n]{{0,8}}?{_NUMBER}[^，。；：！？\n]{{0,8}}?(?:{_MORE}|{_LESS}|{_LATER})(?:至|到|为)(?P<level>[^，。；：！？\n（(\d]{{0,6}}?{_NUMBER}[^，。；！？\n（(%％]{{0,10}})(?=[，。；！（(\n]|$)")  # shares are told by `levels`
# 开放时间延长至22时30分
_UNTIL = compiled(rf"{_HEAD}{_THING}(?:再|也|均|都|将|统一|分别)*(?:(?P<moved>{_LATER})|开|开放|开诊|开门|营业|接诊|运行)(?:至|到)(?P<level>(?:每[日天晚])?(?:次日|当[日晚]|晚上?|夜间|傍晚|下午|上午|早上|凌晨|中午)*{_NUMBER}{{1,3}}(?:[时点](?:半|整|{_NUMBER}{{1,3}}分?)?|[:：]\d\d))(?=[，。；！（(\n]|$)")
_TO_BE = compiled(r"(?:今年|明年|即日|本月|下月|\d[月日])起|[又还也亦]会|将|要(?!求)|把|再|拟|计划")
_PAST = compiled(r"已|了(?!解)|累计|同比|环比|去年|上年|往年|以来|曾|原本|一度|较[^，。；]{0,6}[前年月]|截至|据统计|分别由|逐年")
# What happens of itself, and how an event is put off
_HAPPENS = compiled(r"比赛|赛事|演出|会议|停[水电气航]|封[路控闭]|施工|报名|截止|投票|[气水体]温|水位|人口|人数|体重|年龄|排名|位次|开[工庭]|生产总值|收入|产值|增速|利润|股价|客流|销量|成绩|得分")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Levels that somebody is to change, of anything that is counted or has its hours."""
    text = scene.text
    for pattern in (_FROM_TO, _UNTIL):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            clause = scene.clause_at(sentence, match.start("thing"))
            start = max(match.start("thing"), scene.predicate_start(clause))
            place = Span(start, match.end("level"))
            if place.end - start < _SHORTEST or _PAST.search(text, clause.start, place.end) or _HAPPENS.search(text, start, place.end):
                continue
            day = _day(scene, sentence, place)
            to_be = day is not None or _TO_BE.search(text, clause.start, place.end) or FUTURE.search(text, sentence.start, place.end)
            told = pattern is _UNTIL and match["moved"] and (start > clause.start or author.is_his_own(scene))  # 市政务中心办件窗口延长至17时
            if not (to_be or told or outlook.is_planned(scene, sentence)) or frames.looks_back(scene, sentence, clause.start):
                continue
            name = naming.clean_name(text[place.start : place.end])
            amount = next(quantities(text, *match.span("level")), None) if pattern is _FROM_TO else None
            yield Candidate(NAME, place, place.start, name, "measure", items=[Item(name, place, amount, day)], weak=True, due=day)


_SHORTEST = 7  # characters


def _day(scene: Scene, sentence: Sentence, place: Span) -> Day | None:
    """The last day before it, or the one behind it from which it holds."""
    before = [day for day in scene.days(sentence.start, place.start) if day.starts] or list(scene.deadlines(sentence.start, place.start))
    behind = (day for day in scene.days(place.end, sentence.end) if day.starts and _HOLDS.match(scene.text, day.end))
    return before[-1] if before else next(behind, None)


_HOLDS = compiled(r"(?:正式|全面)?(?:施行|实施|执行|实行|生效|试行|适用)")
