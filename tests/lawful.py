"""Whether an entry may stand in the journal after those before it: the rules of the product, seen in what was written.

The permission table of `tracker.access` and the moves of `tracker.lifecycle`
are not asked: what they should say is said here once more.
"""

from __future__ import annotations

from collections.abc import Sequence

import pencil

from tracker.journal import Entry

OF_THE_OFFICE = ("baseline", "decision", "instruction", "reminder", "round_open", "round_move", "round_close", "round_cancel", "directory", "issue")
PROMISES = ("schedule", "target", "owners", "drop")
"""What changes, once the books are fixed, only on the record."""


def check(entry: Entry, before: Sequence[Entry]) -> None:
    """Assert that an entry keeps the rules; those of an import stand as they are."""
    if entry.door == "import":
        return
    about = before[entry.about - 1] if entry.about else None
    gone = {each.about for each in before if each.kind == "retraction"}
    assert entry.role != "leader", entry
    assert entry.kind not in OF_THE_OFFICE or entry.role == "office", entry
    if entry.kind == "retraction":
        assert about.kind != "retraction" and about.number not in gone, entry
        under = {"progress": "finding", "proposal": "decision"}.get(about.kind)
        assert not any(each.kind == under and each.about == about.number and each.number not in gone for each in before), (entry, "checked or decided")
    if entry.kind == "answer":
        assert about.kind == "instruction" and about.number not in gone, entry
        assert not any(each.kind == "answer" and each.about == about.number and each.number not in gone for each in before), entry
    if entry.kind == "round_open":
        assert all(period.closed for period in pencil.periods(before)), entry
    if entry.kind == "round_move":
        assert not next(period for period in pencil.periods(before) if period.number == entry.about).closed and entry.reason, entry
    if entry.kind == "round_cancel":
        assert not next(period for period in pencil.periods(before) if period.number == entry.about).closed and entry.reason, entry
        assert not any(each.kind in ("progress", "confirmation") for each in before[entry.about :]), entry
    if entry.kind == "drop" and not entry.wording:
        assert not any(each.kind == "drop" and each.wording == entry.deed and each.number not in gone for each in before), (entry, "holds others")
    if (page := pencil.pages(before).get(entry.deed)) is not None:
        _of_a_deed(entry, about, page)
        if "baseline" in page.held:
            _on_the_record(entry, about, page)


def _of_a_deed(entry: Entry, about: Entry | None, page: pencil.Page) -> None:
    """Who speaks, and whether what is said fits what held of the deed before."""
    assert entry.effective_on >= page.since.effective_on, entry
    assert "drop" not in page.held or entry.kind in ("retraction", "decision", "answer"), entry
    if entry.kind in ("progress", "confirmation"):
        assert entry.agency == page.lead, entry
        assert (entry.typed_by is not None) == (entry.role == "office" and page.lead != "SJGW"), entry
    if entry.kind == "confirmation":
        # Nothing is confirmed that was not reported by then, nor what was found otherwise.
        reports = [line for line in page.lines if line.kind == "progress" and line.effective_on <= entry.effective_on]
        found = [line for line in page.lines if reports and line.kind == "finding" and line.about == reports[-1].number and line.effective_on <= entry.effective_on]
        assert reports and not (found and found[-1].verdict == "reject"), entry
    if entry.kind == "progress":
        assert (entry.progress == 100) == (entry.status == "completed"), entry
        assert entry.status != "not_started" or entry.progress == 0, entry
        assert entry.status != "completed" or page.title, entry
        assert entry.status != "blocked" or entry.difficulty, entry
        _by_number(entry, page)
        # A closed-out deed is reopened by its verifier only.
        assert not page.closed_out or entry.effective_on < page.held["progress"].effective_on, entry
    if entry.kind == "finding":
        assert about == page.held["progress"] and (entry.verdict == "confirm" or entry.note), entry
        assert entry.agency == page.verifier and entry.agency not in (page.lead, about.agency), entry
    elif entry.role == "clerk" and not (entry.kind == "retraction" and about.kind == "finding"):
        assert entry.agency == page.lead, entry
    if about is not None and about.kind == "proposal" and entry.kind not in ("decision", "retraction"):
        # What a proposal becomes follows upon its approval at once.
        decided = page.lines and max(page.lines, key=lambda each: each.number)
        assert decided.kind == "decision" and (decided.about, decided.verdict) == (about.number, "approve"), entry
    if entry.kind == "drop":
        assert not page.open("instruction", "answer"), (entry, "unanswered")
    if entry.kind == "decision":
        assert about in page.open("proposal", "decision"), entry
        assert entry.approval if entry.verdict == "approve" else entry.reason, entry


def _by_number(entry: Entry, page: pencil.Page) -> None:
    """An achieved quantity gives the progress, whichever report told it, and what misses its target is not completed."""
    # A late report is held against what was asked for and told by its day.
    lines = [*(line for line in page.lines if line.effective_on <= entry.effective_on), entry]
    then = pencil.Page(page.since, {line.kind: line for line in lines}, lines)
    if then.quantity is None:
        return
    if entry.status in ("in_progress", "blocked"):
        assert (entry.progress, entry.quantity) == (then.share(), then.quantity), entry
    if entry.status == "completed" and [line.status for line in lines if line.kind == "progress"][-2:-1] != ["completed"]:
        assert then.quantity >= then.target, entry


def _on_the_record(entry: Entry, about: Entry | None, page: pencil.Page) -> None:
    """Rule 5, of a deed whose plan is fixed."""
    if entry.kind == "retraction":
        fixed = about.number < page.held["baseline"].number or about.approval
        stops = about.kind == "progress" and page.stops(about)
        if about.kind == "baseline" or (about.kind in (*PROMISES, "title") and fixed) or stops:
            assert (entry.role, bool(entry.approval), bool(entry.reason)) == ("office", True, True), entry
    elif entry.kind == "progress" and page.stops(entry):
        assert entry.role == "office" and entry.approval, entry
    elif entry.kind in PROMISES and not (entry.kind == "owners" and entry.lead == page.lead):  # supporters are no promise
        assert (entry.role, bool(entry.approval), bool(entry.reason)) == ("office", True, True), entry
