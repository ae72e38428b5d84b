"""Lists of deeds for the terminal: which deeds, in which order, with today's light."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from unicodedata import normalize

from sqlalchemy import Connection, Date, Select, and_, case, exists, func, literal, or_, select

from tracker import journal, lifecycle
from tracker.deeds.lookup import latest_commitment, normalised, of_code, unknown_commitment
from tracker.models import agency_version, commitment, current, deed, entry, item, item_deed, round


@dataclass(frozen=True, slots=True)
class Row:
    """One deed of a list. `progress` and `status` are as reported; `light` is a colour of `lifecycle.COLOURS`.

    `counted` is the progress that lists are ordered by and lights are judged by: another than reported where a completion was sent back, or where the quantity comes to another.
    """

    code: str
    title: str | None
    agency: str
    commitment: str
    commitment_name: str
    status: str
    progress: int | None
    counted: int | None
    light: str
    due_on: date | None
    start_on: date | None
    overdue: bool
    closed_out: bool
    verdict: str | None
    progress_on: date | None
    seq: int
    dropped: bool = False

    @property
    def found(self) -> str | None:
        """What was found, as it is worded: see `journal.found`."""
        return journal.found(self.verdict, self.status)

    @property
    def sent_back(self) -> bool:
        return self.status == lifecycle.COMPLETED and self.verdict == "reject"

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Filter:
    """What to list; every given part must fit. Each of `words` stands in the title, the commitment or the owner's name, or is part of the code.

    `named` are codes as other commands take them, of deeds, ranges, commitments or agencies: one of them must fit. `due_by` is the last due day; `unfinished` leaves out what stands completed, suspended or terminated.
    """

    agencies: tuple[str, ...] = ()
    commitment: str | None = None
    status: str | None = None
    light: str | None = None
    unnamed: bool = False
    undated: bool = False
    overdue: bool = False
    silent: bool = False
    dropped: bool = False
    words: str = ""
    named: tuple[str, ...] = ()
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


def is_silent(since: tuple[date, date] | None, of=current, tracked_from=deed.c.tracked_from):
    """SQL: something was expected of the deed and nothing handed in since the latest closed round began (see `rounds`).

    `of` is the projection that is asked; the lamp of what stands finished is fixed.
    """
    if since is None:
        return literal(False)
    opens, closes = since
    handed_in_on = of.c.handed_in_on
    return and_(tracked_from <= closes, of.c.lamp_fixed.is_(None), or_(handed_in_on.is_(None), handed_in_on < opens))


def turned(today: date, silent, of=current):
    """SQL: the calendar has turned a light red; or, where it has not, has it or silence turned it yellow?"""
    day = literal(today, Date)
    return of.c.red_from <= day, or_(of.c.yellow_from <= day, and_(of.c.heeds_silence, silent))


def light(today: date, since: tuple[date, date] | None):
    """SQL: the colour of a deed's light on a day (see `lifecycle.Lamp`)."""
    red, yellow = turned(today, is_silent(since))
    fixed = (current.c.lamp_fixed.is_not(None), current.c.lamp_fixed)
    return case(fixed, (red, lifecycle.RED), (yellow, lifecycle.YELLOW), else_=current.c.lamp_rest)


def _fitting(wanted: Filter, today: date, since) -> Select:
    """The ids of the deeds that fit, read with no more tables than the filter needs: most lists are of all deeds."""
    asked = [current.c.dropped == wanted.dropped]
    if wanted.agencies:
        asked.append(current.c.lead.in_(wanted.agencies))
    if wanted.commitment:
        asked.append(_of_commitment(normalised(wanted.commitment)))
    if wanted.status == lifecycle.UNREPORTED:
        asked.append(current.c.status.is_(None))
    elif wanted.status:
        asked.append(current.c.status == wanted.status)
    if wanted.light:
        asked.append(light(today, since) == wanted.light)
    if wanted.unnamed:
        asked.append(current.c.title.is_(None))
    if wanted.undated:
        asked.append(current.c.due_on.is_(None))
    if wanted.overdue:
        asked.append(and_(current.c.lamp_fixed.is_(None), current.c.due_on < today))
    if wanted.silent:
        asked.append(is_silent(since))
    asked += (_called(word) for word in wanted.words.split())
    if wanted.named:
        asked.append(or_(*(current.c.deed_id.in_(of_code(word)) for word in wanted.named)))
    if wanted.due_by:
        asked.append(current.c.due_on <= wanted.due_by)
    if wanted.unfinished:
        asked.append(current.c.lamp_fixed.is_(None))
    if wanted.codes:
        asked.append(_of_deed(deed.c.code.in_(wanted.codes)))
    tables = current.join(deed, deed.c.id == current.c.deed_id) if wanted.light or wanted.silent else current
    return select(current.c.deed_id).select_from(tables).where(*asked)


def _of_deed(asked):
    """SQL: what does not change with reports, its code and its commitment, is as asked."""
    return current.c.deed_id.in_(select(deed.c.id).join(commitment, commitment.c.id == deed.c.commitment_id).where(asked))


def _of_commitment(code: str):
    """SQL: it began with an item of a commitment, or fulfils one: a list may repeat what another has announced."""
    later = item_deed.alias().c
    gone = exists().where(later.item_id == item_deed.c.item_id, later.deed_id == item_deed.c.deed_id, later.position > item_deed.c.position)
    fulfils = select(item_deed.c.deed_id).join(item, item.c.id == item_deed.c.item_id).join(commitment, commitment.c.id == item.c.commitment_id)
    return or_(_of_deed(commitment.c.code == code), current.c.deed_id.in_(fulfils.where(commitment.c.code == code, item_deed.c.linked, ~gone)))


def _called(word: str):
    """SQL: a word stands in the title, the commitment's or the owner's name, or is part of the code."""
    version = latest_commitment()
    promised = select(version.c.commitment_id).where(version.c.name.contains(word, autoescape=True))
    return or_(
        current.c.title.contains(word, autoescape=True),
        _of_deed(or_(deed.c.code.contains(normalize("NFKC", word).upper(), autoescape=True), deed.c.commitment_id.in_(promised))),
        current.c.lead.in_(_agencies_called(word)),
    )


def _agencies_called(word: str) -> Select:
    """The agencies in whose name, present or past, a word stands."""
    named = agency_version.c
    found = (column.contains(word, autoescape=True) for column in (named.name, named.full_name, named.name_en))
    return select(named.agency).where(or_(*found))


def deeds(
    connection: Connection, today: date, wanted: Filter = Filter(), limit: int | None = None, sort: str = "code"
) -> tuple[list[Row], int]:
    """The deeds that fit, at most `limit` of them, and how many fit altogether.

    `sort`: code (directory order), due, progress, changed. Raises NotFound for a commitment that there is not.
    """
    if wanted.commitment and connection.scalar(select(commitment.c.id).where(commitment.c.code == normalised(wanted.commitment))) is None:
        raise unknown_commitment(connection, wanted.commitment)
    since = silent_before(connection, today)
    version = latest_commitment()
    fitting = _fitting(wanted, today, since)
    order = (*_FIRST[sort], current.c.order_key)
    query = (
        select(
            deed.c.code, current.c.title, current.c.lead, commitment.c.code, version.c.name, current.c.status,
            current.c.progress, current.c.standing_progress, light(today, since), current.c.due_on, current.c.start_on, current.c.closed_out,
            current.c.verdict, current.c.progress_on, current.c.seq, current.c.lamp_fixed, current.c.dropped,
        )
        .select_from(
            # Outer, though nothing is ever missing: an inner join lets SQLite begin at the commitments.
            current.outerjoin(deed, deed.c.id == current.c.deed_id)
            .outerjoin(commitment, commitment.c.id == deed.c.commitment_id)
            .outerjoin(version, version.c.commitment_id == deed.c.commitment_id)
        )
        .where(current.c.deed_id.in_(fitting.order_by(*order).limit(limit) if limit is not None else fitting))
        .order_by(*order)
    )  # fmt: skip
    rows = [_row(row, today) for row in connection.execute(query)]
    if limit is None or len(rows) < limit:
        return rows, len(rows)
    return rows, connection.scalar(fitting.with_only_columns(func.count()))


_FIRST = {
    "code": (),
    "due": (current.c.due_on.is_(None), current.c.due_on),
    "progress": (func.coalesce(current.c.standing_progress, -1).desc(),),
    "changed": (current.c.last_number.desc(),),
}


def _row(row, today: date) -> Row:
    code, title, lead, commitment_code, name, status, progress, counted, colour, due, start, closed, verdict, on, seq, fixed, dropped = (
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
        counted=counted,
        light=colour,
        due_on=due,
        start_on=start,
        overdue=fixed is None and due is not None and due < today,
        closed_out=closed,
        verdict=verdict,
        progress_on=on,
        seq=seq,
        dropped=dropped,
    )
