"""The parts of a file as values of the columns that keep them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from tracker import called
from tracker.called import Names
from tracker.proposal import Commitment, Item, Proposal, Source


def of_source(part: Source) -> dict[str, Any]:
    return {
        "title": part.title,
        "publisher": part.publisher,
        "published_on": part.published_on,
        "year": part.year,
        "year_basis": part.year_basis,
        "sha256": part.sha256,
        "url": part.url,
    }


def of_mentions(proposal: Proposal) -> Iterator[dict[str, Any]]:
    """What the file mentions and does not track, in its order."""
    for kind, parts in (("context", proposal.context), ("left_out", proposal.left_out)):
        for part in parts:
            start, end = part.place or (None, None)
            yield {
                "kind": kind,
                "name": part.name,
                "agency": part.agency or part.agency_name,
                "span_start": start,
                "span_end": end,
                "reason": part.reason or "",
            }


def of_commitment(part: Commitment) -> dict[str, Any]:
    start, end = part.place or (None, None)
    starts = part.starts
    return {
        "agency": part.agency,
        "name": part.name,
        "kind": part.kind,
        "declared": part.declared,
        "approximate": part.approximate,
        "fields": list(part.fields),
        "joint": list(part.joint),
        "theme": part.theme,
        "start_year": starts.year if starts else None,
        "start_month": starts.month if starts else None,
        "start_day": starts.day if starts else None,
        "due_on": part.due,
        "due_basis": part.due_basis,
        "span_start": start,
        "span_end": end,
        "pattern": part.pattern,
        "confidence": part.confidence,
        "reason": part.reason,
    }


def of_item(part: Commitment, named: Item | None) -> dict[str, Any]:
    """An item of a commitment; `named` None is one that is only counted, or the single one that bears its name."""
    title, place, quantity, unit, due, lead, joint = None, None, None, None, part.due, part.agency, part.joint
    if named is not None:
        title, place, due = named.title, named.place, named.due or part.due
        lead, joint = named.agency or lead, named.joint or (joint if named.agency in (None, part.agency) else ())
        if named.target is not None:
            quantity, unit = Decimal(named.target.quantity), named.target.unit
    elif not part.items and part.declared is None:
        title, place = part.name, part.place
    start, end = place or (None, None)
    return {
        "title": title, "span_start": start, "span_end": end, "quantity": quantity, "unit": unit, "due_on": due,
        "agency": lead, "joint": list(joint),
    }  # fmt: skip


def supporters(joint: Iterable[str], lead: str | None, known: Names) -> tuple[str, ...]:
    """The codes of those who help, of the joint owners as a file writes them; nobody supports what they lead."""
    codes = dict.fromkeys(called.exactly(known, word) for word in joint)
    return tuple(code for code in codes if code not in (None, lead))


def direction(named: Item | None) -> str:
    """Whether the target of an item is the least or the most there may be."""
    return named.target.direction if named is not None and named.target is not None else ">="


def due_basis(part: Commitment, named: Item | None) -> str | None:
    """What the due day of an item rests on."""
    return named.due_basis if named is not None and named.due else part.due_basis
