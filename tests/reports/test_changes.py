"""What became of promises: each change beside the original with its own approval, and what was given up."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
import report_books
from report_books import draft, facts_of

from tracker import database, journal
from tracker.reports import making
from tracker.reports.changes import changes, halt
from tracker.reports.making import Choices
from tracker.reports.tracing import _Tracer

FIXED = date(2021, 7, 1)
COMMITMENTS = (("MZT", "专项行动", "action_group", 7, tuple(f"第{n}件" for n in range(1, 8))),)


def fill(books) -> None:
    first, twice, points, way, lead, stopped, back = books.codes
    for code in books.codes:
        books.write([
            draft(journal.SCHEDULE, FIXED, code, start_on=FIXED, due_on=date(2021, 9, 30)),
            draft(journal.TARGET, FIXED, code, target=Decimal(3000), unit="个", direction=">="),
            draft(journal.BASELINE, FIXED, code),
        ])  # fmt: skip

    def moved(code, month, due, **fields):
        return draft(journal.SCHEDULE, date(2021, month, 5), code, start_on=FIXED, due_on=due, **fields)

    made = books.write([
        moved(first, 8, date(2021, 10, 31), reason="汛期停工", approval="〔2021〕1号"),
        moved(twice, 8, date(2021, 10, 31), reason="资金晚到", approval="〔2021〕2号"),
        moved(twice, 9, date(2021, 12, 31), reason="设备晚到", approval="〔2021〕3号"),
        moved(points, 8, date(2021, 9, 30), points=((date(2021, 8, 31), 40),), reason="分期考核", approval="〔2021〕4号"),
        draft(journal.TARGET, date(2021, 8, 6), way, target=Decimal(3000), unit="个", direction="<=", reason="口径调整", approval="〔2021〕5号"),
        draft(journal.OWNERS, date(2021, 8, 6), lead, lead="MZT", supporters=("JYT",), verifier="SJGW"),
        draft(journal.OWNERS, date(2021, 8, 7), lead, lead="JYT", verifier="SJGW", reason="职责划转", approval="〔2021〕6号"),
        draft(journal.PROGRESS, date(2021, 8, 8), stopped, status="in_progress", progress=20),
        draft(journal.PROGRESS, date(2021, 8, 9), stopped, status="suspended", progress=20, reason="规划调整", approval="〔2021〕7号"),
        moved(back, 8, date(2021, 10, 31), reason="误报", approval="〔2021〕8号"),
        moved(back, 9, date(2021, 11, 30), reason="再延", approval="〔2021〕9号"),
    ])  # fmt: skip
    books.write([draft(journal.RETRACTION, date(2021, 9, 20), back, about=made[-1].number, reason="批错", approval="〔2021〕10号")])


@pytest.fixture(scope="module")
def now(tmp_path_factory):
    path = tmp_path_factory.mktemp("changes") / "a.db"
    return facts_of(report_books.make(f"sqlite:///{path}", fill, commitments=COMMITMENTS))


def deed(facts, number: int):
    return next(deed for deed in facts.deeds if deed.code == f"MZT-1-{number}")


@pytest.mark.parametrize(
    "number, kind, approvals",
    [
        (1, journal.SCHEDULE, ["〔2021〕1号"]),
        (2, journal.SCHEDULE, ["〔2021〕2号", "〔2021〕3号"]),
        (3, journal.SCHEDULE, ["〔2021〕4号"]),
        (4, journal.TARGET, ["〔2021〕5号"]),
        (5, journal.OWNERS, ["〔2021〕6号"]),  # another supporter is no change of the promise
        (7, journal.SCHEDULE, ["〔2021〕8号", "〔2021〕10号"]),  # the one taken back is gone, its retraction stays
    ],
)
def test_every_step_has_its_own_approval(now, number, kind, approvals):
    [change] = changes(deed(now, number))
    assert change.kind == kind and [step.approval for step in change.steps] == approvals


def test_what_was_given_up_is_counted_and_told(now):
    assert [d.code for d in now.sections["changed"]] == [f"MZT-1-{n}" for n in (1, 2, 3, 4, 5, 7)]
    assert [d.code for d in now.sections["halted"]] == ["MZT-1-6"]
    assert halt(deed(now, 6)).approval == "〔2021〕7号" and halt(deed(now, 1)) is None
    assert now.value("book.halted") == now.value("book.status.suspended") == 1


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_section_five_prints_original_current_and_every_approval(now, language):
    page = making.html("brief", now, Choices(language)).html
    for n in (1, 2, 3, 4, 5, 6, 7, 8, 10):
        assert f"〔2021〕{n}号" in page
    assert "〔2021〕9号" not in page
    assert "2021-09-30<br>2021-08-31 40%" in page


def test_the_target_is_printed_with_its_direction(now):
    page = making.html("brief", now, Choices("zh-CN")).html
    assert "<td>不少于3000个</td><td>不超过3000个</td>" in page
    assert "暂缓1件，终止0件" in page.replace("</a>", "").replace('<a class="n" href="#t-book.status.suspended">', "").replace('<a class="n" href="#t-book.status.terminated">', "")


def asked(books) -> None:
    """Two proposals on one deed and one on another, which was declined; three instructions, of which one was answered late."""
    first, second, third = books.codes[:3]
    for code in books.codes:
        books.write([draft(journal.SCHEDULE, FIXED, code, start_on=FIXED, due_on=date(2021, 12, 31)), draft(journal.BASELINE, FIXED, code)])

    def wish(code, proposes="schedule", **fields):
        return draft(journal.PROPOSAL, date(2021, 8, 2), code, proposes=proposes, reason="汛期停工", **fields)

    later = {"start_on": FIXED, "due_on": date(2022, 1, 31)}
    *_, declined = books.write([wish(first, **later), wish(first, "suspension"), wish(second, **later), wish(third, **later)])
    books.write([draft(journal.DECISION, date(2021, 8, 3), third, about=declined.number, verdict="decline", reason="应按期完成")])
    told = books.write([draft(journal.INSTRUCTION, date(2021, 8, 2), code, note="请说明", by_on=by) for code, by in ((first, date(2021, 8, 9)), (second, date(2021, 8, 9)), (third, None))])
    for order, day in zip(told, (9, 10, 30), strict=True):
        books.write([draft(journal.ANSWER, date(2021, 8, day), order.deed, about=order.number, note="已办")])


@pytest.mark.parametrize(("language", "waits", "late"), [
    ("zh-CN", "另有2件实事的调整申请待批复：MZT-1-1、2。", "领导批示交办3项，已答复3项（其中逾期答复1项），未答复0项。"),
    ("en", "Deeds with a proposed change still to be decided: 2 (MZT-1-1, 2).", "3 instructions: 3 answered (1 of them late), 0 open."),
])  # fmt: skip
def test_what_waits_to_be_decided_and_what_was_answered_late_is_told_and_traced(tmp_path, language, waits, late):
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", asked, commitments=COMMITMENTS)
    facts = facts_of(engine)
    page = re.sub(r"<[^>]*>", "", making.html("brief", facts, Choices(language)).html)
    assert waits in page and late in page
    with database.reading(engine) as connection:
        kinds = {id: [[entry.kind for entry in trail.entries] for trail in _Tracer(connection, facts).trails(facts.figures[id])] for id in ("book.proposing", "orders.answered_late")}
    assert kinds["book.proposing"] == [[journal.PROPOSAL, journal.PROPOSAL], [journal.PROPOSAL]]
    assert kinds["orders.answered_late"] == [[journal.INSTRUCTION, journal.ANSWER]]


def test_what_does_not_wait_is_not_told(now):
    page = making.html("brief", now, Choices("zh-CN")).html
    assert "待批复" not in page and "逾期答复" not in page
