"""Lines of a table: cells parted by tabs, or by a wide gap, keep one tab between them; every other tab is a space."""

from __future__ import annotations

import re
from collections.abc import Iterator

TAB = "\t"
_LINE = re.compile(r"^[^\n]*(?:\t|[ \u00a0\u3000]{2})[^\n]*$", re.M)
_BLANK = "[ \u00a0\u3000]"
_GAP = re.compile(rf"{_BLANK}*\t{_BLANK}*|{_BLANK}{{2,}}")
_TAB = re.compile(TAB)
_FEWEST = 3  # cells of a row: two words with a gap between them are no table
_LONGEST = 120  # characters of a cell


def aligned(text: str) -> Iterator[tuple[int, int, str]]:
    """The edits that leave one tab between the cells of a row, and none elsewhere."""
    for line in _LINE.finditer(text):
        start, end = line.span()
        while start < end and text[start] in " \u00a0\u3000\t":
            start += 1
        while end > start and text[end - 1] in " \u00a0\u3000\t":
            end -= 1
        row = _is_row(text[start:end])
        if row and start > line.start():
            yield line.start(), start, ""
        for gap in (_GAP if row else _TAB).finditer(text, start if row else line.start(), end if row else line.end()):
            yield *gap.span(), TAB if row else " "
        if row and end < line.end():
            yield end, line.end(), ""


def _is_row(words: str) -> bool:
    cells = _GAP.split(words)
    fits = len(cells) >= _FEWEST and max(map(len, cells)) <= _LONGEST
    return fits and (TAB in words or not any("。" in cell for cell in cells))
