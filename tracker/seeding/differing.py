"""What a file says otherwise of deeds that its new items are linked to: another target, another day. The import leaves it.

A promise changes only on the record, by somebody who says so: here is what they need for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker import journal
from tracker.deeds.lookup import Deed
from tracker.seeding.links import without_figures
from tracker.seeding.plan import Plan, PlannedItem


@dataclass(frozen=True, slots=True)
class Differing:
    """A deed, and what the file says of it that is not as it stands; None of what is the same."""

    deed: Deed
    quantity: Decimal | None = None
    unit: str | None = None
    direction: str | None = None
    due: date | None = None
    title: str | None = None
    """The title of the file, where that of the deed has the former figure in it."""

    @property
    def fixed(self) -> bool:
        """Whether the plan of the deed changes only with an approval."""
        return self.deed.state.baseline is not None


def differing(plan: Plan) -> Iterator[Differing]:
    """Each newly linked deed with another target or day than the item that it fulfils has, in the order of the file."""
    for one in plan.commitments:
        for unit in one.items:
            if unit.id is None and unit.deed is not None and (found := _of(unit, unit.deed)) is not None:
                yield found


def _of(unit: PlannedItem, deed: Deed) -> Differing | None:
    said, state, more = unit.values, deed.state, {}
    target = state.target
    holds = (target.target, target.unit) if target else (None, None)
    if said["quantity"] is not None and journal.TARGET not in unit.corrects and (said["quantity"], said["unit"]) != holds:
        more |= {"quantity": said["quantity"], "unit": said["unit"], "direction": unit.direction}
    if said["due_on"] is not None and journal.SCHEDULE not in unit.corrects and said["due_on"] != state.plan.due:
        more["due"] = said["due_on"]
    if not more:
        return None
    title = state.title.title if state.title else None
    if title and said["title"] and title != said["title"] and without_figures(title) == without_figures(said["title"]):
        more["title"] = said["title"]
    return Differing(deed, **more)
