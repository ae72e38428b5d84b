"""What was found in words: a completion sent back is trouble, with its reason; what was found right and is unfinished is not closed out."""

from __future__ import annotations

import re
from datetime import date

import report_books
from issues import issue
from report_books import draft, facts_of

from tracker import database, journal
from tracker.reports import corrections, making
from tracker.reports.making import Choices, Scope
from tracker.reports.voice import Voice


def ahead(books):
    """Further than the calendar asks for, then completed, and sent back: no light says so."""
    books.write([draft("schedule", date(2021, 6, 2), "MZT-1-1", start_on=date(2021, 6, 2), due_on=date(2022, 5, 31), basis="x")])
    *_, done = books.write([
        draft("progress", date(2021, 11, 1), "MZT-1-1", status="in_progress", progress=90, agency="MZT"),
        draft("progress", date(2021, 11, 2), "MZT-1-1", status="completed", progress=100, note="完成", agency="MZT"),
    ])  # fmt: skip
    books.write([draft("finding", date(2021, 11, 5), "MZT-1-1", about=done.number, verdict=journal.REJECT, note="现场未见", agency="SJGW")])


def test_a_deed_sent_back_is_no_good_news_and_has_its_reason(tmp_path):
    facts = facts_of(report_books.make(f"sqlite:///{tmp_path}/a.db", ahead, commitments=report_books.TWO))
    assert facts.deeds[0].light.colour == "green" and facts.figures["book.ahead"].deeds == ()
    html = re.sub("<a [^>]*>|</a>", "", making.html("brief", facts, Choices("zh-CN")).html)
    assert "需关注1件：核实退回1件" in html
    done, trouble = html.split('<h2 id="s-behind">')[0].split('<h2 id="s-done">')[1], html.split('<h2 id="s-behind">')[1].split('<h2 id="s-followed">')[0]
    assert "核实退回1件（原因见第三部分）" in done and "超序时推进" not in done
    assert "自报完成，核实退回（1件）" in trouble and "2021-11-05核实退回：现场未见" in trouble and "90%/50%" in trouble
    for kind in ("ledger", "agency"):
        assert "2021-11-05核实退回：现场未见" in making.html(kind, facts, Choices("zh-CN"), Scope("MZT" if kind == "agency" else None)).html


def test_what_was_found_to_go_on_as_reported_does_not_read_like_a_completion_found_right(tmp_path):
    def going_on(books):
        (report,) = books.write([draft("progress", date(2021, 11, 1), "MZT-1-1", status="in_progress", progress=40, agency="MZT")])
        books.write([draft("finding", date(2021, 11, 5), "MZT-1-1", about=report.number, verdict=journal.CONFIRM, agency="SJGW")])

    facts = facts_of(report_books.make(f"sqlite:///{tmp_path}/a.db", going_on, commitments=report_books.TWO))
    assert facts.value("book.verified") == 0
    for kind, times in (("brief", 1), ("ledger", 1), ("agency", 2)):
        html = making.html(kind, facts, Choices("zh-CN"), Scope("MZT" if kind == "agency" else None)).html
        assert html.count("进展属实") == times and "核实通过" not in html, kind


def test_a_finding_that_came_late_is_told_by_what_it_is_about(tmp_path):
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", lambda books: books.write([draft("progress", date(2021, 10, 1), "MZT-1-1", status="in_progress", progress=40, agency="MZT")]), commitments=report_books.TWO)
    issue(engine, date(2021, 10, 31), b"%PDF-1")
    report = facts_of(engine).deeds[0].state.progress
    with database.writing(engine) as connection:
        report_books.Books(connection).write([draft("finding", date(2021, 10, 20), "MZT-1-1", known=date(2021, 11, 20), about=report.number, verdict=journal.CONFIRM, agency="SJGW")])
    (row,) = corrections.rows(facts_of(engine), Voice("zh-CN"))
    assert "进展属实" in row.what and row.effect.endswith("→ 进展属实")
