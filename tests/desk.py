"""A desk to work at, on both engines: books in a transaction that is rolled back at the end of the test.

A test module that wants it says ``pytest_plugins = ["desk"]``. Whatever a test
did, its books must be sound when it ends.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import UTC, date, datetime, time

import postgres
import pytest
from sqlalchemy import Connection

from tracker import audit, database, directory, entries, proposal, resources, seeding
from tracker.access import CLERK, OFFICE, Actor
from tracker.database import Now
from tracker.deeds import Books, find, reporting
from tracker.errors import DeedsError

SINCE = date(2021, 6, 1)
TODAY = date(2021, 7, 5)
HEAD = "SJGW"
"""The coordinating office of the shipped books."""
CODE = "JYT-1-3"
"""A named deed, led by JYT and verified by the office."""


class Desk:
    """Opens the books of one transaction as anybody, on any day."""

    def __init__(self, connection: Connection):
        self.connection, self.today = connection, TODAY

    def as_(self, agency: str | None = HEAD, role: str | None = None, day: date | None = None, **who) -> Books:
        """The books as an agency opens them: the office as such, any other as its clerk, unless a role is given."""
        day = day or self.today
        actor = Actor(agency, role or (OFFICE if agency == HEAD else CLERK), **who)
        at = datetime.combine(day, time(9), UTC)
        return Books(self.connection, Now(day, at), actor, directory.agencies(self.connection))

    def take_in(self, text: str, since: date = SINCE, day: date | None = None, shipped: bool = True) -> seeding.Plan:
        """Import a file of that text; `shipped` lets it use the shipped directory, as the command does."""
        loaded = proposal.loads(text, "f.yaml")
        plan = seeding.compare(self.connection, loaded, shipped_file("agencies") if shipped else None)
        self.added = seeding.store(self.as_(day=day, door="import"), plan, since, "f.yaml")
        return plan

    def state(self, code: str):
        return find(self.connection, code).state

    def entries(self, code: str):
        return find(self.connection, code).entries

    @property
    def head(self) -> entries.Head:
        return entries.head(self.connection)


def june(n: int) -> date:
    """The n-th day on which the shipped books are tracked."""
    return date(2021, 6, n)


def refused(key: str, call, *args, **said) -> DeedsError:
    """The error that a call ends with; it must be the one of this key."""
    with pytest.raises(DeedsError) as caught:
        call(*args, **said)
    assert caught.value.key == f"errors.{key}", caught.value
    return caught.value


def shipped_file(name: str) -> proposal.Proposal:
    return proposal.load(resources.folder("seeds") / f"{name}.yaml")


def _made(url: str, shipped: bool):
    engine = database.open_engine(url)
    database.create(engine)
    if shipped:
        with database.writing(engine) as connection:
            desk = Desk(connection)
            for name in ("agencies", "jiangsu-2021"):
                plan = seeding.compare(connection, shipped_file(name))
                seeding.store(desk.as_(day=SINCE, door="import"), plan, SINCE, name)
    return engine


@contextmanager
def _database(kind: str, folder, name: str):
    if kind == "sqlite":
        yield f"sqlite:///{folder / f'{name}.db'}"
        return
    try:
        with postgres.fresh_database(f"{name}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}") as url:
            yield url
    except postgres.NoServer as error:
        pytest.fail(f"PostgreSQL: {error} → {postgres.MEND}", pytrace=False)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def shipped_engine(request, tmp_path_factory):
    with _database(request.param, tmp_path_factory.mktemp("desk"), "desk_shipped") as url:
        engine = _made(url, shipped=True)
        yield engine
        engine.dispose()


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def empty_engine(request, tmp_path_factory):
    with _database(request.param, tmp_path_factory.mktemp("desk"), "desk_empty") as url:
        engine = _made(url, shipped=False)
        yield engine
        engine.dispose()


@contextmanager
def _at(engine):
    with engine.connect() as connection:
        connection = connection.execution_options(writes=True)
        with connection.begin() as transaction:
            yield Desk(connection)
            assert list(audit.check(connection)) == []
            transaction.rollback()


@pytest.fixture
def desk(shipped_engine):
    """The shipped books, tracked from 2021-06-01, on 2021-07-05; nothing is reported yet."""
    with _at(shipped_engine) as desk:
        yield desk


@pytest.fixture
def empty_desk(empty_engine):
    """Books with nothing in them: no agency, no deed."""
    with _at(empty_engine) as desk:
        yield desk


@pytest.fixture
def say(desk):
    """Report of `CODE` as its lead."""
    return lambda **said: reporting.report(desk.as_("JYT"), CODE, **said)
