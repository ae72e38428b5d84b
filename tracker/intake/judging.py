"""One row that came back: what it showed, what it says now, and the entries that follow from that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from tracker import journal, lifecycle
from tracker.deeds import Books, Deed
from tracker.deeds.naming import name_draft
from tracker.deeds.reporting import confirm_draft, moved_on, report_draft
from tracker.errors import Conflict, RuleError
from tracker.intake import forms
from tracker.intake.forms import Filled
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

    def judged(self) -> tuple[str, tuple[Entry, ...]]:
        """The outcome of the row and its entries, drafted or found. Raises DeedsError."""
        base, now = forms.shown(self.then), forms.shown(self.deed.state)
        # An empty title or status leaves it as it was; so does an empty progress beside the same status.
        title, said = self.title or forms.title(self.then), self.said
        if said.status is None:
            said = replace(said, status=base.status)
        if said.progress is None and said.status == base.status:
            said = replace(said, progress=base.progress)
        named, reported = title != forms.title(self.then), said != base
        if self.ticked and (named or (reported and said != now)):
            raise RuleError("sheet_tick_and_change")
        if self.ticked:
            return self._outcome(CONFIRM, [self._confirmation()])
        deed, brought = self.deed, []
        if named and (naming := self._naming(title)):
            brought.append(naming)
            deed = deed if naming.number else deed.expecting(naming)
        if reported and (report := self._report(deed, said, base, now)):
            brought.append(report)
        return self._outcome(CHANGE if self.then.progress else ADD, brought)

    @staticmethod
    def _outcome(outcome: str, drafts: list[Entry]) -> tuple[str, tuple[Entry, ...]]:
        if not drafts:
            return UNCHANGED, ()
        return (REPEATED if all(draft.number for draft in drafts) else outcome), tuple(drafts)

    def _known(self, standing: Entry | None, kind: str, *content: object) -> tuple[str, Entry | None]:
        """The number of the entry that this row brings, and the entry if it was handed in before.

        What the same form has corrected since and now says again is a new entry.
        """
        uid = forms.uid(self.mark, kind, *content)
        known = next((entry for entry in self.deed.entries if entry.uid == uid), None)
        if known and standing and standing is not known and forms.brought(self.mark, standing):
            return forms.uid(self.mark, kind, *content, standing.number), None
        return uid, known

    def _check_current(self, moved: bool, *kinds: str) -> None:
        """What somebody said meanwhile stands in the way of a row; what this very form brought is corrected by it."""
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
            raise _conflict(max(newer, key=lambda entry: entry.number))

    def _naming(self, title: str) -> Entry | None:
        """The naming, drafted or found; None if the deed is called so already."""
        uid, known = self._known(self.deed.state.title, "title", title)
        if known or title == forms.title(self.deed.state):
            return known
        self._check_current(self.then.title != self.deed.state.title, journal.TITLE)
        return name_draft(self.books, self.deed, title, uid=uid)

    def _confirmation(self) -> Entry:
        uid, known = self._known(None, "confirmation")
        if known:
            return known
        self._check_current(moved_on(self.then, self.deed.state), journal.PROGRESS, journal.FINDING)
        return confirm_draft(self.books, self.deed, uid=uid)

    def _report(self, deed: Deed, said: Filled, base: Filled, now: Filled) -> Entry | None:
        """The report, drafted or found; None if all of it holds already. A changed row says all that stands in it."""
        uid, known = self._known(self.deed.state.progress, "progress", said)
        if known or said == now:
            return known
        self._check_current(moved_on(self.then, self.deed.state), journal.PROGRESS, journal.FINDING)
        last = self.then.progress
        fields: dict[str, Any] = {
            "status": said.status,
            "progress": said.progress,
            "words": said.note,
            "difficulty": said.difficulty or "",
            "expected_on": said.expected,
            "cleared": () if said.expected else ("expected_on",),
            "ask": said.ask or "",
        }
        if last is not None and said.ask == base.ask:
            fields |= {"ask": last.ask or "", "ask_of": last.ask_of}
        # The remark is the approval reference where the move needs one, else the reason.
        needs_approval = lifecycle.needs_approval(base.status, said.status) if said.status else False
        if said.remark != base.remark:
            fields["approval" if needs_approval else "reason"] = said.remark
        elif last is not None and not needs_approval:
            fields |= {"reason": last.reason, "approval": last.approval}
        return report_draft(self.books, deed, uid=uid, **fields)


def _conflict(newer: Entry) -> Conflict:
    """Who said what of a deed since its row went out."""
    values = {"deed": newer.deed, "number": newer.number, "agency": newer.agency, "day": newer.effective_on}
    if newer.kind == journal.PROGRESS:
        share = "" if newer.progress is None else f" {newer.progress}%"
        return Conflict("sheet_conflict", **values, status=newer.status, share=share)
    if newer.kind == journal.FINDING:
        return Conflict("sheet_conflict_found", **values, verdict=newer.verdict)
    if newer.kind == journal.TITLE:
        return Conflict("sheet_conflict_named", **values, title=newer.title)
    return Conflict("sheet_conflict_retracted", **values, about=newer.about)
