"""From a cell to what it says: strict, because a guess would be reported as somebody's word."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any

from tracker import words
from tracker.errors import DeedsError, RuleError
from tracker.i18n import LANGUAGES, Catalogue
from tracker.intake.forms import Filled
from tracker.intake.tables import Cell
from tracker.plaintext import line, none, note

_DAY = re.compile(
    r"(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年\s?(\d{1,2})月\s?(\d{1,2})[日号號]|(\d{2})(\d{2}))(?:[ T]00:00(?::00)?)?"
)
_PERCENT = re.compile(r"(-?\d+(?:\.\d+)?)\s*([%％])?")
_YEARS = range(2000, 2100)
_TICKS = {"是", "y", "yes", "√", "✓", "✔", "true", "1"}


def filled(cells: dict[str, Cell]) -> tuple[str | None, Filled, dict[str, DeedsError]]:
    """The title and what else the cells of a row say, and what is wrong with those that cannot be read, by column."""
    said: dict[str, Any] = {}
    wrong: dict[str, DeedsError] = {}
    for key, read in _READERS.items():
        cell = cells.get(key)
        if cell is None or (key in _TEXTS and cell.kind == "text" and none(cell.value)):
            continue
        try:
            said[key] = read(cell, key)
        except DeedsError as error:
            wrong[key] = error
    if "quantity" in said:
        said["quantity"], said["unit"] = said["quantity"]
    return said.pop("title", None), Filled(**said), wrong


def _plain(cell: Cell) -> str:
    """The text of a cell, as far as it is one."""
    if cell.kind == "text":
        return cell.value
    if cell.kind == "formula":
        raise RuleError("sheet_formula")
    if cell.kind == "error":
        raise RuleError("sheet_error_value", value=cell.value)
    if cell.kind == "day":
        raise RuleError("sheet_text_is_day", day=_iso(cell.value))
    if cell.kind == "bool":
        raise RuleError("sheet_text_wanted")
    number = Decimal(str(cell.value))
    if cell.kind == "percent":
        return f"{(number * 100).normalize():f}%"
    return f"{number.normalize():f}"


def _iso(value: Any) -> str:
    return value.date().isoformat() if isinstance(value, datetime) else str(value)


def short(cell: Cell, key: str) -> str | None:
    """One line. Raises RuleError for a formula, a date or a line that is too long."""
    return line(_plain(cell), key)


def long(cell: Cell, key: str) -> str | None:
    """Text that may have several lines. Raises as `short`."""
    return note(_plain(cell), "reason" if key == "remark" else key)


def status(cell: Cell, key: str = "status") -> str | None:
    return _status(_plain(cell).strip())


@cache
def _status(word: str) -> str:
    return words.status(word)


def percent(cell: Cell, key: str = "progress") -> int:
    """A whole percentage from 0 to 100.

    From 60 %, the number 60, or the texts 60, 60% and 60％. A bare number up to
    1 may be either 1 % or all of it, so it is refused. Raises RuleError.
    """
    if cell.kind == "percent":
        if 1 < cell.value <= 100 and cell.value == int(cell.value):
            raise RuleError("sheet_percent_format", value=int(cell.value))
        return _whole(Decimal(str(cell.value)) * 100, cell.value)
    if cell.kind == "number":
        number = Decimal(str(cell.value))
        if 0 < number <= 1:
            raise RuleError("sheet_percent_ambiguous", value=cell.value)
        return _whole(number, cell.value)
    if cell.kind in ("bool", "day"):
        raise RuleError("percent_unreadable", word=_iso(cell.value))
    text = _plain(cell).strip()
    found = _PERCENT.fullmatch(text)
    if found is None:
        raise RuleError("percent_unreadable", word=text)
    number = Decimal(found[1])
    if not found[2] and 0 < number <= 1:
        raise RuleError("sheet_percent_ambiguous", value=text)
    return _whole(number, text)


def _whole(number: Decimal, shown: Any) -> int:
    # A spreadsheet keeps 57 % as 0.57, and 0.57 as the binary number next to it.
    number = round(number, 9)
    if number != number.to_integral_value():
        raise RuleError("sheet_percent_whole", value=shown)
    if not 0 <= number <= 100:
        raise RuleError("progress_range", progress=int(number))
    return int(number)


def quantity(cell: Cell, key: str = "quantity") -> tuple[Decimal, str | None]:
    """A quantity, and the unit that is written behind it, if any. Raises RuleError."""
    if cell.kind in ("bool", "day"):
        raise RuleError("number_unreadable", word=_iso(cell.value))
    return words.quantity(_plain(cell))


def day(cell: Cell, key: str = "expected") -> date:
    """A day from a date cell, or from a text that can only be one: 2021-12-20, 2021年12月20日, 20211220. Raises RuleError."""
    if cell.kind == "day":
        if isinstance(cell.value, datetime):
            return _sane(cell.value.date())
        if isinstance(cell.value, date):
            return _sane(cell.value)
        raise RuleError("sheet_day_unreadable", word=_time(cell.value))
    text = _plain(cell).strip()
    found = _DAY.fullmatch(text)
    if found is None:
        raise RuleError("sheet_day_number" if cell.kind in ("number", "percent") else "sheet_day_unreadable", word=text)
    year, month, of_month = (int(part) for part in found.groups() if part)
    try:
        return _sane(date(year, month, of_month))
    except ValueError:
        raise RuleError("sheet_day_unreal", word=text) from None


def _time(value: Any) -> str:
    return value.isoformat(timespec="minutes") if isinstance(value, time) else str(value)


def _sane(day: date) -> date:
    if day.year not in _YEARS:
        raise RuleError("sheet_day_far", day=day)
    return day


def tick(cell: Cell | None) -> bool:
    """Whether a row is ticked. Raises RuleError for anything that is neither a tick nor empty."""
    if cell is None or cell.value is False:
        return False
    if cell.value is True or cell.value == 1:
        return True
    text = _plain(cell).strip().lower()
    if text in _TICKS or text in _yes("yes"):
        return True
    if text in _yes("no"):
        return False
    raise RuleError("sheet_tick_unknown", word=text)


@cache
def _yes(name: str) -> frozenset[str]:
    return frozenset(Catalogue(language)(f"words.{name}").lower() for language in LANGUAGES)


_TEXTS = ("quantity", "note", "difficulty", "ask", "expected", "remark")
"""Cells in which a word for none is as good as nothing."""
_READERS = {
    "title": short, "status": status, "progress": percent, "quantity": quantity, "note": long, "difficulty": long, "ask": long,
    "expected": day, "remark": long,
}  # fmt: skip
