"""A coordinating office to try commands in: the shipped books in a folder of their own, on a day of our choosing.

A test module that wants it says ``pytest_plugins = ["office"]``.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from tracker import entries, i18n
from tracker.cli import main


@dataclass
class Screen:
    """What a command left: its exit code, data and talk."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


class Office:
    """Call it with the words of a command; who asks, on which day and in which language are options."""

    def __init__(self, monkeypatch, capsys, url: str, today: str = "2021-07-05"):
        self._monkeypatch, self._capsys = monkeypatch, capsys
        self.url, self.today, self.agency, self.person, self.lang = url, today, None, None, "zh-CN"

    def __call__(self, *words: str, ok: bool = True, **who: str | None) -> Screen:
        """Run a command in this process; with `ok` it must succeed. `who`: agency, person, today, lang."""
        self._sit_down(**who)
        self._capsys.readouterr()
        code = main(list(words))
        screen = Screen(code, *self._capsys.readouterr())
        assert not ok or code == 0, screen
        assert "Traceback" not in screen.err and code != 70, screen
        return screen

    def _sit_down(self, **who: str | None) -> None:
        values = {"agency": self.agency, "person": self.person, "today": self.today, "lang": self.lang} | who
        for name, value in {**values, "database_url": self.url}.items():
            if value is None:
                self._monkeypatch.delenv(f"DEEDS_{name.upper()}", raising=False)
            else:
                self._monkeypatch.setenv(f"DEEDS_{name.upper()}", value)

    @property
    def head(self) -> int:
        """The number of the last entry."""
        self._sit_down()
        with self.books() as b:
            return entries.head(b.connection).number

    @contextmanager
    def books(self, write: bool = False):
        """The open books, as the commands open them."""
        from tracker.cli.session import books

        with books(write=write) as opened:
            yield opened


@pytest.fixture(scope="session")
def shipped_books(tmp_path_factory):
    """A database with the shipped seeds, simulated and tracked from 2021-06-01; to be copied, not written to."""
    path = tmp_path_factory.mktemp("shipped") / "deeds.db"
    before = {name: os.environ.get(name) for name in ("DEEDS_DATABASE_URL", "DEEDS_TODAY", "DEEDS_LANG")}
    os.environ |= {"DEEDS_DATABASE_URL": str(path), "DEEDS_TODAY": "2021-06-01", "DEEDS_LANG": "zh-CN"}
    try:
        assert main(["init", "--simulated", "--tracked-from", "2021-06-01"]) == 0
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)
    return path


@pytest.fixture
def office(shipped_books, tmp_path, monkeypatch, capsys):
    """The shipped books on SQLite, on 2021-07-05; nothing is reported yet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("DEEDS_CONFIG", raising=False)
    language = i18n.language()
    shutil.copy(shipped_books, tmp_path / "deeds.db")
    yield Office(monkeypatch, capsys, str(tmp_path / "deeds.db"))
    i18n.use(language)


@pytest.fixture
def postgres_office(postgres_url, tmp_path, monkeypatch, capsys):
    """The same on PostgreSQL."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("DEEDS_CONFIG", raising=False)
    language = i18n.language()
    made = Office(monkeypatch, capsys, postgres_url, today="2021-06-01")
    made("init", "--simulated", "--tracked-from", "2021-06-01")
    made.today = "2021-07-05"
    yield made
    i18n.use(language)


@pytest.fixture(params=["sqlite", "postgresql"])
def any_office(request):
    """Runs the test on both engines."""
    return request.getfixturevalue("office" if request.param == "sqlite" else "postgres_office")
