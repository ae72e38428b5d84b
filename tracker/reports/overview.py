"""Everything on one screen: how the books stand today, agency by agency, counted by the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, case, func, select

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
    colour = views.light(today, since).label("colour")

    def having(test) -> Any:
        return func.sum(case((test, 1), else_=0))

    query = (
        select(
            current.c.lead,
            colour,
            func.count(),
            having(current.c.title.is_not(None)),
            having(current.c.due_on.is_not(None)),
            having(current.c.status.is_not(None)),
            having(current.c.status == lifecycle.COMPLETED),
            having(current.c.closed_out),
            having(and_(views.is_silent(since), current.c.closed_out.is_(False))),
        )
        .select_from(current.join(deed, deed.c.id == current.c.deed_id))
        .where(current.c.dropped.is_(False))
        .group_by(current.c.lead, colour)
    )
    counts: dict[str, list[int]] = {}
    lights: dict[str, dict[str, int]] = {}
    for lead, shown, *numbers in connection.execute(query):
        counts[lead] = [a + b for a, b in zip(counts.get(lead, [0] * 7), numbers, strict=True)]
        lights.setdefault(lead, dict.fromkeys(lifecycle.COLOURS, 0))[shown] += numbers[0]
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
    everything, dropped, proposals, waiting = connection.execute(
        select(
            func.count(),
            func.coalesce(having(current.c.dropped), 0),
            func.coalesce(func.sum(case((current.c.dropped, 0), else_=current.c.open_proposals)), 0),
            func.coalesce(having(and_(current.c.status == lifecycle.COMPLETED, current.c.verdict.is_(None))), 0),
        )
    ).one()
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
