"""A state as a row of the table `current`: what lists and summaries need without folding."""

from __future__ import annotations

from typing import Any

from tracker import lifecycle
from tracker.journal import State


def row(state: State, rules: lifecycle.RuleSet = lifecycle.LIGHTS_1) -> dict[str, Any]:
    """The row of `current` for a state: what lists and summaries need, nothing that depends on a clock."""
    lamp = lifecycle.lamp(state.rating, rules)
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
        "lamp_fixed": lamp.fixed,
        "red_from": lamp.red_from,
        "yellow_from": lamp.yellow_from,
        "lamp_rest": lamp.rest,
        "heeds_silence": lamp.heeds_silence,
    }
