"""Taking back all that a sheet brought when it was handed in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from sqlalchemy import Row, or_, select

from tracker import access, journal
from tracker.deeds import Books, Written, retracting, together
from tracker.errors import NotFound
from tracker.models import deed, entry


def recall(books: Books, file: str, *, reason: str | None = None, approval: str | None = None) -> list[Written]:
    """Retract what holds of the entries that a sheet of that name brought, the last first; all of them or none.

    Of sheets handed in under one name it is the last with anything left. Rows
    that another agency handed in are its own. Raises NotFound, NotAllowed, RuleError, Several.
    """
    name = PurePath(file).name
    kept = select(entry.c.number).where(
        entry.c.kind == journal.IMPORT, entry.c.door == "sheet", entry.c.note.startswith(f"{name} sha256:", autoescape=True)
    )
    if books.actor.role != access.OFFICE:
        kept = kept.where(entry.c.agency == books.actor.agency)
    for number in books.connection.scalars(kept.order_by(entry.c.number.desc())).all():
        if brought := _standing(books, number):

            def back(row: Row) -> Written:
                return retracting.retract(books, row.code, row.number, reason=reason, approval=approval)

            return together.each(brought, back, about="form")
    raise NotFound("form_unknown", file=name)


def _standing(books: Books, kept: int) -> Sequence[Row]:
    """Numbers and deeds of the entries that follow the one that kept the file, without those taken back."""
    after = entry.c.number > kept
    other = select(entry.c.number).where(after, or_(entry.c.door != "sheet", entry.c.kind == journal.IMPORT))
    end = books.connection.scalar(other.order_by(entry.c.number).limit(1))
    gone = select(entry.c.about).where(entry.c.kind == journal.RETRACTION, after)
    query = select(entry.c.number, deed.c.code).join(deed).where(after, entry.c.number.not_in(gone))
    if end is not None:
        query = query.where(entry.c.number < end)
    return books.connection.execute(query.order_by(entry.c.number.desc())).all()
