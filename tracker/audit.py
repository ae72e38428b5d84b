"""Is everything in the books as the rules say? What `deeds db check` looks for.

The journal is read once, in its order; the deeds are folded a few hundred at
a time; a file is held in memory one by one.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from sys import intern
from typing import Any

from sqlalchemy import Connection, func, select, text, union

from tracker import entries, journal
from tracker.models import APPEND_ONLY, blob, commitment, current, deed, entry, item, item_deed, metadata, span
from tracker.models import report as report_table
from tracker.models import round as round_table

STEPS = ("file", "triggers", "journal", "deeds", "projection", "evidence")

# The kinds that an entry of a kind speaks of, always of its own deed.
SPEAKS_OF = {
    journal.FINDING: {journal.PROGRESS},
    journal.DECISION: {journal.PROPOSAL},
    journal.ANSWER: {journal.INSTRUCTION},
    journal.ROUND_MOVE: {journal.ROUND_OPEN},
    journal.ROUND_CLOSE: {journal.ROUND_OPEN},
    journal.ROUND_CANCEL: {journal.ROUND_OPEN},
    journal.RETRACTION: set(journal.KINDS) - {journal.RETRACTION},
}
_BATCH = 400
_EVERY = 1000  # entries between two signs of progress

Progress = Callable[[str, int, int], None]
"""Called with a step of STEPS, how far it is, and how far it goes."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a message of the catalogue `audit` and what fills it in."""

    key: str
    values: dict[str, Any] = field(default_factory=dict)


def check(connection: Connection, progress: Progress = lambda step, done, total: None) -> list[Problem]:
    """Everything that is wrong with the books, in the order of STEPS; empty if they are sound."""
    found: list[Problem] = []
    for step, look in zip(STEPS, (_file, _triggers, _journal, _deeds, _projection, _evidence), strict=True):
        progress(step, 0, 1)
        found.extend(look(connection, lambda done, total, step=step: progress(step, done, total)))
        progress(step, 1, 1)
    return found


def rebuild(connection: Connection, tell: entries.Tell = entries.quiet) -> None:
    """Make the whole projection anew from the journal."""
    entries.refresh(connection, tell=tell)


def _file(connection: Connection, _tell) -> Iterator[Problem]:
    """What SQLite itself finds wrong with its file; a PostgreSQL server keeps foreign keys by itself."""
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield Problem("file_damaged", {"what": said})
    for table, row, other, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield Problem("reference_broken", {"table": table, "row": row, "other": other})


def _triggers(connection: Connection, _tell) -> Iterator[Problem]:
    """The triggers that keep tables append-only: there, switched on, and saying what they should."""
    sqlite = connection.dialect.name == "sqlite"
    there = _sqlite_triggers(connection) if sqlite else _postgresql_triggers(connection)
    for table in APPEND_ONLY:
        for name in [
            f"{table}_no_{act}" for act in (("update", "delete", "replace") if sqlite else ("change", "truncate"))
        ]:
            if name not in there:
                yield Problem("trigger_missing", {"table": table, "trigger": name})
            elif not there[name]:
                yield Problem("trigger_changed", {"table": table, "trigger": name})


def _sqlite_triggers(connection: Connection) -> dict[str, bool]:
    """Each trigger by its name, and whether it refuses what it must."""
    sound = {}
    for name, table, sql in connection.execute(
        text("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
    ):
        plain = " ".join(sql.split())
        refuses = f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
        if name.endswith("_no_replace"):
            keys = _unique_keys(table)
            tests = [" AND ".join(f"{column} = NEW.{column}" for column in key) for key in keys]
            sound[name] = plain.endswith(refuses) and all(
                f"EXISTS (SELECT 1 FROM {table} WHERE {one})" in plain for one in tests
            )
        else:
            act = name.rsplit("_", 1)[1]
            sound[name] = plain == f"CREATE TRIGGER {name} BEFORE {act} ON {table} {refuses}"
    return sound


def _unique_keys(name: str) -> list[list[str]]:
    """Every key of a table under which a row can be replaced, each in the order of its columns."""
    from sqlalchemy import UniqueConstraint

    table = metadata.tables[name]
    keys = [[column.name for column in table.primary_key.columns]]
    keys += [[c.name for c in k.columns] for k in table.constraints if isinstance(k, UniqueConstraint)]
    # A table without a numeric key of one column has row numbers of its own.
    return keys if keys[0] in (["id"], ["number"]) else [*keys, ["rowid"]]


def _postgresql_triggers(connection: Connection) -> dict[str, bool]:
    query = text(
        "SELECT t.tgname, t.tgenabled IN ('O', 'A') AND p.proname = 'refuse_change' AND t.tgqual IS NULL"
        # before each changed or deleted row; before each truncate
        " AND t.tgtype = CASE WHEN t.tgname LIKE '%\\_no\\_change' THEN 1 + 2 + 8 + 16 ELSE 2 + 32 END"
        " AND p.prosrc LIKE '%RAISE EXCEPTION ''append-only: \\%''%'"
        " FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid"
        " WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal"
    )
    return dict(connection.execute(query).all())


def _journal(connection: Connection, tell) -> Iterator[Problem]:
    """Numbers, sequences, times, references and the hash chain, in one pass."""
    total = connection.scalar(select(func.count()).select_from(entry)) or 0
    hashes = connection.execute(
        select(entry.c.number, entry.c.prev_hash, entry.c.hash).order_by(entry.c.number),
        execution_options={"yield_per": 5000},
    )
    number, hash_, at = 0, journal.GENESIS, None
    seqs: dict[str, int] = {}
    known: dict[int, tuple[str, str | None]] = {}  # number → kind and deed
    for made, (_, prev_hash, kept) in zip(entries.read(connection), hashes, strict=True):
        where = {"number": made.number}
        if made.number != number + 1:
            yield Problem("number_gap", {**where, "expected": number + 1})
        if prev_hash != hash_:
            yield Problem("chain_broken", where)
        if journal.link(prev_hash, made) != kept:
            yield Problem("entry_changed", where)
        if at is not None and made.recorded_at < at:
            yield Problem("time_back", {**where, "before": _moment(at), "after": _moment(made.recorded_at)})
        if (made.deed is None) != (made.seq is None) or (
            made.deed is not None and made.seq != seqs.get(made.deed, 0) + 1
        ):
            yield Problem(
                "seq_gap", {**where, "deed": made.deed or "–", "seq": made.seq, "expected": seqs.get(made.deed, 0) + 1}
            )
        if made.kind not in journal.KINDS:
            yield Problem("kind_unknown", {**where, "kind": made.kind})
        if not _speaks_rightly(made, known):
            yield Problem("about_wrong", {**where, "about": made.about})
        number, hash_, at = made.number, kept, made.recorded_at
        if made.deed is not None:
            seqs[made.deed] = made.seq or 0
        known[made.number] = (intern(made.kind), made.deed and intern(made.deed))
        if made.number % _EVERY == 0:
            tell(made.number, total)
    yield from _positions(connection, number)
    yield from _openings(connection, known)


def _moment(at: datetime) -> str:
    return at.isoformat(sep=" ", timespec="seconds")


def _speaks_rightly(made: journal.Entry, known: dict[int, tuple[str, str | None]]) -> bool:
    """Whether `about` points back to an entry that this kind may speak of."""
    if made.about is None:
        return made.kind not in SPEAKS_OF
    kind, of = known.get(made.about, (None, None))
    if kind is None:
        return False
    return made.kind not in SPEAKS_OF or (kind in SPEAKS_OF[made.kind] and of == made.deed)


def _positions(connection: Connection, last: int) -> Iterator[Problem]:
    """Every row that stands at a journal position stands at one that the journal has."""
    for table in metadata.sorted_tables:
        if "position" in table.c:
            wrong = ~table.c.position.between(1, last)
            for position in connection.scalars(select(table.c.position).where(wrong).distinct().limit(_BATCH)):
                yield Problem("position_beyond", {"table": table.name, "number": position})


def _openings(connection: Connection, known: dict[int, tuple[str, str | None]]) -> Iterator[Problem]:
    """Rounds and issued reports come from entries of their kind, and rounds close on the day that these say."""
    rows = [(number, journal.ROUND_OPEN) for number in connection.scalars(select(round_table.c.opened))]
    rows += [(n, journal.ROUND_CLOSE) for n in connection.scalars(select(round_table.c.closed)) if n is not None]
    rows += [(number, journal.ISSUE) for number in connection.scalars(select(report_table.c.issued))]
    for number, kind in rows:
        if known.get(number, (None,))[0] != kind:
            yield Problem("opening_wrong", {"number": number, "kind": kind})
    closing = entries.closing_days(connection)
    for key, opened, day in connection.execute(select(round_table.c.key, round_table.c.opened, round_table.c.closes_on)):
        if closing.get(opened, day) != day:
            yield Problem("round_day_wrong", {"round": key, "day": day})


def _deeds(connection: Connection, _tell) -> Iterator[Problem]:
    """Deeds, items and commitments hang together, and each has what it cannot be without."""
    for code, number, owner in connection.execute(
        select(deed.c.code, deed.c.number, commitment.c.code).join(commitment, commitment.c.id == deed.c.commitment_id)
    ):
        if code != f"{owner}-{number}":
            yield Problem("code_wrong", {"deed": code, "expected": f"{owner}-{number}"})
    unlinked = select(deed.c.code).where(deed.c.id.not_in(select(item_deed.c.deed_id))).order_by(deed.c.id)
    for code in connection.scalars(unlinked):
        yield Problem("deed_without_item", {"deed": code})
    for number, owner in connection.execute(
        select(item.c.number, commitment.c.code)
        .join(commitment, commitment.c.id == item.c.commitment_id)
        .where(item.c.id.not_in(_linked()))
        .order_by(item.c.id)
    ):
        yield Problem("item_without_deed", {"commitment": owner, "item": number})
    for name, key in (("agency", "code"), ("source", "id"), ("commitment", "id"), ("item", "id")):
        table, versions = metadata.tables[name], metadata.tables[f"{name}_version"]
        column = "agency" if name == "agency" else f"{name}_id"
        for identity in connection.scalars(select(table.c[key]).where(table.c[key].not_in(select(versions.c[column])))):
            yield Problem("without_version", {"table": name, "row": identity})


def _linked():
    """The items that are linked to a deed by the last word about some pair."""
    later = item_deed.alias()
    overtaken = (
        select(later.c.id)
        .where(
            later.c.item_id == item_deed.c.item_id,
            later.c.deed_id == item_deed.c.deed_id,
            later.c.position > item_deed.c.position,
        )
        .exists()
    )
    return select(item_deed.c.item_id).where(item_deed.c.linked, ~overtaken)


def _projection(connection: Connection, tell) -> Iterator[Problem]:
    """The stored state of every deed equals the fold of its entries."""
    anywhere = union(select(deed.c.id), select(current.c.deed_id), select(span.c.deed_id))
    ids = connection.scalars(anywhere.order_by("id")).all()
    codes: dict[int, str] = {}
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        codes = dict(connection.execute(select(deed.c.id, deed.c.code).where(deed.c.id.in_(batch))).all())
        stored = {
            row["deed_id"]: row
            for row in connection.execute(select(current).where(current.c.deed_id.in_(batch))).mappings()
        }
        held = defaultdict(list)
        for each in connection.execute(select(span).where(span.c.deed_id.in_(batch)).order_by(span.c.from_on)).mappings():
            held[each["deed_id"]].append(dict(each))
        for id_, row, spans in entries.projected(connection, batch):
            kept = stored.pop(id_, None)
            wrong = ["–"] if kept is None else [name for name, value in row.items() if kept[name] != value]
            if held.pop(id_, []) != [{"deed_id": id_, **each} for each in spans]:
                wrong.append("span")
            if wrong:
                yield Problem("projection_differs", {"deed": codes[id_], "fields": ", ".join(wrong)})
        for id_ in {**stored, **held}:
            yield Problem("projection_differs", {"deed": codes.get(id_, id_), "fields": "–"})
        tell(start + len(batch), len(ids))


def _evidence(connection: Connection, tell) -> Iterator[Problem]:
    """Every file kept is what its key says."""
    keys = connection.scalars(select(blob.c.sha256).order_by(blob.c.sha256)).all()
    for done, key in enumerate(keys, 1):
        size, content = connection.execute(select(blob.c.size, blob.c.content).where(blob.c.sha256 == key)).one()
        if hashlib.sha256(content).hexdigest() != key or len(content) != size:
            yield Problem("file_changed", {"sha256": key})
        tell(done, len(keys))
