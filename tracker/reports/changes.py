"""调整变更: what of a promise is no longer as the baseline fixed it, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass

from tracker import journal, lifecycle
from tracker.journal import Entry
from tracker.reports.records import DeedFacts

PROMISED = {
    journal.SCHEDULE: ("start_on", "due_on", "points"),
    journal.TARGET: ("target", "unit", "direction", "wording"),
    journal.OWNERS: ("lead",),
}
"""The fields of each plan fact that are promised; the rest of it may change freely."""


@dataclass(frozen=True, slots=True)
class Change:
    """A promise of one kind, as it was fixed (`original`) and as it holds (`current`); None: there is none.

    `steps` are the entries since the baseline that changed it or took a change
    back, in the order of the journal; each has its reason and its approval.
    """

    kind: str
    original: Entry | None
    current: Entry | None
    steps: tuple[Entry, ...]


def changes(deed: DeedFacts) -> tuple[Change, ...]:
    """What is no longer as the baseline fixed it, which may have fixed that there was none. Empty without a baseline."""
    state = deed.state
    if state.baseline is None:
        return ()
    kept = (
        (journal.SCHEDULE, state.original_schedule, state.schedule),
        (journal.TARGET, state.original_target, state.target),
        # Who announced a deed leads it until somebody else does.
        (journal.OWNERS, state.original_owners or state.owners, state.owners),
    )
    return tuple(
        Change(kind, then, now, _steps(deed, kind))
        for kind, then, now in kept
        if _promised(kind, then) != _promised(kind, now)
    )


def halted(deed: DeedFacts) -> bool:
    """Suspended or terminated: given up for now, or for good."""
    return deed.standing in lifecycle.STOPPED


def halt(deed: DeedFacts) -> Entry | None:
    """The entry that halted it: the first of its last run of reports with that status."""
    found = None
    for entry in deed.entries:
        if entry.kind == journal.PROGRESS:
            if entry.status != deed.standing:
                found = None
            elif found is None:
                found = entry
    return found


def _promised(kind: str, entry: Entry | None) -> tuple:
    names = PROMISED[kind]
    return tuple(getattr(entry, name) or None for name in names) if entry else (None,) * len(names)


def _steps(deed: DeedFacts, kind: str) -> tuple[Entry, ...]:
    fixed = deed.state.baseline.number
    found, held = [], deed.state.original_owners if kind == journal.OWNERS else None
    for entry in sorted(deed.entries, key=lambda entry: entry.number):
        if entry.kind != kind or entry.number <= fixed:
            continue
        # Another supporter or person in charge is no change of the promise.
        if kind != journal.OWNERS or _promised(kind, entry) != _promised(kind, held):
            found.append(entry)
        held = entry
    found += [back for back, gone in deed.taken_back if gone.kind == kind and back.number > fixed]
    return tuple(sorted(found, key=lambda entry: entry.number))
