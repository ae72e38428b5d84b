"""What the announcement got wrong: items added and dropped, with no gap in the reconciliation."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, func, select

from tracker import access, directory, entries, journal
from tracker.database import numbered
from tracker.deeds import overseeing
from tracker.deeds.books import Books, Written
from tracker.deeds.lookup import find, normalised, unknown_commitment
from tracker.deeds.naming import check_free
from tracker.errors import NotAllowed, RuleError
from tracker.journal import Entry
from tracker.models import commitment, commitment_version, deed, entry, item, item_deed, item_version
from tracker.plaintext import line, note

MERGED, DUPLICATE, NONEXISTENT = "merged", "duplicate", "nonexistent"
DROP_REASONS = (MERGED, DUPLICATE, NONEXISTENT)
"""合并, 重复, 不存在."""


def add(books: Books, code: str, title: str, *, reason: str | None = None) -> str:
    """Add a deed that a commitment holds and its announcement left out; returns the new code.

    Raises NotFound, NotAllowed, RuleError.
    """
    connection = books.connection
    row = connection.execute(
        select(commitment.c.id, commitment.c.code, commitment_version.c.agency)
        .join(commitment_version)
        .where(commitment.c.code == normalised(code))
        .order_by(commitment_version.c.position.desc())
        .limit(1)
    ).first()
    if row is None:
        raise unknown_commitment(connection, code)
    access.require(books.actor, "add", row.code, row.agency)
    kept = line(title, "title")
    if not kept:
        raise RuleError("added_without_title", commitment=row.code)
    position = entries.head(connection).number + 1
    number = connection.scalar(select(func.max(item.c.number)).where(item.c.commitment_id == row.id)) + 1
    new = f"{row.code}-{number}"
    check_free(connection, row.id, kept)
    [item_id] = numbered(
        connection,
        item,
        [
            {
                "commitment_id": row.id,
                "key": f"added-{number}",
                "number": number,
                "announced": False,
                "position": position,
            }
        ],
    )
    numbered(connection, item_version, [{"item_id": item_id, "position": position, "title": kept}])
    [deed_id] = numbered(
        connection,
        deed,
        [
            {
                "code": new,
                "commitment_id": row.id,
                "number": number,
                "tracked_from": books.now.today,
                "position": position,
            }
        ],
    )
    numbered(connection, item_deed, [{"item_id": item_id, "deed_id": deed_id, "position": position}])
    office = directory.coordinator(books.agencies)
    drafts = [
        books.draft(
            journal.OWNERS,
            new,
            lead=row.agency,
            verifier=overseeing.by_default(office, row.agency),
            reason=note(reason, "reason"),
        ),
        books.draft(journal.TITLE, new, speaker=row.agency, title=kept),
    ]
    books.write(drafts, {new: deed_id})
    return new


def drop(
    books: Books,
    code: str,
    reason: str,
    *,
    into: str | None = None,
    words: str | None = None,
    approval: str | None = None,
) -> Written:
    """Take a deed out of the count: merged into another, a duplicate of one, or not existing.

    `into` is the deed that then fulfils its item; needed unless it does not
    exist. After the baseline only the office drops, with an approval. What a
    leader asked for is answered first; what was merged into the deed goes along,
    and so needs one to go to. Raises NotFound, NotAllowed, RuleError.
    """
    found = find(books.connection, code)
    access.require(books.actor, "drop", found.code, found.lead)
    if reason not in DROP_REASONS:
        raise RuleError("drop_reason_unknown", word=reason)
    found.check_open()
    if found.state.baseline is not None:
        if access.reach(books.actor, "decide") is None:
            raise NotAllowed("drop_fixed", deed=found.code)
        if not line(approval, "approval"):
            raise RuleError("drop_fixed_office", deed=found.code, drop_reason=reason)
    if asked := found.state.instructions:
        raise RuleError("drop_unanswered", deed=found.code, number=asked[0].number)
    if not into and (merged := merged_into(books.connection, found.code)):
        codes = tuple(each.deed for each in merged)
        raise RuleError("drop_holds_others", deed=found.code, near="、".join(codes), merged=codes[0], number=merged[0].number)
    if reason != NONEXISTENT and not into:
        raise RuleError("drop_needs_into", deed=found.code, drop_reason=reason)
    draft = books.draft(
        journal.DROP,
        found.code,
        reason=reason,
        approval=line(approval, "approval"),
        note=note(words, "note"),
    )
    if into:
        other = find(books.connection, into)
        access.require(books.actor, "drop", other.code, other.lead)
        if other.id == found.id or other.state.drop is not None:
            raise RuleError("drop_into_itself", deed=found.code, into=other.code)
        position = entries.head(books.connection).number + 1
        rows = ({"item_id": each, "deed_id": other.id, "position": position} for each in fulfilled(books.connection, found.id))
        numbered(books.connection, item_deed, rows)
        draft = replace(draft, wording=other.code)
    made = books.write([draft], {found.code: found.id})
    return found.written(made)


def fulfilled(connection: Connection, deed_id: int) -> list[int]:
    """The items that a deed fulfils by what is known now."""
    links = select(item_deed.c.item_id, item_deed.c.linked).where(item_deed.c.deed_id == deed_id).order_by(item_deed.c.position)
    return [id_ for id_, linked in dict(connection.execute(links).all()).items() if linked]


def merged_into(connection: Connection, code: str) -> list[Entry]:
    """What dropped other deeds into this one, and holds."""
    gone = select(entry.c.about).where(entry.c.kind == journal.RETRACTION)
    query = entries.selection().where(entry.c.kind == journal.DROP, entry.c.wording == code, entry.c.number.not_in(gone))
    return list(entries.read(connection, query))

