"""The open books: a transaction, the present moment, and who is asking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection

from tracker import entries
from tracker.access import Actor
from tracker.database import Now
from tracker.directory import Agency
from tracker.entries import Tell
from tracker.errors import RuleError
from tracker.journal import Entry, State


@dataclass(frozen=True, slots=True)
class Books:
    connection: Connection
    now: Now
    actor: Actor
    agencies: Mapping[str, Agency] = field(default_factory=dict)
    """The directory, by code, in its order."""
    tell: Tell = entries.quiet
    """Hears how far long work is."""

    def draft(self, kind: str, deed: str | None = None, on: date | None = None, **fields: Any) -> Entry:
        """An entry of the present moment by the present actor, not yet written.

        `on` is the effective day (default today). `speaker` is the agency whose
        word it is, where the actor types it for another (代录); `door` and `person`
        those of the actor unless given.
        """
        speaker = fields.pop("speaker", self.actor.agency)
        return Entry(
            number=0,
            uid=fields.pop("uid", ""),
            kind=kind,
            deed=deed,
            effective_on=on or self.now.today,
            recorded_at=self.now.at,
            agency=speaker,
            typed_by=self.actor.agency if speaker != self.actor.agency else None,
            role=self.actor.role,
            person=fields.pop("person", self.actor.person),
            door=fields.pop("door", self.actor.door),
            **fields,
        )

    def write(
        self,
        drafts: Sequence[Entry],
        deed_ids: dict[str, int] | None = None,
        journals: Mapping[str, Sequence[Entry]] | None = None,
    ) -> list[Entry]:
        """Write drafts at the end of the journal; see `entries.append`."""
        return entries.append(self.connection, drafts, deed_ids, journals, self.tell)

    @contextmanager
    def tentative(self, undo: bool) -> Iterator[None]:
        """A part of the transaction that is rolled back at its end if `undo`: how a dry run goes the real way."""
        savepoint = self.connection.begin_nested()
        try:
            yield
        except BaseException:
            savepoint.rollback()
            raise
        savepoint.rollback() if undo else savepoint.commit()

    def check_day(self, on: date | None, tracked_from: date, deed: str) -> None:
        """Raise RuleError for a day in the future or before tracking began."""
        if on is None:
            return
        if on > self.now.today:
            raise RuleError("day_in_future", day=on, today=self.now.today)
        if on < tracked_from:
            raise RuleError("day_before_tracking", day=on, deed=deed, since=tracked_from)


@dataclass(frozen=True, slots=True)
class Written:
    """What a function of this package wrote to a deed, with its state before and after."""

    entries: tuple[Entry, ...]
    before: State
    after: State

    @property
    def entry(self) -> Entry:
        return self.entries[0]
