"""The rules of statuses, pace and lights."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import any_days, days, percents, ratings, schedules, statuses

from tracker import lifecycle
from tracker.errors import RuleError
from tracker.lifecycle import LIGHTS_1, Rating, RuleSet, Schedule

N, P, B, C, S, T = lifecycle.STATUSES

# From (rows) to (columns): 1 free, a with approval, r with a reason, . impossible.
MOVES = """
        N P B C S T
None    1 1 1 1 a a
N       1 1 1 1 a a
P       . 1 1 1 a a
B       . 1 1 1 a a
C       . r . 1 . .
S       . a . . 1 .
T       . a . . . 1
"""


def table() -> list[tuple[str | None, str, str]]:
    names = dict(zip("NPBCST", lifecycle.STATUSES, strict=True))
    head, *rows = MOVES.strip().splitlines()
    return [
        (names.get(row.split()[0]), names[column], cell)
        for row in rows
        for column, cell in zip(head.split(), row.split()[1:], strict=True)
    ]


@pytest.mark.parametrize(("before", "after", "cell"), table())
def test_moves(before, after, cell):
    assert lifecycle.can_move(before, after) == (cell != ".")
    if cell != ".":
        assert lifecycle.needs_approval(before, after) == (cell == "a")
        assert lifecycle.needs_reason(before, after) == (cell == "r")


@pytest.mark.parametrize(
    ("status", "progress", "key"),
    [
        (C, 100, None), (C, 99, "completed_is_100"), (C, None, None),
        (N, 0, None), (N, 1, "not_started_is_0"),
        (P, 0, None), (P, 99, None), (P, 100, "hundred_is_completed"), (B, 100, "hundred_is_completed"),
        (S, 50, None), (T, 100, None),
        (P, -1, "progress_range"), (P, 101, "progress_range"), (C, 101, "progress_range"),
        ("done", 50, "status_unknown"), ("done", None, "status_unknown"),
    ],
)  # fmt: skip
def test_progress_and_status_agree(status, progress, key):
    if key is None:
        lifecycle.check_progress(status, progress, "A-1-1")
    else:
        with pytest.raises(RuleError, match=key):
            lifecycle.check_progress(status, progress, "A-1-1")


def day(of_year: int) -> date:
    return date(2021, 1, 1) + timedelta(days=of_year)


@pytest.mark.parametrize(
    ("schedule", "key"),
    [
        (Schedule(day(0), day(0)), None),
        (Schedule(day(1), day(0)), "due_before_start"),
        (Schedule(None, day(0), ((day(0), 5),)), "points_need_dates"),
        (Schedule(day(0), day(9), ((day(4), 50), (day(2), 20))), None),
        (Schedule(day(0), day(9), ((day(4), 20), (day(2), 50))), "point_falls"),
        (Schedule(day(0), day(9), ((day(4), 20), (day(4), 20))), "point_twice"),
        (Schedule(day(0), day(9), ((day(10), 20),)), "point_outside"),
        (Schedule(day(1), day(9), ((day(0), 0),)), "point_outside"),
        (Schedule(day(1), day(9), ((day(1), 5),)), "point_outside"),
        (Schedule(day(1), day(9), ((day(9), 100),)), "point_outside"),
        (Schedule(day(0), day(9), ((day(4), 101),)), "point_percent"),
        (Schedule(day(0), day(9), ((day(4), -1),)), "point_percent"),
    ],
)
def test_schedules(schedule, key):
    if key is None:
        lifecycle.check_schedule(schedule)
    else:
        with pytest.raises(RuleError, match=key):
            lifecycle.check_schedule(schedule)


@given(schedules(any_days))
def test_strategy_makes_legal_schedules(schedule):
    lifecycle.check_schedule(schedule)


@pytest.mark.parametrize(
    ("schedule", "on", "asked"),
    [
        (Schedule(None, day(10)), 5, None),
        (Schedule(day(0), None), 5, None),
        (Schedule(day(0), day(10)), -1, 0),
        (Schedule(day(0), day(10)), 0, 0),
        (Schedule(day(0), day(10)), 3, 30),
        (Schedule(day(0), day(3)), 1, Fraction(100, 3)),
        (Schedule(day(0), day(10)), 10, 100),
        (Schedule(day(0), day(10)), 11, 100),
        (Schedule(day(5), day(5)), 4, 0),
        (Schedule(day(5), day(5)), 5, 100),
        (Schedule(day(0), day(10), ((day(5), 20),)), 5, 20),
        (Schedule(day(0), day(10), ((day(5), 20),)), 4, 16),
        (Schedule(day(0), day(10), ((day(5), 20),)), 6, 36),
    ],
)
def test_pace(schedule, on, asked):
    assert lifecycle.pace(schedule, day(on)) == asked


@given(schedules(), days, days)
def test_pace_never_falls(schedule, one, other):
    paces = [lifecycle.pace(schedule, on) for on in sorted((one, other))]
    if schedule.start and schedule.due:
        assert 0 <= paces[0] <= paces[1] <= 100
    else:
        assert paces == [None, None]


@given(schedules(), st.integers(0, 130), st.booleans(), days)
@example(Schedule(day(0), day(100)), 30, True, day(30))
@example(Schedule(day(0), day(100)), 30, False, day(30))
def test_first_day_at_is_the_first(schedule, level, strictly, on):
    first = lifecycle.first_day_at(schedule, level, strictly)
    asked = lifecycle.pace(schedule, on)
    reached = asked is not None and (asked > level if strictly else asked >= level)
    assert reached == (first is not None and on >= first)


rule_sets = st.builds(
    RuleSet, st.just("other"), st.integers(0, 100), st.integers(0, 60), st.integers(0, 40), st.integers(0, 100)
)


@given(ratings(any_days), any_days, st.booleans(), st.just(LIGHTS_1) | rule_sets)
@example(Rating(P, 0, False, Schedule(None, date.max)), date.max, False, LIGHTS_1)
@example(Rating(P, 0, False, Schedule(date.max, date.max)), date.min, True, LIGHTS_1)
@example(Rating(N, None, False, Schedule(None, None)), date.min, False, RuleSet("other", 0, 0, 0, 0))
def test_light_equals_lamp(rating, today, silent, rules):
    """A light computed for a day is the one that the stored days give."""
    assert lifecycle.light(rating, today, silent, rules).colour == lifecycle.lamp(rating, rules).on(today, silent)


@given(ratings(), days)
def test_light_equals_lamp_around_its_turning_days(rating, today):
    lamp = lifecycle.lamp(rating)
    for turn in (lamp.red_from, lamp.yellow_from, rating.schedule.due):
        if turn not in (None, date.min):
            for on in (turn - timedelta(days=1), turn, turn + timedelta(days=1)):
                assert lifecycle.light(rating, on).colour == lamp.on(on)


BASE = Schedule(day(0), day(100))


@pytest.mark.parametrize(
    ("rating", "on", "silent", "colour", "reason"),
    [
        (Rating(S, 10, False, BASE), 200, True, "none", "not_rated"),
        (Rating(T, 10, True, BASE), 200, True, "none", "not_rated"),
        (Rating(C, 100, True, BASE), 200, True, "solid_blue", "closed_out"),
        (Rating(C, 100, False, BASE), 200, True, "hollow_blue", "awaiting_verification"),
        (Rating(P, 99, False, BASE), 101, False, "red", "overdue"),
        (Rating(None, None, False, BASE), 101, False, "red", "overdue"),
        (Rating(None, None, False, BASE), 100, True, "grey", "unreported"),
        (Rating(P, 19, False, BASE), 50, False, "red", "far_behind"),
        (Rating(P, 20, False, BASE), 50, False, "yellow", "behind"),
        (Rating(B, 20, False, BASE), 50, False, "yellow", "blocked"),
        (Rating(B, 19, False, BASE), 50, False, "red", "far_behind"),
        (Rating(P, 40, False, BASE), 50, False, "yellow", "behind"),
        (Rating(P, 41, False, BASE), 50, False, "green", "on_track"),
        (Rating(P, 41, False, BASE), 50, True, "yellow", "silent"),
        (Rating(P, 89, False, BASE), 93, False, "yellow", "due_soon"),
        (Rating(P, 89, False, BASE), 92, False, "green", "on_track"),
        (Rating(P, 90, False, BASE), 93, False, "green", "on_track"),
        (Rating(P, 91, False, BASE), 100, False, "green", "on_track"),
        (Rating(P, 50), 50, False, "grey", "undated"),
        (Rating(P, 50), 50, True, "yellow", "silent"),
        (Rating(B, 50), 50, False, "yellow", "blocked"),
        (Rating(P, None, False, Schedule(None, day(100))), 92, False, "green", "on_track"),
        (Rating(P, None, False, Schedule(None, day(100))), 93, False, "yellow", "due_soon"),
        (Rating(N, 0, False, Schedule(day(50), day(100))), 10, False, "green", "on_track"),
    ],
)
def test_lights(rating, on, silent, colour, reason):
    light = lifecycle.light(rating, day(on), silent)
    assert light.colour == lifecycle.lamp(rating).on(day(on), silent)
    assert (light.colour, light.reason) == (colour, reason)


@given(ratings(), days, days)
def test_nothing_new_never_brightens(rating, one, other):
    """While nothing is entered the calendar can only make a light worse."""
    order = [lifecycle.GREEN, lifecycle.GREY, lifecycle.YELLOW, lifecycle.RED]
    earlier, later = (lifecycle.light(rating, on).colour for on in sorted((one, other)))
    if earlier in order:
        assert order.index(earlier) <= order.index(later)
    else:
        assert earlier == later


@given(statuses, percents, schedules(), days, st.integers(1, 50))
def test_more_progress_is_never_worse(status, progress, schedule, on, more):
    order = [lifecycle.RED, lifecycle.YELLOW, lifecycle.GREY, lifecycle.GREEN]
    low = lifecycle.light(Rating(status, progress, False, schedule), on).colour
    high = lifecycle.light(Rating(status, min(progress + more, 100), False, schedule), on).colour
    if low in order:
        assert order.index(low) <= order.index(high)


@given(st.integers(0, 10_000), st.integers(0, 10_000))
@example(1, 8)
@example(48, 49)
def test_percent_is_rounded_half_up(part, whole):
    if whole == 0:
        assert lifecycle.percent_of(part, whole) is None
    else:
        exact = Decimal(100) * part / whole
        assert lifecycle.percent_of(part, whole) == exact.to_integral_value(ROUND_HALF_UP)


def test_percent_of_examples():
    assert [lifecycle.percent_of(*pair) for pair in ((1, 8), (48, 49), (1, 200), (1, 201), (5, 5))] == [13, 98, 1, 0, 100]
