"""What an import is going to do: its preview, and what `store` writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tracker.called import Names
from tracker.deeds.lookup import Deed
from tracker.proposal import Commitment

ADD, LINK, CHANGE, UNCHANGED, MISSING, KEPT = "add", "link", "change", "unchanged", "missing", "kept"
"""LINK: new in the file, and repeats what is tracked already. KEPT: the file says one thing, the agency entered another
since; the agency's word stays."""
LEAD, JOINT = "lead", "joint"
"""The owners of a deed, which one entry tells and a file may correct one without the other."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the preview. `what`: agency, source, commitment or item; `code` where there is one already.

    `same_as`: code and name of the tracked commitment or deed that a LINK repeats.
    """

    action: str
    what: str
    key: str
    label: str
    code: str | None = None
    details: tuple[tuple[str, Any, Any], ...] = ()
    same_as: tuple[str, str | None] | None = None


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One unit of a commitment as it will be.

    `id` is None until it is written. `deed` is one that there is already and
    that it fulfils or corrects, `corrects` the facts of it (LEAD, JOINT, title,
    schedule, target) that the file changes; a new item without a deed gets one of its own.
    """

    key: str
    number: int
    values: Mapping[str, Any]
    basis: str | None = None
    direction: str = ">="
    id: int | None = None
    deed: Deed | None = None
    changed: bool = True
    corrects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedCommitment:
    part: Commitment
    code: str
    values: Mapping[str, Any]
    items: tuple[PlannedItem, ...]
    id: int | None = None
    changed: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import will write. Nothing, if `empty`."""

    changes: tuple[Change, ...]
    agencies: tuple[Mapping[str, Any], ...] = ()
    source_key: str | None = None
    source: Mapping[str, Any] | None = None
    source_id: int | None = None
    source_changed: bool = False
    mentions: tuple[Mapping[str, Any], ...] = ()
    commitments: tuple[PlannedCommitment, ...] = ()
    known_agencies: Names = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        return not any(change.action in (ADD, LINK, CHANGE, KEPT) for change in self.changes)

    def due_before(self, day: date) -> list[str]:
        """The codes of the commitments with new deeds that were due before a day."""
        return [
            one.code
            for one in self.commitments
            if any(unit.id is unit.deed is None and unit.values["due_on"] and unit.values["due_on"] < day for unit in one.items)
        ]

    def count(self, action: str, what: str | None = None) -> int:
        return sum(1 for c in self.changes if c.action == action and what in (None, c.what))


def noted(
    changes: list[Change], what: str, key: str, label: str, last: Mapping | None, new: Mapping, code: str | None = None
) -> bool:
    """Add the line that says what becomes of one part; True if it must be written."""
    if last is None:
        changes.append(Change(ADD, what, key, label, code))
        return True
    details = differences(last, new)
    changes.append(Change(CHANGE if details else UNCHANGED, what, key, label, code, details))
    return bool(details)


def differences(last: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[tuple[str, Any, Any], ...]:
    """(name, last, new) of every value that is not as it was last imported."""
    return tuple((name, last[name], value) for name, value in new.items() if last[name] != value)
