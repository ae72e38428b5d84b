"""Reporting periods: round open, move, status, close, cancel, list; silent."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from tracker.cli.arguments import Json
from tracker.cli.commands import Group
from tracker.cli.days import left
from tracker.cli.scope import FIRST, Agencies, All, Everybody
from tracker.i18n import t
from tracker.scripts import content

app = typer.Typer()
round_ = typer.Typer(name="round", cls=Group, help=t("rounds.help_round"), no_args_is_help=True)
app.add_typer(round_, name="round")


def option(name: str, key: str, metavar: str):
    return typer.Option(*name.split(), metavar=t(f"help.metavar_{metavar}"), help=t(f"rounds.{key}"), show_default=False)


Key = Annotated[
    str | None, typer.Argument(metavar=t("rounds.metavar_round"), help=t("rounds.help_key_given"), show_default=False)
]


def tell_left_open(b, day: date) -> None:
    """Say that a round goes on although its closing day was past on a day, if one does: a brief of that day tells less of silence than it could."""
    from tracker import rounds
    from tracker.cli import output

    if (running := rounds.open_now(b.connection)) and running.closes_on < day:
        output.say(t("rounds.left_open", round=running.key, by=running.closes_on))


@round_.command("open", help=t("rounds.help_open"), epilog=t("rounds.help_open_example"))
def open_(
    key: Annotated[
        str, typer.Argument(metavar=t("rounds.metavar_round"), help=t("rounds.help_key"), show_default=False)
    ],
    by: Annotated[str, option("--by", "help_by", "day")],
    since: Annotated[str | None, option("--from", "help_from", "day")] = None,
    json: Json = False,
) -> None:
    from tracker import rounds, standings, words
    from tracker.cli import output
    from tracker.cli.session import books

    with books(write=True) as b:
        today = b.now.today
        first = words.day(since, today) if since else None
        made = rounds.open_round(b, key, words.day(by, today), first)
        _, whole = standings.tally(standings.standings(b.connection, made))
    if json:
        output.as_json({"round": made.as_json(), "total": whole.as_json()})
        return
    output.out(_heading(made, today))
    output.say(t("rounds.opened", expected=whole.expected))


@round_.command(help=t("rounds.help_move"), epilog=t("rounds.help_move_example"))
def move(
    by: Annotated[str, option("--by", "help_by", "day")],
    reason: Annotated[str, option("--reason", "help_reason", "text")],
    key: Key = None,
    json: Json = False,
) -> None:
    from tracker import rounds, words
    from tracker.cli import output
    from tracker.cli.session import books

    with books(write=True) as b:
        made = rounds.move_round(b, words.day(by, b.now.today), key, reason=reason)
    if json:
        output.as_json({"round": made.as_json()})
        return
    output.out(_heading(made, b.now.today))
    output.say(t("rounds.moved"))


@round_.command(help=t("rounds.help_status"), epilog=t("rounds.help_status_example"))
def status(key: Key = None, json: Json = False) -> None:
    from tracker import rounds, standings
    from tracker.cli import output, shown
    from tracker.cli.session import books

    with books() as b:
        today = b.now.today
        found = rounds.find(b.connection, b.now.today, key)
        parts, whole = standings.tally(standings.standings(b.connection, found), b.agencies)
    if json:
        agencies = [{"agency": code, **part.as_json()} for code, part in parts.items()]
        output.as_json({"round": found.as_json(), "agencies": agencies, "total": whole.as_json()})
        return
    output.out(_heading(found, today))
    late = ("late",) if whole.late else ()
    names = ("agency", "expected", "reported", "confirmed", *late, "silent", "finished", "deeds")

    def cells(name: str, part) -> list:
        return [name, *(getattr(part, field) for field in names[1:])]

    short = shown.shorter(b.agencies)
    rows = [cells(short(code), part) for code, part in parts.items()]
    rows.append(cells(t("rounds.total"), whole))
    styles = [*("yellow" if part.silent else None for part in parts.values()), "bold"]
    output.table([t(f"rounds.column_{name}") for name in names], rows, right=range(1, len(names)), styles=styles)
    if whole.silent and found.begun(today):
        output.say(t("rounds.next_silent" if found.is_open else "rounds.next_silent_closed", round=found.key))


@round_.command(help=t("rounds.help_close"), epilog=t("rounds.help_close_example"))
def close(
    key: Key = None,
    early: Annotated[bool, typer.Option("--early", help=t("rounds.help_early"))] = False,
    json: Json = False,
) -> None:
    from tracker import rounds, standings
    from tracker.cli import output
    from tracker.cli.session import books

    with books(write=True) as b:
        made = rounds.close_round(b, key, early)
        _, whole = standings.tally(standings.standings(b.connection, made))
    if json:
        output.as_json({"round": made.as_json(), "total": whole.as_json()})
        return
    output.out(_heading(made, b.now.today))
    output.say(t("rounds.closed", **whole.as_json()))


@round_.command(help=t("rounds.help_cancel"), epilog=t("rounds.help_cancel_example"))
def cancel(
    reason: Annotated[str, option("--reason", "help_cancel_reason", "text")],
    key: Key = None,
    json: Json = False,
) -> None:
    from tracker import rounds
    from tracker.cli import output
    from tracker.cli.session import books

    with books(write=True) as b:
        made = rounds.cancel_round(b, key, reason=reason)
    if json:
        output.as_json({"round": made.as_json()})
        return
    output.say(t("rounds.cancelled", round=made.key))


@round_.command("list", help=t("rounds.help_list"), epilog=t("help.example", words="round list"))
def list_(json: Json = False) -> None:
    from tracker import rounds
    from tracker.cli import output
    from tracker.cli.session import books

    with books() as b:
        known = rounds.register(b.connection)
    if json:
        output.as_json({"rounds": [each.as_json() for each in known]})
        return
    for each in known:
        output.out(_heading(each, b.now.today))
    if not known:
        output.say(t("errors.round_none"))


def _heading(of, today: date) -> str:
    if of.is_open and not of.begun(today):
        state = t("rounds.is_coming", day=of.opens_on)
    elif of.is_open:
        state = t("rounds.is_open", left=left(today, of.closes_on))
    else:
        state = t("rounds.is_closed", day=of.closed_on)
    return t("rounds.heading", round=of.key, opens=of.opens_on, closes=of.closes_on, state=state)


@app.command(help=t("rounds.help_silent"), epilog=t("rounds.help_silent_example"))
def silent(
    key: Key = None, agency: Agencies = None, everybody: Everybody = False, all_: All = False, json: Json = False
) -> None:
    from tracker import rounds, standings
    from tracker.cli import output, shown
    from tracker.cli.scope import rest, scope, tell
    from tracker.cli.session import books

    with books() as b:
        found = (None if key else rounds.begun(b.connection, b.now.today)) or rounds.find(b.connection, b.now.today, key)
        agencies = scope(b, agency, everybody)
        silent_ = [each for each in standings.standings(b.connection, found) if each.outcome == standings.SILENT]
        rows = [each for each in silent_ if not agencies or each.agency in agencies]
    if json:
        output.as_json({"round": found.as_json(), "deeds": [row.as_json() for row in rows], "total": len(rows), "agencies": agencies})
        return
    output.out(_heading(found, b.now.today))
    short = shown.shorter(b.agencies)
    cells = [
        (row.code, shown.title(row.title), short(row.agency), shown.status(row.status),
         row.handed_in_on or "–", content(row.commitment_name))
        for row in (rows if all_ else rows[:FIRST])
    ]  # fmt: skip
    names = ("code", "title", "lead", "status")
    heads = [*(t(f"look.column_{name}") for name in names), t("rounds.column_handed_in"), t("look.column_commitment")]
    if cells:
        output.table(heads, cells, cut=(5, 1), leave=(5, 2))
    output.say(t("rounds.silent_count", count=len(rows), agencies=len({row.agency for row in rows})))
    rest(len(cells), len(rows))
    tell(b, agencies, agency)
