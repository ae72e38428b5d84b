"""What to check: drawn by lot from what waits for the verifying agency, so that anybody can draw the same again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, select

from tracker import access, entries, journal, lifecycle
from tracker.access import Actor
from tracker.deeds.books import Books
from tracker.models import current, deed, entry


@dataclass(frozen=True, slots=True)
class Sample:
    """The codes that were drawn, in directory order, out of how many."""

    codes: tuple[str, ...]
    population: int


def sample(
    books: Books, size: int, seed: int, among: Collection[str] | None = None, unfinished: bool = False, known_at: int | None = None
) -> Sample:
    """Draw deeds that the asking agency verifies, reported complete and not yet found about; with `unfinished` of any status.

    `among` narrows the draw to some codes, `known_at` to what was known at a
    position of the journal. The lot of a deed depends on its code and the
    seed alone: what is checked meanwhile leaves the others drawn, and a
    program in any language comes to the same. Raises NotAllowed.
    """
    if access.reach(books.actor, "verify") is None:
        access.require_role(books.actor, "verify")
    found = _waiting(books.connection, books.actor, unfinished, known_at)
    codes = [code for code in found if among is None or code in among]
    drawn = set(sorted(codes, key=lambda code: sha256(f"{seed} {code}".encode()).digest())[:size])
    return Sample(tuple(code for code in codes if code in drawn), len(codes))


def _waiting(connection: Connection, actor: Actor, unfinished: bool, known_at: int | None) -> list[str]:
    """The codes to draw from, in directory order; who led a deed when it was reported does not check it."""
    query = select(deed.c.id, deed.c.code).join(current).order_by(current.c.order_key)
    if known_at is not None:
        told = select(entry.c.deed_id).where(entry.c.kind == journal.PROGRESS, entry.c.number <= known_at)
        codes = dict(connection.execute(query.where(deed.c.id.in_(told))).all())
        states = dict(entries.folded(connection, list(codes), known_at=known_at))
        return [code for id_, code in codes.items() if _waits(states[id_], actor, unfinished)]
    query = query.join(entry, entry.c.number == current.c.progress_number).where(
        current.c.verifier == actor.agency,
        current.c.lead != actor.agency,
        entry.c.agency != actor.agency,
        current.c.verdict.is_(None),
        current.c.dropped.is_(False),
    )
    if not unfinished:
        query = query.where(current.c.status == lifecycle.COMPLETED)
    return [row.code for row in connection.execute(query)]


def _waits(state: journal.State, actor: Actor, unfinished: bool) -> bool:
    """The same of a state."""
    said, owners = state.progress, state.owners
    if said is None or owners is None or state.drop is not None or state.verdict is not None:
        return False
    mine = owners.verifier == actor.agency and actor.agency not in (owners.lead, said.agency)
    return mine and (unfinished or state.status == lifecycle.COMPLETED)
