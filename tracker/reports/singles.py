"""Figures of one deed and of one reminder: too many, or too particular, to be counted for every report.

`deed.JYT-1-3.pace` is worked out when it is asked for; every deed in
`figures.json` carries its own under `values`. The figures of reminders are
counted only for the report that prints them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from tracker import journal, reminding
from tracker.reports import chasing
from tracker.reports.facts import Facts
from tracker.reports.figures import RATED, Figure
from tracker.reports.records import DeedFacts

CITES = {
    "reported": ("progress",),
    "progress": ("progress", "finding", "before_completion", "counted", "target"),
    "pace": ("schedule",),
    "behind": ("progress", "finding", "before_completion", "counted", "target", "schedule"),
}
"""What is known of a deed in whole numbers, and the entries that each rests on: the percentage reported, the standing
one, what the calendar asks for, and the points between."""


def of_deed(deed: DeedFacts) -> dict[str, int]:
    """The numbers of a deed that are known, by the names in CITES."""
    found = {
        "reported": deed.state.reported_progress,
        "progress": deed.progress,
        "pace": None if deed.pace is None else (deed.pace + Fraction(1, 2)).__floor__(),
        "behind": deed.behind,
    }
    return {name: value for name, value in found.items() if value is not None}


def figure(facts: Facts, id: str) -> Figure | None:
    """The figure of that id: one of the report's, or a number of a deed."""
    if id in facts.figures:
        return facts.figures[id]
    scope, _, rest = id.partition(".")
    code, _, name = rest.rpartition(".")
    deed = next((deed for deed in facts.reading.deeds if deed.code == code), None) if scope == "deed" else None
    value = of_deed(deed).get(name) if deed else None
    return None if value is None else Figure(id, value, (code,), cites=CITES[name])


def with_reminders(facts: Facts, agency: str | None) -> Facts:
    """The facts with the figures of the reminders to an agency, or to all."""
    return replace(facts, figures={**facts.figures, **{figure.id: figure for figure in _of_reminders(facts, agency)}})


def _of_reminders(facts: Facts, agency: str | None) -> Iterator[Figure]:
    reminded = {deed.code: tuple(e.number for e in deed.entries if e.kind == journal.REMINDER) for deed in facts.deeds}
    for reminder in chasing.reminders(facts, [agency] if agency else facts.addressed):
        prefix = f"reminder.{reminder.agency}"
        for name, items in (("items", reminder.items), *((level, reminder.of(level)) for level in reminding.LEVELS)):
            codes = tuple(item.code for item in items)
            yield Figure(f"{prefix}.{name}", len(codes), codes, cites=RATED)
        numbers = tuple(order.number for order in reminder.instructions)
        yield Figure(f"{prefix}.orders", len(numbers), entries=numbers)
        for item in reminder.items:
            yield Figure(f"{prefix}.{item.code}.nth", item.count, (item.code,), cites=RATED, entries=reminded[item.code])
            if item.days is not None:
                yield Figure(f"{prefix}.{item.code}.workdays", abs(item.days), (item.code,), cites=("schedule",))
