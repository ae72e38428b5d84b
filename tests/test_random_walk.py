"""A month at random: commands through all three doors, in any order, by anybody. The product's rules hold after each.

Nothing here foresees what a command will do. It may succeed or be refused in
one clear line; whichever it was, the journal, the projection, the screens and
the rules must fit together afterwards. On both engines.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shutil
import tempfile
import warnings
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from unittest import mock

import openpyxl
import postgres
import pytest
from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from tracker import access, audit, database, entries, i18n, journal, lifecycle
from tracker.cli import main
from tracker.intake.columns import COLUMNS
from tracker.models import deed

pytest_plugins = ["office"]

OFFICE = "SJGW"
FIRST = date(2021, 6, 1)
CODES = st.sampled_from(["JYT-1-1", "JYT-1-2", "MZT-1-1", "MZT-1-2", "SCJG-1-1", "SJGW-1-1"])
"""Few deeds, so that much happens to each; the last two are unnamed at first."""
WRONG = st.sampled_from(["JYT-1-5", "JYT-9-9", "XYZ-1-1"])
AGENCIES = st.sampled_from(["JYT", "MZT", "SCJG"])
ANYBODY = st.sampled_from(["JYT", "MZT", OFFICE])
SAID = (
    st.tuples(st.sampled_from([lifecycle.IN_PROGRESS, lifecycle.BLOCKED]), st.integers(1, 99))
    | st.sampled_from([(lifecycle.COMPLETED, 100), (lifecycle.NOT_STARTED, 0)])
    | st.tuples(st.sampled_from(lifecycle.STATUSES), st.integers(-1, 101))
)
"""Status and progress, mostly such that they agree."""
BACK = st.integers(-1, 9)
"""How many days ago something is said to have been; the future is tried too."""
AHEAD = st.integers(-5, 120)
CHANCE = st.booleans()
WORDS = st.sampled_from(["完成摸底", "=1+1", "材料未齐，“待补”", "a|b｜c", "  "])
PICK = st.integers(0, 99)
"""Which of the entries that a command can be about, from the latest back."""
CODES_OF_EXIT = {0, 2, 4, 5, 6, 7, 8}
"""Done, bad usage, not found, against a rule, not allowed, conflict, bad input: never a fault of the program."""

_numbers = count()
_COLUMN = {column.key: place for place, column in enumerate(COLUMNS, 1)}


class Month(RuleBasedStateMachine):
    """People at work on one database. `begin` opens it; the test sets how."""

    @contextlib.contextmanager
    def begin(self, folder: Path):
        raise NotImplementedError

    @initialize()
    def open(self):
        self.stack = contextlib.ExitStack()
        self.folder = Path(self.stack.enter_context(tempfile.TemporaryDirectory()))
        self.url = self.stack.enter_context(self.begin(self.folder))
        self.engine = database.open_engine(self.url)
        self.stack.callback(self.engine.dispose)
        self.stack.callback(i18n.use, i18n.language())
        self.today = FIRST + timedelta(days=30)
        self.forms: list[Path] = []
        self.known: list[tuple[int, str]] = []
        self.journal = self.read()

    def teardown(self):
        if hasattr(self, "stack"):
            try:
                with database.reading(self.engine) as connection:
                    assert list(audit.check(connection)) == []
            finally:
                self.stack.close()

    def read(self) -> list[journal.Entry]:
        with database.reading(self.engine) as connection:
            return list(entries.read(connection))

    def deeds(self, *words: str, agency: str = OFFICE) -> tuple[int, str]:
        """Run a command: its exit code and what it printed. Refused, it has written nothing and said why in a line."""
        before = entries_in(self.engine)
        asked = {"DEEDS_DATABASE_URL": self.url, "DEEDS_TODAY": str(self.today), "DEEDS_AGENCY": agency, "DEEDS_LANG": "zh-CN"}
        out, err = io.StringIO(), io.StringIO()
        with mock.patch.dict(os.environ, asked), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(list(words))
        event(f"{words[0]} {'refused' if code else 'done'}")
        assert code in CODES_OF_EXIT, (code, words, err.getvalue())
        if code:
            assert entries_in(self.engine) == before, (words, "was refused and has written")
            assert err.getvalue().strip(), words
        return code, out.getvalue()

    # Door one: the command line.

    def one(self, pick: int, *kinds: str) -> journal.Entry | None:
        """An entry of these kinds about a deed."""
        found = [entry for entry in self.journal if entry.kind in kinds and entry.deed and entry.role != "import"]
        return found[-1 - pick % len(found)] if found else None

    @rule(said=SAID, code=CODES | WRONG, stranger=st.none() | st.none() | ANYBODY, back=BACK, note=WORDS, approved=CHANCE)
    def update(self, said, code, stranger, back, note, approved):
        status, percent = said
        agency = stranger or code.split("-")[0]
        words = ["update", code, "-s", status, "-p", str(percent), "-n", note, "--on", str(self.today - timedelta(days=back))]
        self.deeds(*words, *(["--approval", "文号", "--reason", "理由"] if approved else []), agency=agency)

    @rule(code=CODES, back=BACK)
    def start(self, code, back):
        self.deeds("start", code, "-p", "10", "--on", str(self.today - timedelta(days=back)), agency=code.split("-")[0])

    @rule(code=CODES)
    def complete(self, code):
        self.deeds("complete", code, "-n", "完工", agency=code.split("-")[0])

    @rule(code=CODES, what=WORDS)
    def block(self, code, what):
        self.deeds("block", code, "-d", what, agency=code.split("-")[0])

    @rule(pick=PICK)
    def confirm(self, pick):
        reported = self.one(pick, journal.PROGRESS)
        code = reported.deed if reported else "JYT-1-1"
        self.deeds("confirm", code, "--yes", agency=code.split("-")[0])

    @rule(pick=PICK, agency=st.none() | ANYBODY, approved=CHANCE)
    def undo(self, pick, agency, approved):
        reported = self.one(pick, *journal.HANDED_IN)
        code = reported.deed if reported else "JYT-1-1"
        words = ["--approval", "文号", "--reason", "误报"] if approved else []
        self.deeds("undo", code, *words, agency=agency or code.split("-")[0])

    @rule(pick=PICK)
    def undo_another(self, pick):
        entry = self.one(pick, *journal.PLAN, journal.BASELINE, journal.PROGRESS, journal.FINDING, journal.DROP, journal.INSTRUCTION)
        if entry:
            self.deeds("undo", entry.deed, "--entry", str(entry.number), "--reason", "误报", "--approval", "文号")

    # The plan.

    @rule(code=CODES, title=st.sampled_from(["你点我检", "名称甲", " "]))
    def name(self, code, title):
        self.deeds("name", code, title, agency=code.split("-")[0])

    @rule(agency=AGENCIES)
    def add(self, agency):
        self.deeds("add", f"{agency}-1", "新增一件", agency=agency)

    @rule(code=st.sampled_from(["MZT-1-2", "SCJG-1-62", "JYT-1-5"]))
    def drop(self, code):
        self.deeds("drop", code, "--reason", "nonexistent", agency=code.split("-")[0])

    @rule(code=CODES, ahead=AHEAD, approved=CHANCE)
    def assign(self, code, ahead, approved):
        words = ["assign", code, "--start", str(FIRST), "--due", str(self.today + timedelta(days=ahead)), "--basis", "文号", "--yes"]
        self.deeds(*words, *(["--approval", "文号", "--reason", "理由"] if approved else []))

    @rule(agency=AGENCIES)
    def baseline(self, agency):
        self.deeds("baseline", f"{agency}-1", "--approval", "文号", "--yes")

    @rule(code=CODES, ahead=AHEAD, what=st.sampled_from(["due", "suspend", "terminate", "resume"]))
    def propose(self, code, ahead, what):
        asked = ["--due", str(self.today + timedelta(days=ahead))] if what == "due" else [f"--{what}"]
        self.deeds("propose", code, *asked, "--reason", "招标流标", agency=code.split("-")[0])

    @rule(yes=CHANCE, pick=PICK)
    def decide(self, yes, pick):
        words = ["--approve", "--approval", "文号"] if yes else ["--decline", "--reason", "不同意"]
        proposed = self.one(pick, journal.PROPOSAL)
        self.deeds("decide", str(proposed.number if proposed else 1), *words)

    # Verification, instructions, rounds.

    @rule(pick=PICK, stranger=st.none() | st.none() | ANYBODY, yes=CHANCE)
    def verify(self, pick, stranger, yes):
        reported = self.one(pick, journal.PROGRESS)
        code = reported.deed if reported else "JYT-1-1"
        self.deeds("verify", code, "--confirm" if yes else "--reject", "--note", "现场核查", agency=stranger or OFFICE)

    @rule(code=CODES, ahead=AHEAD)
    def instruct(self, code, ahead):
        self.deeds("instruct", code, "抓紧办理", "--by", str(self.today + timedelta(days=ahead)), "--from", "分管领导")

    @rule(code=CODES, yes=CHANCE)
    def finish(self, code, yes):
        """To the end and checked, as chance alone seldom brings it about."""
        self.complete(code)
        self.deeds("verify", code, "--confirm" if yes else "--reject", "--note", "现场核查")

    @rule(pick=PICK, stranger=st.none() | ANYBODY)
    def answer(self, pick, stranger):
        asked = self.one(pick, journal.INSTRUCTION)
        owner = asked.deed.split("-")[0] if asked else OFFICE
        self.deeds("answer", str(asked.number if asked else 1), "已落实", agency=stranger or owner)

    @rule(ahead=st.integers(-1, 15))
    def open_round(self, ahead):
        self.deeds("round", "open", f"{self.today:%Y-%m}", "--by", str(self.today + timedelta(days=ahead)))

    @rule(early=CHANCE)
    def close_round(self, early):
        self.deeds("round", "close", *(["--early"] if early else []))

    @rule()
    def remind(self):
        self.deeds("remind", "-o", str(self.folder / "reminders"))

    # Door two: the spreadsheet.

    @rule(agency=AGENCIES)
    def hand_out(self, agency):
        into = self.folder / f"out-{next(_numbers)}"
        self.deeds("handout", "-o", str(into), "-a", agency)
        self.forms += into.glob("*.xlsx")

    @precondition(lambda self: self.forms)
    @rule(which=st.integers(0, 9), row=st.integers(0, 1), said=SAID, note=WORDS, stranger=st.none() | st.none() | ANYBODY)
    def hand_in(self, which, row, said, note, stranger):
        """A form filled in, maybe one that was handed out long ago."""
        status, percent = said
        form = self.forms[-1 - which % len(self.forms)]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(form)
        sheet = book.worksheets[-1]
        rows = [line for line in range(1, sheet.max_row + 1) if re.fullmatch(r"[A-Z]+-\d+-\d+", str(sheet.cell(line, _COLUMN["code"]).value))]
        if rows:
            line = rows[row % len(rows)]
            for key, value in (("status", i18n.Catalogue("zh-CN")(f"words.status_{status}")), ("progress", percent / 100), ("note", note)):
                cell = sheet.cell(line, _COLUMN[key], value)
                if cell.data_type == "f":
                    cell.data_type = "s"
        filled = self.folder / f"in-{next(_numbers)}.xlsx"
        book.save(filled)
        self.deeds("handin", str(filled), agency=stranger or form.name.split("_")[0])

    # Door three: pasted lines.

    @rule(code=CODES, said=SAID, note=WORDS, second=st.none() | CODES | WRONG)
    def take(self, code, said, note, second):
        status, percent = said
        pasted = self.folder / "pasted.txt"
        word = i18n.Catalogue("zh-CN")(f"words.status_{status}")
        pasted.write_text(f"{code} {word} {percent}% {note}\n" + (f"{second} 无变化\n" if second else ""), encoding="utf-8")
        self.deeds("take", str(pasted), "--sender", "张三")

    @rule(days=st.integers(1, 25))
    def days_pass(self, days):
        self.today += timedelta(days=days)

    # What holds, whatever happened.

    @invariant()
    def the_journal_only_grows(self):
        """Rule 3: numbers without gaps, recorded times that never go back, no day in the future, nothing changed."""
        self.journal = self.read()
        with database.reading(self.engine) as connection:
            hashes = entries.head(connection)
        assert [entry.number for entry in self.journal] == list(range(1, len(self.journal) + 1))
        assert all(a.recorded_at <= b.recorded_at for a, b in zip(self.journal, self.journal[1:], strict=False))
        assert all(entry.effective_on <= self.today for entry in self.journal)
        canonical = [(entry.number, journal.canonical(entry)) for entry in self.journal]
        assert canonical[: len(self.known)] == self.known
        self.known = canonical
        assert hashes.number == len(self.journal)

    @invariant()
    def each_speaks_for_itself(self):
        """Rules 2 and 5, and the permission table: seen in what was written, not in what was refused."""
        by_number = {entry.number: entry for entry in self.journal}
        baselines: dict[str, int] = {}
        for entry in self.journal:
            owner = entry.deed.split("-")[0] if entry.deed else None
            if entry.role == access.CLERK and entry.deed:
                assert entry.agency == owner, entry
            if entry.kind in journal.HANDED_IN:
                assert entry.agency == owner, entry
                assert (entry.typed_by is not None) == (entry.role == access.OFFICE and owner != OFFICE), entry
            if entry.kind == journal.PROGRESS:
                assert (entry.progress == 100) == (entry.status == lifecycle.COMPLETED), entry
                assert entry.status != lifecycle.NOT_STARTED or entry.progress == 0, entry
            if entry.kind == journal.FINDING:
                assert entry.agency != by_number[entry.about].agency, entry
            if entry.kind == journal.RETRACTION:
                assert by_number[entry.about].kind != journal.RETRACTION
            if entry.kind == journal.BASELINE:
                baselines.setdefault(entry.deed, entry.number)
            changes = entry.kind in (journal.SCHEDULE, journal.TARGET, journal.OWNERS) or (
                entry.kind == journal.RETRACTION and by_number[entry.about].kind in (journal.SCHEDULE, journal.TARGET, journal.OWNERS)
            )
            if changes and entry.deed in baselines:
                assert entry.approval, entry
                assert entry.reason or by_number[entry.about].kind == journal.PROPOSAL, entry

    @invariant()
    def the_screens_agree(self):
        """Rules 4, 7, 9: the projection is the fold; every count on one screen is the count on another."""
        with database.reading(self.engine) as connection:
            codes = dict(connection.execute(select(deed.c.id, deed.c.code)).all())
            folded = {codes[id_]: state for id_, state in entries.folded(connection)}
        listed = json.loads(self.deeds("list", "--all", "--json")[1])["deeds"]
        shown = json.loads(self.deeds("status", "--json")[1])
        for one in listed:
            state = folded[one["code"]]
            said = (state.status or lifecycle.UNREPORTED, state.reported_progress, state.plan.due, state.title and state.title.title)
            due = one["due_on"] and date.fromisoformat(one["due_on"])
            assert (one["status"], one["progress"], due, one["title"]) == said, one
            assert one["closed_out"] == state.closed_out
        total = shown["total"]
        assert total["deeds"] == len(listed) and shown["dropped"] == len(folded) - len(listed)
        assert total["named"] == sum(one["title"] is not None for one in listed)
        assert total["dated"] == sum(one["due_on"] is not None for one in listed)
        assert total["reported"] == sum(one["status"] != lifecycle.UNREPORTED for one in listed)
        assert total["announced"] == 132
        for colour, number in total["lights"].items():
            assert number == sum(one["light"] == colour for one in listed), colour
        for name in ("announced", "deeds", "named", "dated", "reported", "silent"):
            assert total[name] == sum(line[name] for line in shown["agencies"]), name


def entries_in(engine) -> int:
    with database.reading(engine) as connection:
        return entries.head(connection).number


@pytest.fixture
def quiet(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("DEEDS_CONFIG", "DEEDS_PERSON"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def walk(begin, examples: int) -> None:
    machine = type("AMonth", (Month,), {"begin": begin})
    examples *= int(os.environ.get("DEEDS_TEST_WALKS", "1"))
    how = settings(max_examples=examples, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(machine, settings=how)


def test_on_sqlite(shipped_books, quiet):
    @contextlib.contextmanager
    def begin(self, folder):
        shutil.copy(shipped_books, folder / "deeds.db")
        yield f"sqlite:///{folder / 'deeds.db'}"

    walk(begin, 8)


def test_on_postgresql(postgres_url, quiet):
    engine = database.open_engine(postgres_url)
    name = engine.url.database
    engine.dispose()
    with pytest.MonkeyPatch.context() as patch:
        for key, value in (("DATABASE_URL", postgres_url), ("TODAY", str(FIRST)), ("LANG", "zh-CN")):
            patch.setenv(f"DEEDS_{key}", value)
        assert main(["init", "--simulated", "--tracked-from", str(FIRST)]) == 0

    @contextlib.contextmanager
    def begin(self, folder):
        with postgres.fresh_database(f"{name}_{next(_numbers)}", template=name) as url:
            yield url

    walk(begin, 4)
