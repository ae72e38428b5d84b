"""Of whom something is asked: a name on every page, whatever was typed."""

from __future__ import annotations

import re
from datetime import date

import pytest
import report_books
from report_books import draft, facts_of

from tracker import journal
from tracker.reports import making
from tracker.reports.making import Choices, Scope


@pytest.mark.parametrize("language, name", [("zh-CN", "省住建厅"), ("zh-TW", "省住建廳"), ("en", "Department of Housing and Urban-Rural Development")])
@pytest.mark.parametrize("typed", ["ZJT", "省住建厅", "江苏省住房和城乡建设厅"])
def test_an_agency_that_is_asked_has_its_name(tmp_path, language, name, typed):
    def fill(books):
        books.write([draft(journal.PROGRESS, date(2021, 11, 1), "MZT-1-1", agency="MZT", status="blocked", progress=5, difficulty="x", ask="y", ask_of=typed)])

    facts = facts_of(report_books.make(f"sqlite:///{tmp_path}/a.db", fill, commitments=report_books.TWO))
    for kind in ("brief", "ledger", "agency"):
        page = re.sub("<[^>]*>", "|", making.html(kind, facts, Choices(language), Scope("MZT" if kind == "agency" else None)).html)
        assert name[:20] in page and "ZJT" not in page, kind


def test_page_one_says_who_asks_for_what_it_numbers(full_facts):
    page = re.sub("<[^>]*>", "", making.html("brief", full_facts, Choices("zh-CN", words={"ask": "请召开协调会\n请明确资金"})).html)
    box = page[page.index("提请协调事项") :].split("\n")
    asking = full_facts.value("book.asking")
    assert box[0] == f"提请协调事项（前2项由本单位提出；各单位提请{asking}项，重者在前，详见第七部分）"
    assert [line[:3] for line in filter(None, box[1:7])][:4] == ["1. ", "2. ", "3. ", "4. "]
