"""A figure and what it was counted from; breakdowns that must add up.

A report prints no number that is not one of these (or a percentage of two of
them), so every number can be traced without counting a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.errors import ReportError
from tracker.journal import State
from tracker.reports.records import DeedFacts, Item

# What a figure rests on besides the deeds themselves: fields of `journal.State`.
RATED = ("schedule", "progress", "before_completion", "counted", "target", "finding", "confirmation")
"""What a light rests on, and whether a deed is finished, behind or in trouble."""
CITED = ("title", "owners", "schedule", "original_schedule", "progress", "before_completion", "counted", "target", "finding", "confirmation", "drop")


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed whole number.

    `id` is its name in the trace (`book.named`, `agency.SCJG.light.red`).
    `deeds` are the codes of the deeds counted, `items` the announced units
    (`commitment/key`), `agencies` codes of agencies, `cites` which entries of those deeds say so (see CITED),
    `entries` the journal numbers where the deeds' present entries do not.
    """

    id: str
    value: int
    deeds: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    entries: tuple[int, ...] = ()
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total and the figures that must add up to it; those in `minus` are taken off."""

    total: str
    parts: tuple[str, ...]
    minus: tuple[str, ...] = ()


class Figures:
    """The figures of a report under construction."""

    def __init__(self) -> None:
        self.all: dict[str, Figure] = {}
        self.breakdowns: list[Breakdown] = []

    def value(self, id: str) -> int:
        return self.all[id].value

    def deeds(self, id: str, found: Iterable[DeedFacts], *cites: str) -> None:
        """A figure that counts deeds."""
        codes = tuple(deed.code for deed in found)
        self.all[id] = Figure(id, len(codes), codes, cites=cites)

    def items(self, id: str, found: Iterable[Item]) -> None:
        """A figure that counts announced units."""
        keys = tuple(f"{item.commitment}/{item.key}" for item in found)
        self.all[id] = Figure(id, len(keys), items=keys)

    def add(self, figure: Figure) -> None:
        self.all[figure.id] = figure

    def split(self, total: str, parts: Sequence[str], minus: Sequence[str] = ()) -> None:
        self.breakdowns.append(Breakdown(total, tuple(parts), tuple(minus)))


def reconcile(figures: dict[str, Figure], breakdowns: Iterable[Breakdown]) -> None:
    """Raise ReportError, naming the figure, unless every breakdown adds up to its total.

    Where parts count deeds, they must also be the deeds of the total, each once.
    """
    for breakdown in breakdowns:
        total = figures[breakdown.total]
        parts = [figures[id] for id in breakdown.parts]
        taken = [figures[id] for id in breakdown.minus]
        counted = sum(part.value for part in parts) - sum(part.value for part in taken)
        if counted != total.value:
            raise ReportError("figures_disagree", figure=total.id, total=total.value, parts=counted)
        if total.deeds and not taken and all(part.deeds for part in parts if part.value):
            codes = sorted(code for part in parts for code in part.deeds)
            if codes != sorted(total.deeds):
                raise ReportError("figures_disagree", figure=total.id, total=total.value, parts=len(set(codes)))
    for figure in figures.values():
        for counted in (figure.deeds, figure.items, figure.agencies):
            if counted and len(set(counted)) != figure.value:
                raise ReportError("figures_disagree", figure=figure.id, total=figure.value, parts=len(set(counted)))


def cited(state: State, cites: Iterable[str]) -> list[int]:
    """The journal numbers of the entries named by `cites` in a state."""
    found = (getattr(state, name) for name in cites)
    return sorted({entry.number for entry in found if entry is not None})


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring codes: `stem` with the numbers from `low` to `high`; a code without a number is all stem."""

    stem: str
    low: int | None = None
    high: int | None = None

    @property
    def size(self) -> int:
        return 1 if self.low is None or self.high is None else self.high - self.low + 1


def runs(codes: Iterable[str], separator: str = "-") -> list[Run]:
    """Codes with running numbers drawn together, by stem in the order of their first."""
    numbers: dict[str, list[int]] = {}
    plain: list[Run] = []
    for code in codes:
        stem, _, number = code.rpartition(separator)
        if number.isdigit():
            numbers.setdefault(stem + separator, []).append(int(number))
        else:
            plain.append(Run(code))
    found = []
    for stem, known in numbers.items():
        low = high = None
        for number in sorted(known):
            if high is not None and number == high + 1:
                high = number
                continue
            if low is not None:
                found.append(Run(stem, low, high))
            low = high = number
        found.append(Run(stem, low, high))
    return found + plain
