"""Completion: what is offered where, in the shells themselves, and what a press of Tab costs."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tracker import completing, i18n
from tracker.cli import listing
from tracker.cli.completion import SCRIPTS
from tracker.cli.panels import MODULES

pytest_plugins = ["office"]
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def offered(office, monkeypatch):
    """What is offered for a line, as words; the shipped books are there."""
    monkeypatch.setenv("DEEDS_DATABASE_URL", office.url)
    i18n.use("zh-CN")
    return lambda line: [value for value, _ in completing.candidates(line.split(" "))]


def test_every_command_is_offered_first(offered):
    assert offered("") == list(MODULES)
    assert offered("sta") == ["status", "start"]


def test_groups_offer_their_commands(offered):
    assert {"open", "status", "close"} <= set(offered("round "))
    assert offered("report bri") == ["brief"]


def test_codes_in_their_natural_order(offered):
    codes = offered("update SCJG-1-")
    assert codes[:3] == ["SCJG-1-1", "SCJG-1-2", "SCJG-1-3"]
    assert len(codes) == 62
    assert offered("update scjg-1-6")[:2] == ["SCJG-1-6", "SCJG-1-60"]


def test_ones_own_codes_come_first(offered, monkeypatch):
    monkeypatch.setenv("DEEDS_AGENCY", "JYT")
    assert {code.split("-")[0] for code in offered("update ")} == {"JYT"}


def test_too_many_codes_give_way_to_commitments(offered, monkeypatch):
    monkeypatch.setattr(completing, "MANY", 20)
    assert "SCJG-1" in offered("update ")
    assert len(offered("update ")) == 12
    assert offered("update JYT-")[:2] == ["JYT-1", "JYT-1-1"]


def test_where_several_deeds_may_be_given_agencies_and_commitments_are_offered_too(offered):
    assert offered("assign jyt")[:3] == ["JYT", "JYT-1", "JYT-1-1"]
    assert offered("confirm SJGW-")[:2] == ["SJGW-1", "SJGW-1-1"]
    assert offered("show JYT-")[0] == "JYT-1-1", "one deed is asked for"


def test_columns_by_name_one_after_another(offered):
    assert offered("list --columns ")[:3] == ["编号", "名称", "责任单位"]
    assert offered("list --columns 编号,时限,责任") == ["编号,时限,责任单位", "编号,时限,责任人"]
    assert "编号,编号" not in offered("list --columns 编号,")
    assert offered("list --group-by l") == ["lead", "light"]
    assert offered("list --sort ") == ["编号", "时限", "完成率", "最近变动"]


def test_titles_and_names_explain_codes(offered):
    assert dict(completing.candidates(["show", "JYT-1-1"]))["JYT-1-1"] == "学生减负"
    assert ("JYT", "省教育厅") in completing.candidates(["list", "--agency", ""])
    assert offered("list -a 省教育") == ["省教育厅"]


def test_statuses_by_code_and_by_word(offered):
    assert offered("update JYT-1-3 -s ") == ["未启动", "推进中", "受阻", "已完成", "暂缓", "终止"]
    assert offered("update JYT-1-3 --status=in") == ["--status=in_progress"]
    assert offered("update JYT-1-3 -s 推") == ["推进中"]
    assert offered("list --light r") == ["red"]
    assert offered("drop SCJG-1-2 --reason ") == ["合并", "重复", "不存在"]
    assert offered("person add 张三 --role ") == ["经办人", "统筹单位", "核实人", "领导"]


def test_codes_first_where_words_have_blanks(offered):
    i18n.use("en")
    assert offered("update JYT-1-3 -s ") == list(completing.STATUSES)
    assert offered("update JYT-1-3 -s comp") == ["completed"]


def test_what_is_offered_is_understood():
    from tracker import words

    read = {"STATUS": words.status, "LIGHT": words.light, "ROLE": words.role, "DUTY": words.duty}
    read |= {kind: lambda word, codes=codes: listing.chosen(word, codes) for kind, (prefix, codes) in completing.NAMED.items() if prefix == "look.column"}
    for tag in i18n.LANGUAGES:
        i18n.use(tag)
        for kind, (prefix, codes) in completing.NAMED.items():
            found = [read.get(kind, words.drop_reason)(value) for value, _ in completing._named("", prefix, codes)]
            assert found == list(codes), (tag, kind)


def test_figures_of_the_report_named_before(offered, office):
    office("report", "agency", "JYT", "-o", "a.pdf")
    i18n.use("zh-CN")
    meanings = dict(completing.candidates(["report", "trace", "a.pdf", "agency.JYT.d"]))
    assert meanings["agency.JYT.dated"] == "省教育厅 · 已定时限"
    assert offered("report trace missing.pdf ") == offered("report trace deeds.db ") == []
    assert offered("report trace ") == [completing.FILES]


def test_too_many_figures_give_way_to_what_they_begin_with(offered, office, monkeypatch):
    office("report", "agency", "JYT", "-o", "a.pdf")
    monkeypatch.setattr(completing, "MANY", 3)
    assert "agency." in offered("report trace a.pdf ")


def test_options_and_files(offered):
    assert offered("list --un") == ["--undated", "--unnamed"]
    assert offered("handin ") == [completing.FILES]
    assert offered("report brief -o ") == [completing.FILES]
    assert offered("report brief --script ") == ["hans", "hant"]
    assert "--progress" in offered("update JYT-1-3 -s 推进中 --p")


def test_nothing_to_offer_is_no_error(offered, monkeypatch, tmp_path):
    assert offered("no-such-command ") == []
    assert offered("update JYT-1-3 -n ") == []
    for url in (str(tmp_path / "missing.db"), "postgresql://127.0.0.1:1/none", __file__):
        monkeypatch.setenv("DEEDS_DATABASE_URL", url)
        assert offered("update J") == []
        assert offered("up") == ["update"]
    assert not (tmp_path / "missing.db").exists()


def test_statuses_and_colours_are_those_of_the_rules():
    from tracker import lifecycle

    assert completing.STATUSES == lifecycle.STATUSES
    assert completing.COLOURS == lifecycle.COLOURS


def test_control_characters_never_reach_the_shell(offered, monkeypatch):
    monkeypatch.setattr(completing, "candidates", lambda words: [("A-1-1", "a\x1b[31m\tb\nc")])
    assert list(completing.lines([""])) == ["A-1-1\ta\ufffd[31m b c"]


@pytest.fixture
def shell_environment(office, tmp_path):
    """An environment in which a shell finds `deeds`."""
    command = tmp_path / "bin" / "deeds"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tracker "$@"\n')
    command.chmod(0o755)
    path = f"{command.parent}:{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "DEEDS_DATABASE_URL": office.url, "LC_ALL": "C.UTF-8"}


BASH = r"""
eval "$(deeds completion bash)"
COMP_LINE=$1 COMP_POINT=${#1}
# As bash splits a line: at blanks and at each of COMP_WORDBREAKS, of which only = occurs here.
mapfile -t COMP_WORDS < <(printf '%s' "${1//=/ = }" | tr -s ' ' '\n'); [[ $1 == *[\ =] ]] && COMP_WORDS+=("")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
compopt() { echo "files"; }
_deeds
printf '%s\n' "${COMPREPLY[@]}"
"""


def bash(environment, line: str) -> list[str]:
    run = subprocess.run(["bash", "-c", BASH, "-", line], env=environment, capture_output=True, text=True, timeout=60)
    assert not run.stderr, run.stderr
    return run.stdout.split()


def test_in_bash(shell_environment):
    assert bash(shell_environment, "deeds upd") == ["update"]
    assert bash(shell_environment, "deeds show JYT-1-2") == ["JYT-1-2"]
    assert bash(shell_environment, "deeds list --status=in") == ["in_progress"]
    assert bash(shell_environment, "deeds handin x") == ["files"]


def test_in_zsh(shell_environment):
    if not shutil.which("zsh"):
        pytest.skip("zsh is not installed: its script is not tried")
    # Completion widgets need a terminal; what they are given does not.
    script = """
    compdef() { :; }
    _files() { print -r -- files; }
    _describe() { print -rl -- "${found[@]}"; }
    eval "$(deeds completion zsh)"
    words=(deeds list -a JY); CURRENT=4; _deeds
    words=(deeds handin ''); CURRENT=3; _deeds
    """
    run = subprocess.run(["zsh", "-fc", script], env=shell_environment, capture_output=True, text=True, timeout=60)
    assert (run.stdout.splitlines(), run.stderr) == (["JYT:省教育厅", "JYJ:省监狱管理局", "files"], "")


def test_in_fish(shell_environment):
    if not shutil.which("fish"):
        pytest.skip("fish is not installed: its script is not tried")
    script = "deeds completion fish | source; complete -C 'deeds show JYT-1-1'; complete -C 'deeds upd'"
    run = subprocess.run(["fish", "-c", script], env=shell_environment, capture_output=True, text=True, timeout=60)
    assert (run.stdout.splitlines()[0], run.stderr) == ("JYT-1-1\t学生减负", "")
    assert run.stdout.splitlines()[-1].startswith("update\t")


def test_an_unknown_shell_is_refused(office):
    screen = office("completion", "csh", ok=False)
    assert screen.code == 2
    assert "bash / zsh / fish" in screen.err
    assert all(office("completion", shell).out.strip() == script.strip() for shell, script in SCRIPTS.items())


def test_a_tab_costs_at_most_twelve_empty_pythons(shell_environment):
    """Medians of alternating runs of whole processes; taken anew when the machine was busy with something else."""

    def seconds(*words: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, *words], env=shell_environment, check=True, capture_output=True)
        return time.perf_counter() - start

    def times() -> float:
        runs = [(seconds("-c", "pass"), seconds("-m", "tracker", "__complete", "update", "J")) for _ in range(9)]
        empty, tab = (statistics.median(column) for column in zip(*runs, strict=True))
        return tab / empty

    assert any(times() <= 12 for _ in range(3))


def test_a_tab_loads_nothing_heavy(shell_environment):
    script = "import sys; sys.argv = ['deeds', '__complete', 'show', 'J']; from tracker.cli import main; main(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], env=shell_environment, capture_output=True, text=True)
    assert "sqlite3" in loaded.stdout
    for heavy in ("typer", "sqlalchemy", "rich", "pydantic", "yaml"):
        assert f" {heavy} " not in loaded.stdout, heavy
