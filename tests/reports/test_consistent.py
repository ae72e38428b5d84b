"""What a report says of a deed or of an agency in one place it says in every other."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
import report_books
from issues import issue
from report_books import AS_OF, TWO, draft, facts_of

from tracker import database, journal
from tracker.reports import cells, chasing, headway, making
from tracker.reports.making import Choices, Scope
from tracker.reports.tracing import _Tracer
from tracker.reports.voice import Voice

FIRST, SECOND = "MZT-1-1", "MZT-1-2"
FIXED = date(2021, 6, 2)
VOICE = Voice("zh-CN")


def planned(books, code=FIRST, due=date(2021, 12, 31), **baseline):
    books.write([draft(journal.SCHEDULE, FIXED, code, start_on=FIXED, due_on=due, basis="x")])


def page(facts, kind="brief", language="zh-CN"):
    html = making.html(kind, facts, Choices(language), Scope("MZT" if kind == "agency" else None)).html
    return re.sub("<br>", "|", re.sub(r"(?s)<style>.*?</style>|</?(?!br)[^>]*>", "", html))


def made(tmp_path, fill, as_of=AS_OF):
    return facts_of(report_books.make(f"sqlite:///{tmp_path}/a.db", fill, commitments=TWO), as_of)


def test_a_blocked_deed_that_is_reminded_of_is_asked_about(tmp_path):
    def fill(books):
        planned(books)
        books.write([draft(journal.PROGRESS, date(2021, 11, 1), FIRST, agency="MZT", status="blocked", progress=60, difficulty="流标", ask="请协调")])

    facts = made(tmp_path, fill)
    (letter,) = chasing.reminders(facts, ["MZT"])
    assert [(one.code, one.cause, one.behind) for one in letter.items] == [(FIRST, "behind", 25)]
    assert str(cells.todo(chasing.expected(facts.deeds[0], facts), VOICE)) == "落后序时25个百分点，请抓紧办理"


@pytest.mark.parametrize("answered", [False, True])
def test_an_instruction_to_the_agency_itself_stands_in_its_pages(tmp_path, answered):
    def fill(books):
        (asked,) = books.write([draft(journal.INSTRUCTION, date(2021, 11, 2), lead="MZT", note="请报下半年打算", by_on=date(2021, 11, 9), leader="市长")])
        if answered:
            books.write([draft(journal.ANSWER, date(2021, 11, 8), about=asked.number, note="已报", lead="MZT")])

    said = page(made(tmp_path, fill), "agency")
    assert ("请报下半年打算" in said and "2021-11-09" in said) is not answered


@pytest.mark.parametrize("kind", ["brief", "ledger", "agency"])
def test_progress_under_another_target_is_told_beside_what_was_reported(tmp_path, kind):
    def fill(books):
        planned(books)
        books.write([
            draft(journal.TARGET, FIXED, FIRST, target=Decimal(12), unit="所", direction=">=", basis="x"),
            draft(journal.PROGRESS, date(2021, 11, 1), FIRST, agency="MZT", status="in_progress", progress=58, quantity=Decimal(7)),
            draft(journal.TARGET, date(2021, 11, 2), FIRST, target=Decimal(10), unit="所", direction=">=", basis="y"),
        ])  # fmt: skip

    facts = made(tmp_path, fill)
    assert facts.deeds[0].progress == 70 and "推进中 58%" in page(facts, kind) and "按70%计" in page(facts, kind)
    assert kind != "brief" or "70%/85%" in page(facts)


def test_a_rate_that_was_left_out_counts_as_nothing_everywhere(tmp_path):
    def fill(books):
        planned(books)
        books.write([draft(journal.PROGRESS, date(2021, 11, 1), FIRST, agency="MZT", status="blocked", difficulty="流标")])

    facts = made(tmp_path, fill)
    assert "按0%计/85%" in page(facts) and "严重滞后（按0%计，序时85%）" in page(facts)
    assert "按0%计" in page(facts, "ledger") and "自报 受阻，按0%计" in page(facts, "agency")


def test_nothing_is_said_to_count_as_what_was_reported(full_facts):
    same = [deed for deed in full_facts.deeds if deed.state.progress and not deed.state.sent_back and deed.progress == deed.state.reported_progress is not None]
    assert len(same) > 50 and not any(headway.counts_as(deed, VOICE) for deed in same)


@pytest.mark.parametrize("kind", ["brief", "ledger", "agency"])
def test_an_expected_day_that_is_past_is_said_to_be(tmp_path, kind):
    def fill(books):
        planned(books, due=date(2021, 10, 31))
        planned(books, SECOND, due=date(2021, 10, 31))
        for code, expected in ((FIRST, date(2021, 11, 29)), (SECOND, date(2021, 11, 30))):
            books.write([draft(journal.PROGRESS, date(2021, 11, 1), code, agency="MZT", status="blocked", progress=10, difficulty="流标", expected_on=expected)])

    said = page(made(tmp_path, fill), kind)
    assert "预计2021-11-29完成，预计日已过" in said and "预计2021-11-30完成" in said and "预计2021-11-30完成，" not in said


@pytest.mark.parametrize(("day", "cause"), [(date(2021, 11, 5), "批示答复：外墙供应商更换"), (date(2021, 10, 30), "未说明原因")])
def test_what_was_answered_to_an_instruction_is_the_cause_until_the_next_report(tmp_path, day, cause):
    def fill(books):
        planned(books, due=date(2021, 10, 31))
        (asked,) = books.write([draft(journal.INSTRUCTION, date(2021, 10, 20), FIRST, note="请说明原因")])
        books.write([
            draft(journal.ANSWER, day, FIRST, about=asked.number, note="外墙供应商更换"),
            draft(journal.PROGRESS, date(2021, 11, 1), FIRST, agency="MZT", status="in_progress", progress=10),
        ])  # fmt: skip

    table = page(made(tmp_path, fill)).split("三、滞后、逾期与受阻")[-1].split("四、上期")[0]
    assert cause in table


def test_silence_is_told_of_who_led_the_deed_when_the_round_ended(tmp_path):
    def fill(books):
        books.round("2021-10", date(2021, 10, 1), date(2021, 10, 31))
        books.write([draft(journal.OWNERS, date(2021, 11, 10), FIRST, lead="JYT", verifier="SJGW", basis="x")])

    facts = made(tmp_path, fill)
    assert [facts.deeds[0].lead, facts.reading.answerable(facts.deeds[0])] == ["JYT", "MZT"]
    assert (facts.value("agency.MZT.silent"), facts.value("agency.JYT.silent"), facts.value("agency.JYT.deeds")) == (2, 0, 1)


def test_a_change_is_traced_to_each_of_its_steps(tmp_path):
    def fill(books):
        planned(books)
        books.write([draft(journal.BASELINE, FIXED, FIRST)])
        for month in (2, 3):
            books.write([draft(journal.SCHEDULE, date(2021, 6, month + 1), FIRST, start_on=FIXED, due_on=date(2022, month, 1), reason="汛期", approval="x")])

    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", fill, commitments=TWO)
    facts = facts_of(engine)
    with database.reading(engine) as connection:
        (trail,) = _Tracer(connection, facts).trails(facts.figures["book.changed"])
    assert [entry.due_on for entry in trail.entries if entry.kind == journal.SCHEDULE] == [date(2021, 12, 31), date(2022, 2, 1), date(2022, 3, 1)]


def test_an_instruction_whose_end_was_told_is_not_told_again(tmp_path):
    def fill(books):
        early, *_ = books.write([draft(journal.INSTRUCTION, date(2021, 9, day), FIRST, note=f"请说明{day}") for day in (1, 2, 3)])
        books.write([draft(journal.ANSWER, date(2021, 9, 8), FIRST, about=early.number, note="已办一")])

    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", fill, commitments=TWO)
    issue(engine, date(2021, 9, 30), b"%PDF-1")
    asked = [order.asked for order in facts_of(engine).orders]
    with database.writing(engine) as connection:
        report_books.Books(connection).write([draft(journal.ANSWER, date(2021, 10, 8), FIRST, about=asked[1].number, note="已办二")])
    facts = facts_of(engine)
    assert [order.asked.note for order in facts.untold()] == ["请说明3", "请说明2"]
    assert "已办二" in page(facts) and "已办一" not in page(facts) and "另有1项此前已交代或从略。" in page(facts)
