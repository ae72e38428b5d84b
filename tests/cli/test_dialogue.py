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
    screen, seen = asked("JYT-1-1", "完工", "受阻", "120", "100", "40", "摸底", "", "无", "缺钱", "调研", "请拨款", "省民政厅", "7-1", "12-20", "")
    assert [label for label, _ in seen] == [*["状态"] * 2, *["完成率"] * 3, "进展情况", *["存在问题"] * 3, "所处阶段", "提请事项", "向谁提请", "预计完成", "预计完成", "佐证材料"]
    assert screen.err.count("错误：") == 6 and "不报了请按 Ctrl-C" in screen.err
    entry = last(office)
    said = {name: entry[name] for name in ("status", "progress", "note", "difficulty", "stage", "ask", "ask_of", "expected_on")}
    assert list(said.values()) == ["blocked", 40, "摸底", "缺钱", "调研", "请拨款", "省民政厅", "2021-12-20"]


def test_what_is_possible_is_offered(office, asked):
    office("complete", "JYT-1-1")
    screen, seen = asked("JYT-1-1", "受阻", "推进中", "60", "", "", "", "", "漏报一项", "")
    assert "现在不能报“受阻”。可选：推进中、已完成" in screen.err
    assert seen[0] == ("状态", "已完成") and seen[2] == ("完成率", "") and seen[-2][0] == "理由"
    assert last(office)["reason"] == "漏报一项"
    screen, seen = asked("SJGW-1-1", "已完成", "推进中", "", "", "", "", "", "", agency="SJGW")
    assert "现在不能报“已完成”" in screen.err, "it has no name yet"
    assert asked("JYT-1-1", "已完成", "验收", "")[1] == [("状态", "推进中"), ("进展情况", ""), ("佐证材料", "")]


@pytest.mark.parametrize("word", ["2", "推进", "推进中", "in_progress"])
def test_a_status_by_its_number_or_its_beginning(office, asked, word):
    asked("JYT-1-1", word, "20", *[""] * 5)
    assert last(office)["status"] == "in_progress"


def test_a_beginning_of_none_or_a_number_beyond_is_asked_again(asked):
    screen, _ = asked("JYT-1-1", "9", "推推", "2", "20", *[""] * 5)
    assert screen.err.count("错误：") == 2


BLOCKED = [("状态", "受阻"), ("完成率", "30"), ("进展情况", ""), ("存在问题", "缺钱"), ("所处阶段", "调研"), ("提请事项", "请拨款"), ("向谁提请", "省财政厅"), ("预计完成", "2021-12-01"), ("佐证材料", "")]  # fmt: skip


def test_nothing_but_enter_confirms(office, asked):
    """The present values are offered and kept: that nothing has changed, not the same report over again."""
    office("block", "JYT-1-1", "-d", "缺钱", "--ask", "请拨款", "--ask-of", "省财政厅", "--expected", "12-1")
    office("update", "JYT-1-1", "-p", "30", "--stage", "调研", "-n", "两轮协调")
    screen, seen = asked("JYT-1-1", *[""] * 9)
    assert seen == BLOCKED and "上次的进展情况（2021-07-05）：两轮协调" in screen.err and "按“无变化”登记" in screen.err
    assert last(office)["kind"] == "confirmation"


def test_a_word_for_none_clears(office, asked):
    office("update", "JYT-1-1", "-p", "30", "--difficulty", "缺钱", "--ask", "请拨款", "--expected", "12-1")
    asked("JYT-1-1", "", "", "", "无", "无", "无", "")
    entry = last(office)
    assert entry["kind"] == "progress" and not {"difficulty", "ask", "expected_on"} & entry.keys()


def test_a_quantity_is_asked_for_where_there_is_one_to_reach(office, asked):
    office("assign", "JYT-1-1", "--target", "3000个")
    screen, seen = asked("JYT-1-1", "推进", "3000", "100万", "1500个", *[""] * 5)
    assert [label for label, _ in seen][:5] == ["状态", "数量", "数量", "数量", "进展情况"], "it gives the progress"
    assert (last(office)["quantity"], last(office)["progress"]) == ("1500", 50) and screen.err.count("错误：") == 2
    _, seen = asked("JYT-1-1", "", "", "已摸底", *[""] * 4)
    assert seen[1:3] == [("数量", "1500"), ("进展情况", "")], "the number told counts until another is"
    assert (last(office)["quantity"], last(office)["progress"]) == ("1500", 50)
    office("update", "JYT-1-1", "-q", "3000", "-p", "99")
    _, seen = asked("JYT-1-1", "", "", "待验收", *[""] * 4)
    assert (last(office)["quantity"], last(office)["progress"]) == ("3000", 99), "what waits for its acceptance may go on waiting"


def test_evidence_is_asked_for_and_looked_at(office, asked, tmp_path):
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    (tmp_path / "空.pdf").write_bytes(b"")
    screen, _ = asked("JYT-1-1", "推进", "20", "", "", "", "", "没有.pdf", "空.pdf", "a.txt", "")
    assert screen.err.count("错误：") == 2 and "空.pdf 是空文件" in screen.err
    assert "佐证材料：a.txt" in screen.out and office("show", "JYT-1-1", "--json").json["evidence"][0]["name"] == "a.txt"


def test_who_may_not_report_is_told_at_once(office, asked):
    assert asked("JYT-1-1", agency="MZT", ok=False)[0].code == 6
    office("complete", "JYT-1-1")
    office("verify", "JYT-1-1", "--confirm")
    assert "已销号" in asked("JYT-1-1", ok=False)[0].err


def test_others_may_write_while_one_thinks(office, asked, monkeypatch):
    def another(code):
        return lambda: office("start", code) and "推进中"

    asked("JYT-1-1", another("JYT-1-2"), "20", *[""] * 5)
    assert last(office)["progress"] == 20 and last(office, "JYT-1-2")["status"] == "in_progress"
    screen, _ = asked("JYT-1-1", lambda: office("update", "JYT-1-1", "-p", "30") and "推进中", "20", *[""] * 5, ok=False)
    assert screen.code == 7 and last(office)["progress"] == 30


def test_others_may_write_while_many_are_agreed_to(office, monkeypatch):
    monkeypatch.setattr(output, "interactive", lambda: True)
    monkeypatch.setattr("tracker.cli.output.agreed", lambda *args, **more: office("start", "KJT-1-1"))
    office("start", "JYT")
    assert last(office, "KJT-1-1")["status"] == last(office, "JYT-1-4")["status"] == "in_progress"
    monkeypatch.setattr("tracker.cli.output.agreed", lambda *args, **more: office("update", "JYT-1-1", "-p", "30"))
    screen = office("update", "JYT", "-n", "说明", ok=False)
    assert screen.code == 7 and "结果与所列的不再一致" in screen.err and "note" not in last(office)


def test_block_asks_for_what_it_lacks(office, monkeypatch):
    """Without a terminal it is refused, with the command that says it."""
    refused = office("block", "JYT-1-1", ok=False, agency="JYT")
    assert refused.code == 5 and refused.err.rstrip().endswith("→ deeds block JYT-1-1 -d 原因")
    monkeypatch.setattr(output, "interactive", lambda: True)
    assert office("block", "JYT-1-1", ok=False, agency="MZT").code == 6, "before anything is asked"
    answers = ["", "无", "缺钱"]
    monkeypatch.setattr("typer.prompt", lambda label, **more: answers.pop(0))
    assert office("block", "JYT-1-1", agency="JYT").err.count("不能空着") == 2 and answers == []
    assert last(office)["difficulty"] == "缺钱"
