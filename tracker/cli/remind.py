"""What falls due, and whom the office reminds of what: due, remind."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.arguments import Json, check_folder
from tracker.cli.days import calendar_note, left
from tracker.cli.scope import FIRST, Agencies, All, Everybody
from tracker.i18n import t

app = typer.Typer()

SOON = 5
Within = Annotated[int, typer.Option("--within", metavar="N", min=0, help=t("rounds.help_within"))]


@app.command(help=t("rounds.help_due"), epilog=t("rounds.help_due_example"))
def due(
    within: Within = SOON, agency: Agencies = None, everybody: Everybody = False, all_: All = False, json: Json = False
) -> None:
    from tracker import views, workdays
    from tracker.cli import output, shown
    from tracker.cli.scope import rest, scope, tell
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
    rest(len(cells), len(rows))
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

    check_folder(folder, "remind_not_folder")
    folder.mkdir(parents=True, exist_ok=True)
    names = {each.agency: f"{each.agency}_{shown.agency(known, each.agency)}".replace("/", "-").replace(" ", "-") for each in found}
    texts = {t("remind.file_letter", agency=names[each.agency], day=today): reminder_text.letter(each, known, office, today) for each in found}
    if above:
        texts[t("remind.file_attention", day=today)] = above + "\n"
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [str(folder / name) for name in texts]
