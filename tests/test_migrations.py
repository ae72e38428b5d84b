"""Migrations: one head, the same tables as the models, up and down and up, all or nothing. On both engines."""

from __future__ import annotations

import ast
import importlib.util
import shutil
import sys
from pathlib import Path

import pytest
import sample
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import UniqueConstraint, inspect, text

from tracker import database, models, resources
from tracker.database import reading, reading_any, writing
from tracker.errors import DatabaseError

FOLDER = resources.folder("migrations")
TABLES = models.metadata.tables

BAD = '''
from alembic import op
import sqlalchemy as sa
revision, down_revision = "0002", "0001"

def upgrade():
    op.create_table("half", sa.Column("id", sa.Integer, primary_key=True))
    op.add_column("person", sa.Column("half", sa.String))
    {end}

def downgrade():
    op.drop_table("half")
    op.drop_column("person", "half")
'''


def script() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def first_revision():
    path = FOLDER / "versions" / "0001_the_books.py"
    spec = importlib.util.spec_from_file_location("first_revision", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def next_version(tmp_path, monkeypatch):
    """Makes the program one that has a second revision, which ends with the given line."""

    def make(end: str) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / "0002_next.py").write_text(BAD.format(end=end))
        monkeypatch.setattr(resources, "folder", lambda name: folder)
        monkeypatch.setattr(database, "SCHEMA_VERSION", "0002")

    return make


def contents(engine) -> dict[str, list]:
    """Every row of every table that is there, and the triggers."""
    with reading_any(engine) as connection:
        names = [name for name in sorted(inspect(connection).get_table_names()) if name != "alembic_version"]
        found = {name: sorted(connection.execute(text(f"SELECT * FROM {name}")).all(), key=str) for name in names}
        return found | {"triggers": triggers(connection)}


def triggers(connection) -> list[str]:
    if connection.dialect.name == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    else:
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname"
    return list(connection.scalars(text(query)))


def test_one_head_which_the_program_knows():
    assert script().get_heads() == [models.SCHEMA_VERSION]
    assert [r.revision for r in script().walk_revisions()][-1] == "0001"
    assert all(len(r.revision) == 4 and r.revision.isdigit() for r in script().walk_revisions()), "compared as text"


@pytest.mark.parametrize("path", sorted((FOLDER / "versions").glob("*.py")), ids=lambda path: path.stem)
def test_revisions_import_nothing_of_the_program(path):
    """They must keep meaning what they meant."""
    imported = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").split(".")[0])
    assert imported <= {"sqlalchemy", "alembic"}


def test_models_and_migrations_agree(engine):
    database.create(engine)
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, models.metadata) == []
        assert set(inspect(connection).get_table_names()) == {*TABLES, "alembic_version"}


def test_the_same_constraints_on_both(engine):
    """What alembic does not compare: checks and the names of keys."""
    database.create(engine)
    with reading(engine) as connection:
        look = inspect(connection)
        for name, table in TABLES.items():
            assert look.get_pk_constraint(name)["constrained_columns"] == [c.name for c in table.primary_key]
            unique = {tuple(c.name for c in k.columns) for k in table.constraints if isinstance(k, UniqueConstraint)}
            assert {tuple(k["column_names"]) for k in look.get_unique_constraints(name)} == unique, name
            assert {k["constrained_columns"][0] for k in look.get_foreign_keys(name)} == {c.name for c in table.c if c.foreign_keys}
            assert {c["name"] for c in look.get_columns(name) if not c["nullable"]} == {c.name for c in table.c if not c.nullable}
        assert [c["name"] for c in look.get_check_constraints("entry")] == ["ck_entry_progress"]


def test_every_append_only_table_has_its_triggers(engine):
    database.create(engine)
    acts = ("update", "delete", "replace") if engine.dialect.name == "sqlite" else ("change", "truncate")
    with reading(engine) as connection:
        assert triggers(connection) == sorted(f"{table}_no_{act}" for table in models.APPEND_ONLY for act in acts)


def test_the_keys_that_triggers_watch_are_those_of_the_models():
    watched = {name: sorted(map(sorted, keys)) for name, keys in first_revision().APPEND_ONLY.items()}
    wanted = {}
    for name in models.APPEND_ONLY:
        table = TABLES[name]
        keys = [[c.name for c in table.primary_key]]
        keys += [[c.name for c in k.columns] for k in table.constraints if isinstance(k, UniqueConstraint)]
        wanted[name] = sorted(map(sorted, keys))
    assert watched == wanted


def test_up_down_up(engine):
    database.create(engine)
    before = contents(engine)
    database.migrate(engine, "base")
    assert contents(engine) == {"triggers": []}
    with pytest.raises(DatabaseError, match="database_empty"), reading(engine):
        pass
    database.migrate(engine)
    after = contents(engine)
    assert after == before | {"mark": []}
    with writing(engine) as connection:
        sample.fill(connection)


def test_upgrading_a_current_database_changes_nothing(engine):
    sample.made(engine.url.render_as_string(hide_password=False)).dispose()
    before = contents(engine)
    database.migrate(engine)
    assert contents(engine) == before


def test_an_upgrade_keeps_what_is_there(engine, next_version):
    sample.made(engine.url.render_as_string(hide_password=False)).dispose()
    before = contents(engine)
    next_version("pass")
    with pytest.raises(DatabaseError, match="database_behind"), reading(engine):
        pass
    database.migrate(engine)
    after = contents(engine)
    assert after.pop("half") == []
    assert after["triggers"] == before["triggers"]
    assert all(after[name] == rows for name, rows in before.items() if name != "person")
    database.migrate(engine, "0001")
    assert contents(engine) == before


@pytest.mark.parametrize("end", ["raise RuntimeError('half-way')", "op.execute('SELECT nonsense')"])
def test_an_upgrade_that_fails_leaves_nothing_behind(engine, next_version, end):
    sample.made(engine.url.render_as_string(hide_password=False)).dispose()
    before = contents(engine)
    next_version(end)
    with pytest.raises(Exception, match=r"half-way|nonsense"):
        database.migrate(engine)
    assert contents(engine) == before
    with reading_any(engine) as connection:
        assert database.version(connection) == "0001"


def test_the_command_keeps_a_copy_of_a_file_first(engine, next_version, monkeypatch, capsys):
    from tracker.cli import main

    url = engine.url.render_as_string(hide_password=False)
    sample.made(url).dispose()
    before = contents(engine)
    next_version("pass")
    monkeypatch.setattr(models, "SCHEMA_VERSION", "0002")
    monkeypatch.setenv("DEEDS_DATABASE_URL", url)
    monkeypatch.setenv("DEEDS_LANG", "en")
    assert main(["db", "upgrade"]) == 0
    told = capsys.readouterr().err
    assert "Upgraded from version 0001 to 0002" in told
    with reading(engine):
        pass
    path = database.sqlite_path(engine)
    assert (f"kept as {path.parent / 'deeds.v0001.db'}" in told) if path else ("kept" not in told)
    if path:
        kept = database.open_engine(f"sqlite:///{path.parent / 'deeds.v0001.db'}")
        assert contents(kept) == before
        kept.dispose()
    assert main(["db", "upgrade"]) == 0
    assert "at the newest version (0002) already" in capsys.readouterr().err


def test_a_database_that_cannot_be_made_is_not_there(engine, next_version, database_url):
    next_version("raise RuntimeError('half-way')")
    with pytest.raises(RuntimeError):
        database.create(engine)
    path = database.sqlite_path(engine)
    if path:
        assert list(path.parent.glob("deeds.db*")) == []
    else:
        assert contents(engine) == {"triggers": []}


def test_the_developers_own_alembic_finds_everything(tmp_path):
    """`alembic upgrade head` and `alembic check` from the checkout."""
    import subprocess

    root = Path(__file__).parent.parent
    url = f"url=sqlite:///{tmp_path / 'developer.db'}"
    (tmp_path / "developer.db").touch()
    for words in (["upgrade", "head"], ["check"]):
        done = subprocess.run(
            [sys.executable, "-m", "alembic", "-c", str(root / "alembic.ini"), "-x", url, *words], cwd=root, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
