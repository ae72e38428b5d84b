"""`deeds db check` finds a trigger that is missing, changed or switched off."""

from __future__ import annotations

import pytest
import sample
from sqlalchemy import text

from tracker import audit, models
from tracker.database import reading, writing


def keys(engine) -> set[str]:
    with reading(engine) as connection:
        return {problem.key for problem in audit.check(connection)}


def trigger_names(engine) -> list[tuple[str, str]]:
    acts = ("update", "delete", "replace") if engine.dialect.name == "sqlite" else ("change", "truncate")
    return [(table, f"{table}_no_{act}") for table in models.APPEND_ONLY for act in acts]


def test_every_missing_trigger_is_found(database_url):
    engine = sample.made(database_url)
    for table, name in trigger_names(engine):
        with writing(engine) as connection:
            connection.execute(text(f"DROP TRIGGER {name}" + ("" if engine.dialect.name == "sqlite" else f" ON {table}")))
            found = list(audit._triggers(connection, None))
            assert found == [audit.Problem("trigger_missing", {"table": table, "trigger": name})]
            connection.rollback()
    engine.dispose()


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TRIGGER {n} BEFORE delete ON entry WHEN 1 = 0 BEGIN SELECT RAISE(ABORT, 'append-only: entry'); END",
        "CREATE TRIGGER {n} AFTER delete ON entry BEGIN SELECT 1; END",
    ],
)
def test_a_trigger_that_does_nothing(sqlite_url, change):
    engine = sample.made(sqlite_url)
    with writing(engine) as connection:
        connection.execute(text("DROP TRIGGER entry_no_delete"))
        connection.execute(text(change.format(n="entry_no_delete")))
    assert keys(engine) == {"trigger_changed"}
    engine.dispose()


def test_a_trigger_that_looks_at_fewer_keys(sqlite_url):
    engine = sample.made(sqlite_url)
    with writing(engine) as connection:
        sql = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = 'entry_no_replace'"))
        connection.execute(text("DROP TRIGGER entry_no_replace"))
        connection.connection.dbapi_connection.execute(sql.replace("uid = NEW.uid", "0"))
    assert keys(engine) == {"trigger_changed"}
    engine.dispose()


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE entry DISABLE TRIGGER entry_no_change",
        "DROP TRIGGER entry_no_change ON entry; CREATE TRIGGER entry_no_change BEFORE UPDATE ON entry FOR EACH ROW EXECUTE FUNCTION refuse_change()",
        "DROP TRIGGER entry_no_change ON entry; CREATE TRIGGER entry_no_change BEFORE UPDATE OR DELETE ON entry FOR EACH ROW WHEN (false) EXECUTE FUNCTION refuse_change()",
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    ],
)
def test_a_switched_off_trigger(postgres_url, change):
    engine = sample.made(postgres_url)
    with writing(engine) as connection:
        for statement in change.split("; ") if "DROP" in change else [change]:
            connection.execute(text(statement))
    assert keys(engine) == {"trigger_changed"}
    engine.dispose()
