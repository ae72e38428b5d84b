"""Reports: the brief and its kin."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker import shellwords
from tracker.cli.commands import Group
from tracker.i18n import t
from tracker.reports.apart import drawing

app = typer.Typer(name="report", cls=Group, help=t("reports.help"), no_args_is_help=True)

AsOf = Annotated[str | None, typer.Option("--as-of", metavar=t("help.metavar_day"), help=t("reports.help_as_of"), show_default=False)]
KnownAt = Annotated[str | None, typer.Option("--known-at", metavar=t("reports.metavar_position"), help=t("reports.help_known_at"), show_default=False)]
Lang = Annotated[str | None, typer.Option("--lang", metavar="zh-CN|zh-TW|en", help=t("reports.help_lang"), show_default=False)]
Script = Annotated[str | None, typer.Option("--script", metavar="hans|hant", help=t("reports.help_script"), show_default=False)]
Templates = Annotated[Path | None, typer.Option("--templates", metavar=t("reports.metavar_folder"), help=t("reports.help_templates"), show_default=False)]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar=t("help.metavar_file"), help=t("reports.help_output"), show_default=False)]
Folder = Annotated[Path | None, typer.Option("-o", "--output", metavar=t("reports.metavar_folder"), help=t("reports.help_folder"), show_default=False)]
File = Annotated[Path, typer.Argument(metavar=t("help.metavar_file"), help=t("reports.help_file"), show_default=False)]
Json = Annotated[bool, typer.Option("--json", help=t("help.json"))]


@app.command(help=t("reports.help_brief"), epilog=t("reports.help_brief_example"))
@drawing("brief")
def brief(as_of: AsOf = None, known_at: KnownAt = None, lang: Lang = None, script: Script = None, templates: Templates = None, output: Output = None) -> None:
    facts, choices = _facts(as_of, known_at, lang, script, templates)
    _write("brief", facts, choices, output)


@app.command(help=t("reports.help_agency"), epilog=t("reports.help_agency_example"))
@drawing("agency")
def agency(
    agency: Annotated[str, typer.Argument(metavar=t("help.metavar_agency"), help=t("reports.help_agency_code"), show_default=False)],
    as_of: AsOf = None, known_at: KnownAt = None, lang: Lang = None, script: Script = None, templates: Templates = None, output: Output = None,
) -> None:  # fmt: skip
    from tracker import directory
    from tracker.reports.making import Scope

    facts, choices = _facts(as_of, known_at, lang, script, templates)
    code = directory.find(facts.reading.agencies, agency).code
    _write("agency", facts, choices, output, Scope(code))


@app.command(help=t("reports.help_ledger"), epilog=t("reports.help_ledger_example"))
@drawing("ledger")
def ledger(as_of: AsOf = None, known_at: KnownAt = None, lang: Lang = None, script: Script = None, templates: Templates = None, output: Output = None) -> None:
    from tracker.cli import output as shown
    from tracker.reports import making

    facts, choices = _facts(as_of, known_at, lang, script, templates)
    volumes = making.volumes(facts)
    if len(volumes) == 1:
        _write("ledger", facts, choices, output)
        return
    folder = output.with_suffix("") if output else Path(making.file_name("ledger", facts, choices)).with_suffix("")
    shown.say(t("reports.ledger_in_volumes", rows=making.VOLUME, folder=folder))
    _write_all([("ledger", scope) for scope in volumes], facts, choices, folder)


@app.command(help=t("reports.help_reminder"), epilog=t("reports.help_reminder_example"))
@drawing("reminder")
def reminder(
    agency: Annotated[str | None, typer.Argument(metavar=t("help.metavar_agency"), help=t("reports.help_reminder_code"), show_default=False)] = None,
    as_of: AsOf = None, known_at: KnownAt = None, lang: Lang = None, script: Script = None, templates: Templates = None, output: Output = None,
) -> None:  # fmt: skip
    from tracker import directory
    from tracker.reports.making import Scope

    facts, choices = _facts(as_of, known_at, lang, script, templates)
    code = directory.find(facts.reading.agencies, agency).code if agency else None
    _write("reminder", facts, choices, output, Scope(code))


@app.command("all", help=t("reports.help_all"), epilog=t("reports.help_all_example"))
def all_(as_of: AsOf = None, known_at: KnownAt = None, lang: Lang = None, script: Script = None, templates: Templates = None, output: Folder = None) -> None:
    from tracker.reports import making

    facts, choices = _facts(as_of, known_at, lang, script, templates)
    wanted = [("brief", making.WHOLE), *(("ledger", scope) for scope in making.volumes(facts))]
    wanted += [("agency", making.Scope(code)) for code in facts.addressed]
    folder = output or Path(making.file_name("all", facts, choices)).with_suffix("")
    _write_all(wanted, facts, choices, folder)


@app.command(help=t("reports.help_draft"), epilog=t("reports.help_draft_example"))
@drawing("brief")
def draft(as_of: AsOf = None, known_at: KnownAt = None, lang: Lang = None, script: Script = None, templates: Templates = None, output: Output = None) -> None:
    from dataclasses import replace

    from tracker.cli import output as shown
    from tracker.cli.rounds import tell_left_open
    from tracker.cli.session import books
    from tracker.errors import RuleError
    from tracker.reports import files, making, words

    facts, choices = _facts(as_of, known_at, lang, script, templates)
    if not facts.deeds:
        raise RuleError("issue_of_nothing")
    with books() as b:
        tell_left_open(b, facts.reading.as_of)
    choices = replace(choices, draft=True)
    path = output or Path(making.file_name("brief", facts, choices))
    _check(path)
    text = path.with_suffix(".txt")
    old = words.read(text, making.PLACES).words if text.exists() else {}
    choices = replace(choices, words=old)
    about = making.about("brief", facts, choices)
    places = {place: t(f"reports.place_{place}") for place in making.PLACES}
    with shown.working(t("reports.drawing")):
        room = making.first_page(facts, choices)
        content = making.pdf("brief", facts, choices, room=room)
    files.write(path, content)
    files.write(text, words.written(about, places, old, t("reports.manuscript_advice", file=text.name)).encode())
    if places := room.crowded_by(old):
        shown.say(t("reports.first_page_over", places=places))
    shown.say(t("reports.draft_next", file=shellwords.quote(str(text))))
    shown.out(str(path))


@app.command(help=t("reports.help_issue"), epilog=t("reports.help_issue_example"))
@drawing("brief")
def issue(
    file: Annotated[Path, typer.Argument(metavar=t("help.metavar_file"), help=t("reports.help_manuscript"), show_default=False)],
    templates: Templates = None,
    output: Output = None,
) -> None:
    from importlib.metadata import version

    from tracker import entries
    from tracker.cli import output as shown
    from tracker.cli.rounds import tell_left_open
    from tracker.cli.session import books
    from tracker.errors import BadInput
    from tracker.reports import facts, files, making, register, words

    manuscript = words.read(file, making.PLACES)
    with books() as b:
        register.check(b, manuscript.as_of, manuscript.known_at)
        made = facts.facts(b.connection, manuscript.as_of, manuscript.known_at, b.now.today)
        if made.reading.database != manuscript.database:
            raise BadInput("manuscript_of_another", file=file)
        number = register.next_issue(b)
        later = entries.head(b.connection).number - manuscript.known_at
        tell_left_open(b, manuscript.as_of)
    plain = _choices(manuscript.language, manuscript.script, templates)
    choices = making.Choices(plain.language, plain.script, plain.templates, number, manuscript.words, issued_on=b.now.today)
    path = output or Path(making.file_name("brief", made, choices))
    _check(path)
    fonts: dict[str, dict[str, str]] = {}
    with shown.working(t("reports.drawing")):
        room = making.first_page(made, choices)
        if places := room.crowded_by(choices.words):
            raise BadInput("first_page_over", places=places, file=shellwords.quote(str(file)))
        content = making.pdf("brief", made, choices, fonts=fonts, room=room)
    about = making.about("brief", made, choices) | {"fonts": fonts, "weasyprint": version("weasyprint")}
    with books(write=True) as b:
        register.register(b, made, number, content, path.name, about)
        # Inside the transaction: what cannot be written is not issued.
        files.write(path, content)
    shown.say(t("reports.issued", number=number))
    if later:
        shown.say(t("reports.issued_without", count=later, known_at=manuscript.known_at))
    shown.out(str(path))


@app.command(help=t("reports.help_issued"), epilog=t("reports.help_issued_example"))
def issued(
    number: Annotated[int | None, typer.Argument(metavar=t("reports.metavar_issue"), help=t("reports.help_issue_number"), show_default=False)] = None,
    output: Output = None,
    json: Json = False,
) -> None:
    from tracker.cli import output as shown
    from tracker.cli.session import books
    from tracker.reports import files, register

    if number is not None:
        with books() as b:
            line, content = register.kept(b.connection, number)
        path = output or Path(line.file_name)
        _check(path, content)
        files.write(path, content)
        shown.out(str(path))
        return
    with books() as b:
        lines = register.issued(b.connection)
    if json:
        from dataclasses import asdict

        shown.as_json({"issues": [asdict(line) | {"issued_on": day} for line, day in lines]})
        return
    if not lines:
        shown.say(t("reports.none_issued"))
        return
    rows = [(t("reports.issue", number=line.issue), line.as_of, day, f"#{line.known_at}", line.file_name, line.sha256[:12]) for line, day in lines]
    shown.table([t(f"reports.column_{name}") for name in ("issue", "as_of", "issued_on", "known_at", "file", "sha256")], rows)


@app.command(help=t("reports.help_summary"), epilog=t("reports.help_summary_example"))
def summary(as_of: AsOf = None, known_at: KnownAt = None, lang: Lang = None) -> None:
    from tracker.cli import output
    from tracker.reports.summary import sentences

    facts, choices = _facts(as_of, known_at, lang, None, None)
    for line in sentences(facts, choices.language):
        output.out(line)


@app.command(help=t("reports.help_verify"), epilog=t("reports.help_verify_example"))
def verify(file: File, templates: Templates = None, all_figures: Annotated[bool, typer.Option("--all", help=t("reports.help_verify_all"))] = False, json: Json = False) -> None:
    from tracker.cli import output
    from tracker.cli.session import books
    from tracker.errors import CheckFailed
    from tracker.reports import verifying

    with books() as b, output.working(t("reports.checking")):
        found = verifying.verify(b.connection, file, b.now.today, templates)
    wrong = [finding for finding in found.findings if not finding.same]
    if json:
        output.as_json({
            "agrees": found.agrees,
            "figures": [{"figure": f.id, "printed": f.printed, "recomputed": f.recomputed, "agrees": f.same} for f in found.findings],
            "ledger_agrees": found.ledger, "verdict": found.verdict, "issue": found.issued.issue if found.issued else None,
        })  # fmt: skip
    else:
        rows = [
            (f.id, "–" if f.printed is None else f.printed, "–" if f.recomputed is None else f.recomputed, t("reports.same" if f.same else "reports.differs"))
            for f in (found.findings if all_figures else wrong)
        ]  # fmt: skip
        if rows:
            output.table([t(f"reports.column_{name}") for name in ("figure", "printed", "recomputed", "result")], rows, right=(1, 2))
        output.out(t("reports.verified_figures", n=len(found.findings), same=len(found.findings) - len(wrong)))
        output.out(t("reports.verified_ledger" if found.ledger else "reports.verified_ledger_not"))
        if found.agrees:
            output.out(t(f"reports.verified_{found.verdict}", number=found.issued and found.issued.issue))
    if not found.agrees:
        why = output.said(found.why) if found.why else ""
        raise CheckFailed(f"verdict_{found.verdict}", file=file, number=found.report["issue"], why=why, day=found.report["as_of"])


@app.command(help=t("reports.help_trace"), epilog=t("reports.help_trace_example"))
def trace(
    file: File,
    figure: Annotated[str | None, typer.Argument(metavar=t("reports.metavar_figure"), help=t("reports.help_figure"), show_default=False)] = None,
    json: Json = False,
) -> None:
    from tracker.cli import traces
    from tracker.cli.session import books
    from tracker.reports import tracing

    with books() as b:
        if figure is None:
            found = tracing.carried(b.connection, file, b.now.today)
        else:
            traced = tracing.trace(b.connection, file, figure, b.now.today)
    if figure is None:
        traces.list_figures(found, file, json)
    else:
        traces.show(traced, json)


def _choices(lang: str | None, script: str | None, templates: Path | None):
    from tracker.cli import output
    from tracker.errors import NotFound
    from tracker.reports.making import Choices
    from tracker.reports.templates import unused
    from tracker.reports.voice import chosen

    language = chosen(lang, script)
    if templates is not None and not templates.is_dir():
        raise NotFound("templates_missing", folder=templates)
    if templates is not None and any((found := unused(templates))[0]):
        output.say(t("reports.templates_unused", files=t("look.comma").join(found[0]), names=t("look.comma").join(found[1])))
    return Choices(language, script, templates.resolve() if templates else None)


def _facts(as_of: str | None, known_at: str | None, lang: str | None, script: str | None, templates: Path | None):
    """The facts asked for, and how they are to be shown. The database is closed again before anything is drawn."""
    from dataclasses import replace

    from tracker import entries, words
    from tracker.cli.session import books
    from tracker.reports import facts, reading

    choices = _choices(lang, script, templates)
    with books() as b:
        day = words.day(as_of, b.now.today) if as_of else b.now.today
        position = reading.position(b.connection, known_at, b.now.at)
        earlier = position < entries.head(b.connection).number
        return facts.facts(b.connection, day, position, b.now.today), replace(choices, earlier=earlier)


def _write(kind: str, facts, choices, path: Path | None, scope=None) -> None:
    """Draw a report and move it into place; its path is the last line of data."""
    from tracker.cli import output
    from tracker.reports import files, making

    scope = scope or making.WHOLE
    path = path or Path(making.file_name(kind, facts, choices, scope))
    _check(path)
    with output.working(t("reports.drawing")):
        content = making.pdf(kind, facts, choices, scope)
    files.write(path, content)
    output.out(str(path))


def _check(path: Path, content: bytes | None = None) -> None:
    """Raise OutputError where a report could not be written, would carry another kind's name, or take the place of another file.

    A report may be made again; an issue stays as it was sent, and whatever else stands there is not ours to write over.
    `content` is what is going to be written, where that is known.
    """
    from tracker.errors import BadInput, OutputError
    from tracker.reports import files, reopening

    if path.suffix.lower() not in ("", ".pdf"):
        raise OutputError("output_not_pdf", file=path, other=path.with_suffix(".pdf"))
    files.check(path)
    if not path.is_file() or not path.stat().st_size:
        return
    try:
        there, carried, _ = reopening.read(path)
    except BadInput:
        raise OutputError("output_not_ours", file=path) from None
    if there != content and carried["report"].get("issue") and _issued(there, carried["report"]["database"]):
        raise OutputError("output_is_issued", file=path, number=carried["report"]["issue"])


def _issued(content: bytes, database: str) -> bool:
    """Whether a PDF is in the register, or comes from another database, whose register cannot be asked."""
    from tracker.cli.session import books
    from tracker.database import marks
    from tracker.reports import making, register

    with books() as b:
        return marks(b.connection).get("uid") != database or register.registered(b.connection, making.sha256(content)) is not None


def _write_all(wanted, facts, choices, folder: Path) -> None:
    from tracker.cli import output
    from tracker.reports import many

    with output.progress(t("reports.drawing")) as told:
        done = many.write(wanted, facts, choices, folder, told)
    output.say(t("reports.all_done", n=done))
    output.out(str(folder))
