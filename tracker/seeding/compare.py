"""What a file would change, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Table, select

from tracker import directory
from tracker.errors import BadInput
from tracker.models import (
    agency_version,
    commitment,
    commitment_version,
    current,
    deed,
    item,
    item_deed,
    item_version,
    source,
    source_version,
)
from tracker.proposal import Commitment, Item, Proposal

ADD, CHANGE, UNCHANGED, MISSING, KEPT = "add", "change", "unchanged", "missing", "kept"
"""KEPT: the file says one thing, the agency entered another since; the agency's word stays."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the preview. `what`: agency, source, commitment or item; `code` where there is one already."""

    action: str
    what: str
    key: str
    label: str
    code: str | None = None
    details: tuple[tuple[str, Any, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One unit of a commitment as it will be: `id` and `deed_id` None until it is written."""

    key: str
    number: int
    values: Mapping[str, Any]
    id: int | None = None
    deed_id: int | None = None
    changed: bool = True
    write_title: bool = False


@dataclass(frozen=True, slots=True)
class PlannedCommitment:
    part: Commitment
    code: str
    values: Mapping[str, Any]
    items: tuple[PlannedItem, ...]
    id: int | None = None
    changed: bool = True
    same_as: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import will write. Nothing, if `empty`."""

    changes: tuple[Change, ...]
    agencies: tuple[Mapping[str, Any], ...] = ()
    source: Mapping[str, Any] | None = None
    source_id: int | None = None
    source_changed: bool = False
    commitments: tuple[PlannedCommitment, ...] = ()
    mentions: tuple[Mapping[str, Any], ...] = ()
    known_agencies: Mapping[str, str] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        return not any(change.action in (ADD, CHANGE) for change in self.changes)

    def count(self, action: str, what: str | None = None) -> int:
        return sum(1 for c in self.changes if c.action == action and what in (None, c.what))


def compare(connection: Connection, proposal: Proposal, shipped: Proposal | None = None) -> Plan:
    """Set a proposal beside the database. Raises BadInput with every place that cannot be imported.

    An owner that neither the database nor the file knows is taken from the
    `shipped` directory of agencies.
    """
    problems: list[str] = []
    changes: list[Change] = []
    agencies, names = _agencies(connection, proposal, shipped, changes, problems)
    if proposal.source is None:
        _stop(proposal, problems)
        return Plan(tuple(changes), tuple(agencies))
    source_values = _source_values(proposal.source)
    source_id = connection.scalar(select(source.c.id).where(source.c.key == proposal.source.key))
    last = _latest(connection, source_version, source_version.c.source_id, source_id)
    source_changed = _note(
        changes, "source", proposal.source.key, proposal.source.title or proposal.source.key, last, source_values
    )
    known = _Known(connection, source_id)
    planned = []
    for place, part in enumerate(proposal.commitments):
        planned.append(known.plan(proposal, place, part, names, changes, problems))
    for key in known.commitments.keys() - {part.key for part in proposal.commitments}:
        row = known.commitments[key]
        changes.append(Change(MISSING, "commitment", key, row["name"], row["code"]))
    _stop(proposal, problems)
    return Plan(
        tuple(changes),
        tuple(agencies),
        source_values,
        source_id,
        source_changed,
        tuple(planned),
        tuple(_mentions(proposal)),
        names,
    )


def _stop(proposal: Proposal, problems: list[str]) -> None:
    if problems:
        raise BadInput("import_impossible", problems=tuple(problems), count=len(problems))


def _note(
    changes: list[Change], what: str, key: str, label: str, last: Mapping | None, new: Mapping, code: str | None = None
) -> bool:
    """Add the line that says what becomes of one part; True if it must be written."""
    if last is None:
        changes.append(Change(ADD, what, key, label, code))
        return True
    details = tuple((name, last[name], value) for name, value in new.items() if last[name] != value)
    changes.append(Change(CHANGE if details else UNCHANGED, what, key, label, code, details))
    return bool(details)


def _latest(connection: Connection, table: Table, column: Any, value: Any) -> dict[str, Any] | None:
    if value is None:
        return None
    row = (
        connection.execute(select(table).where(column == value).order_by(table.c.position.desc()).limit(1))
        .mappings()
        .first()
    )
    return dict(row) if row else None


def _agencies(connection, proposal, shipped, changes, problems) -> tuple[list[dict], dict[str, str]]:
    """The agencies to write, and every name and alias → code that joint owners are looked up by."""
    known = directory.agencies(connection)
    offered = {part.code: (rank, part) for rank, part in enumerate(proposal.agencies, 1)}
    used = {part.agency for part in proposal.commitments if part.agency}
    if shipped is not None:
        for rank, part in enumerate(shipped.agencies, 1):
            if part.code in used and part.code not in known and part.code not in offered:
                offered[part.code] = (rank, part)
    written = []
    for code, (rank, part) in offered.items():
        values = {
            "name": part.name,
            "full_name": part.full_name or part.name,
            "name_en": part.name_en,
            "aliases": list(part.aliases),
            "rank": known[code].rank if code in known else rank,
            "coordinates": part.coordinates,
            "origin": part.origin,
        }
        last = _latest(connection, agency_version, agency_version.c.agency, code)
        if _note(changes, "agency", code, part.name, last, values, code):
            written.append({"agency": code, "successor": last["successor"] if last else None, **values})
    heads = [values["agency"] for values in written if values["coordinates"]]
    standing = directory.coordinator(known)
    if len({*heads, *([standing] if standing else [])}) > 1:
        problems.append(_at(proposal, ("agencies",), "import_two_coordinators", codes="、".join({*heads, standing})))
    names: dict[str, str] = {}
    for code, agency in known.items():
        names |= dict.fromkeys((code, agency.name, agency.full_name, *agency.aliases), code)
    for code, (_, part) in offered.items():
        names |= dict.fromkeys((code, part.name, part.full_name or part.name, *part.aliases), code)
    for place, part in enumerate(proposal.commitments):
        if part.agency and part.agency not in names:
            problems.append(_at(proposal, ("commitments", place, "agency"), "import_agency_unknown", code=part.agency))
    return written, names


def _at(proposal: Proposal, path: tuple, key: str, **values: Any) -> str:
    from tracker.i18n import t

    return f"{proposal.where(*path)}: {t(f'errors.{key}', **values)}"


def _source_values(part) -> dict[str, Any]:
    return {
        "title": part.title,
        "publisher": part.publisher,
        "published_on": part.published_on,
        "year": part.year,
        "year_basis": part.year_basis,
        "sha256": part.sha256,
        "url": part.url,
    }


def _commitment_values(part: Commitment) -> dict[str, Any]:
    start, end = part.place or (None, None)
    starts = part.starts
    return {
        "agency": part.agency,
        "name": part.name,
        "kind": part.kind,
        "declared": part.declared,
        "approximate": part.approximate,
        "fields": list(part.fields),
        "joint": list(part.joint),
        "theme": part.theme,
        "start_year": starts.year if starts else None,
        "start_month": starts.month if starts else None,
        "start_day": starts.day if starts else None,
        "due_on": part.due,
        "due_basis": part.due_basis,
        "span_start": start,
        "span_end": end,
        "pattern": part.pattern,
        "confidence": part.confidence,
        "reason": part.reason,
    }


def _item_values(part: Commitment, named: Item | None) -> dict[str, Any]:
    title, place, quantity, unit, due = None, None, None, None, part.due
    if named is not None:
        title, place, due = named.title, named.place, named.due or part.due
        if named.target is not None:
            quantity, unit = Decimal(named.target.quantity), named.target.unit
    elif not part.items and part.declared is None:
        title, place = part.name, part.place
    start, end = place or (None, None)
    return {"title": title, "span_start": start, "span_end": end, "quantity": quantity, "unit": unit, "due_on": due}


def _mentions(proposal: Proposal):
    for kind, parts in (("context", proposal.context), ("left_out", proposal.left_out)):
        for part in parts:
            start, end = part.place or (None, None)
            yield {
                "kind": kind,
                "name": part.name,
                "agency": part.agency or part.agency_name,
                "span_start": start,
                "span_end": end,
                "reason": part.reason or "",
            }


class _Known:
    """What the database already holds of one source."""

    def __init__(self, connection: Connection, source_id: int | None):
        self.connection = connection
        self.source_id = source_id
        self.commitments = self._commitments()
        self.items = self._items()
        self.codes = set(connection.scalars(select(commitment.c.code)))

    def _commitments(self) -> dict[str, dict[str, Any]]:
        if self.source_id is None:
            return {}
        query = (
            select(commitment.c.key, commitment.c.code, commitment_version)
            .join(commitment_version)
            .where(commitment.c.source_id == self.source_id)
            .order_by(commitment_version.c.position)
        )
        return {row["key"]: dict(row) for row in self.connection.execute(query).mappings()}

    def _items(self) -> dict[int, dict[str, dict[str, Any]]]:
        """By commitment and key: the last import, the deed, and the title that holds now."""
        if self.source_id is None:
            return {}
        query = (
            select(
                item.c.commitment_id, item.c.key, item.c.number, item.c.id, item.c.announced, item_deed.c.deed_id,
                deed.c.code, current.c.title.label("title_now"), item_version,
            )
            .join(commitment, commitment.c.id == item.c.commitment_id)
            .join(item_version, item_version.c.item_id == item.c.id)
            .join(item_deed, item_deed.c.item_id == item.c.id)
            .join(deed, deed.c.id == item_deed.c.deed_id)
            .outerjoin(current, current.c.deed_id == deed.c.id)
            .where(commitment.c.source_id == self.source_id)
            .order_by(item_version.c.position, item_deed.c.position)
        )  # fmt: skip
        found: dict[int, dict[str, dict[str, Any]]] = {}
        for row in self.connection.execute(query).mappings():
            found.setdefault(row["commitment_id"], {})[row["key"]] = dict(row)
        return found

    def plan(self, proposal, place, part, names, changes, problems) -> PlannedCommitment:
        row = self.commitments.get(part.key)
        values = _commitment_values(part)
        code = row["code"] if row else self._next_code(part.agency or "?")
        if row and row["agency"] != part.agency:
            problems.append(
                _at(proposal, ("commitments", place, "agency"), "import_owner_changed", code=code, old=row["agency"])
            )
        changed = _note(changes, "commitment", part.key, part.name, row, values, code)
        id_ = row["commitment_id"] if row else None
        same_as = None
        if part.same_as:
            same_as = self.connection.scalar(select(commitment.c.id).where(commitment.c.code == part.same_as))
            if same_as is None:
                problems.append(
                    _at(proposal, ("commitments", place, "same_as"), "import_same_as_unknown", code=part.same_as)
                )
        known = {key: found for key, found in self.items.get(id_, {}).items() if found["announced"]}
        items = self._plan_items(proposal, place, part, code, known, changes, problems)
        return PlannedCommitment(part, code, values, items, id_, changed, same_as)

    def _plan_items(self, proposal, place, part, code, known, changes, problems) -> tuple[PlannedItem, ...]:
        taken = {row["number"] for row in known.values()}
        free = (number for number in range(1, part.deed_count + 1) if number not in taken)
        planned, seen = [], set()
        numeric = {found.key for found in part.items if found.key.isdecimal()}
        for index, named in enumerate(part.items):
            row = known.get(named.key)
            if row is None:
                wanted = int(named.key) if named.key.isdecimal() else 0
                if 1 <= wanted <= part.deed_count and wanted not in taken:
                    number = wanted
                else:
                    number = next((n for n in free if n not in taken and str(n) not in numeric), None)
                if number is None:
                    problems.append(
                        _at(
                            proposal,
                            ("commitments", place, "items", index, "key"),
                            "import_key_new",
                            key=named.key,
                            code=code,
                        )
                    )
                    continue
            else:
                number = row["number"]
            taken.add(number)
            seen.add(named.key)
            planned.append(self._item(part, named, named.key, number, row, code, changes))
        for number in range(1, part.deed_count + 1):
            key = str(number)
            if number in {entry.number for entry in planned} or key in seen:
                continue
            row = next((found for found in known.values() if found["number"] == number), None)
            seen.add(row["key"] if row else key)
            planned.append(self._item(part, None, row["key"] if row else key, number, row, code, changes))
        for key in known.keys() - seen:
            changes.append(Change(MISSING, "item", key, known[key]["title"] or "", known[key]["code"]))
        return tuple(sorted(planned, key=lambda entry: entry.number))

    def _item(self, part, named, key, number, row, code, changes) -> PlannedItem:
        values = _item_values(part, named)
        deed_code = row["code"] if row else f"{code}-{number}"
        if row is None:
            changes.append(Change(ADD, "item", key, values["title"] or "", deed_code))
            return PlannedItem(key, number, values, write_title=values["title"] is not None)
        details = tuple((name, row[name], value) for name, value in values.items() if row[name] != value)
        entered = row["title_now"] != row["title"]
        title_differs = values["title"] is not None and values["title"] not in (row["title"], row["title_now"])
        action = UNCHANGED
        if details:
            action = KEPT if title_differs and entered else CHANGE
        changes.append(Change(action, "item", key, values["title"] or row["title_now"] or "", deed_code, details))
        write = title_differs and not entered
        return PlannedItem(key, number, values, row["item_id"], row["deed_id"], bool(details), write)

    def _next_code(self, agency: str) -> str:
        n = 1
        while f"{agency}-{n}" in self.codes:
            n += 1
        self.codes.add(f"{agency}-{n}")
        return f"{agency}-{n}"


def default_day(proposal: Proposal, today: date) -> date:
    """The first day that entries may speak of: the source's date, else today."""
    published = proposal.source.published_on if proposal.source else None
    return min(published, today) if published else today
