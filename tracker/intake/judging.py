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

    def _known(self, uid: str) -> Entry | None:
        """The entry that this row brought already, if it was handed in before."""
        return next((entry for entry in self.deed.entries if entry.uid == uid), None)

    def _check_current(self, moved: bool) -> None:
        if moved:
            now = self.deed.state
            facts = (now.title, now.progress, now.finding)
            latest = max((fact.number for fact in facts if fact), default=now.last_number)
            raise Conflict("sheet_conflict", deed=self.deed.code, number=latest)

    def _naming(self, title: str) -> Entry | None:
        """The naming, drafted or found; None if the deed is called so already."""
        uid = forms.uid(self.mark, "title", title)
        if (known := self._known(uid)) or title == forms.title(self.deed.state):
            return known
        self._check_current(self.then.title != self.deed.state.title)
        return name_draft(self.books, self.deed, title, uid=uid)

    def _confirmation(self) -> Entry:
        uid = forms.uid(self.mark, "confirmation")
        if known := self._known(uid):
            return known
        self._check_current(moved_on(self.then, self.deed.state))
        return confirm_draft(self.books, self.deed, uid=uid)

    def _report(self, deed: Deed, said: Filled, base: Filled, now: Filled) -> Entry | None:
        """The report, drafted or found; None if all of it holds already. A changed row says all that stands in it."""
        uid = forms.uid(self.mark, "progress", said)
        if (known := self._known(uid)) or said == now:
            return known
        self._check_current(moved_on(self.then, self.deed.state))
        last = self.then.progress
        fields: dict[str, Any] = {
            "status": said.status,
            "progress": said.progress,
            "words": said.note,
            "difficulty": said.difficulty or "",
            "expected_on": said.expected,
            "cleared": () if said.expected else ("expected_on",),
            "ask": said.ask,
        }
        if last is not None and said.ask == base.ask:
            fields |= {"ask": last.ask, "ask_of": last.ask_of}
        # The remark is the approval reference where the move needs one, else the reason.
        needs_approval = lifecycle.needs_approval(base.status, said.status) if said.status else False
        if said.remark != base.remark:
            fields["approval" if needs_approval else "reason"] = said.remark
        elif last is not None and not needs_approval:
            fields |= {"reason": last.reason, "approval": last.approval}
        return report_draft(self.books, deed, uid=uid, **fields)
