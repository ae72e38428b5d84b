"""A report that was made: whether its figures are right, and what is behind one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.arguments import Json
from tracker.cli.printing import Templates
from tracker.i18n import t

app = typer.Typer()

File = Annotated[Path, typer.Argument(metavar=t("help.metavar_file"), help=t("reports.help_file"), show_default=False)]


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
