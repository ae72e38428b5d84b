"""A report asked for on a terminal: the present values, each to be kept or changed; a wrong answer is asked for again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

from tracker import access, evidence, lifecycle, words
from tracker.cli import output, shown
from tracker.deeds.reporting import checked
from tracker.errors import DeedsError, RuleError
from tracker.i18n import t
from tracker.plaintext import none
from tracker.scripts import content


def asked(books, deed, given: dict[str, Any]) -> tuple[dict[str, Any], list[Path]] | None:
    """What a report on a deed says, besides what is `given`, and its evidence; None where all is as it was.

    The words are as typed, under the names of `reporting.report_draft`. Asks
    only for what the chosen status leaves open. Nothing of the books is held
    while a person thinks. Raises NotAllowed, RuleError where no report could
    follow.
    """
    access.require(books.actor, "report", deed.code, deed.lead)
    deed.check_open()
    if deed.state.closed_out:
        raise RuleError("closed_out", deed=deed.code)
    state, last, today = deed.state, deed.state.progress, books.now.today
    output.say(f"{deed.code}  {shown.title(state.title.title if state.title else None)}")
    output.say(t("look.how_to_answer"))
    before, form = state.standing_status, _Form(given)
    possible = tuple(each for each in lifecycle.STATUSES if lifecycle.can_move(before, each))
    if state.title is None:
        possible = tuple(each for each in possible if each != lifecycle.COMPLETED)
    choices = "／".join(f"{number} {shown.status(each)}" for number, each in enumerate(possible, 1))
    after = form.ask("status", shown.status(before) if before else None, lambda word: _status(word, possible), choices, needed=True)
    form.said["status"], form.changed = after, False  # it may be another way to name the present one
    same, open_ = before == after, after not in lifecycle.FINISHED
    counted = _quantity(form, deed, after)
    if not counted and after not in (lifecycle.COMPLETED, lifecycle.NOT_STARTED):
        present = state.standing_progress if state.standing_progress != 100 else None
        form.ask("progress", present, lambda word: _percent(after, word, deed.code))
    if last and last.note:
        output.say(t("look.noted_before", day=last.effective_on, note=content(last.note)))
    form.ask("words")
    if open_:
        form.ask("difficulty", last.difficulty if last and same else None, needed=after == lifecycle.BLOCKED)
    if after == lifecycle.BLOCKED:
        form.ask("stage", last.stage if last and same else None)
    if open_:
        if form.ask("ask", last.ask if last else None):
            form.ask("ask_of", last.ask_of if last else None)
        form.ask("expected_on", last.expected_on if last else None, lambda word: _day(word, today, last))
    if lifecycle.needs_reason(before, after):
        form.ask("reason", needed=True)
    if lifecycle.needs_approval(before, after):
        form.ask("approval", needed=True)
    files = _evidence()
    if last is not None and last.status == after and not (form.changed or files):
        return None
    return form.said, files


def needed(name: str) -> str:
    """The answer to one question that cannot stay open."""
    form = _Form({})
    form.ask(name, needed=True)
    return form.said[name]


class _Form:
    """The answers to one report: what was said, and whether anything of it is not what stood there."""

    def __init__(self, given: dict[str, Any]):
        self.said, self.changed = dict(given), False

    def ask(
        self, name: str, present: Any = None, read: Callable[[str], Any] = str.strip, more: str = "", needed: bool = False
    ) -> Any:  # fmt: skip
        """Ask until the answer can be read; an empty one keeps what stands there, a word for none clears it. Returns what it means."""
        default = "" if present is None else str(present)
        while True:
            # As a present value is shown so it comes back; it is kept as it was.
            if (word := _prompt(name, content(default), more)) == content(default):
                word = default
            nothing = none(word) or not word
            if nothing and not needed:
                if word:
                    self.said[name] = word
                    self.changed |= bool(default)
                return None
            try:
                if nothing:
                    raise RuleError("answer_needed")
                meant = read(word)
            except DeedsError as error:
                output.error(error)
                continue
            self.said[name] = word
            self.changed |= word != default
            return meant


_LABELS = {"words": "note", "expected_on": "expected"}


def _prompt(name: str, default: str = "", more: str = "") -> str:
    label = t(f"look.field_{_LABELS.get(name, name)}") + (t("look.in_brackets", what=more) if more else "")
    return typer.prompt(label, default=default, show_default=bool(default), err=True).strip()


def _status(word: str, possible: tuple[str, ...]) -> str:
    """A status by its number in the list, by what only its name begins with, or by any of its names."""
    if word.isdecimal() and 0 < int(word) <= len(possible):
        return possible[int(word) - 1]
    begun = [each for each in possible if shown.status(each).startswith(word)]
    meant = begun[0] if len(begun) == 1 else words.status(word)
    if meant not in possible:
        raise RuleError("answer_not_possible", word=word, choices=possible)
    return meant


def _quantity(form: _Form, deed, status: str) -> bool:
    """Ask for the quantity where there is one to reach; whether there is one, which gives the progress."""
    target = deed.state.target
    if target is None or target.target is None or status in (lifecycle.NOT_STARTED, *lifecycle.STOPPED):
        return False

    present = deed.state.quantity

    def read(word: str):
        quantity, unit = words.quantity(word)
        if (quantity, unit) == (present, None) and status != lifecycle.COMPLETED:
            return present
        return checked(deed.code, deed.state, quantity, unit, status)

    wanted = shown.target(target.direction, target.target, target.unit, target.wording)
    said = form.ask("quantity", None if present is None else f"{present:f}", read, t("look.of_target", target=wanted))
    if said in (None, present):
        form.said.pop("quantity", None)  # nothing new to be told to the books; without a number the progress may be
    return (said is not None or present is not None) and target.direction != "<="


def _percent(status: str, word: str, code: str) -> int:
    value = words.percent(word)
    lifecycle.check_progress(status, value, code)
    return value


def _day(word: str, today, last):
    day = words.day(word, today)
    if day < today and day != (last.expected_on if last else None):
        raise RuleError("answer_past", day=day, today=today)
    return day


def _evidence() -> list[Path]:
    """Files until there are no more; one that cannot be evidence is asked for again."""
    files: list[Path] = []
    while (word := _prompt("evidence", more=t("look.one_more_file" if files else "look.which_file"))) and not none(word):
        try:
            evidence.read(Path(word).expanduser())
        except DeedsError as error:
            output.error(error)
            continue
        files.append(Path(word).expanduser())
    return files
