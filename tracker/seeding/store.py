"""Write what `compare` found: all of it or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, insert, select

from tracker import directory, entries, journal
from tracker.access import require_role
from tracker.database import numbered
from tracker.deeds.books import Books
from tracker.errors import RuleError
from tracker.journal import Entry
from tracker.models import (
    agency,
    agency_version,
    commitment,
    commitment_version,
    deed,
    item,
    item_deed,
    item_version,
    mention,
    source,
    source_version,
)
from tracker.seeding.compare import Plan, PlannedCommitment

JURISDICTION = "jiangsu"
DOOR = "import"


def store(books: Books, plan: Plan, tracked_from: date, origin: str) -> int:
    """Write a plan and return the number of deeds it added.

    `origin` names the file in the journal. Raises NotAllowed, RuleError.
    """
    require_role(books.actor, "import")
    if tracked_from > books.now.today:
        raise RuleError("day_in_future", day=tracked_from, today=books.now.today)
    if plan.empty:
        return 0
    connection = books.connection
    position = entries.head(connection).number + 1
    _write_agencies(connection, plan, position)
    office = directory.coordinator(directory.agencies(connection))
    draft = books.draft(journal.IMPORT, note=origin, speaker=books.actor.agency or office)
    entries.append(connection, [_by_import(draft)])
    if plan.source is None:
        return 0
    source_id = plan.source_id
    if source_id is None:
        [source_id] = numbered(connection, source, [{"key": _key(plan)}])
    if plan.source_changed:
        numbered(connection, source_version, [{"source_id": source_id, "position": position, **plan.source}])
        numbered(connection, mention, ({"source_id": source_id, "position": position, **m} for m in plan.mentions))
    return _write_commitments(books, plan, position, source_id, tracked_from, office)


def _key(plan: Plan) -> str:
    return next(change.key for change in plan.changes if change.what == "source")


def _by_import(draft: Entry) -> Entry:
    return replace(draft, door=DOOR, typed_by=None)


def _write_agencies(connection: Connection, plan: Plan, position: int) -> None:
    known = directory.agencies(connection)
    rank = max((a.rank for a in known.values()), default=0)
    new = [values for values in plan.agencies if values["agency"] not in known]
    if new:
        connection.execute(
            insert(agency),
            [{"code": v["agency"], "jurisdiction": JURISDICTION, "position": position} for v in new],
        )
    rows = [{**v, "position": position, "rank": v["rank"] + rank if v in new else v["rank"]} for v in plan.agencies]
    numbered(connection, agency_version, rows)


def _write_commitments(books: Books, plan: Plan, position: int, source_id: int, since: date, office: str | None) -> int:
    connection = books.connection
    new = [c for c in plan.commitments if c.id is None]
    ids = dict(
        zip(
            (c.code for c in new),
            numbered(
                connection, commitment, ({"source_id": source_id, "key": c.part.key, "code": c.code} for c in new)
            ),
            strict=True,
        )
    )
    ids |= {c.code: c.id for c in plan.commitments if c.id is not None}
    changed = [c for c in plan.commitments if c.changed]
    numbered(
        connection,
        commitment_version,
        ({"commitment_id": ids[c.code], "position": position, **c.values} for c in changed),
    )
    drafts: list[Entry] = []
    deed_ids: dict[str, int] = {}
    added = 0
    for planned in plan.commitments:
        fresh = [i for i in planned.items if i.id is None]
        rows = (
            {"commitment_id": ids[planned.code], "key": i.key, "number": i.number, "position": position} for i in fresh
        )
        item_ids = dict(zip((i.key for i in fresh), numbered(connection, item, rows), strict=True))
        versions = (
            {"item_id": i.id or item_ids[i.key], "position": position, **i.values} for i in planned.items if i.changed
        )
        numbered(connection, item_version, versions)
        known = _deeds_of(connection, planned.same_as)
        own = [i for i in fresh if i.number not in known]
        codes = [f"{planned.code}-{i.number}" for i in own]
        made = numbered(
            connection,
            deed,
            (
                {
                    "code": code,
                    "commitment_id": ids[planned.code],
                    "number": i.number,
                    "tracked_from": since,
                    "position": position,
                }
                for code, i in zip(codes, own, strict=True)
            ),
        )
        deed_ids |= dict(zip(codes, made, strict=True))
        fulfils = dict(zip((i.key for i in own), made, strict=True)) | {
            i.key: known[i.number] for i in fresh if i.number in known
        }
        numbered(
            connection,
            item_deed,
            ({"item_id": item_ids[i.key], "deed_id": fulfils[i.key], "position": position} for i in fresh),
        )
        added += len(made)
        drafts += _announced(books, planned, own, codes, since, plan, office)
        drafts += _corrected(books, connection, planned, since, deed_ids)
    entries.append(connection, drafts, deed_ids)
    return added


def _deeds_of(connection: Connection, commitment_id: int | None) -> dict[int, int]:
    if commitment_id is None:
        return {}
    return dict(
        connection.execute(select(deed.c.number, deed.c.id).where(deed.c.commitment_id == commitment_id)).all()
    )


def _announced(books: Books, planned: PlannedCommitment, items, codes, since: date, plan: Plan, office: str | None):
    """What the source says of new deeds: who owes them and, where it says so, their title, target and due day."""
    part = planned.part
    supporters = tuple(dict.fromkeys(plan.known_agencies[n] for n in part.joint if n in plan.known_agencies))
    verifier = office if office != part.agency else None
    for code, unit in zip(codes, items, strict=True):
        common = {"deed": code, "on": since, "speaker": books.actor.agency or office}
        yield _by_import(
            books.draft(journal.OWNERS, lead=part.agency, supporters=supporters, verifier=verifier, **common)
        )
        if unit.values["title"] is not None:
            yield _by_import(books.draft(journal.TITLE, title=unit.values["title"], **common))
        if unit.values["due_on"] is not None:
            yield _by_import(
                books.draft(journal.SCHEDULE, due_on=unit.values["due_on"], basis=part.due_basis, **common)
            )
        if unit.values["quantity"] is not None:
            yield _by_import(
                books.draft(
                    journal.TARGET, target=unit.values["quantity"], unit=unit.values["unit"], direction=">=", **common
                )
            )


def _corrected(books: Books, connection: Connection, planned: PlannedCommitment, since: date, deed_ids: dict[str, int]):
    """Titles that a corrected file changes, where the agency has not entered its own."""
    for unit in planned.items:
        if unit.id is None or not unit.write_title:
            continue
        code, day = connection.execute(select(deed.c.code, deed.c.tracked_from).where(deed.c.id == unit.deed_id)).one()
        deed_ids[code] = unit.deed_id
        yield _by_import(books.draft(journal.TITLE, deed=code, on=max(day, since), title=unit.values["title"]))
