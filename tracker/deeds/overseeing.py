"""Who verifies a deed for which nobody else was named: the coordinating office, whenever it is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import or_, select

from tracker import access
from tracker.deeds import planning
from tracker.deeds.books import Books, Written
from tracker.deeds.lookup import many
from tracker.models import current


def by_default(office: str | None, lead: str | None) -> str | None:
    """Who verifies a deed with that lead: the office, which never verifies its own."""
    return office if office != lead else None


def taken_up(books: Books, office: str, former: str | None = None) -> Sequence[Written]:
    """Give a newly named office the deeds without a verifier, and those that the office before it verified.

    From today on: what held before stays as it was. What the office leads itself is left alone.
    """
    unverified = current.c.verifier.is_(None)
    default = unverified if former is None else or_(unverified, current.c.verifier == former)
    mine = select(current.c.deed_id).where(current.c.dropped.is_(False), current.c.lead != office, default)
    found = many(books.connection, books.connection.scalars(mine))
    if not found:
        return []
    # Nobody spoke for books without an office; from now on it does.
    actor = replace(books.actor, agency=books.actor.agency or office, role=access.OFFICE)
    return planning.assign(replace(books, actor=actor), found, planning.PlanChange(verifier=office))
