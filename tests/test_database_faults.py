"""Opening a database: what can be wrong with it, and the error that says so."""

from __future__ import annotations

import os
import sqlite3
import sys
from types import SimpleNamespace

import psycopg
import pytest
import sample
from sqlalchemy import insert, text, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from tracker import database, drivers, models
from tracker.cli import main
from tracker.database import create, open_engine, reading, writing
from tracker.errors import DatabaseError, MissingTool
from tracker.i18n import LANGUAGES, Catalogue


def refused(engine, key: str, write: bool = False) -> DatabaseError:
    with pytest.raises(DatabaseError) as caught, writing(engine, checked=True) if write else reading(engine) as connection:
        if write:
            connection.execute(update(models.round).values(key="x"))
    assert (caught.value.key, caught.value.exit_code) == (f"errors.{key}", 9)
    return caught.value


# Addresses


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("nonsense", "database_url_invalid"),
        ("postgresql://host:port/name", "database_url_invalid"),
        ("mysql://host/name", "database_kind"),
        ("nosuch://host/name", "database_kind"),
    ],
)
def test_addresses_that_cannot_be_opened(url, key):
    with pytest.raises(DatabaseError, match=key):
        open_engine(url)


def test_no_driver(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingTool, match="driver_missing") as caught:
        open_engine("postgresql://host/name")
    assert caught.value.exit_code == 3


@pytest.mark.parametrize("name", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+psycopg2"])
def test_postgresql_means_psycopg_3(name):
    assert open_engine(f"{name}://host/name").driver == "psycopg"


def test_where_it_is():
    assert str(database.sqlite_path(open_engine("sqlite:////a/b.db"))) == "/a/b.db"
    assert database.sqlite_path(open_engine("sqlite://")) is None
    assert database.sqlite_path(open_engine("postgresql://host/name")) is None


def test_a_password_is_never_shown():
    engine = open_engine("postgresql://clerk:secret@127.0.0.1:1/name")
    assert "secret" not in str(refused(engine, "database_refused"))


# What can be wrong


def test_missing(sqlite_url):
    engine = open_engine(sqlite_url)
    refused(engine, "database_missing")
    refused(engine, "database_missing", write=True)
    assert not database.sqlite_path(engine).exists(), "looking makes no file"


def test_empty(engine, sqlite_url):
    if path := database.sqlite_path(engine):
        path.touch()
    refused(engine, "database_empty")


@pytest.mark.parametrize(
    ("change", "key", "said"),
    [
        ({"database": "nowhere"}, "database_absent", "nowhere"),
        ({"username": "nobody_of_ours"}, "database_password", "nobody_of_ours@"),
        ({"host": "127.0.0.1", "port": 1, "query": {}}, "database_refused", "127.0.0.1:1"),
        ({"host": "no-such-host.invalid", "query": {}}, "database_host_unknown", "no-such-host.invalid"),
        ({"query": {"host": "/no/such/folder"}}, "database_refused", "/no/such/folder"),
    ],
)
def test_a_server_that_lets_nobody_in(postgres_url, change, key, said):
    error = refused(open_engine(open_engine(postgres_url).url.set(**change).render_as_string(hide_password=False)), key)
    assert "failed" not in str(error.values), "the driver's sentence is English"
    for language in LANGUAGES:
        assert said in Catalogue(language)(error.key, **error.values)


def connecting(said: str, state: str | None = None) -> OperationalError:
    original = psycopg.OperationalError(f'connection failed: connection to server at "h", port 5432 failed: {said}')
    original.sqlstate = state
    return OperationalError("", None, original)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ('FATAL:  password authentication failed for user "clerk"', "database_password"),
        ("fe_sendauth: no password supplied", "database_no_password"),
        ("fe_sendauth: 没有提供口令", "database_no_password"),
        ('致命错误:  用户 "clerk" Password 认证失败', "database_password"),
        ('致命错误:  用户 "clerk" 密码认证失败', "database_password"),
        ('致命错误:  数据库 "name" 不存在', "database_absent"),
        ('FATAL:  no pg_hba.conf entry for host "1.2.3.4", user "clerk", database "name", SSL encryption', "database_not_admitted"),
        ('FATAL:  Peer authentication failed for user "clerk"', "database_not_admitted"),
        ("timeout expired", "database_no_answer"),
        ("FATAL:  sorry, too many clients already", "database_busy"),
        ("FATAL:  the database system is starting up", "database_busy"),
        ("something new", "database_unreachable"),
    ],
)
def test_what_is_said_of_a_connection(said, key):
    error = drivers.explained(connecting(said), "postgresql://clerk@h/name", make_url("postgresql://clerk@h/name"))
    assert error.key == f"errors.{key}"


def test_a_state_is_known_whatever_the_server_speaks():
    error = drivers.explained(connecting("неверный пароль", "28P01"), "x", make_url("postgresql://clerk@h/name"))
    assert error.key == "errors.database_password"


def test_what_a_role_may_not_do_is_said_of_the_role(postgres_url):
    """As an agency on the common database: it reads and adds entries, and is no owner."""
    admin = open_engine(postgres_url)
    create(admin)
    with admin.connect() as connection:
        if not connection.scalar(text("SELECT 1 FROM pg_roles WHERE rolname = 'deeds_user'")):
            connection.execute(text("CREATE ROLE deeds_user LOGIN"))
        connection.execute(text("GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO deeds_user"))
        connection.commit()
    clerk = open_engine(admin.url.set(username="deeds_user").render_as_string(hide_password=False))
    error = refused(clerk, "database_role", write=True)
    admin.dispose()
    clerk.dispose()
    for language in LANGUAGES:
        said = Catalogue(language)(error.key, **error.values)
        assert "deeds_user" in said and not any(word in said for word in ("文件", "folder"))


@pytest.mark.parametrize("debug", [True, False])
def test_the_drivers_own_words_only_for_who_asks(debug, monkeypatch, capsys):
    monkeypatch.setenv("DEEDS_DATABASE_URL", "postgresql://127.0.0.1:1/name")
    monkeypatch.setenv("DEEDS_LANG", "zh-CN")
    monkeypatch.setenv("DEEDS_DEBUG", "1" if debug else "")
    assert main(["status"]) == 9
    assert ("connection failed" in capsys.readouterr().err) is debug


@pytest.mark.parametrize(("version", "key"), [("0000", "database_behind"), ("9999", "database_ahead")])
def test_another_version(engine, version, key):
    create(engine)
    with writing(engine) as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{version}'"))
    for write in (False, True):
        assert refused(engine, key, write).values == {"found": version, "wanted": models.SCHEMA_VERSION}


def test_a_newer_database_is_not_migrated(engine):
    create(engine)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseError, match="database_ahead"):
        database.migrate(engine)


def test_not_a_database(tmp_path):
    path = tmp_path / "text.db"
    path.write_text("这不是数据库。" * 1000)
    before = path.read_bytes()
    engine = open_engine(f"sqlite:///{path}")
    refused(engine, "database_not_ours")
    with pytest.raises(DatabaseError, match="database_not_ours"):
        create(engine)
    assert path.read_bytes() == before


def test_a_database_of_another_program(engine):
    if path := database.sqlite_path(engine):
        path.touch()
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE theirs (n integer)"))
    before = path and path.read_bytes()
    refused(engine, "database_not_ours")
    with pytest.raises(DatabaseError, match="database_exists"):
        create(engine)
    assert (path and path.read_bytes()) == before, "nor is it turned into one that writes ahead"
    with pytest.raises(DatabaseError, match="database_not_ours"):
        database.migrate(engine)
    with database.reading_any(engine) as connection:
        assert database._tables(connection) == ["theirs"]


def test_a_place_that_cannot_be_looked_at(tmp_path):
    refused(open_engine(f"sqlite:///{tmp_path / ('x' * 300)}/deeds.db"), "database_unreadable")


def test_a_folder(tmp_path):
    refused(open_engine(f"sqlite:///{tmp_path}"), "database_unreadable")


def test_damaged(sqlite_book):
    path, engine = sqlite_book
    with engine.connect() as connection:
        connection.connection.dbapi_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = os.urandom(len(content) - 4096 * 2)
    path.write_bytes(content)
    with pytest.raises(DatabaseError) as caught, reading(engine) as connection:
        sample.journal_of(connection)
        for table in models.metadata.sorted_tables:
            connection.execute(text(f"SELECT * FROM {table.name}")).all()
    assert caught.value.key in ("errors.database_damaged", "errors.database_not_ours")


def test_locked(sqlite_book, monkeypatch):
    path, _ = sqlite_book
    monkeypatch.setattr(database, "_PATIENCE", 50)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    impatient = open_engine(f"sqlite:///{path}")
    try:
        refused(impatient, "database_locked", write=True)
        with reading(impatient) as connection:
            assert sample.journal_of(connection), "readers are never kept waiting"
    finally:
        other.close()
        impatient.dispose()


@pytest.mark.parametrize(("free", "key"), [(0, "disk_full"), (10**12, "database_damaged")])
def test_a_full_disk_is_not_taken_for_damage(sqlite_book, monkeypatch, free, key):
    """Without room for its files beside the database, SQLite only says "disk I/O error"."""
    _, engine = sqlite_book
    monkeypatch.setattr(drivers.shutil, "disk_usage", lambda path: SimpleNamespace(free=free))
    with pytest.raises(DatabaseError, match=key), reading(engine):
        raise sqlite3.OperationalError("disk I/O error")


def test_disk_full(sqlite_book):
    _, engine = sqlite_book
    with pytest.raises(DatabaseError, match="disk_full"), writing(engine) as connection:
        pages = connection.scalar(text("PRAGMA page_count"))
        connection.execute(text(f"PRAGMA max_page_count={pages}"))
        connection.execute(insert(models.blob).values(sha256="0" * 64, size=10**6, media_type="x", content=b"0" * 10**6))
    with reading(engine) as connection:
        assert connection.scalar(text("SELECT count(*) FROM blob")) == 0


def test_an_unknown_fault_keeps_its_traceback(engine):
    create(engine)
    with pytest.raises(Exception, match="nonsense"), reading(engine) as connection:
        connection.execute(text("SELECT nonsense"))
