"""Agencies change: add one, rename one, merge one into another, name the one that coordinates.

Codes are given once and never change. What an agency is called from a journal
position on is a version at that position, so a report of an earlier position
prints the earlier name.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any
from unicodedata import normalize

from sqlalchemy import insert, or_, select

from tracker import access, database, directory, entries, journal
from tracker.deeds import overseeing, planning
from tracker.deeds.books import Books, Written
from tracker.deeds.lookup import Deed, many
from tracker.directory import Agency
from tracker.errors import RuleError
from tracker.models import agency as table
from tracker.models import agency_version, current, entry, entry_supporter
from tracker.plaintext import line, note


def add(
    books: Books,
    code: str,
    name: str,
    *,
    full_name: str | None = None,
    name_en: str | None = None,
    aliases: Sequence[str] = (),
    coordinates: bool = False,
) -> tuple[Agency, Sequence[Written]]:
    """Enter an agency at the end of the directory, from now on, under a code for ever; what it verifies, where it `coordinates`.

    Raises NotAllowed; RuleError for a code of another form or a code or name that is another agency's, or where
    another coordinates.
    """
    from tracker.proposal.values import CODE  # heavy, and of no use to those who rename

    _check_role(books)
    if coordinates and (office := directory.coordinator(books.agencies)):
        raise RuleError("coordinates_other", agency=books.agencies[office].name, code=code)
    wanted = normalize("NFKC", code).strip().upper()
    if not CODE.match(wanted):
        raise RuleError("agency_code_form", word=code)
    if wanted in books.agencies:
        raise RuleError("agency_code_taken", code=wanted, agency=books.agencies[wanted].name)
    short, full, english = (line(text, "agency_name") for text in (name, full_name, name_en))
    if not short:
        raise RuleError("agency_name_empty", code=wanted)
    more = tuple(dict.fromkeys(text for each in aliases if (text := line(each, "agency_name")) and text not in (short, full)))
    rank = max((each.rank for each in books.agencies.values()), default=0) + 1
    made = Agency(wanted, short, full or short, english, more, rank, coordinates, successor=None, position=0)
    _check_names(books, made.names, wanted)
    position = entries.head(books.connection).number + 1
    books.connection.execute(insert(table).values(code=wanted, jurisdiction=directory.JURISDICTION, position=position))
    made = _write(books, made, note=f"+ {short}")
    return made, overseeing.taken_up(books, wanted) if coordinates else []


def coordinate(books: Books, word: str) -> tuple[Agency, Sequence[Written]]:
    """Name the agency that coordinates from now on, and what it verifies by that, from nobody or from the office before it.

    Raises NotAllowed, NotFound, RuleError.
    """
    _check_role(books)
    new = directory.find(books.agencies, word)
    if new.coordinates:
        raise RuleError("coordinates_already", agency=new.name)
    if new.successor:
        raise RuleError("succession_done", agency=new.name, successor=books.agencies[new.successor].name)
    former = directory.coordinator(books.agencies)
    before = [replace(books.agencies[former], coordinates=False)] if former else []
    made = _write(books, replace(new, coordinates=True), *before, note=f"★ {new.name}")
    return made, overseeing.taken_up(books, new.code, former)


def _check_role(books: Books) -> None:
    """Raise NotAllowed unless the office asks; while none is named, whoever sets the books up."""
    if directory.coordinator(books.agencies) is not None or books.actor.role == access.LEADER:
        access.require_role(books.actor, "directory")


def _check_names(books: Books, names: Collection[str], code: str) -> None:
    """Raise RuleError if a name is already that of an agency with another code."""
    for other in books.agencies.values():
        if other.code != code and (clash := other.names & set(names)):
            raise RuleError("agency_name_taken", name=min(clash), agency=other.name)


def rename(
    books: Books,
    word: str,
    *,
    name: str | None = None,
    full_name: str | None = None,
    name_en: str | None = None,
    aliases: Sequence[str] = (),
) -> Agency:
    """Call an agency something else from now on; its old names become aliases, so that they still find it.

    `aliases` are further ones. Raises NotAllowed, NotFound, RuleError where
    nothing changes or a name is another agency's.
    """
    access.require_role(books.actor, "directory")
    old = directory.find(books.agencies, word)
    given = {"name": name, "full_name": full_name, "name_en": name_en}
    kept = {field: text for field, value in given.items() if (text := line(value, "agency_name"))}
    more = [text for each in aliases if (text := line(each, "agency_name"))]
    new = replace(old, **kept)
    former = [old.name, old.full_name] if kept else []
    names = dict.fromkeys([*old.aliases, *former, *more])
    new = replace(new, aliases=tuple(each for each in names if each not in (new.name, new.full_name)))
    if new == old:
        raise RuleError("rename_nothing", agency=old.name)
    _check_names(books, {*kept.values(), *more}, old.code)
    return _write(books, new, note=f"{old.name} → {new.name}")


def succession(books: Books, word: str, successor: str, approval: str | None) -> tuple[Agency, Agency, list[Deed]]:
    """The two agencies of a merger, if it is possible, and the deeds that it concerns.

    Raises NotAllowed, NotFound, RuleError.
    """
    access.require_role(books.actor, "directory")
    old, new = directory.find(books.agencies, word), directory.find(books.agencies, successor)
    if old.code == new.code or new.successor or old.coordinates:
        raise RuleError("succession_impossible", agency=old.name, successor=new.name)
    if old.successor:
        raise RuleError("succession_done", agency=old.name, successor=books.agencies[old.successor].name)
    if not line(approval, "approval"):
        raise RuleError("succession_needs_approval", agency=old.name)
    return old, new, _concerned(books, old.code)


def succeed(
    books: Books, word: str, successor: str, *, reason: str | None = None, approval: str | None = None
) -> tuple[Agency, list[Written]]:
    """Merge an agency into another, which takes over what it leads, supports and verifies.

    Takes an approval reference. Deeds whose books are fixed need a reason too.
    A deed cannot be verified by its lead: where the successor verifies what it
    would take over, name another verifier first. Raises NotAllowed, NotFound,
    RuleError.
    """
    old, new, deeds = succession(books, word, successor, approval)
    said = {"approval": line(approval, "approval"), "reason": note(reason, "reason")}
    gone = _write(books, replace(old, successor=new.code), note=f"{old.name} → {new.name}", **said)
    made = []
    for deed in deeds:
        made += planning.assign(books, [deed], _taken_over(deed, old.code, new.code), **said)
    return gone, made


def _concerned(books: Books, code: str) -> list[Deed]:
    """The deeds that an agency leads, supports or verifies, in directory order, without dropped ones."""
    supported = select(entry.c.deed_id).join(entry_supporter).where(entry_supporter.c.agency == code)
    own = or_(current.c.lead == code, current.c.verifier == code, current.c.deed_id.in_(supported))
    ids = books.connection.scalars(select(current.c.deed_id).where(current.c.dropped.is_(False), own))
    # A supporter of long ago need not be one now.
    return [deed for deed in many(books.connection, ids) if _taken_over(deed, code, code).kinds()]


def _taken_over(deed: Deed, old: str, new: str) -> planning.PlanChange:
    """The owners of a deed with one agency in the other's place."""
    owners = deed.state.owners
    supporters = owners.supporters if owners else ()
    lead = new if deed.lead == old else deed.lead
    helping = tuple(dict.fromkeys(new if each == old else each for each in supporters))
    return planning.PlanChange(
        lead=new if deed.lead == old else None,
        verifier=new if owners and owners.verifier == old else None,
        # Who leads a deed does not also support it.
        supporters=tuple(each for each in helping if each != lead) if old in supporters else None,
    )


def _write(books: Books, made: Agency, *others: Agency, **said: Any) -> Agency:
    """The entry that speaks of the agency, and the versions of it and of others that stand at its position."""
    speaker = books.actor.agency or (made.code if made.coordinates else None)
    [written] = books.write([books.draft(journal.DIRECTORY, speaker=speaker, lead=made.code, **said)])
    names = ("name", "full_name", "name_en", "rank", "coordinates", "origin", "successor")
    rows = [
        {"agency": each.code, "position": written.number, "aliases": list(each.aliases), **{name: getattr(each, name) for name in names}}
        for each in (made, *others)
    ]
    database.numbered(books.connection, agency_version, rows)
    return replace(made, position=written.number)
