"""Everything that waits for whoever asks, and nothing that does not.

For an agency: what was sent back, unanswered instructions, what is overdue,
behind pace or due soon, what is not yet handed in for the open round (or, with
none open, for the last one), reminders that nothing was handed in after,
decisions since it last spoke of the deed, deeds without a name. For who verifies: completions to check.
For the coordinating office also proposals to decide, agencies that are silent
in the open round, instructions that others leave unanswered past their day,
completions that nobody can verify, and how many deeds of all have no deadline,
are overdue at others or have no verifier. A leader reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, exists, func, literal, or_, select

from tracker import access, entries, journal, lifecycle, reminding, rounds, standings, views, workdays
from tracker.access import Actor
from tracker.deeds import instructing
from tracker.deeds.books import Books
from tracker.deeds.lookup import latest_commitment
from tracker.models import commitment, current, deed, entry

COUNTED = ("undated", "overdue_others", "unverifiable")
"""What is only counted for the office: where its work begins, everything."""
SECTIONS = (
    "sent_back", "instruction", "proposal", "to_verify", "overdue", "behind", "due_soon", "silent",
    "reminded", "decided", "unnamed", "silent_agency", "late_instruction", "no_verifier", *COUNTED,
)  # fmt: skip
"""What may wait, the most pressing first."""
BY_REPORT = ("sent_back", "overdue", "behind", "due_soon", "silent", "reminded")
"""What the next report of a deed answers, all at once."""
WITHDRAWN = "withdrawn"
"""What became of a proposal whose decision was taken back."""
SOON = 5
"""Working days."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits.

    `number` is the entry to decide, answer or read; `text` what it says; `day`
    when it is due; `count` the silent deeds of an agency; `verdict` how a
    proposal was decided, or that it no longer is; `points` how far it is behind pace;
    `counted` the progress that a completion sent back counts as; `nth` which
    reminder of its cause it was; `round` for which nothing was handed in;
    `formerly` what a deed was called when it was reported completed, if it was
    renamed since.
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
    points: int | None = None
    counted: int | None = None
    nth: int | None = None
    round: str | None = None
    formerly: str | None = None

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


def things(found: Mapping[str, Sequence[Waiting]]) -> int:
    """How many things are to be done about what waits: a deed that one report is wanted of is one, in however many sections."""
    wanted = {row.code for kind in BY_REPORT for row in found.get(kind, ())}
    return len(wanted) + sum(len(rows) for kind, rows in found.items() if kind not in BY_REPORT)


def _all(books: Books, who: Actor) -> Iterator[Waiting]:
    connection, today = books.connection, books.now.today
    running = rounds.open_now(connection)
    if running is not None and not running.begun(today):
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
    rejected = connection.execute(_deeds(mine, current.c.verdict == journal.REJECT)).all()
    states = dict(entries.folded(connection, [row.id for row in rejected]))
    for row in rejected:
        state = states[row.id]
        finding, counted = state.finding, state.standing_progress if state.sent_back else None
        yield _row("sent_back", row, number=finding.number, text=finding.note, day=finding.effective_on, counted=counted)
    for order in instructing.register(connection, books.agencies, agency):
        if order.answer is None:
            yield _order("instruction", order, today)
    for row in connection.execute(
        _deeds(mine, _UNFINISHED, current.c.due_on <= workdays.add(today, SOON)).order_by(None).order_by(current.c.due_on, current.c.order_key)
    ):
        late = row.due_on < today
        yield _row("overdue" if late else "due_soon", row, day=row.due_on, late=late)
    yield from _behind(connection, today, mine)
    yield from _silent(connection, today, agency, running)
    yield from _reminded(connection, mine)
    yield from _decided(connection, agency)
    for row in connection.execute(_deeds(mine, current.c.title.is_(None))):
        yield _row("unnamed", row)


def _behind(connection: Connection, today: date, mine) -> Iterator[Waiting]:
    """What is as far behind pace as its light shows, and not past its due day."""
    turned = or_(current.c.red_from <= today, current.c.yellow_from <= today)
    rows = connection.execute(_deeds(mine, _UNFINISHED, turned, current.c.due_on >= today)).all()
    states = dict(entries.folded(connection, [row.id for row in rows]))
    for row in rows:
        points = reminding.behind_pace(states[row.id], today)
        if points is not None and points >= lifecycle.LIGHTS_1.yellow_behind:
            yield _row("behind", row, day=row.due_on, points=reminding.rounded(points))


def _silent(connection: Connection, today: date, agency: str, running: rounds.Round | None) -> Iterator[Waiting]:
    """What is not handed in for the open round; with none open, for the last one, nor since."""
    if running is not None:
        last = running
        found = [each for each in standings.standings(connection, running, agency) if each.outcome == standings.SILENT]
    else:
        last = next((each for each in rounds.register(connection) if not each.is_open), None)
        found = views.deeds(connection, today, views.Filter(agencies=(agency,), silent=True))[0] if last else []
    for each in found:
        yield Waiting(
            "silent", agency, each.code, each.title, each.commitment, each.commitment_name,
            day=last.closes_on, late=last.closes_on < today, round=last.key,
        )  # fmt: skip


def _reminded(connection: Connection, mine) -> Iterator[Waiting]:
    """The last reminder of a deed, while nothing was handed in after it."""
    unanswered = (entry.c.kind == journal.REMINDER, ~_retracted(entry), ~_later(entry, journal.REMINDER, *journal.HANDED_IN))
    query = _deeds(mine, _UNFINISHED, *unanswered).join(entry, entry.c.deed_id == deed.c.id)
    for row in connection.execute(query.add_columns(entry.c.number, entry.c.reason, entry.c.quantity, entry.c.by_on)):
        yield _row("reminded", row, number=row.number, text=row.reason, nth=int(row.quantity or 1), day=row.by_on)


def _retracted(of):
    """SQL: the entry was taken back."""
    retraction = entry.alias()
    return exists().where(retraction.c.kind == journal.RETRACTION, retraction.c.about == of.c.number)


def _later(than, *kinds: str):
    """SQL: an entry of these kinds, not taken back, stands after another on the same deed."""
    after = entry.alias()
    same = after.c.deed_id == than.c.deed_id
    return exists().where(same, after.c.kind.in_(kinds), after.c.number > than.c.number, ~_retracted(after))


def _decided(connection: Connection, agency: str) -> Iterator[Waiting]:
    """Decisions on its deeds and on what it asked for, while neither it nor who leads the deed now has spoken there since.

    What an approval carries out stands under the agency's name too, but speaks
    about the proposal; the agency's own words do not. A decision that was taken
    back is told as long as no other has been made.
    """
    asked, said, gone, again = (entry.alias() for _ in range(4))
    spoken = exists().where(
        said.c.deed_id == deed.c.id, said.c.number > entry.c.number, said.c.about.is_(None),
        or_(said.c.agency == agency, said.c.agency == current.c.lead),
    )  # fmt: skip
    mine = or_(current.c.lead == agency, asked.c.agency == agency)
    told = (asked.c.number, entry.c.reason, entry.c.approval, entry.c.effective_on)
    decided = (
        _deeds(mine, ~_retracted(entry), ~spoken)
        .join(entry, and_(entry.c.deed_id == deed.c.id, entry.c.kind == journal.DECISION))
        .join(asked, asked.c.number == entry.c.about)
        .add_columns(entry.c.verdict, *told)
    )
    undecided = (
        _deeds(mine, ~_retracted(asked), ~spoken, ~exists().where(again.c.kind == journal.DECISION, again.c.about == asked.c.number, ~_retracted(again)))
        .join(entry, and_(entry.c.deed_id == deed.c.id, entry.c.kind == journal.RETRACTION))
        .join(gone, and_(gone.c.number == entry.c.about, gone.c.kind == journal.DECISION))
        .join(asked, asked.c.number == gone.c.about)
        .add_columns(literal(WITHDRAWN).label("verdict"), *told)
    )
    for row in (*connection.execute(decided), *connection.execute(undecided)):
        text = "；".join(part for part in (row.approval, row.reason) if part) or None
        yield _row("decided", row, number=row.number, verdict=row.verdict, text=text, day=row.effective_on)


def _order(kind: str, order: instructing.Instruction, today: date) -> Waiting:
    asked = order.entry
    said = f"{asked.leader}：{asked.note}" if asked.leader else asked.note
    return Waiting(
        kind, order.agency, asked.deed, order.title, number=asked.number, text=said, day=asked.by_on, late=order.late(today)
    )


def _to_verify(connection: Connection, agency: str) -> Iterator[Waiting]:
    mine = (_UNVERIFIED, current.c.verifier == agency, current.c.lead != agency)
    former = _former_titles(connection, *mine)
    for row in connection.execute(_deeds(*mine)):
        yield _row("to_verify", row, day=row.progress_on, formerly=former.get(row.id))


def _former_titles(connection: Connection, *where) -> dict[int, str]:
    """What deeds were called when they were last reported, of those that were renamed since: that is what is to be checked."""
    told, again = entry.alias(), entry.alias()
    renamed = exists().where(
        again.c.kind == journal.TITLE, again.c.deed_id == current.c.deed_id, again.c.number > current.c.progress_number, ~_retracted(again)
    )
    titles = (
        select(told.c.deed_id, told.c.title, current.c.title.label("now"))
        .join(current, current.c.deed_id == told.c.deed_id)
        .where(*where, renamed, told.c.kind == journal.TITLE, told.c.number < current.c.progress_number, ~_retracted(told))
        .order_by(told.c.effective_on, told.c.number)
    )
    last = {row.deed_id: row for row in connection.execute(titles)}
    return {id_: row.title for id_, row in last.items() if row.title != row.now}


def _offices(books: Books, office: str, running: rounds.Round | None) -> Iterator[Waiting]:
    connection, today = books.connection, books.now.today
    asking = connection.execute(_deeds(current.c.open_proposals > 0)).all()
    states = dict(entries.folded(connection, [row.id for row in asking]))
    for row in asking:
        for proposal in states[row.id].proposals:
            yield _row("proposal", row, number=proposal.number, text=proposal.reason, day=proposal.effective_on)
    if running is not None:
        parts, _ = standings.tally(standings.standings(connection, running), books.agencies)
        for code, part in parts.items():
            if part.silent and code != office:
                yield Waiting("silent_agency", code, day=running.closes_on, count=part.silent)
    for order in instructing.register(connection, books.agencies):
        if order.agency != office and order.late(today):
            yield _order("late_instruction", order, today)
    nobody = or_(current.c.verifier.is_(None), current.c.verifier == current.c.lead)
    for row in connection.execute(_deeds(_UNVERIFIED, nobody)):
        yield _row("no_verifier", row, day=row.progress_on)
    others = and_(current.c.lead != office, current.c.due_on < today)
    for kind, where in zip(COUNTED, (current.c.due_on.is_(None), others, nobody), strict=True):
        if first := connection.execute(_deeds(_UNFINISHED, where).limit(1)).first():
            counted = select(func.count()).select_from(current).where(current.c.dropped.is_(False), _UNFINISHED, where)
            yield _row(kind, first, count=connection.scalar(counted))
