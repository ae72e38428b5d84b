"""The books on a day → the facts of a report, counted once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection

from tracker import directory, journal, lifecycle
from tracker.journal import Entry
from tracker.reports import changes, cuts, since, trend
from tracker.reports.figures import RATED, Breakdown, Figure, Figures, reconcile
from tracker.reports.reading import read
from tracker.reports.records import DeedFacts, Reading

ALARMING = (lifecycle.YELLOW, lifecycle.RED)
SOON = 30
"""How many days ahead the brief looks for deadlines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that a report may print.

    `deeds` are the tracked ones in directory order, `dropped` those given up;
    `agencies` and `commitments` are codes in directory order; `sections` are
    lists of deeds by the name of the figure that counts them (`book.<name>`).
    """

    reading: Reading
    figures: dict[str, Figure]
    breakdowns: tuple[Breakdown, ...]
    deeds: tuple[DeedFacts, ...]
    dropped: tuple[DeedFacts, ...]
    agencies: tuple[str, ...]
    commitments: tuple[str, ...]
    months: tuple[date, ...]
    sections: dict[str, tuple[DeedFacts, ...]]
    orders: tuple[Order, ...]
    last: since.Since | None

    def value(self, id: str) -> int:
        return self.figures[id].value

    def of_agency(self, code: str) -> tuple[DeedFacts, ...]:
        return tuple(deed for deed in self.deeds if deed.lead == code)

    def of_commitment(self, code: str) -> tuple[DeedFacts, ...]:
        return tuple(deed for deed in self.deeds if deed.commitment == code)

    @property
    def addressed(self) -> tuple[str, ...]:
        """Who is written to: the agencies with deeds, and those that have nothing but an instruction to answer; in directory order."""
        asked = {order.of for order in self.orders if order.asked.deed is None and order.answer is None}
        return tuple(code for code in self.reading.agencies if code in asked or code in self.agencies)

    def untold(self) -> list[Order]:
        """The instructions whose end no issue has told yet: the open ones, then those answered since the last, the latest first."""
        told = self.last.issue.known_at if self.last else -1
        answered = [order for order in self.orders if order.answer is not None and order.answer.number > told]
        return [*(order for order in self.orders if order.answer is None), *reversed(answered)]

    @property
    def building(self) -> bool:
        """建账: under half of the deeds have a deadline, so lights say little yet."""
        return 2 * self.value("book.dated") < self.value("book.deeds")


@dataclass(frozen=True, slots=True)
class Order:
    """What a leader asked, of a deed or of an agency (`of`, a code), and the answer if there is one."""

    asked: Entry
    of: str
    answer: Entry | None
    overdue: bool

    @property
    def answered_late(self) -> bool:
        """Whether it was answered after the day by which it was to be."""
        return self.answer is not None and self.asked.by_on is not None and self.answer.effective_on > self.asked.by_on


def facts(connection: Connection, as_of: date, known_at: int, today: date) -> Facts:
    """The facts as of a day, as known at a journal position.

    Raises RuleError for a day that cannot be reported, ReportError where a
    breakdown does not add up.
    """
    issued = since.last_issue(connection, known_at)
    reading = read(connection, as_of, known_at, today)
    if issued is None or issued.as_of > as_of:
        return count(reading)
    before = count(read(connection, issued.as_of, issued.known_at, today))
    restated = None
    if any(since.corrected(issued, before, reading)):
        restated = count(read(connection, issued.as_of, known_at, today))
    return count(reading, issued, before, restated)


def count(
    reading: Reading, issued: since.Issued | None = None, before: Facts | None = None, restated: Facts | None = None
) -> Facts:
    """Count what was read, beside the facts of the last issue, as it was and as it would be now.

    Raises ReportError where a breakdown does not add up.
    """
    deeds = tuple(deed for deed in reading.deeds if not deed.dropped)
    figures = Figures()
    agencies = _agencies(reading, deeds)
    cuts.announced(figures, reading)
    cuts.cut(figures, "book", deeds)
    cuts.heard(figures, "book", deeds, reading.ended_round)
    for code in agencies:
        cuts.cut(figures, f"agency.{code}", [deed for deed in deeds if deed.lead == code])
        cuts.heard(figures, f"agency.{code}", [deed for deed in deeds if reading.answerable(deed) == code], reading.ended_round)
    for code in reading.commitments:
        of = [deed for deed in deeds if deed.commitment == code]
        cuts.cut(figures, f"commitment.{code}", of, lights=False)
        figures.deeds(f"commitment.{code}.overdue", filter(_overdue, of), *_CITES["overdue"])
    for name in ("status.completed", "verified", "overdue"):
        figures.split(f"book.{name}", [f"commitment.{code}.{name}" for code in reading.commitments])
    for name in ("deeds", "named", "dated", "reported"):
        figures.split(f"book.{name}", [f"agency.{code}.{name}" for code in agencies])
        figures.split(f"book.{name}", [f"commitment.{code}.{name}" for code in reading.commitments])
    for name in (*(f"light.{colour}" for colour in lifecycle.COLOURS), "expected", "silent", "filed_late"):
        figures.split(f"book.{name}", [f"agency.{code}.{name}" for code in agencies])
    figures.add(Figure("book.agencies", len(agencies), agencies=agencies))
    sections = _sections(reading, deeds)
    for name, found in sections.items():
        figures.deeds(f"book.{name}", found, *_CITES[name])
    steps = {step.number for deed in sections["changed"] for change in changes.changes(deed) for step in change.steps}
    figures.add(replace(figures.all["book.changed"], entries=tuple(sorted(steps))))
    # Every deed in trouble once, though two things may be wrong with it.
    figures.split("book.troubled", ("book.overdue", "book.behind", "book.blocked", "book.sent_back"), ("book.overlapping",))
    # The lights that leaders see, and what needs their attention: who can count meets the one from the other.
    lit = [f"book.light.{colour}" for colour in ALARMING]
    figures.split("book.troubled", (*lit, "book.unlit"), ("book.silent_only",))
    figures.split("book.behind", ("book.reason.far_behind", "book.watched"))
    figures.split("book.halted", [f"book.status.{status}" for status in lifecycle.STOPPED])
    proposing = [deed for deed in deeds if deed.state.proposals]
    asked = tuple(proposal.number for deed in proposing for proposal in deed.state.proposals)
    figures.add(Figure("book.proposing", len(proposing), tuple(deed.code for deed in proposing), entries=asked))
    orders = _orders(reading)
    _count_orders(figures, orders)
    made = Facts(
        reading=reading,
        figures=figures.all,
        breakdowns=tuple(figures.breakdowns),
        deeds=deeds,
        dropped=tuple(deed for deed in reading.deeds if deed.dropped),
        agencies=agencies,
        commitments=tuple(reading.commitments),
        months=trend.follow(figures, reading),
        sections=sections,
        orders=orders,
        last=since.compare(figures, issued, before, restated, reading, deeds) if before else None,
    )
    reconcile(figures.all, figures.breakdowns)
    return made


_CITES = {
    **dict.fromkeys(("overdue", "behind", "watched", "blocked", "troubled", "overlapping", "silent_only", "unlit", "ahead", "due_next"), RATED),
    "verified": ("progress", "finding"),
    "unverified": ("progress",),
    "sent_back": ("progress", "finding"),
    "changed": ("baseline", *(f"{which}{kind}" for kind in journal.PLAN if kind != journal.TITLE for which in ("original_", ""))),
    "halted": ("progress",),
    "silent": ("progress", "confirmation"),
    "asking": ("progress", "finding"),
}
"""The entries that each section rests on: with these alone, every deed in it would stand there too."""


def _sections(reading: Reading, deeds: Iterable[DeedFacts]) -> dict[str, tuple[DeedFacts, ...]]:
    soon = reading.as_of + timedelta(days=SOON)
    tests: dict[str, Callable[[DeedFacts], bool]] = {
        "verified": lambda d: d.state.closed_out,
        "unverified": cuts.awaits_verification,
        "sent_back": lambda d: d.state.sent_back,
        "ahead": lambda d: not d.finished and d.behind is not None and d.behind < 0 and d.light.colour == lifecycle.GREEN and not d.state.sent_back,
        "overdue": _overdue,
        "behind": lambda d: d.light.reason in ("far_behind", "behind", "due_soon"),
        "watched": lambda d: d.light.reason in ("behind", "due_soon"),
        "blocked": lambda d: d.standing == lifecycle.BLOCKED,
        "troubled": since.troubled,
        "overlapping": lambda d: since.delayed(d) and (d.standing == lifecycle.BLOCKED or d.state.sent_back),
        "silent_only": lambda d: d.light.reason == "silent" and not since.troubled(d),
        "unlit": lambda d: since.troubled(d) and d.light.colour not in ALARMING,
        "changed": lambda d: bool(changes.changes(d)),
        "halted": changes.halted,
        "silent": lambda d: d.silent_in(reading.ended_round),
        "asking": asks,
        "due_next": lambda d: not d.finished and d.due_on is not None and reading.as_of <= d.due_on <= soon,
    }
    return {name: tuple(deed for deed in deeds if test(deed)) for name, test in tests.items()}


def _overdue(deed: DeedFacts) -> bool:
    return deed.light.reason == "overdue"


def asks(deed: DeedFacts) -> bool:
    """It asks something of somebody, and is not finished."""
    return deed.state.progress is not None and bool(deed.state.progress.ask) and not deed.finished


def _agencies(reading: Reading, deeds: Iterable[DeedFacts]) -> tuple[str, ...]:
    owing = {who for deed in deeds for who in (deed.lead, reading.answerable(deed))} | {commitment.agency for commitment in reading.commitments.values()}
    return tuple(code for code in reading.agencies if code in owing)


def _orders(reading: Reading) -> tuple[Order, ...]:
    answers = {entry.about: entry for entry in reading.orders if entry.kind == "answer"}
    found = []
    for entry in reading.orders:
        if entry.kind == "instruction":
            answer = answers.get(entry.number)
            late = answer is None and entry.by_on is not None and entry.by_on < reading.as_of
            found.append(Order(entry, entry.deed or directory.present(reading.agencies, entry.lead or ""), answer, late))
    return tuple(found)


def _count_orders(figures: Figures, orders: tuple[Order, ...]) -> None:
    for name, found in (
        ("all", orders),
        ("answered", [order for order in orders if order.answer]),
        ("open", [order for order in orders if not order.answer]),
        ("overdue", [order for order in orders if order.overdue]),
        ("answered_late", [order for order in orders if order.answered_late]),
    ):
        numbers = tuple(order.asked.number for order in found)
        figures.add(Figure(f"orders.{name}", len(numbers), entries=numbers))
    figures.split("orders.all", ("orders.answered", "orders.open"))
