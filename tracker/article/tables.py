"""Tables of projects: which column names the thing, who answers for it, by when; rows that a page has broken are put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from tracker.article.compiling import compiled
from tracker.article.rows import TAB

# What a column is for, by the words over it; the first that fits.
_COLUMNS = (
    ("person", compiled(r"联系人|责任人|分管|领导")),
    ("helper", compiled(r"配合|协办|参与|协助")),
    ("money", compiled(r"投资|资金|经费|预算|万元|金额")),
    ("due", compiled(r"时限|时间|期限|日期|完工|竣工|工期|年限|进度")),
    ("number", compiled(r"^(?:序号|编号|项次|序|号|No\.?)$")),
    ("owner", compiled(r"(?:牵头|责任|承办|主办|实施|主管|建设|主责|负责|申报)?(?:责任)?(?:单位|部门|机关|局处|主体)|^(?:街道|镇街|乡镇|镇乡?|社区|区县|县区|县市区|属地|学校|医院)$")),
    ("detail", compiled(r"(?:目标|指标)(?!名称)")),  # 目标任务, beside 项目名称
    ("name", compiled(r"名称|项目(?!数)|工程|实事|事项|任务|举措|措施|清单|计划")),
    ("detail", compiled(r"内容|规模|标准|要求|地点|说明")),
    ("status", compiled(r"备注|状态|进展|性质")),
)
_DONE = compiled(r"已(?:于[^，。]{0,10})?(?:全部|基本)?(?:完工|完成|投入|投用|投运|竣工|建成|启用|办结|销号)")
_SUM = compiled(r"^(?:合计|小计|总计|共计|总数)")
_EMPTY = compiled(r"[-—/无\s]*")
_GROUP = compiled(r"(?:[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、)[^。\n\t]{2,30}$", re.M)
_MOST = 24  # columns


@dataclass(frozen=True)
class Cell:
    start: int
    end: int


@dataclass(frozen=True)
class Row:
    """The cells of one project by what their column is for; an empty cell is absent."""

    cells: dict[str, Cell]
    start: int
    end: int


@dataclass(frozen=True)
class Table:
    """Lines first to last (indices of paragraphs) with the rows that still promise something."""

    first: int
    last: int
    start: int
    end: int
    rows: list[Row]


def find(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Table]:
    """The tables among the lines whose columns tell of things and of owners, days or contents."""
    index = 0
    while index < len(lines):
        columns = _header(text, *lines[index])
        if columns is None:
            index += 1
            continue
        last = index
        while last + 1 < len(lines):
            if text.find(TAB, *lines[last + 1]) >= 0:
                last += 1
            elif last + 2 < len(lines) and _is_group(text, *lines[last + 1]) and text.find(TAB, *lines[last + 2]) >= 0:
                last += 2
            elif _goes_on(text, lines[last : last + 3], len(columns)):
                last += 1
            else:
                break
        yield Table(index, last, lines[index][0], lines[last][1], list(_rows(text, lines[index + 1 : last + 1], columns)))
        index = last + 1


def _goes_on(text: str, lines: Sequence[tuple[int, int]], width: int) -> bool:
    """区民政局 / 区财政局: whether the line after a row is the middle of a cell that the page has broken, or the end of its last."""
    if len(lines) < 2 or lines[1][1] - lines[1][0] > _CELL or text.find("。", *lines[1]) >= 0:
        return False
    if text.count(TAB, *lines[0]) + 1 < width:
        return any(text.find(TAB, *line) >= 0 for line in lines[2:])
    return _ORGAN.search(text, *lines[1]) is not None


_CELL = 24  # characters of a line within a cell
_ORGAN = compiled(r"[局委厅办院会府署部]$", re.M)


def _is_group(text: str, start: int, end: int) -> bool:
    """（一）扩大服务供给: a line between the rows that tells of which sort those below are."""
    return _GROUP.match(text, start, end) is not None and text.find(TAB, start, end) < 0


def _header(text: str, start: int, end: int) -> list[str] | None:
    if text.find(TAB, start, end) < 0 or end - start > 200:
        return None
    columns: list[str] = []
    for title in text[start:end].split(TAB):
        kind = next((name for name, words in _COLUMNS if words.search(title)), "")
        columns.append(kind if kind not in columns else "")
    if "name" not in columns and "detail" in columns:
        columns[columns.index("detail")] = "name"
    told = {"owner", "due", "detail"} & set(columns)
    return columns if "name" in columns and told and len(columns) <= _MOST else None


def _rows(text: str, lines: Sequence[tuple[int, int]], columns: list[str]) -> Iterator[Row]:
    lines = [line for line in lines if not _is_group(text, *line)]
    for cells in _joined([_cells(text, *line) for line in lines], len(columns)):
        words = [text[cell.start : cell.end] for cell in cells]
        if _header(text, cells[0].start, cells[-1].end) or any(_SUM.match(word) for word in words[:2]):
            continue
        if any(_DONE.search(word) for word in words):
            continue
        if len(cells) < len(columns) and columns[0] == "number" and not words[0].strip(".、").isdigit():
            cells = [Cell(cells[0].start, cells[0].start), *cells]  # the number stands for several rows
        filled = {
            kind: cell
            for kind, cell in zip(columns, cells, strict=False)
            if kind and not _EMPTY.fullmatch(text, cell.start, cell.end)
        }
        if "name" in filled:
            yield Row(filled, cells[0].start, cells[-1].end)


def _cells(text: str, start: int, end: int) -> list[Cell]:
    cells = []
    while True:
        stop = text.find(TAB, start, end)
        cells.append(Cell(start, stop if stop >= 0 else end))
        if stop < 0:
            return cells
        start = stop + 1


def _joined(lines: list[list[Cell]], width: int) -> Iterator[list[Cell]]:
    """A cell that the page has broken goes on in the lines below: their cells are together as many as the row has, counting it once."""
    index = 0
    while index < len(lines):
        cells = lines[index]
        index += 1
        taken = 0
        for size, joined in enumerate(accumulate((len(one) - 1 for one in lines[index : index + _BROKEN]), initial=len(cells))):
            if size and joined == width and len(cells) > 1 and (joined > len(cells) or len(lines[index + size - 1]) == 1):
                taken = size
        for following in lines[index : index + taken]:
            cells = [*cells[:-1], Cell(cells[-1].start, following[0].end), *following[1:]]
        index += taken
        yield cells


_BROKEN = 4  # lines below in which a row goes on
