"""What reports are made from: the books on a day as frozen records, read by `reports.reading`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction

from tracker import journal, lifecycle, standings
from tracker.directory import Agency
from tracker.journal import Entry, State


@dataclass(frozen=True, slots=True)
class Source:
    """The text that announced commitments; what is unknown is None."""

    key: str
    title: str | None
    publisher: str | None
    published_on: date | None
    year: int | None
    year_basis: str | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """One announced unit of a commitment (or one added later: `announced` false).

    `place` is its span in the raw text of the source, in characters; `deed` the
    id of the deed that fulfils it, None where none does.
    """

    commitment: str
    key: str
    number: int
    announced: bool
    place: tuple[int, int] | None
    deed: int | None


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a source promises as one thing. `declared` is None where the text gives no number."""

    code: str
    source: str
    agency: str
    name: str
    kind: str
    declared: int | None
    approximate: bool
    place: tuple[int, int] | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """A reporting round, as of the day: `closed_on` the day it was closed, `closed` the number of the entry that says so; None if not yet."""

    key: str
    opens_on: date
    closes_on: date
    closed_on: date | None
    closed: int | None = None

    @property
    def is_open(self) -> bool:
        return self.closed_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedFacts:
    """One deed on the day of the report.

    `entries` are those that hold, in order, `taken_back` the retractions, each
    with what it took back; `pace` is in percent, None without start and due;
    `silent` speaks of the last closed round.
    """

    code: str
    commitment: str
    lead: str
    tracked_from: date
    state: State
    entries: tuple[Entry, ...]
    taken_back: tuple[tuple[Entry, Entry], ...] = ()
    items: tuple[Item, ...]
    light: lifecycle.Light
    pace: Fraction | None
    silent: bool

    @property
    def title(self) -> str | None:
        return self.state.title.title if self.state.title else None

    @property
    def former_title(self) -> str | None:
        """What it was called when the books were fixed, if that was something else."""
        then = self.state.original_title
        return then.title if then and then.title != self.title else None

    @property
    def status(self) -> str:
        """The reported status, `unreported` where there is none."""
        return self.state.status or lifecycle.UNREPORTED

    @property
    def standing(self) -> str:
        return self.state.standing_status or lifecycle.UNREPORTED

    @property
    def progress(self) -> int | None:
        """The standing progress in percent."""
        return self.state.standing_progress

    @property
    def due_on(self) -> date | None:
        return self.state.plan.due

    @property
    def original_due_on(self) -> date | None:
        return self.state.original_schedule.due_on if self.state.original_schedule else None

    @property
    def dropped(self) -> bool:
        return self.state.drop is not None

    @property
    def supporters(self) -> tuple[str, ...]:
        return self.state.owners.supporters if self.state.owners else ()

    @property
    def behind(self) -> int | None:
        """Percentage points behind pace, rounded half up; negative when ahead."""
        if self.pace is None:
            return None
        return (self.pace - (self.progress or 0) + Fraction(1, 2)).__floor__()

    @property
    def pace_percent(self) -> int | None:
        """The pace in whole percent, rounded half up."""
        return None if self.pace is None else (self.pace + Fraction(1, 2)).__floor__()

    @property
    def finished(self) -> bool:
        """Nothing more is expected of it: standing completed, suspended or terminated."""
        return self.standing in lifecycle.FINISHED

    def unheard_since(self, round: Round | None) -> bool:
        """Whether something is expected and nothing was handed in since a round opened: what the light heeds."""
        if round is None or self.finished or self.tracked_from > round.closes_on:
            return False
        handed_in = self.state.handed_in_on
        return handed_in is None or handed_in < round.opens_on

    def silent_in(self, round: Round | None) -> bool:
        """Whether nothing was handed in for a round before it was closed."""
        return self.outcome_in(round) == standings.SILENT

    def expected_in(self, round: Round | None) -> bool:
        """Whether something was to be handed in for a round, or was."""
        return self.outcome_in(round) not in (None, standings.FINISHED)

    def late_in(self, round: Round | None) -> bool:
        """Whether it was silent when a round was closed, and was handed in for it since."""
        return self.outcome_in(round) == standings.LATE

    def late_for(self, round: Round | None) -> tuple[Entry, ...]:
        """What was handed in for a closed round after its closing."""
        if round is None or round.closed is None or round.closed_on is None:
            return ()
        days = round.opens_on, round.closed_on
        return tuple(each for each in self.entries if each.kind in journal.HANDED_IN and each.number > round.closed and days[0] <= each.effective_on <= days[1])

    def outcome_in(self, round: Round | None) -> str | None:
        """What a round brought (see `standings`); None of a deed tracked only later."""
        if round is None or self.tracked_from > round.closes_on:
            return None
        state = self.state
        if round.closed_on is not None and any(entry.effective_on > round.closed_on for entry in self.entries):
            state = journal.fold(self.entries, round.closed_on)
        found = standings.outcome_of(state, round.opens_on)
        if found in standings.HANDED_IN and self.late_for(round):
            known = (*self.entries, *(each for pair in self.taken_back for each in pair))
            if standings.outcome_of(journal.fold(known, round.closed_on, round.closed), round.opens_on) == standings.SILENT:
                return standings.LATE
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The books on a day (`as_of`), by what was known at a journal position (`known_at`).

    `database` is the identity of the database. `deeds` come in directory order and include the dropped ones. `recorded_at`
    is when the entry at the position was recorded; None of an empty journal.
    `round` is the last one opened, `closed_round` the last one closed; `orders`
    are the leaders' instructions and the answers to them that hold; `contacts`
    the names of those who are written to, by agency and duty.
    """

    as_of: date
    known_at: int
    recorded_at: datetime | None
    recorded_on: date | None = None
    simulated: bool
    database: str
    agencies: dict[str, Agency]
    sources: tuple[Source, ...]
    commitments: dict[str, Commitment]
    deeds: tuple[DeedFacts, ...]
    round: Round | None
    closed_round: Round | None
    orders: tuple[Entry, ...]
    contacts: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)

    def answerable(self, deed: DeedFacts) -> str:
        """Who led a deed when the last round ended, and was to hand in for it."""
        round = self.ended_round
        until = (round.closed_on or round.closes_on) if round else self.as_of
        if all(entry.kind != journal.OWNERS or entry.effective_on <= until for entry in deed.entries):
            return deed.lead
        owners = journal.fold(deed.entries, until).owners
        return owners.lead if owners else self.commitments[deed.commitment].agency

    @property
    def ended_round(self) -> Round | None:
        """The latest round of which silence can be told: it was closed, or its closing day has passed."""
        if self.round is not None and (not self.round.is_open or self.round.closes_on < self.as_of):
            return self.round
        return self.closed_round
