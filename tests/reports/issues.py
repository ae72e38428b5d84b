"""Issues put on the register without being drawn."""

from __future__ import annotations

from datetime import date

import report_books
from report_books import TODAY

from tracker import database, directory
from tracker.deeds import Books
from tracker.reports import register
from tracker.reports.facts import facts
from tracker.reports.reading import position

ABOUT = {"kind": "brief", "language": "zh-CN", "script": "hans", "rule_set": "lights-1", "program": "x", "templates": "x", "fonts": {}, "weasyprint": "x", "words": {}}


def office(connection, agency=None) -> Books:
    """The books as the coordinating office opens them, or the clerk of an agency."""
    known = directory.agencies(connection)
    now = database.Now(TODAY, report_books.at(TODAY))
    return Books(connection, now, directory.identify(connection, known, agency, None, "cli", TODAY), known)


def issue(engine, as_of: date, content: bytes):
    with database.reading(engine) as connection:
        made = facts(connection, as_of, position(connection, None), TODAY)
        number = register.next_issue(office(connection))
    with database.writing(engine) as connection:
        return register.register(office(connection), made, number, content, f"{number}.pdf", ABOUT)
