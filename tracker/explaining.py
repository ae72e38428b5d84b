"""The arithmetic behind a light, rule by rule, as `deeds explain` prints it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from tracker import lifecycle
from tracker.journal import State
from tracker.lifecycle import LIGHTS_1, RuleSet


@dataclass(frozen=True, slots=True)
class Step:
    """One line: a fact or a rule of the set, the numbers in it, and whether it decided."""

    rule: str
    values: dict[str, Any] = field(default_factory=dict)
    decides: bool = False

    def as_json(self) -> dict[str, Any]:
        return {"rule": self.rule, "decides": self.decides, **self.values}


_ORDER = (
    "not_rated", "closed_out", "awaiting_verification", "overdue", "unreported", "far_behind",
    "blocked", "behind", "due_soon", "silent", "undated", "on_track",
)  # fmt: skip


def steps(state: State, day: date, silent: bool, rules: RuleSet = LIGHTS_1) -> list[Step]:
    """What is known, the pace of the day, and each rule in order down to the one that decided."""
    rating, plan = state.rating, state.plan
    found = [Step("fact_status", {"status": state.status or lifecycle.UNREPORTED, "progress": state.reported_progress})]
    if state.sent_back:
        found.append(Step("fact_sent_back", {"status": rating.status, "progress": rating.progress}))
    elif rating.progress != state.reported_progress:
        found.append(Step("fact_counted", {"quantity": f"{state.quantity:f}", "target": f"{state.target.target:f}", "unit": state.target.unit or "", "progress": rating.progress}))
    found.append(Step("fact_dates" if plan.due else "fact_undated", {"start": plan.start, "due": plan.due}))
    asked = lifecycle.pace(plan, day)
    if asked is not None and plan.start is not None and plan.due is not None:
        behind = asked - rating.counted
        found.append(
            Step(
                "pace" if not plan.points else "pace_points",
                {
                    "day": day,
                    "elapsed": min(max((day - plan.start).days, 0), (plan.due - plan.start).days),
                    "total": (plan.due - plan.start).days,
                    "pace": _one_digit(asked),
                    "progress": rating.counted,
                    "behind": _one_digit(behind),
                },
            )
        )
    light = lifecycle.light(rating, day, silent, rules)
    numbers = {
        "rules": rules.name,
        "red": rules.red_behind,
        "yellow": rules.yellow_behind,
        "days": rules.due_soon_days,
        "below": rules.due_soon_below,
        "day": day,
        "due": plan.due,
        "left": (plan.due - day).days if plan.due else None,
    }
    for rule in _ORDER[: _ORDER.index(light.reason) + 1]:
        found.append(Step(f"rule_{rule}", numbers | {"colour": light.colour}, decides=rule == light.reason))
    return found


def _one_digit(value) -> str:
    tenths = int(abs(value) * 10 + Fraction(1, 2))
    sign = "-" if value < 0 and tenths else ""
    return f"{sign}{tenths // 10}.{tenths % 10}"
