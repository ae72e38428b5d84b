"""The year that a text itself is about: what 今年 and 年底 mean in it where nobody says when it was published."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from tracker.article import page, readings, rows
from tracker.article.cleaned import Cleaned
from tracker.article.compiling import compiled
from tracker.article.numerals import whole
from tracker.article.proposal import Place
from tracker.article.structure import Structure

# Not the month in brackets behind an item: that is when it is due
YEARS = compiled(r"(?:(?<![\d（(])|(?<=[（(])(?!\d{3,4}年\d{1,2}月))(20\d\d|1[0-3]\d)年度?(?!代|财政年度|[^，。]{0,8}(?:回顾|总结))")
_PERIOD = compiled(r"20\d\d年?[—–~～至到-]+(?:20)?\d\d")
_PLAN_YEAR = compiled(r"(?=[12])(?<!\d)(20\d\d|1[0-3]\d)年度")
# 二〇二六财政年度施政报告, given in the year before that of which it speaks
_BUDGET = compiled(r"(20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})年?[财財]政年度(?:的)?施政")
# 2025年民生实事清单, in a text that names no other year of a list
_LIST_YEAR = compiled(r"(?<!\d)(20\d\d)年(?:度|市级|县级|区级|重点|政府|[一二三四五六七八九十\d]{1,3}[件项])*(?:民生|为民|惠民|实事)")
_LABEL = r"(?:[发發][布佈表稿]|刊[发發]|印[发發]|成文)(?:时间|時間|日期)[:：]"
_DATE = r"\s?[-年/.]\s?(\d{1,2})\s?[-月/.]\s?(\d{1,2})(?!\d)"
# What tells only the year: the day of a change, of an event, of a decision
_YEAR_OF = compiled(
    r"(?:(?:更新)?(?:时间|時間|日期)|更新)[:：]\s{0,2}(?:民[国國]\s?)?(?:(20\d\d)[-年/.]\d{1,2}|(1\d\d)\s?[-年/.]\s?\d{1,2}\s?[-月/.])"
)
# 《某某日报》2021年6月3日 第2版; □本报记者某某 2022-10-12; 2022年4月18日印发
_DAY = compiled(r"(?<![\d—-])(20\d\d)(?:年\d{1,2}月\d{1,2}日|年?第\d{1,3}期|[-/.]\d{1,2}[-/.]\d{1,2})(?![起前施]|\d(?!\d?[:：]))")
# What a text of the year tells of: …于2021年5月下旬印发; not what lies ahead
_TOLD = compiled(r"(?<!\d)(20\d\d)年\d{1,2}月(?:初|[上中下]旬|底|\d{1,2}日)?(?![\d底日之以]*[前起])")
_AHEAD = compiled(r"(?:[（(]|将|拟|到|(?<!截)至|预计|计划|力争|争取|确保|目标|—)[^，。；：\n]{0,4}$")
_NUMBERED = compiled(r"[〔\[（(【](20\d\d)[〕\]）)】]\s?第?\s?\d{1,4}\s?[号號]")  # 某政办发〔2024〕12号
# The day of publication where it stands, and nothing else: not 活动时间, not the day of an event in a headline
_SAID = compiled(
    rf"(?:{_LABEL}|(?:^|(?<=[\s|]))(?:时间|時間|日期)[:：])\s{{0,2}}(?:民[国國]\s?)?(20\d\d|1\d\d){_DATE}"
    r"|^(?:[^\n。]{0,39}[^\n。\d])?(20\d\d)-(\d{1,2})-(\d{1,2})[ T]\d{1,2}:",
    re.M,
)
_APART = compiled(
    r"(?!.*(?:时间|時間|日期)[:：])(?:.*[\s》）)|]|[（(\[【]|(?=.*印[发發]$).*?(?<!\d)|.{0,20}中[华華])?"
    rf"(?P<day>(?:(20\d\d)|民[国國]\s?(1\d\d)){_DATE}\s?日?)(?:$|[\s）)\]】|]|印[发發]|第\d|[来來]源|星期|\d\d[:：])"
)
# 本报2024年3月5日讯（记者某某）…, at the head of a line of prose
_WIRED = compiled(rf".{{0,16}}?(?P<day>(20\d\d){_DATE}日?)(?:[电電](?![话話子视視])|[讯訊])")
_IN_CHINESE = compiled(r"(?:.*\D)?(?P<day>(二[〇○零][〇○零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日)(?:$|[\s）)]|印[发發])")
_IN_PROSE = compiled(r"[。；，]")
# What is listed, in a row or by number: a day there is a deadline
_NUMBERED_LINE = compiled(r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[)）、.．]|\t)|[①-⑳]")
_OF_HEAD = compiled(r"[:：]|[来來]源|日期|时间|時間")
_CELL = compiled(r"<t[dh]\b[^<>]*>\s*$", re.I)
_LONGEST = 60  # characters of a line with the day in it
_LINES = 8  # lines at either end among which the day stands
_ENDS = 20_000  # characters at either end of a text in which the day of its publication is printed


def stated_year(structure: Structure, raw: str) -> int | None:
    """The day of publication, a printed date, the number of a document, a heading, or the plan year that the text keeps naming."""
    if day := page.of(raw).day:
        return day.year
    raw = _words(raw)
    if stated := _stated_day(raw):
        return stated[0].year
    if printed := _YEAR_OF.search(raw, 0, _ENDS) or _YEAR_OF.search(raw, max(0, len(raw) - _ENDS)):
        return gregorian(printed[1] or printed[2])
    for line in _ends(raw):
        if len(line) <= _LONGEST and not _IN_PROSE.search(line) and (day := _DAY.search(line) or _NUMBERED.search(line)):
            return int(day[1])
    for paragraph in structure.paragraphs[:3]:
        if paragraph.heading and (budget := budget_year(structure.text[paragraph.start : paragraph.end])):
            return budget - 1
        if paragraph.heading and (match := YEARS.search(structure.text, paragraph.start, paragraph.end)):
            return gregorian(match[1])
    named = Counter(gregorian(match[1]) for match in _PLAN_YEAR.finditer(structure.text))
    if named and (len(named) == 1 or named.most_common(2)[0][1] > 2 * named.most_common(2)[1][1]):
        return named.most_common(1)[0][0]
    text = structure.text
    told = {int(match[1]) for match in _TOLD.finditer(text) if not _AHEAD.search(text, max(0, match.start() - 8), match.start())}
    listed = {int(match[1]) for match in _LIST_YEAR.finditer(text)}
    return next((years.pop() for years in (told, listed) if len(years) == 1), None)


def budget_year(title: str) -> int | None:
    """The fiscal year for which a policy address of that title says what will be done."""
    budget = _BUDGET.search(title)
    return whole(budget[1].replace("○", "〇").replace("零", "〇")) if budget else None


def year_of(title: str | None) -> int | None:
    """The one year that a title names (2025年民生实事), neither looking back on it nor one of a period."""
    named = {gregorian(match[1]) for match in YEARS.finditer(title or "") if len(match[1]) == 4}
    return named.pop() if len(named) == 1 and not _PERIOD.search(title or "") else None


def stated_day(raw: str) -> tuple[date, Place] | None:
    """The day on which a text says that it was published, and where it says so."""
    words = _words(raw)
    stated = _stated_day(words)
    written = readable(raw) if stated and words is not raw else None
    return (stated[0], written.raw_span(*stated[1])) if stated and written else stated


def readable(raw: str) -> Cleaned | None:
    """A text without readings in brackets (發(fā)布時間) at its ends; None where it has none."""
    edits = _readings(raw)
    return Cleaned.of(raw).edited(edits) if edits else None


def _words(raw: str) -> str:
    """The same without its places, which a long text takes long to count."""
    done, pieces = 0, []
    for start, end, _ in _readings(raw):
        pieces.append(raw[done:start])
        done = end
    return "".join([*pieces, raw[done:]]) if pieces else raw


def _readings(raw: str) -> list[tuple[int, int, str]]:
    ends = raw if len(raw) <= 2 * _ENDS else raw[:_ENDS]
    return list(readings.in_brackets(ends)) if "(" in ends or "（" in ends else []


def _stated_day(raw: str) -> tuple[date, Place] | None:
    if said := _SAID.search(raw, 0, _ENDS) or _SAID.search(raw, max(0, len(raw) - _ENDS)):
        return _day(*filter(None, said.groups()), said.span())
    for line in _ends(raw):
        prose = len(line) > _LONGEST or _IN_PROSE.search(line)
        found = _WIRED.match(line) if prose else _APART.match(line) or _IN_CHINESE.match(line)
        at = raw.index(line) + found.start("day") if found else 0
        if found and not _in_cell(raw, at):
            return _day(*filter(None, found.groups()[1:]), (at, at + len(found["day"])))
    return None


def _day(year: str, month: str, day: str, place: Place) -> tuple[date, Place] | None:
    numbers = [whole(part.replace("○", "〇")) or 0 for part in (year, month, day)]
    try:
        return date(gregorian(str(numbers[0])), *numbers[1:]), place
    except ValueError:
        return None


def _ends(text: str) -> list[str]:
    """The first lines with words on them, and the last, from the end, without those of a list or a table."""
    lines = [*_lines(text[:_ENDS], _LINES), *reversed(_lines(text[-_ENDS:], -_LINES))]
    of_table = {line for line in lines if rows.is_row(line)}
    if of_table:
        of_table |= {line for line in lines if rows.TAB in line}  # of a row that the page has broken
    return [line for line in lines if not _NUMBERED_LINE.match(line) and (_OF_HEAD.search(line) or line not in of_table)]


def _in_cell(page: str, place: int) -> bool:
    """Whether a cell of a page begins there in whose row nothing calls it a day of publication."""
    return bool(_CELL.search(page, max(0, place - 200), place)) and not _OF_HEAD.search(page[page.rfind("<tr", 0, place) : place])


def _lines(text: str, count: int) -> list[str]:
    """The first lines with words on them; the last for a negative count."""
    found = [line.strip() for line in text.splitlines() if line.strip()]
    return found[:count] if count > 0 else found[count:]


def gregorian(written: str) -> int:
    return int(written) + (1911 if len(written) < 4 else 0)
