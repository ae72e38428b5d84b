"""Which proposed commitments are already tracked: same owner, same count, similar name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sqlalchemy import Connection, func, select

from tracker.deeds.lookup import latest_commitment
from tracker.models import commitment, item, item_deed, source

_SIMILAR = 0.75
"""How alike two names must be (`difflib` ratio) once quotes and spaces are gone."""
_MARKS = re.compile(r"[“”\"'《》（）()\s]")


@dataclass(frozen=True, slots=True)
class Tracked:
    """A commitment as far as a repetition is known by it."""

    code: str
    source: str
    agency: str
    name: str
    declared: int | None
    shared: frozenset[str] = frozenset()
    """Keys of the sources that announced deeds of it, too."""


def tracked(connection: Connection) -> list[Tracked]:
    """Every tracked commitment, oldest first."""
    version = latest_commitment()
    query = (
        select(commitment.c.code, source.c.key, version.c.agency, version.c.name, version.c.declared)
        .join(version, version.c.commitment_id == commitment.c.id)
        .join(source, source.c.id == commitment.c.source_id)
        .order_by(commitment.c.id)
    )
    shared = _shared(connection)
    return [Tracked(*row, shared.get(row.code, frozenset())) for row in connection.execute(query)]


def _shared(connection: Connection) -> dict[str, frozenset[str]]:
    """Code of a commitment → the other sources whose items were ever linked to deeds that its items were linked to."""
    several = select(item_deed.c.deed_id).group_by(item_deed.c.deed_id).having(func.count(item_deed.c.item_id.distinct()) > 1)
    query = (
        select(item_deed.c.deed_id, commitment.c.code, source.c.key)
        .join(item, item.c.id == item_deed.c.item_id)
        .join(commitment, commitment.c.id == item.c.commitment_id)
        .join(source, source.c.id == commitment.c.source_id)
        .where(item_deed.c.deed_id.in_(several))
        .distinct()
    )
    ends: dict[int, list[tuple[str, str]]] = {}
    for deed, code, key in connection.execute(query):
        ends.setdefault(deed, []).append((code, key))
    found: dict[str, set[str]] = {}
    for of_deed in ends.values():
        for code, _ in of_deed:
            found.setdefault(code, set()).update(key for other, key in of_deed if other != code)
    return {code: frozenset(keys) for code, keys in found.items()}


def repeats(proposed: Iterable, known: Sequence[Tracked]) -> dict[str, Tracked]:
    """Key of a proposed commitment → the tracked one that it repeats.

    A proposed commitment has `key`, `agency`, `name` and `declared_count`.
    Each tracked one is repeated at most once; of those that are as much alike it is the oldest.
    """
    found: dict[str, Tracked] = {}
    for one in proposed:
        near = [
            each
            for each in known
            if each.agency == one.agency and each.declared == one.declared_count and each not in found.values()
        ]
        best = max(near, key=lambda each: _alike(one.name, each.name), default=None)  # the first of the highest
        if best is not None and _alike(one.name, best.name) >= _SIMILAR:
            found[one.key] = best
    return found


def _alike(left: str, right: str) -> float:
    return SequenceMatcher(None, _MARKS.sub("", left), _MARKS.sub("", right)).ratio()
