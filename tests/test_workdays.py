"""Working days: the official calendar, and the arithmetic on it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import holidays, workdays

DAYS = st.dates(date(2019, 1, 1), date(2030, 12, 31))
COUNTS = st.integers(0, 80)

# Days off with weekends, and make-up days, as each year's notice counts them.
TOTALS = {2021: (31, 7), 2022: (31, 7), 2023: (27, 7), 2024: (28, 8), 2025: (28, 5), 2026: (33, 6)}


def counted(first: date, last: date) -> int:
    """The definition, day by day."""
    return sum(workdays.is_workday(first + timedelta(days=i)) for i in range(1, (last - first).days + 1))


@pytest.mark.parametrize("notice", holidays.NOTICES, ids=lambda n: str(n.year))
def test_a_notice_agrees_with_itself(notice):
    spans = [(workdays._day(notice.year, a), workdays._day(notice.year, b)) for a, b in notice.off]
    off = [a + timedelta(days=i) for a, b in spans for i in range((b - a).days + 1)]
    worked = [workdays._day(notice.year, word) for word in notice.worked]
    assert (len(off), len(worked)) == TOTALS[notice.year]
    assert off == sorted(set(off)) and worked == sorted(set(worked))
    assert not set(off) & set(worked)
    assert all(day.weekday() >= 5 for day in worked), "only a weekend day needs to be declared as worked"
    assert str(notice.year) in notice.title and notice.number.startswith("国办发明电〔")
    assert f"〔{notice.year - 1}〕" in notice.number


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        ("2021-07-22", True),  # a Thursday
        ("2021-07-24", False),  # a Saturday
        ("2021-02-20", True),  # a Saturday after the Spring Festival, made up
        ("2021-02-17", False),  # a Wednesday of the Spring Festival
        ("2021-10-09", True),
        ("2022-12-31", False),  # in the notice of the next year
        ("2026-01-04", True),  # a Sunday
        ("2026-10-05", False),
        ("2027-10-01", True),  # no notice: a Friday like any other
    ],
)
def test_days(day, worked):
    assert workdays.is_workday(date.fromisoformat(day)) is worked


def test_across_a_festival():
    before = date(2021, 9, 30)
    assert workdays.add(before, 1) == date(2021, 10, 8)
    assert workdays.add(before, 2) == date(2021, 10, 9)  # a Saturday, made up
    assert workdays.between(before, date(2021, 10, 7)) == 0
    assert workdays.add(date(2021, 10, 8), -1) == before


@given(DAYS, DAYS)
def test_between_counts_day_by_day(first, last):
    if first <= last:
        assert workdays.between(first, last) == counted(first, last)
    assert workdays.between(first, last) == -workdays.between(last, first)


@given(DAYS, COUNTS)
def test_add_and_between_agree(day, count):
    later = workdays.add(day, count)
    assert workdays.between(day, later) == count
    assert count == 0 or workdays.is_workday(later)


@given(DAYS, COUNTS, COUNTS)
def test_steps_add_up(day, one, two):
    assert workdays.add(workdays.add(day, one), two) == workdays.add(day, one + two)
    assert workdays.add(workdays.add(day, -one), -two) == workdays.add(day, -one - two)


@given(DAYS, st.integers(1, 80))
def test_back_and_forth(day, count):
    back = workdays.add(workdays.add(day, count), -count)
    assert back <= day
    assert (back == day) == workdays.is_workday(day)


@given(DAYS, DAYS, DAYS)
def test_spans_add_up(a, b, c):
    assert workdays.between(a, b) + workdays.between(b, c) == workdays.between(a, c)


def test_beyond_the_data():
    assert workdays.known(date(2021, 1, 1), date(2026, 12, 31))
    assert not workdays.known(date(2026, 12, 30), date(2027, 1, 4))
    assert not workdays.known(date(2020, 5, 1))
