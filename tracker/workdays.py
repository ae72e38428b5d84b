"""Working days of mainland China: weekends, official days off and make-up days.

Beyond the years of `tracker.holidays` only weekends are known; `known` tells,
so that whoever prints a count can say what it rests on.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from tracker.holidays import NOTICES

YEARS = frozenset(notice.year for notice in NOTICES)
_ONE = timedelta(days=1)


@cache
def _calendar() -> tuple[frozenset[date], frozenset[date]]:
    """Every official day off, and every weekend day that is worked."""
    off: set[date] = set()
    worked: set[date] = set()
    for notice in NOTICES:
        for first, last in notice.off:
            day, end = _day(notice.year, first), _day(notice.year, last)
            while day <= end:
                off.add(day)
                day += _ONE
        worked |= {_day(notice.year, word) for word in notice.worked}
    return frozenset(off), frozenset(worked)


def _day(year: int, word: str) -> date:
    return date.fromisoformat(word if len(word) == 10 else f"{year}-{word}")


def is_workday(day: date) -> bool:
    """Whether offices work on that day."""
    off, worked = _calendar()
    return day in worked or (day.weekday() < 5 and day not in off)


def add(day: date, count: int) -> date:
    """The `count`-th working day after `day` (before it, if negative); `day` itself for 0."""
    step = _ONE if count > 0 else -_ONE
    left = abs(count)
    while left:
        day += step
        left -= is_workday(day)
    return day


def between(first: date, last: date) -> int:
    """How many working days follow `first` up to and with `last`; negative if `last` is earlier.

    So 0 within a holiday, 1 from Friday to Monday, and `between(d, add(d, n)) == n`
    for n ≥ 0.
    """
    if last < first:
        return -between(last, first)
    weeks, rest = divmod((last - first).days, 7)
    count = 5 * weeks + sum((last - i * _ONE).weekday() < 5 for i in range(rest))
    off, worked = _calendar()
    count -= sum(first < day <= last and day.weekday() < 5 for day in off)
    return count + sum(first < day <= last for day in worked)


def known(*days: date) -> bool:
    """Whether the official calendar of every year from the earliest to the latest of these days is here."""
    return all(year in YEARS for year in range(min(days).year, max(days).year + 1))
