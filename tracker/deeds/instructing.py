"""批示/交办: what a leader asked of a deed or an agency, by when; open until answered.

An instruction on a deed carries its code and is for whoever leads the deed at
the time; one to an agency carries no deed, and the agency's code in `lead`.
`leader` says who gave it, `note` what it says, `by_on` the day by which to
answer. An answer speaks `about` the instruction's number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, or_, select

from tracker import access, directory, entries, journal
from tracker.deeds import retracting
from tracker.deeds.books import Books
from tracker.deeds.lookup import find, normalised
from tracker.errors import NotAllowed, NotFound, RuleError
from tracker.journal import Entry
from tracker.models import current, deed, entry
from tracker.plaintext import line, note

_DEED = re.compile(r"[A-Z][A-Z0-9]*-\d+-\d+")


@dataclass(frozen=True, slots=True)
class Instruction:
    """An instruction and the answer to it, if there is one. `agency` is who has to answer now, also where the deed was `dropped`."""

    entry: Entry
    answer: Entry | None
    agency: str
    title: str | None = None
    dropped: bool = False

    @property
    def number(self) -> int:
        return self.entry.number

    def late(self, today: date) -> bool:
        """Unanswered although its day is past."""
        return self.answer is None and self.entry.by_on is not None and self.entry.by_on < today

    def as_json(self) -> dict[str, Any]:
        asked, answer = self.entry, self.answer
        return {
            "number": asked.number,
            "agency": self.agency,
            "deed": asked.deed,
            "title": self.title,
            "dropped": self.dropped,
            "leader": asked.leader,
            "text": asked.note,
            "given_on": asked.effective_on,
            "by": asked.by_on,
            "answer": answer.note if answer else None,
            "answered_on": answer.effective_on if answer else None,
            "answer_number": answer.number if answer else None,
        }


def instruct(
    books: Books,
    addressee: str,
    words: str,
    *,
    by: date | None = None,
    leader: str | None = None,
    on: date | None = None,
) -> Instruction:
    """Record what a leader asked of a deed (a code or words of its title) or an agency (a code or name).

    `on` is the day it was given. Raises NotAllowed, NotFound, RuleError.
    """
    access.require_role(books.actor, "instruct")
    text = note(words, "note")
    if not text:
        raise RuleError("instruction_empty", word=addressee)
    given = on or books.now.today
    if by is not None and by < given:
        raise RuleError("by_before_given", by=by, given=given)
    code, agency = _addressee(books, addressee)
    values = {"note": text, "by_on": by, "leader": line(leader, "leader"), "on": on}
    if code is None:
        books.check_day(on, date.min, addressee)
        [made] = books.write([books.draft(journal.INSTRUCTION, lead=agency, **values)])
        return Instruction(made, None, agency)
    found = find(books.connection, code)
    found.check_open()
    books.check_day(on, found.tracked_from, found.code)
    [made] = entries.append(
        books.connection, [books.draft(journal.INSTRUCTION, found.code, **values)], {found.code: found.id}
    )
    return Instruction(made, None, found.lead, found.state.title.title if found.state.title else None)


def _addressee(books: Books, word: str) -> tuple[str | None, str | None]:
    """The code of a deed, or that of an agency."""
    if _DEED.fullmatch(normalised(word)):
        return find(books.connection, word).code, None
    try:
        return None, directory.find(books.agencies, word).code
    except NotFound as unknown:
        try:
            return find(books.connection, word).code, None
        except NotFound as error:
            if error.key in ("errors.deed_ambiguous", "errors.deed_is_commitment"):
                raise
            near = unknown.values.get("near")
            raise NotFound("addressee_unknown_near" if near else "addressee_unknown", word=word, near=near) from None


def register(
    connection: Connection, known: dict[str, directory.Agency], agency: str | None = None, as_of: date | None = None
) -> list[Instruction]:
    """All instructions that hold (those to one agency, or as of a day), in the order they were given; a deed that was dropped takes none with it."""
    spoken_of = entry.alias()
    orders = (journal.INSTRUCTION, journal.ANSWER)
    about_orders = select(spoken_of.c.number).where(spoken_of.c.kind.in_(orders))
    query = entries.selection().where(
        or_(entry.c.kind.in_(orders), (entry.c.kind == journal.RETRACTION) & entry.c.about.in_(about_orders))
    )
    live = journal.live(entries.read(connection, query), as_of)
    answers = {each.about: each for each in live if each.kind == journal.ANSWER}
    asked = [each for each in live if each.kind == journal.INSTRUCTION]
    codes = sorted({each.deed for each in asked if each.deed})
    rows = connection.execute(
        select(deed.c.code, current.c.lead, current.c.title, current.c.dropped).join(current).where(deed.c.code.in_(codes))
    )
    deeds = {row.code: row for row in rows}
    found = []
    for each in asked:
        row = deeds.get(each.deed)
        owner = row.lead if row is not None else directory.present(known, each.lead)
        if agency in (None, owner):
            of = (row.title, row.dropped) if row is not None else ()
            found.append(Instruction(each, answers.get(each.number), owner, *of))
    return found


def answer(books: Books, number: int, words: str, *, on: date | None = None) -> Instruction:
    """Answer an instruction, which closes it. Raises NotAllowed, NotFound, RuleError."""
    asked = next((each for each in register(books.connection, books.agencies) if each.number == number), None)
    if asked is None:
        raise NotFound("instruction_unknown", number=number)
    if not access.may(books.actor, "answer", asked.agency):
        if books.actor.role in (access.CLERK, access.OFFICE):
            raise NotAllowed("instruction_of_another", number=number, agency=books.agencies[asked.agency].name)
        access.require(books.actor, "answer", asked.entry.deed or "", asked.agency)
    if asked.answer is not None:
        raise RuleError("already_answered", number=number, answer=asked.answer.number, day=asked.answer.effective_on)
    text = note(words, "note")
    if not text:
        raise RuleError("answer_empty", number=number)
    day = on or books.now.today
    if day > books.now.today:
        raise RuleError("day_in_future", day=day, today=books.now.today)
    if day < asked.entry.effective_on:
        raise RuleError("answer_before_asked", day=day, number=number, given=asked.entry.effective_on)
    draft = books.draft(journal.ANSWER, asked.entry.deed, on, speaker=asked.agency, about=number, note=text)
    [made] = books.write([draft])
    return Instruction(asked.entry, made, asked.agency, asked.title)


def withdraw(books: Books, number: int, *, reason: str | None = None) -> Entry:
    """Take back an instruction or an answer; it stays in the journal and no longer counts.

    By who wrote it, or the office. Raises NotAllowed, NotFound, RuleError.
    """
    chosen = entries.by_number(books.connection, number)
    if chosen is None or chosen.kind not in (journal.INSTRUCTION, journal.ANSWER):
        raise NotFound("instruction_unknown", number=number)
    if chosen.deed is not None:
        return retracting.retract(books, chosen.deed, number, reason=reason).entry
    if access.reach(books.actor, "retract") is None:
        access.require_role(books.actor, "retract")
    if access.reach(books.actor, "retract") == access.CHECKS:
        raise NotAllowed("role_cannot", role=books.actor.role, act="retract")
    if books.actor.role != access.OFFICE and books.actor.agency not in (chosen.agency, chosen.typed_by):
        raise NotAllowed("retract_not_yours", number=number, agency=chosen.agency)
    gone = select(entry.c.number).where(entry.c.kind == journal.RETRACTION, entry.c.about == number)
    if books.connection.execute(gone).first():
        raise RuleError("already_retracted", number=number)
    [made] = books.write([books.draft(journal.RETRACTION, about=number, reason=note(reason, "reason"))])
    return made
