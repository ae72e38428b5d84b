"""The program `deeds-as` of the small set-up, which lets a clerk act for their own agency over SSH."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from reader import ROOT, Reader

from tracker.locale.__main__ import traditional

pytest_plugins = ["office"]


@pytest.fixture
def clerk(shipped_books, tmp_path, monkeypatch):
    """What the host of the small set-up does with a line that a clerk of JYT sends over SSH."""
    (tmp_path / "folder").mkdir()
    reader = Reader(tmp_path / "folder", monkeypatch)
    monkeypatch.setenv("DEEDS_HOME", str(reader.folder))
    monkeypatch.setenv("DEEDS_PROGRAM", shutil.which("deeds"))
    monkeypatch.setenv("DEEDS_LANG", "en")
    shutil.copy(shipped_books, reader.folder / "deeds.db")

    def send(line: str, typed: str = "") -> subprocess.CompletedProcess:
        program = [sys.executable, str(ROOT / "docs" / "examples" / "deeds-as"), "JYT", "张三"]
        environ = {**os.environ, **({"SSH_ORIGINAL_COMMAND": line} if line else {})}
        return subprocess.run(program, env=environ, input=typed, capture_output=True, text=True, timeout=60)

    return send


def test_a_clerk_acts_for_their_agency_only(clerk):
    assert "JYT-1-3" in clerk("update JYT-1-3 -s 推进中 -p 60 -n '已完成 摸底'").stdout
    assert "张三" in clerk("log JYT-1-3").stdout
    assert clerk("update SCJG-1-1 -s blocked").returncode == 6
    assert clerk("take - --sender=x", "JYT-1-4 推进中 30% 已培训\n").returncode == 0
    assert "deeds> JYT-1-3" in clerk("", "show JYT-1-3\n").stdout
    left = clerk("", "exit\nshow JYT-1-3\n")
    assert "(To leave: exit, or Ctrl-D)\ndeeds> " in left.stdout and "JYT-1-3 " not in left.stdout and left.returncode == 0


@pytest.mark.parametrize(
    "line",
    [
        "demo -o .", "init", "db upgrade", "report brief -o deeds.db", "handout -o x", "evidence --extract 1 -o deeds.db",
        "complete JYT-1-1 --evidence deeds.db", "complete JYT-1-1 --evidence=deeds.db", "name JYT-1-1 --from=deeds.db",
        "list; touch broken", "$(touch broken)", "import x", "'",
    ],
)  # fmt: skip
def test_nothing_else_is_let_through(clerk, tmp_path, line):
    before = sorted(path.name for path in (tmp_path / "folder").iterdir())
    assert clerk(line).returncode == 2
    assert sorted(path.name for path in (tmp_path / "folder").iterdir()) == before


@pytest.mark.parametrize(
    ("line", "lang", "said"),
    [
        ("report brief", "zh-CN", "“report”在此处不能用。可用：inbox / list"),
        ("report brief", "zh-TW", "「report」在此處不能用。可用：inbox / list"),
        ("report brief", "en", "“report” cannot be used here. Choose from: inbox / list"),
        ("complete JYT-1-1 --evidence=x", "zh-CN", "--evidence 要读主机上的文件"),
        ("list '", "zh-CN", "引号没有配对"),
    ],
)  # fmt: skip
def test_a_refusal_says_why_and_what_to_do(clerk, monkeypatch, line, lang, said):
    monkeypatch.setenv("DEEDS_LANG", lang)
    refused = clerk(line).stderr
    assert refused.startswith(said) and refused.count("\n") == 1, refused


@pytest.mark.parametrize("word", ["help", "--help"])
def test_help_lists_what_may_be_used(clerk, word):
    listed = clerk(word)
    assert listed.returncode == 0 and "Commands: inbox / list" in listed.stdout and "report" not in listed.stdout
    assert "--status" in clerk("update --help").stdout


def test_a_program_that_is_not_there_is_told(clerk, monkeypatch):
    monkeypatch.setenv("DEEDS_PROGRAM", "/no/such/deeds")
    refused = clerk("list")
    assert refused.returncode == 3 and "/no/such/deeds" in refused.stderr and "Traceback" not in refused.stderr


def test_traditional_is_made_of_simplified():
    from runpy import run_path

    for simplified, taiwan, _ in run_path(str(ROOT / "docs" / "examples" / "deeds-as"))["SAID"].values():
        assert taiwan == traditional(simplified)


def test_no_shell_sees_the_line(clerk, tmp_path):
    clerk("list && touch broken")
    clerk("list $(touch broken) `touch broken` > broken")
    assert not (tmp_path / "folder" / "broken").exists()


def test_pasted_lines_come_from_the_clerk_not_from_a_file(clerk, tmp_path):
    (tmp_path / "folder" / "secret").write_text("JYT-1-3 推进中 30% x\n")
    assert "JYT-1-3" not in clerk("take secret", "").stdout
