"""What an agency does: report progress, confirm, take back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from tracker.cli import remarks
from tracker.cli.arguments import Codes, DryRun, Json, On, Yes, option
from tracker.i18n import t

app = typer.Typer()

Note = Annotated[str | None, option("--note -n", "update_note")]
Difficulty = Annotated[str | None, option("--difficulty -d", "update_difficulty")]
Stage = Annotated[str | None, option("--stage", "update_stage")]
Ask = Annotated[str | None, option("--ask", "update_ask")]
AskOf = Annotated[str | None, option("--ask-of", "update_ask_of", "agency")]
Expected = Annotated[str | None, option("--expected", "update_expected", "day")]
Quantity = Annotated[str | None, option("--quantity -q", "update_quantity", "number")]
Reason = Annotated[str | None, option("--reason", "update_reason")]
Approval = Annotated[str | None, option("--approval", "update_approval", "document")]
Progress = Annotated[str | None, option("--progress -p", "update_progress", "percent")]
Evidence = Annotated[list[Path] | None, option("--evidence", "with_evidence", "file")]


_MAY_BE_EMPTY = ("status", "progress", "quantity", "expected_on", "on", "stage", "difficulty")
"""Facts that are refused where nothing stands for them, and texts that hold on until they are said to be none."""


def _report(codes: list[str], given: dict[str, Any], evidence: list[Path] | None, yes: bool, json: bool) -> None:
    """Report the same of every deed meant by `codes`, all or none; asks on a terminal if nothing is given."""
    from tracker import deeds, words
    from tracker import evidence as files
    from tracker.cli import output, selection
    from tracker.cli.session import books
    from tracker.deeds.reporting import report
    from tracker.deeds.together import each
    from tracker.errors import UsageError
    from tracker.plaintext import none

    _check_codes(codes)
    given = {name: word if name in _MAY_BE_EMPTY or word is None or word.strip() else None for name, word in given.items()}
    if not evidence and not any(value is not None for name, value in given.items() if name != "on"):
        with books() as b:
            chosen = deeds.select_deeds(b.connection, codes)
        if len(chosen) != 1 or not output.interactive():
            raise UsageError("nothing_said", code=codes[0])
        from tracker.cli import dialogue

        seq = chosen[0].state.seq
        if (answers := dialogue.asked(b, chosen[0], given)) is None:
            output.say(t("look.nothing_changed"))
            _confirm(codes, None, given.get("on"), yes, json, shown=seq)
            return
        given, evidence = {**answers[0], "shown": seq}, answers[1]
    said: list[str] = []

    def run(b) -> list:
        today = b.now.today
        read = {
            "status": words.status,
            "progress": words.percent,
            "quantity": lambda word: words.quantity(word)[0],
            "expected_on": lambda word: None if none(word) else words.day(word, today),
            "on": lambda word: words.day(word, today),
        }
        values = {name: read[name](word) if name in read and word is not None else word for name, word in given.items()}
        if given.get("quantity"):
            values["unit"] = words.quantity(given["quantity"])[1]
        if none(given.get("expected_on") or ""):
            values["cleared"] = ("expected_on",)
        said[:] = [*remarks.counting(b, values["on"]), *remarks.stranger(b.agencies, given.get("ask_of"))]
        kept = files.take(b.connection, evidence or ())
        return each(deeds.select_deeds(b.connection, codes), lambda deed: report(b, deed.code, evidence=kept, **values))

    _result(*selection.entered(run, yes), json, said)


def _check_codes(codes: list[str]) -> None:
    """A status or a percentage among the codes stands there for want of its option. Raises UsageError with the command meant."""
    import re

    from tracker import shellwords, words
    from tracker.errors import UsageError

    statuses = words.status_words()
    found: dict[str, list[str]] = {"-s": [], "-p": [], "-n": [], "": []}
    for word in codes:
        plain = word.strip().lower()
        of = "-s" if plain in statuses else "-p" if re.fullmatch(r"\d{1,3}\s?[%％]?", plain) else "" if re.search(r"\d", word) else "-n"
        found[of].append(word)
    if found["-s"] or found["-p"]:
        options = [part for option in ("-s", "-p", "-n") for word in found[option][:1] for part in (option, word)]
        raise UsageError("option_forgotten", words=tuple(found["-s"] + found["-p"]), again=shellwords.join(["deeds", "update", *(found[""] or [t("help.metavar_code")]), *options]))


def _result(b, written: list, previewed: bool, json: bool, said: list[str]) -> None:
    from tracker.cli import changes, output, selection

    selection.result(b, written, json, previewed)
    overlooked = changes.overlooked((made.before.progress, made.entry) for made in written if made.entries)
    for each in () if json else (*said, *remarks.odd(written), *overlooked):
        output.say(each)


@app.command(help=t("help.update"), epilog=t("help.update_example"))
def update(
    codes: Codes,
    status: Annotated[str | None, option("--status -s", "update_status", "status")] = None,
    progress: Progress = None,
    note: Note = None,
    difficulty: Difficulty = None,
    stage: Stage = None,
    ask: Ask = None,
    ask_of: AskOf = None,
    expected: Expected = None,
    quantity: Quantity = None,
    reason: Reason = None,
    approval: Approval = None,
    evidence: Evidence = None,
    on: On = None,
    yes: Yes = False,
    json: Json = False,
) -> None:
    given = {
        "status": status, "progress": progress, "words": note, "difficulty": difficulty, "stage": stage, "ask": ask,
        "ask_of": ask_of, "expected_on": expected, "quantity": quantity, "reason": reason, "approval": approval, "on": on,
    }  # fmt: skip
    _report(codes, given, evidence, yes, json)


@app.command(help=t("help.start"), epilog=t("help.start_example"))
def start(
    codes: Codes,
    note: Note = None,
    progress: Progress = None,
    quantity: Quantity = None,
    on: On = None,
    yes: Yes = False,
    json: Json = False,
) -> None:
    _report(codes, {"status": "in_progress", "progress": progress, "quantity": quantity, "words": note, "on": on}, None, yes, json)


@app.command(help=t("help.complete"), epilog=t("help.complete_example"))
def complete(
    codes: Codes,
    note: Note = None,
    quantity: Quantity = None,
    evidence: Evidence = None,
    on: On = None,
    yes: Yes = False,
    json: Json = False,
) -> None:
    _report(codes, {"status": "completed", "quantity": quantity, "words": note, "on": on}, evidence, yes, json)


@app.command(help=t("help.block"), epilog=t("help.block_example"))
def block(
    codes: Codes,
    difficulty: Annotated[str | None, option("--difficulty -d", "block_difficulty")] = None,
    ask: Ask = None,
    ask_of: AskOf = None,
    expected: Expected = None,
    on: On = None,
    yes: Yes = False,
    json: Json = False,
) -> None:
    from tracker.cli import output

    if difficulty is None and output.interactive():
        difficulty = _asked_why(codes)
    given = {"status": "blocked", "difficulty": difficulty, "ask": ask, "ask_of": ask_of, "expected_on": expected, "on": on}
    _report(codes, given, None, yes, json)


def _asked_why(codes: list[str]) -> str:
    """The difficulty, asked for once it is known that the deeds may be reported on."""
    from tracker import access, deeds
    from tracker.cli import dialogue
    from tracker.cli.session import books

    with books() as b:
        for deed in deeds.select_deeds(b.connection, codes):
            access.require(b.actor, "report", deed.code, deed.lead)
    return dialogue.needed("difficulty")


@app.command(help=t("help.confirm"), epilog=t("help.confirm_example"))
def confirm(codes: Codes, note: Note = None, on: On = None, yes: Yes = False, json: Json = False) -> None:
    _confirm(codes, note, on, yes, json)


def _confirm(codes: list[str], note: str | None, on: str | None, yes: bool, json: bool, shown: int | None = None) -> None:
    """Confirm that nothing has changed for every deed meant by `codes`, all or none."""
    from tracker import deeds, words
    from tracker.cli import selection
    from tracker.deeds import reporting
    from tracker.deeds.together import each

    said: list[str] = []
    left_out: list[str] = []

    def run(b) -> list:
        day = words.day(on, b.now.today) if on else None
        said[:] = remarks.counting(b, day)
        meant, reasons = deeds.select_deeds(b.connection, codes), ("unreported", "finished", "rejected")
        chosen, left_out[:] = selection.worthwhile(meant, codes, reporting.nothing_to_confirm, reasons, "nothing_to_confirm_of")
        return each(chosen, lambda deed: reporting.confirm(b, deed.code, on=day, words=note, shown=shown))

    _result(*selection.entered(run, yes, lambda written: left_out), json, said)


@app.command(help=t("help.undo"), epilog=t("help.undo_example"))
def undo(
    codes: Annotated[
        list[str] | None, typer.Argument(metavar=t("help.metavar_codes"), help=t("help.codes"), show_default=False)
    ] = None,
    entry: Annotated[str | None, option("--entry", "undo_entry", "entry")] = None,
    form: Annotated[str | None, option("--form", "undo_form", "file")] = None,
    reason: Annotated[str | None, option("--reason", "plan_reason")] = None,
    approval: Annotated[str | None, option("--approval", "plan_approval", "document")] = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    from tracker import deeds, words
    from tracker.cli import output, selection, shown
    from tracker.deeds import retracting, together
    from tracker.errors import UsageError

    number = None if entry is None else words.entry_number(entry)
    if bool(codes or number is not None) == bool(form):
        raise UsageError("undo_which")

    made, known = [], []

    def run(b) -> list:
        if form:
            from tracker.intake.recalling import recall

            written = recall(b, form, reason=reason, approval=approval)
        else:
            found = deeds.select_deeds(b.connection, codes) if codes else [retracting.deed_of(b, number)]
            if number is not None and len(found) != 1:
                raise UsageError("undo_one_entry", number=number)
            written = together.each(found, lambda deed: retracting.retract(b, deed.code, number, reason=reason, approval=approval))
        known[:] = deeds.find(b.connection, written[0].entry.deed).entries if len(written) == 1 else ()
        made[:] = written
        return written

    b, _ = selection.carried_out(run, yes, dry_run, json, single=True)
    if known and not json:
        gone = next(each for each in known if each.number == made[0].entry.about)
        what, kind, agency = shown.summary(gone, b.agencies, among=known), t(f"words.kind_{gone.kind}"), shown.agency(b.agencies, gone.agency)
        output.say(t("look.taken_back", kind=kind, agency=agency, day=gone.effective_on, what=what or "–"))
        output.say(t("look.holds_again", what=shown.holding(made[0].after, b.agencies)))
        if retracting.carried_out(gone):
            output.say(t("look.waits_again", number=gone.about))
