"""What a lead says: the status carries on, status and progress agree, who may say it. On both engines."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from desk import CODE, TODAY, june, refused

from tracker import evidence
from tracker.deeds import find, items, naming, planning, reporting, sampling
from tracker.deeds.planning import PlanChange

pytest_plugins = ["desk"]


def test_a_first_report(desk, say):
    made = say(status="in_progress", progress=60, words="已完成摸底", stage="调研", difficulty="经费", ask="拨付", ask_of="省财政厅", expected_on=date(2021, 12, 20))
    entry = made.entry
    assert (made.before.status, made.after.status, made.after.reported_progress) == (None, "in_progress", 60)
    assert (entry.agency, entry.typed_by, entry.role, entry.door, entry.seq) == ("JYT", None, "clerk", "cli", 3)
    assert entry.effective_on == TODAY and entry.number == desk.head.number
    assert (entry.note, entry.stage, entry.difficulty, entry.ask, entry.ask_of) == ("已完成摸底", "调研", "经费", "拨付", "省财政厅")


def test_status_carries_on(say):
    august = date(2021, 8, 30)
    say(status="blocked", progress=40, difficulty="用地", stage="征地", expected_on=august)
    made = say(words="仍在协调")
    assert (made.after.status, made.after.reported_progress) == ("blocked", 40)
    assert (made.entry.difficulty, made.entry.stage, made.entry.expected_on) == ("用地", "征地", august)
    moved = say(status="in_progress", progress=50)
    assert (moved.entry.difficulty, moved.entry.stage, moved.entry.expected_on) == (None, None, august), "what blocked it is gone"
    slow = say(progress=55, difficulty="人手", stage="施工")
    stuck = say(status="blocked")
    assert (slow.entry.expected_on, stuck.entry.difficulty, stuck.entry.stage) == (august, "人手", None)
    kept = say(difficulty="雨季", cleared=("expected_on",))
    assert kept.entry.expected_on is None
    done = say(status="completed")
    assert done.entry.difficulty is None


@pytest.mark.parametrize(
    ("said", "status", "progress"),
    [
        ({"progress": 30}, "in_progress", 30),
        ({"status": "in_progress"}, "in_progress", None),
        ({"status": "completed"}, "completed", 100),
        ({"status": "not_started"}, "not_started", 0),
        ({"status": "blocked", "progress": 0, "difficulty": "用地"}, "blocked", 0),
    ],
)
def test_what_is_not_said_follows(say, said, status, progress):
    made = say(**said)
    assert (made.after.status, made.after.reported_progress) == (status, progress)


def test_progress_begins_what_was_not_started(say):
    say(status="not_started")
    assert say(progress=5).after.status == "in_progress"


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"status": "completed", "progress": 99}, "completed_is_100"),
        ({"status": "not_started", "progress": 1}, "not_started_is_0"),
        ({"status": "in_progress", "progress": 100}, "hundred_is_completed"),
        ({"status": "in_progress", "progress": 101}, "progress_range"),
        ({"status": "in_progress", "progress": -1}, "progress_range"),
        ({"status": "done"}, "status_unknown"),
        ({"words": "没有状态"}, "nothing_reported"),
        ({}, "nothing_reported"),
        ({"status": "in_progress", "on": TODAY + timedelta(days=1)}, "day_in_future"),
        ({"status": "in_progress", "on": date(2021, 5, 31)}, "day_before_tracking"),
        ({"status": "suspended"}, "move_needs_approval"),
        ({"status": "terminated"}, "move_needs_approval"),
    ],
)
def test_status_and_progress_never_disagree(desk, say, said, key):
    before = desk.head
    refused(key, say, **said)
    assert desk.head == before


def test_an_ask_holds_until_it_is_cleared_or_the_deed_is_finished(say):
    def asked(**said):
        entry = say(**said).entry
        return entry.ask, entry.ask_of

    before = ("请拨款", "省财政厅")
    assert asked(status="blocked", difficulty="无钱", ask="请拨款", ask_of="省财政厅") == before
    assert asked(progress=15) == asked(status="in_progress") == asked(ask="请拨款") == before
    assert asked(ask_of="省发改委") == ("请拨款", "省发改委")
    assert asked(ask="请协调用地") == ("请协调用地", None), "another ask is not of the same"
    assert asked(ask="") == asked(progress=20) == (None, None)
    refused("ask_missing", say, ask_of="省财政厅")
    say(ask="请拨款")
    assert asked(status="completed") == asked(status="in_progress", reason="遗漏") == (None, None)


@pytest.mark.parametrize("word", ["无", "無", "暂无。", "没有", "none", "N/A", "—", "/", " ", "\u200b"])
def test_a_word_for_none_says_nothing(say, word):
    entry = say(status="in_progress", difficulty=word, ask=word, ask_of=word, stage=word, words=word).entry
    assert (entry.difficulty, entry.ask, entry.ask_of, entry.stage, entry.note) == (None,) * 5
    say(difficulty="缺钱", ask="请拨款")
    entry = say(difficulty=word, ask=word).entry
    assert (entry.difficulty, entry.ask) == (None, None)
    refused("blocked_needs_difficulty", say, status="blocked", difficulty=word)
    refused("move_needs_approval", say, status="suspended", approval=word)


def test_what_is_blocked_is_blocked_by_something(say):
    refused("blocked_needs_difficulty", say, status="blocked", progress=10)
    say(status="blocked", progress=10, difficulty="用地")
    assert say(progress=15).entry.difficulty == "用地"
    refused("blocked_needs_difficulty", say, difficulty="")


def test_an_expected_day_is_not_past(desk, say):
    """Counted from the day that is reported on; one that was said before may have passed since."""
    said = {"status": "in_progress", "progress": 10}
    refused("expected_past", say, **said, expected_on=TODAY - timedelta(days=1))
    say(**said, expected_on=june(20), on=june(15))
    assert say(words="仍在办理").entry.expected_on == june(20)
    assert say(words="如表所示", expected_on=june(20)).entry.expected_on == june(20)
    assert say(**said, expected_on=TODAY).entry.expected_on == TODAY


# Confirmation


def test_confirmation(desk, say):
    clerk = desk.as_("JYT")
    refused("nothing_to_confirm", reporting.confirm, clerk, CODE)
    say(status="in_progress", progress=60, on=june(10))
    made = reporting.confirm(clerk, CODE, words="无变化")
    assert (made.after.status, made.after.reported_progress, made.after.handed_in_on) == ("in_progress", 60, TODAY)
    assert made.after.progress.effective_on == june(10), "a confirmation is no new status"
    refused("day_in_future", reporting.confirm, clerk, CODE, on=TODAY + timedelta(days=1))


# Who may


def test_a_clerk_cannot_touch_another_agencys_deed(desk):
    clerk = desk.as_("KJT")
    for call, said in (
        (reporting.report, {"status": "in_progress"}), (reporting.confirm, {}), (naming.name, {"title": "改名"}),
        (items.drop, {"reason": items.NONEXISTENT}),
    ):  # fmt: skip
        refused("deed_of_another", call, clerk, CODE, **said)
    refused("deed_of_another", items.add, clerk, "JYT-1", "新")
    refused("deed_of_another", planning.assign, clerk, [find(desk.connection, CODE)], PlanChange(due_on=june(30)))
    refused("deed_of_another", planning.propose, clerk, find(desk.connection, CODE), "schedule", PlanChange(due_on=june(30)), reason="因")


def test_a_leader_reads(desk):
    leader = desk.as_("JYT", "leader")
    refused("leader_reads", reporting.report, leader, CODE, status="in_progress")
    refused("leader_reads", reporting.confirm, leader, CODE)
    refused("leader_reads", naming.name, leader, CODE, "名")
    refused("leader_reads", planning.baseline, desk.as_("SJGW", "leader"), [find(desk.connection, CODE)])
    refused("leader_reads", sampling.sample, desk.as_("SJGW", "leader"), 3, 1)
    assert find(desk.connection, CODE).code == CODE


def test_the_office_types_for_an_agency(desk):
    made = reporting.report(desk.as_(), CODE, status="in_progress", progress=10)
    assert (made.entry.agency, made.entry.typed_by, made.entry.role) == ("JYT", "SJGW", "office")


def test_after_a_transfer_the_new_lead_reports(desk):
    planning.assign(desk.as_(), [find(desk.connection, CODE)], PlanChange(lead="KJT"))
    refused("deed_of_another", reporting.report, desk.as_("JYT"), CODE, status="in_progress")
    assert reporting.report(desk.as_("KJT"), CODE, status="in_progress").entry.agency == "KJT"


# Beside the words


def test_a_form_handed_in_twice_is_one_entry(desk, say):
    first = say(status="in_progress", progress=60, uid="form-1")
    head = desk.head
    again = say(status="in_progress", progress=60, uid="form-1")
    assert again.entry == first.entry and desk.head == head
    confirmed = reporting.confirm(desk.as_("JYT"), CODE, uid="form-2")
    assert reporting.confirm(desk.as_("JYT"), CODE, uid="form-2").entry == confirmed.entry


def test_somebody_reported_meanwhile(desk, say):
    shown = desk.state(CODE).seq
    say(status="in_progress", progress=10)
    refused("changed_meanwhile", say, progress=20, shown=shown)
    refused("changed_meanwhile", reporting.confirm, desk.as_("JYT"), CODE, shown=shown)
    refused("changed_meanwhile", say, progress=20, shown=99)
    shown = desk.state(CODE).seq
    planning.assign(desk.as_(), [find(desk.connection, CODE)], PlanChange(due_on=date(2021, 12, 31), basis="文号"))
    assert say(progress=20, shown=shown).after.reported_progress == 20, "a deadline set meanwhile does not make a report out of date"


def test_control_characters_do_not_reach_the_books(say):
    made = say(status="in_progress", words="正文\u202e反\x1b[31m", stage="一\n二")
    assert "\u202e" not in made.entry.note and "\x1b" not in made.entry.note and "\n" not in made.entry.stage


def test_evidence_goes_with_its_entry(desk, say, tmp_path):
    (tmp_path / "验收.pdf").write_bytes(b"%PDF-1.7 x")
    [kept] = evidence.take(desk.connection, [tmp_path / "验收.pdf"])
    made = say(status="completed", evidence=[kept])
    assert made.entry.evidence == (kept,) == desk.entries(CODE)[-1].evidence
    assert evidence.give(desk.connection, kept[0][:8]) == b"%PDF-1.7 x"


def test_a_dropped_deed_takes_no_report(desk, say):
    items.drop(desk.as_("JYT"), CODE, items.NONEXISTENT)
    refused("deed_dropped", say, status="in_progress")
    refused("deed_dropped", reporting.confirm, desk.as_("JYT"), CODE)
    refused("deed_dropped", naming.name, desk.as_("JYT"), CODE, "名")
