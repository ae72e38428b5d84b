"""The fold of entries to a state, legal walks of statuses, and the chain of hashes."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import any_days, at, journals

from tracker import journal, lifecycle, projection
from tracker.errors import RuleError
from tracker.journal import Entry, State, fold, live


def entry(number: int, kind: str, on: int = 1, **values) -> Entry:
    """An entry of A-1-1 that holds from the given day of June 2021 on."""
    return Entry(
        number=number, uid=str(number), kind=kind, deed="A-1-1", seq=number,
        effective_on=date(2021, 6, on), recorded_at=at(number), **values,
    )  # fmt: skip


def progress(number: int, status: str, percent: int | None = None, on: int = 1, **values) -> Entry:
    return entry(number, journal.PROGRESS, on, status=status, progress=percent, **values)


DUE = date(2021, 12, 31)


# the fold, on any journal whatever


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
        journal.BASELINE: {"baseline", "original_owners", "original_schedule", "original_target"},
    }.get(kind, {kind})
    before, after = holds(fold(entries)), holds(fold([*entries, added]))
    assert {name for name in WHAT_HOLDS if before[name] != after[name]} <= touched


@given(journals())
def test_live_is_in_order_and_holds_no_retraction(entries):
    kept = live(entries)
    assert [e.order for e in kept] == sorted(e.order for e in kept)
    assert all(e.kind != journal.RETRACTION for e in kept)


# the fold, by example


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


# legal walks


@st.composite
def attempts(draw) -> tuple:
    """Something to try on a journal: a progress entry on some day, or the retraction of an earlier entry."""
    if draw(st.integers(0, 3)) == 0:
        return ("retract", draw(st.integers(0, 20)))
    signed = draw(st.sampled_from(["", "approval", "reason", "note"]))
    return ("add", draw(st.sampled_from(lifecycle.STATUSES)), draw(st.integers(1, 6)), signed)


def legal(entries: list[Entry]) -> bool:
    """PRODUCT's moves, said another way: the words of each move, looked up in a list."""
    before = None
    for e in [e for e in live(entries) if e.kind == journal.PROGRESS]:
        begun = before in ("not_started", "in_progress", "blocked", None)
        after = e.status
        if after in ("suspended", "terminated") and after != before:
            allowed = begun and e.approval
        elif before in ("suspended", "terminated"):
            allowed = after == before or (after == "in_progress" and e.approval)
        elif before == "completed":
            allowed = after == "completed" or (after == "in_progress" and e.reason)
        else:
            allowed = after != "not_started" or before in (None, "not_started")
        if not allowed:
            return False
        before = after
    return True


@settings(max_examples=300)
@given(st.lists(attempts(), max_size=14))
def test_check_moves_allows_exactly_the_legal_walks(tries):
    entries: list[Entry] = []
    for what, *how in tries:
        number = len(entries) + 1
        if what == "add":
            status, on, signed = how
            new = progress(number, status, on=on, **({signed: "有"} if signed else {}))
            asked = {"adding": new}
        else:
            live_ones = [e.number for e in live(entries)]
            if not live_ones:
                continue
            about = live_ones[how[0] % len(live_ones)]
            new = entry(number, journal.RETRACTION, about=about)
            asked = {"retracting": about}
        try:
            journal.check_moves(entries, **asked)
        except RuleError:
            assert not legal([*entries, new])
        else:
            assert legal([*entries, new])
            entries.append(new)


@pytest.mark.parametrize(
    ("entries", "asked", "key"),
    [
        ([progress(1, "in_progress")], {"adding": progress(2, "not_started", on=2)}, "move_impossible"),
        ([progress(1, "not_started", on=5)], {"adding": progress(2, "in_progress", on=1)}, "move_breaks_next"),
        ([], {"adding": progress(1, "suspended")}, "move_needs_approval"),
        ([progress(1, "completed")], {"adding": progress(2, "in_progress", on=2)}, "reopening_needs_reason"),
        (
            [progress(1, "suspended", approval="文号"), progress(2, "in_progress", on=2, approval="文号"), progress(3, "completed", on=3)],
            {"retracting": 2},
            "retraction_breaks",
        ),
        # The second entry restates a suspension; without the first it would be one, and it has no approval.
        ([progress(1, "suspended", approval="文号"), progress(2, "suspended", on=2)], {"retracting": 1}, "retraction_breaks"),
    ],
)
def test_check_moves_says_what_is_wrong(entries, asked, key):
    with pytest.raises(RuleError, match=key) as caught:
        journal.check_moves(entries, **asked)
    assert caught.value.values["deed"] == "A-1-1"


# the chain


def chain(entries: list[Entry]) -> list[str]:
    hashes, last = [], journal.GENESIS
    for e in entries:
        last = journal.link(last, e)
        hashes.append(last)
    return hashes


FULL = entry(
    3, journal.PROGRESS, agency="A", typed_by="B", person="张三", about=1, note="说明", status="in_progress", progress=30,
    quantity=Decimal("1.50"), stage="立项", difficulty="经费", ask="拨款", ask_of="财政", expected_on=DUE, title="名",
    lead="A", supporters=("B", "C"), verifier="D", responsible="李四", leader="王五", start_on=date(2021, 1, 1), due_on=DUE,
    points=((date(2021, 7, 1), 50),), target=Decimal(3000), unit="个", direction=">=", wording="全覆盖", basis="文号",
    approval="文号", reason="理由", verdict="confirm", proposes="schedule", round="2021-07", by_on=DUE,
    evidence=(("0" * 64, "a.pdf"),),
)  # fmt: skip


@pytest.mark.parametrize("name", [f.name for f in fields(Entry)])
def test_the_hash_is_taken_of_every_field(name):
    value = getattr(FULL, name)
    assert value is not None and value != (), f"FULL must set {name}"
    assert journal.link("", replace(FULL, **{name: None})) != journal.link("", FULL)
    changed = value * 2 if isinstance(value, str) else value[:-1] if isinstance(value, tuple) else value + (
        timedelta(days=1) if isinstance(value, date) else 1
    )  # fmt: skip
    assert journal.link("", replace(FULL, **{name: changed})) != journal.link("", FULL)


def test_digits_and_places_are_part_of_a_value():
    assert journal.canonical(FULL) != journal.canonical(replace(FULL, quantity=Decimal("1.5")))
    assert journal.canonical(FULL) != journal.canonical(replace(FULL, supporters=("C", "B")))
    assert journal.canonical(replace(FULL, note=None)) != journal.canonical(replace(FULL, note=""))


def test_a_moment_is_the_same_in_every_zone():
    elsewhere = FULL.recorded_at.astimezone(timezone(timedelta(hours=8)))
    assert journal.canonical(FULL) == journal.canonical(replace(FULL, recorded_at=elsewhere))


@given(journals(), st.data())
def test_the_chain_shows_any_change(entries, data):
    """Whatever is done to earlier entries, the last hash or the hash kept beside an entry no longer fits."""
    if len(entries) < 2:
        return
    kept = chain(entries)
    place = data.draw(st.integers(0, len(entries) - 2))
    what = data.draw(st.sampled_from(["change", "remove", "swap"]))
    forged = list(entries)
    if what == "change":
        forged[place] = replace(forged[place], note=(forged[place].note or "") + "改")
    elif what == "remove":
        del forged[place]
    else:
        forged[place], forged[place + 1] = forged[place + 1], forged[place]
    assert chain(forged)[-1] != kept[-1]


def test_the_canonical_form_is_for_ever():
    """Changing this spelling makes every chain in use look forged."""
    plain = Entry(
        number=1, uid="u", kind="progress", effective_on=date(2021, 6, 1), recorded_at=datetime(2021, 6, 1, 1, 2, 3, 4, tzinfo=UTC),
        deed="A-1-1", seq=1, agency="A", status="in_progress", progress=0, quantity=Decimal("1.50"), note='“好”"\n',
        points=((date(2021, 7, 1), 50),),
    )  # fmt: skip
    assert journal.canonical(plain) == (
        '{"agency":"A","deed":"A-1-1","door":"cli","effective_on":"2021-06-01","kind":"progress","note":"“好”\\"\\n",'
        '"number":1,"points":[["2021-07-01",50]],"progress":0,"quantity":"1.50","recorded_at":"2021-06-01T01:02:03.000004Z",'
        '"role":"office","seq":1,"status":"in_progress","uid":"u"}'
    )
    assert journal.link(journal.GENESIS, plain) == "031ccab9d6572c8c3c6ec27ade357db7d719ec56b4960cb79eb1593e7e9c4639"
