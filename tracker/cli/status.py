"""Everything on one screen."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from tracker.cli.arguments import Json
from tracker.i18n import t

app = typer.Typer()

NAMES = ("announced", "deeds", "named", "dated", "reported", "completed", "verified", "silent")
COUNTS = NAMES[2:]
LONG = 20
# The columns that a narrow window leaves out, after those in which there is nothing.
LEAST = ("announced", "none", "completed", "named", "verified", "dated", "solid_blue", "hollow_blue", "reported", "silent", "green", "grey", "yellow", "red", "lead")


@app.command(help=t("help.status"), epilog=t("help.status_example"))
def status(
    as_of: Annotated[str | None, typer.Option("--as-of", metavar=t("help.metavar_day"), help=t("reports.help_as_of"), show_default=False)] = None,
    json: Json = False,
) -> None:
    from tracker import database, lifecycle, rounds, shapes, standings, words
    from tracker.cli import layout, output, shown
    from tracker.cli.days import left
    from tracker.cli.session import books
    from tracker.reports import overview, reading

    with books() as b:
        day = words.day(as_of, b.now.today) if as_of else b.now.today
        if day != b.now.today:
            reading.check_day(b.connection, day, b.now.today)
        found = overview.overview(b.connection, day, b.agencies)
        marks = database.marks(b.connection)
        known = rounds.register(b.connection) if day == b.now.today else []
        round_ = next((each for each in known if each.is_open), None)
        last = next((each for each in known if not each.is_open), None)
        late = standings.late(b.connection, last) if last else 0
    if json:
        output.as_json(
            {**found.as_json(), "simulated": "simulated" in marks, "round": round_.as_json() if round_ else None, "late": late}
        )
        return
    mark = t("look.simulated") if "simulated" in marks else ""
    output.out(t("look.status_title", day=found.today) + mark)
    output.out(_origin(found.origin))
    back = t("look.status_sent_back", count=found.total.sent_back) if found.total.sent_back else ""
    output.out(t("look.status_totals", back=back, **{name: getattr(found.total, name) for name in COUNTS}))
    if round_ and not round_.begun(found.today):
        output.out(t("look.status_round_coming", key=round_.key, opens=round_.opens_on, by=round_.closes_on))
    elif round_:
        output.out(t("look.status_round", key=round_.key, by=round_.closes_on, left=left(found.today, round_.closes_on)))
    if late:
        output.out(t("look.status_filed_late", key=last.key, count=late))
    waiting = [
        t(f"look.status_{name}", count=count)
        for name, count in (("verify", found.to_verify), ("proposals", found.proposals), ("instructions", found.instructions), ("late", found.late_instructions))
        if count
    ]  # fmt: skip
    if waiting:
        output.out(t("look.list_joint").join(waiting))
    output.out()
    _by_agency(found, b.agencies)
    for line in _moved(found, b.agencies):
        output.out(line)
    lights = [f"{shapes.SHAPES[colour]} {t(f'words.light_{colour}')}" for colour in lifecycle.COLOURS]
    for line in layout.filled(lights, t("look.gap"), output.window()):
        output.say(line)
    shown.office_open(b.agencies)


def _origin(origin) -> str:
    """How the announced number became the tracked one, with every term that is not 0."""
    terms = [t(f"look.origin_{name}", count=getattr(origin, name)) for name in ("added", "dropped", "merged", "unlinked") if getattr(origin, name)]
    return t("look.origin", announced=origin.announced, terms="".join(terms), deeds=origin.deeds)


def _moved(found, known: dict) -> list[str]:
    """Why an agency leads more or fewer deeds than it announced, where it took some over or handed some over."""
    from tracker.cli import layout, output, shown

    said = [
        t(f"look.{name}", agency=shown.agency(known, line.agency), count=getattr(line, name))
        for line in found.lines for name in ("handed_over", "taken_over") if getattr(line, name)
    ]  # fmt: skip
    return layout.filled([t("look.status_moved"), *said], t("look.gap"), output.window()) if said else []


_KIND = re.compile(r"(?:Department|Administration|Bureau|Commission|Office) (?:of|for) (?:the )?")


def _by_agency(found, known: dict) -> None:
    """A line an agency. In a narrow window columns of nothing go first, then those that the totals or others tell best."""
    from tracker import lifecycle, shapes
    from tracker.cli import layout, output, shown

    short = shown.shorter(known)
    names = {line.agency: short(line.agency) for line in found.lines}
    long = any(layout.columns(name) > LONG for name in names.values())
    if long:  # what is left of a long name tells little, least of all its “Department of”
        names = {code: f"{code:<5} {_KIND.sub('', name)}" for code, name in names.items()}

    def row(line, name: str) -> list:
        return [name, *(getattr(line, n) for n in NAMES), *(line.lights[c] or "·" for c in lifecycle.COLOURS)]

    keys = ("lead", *NAMES, *lifecycle.COLOURS)
    heads = [t(f"look.column_{name}") for name in keys[: len(NAMES) + 1]]
    heads += [f"{shapes.SHAPES[c]}{t(f'words.colour_{c}')}" for c in lifecycle.COLOURS]
    short = [t("look.column_lead"), *(t(f"look.short_{name}") for name in NAMES)]
    short += [f"{shapes.SHAPES[c]}{t(f'look.short_{c}')}" for c in lifecycle.COLOURS]
    rows = [row(line, names[line.agency]) for line in found.lines]
    total = row(found.total, t("look.total"))
    empty = [name for name, value in zip(keys, total, strict=True) if value in (0, "·")]
    leave = list(dict.fromkeys((*empty, *LEAST)))
    output.table(
        heads, [*rows, total], right=range(1, len(heads)), styles=[None] * len(rows) + ["bold"],
        cut=(0,) if long else (), leave=[keys.index(name) for name in leave], short=short,
    )  # fmt: skip
