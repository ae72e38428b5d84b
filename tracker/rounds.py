"""Reporting rounds: open one, move its closing day, close it, cancel it, and who handed in, confirmed or stayed silent.

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

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from tracker import access, entries, journal, lifecycle
from tracker.deeds.books import Books
from tracker.deeds.lookup import latest_commitment
from tracker.errors import NotFound, RuleError
from tracker.models import commitment, current, deed, entry
from tracker.models import round as round_table
from tracker.plaintext import note

REPORTED, CONFIRMED, LATE, SILENT, FINISHED = "reported", "confirmed", "late", "silent", "finished"
OUTCOMES = (REPORTED, CONFIRMED, LATE, SILENT, FINISHED)
"""What a round brought of a deed; `late`: silent when the round was closed, and handed in for it since; `finished`: nothing was
expected and nothing came."""

_KEY = re.compile(r"\d{4}(-[0-9A-Z]{1,8}){0,2}")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


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


def register(connection: Connection) -> list[Round]:
    """All rounds, the latest first."""
    table = round_table.c
    query = (
        select(table.key, table.opens_on, table.closes_on, table.opened, table.closed, entry.c.effective_on)
        .outerjoin(entry, entry.c.number == table.closed)
        .order_by(table.opened.desc())
    )
    return [Round(*row) for row in connection.execute(query)]


def open_now(connection: Connection) -> Round | None:
    """The round that is open, if one is."""
    return next((each for each in register(connection) if each.is_open), None)


def begun(connection: Connection, today: date) -> Round | None:
    """The last round that has begun: the one that is asked for today, or was asked for last."""
    return next((each for each in register(connection) if each.begun(today)), None)


def counting(connection: Connection, day: date, today: date) -> tuple[str, Round] | None:
    """Where it may surprise, what a report of that day counts for: "over", a round that is closed; not yet, "early", for the one to begin; or
    no more, "before", for the one that is open."""
    known = register(connection)
    for each in known:
        if each.closed_on and each.opens_on <= day <= each.closed_on:
            return "over", each
    coming = next((each for each in known if each.is_open and not each.begun(today)), None)
    if coming:
        return "early", coming
    running = next((each for each in known if each.is_open), None)
    return ("before", running) if running and day < running.opens_on else None


def find(connection: Connection, today: date, key: str | None = None) -> Round:
    """The round of a key; without one, the one that is open, else the last. Raises NotFound with what to open on that day."""
    known = register(connection)
    if key is None:
        if not known:
            raise NotFound("round_none", **_suggested(today))
        return known[0]
    wanted = _normalised(key)
    for each in known:
        if each.key == wanted:
            return each
    raise NotFound("round_unknown", word=key, known="、".join(each.key for each in known[:5]) or "–")


def _suggested(today: date) -> dict[str, str]:
    """A round that may be opened now: this month's, to be handed in for in ten days."""
    return {"round": f"{today:%Y-%m}", "by": str(today + timedelta(days=10))}


def _normalised(key: str) -> str:
    return unicodedata.normalize("NFKC", key).strip().upper()


def open_round(books: Books, key: str, by: date, since: date | None = None) -> Round:
    """Open a round that closes on `by` and counts from `since` on.

    `since` is, unless given, the day after the last round was closed; for the
    first round the first of the month that the key names, else today. There
    is one open round at a time. Raises NotAllowed, RuleError.
    """
    access.require_role(books.actor, "round")
    wanted = _normalised(key)
    if not _KEY.fullmatch(wanted):
        raise RuleError("round_key_invalid", word=key, **_suggested(books.now.today))
    known = register(books.connection)
    for each in known:
        if each.key == wanted and each.is_open:
            raise RuleError("round_by_same" if by == each.closes_on else "round_running", round=wanted, by=each.closes_on, other=by)
        if each.key == wanted:
            raise RuleError("round_exists", round=wanted)
        if each.is_open:
            raise RuleError("round_open_already", round=each.key, by=each.closes_on)
    last = known[0].closed_on if known else None
    if since is None:
        since = last + timedelta(days=1) if last else _first_day(wanted, books.now.today)
    elif last is not None and since <= last:
        raise RuleError("round_overlaps", since=since, round=known[0].key, last=last)
    if by < books.now.today:
        raise RuleError("round_by_past", by=by, today=books.now.today)
    if by < since:
        raise RuleError("round_by_before", by=by, since=since)
    [made] = books.write([books.draft(journal.ROUND_OPEN, round=wanted, start_on=since, by_on=by)])
    books.connection.execute(
        insert(round_table).values(key=wanted, opens_on=since, closes_on=by, opened=made.number)
    )
    return Round(wanted, since, by, made.number, None, None)


def _first_day(key: str, today: date) -> date:
    month = _MONTH.fullmatch(key)
    first = date(int(month[1]), int(month[2]), 1) if month else today
    return min(first, today)


def move_round(books: Books, by: date, key: str | None = None, *, reason: str) -> Round:
    """Move the closing day of the open round to another one that is not past, with the reason. Raises NotAllowed, NotFound, RuleError."""
    access.require_role(books.actor, "round")
    found, today, said = find(books.connection, books.now.today, key), books.now.today, note(reason, "reason")
    if not found.is_open:
        raise RuleError("round_closed_stays", round=found.key, day=found.closed_on)
    if by < today:
        raise RuleError("round_by_past", by=by, today=today)
    if by < found.opens_on:
        raise RuleError("round_by_before", by=by, since=found.opens_on)
    if by == found.closes_on:
        raise RuleError("round_by_same", round=found.key, by=by)
    if not said:
        raise RuleError("round_move_needs_reason", round=found.key, by=by)
    books.write([books.draft(journal.ROUND_MOVE, round=found.key, about=found.opened, by_on=by, reason=said)])
    books.connection.execute(update(round_table).where(round_table.c.key == found.key).values(closes_on=by))
    return replace(found, closes_on=by)


def close_round(books: Books, key: str | None = None, early: bool = False) -> Round:
    """Close the open round: from now on who handed nothing in is silent, which lights heed.

    Before its closing day that would be unfair, so while anyone is silent it
    takes `early`. Raises NotAllowed, NotFound, RuleError.
    """
    access.require_role(books.actor, "round")
    found = find(books.connection, books.now.today, key)
    if not found.is_open:
        raise RuleError("round_closed_already", round=found.key, day=found.closed_on)
    today = books.now.today
    if today < found.closes_on and not early:
        silent = sum(each.outcome == SILENT for each in standings(books.connection, found))
        if silent:
            raise RuleError("round_early", round=found.key, by=found.closes_on, silent=silent)
    [made] = books.write([books.draft(journal.ROUND_CLOSE, round=found.key, about=found.opened)])
    books.connection.execute(update(round_table).where(round_table.c.key == found.key).values(closed=made.number))
    return Round(found.key, found.opens_on, found.closes_on, found.opened, made.number, today)


def cancel_round(books: Books, key: str | None = None, *, reason: str) -> Round:
    """Take back a round that was opened by mistake, while nothing was handed in since; its name may be used again. Raises NotAllowed, NotFound, RuleError."""
    access.require_role(books.actor, "round")
    found, said = find(books.connection, books.now.today, key), note(reason, "reason")
    if not found.is_open:
        raise RuleError("round_cancel_closed", round=found.key, day=found.closed_on)
    handed = select(entry.c.number).where(entry.c.number > found.opened, entry.c.kind.in_(journal.HANDED_IN))
    if (number := books.connection.scalar(handed.order_by(entry.c.number))) is not None:
        raise RuleError("round_cancel_handed_in", round=found.key, number=number)
    if not said:
        raise RuleError("round_cancel_needs_reason", round=found.key)
    books.write([books.draft(journal.ROUND_CANCEL, round=found.key, about=found.opened, reason=said)])
    books.connection.execute(delete(round_table).where(round_table.c.key == found.key))
    return found


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
    late = _late(connection, of)

    def brought(row) -> str:
        found = outcome(of.opens_on, row.progress_on, row.handed_in_on, row.standing_status)
        return LATE if row.code in late and found in (REPORTED, CONFIRMED) else found

    return [
        Standing(
            row.code, row.title, row.lead, row.commitment, row.name, row.status or lifecycle.UNREPORTED,
            brought(row), row.handed_in_on,
        )
        for row in rows
        if agency in (None, row.lead)
    ]  # fmt: skip


def _late(connection: Connection, of: Round) -> set[str]:
    """Deeds of which something was entered for a closed round after its closing, and that were silent then."""
    if of.closed is None or of.closed_on is None:
        return set()
    query = select(deed.c.id, deed.c.code).join(entry, entry.c.deed_id == deed.c.id)
    query = query.where(entry.c.number > of.closed, entry.c.kind.in_(journal.HANDED_IN), entry.c.effective_on.between(of.opens_on, of.closed_on))
    codes = dict(connection.execute(query.distinct()).all())
    found = set()
    for id_, state in entries.folded(connection, list(codes), as_of=of.closed_on, known_at=of.closed):
        reported_on = state.progress.effective_on if state.progress else None
        if outcome(of.opens_on, reported_on, state.handed_in_on, state.standing_status) == SILENT:
            found.add(codes[id_])
    return found


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
