"""What every command opens: the settings, the database in one transaction, who is asking, and today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext

from tracker import settings as settings_
from tracker.errors import Several
from tracker.i18n import t

Tell = Callable[..., None]


@contextmanager
def books(write: bool = False, door: str = "cli", what: str = "working", tell: Tell | None = None) -> Iterator:
    """One transaction on the database of the settings, as `tracker.deeds.Books`.

    With `write` it is committed when the block ends without an error. How far it is stands in a bar under the
    words `look.<what>`, or in that of a longer work which gives its `tell`.
    """
    from tracker import database, directory
    from tracker.cli import output
    from tracker.deeds import Books

    known = settings_.load()
    engine = database.open_engine(known.database_url)
    try:
        with database.writing(engine, checked=True) if write else database.reading(engine) as connection:
            now = database.now(connection, known.today)
            agencies = directory.agencies(connection)
            actor = directory.identify(connection, agencies, known.agency, known.person, door, now.today)
            output.know(agencies)
            with nullcontext(tell) if tell else output.progress(t(f"look.{what}")) as told:
                yield Books(connection, now, actor, agencies, told)
    except Several as problem:
        if "again" in problem.values:
            problem.values["again"] = _again(problem.values["again"])
        raise
    finally:
        engine.dispose()


def typed(*without: str) -> str:
    """The command as it was typed, to be typed again `without` some of its options or files."""
    from pathlib import Path

    from typer._click.globals import get_current_context

    from tracker import shellwords

    return shellwords.join(["deeds", *(word for word in get_current_context().find_root().obj if str(Path(word)) not in without)])


def _again(codes: Sequence[str]) -> str:
    """The command as it was typed, for these deeds (or numbers of entries) only."""
    from typer._click.globals import get_current_context

    from tracker import shellwords

    context = get_current_context()
    words = list(context.find_root().obj)
    typed = [str(word) for name in ("codes", "numbers") for word in context.params.get(name) or ()]
    place = words.index(typed[0]) if typed else len(words)
    for word in typed:
        words.remove(word)
    return shellwords.join(["deeds", *words[:place], *codes, *words[place:]])
