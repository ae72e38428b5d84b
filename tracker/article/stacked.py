"""Tables that were copied cell by cell: 序号, 项目名称, 责任单位, then 1, 新建广场, 县文旅局 …, each in a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tracker.article.compiling import compiled
from tracker.article.rows import TAB

_NUMBERS = compiled(r"^[ \t\u3000]*(?:序[号號]|[编編][号號]|[项項]次|序)[ \t\u3000]*$", re.M)
_TITLE = compiled(r"[^，。；：、\d\n]{2,20}")
_THING = compiled(r"名[称稱]|[内內]容|[项項]目|事[项項]|任[务務]|[举舉]措|[实實]事")
_ANSWER = compiled(r"[单單]位|部[门門]|[时時]限|[时時][间間]|期限|[内內]容|目[标標]")
_BROAD = compiled(r"[内內]容|[规規]模|[标標]准|要求|目[标標]|任[务務]|[举舉]措|[进進]展")
_LINE = compiled(r"[^\n]*[^\s][^\n]*")
_SUM = compiled(r"[合小总總共][计計数數]|[注说說]明?[：:]|附[件注]?[：:]")
_FEWEST, _MOST = 3, 12  # columns
_PROOF = 2  # rows that have all their cells


def may_be(raw: str) -> bool:
    """Whether a text may hold such a table."""
    return _NUMBERS.search(raw) is not None


def joined(text: str) -> Iterator[tuple[int, int, str]]:
    """The edits that put the cells of each row into one line, parted by tabs."""
    done = 0
    for head in _NUMBERS.finditer(text):
        if head.start() < done:
            continue
        columns = list(_titles(text, head.start()))
        if not _FEWEST <= len(columns) <= _MOST:
            continue
        rows = list(_rows(text, columns[-1][1], len(columns)))
        broad = next((index for index, (start, end) in enumerate(columns) if index and _BROAD.search(text, start, end)), None)
        fits = sum(1 for row in rows if len(row) == len(columns))
        if fits < _PROOF or fits * 4 < len(rows) * 3:
            continue
        for row in (columns, *rows):
            yield from _in_one_line(row, len(columns), broad)
            done = row[-1][1]


def _lines(text: str, place: int) -> Iterator[tuple[int, int]]:
    while line := _LINE.search(text, place):
        yield line.span()
        place = line.end()


def _titles(text: str, place: int) -> Iterator[tuple[int, int]]:
    """The titles of the columns, up to the line that is the number of the first row; none where they are not such."""
    found = []
    for start, end in _lines(text, place):
        if text[start:end].strip() in ("1", "一"):
            words = [text[slice(*span)] for span in found]
            if any(map(_THING.search, words)) and any(map(_ANSWER.search, words)):
                yield from found
            return
        if len(found) > _MOST or not _TITLE.fullmatch(text[start:end].strip()):
            return
        found.append((start, end))


def _rows(text: str, place: int, width: int) -> Iterator[list[tuple[int, int]]]:
    """The lines of each row, by the numbers that count on."""
    row: list[tuple[int, int]] = []
    number = 0
    for start, end in _lines(text, place):
        words = text[start:end].strip()
        if words in (str(number + 1), numerals_of(number + 1)) and (not row or len(row) >= width - 1):
            if row:
                yield row
            row, number = [(start, end)], number + 1
        elif not row or _SUM.match(words) or (len(row) >= width and (len(row) > width + _BROKEN or words[-1:] in "。：:")):
            break
        else:
            row.append((start, end))
    if row:
        yield row[:width]  # below the last there may be anything


_BROKEN = 6  # lines more than columns, of cells that hold several


def numerals_of(number: int) -> str:
    """一 to 十 for 1 to 10, else nothing that a line could be."""
    return "一二三四五六七八九十"[number - 1] if number <= len("一二三四五六七八九十") else "\n"


def _in_one_line(row: list[tuple[int, int]], width: int, broad: int | None) -> Iterator[tuple[int, int, str]]:
    """Tabs between the cells; what is too much goes on in the broad one."""
    over = len(row) - width
    for index, ((_, end), (start, _)) in enumerate(pairwise(row)):
        within = over > 0 and broad is not None and broad <= index < broad + over
        yield end, start, "；" if within else TAB
