"""How far off a day is, in working days, as it is said."""

from __future__ import annotations

from datetime import date

from tracker.i18n import t


def left(today: date, day: date) -> str:
    """How far a day is off, in working days."""
    from tracker import workdays

    if day == today:
        return t("rounds.left_today")
    days = workdays.between(today, day)
    if days:
        return t("rounds.left" if days > 0 else "rounds.past", days=abs(days))
    return t("rounds.left_holiday" if day > today else "rounds.past_holiday")


def calendar_note(*days: date) -> None:
    """Say so where working days were counted beyond the official calendar."""
    from tracker import workdays
    from tracker.cli import output

    if days and not workdays.known(*days):
        output.say(t("rounds.weekends_only", first=min(workdays.YEARS), last=max(workdays.YEARS)))
