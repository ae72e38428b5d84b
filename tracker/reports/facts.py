"""The books on a day → the facts of a report: the only place that counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from tracker import journal, lifecycle
from tracker.reports.figures import Breakdown, Figure, Figures, reconcile
from tracker.reports.reading import DeedFacts, Item, Reading, read

REASONS = (
    "closed_out", "awaiting_verification", "on_track", "behind", "blocked", "due_soon", "silent",
    "overdue", "far_behind", "unreported", "undated", "not_rated",
)  # fmt: skip
STATUSES = (*lifecycle.STATUSES, lifecycle.UNREPORTED)
MEASURES = ("named", "dated", "reported", "completed")
"""What the trend follows from month to month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything a report may print, counted once.

    `deeds` are the tracked ones in directory order, `dropped` those given up;
    `agencies` and `commitments` are codes in directory order. The other lists
    are sections of the brief.
    """

    reading: Reading
    figures: dict[str, Figure]
    breakdowns: tuple[Breakdown, ...]
    deeds: tuple[DeedFacts, ...]
    dropped: tuple[DeedFacts, ...]
    agencies: tuple[str, ...]
    commitments: tuple[str, ...]
    months: tuple[date, ...]
    verified: tuple[DeedFacts, ...]
    unverified: tuple[DeedFacts, ...]
    sent_back: tuple[DeedFacts, ...]
    overdue: tuple[DeedFacts, ...]
    behind: tuple[DeedFacts, ...]
    blocked: tuple[DeedFacts, ...]
    changed: tuple[DeedFacts, ...]
    silent: tuple[DeedFacts, ...]
    instructed: tuple[DeedFacts, ...]
    asking: tuple[DeedFacts, ...]

    def value(self, id: str) -> int:
        return self.figures[id].value

    def of_agency(self, code: str) -> tuple[DeedFacts, ...]:
        return tuple(deed for deed in self.deeds if deed.lead == code)

    @property
    def building(self) -> bool:
        """建账: under half of the deeds have a deadline, so lights say little yet."""
        return 2 * self.value("book.dated") < self.value("book.deeds")


def facts(connection: Connection, as_of: date, known_at: int, today: date) -> Facts:
    """The facts as of a day, as known at a journal position.

    Raises RuleError for a day that cannot be reported, ReportError where a
    breakdown does not add up.
    """
    return count(read(connection, as_of, known_at, today))


def count(reading: Reading) -> Facts:
    """Count what was read. Raises ReportError where a breakdown does not add up."""
    deeds = tuple(deed for deed in reading.deeds if not deed.dropped)
    dropped = tuple(deed for deed in reading.deeds if deed.dropped)
    figures = Figures()
    agencies = _agencies(reading, deeds)
    _announced(figures, reading)
    _breakdown(figures, "book", deeds, reading)
    for code in agencies:
        _breakdown(figures, f"agency.{code}", [deed for deed in deeds if deed.lead == code], reading)
    for code in reading.commitments:
        of = [deed for deed in deeds if deed.commitment == code]
        _breakdown(figures, f"commitment.{code}", of, reading, lights=False)
    for name in ("deeds", "named", "dated", "reported"):
        figures.split(f"book.{name}", [f"agency.{code}.{name}" for code in agencies])
        figures.split(f"book.{name}", [f"commitment.{code}.{name}" for code in reading.commitments])
    for colour in lifecycle.COLOURS:
        figures.split(f"book.light.{colour}", [f"agency.{code}.light.{colour}" for code in agencies])
    months = _trend(figures, reading)
    made = Facts(
        reading=reading,
        figures=figures.all,
        breakdowns=tuple(figures.breakdowns),
        deeds=deeds,
        dropped=dropped,
        agencies=agencies,
        commitments=tuple(reading.commitments),
        months=months,
        verified=_where(deeds, lambda d: d.state.closed_out),
        unverified=_where(deeds, awaits_verification),
        sent_back=_where(deeds, lambda d: d.state.sent_back),
        overdue=_where(deeds, lambda d: d.light.reason == "overdue"),
        behind=_where(deeds, lambda d: d.light.reason in ("far_behind", "behind", "due_soon")),
        blocked=_where(deeds, lambda d: d.standing == lifecycle.BLOCKED),
        changed=_where(deeds, is_changed),
        silent=_where(deeds, lambda d: d.unheard_in(reading.round)),
        instructed=_where(deeds, lambda d: any(e.kind == journal.INSTRUCTION for e in d.entries)),
        asking=_where(deeds, asks),
    )
    reconcile(made.figures, made.breakdowns)
    return made


def _where(deeds: Iterable[DeedFacts], test: Callable[[DeedFacts], bool]) -> tuple[DeedFacts, ...]:
    return tuple(deed for deed in deeds if test(deed))


def awaits_verification(deed: DeedFacts) -> bool:
    return deed.status == lifecycle.COMPLETED and not deed.state.closed_out and not deed.state.sent_back


def is_changed(deed: DeedFacts) -> bool:
    """The schedule, target or lead is no longer the one that the baseline fixed."""
    state = deed.state
    if state.baseline is None:
        return False

    def facts_of(entry, *names):
        return tuple(getattr(entry, name) for name in names) if entry else None

    return any(
        facts_of(now, *names) != facts_of(then, *names)
        for now, then, names in (
            (state.schedule, state.original_schedule, ("start_on", "due_on", "points")),
            (state.target, state.original_target, ("target", "unit", "direction", "wording")),
            (state.owners, state.original_owners, ("lead",)),
        )
        if then is not None
    )


def asks(deed: DeedFacts) -> bool:
    return deed.state.progress is not None and bool(deed.state.progress.ask) and not deed.finished


def _agencies(reading: Reading, deeds: Iterable[DeedFacts]) -> tuple[str, ...]:
    owing = {deed.lead for deed in deeds} | {commitment.agency for commitment in reading.commitments.values()}
    return tuple(code for code in reading.agencies if code in owing)


def _announced(figures: Figures, reading: Reading) -> None:
    """公布 against 实有: announced units, less those without a deed and those that share one, plus deeds added, less deeds given up."""
    homes = {item.deed: deed for deed in reading.deeds for item in deed.items}
    of_commitment: dict[str, list[DeedFacts]] = defaultdict(list)
    for deed in reading.deeds:
        of_commitment[deed.commitment].append(deed)
    names = ("announced", "unlinked", "merged", "added", "dropped")
    for code, commitment in reading.commitments.items():
        announced = [item for item in commitment.items if item.announced]
        linked = [item for item in announced if item.deed in homes]
        first: dict[str, object] = {}
        for item in linked:
            if homes[item.deed].commitment == code:
                first.setdefault(homes[item.deed].code, item)
        kept = {id(item) for item in first.values()}
        prefix = f"commitment.{code}"
        figures.items(f"{prefix}.announced", announced)
        figures.items(f"{prefix}.unlinked", (item for item in announced if item.deed not in homes))
        figures.items(f"{prefix}.merged", (item for item in linked if id(item) not in kept))
        figures.deeds(f"{prefix}.added", (deed for deed in of_commitment[code] if deed.code not in first))
        figures.deeds(f"{prefix}.dropped", (deed for deed in of_commitment[code] if deed.dropped), "drop")
        figures.split(
            f"{prefix}.deeds",
            (f"{prefix}.announced", f"{prefix}.added"),
            (f"{prefix}.unlinked", f"{prefix}.merged", f"{prefix}.dropped"),
        )
    for name in names:
        parts = [figures.all[f"commitment.{code}.{name}"] for code in reading.commitments]
        codes = tuple(code for part in parts for code in part.deeds)
        items = tuple(key for part in parts for key in part.items)
        cites = ("drop",) if name == "dropped" else ()
        figures.add(Figure(f"book.{name}", sum(part.value for part in parts), codes, items, cites))
        figures.split(f"book.{name}", [part.id for part in parts])
    figures.split("book.deeds", ("book.announced", "book.added"), ("book.unlinked", "book.merged", "book.dropped"))
    owed: dict[str, list[Item]] = {code: [] for code in reading.agencies}
    for commitment in reading.commitments.values():
        for item in commitment.items:
            if item.announced:
                owed[homes[item.deed].lead if item.deed in homes else commitment.agency].append(item)
    for code, found in owed.items():
        figures.items(f"agency.{code}.announced", found)
    figures.split("book.announced", [f"agency.{code}.announced" for code in owed])


def _breakdown(
    figures: Figures, prefix: str, deeds: Iterable[DeedFacts], reading: Reading, lights: bool = True
) -> None:
    """One set of deeds cut in every way: named, dated, reported, by status, by light, by reason."""
    deeds = list(deeds)
    total = f"{prefix}.deeds"
    figures.deeds(total, deeds, "owners")
    for name, other, cites, test in (
        ("named", "unnamed", ("title",), lambda d: d.title is not None),
        ("dated", "undated", ("schedule",), lambda d: d.due_on is not None),
        ("reported", "unreported", ("progress",), lambda d: d.state.progress is not None),
    ):
        figures.deeds(f"{prefix}.{name}", (d for d in deeds if test(d)), *cites)
        figures.deeds(f"{prefix}.{other}", (d for d in deeds if not test(d)))
        figures.split(total, (f"{prefix}.{name}", f"{prefix}.{other}"))
    for status in STATUSES:
        figures.deeds(f"{prefix}.status.{status}", (d for d in deeds if d.status == status), "progress")
    figures.split(total, [f"{prefix}.status.{status}" for status in STATUSES])
    for name, test in (
        ("verified", lambda d: d.state.closed_out),
        ("unverified", awaits_verification),
        ("sent_back", lambda d: d.state.sent_back),
    ):
        figures.deeds(f"{prefix}.{name}", (d for d in deeds if test(d)), "progress", "finding")
    parts = [f"{prefix}.{name}" for name in ("verified", "unverified", "sent_back")]
    figures.split(f"{prefix}.status.{lifecycle.COMPLETED}", parts)
    if lights:
        _lights(figures, prefix, deeds, reading)


def _lights(figures: Figures, prefix: str, deeds: list[DeedFacts], reading: Reading) -> None:
    cites = ("schedule", "progress", "before_completion", "finding", "confirmation")
    reasons: dict[str, set[str]] = defaultdict(set)
    for colour in lifecycle.COLOURS:
        figures.deeds(f"{prefix}.light.{colour}", (d for d in deeds if d.light.colour == colour), *cites)
    for reason in REASONS:
        found = [d for d in deeds if d.light.reason == reason]
        figures.deeds(f"{prefix}.reason.{reason}", found, *cites)
        for deed in found:
            reasons[deed.light.colour].add(reason)
    figures.split(f"{prefix}.deeds", [f"{prefix}.light.{colour}" for colour in lifecycle.COLOURS])
    for colour, found in sorted(reasons.items()):
        figures.split(f"{prefix}.light.{colour}", [f"{prefix}.reason.{reason}" for reason in sorted(found)])
    figures.deeds(f"{prefix}.silent", (d for d in deeds if d.unheard_in(reading.round)), "progress", "confirmation")


def _trend(figures: Figures, reading: Reading) -> tuple[date, ...]:
    """Named, dated, reported and completed deeds at the end of each month, and on the day itself."""
    if not reading.deeds:
        return ()
    days = _month_ends(min(deed.tracked_from for deed in reading.deeds), reading.as_of)
    found: dict[tuple[date, str], list[tuple[str, int]]] = defaultdict(list)
    tracked: Counter[date] = Counter()
    for deed in reading.deeds:
        for day, milestones in _milestones(deed, days):
            tracked[day] += 1
            for name, number in milestones.items():
                found[day, name].append((deed.code, number))
    for day in days:
        figures.add(Figure(f"month.{day:%Y-%m}.deeds", tracked[day]))
        for name in MEASURES:
            pairs = found[day, name]
            numbers = tuple(number for _, number in pairs)
            figures.add(
                Figure(f"month.{day:%Y-%m}.{name}", len(pairs), tuple(code for code, _ in pairs), entries=numbers)
            )
    last = f"month.{days[-1]:%Y-%m}"
    figures.split("book.deeds", [f"{last}.deeds"])
    for name in MEASURES:
        figures.split(f"book.{'status.completed' if name == 'completed' else name}", [f"{last}.{name}"])
    return days


def _month_ends(first: date, last: date) -> tuple[date, ...]:
    days, day = [], first
    while True:
        end = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        if end >= last:
            return (*days, last)
        days.append(end)
        day = end + timedelta(days=1)


def _milestones(deed: DeedFacts, days: Iterable[date]) -> Iterable[tuple[date, dict[str, int]]]:
    """For each day that the deed was tracked on: which of MEASURES held, with the entry that says so."""
    place, latest = 0, {}
    for day in days:
        while place < len(deed.entries) and deed.entries[place].effective_on <= day:
            latest[deed.entries[place].kind] = deed.entries[place]
            place += 1
        if day < deed.tracked_from or journal.DROP in latest:
            continue
        title, schedule, progress = (latest.get(kind) for kind in (journal.TITLE, journal.SCHEDULE, journal.PROGRESS))
        held = {
            "named": title,
            "dated": schedule if schedule and schedule.due_on else None,
            "reported": progress,
            "completed": progress if progress and progress.status == lifecycle.COMPLETED else None,
        }
        yield day, {name: entry.number for name, entry in held.items() if entry}
