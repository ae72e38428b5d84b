"""The brief on its way out: drafted, issued, and the issues that are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import printing
from tracker.cli.arguments import Json
from tracker.cli.printing import AsOf, KnownAt, Lang, Output, Script, Templates
from tracker.i18n import t
from tracker.reports.apart import drawing

app = typer.Typer()


@app.command(help=t("reports.help_draft"), epilog=t("reports.help_draft_example"))
@drawing("brief")
def draft(as_of: AsOf = None, known_at: KnownAt = None, lang: Lang = None, script: Script = None, templates: Templates = None, output: Output = None) -> None:
    from dataclasses import replace

    from tracker.cli import output as shown
    from tracker.cli.rounds import tell_left_open
    from tracker.cli.session import books
    from tracker.errors import RuleError
    from tracker.reports import files, making, words

    facts, choices = printing.asked(as_of, known_at, lang, script, templates)
    if not facts.deeds:
        raise RuleError("issue_of_nothing")
    with books() as b:
        tell_left_open(b, facts.reading.as_of)
    choices = replace(choices, draft=True)
    path = output or Path(making.file_name("brief", facts, choices))
    printing.check(path)
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
    shown.say(t("reports.draft_next", file=text))
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
    plain = printing.looks(manuscript.language, manuscript.script, templates)
    choices = making.Choices(plain.language, plain.script, plain.templates, number, manuscript.words, issued_on=b.now.today)
    path = output or Path(making.file_name("brief", made, choices))
    printing.check(path)
    fonts: dict[str, dict[str, str]] = {}
    with shown.working(t("reports.drawing")):
        room = making.first_page(made, choices)
        if places := room.crowded_by(choices.words):
            raise BadInput("first_page_over", places=places, file=file)
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
        printing.check(path, content)
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
