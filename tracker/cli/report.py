"""Reports: the brief and its kin."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker.i18n import t

app = typer.Typer(name="report", help=t("reports.help"), no_args_is_help=True)

AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar=t("help.metavar_day"), help=t("reports.help_as_of"), show_default=False)
]
KnownAt = Annotated[
    str | None,
    typer.Option(
        "--known-at", metavar=t("reports.metavar_position"), help=t("reports.help_known_at"), show_default=False
    ),
]
Lang = Annotated[
    str | None, typer.Option("--lang", metavar="zh-CN|zh-TW|en", help=t("reports.help_lang"), show_default=False)
]
Script = Annotated[
    str | None, typer.Option("--script", metavar="hans|hant", help=t("reports.help_script"), show_default=False)
]
Templates = Annotated[
    Path | None,
    typer.Option(
        "--templates", metavar=t("reports.metavar_folder"), help=t("reports.help_templates"), show_default=False
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar=t("help.metavar_file"), help=t("reports.help_output"), show_default=False),
]


@app.command(help=t("reports.help_brief"), epilog=t("reports.help_brief_example"))
def brief(
    as_of: AsOf = None,
    known_at: KnownAt = None,
    lang: Lang = None,
    script: Script = None,
    templates: Templates = None,
    output: Output = None,
) -> None:
    facts, choices = _facts(as_of, known_at, lang, script, templates)
    _write("brief", facts, choices, output)


def _choices(lang: str | None, script: str | None, templates: Path | None):
    from tracker import i18n
    from tracker.errors import NotFound, UsageError
    from tracker.reports.making import Choices
    from tracker.reports.voice import SCRIPTS

    language = i18n.normalise(lang) if lang else i18n.language()
    if language is None:
        raise UsageError("language_unknown", word=lang, choices=" / ".join(i18n.LANGUAGES))
    if script is not None and script not in SCRIPTS:
        raise UsageError("script_unknown", word=script, choices=" / ".join(SCRIPTS))
    if templates is not None and not templates.is_dir():
        raise NotFound("templates_missing", folder=templates)
    return Choices(language, script, templates.resolve() if templates else None)


def _facts(as_of: str | None, known_at: str | None, lang: str | None, script: str | None, templates: Path | None):
    """The facts asked for, and how they are to be shown. The database is closed again before anything is drawn."""
    from tracker import words
    from tracker.cli.session import books
    from tracker.reports import facts, reading

    choices = _choices(lang, script, templates)
    with books() as b:
        day = words.day(as_of, b.now.today) if as_of else b.now.today
        position = reading.position(b.connection, known_at)
        return facts.facts(b.connection, day, position, b.now.today), choices


def _write(kind: str, facts, choices, path: Path | None) -> None:
    """Draw a report and move it into place; its path is the last line of data."""
    from tracker.cli import output
    from tracker.reports import files, making

    path = path or Path(making.file_name(kind, facts, choices))
    files.check(path)
    files.write(path, making.pdf(kind, facts, choices))
    output.out(str(path))
