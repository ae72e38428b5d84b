"""What properties are tried on: schedules, ratings, journals of one deed; and single entries for examples."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from tracker import journal, lifecycle
from tracker.journal import Entry
from tracker.lifecycle import Rating, Schedule

FIRST = date(2021, 1, 1)
days = st.integers(0, 700).map(lambda n: FIRST + timedelta(days=n))
# Also the ends of the calendar, where adding a day fails.
any_days = days | st.sampled_from([date.min, date.min + timedelta(days=3), date.max, date.max - timedelta(days=2)])
statuses = st.none() | st.sampled_from(lifecycle.STATUSES)
percents = st.integers(0, 100)


@st.composite
def schedules(draw, days=days) -> Schedule:
    """A schedule that `check_schedule` accepts: none, one or both days; points that rise between both."""
    start, due = draw(st.none() | days), draw(st.none() | days)
    if start and due and due < start:
        start, due = due, start
    if start is None or due is None or not draw(st.booleans()):
        return Schedule(start, due)
    inner = [on for on in draw(st.lists(st.dates(start, due), unique=True, max_size=4)) if start < on < due]
    heights = draw(st.lists(percents, min_size=len(inner), max_size=len(inner)))
    return Schedule(start, due, tuple(zip(sorted(inner), sorted(heights), strict=True)))


@st.composite
def ratings(draw, days=days) -> Rating:
    return Rating(draw(statuses), draw(st.none() | percents), draw(st.booleans()), draw(schedules(days)))


def at(number: int) -> datetime:
    """A recorded time that rises with the number."""
    return datetime(2021, 6, 1, 8, 0, tzinfo=UTC) + timedelta(minutes=number)


# What an entry of a kind says, legal or not; of the others only their kind, day and subject count.
_SAYS = {
    journal.PROGRESS: {
        "status": st.sampled_from([*lifecycle.STATUSES, "nonsense", None]),
        "progress": st.sampled_from([None, -5, 0, 40, 99, 100, 120]),
        "quantity": st.sampled_from([None, Decimal("1.50")]),
        "approval": st.sampled_from([None, "文号"]),
    },
    journal.SCHEDULE: {
        "start_on": st.none() | any_days,
        "due_on": st.none() | any_days,
        "points": st.lists(st.tuples(any_days, st.integers(-5, 120)), max_size=3).map(tuple),
    },
    journal.FINDING: {"verdict": st.sampled_from([journal.CONFIRM, journal.REJECT, "nonsense", None])},
    journal.TITLE: {"title": st.sampled_from(["一", "二", None])},
    journal.OWNERS: {"lead": st.sampled_from(["A", "B", None])},
}


@st.composite
def any_entry(draw, number: int) -> Entry:
    """Any entry whatever, legal or not: the fold takes them all."""
    kind = draw(st.sampled_from(journal.KINDS))
    says = {name: draw(value) for name, value in _SAYS.get(kind, {}).items()}
    about = draw(st.sampled_from([None, *range(10)]))
    return Entry(
        number=number, uid=str(number), kind=kind, effective_on=draw(any_days), recorded_at=at(number), deed="A-1-1", seq=number,
        about=about, **says,
    )  # fmt: skip


@st.composite
def journals(draw, most: int = 9) -> list[Entry]:
    """A journal of one deed, numbered from 1, in no other way ordered."""
    return [draw(any_entry(number)) for number in range(1, draw(st.integers(0, most)) + 1)]


def entry(number: int, kind: str, on: int = 1, **values) -> Entry:
    """An entry of A-1-1 that holds from the given day of June 2021 on."""
    return Entry(
        number=number, uid=str(number), kind=kind, deed="A-1-1", seq=number,
        effective_on=date(2021, 6, on), recorded_at=at(number), **values,
    )  # fmt: skip


def progress(number: int, status: str, percent: int | None = None, on: int = 1, **values) -> Entry:
    return entry(number, journal.PROGRESS, on, status=status, progress=percent, **values)
