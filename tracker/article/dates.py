"""Days by which something is promised: 年底前, 6月底前, 到2025年, 104年底; absolute where the year is known."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tracker.article.compiling import compiled
from tracker.article.numerals import whole

_MONTHS = {
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
}
_QUARTERS = {"首": 3, "末": 12, "一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}

# Everything is optional; what matched decides. The look-ahead keeps the search off other characters.
_DATE = compiled(
    r"(?=[0-9一二三四五六七八九十今本当明后年全民第上下岁自从元教来首末]|国庆)"
    r"(?P<from>自|从)?"
    r"(?:(?:民国|今[（(]|本[（(]|明[（(])(?P<roc>\d{2,3})[）)]?年度?|(?P<year>(?<!\d)(?:19|20)\d\d|(?<!\d)(?:1[0-4]\d|9\d))(?:学?年度?|财政年度)|(?P<digits>二[〇零][〇零一二三四五六七八九]{2}|(?<![〇零一二三四五六七八九十百])一[〇零一][〇零一二三四五六七八九])年度?|(?P<chinese>一百[零〇一二三四五六七八九十]{1,3})年度?|(?P<relative>今年|本年度?|当年(?=[内底]|完成|建成|开工|投用|投运)|明年度?|(?<![年以近未从])来年度?(?!均)|下年度|后年|(?<![0-9一二三四五六七八九十两几])年内|全年))?的?"
    r"(?:(?P<month>1[0-2]|(?<!\d)0?[1-9]|(?:十[一二]?|[一二三四五六七八九])(?!月一(?!日)))月份?"
    r"(?:(?P<day>3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]|(?P<month_end>底|末)|(?P<third>上旬|中旬|下旬))?"
    r"|第?(?P<quarter>[一二三四1-4首末])季(?:度(?:末|底)?|底|末|(?<=第[一二三四1-4]季)(?!节)|(?<=[首末]季)(?![节赛后]))|(?P<half>[上下]半年?)|(?P<year_end>年?[底末]|岁末)|(?P<mid_year>(?:(?<=[\d今明来]年)|(?<![一二三四五六七八九十两几多全每当\d半近前后历往])年)中(?=[，。；、）)前完投启推竣开落动对全正以之或]|$))|(?P<year_start>(?<=年)初|年初)|(?P<feast>元旦|五一|六一|七一|八一|十一(?=[”节前])|国庆|教师)”?(?:(?:劳动|儿童|建党|建军)?节|假期)?(?=[之以]?前(?!后)))?"
    r"(?P<after>起|开始|以来|或之前|或以前|之前|以前|前|内)?"
)
SIGNS = compiled(r"[年月底末五季半前./-](?<![^上下]半)(?<!\D[./-])(?<![^庆旦节一”期之以]前)")
_YEARS_AHEAD = {"明年": 1, "来年": 1, "下年": 1, "后年": 2}
_DAY_BEFORE = {"元旦": (12, 31), "五一": (4, 30), "六一": (5, 31), "七一": (6, 30), "八一": (7, 31), "教师": (9, 9), "十一": (9, 30), "国庆": (9, 30)}
"""By when what is to be done before a feast has to be; those of the lunar calendar fall on another day every year."""
_ISO = compiled(r"(20\d\d)(?<![\d.]20\d\d)([-./])(\d{1,2})\2(\d{1,2})(?!\d)(?:日?(?:之前|以前|前|止)|(?P<starts>日?起))")  # 2025-06-30前
_PLAN = compiled(r"“?十([二三四五六七])五”?(?:规划)?(?:末|期末|收官)")  # “十四五”期间 only frames what is done
_PLAN_END = {"二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035, "七": 2040}
# 5月14日，某机关联合某机关举行…启动仪式: the day of what was held or said, unless 将 tells that it is to come
_HELD = compiled(
    r"(?:上午|中午|下午|晚上?|当[天日])?，?(?:(?!将|拟|计划|预计|力争|争取|确保)[^，。；：\n0-9]){0,40}?"
    r"(?:举行|召开|召集|启动|发起|推出|揭牌|揭幕|开幕|签约|签署|下发|印发|发布|公布|宣布|部署|获悉|了解到|介绍|透露|会上|会议|仪式|座谈)"
)


@dataclass(slots=True)
class Day:
    """A day, or the year or month that holds it, as written at start to end.

    `text` is ISO (2015, 2015-05-31) or None while the year is not known;
    `starts` tells that something begins then (104年起) or that the words only
    frame a period, so that it is no deadline.
    """

    text: str | None
    start: int
    end: int
    starts: bool
    year: int | None
    month: int | None = None
    day: int | None = None
    reckoned: bool = False
    """Its year is not written, but follows from the year of the text."""
    note: str | None = None
    """What there is to say of it in place of how its year is known, or why it is no deadline: a key of the catalogue."""

    def is_held(self, words: str) -> bool:
        """Whether it is the day of an event: written to the day, and something was held, issued or said on it."""
        return words[self.end - 1] in "日号" and _HELD.match(words, self.end) is not None


def days(text: str, start: int = 0, end: int | None = None, *, this_year: int | None = None) -> Iterator[Day]:
    """Every date in `text`, in order. `this_year` resolves 今年, 年底 and bare months."""
    end = len(text) if end is None else end
    before: Day | None = None
    for match in _DATE.finditer(text, start, end):
        if match.end() > match.start() and (found := _day(match, this_year)) is not None:
            if found.month is None and _SEASON.match(text, match.end(), end):
                continue  # 2025年汛期前: no year's end
            before = found = _of_range(text, before, found)
            yield _last_of(text, found, end)
    for match in _ISO.finditer(text, start, end):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
            yield Day(f"{year}-{month:02d}-{day:02d}", *match.span(), bool(match["starts"]), year, month, day)
    if text.find("十", start, end) < 0:
        return
    for match in _PLAN.finditer(text, start, end):
        year = _PLAN_END[match[1]]
        yield Day(str(year), *match.span(), False, year)


def _of_range(text: str, before: Day | None, found: Day) -> Day:
    """113年1月至8月: the end of a range is in the year of its beginning, or in the next."""
    if before is None or before.reckoned or not (before.year and before.month and found.month and found.reckoned) or text[before.end : found.start] not in _TO:
        return found
    return replace(in_year(found, before.year + (found.month < before.month)), reckoned=False)


_TO = ("至", "到", "-", "—", "~")
_UNTIL = compiled(r"(?:至|到|—+|-|~)(?P<day>3[01]|[12]\d|0?[1-9])[日号](?!起)")


def _last_of(text: str, found: Day, end: int) -> Day:
    """5月25日至26日: the last of the days."""
    until = _UNTIL.match(text, found.end, end) if found.day and found.text and not found.starts and text[found.end - 1] in "日号" else None
    last = int(until["day"]) if until else 0
    if until is None or found.day is None or found.text is None or not found.day < last <= calendar.monthrange(found.year or 2000, found.month or 1)[1]:
        return found
    return replace(found, text=f"{found.text[:-2]}{last:02d}", day=last, end=until.end())


def in_year(day: Day, year: int) -> Day:
    """The same day of another year."""
    written = f"{year:04d}{day.text[4:]}" if day.text else None
    if day.month == 2 and day.day and day.day > 27:
        written = None if written is None else f"{year:04d}-02-{calendar.monthrange(year, 2)[1]:02d}"
    return replace(day, text=written, year=year)


_SEASON = compiled(r"(?:[主入]?汛期?|[春暑]运|[春秋]季学期|[寒暑]假|暑期|(?:[采供取]暖|供热)[季期]|入冬|春节|开学)[^，。；\n]{0,6}?前")
# 月底前, 下月底, 本季度末, 下月起, 本月15日前: counted from the day of publication
_NEAR = compiled(
    r"(?<![\d一二三四五六七八九十个每当逐各次上地以线年度当旗桥名楼])(?P<next>下个?|本)?(?P<span>月(?![度均供])|(?<=[下本])季度|(?<=下个)季度)(?:(?P<day>3[01]|[12]\d|[1-9])日)?(?P<end>[底末])?(?:起|开始|(?:之|以)?[前内])?"
)
NEAR_SIGNS = ("月底", "月末", "季度末", "季度底", "下月", "下个月", "下季度", "下个季度", "本月", "本季度")


def near(text: str, start: int, end: int, published: date) -> Iterator[Day]:
    """The days that are told by the month or the quarter in which the text was published."""
    for match in _NEAR.finditer(text, start, end):
        ahead, starts = bool(match["next"] and match["next"] != "本"), match[0].endswith(("起", "始"))
        told = match["end"] or (match["next"] and (match["day"] or match[0][-1] in "起始前内"))
        if not told and not (ahead and match["next"]):
            continue  # 月, 本月 alone
        month = published.month + ahead
        if match["span"] == "季度":
            month = (published.month + 2) // 3 * 3 + 3 * ahead - 2 * (ahead and starts)
        year, month = published.year + (month > 12), (month - 1) % 12 + 1
        last = calendar.monthrange(year, month)[1]
        day = int(match["day"] or (1 if ahead and starts else last))  # 本月起: by its end it has begun
        if day <= last:
            yield Day(f"{year:04d}-{month:02d}-{day:02d}", *match.span(), starts, year, month, day, True, "due_near")


_ALONE = compiled(r"(20\d\d)[-./](\d{1,2})(?:[-./](\d{1,2}))?$")


def alone(text: str, start: int, end: int) -> Day | None:
    """2022.10, 2022-08-15 where nothing but a day stands, as in a column of deadlines."""
    match = _ALONE.match(text[start:end])
    if match is None:
        return None
    year, month = int(match[1]), int(match[2])
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    day = int(match[3] or last)
    return Day(f"{year}-{month:02d}-{day:02d}", start, end, False, year, month, day) if 1 <= day <= last else None


def _day(match: re.Match[str], this_year: int | None) -> Day | None:
    part = {name: value for name, value in match.groupdict().items() if value is not None}
    dated = part.keys() - {"from", "after"}
    if not dated or (dated == {"year_end"} and part["year_end"] in ("底", "末")):
        return None
    if "year" in part:
        year: int | None = int(part["year"]) + (1911 if len(part["year"]) < 4 else 0)
    elif "roc" in part:
        year = int(part["roc"]) + 1911
    elif "digits" in part:
        written = whole(part["digits"].replace("零", "〇")) or 0
        year = written + (1911 if written < 1000 else 0)
    elif "chinese" in part:
        year = (whole(part["chinese"]) or 0) + 1911
    elif (ahead := _YEARS_AHEAD.get(part.get("relative", "").removesuffix("度"))) is not None:
        year = this_year and this_year + ahead
    else:
        year = this_year
    reckoned = not part.keys() & {"year", "roc", "digits", "chinese"}
    starts = "from" in part or part.get("after") in ("起", "开始", "以来")
    month = day = None
    if year and part.get("after") in ("前", "之前", "以前") and dated & {"year", "roc"} == dated:
        year -= 1  # 2025年前: by the end of the year before
    if "month" in part:
        month = int(part["month"]) if part["month"].isascii() else _MONTHS[part["month"]]
        if "day" in part:
            day = whole(part["day"]) or 0
            if day > calendar.monthrange(year or 2000, month)[1]:
                return None
        elif starts:
            day = 1  # 7月起
        elif year is not None:
            day = {"上旬": 10, "中旬": 20}.get(part.get("third", ""), calendar.monthrange(year, month)[1])
    elif "quarter" in part:
        month = _QUARTERS[part["quarter"]]
        if starts:
            month, day = month - 2, 1  # 第一季度起
    elif "mid_year" in part:
        month = 6
    elif "half" in part:
        month = 6 if part["half"].startswith("上") else 12
    elif "feast" in part:
        month, day = _DAY_BEFORE[part["feast"]]
        if year and part["feast"] == "元旦" and dated > {"feast"}:
            year -= 1  # 2027年元旦前
    elif "year_end" in part:
        month = 12  # 年内 and 今年 say no more than the year
    if month and not day and year is not None:
        day = calendar.monthrange(year, month)[1]
    iso = None
    if year is not None:
        iso = f"{year:04d}-{month:02d}-{day:02d}" if month and day else f"{year:04d}"
    return Day(iso, *match.span(), starts, year, month, day, reckoned, "due_beginning" if "year_start" in part else None)
