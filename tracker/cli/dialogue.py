"""A report asked for on a terminal: the present values, each to be kept or changed; a wrong answer is asked for again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer

from tracker import access, lifecycle, words
from tracker.cli import output, shown
from tracker.errors import DeedsError, RuleError
from tracker.i18n import t


def asked(books, deed, given: dict[str, Any]) -> dict[str, Any]:
    """What a report on a deed says, besides what is `given`; as typed, under the names of `reporting.report_draft`.

    Asks only for what the chosen status leaves open. Nothing of the books is
    held while a person thinks. Raises NotAllowed, RuleError where no report
    could follow.
    """
    access.require(books.actor, "report", deed.code, deed.lead)
    deed.check_open()
    if deed.state.closed_out:
        raise RuleError("closed_out", deed=deed.code)
    state, last, today = deed.state, deed.state.progress, books.now.today
    output.say(f"{deed.code}  {shown.title(state.title.title if state.title else None)}")
    before = state.standing_status
    possible = tuple(each for each in lifecycle.STATUSES if lifecycle.can_move(before, each))
    if state.title is None:
        possible = tuple(each for each in possible if each != lifecycle.COMPLETED)

    def status(word: str) -> str:
        meant = words.status(word)
        if meant not in possible:
            raise RuleError("answer_not_possible", word=word, choices=possible)
        return meant

    said: dict[str, Any] = dict(given)
    choices = t("look.in_brackets", what="／".join(map(shown.status, possible)))
    after = _ask(said, "status", shown.status(before) if before else None, status, choices, needed=True)
    if after not in (lifecycle.COMPLETED, lifecycle.NOT_STARTED):
        present = state.standing_progress if state.standing_progress != 100 else None
        _ask(said, "progress", present, lambda word: _percent(after, word))
    _ask(said, "words")
    trouble = last.difficulty if last and before == after else None
    if after == lifecycle.BLOCKED or trouble:
        _ask(said, "difficulty", trouble, needed=after == lifecycle.BLOCKED)
    if after == lifecycle.BLOCKED:
        _ask(said, "stage", last.stage if last else None)
        if _ask(said, "ask", last.ask if last and before == after else None):
            _ask(said, "ask_of", last.ask_of if last and before == after else None)
    if after not in lifecycle.FINISHED:
        _ask(said, "expected_on", last.expected_on if last else None, lambda word: _day(word, today, last))
    if lifecycle.needs_reason(before, after):
        _ask(said, "reason", needed=True)
    if lifecycle.needs_approval(before, after):
        _ask(said, "approval", needed=True)
    return said


_LABELS = {"words": "note", "expected_on": "expected"}


def _ask(
    said: dict[str, Any], name: str, present: Any = None, read: Callable[[str], Any] = str.strip, more: str = "", needed: bool = False
) -> Any:  # fmt: skip
    """Ask until the answer can be read; an empty one is none. Keeps the word in `said`, returns what it means."""
    default = "" if present is None else str(present)
    while True:
        label = t(f"look.field_{_LABELS.get(name, name)}") + more
        word = typer.prompt(label, default=default, show_default=bool(default), err=True).strip()
        if not word and not needed:
            return None
        try:
            meant = read(word) if word else None
            if meant is None:
                raise RuleError("answer_needed")
        except DeedsError as error:
            output.error(error)
            continue
        said[name] = word
        return meant


def _percent(status: str, word: str) -> int:
    value = words.percent(word)
    lifecycle.check_progress(status, value)
    return value


def _day(word: str, today, last):
    day = words.day(word, today)
    if day < today and day != (last.expected_on if last else None):
        raise RuleError("answer_past", day=day, today=today)
    return day
