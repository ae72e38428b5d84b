"""Everything on one screen: how the books stand today, agency by agency, counted by the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, func, select

from tracker import lifecycle, views
from tracker.deeds import instructing
from tracker.deeds.lookup import latest_commitment
from tracker.directory import Agency
from tracker.errors import ReportError
from tracker.models import current, deed, item


@dataclass(frozen=True, slots=True)
class Line:
    """The counts of one agency, or of all. `lights` has every colour of `lifecycle.COLOURS` and adds up to `deeds`.

    `announced` counts items of its commitments, `deeds` what it leads now:
    they differ by what was added, dropped, linked or handed over.
    """

    agency: str | None
    announced: int = 0
    deeds: int = 0
    named: int = 0
    dated: int = 0
    reported: int = 0
    completed: int = 0
    verified: int = 0
    silent: int = 0
    lights: Mapping[str, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Overview:
    """The books on a day: a line per agency in directory order, the total, and what is open."""

    today: date
    lines: tuple[Line, ...]
    total: Line
    proposals: int
    instructions: int
    to_verify: int
    dropped: int
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
            "dropped": self.dropped,
        }  # fmt: skip


def overview(connection: Connection, today: date, agencies: Mapping[str, Agency]) -> Overview:
    """Count the books for today. Raises ReportError if a breakdown does not add up to its total."""
    since = views.silent_before(connection, today)
    colour = views.light(today, since)
    completed = current.c.status == lifecycle.COMPLETED

    def having(test) -> Any:
        return func.count().filter(test)

    # By agency alone: to group by light, too, SQLite would sort all deeds first.
    query = (
        select(
            current.c.lead,
            func.count(),
            func.count(current.c.title),
            func.count(current.c.due_on),
            func.count(current.c.status),
            having(completed),
            having(current.c.closed_out),
            having(and_(views.is_silent(since), current.c.closed_out.is_(False))),
            func.sum(current.c.open_proposals),
            having(and_(completed, current.c.verdict.is_(None))),
            *(having(colour == each) for each in lifecycle.COLOURS),
        )
        .select_from(current.join(deed, deed.c.id == current.c.deed_id) if since else current)
        .where(current.c.dropped.is_(False))
        .group_by(current.c.lead)
    )
    counts: dict[str, list[int]] = {}
    lights: dict[str, dict[str, int]] = {}
    proposals = waiting = 0
    for lead, *numbers in connection.execute(query):
        counts[lead], (asked, unverified), shown = numbers[:7], numbers[7:9], numbers[9:]
        lights[lead] = dict(zip(lifecycle.COLOURS, shown, strict=True))
        proposals, waiting = proposals + int(asked), waiting + unverified
    announced = _announced(connection)
    order = [code for code in agencies if code in counts or code in announced]
    lines = tuple(
        Line(
            code,
            announced.get(code, 0),
            *counts.get(code, [0] * 7),
            lights.get(code, dict.fromkeys(lifecycle.COLOURS, 0)),
        )
        for code in order
    )
    total = total_of(lines)
    everything, dropped = connection.execute(select(func.count(), having(current.c.dropped)).select_from(current)).one()
    for whole, parts in ((total.deeds, sum(total.lights.values())), (everything, total.deeds + dropped)):
        if whole != parts:
            raise ReportError("figures_disagree", figure="overview", total=whole, parts=parts)
    orders = [order for order in instructing.register(connection, agencies) if order.answer is None]
    late = sum(order.late(today) for order in orders)
    return Overview(today, lines, total, proposals, len(orders), waiting, dropped, late)


def _announced(connection: Connection) -> dict[str, int]:
    version = latest_commitment()
    query = (
        select(version.c.agency, func.count())
        .join(item, item.c.commitment_id == version.c.commitment_id)
        .where(item.c.announced)
        .group_by(version.c.agency)
    )
    return dict(connection.execute(query).all())


def total_of(lines: tuple[Line, ...]) -> Line:
    """The line that adds up all others."""
    names = ("announced", "deeds", "named", "dated", "reported", "completed", "verified", "silent")
    sums = {name: sum(getattr(line, name) for line in lines) for name in names}
    return Line(None, **sums, lights={c: sum(line.lights[c] for line in lines) for c in lifecycle.COLOURS})
