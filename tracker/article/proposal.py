"""What an article proposes, as frozen records; places are raw character offsets, end exclusive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracker.article.structure import Structure

Place = tuple[int, int]


@dataclass(frozen=True)
class OtherTarget:
    """A further figure of an item; `words` are those of the text."""

    quantity: str
    unit: str
    words: str


@dataclass(frozen=True)
class ProposedItem:
    """A named part. `target_unit` keeps the text's 万 or 亿; `due` is ISO, a year when no finer day is written."""

    title: str
    place: Place
    target_quantity: str | None = None
    target_unit: str | None = None
    due: str | None = None
    due_basis: str | None = None
    """Why it is that day, where the text does not write all of it; the words that name no year, where it is None."""
    lead_agency: str | None = None
    agency: str | None = None
    """The code of `lead_agency`, if the directory knows it."""
    target_most: bool = False
    """The target is the most there may be, not the least."""
    target_place: Place | None = None
    """Where the target stands, when that is not in the title."""
    joint: tuple[str, ...] = ()
    """Who helps with it, where the text says so of this part."""
    others: tuple[OtherTarget, ...] = ()
    """Its further figures, of which none is tracked."""
    aside: tuple[str, ...] = ()
    """The words of its clauses whose day is that of something else."""


@dataclass(frozen=True)
class ProposedCommitment:
    """One commitment. `agency` is a code of the directory or None; `near` lists known agencies with similar names.

    `kind`: list, action_group, project_group, project, activity or measure.
    `confidence`: sure, likely or check; `reason` says why, in the language in
    use. `starts` is (year or None, month, day).
    """

    key: str
    agency: str | None
    agency_name: str | None
    near: tuple[str, ...]
    name: str
    kind: str
    declared_count: int | None
    approximate: bool
    items: tuple[ProposedItem, ...]
    fields: tuple[str, ...]
    joint: tuple[str, ...]
    theme: str | None
    starts: tuple[int | None, int, int] | None
    due: str | None
    due_basis: str | None
    place: Place
    pattern: str
    confidence: str
    reason: str


@dataclass(frozen=True)
class Mention:
    """Something named that is not tracked, and why. An `umbrella` is the whole of which the commitments are parts."""

    name: str
    agency_name: str | None
    place: Place
    reason: str
    umbrella: bool = False


@dataclass(frozen=True)
class Office:
    """The organ that watches over the whole, as the text writes it, and the words that say so."""

    name: str
    place: Place


@dataclass(frozen=True)
class Proposal:
    commitments: tuple[ProposedCommitment, ...]
    context: tuple[Mention, ...]
    left_out: tuple[Mention, ...]
    office: Office | None = None
    """Who coordinates, where the text says so."""
    known: Mapping[str, str] = field(default_factory=dict)
    """The codes of those joint owners and helpers that the directory has, by the name that the text gives them."""
    structure: Structure | None = field(default=None, compare=False, repr=False)
    """The text taken apart, for who shows places of it; None where it has not been kept."""

    @property
    def open_dues(self) -> int:
        """How many deadlines have no day, because the text does not write their year."""
        return sum(
            part.due is None and part.due_basis is not None for one in self.commitments for part in (one.items or (one,))
        )

    def as_json(self) -> dict[str, Any]:
        """Plain data for `--json`."""
        return {
            "commitments": [_commitment(one) for one in self.commitments],
            "context": [_mention(one) for one in self.context],
            "left_out": [_mention(one) for one in self.left_out],
        }


def _commitment(one: ProposedCommitment) -> dict[str, Any]:
    return {
        "key": one.key,
        "agency": one.agency,
        "agency_name": one.agency_name,
        "near_agencies": list(one.near),
        "joint_agencies": list(one.joint),
        "name": one.name,
        "kind": one.kind,
        "declared_count": one.declared_count,
        "approximate": one.approximate,
        "items": [
            {
                "title": item.title,
                "target_quantity": _number(item.target_quantity),
                "target_unit": item.target_unit,
                "targets": _targets(item),
                "due": item.due,
                "due_basis": item.due_basis,
                "lead_agency": item.lead_agency,
                "agency": item.agency,
                "joint_agencies": list(item.joint),
                "span": list(item.place),
            }
            for item in one.items
        ],
        "fields": list(one.fields),
        "theme": one.theme,
        "due": one.due,
        "due_basis": one.due_basis,
        "span": list(one.place),
        "pattern": one.pattern,
        "confidence": one.confidence,
        "reason": one.reason,
    }


def _targets(item: ProposedItem) -> list[dict[str, Any]]:
    """All its figures, the one that is tracked first."""
    first = [(item.target_quantity, item.target_unit)] if item.target_quantity is not None else []
    return [{"quantity": _number(quantity), "unit": unit} for quantity, unit in (*first, *((one.quantity, one.unit) for one in item.others))]


def _number(text: str | None) -> int | float | None:
    if text is None:
        return None
    return float(text) if "." in text else int(text)


def _mention(one: Mention) -> dict[str, Any]:
    return {"name": one.name, "agency_name": one.agency_name, "span": list(one.place), "reason": one.reason}
