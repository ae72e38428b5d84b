"""The overview of any day: what `overview` counts for today, from the journal instead of the projection.

For every deed the database looks up the entries that held on the day; deeds
that are alike are counted together and rated once, by `lifecycle.light` itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, case, exists, false, func, null, or_, select

from tracker import journal, lifecycle
from tracker.directory import Agency
from tracker.models import commitment_version, deed, entry, entry_point, item, round
from tracker.reports.overview import Line, Overview, total_of


def overview(connection: Connection, day: date, known_at: int, agencies: Mapping[str, Agency]) -> Overview:
    """Count the books as of a day, by what was known at a journal position."""
    journal_ = _Journal(connection, day, known_at)
    announcers = _announcers(connection, known_at)
    points = journal_.points()
    lights: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(lifecycle.COLOURS, 0))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    rated: dict[tuple, str] = {}
    waiting = dropped = 0
    for alike, many in Counter(map(tuple, connection.execute(journal_.states()))).items():
        commitment, lead, gone, named, silent, verdict, *rating = alike
        _, due, _, status, _, _ = rating
        if gone:
            dropped += many
            continue
        key = (silent, verdict, *rating)
        if key not in rated:
            rated[key] = _colour(day, *key, points)
        lead = lead or announcers[commitment]
        lights[lead][rated[key]] += many
        completed = status == lifecycle.COMPLETED
        for name, holds in (
            ("deeds", True), ("named", named), ("dated", due is not None), ("reported", status is not None),
            ("completed", completed), ("verified", completed and verdict == journal.CONFIRM), ("silent", silent),
        ):  # fmt: skip
            counts[lead][name] += many if holds else 0
        waiting += many if completed and verdict is None else 0
    announced = _announced(connection, known_at, announcers)
    order = [code for code in agencies if code in counts or code in announced]
    lines = tuple(Line(code, announced.get(code, 0), **counts[code], lights=lights[code]) for code in order)
    proposals = journal_.open_of(journal.PROPOSAL, journal.DECISION)
    instructions = journal_.open_of(journal.INSTRUCTION, journal.ANSWER)
    late = journal_.open_of(journal.INSTRUCTION, journal.ANSWER, entry.c.by_on < day)
    return Overview(day, lines, total_of(lines), proposals, instructions, waiting, dropped, late)


def _colour(
    day: date, silent: bool, verdict: str | None, start: date | None, due: date | None, planned: int | None,
    status: str | None, progress: int | None, before: int | None, points: Mapping[int, tuple],
) -> str:  # fmt: skip
    sent_back = verdict == journal.REJECT and status == lifecycle.COMPLETED
    rating = lifecycle.Rating(
        lifecycle.IN_PROGRESS if sent_back else status,
        before if sent_back else progress,
        status == lifecycle.COMPLETED and verdict == journal.CONFIRM,
        lifecycle.Schedule(start, due, points.get(planned, ())),
    )
    return lifecycle.light(rating, day, bool(silent)).colour


class _Journal:
    """The entries that held on a day, by what was known at a position."""

    def __init__(self, connection: Connection, day: date, known_at: int):
        self.connection, self.day, self.known_at = connection, day, known_at

    def _live(self, table) -> ColumnElement[bool]:
        """SQL: the entry was known, is effective and was not taken back."""
        retraction = entry.alias()
        taken_back = select(retraction.c.about).where(
            retraction.c.kind == journal.RETRACTION, retraction.c.number <= self.known_at
        )
        return and_(
            table.c.effective_on <= self.day, table.c.number <= self.known_at, table.c.number.not_in(taken_back)
        )

    def _any(self, kind: str) -> bool:
        """Whether there is any entry of that kind at all: what is not there need not be looked for deed by deed."""
        return self.connection.scalar(select(entry.c.number).where(entry.c.kind == kind).limit(1)) is not None

    def _last(self, kind: str, of, since: date | None = None) -> ColumnElement[int]:
        """SQL: the number of the last live entry of a kind. The order makes it one look into `ix_entry_fold`."""
        found = entry.alias()
        query = select(found.c.number).where(found.c.deed_id == of, found.c.kind == kind, self._live(found))
        if since is not None:
            query = query.where(found.c.effective_on >= since)
        return query.order_by(found.c.effective_on.desc(), found.c.number.desc()).limit(1).scalar_subquery()

    def _has(self, of, *kinds: str, since: date | None = None) -> ColumnElement[bool]:
        kinds = tuple(kind for kind in kinds if self._any(kind))
        return or_(false(), *(self._last(kind, of, since).is_not(None) for kind in kinds))

    def states(self):
        """A query with a row a deed that was tracked, of what it is counted and rated by, and nothing that tells it apart."""
        held = (
            select(
                deed.c.id, deed.c.commitment_id, deed.c.tracked_from,
                self._last(journal.OWNERS, deed.c.id).label("owners"),
                self._last(journal.SCHEDULE, deed.c.id).label("schedule"),
                self._last(journal.PROGRESS, deed.c.id).label("progress"),
                self._has(deed.c.id, journal.TITLE).label("named"),
                self._has(deed.c.id, journal.DROP).label("dropped"),
            )
            .where(deed.c.tracked_from <= self.day, deed.c.position <= self.known_at)
            # Looked up once: both engines would else repeat the look-ups in every join.
            .cte("held").prefix_with("MATERIALIZED")
        )  # fmt: skip
        owners, schedule, progress = entry.alias("owners"), entry.alias("schedule"), entry.alias("progress")
        completed = progress.c.status == lifecycle.COMPLETED
        verdict, before = null(), null()
        if self._any(journal.FINDING):
            finding = entry.alias("finding")
            last = (
                select(finding.c.verdict)
                .where(finding.c.about == progress.c.number, finding.c.kind == journal.FINDING, self._live(finding))
                .order_by(finding.c.effective_on.desc(), finding.c.number.desc())
                .limit(1)
            )
            verdict = case((completed, last.scalar_subquery()), else_=None)
            earlier = entry.alias("earlier")
            below = select(earlier.c.progress).where(
                earlier.c.deed_id == held.c.id, earlier.c.kind == journal.PROGRESS, earlier.c.progress < 100, self._live(earlier)
            )  # fmt: skip
            below = below.order_by(earlier.c.effective_on.desc(), earlier.c.number.desc()).limit(1).scalar_subquery()
            before = case((verdict == journal.REJECT, below), else_=None)
        planned = schedule.c.number if self.points() else null()
        return select(
            held.c.commitment_id, owners.c.lead, held.c.dropped, held.c.named, self._silent(held, progress, verdict).label("silent"),
            verdict.label("verdict"), schedule.c.start_on, schedule.c.due_on, planned.label("planned"),
            progress.c.status, progress.c.progress, before.label("before"),
        ).select_from(
            held.outerjoin(owners, owners.c.number == held.c.owners)
            .outerjoin(schedule, schedule.c.number == held.c.schedule)
            .outerjoin(progress, progress.c.number == held.c.progress)
        )  # fmt: skip

    def _silent(self, held, progress, verdict) -> ColumnElement[bool]:
        """SQL: something is expected and nothing was handed in since the last closed round began (see `rounds`)."""
        closed = self.connection.execute(
            select(round.c.opens_on, round.c.closes_on)
            .join(entry, entry.c.number == round.c.closed)
            .where(entry.c.number <= self.known_at, entry.c.effective_on <= self.day)
            .order_by(round.c.opens_on.desc(), round.c.key.desc())
            .limit(1)
        ).first()
        if closed is None:
            return false()
        finished = progress.c.status.in_(lifecycle.FINISHED)
        sent_back = and_(progress.c.status == lifecycle.COMPLETED, verdict == journal.REJECT)
        return and_(
            held.c.tracked_from <= closed.closes_on,
            or_(progress.c.status.is_(None), ~finished, sent_back),
            ~self._has(held.c.id, *journal.HANDED_IN, since=closed.opens_on),
        )

    def points(self) -> dict[int, tuple[tuple[date, int], ...]]:
        """By number of the schedule entry: its given points."""
        found: dict[int, list] = defaultdict(list)
        for row in self.connection.execute(select(entry_point).order_by(entry_point.c.number, entry_point.c.day)):
            found[row.number].append((row.day, row.percent))
        return {number: tuple(points) for number, points in found.items()}

    def open_of(self, kind: str, closing: str, *where: ColumnElement[bool]) -> int:
        """How many live entries of a kind, other than to dropped deeds, no live entry of the closing kind speaks of."""
        answer = entry.alias()
        query = (
            select(func.count())
            .select_from(entry)
            .where(entry.c.kind == kind, self._live(entry), ~self._has(entry.c.deed_id, journal.DROP), *where)
            .where(~exists().where(answer.c.kind == closing, answer.c.about == entry.c.number, self._live(answer)))
        )
        return self.connection.scalar(query)


def _announcers(connection: Connection, known_at: int) -> dict[int, str]:
    """By commitment: the agency that announced it, as known."""
    table = commitment_version.c
    query = select(table.commitment_id, table.agency).where(table.position <= known_at).order_by(table.position)
    return dict(connection.execute(query).all())


def _announced(connection: Connection, known_at: int, announcers: Mapping[int, str]) -> Counter[str]:
    query = select(item.c.commitment_id, func.count()).where(item.c.announced, item.c.position <= known_at)
    found: Counter[str] = Counter()
    for commitment, count in connection.execute(query.group_by(item.c.commitment_id)):
        found[announcers[commitment]] += count
    return found
