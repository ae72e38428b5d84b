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
