"""A database: making one, reading and writing, the present moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import sample
from sqlalchemy import text, update

from tracker import database, models
from tracker.database import create, open_engine, reading, writing
from tracker.errors import BadInput, DatabaseError

# Making one


def test_create(engine):
    create(engine, zone="Asia/Taipei")
    with reading(engine) as connection:
        marks = database.marks(connection)
    assert set(marks) == {"zone", "uid", "created_at"} and marks["zone"] == "Asia/Taipei"
    with pytest.raises(DatabaseError, match="database_exists"):
        create(engine)


def test_create_in_folders_that_are_not_there(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / '新' / '文件夹' / '实事.db'}")
    create(engine)
    with reading(engine) as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA synchronous")) == 2
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
    engine.dispose()


def test_create_over_an_empty_file(sqlite_url):
    engine = open_engine(sqlite_url)
    database.sqlite_path(engine).touch()
    create(engine)
    with reading(engine):
        pass
    engine.dispose()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("sqlite:////tmp/练习.db", "/tmp/练习.db"), ("postgresql://jyt:secret@host/deeds", "postgresql://jyt:***@host/deeds"), ("postgresql+psycopg://host/deeds", "postgresql://host/deeds")],
)
def test_a_database_is_named_as_it_is_typed(typed, shown):
    assert str(database.where(open_engine(typed))).endswith(shown)


def test_create_that_fails_leaves_no_file(sqlite_url, monkeypatch):
    engine = open_engine(sqlite_url)
    monkeypatch.setattr(database.uuid, "uuid4", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        create(engine)
    assert list(database.sqlite_path(engine).parent.iterdir()) == []


def test_create_with_an_unknown_zone(engine):
    for zone in ("Nowhere/Else", "../etc/passwd", ""):
        with pytest.raises(BadInput, match="zone_unknown"):
            create(engine, zone=zone)
    assert database.sqlite_path(engine) is None or not database.sqlite_path(engine).exists()


# Transactions


def test_a_reader_sees_one_state(engine):
    create(engine)
    other = open_engine(engine.url.render_as_string(hide_password=False))
    with reading(engine) as connection:
        assert sample.journal_of(connection) == []
        with writing(other) as writer:
            sample.fill(writer)
        assert sample.journal_of(connection) == [], "also after somebody else has written"
    with reading(engine) as connection:
        assert sample.journal_of(connection)
    other.dispose()


def test_a_reader_cannot_write(postgres_url):
    engine = sample.made(postgres_url)
    with pytest.raises(DatabaseError, match="database_readonly"), reading(engine) as connection:
        connection.execute(update(models.round).values(key="x"))
    engine.dispose()


def test_numbered_gives_the_next_ids(engine):
    create(engine)
    rows = [{"key": "one"}, {"key": "two"}]
    with writing(engine) as connection:
        assert database.numbered(connection, models.source, rows) == [1, 2]
        assert database.numbered(connection, models.source, [{"key": "three"}]) == [3]
        assert database.numbered(connection, models.source, []) == []


# The present moment


def test_the_day_is_the_zones(engine):
    create(engine, zone="Pacific/Kiritimati")
    before = datetime.now(UTC)
    with reading(engine) as connection:
        now = database.now(connection)
    assert before <= now.at <= datetime.now(UTC)
    assert now.today in {at.astimezone(ZoneInfo("Pacific/Kiritimati")).date() for at in (before, datetime.now(UTC))}


def test_today_is_moved_only_in_a_simulated_database(engine):
    create(engine, simulated=True)
    with reading(engine) as connection:
        now = database.now(connection, date(2021, 7, 31))
    assert now.today == date(2021, 7, 31)
    assert now.at.astimezone(ZoneInfo(database.DEFAULT_ZONE)).date() == date(2021, 7, 31)


def test_today_is_obeyed_by_no_other(engine):
    create(engine)
    with reading(engine) as connection, pytest.raises(DatabaseError, match="today_not_simulated"):
        database.now(connection, date(2021, 7, 31))


def test_simulated_is_for_ever(engine):
    create(engine, simulated=True)
    with pytest.raises(DatabaseError, match="append_only"), writing(engine) as connection:
        connection.execute(models.mark.delete().where(models.mark.c.name == "simulated"))


def test_now_is_not_far_off(engine):
    create(engine)
    with reading(engine) as connection:
        assert abs(database.now(connection).at - datetime.now(UTC)) < timedelta(minutes=1)
