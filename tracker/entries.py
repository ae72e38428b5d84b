"""The journal in the database: append entries, read them back, keep the projection equal to the fold."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, groupby
from typing import Any

from sqlalchemy import Connection, Select, Table, func, insert, select

from tracker import journal, projection
from tracker.journal import Entry
from tracker.models import (
    agency_version,
    commitment_version,
    current,
    deed,
    entry,
    entry_evidence,
    entry_point,
    entry_supporter,
    span,
)

_CHILDREN = ("supporters", "points", "evidence")
_DECIMALS = ("quantity", "target")
_COLUMNS = [column for column in entry.c if column.name not in ("deed_id", "prev_hash", "hash")]
_NAMES = [column.name for column in _COLUMNS]
_BATCH = 400  # parameters of one IN list

Tell = Callable[[int, int], None]
"""Called with how far long work is, and how far it goes."""


def quiet(done: int, total: int) -> None:
    """A `Tell` for nobody."""


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of the journal; number 0 of an empty one."""

    number: int = 0
    hash: str = journal.GENESIS
    recorded_at: datetime | None = None


def head(connection: Connection) -> Head:
    row = connection.execute(
        select(entry.c.number, entry.c.hash, entry.c.recorded_at).order_by(entry.c.number.desc()).limit(1)
    ).first()
    return Head(*row) if row else Head()


def append(
    connection: Connection,
    drafts: Sequence[Entry],
    deed_ids: dict[str, int] | None = None,
    journals: Mapping[str, Sequence[Entry]] | None = None,
    tell: Tell = quiet,
) -> list[Entry]:
    """Write entries at the end of the journal and refresh the projection of their deeds.

    A draft is an Entry with number 0; the number, the place in its deed, the
    hash and, where it is empty, the uid are given here. Recorded times never
    go back. `deed_ids` (code → id) saves looking the deeds up, `journals` (code →
    its entries, read in this transaction) reading them again. To be called
    inside `database.writing`.
    """
    last = head(connection)
    codes = {draft.deed for draft in drafts if draft.deed is not None}
    ids = deed_ids if deed_ids is not None else _ids(connection, codes)
    seqs = _seqs(connection, [ids[code] for code in codes])
    whole: dict[int, list[Entry]] = {id_: [] for id_, seq in seqs.items() if seq == 0}  # journals that begin here
    whole |= {ids[code]: list(known) for code, known in (journals or {}).items() if code in codes}
    number, hash_, at = last.number, last.hash, last.recorded_at
    rows, written, children = [], [], defaultdict(list)
    for draft in drafts:
        number += 1
        at = draft.recorded_at if at is None else max(at, draft.recorded_at)
        seq, deed_id = None, None
        if draft.deed is not None:
            deed_id = ids[draft.deed]
            seq = seqs[deed_id] = seqs[deed_id] + 1
        values = journal.values(draft)
        values |= {"number": number, "seq": seq, "recorded_at": at, "uid": draft.uid or str(uuid.uuid4())}
        # The hash is taken of what will be read back: points come by day, quantities as decimals.
        values["points"] = tuple(sorted(draft.points))
        values |= {name: Decimal(values[name]) for name in _DECIMALS if values[name] is not None}
        made = journal.made(values)
        prev, hash_ = hash_, journal.link(hash_, made)
        rows.append({"deed_id": deed_id, "prev_hash": prev, "hash": hash_, **values})
        for place, code in enumerate(made.supporters):
            children[entry_supporter].append({"number": number, "place": place, "agency": code})
        for day, percent in made.points:
            children[entry_point].append({"number": number, "day": day, "percent": percent})
        for place, (sha256, name) in enumerate(made.evidence):
            children[entry_evidence].append({"number": number, "place": place, "sha256": sha256, "name": name})
        written.append(made)
        if deed_id in whole:
            whole[deed_id].append(made)
    _insert(connection, entry, rows)
    for table, found in children.items():
        connection.execute(insert(table), found)
    refresh(connection, list(seqs), whole, tell)
    return written


def _insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, naming only the columns that one of them fills: an entry uses a quarter of them."""
    used = [c.name for c in table.c if [row.get(c.name) for row in rows].count(None) < len(rows)]
    if rows:
        connection.execute(insert(table), [{name: row[name] for name in used} for row in rows])


def _ids(connection: Connection, codes: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for batch in _batches(sorted(codes)):
        found |= dict(connection.execute(select(deed.c.code, deed.c.id).where(deed.c.code.in_(batch))).all())
    return found


def _seqs(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    seqs = dict.fromkeys(ids, 0)
    for batch in _batches(ids):
        query = (
            select(entry.c.deed_id, func.max(entry.c.seq)).where(entry.c.deed_id.in_(batch)).group_by(entry.c.deed_id)
        )
        seqs |= dict(connection.execute(query).all())
    return seqs


def _batches(values: Sequence) -> Iterator[Sequence]:
    for start in range(0, len(values), _BATCH):
        yield values[start : start + _BATCH]


def read(connection: Connection, query: Select | None = None) -> Iterator[Entry]:
    """Entries in journal order, streamed; `query` narrows `selection()`."""
    query = selection() if query is None else query
    numbers = query.with_only_columns(entry.c.number).order_by(None).scalar_subquery()
    children: dict[str, dict[int, list]] = {name: defaultdict(list) for name in _CHILDREN}
    for name, table, order in (
        ("supporters", entry_supporter, entry_supporter.c.place),
        ("points", entry_point, entry_point.c.day),
        ("evidence", entry_evidence, entry_evidence.c.place),
    ):
        rows = connection.execute(select(table).where(table.c.number.in_(numbers)).order_by(table.c.number, order))
        for row in rows:
            value = {
                "supporters": lambda r: r.agency,
                "points": lambda r: (r.day, r.percent),
                "evidence": lambda r: (r.sha256, r.name),
            }[name](row)
            children[name][row.number].append(value)
    for *row, _, code in connection.execute(query, execution_options={"yield_per": 5000}):
        values = dict(zip(_NAMES, row, strict=True))
        values["deed"] = code
        for name in _CHILDREN:
            values[name] = tuple(children[name].get(values["number"], ()))
        yield journal.made(values)


def selection() -> Select:
    """Every entry with the code of its deed, to be narrowed and ordered for `read`."""
    columns = [*_COLUMNS, entry.c.deed_id, deed.c.code.label("deed_code")]
    return select(*columns).select_from(entry.outerjoin(deed)).order_by(entry.c.number)


def of_deed(connection: Connection, deed_id: int) -> list[Entry]:
    return list(read(connection, selection().where(entry.c.deed_id == deed_id)))


def of_deeds(connection: Connection, deed_ids: Sequence[int]) -> Iterator[Entry]:
    """The entries of a few hundred deeds at most, in journal order."""
    return read(connection, selection().where(entry.c.deed_id.in_(deed_ids)))


def by_number(connection: Connection, number: int) -> Entry | None:
    return next(iter(list(read(connection, selection().where(entry.c.number == number)))), None)


def folded(
    connection: Connection, deed_ids: Sequence[int] | None = None, as_of=None, known_at: int | None = None
) -> Iterator[tuple[int, journal.State]]:
    """Each deed's id and state, folded from the journal; all deeds if none are named."""
    if deed_ids is None:
        deed_ids = connection.scalars(select(deed.c.id).order_by(deed.c.id)).all()
    for id_, found in _journals(connection, deed_ids):
        yield id_, journal.fold(found, as_of, known_at)


def _journals(connection: Connection, deed_ids: Sequence[int]) -> Iterator[tuple[int, list[Entry]]]:
    for batch in _batches(deed_ids):
        query = selection().where(entry.c.deed_id.in_(batch)).order_by(None).order_by(entry.c.deed_id, entry.c.number)
        ids = dict(connection.execute(select(deed.c.code, deed.c.id).where(deed.c.id.in_(batch))).all())
        for code, found in groupby(read(connection, query), key=lambda e: e.deed):
            yield ids[code], list(found)


def closing_days(connection: Connection, as_of: date | None = None, known_at: int | None = None) -> dict[int, date]:
    """By the number of the entry that opened a round: the day by which to hand in, as it held on a day and was known.

    The table of rounds has the present one.
    """
    query = select(entry.c.number, entry.c.kind, entry.c.about, entry.c.by_on).where(
        entry.c.kind.in_((journal.ROUND_OPEN, journal.ROUND_MOVE))
    )
    if known_at is not None:
        query = query.where(entry.c.number <= known_at)
    if as_of is not None:
        query = query.where((entry.c.kind == journal.ROUND_OPEN) | (entry.c.effective_on <= as_of))
    rows = connection.execute(query.order_by(entry.c.number))
    return {row.about if row.kind == journal.ROUND_MOVE else row.number: row.by_on for row in rows}


def refresh(
    connection: Connection,
    deed_ids: Sequence[int] | None = None,
    whole: Mapping[int, Sequence[Entry]] | None = None,
    tell: Tell = quiet,
) -> None:
    """Make the projection of some deeds (all, if none are named) equal to the fold of their entries.

    `whole` are journals at hand, which need not be read again.
    """
    if deed_ids is not None and not deed_ids:
        return
    if deed_ids is None:
        connection.execute(current.delete())
        connection.execute(span.delete())
        deed_ids = connection.scalars(select(deed.c.id).order_by(deed.c.id)).all()
    for done, batch in enumerate(_batches(deed_ids)):
        tell(done * _BATCH, len(deed_ids))
        now, held = [], []
        for id_, row, spans in projected(connection, batch, whole):
            now.append({"deed_id": id_, **row})
            held += ({"deed_id": id_, **each} for each in spans)
        for table, rows in ((current, now), (span, held)):
            connection.execute(table.delete().where(table.c.deed_id.in_(batch)))
            _insert(connection, table, rows)
    tell(len(deed_ids), len(deed_ids))


def projected(
    connection: Connection, deed_ids: Sequence[int], whole: Mapping[int, Sequence[Entry]] | None = None
) -> Iterator[tuple[int, dict[str, Any], list[dict[str, Any]]]]:
    """Each deed's id and the rows that `current` and `span` must have for it, from the journal; those without entries have none.

    `whole` are journals at hand.
    """
    announced = _announced(connection, deed_ids)
    whole = whole or {}
    unread = [id_ for id_ in deed_ids if id_ not in whole]
    at_hand = ((id_, whole[id_]) for id_ in deed_ids if whole.get(id_))
    for id_, found in chain(at_hand, _journals(connection, unread)):
        order, tracked_from, announcer = announced[id_]
        state = journal.fold(found)
        row = {"order_key": order, **projection.row(state)}
        yield id_, row, projection.spans(found, state, tracked_from, announcer)


def _announced(connection: Connection, deed_ids: Sequence[int]) -> dict[int, tuple[str, date, str | None]]:
    """By deed: how lists are sorted (directory order of the announcing owner, then commitment, then item), its first day, that owner."""
    deeds = []
    for batch in _batches(deed_ids):
        query = select(deed.c.id, deed.c.commitment_id, deed.c.number, deed.c.tracked_from).where(deed.c.id.in_(batch))
        deeds += connection.execute(query).all()
    owners: dict[int, str] = {}
    version = commitment_version.c
    for batch in _batches(sorted({row.commitment_id for row in deeds})):
        query = select(version.commitment_id, version.agency).where(version.commitment_id.in_(batch))
        owners |= dict(connection.execute(query.order_by(version.position)).all())
    ranks: dict[str, int] = {}
    for code, rank in connection.execute(
        select(agency_version.c.agency, agency_version.c.rank).order_by(agency_version.c.position)
    ):
        ranks[code] = rank
    return {
        id_: (f"{ranks.get(owner, 0):05}.{commitment:07}.{number:07}", since, owner)
        for id_, commitment, number, since in deeds
        for owner in (owners.get(commitment),)
    }
