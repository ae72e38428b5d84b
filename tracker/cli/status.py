"""Everything on one screen."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.i18n import t

app = typer.Typer()


@app.command(help=t("help.status"), epilog=t("help.status_example"))
def status(
    as_of: Annotated[str | None, typer.Option("--as-of", metavar=t("help.metavar_day"), help=t("reports.help_as_of"), show_default=False)] = None,
    json: Annotated[bool, typer.Option("--json", help=t("help.json"))] = False,
) -> None:
    from tracker import database, lifecycle, rounds, shapes, words
    from tracker.cli import output, shown
    from tracker.cli.session import books
    from tracker.reports import overview, reading

    with books() as b:
        day = words.day(as_of, b.now.today) if as_of else b.now.today
        if day != b.now.today:
            reading.check_day(b.connection, day, b.now.today)
        found = overview.overview(b.connection, day, b.agencies)
        marks = database.marks(b.connection)
        round_ = rounds.open_now(b.connection) if day == b.now.today else None
    if json:
        output.as_json(
            {**found.as_json(), "simulated": "simulated" in marks, "round": round_.as_json() if round_ else None}
        )
        return
    mark = t("look.simulated") if "simulated" in marks else ""
    output.out(t("look.status_title", day=found.today) + mark)
    names = ("announced", "deeds", "named", "dated", "reported", "completed", "verified", "silent")
    heads = [t("look.column_lead")] + [t(f"look.column_{name}") for name in names]
    heads += [f"{shapes.SHAPES[c]}{t(f'words.colour_{c}')}" for c in lifecycle.COLOURS]

    def row(line, name):
        return [name, *(getattr(line, n) for n in names), *(line.lights[c] or "·" for c in lifecycle.COLOURS)]

    rows = [row(line, shown.agency(b.agencies, line.agency)) for line in found.lines]
    rows.append(row(found.total, t("look.total")))
    narrow = not output.fits(heads, rows)
    if narrow:
        kept = [0, *(place for place in range(1, len(heads)) if any(line[place] not in (0, "·") for line in rows))]
        heads, rows = [heads[place] for place in kept], [[line[place] for place in kept] for line in rows]
    output.table(heads, rows, right=range(1, len(heads)), styles=[None] * len(found.lines) + ["bold"])
    if narrow:
        output.say(t("look.status_narrow"))
    if round_:
        output.out(t("look.status_round", key=round_.key, by=round_.closes_on))
    waiting = [
        t(f"look.status_{name}", count=count)
        for name, count in (("verify", found.to_verify), ("proposals", found.proposals), ("dropped", found.dropped), ("instructions", found.instructions))
        if count
    ]  # fmt: skip
    if found.late_instructions:
        waiting.append(t("look.status_late", count=found.late_instructions))
    if waiting:
        output.out(t("look.list_joint").join(waiting))
