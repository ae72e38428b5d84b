"""Whether the progress entries of a deed are a legal walk of statuses. (stdlib only)"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tracker import lifecycle
from tracker.errors import RuleError
from tracker.journal import FINDING, PROGRESS, REJECT, Entry, live


def check(entries: Iterable[Entry], adding: Entry | None = None, retracting: int | None = None) -> None:
    """Raise RuleError if the progress entries would no longer be a legal walk of statuses.

    An entry is checked against its neighbours in the order in which entries
    hold, so a late one must fit between the days around it; so must the two
    that a retraction makes neighbours. After a completion that was rejected a
    deed goes on as one in progress.
    """
    standing = live(entries)
    kept = [e for e in standing if e.number != retracting]
    added = kept if adding is None else sorted([*kept, adding], key=lambda e: e.order)
    as_before = set(_moves(standing))
    for before, entry in _moves(added):
        if (before, entry) not in as_before:
            key, values = _fault(before, entry)
            if key and entry is not adding:
                key = "retraction_breaks" if adding is None else "move_breaks_next"
            if key:
                raise RuleError(key, deed=entry.deed, **values)


def stops(entries: Iterable[Entry], entry: Entry) -> bool:
    """Whether a progress entry, of these or to be added, suspends or terminates the deed or takes that back: what needs an approval."""
    others = (each for each in live(entries) if each.number != entry.number)
    for before, each in _moves(sorted([*others, entry], key=lambda e: e.order)):
        if each is entry:
            return lifecycle.can_move(before, each.status) and lifecycle.needs_approval(before, each.status)
    return False


def _moves(entries: Sequence[Entry]) -> Iterable[tuple[str | None, Entry]]:
    """Every progress entry with the status that stood before it."""
    verdicts = {e.about: e.verdict for e in entries if e.kind == FINDING}
    before = None
    for entry in entries:
        if entry.kind == PROGRESS:
            yield before, entry
            sent_back = entry.status == lifecycle.COMPLETED and verdicts.get(entry.number) == REJECT
            before = lifecycle.IN_PROGRESS if sent_back else entry.status


def _fault(before: str | None, entry: Entry) -> tuple[str | None, dict[str, Any]]:
    """What is wrong with going to the status of an entry: a message's key with its values, or None."""
    after = entry.status
    values = {"before": before or lifecycle.UNREPORTED, "after": after, "day": entry.effective_on}
    if not lifecycle.can_move(before, after):
        return "move_impossible", {**values, "choices": lifecycle.next_statuses(before)}
    if lifecycle.needs_approval(before, after) and not entry.approval:
        return "move_needs_approval", values
    if lifecycle.needs_reason(before, after) and not entry.reason:
        return "reopening_needs_reason", values
    return None, values
