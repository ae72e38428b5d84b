"""What the lead agency says: report, confirm."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from tracker import access, journal, lifecycle, moves, quantities
from tracker.deeds.books import Books, Written
from tracker.deeds.lookup import Deed, find
from tracker.errors import Conflict, RuleError
from tracker.journal import Entry
from tracker.plaintext import line, none, note


def report(books: Books, code: str, **said: Any) -> Written:
    """Enter the progress of a deed; `said` is what `report_draft` takes.

    Raises NotFound, NotAllowed, RuleError, Conflict.
    """
    deed = find(books.connection, code)
    return _written(books, deed, report_draft(books, deed, **said))


def report_draft(
    books: Books,
    deed: Deed,
    *,
    status: str | None = None,
    progress: int | None = None,
    quantity: Decimal | None = None,
    unit: str | None = None,
    words: str | None = None,
    stage: str | None = None,
    difficulty: str | None = None,
    ask: str | None = None,
    ask_of: str | None = None,
    expected_on: date | None = None,
    on: date | None = None,
    reason: str | None = None,
    approval: str | None = None,
    evidence: Sequence[tuple[str, str]] = (),
    cleared: Collection[str] = (),
    uid: str = "",
    shown: int | None = None,
) -> Entry:
    """The progress entry that a lead's word comes to, checked and not yet written.

    What is not given holds as last reported on the day `on`: the status; the
    stage while the status stays; the difficulty until the deed is blocked no
    more, completed, suspended or terminated; what is asked for and the expected
    day until one of the last three; the quantity until another is told or, where
    nothing in numbers is asked for, while the progress stays. An empty text or
    a word for none (无) clears, the expected day where it is among the `cleared`
    ("expected_on"). The words, the reason and the approval are of one report
    alone. Where the deed
    has a numeric target, the quantity gives the progress, and one that says
    otherwise is refused; so is one in another `unit`. `shown` is the
    sequence number that a form showed; if its report has moved on since,
    nothing is drafted. If there is an entry with this `uid` already, it is
    returned as it stands.

    Raises NotAllowed, RuleError, Conflict.
    """
    access.require(books.actor, "report", deed.code, deed.lead)
    deed.check_open()
    if uid and (known := next((e for e in deed.entries if e.uid == uid), None)):
        return known
    _check_shown(deed, shown)
    books.check_day(on, deed.tracked_from, deed.code)
    _check_closed(deed, on or books.now.today)
    state = deed.state if on is None else journal.fold(deed.entries, as_of=on)  # a late entry goes on from what held on its day
    last = state.progress
    words, difficulty, ask, reason = (_kept(note, *each) for each in ((words, "note"), (difficulty, "difficulty"), (ask, "ask"), (reason, "reason")))
    stage, ask_of, approval = (_kept(line, *each) for each in ((stage, "stage"), (ask_of, "ask_of"), (approval, "approval")))
    if ask_of and (asked := books.agencies.get(ask_of.upper())):
        ask_of = asked.name  # a code is for typing; what is read has names
    _check_expected(deed.code, expected_on, on or books.now.today, last)
    quantity = quantity if quantity is None else _measured(deed.code, state, quantity, unit)
    if quantity is None and status == lifecycle.COMPLETED != state.standing_status:
        _check_standing(deed.code, state)
    if progress is not None:
        lifecycle.check_range(progress, deed.code)
    progress = _progress(deed.code, state, progress, quantity, status)
    if status is None and state.standing_status == lifecycle.COMPLETED and progress is not None and 0 <= progress < 100:
        raise RuleError("completed_already", deed=deed.code, progress=progress)
    status = status or _status(state, progress, quantity)
    if status is None:
        raise _statusless(deed.code, progress, quantity)
    if progress == 100 and quantity is not None and status in lifecycle.GOING_ON:
        raise RuleError("quantity_reached", deed=deed.code, quantity=f"{quantity:f}")
    if progress is None:
        progress = implied(state, status)
    elif quantity is None and status in lifecycle.GOING_ON:
        _check_reckoned(deed.code, state, progress)
    lifecycle.check_progress(status, progress, deed.code)
    if status == lifecycle.COMPLETED and deed.state.title is None:
        raise RuleError("unnamed_not_completed", deed=deed.code)
    same = last is not None and last.status == status
    if same:
        stage = last.stage if stage is None else stage
    if same or (last is not None and not {last.status, status} & set(lifecycle.FINISHED)):
        if same or last.status != lifecycle.BLOCKED:
            difficulty = last.difficulty if difficulty is None else difficulty
        if "expected_on" not in cleared:
            expected_on = expected_on or last.expected_on
    if last is not None and quantity is None and (quantities.in_numbers(state.target) or progress == last.progress):
        quantity = state.quantity
    ask, ask_of = _asking(deed.code, None if status in lifecycle.FINISHED else last, ask, ask_of)
    draft = books.draft(
        journal.PROGRESS,
        deed.code,
        on,
        speaker=deed.lead,
        uid=uid,
        status=status,
        progress=progress,
        quantity=quantity,
        note=words or None,
        stage=stage or None,
        difficulty=difficulty or None,
        ask=ask or None,
        ask_of=ask_of or None,
        expected_on=expected_on,
        reason=reason or None,
        approval=approval or None,
        evidence=tuple(evidence),
    )
    numbered = journal.changed(draft, number=deed.state.last_number + 1)
    _check_decided(books, deed, numbered)
    moves.check(deed.entries, adding=numbered)
    if status == lifecycle.BLOCKED and not difficulty:
        raise RuleError("blocked_needs_difficulty", deed=deed.code)
    return draft


def _kept(how: Callable[[str, str], str | None], text: str | None, what: str) -> str | None:
    """A text that was given as it is kept, empty where it is or says that there is none; None if it was not given."""
    return None if text is None else "" if none(text) else how(text, what) or ""


def _asking(code: str, last: Entry | None, ask: str | None, ask_of: str | None) -> tuple[str | None, str | None]:
    """What is asked for and of whom: as before while nothing else is said; another ask is not of the same by itself."""
    before = (last.ask, last.ask_of) if last else (None, None)
    ask = before[0] if ask is None else ask
    if not ask:
        if ask_of:
            raise RuleError("ask_missing", deed=code, ask_of=ask_of)
        return None, None
    return ask, before[1] if ask_of is None and ask == before[0] else ask_of


def moved_on(then: journal.State, now: journal.State) -> bool:
    """Whether what a form showed of a deed holds no more: its report, or what was found about it.

    A name or a deadline given meanwhile, or a reminder, does not make a report out of date.
    """
    return then is not now and any(getattr(then, fact) != getattr(now, fact) for fact in ("progress", "finding"))


def _check_shown(deed: Deed, shown: int | None) -> None:
    if shown is None or shown == deed.state.seq:
        return
    then = journal.fold(e for e in deed.entries if (e.seq or 0) <= shown)
    if shown > deed.state.seq or moved_on(then, deed.state):
        raise Conflict("changed_meanwhile", deed=deed.code)


def _check_expected(code: str, expected: date | None, day: date, last: Entry | None) -> None:
    """A day that is newly expected is not past already; one said before may have passed since."""
    if expected is not None and expected < day and expected != (last.expected_on if last else None):
        raise RuleError("expected_past", deed=code, expected=expected, day=day)


def _progress(code: str, state: journal.State, progress: int | None, quantity: Decimal | None, status: str | None) -> int | None:
    """The progress that is reported: what a quantity comes to, where it can be held against a target."""
    target = state.target
    if quantity is None or target is None:
        return progress
    if target.target is None:
        if target.wording is None:  # it was taken back
            return progress
        raise RuleError("quantity_not_counted", deed=code)
    values = _against(code, target, quantity)
    missed = quantities.misses(target, quantity)
    if missed and status == lifecycle.COMPLETED:
        raise RuleError("quantity_short" if quantities.gives_progress(target) else "quantity_over", **values)
    if not quantities.gives_progress(target):
        return progress
    # What is all there may still wait for its acceptance: then 99 is as far as it goes.
    also = quantities.reckoned(target, quantity)
    reached = also if missed else 100
    if progress not in (None, reached, also):
        raise RuleError("quantity_disagrees", **values, reached=reached, progress=progress)
    return reached if progress is None else progress


def _check_reckoned(code: str, state: journal.State, progress: int) -> None:
    """Raise RuleError for a progress that is not what the quantity that counts comes to; all of it may have been reached."""
    quantity, target = state.quantity, state.target
    if quantity is None or not quantities.gives_progress(target):
        return
    reached = quantities.reckoned(target, quantity)
    if progress != reached and (progress != 100 or quantities.misses(target, quantity)):
        day = state.counted.effective_on
        raise RuleError("standing_disagrees", **_against(code, target, quantity), reached=reached, progress=progress, day=day)


def _against(code: str, target: Entry, quantity: Decimal) -> dict[str, str]:
    return {"deed": code, "quantity": f"{quantity:f}", "target": f"{target.target:f}{target.unit or ''}"}


def _check_standing(code: str, state: journal.State) -> None:
    """A completion that names no quantity is of the one that counts: raise RuleError where that misses the target, and a new one is to be given."""
    quantity, target = state.quantity, state.target
    if quantity is not None and quantities.in_numbers(target) and quantities.misses(target, quantity):
        key = "standing_short" if quantities.gives_progress(target) else "standing_over"
        raise RuleError(key, **_against(code, target, quantity), day=state.counted.effective_on)


def uncounted(state: journal.State) -> bool:
    """Whether a deed is reported completed that had something in numbers to reach, and no number was ever told."""
    return state.standing_status == lifecycle.COMPLETED and quantities.in_numbers(state.target) and state.quantity is None


def _status(state: journal.State, progress: int | None, quantity: Decimal | None) -> str | None:
    """The status that a bare progress or note leaves as it is: the last one, begun if there was none."""
    last = state.standing_status
    begun = progress not in (None, 0, 100) or (progress == 0 and bool(quantity))  # 8 of 3000 is a beginning
    return lifecycle.IN_PROGRESS if begun and last in (None, lifecycle.NOT_STARTED) else last


def _statusless(code: str, progress: int | None, quantity: Decimal | None) -> RuleError:
    """What to add to a first report from which no status follows; nothing of it is to be typed again otherwise."""
    if quantity is not None:
        key = "quantity_reached" if progress == 100 else "quantity_without_status"
        return RuleError(key, deed=code, quantity=f"{quantity:f}")
    if progress in (0, 100):
        return RuleError(f"progress_{progress}_without_status", deed=code)
    return RuleError("nothing_reported", deed=code)


def checked(code: str, state: journal.State, quantity: Decimal, unit: str | None, status: str) -> Decimal:
    """A quantity in the unit of the target. Raises RuleError for one that no report of that status may have."""
    quantity = _measured(code, state, quantity, unit)
    if _progress(code, state, None, quantity, status) == 100 and status != lifecycle.COMPLETED:
        raise RuleError("quantity_reached", deed=code, quantity=f"{quantity:f}")
    return quantity


def _measured(code: str, state: journal.State, quantity: Decimal, unit: str | None) -> Decimal:
    """A quantity in the unit of the target; without one to hold it against, its unit would be lost. Raises RuleError."""
    target = state.target
    if not quantities.in_numbers(target):
        if unit is not None:
            raise RuleError("quantity_unit_lost", deed=code, unit=unit)
        return quantity
    found = quantities.converted(quantity, unit, target.unit or ("%" if target.direction == "ratio" else None))
    values = _against(code, target, quantity)
    if found is None:
        raise RuleError("quantity_unit", deed=code, unit=unit, target=values["target"])
    if unit is None and quantities.ambiguous(quantity, target, target.unit):
        raise RuleError("quantity_measure", **values, unit=target.unit or "%")
    return found


def implied(state: journal.State, status: str) -> int | None:
    """The progress of a report that says its status alone."""
    if status == lifecycle.COMPLETED:
        return 100
    if status == lifecycle.NOT_STARTED:
        return 0
    if status in lifecycle.GOING_ON and state.quantity is not None and quantities.gives_progress(state.target):
        return quantities.reckoned(state.target, state.quantity)
    return state.standing_progress if state.standing_progress != 100 else None


def _check_closed(deed: Deed, on: date) -> None:
    """A closed-out deed is reopened by its verifier only; what came before its completion may still be entered."""
    state = deed.state
    if state.closed_out and (on, state.last_number + 1) > state.progress.order:
        raise RuleError("closed_out", deed=deed.code)


_ASKS = {lifecycle.SUSPENDED: "suspend", lifecycle.TERMINATED: "terminate", lifecycle.IN_PROGRESS: "resume"}


def _check_decided(books: Books, deed: Deed, adding: Entry) -> None:
    """Once the books are fixed, the office decides whether a deed stops or goes on again; its agency asks for that."""
    decides = access.reach(books.actor, "decide") is not None
    if deed.state.baseline is not None and not decides and moves.stops(deed.entries, adding):
        raise RuleError("stop_fixed", deed=deed.code, after=adding.status, asked=_ASKS[adding.status])


def confirm(books: Books, code: str, **said: Any) -> Written:
    """Confirm that nothing has changed; `said` is what `confirm_draft` takes. Raises as `report`."""
    deed = find(books.connection, code)
    return _written(books, deed, confirm_draft(books, deed, **said))


def confirm_draft(
    books: Books, deed: Deed, *, on: date | None = None, words: str | None = None, uid: str = "", shown: int | None = None
) -> Entry:
    """The entry that nothing has changed: no new status, but not silent. Checked, not yet written.

    `uid` and `shown` as for `report_draft`. Raises as that does; RuleError if
    nothing was reported by that day, or the report was rejected: that wants another.
    """
    access.require(books.actor, "confirm", deed.code, deed.lead)
    deed.check_open()
    if uid and (known := next((e for e in deed.entries if e.uid == uid), None)):
        return known
    books.check_day(on, deed.tracked_from, deed.code)
    state = deed.state if on is None else journal.fold(deed.entries, as_of=on)
    if deed.state.progress is None:
        raise RuleError("nothing_to_confirm", deed=deed.code)
    if state.progress is None:
        first = next(each for each in journal.live(deed.entries) if each.kind == journal.PROGRESS)
        raise RuleError("nothing_to_confirm_then", deed=deed.code, day=on, first=first.effective_on)
    if state.verdict == journal.REJECT:
        raise RuleError("confirm_rejected", deed=deed.code, words=state.finding.note)
    _check_shown(deed, shown)
    return books.draft(journal.CONFIRMATION, deed.code, on, speaker=deed.lead, uid=uid, note=note(words, "note"))


def nothing_to_confirm(deed: Deed) -> str | None:
    """Why nothing is to be confirmed of a deed that is meant with others: never reported, finished, or rejected; else None."""
    state = deed.state
    if state.progress is None:
        return "unreported"
    if state.verdict == journal.REJECT:
        return "rejected"
    return "finished" if state.standing_status in lifecycle.FINISHED else None


def _written(books: Books, deed: Deed, draft: Entry) -> Written:
    """Write a draft; one that was written before (it has a number) is only shown again."""
    if draft.number:
        return Written((draft,), deed.state, deed.state)
    return deed.written(books.write([draft], {deed.code: deed.id}))
