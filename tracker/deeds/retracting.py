"""Taking back what was entered. The entry stays in the journal; it no longer counts from now on."""

from __future__ import annotations

from tracker import access, entries, journal, lifecycle, moves
from tracker.database import numbered
from tracker.deeds.books import Books, Written
from tracker.deeds.items import fulfilled
from tracker.deeds.lookup import Deed, find
from tracker.errors import NotAllowed, NotFound, RuleError
from tracker.journal import Entry
from tracker.models import item_deed
from tracker.plaintext import line, note


def retract(
    books: Books, code: str, number: int | None = None, *, reason: str | None = None, approval: str | None = None
) -> Written:
    """Take back an entry: the one of that number, else the actor's own last one on the deed.

    A retraction cannot be retracted, nor can what an import wrote. A finding
    is taken back by the agency that found it, and a verifier takes back nothing else. What the baseline fixed and what
    was approved needs a reason and an approval, from the office; what may be
    written without one after the baseline, as a name, may be taken back so. An
    approved change takes its approval with it, and the proposal waits again. What was
    checked or decided stays while the finding or the decision does. The
    name of an addition goes only with the addition, which is dropped. Raises NotFound, NotAllowed, RuleError.
    """
    deed = find(books.connection, code)
    chosen = _chosen(books, deed, number)
    _check_may(books, deed, chosen)
    _check_standing(deed, chosen)
    draft = books.draft(
        journal.RETRACTION,
        deed.code,
        about=chosen.number,
        reason=note(reason, "reason"),
        approval=line(approval, "approval"),
    )
    after = deed.expecting(draft).state
    if _on_the_record(deed, chosen, after):
        if books.actor.role != access.OFFICE:
            raise NotAllowed("retract_on_record", deed=deed.code, number=chosen.number, kind=chosen.kind)
        access.require_role(books.actor, "decide")
        if not (line(reason, "reason") and line(approval, "approval")):
            raise RuleError("plan_fixed_retract", deed=deed.code, number=chosen.number)
    _check_after(deed, chosen, after)
    if chosen.kind == journal.DROP and chosen.wording:
        _unlink(books, deed, chosen)
    drafts = [draft]
    if carried_out(chosen):
        drafts += (journal.changed(draft, about=each.number) for each in _about(deed, chosen.about, journal.DECISION))
    return deed.written(books.write(drafts, {deed.code: deed.id}))


def carried_out(entry: Entry) -> bool:
    """Whether it is what an approved proposal became."""
    return entry.kind in journal.APPROVED and entry.about is not None


def _about(deed: Deed, number: int, *kinds: str) -> list[Entry]:
    """What holds of these kinds about an entry."""
    return [each for each in journal.live(deed.entries) if each.about == number and each.kind in kinds]


def deed_of(books: Books, number: int) -> Deed:
    """The deed that an entry is on. Raises NotFound."""
    entry = entries.by_number(books.connection, number)
    if entry is None or entry.deed is None:
        raise NotFound("entry_of_no_deed", number=number)
    return find(books.connection, entry.deed)


def _chosen(books: Books, deed: Deed, number: int | None) -> Entry:
    standing = [e for e in journal.live(deed.entries) if e.door != "import"]
    if number is None:
        # A reminder has gone out: who wants that undone says so by its number. A proposal that was decided is done with.
        decided = {e.about for e in standing if e.kind == journal.DECISION}
        own = [
            e for e in standing
            if books.actor.agency in (e.agency, e.typed_by) and e.kind != journal.REMINDER and e.number not in decided and _may_enter(books, e)
        ]  # fmt: skip
        if not own:
            _check_any(books, deed)
            raise NotFound("nothing_to_undo", deed=deed.code)
        return max(own, key=lambda e: e.number)
    chosen = next((e for e in deed.entries if e.number == number), None)
    if chosen is None:
        raise NotFound("entry_unknown", number=number, deed=deed.code)
    if chosen.kind == journal.RETRACTION:
        raise RuleError("retraction_final", number=number)
    if chosen not in standing:
        raise RuleError("already_retracted", number=number)
    return chosen


def _check_any(books: Books, deed: Deed) -> None:
    """Who may take back nothing on this deed is told so, and who may; not that there is nothing."""
    verifier = deed.state.owners.verifier if deed.state.owners else None
    if not access.may(books.actor, "verify", deed.lead, verifier):
        access.require(books.actor, "retract", deed.code, deed.lead, verifier=verifier)


def _may_enter(books: Books, chosen: Entry) -> bool:
    """Who only checks takes back findings, and not what others of the agency entered."""
    return chosen.kind == journal.FINDING or access.reach(books.actor, "retract") != access.CHECKS


def _check_may(books: Books, deed: Deed, chosen: Entry) -> None:
    if chosen.kind == journal.FINDING:
        access.require(books.actor, "verify", deed.code, deed.lead, verifier=chosen.agency)
        return
    verifier = deed.state.owners.verifier if deed.state.owners else None
    access.require(books.actor, "retract", deed.code, deed.lead, verifier=verifier)
    if not _may_enter(books, chosen):
        raise NotAllowed("retract_findings", number=chosen.number, kind=chosen.kind, deed=deed.code)
    if books.actor.role != access.OFFICE and books.actor.agency not in (chosen.agency, chosen.typed_by):
        raise NotAllowed("retract_not_yours", number=chosen.number, agency=chosen.agency)


def _check_standing(deed: Deed, chosen: Entry) -> None:
    """Raise RuleError for a report that was checked and a proposal that was decided: neither goes from under what it brought about."""
    if chosen.kind == journal.PROGRESS and (found := _about(deed, chosen.number, journal.FINDING)):
        last = found[-1]
        if deed.state.closed_out and chosen is deed.state.progress:
            raise RuleError("closed_out", deed=deed.code)
        raise RuleError("checked_stays", deed=deed.code, number=chosen.number, finding=last.number, agency=last.agency, verdict=journal.found(last.verdict, chosen.status))
    if chosen.kind == journal.PROPOSAL and (made := _about(deed, chosen.number, journal.DECISION)):
        raise RuleError("decided_stays", deed=deed.code, number=chosen.number, decision=made[-1].number, verdict=made[-1].verdict)


def _on_the_record(deed: Deed, chosen: Entry, after: journal.State) -> bool:
    """Whether an entry is taken back by the office only, with a reason and an approval."""
    before = deed.state
    if chosen.kind == journal.BASELINE or carried_out(chosen):
        return True
    if before.baseline is None or chosen.kind not in (*journal.PLAN, journal.PROGRESS, journal.DROP):
        return False
    if chosen.kind == journal.PROGRESS:
        return moves.stops(deed.entries, chosen)
    # An entry since the baseline without an approval changed no promise; but taken back it may uncover another lead.
    fixed = chosen.number < before.baseline.number or chosen.approval is not None
    return fixed or (before.owners and before.owners.lead) != (after.owners and after.owners.lead)


def _check_after(deed: Deed, chosen: Entry, after: journal.State) -> None:
    """Raise RuleError where the rules would not hold without the entry."""
    before = deed.state
    if chosen.kind in (journal.PROGRESS, journal.FINDING):
        moves.check(deed.entries, retracting=chosen.number)
    if before.title and not after.title:
        if after.status == lifecycle.COMPLETED:
            raise RuleError("unnamed_not_completed", deed=deed.code)
        if deed.entries[0].door != "import":  # nothing announced it as a number: without its name it would be nothing
            raise RuleError("retract_addition", deed=deed.code, title=before.title.title)
    if after.owners is None:
        raise RuleError("retract_owners", deed=deed.code, number=chosen.number)
    if chosen.kind == journal.DECISION and (carried := _about(deed, chosen.about, *journal.APPROVED)):
        raise RuleError("retract_decision", number=chosen.number, carried=carried[0].number, deed=deed.code)


def _unlink(books: Books, deed: Deed, drop: Entry) -> None:
    """The items of a deed that is no longer dropped are fulfilled by it alone again, however far they went along."""
    position = entries.head(books.connection).number + 1
    held = fulfilled(books.connection, deed.id)
    while drop is not None and drop.wording:
        other = find(books.connection, drop.wording)
        rows = ({"item_id": each, "deed_id": other.id, "position": position, "linked": False} for each in held)
        numbered(books.connection, item_deed, rows)
        drop = other.state.drop
