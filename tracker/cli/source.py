"""The texts that announced the commitments: list them, attach one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.arguments import Json
from tracker.cli.commands import Group
from tracker.i18n import t
from tracker.scripts import content

app = typer.Typer(name="source", cls=Group, help=t("help.source"), no_args_is_help=True)


@app.callback()
def source() -> None:
    pass


@app.command("list", help=t("help.source_list"), epilog=t("help.example", words="source list"))
def list_(json: Json = False) -> None:
    from tracker import sources
    from tracker.cli import output
    from tracker.cli.session import books

    with books() as b:
        known = sources.register(b.connection)
    if json:
        output.as_json({"sources": [each.as_json() for each in known]})
        return
    for each in known:
        output.out(f"{each.key}  {content(each.title) if each.title else t('look.untitled')}")
        year = t("look.year_inferred", year=each.year, basis=content(each.year_basis)) if each.year_basis else each.year
        rows = [
            ("publisher", content(each.publisher) if each.publisher else t("words.unknown")),
            ("published", each.published_on or t("words.unknown")),
            ("year", year or t("words.unknown")),
            ("sha256", each.sha256 or t("words.unknown")),
            ("attached", t("words.yes") if each.attached else t("look.attach_hint")),
            ("commitments", each.commitments),
        ]
        output.fields([(t(f"look.field_{name}"), value) for name, value in rows])


@app.command(help=t("help.source_attach"), epilog=t("help.source_attach_example"))
def attach(
    file: Annotated[
        Path, typer.Argument(metavar=t("help.metavar_file"), help=t("help.source_file"), show_default=False)
    ],
) -> None:
    from tracker import access, sources
    from tracker.cli import output
    from tracker.cli.session import books

    with books(write=True) as b:
        access.require_role(b.actor, "import")
        known = sources.attach(b.connection, file)
    output.out(t("look.attached", key=known.key))
