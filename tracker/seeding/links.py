"""A commitment that repeats another: its items are fulfilled by deeds that there are already. One deed, two items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select

from tracker.deeds.lookup import Deed, find, latest_commitment, many, normalised
from tracker.errors import NotFound
from tracker.journal import TITLE
from tracker.models import commitment, item, item_deed
from tracker.seeding.items import Slot


def homes(
    connection: Connection,
    commitment_id: int,
    new: Sequence[Slot],
    titles: Iterable[str | None],
    used: set[int],
    single: bool = False,
) -> dict[str, Deed]:
    """By key: the deed of a commitment that each new item of its repetition means; none for what is new there.

    The same title means the same deed, first the announced one, then today's; also one that an earlier repetition
    has added; then the one deed, if it is one, whose title is the same but for its figures. Then named items name unnamed deeds in
    order, and unnamed items go with the deeds that are left. A `single` deed,
    not counted and alone, is the only one of what it repeats, whatever it
    is called. `used` are ids of deeds that other items of the repetition have.
    """
    free = {each.id: each for each in _standing(connection, [commitment_id]) if each.id not in used}
    added = {each.id: each for each in _standing(connection, _repetitions(connection, commitment_id)) if each.id not in used | free.keys()}
    titled = dict(zip((slot.key for slot in new), titles, strict=True))
    found: dict[str, Deed] = {}

    def give(key: str, fitting: Iterable[Deed]) -> None:
        if (home := next(iter(fitting), None)) is not None:
            found[key] = free.pop(home.id, None) or added.pop(home.id)

    for same in (_announced, _title):  # what a source called it, before what it has been called since
        for key, title in titled.items():
            if title is not None and key not in found:
                give(key, (each for each in (*free.values(), *added.values()) if same(each) == title))
    for key, fitting in _but_for_figures({key: title for key, title in titled.items() if title is not None and key not in found}, free.values()):
        give(key, [fitting] if fitting.id in free else ())  # two items may have what it was announced as and what it is called today
    for key, title in titled.items():
        if title is not None and key not in found:
            give(key, (each for each in free.values() if _title(each) is None))
    for key, title in titled.items():
        if key not in found and (title is None or (single and len(free) == 1)):
            give(key, free.values())
    return found


def _but_for_figures(titled: Mapping[str, str], deeds: Iterable[Deed]) -> list[tuple[str, Deed]]:
    """Each key with the deed that alone has its title but for the figures, now or as it was announced, where no other key has."""
    keys: dict[str, list[str]] = {}
    for key, title in titled.items():
        keys.setdefault(without_figures(title), []).append(key)
    known: dict[str, dict[int, Deed]] = {}
    for each in deeds:
        for title in filter(None, (_title(each), _announced(each))):
            known.setdefault(without_figures(title), {})[each.id] = each
    return [(key, *known[words].values()) for words, [key, *others] in keys.items() if not others and len(known.get(words, ())) == 1]


def without_figures(title: str) -> str:
    """改造500个 and 改造600个 are then the same."""
    return _FIGURES.sub("0", title)


_FIGURES = re.compile(r"\d[\d.,]*")


def holders(connection: Connection, code: str) -> frozenset[str] | None:
    """Who has a tracked commitment or one of its deeds; nobody if none of them stands, None if there is no such commitment."""
    version = latest_commitment()
    query = select(commitment.c.id, version.c.agency).join(version, version.c.commitment_id == commitment.c.id)
    row = connection.execute(query.where(commitment.c.code == code)).one_or_none()
    if row is None:
        return None
    standing = _standing(connection, [row.id])
    return frozenset((row.agency, *(each.lead for each in standing if each.lead))) if standing else frozenset()


def deed(connection: Connection, code: str) -> Deed | None:
    """The deed of a code, or the one that took its place; None if there is none or it was found not to exist."""
    try:
        found = find(connection, code)
    except NotFound:
        return None
    return _survivor(connection, found) if found.code == normalised(code) else None  # a code, not words of a title


def _repetitions(connection: Connection, commitment_id: int) -> list[int]:
    """The other commitments that have deeds of this one."""
    own = select(item_deed.c.deed_id).join(item).where(item.c.commitment_id == commitment_id, item_deed.c.linked)
    of = select(item.c.commitment_id).join(item_deed).where(item_deed.c.deed_id.in_(own), item_deed.c.linked)
    return list(connection.scalars(of.where(item.c.commitment_id != commitment_id).distinct()))


def _standing(connection: Connection, commitments: Sequence[int]) -> list[Deed]:
    """The deeds of commitments that there are, or that took the place of their own."""
    of = select(item_deed.c.deed_id).join(item).where(item.c.commitment_id.in_(commitments), item_deed.c.linked)
    ids = connection.scalars(of.distinct().order_by(item_deed.c.deed_id)).all()
    found = (_survivor(connection, each) for each in many(connection, ids))
    return [each for each in found if each is not None]


def _announced(each: Deed) -> str | None:
    return next((entry.title for entry in each.entries if entry.kind == TITLE and entry.door == "import"), None)


def _title(each: Deed) -> str | None:
    return each.state.title.title if each.state.title else None


def _survivor(connection: Connection, each: Deed) -> Deed | None:
    """The deed itself, the one that it was merged into, or None if it was found not to exist."""
    while (drop := each.state.drop) is not None:
        if drop.wording is None:
            return None
        each = find(connection, drop.wording)
    return each
