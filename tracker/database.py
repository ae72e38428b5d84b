"""Engine, transactions, upgrade, and "is this database current?".

One writer at a time: BEGIN IMMEDIATE on SQLite, an advisory lock on
PostgreSQL. So journal numbers run without gaps in the order of commits.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import date as Date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection, Engine, Table, create_engine, event, func, insert, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from tracker import drivers
from tracker.errors import BadInput, DatabaseError, MissingTool
from tracker.models import SCHEMA_VERSION, mark

_WRITERS_LOCK = 0x6465656473  # "deeds"
_PATIENCE = 30_000  # milliseconds that a writer waits for another
_DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
DEFAULT_ZONE = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Now:
    """The moment a command runs at: a civil day in the database's zone, and UTC."""

    today: Date
    at: datetime


def open_engine(url: str) -> Engine:
    """An engine for an SQLAlchemy address; nothing is opened yet. Raises DatabaseError, MissingTool."""
    try:
        address = make_url(url)
        kind = address.get_backend_name()
        if kind not in _DRIVERS:
            raise DatabaseError("database_kind", kind=kind)
        engine = create_engine(address.set(drivername=_DRIVERS[kind]))
    except (ArgumentError, ValueError):  # the latter for a port that is no number
        raise DatabaseError("database_url_invalid", url=url) from None
    except ModuleNotFoundError:
        raise MissingTool("driver_missing") from None
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _sqlite_connect)
        event.listen(engine, "begin", _sqlite_begin)
    return engine


def _sqlite_connect(connection, _record) -> None:
    # pysqlite's implicit transactions commit before DDL; a migration that fails must leave nothing behind.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={_PATIENCE}")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()


def _sqlite_begin(connection: Connection) -> None:
    # A deferred reader that starts to write gets SQLITE_BUSY_SNAPSHOT at once, whatever the timeout.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the books from beginning to end, on a current database."""
    with reading_any(engine) as connection:
        check_version(connection)
        yield connection


@contextmanager
def reading_any(engine: Engine) -> Iterator[Connection]:
    """As `reading`, whatever is in the database."""
    with _translated(engine), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine, checked: bool = False) -> Iterator[Connection]:
    """The one writing transaction: committed whole at the end, or nothing of it.

    With `checked`, the database's version is looked at first.
    """
    with _translated(engine), engine.connect() as connection:
        connection = connection.execution_options(writes=True)
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITERS_LOCK})
            if checked:
                check_version(connection)
            yield connection


@contextmanager
def _translated(engine: Engine) -> Iterator[None]:
    """What a driver says, as an error that names what to do."""
    path = sqlite_path(engine)
    if path is not None:
        try:
            there = path.exists()
        except OSError:  # a folder above may not be looked into
            raise DatabaseError("database_unreadable", path=path) from None
        if not there:
            raise DatabaseError("database_missing", path=path)
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        explained = drivers.explained(error, where(engine), engine.url)
        if explained is None:
            raise
        raise explained from error


def sqlite_path(engine: Engine) -> Path | None:
    """The file of an SQLite database; None for PostgreSQL and for a database in memory."""
    if engine.dialect.name != "sqlite" or engine.url.database in (None, "", ":memory:"):
        return None
    return Path(engine.url.database)


def where(engine: Engine) -> Path | str:
    """How messages name a database, as it may be typed: a path, or an address without the driver and the password."""
    return sqlite_path(engine) or engine.url.set(drivername=engine.url.get_backend_name()).render_as_string(hide_password=True)


def version(connection: Connection) -> str | None:
    """The revision a database is at; None if it has no tables of ours."""
    from sqlalchemy import inspect

    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name='alembic_version'").first()
    else:
        found = inspect(connection).has_table("alembic_version")
    return connection.scalar(text("SELECT version_num FROM alembic_version")) if found else None


def check_version(connection: Connection) -> None:
    """Raise DatabaseError unless the database is at the version this program works with."""
    found = version(connection)
    if found is None:
        if _tables(connection):
            raise DatabaseError("database_not_ours", path=where(connection.engine))
        raise DatabaseError("database_empty")
    if found < SCHEMA_VERSION:
        raise DatabaseError("database_behind", found=found, wanted=SCHEMA_VERSION)
    if found > SCHEMA_VERSION:
        raise DatabaseError("database_ahead", found=found, wanted=SCHEMA_VERSION)


def _tables(connection: Connection) -> list[str]:
    """The tables that are there; alembic leaves its own behind when everything is taken down."""
    from sqlalchemy import inspect

    return [name for name in inspect(connection).get_table_names() if name != "alembic_version"]


def _refuse_occupied(connection: Connection) -> None:
    if _tables(connection):
        raise DatabaseError("database_exists", path=where(connection.engine))


def _alembic():
    from alembic.config import Config

    from tracker.resources import folder

    config = Config()
    config.set_main_option("script_location", str(folder("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def migrate(engine: Engine, revision: str = "head") -> None:
    """Bring the tables up (or, for a revision below, down) to a revision, all or nothing."""
    with writing(engine) as connection:
        _migrate(connection, revision)


def _migrate(connection: Connection, revision: str) -> None:
    from alembic import command

    config = _alembic()
    config.attributes["connection"] = connection
    found = version(connection)
    if found is None and _tables(connection):
        raise DatabaseError("database_not_ours", path=where(connection.engine))
    if found is not None and found > SCHEMA_VERSION:
        raise DatabaseError("database_ahead", found=found, wanted=SCHEMA_VERSION)
    if revision == "base" or (found is not None and revision < found):
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)


def create(engine: Engine, simulated: bool = False, zone: str = DEFAULT_ZONE) -> None:
    """Make a new database. A mark, once set, is there for ever: `simulated` too.

    Raises DatabaseError if there is one already, or none can be made; BadInput
    for a zone that is not known.
    """
    known_zone(zone)
    path = sqlite_path(engine)
    made = False
    if path is not None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            made = not path.exists()
            path.touch()
        except OSError:
            raise drivers.unreachable_file(path) from None
    try:
        with reading_any(engine) as connection:
            _refuse_occupied(connection)
        if path is not None:
            # Not inside a transaction; kept in the file from then on.
            with _translated(engine), engine.connect() as connection:
                connection.connection.dbapi_connection.execute("PRAGMA journal_mode=WAL")
        marks = {
            "zone": zone,
            "uid": str(uuid.uuid4()),
            "created_at": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        if simulated:
            marks["simulated"] = "1"
        with writing(engine) as connection:
            _refuse_occupied(connection)  # again: now nobody else can be making it
            _migrate(connection, "head")
            connection.execute(insert(mark), [{"name": name, "value": value} for name, value in marks.items()])
    except BaseException:
        if made:
            engine.dispose()
            for suffix in ("", "-wal", "-shm"):
                Path(f"{path}{suffix}").unlink(missing_ok=True)
        raise


def known_zone(name: str) -> ZoneInfo:
    """The time zone of that name. Raises BadInput."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadInput("zone_unknown", zone=name) from None


def numbered(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> list[int]:
    """Insert rows under the next ids, which only the one writer gives; returns the ids."""
    rows = list(rows)
    first = (connection.scalar(select(func.max(table.c.id))) or 0) + 1
    ids = list(range(first, first + len(rows)))
    if rows:
        connection.execute(insert(table), [{"id": id_, **row} for id_, row in zip(ids, rows, strict=True)])
    return ids


def marks(connection: Connection) -> dict[str, str]:
    return dict(connection.execute(select(mark.c.name, mark.c.value)).all())


def now(connection: Connection, asked: Date | None = None) -> Now:
    """The present moment in the database's zone.

    `asked` (DEEDS_TODAY) moves the day of a database marked simulated, and of
    no other; raises DatabaseError there.
    """
    known = marks(connection)
    zone = known_zone(known.get("zone", DEFAULT_ZONE))
    at = datetime.now(UTC)
    if asked is not None:
        if "simulated" not in known:
            raise DatabaseError("today_not_simulated")
        at = datetime.combine(asked, at.astimezone(zone).time(), zone).astimezone(UTC)
    return Now(at.astimezone(zone).date(), at)
