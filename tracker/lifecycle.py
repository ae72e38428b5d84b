"""Statuses, moves, pace and lights: pure functions of values and days.

The rules are those of the project's own books (docs/architecture.md, "Status,
pace, light"); nothing here reads a clock, a file or a database.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from tracker.errors import RuleError

NOT_STARTED, IN_PROGRESS, BLOCKED = "not_started", "in_progress", "blocked"
COMPLETED, SUSPENDED, TERMINATED = "completed", "suspended", "terminated"
STATUSES = (NOT_STARTED, IN_PROGRESS, BLOCKED, COMPLETED, SUSPENDED, TERMINATED)
UNREPORTED = "unreported"
"""What is shown where no status was reported; never a status itself."""

GOING_ON = (IN_PROGRESS, BLOCKED)
STOPPED = (SUSPENDED, TERMINATED)
FINISHED = (COMPLETED, *STOPPED)
"""Of a deed that stands so nothing more is expected."""
_MOVES = {
    NOT_STARTED: {IN_PROGRESS, BLOCKED, COMPLETED, SUSPENDED, TERMINATED},
    IN_PROGRESS: {BLOCKED, COMPLETED, SUSPENDED, TERMINATED},
    BLOCKED: {IN_PROGRESS, COMPLETED, SUSPENDED, TERMINATED},
    COMPLETED: {IN_PROGRESS},
    SUSPENDED: {IN_PROGRESS},
    TERMINATED: {IN_PROGRESS},
}


def can_move(before: str | None, after: str) -> bool:
    """Whether a deed may go from one status to another; None is unreported; staying is always allowed."""
    return before is None or before == after or after in _MOVES[before]


def next_statuses(before: str | None) -> tuple[str, ...]:
    """The statuses that a deed may go to, other than its own, in the order of STATUSES."""
    return tuple(status for status in STATUSES if status != before and can_move(before, status))


def needs_approval(before: str | None, after: str) -> bool:
    """Suspending, terminating and taking either back take an approval reference."""
    return before != after and (after in STOPPED or before in STOPPED)


def needs_reason(before: str | None, after: str) -> bool:
    """Reopening what was completed takes a reason."""
    return before == COMPLETED and after != COMPLETED


def check_range(progress: int, deed: str) -> None:
    """Raise RuleError for a percentage that there is not."""
    if not 0 <= progress <= 100:
        raise RuleError("progress_range", progress=progress, deed=deed)


def check_progress(status: str, progress: int | None, deed: str) -> None:
    """Status and progress never disagree: completed is 100, not started 0, all else unfinished below 100.

    Raises RuleError.
    """
    if status not in STATUSES:
        raise RuleError("status_unknown", status=status)
    if progress is None:
        return
    check_range(progress, deed)
    if status == COMPLETED and progress != 100:
        raise RuleError("completed_is_100", progress=progress, deed=deed)
    if status == NOT_STARTED and progress != 0:
        raise RuleError("not_started_is_0", progress=progress, deed=deed)
    if status in GOING_ON and progress == 100:
        raise RuleError("hundred_is_completed", progress=progress, deed=deed)


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a deed is to be done: first and last day, and given points of (day, percent) in between."""

    start: date | None = None
    due: date | None = None
    points: tuple[tuple[date, int], ...] = ()

    def corners(self) -> list[tuple[date, int]]:
        """The points that pace is drawn through: days and percents both rising. Empty without start and due."""
        if self.start is None or self.due is None:
            return []
        inner = [point for point in sorted(self.points) if self.start < point[0] < self.due]
        return [(self.start, 0), *inner, (self.due, 100)]


def check_schedule(schedule: Schedule) -> None:
    """Raises RuleError where due is before start, or a point is not between them or falls back."""
    if schedule.start and schedule.due and schedule.due < schedule.start:
        raise RuleError("due_before_start", start=schedule.start, due=schedule.due)
    if schedule.points and (schedule.start is None or schedule.due is None):
        raise RuleError("points_need_dates")
    before: tuple[date | None, int] = (None, 0)
    for day, percent in sorted(schedule.points):
        if not schedule.start < day < schedule.due:
            raise RuleError("point_outside", day=day, percent=percent, start=schedule.start, due=schedule.due)
        if not 0 <= percent <= 100:
            raise RuleError("point_percent", day=day, percent=percent)
        if day == before[0]:
            raise RuleError("point_twice", day=day, first=before[1], second=percent)
        if percent < before[1]:
            raise RuleError("point_falls", day=day, percent=percent, earlier=before[0], more=before[1])
        before = (day, percent)


def pace(schedule: Schedule, day: date) -> Fraction | None:
    """The progress in percent that the calendar asks for on `day`; None without start and due.

    0 before the start, 100 from the due day on, linear between the corners.
    """
    corners = schedule.corners()
    if not corners:
        return None
    if day >= corners[-1][0]:
        return Fraction(100)
    if day <= corners[0][0]:
        return Fraction(0)
    for (day0, percent0), (day1, percent1) in pairwise(corners):
        if day < day1:
            return percent0 + Fraction((percent1 - percent0) * (day - day0).days, (day1 - day0).days)
    raise AssertionError("corners cover every day")


def first_day_at(schedule: Schedule, level: int, strictly: bool) -> date | None:
    """The first day on which pace is at least `level` percent (more than it if `strictly`).

    None if there is none; `date.min` if it holds on every day.
    """
    corners = schedule.corners()
    if not corners:
        return None

    def reached(percent: Fraction | int) -> bool:
        return percent > level if strictly else percent >= level

    if reached(0):
        return date.min
    for (day0, percent0), (day1, percent1) in pairwise(corners):
        if not reached(percent1) and day1 != corners[-1][0]:
            continue
        if percent1 > percent0 and day1 > day0:
            days = Fraction((level - percent0) * (day1 - day0).days, percent1 - percent0)
            whole = max(days.__floor__() + 1 if strictly else days.__ceil__(), 0)
            if whole < (day1 - day0).days:
                return day0 + timedelta(days=whole)
        if reached(percent1):
            return day1
    return corners[-1][0] if reached(100) else None


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Thresholds of the lights; a changed set gets a new name, which reports print.

    Points are percentage points behind pace; days are calendar days.
    """

    name: str = "lights-1"
    red_behind: int = 30
    yellow_behind: int = 10
    due_soon_days: int = 7
    due_soon_below: int = 90


LIGHTS_1 = RuleSet()

# colours
NONE, SOLID_BLUE, HOLLOW_BLUE, RED = "none", "solid_blue", "hollow_blue", "red"
YELLOW, GREY, GREEN = "yellow", "grey", "green"
COLOURS = (SOLID_BLUE, HOLLOW_BLUE, GREEN, YELLOW, RED, GREY, NONE)


@dataclass(frozen=True, slots=True)
class Rating:
    """What a light is computed from. `progress` is the standing one; a missing one counts as 0 behind pace."""

    status: str | None
    progress: int | None = None
    closed_out: bool = False
    schedule: Schedule = Schedule()

    @property
    def counted(self) -> int:
        return self.progress or 0


@dataclass(frozen=True, slots=True)
class Light:
    """A colour (see COLOURS) and the rule that gave it.

    Reasons: not_rated closed_out awaiting_verification overdue unreported far_behind
    blocked behind due_soon silent undated on_track.
    """

    colour: str
    reason: str


def light(rating: Rating, today: date, silent: bool = False, rules: RuleSet = LIGHTS_1) -> Light:
    """The light of a deed on a day: first match of the rule set."""
    if rating.status in STOPPED:
        return Light(NONE, "not_rated")
    if rating.closed_out:
        return Light(SOLID_BLUE, "closed_out")
    if rating.status == COMPLETED:
        return Light(HOLLOW_BLUE, "awaiting_verification")
    due = rating.schedule.due
    if due is not None and today > due:
        return Light(RED, "overdue")
    if rating.status is None:
        return Light(GREY, "unreported")
    asked = pace(rating.schedule, today)
    behind = None if asked is None else asked - rating.counted
    if behind is not None and behind > rules.red_behind:
        return Light(RED, "far_behind")
    if rating.status == BLOCKED:
        return Light(YELLOW, "blocked")
    if behind is not None and behind >= rules.yellow_behind:
        return Light(YELLOW, "behind")
    if due is not None and (due - today).days <= rules.due_soon_days and rating.counted < rules.due_soon_below:
        return Light(YELLOW, "due_soon")
    if silent:
        return Light(YELLOW, "silent")
    return Light(GREY, "undated") if due is None else Light(GREEN, "on_track")


@dataclass(frozen=True, slots=True)
class Lamp:
    """A light as days instead of a day: what a database needs to rate many deeds on any day.

    Between two entries a light changes with the calendar alone, and pace only
    rises; so it is `fixed`, or else red from `red_from`, yellow from
    `yellow_from`, and `rest` before. A silent deed that is neither is yellow
    if `heeds_silence`.
    """

    fixed: str | None = None
    red_from: date | None = None
    yellow_from: date | None = None
    rest: str = GREEN
    heeds_silence: bool = False

    def on(self, today: date, silent: bool = False) -> str:
        """The colour on a day; equals `light(...).colour`."""
        if self.fixed is not None:
            return self.fixed
        if self.red_from is not None and today >= self.red_from:
            return RED
        if self.yellow_from is not None and today >= self.yellow_from:
            return YELLOW
        return YELLOW if silent and self.heeds_silence else self.rest


@lru_cache(maxsize=1024)
def lamp(rating: Rating, rules: RuleSet = LIGHTS_1) -> Lamp:
    """The days on which the light of a deed turns, as long as nothing new is entered."""
    if rating.status in STOPPED:
        return Lamp(fixed=NONE)
    if rating.closed_out:
        return Lamp(fixed=SOLID_BLUE)
    if rating.status == COMPLETED:
        return Lamp(fixed=HOLLOW_BLUE)
    due = rating.schedule.due
    overdue = None if due is None else _shifted(due, 1)
    if rating.status is None:
        return Lamp(red_from=overdue, rest=GREY)
    far = first_day_at(rating.schedule, rating.counted + rules.red_behind, strictly=True)
    behind = first_day_at(rating.schedule, rating.counted + rules.yellow_behind, strictly=False)
    soon = None
    if due is not None and rating.counted < rules.due_soon_below:
        soon = _shifted(due, -rules.due_soon_days) or date.min
    yellow = date.min if rating.status == BLOCKED else _earliest(behind, soon)
    return Lamp(
        red_from=_earliest(overdue, far),
        yellow_from=yellow,
        rest=GREY if due is None else GREEN,
        heeds_silence=True,
    )


def _shifted(day: date, days: int) -> date | None:
    """That many days later; None beyond the ends of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)


def percent_of(part: int, whole: int) -> int | None:
    """A whole percentage, rounded half up from the two printed integers; None of nothing."""
    return None if whole == 0 else (200 * part + whole) // (2 * whole)
