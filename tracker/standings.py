"""A reporting round and what it brought of each deed: reported, confirmed, late, silent or finished; and counts of these.

A deed has handed in for a round if a live progress entry or confirmation of it
is effective between the round's first day and the day on which the round was
closed (today, while it is open): late is handed in, until the round is closed. What is entered after that for a day of
the round is told apart (补报).
Nothing is expected of a deed that was completed, suspended or terminated
before, nor of one tracked only after the closing day. All other deeds are
silent. `views.is_silent` says the same in SQL of the latest closed round; there
a deed stops being silent as soon as anything is handed in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from tracker import entries, journal, lifecycle
from tracker.deeds.lookup import latest_commitment
from tracker.models import commitment, current, deed, entry

REPORTED, CONFIRMED, LATE, SILENT, FINISHED = "reported", "confirmed", "late", "silent", "finished"
OUTCOMES = (REPORTED, CONFIRMED, LATE, SILENT, FINISHED)
"""What a round brought of a deed; `late`: silent when the round was closed, and handed in for it since; `finished`: nothing was
expected and nothing came."""
HANDED_IN = (REPORTED, CONFIRMED)
"""What may have come in time, or late."""


@dataclass(frozen=True, slots=True)
class Round:
    """A reporting period. `closes_on` is the day by which to hand in, `closed_on` the day it was closed on."""

    key: str
    opens_on: date
    closes_on: date
    opened: int
    closed: int | None
    closed_on: date | None

    @property
    def is_open(self) -> bool:
        return self.closed is None

    def begun(self, today: date) -> bool:
        """Whether reports count for it already: one that follows the last at once begins on the day after its closing."""
        return self.opens_on <= today

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a round brought of one deed; `handed_in_on` is the last day on which anything was, in this round or before."""

    code: str
    title: str | None
    agency: str
    commitment: str
    commitment_name: str
    status: str
    outcome: str
    handed_in_on: date | None

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def outcome(
    opens_on: date, progress_on: date | None, handed_in_on: date | None, standing_status: str | None
) -> str:
    """The one definition: `progress_on` and `handed_in_on` are the last effective days of a progress entry, and of
    either that or a confirmation, up to the round's end."""
    if progress_on is not None and progress_on >= opens_on:
        return REPORTED
    if handed_in_on is not None and handed_in_on >= opens_on:
        return CONFIRMED
    return FINISHED if standing_status in lifecycle.FINISHED else SILENT


def outcome_of(state: journal.State, opens_on: date) -> str:
    """The same of the state of a deed at the round's end."""
    return outcome(opens_on, state.progress.effective_on if state.progress else None, state.handed_in_on, state.standing_status)


def standings(connection: Connection, of: Round, agency: str | None = None) -> list[Standing]:
    """What a round brought of every deed (of one agency), in directory order.

    An open round is read from the projection, a closed one as of the day it
    was closed on, by what is known now, what came too late apart.
    """
    version = latest_commitment()
    query = (
        select(
            deed.c.id, deed.c.code, commitment.c.code.label("commitment"), version.c.name, version.c.agency.label("announced_by"),
            current.c.title, current.c.lead, current.c.status, current.c.standing_status, current.c.progress_on,
            current.c.handed_in_on, current.c.dropped,
        )
        .join(current, current.c.deed_id == deed.c.id)
        .join(commitment, commitment.c.id == deed.c.commitment_id)
        .join(version, version.c.commitment_id == commitment.c.id)
        .where(deed.c.tracked_from <= of.closes_on)
        .order_by(current.c.order_key)
    )  # fmt: skip
    if of.is_open:
        query = query.where(current.c.dropped.is_(False))
        if agency:
            query = query.where(current.c.lead == agency)
        rows = connection.execute(query)
    else:
        rows = _as_of(connection, query.where(deed.c.position <= of.closed), of.closed_on)
    late_ones = set(_late(connection, of).values())

    def brought(row) -> str:
        found = outcome(of.opens_on, row.progress_on, row.handed_in_on, row.standing_status)
        return LATE if row.code in late_ones and found in HANDED_IN else found

    return [
        Standing(
            row.code, row.title, row.lead, row.commitment, row.name, row.status or lifecycle.UNREPORTED,
            brought(row), row.handed_in_on,
        )
        for row in rows
        if agency in (None, row.lead)
    ]  # fmt: skip


def late(connection: Connection, of: Round) -> int:
    """Of how many deeds a closed round was brought something late; only those are looked at."""
    then = entries.folded(connection, list(_late(connection, of)), as_of=of.closed_on)
    return sum(state.drop is None and outcome_of(state, of.opens_on) in HANDED_IN for _, state in then)


def _late(connection: Connection, of: Round) -> dict[int, str]:
    """Deeds (id and code) of which something was entered for a closed round after its closing, and that were silent then."""
    if of.closed is None or of.closed_on is None:
        return {}
    query = select(deed.c.id, deed.c.code).join(entry, entry.c.deed_id == deed.c.id)
    query = query.where(entry.c.number > of.closed, entry.c.kind.in_(journal.HANDED_IN), entry.c.effective_on.between(of.opens_on, of.closed_on))
    codes = dict(connection.execute(query.distinct()).all())
    then = entries.folded(connection, list(codes), as_of=of.closed_on, known_at=of.closed)
    return {id_: codes[id_] for id_, state in then if outcome_of(state, of.opens_on) == SILENT}


@dataclass(frozen=True, slots=True)
class _Then:
    """A row of the projection as it was on a day."""

    code: str
    commitment: str
    name: str
    title: str | None
    lead: str
    status: str | None
    standing_status: str | None
    progress_on: date | None
    handed_in_on: date | None


def _as_of(connection: Connection, query, day: date) -> Iterable[_Then]:
    rows = connection.execute(query).all()
    states = dict(entries.folded(connection, [row.id for row in rows], as_of=day))
    for row in rows:
        state = states.get(row.id, journal.State())
        if state.drop is not None:
            continue
        yield _Then(
            row.code,
            row.commitment,
            row.name,
            state.title.title if state.title else None,
            state.owners.lead if state.owners else row.announced_by,
            state.status,
            state.standing_status,
            state.progress.effective_on if state.progress else None,
            state.handed_in_on,
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """Deeds of one agency (or of all) by what the round brought of them; the five add up to `deeds`."""

    reported: int
    confirmed: int
    late: int
    silent: int
    finished: int

    @property
    def deeds(self) -> int:
        return self.reported + self.confirmed + self.late + self.silent + self.finished

    @property
    def expected(self) -> int:
        return self.deeds - self.finished

    def as_json(self) -> dict[str, int]:
        return {"deeds": self.deeds, "expected": self.expected, **asdict(self)}


def tally(found: Iterable[Standing], agencies: Mapping[str, Any] = {}) -> tuple[dict[str, Tally], Tally]:
    """Counts by agency, in the order of `agencies`, and of all together."""
    counts = Counter((each.agency, each.outcome) for each in found)
    order = {code: place for place, code in enumerate(agencies)}
    codes = sorted({code for code, _ in counts}, key=lambda code: (order.get(code, len(order)), code))
    by_agency = {code: Tally(*(counts[code, kind] for kind in OUTCOMES)) for code in codes}
    whole = Tally(*(sum(getattr(part, kind) for part in by_agency.values()) for kind in OUTCOMES))
    return by_agency, whole
