"""How a report comes about: what its commands take, the facts asked for, its file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker.i18n import t

AsOf = Annotated[str | None, typer.Option("--as-of", metavar=t("help.metavar_day"), help=t("reports.help_as_of"), show_default=False)]
KnownAt = Annotated[str | None, typer.Option("--known-at", metavar=t("reports.metavar_position"), help=t("reports.help_known_at"), show_default=False)]
Lang = Annotated[str | None, typer.Option("--lang", metavar="zh-CN|zh-TW|en", help=t("reports.help_lang"), show_default=False)]
Script = Annotated[str | None, typer.Option("--script", metavar="hans|hant", help=t("reports.help_script"), show_default=False)]
Templates = Annotated[Path | None, typer.Option("--templates", metavar=t("reports.metavar_folder"), help=t("reports.help_templates"), show_default=False)]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar=t("help.metavar_file"), help=t("reports.help_output"), show_default=False)]
Folder = Annotated[Path | None, typer.Option("--output", "-o", metavar=t("reports.metavar_folder"), help=t("reports.help_folder"), show_default=False)]


def looks(lang: str | None, script: str | None, templates: Path | None):
    """How a report is to look: its language, script and templates. Raises NotFound for a folder that is not there."""
    from tracker.cli import output
    from tracker.errors import NotFound
    from tracker.reports.making import Choices
    from tracker.reports.templates import unused
    from tracker.reports.voice import chosen

    language = chosen(lang, script)
    if templates is not None and not templates.is_dir():
        raise NotFound("templates_missing", folder=templates)
    if templates is not None and any((found := unused(templates))[0]):
        output.say(t("reports.templates_unused", files=t("look.comma").join(found[0]), names=t("look.comma").join(found[1])))
    return Choices(language, script, templates.resolve() if templates else None)


def asked(as_of: str | None, known_at: str | None, lang: str | None, script: str | None, templates: Path | None):
    """The facts asked for, and how they are to be shown. The database is closed again before anything is drawn."""
    from dataclasses import replace

    from tracker import entries, words
    from tracker.cli.session import books
    from tracker.reports import facts, reading

    choices = looks(lang, script, templates)
    with books() as b:
        day = words.day(as_of, b.now.today) if as_of else b.now.today
        position = reading.position(b.connection, known_at, b.now.at)
        earlier = position < entries.head(b.connection).number
        return facts.facts(b.connection, day, position, b.now.today), replace(choices, earlier=earlier)


def write(kind: str, facts, choices, path: Path | None, scope=None) -> None:
    """Draw a report and move it into place; its path is the last line of data."""
    from tracker.cli import output
    from tracker.reports import files, making

    scope = scope or making.WHOLE
    path = path or Path(making.file_name(kind, facts, choices, scope))
    check(path)
    with output.working(t("reports.drawing")):
        content = making.pdf(kind, facts, choices, scope)
    files.write(path, content)
    output.out(str(path))


def check(path: Path, content: bytes | None = None) -> None:
    """Raise OutputError where a report could not be written, would carry another kind's name, or take the place of another file.

    A report may be made again; an issue stays as it was sent, and whatever else stands there is not ours to write over.
    `content` is what is going to be written, where that is known.
    """
    from tracker.errors import BadInput, OutputError
    from tracker.reports import files, reopening

    if path.suffix.lower() not in ("", ".pdf"):
        raise OutputError("output_not_pdf", file=path, other=path.with_suffix(".pdf"))
    files.check(path)
    if not path.is_file() or not path.stat().st_size:
        return
    try:
        there, carried, _ = reopening.read(path)
    except BadInput:
        raise OutputError("output_not_ours", file=path) from None
    if there != content and carried["report"].get("issue") and _issued(there, carried["report"]["database"]):
        raise OutputError("output_is_issued", file=path, number=carried["report"]["issue"])


def _issued(content: bytes, database: str) -> bool:
    """Whether a PDF is in the register, or comes from another database, whose register cannot be asked."""
    from tracker.cli.session import books
    from tracker.database import marks
    from tracker.reports import making, register

    with books() as b:
        return marks(b.connection).get("uid") != database or register.registered(b.connection, making.sha256(content)) is not None


def write_all(wanted, facts, choices, folder: Path) -> None:
    from tracker.cli import output
    from tracker.reports import many

    with output.progress(t("reports.drawing")) as told:
        done = many.write(wanted, facts, choices, folder, told)
    output.say(t("reports.all_done", n=done))
    output.out(str(folder))
