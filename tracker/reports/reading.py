"""Database + day + journal position → the books as they stood then, as frozen records.

Everything that a report counts or prints is read here, and only what was known
at the journal position: commitments and names have versions, deeds are folded
from their entries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from tracker import database, directory, entries, journal, lifecycle, models, people
from tracker.directory import Agency
from tracker.errors import NotFound, RuleError
from tracker.journal import Entry
from tracker.reports.records import Commitment, DeedFacts, Item, Reading, Round, Source


def position(connection: Connection, word: str | None, now: datetime | None = None) -> int:
    """The journal position meant by a number or a time (ISO 8601; without offset, in the database's zone); default the last.

    Raises NotFound for a position that the journal does not have, or a time after `now`.
    """
    last = entries.head(connection).number
    if word is None:
        return last
    if word.isdigit():
        if not 1 <= int(word) <= last:
            raise NotFound("position_unknown", position=word, last=last)
        return int(word)
    try:
        moment = datetime.fromisoformat(word)
    except ValueError:
        raise NotFound("position_unreadable", position=word, last=last) from None
    if moment.tzinfo is None:
        zone = database.marks(connection).get("zone", database.DEFAULT_ZONE)
        moment = moment.replace(tzinfo=ZoneInfo(zone))
    if now is not None and moment > now:
        raise NotFound("position_in_future", position=word, last=last)
    table = models.entry.c
    found = connection.scalar(
        select(table.number).where(table.recorded_at <= moment).order_by(table.number.desc()).limit(1)
    )
    if found is None:
        raise NotFound("position_before_first", position=word, last=last)
    return found


def check_day(connection: Connection, as_of: date, today: date) -> None:
    """Raise RuleError for a day in the future or before tracking began."""
    if as_of > today:
        raise RuleError("as_of_in_future", day=as_of, today=today)
    first = connection.scalar(select(func.min(models.deed.c.tracked_from)))
    if first is not None and as_of < first:
        raise RuleError("as_of_before_tracking", day=as_of, since=first)


def read(connection: Connection, as_of: date, known_at: int, today: date) -> Reading:
    """The books as of a day, as known at a journal position. Raises RuleError as `check_day`."""
    check_day(connection, as_of, today)
    agencies = directory.agencies(connection, known_at)
    opened = _rounds(connection, as_of, known_at)
    closed = next((round for round in opened if round.closed_on), None)
    commitments = _commitments(connection, known_at, agencies)
    table = models.entry.c
    at = connection.scalar(select(table.recorded_at).where(table.number == known_at))
    marks = database.marks(connection)
    return Reading(
        as_of=as_of,
        known_at=known_at,
        recorded_at=at,
        recorded_on=at and at.astimezone(ZoneInfo(marks["zone"])).date(),
        simulated="simulated" in marks,
        database=marks["uid"],
        agencies=agencies,
        sources=_sources(connection, known_at, {c.source for c in commitments.values()}),
        commitments=commitments,
        deeds=tuple(_deeds(connection, as_of, known_at, commitments, closed)),
        round=opened[0] if opened else None,
        closed_round=closed,
        orders=_orders(connection, as_of, known_at),
        contacts=people.contacts(connection, as_of, known_at),
    )


def latest(rows: Iterable, key: str) -> list:
    """Of rows that come in order of position, the last one for each value of `key`."""
    return list({getattr(row, key): row for row in rows}.values())


def _place(row) -> tuple[int, int] | None:
    return None if row.span_start is None else (row.span_start, row.span_end)


def _sources(connection: Connection, known_at: int, keys: set[str]) -> tuple[Source, ...]:
    version = models.source_version.c
    rows = connection.execute(
        select(models.source.c.key, models.source_version)
        .join(models.source)
        .where(version.position <= known_at)
        .order_by(version.position)
    )
    return tuple(
        Source(row.key, row.title, row.publisher, row.published_on, row.year, row.year_basis, row.sha256)
        for row in sorted(latest(rows, "source_id"), key=lambda row: row.source_id)
        if row.key in keys
    )


def _commitments(connection: Connection, known_at: int, agencies: dict[str, Agency]) -> dict[str, Commitment]:
    items = _items(connection, known_at)
    version = models.commitment_version.c
    rows = connection.execute(
        select(models.commitment.c.code, models.source.c.key.label("source"), models.commitment_version)
        .join(models.commitment, models.commitment.c.id == version.commitment_id)
        .join(models.source)
        .where(version.position <= known_at)
        .order_by(version.position)
    )
    ranks = {code: place for place, code in enumerate(agencies)}
    ordered = sorted(latest(rows, "commitment_id"), key=lambda row: (ranks.get(row.agency, -1), row.commitment_id))
    return {
        row.code: Commitment(
            row.code, row.source, row.agency, row.name, row.kind, row.declared, row.approximate, _place(row),
            tuple(Item(row.code, *rest) for rest in items[row.commitment_id]),
        )
        for row in ordered
    }  # fmt: skip


def _items(connection: Connection, known_at: int) -> dict[int, list[tuple]]:
    """By commitment: key, number, announced, place, deed of every item, by number."""
    link, version = models.item_deed.c, models.item_version.c
    linked: dict[int, dict[int, bool]] = defaultdict(dict)
    for row in connection.execute(select(models.item_deed).where(link.position <= known_at).order_by(link.position)):
        linked[row.item_id][row.deed_id] = row.linked
    places = {
        row.item_id: _place(row)
        for row in connection.execute(
            select(version.item_id, version.span_start, version.span_end)
            .where(version.position <= known_at)
            .order_by(version.position)
        )
    }
    found = defaultdict(list)
    for row in connection.execute(
        select(models.item).where(models.item.c.position <= known_at).order_by(models.item.c.number)
    ):
        deeds = [deed for deed, is_linked in linked[row.id].items() if is_linked]
        found[row.commitment_id].append(
            (row.key, row.number, row.announced, places.get(row.id), deeds[0] if deeds else None)
        )
    return found


def _rounds(connection: Connection, as_of: date, known_at: int) -> list[Round]:
    """The rounds that had opened by then, latest first."""
    entry = models.entry.c
    kinds = (journal.ROUND_OPEN, journal.ROUND_CLOSE, journal.ROUND_CANCEL)
    query = select(entry.number, entry.kind, entry.about, entry.round, entry.start_on, entry.effective_on)
    told = connection.execute(query.where(entry.kind.in_(kinds), entry.number <= known_at)).all()
    cancelled = {row.about for row in told if row.kind == journal.ROUND_CANCEL}
    closed = {row.about: (row.effective_on, row.number) for row in told if row.kind == journal.ROUND_CLOSE and row.effective_on <= as_of}
    closing = entries.closing_days(connection, as_of, known_at)
    found = [
        Round(row.round, row.start_on, closing[row.number], *closed.get(row.number, (None, None)))
        for row in told
        if row.kind == journal.ROUND_OPEN and row.number not in cancelled and row.start_on <= as_of
    ]
    return sorted(found, key=lambda round: (round.opens_on, round.key), reverse=True)


def _orders(connection: Connection, as_of: date, known_at: int) -> tuple[Entry, ...]:
    kinds = (journal.INSTRUCTION, journal.ANSWER, journal.RETRACTION)
    query = entries.selection().where(models.entry.c.kind.in_(kinds), models.entry.c.number <= known_at)
    return tuple(journal.live(entries.read(connection, query), as_of))


def _deeds(
    connection: Connection, as_of: date, known_at: int, commitments: dict[str, Commitment], closed: Round | None
) -> Iterable[DeedFacts]:
    fulfils: dict[int, list[Item]] = defaultdict(list)
    for commitment in commitments.values():
        for item in commitment.items:
            fulfils[item.deed].append(item)
    query = entries.selection().where(models.entry.c.deed_id.is_not(None), models.entry.c.number <= known_at)
    query = query.order_by(None).order_by(models.entry.c.deed_id, models.entry.c.number)
    journals = {code: tuple(found) for code, found in groupby(entries.read(connection, query), key=lambda e: e.deed)}
    table = models.deed.c
    rows = connection.execute(
        select(table.id, table.code, table.number, table.tracked_from, models.commitment.c.code.label("commitment"))
        .join(models.commitment)
        .where(table.position <= known_at, table.tracked_from <= as_of)
    ).all()
    order = {code: place for place, code in enumerate(commitments)}
    for row in sorted(rows, key=lambda row: (order[row.commitment], row.number)):
        yield _deed(row, journals.get(row.code, ()), as_of, commitments[row.commitment], fulfils.get(row.id, ()), closed)


def _deed(row, known: tuple[Entry, ...], as_of: date, commitment: Commitment, items, closed: Round | None) -> DeedFacts:
    state = journal.fold(known, as_of)
    facts = DeedFacts(
        code=row.code,
        commitment=commitment.code,
        lead=state.owners.lead if state.owners else commitment.agency,
        tracked_from=row.tracked_from,
        state=state,
        entries=tuple(journal.live(known, as_of)),
        taken_back=tuple(_taken_back(known)),
        items=tuple(items),
        light=lifecycle.light(state.rating, as_of),
        pace=lifecycle.pace(state.plan, as_of),
        silent=False,
    )
    if not facts.unheard_since(closed):
        return facts
    return replace(facts, silent=True, light=lifecycle.light(state.rating, as_of, silent=True))


def _taken_back(known: tuple[Entry, ...]) -> Iterable[tuple[Entry, Entry]]:
    for entry in known:
        if entry.kind == journal.RETRACTION:
            yield from ((entry, gone) for gone in known if gone.number == entry.about)
