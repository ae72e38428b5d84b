"""Numbering at the head of a line or inside one: 一、 (一) 1. (1) ① 项目一： 一是 第一，"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tracker.article.compiling import compiled
from tracker.article.numerals import whole

_CN = "[一二三四五六七八九十百零〇]{1,4}"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

# From the outermost to the innermost, as official documents nest them.
RANKS = {"part": 0, "cn": 1, "cn_paren": 2, "num": 3, "titled": 3, "num_paren": 4, "circled": 5, "bullet": 5, "first": 4, "is": 4}

_HEAD = compiled(
    rf"(?P<part>第{_CN}(?:部分|篇|章)[、:： ]?|[壹贰叁参肆伍陆柒捌玖拾]{{1,2}}、)"
    rf"|(?P<titled>(?:项目|任务|事项|实事|举措|工程|行动|清单)(?:{_CN}|\d{{1,2}})[：:、])"
    rf"|(?P<cn>{_CN}[、.．])"
    rf"|(?P<cn_paren>[(（] ?{_CN} ?[)）][、.．]?)"
    r"|(?P<num>\d{1,2}(?:[、．]|\.(?!\d)|[)）](?!、)))"
    r"|(?P<num_paren>[(（] ?\d{1,3} ?[)）][、.．]?)"
    rf"|(?P<circled>[{_CIRCLED}][、.．]?)"
    r"|(?P<bullet>[●○◎▪·*—-]{1,2}(?=[^—\d-])|之[一二三四五六七八九十]{1,2}[:：])"
    rf"|(?P<first>第{_CN}(?:[件项]?[,，:：]|、|[箭步招件项个]?是))"
    rf"|(?P<is>{_CN}是(?!否|非|指|不)[,，]?|{_CN}要(?=[^\d]))"
)
_HEADS = frozenset(f"(（{_CIRCLED}一二三四五六七八九十百零〇0123456789第壹贰叁参肆伍陆柒捌玖拾项任事实举工行清●○◎▪·*—-之")
"""With which such a marker begins, told at a glance."""
_INLINE = compiled(
    rf"(?=[(（\d{_CIRCLED}一二三四五六七八九十百零〇第])(?:^|(?<=[。；;：:，,、！]))(?:(?P<cn>(?<=[。；：]){_CN}、)|(?P<cn_paren>[(（]{_CN}[)）])|(?P<num_paren>[(（]\d{{1,3}}[)）])"
    rf"|(?P<num>\d{{1,2}}(?:[、．]|\.(?!\d)))|(?P<circled>[{_CIRCLED}])|(?P<is>{_CN}是(?!否|非|指|不)[,，]?)|(?P<first>第{_CN}(?:[件项]?[,，]|[箭步招件项个]?是)))",
    re.M,
)


@dataclass(slots=True)
class Number:
    """A marker: its kind (a key of `RANKS`), its ordinal (0 for a bullet), its place in the line."""

    kind: str
    ordinal: int
    start: int
    end: int


def head(line: str, start: int = 0, end: int | None = None) -> Number | None:
    """The marker with which the line begins, if it is numbered."""
    match = _HEAD.match(line, start, len(line) if end is None else end) if line[start : start + 1] in _HEADS else None
    if match is None:
        return None
    kind = match.lastgroup or "bullet"
    if kind == "num" and (other := _IN_A_ROW.match(line, match.end())) and int(other[1]) == _ordinal(match[0]) + 1:
        return None  # 4、5层楼
    return Number(kind, _ordinal(match[0]), *match.span())


def within(text: str, place: int) -> Number | None:
    """The marker of a list with which a sentence begins inside its line: …5所。二、市民政局。"""
    match = _HEAD.match(text, place) if text[place : place + 1] in _BEGINS else None
    return Number(match.lastgroup or "", 0, *match.span()) if match and match.lastgroup in _OF_A_LIST[:-1] else None


_BEGINS = frozenset(f"(（{_CIRCLED}一二三四五六七八九十0123456789")
_OF_A_LIST = ("cn", "cn_paren", "num", "titled", "num_paren", "circled", "bullet")
"""Markers that number lines; the others begin sentences and names as well (第一书记, 四要)."""


def unnumbered(line: str) -> str:
    """A line of a list without its number: what stands there."""
    line = line.strip()
    number = head(line)
    return line[number.end :].strip() if number and number.kind in _OF_A_LIST else line


_IN_A_ROW = compiled(r"(\d{1,2})(?:层|楼|级|年级|月|号|期|路|岁)")
_NEXT = compiled(r"(?P<ordinal>0?\d{1,2})(?:\.(?=\d)|(?=[一-龥]))")
_TITLE_ALONE = compiled(r"\d{1,2}(?![年月日个项件条期级路号届次])[一-龥]{2,10}$", re.M)


def following(text: str, start: int, last: int) -> Number | None:
    """A bare number that counts on from the line before: 2.50个小区 after 1., 02新建… after 01…"""
    match = _NEXT.match(text, start)
    if match and int(match["ordinal"]) == last + 1 and _TITLE_ALONE.match(text, start):
        return Number("num", last + 1, match.start(), match.end())
    if match is None or int(match["ordinal"]) != last + 1 or (last == 0 and match["ordinal"][0] != "0"):
        return None
    if text[match.end() - 1] != "." and match["ordinal"][0] != "0" and last != 9:
        return None
    return Number("num", last + 1, match.start(), match.end())


_FIRST = compiled(r"(?=[(（1①一第])(?:[(（]0{0,2}[1一][)）]|1[、．.]|①|一是|一、|第一)")


def may_run(text: str, start: int, end: int) -> Iterator[int]:
    """The places at which a run of markers may begin, found for many paragraphs at once."""
    return (match.start() for match in _FIRST.finditer(text, start, end))


def inline(text: str, start: int, end: int) -> Iterator[list[Number]]:
    """Runs of markers inside a paragraph: each begins with 1 and counts on, two members at least."""
    runs: dict[str, list[Number]] = {}
    for match in _INLINE.finditer(text, start, end):
        kind = match.lastgroup or ""
        number = Number(kind, _ordinal(match[0]), *match.span())
        run = runs.setdefault(kind, [])
        if number.ordinal == len(run) + 1:
            run.append(number)
        elif number.ordinal == 1:
            if len(run) > 1:
                yield run
            runs[kind] = [number]
    yield from (run for run in runs.values() if len(run) > 1)


@lru_cache(4096)
def _ordinal(marker: str) -> int:
    if marker[0] in _CIRCLED:
        return _CIRCLED.index(marker[0]) + 1
    found = re.search(rf"\d+|{_CN}", marker)
    return (whole(found[0]) or 0) if found else 0
