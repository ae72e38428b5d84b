"""The overview of any day, counted by the database, is what the fold says, on both engines."""

from __future__ import annotations

from datetime import date, timedelta

import report_books
from report_books import AS_OF, TODAY

from tracker import database, directory, journal, lifecycle
from tracker.reports import overview, past
from tracker.reports.facts import facts
from tracker.reports.reading import position


def troubled_books(books) -> None:
    """Half a year, then what makes the past hard: late, retracted, dropped, handed over, points in a schedule."""
    report_books.half_year(books)
    codes, day, draft = books.codes, date(2021, 12, 1), report_books.draft
    held = {}
    for entry in books.write([draft(journal.PROGRESS, date(2021, 8, 1) + timedelta(days=n), code, known=day, status="in_progress", progress=n) for n, code in enumerate(codes[:9])]):
        held[entry.deed] = entry.number
    books.write([
        *(draft(journal.RETRACTION, day, code, about=number) for code, number in list(held.items())[::2]),
        draft(journal.DROP, date(2021, 9, 1), codes[50], known=day, reason="重复"),
        draft(journal.OWNERS, date(2021, 9, 10), codes[60], known=day, lead="KJT", verifier="SJGW"),
        draft(journal.SCHEDULE, date(2021, 9, 1), codes[70], known=day, start_on=date(2021, 7, 1), due_on=date(2021, 12, 31),
              points=((date(2021, 8, 1), 80), (date(2021, 10, 1), 90))),
        draft(journal.CONFIRMATION, date(2021, 10, 20), codes[10], known=day),
        draft(journal.PROPOSAL, date(2021, 10, 20), codes[11], known=day, proposes="schedule"),
    ])  # fmt: skip


def as_line(made, prefix: str) -> dict:
    names = {"announced": "announced", "deeds": "deeds", "named": "named", "dated": "dated", "reported": "reported", "completed": "status.completed", "verified": "verified"}
    line = {name: made.value(f"{prefix}.{id}") for name, id in names.items()}
    return line | {"lights": {colour: made.value(f"{prefix}.light.{colour}") for colour in lifecycle.COLOURS}}


def test_equals_the_fold_on_any_day_at_any_position(database_url):
    engine = report_books.make(database_url, troubled_books)
    with database.reading(engine) as connection:
        known = directory.agencies(connection)
        last = position(connection, None)
        for day in (date(2021, 6, 1), date(2021, 8, 5), date(2021, 9, 15), date(2021, 10, 31), date(2021, 11, 1), AS_OF):
            for at in (last, last - 8, 700):
                made, found = facts(connection, day, at, TODAY), past.overview(connection, day, at, known)
                assert found.dropped == made.value("book.dropped")
                assert {k: getattr(found.total, k) for k in as_line(made, "book")} == as_line(made, "book"), (day, at)
                assert found.total.silent == sum(d.silent for d in made.deeds), (day, at)
                for line in found.lines:
                    if f"agency.{line.agency}.deeds" in made.figures:
                        expected = as_line(made, f"agency.{line.agency}")
                        assert {k: getattr(line, k) for k in expected} == expected, (day, at, line.agency)
    engine.dispose()


def test_of_today_is_the_overview_of_today(database_url):
    engine = report_books.make(database_url, troubled_books)
    with database.reading(engine) as connection:
        known, last = directory.agencies(connection), position(connection, None)
        day = date(2021, 12, 5)
        assert past.overview(connection, day, last, known) == overview.overview(connection, day, known)
    engine.dispose()
