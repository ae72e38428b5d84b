"""A text that is extracted again: each proposed commitment keeps the key under which it was imported.

A proposal numbers what it finds owner by owner; an owner whom the directory has got since, or a better reading, would
number it otherwise, and the import would take it for another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from sqlalchemy import Connection, select

from tracker.deeds.lookup import latest_commitment
from tracker.models import commitment, source


@dataclass(frozen=True, slots=True)
class Imported:
    """A commitment of a text as it was imported last."""

    key: str
    name: str
    place: tuple[int | None, int | None]


def imported(connection: Connection, source_key: str | None) -> list[Imported]:
    """The commitments of a source, oldest first; none of a text that is not known."""
    last = latest_commitment()
    query = (
        select(commitment.c.key, last.c.name, last.c.span_start, last.c.span_end)
        .join(last, last.c.commitment_id == commitment.c.id)
        .join(source, source.c.id == commitment.c.source_id)
        .where(source.c.key == source_key)
        .order_by(commitment.c.id)
    )
    return [Imported(key, name, (start, end)) for key, name, start, end in connection.execute(query)]


def keyed(proposed: Iterable, known: Sequence[Imported]) -> tuple:
    """The proposed commitments, which have a key, a name and a place, in their order: a key that was given means the same one again."""
    proposed = list(proposed)
    keys: dict[int, str] = {}
    for told in (lambda one: (one.place, one.name), lambda one: one.place, lambda one: one.name):
        left: dict[object, list[str]] = {}
        used = set(keys.values())
        for each in known:
            if each.key not in used:
                left.setdefault(told(each), []).append(each.key)
        for n, one in enumerate(proposed):
            if n not in keys and (same := left.get(told(one))):
                keys[n] = same.pop(0)
    given = {each.key for each in known}
    taken = given | {one.key for one in proposed}
    found = []
    for n, one in enumerate(proposed):
        if n not in keys and one.key in given:
            stem = one.key.rpartition("-")[0]
            keys[n] = next(key for number in count(1) if (key := f"{stem}-{number}") not in taken)
            taken.add(keys[n])
        found.append(replace(one, key=keys.get(n, one.key)))
    return tuple(found)
