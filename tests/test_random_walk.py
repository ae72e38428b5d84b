"""A month at random: commands through all three doors, in any order, by anybody. The product's rules hold after each.

Nothing here foresees what a command will do. It may succeed or be refused in
one clear line; whichever it was, the journal, the projection, the screens and
the rules must fit together afterwards, and what is on the screens is what
`pencil` makes of the journal. On both engines.
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

import lawful
import openpyxl
import pencil
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
from tracker.models import current, deed

pytest_plugins = ["office"]

OFFICE = "SJGW"
FIRST = date(2021, 6, 1)
CODES = st.sampled_from(["JYT-1-1", "JYT-1-2", "MZT-1-1", "MZT-1-2", "SCJG-1-1", "SJGW-1-1"])
"""Few deeds, so that much happens to each; the last two are unnamed at first."""
WRONG = st.sampled_from(["JYT-1-5", "JYT-9-9", "XYZ-1-1"])
AGENCIES = st.sampled_from(["JYT", "MZT", "SCJG"])
ANYBODY = st.sampled_from(["JYT", "MZT", OFFICE])
PERSONS = {"李厅长": access.LEADER, "王核实": access.VERIFIER}
"""Registered in the office, with another role than the office's."""
SAID = (
    st.tuples(st.sampled_from([lifecycle.IN_PROGRESS, lifecycle.BLOCKED]), st.integers(1, 99))
    | st.sampled_from([(lifecycle.COMPLETED, 100), (lifecycle.NOT_STARTED, 0)])
    | st.tuples(st.sampled_from(lifecycle.STATUSES), st.integers(-1, 101))
)
"""Status and progress, mostly such that they agree."""
BACK = st.integers(-1, 9)
"""How many days ago something is said to have been; the future is tried too."""
AHEAD = st.integers(-5, 120)
NUMBERS = st.sampled_from(["5", "10个", "20", "35个", "7户"])
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
        self.filled: list[Path] = []
        self.known: list[journal.Entry] = []
        self.seen = (0, self.today)
        self.journal = self.read()
        for name, role in PERSONS.items():
            self.deeds("person", "add", name, "-a", OFFICE, "--role", role)

    def teardown(self):
        if hasattr(self, "stack"):
            try:
                with database.reading(self.engine) as connection:
                    assert list(audit.check(connection)) == []
                self.journal = self.read()
                self.what_was_is_what_was()
                self.a_closing_day_moves()
                self.what_is_fixed_stays()
                clerk, person = divmod(len(self.journal) % 4, 2)
                self.nobody_oversteps(["JYT", "MZT"][clerk])
                self.nobody_oversteps(OFFICE, list(PERSONS)[person])
            finally:
                self.stack.close()

    def what_was_is_what_was(self):
        """Rules 4 and 6: what was known at a position stays so, and any day is counted as the day itself would be."""
        known_at = (len(self.journal) + 160) // 2
        then = pencil.pages(self.journal[:known_at])
        with database.reading(self.engine) as connection:
            ids = dict(connection.execute(select(deed.c.id, deed.c.code).where(deed.c.code.in_({e.deed for e in self.journal[160:] if e.deed}))).all())
            for id_, state in entries.folded(connection, list(ids), known_at=known_at):
                page = then.get(ids[id_])
                assert (state.status, state.closed_out, state.plan.due) == ((page.status, page.closed_out, page.due) if page else (None, False, None))
        day = FIRST + (self.today - FIRST) // 2
        total = json.loads(self.deeds("status", "--as-of", str(day), "--json")[1])["total"]
        pages = [page for page in pencil.counted(pencil.pages(self.journal, day)).values() if page.since.effective_on <= day]
        told = [total[name] for name in ("deeds", "named", "dated", "reported")]
        assert told == [len(pages), sum(bool(p.title) for p in pages), sum(bool(p.due) for p in pages), sum(bool(p.status) for p in pages)], day

    def a_closing_day_moves(self):
        """A round is seldom open when chance would move it: at the end of each month one is, and nothing handed in is lost."""
        self.deeds("round", "open", "2021-88", "--by", str(self.today + timedelta(days=9)))
        self.move_round(12)
        self.journal = self.read()
        self.rounds_lose_nothing()

    def what_is_fixed_stays(self):
        """Rule 5: whoever owes a deed changes nothing of it once it is fixed, nor by a proposal that is declined."""
        pages = pencil.counted(pencil.pages(self.journal))
        code = next(code for code, page in pages.items() if page.lead == "MZT" or page is list(pages.values())[-1])
        self.deeds("baseline", code, "--approval", "文号")
        later = str(self.today + timedelta(days=300))
        done, out = self.deeds("propose", code, "--due", later, "--reason", "流标", "--json", agency=pages[code].lead)
        if not done:
            self.deeds("decide", str(json.loads(out)["entries"][0]["number"]), "--decline", "--reason", "按期")
        for words in (["drop", code, "--reason", "不存在"], ["assign", code, "--due", later, "--basis", "文号"], ["update", code, "-s", "终止", "--approval", "口头"]):
            assert self.deeds(*words, agency=pages[code].lead)[0] or pages[code].lead == OFFICE, words
        self.journal = self.read()
        self.the_journal_only_grows()

    def nobody_oversteps(self, agency: str, person: str = ""):
        """What is the office's alone, or another agency's, is refused, whatever was done before."""
        day = str(self.today + timedelta(days=9))
        pages = pencil.counted(pencil.pages(self.journal))
        others = [code for code, page in pages.items() if person or agency not in (page.lead, page.verifier, code.split("-")[0])]
        code = max(others, key=lambda code: pages[code].lines[-1].number)  # where most went on
        self.deeds("propose", code, "--due", day, "--reason", "招标流标")
        [asked] = [each["number"] for each in json.loads(self.deeds("log", code, "--json")[1])["entries"] if each["kind"] == journal.PROPOSAL][-1:]
        for words in (
            ["baseline", code], ["decide", str(asked), "--approve", "--approval", "文号"], ["round", "open", "2021-99", "--by", day],
            ["round", "move", "--by", str(self.today + timedelta(days=8)), "--reason", "忙"], ["round", "close", "--early"], ["remind"],
            ["instruct", code, "抓紧"], ["agency", "add", "XYZ", "某厅"], ["person", "add", "张三", "-a", agency, "--role", "clerk"],
            ["assign", code, "--verifier", "RST"], ["assign", code, "--responsible", "张三"], ["update", code, "-s", "推进中", "-p", "10", "--reason", "r"],
            ["confirm", code], ["name", code, "别名"], ["add", code.rpartition("-")[0], "别件"], ["drop", code, "--reason", "不存在"],
            ["handout", "-o", str(self.folder / "no"), "-a", pages[code].lead], ["db", "rebuild"],
            ["propose", code, "--lead", "RST", "--reason", "难"], ["undo", code, "--entry", str(asked), "--reason", "r", "--approval", "a"],
        ):  # fmt: skip
            assert self.deeds(*words, agency=agency, person=person)[0], (agency, person, words, "is not theirs")

    def read(self) -> list[journal.Entry]:
        with database.reading(self.engine) as connection:
            return list(entries.read(connection))

    def deeds(self, *words: str, agency: str = OFFICE, person: str = "") -> tuple[int, str]:
        """Run a command: its exit code and what it printed. Refused, it has written nothing and said why in a line."""
        before = entries_in(self.engine)
        asked = {"DEEDS_DATABASE_URL": self.url, "DEEDS_TODAY": str(self.today), "DEEDS_AGENCY": agency, "DEEDS_LANG": "zh-CN", "DEEDS_PERSON": person}
        out, err = io.StringIO(), io.StringIO()
        with mock.patch.dict(os.environ, asked), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(list(words))
        event(f"{words[0]} {'refused' if code else 'done'}")
        assert code in CODES_OF_EXIT, (code, words, err.getvalue())
        if code:
            assert entries_in(self.engine) == before, (words, "was refused and has written")
            assert err.getvalue().strip(), words
        return code, out.getvalue()

    def lead(self, code: str) -> str:
        """Who owes a deed now, or would by its code."""
        page = pencil.pages(self.journal).get(code)
        return page.lead if page else code.split("-")[0]

    def own(self, *words: str, code: str) -> tuple[int, str]:
        """A command of whoever owes a deed, and so may: whatever else is wrong with it."""
        code_, out = self.deeds(*words, agency=self.lead(code))
        assert code_ != 6, (words, "is what its own agency does")
        return code_, out

    # Door one: the command line.

    def one(self, pick: int, *kinds: str, deeds: bool = True) -> journal.Entry | None:
        """An entry of these kinds (about a deed)."""
        found = [entry for entry in self.journal if entry.kind in kinds and (entry.deed or not deeds) and entry.door != "import"]
        return found[-1 - pick % len(found)] if found else None

    @rule(said=SAID, code=CODES | WRONG, stranger=st.none() | st.none() | ANYBODY, back=BACK, note=WORDS, approved=CHANCE)
    def update(self, said, code, stranger, back, note, approved):
        status, percent = said
        agency = stranger or self.lead(code)
        words = ["update", code, "-s", status, "-p", str(percent), "-n", note, "--on", str(self.today - timedelta(days=back))]
        self.deeds(*words, *(["--approval", "文号", "--reason", "理由"] if approved else []), agency=agency)

    @rule(number=NUMBERS, code=CODES, status=st.none() | st.sampled_from(["推进中", "已完成"]), back=BACK)
    def count(self, number, code, status, back):
        self.own("update", code, "-q", number, *(["-s", status] if status else []), "--on", str(self.today - timedelta(days=back)), code=code)

    @rule(code=CODES, number=NUMBERS, least=st.sampled_from(["≥", "≤", ""]), approved=CHANCE)
    def aim(self, code, number, least, approved):
        """A target in numbers, or another one than before."""
        self.deeds("assign", code, "--target", least + number, *(["--approval", "文号", "--reason", "理由"] if approved else []))

    @rule(code=CODES, back=BACK)
    def start(self, code, back):
        self.own("start", code, "-p", "10", "--on", str(self.today - timedelta(days=back)), code=code)

    @rule(code=CODES, shown=CHANCE)
    def complete(self, code, shown=False):
        (self.folder / "验收.txt").write_text("已验收", encoding="utf-8")
        self.own("complete", code, "-n", "完工", *(["--evidence", str(self.folder / "验收.txt")] if shown else []), code=code)

    @rule(code=CODES, what=WORDS)
    def block(self, code, what):
        self.own("block", code, "-d", what, code=code)

    @rule(pick=PICK)
    def confirm(self, pick):
        reported = self.one(pick, journal.PROGRESS)
        code = reported.deed if reported else "JYT-1-1"
        self.own("confirm", code, "--yes", code=code)

    @rule(pick=PICK, agency=st.none() | ANYBODY, approved=CHANCE)
    def undo(self, pick, agency, approved):
        reported = self.one(pick, *journal.HANDED_IN)
        code = reported.deed if reported else "JYT-1-1"
        words = ["--approval", "文号", "--reason", "误报"] if approved else []
        self.deeds("undo", code, *words, agency=agency or self.lead(code))

    @rule(pick=PICK)
    def undo_another(self, pick):
        entry = self.one(pick, *journal.PLAN, journal.BASELINE, journal.PROGRESS, journal.FINDING, journal.PROPOSAL, journal.DECISION, journal.DROP, journal.INSTRUCTION)
        if entry:
            self.deeds("undo", entry.deed, "--entry", str(entry.number), "--reason", "误报", "--approval", "文号")

    # The plan.

    @rule(code=CODES, title=st.sampled_from(["你点我检", "名称甲", " "]))
    def name(self, code, title):
        self.own("name", code, title, code=code)

    @rule(titles=st.lists(st.sampled_from(["名称甲", "名称乙", "名称丙", ""]), min_size=1, max_size=3))
    def name_all(self, titles):
        (self.folder / "names.txt").write_text("\n".join(titles), encoding="utf-8")
        self.deeds("name", "SCJG-1", "--from", str(self.folder / "names.txt"), "--yes", agency="SCJG")

    @rule(agency=AGENCIES, title=st.sampled_from(["新增一件", "新增又一件"]))
    def add(self, agency, title):
        self.deeds("add", f"{agency}-1", title, agency=agency)

    @rule(code=st.sampled_from(["MZT-1-2", "SCJG-1-62", "JYT-1-5"]), into=st.none() | CODES, approved=CHANCE)
    def drop(self, code, into, approved):
        why = ["--reason", "重复", "--into", into] if into else ["--reason", "nonexistent"]
        self.deeds("drop", code, *why, *(["--approval", "文号"] if approved else []), agency=OFFICE if approved else self.lead(code))

    @rule(codes=st.lists(CODES, min_size=1, max_size=3), ahead=AHEAD, approved=CHANCE)
    def assign(self, codes, ahead, approved):
        words = ["assign", *codes, "--start", str(FIRST), "--due", str(self.today + timedelta(days=ahead)), "--basis", "文号", "--yes"]
        self.deeds(*words, *(["--approval", "文号", "--reason", "理由"] if approved else []))

    @rule(code=CODES, lead=AGENCIES, verifier=AGENCIES, approved=CHANCE)
    def hand_over(self, code, lead, verifier, approved):
        words = ["assign", code, "--lead", lead, "--verifier", verifier]
        self.deeds(*words, *(["--approval", "文号", "--reason", "机构改革"] if approved else []))

    @rule(code=st.sampled_from(["CZT", "czt", "MZT", "1"]), name=st.sampled_from(["省财政厅", "省民政厅", "省审计厅"]))
    def add_agency(self, code, name):
        known = {each["code"] for each in self.agencies()}
        done, _ = self.deeds("agency", "add", code, name)
        found = self.agencies()
        assert {each["code"] for each in found} == known | ({code.upper()} if not done else set())
        assert len({each["name"] for each in found}) == len(found), "no two of one name"

    def agencies(self) -> list[dict]:
        return json.loads(self.deeds("agency", "list", "--json")[1])["agencies"]

    @rule(agency=AGENCIES)
    def baseline(self, agency):
        self.deeds("baseline", f"{agency}-1", "--approval", "文号", "--yes")

    @rule(codes=st.lists(CODES, min_size=1, max_size=2), ahead=AHEAD, what=st.sampled_from(["due", "lead", "suspend", "terminate", "resume"]))
    def propose(self, codes, ahead, what):
        asked = {"due": ["--due", str(self.today + timedelta(days=ahead))], "lead": ["--lead", "MZT"]}.get(what, [f"--{what}"])
        self.deeds("propose", *codes, *asked, "--reason", "招标流标", agency=self.lead(codes[0]))

    @rule(yes=CHANCE, picks=st.lists(PICK, min_size=1, max_size=2))
    def decide(self, yes, picks):
        words = ["--approve", "--approval", "文号"] if yes else ["--decline", "--reason", "不同意"]
        proposed = [self.one(pick, journal.PROPOSAL) for pick in picks]
        self.deeds("decide", *(str(each.number if each else 1) for each in proposed), *words)

    # Verification, instructions, rounds.

    @rule(pick=PICK, stranger=st.none() | st.none() | ANYBODY, yes=CHANCE)
    def verify(self, pick, stranger, yes):
        reported = self.one(pick, journal.PROGRESS)
        code = reported.deed if reported else "JYT-1-1"
        self.deeds("verify", code, "--confirm" if yes else "--reject", "--note", "现场核查", agency=stranger or OFFICE)

    @rule(agency=ANYBODY, unfinished=CHANCE, seed=st.integers(0, 9))
    def sample(self, agency, unfinished, seed):
        """What is drawn may be verified, and is drawn again."""
        words = ["verify", "--sample", "2", "--seed", str(seed), *["--unfinished"] * unfinished, "--json"]
        drawn = json.loads(self.deeds(*words, agency=agency)[1])["sample"]
        found = pencil.counted(pencil.pages(self.journal))
        wait = [code for code, page in found.items() if page.status and page.verdict is None and page.verifier == agency and page.held["progress"].agency != agency]
        wait = [code for code in wait if unfinished or found[code].status == lifecycle.COMPLETED]
        assert drawn["population"] == len(wait) and set(drawn["drawn"]) <= set(wait) and len(drawn["drawn"]) == min(2, len(wait))
        assert json.loads(self.deeds(*words, "--known-at", str(drawn["known_at"]), agency=agency)[1])["sample"] == drawn

    @rule(whom=CODES | AGENCIES, ahead=AHEAD)
    def instruct(self, whom, ahead):
        self.deeds("instruct", whom, "抓紧办理", "--by", str(self.today + timedelta(days=ahead)), "--from", "分管领导")

    @rule(pick=PICK)
    def withdraw(self, pick):
        asked = self.one(pick, journal.INSTRUCTION, journal.ANSWER, deeds=False)
        self.deeds("instructions", "--withdraw", str(asked.number if asked else 1), "--reason", "误记")

    @rule(code=CODES, yes=CHANCE)
    def finish(self, code, yes):
        """To the end and checked, as chance alone seldom brings it about."""
        self.complete(code)
        self.deeds("verify", code, "--confirm" if yes else "--reject", "--note", "现场核查")

    @rule(pick=PICK, stranger=st.none() | ANYBODY)
    def answer(self, pick, stranger):
        asked = self.one(pick, journal.INSTRUCTION, deeds=False)
        owner = OFFICE if asked is None else self.lead(asked.deed) if asked.deed else asked.lead
        words = ["answer", str(asked.number if asked else 1), "已落实"]
        done, _ = self.deeds(*words, agency=stranger or owner)
        assert done or self.deeds(*words, agency=stranger or owner)[0], "answered once"

    @rule(ahead=st.integers(-1, 15))
    def open_round(self, ahead):
        self.deeds("round", "open", f"{self.today:%Y-%m}", "--by", str(self.today + timedelta(days=ahead)))

    @rule(ahead=st.integers(-5, 20))
    def move_round(self, ahead):
        self.deeds("round", "move", "--by", str(self.today + timedelta(days=ahead)), "--reason", "系统升级")

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
        filled = self.folder / f"{form.name.split('_')[0]}_{next(_numbers)}.xlsx"
        book.save(filled)
        done, _ = self.deeds("handin", str(filled), agency=stranger or form.name.split("_")[0])
        if not done and not stranger:
            before = entries_in(self.engine)
            assert self.deeds("handin", str(filled), agency=form.name.split("_")[0])[0] == 0
            assert entries_in(self.engine) == before, "the same file twice changes nothing"
            self.forms.append(filled)  # to be corrected and handed in again
            self.filled.append(filled)

    @precondition(lambda self: self.filled)
    @rule(which=st.integers(0, 3))
    def take_back_a_form(self, which):
        form = self.filled[-1 - which % len(self.filled)]
        self.deeds("undo", "--form", form.name, "--yes", "--reason", "填错", "--approval", "文号", agency=form.name.split("_")[0])

    # Door three: pasted lines.

    @rule(code=CODES, said=SAID, note=WORDS, second=st.none() | CODES | WRONG, stranger=st.none() | ANYBODY)
    def take(self, code, said, note, second, stranger):
        status, percent = said
        pasted = self.folder / "pasted.txt"
        word = i18n.Catalogue("zh-CN")(f"words.status_{status}")
        pasted.write_text(f"{code} {word} {percent}% {note}\n" + (f"{second} 无变化\n" if second else ""), encoding="utf-8")
        self.deeds("take", str(pasted), "--sender", "张三", agency=stranger or OFFICE)

    @rule(days=st.integers(1, 25))
    def days_pass(self, days):
        self.today += timedelta(days=days)

    # What holds, whatever happened.

    @invariant()
    def the_rules_hold(self):
        self.the_journal_only_grows()
        if self.seen != (len(self.journal), self.today):  # else all screens are as they were
            self.seen = (len(self.journal), self.today)
            self.the_screens_agree()
            self.rounds_lose_nothing()

    def the_journal_only_grows(self):
        """Rule 3: numbers without gaps, recorded times that never go back, no day in the future, nothing changed."""
        self.journal = self.read()
        with database.reading(self.engine) as connection:
            hashes = entries.head(connection)
        assert [entry.number for entry in self.journal] == list(range(1, len(self.journal) + 1))
        assert all(a.recorded_at <= b.recorded_at for a, b in zip(self.journal, self.journal[1:], strict=False))
        assert all(entry.effective_on <= self.today for entry in self.journal)
        assert self.journal[: len(self.known)] == self.known
        for entry in self.journal[len(self.known) :]:
            lawful.check(entry, self.journal[: entry.number - 1])
        self.known = self.journal
        assert hashes.number == len(self.journal)

    def the_screens_agree(self):
        """Rules 1, 2, 4, 5, 7, 9, 10: each screen shows what pencil and paper make of the journal; every count on one is the count on another."""
        pages = pencil.pages(self.journal)
        kept = pencil.counted(pages)
        listed = json.loads(self.deeds("list", "--all", "--json")[1])["deeds"]
        shown = json.loads(self.deeds("status", "--json")[1])
        assert {one["code"] for one in listed} == set(kept)
        lights = {}
        for one in listed:
            page = kept[one["code"]]
            said = (page.status or lifecycle.UNREPORTED, page.progress, page.due, page.title, page.lead, page.verdict, page.closed_out, page.standing[1])
            due = one["due_on"] and date.fromisoformat(one["due_on"])
            assert (one["status"], one["progress"], due, one["title"], one["agency"], one["verdict"], one["closed_out"], one["counted"]) == said, one
            plan = page.held["schedule"].schedule if page.due or "schedule" in page.held else lifecycle.Schedule()
            rating = lifecycle.Rating(*page.standing, page.closed_out, plan)
            lights[one["code"]] = lifecycle.light(rating, self.today, pencil.silent(self.journal, page)).colour
            assert one["light"] == lights[one["code"]], one
        self.stands_beside_the_original(pages)
        total = shown["total"]
        assert total["deeds"] == len(kept) and shown["dropped"] == len(pages) - len(kept)
        assert total["named"] == sum(page.title is not None for page in kept.values())
        assert total["dated"] == sum(page.due is not None for page in kept.values())
        assert total["reported"] == sum(page.status is not None for page in kept.values())
        assert total["silent"] == sum(pencil.silent(self.journal, page) and page.standing[0] not in pencil.FINISHED for page in kept.values())
        assert total["announced"] == 132
        for colour, number in total["lights"].items():
            assert number == sum(light == colour for light in lights.values()), colour
        if any(line["announced"] != line["deeds"] for line in shown["agencies"]):
            for line in shown["agencies"]:
                came = sum(page.lead == line["agency"] != code.split("-")[0] for code, page in kept.items())
                went = sum(page.lead != line["agency"] == code.split("-")[0] for code, page in kept.items())
                assert (line["taken_over"], line["handed_over"]) == (came, went), line
        for name in ("announced", "deeds", "named", "dated", "reported", "silent", "taken_over", "handed_over"):
            assert total[name] == sum(line[name] for line in shown["agencies"]), name

    def stands_beside_the_original(self, pages: dict[str, pencil.Page]):
        """Rule 5: what was fixed first stays in sight; and what waits for an answer."""
        columns = (current.c.original_due_on, current.c.fixed, current.c.open_proposals, current.c.open_instructions)
        with database.reading(self.engine) as connection:
            rows = connection.execute(select(deed.c.code, *columns).join(current)).all()
        for code, original, fixed, proposals, instructions in rows:
            page = pages[code]
            baselines = [each for each in page.lines if each.kind == journal.BASELINE]
            assert fixed == bool(baselines)
            then = pencil.pages(self.journal[: min(each.number for each in baselines)])[code].due if baselines else None
            assert original == then, code
            assert proposals == len(page.open(journal.PROPOSAL, journal.DECISION)), code
            assert instructions == len(page.open(journal.INSTRUCTION, journal.ANSWER)), code

    def rounds_lose_nothing(self):
        """Rule 9: what a round brought is what was handed in since it opened, wherever its closing day was moved."""
        known = pencil.periods(self.journal)
        if not known:
            return
        shown = json.loads(self.deeds("round", "status", "--json")[1])
        assert (shown["round"]["opens_on"], shown["round"]["closes_on"]) == (str(known[-1].opens), str(known[-1].closes))
        assert {name: shown["total"][name] for name in ("reported", "confirmed", "late", "silent", "finished")} == pencil.outcomes(self.journal, known[-1])


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
