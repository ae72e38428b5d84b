"""What people type by mistake or twice: refused with the command they meant, or left alone."""

from __future__ import annotations

import pytest

from tracker.reports import making
from tracker.reports.facts import facts
from tracker.reports.reading import position

pytest_plugins = ["office"]


@pytest.mark.parametrize("words", [["update", "JYT-1-1"], ["update", "JYT-1-1", "--on", "7-1"]])
def test_a_report_that_says_nothing(office, words):
    """It would count as handed in; who has nothing new to say confirms."""
    office("update", "JYT-1-1", "-s", "in_progress", "-p", "20", agency="JYT")
    refused = office(*words, agency="JYT", ok=False)
    assert refused.code == 2 and "deeds confirm JYT-1-1" in refused.err
    assert len(office("log", "JYT-1-1", "--json").json["entries"]) == 3, "owner, title, one report"


def test_undo_leaves_a_reminder_that_has_gone_out(office):
    office("assign", "JYT-1-1", "--due", "7-1", "--basis", "文号", "--yes")
    office("remind", "-o", "out")
    before = office("log", "JYT-1-1", "--json").json["entries"]
    assert before[-1]["kind"] == "reminder"
    office("undo", "JYT-1-1")
    after = office("log", "JYT-1-1", "--json").json["entries"]
    assert after[-1]["kind"] == "retraction" and after[-1]["about"] == before[-2]["number"]


def test_show_says_all_of_the_plan(office):
    office("assign", "JYT-1-1", "--start", "6-1", "--due", "12-31", "--point", "9-30=60%", "--target", "<=5天", "--leader", "分管甲", "--basis", "文号", "--yes")  # fmt: skip
    shown = office("show", "JYT-1-1").out
    assert all(said in shown for said in ("2021-09-30 60%", "不超过 5 天", "分管甲", "文号")), shown


def test_a_date_given_after_the_books_were_fixed_without_one(office):
    """Section five of the brief: what was fixed was that there was none."""
    office("baseline", "JYT-1", "--approval", "函1号", "--yes")
    office("assign", "JYT-1-1", "--due", "9-30", "--basis", "函2号", "--approval", "函3号", "--reason", "补定时限", "--yes")
    with office.books() as b:
        made = facts(b.connection, b.now.today, position(b.connection, None), b.now.today)
    assert [deed.code for deed in made.sections["changed"]] == ["JYT-1-1"] and made.value("book.changed") == 1
    page = making.html("brief", made, making.Choices("zh-CN")).html
    assert "<td>未公布</td><td>2021-09-30</td><td>2021-07-05 补定时限<br>批准：函3号</td>" in page
