"""From month to month: how many deeds were named, dated, reported and completed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import chain, count

from tracker import journal, lifecycle
from tracker.reports.figures import Figure, Figures
from tracker.reports.records import DeedFacts, Reading

TICKS = 11
"""Into how many parts the months that are named divide a picture, at most."""

MEASURES = ("named", "dated", "reported", "completed")


def follow(figures: Figures, reading: Reading) -> tuple[date, ...]:
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


def moving(months: Sequence[date], measures: Iterable[str], value: Callable[[str], int]) -> Sequence[date]:
    """The months to draw: of more than a year those in which nothing had changed yet are left out, but for the last of them."""
    held = [[value(f"month.{day:%Y-%m}.{name}") for name in measures] for day in months]
    still = next((place for place, each in enumerate(held) if each != held[0]), 1) - 1
    return months[min(still, len(months) - 12):] if len(months) > 12 else months


def ticks(months: Sequence[date]) -> Sequence[date]:
    """The months to name: all, or those that begin quarters, half years or years; and both ends, with room beside them."""
    room, last = (len(months) - 1) / TICKS, len(months) - 1
    step = next(step for step in chain((1, 3, 6), count(12, 12)) if step >= room)
    return [
        day
        for place, day in enumerate(months)
        if place in (0, last) or ((12 * day.year + day.month - 1) % step == 0 and room <= place <= last - room)
    ]


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
