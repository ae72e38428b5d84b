"""The year that a text itself is about: what 今年 and 年底 mean in it where nobody says when it was published."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from tracker.article import page, readings
from tracker.article.cleaned import Cleaned
from tracker.article.proposal import Place
from tracker.article.structure import Structure

YEARS = re.compile(r"(?<!\d)(20\d\d|1[0-3]\d)年度?(?!代|[^，。]{0,8}(?:回顾|总结))")
_PERIOD = re.compile(r"20\d\d年?[—–~～至到-]+(?:20)?\d\d")
_PLAN_YEAR = re.compile(r"(?=[12])(?<!\d)(20\d\d|1[0-3]\d)年度")
_PUBLISHED = re.compile(
    r"(?:[发發][布佈表]|刊[发發]|更新|成文)?(?:时间|時間|日期)[:：] ?(?:(20\d\d)[-年/.]\d{1,2}|(1\d\d)年\d{1,2}月)"
    r"|^[^\n。]{0,40}(20\d\d)-\d{1,2}-\d{1,2}[ T]\d{1,2}:",
    re.M,
)
# 《某某日报》2021年6月3日 第2版; □本报记者某某 2022-10-12; 2022年4月18日印发
_DAY = re.compile(r"(?<![\d—-])(20\d\d)(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})(?![\d起前施])")
# The same where a day of publication stands, and nothing else: not 活动时间, not the day of an event in a headline
_SAID = re.compile(
    r"(?:[发發][布佈表]|刊[发發]|印[发發]|成文|^)(?:时间|時間|日期)[:：]\s?(20\d\d|1\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})(?!\d)"
    r"|^(?:[^\n。]{0,39}[^\n。\d])?(20\d\d)-(\d{1,2})-(\d{1,2})[ T]\d{1,2}:",
    re.M,
)
_APART = re.compile(
    r"(?!.*(?:时间|時間|日期)[:：])(?:.*[\s》）)|（(])?(?P<day>(20\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})(?!\d)日?)(?:$|[\s）)|]|印[发發]|第\d|[来來]源|星期)"
)
_IN_PROSE = re.compile(r"[。；，]")
_LONGEST = 60  # characters of a line with the day in it
_LINES = 8  # lines at either end among which the day stands
_ENDS = 20_000  # characters at either end of a text in which the day of its publication is printed


def stated_year(structure: Structure, raw: str) -> int | None:
    """The head of a page, a printed date, a heading, or the plan year that the text keeps naming."""
    if day := page.of(raw).day:
        return day.year
    written = readable(raw)
    raw = written.text if written else raw
    if printed := _PUBLISHED.search(raw, 0, _ENDS) or _PUBLISHED.search(raw, max(0, len(raw) - _ENDS)):
        return gregorian(printed[1] or printed[2] or printed[3])
    for line in (*_lines(raw[:_ENDS], _LINES), *reversed(_lines(raw[-_ENDS:], -_LINES))):
        if len(line) <= _LONGEST and not _IN_PROSE.search(line) and (day := _DAY.search(line)):
            return int(day[1])
    for paragraph in structure.paragraphs[:3]:
        if paragraph.heading and (match := YEARS.search(structure.text, paragraph.start, paragraph.end)):
            return gregorian(match[1])
    named = Counter(gregorian(match[1]) for match in _PLAN_YEAR.finditer(structure.text))
    if named and (len(named) == 1 or named.most_common(2)[0][1] > 2 * named.most_common(2)[1][1]):
        return named.most_common(1)[0][0]
    return None


def year_of(title: str | None) -> int | None:
    """The one year that a title names (2025年民生实事), neither looking back on it nor one of a period."""
    named = {gregorian(match[1]) for match in YEARS.finditer(title or "") if len(match[1]) == 4}
    return named.pop() if len(named) == 1 and not _PERIOD.search(title or "") else None


def stated_day(raw: str) -> tuple[date, Place] | None:
    """The day on which a text says that it was published, and where it says so."""
    written = readable(raw)
    stated = _stated_day(written.text if written else raw)
    return (stated[0], written.raw_span(*stated[1])) if stated and written else stated


def readable(raw: str) -> Cleaned | None:
    """A text without readings in brackets (發(fā)布時間) at its ends; None where it has none."""
    ends = raw if len(raw) <= 2 * _ENDS else raw[:_ENDS]
    edits = list(readings.in_brackets(ends)) if "(" in ends or "（" in ends else []
    return Cleaned.of(raw).edited(edits) if edits else None


def _stated_day(raw: str) -> tuple[date, Place] | None:
    if said := _SAID.search(raw, 0, _ENDS) or _SAID.search(raw, max(0, len(raw) - _ENDS)):
        return _day(*filter(None, said.groups()), said.span())
    for line in (*_lines(raw[:_ENDS], _LINES), *reversed(_lines(raw[-_ENDS:], -_LINES))):
        if len(line) <= _LONGEST and not _IN_PROSE.search(line) and (apart := _APART.match(line)):
            at = raw.index(line) + apart.start("day")
            return _day(*apart.groups()[1:], (at, at + len(apart["day"])))
    return None


def _day(year: str, month: str, day: str, place: Place) -> tuple[date, Place] | None:
    try:
        return date(gregorian(year), int(month), int(day)), place
    except ValueError:
        return None


def _lines(text: str, count: int) -> list[str]:
    """The first lines with words on them; the last for a negative count."""
    found = [line.strip() for line in text.splitlines() if line.strip()]
    return found[:count] if count > 0 else found[count:]


def gregorian(written: str) -> int:
    return int(written) + (1911 if len(written) < 4 else 0)
