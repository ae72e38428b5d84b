"""Out, filled in, and in again is the same as having typed it at the command line."""

from __future__ import annotations

import io
import os
import re
import shutil
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sheets import CHINESE, CODE, Sheet

from tracker import lifecycle
from tracker.cli.session import books
from tracker.deeds import find
from tracker.deeds.reporting import report
from tracker.errors import DeedsError
from tracker.intake import guard, tables
from tracker.intake.handin import hand_in
from tracker.intake.handout import hand_out
from tracker.plaintext import none, note

pytest_plugins = ["office"]

# What a person can type into a cell, with the signs that begin a formula in another place.
LETTERS = st.characters(exclude_categories=("C", "Zl", "Zp"), include_characters="\n=+-@'\"<&", max_codepoint=0x1FFFF)
TEXTS = st.text(LETTERS, max_size=20).filter(lambda text: "_x" not in text and "x005F" not in text)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
AHEAD = st.dates(date(2021, 7, 5), date(2099, 12, 31))
STATES = st.fixed_dictionaries(
    {"status": st.sampled_from(["not_started", "in_progress", "blocked"]), "progress": st.integers(0, 99)},
    optional={"words": TEXTS, "difficulty": TEXTS, "ask": TEXTS, "ask_of": TEXTS, "expected_on": AHEAD, "stage": TEXTS, "reason": TEXTS},
).map(lambda state: possible(state))
EDITS = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(lifecycle.STATUSES), "progress": st.integers(0, 100), "note": TEXTS, "difficulty": TEXTS,
        "ask": TEXTS, "expected": DAYS | st.none(), "remark": TEXTS,
    },
)  # fmt: skip


def possible(state):
    """Not started is at 0; blocked by something; nobody is asked for nothing."""
    said = {key: value for key, value in state.items() if key != "ask_of" or nothing(state.get("ask")) is not None}
    if state["status"] == "not_started":
        said["progress"] = 0
    if state["status"] == "blocked":
        said["difficulty"] = nothing(state.get("difficulty")) or "缺钱"
    return said


def nothing(text):
    """A text as it is kept: None for a word that says none."""
    return None if text is None or none(text) else note(text, "note")


@pytest.fixture(scope="module")
def own_books(shipped_books, tmp_path_factory):
    path = tmp_path_factory.mktemp("round") / "deeds.db"
    shutil.copy(shipped_books, path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DEEDS_DATABASE_URL", str(path))
        patch.setenv("DEEDS_TODAY", "2021-07-05")
        yield


def own(entry):
    """What an entry says, without what tells one writing of it from another."""
    return replace(entry, number=0, seq=None, uid="", recorded_at=None, door="")


def by_sheet(b, state, edits):
    """The entry that a form brings, or the first error."""
    with b.tentative(undo=True):
        if state:
            report(b, CODE, **state)
        sheet = Sheet(hand_out(b, "JYT", CHINESE).content)
        for key, value in edits.items():
            if key == "status":
                value = CHINESE(f"words.status_{value}")
            elif key == "progress":
                value = value / 100
            sheet.set(CODE, **{key: value if value != "" else None})
        saved = io.BytesIO()
        sheet.book.save(saved)
        handed = hand_in(b, tables.read(guard.Upload("a.xlsx", guard.XLSX, saved.getvalue())))
        if handed.problems:
            return re.sub("sheet_(move_needs|blocked_needs)", r"\1", handed.problems[0].error.key)
        entries = [entry for row in handed.rows for entry in row.entries]
        return own(entries[0]) if entries else None


def by_command(b, state, edits):
    """The same typed: the status and the figures of the row, and of the rest what was changed."""
    with b.tentative(undo=True):
        if state:
            report(b, CODE, **state)
        last = find(b.connection, CODE).state.progress
        present = {} if last is None else {
            "status": last.status, "progress": last.progress, "note": last.note, "difficulty": last.difficulty,
            "ask": "：".join(part for part in (last.ask_of, last.ask) if part) or None,
            "expected": last.expected_on, "remark": last.reason,
        }  # fmt: skip
        plain = {key: nothing(value) if isinstance(value, str) and key != "status" else value for key, value in edits.items()}
        row = {**present, **plain}
        if row.get("status") == lifecycle.COMPLETED != present.get("status") and row.get("progress") == present.get("progress"):
            row["progress"] = None  # the percentage that went out, untouched beside another status
        changed = {key: row.get(key) for key in EDITS_KEYS if row.get(key) != present.get(key)}
        if not changed:
            return None
        status = row.get("status")
        typed = {TYPED[key]: value or "" for key, value in changed.items() if key in TYPED}
        if "expected" in changed:
            typed |= {"expected_on": row["expected"], "cleared": () if row["expected"] else ("expected_on",)}
        if "remark" in changed:
            typed["approval" if status and lifecycle.needs_approval(present.get("status"), status) else "reason"] = row["remark"]
        try:
            written = report(b, CODE, status=status, progress=row.get("progress"), **typed)
        except DeedsError as error:
            return error.key
        return own(written.entry)


TYPED = {"note": "words", "difficulty": "difficulty", "ask": "ask"}
EDITS_KEYS = ("status", "progress", "note", "difficulty", "ask", "expected", "remark")


@settings(max_examples=int(os.environ.get("DEEDS_TEST_ROUND_TRIPS", "24")))
@given(st.none() | STATES, EDITS)
def test_a_sheet_says_what_the_command_line_says(own_books, state, edits):
    with books(write=True) as b:
        sheet, command = by_sheet(b, state, edits), by_command(b, state, edits)
    if sheet is not None and not isinstance(sheet, str):
        sheet = replace(sheet, recorded_at=None)
    assert sheet == command


@settings(max_examples=int(os.environ.get("DEEDS_TEST_ROUND_TRIPS", "24")) // 2)
@given(STATES)
def test_what_went_out_untouched_brings_nothing(own_books, state):
    with books(write=True) as b:
        assert by_sheet(b, state, {}) is None
