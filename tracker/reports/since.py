"""What became of the last issue: changes, the deeds that it named, entries that came late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from tracker import journal, lifecycle
from tracker.journal import Entry
from tracker.models import report
from tracker.reports import changes, cuts
from tracker.reports.figures import RATED, Figure, Figures, cited
from tracker.reports.records import DeedFacts, Reading

if TYPE_CHECKING:
    from tracker.reports.facts import Facts

PRINTED = (
    "agencies", "announced", "merged", "unlinked", "dropped", "added", "deeds", "named", "dated", "reported", "status.completed", "verified", "status.in_progress", "troubled",
    "overdue", "reason.far_behind", "watched", "blocked", "sent_back", "overlapping", "silent_only", "unlit", "unreported", *(f"light.{colour}" for colour in lifecycle.COLOURS),
    "asking",
)  # fmt: skip
"""What page one prints of the whole book, in its order: what a correction may change."""

COMPARED = ("deeds", "named", "dated", "reported", "status.completed", "verified", "overdue", "reason.far_behind", "blocked")
STILL, MOVED = "still", "rescheduled"
BECAME = (STILL, "verified", "unverified", "on_course", "halted", "dropped", MOVED)
"""What became of a deed that was named: still troubled, closed out, completed and not yet verified, on course again, suspended or terminated, given up,
or no longer late by a schedule that was changed since, which resolves nothing."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A deed that the last issue named as troubled: as it is, as it was `then`, and what became of it (of BECAME)."""

    deed: DeedFacts
    then: DeedFacts
    became: str


@dataclass(frozen=True, slots=True)
class Issued:
    """A line of the register of reports. `made_with`: the program, the renderer, the templates, the faces."""

    issue: int
    as_of: date
    known_at: int
    issued: int
    file_name: str
    sha256: str
    language: str
    script: str
    rule_set: str
    made_with: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Since:
    """What happened since the last issue.

    `before` are the facts of the issue; `followed` are the deeds that it named
    as troubled; `late` are entries that were unknown then and speak of days
    before it, `retracted` entries known then and taken back since, reminders
    excepted; `restated` are the facts of its day by all that is known now, if there are such entries.
    """

    issue: Issued
    before: Facts
    followed: tuple[Followed, ...]
    late: tuple[Entry, ...]
    retracted: tuple[Entry, ...]
    restated: Facts | None


LINE = tuple(report.c[each.name] for each in fields(Issued))


def last_issue(connection: Connection, known_at: int, kind: str = "brief") -> Issued | None:
    """The last report of a kind that was registered by a journal position."""
    table = report.c
    row = connection.execute(
        select(*LINE)
        .where(table.kind == kind, table.issued <= known_at)
        .order_by(table.issue.desc())
        .limit(1)
    ).first()
    return Issued(*row) if row else None


def corrected(issued: Issued, before: Facts, reading: Reading) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The entries of before an issue that came after it, and those taken back after it."""
    live = {entry.number: entry for deed in reading.deeds for entry in deed.entries}
    counts = (journal.PROGRESS, journal.CONFIRMATION, journal.FINDING, journal.DROP, journal.BASELINE, *journal.PLAN)
    late = (e for e in live.values() if e.number > issued.known_at and e.effective_on <= issued.as_of and e.kind in counts)
    known_then = (e for deed in before.reading.deeds for e in deed.entries)
    retracted = (e for e in known_then if e.number not in live and e.kind in counts)
    return tuple(sorted(late, key=_number)), tuple(sorted(retracted, key=_number))


def _number(entry: Entry) -> int:
    return entry.number


def compare(
    figures: Figures, issued: Issued, before: Facts, restated: Facts | None, reading: Reading, deeds: Iterable[DeedFacts]
) -> Since:
    """Count what was gained and lost since `before`, follow what it named, and tell what it says when it is counted anew."""
    now = {deed.code: deed for deed in reading.deeds}
    for name in COMPARED:
        then, present = before.figures[f"book.{name}"], figures.all[f"book.{name}"]
        known, held = set(then.deeds), set(present.deeds)
        figures.add(_as_of(before, then, f"last.{name}"))
        figures.deeds(f"gained.{name}", (now[code] for code in present.deeds if code not in known), *present.cites)
        figures.deeds(f"lost.{name}", (now[code] for code in then.deeds if code not in held), *RATED)
        figures.split(f"book.{name}", (f"last.{name}", f"gained.{name}"), (f"lost.{name}",))
    named = {deed.code: deed for deed in before.sections["troubled"]}
    followed = [Followed(deed, named[deed.code], became(deed, named[deed.code])) for deed in reading.deeds if deed.code in named]
    figures.add(_as_of(before, before.figures["book.troubled"], "followed.all"))
    for outcome in BECAME:
        found = (each.deed for each in followed if each.became == outcome)
        figures.deeds(f"followed.{outcome}", found, *RATED, "drop")
    unresolved = STILL, MOVED
    figures.deeds("followed.resolved", (each.deed for each in followed if each.became not in unresolved), *RATED, "drop")
    figures.split("followed.all", ("followed.still", "followed.resolved", f"followed.{MOVED}"))
    figures.split("followed.resolved", [f"followed.{outcome}" for outcome in BECAME if outcome not in unresolved])
    alike = standing(followed).values()
    for place, found in enumerate(alike, 1):
        figures.deeds(f"followed.{STILL}.{place}", (each.deed for each in found), *RATED)
    figures.split(f"followed.{STILL}", [f"followed.{STILL}.{place}" for place in range(1, len(alike) + 1)])
    late, retracted = corrected(issued, before, reading)
    touched = {entry.deed: now[entry.deed] for entry in (*late, *retracted)}
    figures.add(Figure("corrections.late", len(late), entries=tuple(map(_number, late))))
    figures.add(Figure("corrections.retracted", len(retracted), entries=tuple(map(_number, retracted))))
    numbers = tuple(entry.number for entry in (*late, *retracted))
    figures.add(Figure("corrections.deeds", len(touched), tuple(touched), entries=numbers))
    for name in PRINTED if restated else ():
        for scope, of in (("last", before), ("restated", restated)):
            figures.add(_as_of(of, of.figures[f"book.{name}"], f"{scope}.{name}"))
    return Since(issued, before, tuple(followed), late, retracted, restated)


def _as_of(facts: Facts, figure: Figure, id: str) -> Figure:
    """A figure of other facts with the entries that it rested on there: those that a deed's state has here are not the same."""
    counted = set(figure.deeds)
    numbers = {number for deed in facts.reading.deeds if deed.code in counted for number in cited(deed.state, figure.cites)}
    return replace(figure, id=id, cites=(), entries=(*figure.entries, *sorted(numbers)))


def became(deed: DeedFacts, then: DeedFacts) -> str:
    """What has become of a deed that was troubled `then`, one of BECAME."""
    if deed.dropped:
        return "dropped"
    if troubled(deed):
        return STILL
    if deed.state.closed_out:
        return "verified"
    if cuts.awaits_verification(deed):
        return "unverified"
    if changes.halted(deed):
        return "halted"
    return MOVED if delayed(then) and deed.state.plan != then.state.plan else "on_course"


def moved(followed: Iterable[Followed]) -> dict[tuple[date | None, date | None], list[DeedFacts]]:
    """The rescheduled deeds by when they were due then and are due now."""
    found: dict[tuple[date | None, date | None], list[DeedFacts]] = {}
    for each in followed:
        if each.became == MOVED:
            found.setdefault((each.then.due_on, each.deed.due_on), []).append(each.deed)
    return found


def standing(followed: Iterable[Followed]) -> dict[tuple[tuple[str, ...], tuple[str, ...]], list[Followed]]:
    """The deeds that are still troubled by their troubles then and now, the most first."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Followed]] = {}
    for each in followed:
        if each.became == STILL:
            found.setdefault((troubles(each.then), troubles(each.deed)), []).append(each)
    return dict(sorted(found.items(), key=lambda pair: -len(pair[1])))


def troubled(deed: DeedFacts) -> bool:
    """Overdue, behind, blocked or sent back: what the brief names."""
    return bool(troubles(deed))


def troubles(deed: DeedFacts) -> tuple[str, ...]:
    """Under which headings the brief names a deed, two at most: what the calendar says against it, and what was said of it."""
    late = (_DELAYS[deed.light.reason],) if delayed(deed) else ()
    blocked = ("blocked",) if deed.standing == lifecycle.BLOCKED else ()
    return (*late, *blocked, *(("sent_back",) if deed.state.sent_back else ()))


_DELAYS = {"overdue": "overdue", "far_behind": "far_behind", "behind": "watched", "due_soon": "watched"}


def delayed(deed: DeedFacts) -> bool:
    """Overdue, behind pace or due soon: what the calendar says against it."""
    return deed.light.reason in _DELAYS
