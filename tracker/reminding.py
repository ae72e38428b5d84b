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
it asked for an answer, as its letter said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Protocol

from tracker import journal, lifecycle, people, quantities, workdays
from tracker.deeds.instructing import Instruction
from tracker.journal import Entry, State

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
    `rejected` why the last report was; `unheard` the latest round, where it is silent in that too, though more is wrong;
    `names` those who are registered for the rung; `told`: by what its progress
    is told (`quantities.told`); `repeated`: recorded before, the time to answer
    still runs.
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
    rejected: str | None
    due_on: date | None
    days: int | None
    behind: int | None
    round: str | None
    unheard: str | None
    names: tuple[str, ...]
    told: str

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

    @property
    def counts_to_due(self) -> bool:
        """Whether its line tells how many working days its due day is off."""
        return self.cause in (OVERDUE, DUE_SOON) or self.due_is_near

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "level": self.level}


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one agency is reminded of: deeds in directory order, and instructions that are late or nearly so."""

    agency: str
    items: tuple[Item, ...]
    instructions: tuple[Instruction, ...]

    @property
    def heading(self) -> str:
        """The key of what stands over its instructions: 另有 only behind something."""
        return "remind.instructions" if self.items else "remind.instructions_alone"

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


def pressing(order: Entry, horizon: date) -> bool:
    """Whether an instruction is reminded of while it is unanswered: its day is past or near, or it has none."""
    return order.by_on is None or order.by_on <= horizon


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
    closing = latest.closes_on if silent and latest is not None and latest.is_open and today <= latest.closes_on < by else None
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
        rejected=" ".join((state.finding.note or "–").split()) if state.finding and state.verdict == journal.REJECT else None,
        due_on=due,
        days=workdays.between(today, due) if due else None,
        behind=None if behind is None else rounded(behind),
        round=latest.key if cause == SILENT else None,
        unheard=latest.key if silent and latest is not None and cause != SILENT else None,
        names=_names(rung, state, contacts),
        told=quantities.told(state.target),
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
    # Where it asked for the closing day, the time to answer goes on behind that.
    until = _answer_by(cause, due, latest if moving else None, last.effective_on)
    if not moving and last.by_on is not None:
        until = max(until, last.by_on)
    return (until, count) if today <= until else (None, count + 1)


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
