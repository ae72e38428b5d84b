"""Arguments and options that commands of several subjects take."""

from __future__ import annotations

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
