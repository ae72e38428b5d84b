"""Whole screens in Chinese: no English where a clerk or a leader reads, whatever put it together."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from test_i18n import english

from tracker.cli.grammar import GRAMMAR
from tracker.i18n import LANGUAGES
from tracker.locale.__main__ import rooms

pytest_plugins = ["office"]
ROOT = Path(__file__).resolve().parents[1]

# What is typed or names itself: keys of sources, metavars of the shell, the rule set.
KNOWN = {"jiangsu", "lights", "SHA256", "article", "OK"}


def leaks(screen: str) -> set[str]:
    """English words of a screen, beside commands, options, paths, codes of deeds and agencies, names of figures."""
    found: set[str] = set()
    for line in screen.splitlines():
        found |= english(re.sub(r"`[^`]*`|zh-\w+|\b[0-9a-f]{4,}\b|https?://\S+|deeds [^；，]*|\S*/\S*|[a-z]+-\d{4}|\w+(\.[\w-]+)+|\b[A-Z]{2,5}\b", "", line))
    return found - KNOWN


def test_leaks_are_noticed():
    assert leaks("JYT-1-2  教师减压\n  自报进展  by funds  （2021-07-05）") == {"by", "funds"}


def simplified(screen: str) -> str:
    """The characters of a screen that no Traditional text has."""
    return "".join(sorted({sign for sign in re.findall("[\u4e00-\u9fff]", screen) if not sign.encode("big5", "ignore")}))


def test_simplified_characters_are_noticed():
    assert simplified("JYT-1-2 教师減壓，繁體臺帳") == "师"


@pytest.fixture
def month(office):
    """Books in which a little of everything has happened."""
    office("assign", "JYT-1", "--start", "2021-06-01", "--due", "2021-06-30", "--basis", "示例文号", "--yes")
    office("round", "open", "2021-07", "--by", "2021-07-25")
    office("update", "JYT-1-3", "-s", "推进中", "-p", "60", "-n", "已完成摸底", "--stage", "实施", "--expected", "12-20")
    office("block", "JYT-1-2", "-d", "经费未到位", "--ask", "请协调")
    office("complete", "JYT-1-1")
    office("baseline", "JYT-1", "--approval", "示例批复", "--yes")
    office("propose", "JYT-1-2", "--due", "2022-03-31", "--reason", "流标", agency="JYT")
    office("instruct", "JYT-1-2", "请说明原因", "--by", "2021-07-20", "--from", "分管领导")
    office("verify", "JYT-1-1", "--reject", "-n", "现场未见")
    office("person", "add", "张伟", "--agency", "JYT", "--role", "经办人", "--duty", "联络员")
    office("assign", "JYT-1-4", "--supporter", "SWT", "--responsible", "陈建国", "--target", "3000个检测点", "--reason", "调整", "--approval", "示例函", "--yes")
    return office


# What a little of everything looks like.
SCREENS = [
    ["status"], ["list"], ["list", "--agency", "JYT"], ["list", "--group-by", "commitment"], ["list", "-a", "JYT", "--columns", "code,title,supporters,responsible,difficulty,ask"],
    ["show", "JYT-1-1"], ["show", "JYT-1-2"], ["show", "JYT-1-4", "--source"], ["log", "JYT-1-2"], ["log", "JYT-1-4"],
    ["explain", "JYT-1-2"], ["inbox"], ["inbox", "-a", "JYT"], ["instructions"], ["silent"], ["due"], ["whoami"], ["disagreements"], ["round", "status"],
    ["remind", "--dry-run"], ["person", "list"], ["agency", "list"], ["source", "list"], ["db", "check"], ["report", "summary"], ["handout", "-o", "表"],
    ["update", "JYT-1-3", "-p", "70", "-n", "经费到位"], ["assign", "JYT-1-3", "--responsible", "张伟", "--dry-run"], ["undo", "JYT-1-3"],
    ["show", "JYT-1-99"], ["list", "-a", "省教育"], ["add", "JYT-1", "学生减负"], ["answer", "1", "已办"],
]  # fmt: skip


def test_no_simplified_script_on_a_traditional_screen(month):
    for words in SCREENS:
        screen = month(*words, lang="zh-TW", ok=False)
        assert simplified(screen.out + screen.err) == "", (words, screen)


def test_what_a_program_reads_stays_as_it_is_kept(month):
    for words in (["list", "--json"], ["list", "--json", "--group-by", "lead"], ["list", "--csv"], ["show", "JYT-1-4", "--json"], ["log", "JYT-1-2", "--json"], ["inbox", "--json"]):
        said = month(*words, lang="zh-TW").out
        assert "学生减负" in said or "教师减压" in said or "流标" in said or "近视" in said, words
        assert "省教育廳" not in said, words


def test_a_name_of_a_file_and_a_command_stay_as_they_are_typed(month, tmp_path):
    (tmp_path / "练习.xlsx").write_bytes(b"no sheet")
    assert "练习.xlsx" in month("handin", str(tmp_path / "练习.xlsx"), lang="zh-TW", ok=False).err


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW"])
def test_screens(month, language):
    for words in SCREENS:
        screen = month(*words, lang=language, ok=False)
        assert len(screen.out + screen.err) > 10, words
        assert leaks(screen.out + screen.err) == set(), (words, screen)


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW"])
def test_pages_of_the_brief(month, language):
    from tracker.reports import facts, making, reading

    with month.books() as b:
        made = facts.facts(b.connection, b.now.today, reading.position(b.connection, None), b.now.today)
    page = making.html("brief", made, making.Choices(language)).html
    text = re.sub(r"<(style|svg)\b.*?</\1>", "", page, flags=re.DOTALL)
    text = re.sub(r"<[^>]+>|&\w+;", "\n", text)
    assert "教師減壓" in text or "教师减压" in text
    assert leaks(text) == set()


def test_help_of_every_command():
    """The reference is made of the help texts, and another test holds it to them; here is the rest of a help page."""
    assert leaks((ROOT / "docs" / "cli.zh.md").read_text(encoding="utf-8").partition("\n## ")[2].replace("```text", "")) == set()
    environ = {**os.environ, "DEEDS_LANG": "zh-CN", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    for words in ([], ["update"], ["report"], ["report", "brief"]):
        run = [sys.executable, "-m", "tracker", *words, "--help"]
        page = subprocess.run(run, env=environ, capture_output=True, text=True, check=True).stdout
        names = {name for path in GRAMMAR for name in path.split()}
        assert leaks(re.sub(r"^  [a-z]+ ", "", page, flags=re.MULTILINE)) - names == set(), words


def commands_named(text: str, language: str) -> list[str]:
    """What a message tells the reader to type: every command in Chinese; in English those after an arrow or in an example."""
    if language == "en" and "xample" not in text:
        text = text.rpartition("→ ")[2] if "→" in text else ""
    return re.findall(r"(?<![\w.-])deeds [^；;。）“”]*", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_that_a_message_names_exists(language):
    """With its options: advice that does not work is worse than none."""
    groups = {path.split()[0] for path in GRAMMAR if " " in path}
    wrong, seen = set(), 0
    for room in rooms():
        for key, text in import_module(f"tracker.locale.{language.replace('-', '_')}.{room}").MESSAGES.items():
            for typed in commands_named(text, language):
                words = typed.split()[1:]
                if not words or not re.fullmatch("[a-z]+", words[0]):
                    continue
                seen += 1
                path = words[0] if words[0] in GRAMMAR or len(words) == 1 else " ".join(words[:2])
                if path in groups:
                    continue
                options = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
                if path not in GRAMMAR:
                    wrong.add((f"{room}.{key}", path))
                elif unknown := {part for option in options for part in option.split("|")} - {*GRAMMAR[path][0], "-h"}:
                    wrong.add((f"{room}.{key}", path, *unknown))
    assert seen > 100
    assert wrong == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_says_what_to_do(language):
    """A command, an advice, or what can be chosen from; a fault that only states a fact leaves the reader alone."""
    says = r"→|[请請]|可用" if language != "en" else r"→|; |\. [A-Z]|: |, .*(can|asks?)\b|\?"
    known = import_module(f"tracker.locale.{language.replace('-', '_')}.errors").MESSAGES
    assert {key for key, text in known.items() if not re.search(says, text) and "须" not in text and "須" not in text} == set()
