"""A database that may be read and not written: a file, its folder, a server."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
import sample
from sqlalchemy import text, update

from tracker import models
from tracker.database import create, open_engine, reading, writing
from tracker.errors import DatabaseError


def _open_the_way(path: Path) -> None:
    """Let anybody reach a file in pytest's temporary folder, however deep that is."""
    for parent in path.parents:
        if parent == Path(tempfile.gettempdir()):
            break
        parent.chmod(0o755)


def unprivileged(do) -> int:
    """Run `do` in a child without root's rights; its return value is the exit code."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            code = do()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("folder_too", [False, True])
def test_read_only(sqlite_book, folder_too):
    path, engine = sqlite_book
    engine.dispose()
    _open_the_way(path)
    path.parent.chmod(0o555 if folder_too else 0o777)
    path.chmod(0o444)

    def try_both() -> int:
        mine = open_engine(f"sqlite:///{path}")
        for write in (False, True):
            try:
                with writing(mine, checked=True) if write else reading(mine) as connection:
                    if write:
                        connection.execute(update(models.round).values(key="x"))
            except DatabaseError as error:
                # A reader of a WAL database needs to make files beside it.
                if error.key not in ("errors.database_readonly", *(["errors.database_folder_readonly"] if folder_too else [])):
                    return 1
            else:
                if write:
                    return 2
        return 0

    try:
        assert unprivileged(try_both) == 0
    finally:
        path.parent.chmod(0o755)


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_made_where_nothing_can_be_made(tmp_path):
    _open_the_way(tmp_path)
    tmp_path.chmod(0o555)

    def try_it() -> int:
        try:
            create(open_engine(f"sqlite:///{tmp_path / 'deep' / 'deeds.db'}"))
        except DatabaseError as error:
            return 0 if error.key == "errors.database_folder_readonly" and error.values["folder"] == tmp_path else 1
        return 2

    assert unprivileged(try_it) == 0
    tmp_path.chmod(0o755)


def test_a_reader_only_database(postgres_url):
    """A server that only reads, as a standby does."""
    engine = sample.made(postgres_url)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f'ALTER DATABASE "{engine.url.database}" SET default_transaction_read_only = on'))
    engine.dispose()
    with pytest.raises(DatabaseError, match="database_readonly"), writing(engine, checked=True) as connection:
        connection.execute(update(models.round).values(key="x"))
    with reading(engine) as connection:
        assert sample.journal_of(connection)
    engine.dispose()
