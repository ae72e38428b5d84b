"""How sure the program is of a commitment, in a word, and why it is not surer."""

from __future__ import annotations

from tracker.article.candidates import Candidate

SURE, LIKELY, CHECK = "sure", "likely", "check"
LARGE = 100
"""Deeds without a name from which on a count asks for a second look: each of them would be tracked."""


def weigh(candidate: Candidate) -> None:
    """Set `confidence` and `notes` (keys of the catalogue), the gravest first."""
    grave: list[str] = []
    light: list[str] = []
    if candidate.owner is None:
        grave.append("owner_missing")
    elif candidate.owner.code is None:
        light.append("owner_unknown")
    if candidate.owner is not None and candidate.owner_far:
        light.append("owner_from_before")
    if candidate.owner is not None and candidate.owner.generic:
        light.append("owner_inferred")
    if candidate.weak and not candidate.items:
        light.append("no_number")
    if candidate.present:
        light.append("present")
    if candidate.fields and candidate.declared:
        light.append("fields_not_items")
    if candidate.declared is not None and len(candidate.items) > candidate.declared:
        grave.append("more_than_declared")
    if candidate.summed:
        grave.append("summed")
    if (candidate.declared or 0) >= LARGE and not candidate.items:
        grave.append("large")
    if candidate.approximate:
        light.append("approximate")
    if any(item.quantity is not None and item.quantity.rough for item in candidate.items):
        light.append("about")
    candidate.confidence = CHECK if grave else LIKELY if light else SURE
    candidate.notes = grave + light
