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


_SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}


def scaled(unit: str | None) -> tuple[int, str]:
    """What a unit counts in, and the unit itself: 万个 is ten thousand 个, 万 alone ten thousand of any."""
    plain = (unit or "").replace("萬", "万").replace("億", "亿")
    return next(((scale, plain.removeprefix(word)) for word, scale in _SCALES.items() if plain.startswith(word)), (1, plain))


def converted(quantity: Decimal, unit: str | None, wanted: str | None) -> Decimal | None:
    """A quantity in the unit that is asked for, with which one without a unit was meant; None where its own does not fit."""
    (scale, of), (wanted_scale, wanted_of) = scaled(unit), scaled(wanted)
    if unit is None or unit == wanted:
        return quantity
    return plain(quantity * scale / wanted_scale) if of in ("", wanted_of) else None


def ambiguous(quantity: Decimal, target: Target, wanted: str | None) -> bool:
    """Whether a bare number is likely in another measure than the target's: 15000 of so many 万个, 0.6 of so many %."""
    scale, unit = scaled(wanted)
    share = unit == "%" or target.direction == "ratio"
    return (scale > 1 and quantity >= scale) or (share and 0 < quantity <= 1 < target.target)


def plain(number: Decimal) -> Decimal:
    """The same number without idle zeros."""
    return Decimal(f"{number.normalize():f}")


def in_numbers(target: Target | None) -> bool:
    """Whether quantities can be held against a target."""
    return target is not None and target.target is not None


def gives_progress(target: Target | None) -> bool:
    """Whether a quantity tells how far a deed is: against a target to stay under it does not."""
    return target is not None and target.target is not None and target.direction != "<="


def told(target: Target | None) -> str:
    """By what the progress of a deed is told: its `quantity` where that gives it, else a `share`."""
    return "quantity" if gives_progress(target) else "share"


def misses(target: Target, quantity: Decimal) -> bool:
    """Whether a quantity is not what a target in numbers asks for: below it, or above one to stay under."""
    return quantity > target.target if target.direction == "<=" else quantity < target.target


def reckoned(target: Target, quantity: Decimal) -> int:
    """The progress in percent that a quantity comes to, half up; short of the target, and before completion, 99 is as far as it goes."""
    return min(int((quantity * 100 / target.target).to_integral_value("ROUND_HALF_UP")), 99) if misses(target, quantity) else 99
