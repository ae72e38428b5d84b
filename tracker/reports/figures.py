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
CITED = ("title", "owners", "schedule", "original_schedule", "progress", "before_completion", "finding", "confirmation", "drop")


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed whole number.

    `id` is its name in the trace (`book.named`, `agency.SCJG.light.red`).
    `deeds` are the codes of the deeds counted, `items` the announced units
    (`commitment/key`), `cites` which entries of those deeds say so (see CITED),
    `entries` the journal numbers where the deeds' present entries do not.
    """

    id: str
    value: int
    deeds: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    entries: tuple[int, ...] = ()


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
        for counted in (figure.deeds, figure.items):
            if counted and len(set(counted)) != figure.value:
                raise ReportError("figures_disagree", figure=figure.id, total=figure.value, parts=len(set(counted)))


def cited(state: State, cites: Iterable[str]) -> list[int]:
    """The journal numbers of the entries named by `cites` in a state."""
    found = (getattr(state, name) for name in cites)
    return sorted({entry.number for entry in found if entry is not None})


def compact(codes: Iterable[str], separator: str = "-") -> str:
    """Codes with running numbers drawn together: `SCJG-1-1…62, ZJT-1-1`."""
    groups: dict[str, list[int]] = {}
    plain: list[str] = []
    for code in codes:
        stem, _, number = code.rpartition(separator)
        if number.isdigit():
            groups.setdefault(stem, []).append(int(number))
        else:
            plain.append(code)
    shown = []
    for stem, numbers in groups.items():
        runs: list[list[int]] = []
        for number in sorted(numbers):
            if runs and number == runs[-1][1] + 1:
                runs[-1][1] = number
            else:
                runs.append([number, number])
        ranges = ",".join(str(low) if low == high else f"{low}…{high}" for low, high in runs)
        shown.append(f"{stem}{separator}{ranges}")
    return "; ".join([*shown, *plain])
