"""Which walks of statuses are legal, whatever is entered late or taken back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import entry, progress

from tracker import journal, lifecycle, moves
from tracker.errors import RuleError
from tracker.journal import Entry, live


@st.composite
def attempts(draw) -> tuple:
    """Something to try on a journal: a progress entry on some day, or the retraction of an earlier entry."""
    if draw(st.integers(0, 3)) == 0:
        return ("retract", draw(st.integers(0, 20)))
    signed = draw(st.sampled_from(["", "approval", "reason", "note"]))
    return ("add", draw(st.sampled_from(lifecycle.STATUSES)), draw(st.integers(1, 6)), signed)


def legal(entries: list[Entry]) -> bool:
    """The moves, said another way: the words of each move, looked up in a list."""
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
            moves.check(entries, **asked)
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
        moves.check(entries, **asked)
    assert caught.value.values["deed"] == "A-1-1"
