"""Today's reminders: gathered from the books by the rules of `reminding`, and entered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from sqlalchemy import or_, select

from tracker import access, journal, lifecycle, people, reminding, rounds, standings, workdays
from tracker.deeds import instructing
from tracker.deeds.books import Books
from tracker.deeds.instructing import Instruction
from tracker.deeds.lookup import many
from tracker.journal import Entry
from tracker.models import current, deed
from tracker.reminding import Item, Reminder
from tracker.rounds import Round


def gather(books: Books, agency: str | None = None) -> list[Reminder]:
    """Whom to remind of what today, agencies in directory order (or one of them). Raises NotAllowed."""
    access.require_role(books.actor, "remind")
    connection, today = books.connection, books.now.today
    horizon = workdays.add(today, reminding.SOON)
    latest = rounds.begun(connection, today)
    silent = set()
    if latest is not None:
        found = standings.standings(connection, latest)
        silent = {each.code for each in found if each.outcome == standings.SILENT}
        if not latest.is_open:
            silent -= _heard_since(books, latest)
    contacts = people.contacts(connection, today)
    items: dict[str, list[Item]] = defaultdict(list)
    for each in many(connection, _candidates(books, silent, horizon, agency)):
        made = reminding.item(each, each.commitment_name, each.code in silent, latest, today, contacts.get(each.lead, {}))
        if made is not None:
            items[made.agency].append(made)
    orders: dict[str, list[Instruction]] = defaultdict(list)
    for order in instructing.register(connection, books.agencies, agency):
        if reminding.pressing(order.entry, horizon) and order.answer is None:
            orders[order.agency].append(order)
    codes = [code for code in books.agencies if code in items or code in orders]
    return [Reminder(code, tuple(items[code]), tuple(orders[code])) for code in codes]


def _heard_since(books: Books, closed: Round) -> set[str]:
    """Deeds silent in a closed round that handed something in after it."""
    query = select(deed.c.code).join(current).where(current.c.handed_in_on >= closed.opens_on)
    return set(books.connection.scalars(query))


def _candidates(books: Books, silent: Iterable[str], horizon: date, agency: str | None) -> list[int]:
    """Deeds that may need a reminder; each is looked at afterwards."""
    today = books.now.today
    query = (
        select(deed.c.id, deed.c.code, current.c.due_on, current.c.red_from, current.c.yellow_from)
        .join(current)
        .where(
            current.c.dropped.is_(False),
            or_(current.c.standing_status.is_(None), current.c.standing_status.not_in(lifecycle.FINISHED)),
        )
    )
    if agency:
        query = query.where(current.c.lead == agency)
    silent = set(silent)
    return [
        row.id
        for row in books.connection.execute(query)
        if row.code in silent
        or (row.due_on is not None and row.due_on <= horizon)
        or any(day is not None and day <= today for day in (row.red_from, row.yellow_from))
    ]


def record(books: Books, reminders: Iterable[Reminder]) -> list[Entry]:
    """Enter the reminders that are not repeated ones, each on its deed. Raises NotAllowed."""
    access.require_role(books.actor, "remind")
    new = [item for reminder in reminders for item in reminder.items if not item.repeated]
    drafts = [
        books.draft(
            journal.REMINDER,
            item.code,
            reason=item.cause,
            wording=item.level,
            quantity=Decimal(item.count),
            ask_of=item.rung,
            responsible="、".join(item.names) or None,
            round=item.round,
            due_on=item.due_on,
            by_on=item.asked_by,
        )
        for item in new
    ]
    return books.write(drafts)
