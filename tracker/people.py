"""People: who acts for an agency in which role, and whom reminders go to.

A person is known by the name that they type (`DEEDS_PERSON`); two of one name
are told apart in the name itself. Nothing else is kept of them: what is
written here can never be deleted.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from tracker import access, database, directory, journal
from tracker.deeds.books import Books
from tracker.errors import NotFound, RuleError
from tracker.models import membership, person
from tracker.plaintext import line

LEADER, LIAISON = "leader", "liaison"
"""分管领导, who is in charge at the agency, and 联络员, who is written to first."""

_NAME_LIMIT = 40


@dataclass(frozen=True, slots=True)
class Member:
    """A person's role in an agency, from and until a day (both included; None: without end)."""

    name: str
    agency: str
    role: str
    duty: str | None
    from_on: date
    until_on: date | None

    def valid(self, day: date) -> bool:
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def members(connection: Connection, known_at: int | None = None) -> list[Member]:
    """The last word (by a journal position) on every person in every agency, in order of their first entry."""
    row = membership.c
    query = (
        select(person.c.name, row.agency, row.role, row.duty, row.from_on, row.until_on)
        .join(person, person.c.id == row.person_id)
        .order_by(row.position, row.id)
    )
    if known_at is not None:
        query = query.where(row.position <= known_at)
    latest: dict[tuple[str, str], Member] = {}
    for each in connection.execute(query):
        latest[each.name, each.agency] = Member(*each)
    return list(latest.values())


def contacts(connection: Connection, day: date, known_at: int | None = None) -> dict[str, dict[str, list[str]]]:
    """agency → duty → names of those who have it on a day, as known (by a journal position)."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for each in members(connection, known_at):
        if each.duty and each.valid(day):
            found[each.agency][each.duty].append(each.name)
    return found


def add(
    books: Books,
    name: str,
    agency: str,
    role: str,
    duty: str | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Member:
    """Register a person in an agency, or say anew what they are there.

    The role `office` is for the coordinating office only. Raises NotAllowed,
    NotFound, RuleError.
    """
    access.require_role(books.actor, "directory")
    home = directory.find(books.agencies, agency)
    kept = line(name, "person", _NAME_LIMIT)
    if not kept:
        raise RuleError("person_empty")
    if role == access.OFFICE and not home.coordinates:
        raise RuleError("role_office_elsewhere", agency=home.name)
    made = Member(kept, home.code, role, duty, since or books.now.today, until)
    if until is not None and until < made.from_on:
        raise RuleError("until_before_from", since=made.from_on, until=until)
    return _write(books, made)


def end(books: Books, name: str, agency: str, until: date) -> Member:
    """Say on which day a person is in an agency for the last time. Raises NotAllowed, NotFound, RuleError."""
    access.require_role(books.actor, "directory")
    home = directory.find(books.agencies, agency)
    known = [each for each in members(books.connection) if (each.name, each.agency) == (name.strip(), home.code)]
    if not known:
        raise NotFound("person_unknown", name=name, agency=home.name)
    last = known[0]
    if until < last.from_on:
        raise RuleError("until_before_from", since=last.from_on, until=until)
    return _write(books, Member(last.name, last.agency, last.role, last.duty, last.from_on, until))


def _write(books: Books, made: Member) -> Member:
    """The entry names agency, person, role, duty and days; the rows stand at its position."""
    connection = books.connection
    what = f"{made.role} {made.duty}" if made.duty else made.role
    draft = books.draft(
        journal.DIRECTORY, lead=made.agency, responsible=made.name, note=what, start_on=made.from_on, due_on=made.until_on
    )
    [entry] = books.write([draft])
    id_ = connection.scalar(select(person.c.id).where(person.c.name == made.name))
    if id_ is None:
        [id_] = database.numbered(connection, person, [{"name": made.name, "position": entry.number}])
    row = {**made.as_json(), "person_id": id_, "position": entry.number}
    del row["name"]
    database.numbered(connection, membership, [row])
    return made
