"""Naming the items that were announced as a number."""

from __future__ import annotations

from datetime import date

from tracker import access, entries, journal
from tracker.deeds.books import Books, Written
from tracker.deeds.lookup import find
from tracker.errors import RuleError
from tracker.plaintext import line


def name(books: Books, code: str, title: str, *, on: date | None = None) -> Written:
    """Give a deed its title, or another one. Raises NotFound, NotAllowed, RuleError."""
    deed = find(books.connection, code)
    access.require(books.actor, "name", deed.code, deed.lead)
    books.check_day(on, deed.tracked_from, deed.code)
    kept = line(title, "title")
    if not kept:
        raise RuleError("title_empty", deed=deed.code)
    draft = books.draft(journal.TITLE, deed.code, on, speaker=deed.lead, title=kept)
    made = entries.append(books.connection, [draft], {deed.code: deed.id})
    return Written(tuple(made), deed.state, journal.fold([*deed.entries, *made]))
