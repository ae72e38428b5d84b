"""Whole pages of a small book, as HTML, beside the gold: what a reader sees before it is set."""

from __future__ import annotations

from datetime import date

import pytest
import report_books
from gold import same_as_gold
from report_books import draft

from tracker import journal, sources
from tracker.reports import making
from tracker.reports.making import Choices, Scope

COMMITMENTS = tuple(each for each in report_books.COMMITMENTS if each[0] in ("JYT", "MZT", "GXT"))
AGENCIES = tuple(each for each in report_books.AGENCIES if each[0] in ("SJGW", "JYT", "MZT", "GXT"))


def books(path, fill=None, commitments=COMMITMENTS):
    return report_books.facts_of(report_books.make(f"sqlite:///{path}", fill, commitments=commitments, agencies=AGENCIES))


def eventful(all_):
    """Half a year, and what seldom happens: files, a rejection, a halt, a blockage, other targets and people."""
    report_books.half_year(all_)
    clerk = {"agency": "JYT", "role": "clerk"}
    files = tuple((sources.keep(all_.connection, name.encode(), "application/pdf"), name) for name in ("校医名册.pdf", "现场<1>.jpg"))
    _, _, done, *_ = all_.write([
        draft(journal.OWNERS, date(2021, 11, 2), "JYT-1-2", lead="JYT", supporters=("MZT",), responsible="王处长", leader="分管甲"),
        draft(journal.TARGET, date(2021, 11, 2), "JYT-1-2", target=3000, unit="所", direction=">=", reason="细化", approval="〔2021〕9号"),
        draft(journal.PROGRESS, date(2021, 11, 12), "JYT-1-3", status="completed", progress=100, note="四类活动已办", evidence=files, **clerk),
        draft(journal.PROGRESS, date(2021, 11, 12), "JYT-1-2", status="in_progress", progress=50, quantity=1500, note="已建一半", **clerk),
        draft(journal.PROGRESS, date(2021, 11, 13), "JYT-1-4", status="suspended", reason="并入全省方案", approval="〔2021〕10号", agency="SJGW", role="office"),
        draft(journal.PROGRESS, date(2021, 11, 14), "MZT-1-1", status="blocked", progress=40, difficulty="清单未定", stage="方案制定", ask="请明确口径", ask_of="省工信厅",
              expected_on=date(2022, 2, 1), agency="MZT", role="clerk"),
    ])  # fmt: skip
    all_.write([draft(journal.FINDING, date(2021, 11, 16), "JYT-1-3", about=done.number, verdict=journal.REJECT, note="两校未开展", agency="SJGW", role="verifier")])


@pytest.fixture(scope="module")
def stages(tmp_path_factory):
    """The same promises before anybody kept books, while they are drawn up, and after half a year."""
    folder = tmp_path_factory.mktemp("pages")
    return {
        "empty": books(folder / "empty.db", commitments=()),
        "building": books(folder / "building.db", lambda all_: report_books.half_year(all_, dated=False)),
        "running": books(folder / "running.db", eventful),
    }


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW", "en"])
@pytest.mark.parametrize(("stage", "kind"), [
    ("empty", "brief"), ("building", "brief"), ("running", "brief"),
    ("running", "agency"), ("running", "ledger"), ("running", "reminder"),
])  # fmt: skip
def test_page(stages, language, stage, kind):
    page = making.html(kind, stages[stage], Choices(language), Scope("JYT" if kind == "agency" else None))
    same_as_gold(f"reports/{language}/{kind}-{stage}.html", page.html)
