"""Naming the items that were announced as a number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, select

from tracker import access, journal
from tracker.deeds.books import Books, Written
from tracker.deeds.lookup import Deed, find
from tracker.errors import RuleError
from tracker.journal import Entry
from tracker.models import current
from tracker.models import deed as table
from tracker.plaintext import line


def name(books: Books, code: str, title: str, *, on: date | None = None) -> Written:
    """Give a deed its title, or another one; nothing is written if it is called so already.

    Raises NotFound, NotAllowed, RuleError.
    """
    deed = find(books.connection, code)
    draft = name_draft(books, deed, title, on=on)
    if on is None and deed.state.title and deed.state.title.title == draft.title:
        return deed.written([])
    return deed.written(books.write([draft], {deed.code: deed.id}))


def name_draft(books: Books, deed: Deed, title: str, *, on: date | None = None, uid: str = "") -> Entry:
    """The entry that gives a deed its title, checked and not yet written. Raises NotAllowed, RuleError."""
    access.require(books.actor, "name", deed.code, deed.lead)
    deed.check_open()
    books.check_day(on, deed.tracked_from, deed.code)
    kept = line(title, "title")
    if not kept:
        raise RuleError("title_empty", deed=deed.code)
    if deed.state.title is None or deed.state.title.title != kept:
        check_free(books.connection, deed.commitment_id, kept, deed.code)
    return books.draft(journal.TITLE, deed.code, on, speaker=deed.lead, uid=uid, title=kept)


def check_free(connection: Connection, commitment_id: int, title: str, code: str | None = None) -> None:
    """Raise RuleError if another deed of a commitment has that title; `code` is the one to be called so, None for a new one."""
    other = (
        select(table.c.code)
        .join(current)
        .where(table.c.commitment_id == commitment_id, current.c.title == title, current.c.dropped.is_(False), table.c.code != (code or ""))
    )  # fmt: skip
    if (taken := connection.scalars(other).first()) is not None:
        raise RuleError("title_taken" if code else "title_there", deed=code, title=title, other=taken)


def name_all(books: Books, deeds: Sequence[Deed], titles: Sequence[str]) -> list[Written]:
    """Name the unnamed ones of some deeds, in order, with these titles; all or nothing.

    Raises NotAllowed; RuleError where there are more titles than unnamed deeds,
    or one stands there twice.
    """
    unnamed = [deed for deed in deeds if deed.state.title is None and deed.state.drop is None]
    kept = [text for title in titles if (text := line(title, "title"))]
    if not kept:
        raise RuleError("titles_empty")
    if len(kept) > len(unnamed):
        raise RuleError("titles_too_many", titles=len(kept), unnamed=len(unnamed))
    known = {deed.state.title.title for deed in deeds if deed.state.title}
    twice = next((title for place, title in enumerate(kept) if title in kept[:place] or title in known), None)
    if twice:
        raise RuleError("title_twice", title=twice)
    chosen = unnamed[: len(kept)]
    drafts = []
    for deed, title in zip(chosen, kept, strict=True):
        access.require(books.actor, "name", deed.code, deed.lead)
        drafts.append(books.draft(journal.TITLE, deed.code, speaker=deed.lead, title=title))
    made = books.write(drafts, {deed.code: deed.id for deed in chosen})
    return [deed.written([entry]) for deed, entry in zip(chosen, made, strict=True)]
