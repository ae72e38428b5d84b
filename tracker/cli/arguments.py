"""Arguments and options that commands of several subjects take."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from tracker.i18n import t

Code = Annotated[str, typer.Argument(metavar=t("help.metavar_code"), help=t("help.code"), show_default=False)]
On = Annotated[str | None, typer.Option("--on", metavar=t("help.metavar_day"), help=t("help.on"), show_default=False)]
Json = Annotated[bool, typer.Option("--json", help=t("help.json"))]
Codes = Annotated[list[str], typer.Argument(metavar=t("help.metavar_codes"), help=t("help.codes"), show_default=False)]
Yes = Annotated[bool, typer.Option("--yes", "-y", help=t("help.yes"))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=t("help.dry_run"))]


def option(name: str, key: str, metavar: str = "text", **more):
    return typer.Option(
        *name.split(), metavar=t(f"help.metavar_{metavar}"), help=t(f"help.{key}"), show_default=False, **more
    )


def check_folder(path: Path, refusal: str = "output_not_folder") -> None:
    """Refuse a folder for files that is a file or, where there is none of that name, is named like one: `-o forms.zip` is a slip."""
    from tracker.errors import OutputError

    if not path.is_dir() and (path.exists() or _FILE_TYPE.fullmatch(path.suffix)):
        raise OutputError(refusal, folder=path)


_FILE_TYPE = re.compile(r"\.(?:[A-Za-z]{2,4}|xlsx|docx|pptx|7z)")
