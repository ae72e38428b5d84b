"""What is expected of an agency next, deed by deed: for its own report and for reminders."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from tracker.reports.facts import SOON, Facts
from tracker.reports.records import DeedFacts


def expected(deed: DeedFacts, facts: Facts) -> list[tuple[str, dict]]:
    """Keys of the catalogue `reports` (`todo_…`) with their values; empty where nothing is expected now."""
    state, day = deed.state, facts.reading.as_of
    found: list[tuple[str, dict]] = []
    if state.sent_back:
        found.append(("sent_back", {"day": state.finding.effective_on}))
    elif deed.finished:
        return []
    if deed.title is None:
        found.append(("name", {}))
    if deed.due_on is None:
        found.append(("date", {}))
    if deed.light.reason == "overdue":
        found.append(("overdue", {"days": (day - deed.due_on).days}))
    elif deed.light.reason in ("far_behind", "behind"):
        found.append(("behind", {"points": deed.behind}))
    elif deed.due_on is not None and deed.due_on <= day + timedelta(days=SOON):
        found.append(("due_soon", {"days": (deed.due_on - day).days}))
    if deed.standing == "blocked":
        found.append(("blocked", {}))
    if deed.silent_in(facts.reading.round):
        found.append(("silent", {"round": facts.reading.round.key}))
    elif state.progress is None:
        found.append(("report", {}))
    for order in facts.orders:
        if order.asked.deed == deed.code and order.answer is None:
            found.append(("answer", {"day": order.asked.by_on or order.asked.effective_on}))
    return found


PRESSING = {"sent_back", "overdue", "behind", "blocked", "silent", "answer", "report"}


def pressing(deeds: Iterable[DeedFacts], facts: Facts) -> list[tuple[DeedFacts, list[tuple[str, dict]]]]:
    """The deeds that a reminder names, with what is expected."""
    found = [(deed, expected(deed, facts)) for deed in deeds]
    return [(deed, todo) for deed, todo in found if any(key in PRESSING for key, _ in todo)]
