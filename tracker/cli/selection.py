"""Several deeds at once: named by codes, previewed, and agreed to before anything is written."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.i18n import t

ASKS_ABOVE = 3


def agreed(count: int, yes: bool) -> None:
    """Ask before more than three deeds are written to; without a terminal only `--yes` agrees.

    Raises UsageError or typer.Abort.
    """
    if yes or count <= ASKS_ABOVE:
        return
    from tracker.cli import output
    from tracker.errors import UsageError

    if not output.interactive():
        raise UsageError("many_need_yes", count=count)
    import typer

    typer.confirm(t("plan.sure", count=count), abort=True, err=True)


def preview(deeds: Sequence, what: str) -> None:
    """The deeds that will be written to, one a line, on the screen before asking."""
    from tracker.cli import output, shown

    if len(deeds) <= ASKS_ABOVE:
        return
    for deed in deeds:
        state = deed.state
        output.say(f"  {deed.code}  {shown.title(state.title.title if state.title else None)}  {what}")


def preview_all(deeds: Sequence) -> None:
    """The deeds that would be written to, as data."""
    from tracker.cli import output, shown

    for deed in deeds:
        state = deed.state
        output.out(f"{deed.code}  {shown.title(state.title.title if state.title else None)}")
    output.say(t("plan.dry_run", count=len(deeds)))
