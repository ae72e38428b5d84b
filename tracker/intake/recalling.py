"""Taking back all that a sheet brought when it was handed in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, Row, func, or_, select

from tracker import access, journal
from tracker.deeds import Books, Written, retracting, together
from tracker.errors import NotFound, RuleError
from tracker.i18n import t
from tracker.models import deed, entry
from tracker.plaintext import line

_SIGN = " sha256:"


def label(name: str, sha256: str) -> str:
    """The note of the entry that keeps a file, by which it is found again."""
    return f"{name}{_SIGN}{sha256}"


def accepted(connection: Connection, *, sha256: str | None = None, name: str | None = None) -> Sequence[Row]:
    """The entries that kept files of that content or exact name, the last first."""
    query = select(entry.c.number, entry.c.note, entry.c.effective_on).where(entry.c.kind == journal.IMPORT, entry.c.door == "sheet")
    # By substr, since LIKE does not tell capitals apart on every engine.
    if sha256 is not None:
        query = query.where(func.substr(entry.c.note, func.length(entry.c.note) - 63) == sha256)
    if name is not None:
        query = query.where(func.substr(entry.c.note, 1, len(name + _SIGN)) == name + _SIGN)
    return connection.execute(query.order_by(entry.c.number.desc())).all()


def recall(books: Books, file: str, *, reason: str | None = None, approval: str | None = None) -> list[Written]:
    """Retract what holds of the entries that a sheet brought, the last first; all of them or none.

    A file that is there is known by its content, else by its name, or by the
    number of the entry that kept it. An agency takes back what a sheet brought
    in its name, whoever handed it in, and nothing else. Raises NotFound, NotAllowed, RuleError, Several.
    """

    def back(row: Row) -> Written:
        return retracting.retract(books, row.code, row.number, reason=reason, approval=approval)

    access.require_some(books.actor, "retract")
    return together.each(_brought(books, file), back, about="form")


def _brought(books: Books, file: str) -> list[Row]:
    """What holds of what one sheet brought. Raises NotFound for none, RuleError for several of that name."""
    path = Path(file)
    there = path.is_file()
    if there:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if same := accepted(books.connection, sha256=digest):
            if brought := [row for kept in same for row in _standing(books, kept.number)]:
                return brought
            raise NotFound("form_unknown", file=path.name)
    elif file.removeprefix("#").isdecimal():
        number = int(file.removeprefix("#"))
        kept = [each for each in accepted(books.connection) if each.number == number]
        found = [(each, brought) for each in kept if (brought := _standing(books, each.number))]
        if found:
            return list(found[0][1])
    named = accepted(books.connection, name=line(path.name, "evidence") or "–")
    found = [(kept, brought) for kept in named if (brought := _standing(books, kept.number))]
    if not found:
        raise NotFound("form_unknown", file=path.name)
    if there or len({kept.note for kept, _ in found}) > 1:
        forms = "；".join(t("intake.form_kept", number=kept.number, day=kept.effective_on, count=len(brought)) for kept, brought in found)
        raise RuleError("form_other_content" if there else "form_several", file=path.name, forms=forms, number=found[0][0].number)
    return [row for _, brought in found for row in brought]


def _standing(books: Books, kept: int) -> Sequence[Row]:
    """Numbers and deeds of the entries that follow the one that kept the file, without those taken back: for an agency its own."""
    after = entry.c.number > kept
    other = select(entry.c.number).where(after, or_(entry.c.door != "sheet", entry.c.kind == journal.IMPORT))
    end = books.connection.scalar(other.order_by(entry.c.number).limit(1))
    gone = select(entry.c.about).where(entry.c.kind == journal.RETRACTION, after)
    query = select(entry.c.number, deed.c.code).join(deed).where(after, entry.c.number.not_in(gone))
    if end is not None:
        query = query.where(entry.c.number < end)
    if books.actor.role != access.OFFICE:
        query = query.where(entry.c.agency == books.actor.agency)
    return books.connection.execute(query.order_by(entry.c.number.desc())).all()
