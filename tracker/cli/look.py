"""Looking: list, show, log, status, explain. Everybody may."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.arguments import Json
from tracker.cli.scope import FIRST, Agencies, All, Everybody
from tracker.i18n import t

app = typer.Typer()

Code = Annotated[str, typer.Argument(metavar=t("help.metavar_code"), help=t("help.code_or_words"), show_default=False)]


def _choice(name: str, key: str, metavar: str):
    return typer.Option(*name.split(), metavar=t(f"help.metavar_{metavar}"), help=t(f"help.{key}"), show_default=False)


@app.command("list", help=t("help.list"), epilog=t("help.list_example"))
def list_(
    words_: Annotated[
        list[str] | None, typer.Argument(metavar=t("help.metavar_words"), help=t("help.list_words"), show_default=False)
    ] = None,
    agency: Agencies = None,
    everybody: Everybody = False,
    commitment: Annotated[str | None, _choice("--commitment -c", "list_commitment", "code")] = None,
    status: Annotated[str | None, _choice("--status -s", "list_status", "status")] = None,
    light: Annotated[str | None, _choice("--light -l", "list_light", "light")] = None,
    unnamed: Annotated[bool, typer.Option("--unnamed", help=t("help.list_unnamed"))] = False,
    undated: Annotated[bool, typer.Option("--undated", help=t("help.list_undated"))] = False,
    overdue: Annotated[bool, typer.Option("--overdue", help=t("help.list_overdue"))] = False,
    silent: Annotated[bool, typer.Option("--silent", help=t("help.list_silent"))] = False,
    dropped: Annotated[bool, typer.Option("--dropped", help=t("help.list_dropped"))] = False,
    sort: Annotated[
        str, typer.Option("--sort", metavar=t("help.metavar_sort"), help=t("help.list_sort"), show_default=False)
    ] = "code",
    columns: Annotated[str | None, _choice("--columns", "list_columns", "columns")] = None,
    group_by: Annotated[str | None, _choice("--group-by", "list_group_by", "column")] = None,
    all_: All = False,
    json: Json = False,
    csv: Annotated[bool, typer.Option("--csv", help=t("help.csv"))] = False,
) -> None:
    from dataclasses import replace

    from tracker import scripts, views, words
    from tracker.cli import listing, output
    from tracker.cli.scope import scope, tell
    from tracker.cli.session import books
    from tracker.deeds import lookup

    sort = listing.chosen(sort, listing.SORTS)
    names = listing.columns(columns)
    group = listing.chosen(group_by, listing.GROUPS) if group_by else None
    limit = None if all_ or group or json or csv else FIRST  # who reads data takes it for the whole
    with books() as b:
        # Who names a commitment or searches looks for it wherever it is.
        agencies = scope(b, agency, everybody, narrow=not (words_ or commitment))
        codes, sought = lookup.coded(words_ or (), b.agencies)
        wanted = views.Filter(
            agencies=agencies,
            commitment=commitment,
            status=words.status(status, unreported=True) if status else None,
            light=words.light(light) if light else None,
            unnamed=unnamed,
            undated=undated,
            overdue=overdue,
            silent=silent,
            dropped=dropped,
            words=" ".join(sought),
            named=tuple(codes),
        )
        rows, total = views.deeds(b.connection, b.now.today, wanted, limit, sort)
        if not total and (simplified := scripts.simplified(wanted.words)) != wanted.words:
            wanted = replace(wanted, words=simplified)
            rows, total = views.deeds(b.connection, b.now.today, wanted, limit, sort)
        states = listing.states(b.connection, rows, names)
    told = listing.Told(b.agencies, states, **({"say": str} if json or csv else {}))
    groups = listing.grouped(rows, group, told) if group else []
    if groups:
        rows = [row for _, members in groups for row in members]
    if json:
        counted = {"groups": [{"group": name, "count": len(members)} for name, members in groups]} if group else {}
        output.as_json({"deeds": [row.as_json() for row in rows], "total": total, "agencies": agencies, **counted})
        return
    if csv:
        output.as_csv([listing.heading(name) for name in names], told.cells(rows, names, unknown=""))
        return
    lines: list = []
    styles: list[str | None] = []
    for name, members in groups or [(None, rows)]:
        if name is not None:
            lines += [*([""] if lines else []), t("look.group", name=name, count=len(members))]
            styles += ["bold"] * (len(lines) - len(styles))
        lines += told.cells(members, names)
        styles += [_style(row.light) for row in members]
    if rows:
        listing.show(lines, names, styles)
    output.say(
        t("look.listed", shown=len(rows), total=total)
        if len(rows) == total
        else t("look.listed_first", shown=len(rows), total=total)
    )
    tell(b, agencies, agency)


def _style(light: str) -> str | None:
    return {"red": "red", "yellow": "yellow", "solid_blue": "blue", "hollow_blue": "cyan"}.get(light)


@app.command(help=t("help.show"), epilog=t("help.show_example"))
def show(
    code: Code,
    source: Annotated[bool, typer.Option("--source", help=t("help.show_source"))] = False,
    json: Json = False,
) -> None:
    from tracker import deeds, sources, views
    from tracker.cli import details, output
    from tracker.cli.session import books
    from tracker.deeds import items
    from tracker.errors import NotFound

    with books() as b:
        try:
            deed = deeds.find(b.connection, code)
        except NotFound as problem:
            if not source or problem.key != "errors.deed_is_commitment":
                raise
            _show_announced(b, str(problem.values["code"]), json)
            return
        state = deed.state
        silent = _silent(views.silent_before(b.connection, b.now.today), deed, state)
        merged = [each.deed for each in items.merged_into(b.connection, deed.code)]
        info = details.details(deed, state, b.now.today, silent, merged)
        places = sources.places(b.connection, deed.id)
        quotes = [sources.quote(b.connection, place) for place in places] if source else []
    info["places"] = [place.as_json() for place in places]
    if source:
        info["quotes"] = [quote.as_json() if quote else None for quote in quotes]
    if json:
        output.as_json(info)
        return
    quoted = zip(places, quotes or [None] * len(places), strict=True)
    details.screen(info, b.agencies, [details.place(place, quote, asked=source, known=b.agencies) for place, quote in quoted])


def _show_announced(b, commitment: str, json: bool) -> None:
    """Where a commitment was announced, in its own words."""
    from tracker import sources
    from tracker.cli import details, output

    place = sources.announced(b.connection, commitment)
    quote = sources.quote(b.connection, place)
    if json:
        output.as_json({"commitment": commitment, "places": [place.as_json()], "quotes": [quote.as_json() if quote else None]})
    else:
        output.out(commitment)
        output.out(details.place(place, quote, asked=True, known=b.agencies))


def _silent(since, deed, state) -> bool:
    """As `views.is_silent`, of one deed."""
    from tracker.lifecycle import FINISHED

    if since is None or deed.tracked_from > since[1] or state.standing_status in FINISHED:
        return False
    return state.handed_in_on is None or state.handed_in_on < since[0]


@app.command(help=t("help.log"), epilog=t("help.log_example"))
def log(code: Code, json: Json = False) -> None:
    from tracker import deeds, journal
    from tracker.cli import output, shown
    from tracker.cli.session import books

    with books() as b:
        deed = deeds.find(b.connection, code)
    if json:
        output.as_json({"code": deed.code, "entries": [shown.entry_json(entry) for entry in deed.entries]})
        return
    output.out(f"{deed.code}  {shown.title(deed.state.title.title if deed.state.title else None)}")
    retracted = {entry.about: entry.number for entry in deed.entries if entry.kind == journal.RETRACTION}
    rows, styles = [], []
    for entry in deed.entries:
        what = shown.summary(entry, b.agencies, among=deed.entries)
        if entry.number in retracted:
            what = t("look.retracted", what=what, number=retracted[entry.number])
        rows.append((f"#{entry.number}", entry.effective_on, t(f"words.kind_{entry.kind}"), what, shown.speaker(entry, b.agencies)))
        styles.append("struck" if entry.number in retracted else None)
    heads = [t(f"look.column_{name}") for name in ("number", "day", "kind", "what", "who")]
    output.table(heads, rows, styles=styles)


@app.command(help=t("help.explain"), epilog=t("help.explain_example"))
def explain(
    code: Code, on: Annotated[str | None, _choice("--on", "explain_on", "day")] = None, json: Json = False
) -> None:
    from tracker import deeds, explaining, journal, views, words
    from tracker.cli import output
    from tracker.cli.session import books

    with books() as b:
        deed = deeds.find(b.connection, code)
        day = words.day(on, b.now.today) if on else b.now.today
        state = journal.fold(deed.entries, as_of=day)
        silent = _silent(views.silent_before(b.connection, day), deed, state)
    steps = explaining.steps(state, day, silent)
    if json:
        output.as_json({"code": deed.code, "on": day, "steps": [step.as_json() for step in steps]})
        return
    output.out(t("look.explained", code=deed.code, day=day))
    for step in steps:
        values = {name: _said(name, value) for name, value in step.values.items()}
        mark = "✓" if step.decides else "✗" if step.rule.startswith("rule_") else " "
        rule = step.rule
        if rule.startswith("fact_") and step.values.get("progress") is not None:
            values["progress"] = f"{step.values['progress']}%"
        if str(values.get("behind", "")).startswith("-"):
            rule, values["behind"] = f"{rule}_ahead", values["behind"].removeprefix("-")
        output.out(f"  {mark} {t('explain.' + rule, **values)}")


def _said(name: str, value):
    from tracker.cli import shown

    if name == "status":
        return shown.status(value)
    if name == "progress" and value is None:
        return t("explain.no_progress")
    return t("explain.undecided") if value is None else value
