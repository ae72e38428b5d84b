"""Whether the words at a place look back: 2023年，全市…。全年改造小区165个 — what a frame of time at the head of a clause opens holds on."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta

from tracker.article import dates, numbering, principal
from tracker.article.compiling import compiled
from tracker.article.published import gregorian
from tracker.article.scene import Scene
from tracker.article.structure import Sentence
from tracker.article.words import FUTURE

_HEAD = r"(?:^|(?<=[。；，：！？\n　 ]))(?:其中|据统计|记者[^，。；]{0,10}|[一-龥]{2,6}(?:表示|介绍|说|指出)，)?"
_MARK = compiled(
    # The look-ahead spares the search the places where no frame begins.
    rf"(?=[。；，：！？\n　 其同另此据记到去上前过近一两三四五几年截12今本下接明后未即目当自新])(?:{_HEAD})"
    r"(?:(?P<back>去年|上年度?|前年|过去[一几两三四五]?年?|[一两三四五几]年来|上任以来|年初以来|今年以来|前期|此前|前不久|截[至止]|(?:今年)?上半年(?!底前|内)|(?:今年)?(?:[一二三1-3]|前[两三])季度(?!末?底?前|内))"
    r"|(?P<year>20\d\d|1[01]\d)年(?:[至—-]20\d\d年)?|(?P<ahead>今年|本年度?|下一步|下步|接下来|下半年|明年|后年|下阶段|新的一年|新一年|今后|未来|即日起|目前|当前|如今|同时|此外|另外|自\d)|(?P<till>到\d{1,2}月))",
    re.M,
)
# 一年来，…: how a text begins that tells of a year.
_YEAR = compiled(r"(?:过去|这)?(?:[一两三四五]年(?:来|间)|[一二三四五]年)，|(?P<year>20\d\d)年(?:以来)?，")
_STILL_AHEAD = compiled(
    r"正在|将(?!军)|计划(?!生育)|拟(?!定|订)|力争|争取(?=[在于年到新建完实])|确保|[年月]底前|前完成|明年|年内"
)


def looks_back(scene: Scene, sentence: Sentence, place: int) -> bool:
    """Whether the last frame before `place` is a past one, opened in the sentence itself or by one without a new subject since."""
    found = scene.remembered(("frames", sentence.paragraph), lambda: _marks(scene, sentence.paragraph))
    index = bisect_right(found, (place, True)) - 1
    if index < 0:
        told, turn = scene.remembered("year told", lambda: _year_told(scene))
        return told < place < turn and not scene.is_plan_section(place)
    if not found[index][1]:
        return False
    start = found[index][0]
    return start >= sentence.start or all(organ.generic for organ in scene.subjects_between(start, place + 2))  # its own, too


def is_turned(scene: Scene, place: int) -> bool:
    """Whether a text that began with the year that is over has come to what is planned."""
    return scene.remembered("year told", lambda: _year_told(scene))[1] < place


def _year_told(scene: Scene) -> tuple[int, int]:
    """Where a text begins whose first words tell of a year that is over, and where it turns to plans; else beyond its end."""
    end = len(scene.text)
    for line in scene.structure.paragraphs[:_HEAD_LINES]:
        if line.heading or scene.text.find("。", line.start, line.end) < 0:
            continue
        match = _YEAR.match(scene.text, line.start, line.end)
        year = match["year"] if match else None
        told = match and (year is None or (scene.this_year is not None and int(year) < scene.this_year))
        if told:
            return line.start - 1, _turn(scene, line.end)
        break
    return end, _pledged(scene)


# 2026年，我们将坚持…, in a part of a government's report: what it goes on to tell of is to be done
_PLEDGED = compiled(r"^(?:(?P<year>20\d\d)年|今年|新的一年)，(?:我们|[省市县区州]政府)?(?:将|要)", re.M)


def _pledged(scene: Scene) -> int:
    match = _PLEDGED.search(scene.text) if principal.of_text(scene) else None
    this_year = match and (match["year"] is None or int(match["year"]) == scene.this_year)
    return match.start() if match and this_year else len(scene.text)


# 2026年经济社会发展主要预期目标是：, 重点抓好以下工作：
_TURN = compiled(
    r"^[^，。；：\n]{0,14}?(?:(?P<year>20\d\d)年|今年|本年度|新的一年|下一步|明年|下半年)[^。；\n]{0,30}?(?:目标|工作|任务|重点|安排|思路|打算)"
    r"|(?:抓好|做好|推进|完成)(?:以下|如下)[^，。；\n]{0,14}?(?:工作|任务|方面)",
    re.M,
)


def _turn(scene: Scene, start: int) -> int:
    for match in _TURN.finditer(scene.text, start):
        if match["year"] is None or int(match["year"]) == scene.this_year:
            return match.start()
    return len(scene.text)


_HEAD_LINES = 8


def still_ahead(scene: Scene, start: int, end: int) -> bool:
    """Whether a clause speaks of what is to come all the same: 去年启动的工程将于…"""
    return _STILL_AHEAD.search(scene.text, start, end) is not None


def is_to_come(scene: Scene, words: str) -> bool:
    """上半年, in a text of March; in one of June it is told. 2026年, in one of 2025."""
    part = next(dates.days(words, this_year=scene.this_year), None)
    if part and part.year and scene.this_year and part.year > scene.this_year:
        return True
    if not (part and part.text and len(part.text) == _WHOLE and scene.published_on):
        return False
    left = date.fromisoformat(part.text) - scene.published_on
    return left > timedelta(days=90 if "半" in words else 45 if "季" in words else 15)  # more than half of it


def _is_of_plan(text: str, floor: int, place: int) -> bool:
    """明年赓续办理…，上半年…: whether the sentence looks ahead before it comes to its half year."""
    start = max(floor, *(text.rfind(mark, floor, place) + 1 for mark in "。；"))
    return FUTURE.search(text, start, place) is not None


_WHOLE = len("2021-06-30")
# 上月, 9月以来: what was done then, though no word says 已
_THEN = compiled(r"上(?:个?(?:月|季度)|周)|昨[天日]|(?<!长期)(?<!开放)以来")
# …今年|新建: whatever the words before tell of; 8月5日，记者获悉: the day of the news; 根据2025年方案: that of a paper
_NOW = compiled(r"(?:今年|本年度?|年内)(?:将|拟|计划|再|还|要)*$")
_NEWS = compiled(r"记者|获悉|了解到|介绍|表示|透露|公布|发布|印发|下发|召开|举行|会议")
_BY_A_PAPER = compiled(r"(?:根据|按照?|依据|依照|参照|对照|围绕|落实)[^，。；]{0,12}$")


def is_of_then(scene: Scene, start: int, end: int) -> bool:
    """8月，某局|新建学校5所, in a text of November: whether the words before what is done name a time that is over."""
    text = scene.text
    if _NOW.search(text, start, end):
        return False
    if _THEN.search(text, start, end):
        return True
    if not dates.SIGNS.search(text, start, end):
        return False
    past = (day for day in dates.days(text, start, end, this_year=scene.year_at(start)) if not day.starts and scene.is_over(day))
    return any(not (_NEWS.search(text, day.end, end) or _BY_A_PAPER.search(text, start, day.start)) for day in past)


def _marks(scene: Scene, paragraph: int) -> list[tuple[int, bool]]:
    """The frames of a paragraph: where each begins, and whether it is a past one."""
    lines = scene.structure.paragraphs[paragraph]
    found = []
    for match in _MARK.finditer(scene.text, lines.start, lines.end):
        group = match.lastgroup or ""
        if group == "till" and not is_to_come(scene, match[0]):
            continue  # 去年试开5条，到9月增加到18条
        back = bool(scene.this_year and gregorian(match["year"]) < scene.this_year) if group == "year" else group == "back"
        back = back and not (is_to_come(scene, match[0]) or _is_of_plan(scene.text, lines.start, match.start()))
        found.append((match.start(group), back))
    return found


def row_begin(scene: Scene, sentence: Sentence) -> int | None:
    """Where the parts begin of which this is one, but not the first: the sentences that only ； part, or that count on behind what leads them in."""
    text, line = scene.text, scene.structure.paragraphs[sentence.paragraph]
    begin = max(text.rfind("。", line.start, sentence.start) + 1, line.start)
    own = number = numbering.head(text, begin, line.end) if begin > line.start else None
    for _ in range(_LONGEST_RUN if own and own.ordinal else 0):
        begin = max(text.rfind("。", line.start, begin - 1) + 1, line.start)
        number = numbering.head(text, begin, line.end)
        if begin == line.start or number is None:
            break
    led_in = own is not None and own.ordinal > 0 and (number is None or number.kind != own.kind)
    return begin if led_in or text[sentence.start - 1 : sentence.start] == "；" else None


_LONGEST_RUN = 20  # parts of a line
