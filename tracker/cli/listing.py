"""The columns, order and groups of a list, by name: English keywords or the headings of the user's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

from tracker.errors import UsageError
from tracker.i18n import t

SHOWN = ("code", "title", "lead", "status", "progress", "light", "due", "commitment")
"""The columns of a list, unless others are asked for."""
ALL = (*SHOWN, "start", "last", "found")
GROUPS = ("lead", "commitment", "status", "light", "due", "found")
SORTS = ("code", "due", "progress", "changed")
RIGHT = frozenset(("progress",))
_BETWEEN = re.compile(r"[,，、\s]+")


def _cells(agencies: Mapping[str, Any]) -> dict[str, Callable[[Any], Any]]:
    from tracker.cli import output, shown

    return {
        "code": lambda row: row.code,
        "title": lambda row: shown.title(row.title),
        "lead": lambda row: shown.agency(agencies, row.agency),
        "status": lambda row: shown.status(row.status),
        "progress": lambda row: shown.percent(row.progress),
        "light": lambda row: output.light(row.light),
        "due": lambda row: row.due_on or "–",
        "commitment": lambda row: row.commitment_name,
        "start": lambda row: row.start_on or "–",
        "last": lambda row: row.progress_on or "–",
        "found": lambda row: t(f"words.verdict_{row.verdict}") if row.verdict else "–",
    }


def heading(name: str) -> str:
    return t(f"look.column_{name}")


def chosen(word: str, names: Sequence[str]) -> str:
    """The name that the word means. Raises UsageError with those there are."""
    meant = {heading(name).casefold(): name for name in names} | {name: name for name in names}
    found = meant.get(word.strip().casefold())
    if found is None:
        raise UsageError("column_unknown", word=word, choices=tuple(heading(name) for name in names))
    return found


def columns(words: str | None) -> tuple[str, ...]:
    """The columns asked for: 编号,名称,时限. Raises UsageError."""
    if words is None:
        return SHOWN
    return tuple(dict.fromkeys(chosen(word, ALL) for word in _BETWEEN.split(words.strip()) if word))


def cells(rows: Sequence[Any], names: Sequence[str], agencies: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """What the named columns say of each deed."""
    told = _cells(agencies)
    return [tuple(told[name](row) for name in names) for row in rows]


def grouped(rows: Sequence[Any], name: str, agencies: Mapping[str, Any]) -> list[tuple[str, list[Any]]]:
    """The deeds of each group, in their order; groups stand where their first deed does, days by month, the open ones last."""
    told = _cells(agencies)[name]

    def group(row: Any) -> str:
        if name == "due":
            return f"{row.due_on:%Y-%m}" if row.due_on else "–"
        if name == "commitment":
            return f"{row.commitment}  {row.commitment_name}"
        return str(told(row))

    order: dict[str, int] = {}
    for row in rows:
        order.setdefault(group(row), len(order))
    if name == "due":
        order = {month: place for place, month in enumerate(sorted(order, key=lambda month: (month == "–", month)))}
    ordered = sorted(rows, key=lambda row: order[group(row)])
    return [(label, list(members)) for label, members in groupby(ordered, key=group)]
