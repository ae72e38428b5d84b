"""One row that came back: what it showed, what it says now, and the entries that follow from that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from tracker import access, journal, lifecycle, quantities
from tracker.deeds import Books, Deed
from tracker.deeds.naming import name_draft
from tracker.deeds.reporting import confirm_draft, moved_on, report_draft
from tracker.errors import Conflict, RuleError
from tracker.intake import before, forms
from tracker.intake.forms import CELLS, Filled
from tracker.journal import Entry

ADD, CHANGE, CONFIRM, UNCHANGED, REPEATED = "add", "change", "confirm", "unchanged", "repeated"
OUTCOMES = (ADD, CHANGE, CONFIRM, UNCHANGED, REPEATED)
"""Of a row: the first report or name of a deed, a later one, nothing new confirmed, left as it went out, handed in before."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row with a good mark: the deed, as it was shown, what the row says now, and what follows from that."""

    books: Books
    deed: Deed
    mark: str
    then: journal.State
    title: str | None
    said: Filled
    ticked: bool
    accepted: bool = False
    """Whether the very file was accepted before: then it only brings anew what was taken back."""

    def judged(self) -> tuple[str, tuple[Entry, ...]]:
        """The outcome of the row and its entries, drafted or found. Raises DeedsError."""
        base, now = forms.shown(self.then), forms.shown(self.deed.state)
        # An empty title or status leaves it as it was; so does an empty progress beside the same status.
        title, said = self.title or forms.title(self.then), self.said
        if said.status is None:
            said = replace(said, status=base.status)
        if said.progress is None and said.status == base.status:
            said = replace(said, progress=base.progress)
        if said.quantity is None and base.quantity is not None:
            said = replace(said, quantity=base.quantity)
        elif said.unit is not None:
            said = self._in_unit(said)
        # Who chooses "completed" need not touch the percentage that was filled in.
        if said.status == lifecycle.COMPLETED != base.status and said.progress in (None, base.progress):
            said = replace(said, progress=100)
        elif said.quantity != base.quantity and said.progress == base.progress:
            said = replace(said, progress=self._share(said))
        named, reported = title != forms.title(self.then), said != base
        if self.ticked and not self.accepted and (named or (reported and _left(said, base, now) != now)):
            raise RuleError("sheet_tick_and_change")
        if self.ticked:
            confirmation = self._confirmation(_stale(said, base, now))
            return self._outcome(CONFIRM, [confirmation] if confirmation else [])
        deed, brought = self.deed, []
        if named and (naming := self._naming(title)):
            brought.append(naming)
            deed = deed if naming.number else deed.expecting(naming)
        if reported and (report := self._report(deed, said, base, now)):
            brought.append(report)
        had = self.deed.state.progress or (self.deed.state.title and any(each.kind == journal.TITLE for each in brought))
        return self._outcome(CHANGE if had else ADD, brought)

    @staticmethod
    def _outcome(outcome: str, drafts: list[Entry]) -> tuple[str, tuple[Entry, ...]]:
        if not drafts:
            return UNCHANGED, ()
        return (REPEATED if all(draft.number for draft in drafts) else outcome), tuple(drafts)

    def _in_unit(self, said: Filled) -> Filled:
        """With the quantity in the unit of the target, where its own fits that."""
        target = self.deed.state.target
        of = quantities.converted(said.quantity, said.unit, target.unit) if quantities.in_numbers(target) else None
        return said if of is None else replace(said, quantity=of, unit=target.unit)

    def _share(self, said: Filled) -> int | None:
        """The percentage that a new quantity comes to where nobody touched that cell; none where it is to be said whether that completes the deed."""
        target = self.deed.state.target
        if said.quantity is None or not quantities.gives_progress(target):
            return said.progress
        return quantities.reckoned(target, said.quantity) if quantities.misses(target, said.quantity) else None

    def _told_by_number(self, said: Filled) -> bool:
        """Whether the percentage follows from the quantity that counts."""
        state = self.deed.state
        return said.status in lifecycle.GOING_ON and state.quantity is not None and quantities.gives_progress(state.target)

    def _known(self, standing: Entry | None, kind: str, *content: object) -> tuple[str | None, Entry | None]:
        """The number of the entry that this row brings, and the entry if it was handed in before and holds; no number if it brings none.

        What the same form has corrected since and now says again is a new
        entry, unless it is the very file that said it first.
        """

        def uid(*after: object) -> str:
            return forms.uid(self.mark, kind, *content, *after)

        known, new = before.brought(self.deed, uid)
        if known is None:
            return (None if self.accepted and new == uid() else new), None
        if standing and standing is not known and not self.accepted and forms.brought(self.mark, standing):
            return new, None
        return known.uid, known

    def _check_current(self, moved: bool, standing: Entry | None, *kinds: str, stale: bool = False) -> None:
        """What somebody said meanwhile stands in the way of a row; what this very form brought is corrected by it.

        Another copy of the form corrects nothing: it comes from another
        person, or has cells as they went out that were changed since (`stale`).
        """
        if not moved:
            return
        live = journal.live(self.deed.entries)
        about = {entry.number for entry in self.deed.entries if entry.kind in kinds}
        newer = [
            entry
            for entry in self.deed.entries
            if entry.number > self.then.last_number and not forms.brought(self.mark, entry)
            and ((entry.kind in kinds and entry in live) or (entry.kind == journal.RETRACTION and entry.about in about and entry.about <= self.then.last_number))
        ]  # fmt: skip
        if newer:
            raise _conflict(max(newer, key=lambda entry: entry.number), self.deed)
        if standing and standing.number > self.then.last_number and (stale or self._of_another(standing)):
            raise _conflict(standing, self.deed, copy=True)

    def _of_another(self, entry: Entry) -> bool:
        """Whether somebody else than the actor entered it."""
        actor = self.books.actor
        return (entry.person, entry.typed_by or entry.agency) != (actor.person, actor.agency)

    def _naming(self, title: str) -> Entry | None:
        """The naming, drafted or found; None if the deed is called so already."""
        access.require(self.books.actor, "name", self.deed.code, self.deed.lead)
        standing = self.deed.state.title
        uid, known = self._known(standing, "title", title)
        if known or uid is None or title == forms.title(self.deed.state):
            return known
        self._check_current(self.then.title != standing, standing, journal.TITLE)
        return name_draft(self.books, self.deed, title, uid=uid)

    def _confirmation(self, stale: bool) -> Entry | None:
        access.require(self.books.actor, "confirm", self.deed.code, self.deed.lead)
        uid, known = self._known(None, "confirmation")
        if known or uid is None:
            return known
        standing = self.deed.state.progress if stale else None
        self._check_current(moved_on(self.then, self.deed.state), standing, journal.PROGRESS, journal.FINDING, stale=stale)
        return confirm_draft(self.books, self.deed, uid=uid)

    def _report(self, deed: Deed, said: Filled, base: Filled, now: Filled) -> Entry | None:
        """The report, drafted or found; None if all of it holds already.

        A changed row says its status and figures. A text or a day that is in
        it as it went out is not said again: what becomes of it is the same as
        of what is not typed on the command line.
        """
        access.require(self.books.actor, "report", self.deed.code, self.deed.lead)
        standing = self.deed.state.progress
        quantity = None if said.quantity == base.quantity else said.quantity
        uid, known = self._known(standing, "progress", said, *([] if quantity is None else [f"{quantity:f}"]))
        if known or uid is None or _left(said, base, now) == now:
            return known
        moved = moved_on(self.then, self.deed.state)
        self._check_current(moved, standing, journal.PROGRESS, journal.FINDING, stale=_stale(said, base, now))
        fields: dict[str, Any] = {
            "status": said.status,
            "progress": None if said.progress == base.progress and self._told_by_number(said) else said.progress,
            "quantity": quantity,
            "unit": said.unit,
        }
        texts = {"words": "note", "difficulty": "difficulty", "ask": "ask"}
        fields |= {name: getattr(said, cell) or "" for name, cell in texts.items() if getattr(said, cell) != getattr(base, cell)}
        if said.expected != base.expected:
            fields |= {"expected_on": said.expected, "cleared": () if said.expected else ("expected_on",)}
        if said.remark != base.remark:  # the approval reference where the move needs one, else the reason
            needs_approval = said.status and lifecycle.needs_approval(base.status, said.status)
            fields["approval" if needs_approval else "reason"] = said.remark
        return report_draft(self.books, deed, uid=uid, **fields)


def _left(said: Filled, base: Filled, now: Filled) -> Filled:
    """What a row says without the cells that nobody touched and that are empty since: what they showed is not said again."""
    gone = (name for name in CELLS if getattr(now, name) is None and getattr(said, name) == getattr(base, name))
    return replace(said, **dict.fromkeys(gone))


def _stale(said: Filled, base: Filled, now: Filled) -> bool:
    """Whether a row would undo what was said since it went out, by a cell that nobody touched.

    An empty status or progress undoes nothing, and neither does a cell that is empty since.
    """
    if base == now:
        return False
    said = _left(said, base, now)
    cells = ((name, getattr(said, name), getattr(base, name), getattr(now, name)) for name in CELLS)
    return any(value == before != after and not (value is None and name in ("status", "progress")) for name, value, before, after in cells)


def _conflict(newer: Entry, of: Deed, copy: bool = False) -> Conflict:
    """Who said what of a deed since its row went out, and whose form to take anew; `copy` if it came by another copy of it."""
    values = {"to": of.lead, "deed": newer.deed, "number": newer.number, "agency": newer.agency, "day": newer.effective_on}
    if newer.kind == journal.PROGRESS:
        share = "" if newer.progress is None else f" {newer.progress}%"
        if copy:
            return Conflict("sheet_conflict_copy", **values, by=f" {newer.person}" if newer.person else "", status=newer.status, share=share)
        return Conflict("sheet_conflict", **values, status=newer.status, share=share)
    if newer.kind == journal.FINDING:
        return Conflict("sheet_conflict_found", **values, verdict=journal.found_about(newer, of.entries))
    if newer.kind == journal.TITLE:
        return Conflict("sheet_conflict_named", **values, title=newer.title)
    return Conflict("sheet_conflict_retracted", **values, about=newer.about)
