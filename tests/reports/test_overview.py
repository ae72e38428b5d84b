"""The overview of any day, counted by the database from spans, is what the fold says, on both engines."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta

import pytest
import report_books
from report_books import AS_OF, TODAY
from sqlalchemy import delete, event, insert, select

from tracker import database, directory, entries, journal, lifecycle, models
from tracker.errors import ReportError
from tracker.reports import overview
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
    _troubled_items(books)


def _troubled_items(books) -> None:
    """Announced items that repeat others, have gone over to another deed and back, or have none; and a deed that was added."""
    connection, at = books.connection, books.position + 1
    deeds = {row.code: row for row in connection.execute(select(models.deed))}
    ids = connection.execute(select(models.item_deed.c.item_id, models.item_deed.c.deed_id).order_by(models.item_deed.c.id)).all()
    of = {deed: item for item, deed in ids}
    here, there, other = (deeds[code] for code in (books.codes[2], books.codes[3], books.codes[30]))

    def link(item: int, deed: int, position: int, linked: bool = True) -> None:
        connection.execute(insert(models.item_deed).values(item_id=item, deed_id=deed, position=position, linked=linked))

    def made(key: str, announced: bool = True, commitment: int = here.commitment_id) -> int:
        number = 900 + len(key)
        return database.numbered(connection, models.item, [{"commitment_id": commitment, "key": key, "number": number, "announced": announced, "position": at}])[0]

    link(of[here.id], there.id, at)  # dropped into another
    link(of[other.id], here.id, at)
    link(of[other.id], here.id, at + 1, linked=False)  # and back
    link(made("a"), here.id, at)  # stands in the list twice
    link(made("bb", commitment=other.commitment_id), here.id, at)  # and in another
    made("ccc")  # has no deed
    [deed] = database.numbered(connection, models.deed, [{"code": "SJGW-1-904", "commitment_id": here.commitment_id, "number": 904, "tracked_from": date(2021, 9, 10), "position": at}])
    link(made("dddd", announced=False), deed, at)
    books.write([report_books.draft(journal.OWNERS, date(2021, 9, 10), "SJGW-1-904", known=date(2021, 12, 1), lead="SJGW")])


def as_line(made, prefix: str) -> dict:
    names = {"announced": "announced", "deeds": "deeds", "named": "named", "dated": "dated", "reported": "reported", "completed": "status.completed", "verified": "verified"}
    line = {name: made.value(f"{prefix}.{id}") for name, id in names.items()}
    return line | {"lights": {colour: made.value(f"{prefix}.light.{colour}") for colour in lifecycle.COLOURS}}


def same(connection, day: date) -> None:
    """The overview of a day is what the fold of every journal says."""
    known, last = directory.agencies(connection), position(connection, None)
    made, found = facts(connection, day, last, TODAY), overview.overview(connection, day, known)
    counted = [d for d in made.deeds if not d.dropped]
    assert asdict(found.origin) == {name: made.value(f"book.{name}") for name in asdict(found.origin)}, day
    assert {k: getattr(found.total, k) for k in as_line(made, "book")} == as_line(made, "book"), day
    assert found.total.silent == sum(d.silent for d in counted), day
    assert found.proposals == sum(len(d.state.proposals) for d in counted), day
    assert found.to_verify == sum(d.state.status == lifecycle.COMPLETED and d.state.verdict is None for d in counted), day
    waiting = [order for order in made.orders if order.answer is None]
    assert (found.instructions, found.late_instructions) == (len(waiting), sum(order.overdue for order in waiting)), day
    for line in found.lines:
        if f"agency.{line.agency}.deeds" in made.figures:
            expected = as_line(made, f"agency.{line.agency}")
            assert {k: getattr(line, k) for k in expected} == expected, (day, line.agency)
            assert line.silent == sum(d.silent for d in counted if d.lead == line.agency), (day, line.agency)


DAYS = (date(2021, 6, 1), date(2021, 8, 5), date(2021, 9, 15), date(2021, 10, 31), date(2021, 11, 1), AS_OF, date(2021, 12, 5))


def test_equals_the_fold_on_any_day(database_url):
    engine = report_books.make(database_url, troubled_books)
    with database.reading(engine) as connection:
        for day in DAYS:
            same(connection, day)
    engine.dispose()


def test_equals_the_fold_after_every_late_word(database_url):
    """What is learned later changes the days from which it holds, and no others."""
    engine = report_books.make(database_url, report_books.half_year)
    with database.reading(engine) as connection:
        codes = connection.scalars(select(models.deed.c.code).order_by(models.deed.c.id)).all()
    draft, late = report_books.draft, date(2021, 12, 5)
    number = None
    for kind, on, fields in (
        (journal.PROGRESS, date(2021, 8, 3), {"status": "in_progress", "progress": 30}),
        (journal.TITLE, date(2021, 6, 1), {"title": "先有名称"}),
        (journal.RETRACTION, late, {}),
        (journal.OWNERS, date(2021, 9, 15), {"lead": "KJT"}),
        (journal.DROP, date(2021, 10, 31), {"reason": "重复"}),
    ):
        with database.writing(engine) as connection:
            about = {"about": number} if kind == journal.RETRACTION else {}
            written = entries.append(connection, [draft(kind, on, code, known=late, **fields, **about) for code in codes[40:41]])
            number = number or written[0].number
        with database.reading(engine) as connection:
            for day in DAYS:
                same(connection, day)
    engine.dispose()


def test_each_large_table_is_looked_through_once(database_url):
    """A hundred thousand deeds take a tenth of a second, of which a second look at their items would be a tenth."""
    engine = report_books.make(database_url, report_books.half_year)
    looked = []
    with database.reading(engine) as connection:
        agencies = directory.agencies(connection)
        event.listen(connection, "before_cursor_execute", lambda _c, _cursor, statement, *_: looked.append(statement.split("FROM", 1)[-1]))
        overview.overview(connection, AS_OF, agencies)
    engine.dispose()
    for table in (models.deed, models.item):
        # A look that a key leads to costs nothing.
        whole = [rest for rest in looked if rest.split()[0] == table.name and " IN (" not in rest]
        assert len(whole) == 1, whole


def test_a_span_that_is_not_there_is_missed(database_url):
    """A figure that the books do not bear out is refused, not printed."""
    engine = report_books.make(database_url, report_books.half_year)
    with database.writing(engine) as connection:
        connection.execute(delete(models.span).where(models.span.c.deed_id == 1))
    with database.reading(engine) as connection, pytest.raises(ReportError, match="figures_disagree"):
        overview.overview(connection, AS_OF, directory.agencies(connection))
    engine.dispose()
