"""Several deeds at once: what would be written to them is shown, old beside new, and agreed to before it is kept.

The commands write first, in a transaction that is rolled back unless all is
agreed; so a preview shows what the rules made of the words, and all faults.
Nobody else waits for the answer: what was shown is written a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

from tracker.i18n import t

ASKS_ABOVE = 3
TOGETHER = 10
"""More deeds than this to which the same happens are shown in one line."""


class _Undecided(Exception):
    """Rolls back what is to be asked about."""


def entered(
    run: Callable[[Any], Sequence], yes: bool, notes: Callable[[Sequence], Iterable[str]] = lambda written: ()
) -> tuple[Any, Sequence, bool]:
    """Write what `run` writes (books → `deeds.Written`s): the books, what was written, and whether it was shown before.

    More than three deeds are asked about; without a terminal only `yes` agrees.
    `notes` are said beforehand. Raises UsageError, typer.Abort, and Conflict
    where another outcome than the one shown would be written.
    """
    from tracker.cli import changes, output
    from tracker.cli.session import books
    from tracker.errors import Conflict, UsageError

    try:
        with books(write=True) as b:
            written = run(b)
            for note in notes(written):
                output.say(note)
            if sum(bool(made.entries) for made in written) > ASKS_ABOVE and not yes:
                raise _Undecided
        return b, written, False
    except _Undecided:
        pass

    def worded(written: Sequence) -> list[tuple[str, str, str]]:
        return [changes.line(made, b.agencies) for made in written if made.entries]

    lines = worded(written)
    for line in _together(lines):
        output.say(f"  {line}")
    if not output.interactive():
        raise UsageError("many_need_yes", count=len(lines))
    if not output.agreed(t("plan.sure", count=len(lines))):
        import typer

        output.say(t("plan.not_agreed"))
        raise typer.Abort
    with books(write=True) as b:
        written = run(b)
        if worded(written) != lines:
            raise Conflict("written_meanwhile")
    return b, written, True


def worthwhile(meant: Sequence, codes: Sequence[str], why_not: Callable[[Any], str | None], reasons: Sequence[str], refusal: str) -> tuple[list, list[str]]:
    """The deeds of those `meant` by `codes` to which something is to be done, and what to say of the others, counted by reason.

    Of a range, a commitment or an agency those are left out for which there is
    one of the `reasons`; a deed by its own code is done as typed. Raises the
    `refusal` where none is left.
    """
    from tracker.deeds.lookup import named
    from tracker.errors import RuleError

    typed = named(codes)
    why = {deed.code: why_not(deed) for deed in meant if deed.code not in typed}
    counts = {reason: sum(each == reason for each in why.values()) for reason in reasons}
    chosen = [deed for deed in meant if not why.get(deed.code)]
    if not chosen:
        raise RuleError(refusal, code=codes[0], count=len(meant), **counts)
    parts = t("look.list_joint").join(t(f"plan.left_{reason}", count=count) for reason, count in counts.items() if count)
    return chosen, [t("plan.left_out", count=sum(counts.values()), parts=parts)] if parts else []


def _together(lines: Sequence[tuple[str, str, str]]) -> Iterable[str]:
    """Lines of (code, name, change), aligned; neighbours of one commitment to which the same happens, and are many, in one."""
    from tracker.cli import layout
    from tracker.deeds.together import spans

    made: list[tuple[str, str, str]] = []
    for (_, change), found in groupby(lines, key=lambda line: (line[0].rpartition("-")[0], line[2])):
        group = list(found)
        if len(group) > TOGETHER:
            group = [(t("look.comma").join(spans(code for code, _, _ in group)), t("plan.many", count=len(group)), change)]
        made += group
    widths = [max((layout.columns(line[place]) for line in made), default=0) for place in (0, 1)]
    for code, name, change in made:
        cells = ((code, widths[0]), (name, widths[1]))
        yield "  ".join([*(cell + " " * (width - layout.columns(cell)) for cell, width in cells if width), change])


def carried_out(
    run: Callable[[Any], Sequence], yes: bool, dry_run: bool, as_json: bool,
    notes: Callable[[Sequence], Iterable[str]] = lambda written: (), single: bool = False,
) -> tuple[Any, Sequence]:  # fmt: skip
    """Write what `run` writes, as `entered`, or only try it, and say what came of it: of one deed in full if `single`.

    Returns the books and what was written.
    """
    if dry_run:
        from tracker.cli import output
        from tracker.cli.session import books

        with books(write=True) as b, b.tentative(undo=True):
            written = run(b)
        tried(written, b.agencies, as_json)
        for note in () if as_json else notes(written):
            output.say(note)
        return b, ()
    b, written, previewed = entered(run, yes, (lambda made: ()) if as_json else notes)
    (result if single else done)(b, written, as_json, previewed)
    return b, written


def result(b, written: Sequence, as_json: bool, previewed: bool = False) -> None:
    """What was written: to one deed in full, to several deed by deed."""
    from tracker.cli import shown

    if len(written) == 1:
        shown.written(b, written[0], as_json)
    else:
        done(b, written, as_json, previewed)


def tried(written: Sequence, known: dict, as_json: bool) -> None:
    """What a dry run would write."""
    from tracker.cli import changes, output, shown

    if as_json:
        # Numbers and hashes are those of entries that there are not.
        entries = [shown.entry_json(entry) for made in written for entry in made.entries]
        output.as_json({"entries": [{k: v for k, v in entry.items() if k not in ("number", "uid", "seq")} for entry in entries], "dry_run": True})
        return
    lines = [changes.line(made, known) for made in written if made.entries]
    for line in _together(lines):
        output.out(line)
    output.say(t("plan.dry_run", count=len(lines)) if lines else t("plan.nothing"))


def done(b, written: Sequence, as_json: bool, previewed: bool = False) -> None:
    """What was written, deed by deed unless it was shown before, and how much."""
    from tracker.cli import changes, output, shown

    entries = [entry for made in written for entry in made.entries]
    if as_json:
        output.as_json({"entries": [shown.entry_json(entry) for entry in entries]})
        return
    if not entries:
        output.out(t("plan.nothing"))
        return
    for line in _together([] if previewed else [changes.line(made, b.agencies) for made in written if made.entries]):
        output.out(line)
    numbers = "–".join(dict.fromkeys(f"#{entry.number}" for entry in (entries[0], entries[-1])))
    output.say(t("plan.written", deeds=len({entry.deed for entry in entries}), entries=len(entries), numbers=numbers))
