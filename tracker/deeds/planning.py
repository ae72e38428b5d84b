"""The plan of a deed: who owes it, by when, how much. Free until the books are fixed, then only on the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from itertools import chain

from tracker import access, entries, journal, lifecycle, moves
from tracker.deeds import together
from tracker.deeds.books import Books, Written
from tracker.deeds.lookup import Deed, find
from tracker.deeds.reporting import implied
from tracker.errors import NotAllowed, NotFound, RuleError
from tracker.journal import Entry
from tracker.plaintext import line, note

DIRECTIONS = (">=", "<=", "ratio", "qualitative")
"""Of a target: at least, at most, a share in percent, or in words only."""
SUSPENSION, TERMINATION, RESUMPTION = "suspension", "termination", "resumption"
BECOMES = {
    SUSPENSION: lifecycle.SUSPENDED,
    TERMINATION: lifecycle.TERMINATED,
    RESUMPTION: lifecycle.IN_PROGRESS,
}
"""The status that a proposal asks for."""
FACTS = {
    journal.OWNERS: ("lead", "supporters", "verifier", "responsible", "leader"),
    journal.SCHEDULE: ("start_on", "due_on", "points", "basis"),
    journal.TARGET: ("target", "unit", "direction", "wording"),
}
"""What each plan entry says."""


@dataclass(frozen=True, slots=True)
class PlanChange:
    """What to set; None leaves as it is, an empty text clears. `points` are (day, percent) between start and due."""

    lead: str | None = None
    supporters: tuple[str, ...] | None = None
    verifier: str | None = None
    responsible: str | None = None
    leader: str | None = None
    start_on: date | None = None
    due_on: date | None = None
    points: tuple[tuple[date, int], ...] | None = None
    target: Decimal | None = None
    unit: str | None = None
    direction: str | None = None
    wording: str | None = None
    basis: str | None = None

    def kinds(self) -> list[str]:
        """Which plan facts this touches."""
        touched = {name for field in fields(self) if getattr(self, name := field.name) is not None} - {"basis"}
        return [kind for kind, names in FACTS.items() if touched & set(names)]


def assign(
    books: Books,
    deeds: Sequence[Deed],
    change: PlanChange,
    *,
    reason: str | None = None,
    approval: str | None = None,
    on: date | None = None,
) -> list[Written]:
    """Set owners, dates or target of some deeds, all or none of them; nothing is written where all is so already.

    Another due day takes its basis, or an approval. After the baseline a
    deadline, target or lead changes only by the office, with a reason and an
    approval reference. Only the office names another lead or verifier. Raises
    NotAllowed, RuleError, Several.
    """
    if not change.kinds():
        for deed in deeds:
            _check_basis(deed, change)
        raise RuleError("nothing_to_assign")

    def drafted(deed: Deed) -> list[Entry]:
        access.require(books.actor, "assign", deed.code, deed.lead)
        if (change.lead or change.verifier) and access.reach(books.actor, "decide") is None:
            raise NotAllowed("lead_by_office" if change.lead else "verifier_by_office", deed=deed.code, lead=deed.lead)
        deed.check_open()
        books.check_day(on, deed.tracked_from, deed.code)
        _check_fixed(books, deed, change, reason, approval)
        _check_basis(deed, change)
        if change.due_on is not None and change.due_on < deed.tracked_from:
            raise RuleError("due_before_tracking", deed=deed.code, due=change.due_on, since=deed.tracked_from)
        made = [_draft(books, deed, kind, change, on, reason, approval) for kind in change.kinds()]
        if change.due_on not in (None, deed.state.plan.due) and not (line(change.basis, "basis") or line(approval, "approval")):
            raise RuleError("due_needs_basis", deed=deed.code, due=change.due_on)
        return [draft for draft in made if on is not None or not _holds(deed, draft)]

    return _write(books, deeds, chain.from_iterable(together.each(deeds, drafted)))


def _holds(deed: Deed, draft: Entry) -> bool:
    """Whether all that a plan entry says, or a proposal for one, is so already."""
    kind = draft.proposes or draft.kind
    last = getattr(deed.state, kind)
    if last is None:
        return kind == journal.TARGET and draft.target is None and draft.wording is None
    return all(getattr(draft, name) == getattr(last, name) for name in FACTS[kind])


def _check_basis(deed: Deed, change: PlanChange) -> None:
    """A basis stands in the schedule and nowhere else: beside other changes it would be lost."""
    if line(change.basis, "basis") and journal.SCHEDULE not in change.kinds():
        raise RuleError("basis_of_due", deed=deed.code)


def _check_fixed(books: Books, deed: Deed, change: PlanChange, reason: str | None, approval: str | None) -> None:
    promised = change.lead or set(change.kinds()) & {journal.SCHEDULE, journal.TARGET}
    if deed.state.baseline is None or not promised:
        return
    if books.actor.role != access.OFFICE:
        raise RuleError("plan_fixed", deed=deed.code)
    if not (reason and approval):
        raise RuleError("plan_fixed_office", deed=deed.code)


def _draft(
    books: Books, deed: Deed, kind: str, change: PlanChange, on: date | None, reason: str | None, approval: str | None,
    **more,
) -> Entry:  # fmt: skip
    """The whole fact of a kind as it will hold: what changes over what is there."""
    state = deed.state
    common = {"reason": note(reason, "reason"), "approval": line(approval, "approval"), **more}
    if kind == journal.OWNERS:
        last = state.owners
        lead = change.lead or (last.lead if last else deed.announced_by)
        verifier = change.verifier or (last.verifier if last else None)
        if verifier == lead:
            may_choose = access.reach(books.actor, "decide") is not None
            raise RuleError("verifier_is_lead" if may_choose else "lead_is_verifier", deed=deed.code, agency=lead)
        if lead in (change.supporters or ()):
            raise RuleError("supporter_is_lead", deed=deed.code, agency=lead)
        supporters = change.supporters if change.supporters is not None else (last.supporters if last else ())
        values = {
            "lead": lead,
            "supporters": tuple(code for code in dict.fromkeys(supporters) if code != lead),
            "verifier": verifier,
            "responsible": line(_over(change.responsible, last, "responsible"), "responsible"),
            "leader": line(_over(change.leader, last, "leader"), "leader"),
        }
    elif kind == journal.SCHEDULE:
        last = state.schedule
        points = change.points if change.points is not None else (last.points if last else ())
        start, due = _over(change.start_on, last, "start_on"), _over(change.due_on, last, "due_on")
        if change.points is None:
            points = tuple(p for p in points if start and due and start <= p[0] <= due)
        basis = change.basis or (last.basis if last and last.due_on == due else None)
        values = {"start_on": start, "due_on": due, "points": tuple(sorted(points)), "basis": line(basis, "basis")}
        lifecycle.check_schedule(lifecycle.Schedule(start, due, values["points"]))
    else:
        last = state.target
        direction = _direction(change, last)
        if direction not in DIRECTIONS:
            raise RuleError("direction_unknown", word=direction, choices=" ".join(DIRECTIONS))
        values = {
            "target": None if direction == "qualitative" else _over(change.target, last, "target"),
            "unit": line(_over(change.unit, last, "unit"), "unit"),
            "direction": direction,
            "wording": note(_over(change.wording, last, "wording"), "target"),
        }
        if direction != "qualitative" and values["target"] is None:
            raise RuleError("target_needs_number", deed=deed.code)
    return books.draft(kind, deed.code, on, **values, **common)


def _direction(change: PlanChange, last: Entry | None) -> str:
    """Which way a target is meant: as said, else as before of the same unit, else a share or at least."""
    if change.direction is not None:
        return change.direction
    if change.target is None:
        return last.direction if last else "qualitative"
    if last is not None and last.target is not None and change.unit in (None, last.unit):
        return last.direction
    return "ratio" if change.unit == "%" else ">="


def _over(new, last: Entry | None, name: str):
    return new if new is not None else (getattr(last, name) if last else None)


def _write(books: Books, deeds: Sequence[Deed], drafts: Iterable[Entry]) -> list[Written]:
    made = books.write(list(drafts), {deed.code: deed.id for deed in deeds})
    by_deed: dict[str, list[Entry]] = {}
    for entry in made:
        by_deed.setdefault(entry.deed, []).append(entry)
    return [deed.written(by_deed[deed.code]) for deed in deeds if deed.code in by_deed]


def baseline(
    books: Books, deeds: Sequence[Deed], *, approval: str | None = None, words: str | None = None
) -> list[Written]:
    """定账: fix the plan of some deeds, all or none; those already fixed are passed over. Raises NotAllowed, RuleError, Several."""
    access.require_role(books.actor, "baseline")
    together.each(deeds, Deed.check_open)
    free = [deed for deed in deeds if deed.state.baseline is None]
    drafts = [
        books.draft(journal.BASELINE, deed.code, approval=line(approval, "approval"), note=note(words, "note"))
        for deed in free
    ]
    return _write(books, free, drafts)


def propose(books: Books, deed: Deed, what: str, change: PlanChange, *, reason: str) -> Written:
    """Ask the office to change a promise.

    `what`: schedule, target or owners (with the wished values in `change`),
    suspension, termination or resumption. Raises NotAllowed, RuleError.
    """
    access.require(books.actor, "propose", deed.code, deed.lead)
    deed.check_open()
    if not note(reason, "reason"):
        raise RuleError("reason_missing", deed=deed.code)
    if what in BECOMES:
        draft = books.draft(
            journal.PROPOSAL, deed.code, proposes=what, reason=note(reason, "reason"), speaker=deed.lead
        )
        _check_move(books, deed, what)
    else:
        if what not in change.kinds():
            raise RuleError("nothing_proposed", deed=deed.code)
        _check_basis(deed, change)
        values = _draft(books, deed, what, change, None, reason, None)
        draft = replace(values, kind=journal.PROPOSAL, proposes=what, agency=deed.lead,
                        typed_by=None if books.actor.agency == deed.lead else books.actor.agency)  # fmt: skip
        if _holds(deed, draft):
            raise RuleError("proposal_same", deed=deed.code)
    asked = next((each for each in deed.state.proposals if _about(each.proposes) == _about(what)), None)
    if asked is not None:
        raise RuleError("proposal_waits", deed=deed.code, number=asked.number)
    return _write(books, [deed], [draft])[0]


def _about(what: str) -> str:
    """What a proposal is about: one of a plan fact waits at a time, and one for the status."""
    return "status" if what in BECOMES else what


def _check_move(books: Books, deed: Deed, what: str) -> None:
    before, after = deed.state.standing_status, BECOMES[what]
    if deed.state.closed_out:
        raise RuleError("closed_out", deed=deed.code)
    if what == RESUMPTION and before not in lifecycle.STOPPED:
        raise RuleError("nothing_to_resume", deed=deed.code, before=before or lifecycle.UNREPORTED)
    if before == after:
        raise RuleError("stopped_already", deed=deed.code, before=before)
    if before in lifecycle.STOPPED and after in lifecycle.STOPPED:
        raise RuleError("stopped_otherwise", deed=deed.code, before=before, after=after)
    if not lifecycle.can_move(before, after):
        choices = lifecycle.next_statuses(before)
        raise RuleError("move_impossible", before=before, after=after, day=books.now.today, deed=deed.code, choices=choices)


def decide(books: Books, number: int, approve: bool, *, approval: str | None = None, reason: str | None = None) -> Written:
    """Approve (the change then holds, with the approval reference) or decline an open proposal.

    Raises NotAllowed, NotFound, RuleError.
    """
    access.require_role(books.actor, "decide")
    proposal = entries.by_number(books.connection, number)
    if proposal is None or proposal.kind != journal.PROPOSAL:
        raise NotFound("proposal_unknown", number=number)
    deed = find(books.connection, proposal.deed)
    if proposal not in deed.state.proposals:
        raise NotFound("proposal_not_open", number=number, deed=deed.code)
    if approve and not line(approval, "approval"):
        raise RuleError("approval_missing", number=number)
    if not approve and not note(reason, "reason"):
        raise RuleError("decline_needs_reason", number=number)
    if approve and (drop := deed.state.drop) is not None:
        raise RuleError("proposal_of_dropped", number=number, deed=deed.code, drop=drop.number)
    decision = books.draft(
        journal.DECISION,
        deed.code,
        about=number,
        verdict=journal.APPROVE if approve else journal.DECLINE,
        approval=line(approval, "approval"),
        reason=note(reason, "reason"),
    )
    drafts = [decision]
    if approve:
        drafts.append(_carried_out(books, deed, proposal, line(approval, "approval")))
    return _write(books, [deed], drafts)[0]


def _carried_out(books: Books, deed: Deed, proposal: Entry, approval: str | None) -> Entry:
    """The entry that an approved proposal becomes, bearing its reason and the approval.

    It changes what the proposal asked to change, and leaves what was changed otherwise meanwhile.
    """
    if proposal.proposes in BECOMES:
        status, state = BECOMES[proposal.proposes], deed.state
        if not lifecycle.can_move(state.standing_status, status):
            raise RuleError("proposal_overtaken", deed=deed.code, number=proposal.number, before=state.standing_status, after=status)
        draft = books.draft(
            journal.PROGRESS, deed.code, speaker=deed.lead, about=proposal.number, reason=proposal.reason,
            approval=approval, status=status, progress=implied(state, status), quantity=state.quantity,
        )  # fmt: skip
        moves.check(deed.entries, adding=replace(draft, number=deed.state.last_number + 1))
        return draft
    then = getattr(journal.fold(deed.entries, known_at=proposal.number - 1), proposal.proposes)
    names = [field.name for field in fields(PlanChange)]
    wished = {name: getattr(proposal, name) for name in names}
    changed = {name: value for name, value in wished.items() if value != (getattr(then, name) if then else None)}
    change = PlanChange(**{name: value for name, value in changed.items() if value != () or then})
    return _draft(books, deed, proposal.proposes, change, None, proposal.reason, approval, about=proposal.number)
