"""What is expected of an agency next, deed by deed: for its own report and for reminders."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tracker import reminding, workdays
from tracker.deeds.instructing import Instruction
from tracker.journal import Entry
from tracker.reminding import Reminder
from tracker.reports.facts import SOON, Facts, Order
from tracker.reports.records import DeedFacts, Reading


def expected(deed: DeedFacts, facts: Facts) -> list[tuple[str, dict]]:
    """Keys of the catalogue `reports` (`todo_…`) with their values: what the agency has not yet given; empty where nothing is expected now."""
    state, day = deed.state, facts.reading.as_of
    found: list[tuple[str, dict]] = []
    if state.sent_back:
        found.append(("sent_back", {"day": state.finding.effective_on}))
    elif deed.finished:
        return []
    if deed.title is None:
        found.append(("name", {}))
    if deed.due_on is None and not state.proposals:
        found.append(("date", {}))
    cause = reminding.cause_of(deed.due_on, reminding.behind_pace(state, day), False, day, day + timedelta(days=SOON))
    if cause == reminding.OVERDUE:
        found.append((f"overdue_{_missing(deed, day)}", {"due": deed.due_on}))
    elif cause == reminding.BEHIND:
        found.append(("behind_told" if _says_why(deed) else "behind", {"points": deed.behind}))
    elif cause == reminding.DUE_SOON:
        found.append(("due_soon", {"days": (deed.due_on - day).days}))
    if deed.standing == "blocked" and not state.progress.ask:
        found.append(("blocked", {}))
    if deed.silent_in(facts.reading.round):
        found.append(("silent", {"round": facts.reading.round.key}))
    elif state.progress is None:
        found.append(("report", {}))
    return [*found, *(said for _, said in instructed(deed.code, facts))]


def instructed(of: str, facts: Facts) -> list[tuple[Entry, tuple[str, dict]]]:
    """The unanswered instructions to a deed, or to an agency itself (a code), each with what is expected."""
    return [(order.asked, _answer(order, facts.reading.as_of)) for order in facts.orders if order.of == of and order.answer is None]


def _answer(order: Order, day: date) -> tuple[str, dict]:
    by = order.asked.by_on
    return (("answer_late" if by < day else "answer_by"), {"day": by}) if by else ("answer", {"day": order.asked.effective_on})


def _says_why(deed: DeedFacts) -> bool:
    """Whether it is known why it is late: what the agency said stands in the way, or what the verifier found."""
    return deed.state.sent_back or bool(deed.state.progress and deed.state.progress.difficulty)


def _missing(deed: DeedFacts, day: date) -> str:
    """What the agency has not said of a deed that is overdue: why, by when, both; an expected day that is past is none. `told`: nothing."""
    progress = deed.state.progress
    by_when = progress is not None and progress.expected_on is not None and progress.expected_on >= day
    return {(True, True): "told", (True, False): "day", (False, True): "cause", (False, False): "both"}[_says_why(deed), by_when]


def reminders(facts: Facts, agencies: Iterable[str]) -> list[Reminder]:
    """催办 by the rules of `tracker.reminding`: what those agencies are reminded of on the day of the report."""
    reading = facts.reading
    horizon = workdays.add(reading.as_of, reminding.SOON)
    found = []
    for code in agencies:
        contacts = reading.contacts.get(code, {})
        deeds = [deed for deed in facts.of_agency(code) if not deed.finished]
        made = [
            reminding.item(
                deed, reading.commitments[deed.commitment].name, _unheard(deed, reading), reading.round, reading.as_of, contacts
            )
            for deed in deeds
        ]
        titles = {deed.code: deed.title for deed in facts.of_agency(code)}
        orders = [
            Instruction(order.asked, None, code, titles.get(order.of))
            for order in facts.orders
            if order.answer is None and (order.of == code or order.of in titles)
            and reminding.pressing(order.asked, horizon)
        ]  # fmt: skip
        one = Reminder(code, tuple(item for item in made if item is not None), tuple(orders))
        if one.items or one.instructions:
            found.append(one)
    return found


def _unheard(deed: DeedFacts, reading: Reading) -> bool:
    """Silent in the latest round, and since."""
    handed_in, round = deed.state.handed_in_on, reading.round
    return deed.silent_in(round) and (handed_in is None or handed_in < round.opens_on)
