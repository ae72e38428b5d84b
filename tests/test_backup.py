"""Copies of a database."""

from __future__ import annotations

import pytest
import sample

from tracker import backup
from tracker.database import open_engine, reading, writing
from tracker.errors import DatabaseError


def test_a_backup_is_a_whole_database(sqlite_book):
    path, engine = sqlite_book
    with writing(engine) as connection:
        sample.every_table(connection)
        copies = [backup.copy(path, "v0001") for _ in range(2)]  # also of one in use
    assert [copy.name for copy in copies] == ["deeds.v0001.db", "deeds.v0001-2.db"]
    kept = open_engine(f"sqlite:///{copies[0]}")
    with reading(kept) as there:
        assert len(sample.journal_of(there)) == 5, "what was not committed is not in it"
    kept.dispose()
    with reading(engine) as connection:
        assert len(sample.journal_of(connection)) == 10


def test_a_backup_that_cannot_be_made_leaves_nothing(sqlite_book, monkeypatch):
    path, _ = sqlite_book

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.os, "replace", full)
    with pytest.raises(DatabaseError, match="backup_failed"):
        backup.copy(path, "v0001")
    assert list(path.parent.glob("*v0001*")) == []
