"""A journal as rows of the tables `current` and `span`: what lists and summaries need without folding."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tracker import journal, lifecycle
from tracker.journal import Entry, State


def row(state: State, rules: lifecycle.RuleSet = lifecycle.LIGHTS_1) -> dict[str, Any]:
    """The row of `current` for a state: what lists and summaries need, nothing that depends on a clock."""
    progress, owners, original = state.progress, state.owners, state.original_schedule
    return {
        "seq": state.seq,
        "last_number": state.last_number,
        "last_effective_on": state.last_effective_on,
        "lead": owners.lead if owners else None,
        "verifier": owners.verifier if owners else None,
        "title": state.title.title if state.title else None,
        "dropped": state.drop is not None,
        "fixed": state.baseline is not None,
        "start_on": state.plan.start,
        "due_on": state.plan.due,
        "original_due_on": original.due_on if original else None,
        "status": state.status,
        "progress": state.reported_progress,
        "standing_status": state.standing_status,
        "standing_progress": state.standing_progress,
        "progress_number": progress.number if progress else None,
        "progress_on": progress.effective_on if progress else None,
        "handed_in_on": state.handed_in_on,
        "verdict": state.verdict,
        "closed_out": state.closed_out,
        "difficulty": progress.difficulty if progress else None,
        "stage": progress.stage if progress else None,
        "expected_on": progress.expected_on if progress else None,
        "open_proposals": len(state.proposals),
        "open_instructions": len(state.instructions),
        **_lamp(state, rules),
    }


def spans(
    entries: Sequence[Entry], last: State, tracked_from: date, announcer: str | None, rules: lifecycle.RuleSet = lifecycle.LIGHTS_1
) -> list[dict[str, Any]]:
    """The rows of `span` for the journal of one deed, in order: from its first day on, one for each day that brought a change.

    `last` is the state that all entries make.
    """
    days = sorted({tracked_from, *(e.effective_on for e in entries if e.effective_on > tracked_from)})
    rows: list[dict[str, Any]] = []
    for day in days:
        state = last if day == days[-1] else journal.fold(entries, day)
        held = {
            "tracked_from": tracked_from,
            "lead": state.owners.lead if state.owners else announcer,
            "dropped": state.drop is not None,
            "named": state.title is not None,
            "dated": state.plan.due is not None,
            "status": state.status,
            "handed_in_on": state.handed_in_on,
            "open_proposals": len(state.proposals),
            **_lamp(state, rules),
        }
        if rows and held.items() <= rows[-1].items():
            continue
        if rows:
            rows[-1]["until_on"] = day
        rows.append({"from_on": day, "until_on": None, **held})
    return rows


def _lamp(state: State, rules: lifecycle.RuleSet) -> dict[str, Any]:
    lamp = lifecycle.lamp(state.rating, rules)
    return {
        "lamp_fixed": lamp.fixed,
        "red_from": lamp.red_from,
        "yellow_from": lamp.yellow_from,
        "lamp_rest": lamp.rest,
        "heeds_silence": lamp.heeds_silence,
    }
