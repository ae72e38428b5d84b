"""Several deeds at once: what would be written to them is shown, old beside new, and agreed to before it is kept.

The commands write first, in a transaction that is rolled back unless all is
agreed; so a preview shows what the rules made of the words, and all faults.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.i18n import t

ASKS_ABOVE = 3


def agreed(written: Sequence, known: dict, yes: bool) -> bool:
    """Ask before more than three deeds (`deeds.Written`) are written to; without a terminal only `yes` agrees.

    Whether they were shown for it. Raises UsageError or typer.Abort.
    """
    if yes or len(written) <= ASKS_ABOVE:
        return False
    from tracker.cli import changes, output
    from tracker.errors import UsageError

    for made in written:
        output.say(f"  {changes.line(made, known)}")
    if not output.interactive():
        raise UsageError("many_need_yes", count=len(written))
    import typer

    typer.confirm(t("plan.sure", count=len(written)), abort=True, err=True)
    return True


def tried(written: Sequence, known: dict, as_json: bool) -> None:
    """What a dry run would write."""
    from tracker.cli import changes, output, shown

    if as_json:
        # Numbers and hashes are those of entries that there are not.
        entries = [shown.entry_json(entry) for made in written for entry in made.entries]
        output.as_json({"entries": [{k: v for k, v in entry.items() if k not in ("number", "uid", "seq")} for entry in entries], "dry_run": True})
        return
    for made in written:
        output.out(changes.line(made, known))
    output.say(t("plan.dry_run", count=len(written)))


def done(written: Sequence, known: dict, as_json: bool, previewed: bool = False) -> None:
    """What was written, deed by deed unless it was shown before, and how much."""
    from tracker.cli import changes, output, shown

    entries = [entry for made in written for entry in made.entries]
    if as_json:
        output.as_json({"entries": [shown.entry_json(entry) for entry in entries]})
        return
    if not entries:
        output.out(t("plan.nothing"))
        return
    for made in () if previewed else written:
        output.out(changes.line(made, known))
    numbers = "–".join(dict.fromkeys(f"#{entry.number}" for entry in (entries[0], entries[-1])))
    output.say(t("plan.written", deeds=len(written), entries=len(entries), numbers=numbers))
