"""The database itself: upgrade, check, rebuild."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from tracker.cli.arguments import Json
from tracker.cli.commands import Group
from tracker.i18n import t

app = typer.Typer(name="db", cls=Group, help=t("audit.help_db"), no_args_is_help=True)

_SHOWN = 50


@contextmanager
def _engine() -> Iterator:
    from tracker import database, settings

    engine = database.open_engine(settings.load().database_url)
    try:
        yield engine
    finally:
        engine.dispose()


@app.command(help=t("audit.help_upgrade"), epilog=t("help.example", words="db upgrade"))
def upgrade(json: Json = False) -> None:
    from tracker import backup, database
    from tracker.cli import output
    from tracker.errors import DatabaseError
    from tracker.models import SCHEMA_VERSION

    before, kept = SCHEMA_VERSION, None
    with _engine() as engine:
        try:
            with database.reading(engine):
                pass
        except DatabaseError as error:
            if error.key != "errors.database_behind":
                raise
            before = error.values["found"]
            path = database.sqlite_path(engine)
            kept = backup.copy(path, f"v{before}") if path else None
            database.migrate(engine)
    if json:
        output.as_json({"before": before, "after": SCHEMA_VERSION, "backup": kept})
    elif before == SCHEMA_VERSION:
        output.say(t("audit.upgrade_current", version=SCHEMA_VERSION))
    else:
        output.say(t("audit.upgraded", before=before, after=SCHEMA_VERSION))
        if kept:
            output.say(t("audit.backed_up", path=kept))


@app.command(help=t("audit.help_check"), epilog=t("audit.help_check_example"))
def check(json: Json = False) -> None:
    from sqlalchemy import func, select

    from tracker import audit, database, entries, models
    from tracker.cli import output
    from tracker.errors import CheckFailed

    with _engine() as engine, database.reading(engine) as connection, output.progress("") as tell:
        found = audit.check(connection, lambda step, done, total: tell(done, total, t(f"audit.step_{step}")))
        head = entries.head(connection)
        deeds, files = (
            connection.scalar(select(func.count()).select_from(table)) for table in (models.deed, models.blob)
        )
    if json:
        output.as_json(
            {
                "sound": not found,
                "entries": head.number,
                "hash": head.hash,
                "deeds": deeds,
                "files": files,
                "problems": [{"key": problem.key, **problem.values} for problem in found],
            }
        )
    else:
        for problem in found[:_SHOWN]:
            output.out(t(f"audit.{problem.key}", **problem.values))
        if len(found) > _SHOWN:
            output.out(t("audit.more", count=len(found) - _SHOWN))
    if found:
        stale = all(problem.key == "projection_differs" for problem in found)
        raise CheckFailed("projection_stale" if stale else "books_unsound", count=len(found))
    if not json:
        output.say(t("audit.sound", entries=head.number, deeds=deeds, files=files))
        output.say(t("audit.head", number=head.number, hash=head.hash))


@app.command(help=t("audit.help_rebuild"), epilog=t("help.example", words="db rebuild"))
def rebuild(json: Json = False) -> None:
    from sqlalchemy import func, select

    from tracker import access, audit, models
    from tracker.cli import output
    from tracker.cli.session import books

    with books(write=True) as b, output.progress(t("audit.rebuilding")) as tell:
        access.require_role(b.actor, "rebuild")
        audit.rebuild(b.connection, tell)
        deeds = b.connection.scalar(select(func.count()).select_from(models.current))
    if json:
        output.as_json({"deeds": deeds})
    else:
        output.say(t("audit.rebuilt", deeds=deeds))
