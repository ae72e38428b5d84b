"""The office's month: round open, move, status, close, cancel; silent, due, remind."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.commands import Group
from tracker.cli.scope import Agencies, Everybody
from tracker.cli.work import Json
from tracker.i18n import t
from tracker.scripts import content

app = typer.Typer()
round_ = typer.Typer(name="round", cls=Group, help=t("rounds.help_round"), no_args_is_help=True)
app.add_typer(round_, name="round")

SOON = 5
FIRST = 50


def option(name: str, key: str, metavar: str):
    return typer.Option(*name.split(), metavar=t(f"help.metavar_{metavar}"), help=t(f"rounds.{key}"), show_default=False)


Key = Annotated[
    str | None, typer.Argument(metavar=t("rounds.metavar_round"), help=t("rounds.help_key_given"), show_default=False)
]
All = Annotated[bool, typer.Option("--all", help=t("help.list_all", first=FIRST))]
Within = Annotated[int, typer.Option("--within", metavar="N", min=0, help=t("rounds.help_within"))]


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


def left(today: date, day: date) -> str:
    """How far a day is off, in working days."""
    from tracker import workdays

    if day == today:
        return t("rounds.left_today")
    days = workdays.between(today, day)
    if days:
        return t("rounds.left" if days > 0 else "rounds.past", days=abs(days))
    return t("rounds.left_holiday" if day > today else "rounds.past_holiday")


def calendar_note(*days: date) -> None:
    """Say so where working days were counted beyond the official calendar."""
    from tracker import workdays
    from tracker.cli import output

    if days and not workdays.known(*days):
        output.say(t("rounds.weekends_only", first=min(workdays.YEARS), last=max(workdays.YEARS)))


def _rest(listed: int, total: int) -> None:
    """Say that a list is not the whole one."""
    from tracker.cli import output

    if listed < total:
        output.say(t("look.listed_first", shown=listed, total=total))


@app.command(help=t("rounds.help_silent"), epilog=t("rounds.help_silent_example"))
def silent(
    key: Key = None, agency: Agencies = None, everybody: Everybody = False, all_: All = False, json: Json = False
) -> None:
    from tracker import rounds, standings
    from tracker.cli import output, shown
    from tracker.cli.scope import scope, tell
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
    _rest(len(cells), len(rows))
    tell(b, agencies, agency)


@app.command(help=t("rounds.help_due"), epilog=t("rounds.help_due_example"))
def due(
    within: Within = SOON, agency: Agencies = None, everybody: Everybody = False, all_: All = False, json: Json = False
) -> None:
    from tracker import views, workdays
    from tracker.cli import output, shown
    from tracker.cli.scope import scope, tell
    from tracker.cli.session import books

    with books() as b:
        today = b.now.today
        agencies = scope(b, agency, everybody)
        wanted = views.Filter(agencies=agencies, due_by=workdays.add(today, within), unfinished=True)
        rows, _ = views.deeds(b.connection, today, wanted, sort="due")
    days = [workdays.between(today, row.due_on) for row in rows]
    if json:
        listed = [{**row.as_json(), "workdays_left": left_} for row, left_ in zip(rows, days, strict=True)]
        output.as_json(
            {"deeds": listed, "total": len(rows), "agencies": agencies, "calendar_known": workdays.known(today, *(r.due_on for r in rows))}
        )
        return
    short = shown.shorter(b.agencies)
    cells = [
        (row.code, shown.title(row.title), short(row.agency), row.due_on, left(today, row.due_on),
         shown.status(row.status), shown.counted(row), output.light(row.light))
        for row in (rows if all_ else rows[:FIRST])
    ]  # fmt: skip
    names = ("code", "title", "lead", "due")
    heads = [*(t(f"look.column_{name}") for name in names), t("rounds.column_left")]
    heads += [t(f"look.column_{name}") for name in ("status", "progress", "light")]
    if cells:
        styles = ["red" if row.due_on < today else None for row in rows]
        output.table(heads, cells, right=(6,), styles=styles, cut=(1,), leave=(2, 6, 5, 7, 4))
    late = sum(row.due_on < today for row in rows)
    output.say(t("rounds.due_count", count=len(rows) - late, late=late, within=within))
    _rest(len(cells), len(rows))
    tell(b, agencies, agency)
    calendar_note(today, workdays.add(today, within), *(row.due_on for row in rows))


@app.command(help=t("remind.help_remind"), epilog=t("remind.help_remind_example"))
def remind(
    agency: Annotated[str | None, typer.Option("--agency", "-a", metavar=t("help.metavar_agency"), help=t("remind.help_agency"), show_default=False)] = None,
    folder: Annotated[Path | None, typer.Option("--output", "-o", metavar=t("rounds.metavar_folder"), help=t("remind.help_output"), show_default=False)] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=t("remind.help_dry_run"))] = False,
    json: Json = False,
) -> None:
    from tracker import directory, reminder_text, reminding
    from tracker.cli import output
    from tracker.cli.session import books
    from tracker.errors import RuleError
    from tracker.reminders import gather, record

    with books(write=not dry_run) as b:
        today, office = b.now.today, directory.coordinator(b.agencies)
        only = directory.find(b.agencies, agency).code if agency else None
        found = gather(b, only)
        if found and office is None:
            raise RuleError("report_unsigned")
        made = [] if dry_run else record(b, found)
        above = reminder_text.attention(found, b.agencies, today)
        # Before the transaction ends: what cannot be sent is not recorded as sent.
        files = [] if dry_run or folder is None else _letters(folder, found, above, b.agencies, office, today)
    items = [item for reminder in found for item in reminder.items]
    if json:
        reminders = [
            {
                "agency": each.agency, "by": each.by, "items": [item.as_json() for item in each.items],
                "instructions": [order.as_json() for order in each.instructions],
                "text": reminder_text.message(each, b.agencies, office, today),
            }
            for each in found
        ]  # fmt: skip
        output.as_json({"reminders": reminders, "attention": above, "entries": [e.number for e in made], "files": files, "dry_run": dry_run})
        return
    texts = [reminder_text.message(each, b.agencies, office, today) for each in found] + ([above] if above else [])
    if texts and not files:  # what stands in a file is not told again
        output.out("\n\n".join(texts))
    for name in files:
        output.out(name)
    new = [item for item in items if not item.repeated]
    counts = {level: sum(item.level == level for item in new) for level in reminding.LEVELS}
    key = "remind.nothing" if not found else "remind.dry_run" if dry_run else "remind.recorded"
    output.say(t(key, new=len(new), agencies=len(found), repeated=len(items) - len(new), **counts))
    calendar_note(today, *(item.by for item in items), *(item.due_on for item in items if item.counts_to_due))


def _letters(folder: Path, found, above: str | None, known, office: str | None, today: date) -> list[str]:
    """Write the letters, named as the same letters in PDF are; returns their paths."""
    from tracker import reminder_text
    from tracker.cli import shown
    from tracker.errors import OutputError

    if folder.is_file() or folder.suffix.lower() == ".pdf":
        raise OutputError("remind_not_folder", folder=folder)
    folder.mkdir(parents=True, exist_ok=True)
    names = {each.agency: f"{each.agency}_{shown.agency(known, each.agency)}".replace("/", "-").replace(" ", "-") for each in found}
    texts = {t("remind.file_letter", agency=names[each.agency], day=today): reminder_text.letter(each, known, office, today) for each in found}
    if above:
        texts[t("remind.file_attention", day=today)] = above + "\n"
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [str(folder / name) for name in texts]
