"""What an agency does: report progress, name items."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.i18n import t

app = typer.Typer()

Code = Annotated[str, typer.Argument(metavar=t("help.metavar_code"), help=t("help.code"), show_default=False)]
On = Annotated[str | None, typer.Option("--on", metavar=t("help.metavar_day"), help=t("help.on"), show_default=False)]
Json = Annotated[bool, typer.Option("--json", help=t("help.json"))]


def option(name: str, key: str, metavar: str = "text", **more):
    return typer.Option(*name.split(), metavar=t(f"help.metavar_{metavar}"), help=t(f"help.{key}"), show_default=False, **more)


@app.command(help=t("help.update"), epilog=t("help.update_example"))
def update(
    code: Code,
    status: Annotated[str | None, option("--status -s", "update_status", "status")] = None,
    progress: Annotated[str | None, option("--progress -p", "update_progress", "percent")] = None,
    note: Annotated[str | None, option("--note -n", "update_note")] = None,
    difficulty: Annotated[str | None, option("--difficulty", "update_difficulty")] = None,
    stage: Annotated[str | None, option("--stage", "update_stage")] = None,
    ask: Annotated[str | None, option("--ask", "update_ask")] = None,
    ask_of: Annotated[str | None, option("--ask-of", "update_ask_of", "agency")] = None,
    expected: Annotated[str | None, option("--expected", "update_expected", "day")] = None,
    quantity: Annotated[str | None, option("--quantity -q", "update_quantity", "number")] = None,
    reason: Annotated[str | None, option("--reason", "update_reason")] = None,
    approval: Annotated[str | None, option("--approval", "update_approval", "document")] = None,
    on: On = None,
    json: Json = False,
) -> None:
    from tracker import words
    from tracker.cli import shown
    from tracker.cli.session import books
    from tracker.deeds.reporting import report

    with books(write=True) as open_books:
        today = open_books.now.today
        written = report(
            open_books,
            code,
            status=words.status(status) if status else None,
            progress=words.percent(progress) if progress else None,
            quantity=words.number(quantity) if quantity else None,
            words=note,
            difficulty=difficulty,
            stage=stage,
            ask=ask,
            ask_of=ask_of,
            expected_on=words.day(expected, today) if expected else None,
            on=words.day(on, today) if on else None,
            reason=reason,
            approval=approval,
        )
    shown.written(open_books, written, json)


@app.command(help=t("help.name"), epilog=t("help.name_example"))
def name(
    code: Code,
    title: Annotated[str, typer.Argument(metavar=t("help.metavar_title"), help=t("help.title"), show_default=False)],
    on: On = None,
    json: Json = False,
) -> None:
    from tracker import words
    from tracker.cli import shown
    from tracker.cli.session import books
    from tracker.deeds import naming

    with books(write=True) as open_books:
        day = words.day(on, open_books.now.today) if on else None
        written = naming.name(open_books, code, title, on=day)
    shown.written(open_books, written, json)
