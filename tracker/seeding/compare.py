"""What a file would change, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, partial
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from tracker import called, directory, shellwords
from tracker.deeds.lookup import Deed, latest_commitment
from tracker.errors import BadInput
from tracker.models import agency_version, commitment, commitment_version, mention, source, source_version
from tracker.proposal import Commitment, Proposal, checks
from tracker.proposal.values import CODE
from tracker.seeding import items, links, values
from tracker.seeding.plan import CHANGE, LINK, MISSING, Change, Plan, PlannedCommitment, noted


def compare(
    connection: Connection, proposal: Proposal, shipped: Proposal | None = None, length: int | None = None
) -> Plan:
    """Set a proposal beside the database. Raises BadInput with every place that cannot be imported.

    An owner that neither the database nor the file knows is taken from the
    `shipped` directory of agencies. `length` is that of the announcing text in
    characters, if it is at hand: no place may be beyond.
    """
    problems = [] if length is None else list(_beyond(proposal, length))
    changes: list[Change] = []
    agencies, names = _agencies(connection, proposal, shipped, changes, problems)
    if proposal.source is None:
        _stop(proposal, problems)
        return Plan(tuple(changes), tuple(agencies))
    source_id = connection.scalar(select(source.c.id).where(source.c.key == proposal.source.key))
    source_values = values.of_source(proposal.source)
    mentions = tuple(values.of_mentions(proposal))
    _check_text(connection, proposal, source_id, problems)
    source_changed = _source(connection, proposal, source_id, source_values, mentions, changes)
    comparison = _Comparison(connection, proposal, source_id, names, changes, problems)
    planned = tuple(comparison.plan(place, part) for place, part in enumerate(proposal.commitments))
    comparison.missing()
    _stop(proposal, problems)
    return Plan(
        tuple(changes),
        tuple(agencies),
        proposal.source.key,
        source_values,
        source_id,
        source_changed,
        mentions,
        planned,
        names,
    )


def _stop(proposal: Proposal, problems: list[str]) -> None:
    if problems:
        again = shellwords.join(("deeds", "import", proposal.name))
        raise BadInput("import_impossible", problems=tuple(problems), count=len(problems), again=again)


def _at(proposal: Proposal, path: tuple, message: str, /, **said: Any) -> str:
    from tracker.i18n import t

    return f"{proposal.where(*path)}: {t(f'errors.{message}', **said)}"


def _beyond(proposal: Proposal, length: int) -> Iterator[str]:
    """The places that the text does not have."""
    for name in ("commitments", "context", "left_out"):
        for n, part in enumerate(getattr(proposal, name)):
            inner = [((name, n, "items", m), item) for m, item in enumerate(getattr(part, "items", ()))]
            for path, each in [((name, n), part), *inner]:
                if each.place is not None and each.place[1] > length:
                    yield _at(proposal, (*path, "place"), "import_place_beyond", end=each.place[1], length=length)


def _latest(connection: Connection, table: Table, column: Any, value: Any) -> dict[str, Any] | None:
    if value is None:
        return None
    query = select(table).where(column == value).order_by(table.c.position.desc()).limit(1)
    row = connection.execute(query).mappings().first()
    return dict(row) if row else None


def _agencies(connection, proposal, shipped, changes, problems) -> tuple[list[dict], called.Names]:
    """The agencies to write, and what all are called, by which joint owners are looked up."""
    known = directory.agencies(connection)
    # A directory says its order; whom a text brings stands in the text's order behind those that are known.
    behind = max((agency.rank for agency in known.values()), default=0) if proposal.source else 0
    offered = {part.code: (rank, part) for rank, part in enumerate(proposal.agencies, behind + 1)}
    owners = [(("commitments", n), part) for n, part in enumerate(proposal.commitments)]
    owners += [((*path, "items", m), item) for path, part in owners[:] for m, item in enumerate(part.items)]
    used = {part.agency for _, part in owners if part.agency}
    heads = {code for code, agency in known.items() if agency.coordinates}
    says = any(part.coordinates for part in proposal.agencies)
    if shipped is not None:
        for rank, part in enumerate(shipped.agencies, 1):
            if part.code in used and part.code not in known and part.code not in offered:
                # Whom the books or the file name coordinates; the shipped office does where nobody is named.
                offered[part.code] = (rank, part.model_copy(update={"coordinates": False}) if heads or says else part)
    written = []
    _check_identity(proposal, known, problems)
    for code, (rank, part) in offered.items():
        last = _latest(connection, agency_version, agency_version.c.agency, code)
        new = {
            "name": part.name,
            "full_name": part.full_name or part.name,
            "name_en": part.name_en,
            "aliases": list(part.aliases),
            "rank": last["rank"] if last else rank,
            "coordinates": part.coordinates,
            "origin": part.origin,
        }
        if last is not None:  # a file that does not say what is known takes nothing back
            said = {"full_name": part.full_name, "name_en": part.name_en, "aliases": part.aliases, "origin": part.origin}
            new |= {name: last[name] for name, value in said.items() if not value}
            new["coordinates"] = part.coordinates if says else last["coordinates"]
        if noted(changes, "agency", code, part.name, last, new, code):
            written.append({"agency": code, "successor": last["successor"] if last else None, **new})
            heads = heads | {code} if new["coordinates"] else heads - {code}
    if len(heads) > 1:
        problems.append(_at(proposal, ("agencies",), "import_two_coordinators", codes="、".join(sorted(heads))))
    names = {code: agency.names for code, agency in known.items()}
    for code, (_, part) in offered.items():
        names[code] = part.names | names.get(code, frozenset())
    for path, part in owners:
        named = [("agency", part.agency), *((("joint", n), word) for n, word in enumerate(part.joint) if CODE.fullmatch(word))]
        for field, code in named:
            if code and code not in names:
                where = (*path, *field) if isinstance(field, tuple) else (*path, field)
                problems.append(_at(proposal, where, "import_agency_unknown", code=code))
    return written, names


def _check_identity(proposal: Proposal, known: Mapping[str, directory.Agency], problems: list[str]) -> None:
    """A code means one agency, and an agency has one code: a slip in either would hand deeds to another."""
    holders = {name: agency for agency in known.values() for name in agency.names}
    for place, part in enumerate(proposal.agencies):
        own = [part.name, *filter(None, (part.full_name, part.name_en)), *part.aliases]
        holder = known.get(part.code)
        if holder is not None and holder.names.isdisjoint(own):
            both = f"{{code: {part.code}, name: {holder.name}, aliases: [{', '.join((*holder.aliases, part.name))}]}}"
            said = {"code": part.code, "agency": holder.name, "name": part.name, "line": both}
            problems.append(_at(proposal, ("agencies", place, "code"), "import_code_taken", **said))
        elif holder is None and (name := next((each for each in own if each in holders), None)):
            said = {"code": holders[name].code, "name": name}
            problems.append(_at(proposal, ("agencies", place, "code"), "import_name_taken", **said))


def _check_text(connection: Connection, proposal: Proposal, source_id: int | None, problems: list[str]) -> None:
    """A text is one source, or every deed would be there twice; and a source is one text, or its deeds would become others."""
    part = proposal.source
    if part.sha256 is None:
        return
    if source_id is None:
        same = select(source.c.key).join(source_version).where(source_version.c.sha256 == part.sha256)
        if key := connection.scalar(same.limit(1)):
            problems.append(_at(proposal, ("source", "key"), "import_text_known", key=part.key, other=key))
        return
    last = _latest(connection, source_version, source_version.c.source_id, source_id)
    if last is not None and last["sha256"] not in (None, part.sha256, part.corrects):
        problems.append(_at(proposal, ("source", "key"), "import_text_other", key=part.key, sha256=last["sha256"]))
        _stop(proposal, problems)  # what else differs follows from this


def _source(connection, proposal, source_id, new, mentions, changes) -> bool:
    """What becomes of the source and of what it mentions, which is kept with every version of it."""
    part = proposal.source
    last = _latest(connection, source_version, source_version.c.source_id, source_id)
    if last is not None:  # a file that does not say what is known takes nothing back
        new |= {name: last[name] for name, value in new.items() if value is None}
    changed = noted(changes, "source", part.key, part.title or part.key, last, new)
    if last is None:
        return changed
    columns = [column for column in mention.c if column.name not in ("id", "source_id", "position")]
    standing = (mention.c.source_id == source_id) & (mention.c.position == last["position"])
    rows = [dict(row) for row in connection.execute(select(*columns).where(standing).order_by(mention.c.id)).mappings()]
    if rows == list(mentions):
        return changed
    named = tuple("、".join(row["name"] for row in found) for found in (rows, mentions))
    changes[-1] = Change(
        CHANGE, "source", part.key, changes[-1].label, None, (*changes[-1].details, ("mentions", *named))
    )
    return True


class _Comparison:
    """The commitments of one source: as the database has them, and as the file says."""

    def __init__(
        self, connection: Connection, proposal: Proposal, source_id: int | None, agencies: called.Names, changes: list, problems: list
    ):  # fmt: skip
        self.connection, self.proposal, self.agencies = connection, proposal, agencies
        self.changes, self.problems = changes, problems
        query = (
            select(commitment.c.key, commitment.c.code, commitment_version)
            .join(commitment_version)
            .where(commitment.c.source_id == source_id)
            .order_by(commitment_version.c.position)
        )
        self.commitments = {row["key"]: dict(row) for row in connection.execute(query).mappings()}
        self.items = items.known(connection, source_id)
        self.tracked = frozenset(connection.scalars(select(commitment.c.code)))
        self.codes = set(self.tracked)
        self.deed = cache(partial(links.deed, connection))
        said = (self.deed(item.same_as) for part in proposal.commitments for item in part.items if item.same_as)
        self.named = frozenset(each.id for each in said if each is not None)  # what an item names is no other's
        self.given: set[int] = set()

    def plan(self, place: int, part: Commitment) -> PlannedCommitment:
        row = self.commitments.get(part.key)
        code = row["code"] if row else self._next_code(part.agency or "?")
        if row and row["agency"] != part.agency:
            self._problem((place, "agency"), "import_owner_changed", code=code, old=row["agency"])
        new = values.of_commitment(part)
        changed = noted(self.changes, "commitment", part.key, part.name, row, new, code)
        if row is None and (other := self._commitment(part.same_as)):
            self.changes[-1] = replace(self.changes[-1], action=LINK, same_as=(part.same_as, other[1]))
        id_ = row["commitment_id"] if row else None
        rows = self.items.get(id_, {})
        slots, gone, homeless = items.slots(part, rows)
        for named in homeless:
            index = part.items.index(named)
            self._problem((place, "items", index, "key"), "import_key_new", key=named.key, code=code)
        if part.same_as:
            self._check_link(place, part, code, row is None)
        named = self._named_homes(place, part, slots)
        homes = named | self._homes(place, part, code, [slot for slot in slots if slot.key not in named], rows)
        planned = items.plan(self.connection, part, code, slots, homes, self.agencies, self.changes)
        self.changes += items.missing(gone)
        return PlannedCommitment(part, code, new, planned, id_, changed)

    def _check_link(self, place: int, part: Commitment, code: str, new: bool) -> None:
        """Refuse a link that means no commitment, this very one or, while it is new, what another has or nobody any more."""
        from tracker.i18n import t

        if part.same_as == code:
            self._problem((place, "same_as"), "import_same_as_self", code=code)
            return
        holders = partial(links.holders, self.connection)
        lead = part.agency if new and part.agency in self.agencies else None
        for fault in checks.link(("commitments", place), part.same_as, lead, holders):
            self.problems.append(f"{self.proposal.where(*fault.path)}: {t(f'proposal.{fault.message}', **fault.values)}")
        if new and holders(part.same_as) == frozenset():
            self._problem((place, "same_as"), "import_same_as_gone", code=part.same_as)

    def _named_homes(self, place: int, part: Commitment, slots: list) -> dict[str, Deed]:
        """By key: the tracked deed that a new item says it is. What stands as a deed of its own cannot become another."""
        found = {}
        self.given.update(slot.row["deed_id"] for slot in slots if slot.row)
        for slot in slots:
            if slot.named is None or (said := slot.named.same_as) is None:
                continue
            path = (place, "items", part.items.index(slot.named), "same_as")
            lead = slot.named.agency or part.agency
            if (home := self.deed(said)) is None:
                self._problem(path, "import_item_same_as_unknown", code=said, field="same_as")
            elif slot.row is not None:
                own = self.deed(slot.row["code"])
                if own is not None and own.id != home.id:
                    self._problem(path, "import_item_same_as_late", code=own.code, other=home.code)
            elif home.lead != lead:
                self._problem(path, "import_item_same_as_other", code=home.code, lead=home.lead, own=lead, field="same_as")
            elif home.id in self.given:
                self._problem(path, "import_item_same_as_twice", code=home.code, field="same_as")
            else:
                found[slot.key] = home
                self.given.add(home.id)
        return found

    def _homes(self, place: int, part: Commitment, code: str, slots: list, rows: Mapping[str, Mapping]) -> dict[str, Deed]:
        """The deeds of the commitment that this one repeats, for its new items; not those that items name themselves."""
        new = [slot for slot in slots if slot.row is None]
        if not part.same_as:
            return {}
        other = self._commitment(part.same_as)
        if other is None or part.same_as == code:
            return {}

        def homes(of: list, used: set[int]) -> dict:
            titles = [values.of_item(part, slot.named)["title"] for slot in of]
            single = len(part.items) <= 1 and part.declared is None
            return links.homes(self.connection, other[0], of, titles, used, single)

        # With nothing in common each has deeds of its own, the second time as the first.
        if rows and all(row["home"] == row["commitment_id"] for row in rows.values()) and homes(slots, set()):
            self._problem((place, "same_as"), "import_same_as_late", code=code, other=part.same_as)
            return {}
        return homes(new, self.named | {row["deed_id"] for row in rows.values()})

    def _commitment(self, code: str | None) -> Row | None:
        """Id and latest name of a tracked commitment."""
        if code not in self.tracked:
            return None
        version = latest_commitment()
        query = select(commitment.c.id, version.c.name).join(version, version.c.commitment_id == commitment.c.id)
        return self.connection.execute(query.where(commitment.c.code == code)).one()

    def missing(self) -> None:
        """Note the commitments that the file no longer has; nothing is written of them."""
        for key in sorted(self.commitments.keys() - {part.key for part in self.proposal.commitments}):
            row = self.commitments[key]
            self.changes.append(Change(MISSING, "commitment", key, row["name"], row["code"]))

    def _problem(self, path: tuple, message: str, /, **said: Any) -> None:
        self.problems.append(_at(self.proposal, ("commitments", *path), message, **said))

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
