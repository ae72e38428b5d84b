"""What may be told twice: in a file, commitments at the same place of the text, deeds of one agency that bear the same title; in
the books and a file, commitments of one agency, name and number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tracker.seeding.plan import Plan, PlannedCommitment, PlannedItem
from tracker.seeding.repeats import Tracked, called_alike, plain

PLACE, TITLE = "place", "title"


@dataclass(frozen=True, slots=True)
class Twice:
    """The codes of two that may be one, `why` (PLACE or TITLE), and the title that they have in common."""

    why: str
    one: str
    other: str
    title: str | None = None


def told_twice(plan: Plan) -> list[Twice]:
    """Each pair of which the file brings at least one as new, in the order of the text."""
    at_one_place = list(_at_one_place(plan))
    found = {(each.one, each.other) for each in at_one_place}
    return at_one_place + [each for each in _of_one_title(plan) if (each.one, each.other) not in found]


def told_before(plan: Plan, known: Sequence[Tracked]) -> list[tuple[PlannedCommitment, Tracked]]:
    """Each new commitment that is linked to nothing, with the tracked one that has its owner, number and name."""
    new = [one for one in plan.commitments if one.id is None and one.part.same_as is None and any(unit.deed is None for unit in one.items)]
    pairs = [(one, called_alike(one.code, one.part, known)) for one in new]
    return [(one, each) for one, each in pairs if each is not None]


def _at_one_place(plan: Plan) -> Iterator[Twice]:
    """Of two commitments, the words that announce them or their items overlap: the first such words."""
    spans = sorted(_spans(plan), key=lambda span: span[:3])
    known: set[frozenset[str]] = set()
    for index, (_, end, code, own, new) in enumerate(spans):
        for start, _, other, others, also_new in islice(spans, index + 1, None):
            if start >= end:
                break
            pair = frozenset((own, others))
            if own != others and (new or also_new) and pair not in known:
                known.add(pair)
                yield Twice(PLACE, code, other)


def _spans(plan: Plan) -> Iterator[tuple[int, int, str, str, bool]]:
    """Start, end and code of what stands at a place, the code of its commitment, and whether it is new."""
    for one in plan.commitments:
        named = False
        for unit in one.items:
            if unit.values["span_start"] is not None:
                named = True
                yield unit.values["span_start"], unit.values["span_end"], _code(one, unit), one.code, _is_new(unit)
        if one.part.place is not None and not named:
            yield *one.part.place, one.code, one.code, one.id is None


def _of_one_title(plan: Plan) -> Iterator[Twice]:
    first: dict[tuple[str, str], tuple[str, bool]] = {}
    for one in plan.commitments:
        for unit in one.items:
            title, code, new = unit.values["title"], _code(one, unit), _is_new(unit)
            if title is None:
                continue
            other, other_new = first.setdefault((plain(title), unit.values["agency"]), (code, new))
            if other != code and (new or other_new):
                yield Twice(TITLE, other, code, title)


def _code(one: PlannedCommitment, unit: PlannedItem) -> str:
    return unit.deed.code if unit.deed else f"{one.code}-{unit.number}"


def _is_new(unit: PlannedItem) -> bool:
    return unit.id is None and unit.deed is None
