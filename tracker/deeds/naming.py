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
    """Name the unnamed ones of some deeds, in order, with these titles, passing over empty ones; all or nothing.

    Raises NotAllowed; RuleError where there are more titles than unnamed deeds,
    or for the first of `faults`.
    """
    for _, fault in faults(books, deeds, titles):
        raise fault
    pairs = _paired(deeds, titles)
    drafts = []
    for deed, _, title in pairs:
        drafts.append(books.draft(journal.TITLE, deed.code, speaker=deed.lead, title=title))
    made = books.write(drafts, {deed.code: deed.id for deed, _, _ in pairs})
    return [deed.written([entry]) for (deed, _, _), entry in zip(pairs, made, strict=True)]


def faults(books: Books, deeds: Sequence[Deed], titles: Sequence[str]) -> list[tuple[int, RuleError]]:
    """What is wrong with giving them these titles, each with the number of its line: one stands there twice or is taken.

    Raises NotAllowed before anything else.
    """
    for deed in deeds:
        access.require(books.actor, "name", deed.code, deed.lead)
    pairs = _paired(deeds, titles)
    taken = _taken(books.connection, {deed.commitment_id for deed, _, _ in pairs})
    found, first = [], {}
    for deed, number, title in pairs:
        if title in first:
            found.append((number, RuleError("title_twice", title=title, first=first[title])))
        elif other := taken.get((deed.commitment_id, title)):
            found.append((number, RuleError("title_taken", deed=deed.code, title=title, other=other)))
        first.setdefault(title, number)
    return found


def _paired(deeds: Sequence[Deed], titles: Sequence[str]) -> list[tuple[Deed, int, str]]:
    """Each title with the number of its line and the deed that it is for."""
    unnamed = [deed for deed in deeds if deed.state.title is None and deed.state.drop is None]
    kept = [(number, text) for number, title in enumerate(titles, 1) if (text := line(title, "title"))]
    if not kept:
        raise RuleError("titles_empty")
    if len(kept) > len(unnamed):
        raise RuleError("titles_too_many", titles=len(kept), unnamed=len(unnamed))
    return [(deed, number, title) for deed, (number, title) in zip(unnamed, kept, strict=False)]


def _taken(connection: Connection, commitments: set[int]) -> dict[tuple[int, str], str]:
    """The titles that deeds of some commitments have, with their codes."""
    query = (
        select(table.c.commitment_id, current.c.title, table.c.code)
        .join(current)
        .where(table.c.commitment_id.in_(commitments), current.c.title.is_not(None), current.c.dropped.is_(False))
    )
    return {(commitment, title): code for commitment, title, code in connection.execute(query)}
