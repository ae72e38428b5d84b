"""Who is who: whoami, and the office's register of persons."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.arguments import Json
from tracker.cli.commands import Group
from tracker.i18n import t
from tracker.scripts import content

app = typer.Typer()
person = typer.Typer(name="person", cls=Group, help=t("people.help_person"), no_args_is_help=True)
app.add_typer(person, name="person")


def option(name: str, key: str, metavar: str):
    return typer.Option(*name.split(), metavar=t(metavar), help=t(f"people.{key}"), show_default=False)


Name = Annotated[str, typer.Argument(metavar=t("people.metavar_name"), help=t("people.help_name"), show_default=False)]
Agency = Annotated[str, option("--agency -a", "help_agency", "help.metavar_agency")]


@app.command(help=t("people.help_whoami"), epilog=t("people.help_whoami_example"))
def whoami(json: Json = False) -> None:
    from tracker import access, database, people, settings
    from tracker.cli import output, shown
    from tracker.cli.session import books
    from tracker.i18n import language

    known, origins = settings.load(), settings.origins()
    with books() as b:
        actor, today = b.actor, b.now.today
        simulated = "simulated" in database.marks(b.connection)
        known_people = people.members(b.connection)
        last = next((m for m in known_people if (m.name, m.agency) == (actor.person, actor.agency)), None)
    member = last if last and last.valid(today) else None
    led = [each.agency for each in known_people if each.name == actor.person and each.valid(today)] if actor.role == access.LEADER else []
    database_url = shown_url(known.database_url)
    place = database_url.removeprefix("sqlite:///")  # a file is a path, as everywhere else
    if json:
        output.as_json(
            {
                "agency": actor.agency, "role": actor.role, "person": actor.person, "registered": member is not None,
                "duty": member.duty if member else None, "today": today, "simulated": simulated, "database": database_url,
                "language": language(), "origins": origins, "permissions": access.PERMISSIONS,
            }
        )  # fmt: skip
        return

    def origin(name: str) -> str:
        return t("people.from", origin=origins[name]) if name in origins else t("people.from_default")

    if member:
        parts = [t("people.registered"), t(f"words.duty_{member.duty}") if member.duty else None]
        parts.append(t("people.until", day=member.until_on) if member.until_on else None)
        how = t("people.comma").join(part for part in parts if part)
    elif led:
        how = t("people.leads", agency=t("people.comma").join(shown.agency(b.agencies, code) for code in led))
    elif last:
        how = t("people.not_yet", day=last.from_on) if today < last.from_on else t("people.expired", day=last.until_on)
    else:
        how = t("people.not_registered" if actor.person else "people.no_person")
    agency = t("people.with", what=shown.agency(b.agencies, actor.agency), more=actor.agency) if actor.agency else "–"
    home = b.agencies.get(actor.agency)
    if home and home.successor:
        agency += " " + t("people.merged_into", agency=shown.agency(b.agencies, home.successor))
    rows = [
        ("agency", agency + origin("agency")),
        ("role", t("people.with", what=t(f"words.role_{actor.role}"), more=how)),
        ("person", content(actor.person) + origin("person") if actor.person else None),
        ("today", t("people.with", what=today, more=t("people.simulated")) if simulated else today),
        ("database", place + origin("database_url")),
        ("language", language() + origin("lang")),
    ]
    output.fields([(t(f"people.field_{name}"), value) for name, value in rows if value])
    shown.office_open(b.agencies)
    output.out()
    heads = [t("people.act"), *(t(f"words.role_{each}") + ("＊" if each == actor.role else "") for each in access.ROLES)]
    cells = [
        [t(f"words.act_{act}"), *(t(f"people.reach_{far[each]}") if each in far else "–" for each in access.ROLES)]
        for act, far in access.PERMISSIONS.items()
    ]
    output.table(heads, cells)
    output.say(t("people.table_note"))


def shown_url(url: str) -> str:
    """A database address without its password."""
    from sqlalchemy.engine import make_url

    from tracker.errors import DatabaseError

    try:
        made = make_url(url)
        # A path is shown as it is called; only in an address are its signs written otherwise.
        return f"sqlite:///{made.database}" if made.get_backend_name() == "sqlite" else made.render_as_string(hide_password=True)
    except ValueError:
        raise DatabaseError("database_url_invalid", url=url) from None


@person.command(help=t("people.help_add"), epilog=t("people.help_add_example"))
def add(
    name: Name,
    agency: Agency,
    role: Annotated[str, option("--role", "help_role", "people.metavar_role")],
    duty: Annotated[str | None, option("--duty", "help_duty", "people.metavar_duty")] = None,
    since: Annotated[str | None, option("--from", "help_from", "help.metavar_day")] = None,
    until: Annotated[str | None, option("--until", "help_until", "help.metavar_day")] = None,
    json: Json = False,
) -> None:
    from tracker import people, words
    from tracker.cli.session import books

    with books(write=True) as b:
        first, last = (words.day(day, b.now.today) if day else None for day in (since, until))
        made = people.add(b, name, agency, words.role(role), words.duty(duty) if duty else None, first, last)
    _show(b, made, json)


@person.command(help=t("people.help_end"), epilog=t("people.help_end_example"))
def end(
    name: Name,
    agency: Agency,
    on: Annotated[str | None, option("--on", "help_end_on", "help.metavar_day")] = None,
    json: Json = False,
) -> None:
    from tracker import people, words
    from tracker.cli.session import books

    with books(write=True) as b:
        made = people.end(b, name, agency, words.day(on, b.now.today) if on else b.now.today)
    _show(b, made, json)


def _show(b, made, json: bool) -> None:
    from tracker.cli import output, shown

    if json:
        output.as_json(made.as_json())
        return
    what = t(f"words.role_{made.role}") + (f"、{t(f'words.duty_{made.duty}')}" if made.duty else "")
    output.out(t("people.kept", name=content(made.name), agency=shown.agency(b.agencies, made.agency), what=what, span=_span(made)))


def _span(made) -> str:
    return t("people.span" if made.until_on else "people.since", since=made.from_on, until=made.until_on)


@person.command("list", help=t("people.help_list"), epilog=t("help.example", words="person list"))
def list_(
    agency: Annotated[str | None, option("--agency -a", "help_list_agency", "help.metavar_agency")] = None,
    all_: Annotated[bool, typer.Option("--all", help=t("people.help_all"))] = False,
    json: Json = False,
) -> None:
    from tracker import directory, people
    from tracker.cli import output, shown
    from tracker.cli.session import books

    with books() as b:
        only = directory.find(b.agencies, agency).code if agency else None
        order = {code: place for place, code in enumerate(b.agencies)}
        found = [
            each
            for each in sorted(people.members(b.connection), key=lambda m: order.get(m.agency, len(order)))
            if only in (None, each.agency) and (all_ or each.until_on is None or b.now.today <= each.until_on)
        ]
    if json:
        output.as_json({"people": [each.as_json() for each in found]})
        return
    cells = [
        (content(each.name), shown.agency(b.agencies, each.agency), t(f"words.role_{each.role}"),
         t(f"words.duty_{each.duty}") if each.duty else "–", _span(each))
        for each in found
    ]  # fmt: skip
    if cells:
        output.table([t(f"people.column_{name}") for name in ("name", "agency", "role", "duty", "span")], cells)
    output.say(t("people.listed" if cells else "people.none", count=len(cells)))
