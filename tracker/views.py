"""Lists of deeds for the terminal: which deeds, in which order, with today's light."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Date, Select, and_, case, func, literal, or_, select

from tracker import lifecycle
from tracker.deeds.lookup import latest_commitment, normalised
from tracker.models import agency_version, commitment, current, deed, entry, round


@dataclass(frozen=True, slots=True)
class Row:
    """One deed of a list. `progress` and `status` are as reported; `light` is a colour of `lifecycle.COLOURS`."""

    code: str
    title: str | None
    agency: str
    commitment: str
    commitment_name: str
    status: str
    progress: int | None
    light: str
    due_on: date | None
    start_on: date | None
    overdue: bool
    closed_out: bool
    verdict: str | None
    progress_on: date | None
    seq: int

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Filter:
    """What to list; every given part must fit. Each of `words` stands in the title, the commitment or the owner's name, or is part of the code.

    `due_by` is the last due day; `unfinished` leaves out what stands completed, suspended or terminated.
    """

    agency: str | None = None
    commitment: str | None = None
    status: str | None = None
    light: str | None = None
    unnamed: bool = False
    undated: bool = False
    overdue: bool = False
    silent: bool = False
    dropped: bool = False
    words: str | None = None
    codes: tuple[str, ...] = ()
    due_by: date | None = None
    unfinished: bool = False


def silent_before(connection: Connection, today: date) -> tuple[date, date] | None:
    """The first and closing day of the latest closed round: who handed nothing in since is silent."""
    closing = entry.alias("closing")
    row = connection.execute(
        select(round.c.opens_on, round.c.closes_on)
        .join(closing, closing.c.number == round.c.closed)
        .where(closing.c.effective_on <= today)
        .order_by(round.c.closed.desc())
        .limit(1)
    ).first()
    return (row.opens_on, row.closes_on) if row else None


def _unfinished():
    return or_(current.c.standing_status.is_(None), current.c.standing_status.not_in(lifecycle.FINISHED))


def is_silent(since: tuple[date, date] | None):
    """SQL: something was expected of the deed and nothing handed in since the latest closed round began (see `rounds`)."""
    if since is None:
        return literal(False)
    opens, closes = since
    return and_(
        deed.c.tracked_from <= closes,
        _unfinished(),
        or_(current.c.handed_in_on.is_(None), current.c.handed_in_on < opens),
    )


def light(today: date, since: tuple[date, date] | None):
    """SQL: the colour of a deed's light on a day (see `lifecycle.Lamp`)."""
    day = literal(today, Date)
    return case(
        (current.c.lamp_fixed.is_not(None), current.c.lamp_fixed),
        (current.c.red_from <= day, lifecycle.RED),
        (current.c.yellow_from <= day, lifecycle.YELLOW),
        (and_(current.c.heeds_silence, is_silent(since)), lifecycle.YELLOW),
        else_=current.c.lamp_rest,
    )


def _narrowed(query: Select, wanted: Filter, today: date, since, version) -> Select:
    is_overdue = and_(current.c.lamp_fixed.is_(None), current.c.due_on < today)
    if wanted.agency:
        query = query.where(current.c.lead == wanted.agency)
    if wanted.commitment:
        query = query.where(commitment.c.code == normalised(wanted.commitment))
    if wanted.status == lifecycle.UNREPORTED:
        query = query.where(current.c.status.is_(None))
    elif wanted.status:
        query = query.where(current.c.status == wanted.status)
    if wanted.light:
        query = query.where(light(today, since) == wanted.light)
    if wanted.unnamed:
        query = query.where(current.c.title.is_(None))
    if wanted.undated:
        query = query.where(current.c.due_on.is_(None))
    if wanted.overdue:
        query = query.where(is_overdue)
    if wanted.silent:
        query = query.where(is_silent(since))
    for word in (wanted.words or "").split():
        query = query.where(
            or_(
                current.c.title.contains(word, autoescape=True),
                version.c.name.contains(word, autoescape=True),
                deed.c.code.contains(word.upper(), autoescape=True),
                current.c.lead.in_(_agencies_called(word)),
            )
        )
    if wanted.due_by:
        query = query.where(current.c.due_on <= wanted.due_by)
    if wanted.unfinished:
        query = query.where(_unfinished())
    if wanted.codes:
        query = query.where(deed.c.code.in_(wanted.codes))
    return query.where(current.c.dropped == wanted.dropped)


def _agencies_called(word: str) -> Select:
    """The agencies in whose name, present or past, a word stands."""
    named = agency_version.c
    found = (column.contains(word, autoescape=True) for column in (named.name, named.full_name, named.name_en))
    return select(named.agency).where(or_(*found))


def deeds(
    connection: Connection, today: date, wanted: Filter = Filter(), limit: int | None = None, sort: str = "code"
) -> tuple[list[Row], int]:
    """The deeds that fit, at most `limit` of them, and how many fit altogether.

    `sort`: code (directory order), due, progress, changed.
    """
    since = silent_before(connection, today)
    version = latest_commitment()
    # Outer, though nothing is ever missing: an inner join lets SQLite begin at the commitments and sort every deed.
    base = (
        current.outerjoin(deed, deed.c.id == current.c.deed_id)
        .outerjoin(commitment, commitment.c.id == deed.c.commitment_id)
        .outerjoin(version, version.c.commitment_id == deed.c.commitment_id)
    )
    query = select(
        deed.c.code, current.c.title, current.c.lead, commitment.c.code, version.c.name, current.c.status,
        current.c.progress, light(today, since), current.c.due_on, current.c.start_on, current.c.closed_out,
        current.c.verdict, current.c.progress_on, current.c.seq, current.c.lamp_fixed,
    ).select_from(base)  # fmt: skip
    query = _narrowed(query, wanted, today, since, version)
    first = {
        "code": (),
        "due": (current.c.due_on.is_(None), current.c.due_on),
        "progress": (func.coalesce(current.c.standing_progress, -1).desc(),),
        "changed": (current.c.last_number.desc(),),
    }[sort]
    query = query.order_by(*first, current.c.order_key)
    rows = [_row(row, today) for row in connection.execute(query.limit(limit))]
    if limit is None or len(rows) < limit:
        return rows, len(rows)
    if wanted == Filter():
        counting = select(func.count()).select_from(current).where(current.c.dropped.is_(False))
    else:
        counting = select(func.count()).select_from(query.order_by(None).with_only_columns(deed.c.id).subquery())
    return rows, connection.scalar(counting)


def _row(row, today: date) -> Row:
    code, title, lead, commitment_code, name, status, progress, colour, due, start, closed, verdict, on, seq, fixed = (
        row
    )
    return Row(
        code=code,
        title=title,
        agency=lead,
        commitment=commitment_code,
        commitment_name=name,
        status=status or lifecycle.UNREPORTED,
        progress=progress,
        light=colour,
        due_on=due,
        start_on=start,
        overdue=fixed is None and due is not None and due < today,
        closed_out=closed,
        verdict=verdict,
        progress_on=on,
        seq=seq,
    )
