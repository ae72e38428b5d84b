"""The books as somebody with paper and pencil would keep them: what holds of each deed, worked out anew from the journal.

Nothing of `tracker.journal` or of the projections is used but the entries
themselves, so that a mistake made there is not made here, too.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tracker.journal import Entry

FINISHED = ("completed", "suspended", "terminated")


@dataclass
class Page:
    """What holds of one deed: its latest entry of each kind, and all that were not taken back, in the order in which they hold."""

    since: Entry
    held: dict[str, Entry] = field(default_factory=dict)
    lines: list[Entry] = field(default_factory=list)

    def _about(self, entry: Entry | None, kind: str) -> list[Entry]:
        return [each for each in self.lines if entry and each.kind == kind and each.about == entry.number]

    @property
    def lead(self) -> str:
        return self.held["owners"].lead

    @property
    def verifier(self) -> str | None:
        return self.held["owners"].verifier

    @property
    def title(self) -> str | None:
        return self.held["title"].title if "title" in self.held else None

    @property
    def due(self) -> date | None:
        return self.held["schedule"].due_on if "schedule" in self.held else None

    @property
    def status(self) -> str | None:
        return self.held["progress"].status if "progress" in self.held else None

    @property
    def progress(self) -> int | None:
        return self.held["progress"].progress if "progress" in self.held else None

    @property
    def verdict(self) -> str | None:
        found = self._about(self.held.get("progress"), "finding")
        return found[-1].verdict if found else None

    def stops(self, entry: Entry) -> bool:
        """Whether an entry suspends or terminates the deed, or takes that back, where it stands among the others."""
        before = [each for each in self.lines if each.kind == "progress" and (each.effective_on, each.number) < (entry.effective_on, entry.number)]
        stopped = ("suspended", "terminated")
        was = before[-1].status if before else None
        return was != entry.status and (was in stopped or entry.status in stopped)

    @property
    def closed_out(self) -> bool:
        return (self.status, self.verdict) == ("completed", "confirm")

    @property
    def quantity(self) -> Decimal | None:
        """The number last told, of the unit that is asked for now; that of a completion that was sent back is not believed."""
        if self.target is None:
            return None
        number, units = None, []
        for line in self.lines:
            if line.kind == "target" and line.target is not None:
                units.append(line.unit)
                number = number if len(set(units[-2:])) == 1 else None
            elif line.kind == "progress" and line.quantity is not None:
                found = self._about(line, "finding")
                if line.status != "completed" or not found or found[-1].verdict == "confirm":
                    number = line.quantity
        return number

    @property
    def target(self) -> Decimal | None:
        """How much is asked for, where it is at least so much."""
        asked = self.held.get("target")
        return asked.target if asked and asked.direction != "<=" else None

    def share(self) -> int | None:
        """What of the target the number is, in percent, as long as a deed is not completed."""
        if self.quantity is None:
            return None
        if self.quantity >= self.target:
            return 99
        return min(99, math.floor(Fraction(self.quantity) / Fraction(self.target) * 100 + Fraction(1, 2)))

    @property
    def standing(self) -> tuple[str | None, int | None]:
        """Status and progress by which a deed is judged: a completion that was sent back is none, and a number tells the progress."""
        back = (self.status, self.verdict) == ("completed", "reject")
        if (back or self.status in ("in_progress", "blocked")) and self.quantity is not None:
            return "in_progress" if back else self.status, self.share()
        if not back:
            return self.status, self.progress
        before = [each.progress for each in self.lines if each.kind == "progress" and each.progress is not None and each.progress < 100]
        return "in_progress", before[-1] if before else None

    def open(self, kind: str, closing: str) -> list[Entry]:
        return [each for each in self.lines if each.kind == kind and not self._about(each, closing)]

    def day_of(self, *kinds: str) -> date | None:
        return max((self.held[kind].effective_on for kind in kinds if kind in self.held), default=None)


def pages(journal: Sequence[Entry], as_of: date | None = None) -> dict[str, Page]:
    """A page for every deed, by what the journal knows."""
    gone = {entry.about for entry in journal if entry.kind == "retraction"}
    found: dict[str, Page] = {}
    for entry in journal:
        if entry.deed:
            found.setdefault(entry.deed, Page(entry))
    for entry in sorted(journal, key=lambda each: (each.effective_on, each.number)):
        late = as_of is not None and entry.effective_on > as_of
        if entry.deed and entry.kind != "retraction" and entry.number not in gone and not late:
            page = found[entry.deed]
            page.held[entry.kind] = entry
            page.lines.append(entry)
    return found


def counted(found: dict[str, Page]) -> dict[str, Page]:
    """Without those dropped."""
    return {code: page for code, page in found.items() if "drop" not in page.held}


@dataclass
class Period:
    """A round as the journal has it."""

    key: str
    number: int
    opens: date
    closes: date
    closed: Entry | None = None

    def outcome(self, page: Page) -> str:
        reported, handed_in = page.day_of("progress"), page.day_of("progress", "confirmation")
        if reported and reported >= self.opens:
            return "reported"
        if handed_in and handed_in >= self.opens:
            return "confirmed"
        return "finished" if page.standing[0] in FINISHED else "silent"


def periods(journal: Iterable[Entry]) -> list[Period]:
    """The rounds, in the order in which they were opened."""
    found: dict[int, Period] = {}
    for entry in journal:
        if entry.kind == "round_open":
            found[entry.number] = Period(entry.round, entry.number, entry.start_on, entry.by_on)
        elif entry.kind == "round_move":
            found[entry.about].closes = entry.by_on
        elif entry.kind == "round_close":
            found[entry.about].closed = entry
        elif entry.kind == "round_cancel":
            del found[entry.about]
    return list(found.values())


def outcomes(journal: Sequence[Entry], period: Period) -> dict[str, int]:
    """How many deeds did what in a round, until it was closed."""
    closed = period.closed
    found = counted(pages(journal, closed.effective_on if closed else None))
    then = pages(journal[: closed.number], closed.effective_on) if closed else {}
    asked = [page for page in found.values() if page.since.effective_on <= period.closes and not (closed and page.since.number > closed.number)]
    names = ("reported", "confirmed", "late", "silent", "finished")
    brought = [(period.outcome(page), period.outcome(then[page.since.deed]) if closed else None) for page in asked]
    told = ["late" if now in ("reported", "confirmed") and at_closing == "silent" else now for now, at_closing in brought]
    return {name: told.count(name) for name in names}


def silent(journal: Sequence[Entry], page: Page) -> bool:
    """Whether nothing came of a deed since the latest closed round began."""
    last = [period for period in periods(journal) if period.closed]
    return bool(last) and page.since.effective_on <= last[-1].closes and last[-1].outcome(page) == "silent"
