"""催办: which deeds to remind of, how urgently, and whom.

The first cause that fits a deed counts:

* `overdue` (red): its due day is past and it is unfinished;
* `behind` (yellow): reported, and as far behind pace as a yellow light (10 points);
* `silent` (yellow): nothing handed in for the latest round;
* `due_soon` (blue): due within five working days and unfinished.

Reminders for the same cause under the same due day are counted (silence: in
the same round, since anything was last handed in). The first goes to the agency's liaison, the
second to its leader in charge, from the third on the deed is also put before
the office's own leader; what is only due soon stays with the liaison. Each
gives time to answer: three working days, for silence at least until the round
closes, for what is due soon until the due day, and never beyond a due day that
is ahead. Within that time the same
reminder is only repeated: it is not recorded again and does not count.

A reminder is an entry on its deed: `reason` the cause, `wording` the level,
`quantity` the count, `ask_of` the rung, `responsible` the names, `round` the
round in question, `due_on` the due day it was under, `by_on` the day by which
to answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol

from sqlalchemy import or_, select

from tracker import access, journal, lifecycle, people, rounds, workdays
from tracker.deeds import instructing
from tracker.deeds.books import Books
from tracker.deeds.instructing import Instruction
from tracker.deeds.lookup import many
from tracker.journal import Entry, State
from tracker.models import current, deed
from tracker.rounds import Round

RED, YELLOW, BLUE = "red", "yellow", "blue"
LEVELS = (RED, YELLOW, BLUE)
OVERDUE, BEHIND, SILENT, DUE_SOON = "overdue", "behind", "silent", "due_soon"
CAUSES = {OVERDUE: RED, BEHIND: YELLOW, SILENT: YELLOW, DUE_SOON: BLUE}
"""Each cause with its level, the most pressing first."""
LIAISON, LEADER, OFFICE = "liaison", "leader", "office"
RUNGS = (LIAISON, LEADER, OFFICE)
"""To whom: the liaison, the leader in charge, and from the third time the office's own leader as well."""

SOON = 5
ANSWER_DAYS = 3
"""Working days: how near a due day is reminded of, and how long there is to answer."""


@dataclass(frozen=True, slots=True)
class Item:
    """One deed to remind of.

    `count` is which reminder of this cause it is; `by` the day until which the
    next one does not count, `asked_by` the day that is asked for (of silence,
    the closing day while it is ahead); `days` working days to the due day,
    negative past it; `behind` percentage points behind pace, rounded half up;
    `names` those who are registered for the rung; `repeated`: recorded before,
    the time to answer still runs.
    """

    code: str
    title: str | None
    agency: str
    commitment: str
    commitment_name: str
    cause: str
    count: int
    rung: str
    by: date
    asked_by: date
    repeated: bool
    status: str
    progress: int | None
    sent_back: bool
    due_on: date | None
    days: int | None
    behind: int | None
    round: str | None
    names: tuple[str, ...]

    @property
    def level(self) -> str:
        return CAUSES[self.cause]

    @property
    def names_its_day(self) -> bool:
        """Whether its own line says by when: how long an earlier one runs, the closing day, the due day."""
        return self.repeated or self.cause == DUE_SOON or self.asked_by != self.by

    @property
    def due_is_near(self) -> bool:
        """Whether its due day is as near as is reminded of by itself, though something else is more pressing."""
        return self.cause in (BEHIND, SILENT) and self.due_on is not None and self.days is not None and 0 <= self.days <= SOON

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "level": self.level}


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one agency is reminded of: deeds in directory order, and instructions that are late or nearly so."""

    agency: str
    items: tuple[Item, ...]
    instructions: tuple[Instruction, ...]

    def of(self, level: str) -> list[Item]:
        return [item for item in self.items if item.level == level]

    @property
    def by(self) -> date | None:
        """The first day by which something about a deed is asked for, of those that do not name their own day if there are any."""
        unsaid = [item.asked_by for item in self.items if not item.names_its_day]
        return min(unsaid or [item.asked_by for item in self.items], default=None)

    @property
    def one_day(self) -> bool:
        return len({item.asked_by for item in self.items}) <= 1


def gather(books: Books, agency: str | None = None) -> list[Reminder]:
    """Whom to remind of what today, agencies in directory order (or one of them). Raises NotAllowed."""
    access.require_role(books.actor, "remind")
    connection, today = books.connection, books.now.today
    horizon = workdays.add(today, SOON)
    latest = rounds.begun(connection, today)
    silent = set()
    if latest is not None:
        found = rounds.standings(connection, latest)
        silent = {each.code for each in found if each.outcome == rounds.SILENT}
        if not latest.is_open:
            silent -= _heard_since(books, latest)
    contacts = people.contacts(connection, today)
    items: dict[str, list[Item]] = defaultdict(list)
    for each in many(connection, _candidates(books, silent, horizon, agency)):
        made = item(each, each.commitment_name, each.code in silent, latest, today, contacts.get(each.lead, {}))
        if made is not None:
            items[made.agency].append(made)
    orders: dict[str, list[Instruction]] = defaultdict(list)
    for order in instructing.register(connection, books.agencies, agency):
        if pressing(order.entry, horizon) and order.answer is None:
            orders[order.agency].append(order)
    codes = [code for code in books.agencies if code in items or code in orders]
    return [Reminder(code, tuple(items[code]), tuple(orders[code])) for code in codes]


def pressing(order: Entry, horizon: date) -> bool:
    """Whether an instruction is reminded of while it is unanswered: its day is past or near, or it has none."""
    return order.by_on is None or order.by_on <= horizon


def _heard_since(books: Books, closed: Round) -> set[str]:
    """Deeds silent in a closed round that handed something in after it."""
    query = select(deed.c.code).join(current).where(current.c.handed_in_on >= closed.opens_on)
    return set(books.connection.scalars(query))


def _candidates(books: Books, silent: Iterable[str], horizon: date, agency: str | None) -> list[int]:
    """Deeds that may need a reminder; each is looked at afterwards."""
    today = books.now.today
    query = (
        select(deed.c.id, deed.c.code, current.c.due_on, current.c.red_from, current.c.yellow_from)
        .join(current)
        .where(
            current.c.dropped.is_(False),
            or_(current.c.standing_status.is_(None), current.c.standing_status.not_in(lifecycle.FINISHED)),
        )
    )
    if agency:
        query = query.where(current.c.lead == agency)
    silent = set(silent)
    return [
        row.id
        for row in books.connection.execute(query)
        if row.code in silent
        or (row.due_on is not None and row.due_on <= horizon)
        or any(day is not None and day <= today for day in (row.red_from, row.yellow_from))
    ]


class Subject(Protocol):
    """A deed as far as reminders look at it, by what is known: found for writing, or read for a report."""

    @property
    def code(self) -> str: ...
    @property
    def commitment(self) -> str: ...
    @property
    def lead(self) -> str: ...
    @property
    def state(self) -> State: ...
    @property
    def entries(self) -> Sequence[Entry]: ...


class Period(Protocol):
    """A round as far as reminders look at it."""

    @property
    def key(self) -> str: ...
    @property
    def closes_on(self) -> date: ...
    @property
    def is_open(self) -> bool: ...


def item(
    of: Subject,
    commitment_name: str,
    silent: bool,
    latest: Period | None,
    today: date,
    contacts: Mapping[str, Sequence[str]],
) -> Item | None:
    """What to remind of about an unfinished deed on a day; None if nothing.

    `silent`: nothing was handed in for the `latest` round; `contacts` are the
    names at its agency by duty.
    """
    state = of.state
    due, behind = state.plan.due, behind_pace(state, today)
    cause = cause_of(due, behind, silent, today, workdays.add(today, SOON))
    if cause is None:
        return None
    until, count = _counted(of.entries, cause, state, latest, today)
    rung = rung_of(cause, count)
    by = until or _answer_by(cause, due, latest, today)
    closing = latest.closes_on if cause == SILENT and latest.is_open and today <= latest.closes_on < by else None
    return Item(
        code=of.code,
        title=state.title.title if state.title else None,
        agency=of.lead,
        commitment=of.commitment,
        commitment_name=commitment_name,
        cause=cause,
        count=count,
        rung=rung,
        by=by,
        asked_by=closing or by,
        repeated=until is not None,
        status=state.status or lifecycle.UNREPORTED,
        progress=state.reported_progress,
        sent_back=state.sent_back,
        due_on=due,
        days=workdays.between(today, due) if due else None,
        behind=None if behind is None else rounded(behind),
        round=latest.key if cause == SILENT else None,
        names=_names(rung, state, contacts),
    )


def cause_of(due: date | None, behind: Fraction | None, silent: bool, today: date, horizon: date) -> str | None:
    """Why to remind of an unfinished deed: the first cause that fits, or None. `behind` is in points."""
    if due is not None and due < today:
        return OVERDUE
    if behind is not None and behind >= lifecycle.LIGHTS_1.yellow_behind:
        return BEHIND
    if silent:
        return SILENT
    return DUE_SOON if due is not None and due <= horizon else None


def rung_of(cause: str, count: int) -> str:
    """To whom the `count`-th reminder for a cause goes."""
    return LIAISON if CAUSES[cause] == BLUE else RUNGS[min(count, len(RUNGS)) - 1]


def behind_pace(state: State, today: date) -> Fraction | None:
    """Percentage points behind pace; None without a schedule, or of a deed that never reported."""
    asked = lifecycle.pace(state.plan, today)
    if asked is None or state.status is None:
        return None
    return asked - (state.standing_progress or 0)


def rounded(points: Fraction) -> int:
    """Percentage points as they are printed: half up."""
    return (points + Fraction(1, 2)).__floor__()


def _counted(
    known: Sequence[Entry], cause: str, state: State, latest: Period | None, today: date
) -> tuple[date | None, int]:
    """Until when an earlier reminder may be answered, the closing day as it is now, if time is left; and which one this is."""
    heard, due = state.handed_in_on, state.plan.due

    def counts(each: Entry) -> bool:
        if cause != SILENT:
            return each.due_on == due
        return each.round == (latest.key if latest else None) and (heard is None or each.effective_on > heard)

    before = [each for each in journal.live(known) if each.kind == journal.REMINDER and each.reason == cause and counts(each)]
    if not before:
        return None, 1
    last = before[-1]
    count = int(last.quantity or 1)
    moving = cause == SILENT and latest is not None and latest.is_open
    until = _answer_by(cause, due, latest, last.effective_on) if moving else last.by_on
    return (until, count) if until is not None and today <= until else (None, count + 1)


def _answer_by(cause: str, due: date | None, latest: Period | None, today: date) -> date:
    if cause == DUE_SOON and due is not None:
        return due
    by = workdays.add(today, ANSWER_DAYS)
    if cause == SILENT and latest is not None and latest.is_open:
        by = max(by, latest.closes_on)
    return min(by, due) if due is not None and due >= today else by


def _names(rung: str, state: State, contacts: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Who is written to at the agency: the liaison, or the leader whom the deed's plan names, else the agency's."""
    if rung == LIAISON:
        return tuple(contacts.get(people.LIAISON, ()))
    if state.owners is not None and state.owners.leader:
        return (state.owners.leader,)
    return tuple(contacts.get(people.LEADER, ()))


def record(books: Books, reminders: Iterable[Reminder]) -> list[Entry]:
    """Enter the reminders that are not repeated ones, each on its deed. Raises NotAllowed."""
    access.require_role(books.actor, "remind")
    new = [item for reminder in reminders for item in reminder.items if not item.repeated]
    drafts = [
        books.draft(
            journal.REMINDER,
            item.code,
            reason=item.cause,
            wording=item.level,
            quantity=Decimal(item.count),
            ask_of=item.rung,
            responsible="、".join(item.names) or None,
            round=item.round,
            due_on=item.due_on,
            by_on=item.by,
        )
        for item in new
    ]
    return books.write(drafts)
