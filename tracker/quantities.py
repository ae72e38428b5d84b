"""Quantities held against a target in numbers. (stdlib only)"""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol


class Target(Protocol):
    """What is asked for: `target` in numbers, or None; `direction` "<=" of one to stay under."""

    @property
    def target(self) -> Decimal | None: ...
    @property
    def direction(self) -> str | None: ...


def in_numbers(target: Target | None) -> bool:
    """Whether quantities can be held against a target."""
    return target is not None and target.target is not None


def gives_progress(target: Target | None) -> bool:
    """Whether a quantity tells how far a deed is: against a target to stay under it does not."""
    return target is not None and target.target is not None and target.direction != "<="


def misses(target: Target, quantity: Decimal) -> bool:
    """Whether a quantity is not what a target in numbers asks for: below it, or above one to stay under."""
    return quantity > target.target if target.direction == "<=" else quantity < target.target


def reckoned(target: Target, quantity: Decimal) -> int:
    """The progress in percent that a quantity comes to, half up; short of the target, and before completion, 99 is as far as it goes."""
    return min(int((quantity * 100 / target.target).to_integral_value("ROUND_HALF_UP")), 99) if misses(target, quantity) else 99
