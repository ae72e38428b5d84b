"""The other doors: handout, handin, take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.arguments import DryRun, Json, check_folder
from tracker.i18n import t

if TYPE_CHECKING:
    from tracker.errors import DeedsError
    from tracker.intake.handin import HandedIn
    from tracker.intake.tables import Problem

app = typer.Typer()

SHOWN, LONGEST = 50, 300
"""How many rows are shown of many, and how many characters of a long one."""
_SIGNS = {"add": "+", "change": "~", "confirm": "=", "unchanged": " ", "repeated": " "}


def _option(name: str, key: str, metavar: str):
    return typer.Option(*name.split(), metavar=t(f"help.metavar_{metavar}"), help=t(f"help.{key}"), show_default=False)


@app.command(help=t("help.handout"), epilog=t("help.handout_example"))
def handout(
    folder: Annotated[Path, _option("--output -o", "handout_folder", "folder")],
    agency: Annotated[str | None, _option("--agency -a", "handout_agency", "agency")] = None,
    json: Json = False,
) -> None:
    from tracker import access, directory, i18n
    from tracker.cli import output
    from tracker.cli.session import books
    from tracker.errors import NotFound, OutputError
    from tracker.intake.handout import agencies_with_deeds, hand_out

    check_folder(folder)
    catalogue = i18n.Catalogue(i18n.language())
    with books(door="sheet", what="handing_out") as b:
        having = agencies_with_deeds(b)
        if agency:
            wanted = [directory.find(b.agencies, agency).code]
        else:
            wanted = [b.actor.agency] if b.actor.role == access.CLERK else having
        if missing := next((code for code in wanted if code not in having), None):
            raise NotFound("handout_nothing", agency=b.agencies[missing].name)
        forms = []
        for code in wanted:
            b.tell(len(forms), len(wanted))
            forms.append(hand_out(b, code, catalogue))
        b.tell(len(forms), len(wanted))
    if there := next((folder / form.file for form in forms if (folder / form.file).exists()), None):
        raise OutputError("handout_exists", file=there)
    folder.mkdir(parents=True, exist_ok=True)
    for form in forms:
        half = folder / f".{form.file}.half"
        half.write_bytes(form.content)
        half.replace(folder / form.file)
    if json:
        output.as_json(
            {
                "forms": [
                    {"agency": f.agency, "number": f.number, "file": str(folder / f.file), "deeds": f.deeds}
                    for f in forms
                ]
            }
        )
        return
    for form in forms:
        output.out(str(folder / form.file))
    output.say(t("intake.handed_out", forms=len(forms), deeds=sum(form.deeds for form in forms)))


@app.command(help=t("help.handin"), epilog=t("help.handin_example"))
def handin(
    files: Annotated[
        list[Path], typer.Argument(metavar=t("help.metavar_files"), help=t("help.handin_files"), show_default=False)
    ],
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    from tracker.cli import output
    from tracker.cli.session import typed
    from tracker.errors import DatabaseError, DeedsError

    outcomes: list[dict[str, Any]] = []
    faults: list[str] = []
    errors: list[DeedsError] = []
    accepted: list[tuple[HandedIn, dict, Path]] = []
    faulty: list[Path] = []
    try:
        with output.progress(t("look.handing_in")) as tell:  # one bar over all the files
            for place, file in enumerate(files):
                tell(place, len(files))
                try:
                    handed, agencies = _one(file, dry_run, _part(tell, place, len(files)))
                except DatabaseError:
                    raise
                except DeedsError as error:
                    found = [output.said(error)]
                    errors.append(error)
                    outcomes.append(
                        {"file": str(file), "rows": [], "problems": [{"place": None, "error": error.key, "what": found[0]}]}
                    )
                else:
                    found = [_at(handed.file, problem) for problem in handed.problems]
                    errors += (problem.error for problem in handed.problems)
                    outcomes.append(_as_json(handed))
                    accepted.append((handed, agencies, file))
                faults += found
                faulty += [file] if found else []
            tell(len(files), len(files))
    finally:
        for each in accepted if not json else ():  # what was written is told, whatever stopped the rest
            _show(*each[:2], dry_run, each[2])
    if json:
        output.as_json({"files": outcomes, "dry_run": dry_run})
    if faults:
        again = typed(*(str(file) for _, _, file in accepted if file not in faulty))
        raise _refusal("handin_refused", faults, errors, files=len(faulty), again=again)


def _refusal(key: str, faults: Sequence[str], errors: Sequence[DeedsError], **values: Any) -> DeedsError:
    """The error of a door that wrote nothing; where all that is wrong is who asks, it ends as a refusal does anywhere."""
    from tracker.errors import BadInput, NotAllowed

    refusal = BadInput(key, problems=tuple(faults), count=len(faults), **values)
    if all(isinstance(error, NotAllowed) for error in errors):
        refusal.exit_code = NotAllowed.exit_code
    return refusal


def _part(tell: Callable[..., None], place: int, files: int) -> Callable[..., None]:
    """How far one file is, told as a part of all; no file ends the whole."""
    return lambda done, total: tell(min(place + done / max(total, 1), files - 0.01), files)


def _one(file: Path, dry_run: bool, tell: Callable[..., None]) -> tuple[HandedIn, dict]:
    """One file in its own transaction: what is wrong with another must not undo it."""
    from tracker.cli.session import books
    from tracker.intake.guard import admit
    from tracker.intake.handin import hand_in
    from tracker.intake.tables import read

    content = read(admit(file))  # before the books are open: others may write meanwhile
    with books(write=not dry_run, door="sheet", tell=tell) as b:
        return hand_in(b, content, dry_run), b.agencies


_FIRST_DOOR = ("deeds update ", "deeds complete ", "deeds block ")


def _said(error: DeedsError) -> str:
    """What is wrong with a cell or a line, which is mended where it stands and not by a command that reports the deed."""
    from tracker.cli import output

    what, _, command = output.said(error).partition("→")
    return what.rstrip(" ，") if command.strip().startswith(_FIRST_DOOR) else output.said(error)


def _at(file: str, problem: Problem) -> str:
    from tracker.errors import Conflict

    what = _said(problem.error)
    if isinstance(problem.error, Conflict):
        what = t("intake.conflict", what=what)
    if problem.place is None:
        return t("intake.in_file", file=file, what=what)
    key = "intake.at_cell" if problem.place.heading else "intake.at_place"
    return t(key, file=file, place=problem.place, heading=problem.place.heading, what=what)


def _show(handed: HandedIn, agencies: dict, dry_run: bool, file: Path) -> None:
    from tracker.cli import output

    if not handed.problems:
        _rows(
            [(row.outcome, row.code, row.title, row.entries, row.before) for row in handed.rows if row.outcome != "unchanged"],
            agencies,
        )
        counts = {name: handed.count(name) for name in _SIGNS}
        output.say(t("intake.handin_dry" if dry_run else "intake.handed_in", file=handed.file, **counts))
        if all(row.outcome == "unchanged" for row in handed.rows):
            output.say(t("intake.handin_empty", file=handed.file))
        elif dry_run:
            output.say(t("intake.then", command=_command("handin", str(file))))
    if handed.unread:
        output.say(t("intake.handin_unread", file=handed.file, names="、".join(handed.unread)))


def _command(*words: str) -> str:
    """A command to type, quoted where a shell needs it."""
    from tracker import shellwords

    return shellwords.join(("deeds", *words))


def _rows(rows: Sequence[tuple], agencies: dict) -> None:
    """One line for every row that brings something, the first of many."""
    from tracker import journal
    from tracker.cli import changes, output, shown

    def brought(entry, last, target) -> str:
        if entry.kind != journal.PROGRESS:
            return shown.summary(entry, agencies)
        if last is not None and entry.effective_on < last.effective_on:
            now = t("intake.late", day=entry.effective_on, now=shown.said_of(last))
            return t("look.list_joint").join((shown.summary(entry, agencies, target), now))
        return changes.report(last, entry, target)

    for outcome, code, title, entries, before in rows[:SHOWN]:
        if outcome == "repeated":
            what = t("intake.already", numbers=t("look.comma").join(f"#{entry.number}" for entry in entries))
        else:
            what = t("look.list_joint").join(f"{t('words.kind_' + entry.kind)} {brought(entry, before.progress, before.target)}".strip() for entry in entries)
        cut = what if len(what) <= LONGEST else t("intake.cut", text=what[:LONGEST], count=len(what))
        output.out(t("intake.row", sign=_SIGNS[outcome], code=code, title=shown.title(title), what=cut))
    for note in changes.overlooked((before.progress, entry) for outcome, _, _, entries, before in rows if outcome != "repeated" for entry in entries):
        output.say(note)
    if len(rows) > SHOWN:
        output.out(t("intake.more_rows", count=len(rows) - SHOWN))


def _as_json(handed: HandedIn) -> dict[str, Any]:
    from tracker.cli import shown

    return {
        "file": handed.file,
        "sha256": handed.sha256,
        "rows": [
            {
                "code": row.code,
                "place": str(row.place),
                "outcome": row.outcome,
                "entries": [shown.entry_json(e) for e in row.entries],
            }
            for row in handed.rows
        ],
        "counts": {name: handed.count(name) for name in _SIGNS},
        "problems": [
            {
                "place": str(p.place) if p.place else None,
                "column": p.place.heading if p.place else None,
                "error": p.error.key,
                "what": _said(p.error),
            }
            for p in handed.problems
        ],
        "unread": list(handed.unread),
    }


# A refusal → the options that its next command is typed without.
_NEXT = {"take_refused": (), "take_tried": ("--dry-run",)}


@app.command(help=t("help.take"), epilog=t("help.take_example"))
def take(
    file: Annotated[
        str, typer.Argument(metavar=t("help.metavar_file"), help=t("help.take_file"), show_default=False)
    ] = "-",
    sender: Annotated[str | None, _option("--sender", "take_sender", "name")] = None,
    readable: Annotated[bool, typer.Option("--readable", help=t("help.take_readable"))] = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    from tracker.cli import output, shown
    from tracker.cli.session import books, typed
    from tracker.errors import BadInput
    from tracker.intake import take as door

    text = pasted(file)
    with books(write=not dry_run, door="line") as b:
        taken = door.take(b, text, sender=sender, readable=readable, dry_run=dry_run)
    if not taken.lines and not taken.unreadable:
        raise BadInput("take_nothing")
    faults = [
        t("intake.at_line", number=each.number, what=_said(each.error), text=each.text[:40])
        for each in taken.unreadable
    ]
    if json:
        output.as_json(
            {
                "lines": [
                    {"line": e.number, "code": e.code, "outcome": e.outcome, "entry": shown.entry_json(e.entry)}
                    for e in taken.lines
                ],
                "unreadable": [
                    {"line": e.number, "text": e.text, "error": e.error.key, "what": _said(e.error)}
                    for e in taken.unreadable
                ],
                "written": taken.written,
            }
        )
    elif taken.written or dry_run:
        _rows([(each.outcome, each.code, each.title, (each.entry,), each.before) for each in taken.lines], b.agencies)
        counts = {name: taken.count(name) for name in ("add", "change", "confirm", "repeated")}
        output.say(t("intake.take_dry" if dry_run else "intake.taken", **counts))
    if faults:
        key = "take_partly" if taken.written else "take_none" if not taken.lines else "take_tried" if readable else "take_refused"
        raise _refusal(
            key,
            faults,
            [each.error for each in taken.unreadable],
            written=sum(each.outcome != "repeated" for each in taken.lines),
            readable=len(taken.lines),
            again=typed(*_NEXT.get(key, ("--readable",))),
        )
    if dry_run and not json:
        output.say(t("intake.then", command=typed("--dry-run")))


def pasted(file: str, of_input: str = "pasted_not_text", of_file: str = "lines_not_text") -> str:
    """The pasted text: from a file, or from the standard input. Raises NotFound; BadInput by those keys for what is no text."""
    import sys

    from tracker.cli import output
    from tracker.intake.tables import text_of
    from tracker.plaintext import readable

    if file == "-":
        if output.interactive():
            output.say(t("intake.take_paste"))
        return text_of(file, sys.stdin.buffer.read(), of_input)
    with readable(file):
        return text_of(file, Path(file).read_bytes(), of_file)
