"""The directory of agencies: list, add, rename, succeed, coordinate."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.arguments import Json, Yes
from tracker.cli.commands import Group
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
    coordinates: Annotated[bool, typer.Option("--coordinates", help=t("people.help_coordinates"))] = False,
    json: Json = False,
) -> None:
    from dataclasses import asdict

    from tracker import agencies
    from tracker.cli import output
    from tracker.cli.session import books

    with books(write=True) as b:
        made, deeds = agencies.add(b, code, name, full_name=full_name, name_en=name_en, aliases=alias or (), coordinates=coordinates)
    if json:
        output.as_json(asdict(made))
        return
    output.out(t("people.agency_added", code=made.code, name=_names(made), number=made.position))
    if coordinates:
        output.out(t("people.now_coordinates", agency=content(made.name), count=len(deeds), number=made.position))
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
    output.out(t("people.renamed", code=made.code, name=_names(made), number=made.position))


def _names(agency) -> str:
    """What it is called, and in full where that is another name."""
    name, full = content(agency.name), content(agency.full_name)
    return name if full == name else t("people.with", what=name, more=full)


@app.command(help=t("people.help_coordinate"), epilog=t("people.help_coordinate_example"))
def coordinate(agency: Agency, yes: Yes = False, json: Json = False) -> None:
    from tracker import agencies, directory
    from tracker.cli import output, selection, shown

    made = []

    def run(b) -> list:
        made[:] = agencies.coordinate(b, agency)
        # Nobody need agree to what is taken from nobody.
        return made[1] if directory.coordinator(b.agencies) else []

    b, *_ = selection.entered(run, yes)
    new, deeds = made
    if json:
        output.as_json({"agency": new.code, "deeds": [each.entry.deed for each in deeds]})
        return
    output.out(t("people.now_coordinates", agency=shown.agency(b.agencies, new.code), count=len(deeds), number=new.position))


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
