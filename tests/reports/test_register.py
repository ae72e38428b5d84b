"""The register of issues: numbers, positions, and what is not issued. On both engines."""

from __future__ import annotations

from datetime import date

import pytest
import report_books
from issues import ABOUT, issue, office
from report_books import AS_OF, TODAY

from tracker import database
from tracker.errors import Conflict, NotAllowed, RuleError
from tracker.reports import register
from tracker.reports.facts import facts
from tracker.reports.reading import position


def test_register_on_both_engines(database_url):
    engine = report_books.make(database_url, report_books.half_year, commitments=report_books.TWO)
    first = issue(engine, date(2021, 9, 30), b"%PDF-1")
    second = issue(engine, date(2021, 10, 31), b"%PDF-2")
    assert (first.issue, second.issue) == (1, 2) and second.known_at == first.issued
    with database.reading(engine) as connection:
        assert register.registered(connection, first.sha256).issue == 1
        made = facts(connection, AS_OF, position(connection, None), TODAY)
        earlier = facts(connection, AS_OF, first.issued, TODAY)
        with pytest.raises(RuleError, match="issue_before_last"):
            register.check(office(connection), date(2021, 10, 30), second.issued)
        with pytest.raises(NotAllowed):
            register.check(office(connection, "MZT"), AS_OF, second.issued)
        for position_, key in (
            (0, "issue_position_unknown"), (-3, "issue_position_unknown"), (99999, "issue_position_unknown"),
            (second.issued - 1, "issue_position_before_last"),
        ):  # fmt: skip
            with pytest.raises(RuleError, match=key):
                register.check(office(connection), AS_OF, position_)
        register.check(office(connection), AS_OF, second.issued)
    assert made.last.issue.issue == 2 and earlier.last.issue.issue == 1
    with database.writing(engine) as connection, pytest.raises(Conflict, match="issue_taken"):
        register.register(office(connection), made, 2, b"%PDF-3", "x.pdf", ABOUT)
    engine.dispose()


def test_nothing_is_not_issued(database_url):
    engine = report_books.make(database_url, commitments=())
    with pytest.raises(RuleError, match="issue_of_nothing"):
        issue(engine, AS_OF, b"%PDF-1")
    engine.dispose()


def test_no_position_of_an_empty_journal_is_asked_for(database_url):
    engine = database.open_engine(database_url)
    database.create(engine)
    with database.reading(engine) as connection, pytest.raises(RuleError, match="issue_of_nothing"):
        register.check(office(connection), AS_OF, 0)
    engine.dispose()
