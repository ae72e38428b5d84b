"""Reports: the brief and its kin."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import checking, issuing, printing
from tracker.cli.arguments import check_folder
from tracker.cli.commands import Group
from tracker.cli.printing import AsOf, Folder, KnownAt, Lang, Output, Script, Templates
from tracker.i18n import t
from tracker.reports.apart import drawing

app = typer.Typer(name="report", cls=Group, help=t("reports.help"), no_args_is_help=True)
app.add_typer(issuing.app)
app.add_typer(checking.app)


@app.command(help=t("reports.help_brief"), epilog=t("reports.help_brief_example"))
@drawing("brief")
def brief(as_of: AsOf = None, known_at: KnownAt = None, lang: Lang = None, script: Script = None, templates: Templates = None, output: Output = None) -> None:
    facts, choices = printing.asked(as_of, known_at, lang, script, templates)
    printing.write("brief", facts, choices, output)


@app.command(help=t("reports.help_agency"), epilog=t("reports.help_agency_example"))
@drawing("agency")
def agency(
    agency: Annotated[str, typer.Argument(metavar=t("help.metavar_agency"), help=t("reports.help_agency_code"), show_default=False)],
    as_of: AsOf = None, known_at: KnownAt = None, lang: Lang = None, script: Script = None, templates: Templates = None, output: Output = None,
) -> None:  # fmt: skip
    from tracker import directory
    from tracker.reports.making import Scope

    facts, choices = printing.asked(as_of, known_at, lang, script, templates)
    code = directory.find(facts.reading.agencies, agency).code
    printing.write("agency", facts, choices, output, Scope(code))


@app.command(help=t("reports.help_ledger"), epilog=t("reports.help_ledger_example"))
@drawing("ledger")
def ledger(as_of: AsOf = None, known_at: KnownAt = None, lang: Lang = None, script: Script = None, templates: Templates = None, output: Output = None) -> None:
    from tracker.cli import output as shown
    from tracker.reports import making

    facts, choices = printing.asked(as_of, known_at, lang, script, templates)
    volumes = making.volumes(facts)
    if len(volumes) == 1:
        printing.write("ledger", facts, choices, output)
        return
    folder = output.with_suffix("") if output else Path(making.file_name("ledger", facts, choices)).with_suffix("")
    shown.say(t("reports.ledger_in_volumes", rows=making.VOLUME, folder=folder))
    printing.write_all([("ledger", scope) for scope in volumes], facts, choices, folder)


@app.command(help=t("reports.help_reminder"), epilog=t("reports.help_reminder_example"))
@drawing("reminder")
def reminder(
    agency: Annotated[str | None, typer.Argument(metavar=t("help.metavar_agency"), help=t("reports.help_reminder_code"), show_default=False)] = None,
    as_of: AsOf = None, known_at: KnownAt = None, lang: Lang = None, script: Script = None, templates: Templates = None, output: Output = None,
) -> None:  # fmt: skip
    from tracker import directory
    from tracker.reports.making import Scope

    facts, choices = printing.asked(as_of, known_at, lang, script, templates)
    code = directory.find(facts.reading.agencies, agency).code if agency else None
    printing.write("reminder", facts, choices, output, Scope(code))


@app.command("all", help=t("reports.help_all"), epilog=t("reports.help_all_example"))
def all_(as_of: AsOf = None, known_at: KnownAt = None, lang: Lang = None, script: Script = None, templates: Templates = None, output: Folder = None) -> None:
    from tracker.reports import making

    if output is not None:
        check_folder(output)
    facts, choices = printing.asked(as_of, known_at, lang, script, templates)
    wanted = [("brief", making.WHOLE), *(("ledger", scope) for scope in making.volumes(facts))]
    wanted += [("agency", making.Scope(code)) for code in facts.addressed]
    folder = output or Path(making.file_name("all", facts, choices)).with_suffix("")
    printing.write_all(wanted, facts, choices, folder)


@app.command(help=t("reports.help_summary"), epilog=t("reports.help_summary_example"))
def summary(as_of: AsOf = None, known_at: KnownAt = None, lang: Lang = None) -> None:
    from tracker.cli import output
    from tracker.reports.summary import sentences

    facts, choices = printing.asked(as_of, known_at, lang, None, None)
    for line in sentences(facts, choices.language):
        output.out(line)
