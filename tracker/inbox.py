"""Everything that waits for whoever asks, and nothing that does not.

For an agency: what was sent back, unanswered instructions, what is overdue or
due soon, what is not yet handed in for the open round, decisions since it last
spoke of the deed, deeds without a name. For who verifies: completions to check.
For the coordinating office also proposals to decide, agencies that are silent
in the open round, instructions that others leave unanswered past their day,
and completions that nobody can verify. A leader reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from tracker import access, entries, journal, lifecycle, rounds, workdays
from tracker.access import Actor
from tracker.deeds import instructing
from tracker.deeds.books import Books
from tracker.deeds.lookup import latest_commitment
from tracker.models import commitment, current, deed, entry

SECTIONS = (
    "sent_back", "instruction", "proposal", "to_verify", "overdue", "due_soon", "silent",
    "decided", "unnamed", "silent_agency", "late_instruction", "no_verifier",
)  # fmt: skip
"""What may wait, the most pressing first."""
SOON = 5
"""Working days."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits.

    `number` is the entry to decide, answer or read; `text` what it says; `day`
    when it is due; `count` the silent deeds of an agency; `verdict` how a
    proposal was decided.
    """

    kind: str
    agency: str
    code: str | None = None
    title: str | None = None
    commitment: str | None = None
    commitment_name: str | None = None
    number: int | None = None
    text: str | None = None
    day: date | None = None
    late: bool = False
    count: int = 1
    verdict: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value is not None}


def waiting(books: Books, actor: Actor | None = None) -> dict[str, list[Waiting]]:
    """What waits for an actor (default: who asks), by section in the order of SECTIONS; empty sections are left out."""
    who = actor or books.actor
    if who.role == access.LEADER or who.agency is None:
        return {}
    found: dict[str, list[Waiting]] = {}
    for each in _all(books, who):
        found.setdefault(each.kind, []).append(each)
    return {kind: found[kind] for kind in SECTIONS if kind in found}


def _all(books: Books, who: Actor) -> Iterator[Waiting]:
    connection, today = books.connection, books.now.today
    running = rounds.open_now(connection)
    if running is not None and running.opens_on > today:
        running = None
    if access.reach(who, "report") is not None:
        yield from _own(books, who.agency, running)
    if access.reach(who, "verify") is not None:
        yield from _to_verify(connection, who.agency)
    if who.role == access.OFFICE:
        yield from _offices(books, who.agency, running)


def _deeds(*where):
    """The rows of the projection that fit, in directory order, with what a list needs."""
    version = latest_commitment()
    return (
        select(
            deed.c.id, deed.c.code, current.c.lead, current.c.title, current.c.due_on, current.c.progress_on,
            commitment.c.code.label("commitment"), version.c.name,
        )
        .join(current, current.c.deed_id == deed.c.id)
        .join(commitment, commitment.c.id == deed.c.commitment_id)
        .join(version, version.c.commitment_id == commitment.c.id)
        .where(current.c.dropped.is_(False), *where)
        .order_by(current.c.order_key)
    )  # fmt: skip


def _row(kind: str, row, **more) -> Waiting:
    return Waiting(kind, row.lead, row.code, row.title, row.commitment, row.name, **more)


_UNFINISHED = or_(current.c.standing_status.is_(None), current.c.standing_status.not_in(lifecycle.FINISHED))
_UNVERIFIED = and_(current.c.status == lifecycle.COMPLETED, current.c.verdict.is_(None))


def _own(books: Books, agency: str, running: rounds.Round | None) -> Iterator[Waiting]:
    connection, today = books.connection, books.now.today
    mine = current.c.lead == agency
    rejected = connection.execute(
        _deeds(mine, current.c.status == lifecycle.COMPLETED, current.c.verdict == journal.REJECT)
    ).all()
    states = dict(entries.folded(connection, [row.id for row in rejected]))
    for row in rejected:
        finding = states[row.id].finding
        yield _row("sent_back", row, number=finding.number, text=finding.note, day=finding.effective_on)
    for order in instructing.register(connection, books.agencies, agency):
        if order.answer is None:
            yield _order("instruction", order, today)
    for row in connection.execute(
        _deeds(mine, _UNFINISHED, current.c.due_on <= workdays.add(today, SOON)).order_by(None).order_by(current.c.due_on, current.c.order_key)
    ):
        late = row.due_on < today
        yield _row("overdue" if late else "due_soon", row, day=row.due_on, late=late)
    if running is not None:
        for each in rounds.standings(connection, running, agency):
            if each.outcome == rounds.SILENT:
                yield Waiting(
                    "silent", agency, each.code, each.title, each.commitment, each.commitment_name,
                    day=running.closes_on, late=running.closes_on < today,
                )  # fmt: skip
    yield from _decided(connection, agency)
    for row in connection.execute(_deeds(mine, current.c.title.is_(None))):
        yield _row("unnamed", row)


def _decided(connection: Connection, agency: str) -> Iterator[Waiting]:
    """Decisions on its deeds that are later than its own last word there.

    What an approval carries out stands under the agency's name too, but speaks
    about the proposal; the agency's own words do not.
    """
    spoken = (
        select(entry.c.deed_id, func.max(entry.c.number).label("number"))
        .where(entry.c.agency == agency, entry.c.about.is_(None))
        .group_by(entry.c.deed_id)
        .subquery()
    )
    retraction = entry.alias("retraction")
    retracted = select(retraction.c.number).where(
        retraction.c.kind == journal.RETRACTION, retraction.c.about == entry.c.number
    )
    query = (
        _deeds(
            current.c.lead == agency,
            entry.c.kind == journal.DECISION,
            entry.c.number > func.coalesce(spoken.c.number, 0),
            ~retracted.exists(),
        )
        .join(entry, entry.c.deed_id == deed.c.id)
        .outerjoin(spoken, spoken.c.deed_id == deed.c.id)
        .add_columns(entry.c.about, entry.c.verdict, entry.c.reason, entry.c.approval, entry.c.effective_on)
    )
    for row in connection.execute(query):
        text = "；".join(part for part in (row.approval, row.reason) if part) or None
        yield _row("decided", row, number=row.about, verdict=row.verdict, text=text, day=row.effective_on)


def _order(kind: str, order: instructing.Instruction, today: date) -> Waiting:
    asked = order.entry
    said = f"{asked.leader}：{asked.note}" if asked.leader else asked.note
    return Waiting(
        kind, order.agency, asked.deed, order.title, number=asked.number, text=said, day=asked.by_on, late=order.late(today)
    )


def _to_verify(connection: Connection, agency: str) -> Iterator[Waiting]:
    for row in connection.execute(_deeds(_UNVERIFIED, current.c.verifier == agency, current.c.lead != agency)):
        yield _row("to_verify", row, day=row.progress_on)


def _offices(books: Books, office: str, running: rounds.Round | None) -> Iterator[Waiting]:
    connection, today = books.connection, books.now.today
    asking = connection.execute(_deeds(current.c.open_proposals > 0)).all()
    states = dict(entries.folded(connection, [row.id for row in asking]))
    for row in asking:
        for proposal in states[row.id].proposals:
            yield _row("proposal", row, number=proposal.number, text=proposal.reason, day=proposal.effective_on)
    if running is not None:
        parts, _ = rounds.tally(rounds.standings(connection, running), books.agencies)
        for code, part in parts.items():
            if part.silent and code != office:
                yield Waiting("silent_agency", code, day=running.closes_on, count=part.silent)
    for order in instructing.register(connection, books.agencies):
        if order.agency != office and order.late(today):
            yield _order("late_instruction", order, today)
    nobody = or_(current.c.verifier.is_(None), current.c.verifier == current.c.lead)
    for row in connection.execute(_deeds(_UNVERIFIED, nobody)):
        yield _row("no_verifier", row, day=row.progress_on)
