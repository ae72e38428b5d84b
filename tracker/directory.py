"""Agencies and people: what they are called, who coordinates, who is asking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from sqlalchemy import Connection, select

from tracker import access, called
from tracker.access import Actor
from tracker.errors import NotFound
from tracker.models import agency_version, membership, person

JURISDICTION = "jiangsu"
"""Of which province agencies are."""


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency as it was called at a journal position. `rank` is its place in the directory."""

    code: str
    name: str
    full_name: str
    name_en: str | None
    aliases: tuple[str, ...]
    rank: int
    coordinates: bool
    successor: str | None
    position: int
    origin: str | None = None

    @property
    def names(self) -> frozenset[str]:
        """Everything that it is called."""
        return frozenset(filter(None, (self.name, self.full_name, self.name_en, *self.aliases)))

    def called(self, language: str) -> str:
        """The name to print in a language; Traditional script is made where it is shown."""
        return self.name_en or self.name if language == "en" else self.name


def agencies(connection: Connection, known_at: int | None = None) -> dict[str, Agency]:
    """Every agency by code, in directory order, as known at a journal position (default: now)."""
    table = agency_version.c
    query = select(
        table.agency, table.name, table.full_name, table.name_en, table.aliases, table.rank,
        table.coordinates, table.successor, table.position, table.origin,
    ).order_by(table.position)  # fmt: skip
    if known_at is not None:
        query = query.where(table.position <= known_at)
    found = {row.agency: Agency(row[0], *row[1:4], tuple(row[4]), *row[5:]) for row in connection.execute(query)}
    return dict(sorted(found.items(), key=lambda pair: (pair[1].rank, pair[0])))


def coordinator(known: dict[str, Agency]) -> str | None:
    """The code of the coordinating office, if the directory names one."""
    return next((code for code, agency in known.items() if agency.coordinates), None)


def present(known: dict[str, Agency], code: str) -> str:
    """The agency that took over from one that was merged, if it was."""
    seen = set()
    while code in known and (after := known[code].successor) and code not in seen:
        seen.add(code)
        code = after
    return code


def find(known: dict[str, Agency], word: str) -> Agency:
    """The agency meant by a code, a name, an alias or a part of one, in either script. Raises NotFound, with near ones."""
    names = {code: agency.names for code, agency in known.items()}
    found = called.meant(names, word)
    if len(found) == 1:
        return known[found[0]]
    shown = "、".join(f"{code} {known[code].name}" for code in called.near(names, word))
    raise NotFound("agency_unknown_near" if shown else "agency_unknown", word=word.strip(), near=shown)


def identify(
    connection: Connection, known: dict[str, Agency], agency: str | None, name: str | None, door: str, today: date
) -> Actor:
    """Who is asking: a registered person with their role, else the agency's clerk, else the coordinating office.

    Who is registered as a leader, and as nothing else, reads wherever they look.

    Raises NotFound for an agency that the directory does not have.
    """
    office = coordinator(known)
    code = find(known, agency).code if agency and known else None  # books with nobody in them are for anybody to set up
    if name:
        roles = membership.c
        query = (
            select(roles.agency, roles.role, roles.from_on, roles.until_on)
            .join(person, person.c.id == roles.person_id)
            .where(person.c.name == name)
            .order_by(roles.position, roles.id)
        )
        latest = {row.agency: row for row in connection.execute(query)}
        valid = [
            row for row in latest.values() if row.from_on <= today and (row.until_on is None or today <= row.until_on)
        ]
        for row in valid:
            if code is None or row.agency == code:
                return Actor(row.agency, row.role, name, door)
        if valid and all(row.role == access.LEADER for row in valid):
            return Actor(code, access.LEADER, name, door)
    code = code or office
    return Actor(code, access.OFFICE if code == office else access.CLERK, name, door)


def shared(names: Sequence[str]) -> str:
    """What at least half of some names begin with, in whole words and not ending within a phrase ("Department of …")."""
    first = Counter(name.partition(" ")[0] for name in names).most_common(1)
    if len(names) < 2 or 2 * first[0][1] < len(names):
        return ""
    alike = [name.split(" ")[:-1] for name in names if name.partition(" ")[0] == first[0][0]]
    words = [each[0] for each in takewhile(lambda each: len(set(each)) == 1, zip(*alike, strict=False))]
    while words and words[-1] in ("of", "for", "and", "the"):
        words = words[:-2]
    return "".join(f"{word} " for word in words)
