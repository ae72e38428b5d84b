"""The directory of agencies: list, add, rename, succeed."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.commands import Group
from tracker.cli.work import Json, Yes
from tracker.i18n import t
from tracker.scripts import content

app = typer.Typer(name="agency", cls=Group, help=t("people.help_agencies"), no_args_is_help=True)


def option(name: str, key: str, metavar: str):
    return typer.Option(*name.split(), metavar=t(metavar), help=t(f"people.{key}"), show_default=False)


Agency = Annotated[str, typer.Argument(metavar=t("help.metavar_agency"), help=t("people.help_which_agency"), show_default=False)]


@app.command("list", help=t("people.help_agency_list"), epilog=t("help.example", words="agency list"))
def list_(json: Json = False) -> None:
    from dataclasses import asdict

    from tracker.cli import output, shown
    from tracker.cli.session import books

    with books() as b:
        known = list(b.agencies.values())
    if json:
        output.as_json({"agencies": [asdict(each) for each in known]})
        return
    cells = []
    for each in known:
        mark = t("people.coordinates") if each.coordinates else ""
        if each.successor:
            mark = t("people.merged_into", agency=shown.agency(b.agencies, each.successor))
        cells.append((each.code, shown.agency(b.agencies, each.code), content(each.full_name), content("、".join(each.aliases)), mark))
    if cells:
        output.table([t(f"people.column_{name}") for name in ("code", "agency", "full_name", "aliases", "remark")], cells)


@app.command(help=t("people.help_agency_add"), epilog=t("people.help_agency_add_example"))
def add(
    code: Annotated[str, typer.Argument(metavar=t("people.metavar_agency_code"), help=t("people.help_agency_code"), show_default=False)],
    name: Annotated[str, typer.Argument(metavar=t("people.metavar_agency_name"), help=t("people.help_agency_name"), show_default=False)],
    full_name: Annotated[str | None, option("--full-name", "help_agency_full_name", "people.metavar_agency_name")] = None,
    name_en: Annotated[str | None, option("--name-en", "help_name_en", "people.metavar_agency_name")] = None,
    alias: Annotated[list[str] | None, option("--alias", "help_alias", "people.metavar_agency_name")] = None,
    json: Json = False,
) -> None:
    from dataclasses import asdict

    from tracker import agencies
    from tracker.cli import output
    from tracker.cli.session import books

    with books(write=True) as b:
        made = agencies.add(b, code, name, full_name=full_name, name_en=name_en, aliases=alias or ())
    if json:
        output.as_json(asdict(made))
        return
    output.out(t("people.agency_added", code=made.code, name=content(made.name), full_name=content(made.full_name), number=made.position))
    output.say(t("people.next_people_of", code=made.code))


@app.command(help=t("people.help_rename"), epilog=t("people.help_rename_example"))
def rename(
    agency: Agency,
    name: Annotated[str | None, option("--name", "help_new_name", "people.metavar_called")] = None,
    full_name: Annotated[str | None, option("--full-name", "help_full_name", "people.metavar_called")] = None,
    name_en: Annotated[str | None, option("--name-en", "help_name_en", "people.metavar_called")] = None,
    alias: Annotated[list[str] | None, option("--alias", "help_alias", "people.metavar_called")] = None,
    json: Json = False,
) -> None:
    from dataclasses import asdict

    from tracker import agencies
    from tracker.cli import output
    from tracker.cli.session import books

    with books(write=True) as b:
        made = agencies.rename(b, agency, name=name, full_name=full_name, name_en=name_en, aliases=alias or ())
    if json:
        output.as_json(asdict(made))
        return
    output.out(t("people.renamed", code=made.code, name=content(made.name), full_name=content(made.full_name), number=made.position))


@app.command(help=t("people.help_succeed"), epilog=t("people.help_succeed_example"))
def succeed(
    agency: Agency,
    successor: Annotated[str, typer.Argument(metavar=t("people.metavar_successor"), help=t("people.help_successor"), show_default=False)],
    approval: Annotated[str, option("--approval", "help_approval", "help.metavar_document")],
    reason: Annotated[str | None, option("--reason", "help_succeed_reason", "help.metavar_text")] = None,
    yes: Yes = False,
    json: Json = False,
) -> None:
    from tracker import agencies, directory
    from tracker.cli import output, selection, shown

    def run(b) -> list:
        return agencies.succeed(b, agency, successor, reason=reason, approval=approval)[1]

    b, made, _ = selection.entered(run, yes)
    old, new = (directory.find(b.agencies, word) for word in (agency, successor))
    if json:
        output.as_json({"agency": old.code, "successor": new.code, "deeds": [each.entry.deed for each in made]})
        return
    names = {name: shown.agency(b.agencies, each.code) for name, each in (("old", old), ("new", new))}
    output.out(t("people.succeeded", count=len(made), **names))
    output.say(t("people.next_people", code=new.code, **names))
