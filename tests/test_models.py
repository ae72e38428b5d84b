"""What was written stays: no statement changes or removes a row of an append-only table. On both engines."""

from __future__ import annotations

import pytest
import sample
from sqlalchemy import Connection, Table, UniqueConstraint, delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from tracker import models
from tracker.database import writing
from tracker.errors import DatabaseError

TABLES = models.metadata.tables


def keys(table: Table) -> list[list[str]]:
    """Every unique key of a table."""
    found = [[column.name for column in table.primary_key.columns]]
    return found + [[c.name for c in k.columns] for k in table.constraints if isinstance(k, UniqueConstraint)]


@pytest.fixture
def engine(database_url):
    engine = sample.made(database_url)
    with writing(engine) as connection:
        sample.every_table(connection)
    yield engine
    engine.dispose()


def rows(connection: Connection, table: Table) -> list:
    return connection.execute(select(table).order_by(*table.primary_key.columns)).all()


def refused(connection: Connection, table: Table, statement) -> None:
    """The statement fails for being what it is, and the table is as it was."""
    before = rows(connection, table)
    with pytest.raises(DBAPIError, match="append-only"), connection.begin_nested():
        connection.execute(statement)
    assert rows(connection, table) == before


def test_every_table_is_tried(engine):
    with writing(engine) as connection:
        assert [name for name, table in TABLES.items() if not rows(connection, table)] == []


def test_update_and_delete(engine):
    with writing(engine) as connection:
        for name in models.APPEND_ONLY:
            table = TABLES[name]
            for column in table.c:
                refused(connection, table, update(table).values({column.name: column}))
            refused(connection, table, delete(table))


def another_like(connection: Connection, table: Table, key: list[str]) -> dict:
    """A row that has one unique key of a kept row and differs from it in the others."""
    full = [table.c[name].is_not(None) for name in key]
    row = dict(connection.execute(select(table).where(*full).limit(1)).mappings().one())
    for other in keys(table):
        if other != key:
            column = table.c[[name for name in other if name not in key][-1]]
            row[column.name] = 987_654 if column.type.python_type is int else "987654"
    return row


def every_key() -> list[tuple[str, list[str]]]:
    return [(name, key) for name in models.APPEND_ONLY for key in keys(TABLES[name])]


def test_replace_on_every_key(engine):
    """INSERT OR REPLACE deletes what is in its way without a word to delete triggers."""
    sqlite = engine.dialect.name == "sqlite"
    with writing(engine) as connection:
        for name, key in every_key():
            table = TABLES[name]
            row = another_like(connection, table, key)
            if sqlite:
                from sqlalchemy.dialects.sqlite import insert as upsert

                refused(connection, table, insert(table).prefix_with("OR REPLACE").values(row))
                refused(connection, table, insert(table).prefix_with("OR IGNORE").values(row))
            else:
                from sqlalchemy.dialects.postgresql import insert as upsert
            first = next(c for c in table.c if c.name not in key) if len(key) < len(table.c) else table.c[key[0]]
            statement = upsert(table).values(row)
            refused(connection, table, statement.on_conflict_do_update(index_elements=key, set_={first.name: first}))


def is_row_number(column) -> bool:
    """SQLite keeps a table in the order of such a key."""
    return column.primary_key and len(column.table.primary_key) == 1 and column.type.python_type is int


def test_replace_of_a_hidden_row_number(sqlite_url):
    """A row with other keys throughout, under the row number of a kept one."""
    engine = sample.made(sqlite_url)
    with writing(engine) as connection:
        sample.every_table(connection)
        for name in models.APPEND_ONLY:
            others = {key[-1] for key in keys(TABLES[name])}
            columns = [column.name for column in TABLES[name].c if not is_row_number(column)]
            values = ", ".join("987654" if column in others else column for column in columns)
            replace = f"INSERT OR REPLACE INTO {name} (rowid, {', '.join(columns)}) SELECT rowid, {values} FROM {name} LIMIT 1"
            refused(connection, TABLES[name], text(replace))
    engine.dispose()


def test_truncate(postgres_url):
    engine = sample.made(postgres_url)
    with writing(engine) as connection:
        sample.every_table(connection)
        for name in models.APPEND_ONLY:
            refused(connection, TABLES[name], text(f"TRUNCATE {name} CASCADE"))
    engine.dispose()


def test_copies_may_still_be_added(engine):
    """The triggers refuse what is there already, and nothing else."""
    with writing(engine) as connection:
        connection.execute(insert(models.agency).values(code="NEW", jurisdiction="x", position=1))
        connection.execute(insert(models.mark).values(name="new", value="1"))


def test_the_refusal_is_an_error_of_ours(engine):
    with pytest.raises(DatabaseError, match="append_only"), writing(engine) as connection:
        connection.execute(delete(models.entry))


def test_what_may_change_is_named():
    assert set(models.MUTABLE) | set(models.APPEND_ONLY) == set(TABLES)
    assert not set(models.MUTABLE) & set(models.APPEND_ONLY)


def test_progress_is_a_percentage(engine):
    with writing(engine) as connection:
        for wrong in (-1, 101):
            with pytest.raises(DBAPIError), connection.begin_nested():
                sample.entries.append(connection, [sample.progress(sample.CODES[0], "in_progress", wrong)])
