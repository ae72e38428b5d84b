"""Write what `compare` found: all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, insert

from tracker import directory, entries, journal
from tracker.access import require_role
from tracker.database import numbered
from tracker.deeds import overseeing
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
from tracker.seeding import values
from tracker.seeding.plan import JOINT, LEAD, Plan, PlannedCommitment, PlannedItem

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
    speaker = books.actor.agency or office
    books.write([_draft(books, speaker, journal.IMPORT, note=origin)])
    former = directory.coordinator(books.agencies)
    if office not in (None, former):
        overseeing.taken_up(books, office, former)
    if plan.source is None:
        return 0
    source_id = plan.source_id
    if source_id is None:
        [source_id] = numbered(connection, source, [{"key": plan.source_key}])
    if plan.source_changed:
        numbered(connection, source_version, [{"source_id": source_id, "position": position, **plan.source}])
        numbered(connection, mention, ({"source_id": source_id, "position": position, **m} for m in plan.mentions))
    ids = _write_commitments(connection, plan, position, source_id)
    drafts: list[Entry] = []
    deed_ids: dict[str, int] = {}
    added = 0
    for planned in plan.commitments:
        made = _write_items(connection, planned, ids[planned.code], position, tracked_from)
        added += len(made)
        deed_ids |= made
        drafts += _announced(books, planned, made, tracked_from, plan, office, speaker)
        drafts += _corrected(books, planned, tracked_from, plan, office, speaker)
        deed_ids |= {unit.deed.code: unit.deed.id for unit in planned.items if unit.corrects}
    books.write(drafts, deed_ids)
    return added


def _draft(
    books: Books, speaker: str | None, kind: str, deed: str | None = None, on: date | None = None, **said
) -> Entry:
    return books.draft(kind, deed, on, speaker=speaker, door=DOOR, **said)


def _write_agencies(connection: Connection, plan: Plan, position: int) -> None:
    known = directory.agencies(connection)
    rank = max((a.rank for a in known.values()), default=0)
    new = [row["agency"] for row in plan.agencies if row["agency"] not in known]
    if new:
        connection.execute(
            insert(agency), [{"code": code, "jurisdiction": directory.JURISDICTION, "position": position} for code in new]
        )
    numbered(
        connection,
        agency_version,
        (
            {**row, "position": position, "rank": row["rank"] + (rank if row["agency"] in new else 0)}
            for row in plan.agencies
        ),
    )


def _write_commitments(connection: Connection, plan: Plan, position: int, source_id: int) -> dict[str, int]:
    """Write new commitments and changed versions; the id of each by its code."""
    new = [c for c in plan.commitments if c.id is None]
    made = numbered(connection, commitment, ({"source_id": source_id, "key": c.part.key, "code": c.code} for c in new))
    ids = {c.code: c.id for c in plan.commitments} | dict(zip((c.code for c in new), made, strict=True))
    changed = (c for c in plan.commitments if c.changed)
    versions = ({"commitment_id": ids[c.code], "position": position, **c.values} for c in changed)
    numbered(connection, commitment_version, versions)
    return ids


def _write_items(
    connection: Connection, planned: PlannedCommitment, id_: int, position: int, since: date
) -> dict[str, int]:
    """Write new and changed items and link them to their deeds; code and id of each deed that is new."""
    fresh = [unit for unit in planned.items if unit.id is None]
    rows = ({"commitment_id": id_, "key": u.key, "number": u.number, "position": position} for u in fresh)
    item_ids = dict(zip((u.key for u in fresh), numbered(connection, item, rows), strict=True))
    versions = (
        {"item_id": u.id or item_ids[u.key], "position": position, **u.values} for u in planned.items if u.changed
    )
    numbered(connection, item_version, versions)
    own = [unit for unit in fresh if unit.deed is None]
    common = {"commitment_id": id_, "tracked_from": since, "position": position}
    made = numbered(connection, deed, ({"code": _code(planned, u), "number": u.number, **common} for u in own))
    homes = {unit.key: unit.deed.id for unit in fresh if unit.deed} | dict(zip((u.key for u in own), made, strict=True))
    links = ({"item_id": item_ids[u.key], "deed_id": homes[u.key], "position": position} for u in fresh)
    numbered(connection, item_deed, links)
    return {_code(planned, unit): homes[unit.key] for unit in own}


def _code(planned: PlannedCommitment, unit: PlannedItem) -> str:
    return f"{planned.code}-{unit.number}"


def _announced(
    books: Books, planned: PlannedCommitment, made: dict[str, int], since: date, plan: Plan, office: str | None, speaker: str | None
) -> Iterator[Entry]:  # fmt: skip
    """What the source says of new deeds: who owes them and, where it says so, their title, target and due day."""
    for unit in planned.items:
        if (code := _code(planned, unit)) in made and unit.id is None and unit.deed is None:
            yield _draft(books, speaker, journal.OWNERS, code, since, **_owners(unit, plan, office))
            for kind, said in _facts(unit).items():
                yield _draft(books, speaker, kind, code, since, **said)


def _owners(unit: PlannedItem, plan: Plan, office: str | None) -> dict:
    """Who owes a deed as an item says it; of a deed that there is, only what the item corrects, over what holds."""
    lead = unit.values["agency"]
    said = {
        "lead": lead,
        "supporters": values.supporters(unit.values["joint"], lead, plan.known_agencies),
        "verifier": overseeing.by_default(office, lead),
    }
    if unit.deed is None or (last := unit.deed.state.owners) is None:
        return said
    lead = lead if LEAD in unit.corrects else last.lead
    supporters = said["supporters"] if JOINT in unit.corrects else last.supporters
    return {
        "lead": lead,
        "supporters": tuple(code for code in supporters if code != lead),
        "verifier": overseeing.by_default(office, lead) if last.verifier in (None, lead) else last.verifier,
        "responsible": last.responsible,
        "leader": last.leader,
    }


def _facts(unit: PlannedItem) -> dict[str, dict]:
    """What an item says of its deed, by kind of entry."""
    said, facts = unit.values, {}
    if said["title"] is not None:
        facts[journal.TITLE] = {"title": said["title"]}
    if said["due_on"] is not None:
        facts[journal.SCHEDULE] = {"due_on": said["due_on"], "basis": unit.basis}
    if said["quantity"] is not None:
        facts[journal.TARGET] = {"target": said["quantity"], "unit": said["unit"], "direction": unit.direction}
    return facts


def _corrected(
    books: Books, planned: PlannedCommitment, since: date, plan: Plan, office: str | None, speaker: str | None
) -> Iterator[Entry]:
    """What a corrected file changes, where the deed still is as it was last imported: from the day of what it corrects."""
    for unit in planned.items:
        kinds = {journal.OWNERS if fact in (LEAD, JOINT) else fact for fact in unit.corrects}
        for kind, said in ({journal.OWNERS: _owners(unit, plan, office)} | _facts(unit)).items():
            if kind in kinds:
                standing = getattr(unit.deed.state, kind)
                on = standing.effective_on if standing else max(unit.deed.tracked_from, since)
                yield _draft(books, speaker, kind, unit.deed.code, on, **said)
