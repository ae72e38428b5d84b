"""What the verifying agency found, and where reported, computed and found differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from tracker import access, journal, lifecycle, quantities
from tracker.deeds.books import Books, Written
from tracker.deeds.lookup import Deed, find
from tracker.deeds.reporting import uncounted
from tracker.errors import NotAllowed, RuleError
from tracker.plaintext import note


def verify(
    books: Books, code: str, confirm: bool, *, words: str | None = None, evidence: Sequence[tuple[str, str]] = ()
) -> Written:
    """Enter what was found about the latest progress entry of a deed: confirmed or rejected.

    Nothing is written if the same agency found the same already. It never changes what was reported. A rejection says why; of a closed-out
    deed it is the only way to reopen it. Nobody verifies their own; what was
    only typed for the lead is the lead's (see `typed_here`). Raises
    NotFound, NotAllowed, RuleError.
    """
    found = find(books.connection, code)
    state = found.state
    verifier = state.owners.verifier if state.owners else None
    access.require(books.actor, "verify", found.code, found.lead, verifier=verifier)
    if state.progress is None:
        raise RuleError("nothing_to_verify", deed=found.code)
    if state.progress.agency == books.actor.agency:  # it led the deed when it reported
        raise NotAllowed("verify_own", deed=found.code, verifier=verifier, lead=state.progress.agency)
    found.check_open()
    said = note(words, "note")
    if not confirm and not said:
        raise RuleError("rejection_needs_note", deed=found.code)
    last, verdict = state.finding, journal.CONFIRM if confirm else journal.REJECT
    same = last is not None and (last.agency, last.verdict) == (books.actor.agency, verdict)
    if same and not evidence and said in (None, last.note):
        return found.written([])
    draft = books.draft(
        journal.FINDING,
        found.code,
        about=state.progress.number,
        verdict=verdict,
        note=said,
        evidence=tuple(evidence),
    )
    return found.written(books.write([draft], {found.code: found.id}))


def nothing_to_check(deed: Deed, unfinished: bool = False) -> str | None:
    """Why a deed that is meant with others is not confirmed with them: never reported, sent back or, unless these are meant, unfinished; else None."""
    state = deed.state
    if state.progress is None:
        return "unchecked"
    if state.sent_back:
        return "sent_back"
    return None if unfinished or state.status == lifecycle.COMPLETED else "unfinished"


def typed_here(written: Sequence[Written]) -> list[str]:
    """The deeds of which a report was confirmed by the agency that had typed it for the lead."""
    return [
        made.entry.deed
        for made in written
        if made.entries and made.entry.verdict == journal.CONFIRM and made.before.progress.typed_by == made.entry.agency
    ]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One deed whose facts differ.

    `about`: rejected (found otherwise than reported), red (reported
    unfinished and going on, computed red), late (expected after the due day),
    short (reported completed with a quantity that misses the target), uncounted
    (reported completed without one), ahead or back (reported further, or less
    far, than the quantity comes to: the target was changed since). `counted` is
    the progress that lights are judged by.
    """

    code: str
    title: str | None
    agency: str
    about: str
    reported: str
    progress: int | None
    counted: int | None
    light: str
    verdict: str | None
    due_on: date | None
    expected_on: date | None

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def disagreements(deeds: Sequence[Deed], today: date) -> list[Disagreement]:
    """Where reported, computed and found differ, in the order of the deeds."""
    found = []
    for each in deeds:
        state = each.state
        if state.progress is None or state.drop is not None:
            continue
        light = lifecycle.light(state.rating, today)
        for about in _differences(state, light):
            found.append(
                Disagreement(
                    each.code,
                    state.title.title if state.title else None,
                    each.lead,
                    about,
                    state.status,
                    state.reported_progress,
                    state.standing_progress,
                    light.colour,
                    state.verdict,
                    state.plan.due,
                    state.progress.expected_on,
                )
            )
    return found


def _differences(state: journal.State, light: lifecycle.Light) -> Iterator[str]:
    if state.verdict == journal.REJECT:
        yield "rejected"
    if light.colour == lifecycle.RED and state.status in (lifecycle.IN_PROGRESS, lifecycle.NOT_STARTED):  # by the agency, so that a completion sent back is told once
        yield "red"
    expected, due = state.progress.expected_on, state.plan.due
    if expected and due and expected > due and state.status != lifecycle.COMPLETED:
        yield "late"
    yield from by_number(state)


def by_number(state: journal.State) -> Iterator[str]:
    """Where what is reported is not what the quantity comes to: ahead, back, uncounted or short (see Disagreement)."""
    if state.standing_status in lifecycle.GOING_ON and not state.sent_back:
        reported, counted = state.reported_progress or 0, state.standing_progress or 0
        if reported != counted:
            yield "ahead" if reported > counted else "back"
    elif uncounted(state):
        yield "uncounted"
    elif state.standing_status == lifecycle.COMPLETED and quantities.in_numbers(state.target) and quantities.misses(state.target, state.quantity):
        yield "short"
