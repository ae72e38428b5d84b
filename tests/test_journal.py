"""The fold of entries to a state."""

from __future__ import annotations

import random
from dataclasses import fields
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from strategies import any_days, at, entry, journals, progress

from tracker import journal, lifecycle, projection
from tracker.journal import Entry, State, fold, live

DUE = date(2021, 12, 31)


# On any journal whatever


@given(journals(), st.none() | any_days, st.none() | st.integers(0, 10))
def test_fold_never_fails_and_the_order_of_entries_does_not_matter(entries, as_of, known_at):
    state = fold(entries, as_of, known_at)
    shuffled = list(entries)
    random.Random(0).shuffle(shuffled)
    assert fold(shuffled, as_of, known_at) == state
    projection.row(state)


@given(journals(), st.integers(0, 10))
def test_known_at_is_the_journal_cut_off_there(entries, known_at):
    assert fold(entries, known_at=known_at) == fold(entries[:known_at])


WHAT_HOLDS = [f.name for f in fields(State) if f.name not in ("last_number", "last_effective_on", "seq")]


def holds(state: State) -> dict:
    """A state without its counts, which count retracted and later entries too."""
    return {name: getattr(state, name) for name in WHAT_HOLDS}


@given(journals(), any_days)
def test_as_of_leaves_out_what_holds_later(entries, as_of):
    earlier = [e for e in entries if e.effective_on <= as_of or e.kind == journal.RETRACTION]
    assert holds(fold(entries, as_of)) == holds(fold(earlier))


@given(journals())
def test_a_retraction_counts_from_its_position_on(entries):
    for retraction in (e for e in entries if e.kind == journal.RETRACTION):
        others = [e for e in entries if e is not retraction]
        before = retraction.number - 1
        assert fold(entries, known_at=before) == fold(others, known_at=before)
        gone = [e for e in entries if e.kind == journal.RETRACTION or e.number != retraction.about]
        baseline = fold(entries).baseline
        if baseline is None or baseline.number > retraction.number:  # originals keep what was retracted after the baseline
            assert holds(fold(entries)) == holds(fold(gone))


@given(journals(), st.sampled_from([k for k in journal.KINDS if k != journal.RETRACTION]), any_days)
def test_an_entry_of_one_kind_never_wipes_another(entries, kind, on):
    """A late naming never wipes a deadline: new entries touch only what they speak of."""
    added = Entry(number=99, uid="99", kind=kind, effective_on=on, recorded_at=at(99), deed="A-1-1", seq=99)
    touched = {
        journal.PROGRESS: {"progress", "finding", "before_completion"},
        journal.PROPOSAL: {"proposals"},
        journal.INSTRUCTION: {"instructions"},
        journal.BASELINE: {"baseline", "original_title", "original_owners", "original_schedule", "original_target"},
    }.get(kind, {kind})
    before, after = holds(fold(entries)), holds(fold([*entries, added]))
    assert {name for name in WHAT_HOLDS if before[name] != after[name]} <= touched


@given(journals())
def test_live_is_in_order_and_holds_no_retraction(entries):
    kept = live(entries)
    assert [e.order for e in kept] == sorted(e.order for e in kept)
    assert all(e.kind != journal.RETRACTION for e in kept)


# By example


def test_nothing():
    assert fold([]) == State()
    assert State().status is None and State().rating == lifecycle.Rating(None)


def test_the_latest_by_day_then_number_holds():
    late = progress(3, "in_progress", 20, on=2)
    entries = [progress(1, "in_progress", 10, on=1), progress(2, "in_progress", 40, on=5), late]
    assert fold(entries).reported_progress == 40
    assert fold(entries, as_of=date(2021, 6, 3)).progress == late
    assert fold(entries, as_of=date(2021, 6, 3), known_at=2).reported_progress == 10
    same_day = progress(4, "in_progress", 35, on=5)
    assert fold([*entries, same_day]).reported_progress == 35


def test_a_late_naming_leaves_the_deadline():
    entries = [entry(1, journal.SCHEDULE, due_on=DUE), entry(2, journal.TITLE, on=30, title="名称")]
    state = fold(entries)
    assert (state.plan.due, state.title.title) == (DUE, "名称")


def test_retracting_brings_back_what_held_before():
    entries = [
        entry(1, journal.TITLE, title="旧"),
        entry(2, journal.TITLE, title="新"),
        entry(3, journal.RETRACTION, about=2),
    ]
    assert fold(entries[:2]).title.title == "新"
    assert fold(entries).title.title == "旧"
    again = [*entries, entry(4, journal.RETRACTION, about=3)]
    assert fold(again).title.title == "旧", "a retraction cannot be retracted"


def test_a_finding_speaks_of_one_progress_entry():
    done = progress(1, "completed", 100)
    confirmed = entry(2, journal.FINDING, about=1, verdict=journal.CONFIRM)
    assert fold([done, confirmed]).closed_out
    assert not fold([done, confirmed], known_at=1).closed_out
    reopened = progress(3, "in_progress", 80, on=2, reason="复查")
    state = fold([done, confirmed, reopened])
    assert (state.verdict, state.closed_out, state.standing_progress) == (None, False, 80)
    again = progress(4, "completed", 100, on=3)
    assert fold([done, confirmed, reopened, again]).verdict is None


def test_a_rejected_completion_is_judged_on_the_last_progress_below_100():
    entries = [progress(1, "in_progress", 70), progress(2, "completed", 100, on=2)]
    rejected = entry(3, journal.FINDING, on=3, about=2, verdict=journal.REJECT)
    state = fold([*entries, rejected])
    assert (state.status, state.standing_status, state.standing_progress) == ("completed", "in_progress", 70)
    assert state.sent_back and not state.closed_out
    assert state.rating == lifecycle.Rating("in_progress", 70)
    confirmed = entry(4, journal.FINDING, on=4, about=2, verdict=journal.CONFIRM)
    assert fold([*entries, rejected, confirmed]).closed_out


def test_the_baseline_keeps_the_originals():
    entries = [
        entry(1, journal.SCHEDULE, due_on=DUE),
        entry(2, journal.OWNERS, lead="A"),
        entry(3, journal.BASELINE),
        entry(4, journal.SCHEDULE, due_on=date(2022, 3, 31), reason="…", approval="文号"),
        entry(5, journal.BASELINE, on=9),
    ]
    state = fold(entries)
    assert (state.plan.due, state.original_schedule.due_on) == (date(2022, 3, 31), DUE)
    assert state.baseline.number == 3 and state.original_owners.lead == "A" and state.original_target is None


def test_retracting_a_fixed_plan_leaves_the_original_visible():
    entries = [
        entry(1, journal.SCHEDULE, due_on=DUE),
        entry(2, journal.BASELINE),
        entry(3, journal.RETRACTION, about=1, reason="…", approval="文号"),
    ]
    state = fold(entries)
    assert state.plan.due is None and state.original_schedule.due_on == DUE


def test_retracting_a_plan_before_the_baseline_leaves_nothing():
    entries = [entry(1, journal.SCHEDULE, due_on=DUE), entry(2, journal.RETRACTION, about=1), entry(3, journal.BASELINE)]
    assert fold(entries).original_schedule is None


def test_proposals_and_instructions_are_open_until_answered():
    entries = [
        entry(1, journal.PROPOSAL, proposes="schedule"),
        entry(2, journal.INSTRUCTION),
        entry(3, journal.PROPOSAL, proposes="target"),
        entry(4, journal.DECISION, about=1, verdict=journal.APPROVE),
        entry(5, journal.ANSWER, about=2),
        entry(6, journal.ANSWER, about=3),
    ]
    state = fold(entries)
    assert [e.number for e in state.proposals] == [3]
    assert state.instructions == ()
    taken_back = [*entries, entry(7, journal.RETRACTION, about=5)]
    assert [e.number for e in fold(taken_back).instructions] == [2]


def test_a_confirmation_is_handed_in_and_is_no_status():
    entries = [progress(1, "in_progress", 10, on=1), entry(2, journal.CONFIRMATION, on=20)]
    state = fold(entries)
    assert (state.status, state.handed_in_on) == ("in_progress", date(2021, 6, 20))
