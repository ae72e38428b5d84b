"""Everything on one screen: how the books stand on a day, agency by agency, counted by the database."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, and_, func, or_, select

from tracker import lifecycle, views
from tracker.deeds import instructing
from tracker.deeds.lookup import latest_commitment
from tracker.directory import Agency
from tracker.errors import ReportError
from tracker.models import deed, item, item_deed, span


@dataclass(frozen=True, slots=True)
class Line:
    """The counts of one agency, or of all. `lights` has every colour of `lifecycle.COLOURS` and adds up to `deeds`.

    `announced` counts items of its commitments, `deeds` what it leads now:
    they differ by what was added, dropped or linked, and by what it handed over
    to another agency or took over from one.
    """

    agency: str | None
    announced: int = 0
    deeds: int = 0
    named: int = 0
    dated: int = 0
    reported: int = 0
    completed: int = 0
    verified: int = 0
    sent_back: int = 0
    silent: int = 0
    taken_over: int = 0
    handed_over: int = 0
    lights: Mapping[str, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Overview:
    """The books on a day: a line per agency in directory order, the total, how it came about, and what is open."""

    today: date
    lines: tuple[Line, ...]
    total: Line
    origin: Origin
    proposals: int
    instructions: int
    to_verify: int
    late_instructions: int

    def as_json(self) -> dict[str, Any]:
        return {
            "today": self.today,
            "agencies": [line.as_json() for line in self.lines],
            "total": self.total.as_json(),
            "open": {
                "proposals": self.proposals, "instructions": self.instructions, "late_instructions": self.late_instructions,
                "to_verify": self.to_verify,
            },
            "dropped": self.origin.dropped,
            "reconciliation": asdict(self.origin),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Origin:
    """公布 against 实有, in the terms of the reports: announced + added − dropped − merged − unlinked = deeds.

    `merged` are announced items that repeat others and share their deeds, `unlinked` those that have none.
    """

    announced: int
    added: int
    dropped: int
    merged: int
    unlinked: int
    deeds: int

    def __post_init__(self) -> None:
        parts = self.announced + self.added - self.dropped - self.merged - self.unlinked
        if min(self.added, self.dropped, self.merged, self.unlinked) < 0 or parts != self.deeds:
            raise ReportError("figures_disagree", figure="overview", total=self.deeds, parts=parts)


def overview(connection: Connection, day: date, agencies: Mapping[str, Agency]) -> Overview:
    """Count the books as of a day, by what is known now. Raises ReportError if a breakdown does not add up to its total."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    lights: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(lifecycle.COLOURS, 0))
    proposals = waiting = dropped = 0
    # One look at each table, which is what costs: the day's deeds beside all of them, the announced items beside those added.
    tracked, ever = connection.execute(select(func.count().filter(deed.c.tracked_from <= day), func.count()).select_from(deed)).one()
    for lead, gone, fixed, rest, status, many, named, dated, red, yellow, silent, asked in _alike(connection, day, tracked):
        if gone:
            dropped += many
            continue
        turned = {fixed: many} if fixed else {lifecycle.RED: red, lifecycle.YELLOW: yellow, rest: many - red - yellow}
        for colour, count in turned.items():
            lights[lead][colour] += count
        counts[lead].update(
            deeds=many, named=named, dated=dated, reported=many if status else 0, silent=silent,
            completed=many if status == lifecycle.COMPLETED else 0, verified=turned.get(lifecycle.SOLID_BLUE, 0),
            # Of what is reported completed, only what was sent back has a light that turns.
            sent_back=many if status == lifecycle.COMPLETED and not fixed else 0,
        )  # fmt: skip
        proposals += int(asked)
        waiting += turned.get(lifecycle.HOLLOW_BLUE, 0)
    announced, added = _items(connection)
    order = [code for code in agencies if code in counts or announced[code]]
    if any(announced[code] != counts[code]["deeds"] for code in order):
        for whose, lead, many in _moved(connection, day):
            counts[whose]["handed_over"] += many
            counts[lead]["taken_over"] += many
    lines = tuple(Line(code, announced[code], **counts[code], lights=lights[code]) for code in order)
    total = total_of(lines)
    for whole, parts in ((total.deeds, sum(total.lights.values())), (tracked, total.deeds + dropped)):
        if whole != parts:
            raise ReportError("figures_disagree", figure="overview", total=whole, parts=parts)
    orders = [order for order in instructing.register(connection, agencies, as_of=day) if order.answer is None]
    late = sum(order.late(day) for order in orders)
    origin = _origin_of_all(connection, total, dropped, added) if tracked == ever else _origin(connection, day, total, dropped)
    return Overview(day, lines, total, origin, proposals, len(orders), waiting, late)


def _origin(connection: Connection, day: date, total: Line, dropped: int) -> Origin:
    """Where the deeds of a day come from. Raises ReportError if it does not add up."""
    tracked = total.deeds + dropped
    link = item_deed.c
    # In one pass over its index: joined to themselves, a hundred thousand links would take minutes.
    pair = {"partition_by": (link.item_id, link.deed_id)}
    rows = select(
        link.item_id, link.deed_id, link.linked, func.min(link.position).over(**pair).label("since"),
        func.row_number().over(**pair, order_by=link.position.desc()).label("age"),
    ).subquery()  # fmt: skip
    nth = func.row_number().over(partition_by=rows.c.item_id, order_by=rows.c.since).label("nth")
    linked = select(rows.c.item_id, rows.c.deed_id, nth).where(rows.c.age == 1, rows.c.linked).subquery()
    # An item that went over to another deed is counted where it was first.
    items, homes = connection.execute(
        select(func.count(), func.count(deed.c.id.distinct()).filter(deed.c.commitment_id == item.c.commitment_id))
        .select_from(linked.join(item, item.c.id == linked.c.item_id).join(deed, deed.c.id == linked.c.deed_id))
        .where(linked.c.nth == 1, item.c.announced, deed.c.tracked_from <= day)
    ).one()
    added = tracked - homes
    return Origin(total.announced, added, dropped, merged=items - homes, unlinked=total.announced - items, deeds=total.deeds)


def _origin_of_all(connection: Connection, total: Line, dropped: int, added: int) -> Origin:
    """The same of a day on which all deeds were tracked, without a look at each link: every deed began with one item."""
    link, later = item_deed.c, item_deed.alias().c
    # What was added was linked at once; so those that never were are announced, and need not be looked for one by one.
    ever_linked = connection.scalar(select(func.count(link.item_id.distinct())))
    taken_off = select(link.item_id).where(link.linked.is_(False))
    overtaken = select(later.id).where(
        later.item_id == link.item_id, later.deed_id == link.deed_id, later.position > link.position
    )
    kept = select(link.item_id).where(link.item_id.in_(taken_off), link.linked, ~overtaken.exists())
    left = connection.scalar(select(func.count()).where(item.c.announced, item.c.id.in_(taken_off), item.c.id.not_in(kept)))
    unlinked = total.announced + added - ever_linked + left
    merged = total.announced - unlinked - (total.deeds + dropped - added)
    return Origin(total.announced, added, dropped, merged, unlinked, deeds=total.deeds)


def _alike(connection: Connection, day: date, tracked: int) -> Iterator[Row]:
    """The deeds that no day tells apart, counted: all of them, and those whose light the calendar or silence has turned.

    What holds still is read from an index of its own; what held until a later
    day is looked for among a million rows, but only where a deed is missing.
    """
    since = views.silent_before(connection, day)
    silent = views.is_silent(since, span, span.c.tracked_from)
    red, yellow = views.turned(day, silent, span)
    alike = (span.c.lead, span.c.dropped, span.c.lamp_fixed, span.c.lamp_rest, span.c.status)
    tests = (span.c.named, span.c.dated, red, and_(red.is_not(True), yellow), silent)
    query = (
        select(*alike, func.count().label("many"), *(func.count().filter(test) for test in tests), func.sum(span.c.open_proposals))
        .where(span.c.from_on <= day)
        .group_by(*alike)
    )
    still = connection.execute(query.where(span.c.until_on.is_(None))).all()
    yield from still
    if sum(row.many for row in still) != tracked:
        yield from connection.execute(query.where(span.c.until_on > day))


def _moved(connection: Connection, day: date) -> Iterator[Row]:
    """How many deeds of a day another agency leads than the one that announced them: whose they were, who leads them."""
    version = latest_commitment()
    query = (
        select(version.c.agency, span.c.lead, func.count())
        .join(deed, deed.c.commitment_id == version.c.commitment_id)
        .join(span, span.c.deed_id == deed.c.id)
        .where(span.c.from_on <= day, or_(span.c.until_on.is_(None), span.c.until_on > day))
        .where(span.c.dropped.is_(False), span.c.lead != version.c.agency)
        .group_by(version.c.agency, span.c.lead)
    )
    yield from connection.execute(query)


def _items(connection: Connection) -> tuple[Counter[str], int]:
    """How many items each agency's commitments announced, and how many were added to any."""
    version = latest_commitment()
    owners = dict(connection.execute(select(version.c.commitment_id, version.c.agency)).all())
    announced: Counter[str] = Counter()
    added = 0
    query = select(item.c.commitment_id, func.count().filter(item.c.announced), func.count()).group_by(item.c.commitment_id)
    for id_, said, count in connection.execute(query):
        announced[owners[id_]] += said
        added += count - said
    return announced, added


def total_of(lines: tuple[Line, ...]) -> Line:
    """The line that adds up all others."""
    names = ("announced", "deeds", "named", "dated", "reported", "completed", "verified", "sent_back", "silent", "taken_over", "handed_over")
    sums = {name: sum(getattr(line, name) for line in lines) for name in names}
    return Line(None, **sums, lights={c: sum(line.lights[c] for line in lines) for c in lifecycle.COLOURS})
