"""What the patterns hand on: a possible commitment with the places of its parts in the clean text."""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.article.dates import Day
from tracker.article.directory import Organ
from tracker.article.quantities import Quantity
from tracker.article.structure import Span

COMMITMENT, CONTEXT, LEFT_OUT = "commitment", "context", "left_out"
LISTED = ("numbered", "deed", "table")
"""The patterns of lists, each of which tells as a whole whether it promises."""


@dataclass(slots=True)
class Item:
    """One named part. `lead` is the organ that answers for it alone, `joint` who helps with it alone, as written.

    `others` are its further figures, None where it has no words but its own
    and nobody has looked yet; `aside` its clauses whose day is that of
    something else.
    """

    title: str
    span: Span
    quantity: Quantity | None = None
    due: Day | None = None
    lead: str | None = None
    joint: tuple[str, ...] = ()
    others: tuple[Quantity, ...] | None = None
    aside: tuple[Span, ...] = ()


@dataclass(slots=True)
class Candidate:
    """A possible commitment.

    `pattern` names the recogniser. `place` is the quote that announces it;
    `anchor` the place at which its owner is looked for. `weak` patterns give
    way to others that cover the same words; `governed` is false for a list
    that is only mentioned, not announced; `present` is true where no word looks
    ahead. `verdict` is one of COMMITMENT,
    CONTEXT, LEFT_OUT; `reason` a key of the catalogue for everything but a
    sure commitment. `owner_word` is what stands for the owner where its name
    does not (该局, 我市); `doubts` are keys of what only a person can tell.
    """

    pattern: str
    place: Span
    anchor: int
    name: str
    kind: str
    declared: int | None = None
    approximate: bool = False
    items: list[Item] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    weak: bool = False
    governed: bool = True
    open_list: bool = False
    present: bool = False
    due: Day | None = None
    starts: Day | None = None
    theme: Span | None = None
    owner: Organ | None = None
    owner_far: bool = False
    owner_word: str = ""
    joint: list[str] = field(default_factory=list)
    verdict: str = COMMITMENT
    reason: str | None = None
    confidence: str = "sure"
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    sentence: int = -1
    extent: Span | None = None
    """The whole enumeration, or all the lines of a numbered list."""
    told: list[Span] = field(default_factory=list)
    """Words farther on that tell of its members."""
    scattered: bool = False
    """Its members stand in sentences of their own, which are told, with what is others' between."""

    @property
    def covers(self) -> Span:
        """All the words that belong to it: place, extent and items."""
        start, end = self.place.start, self.place.end
        for item in self.items:
            start, end = min(start, item.span.start), max(end, item.span.end)
        if self.extent is not None:
            start, end = min(start, self.extent.start), max(end, self.extent.end)
        return Span(start, end)

    @property
    def claims(self) -> list[Span]:
        """The words that nobody else may claim: all it covers, but not the text between a list and what announces it."""
        if self.pattern == "dated":
            return [self.extent or self.place, *(item.span for item in self.items)]  # 实施某工程，为3500户…，10月底前完成
        if self.scattered:
            return [self.place, *self.told]
        if self.pattern == "amount":
            return [item.span for item in self.items]
        apart = self.extent is not None and (self.pattern == "table" or self.place.end <= self.extent.start)
        return [self.place, self.extent] if apart and self.extent else [self.covers, *self.told]

    def leave_out(self, reason: str) -> None:
        self.verdict, self.reason = LEFT_OUT, reason

    def to_context(self, reason: str) -> None:
        self.verdict, self.reason = CONTEXT, reason
