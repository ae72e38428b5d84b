"""Reporting rounds: open one, move its closing day, close it, cancel it; what one brought is in `standings`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from tracker import access, journal
from tracker.deeds.books import Books
from tracker.errors import NotFound, RuleError
from tracker.models import entry
from tracker.models import round as round_table
from tracker.plaintext import note
from tracker.standings import SILENT, Round, standings

_KEY = re.compile(r"\d{4}(-[0-9A-Z]{1,8}){0,2}")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


def register(connection: Connection) -> list[Round]:
    """All rounds, the latest first."""
    table = round_table.c
    query = (
        select(table.key, table.opens_on, table.closes_on, table.opened, table.closed, entry.c.effective_on)
        .outerjoin(entry, entry.c.number == table.closed)
        .order_by(table.opened.desc())
    )
    return [Round(*row) for row in connection.execute(query)]


def open_now(connection: Connection) -> Round | None:
    """The round that is open, if one is."""
    return next((each for each in register(connection) if each.is_open), None)


def begun(connection: Connection, today: date) -> Round | None:
    """The last round that has begun: the one that is asked for today, or was asked for last."""
    return next((each for each in register(connection) if each.begun(today)), None)


def counting(connection: Connection, day: date, today: date) -> tuple[str, Round] | None:
    """Where it may surprise, what a report of that day counts for: "over", a round that is closed; not yet, "early", for the one to begin; or
    no more, "before", for the one that is open."""
    known = register(connection)
    for each in known:
        if each.closed_on and each.opens_on <= day <= each.closed_on:
            return "over", each
    coming = next((each for each in known if each.is_open and not each.begun(today)), None)
    if coming:
        return "early", coming
    running = next((each for each in known if each.is_open), None)
    return ("before", running) if running and day < running.opens_on else None


def find(connection: Connection, today: date, key: str | None = None) -> Round:
    """The round of a key; without one, the one that is open, else the last. Raises NotFound with what to open on that day."""
    known = register(connection)
    if key is None:
        if not known:
            raise NotFound("round_none", **_suggested(today))
        return known[0]
    wanted = _normalised(key)
    for each in known:
        if each.key == wanted:
            return each
    raise NotFound("round_unknown", word=key, known="、".join(each.key for each in known[:5]) or "–")


def _suggested(today: date) -> dict[str, str]:
    """A round that may be opened now: this month's, to be handed in for in ten days."""
    return {"round": f"{today:%Y-%m}", "by": str(today + timedelta(days=10))}


def _normalised(key: str) -> str:
    return unicodedata.normalize("NFKC", key).strip().upper()


def open_round(books: Books, key: str, by: date, since: date | None = None) -> Round:
    """Open a round that closes on `by` and counts from `since` on.

    `since` is, unless given, the day after the last round was closed; for the
    first round the first of the month that the key names, else today. There
    is one open round at a time. Raises NotAllowed, RuleError.
    """
    access.require_role(books.actor, "round")
    wanted = _normalised(key)
    if not _KEY.fullmatch(wanted):
        ahead = {"round": f"{by:%Y-%m}", "by": str(by)} if by >= books.now.today else {}
        raise RuleError("round_key_invalid", word=key, **_suggested(books.now.today) | ahead)
    known = register(books.connection)
    for each in known:
        if each.key == wanted and each.is_open:
            raise RuleError("round_by_same" if by == each.closes_on else "round_running", round=wanted, by=each.closes_on, other=by)
        if each.key == wanted:
            raise RuleError("round_exists", round=wanted)
        if each.is_open:
            raise RuleError("round_open_already", round=each.key, by=each.closes_on)
    last = known[0].closed_on if known else None
    if since is None:
        since = last + timedelta(days=1) if last else _first_day(wanted, books.now.today)
    elif last is not None and since <= last:
        raise RuleError("round_overlaps", since=since, round=known[0].key, last=last)
    if by < books.now.today:
        raise RuleError("round_by_past", by=by, today=books.now.today)
    if by < since:
        raise RuleError("round_by_before", by=by, since=since)
    [made] = books.write([books.draft(journal.ROUND_OPEN, round=wanted, start_on=since, by_on=by)])
    books.connection.execute(
        insert(round_table).values(key=wanted, opens_on=since, closes_on=by, opened=made.number)
    )
    return Round(wanted, since, by, made.number, None, None)


def _first_day(key: str, today: date) -> date:
    month = _MONTH.fullmatch(key)
    first = date(int(month[1]), int(month[2]), 1) if month else today
    return min(first, today)


def move_round(books: Books, by: date, key: str | None = None, *, reason: str) -> Round:
    """Move the closing day of the open round to another one that is not past, with the reason. Raises NotAllowed, NotFound, RuleError."""
    access.require_role(books.actor, "round")
    found, today, said = find(books.connection, books.now.today, key), books.now.today, note(reason, "reason")
    if not found.is_open:
        raise RuleError("round_closed_stays", round=found.key, day=found.closed_on)
    if by < today:
        raise RuleError("round_by_past", by=by, today=today)
    if by < found.opens_on:
        raise RuleError("round_by_before", by=by, since=found.opens_on)
    if by == found.closes_on:
        raise RuleError("round_by_same", round=found.key, by=by)
    if not said:
        raise RuleError("round_move_needs_reason", round=found.key, by=by)
    books.write([books.draft(journal.ROUND_MOVE, round=found.key, about=found.opened, by_on=by, reason=said)])
    books.connection.execute(update(round_table).where(round_table.c.key == found.key).values(closes_on=by))
    return replace(found, closes_on=by)


def close_round(books: Books, key: str | None = None, early: bool = False) -> Round:
    """Close the open round: from now on who handed nothing in is silent, which lights heed.

    Before its closing day that would be unfair, so while anyone is silent it
    takes `early`. Raises NotAllowed, NotFound, RuleError.
    """
    access.require_role(books.actor, "round")
    found = find(books.connection, books.now.today, key)
    if not found.is_open:
        raise RuleError("round_closed_already", round=found.key, day=found.closed_on)
    today = books.now.today
    if today < found.closes_on and not early:
        silent = sum(each.outcome == SILENT for each in standings(books.connection, found))
        if silent:
            raise RuleError("round_early", round=found.key, by=found.closes_on, silent=silent)
    [made] = books.write([books.draft(journal.ROUND_CLOSE, round=found.key, about=found.opened)])
    books.connection.execute(update(round_table).where(round_table.c.key == found.key).values(closed=made.number))
    return Round(found.key, found.opens_on, found.closes_on, found.opened, made.number, today)


def cancel_round(books: Books, key: str | None = None, *, reason: str) -> Round:
    """Take back a round that was opened by mistake, while nothing was handed in since; its name may be used again. Raises NotAllowed, NotFound, RuleError."""
    access.require_role(books.actor, "round")
    found, said = find(books.connection, books.now.today, key), note(reason, "reason")
    if not found.is_open:
        raise RuleError("round_cancel_closed", round=found.key, day=found.closed_on)
    handed = select(entry.c.number).where(entry.c.number > found.opened, entry.c.kind.in_(journal.HANDED_IN))
    if (number := books.connection.scalar(handed.order_by(entry.c.number))) is not None:
        raise RuleError("round_cancel_handed_in", round=found.key, number=number)
    if not said:
        raise RuleError("round_cancel_needs_reason", round=found.key)
    books.write([books.draft(journal.ROUND_CANCEL, round=found.key, about=found.opened, reason=said)])
    books.connection.execute(delete(round_table).where(round_table.c.key == found.key))
    return found
