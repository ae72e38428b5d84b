"""The simulated half year: sound books, every kind of thing in them, the same each time, and only where it is marked."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from desk import refused, shipped_file
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from tracker import audit, database, entries, journal, models, rounds, views
from tracker.deeds import select_deeds
from tracker.simulation import Simulation, closing_days

TODAY = date(2026, 11, 23)


def play(url: str, today: date = TODAY):
    engine = database.open_engine(url)
    database.create(engine, simulated=True)
    start = today - timedelta(days=182)
    with database.writing(engine) as connection:
        made = Simulation(connection, today)
        made.take_in((shipped_file("agencies"), shipped_file("jiangsu-2021")), start)
        made.run(start)
    return engine


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    engine = play(f"sqlite:///{tmp_path_factory.mktemp('simulated') / 'deeds.db'}")
    with database.reading(engine) as connection:
        yield connection
    engine.dispose()


@given(st.dates(date(2024, 1, 1), date(2032, 12, 31)))
def test_every_day_has_six_months_before_it(today):
    days = closing_days(today)
    assert days == sorted(days) and days[-1] == today - timedelta(days=3)
    assert len({(day.year, day.month) for day in days}) == 6, "a round is named by its month"
    assert days[0] - (today - timedelta(days=182)) > timedelta(days=13), "the books are made before the first round closes"


def test_the_books_are_sound(played):
    assert list(audit.check(played)) == []


def test_there_is_something_of_everything(played):
    kinds = Counter(entry.kind for entry in entries.read(played))
    left_out = {journal.REMINDER, journal.COMMENT, journal.DIRECTORY, journal.ISSUE, journal.ROUND_MOVE, journal.ROUND_CANCEL}
    assert kinds.keys() == set(journal.KINDS) - left_out
    lights = Counter(row.light for row in views.deeds(played, TODAY)[0])
    assert len(lights) >= 6 and lights["red"] and lights["green"] and lights["solid_blue"] and lights["hollow_blue"]


def test_the_dates_end_today(played):
    days = [entry.effective_on for entry in entries.read(played)]
    assert min(days) == TODAY - timedelta(days=182) and max(days) == TODAY
    assert next((each.key, each.is_open) for each in rounds.register(played)) == ("2026-11", False)
    assert len(rounds.register(played)) == 6


def test_each_says_its_own_and_nobody_verifies_their_own(played):
    leads = {deed.code: deed for deed in select_deeds(played, set(played.scalars(select(models.current.c.lead))))}
    for entry in entries.read(played):
        if entry.kind in journal.HANDED_IN:
            assert entry.typed_by is None and entry.agency == (leads[entry.deed].lead if entry.deed in leads else entry.agency)
        if entry.kind == journal.FINDING:
            assert entry.agency != leads[entry.deed].lead


def test_what_is_said_is_plainly_invented(played):
    for entry in entries.read(played):
        if entry.door != "import" and entry.kind != journal.RETRACTION:
            for said in (entry.note, entry.difficulty, entry.ask, entry.stage, entry.basis):
                assert not said or "示例" in said, entry


def test_the_same_day_gives_the_same_half_year(played, postgres_url):
    """Entry for entry, on the other engine."""

    def plain(connection):
        return [(e.number, e.kind, e.deed, e.effective_on, e.status, e.progress, e.title) for e in entries.read(connection)]

    engine = play(postgres_url)
    with database.reading(engine) as connection:
        assert plain(connection) == plain(played)
        assert list(audit.check(connection)) == []
    engine.dispose()


def test_only_where_it_is_marked(sqlite_url):
    engine = database.open_engine(sqlite_url)
    database.create(engine)
    with database.writing(engine) as connection:
        refused("not_simulated", Simulation, connection, TODAY)
    engine.dispose()
