"""Taking back all that a sheet brought when it was handed in."""

from __future__ import annotations

from pathlib import PurePath

from sqlalchemy import or_, select

from tracker import access, journal
from tracker.deeds import Books, Written, retracting
from tracker.errors import NotFound
from tracker.models import deed, entry


def recall(books: Books, file: str, *, reason: str | None = None, approval: str | None = None) -> list[Written]:
    """Retract what holds of the entries that a sheet of that name brought, the last first; all of them or none.

    Of sheets handed in under one name it is the last with anything left. Rows
    that another agency handed in are its own. Raises NotFound, NotAllowed, RuleError.
    """
    name = PurePath(file).name
    kept = select(entry.c.number).where(
        entry.c.kind == journal.IMPORT, entry.c.door == "sheet", entry.c.note.startswith(f"{name} sha256:", autoescape=True)
    )
    if books.actor.role != access.OFFICE:
        kept = kept.where(entry.c.agency == books.actor.agency)
    for number in books.connection.scalars(kept.order_by(entry.c.number.desc())).all():
        if brought := _standing(books, number):
            return [retracting.retract(books, code, about, reason=reason, approval=approval) for about, code in brought]
    raise NotFound("form_unknown", file=name)


def _standing(books: Books, kept: int) -> list[tuple[int, str]]:
    """Numbers and deeds of the entries that follow the one that kept the file, without those taken back."""
    after = entry.c.number > kept
    other = select(entry.c.number).where(after, or_(entry.c.door != "sheet", entry.c.kind == journal.IMPORT))
    end = books.connection.scalar(other.order_by(entry.c.number).limit(1))
    gone = select(entry.c.about).where(entry.c.kind == journal.RETRACTION, after)
    query = select(entry.c.number, deed.c.code).join(deed).where(after, entry.c.number.not_in(gone))
    if end is not None:
        query = query.where(entry.c.number < end)
    return [tuple(row) for row in books.connection.execute(query.order_by(entry.c.number.desc()))]
