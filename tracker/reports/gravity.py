"""What a leader must see first: deeds in trouble, the worst before the rest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tracker.reports.records import DeedFacts

RANKS = ("overdue", "far_behind", "blocked", "behind", "due_soon", "silent")
"""Reasons of lights, the gravest first; the others come after them."""


def worst_first(deeds: Iterable[DeedFacts], as_of: date) -> list[DeedFacts]:
    """By the reason of the light, then by days overdue, then by points behind pace; what is equally bad stays in its order."""
    return sorted(deeds, key=lambda deed: _gravity(deed, as_of))


def soonest_first(deeds: Iterable[DeedFacts]) -> list[DeedFacts]:
    """By the day they are due, then by points behind pace."""
    return sorted(deeds, key=lambda deed: (deed.due_on or date.max, -(deed.behind or 0)))


def _gravity(deed: DeedFacts, as_of: date) -> tuple[int, int, int]:
    reason = deed.light.reason
    rank = RANKS.index(reason) if reason in RANKS else len(RANKS)
    late = (as_of - deed.due_on).days if reason == "overdue" else 0
    return rank, -late, -(deed.behind or 0)
