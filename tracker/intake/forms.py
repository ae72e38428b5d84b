"""What a row of a sheet shows of a deed, and the mark by which a row is known when it comes back.

A row that comes back is held against what it showed when it went out. That is
not kept anywhere: it is folded again from the journal up to the position that
the row's mark names.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from tracker.i18n import Catalogue
from tracker.journal import Entry, State
from tracker.scripts import content

_MARK = re.compile(r"(\d{1,15})-([0-9a-f]{10})")
CONTENT = ("title", "target", "lead", "supporters", "responsible", "note", "difficulty", "ask", "remark")
"""Columns that say what the books say, in the script of the form's language."""
_NAMESPACE = uuid.UUID("9b0a3c1e-5d47-5c38-8f0e-2a6f1d7b4c90")


@dataclass(frozen=True, slots=True)
class Filled:
    """What the cells of a row that a report is made of say; None where one is empty.

    The `unit` is the one written behind the quantity, if any.
    """

    status: str | None = None
    progress: int | None = None
    quantity: Decimal | None = field(default=None, repr=False)
    unit: str | None = field(default=None, repr=False, compare=False)
    note: str | None = None
    difficulty: str | None = None
    ask: str | None = None
    expected: date | None = None
    remark: str | None = None


CELLS = tuple(field.name for field in fields(Filled) if field.compare)
"""What of a row is held against what it showed."""
_WORDS = tuple(name for name in CONTENT if name in CELLS)


def shown(state: State) -> Filled:
    """What a row shows of what was reported."""
    last = state.progress
    if last is None:
        return Filled()
    ask = "：".join(part for part in (last.ask_of, last.ask) if part) or None
    remark = "；".join(part for part in (last.reason, last.approval) if part) or None
    return Filled(last.status, last.progress, state.quantity, None, last.note, last.difficulty, ask, last.expected_on, remark)


def kept(said: Filled, showed: Filled, language: str) -> Filled:
    """What a row says, where it still says what it showed in the script of its language: that as it is kept."""
    again = {}
    for name in _WORDS:
        text, now = getattr(showed, name), getattr(said, name)
        if text is not None and now != text and now == content(text, language):
            again[name] = text
    return replace(said, **again) if again else said


def touched(said: Filled, then: State, now: State) -> Filled:
    """A row filled in as `then`, as it would have been filled in now: what nobody touched says what it shows by now."""
    was, is_ = shown(then), shown(now)
    return replace(said, **{name: getattr(is_, name) for name in CELLS if getattr(said, name) == getattr(was, name)})


def title(state: State) -> str | None:
    """The name of a deed as a row shows it."""
    return state.title.title if state.title else None


def planned(state: State, names: dict[str, str], catalogue: Catalogue) -> dict[str, str | date | None]:
    """What a row shows of the plan, in its locked cells. `names` are those of the agencies, by code."""
    owners = state.owners
    return {
        "title": title(state),
        "target": _target(state, catalogue),
        "lead": names.get(owners.lead, owners.lead) if owners else None,
        "supporters": "、".join(names.get(code, code) for code in owners.supporters) or None if owners else None,
        "responsible": owners.responsible if owners else None,
        "due": state.plan.due,
    }


def _target(state: State, catalogue: Catalogue) -> str | None:
    entry = state.target
    if entry is None:
        return None
    number = None
    if entry.target is not None:
        amount = f"{entry.target:f}{'%' if entry.direction == 'ratio' and not entry.unit else entry.unit or ''}"
        number = catalogue(f"words.direction_{entry.direction}", amount=amount) if entry.direction in (">=", "<=") else amount
    return "；".join(part for part in (entry.wording, number) if part) or None


@dataclass(frozen=True, slots=True)
class Marks:
    """Gives the rows of one database their marks, and reads them back.

    A mark names the journal position at which the row was handed out, with a
    check over the deed's code and the database: `1204-9f3a1c2e5b`.
    """

    database: str

    def make(self, code: str, position: int) -> str:
        digest = hashlib.sha256(f"{self.database}/{code}/{position}".encode()).hexdigest()
        return f"{position}-{digest[:10]}"

    def read(self, code: str, mark: str) -> int | None:
        """The journal position of a mark; None if it is not the mark of this deed in this database."""
        found = _MARK.fullmatch(mark.strip().lower())
        if found is None or self.make(code, int(found[1])) != found[0]:
            return None
        return int(found[1])


def uid(mark: str, kind: str, *content: object) -> str:
    """The number of the entry that a row brings: the same row with the same content is one entry.

    Its first half is the row's alone, so that what a form brought is known as such.
    """
    of_content = uuid.uuid5(_NAMESPACE, "\x1f".join((mark, kind, *map(repr, content)))).hex
    return f"{_of_row(mark)}-{of_content[16:20]}-{of_content[20:]}"


@lru_cache(maxsize=1)
def _of_row(mark: str) -> str:
    """The half that the numbers of all entries of a row begin with; the rows are gone through one by one."""
    return str(uuid.uuid5(_NAMESPACE, mark))[:18]


def brought(mark: str, entry: Entry) -> bool:
    """Whether an entry was brought by the row of this mark."""
    return entry.uid.startswith(_of_row(mark))
