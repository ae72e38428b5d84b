"""What a proposal says: the schema `practical-deeds/1`.

A proposal made from an article, the same file after a person has reviewed it,
and the seeds that are shipped are all this. Every model is frozen; unknown
fields are refused. What concerns two places of a file is in `checks`.
"""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, model_validator

from . import values
from .strict_yaml import Document

FORMAT = "practical-deeds/1"
KINDS = ("list", "action_group", "project_group", "project", "activity", "measure")
CONFIDENCES = ("sure", "likely", "check")
MAX_DECLARED = 100_000

Line = Annotated[str, BeforeValidator(values.line)]
"""Text on one line, at most 300 characters, without control characters."""
Name = Annotated[str, BeforeValidator(values.name)]
"""A line whose quotes match."""
Note = Annotated[str, BeforeValidator(values.note)]
"""Text of one or more lines, at most 5,000 characters."""
Key = Annotated[str, BeforeValidator(values.key)]
"""An identity across re-imports: a-z, 0-9 and hyphens, at most 60."""
AgencyCode = Annotated[str, BeforeValidator(values.agency_code)]
"""Two to ten capital letters and digits, a letter first."""
Day = Annotated[date, BeforeValidator(values.day)]
"""A civil date, written YYYY-M-D, YYYY/M/D, YYYY.M.D or YYYY年M月D日."""
Year = Annotated[int, BeforeValidator(values.whole_number(1900, 2199))]
Span = Annotated[tuple[int, int], BeforeValidator(values.span)]
"""Start and end in characters of the raw text, from 0, end exclusive; a byte order mark before the text is not counted."""
Quantity = Annotated[str, BeforeValidator(values.quantity)]
"""A decimal number that is not negative, as text, so that 5.10 stays 5.10."""


def _many(member: Any) -> Any:
    """A list of `member`; a field left empty is an empty list."""
    return Annotated[tuple[member, ...], BeforeValidator(values.members), Field(default=())]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    @model_validator(mode="before")
    @classmethod
    def _is_a_mapping(cls, value: Any) -> Any:
        return values.mapping(value)


class Agency(_Part):
    """An organ that owes deeds."""

    code: AgencyCode
    name: Name
    full_name: Line | None = None
    name_en: Line | None = None
    aliases: _many(Line)
    coordinates: Annotated[bool, BeforeValidator(values.yes_or_no)] = False
    origin: Note | None = None
    """Where the names are from."""

    @property
    def names(self) -> frozenset[str]:
        """Everything that it is called."""
        return frozenset(filter(None, (self.name, self.full_name, self.name_en, *self.aliases)))


class Source(_Part):
    """The text that announced the commitments."""

    key: Key
    title: Line | None = None
    publisher: Line | None = None
    published_on: Day | None = None
    file: Line | None = None
    """Path of the text's file as seen from this one; kept by the import if its hash is right."""
    year: Year | None = None
    """Year of the promises."""
    year_basis: Note | None = None
    """The reason for which the year was inferred; None if the text states it."""
    sha256: Annotated[str, BeforeValidator(values.sha256)] | None = None
    corrects: Annotated[str, BeforeValidator(values.sha256)] | None = None
    """SHA-256 of the text under this key that this one, a corrected version of it, takes the place of."""
    url: Annotated[str, BeforeValidator(values.url)] | None = None


class Start(_Part):
    """The announced start; `year` None if the text does not state it."""

    year: Year | None = None
    month: Annotated[int, BeforeValidator(values.whole_number(1, 12))]
    day: Annotated[int, BeforeValidator(values.whole_number(1, 31))]

    @model_validator(mode="after")
    def _is_a_day(self) -> Start:
        values.real_day(self.year, self.month, self.day)
        return self


class Target(_Part):
    """How much is promised: `quantity` in `unit`, which keeps its 万 or 亿; with `direction` "<=" it is the most there may be."""

    quantity: Quantity
    unit: Line | None = None
    direction: Annotated[str, BeforeValidator(values.one_of((">=", "<=")))] = ">="


class Item(_Part):
    """A named unit of a commitment."""

    key: Key
    title: Name
    agency: AgencyCode | None = None
    """Its own lead's code, where that is not the commitment's."""
    agency_name: Line | None = None
    """Its own lead as the text writes it, in Simplified script."""
    same_as: Line | None = None
    """Code of a deed already tracked that this one repeats: that deed fulfils this item, too."""
    joint: Annotated[tuple[Line, ...], BeforeValidator(values.agencies), Field(default=())]
    place: Span | None = None
    target: Target | None = None
    due: Day | None = None
    due_basis: Note | None = None


class Commitment(_Part):
    """What a source promises as one thing."""

    key: Key
    agency: AgencyCode | None = None
    """The lead's code; None only in a proposal that nobody has reviewed."""
    agency_name: Line | None = None
    """The lead as the text writes it, in Simplified script."""
    same_as: Line | None = None
    """Code of a commitment already tracked that this one repeats: its deeds fulfil these items too."""
    name: Name
    kind: Annotated[str, BeforeValidator(values.one_of(KINDS))]
    """Left out: a list where it counts or names several things, else a measure."""
    declared: Annotated[int, BeforeValidator(values.whole_number(1, MAX_DECLARED))] | None = None
    """The number the text gives; None if it gives none."""
    approximate: Annotated[bool, BeforeValidator(values.yes_or_no)] = False
    """The number is "more than" (多, 余)."""
    fields: _many(Line)
    joint: Annotated[tuple[Line, ...], BeforeValidator(values.agencies), Field(default=())]
    theme: Line | None = None
    starts: Start | None = None
    place: Span | None = None
    due: Day | None = None
    due_basis: Note | None = None
    pattern: Line | None = None
    confidence: Annotated[str, BeforeValidator(values.one_of(CONFIDENCES))] | None = None
    reason: Note | None = None
    items: _many(Item)

    @model_validator(mode="before")
    @classmethod
    def _of_a_kind(cls, value: Any) -> Any:
        if not isinstance(value, dict) or value.get("kind") is not None:
            return value
        items, declared = value.get("items"), value.get("declared")
        several = (isinstance(items, list) and len(items) > 1) or (type(declared) is int and declared > 1)
        return value | {"kind": "list" if several else "measure"}

    @property
    def deed_count(self) -> int:
        """How many deeds are owed: the declared number or the named items, whichever is more, at least one."""
        return max(self.declared or 0, len(self.items), 1)


class Mention(_Part):
    """Something the text mentions and nobody tracks, with the reason."""

    name: Line
    agency: AgencyCode | None = None
    agency_name: Line | None = None
    place: Span | None = None
    reason: Note | None = None


class Proposal(_Part):
    """A whole file. `where` says where a part of it stands."""

    format: Annotated[str, BeforeValidator(values.exactly(FORMAT))]
    agencies: _many(Agency)
    source: Source | None = None
    commitments: _many(Commitment)
    context: _many(Mention)
    left_out: _many(Mention)

    _name: str = PrivateAttr("")
    _document: Document = PrivateAttr(default_factory=lambda: Document(""))
    _sha256: str | None = PrivateAttr(None)

    def remember(self, name: str, document: Document) -> Proposal:
        """Keep the file's name and places for `where` (called once, by the loader)."""
        self._name, self._document = name, document
        return self

    def of_file(self, content: bytes) -> Proposal:
        """Keep the SHA-256 of the file that was read (called once, by the loader): it may be another by the time it is stored."""
        self._sha256 = sha256(content).hexdigest()
        return self

    @property
    def sha256(self) -> str | None:
        """SHA-256 of the file as it was read, in hexadecimal digits; None of a text that was in no file."""
        return self._sha256

    @property
    def name(self) -> str:
        """The file that it was read from."""
        return self._name

    def where(self, *path: str | int) -> str:
        """`file:line:column: path` of a part, e.g. `where("commitments", 3, "items", 0, "title")`.

        Lists are counted from 0. A part that the file leaves out is placed at
        what should hold it.
        """
        line, column = self._document.locate(path)
        return f"{self._name}:{line}:{column}: {self._document.spell(path)}"
