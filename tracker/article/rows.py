"""Lines of a table: cells parted by tabs, or by a wide gap, keep one tab between them; every other tab is a space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article.compiling import compiled

TAB = "\t"
_LINE = compiled(r"^[^\n]*(?:\t|[ \u00a0\u3000]{2})[^\n]*$", re.M)
_BLANK = "[ \u00a0\u3000]"
_GAP = compiled(rf"{_BLANK}*\t{_BLANK}*|{_BLANK}{{2,}}")
_TAB = compiled(TAB)
_FEWEST = 3  # cells of a row: two words with a gap between them are no table
_LONGEST = 120  # characters of a cell
# 序号　任务内容　牵头单位: below such a line one blank parts cells, as it does nowhere else.
_COLUMNS = compiled(
    rf"^(?:{_BLANK})*(?:序号|编号|项次)(?:{_BLANK})+[^\n。]*(?:单位|部门|时限|时间|内容|名称|事项|项目)[^\n。]*$", re.M
)
_WIDE = compiled("[ \u00a0]*\u3000[ \u00a0\u3000]*|[ \u00a0]{2,}")
_NARROW = compiled(f"{_BLANK}+")
_NEXT = compiled(r"\n+([^\n]+)")
_GROUP = 30  # characters of a line between the rows that tells of which sort those below are


_PIPED = compiled(r"^[ \t]*\|(?P<row>[^\n]*[^\n| \t-][^\n]*)\|[ \t]*$|^[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*\n?", re.M)
_PIPE = compiled(r"[ \t]*\|[ \t]*")


def piped(text: str) -> Iterator[tuple[int, int, str]]:
    """The edits that leave a tab between the cells of | 1 | 新建广场20个 | 县文旅局 |, and nothing of the line below their heads."""
    for line in _PIPED.finditer(text):
        if line["row"] is None:
            yield *line.span(), ""
            continue
        start, end = line.span("row")
        yield line.start(), start, ""
        for pipe in _PIPE.finditer(text, start, end):
            yield *pipe.span(), TAB
        yield end, line.end(), ""


def columned(text: str) -> Iterator[tuple[int, int, str]]:
    """The edits that leave a tab between the cells under the heads of columns that one blank parts."""
    if not any(word in text for word in ("序号", "编号", "项次")):
        return
    done = 0
    for head in _COLUMNS.finditer(text):
        words = head[0].strip()
        gap = next((one for one in (_WIDE, _NARROW) if len(one.split(words)) >= _FEWEST), None)
        if gap is None or head.start() < done or TAB in words:
            continue
        columns, (start, end) = len(gap.split(words)), head.span()
        while start < end:
            cells = gap.split(text[start:end].strip())
            fits = len(cells) == columns or (gap is _WIDE and len(cells) >= _FEWEST)
            if fits:
                yield from ((*one.span(), TAB) for one in gap.finditer(text, start, end))
            elif len(cells) > 1 or end - start > _GROUP or "。" in cells[0]:
                break
            done = end
            following = _NEXT.match(text, end)
            start, end = following.span(1) if following else (end, end)


# 指标 负责部门 完成日期: below such a line the last blanks of a row part its owner and its day from what is to be done, which has blanks of its own.
_OWNER_AND_DAY = compiled(
    rf"^(?P<name>[^\s。]{{2,10}}){_BLANK}+(?P<owner>[^\s。]{{0,6}}(?:部[門门]|[單单]位|機構|机构)){_BLANK}+(?P<day>[^\s。]{{0,6}}(?:日期|[時时][間间限]|期限)){_BLANK}*$", re.M
)
_WITH_OWNER_AND_DAY = compiled(
    rf"(?P<number>\d{{1,2}}(?:\.\d{{1,2}})?[.、]?{_BLANK}+)?[^\n。]{{4,}}?(?P<before>{_BLANK}+)[^\s。]{{2,14}}[局署處处科委會会院司部中心](?P<behind>{_BLANK}+)[^\s。]{{1,12}}{_BLANK}*"
)


def owned_and_dated(text: str) -> Iterator[tuple[int, int, str]]:
    """The edits that leave a tab before the owner and the day of each row under the heads of such columns, and no number before it."""
    for head in _OWNER_AND_DAY.finditer(text):
        yield head.end("name"), head.start("owner"), TAB
        yield head.end("owner"), head.start("day"), TAB
        start, end = head.span()
        while following := _NEXT.match(text, end):
            start, end = following.span(1)
            row = _WITH_OWNER_AND_DAY.fullmatch(text, start, end)
            if row is None:
                break
            if row["number"]:
                yield *row.span("number"), ""
            for gap in ("before", "behind"):
                yield *row.span(gap), TAB


# 项目,内容,责任单位,时限: below such a line commas part cells, as a spreadsheet saves them.
_COMMAS = compiled(r"^(?:[^,，。；\n\d]{1,16},){2,}[^,，。；\n\d]{1,16}$", re.M)
_TITLES = compiled("单位|單位|部门|部門|时限|時限|时间|時間|内容|內容")
_SAVED = compiled(r'"(?P<quoted>(?:[^"\n]|"")*)"(?=,|$)|[^,\n]*')


def comma_parted(text: str) -> Iterator[tuple[int, int, str]]:
    """The edits that leave a tab between the cells of a table that a spreadsheet has saved, and no quotes around them."""
    done = 0
    for head in _COMMAS.finditer(text):
        columns, (start, end) = head[0].count(",") + 1, head.span()
        if start < done or not _TITLES.search(head[0]):
            continue
        while start < end:
            cells = _cells(text, start, end)
            if len(cells) != columns:
                break
            for before, cell in zip([None, *cells], cells, strict=False):
                if before is not None:
                    yield before.end(), cell.start(), TAB
                if cell["quoted"] is not None:
                    yield cell.start(), cell.start() + 1, ""
                    yield cell.end() - 1, cell.end(), ""
            following = _NEXT.match(text, end)
            start, end = following.span(1) if following else (end, end)
        done = end


def may_be_saved(raw: str) -> bool:
    """Whether a text that is not yet clean may hold a table that a spreadsheet has saved. False tells that it does not."""
    lines = raw.replace("\r\n", "\n")
    if any(sign in lines for sign in "\x1b\r\x0b\x0c\x85\u2028\u2029"):  # where lines end is not told yet
        return True
    return any(_TITLES.search(head[0]) for head in _PERHAPS.finditer(lines))


_PERHAPS = compiled(r"^(?:[^,，。；\n\d]{1,60},){2,}[^,，。；\n\d]{1,60}$", re.M)


def _cells(text: str, start: int, end: int) -> list[re.Match[str]]:
    cells: list[re.Match[str]] = []
    while start <= end and (cell := _SAVED.match(text, start, end)) is not None:
        cells.append(cell)
        start = cell.end() + 1
    return cells


def aligned(text: str) -> Iterator[tuple[int, int, str]]:
    """The edits that leave one tab between the cells of a row, and none elsewhere."""
    last = head = have = 0  # the end of the row before, the cells of the first row, those of the row that is not full yet
    for line in _LINE.finditer(text):
        start, end = line.span()
        while start < end and text[start] in " \u00a0\u3000\t":
            start += 1
        while end > start and text[end - 1] in " \u00a0\u3000\t":
            end -= 1
        cells = len(_GAP.split(text[start:end]))
        if not _WRAPPED.fullmatch(text, last, line.start()):
            head = 0
        rest = 0 < have < head and have + cells - 1 <= head
        row = is_row(text[start:end]) or (rest and text.find(TAB, start, end) >= 0)
        if row:
            last, head, have = line.end(), head or cells, have + cells - 1 if rest else cells
        if row and start > line.start():
            yield line.start(), start, ""
        for gap in (_GAP if row else _TAB).finditer(text, start if row else line.start(), end if row else line.end()):
            yield *gap.span(), TAB if row else " "
        if row and end < line.end():
            yield end, line.end(), ""


_WRAPPED = compiled(r"\n(?:[^\n\t。]{1,24}\n){0,2}")  # with the middle of a cell that the page has broken


def in_cells(words: str) -> str:
    """A row, or a part of one, on a line to read: strokes between its cells."""
    return _GAP.sub(" | ", words)


def is_row(words: str) -> bool:
    """Whether a line is of cells that tabs or wide gaps part."""
    cells = _GAP.split(words)
    fits = len(cells) >= _FEWEST and max(map(len, cells)) <= _LONGEST
    return fits and (TAB in words or not any("。" in cell for cell in cells))
