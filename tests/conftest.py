"""What every test may use: databases of both kinds, and no trace of the tester's own settings."""

from __future__ import annotations

import os
from itertools import count

import postgres
import pytest
from hypothesis import HealthCheck, settings

from tracker import database, i18n
from tracker.errors import DeedsError
from tracker.i18n import LANGUAGES, Catalogue

pytest.register_assert_rewrite("desk", "gold", "month", "office")  # plug-ins that modules also import from
_numbers = count(1)

# The machine may be busy: how long one example takes proves nothing. Benchmarks look at speed.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


def pytest_configure(config):
    if hasattr(config, "workerinput"):  # an xdist worker: the run belongs to the process that started it
        return
    run = postgres.Run()
    config.add_cleanup(run.end)
    if os.environ.get("DEEDS_TEST_REQUIRE_POSTGRES") == "1":
        # Better no run at all than a thousand tests until one line says that half of them cannot work.
        try:
            postgres.server()
        except postgres.NoServer as error:
            pytest.exit(f"{error} → {postgres.MEND}", returncode=3)


@pytest.fixture(autouse=True)
def every_error_has_its_words(monkeypatch):
    """Each error that a test provokes can be said in every language with the values that it carries."""
    made = DeedsError.__init__

    def checked(self, key, **values):
        made(self, key, **values)
        for language in LANGUAGES:
            assert Catalogue(language)(self.key, **values)

    monkeypatch.setattr(DeedsError, "__init__", checked)


@pytest.fixture
def in_chinese():
    """The process speaks Chinese, whatever the tester's terminal speaks."""
    before = i18n.language()
    i18n.use("zh-CN")
    yield
    i18n.use(before)


@pytest.fixture
def postgres_url():
    """The URL of a fresh empty PostgreSQL database. Without a server the test fails; it is never skipped."""
    name = f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{next(_numbers)}"
    try:
        with postgres.fresh_database(name) as url:
            yield url
    except postgres.NoServer as error:
        pytest.fail(f"PostgreSQL: {error} → {postgres.MEND}", pytrace=False)


@pytest.fixture
def sqlite_url(tmp_path):
    """The URL of an SQLite database that does not exist yet."""
    return f"sqlite:///{tmp_path / 'deeds.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request):
    """Runs the test twice: on SQLite and on PostgreSQL, each time on a fresh empty database."""
    return request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")


@pytest.fixture
def engine(database_url):
    """An engine on a database that holds nothing yet, not even tables."""
    engine = database.open_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def sqlite_book(sqlite_url):
    """The path of an SQLite database that holds the small book, and an engine on it."""
    import sample  # here, for the set-up of a database alone needs none

    engine = sample.made(sqlite_url)
    yield database.sqlite_path(engine), engine
    engine.dispose()
