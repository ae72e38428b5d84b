"""Naming the items that were announced as a number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tracker import access, entries, journal
from tracker.deeds.books import Books, Written
from tracker.deeds.lookup import Deed, find
from tracker.errors import RuleError
from tracker.journal import Entry
from tracker.plaintext import line


def name(books: Books, code: str, title: str, *, on: date | None = None) -> Written:
    """Give a deed its title, or another one. Raises NotFound, NotAllowed, RuleError."""
    deed = find(books.connection, code)
    draft = name_draft(books, deed, title, on=on)
    return deed.written(entries.append(books.connection, [draft], {deed.code: deed.id}))


def name_draft(books: Books, deed: Deed, title: str, *, on: date | None = None, uid: str = "") -> Entry:
    """The entry that gives a deed its title, checked and not yet written. Raises NotAllowed, RuleError."""
    access.require(books.actor, "name", deed.code, deed.lead)
    deed.check_open()
    books.check_day(on, deed.tracked_from, deed.code)
    kept = line(title, "title")
    if not kept:
        raise RuleError("title_empty", deed=deed.code)
    return books.draft(journal.TITLE, deed.code, on, speaker=deed.lead, uid=uid, title=kept)


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
    made = entries.append(books.connection, drafts, {deed.code: deed.id for deed in chosen})
    return [deed.written([entry]) for deed, entry in zip(chosen, made, strict=True)]
