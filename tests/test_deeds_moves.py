"""From one status to the next, and late entries between their neighbours. On both engines."""

from __future__ import annotations

from datetime import date

import pytest
from desk import CODE, june, refused

from tracker import journal
from tracker.deeds import find, naming, planning, reporting, verifying
from tracker.deeds.planning import PlanChange

pytest_plugins = ["desk"]

UNNAMED = "SCJG-1-17"


# Moves


def test_reopening_needs_a_reason(say):
    say(status="completed")
    refused("reopening_needs_reason", say, status="in_progress", progress=80)
    refused("move_impossible", say, status="blocked")
    refused("completed_already", say, progress=80)
    assert say(status="in_progress", progress=80, reason="发现遗漏").after.status == "in_progress"


def test_after_a_rejection_the_deed_goes_on_as_one_in_progress(desk, say):
    say(status="in_progress", progress=70)
    say(status="completed")
    verifying.verify(desk.as_(), CODE, False, words="现场未见")
    state = desk.state(CODE)
    assert (state.status, state.standing_status, state.standing_progress) == ("completed", "in_progress", 70)
    made = say(progress=75)
    assert (made.entry.status, made.entry.reason) == ("in_progress", None), "the rejection is the reason"


@pytest.mark.parametrize("status", ["blocked", "completed"])
def test_after_a_rejection_any_move_of_one_in_progress(desk, say, status):
    say(status="completed")
    verifying.verify(desk.as_(), CODE, False, words="现场未见")
    assert say(status=status, difficulty="用地").after.status == status


def test_a_closed_out_deed_is_reopened_by_its_verifier_only(desk, say):
    say(status="in_progress", progress=50, on=june(10))
    say(status="completed", on=june(20))
    verifying.verify(desk.as_(), CODE, True)
    assert desk.state(CODE).closed_out
    for who in ("JYT", "SJGW"):
        refused("closed_out", reporting.report, desk.as_(who), CODE, status="in_progress", progress=90, reason="返工")
        refused("closed_out", reporting.report, desk.as_(who), CODE, words="补充说明")
    say(progress=60, on=june(15))  # what came before the completion may still be entered
    assert desk.state(CODE).closed_out
    verifying.verify(desk.as_(), CODE, False, words="复核发现问题")
    assert not desk.state(CODE).closed_out
    say(progress=80)


def test_an_unnamed_deed_cannot_be_completed(desk):
    clerk = desk.as_("SCJG")
    reporting.report(clerk, UNNAMED, status="in_progress", progress=10)
    refused("unnamed_not_completed", reporting.report, clerk, UNNAMED, status="completed")
    naming.name(clerk, UNNAMED, "食品抽检")
    assert reporting.report(clerk, UNNAMED, status="completed").after.status == "completed"


# Late entries


def test_a_late_entry_fits_between_its_neighbours(desk, say):
    say(status="not_started", on=june(5))
    say(status="completed", on=june(25))
    late = say(status="in_progress", progress=40, on=june(15))
    assert late.after.status == "completed" and late.after.progress.effective_on == june(25)
    assert journal.fold(desk.entries(CODE), as_of=june(20)).reported_progress == 40
    refused("move_impossible", say, status="not_started", on=june(20))
    refused("move_breaks_next", say, status="completed", on=june(10))


def test_a_late_entry_goes_on_from_what_held_on_its_day(say):
    say(status="blocked", progress=30, difficulty="用地", on=june(5))
    say(status="completed", on=june(25))
    late = say(progress=45, on=june(15))
    assert (late.entry.status, late.entry.difficulty) == ("blocked", "用地")
    refused("nothing_reported", say, words="更早", on=june(2))


def test_of_two_on_a_day_the_later_holds(say):
    say(status="in_progress", progress=60)
    assert say(progress=50).after.reported_progress == 50


def test_a_late_title_never_wipes_a_deadline(desk):
    planning.assign(desk.as_(), [find(desk.connection, UNNAMED)], PlanChange(due_on=date(2021, 12, 31), basis="文号"))
    naming.name(desk.as_("SCJG"), UNNAMED, "食品抽检", on=june(3))
    state = desk.state(UNNAMED)
    assert state.plan.due == date(2021, 12, 31) and state.title.title == "食品抽检"
