"""`update` on a terminal: asks for what is open, again after a wrong answer, and keeps nobody waiting."""

from __future__ import annotations

import pytest

from tracker.cli import output

pytest_plugins = ["office"]


@pytest.fixture
def asked(office, monkeypatch):
    """Answers prompts in turn: `asked(code, *answers)` gives the screen and every prompt with its present value."""
    monkeypatch.setattr(output, "interactive", lambda: True)

    def run(code: str, *answers: str, ok: bool = True, agency: str = "JYT", **who):
        left, seen = list(answers), []

        def prompt(label, default="", **more):
            seen.append((label.partition("（")[0], default))
            answer = left.pop(0)
            answer = answer() if callable(answer) else answer
            return answer or default

        monkeypatch.setattr("typer.prompt", prompt)
        screen = office("update", code, agency=agency, ok=ok, **who)
        assert left == []
        return screen, seen

    return run


def last(office, code="JYT-1-1"):
    return office("log", code, "--json").json["entries"][-1]


def test_a_wrong_answer_is_asked_for_again(office, asked):
    screen, seen = asked("JYT-1-1", "完工", "受阻", "120", "100", "40", "摸底", "", "缺钱", "调研", "请拨款", "省民政厅", "7-1", "12-20")
    assert [label for label, _ in seen] == ["状态"] * 2 + ["完成率"] * 3 + ["进展情况", "存在问题", "存在问题", "所处阶段", "提请事项", "向谁提请", "预计完成", "预计完成"]
    assert screen.err.count("错误：") == 5
    entry = last(office)
    said = {name: entry[name] for name in ("status", "progress", "note", "difficulty", "stage", "ask", "ask_of", "expected_on")}
    assert list(said.values()) == ["blocked", 40, "摸底", "缺钱", "调研", "请拨款", "省民政厅", "2021-12-20"]


def test_what_is_possible_is_offered(office, asked):
    office("complete", "JYT-1-1")
    screen, seen = asked("JYT-1-1", "受阻", "推进中", "60", "", "", "", "漏报一项")
    assert "现在不能报“受阻”。可选：推进中、已完成" in screen.err
    assert seen[0] == ("状态", "已完成") and seen[2] == ("完成率", "") and seen[-1][0] == "理由"
    assert last(office)["reason"] == "漏报一项"
    screen, seen = asked("SJGW-1-1", "已完成", "推进中", "", "", "", agency="SJGW")
    assert "现在不能报“已完成”" in screen.err, "it has no name yet"
    assert asked("JYT-1-1", "已完成", "验收")[1] == [("状态", "推进中"), ("进展情况", "")]


def test_present_values_are_offered_and_kept(office, asked):
    office("block", "JYT-1-1", "-d", "缺钱", "--ask", "请拨款", "--expected", "12-1")
    office("update", "JYT-1-1", "-p", "30", "--stage", "调研", "--ask", "请拨款")
    _, seen = asked("JYT-1-1", *[""] * 8)
    assert seen == [("状态", "受阻"), ("完成率", "30"), ("进展情况", ""), ("存在问题", "缺钱"), ("所处阶段", "调研"), ("提请事项", "请拨款"), ("向谁提请", ""), ("预计完成", "2021-12-01")]  # fmt: skip


def test_who_may_not_report_is_told_at_once(office, asked):
    assert asked("JYT-1-1", agency="MZT", ok=False)[0].code == 6
    office("complete", "JYT-1-1")
    office("verify", "JYT-1-1", "--confirm")
    assert "已销号" in asked("JYT-1-1", ok=False)[0].err


def test_others_may_write_while_one_thinks(office, asked, monkeypatch):
    def another(code):
        return lambda: office("start", code) and "推进中"

    asked("JYT-1-1", another("JYT-1-2"), "20", "", "")
    assert last(office)["progress"] == 20 and last(office, "JYT-1-2")["status"] == "in_progress"
    screen, _ = asked("JYT-1-1", lambda: office("update", "JYT-1-1", "-p", "30") and "推进中", "20", "", "", ok=False)
    assert screen.code == 7 and last(office)["progress"] == 30


def test_others_may_write_while_many_are_agreed_to(office, monkeypatch):
    monkeypatch.setattr(output, "interactive", lambda: True)
    monkeypatch.setattr("tracker.cli.output.agreed", lambda *args, **more: office("start", "KJT-1-1"))
    office("start", "JYT")
    assert last(office, "KJT-1-1")["status"] == last(office, "JYT-1-4")["status"] == "in_progress"
    monkeypatch.setattr("tracker.cli.output.agreed", lambda *args, **more: office("update", "JYT-1-1", "-p", "30"))
    screen = office("update", "JYT", "-n", "说明", ok=False)
    assert screen.code == 7 and "结果与所列的不再一致" in screen.err and "note" not in last(office)
