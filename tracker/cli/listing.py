"""The columns, order and groups of a list, by name: English keywords or the headings of the user's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

from tracker.errors import UsageError
from tracker.i18n import language, t
from tracker.scripts import content

SHOWN = ("code", "title", "lead", "status", "progress", "light", "due", "commitment")
"""The columns of a list, unless others are asked for."""
_OF_STATE = ("supporters", "responsible", "difficulty", "ask", "expected")
ALL = (*SHOWN, "start", "last", "found", *_OF_STATE)
GROUPS = ("lead", "commitment", "status", "light", "due", "found")
SORTS = ("code", "due", "progress", "changed")
RIGHT = ("progress",)
CUT = ("commitment", "supporters", "difficulty", "ask", "title")
"""Columns that a narrow window cuts, and those that it leaves out: the first goes first."""
LEAVE = ("commitment", "supporters", "lead", "responsible", "start", "last", "found", "progress", "status")
_BETWEEN = re.compile(r"[,，、\s]+")


class Told:
    """What the columns of a list say of a deed (`views.Row`); `states` as `states` found them.

    `say` spells what the books say: for a program, as it is kept (`str`).
    """

    def __init__(self, agencies: Mapping[str, Any], states: Mapping[str, Any] = {}, say: Callable[[str], str] = content):
        self.agencies, self.states, self.say = agencies, states, say

    def cells(self, rows: Sequence[Any], names: Sequence[str], unknown: str = "–") -> list[tuple[Any, ...]]:
        """What the named columns say of each deed; `unknown` where there is nothing to say."""
        told = self._told()
        return [tuple(unknown if (said := told[name](row)) in (None, "") else said for name in names) for row in rows]

    def of(self, name: str) -> Callable[[Any], Any]:
        return self._told()[name]

    def _told(self) -> dict[str, Callable[[Any], Any]]:
        from tracker.cli import output, shown

        def said(name: str) -> Callable[[Any], Any]:
            return lambda row: self.say(getattr(self.states[row.code].progress, name, None) or "")

        def owners(name: str) -> Any:
            return lambda row: getattr(self.states[row.code].owners, name, None)

        def whole(code: str | None) -> str:
            return self.say(self.agencies[code].called(language())) if code in self.agencies else code or "–"

        agency = whole if self.say is str else shown.shorter(dict(self.agencies))

        return {
            "code": lambda row: row.code,
            "title": lambda row: t("look.unnamed") if row.title is None else self.say(row.title),
            "lead": lambda row: agency(row.agency),
            "status": lambda row: shown.status(row.status),
            "progress": lambda row: None if row.progress is None else shown.counted(row),
            "light": lambda row: t("look.dropped") if row.dropped else output.light(row.light),
            "due": lambda row: row.due_on,
            "commitment": lambda row: self.say(row.commitment_name),
            "start": lambda row: row.start_on,
            "last": lambda row: row.progress_on,
            "found": lambda row: t(f"words.verdict_{row.found}") if row.found else None,
            "supporters": lambda row: t("look.comma").join(map(agency, owners("supporters")(row) or ())),
            "responsible": lambda row: self.say(owners("responsible")(row) or ""),
            "difficulty": said("difficulty"),
            "ask": said("ask"),
            "expected": lambda row: getattr(self.states[row.code].progress, "expected_on", None),
        }


def states(connection: Any, rows: Sequence[Any], names: Sequence[str]) -> dict[str, Any]:
    """The states of the deeds, folded from their journals, where a column is asked for that the projection does not keep."""
    if not set(names) & set(_OF_STATE):
        return {}
    from tracker.deeds.lookup import by_code

    return {code: deed.state for code, deed in by_code(connection, [row.code for row in rows]).items()}


def show(lines: Sequence[Sequence[Any] | str], names: Sequence[str], styles: Sequence[str | None] = ()) -> None:
    """Print a list with the named columns; see `output.table`."""
    from tracker.cli import output

    right, cut, leave = ([names.index(name) for name in of if name in names] for of in (RIGHT, CUT, LEAVE))
    output.table([heading(name) for name in names], lines, right, styles, cut, leave)


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


def grouped(rows: Sequence[Any], name: str, told: Told) -> list[tuple[str, list[Any]]]:
    """The deeds of each group, in their order; groups stand where their first deed does, days by month, the open ones last."""
    said = told.of(name)

    def group(row: Any) -> str:
        if name == "due":
            return f"{row.due_on:%Y-%m}" if row.due_on else "–"
        if name == "commitment":
            return f"{row.commitment}  {told.say(row.commitment_name)}"
        return str(said(row) or "–")

    order: dict[str, int] = {}
    for row in rows:
        order.setdefault(group(row), len(order))
    if name == "due":
        order = {month: place for place, month in enumerate(sorted(order, key=lambda month: (month == "–", month)))}
    ordered = sorted(rows, key=lambda row: order[group(row)])
    return [(label, list(members)) for label, members in groupby(ordered, key=group)]
