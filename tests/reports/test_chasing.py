"""What is expected of an agency next: only what it has not yet given."""

from __future__ import annotations

from datetime import date

import pytest
import report_books
from report_books import draft, facts_of

from tracker import journal
from tracker.reports import cells, chasing
from tracker.reports.voice import Voice

BLOCKED = {"status": "blocked", "progress": 40}
RUNNING = {"status": "in_progress", "progress": 40}


@pytest.mark.parametrize("due, said, wanted", [
    (date(2021, 11, 7), RUNNING, "已过时限2021-11-07，请报送原因和预计完成日"),
    (date(2021, 11, 7), RUNNING | {"difficulty": "流标"}, "已过时限2021-11-07，请报送预计完成日"),
    (date(2021, 11, 7), RUNNING | {"expected_on": date(2021, 12, 7)}, "已过时限2021-11-07，请报送原因"),
    (date(2021, 11, 7), RUNNING | {"difficulty": "流标", "expected_on": date(2021, 12, 7)}, "已过时限2021-11-07，请抓紧办理"),
    (date(2021, 11, 7), RUNNING | {"difficulty": "流标", "expected_on": date(2021, 11, 20)}, "已过时限2021-11-07，请报送预计完成日"),
    (date(2021, 11, 7), BLOCKED | {"difficulty": "流标", "expected_on": date(2021, 12, 7), "ask": "请协调"}, "已过时限2021-11-07，请抓紧办理"),
    (date(2021, 11, 7), BLOCKED | {"difficulty": "流标", "expected_on": date(2021, 12, 7)}, "已过时限2021-11-07，请抓紧办理；受阻，请报送处理办法或提请事项"),
    (date(2022, 5, 31), BLOCKED | {"difficulty": "流标", "ask": "请协调"}, ""),
    (date(2021, 12, 31), RUNNING | {"difficulty": "流标"}, "落后序时45个百分点，请抓紧办理"),
    (date(2021, 12, 31), RUNNING, "落后序时45个百分点，请报送原因和赶进度的办法"),
    (None, RUNNING, "未定时限，请提出完成时限"),
])  # fmt: skip
def test_only_what_is_missing_is_asked_for(tmp_path, due, said, wanted):
    def fill(books):
        if due:
            books.write([draft(journal.SCHEDULE, date(2021, 6, 2), "MZT-1-1", start_on=date(2021, 6, 2), due_on=due, basis="x")])
        books.write([draft(journal.PROGRESS, date(2021, 11, 1), "MZT-1-1", agency="MZT", **said)])

    facts = facts_of(report_books.make(f"sqlite:///{tmp_path}/a.db", fill, commitments=report_books.TWO))
    assert str(cells.todo(chasing.expected(facts.deeds[0], facts), Voice("zh-CN"))) == wanted
