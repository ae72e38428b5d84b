"""Pasted lines entered for those who sent them (代录)."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from tracker.deeds import Books, Deed
from tracker.deeds.lookup import by_code, by_words, unknown
from tracker.deeds.reporting import confirm_draft, report_draft
from tracker.errors import DeedsError, RuleError
from tracker.intake import before
from tracker.intake.judging import ADD, CHANGE, CONFIRM, REPEATED
from tracker.intake.lines import Said, Unreadable, read, settled
from tracker.journal import Entry, State
from tracker.plaintext import line

_NAMESPACE = uuid.UUID("5f0d6c54-31f7-5f0e-9b7e-8a4c2d1e6b37")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can be entered: its place, the deed, what comes of it, its entry, and what held before."""

    number: int
    text: str
    code: str
    title: str | None
    outcome: str
    entry: Entry
    before: State


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of pasted lines. `written` tells whether the readable ones were entered."""

    lines: tuple[Line, ...]
    unreadable: tuple[Unreadable, ...]
    written: bool

    def count(self, outcome: str) -> int:
        return sum(each.outcome == outcome for each in self.lines)


def take(books: Books, text: str, *, sender: str | None = None, readable: bool = False, dry_run: bool = False) -> Taken:
    """Enter pasted lines; none of them if any cannot be read, unless `readable` asks for the others.

    `sender` is named by the entries as the person whose word it is. The same
    line of the same day and sender, entered again at once, changes nothing.
    """
    sender = line(sender, "sender") or books.actor.person
    books = replace(books, actor=replace(books.actor, person=sender))
    found = read(text, books.now.today)
    deeds = by_code(books.connection, [each.code for each in found if isinstance(each, Said)])
    good: list[Line] = []
    bad: list[Unreadable] = []
    for each in found:
        if isinstance(each, Unreadable):
            bad.append(_meant(books.connection, each))
            continue
        try:
            if each.code not in deeds:
                raise unknown(books.connection, each.code)
            good.append(_drafted(books, deeds[each.code], each, sender))
        except DeedsError as error:
            bad.append(Unreadable(each.number, each.text, _for_a_line(error)))
    if dry_run or (bad and not readable) or not good:
        return Taken(tuple(good), tuple(bad), written=False)
    return Taken(tuple(_written(books, good)), tuple(bad), written=True)


def _meant(connection: Connection, unreadable: Unreadable) -> Unreadable:
    """A line that begins with the title of one deed is told its code; it may not be the deed that was meant, so no more than that."""
    if unreadable.error.key == "errors.line_no_code":
        title = re.split(r"[\s,，、:：;；]", unreadable.text, maxsplit=1)[0]
        found = [code for code, called in by_words(connection, title) if called == title]
        if len(found) == 1:
            return replace(unreadable, error=RuleError("line_title_for_code", title=title, deed=found[0]))
    return unreadable


def _for_a_line(error: DeedsError) -> DeedsError:
    """Where the command line would take an option, a line has a part."""
    name = error.key.removeprefix("errors.")
    if name.startswith("standing_"):
        return RuleError("line_quantity_stale", **error.values)
    if name in ("move_needs_approval", "reopening_needs_reason", "blocked_needs_difficulty"):
        return RuleError(f"line_{name}", **error.values)
    return error


def _drafted(books: Books, deed: Deed, said: Said, sender: str | None) -> Line:
    day = said.fields.get("on") or books.now.today

    def made(*after: object) -> str:
        return str(uuid.uuid5(_NAMESPACE, "\x1f".join((deed.code, day.isoformat(), sender or "", said.text, *map(str, after)))))

    state = deed.state
    latest = state.confirmation if said.confirms else state.progress
    known, uid = before.brought(deed, made)
    if known and latest and known.uid == latest.uid:
        uid = known.uid
    fields = settled(said, state.target)
    draft = (confirm_draft if said.confirms else report_draft)(books, deed, uid=uid, **fields)
    outcome = REPEATED if draft.number else CONFIRM if said.confirms else CHANGE if state.progress else ADD
    return Line(said.number, said.text, deed.code, state.title.title if state.title else None, outcome, draft, state)


def _written(books: Books, lines: Sequence[Line]) -> list[Line]:
    made = iter(books.write([each.entry for each in lines if not each.entry.number]))
    return [each if each.entry.number else replace(each, entry=next(made)) for each in lines]
