"""Entries → state of a deed: the fold.

The journal is append-only and bitemporal: an entry says when it holds
(`effective_on`) and, by its number, when it was learned. The state is a pure
function of the entries; it never fails and needs no clock.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from decimal import Decimal
from operator import attrgetter
from typing import Any

from tracker import lifecycle, quantities

# Kinds of entries. Plan facts are separate kinds, so that one never wipes another.
TITLE, OWNERS, SCHEDULE, TARGET, BASELINE = "title", "owners", "schedule", "target", "baseline"
PROGRESS, CONFIRMATION, FINDING = "progress", "confirmation", "finding"
PROPOSAL, DECISION = "proposal", "decision"
INSTRUCTION, ANSWER, REMINDER = "instruction", "answer", "reminder"
COMMENT, DROP, RETRACTION = "comment", "drop", "retraction"
# Entries of the book as a whole, with no deed.
IMPORT, DIRECTORY, ISSUE = "import", "directory", "issue"
ROUND_OPEN, ROUND_MOVE, ROUND_CLOSE, ROUND_CANCEL = "round_open", "round_move", "round_close", "round_cancel"

PLAN = (TITLE, OWNERS, SCHEDULE, TARGET)
APPROVED = (OWNERS, SCHEDULE, TARGET, PROGRESS)
"""What an approved proposal becomes; such an entry is `about` the proposal."""
HANDED_IN = (PROGRESS, CONFIRMATION)
KINDS = (*PLAN, BASELINE, *HANDED_IN, FINDING, PROPOSAL, DECISION, INSTRUCTION, ANSWER, REMINDER, COMMENT, DROP,
         RETRACTION, IMPORT, ROUND_OPEN, ROUND_MOVE, ROUND_CLOSE, ROUND_CANCEL, DIRECTORY, ISSUE)  # fmt: skip

CONFIRM, REJECT, APPROVE, DECLINE = "confirm", "reject", "approve", "decline"
PROCEEDING = "proceeding"
"""What a confirmation comes to of a deed that is not completed: see `found`."""
GENESIS = "0" * 64
"""What stands before the first hash of the chain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the journal.

    `number` runs without gaps in commit order; `seq` counts the entries of one
    deed. `about` is the number of the entry that a finding, decision, answer
    or retraction speaks of. `agency` is who speaks, `typed_by` who typed it
    where that is another agency (代录). Days are civil dates, `recorded_at` is
    UTC. What a kind does not use is None or empty.
    """

    number: int
    uid: str
    kind: str
    effective_on: date
    recorded_at: datetime
    agency: str | None = None
    typed_by: str | None = None
    role: str = "office"
    person: str | None = None
    door: str = "cli"
    deed: str | None = None
    seq: int | None = None
    about: int | None = None
    note: str | None = None
    # progress
    status: str | None = None
    progress: int | None = None
    quantity: Decimal | None = None
    stage: str | None = None
    difficulty: str | None = None
    ask: str | None = None
    ask_of: str | None = None
    expected_on: date | None = None
    # plan
    title: str | None = None
    lead: str | None = None
    supporters: tuple[str, ...] = ()
    verifier: str | None = None
    responsible: str | None = None
    leader: str | None = None
    start_on: date | None = None
    due_on: date | None = None
    points: tuple[tuple[date, int], ...] = ()
    target: Decimal | None = None
    unit: str | None = None
    direction: str | None = None
    wording: str | None = None
    # office
    basis: str | None = None
    approval: str | None = None
    reason: str | None = None
    verdict: str | None = None
    proposes: str | None = None
    round: str | None = None
    by_on: date | None = None
    evidence: tuple[tuple[str, str], ...] = ()

    @property
    def order(self) -> tuple[date, int]:
        """The order in which entries hold: by effective day, then by journal number."""
        return (self.effective_on, self.number)

    @property
    def schedule(self) -> lifecycle.Schedule:
        return lifecycle.Schedule(self.start_on, self.due_on, self.points)


_FIELDS = tuple(sorted(field.name for field in fields(Entry)))
_values = attrgetter(*_FIELDS)
_order = attrgetter("effective_on", "number")  # as `Entry.order`, without a call for each
_PUTS = tuple((name, getattr(Entry, name).__set__) for name in _FIELDS)


def values(entry: Entry) -> dict[str, Any]:
    """The fields of an entry by name; `made(values(entry))` is the entry again."""
    return dict(zip(_FIELDS, _values(entry), strict=True))


def made(values: Mapping[str, Any]) -> Entry:
    """An entry of the values of all its fields, as `Entry(**values)`, in a fifth of the time: journals are long."""
    entry = object.__new__(Entry)
    for name, put in _PUTS:
        put(entry, values[name])
    return entry


def changed(entry: Entry, **changes: Any) -> Entry:
    """The entry with some fields changed, as `replace`, and much faster."""
    return made(values(entry) | changes)


_PLAIN = (str, int)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def canonical(entry: Entry) -> str:
    """The one spelling of an entry that its hash is taken of: JSON of what is set, keys sorted."""
    said = {
        name: value if value.__class__ in _PLAIN else _plain(value)
        for name, value in zip(_FIELDS, _values(entry), strict=True)
        if value is not None and value != ()
    }
    return _encode(said)


def link(prev_hash: str, entry: Entry) -> str:
    """The hash of an entry in the chain: SHA-256 over the previous hash and the canonical form."""
    return hashlib.sha256(f"{prev_hash}\n{canonical(entry)}".encode()).hexdigest()


def live(entries: Iterable[Entry], as_of: date | None = None, known_at: int | None = None) -> list[Entry]:
    """The entries that hold on `as_of` by what was known at journal number `known_at`, in order.

    A retraction counts from its journal position on, whatever its day.
    """
    known = [entry for entry in entries if known_at is None or entry.number <= known_at]
    retracted = {entry.about for entry in known if entry.kind == RETRACTION}
    kept = [
        entry
        for entry in known
        if entry.kind != RETRACTION and entry.number not in retracted and (as_of is None or entry.effective_on <= as_of)
    ]
    return sorted(kept, key=_order)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What holds for one deed. Every field is the entry that says so, or None."""

    title: Entry | None = None
    owners: Entry | None = None
    schedule: Entry | None = None
    target: Entry | None = None
    baseline: Entry | None = None
    original_title: Entry | None = None
    original_owners: Entry | None = None
    original_schedule: Entry | None = None
    original_target: Entry | None = None
    progress: Entry | None = None
    before_completion: Entry | None = None
    counted: Entry | None = None
    finding: Entry | None = None
    confirmation: Entry | None = None
    drop: Entry | None = None
    proposals: tuple[Entry, ...] = ()
    instructions: tuple[Entry, ...] = ()
    last_number: int = 0
    last_effective_on: date | None = None
    seq: int = 0

    @property
    def status(self) -> str | None:
        """What the lead says; None while nothing is reported."""
        return self.progress.status if self.progress else None

    @property
    def reported_progress(self) -> int | None:
        return self.progress.progress if self.progress else None

    @property
    def verdict(self) -> str | None:
        """What was found about the latest progress entry: confirm, reject or None."""
        return self.finding.verdict if self.finding else None

    @property
    def found(self) -> str | None:
        """The same as it is worded: see `journal.found`."""
        return found(self.verdict, self.status)

    @property
    def closed_out(self) -> bool:
        """销号: completed by the agency and confirmed by a finding."""
        return self.status == lifecycle.COMPLETED and self.verdict == CONFIRM

    @property
    def sent_back(self) -> bool:
        """返工: completed and rejected."""
        return self.status == lifecycle.COMPLETED and self.verdict == REJECT

    @property
    def standing_status(self) -> str | None:
        return lifecycle.IN_PROGRESS if self.sent_back else self.status

    @property
    def standing_progress(self) -> int | None:
        """The progress that counts: what the quantity comes to where that tells it, else of a deed sent back the last one below 100."""
        if self.standing_status in lifecycle.GOING_ON and self.quantity is not None and quantities.gives_progress(self.target):
            return quantities.reckoned(self.target, self.quantity)
        if self.sent_back:
            return self.before_completion.progress if self.before_completion else None
        return self.reported_progress

    @property
    def quantity(self) -> Decimal | None:
        """The quantity that counts: where something in numbers is asked for, the last one told, whichever report told it."""
        told = self.counted if quantities.in_numbers(self.target) else self.progress
        return told.quantity if told else None

    @property
    def plan(self) -> lifecycle.Schedule:
        return self.schedule.schedule if self.schedule else lifecycle.Schedule()

    @property
    def rating(self) -> lifecycle.Rating:
        return lifecycle.Rating(self.standing_status, self.standing_progress, self.closed_out, self.plan)

    @property
    def handed_in_on(self) -> date | None:
        """The last effective day on which the agency reported or confirmed."""
        days = [entry.effective_on for entry in (self.progress, self.confirmation) if entry]
        return max(days, default=None)


def fold(entries: Iterable[Entry], as_of: date | None = None, known_at: int | None = None) -> State:
    """The state of one deed from its entries, in any order."""
    known = list(entries) if known_at is None else [entry for entry in entries if entry.number <= known_at]
    ordered = live(known, as_of)
    latest: dict[str, Entry] = {}
    about: dict[int, list[Entry]] = {}
    for entry in ordered:
        latest[entry.kind] = entry
        if entry.about is not None:
            about.setdefault(entry.about, []).append(entry)
    progress = latest.get(PROGRESS)
    findings = [e for e in about.get(progress.number, ()) if e.kind == FINDING] if progress else []
    # The baseline keeps its first number: a later one fixes nothing that the first had not.
    baseline = min((e for e in ordered if e.kind == BASELINE), key=lambda e: e.number, default=None)
    originals = _originals(known, as_of, baseline)
    unfinished = [e for e in ordered if e.kind == PROGRESS and e.progress is not None and e.progress < 100]

    def open_(kind: str, closing: str) -> tuple[Entry, ...]:
        return () if kind not in latest else tuple(
            e for e in ordered if e.kind == kind and not any(a.kind == closing for a in about.get(e.number, ()))
        )

    return State(
        title=latest.get(TITLE),
        owners=latest.get(OWNERS),
        schedule=latest.get(SCHEDULE),
        target=latest.get(TARGET),
        baseline=baseline,
        original_title=originals.get(TITLE),
        original_owners=originals.get(OWNERS),
        original_schedule=originals.get(SCHEDULE),
        original_target=originals.get(TARGET),
        progress=progress,
        before_completion=unfinished[-1] if unfinished else None,
        counted=_counted(ordered, about) if TARGET in latest else None,
        finding=findings[-1] if findings else None,
        confirmation=latest.get(CONFIRMATION),
        drop=latest.get(DROP),
        proposals=open_(PROPOSAL, DECISION),
        instructions=open_(INSTRUCTION, ANSWER),
        last_number=max((e.number for e in known), default=0),
        last_effective_on=max((e.effective_on for e in known), default=None),
        seq=max((e.seq or 0 for e in known), default=0),
    )


def found(verdict: str | None, status: str | None) -> str | None:
    """What a verdict on a report of that status comes to: an unfinished deed may be found to go on as is said, which closes nothing out."""
    return PROCEEDING if verdict == CONFIRM and status != lifecycle.COMPLETED else verdict


def found_about(finding: Entry, among: Iterable[Entry]) -> str | None:
    """The same of a finding, by the report that it is about, which stands `among` the entries of its deed."""
    report = next((each for each in among if each.number == finding.about), None)
    return found(finding.verdict, report.status if report else lifecycle.COMPLETED)


def _counted(ordered: Iterable[Entry], about: Mapping[int, Sequence[Entry]]) -> Entry | None:
    """The report whose quantity counts: the last that told one, of the unit that is asked for, and was not a completion sent back."""
    found = target = None
    for entry in ordered:
        if entry.kind == PROGRESS and entry.quantity is not None:
            findings = [each for each in about.get(entry.number, ()) if each.kind == FINDING]
            if not (entry.status == lifecycle.COMPLETED and findings and findings[-1].verdict == REJECT):
                found = entry
        elif entry.kind == TARGET and entry.target is not None:
            if target is not None and entry.unit != target.unit:
                found = None
            target = entry
    return found


def _originals(known: Sequence[Entry], as_of: date | None, baseline: Entry | None) -> dict[str, Entry]:
    """The plan facts as they stood when the books were fixed, also those that were retracted since."""
    if baseline is None:
        return {}
    return {e.kind: e for e in live(known, as_of, baseline.number) if e.kind in PLAN}
