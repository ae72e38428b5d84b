"""The items of a commitment: which of them the file means, and what it changes of their deeds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import count
from typing import Any

from sqlalchemy import Connection, select

from tracker import directory, journal
from tracker.called import Names
from tracker.deeds.lookup import Deed, many
from tracker.models import commitment, deed, item, item_deed, item_version
from tracker.proposal import Commitment, Item
from tracker.seeding import values
from tracker.seeding.plan import (
    ADD,
    CHANGE,
    JOINT,
    KEPT,
    LEAD,
    LINK,
    MISSING,
    UNCHANGED,
    Change,
    PlannedItem,
    differences,
)

NOTHING = dict.fromkeys(("title", "span_start", "span_end", "quantity", "unit", "due_on", "agency", "joint", "helpers"))
"""The last import of what was never imported."""


def known(connection: Connection, source_id: int | None) -> dict[int, dict[str, dict[str, Any]]]:
    """By commitment and key: every item of a source as last imported, and the deed that it was given.

    `helpers` are the codes of those joint owners whom the directory knew then.
    """

    @cache
    def then(position: int) -> Names:
        return {code: agency.names for code, agency in directory.agencies(connection, position).items()}

    @cache  # the items of a long list have them in common
    def helpers(joint: tuple[str, ...], position: int) -> tuple[str, ...]:
        return values.supporters(joint, None, then(position)) if joint else ()

    query = (
        select(
            item.c.commitment_id, item.c.key, item.c.number, item.c.announced, item_deed.c.deed_id, deed.c.code,
            deed.c.commitment_id.label("home"), item_version,
        )
        .join(commitment, commitment.c.id == item.c.commitment_id)
        .join(item_version, item_version.c.item_id == item.c.id)
        .join(item_deed, item_deed.c.item_id == item.c.id)
        .join(deed, deed.c.id == item_deed.c.deed_id)
        .where(commitment.c.source_id == source_id)
        # The last version stands; so does the first link: a later one is to a deed that this one was merged into.
        .order_by(item_version.c.position, item_deed.c.position.desc())
    )  # fmt: skip
    found: dict[int, dict[str, dict[str, Any]]] = {}
    for row in connection.execute(query).mappings():
        understood = helpers(tuple(row["joint"] or ()), row["position"])
        found.setdefault(row["commitment_id"], {})[row["key"]] = {**row, "helpers": understood}
    return found


@dataclass(frozen=True, slots=True)
class Slot:
    """One item as the file means it: its part of the file, if named, and its row, if there is one."""

    key: str
    number: int
    named: Item | None = None
    row: Mapping[str, Any] | None = None


def slots(part: Commitment, rows: Mapping[str, Mapping[str, Any]]) -> tuple[list[Slot], list[Mapping], list[Item]]:
    """The items of a commitment by number; the rows that the file no longer has; the named ones without a place.

    A key, once given, means the same item for ever. A new named item takes the
    number that is its key, else the first free one; while unnamed items stand
    there, it must use the key of the one it names.
    """
    announced = {key: row for key, row in rows.items() if row["announced"]}
    found = [Slot(n.key, announced[n.key]["number"], n, announced[n.key]) for n in part.items if n.key in announced]
    new = [named for named in part.items if named.key not in announced]
    left = sorted((row for key, row in announced.items() if key not in {s.key for s in found}), key=_unnamed_first)
    unnamed = sum(row["title"] is None for row in left)
    room = len(new) if not unnamed else max(part.deed_count - len(found) - unnamed, 0)
    new, homeless = new[:room], new[room:]
    taken = {row["number"] for row in rows.values()}
    wanted = {n.key: int(n.key) for n in new if n.key.isdecimal() and 1 <= int(n.key) <= part.deed_count}
    wanted = {key: number for key, number in wanted.items() if number not in taken}
    taken |= set(wanted.values())
    free = (number for number in count(1) if number not in taken)
    found += [Slot(named.key, wanted.get(named.key) or next(free), named) for named in new]
    lacking = max(part.deed_count - len(found), 0)
    found += [Slot(row["key"], row["number"], row=row) for row in left[:lacking]]
    keys = {slot.key for slot in found} | rows.keys()
    fresh = (number for number in free if str(number) not in keys)
    found += [Slot(str(number), number) for number, _ in zip(fresh, range(part.deed_count - len(found)), strict=False)]
    return sorted(found, key=lambda slot: slot.number), left[lacking:], homeless


def _unnamed_first(row: Mapping[str, Any]) -> tuple[bool, int]:
    return row["title"] is not None, row["number"]


def plan(
    connection: Connection,
    part: Commitment,
    code: str,
    found: Sequence[Slot],
    homes: Mapping[str, Deed],
    agencies: Names,
    changes: list[Change],
) -> tuple[PlannedItem, ...]:
    """What becomes of each item. `homes` are deeds of another commitment that new items fulfil, by key."""
    made = [
        PlannedItem(
            slot.key, slot.number, values.of_item(part, slot.named), values.due_basis(part, slot.named), values.direction(slot.named)
        )
        for slot in found
    ]
    helpers = cache(lambda joint: values.supporters(joint, None, agencies))
    details = {slot.key: _differences(slot.row, unit.values, helpers) for slot, unit in zip(found, made, strict=True) if slot.row}
    touched = {each.id: each for each in many(connection, {s.row["deed_id"] for s in found if details.get(s.key)})}
    planned = []
    for slot, unit in zip(found, made, strict=True):
        label = unit.values["title"] or ""
        if slot.row is None:
            home = homes.get(slot.key)
            corrects = corrected(NOTHING, unit.values, home, agencies)[0] if home else ()
            changes.append(_linked(slot.key, unit, home, corrects) if home else Change(ADD, "item", slot.key, label, f"{code}-{slot.number}"))
            planned.append(replace(unit, deed=home, corrects=corrects))
        elif not details[slot.key]:
            changes.append(Change(UNCHANGED, "item", slot.key, label, slot.row["code"]))
            planned.append(replace(unit, id=slot.row["item_id"], changed=False))
        else:
            deed = touched[slot.row["deed_id"]]
            corrects, kept = corrected(slot.row, unit.values, deed, agencies)
            action = KEPT if kept else CHANGE
            changes.append(
                Change(action, "item", slot.key, label or slot.row["title"] or "", slot.row["code"], details[slot.key])
            )
            planned.append(replace(unit, id=slot.row["item_id"], deed=deed, corrects=corrects))
    return tuple(planned)


def _differences(last: Mapping[str, Any], new: Mapping[str, Any], helpers: Callable[[tuple[str, ...]], tuple[str, ...]]) -> tuple[tuple[str, Any, Any], ...]:
    """What the file says otherwise than at its last import; joint owners, too, whom the directory has only got since."""
    found = differences(last, new)
    understood = helpers(tuple(new["joint"]))
    if last["joint"] == new["joint"] and not set(last["helpers"]).issuperset(understood):
        found += (("joint", list(last["helpers"]), list(understood)),)
    return found


def _linked(key: str, unit: PlannedItem, home: Deed, corrects: Sequence[str]) -> Change:
    """The line for a new item that a tracked deed fulfils, with what it adds to that deed."""
    title = home.state.title.title if home.state.title else None
    names = {JOINT: ("joint",), journal.TITLE: ("title",), journal.SCHEDULE: ("due_on",), journal.TARGET: ("quantity", "unit")}
    details = tuple((name, None, unit.values[name]) for kind in corrects for name in names[kind])
    return Change(LINK, "item", key, unit.values["title"] or "", home.code, details, (home.code, title))


def corrected(last: Mapping[str, Any], new: Mapping[str, Any], deed: Deed, agencies: Names) -> tuple[tuple[str, ...], bool]:
    """Three ways: the facts of a deed that a file corrects, and whether it leaves one as entered since.

    A fact is corrected where the deed still has it as it was last imported.
    What the file no longer says stays; a plan that is fixed changes only on
    the record; a dropped deed is left alone.
    """
    state = deed.state
    writes, kept = [], False

    def joint(words: Iterable[str] | None) -> tuple[str, ...]:  # nobody supports what they are to lead
        return values.supporters(words or (), new["agency"], agencies)

    for kind, was, says, holds in (
        (LEAD, last["agency"], new["agency"], deed.lead),
        (JOINT, joint(last["helpers"]), joint(new["joint"]), joint(state.owners and state.owners.supporters)),
        (journal.TITLE, last["title"], new["title"], state.title.title if state.title else None),
        (journal.SCHEDULE, (None, last["due_on"], ()), (None, new["due_on"], ()), _schedule(state)),
        (journal.TARGET, (last["quantity"], last["unit"]), (new["quantity"], new["unit"]), _target(state)),
    ):
        unsaid = says in (None, (), (None, None, ()), (None, None))
        if says in (was, holds) or unsaid:
            continue
        fixed = state.baseline is not None and kind not in (journal.TITLE, JOINT)
        if holds == was and not fixed and state.drop is None:
            writes.append(kind)
        else:
            kept = True
    return tuple(writes), kept


def _schedule(state: journal.State) -> tuple:
    return state.plan.start, state.plan.due, state.plan.points


def _target(state: journal.State) -> tuple:
    target = state.target
    if target is None:
        return None, None
    plain = target.direction != "ratio" and target.wording is None
    return (target.target, target.unit) if plain else (target.target, target.unit, target.direction, target.wording)


def missing(rows: Iterable[Mapping[str, Any]]) -> list[Change]:
    """Lines of the preview for items that the file no longer has; nothing is written of them."""
    return [Change(MISSING, "item", row["key"], row["title"] or "", row["code"]) for row in rows]
