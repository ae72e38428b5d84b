"""From a file to the rows of its sheets: cells by column, each with its place."""

from __future__ import annotations

import csv
import io
import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from tracker.collector import resting
from tracker.errors import BadInput, DeedsError, RuleError
from tracker.i18n import Catalogue
from tracker.intake import guard
from tracker.intake.columns import NEEDED, READ, recognised

ROWS, COLUMNS_READ = 50_000, 100
"""The most rows that a sheet may have, and how many columns of it are looked at."""
_HEADINGS_WITHIN = 30
_QUOTED = re.compile(r'"[^"]*"|\\.')


class Cell(NamedTuple):
    """A cell that is not empty. `kind`: text, number, percent, day, bool, formula or error."""

    value: Any
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Place:
    """A cell: sheet (None in a CSV file), row from 1, column from 1, and the heading over it if there is one."""

    sheet: str | None
    row: int
    column: int = 1
    heading: str | None = None

    def __str__(self) -> str:
        name = f"{self.sheet}!" if self.sheet else ""
        return f"{name}{letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault and its place; None for the file as a whole."""

    place: Place | None
    error: DeedsError


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet under our headings, with the language of these.

    `columns` are places from 1 by key; `others` the headings that are not ours.
    """

    sheet: str | None
    language: str
    columns: dict[str, int]
    rows: list[tuple[int, dict[str, Cell]]]
    others: tuple[str, ...] = ()

    def place(self, row: int, key: str = "code") -> Place:
        heading = Catalogue(self.language)(f"intake.column_{key}") if key in self.columns else None
        return Place(self.sheet, row, self.columns.get(key, 1), heading)


@dataclass(frozen=True, slots=True)
class Content:
    """A file that was read: its tables, and what is wrong with their make."""

    upload: guard.Upload
    tables: tuple[Table, ...]
    problems: tuple[Problem, ...]


def letters(column: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, left = divmod(column - 1, 26)
        name = chr(65 + left) + name
    return name


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet as its file has it: rows (from a first one on, so many columns wide), merged areas, content beyond ROWS."""

    name: str | None
    rows: Callable[[int, int], Iterator[tuple[int, dict[int, Cell]]]]
    merged: Sequence[str] = ()
    beyond: int | None = None


@resting()
def read(upload: guard.Upload) -> Content:
    """What a file says under our headings. Raises BadInput for a file that cannot be read at all."""
    tables, problems = [], []
    for sheet in _workbook(upload) if upload.kind == guard.XLSX else [_csv(upload)]:
        table = _table(sheet, problems)
        if table is not None:
            tables.append(table)
            problems += _merged(table, sheet.merged)
    if not tables and not problems:
        raise BadInput("sheet_no_headings", file=upload.name)
    return Content(upload, tuple(tables), tuple(problems))


def _table(sheet: _Sheet, problems: list[Problem]) -> Table | None:
    for number, cells in sheet.rows(1, COLUMNS_READ):
        heading = {place: str(cell.value) for place, cell in cells.items() if cell.kind == "text"}
        if (found := recognised(heading)) is not None:
            break
        if number >= _HEADINGS_WITHIN:
            return None
    else:
        return None
    language, keys = found
    columns: dict[str, int] = {}
    for place, key in keys.items():
        if key in columns:
            twice = RuleError("sheet_heading_twice", heading=heading[place])
            problems.append(Problem(Place(sheet.name, number, place, heading[place]), twice))
        columns.setdefault(key, place)
    others = {place: text.strip() for place, text in heading.items() if place not in keys}
    problems += _missing(sheet.name, number, language, columns, others)
    wanted = {key: place for key, place in columns.items() if key in READ}
    rows = []
    for row, cells in sheet.rows(number + 1, max(wanted.values())):
        if ours := {key: cells[place] for key, place in wanted.items() if place in cells}:
            rows.append((row, ours))
    if sheet.beyond is not None:
        problems.append(Problem(Place(sheet.name, sheet.beyond), RuleError("sheet_too_long", limit=ROWS)))
    return Table(sheet.name, language, columns, rows, tuple(others.values()))


def _missing(
    sheet: str | None, row: int, language: str, columns: dict[str, int], others: dict[int, str]
) -> Iterator[Problem]:
    catalogue = Catalogue(language)
    for key in NEEDED:
        if key in columns:
            continue
        wanted = catalogue(f"intake.column_{key}")
        near = get_close_matches(wanted, others.values(), n=1, cutoff=0.4)
        place = next((place for place, text in others.items() if near and text == near[0]), 1)
        name = (
            "sheet_mark_column_missing" if key == "mark" else "sheet_heading_near" if near else "sheet_heading_missing"
        )
        yield Problem(Place(sheet, row, place), RuleError(name, heading=wanted, near="".join(near)))


def _merged(table: Table, areas: Sequence[str]) -> Iterator[Problem]:
    """Merged cells among those that are read: only the first of them has a content."""
    first = table.rows[0][0] if table.rows else 1
    read_at = {table.columns[key] for key in READ if key in table.columns}
    for area in areas:
        (left, top), (right, bottom) = map(_coordinates, area.split(":"))
        if bottom >= first and read_at & set(range(left, min(right, COLUMNS_READ) + 1)):
            yield Problem(Place(table.sheet, top, left), RuleError("sheet_merged", area=area))


def _coordinates(name: str) -> tuple[int, int]:
    place = 0
    for sign in name.rstrip("0123456789"):
        place = place * 26 + ord(sign) - 64
    return place, int(name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _workbook(upload: guard.Upload) -> Iterator[_Sheet]:
    """Every worksheet of a workbook."""
    from openpyxl import load_workbook

    with _openpyxl(upload.name):
        book = load_workbook(io.BytesIO(upload.content), read_only=True, keep_links=False)
    for sheet in book.worksheets:
        with _openpyxl(upload.name), sheet._get_source() as part:  # what read-only worksheets do not tell is in there
            xml = part.read()
        sheet.reset_dimensions()  # what a file says of its size may be wrong
        yield _Sheet(sheet.title, _rows_of(upload.name, sheet), guard.merged(xml), guard.beyond(xml, ROWS))


@contextmanager
def _openpyxl(name: str) -> Iterator[None]:
    """openpyxl raises whatever its parsers meet in a broken part, and warns of what is of no concern here."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Exception:
        raise BadInput("sheet_damaged", file=name) from None


def _rows_of(name: str, sheet) -> Callable[[int, int], Iterator[tuple[int, dict[int, Cell]]]]:
    def rows(first: int, width: int) -> Iterator[tuple[int, dict[int, Cell]]]:
        found = enumerate(sheet.iter_rows(min_row=first, max_row=ROWS, max_col=width), first)
        batch = True
        while batch:
            with _openpyxl(name):
                batch = [(number, _cells(row)) for number, row in islice(found, _HEADINGS_WITHIN)]
            yield from ((number, cells) for number, cells in batch if cells)

    return rows


def _cells(row: Sequence) -> dict[int, Cell]:
    cells = {}
    for place, cell in enumerate(row, 1):
        value = cell.value
        if value is None:
            continue
        kind = cell.data_type
        if kind == "s":
            if isinstance(value, str) and value.strip():
                cells[place] = Cell(value.replace("_x000D_", ""))
        elif kind == "n":
            cells[place] = Cell(value, "percent" if _is_percent(cell.number_format) else "number")
        else:
            cells[place] = Cell(value, {"d": "day", "b": "bool", "f": "formula"}.get(kind, "error"))
    return cells


@cache
def _is_percent(number_format: str) -> bool:
    return "%" in _QUOTED.sub("", number_format)


def text_of(name: str, content: bytes, unread: str = "sheet_not_text") -> str:
    """The text of a file in UTF-8 (with or without a mark), UTF-16 with a mark, or GB18030. Raises BadInput, by the key `unread` for what is none of them."""
    codecs = ["utf-16"] if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "gb18030"]
    for codec in codecs:
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BadInput(unread, file=name)


def _csv(upload: guard.Upload) -> _Sheet:
    """The rows of a CSV file, separated by the sign under which our headings are found."""
    text = text_of(upload.name, upload.content)
    broken, plain = None, []
    for sign in (",", "\t", ";"):
        rows = []
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
        try:
            for number, row in enumerate(reader, 1):
                cells = {place: Cell(value) for place, value in enumerate(row[:COLUMNS_READ], 1) if value.strip()}
                if cells:
                    rows.append((number, cells))
        except csv.Error:
            broken = broken or reader.line_num
            continue
        if any(recognised({p: c.value for p, c in cells.items()}) for _, cells in rows[:_HEADINGS_WITHIN]):
            plain = rows
            break
        plain = plain or rows
    else:
        if broken:
            raise BadInput("sheet_csv_broken", file=upload.name, line=broken)
    return _Sheet(
        None,
        lambda first, width: (row for row in plain if first <= row[0] <= ROWS),
        beyond=next((number for number, _ in plain if number > ROWS), None),
    )
