"""Checking, dropping and taking back several deeds at once, and flags that contradict each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

pytest_plugins = ["office"]
JYT = {"agency": "JYT"}


def log(office, code):
    return [entry["kind"] for entry in office("log", code, "--json").json["entries"]]


@pytest.mark.parametrize(
    "words",
    [["verify", "JYT-1-1", "--confirm", "--reject", "-n", "两个"], ["decide", "1", "--approve", "--decline", "--reason", "z", "--approval", "z"]],
)
def test_flags_that_contradict_each_other(office, words):
    office("complete", "JYT-1-1", **JYT)
    before = log(office, "JYT-1-1")
    refused = office(*words, ok=False)
    assert refused.code == 2 and "只能写一个" in refused.err and "→ deeds" in refused.err
    assert log(office, "JYT-1-1") == before


def test_findings_on_several_deeds(any_office):
    office = any_office
    office("complete", "JYT-1", "--yes", **JYT)
    asked = office("verify", "JYT", "--confirm", ok=False)
    assert asked.code == 2 and asked.err.count("核实通过") == 4, "shown before it asks"
    done = office("verify", "JYT", "--confirm", "-n", "现场查看", "--yes")
    assert done.out.count("核实通过；说明：现场查看") == 4 and "JYT-1-1..4 已销号" in done.err
    before = log(office, "JYT-1-1")
    assert "没有需要写入的" in office("verify", "JYT", "--confirm", "--yes").out
    assert "与现在相同，没有写入" in office("verify", "JYT-1-1", "--confirm").out
    assert log(office, "JYT-1-1") == before, "the same finding once"
    assert office("verify", "JYT-1-1", "--confirm", "-n", "再次查看").code == 0
    assert "核实通过" in office("undo", "JYT-1-1").err.splitlines()[-1], "the earlier finding still closes it"


def test_a_finding_on_an_unfinished_deed_closes_nothing_out_and_says_so(any_office):
    office = any_office
    office("complete", "JYT-1-1", **JYT)
    office("update", "JYT-1-2..3", "-s", "推进中", "-p", "45", **JYT)
    tried = office("verify", "JYT-1-1..4", "--confirm", "--dry-run")
    assert tried.out.count("核实通过") == 1 and "进展属实" not in tried.out
    assert "另有 3 件不在其内：2 件未完成（要一并核实，加 --unfinished）；1 件从未报送，无从核实。" in tried.err
    refused = office("verify", "JYT-1-2..4", "--confirm", ok=False)
    assert refused.code == 5 and "无可成批核实的：未完成 2 件，从未报送 1 件" in refused.err and refused.err.rstrip().endswith("--confirm --unfinished")
    both = office("verify", "JYT-1-1..3", "--confirm", "--unfinished", "--dry-run")
    assert both.out.count("进展属实") == 2 and "JYT-1-2..3 未完成，不销号。" in both.err
    alone = office("verify", "JYT-1-2", "--confirm")
    entry = alone.out.rsplit("记录 #", 1)[1].rstrip("）\n")
    assert "督查核实：进展属实 #" in alone.out and "JYT-1-2 未完成，不销号。" in alone.err
    assert "督查核实  进展属实（" in office("show", "JYT-1-2").out
    for screen in (office("log", "JYT-1-2"), office("list", "JYT-1-2", "--columns", "编号,核实", "--csv"), office("undo", "JYT-1-2", ok=False, **JYT)):
        assert "核实通过" not in screen.out + screen.err and "进展属实" in screen.out + screen.err
    assert "progress confirmed, not closed out" in office("log", "JYT-1-2", lang="en").out
    office("assign", "JYT-1-2", "--due", "7-1", "--basis", "文号")
    assert "进展属实" in office("disagreements").out
    assert "进展属实" in office("undo", "JYT-1-2", "--entry", entry).err


def test_of_a_range_what_was_sent_back_is_neither_confirmed_nor_found_right_again(office):
    office("complete", "JYT-1-1..2", **JYT)
    office("verify", "JYT-1-1", "--reject", "-n", "未见实物")
    assert "1 件已退回待重报" in office("verify", "JYT-1-1..2", "--confirm", "--unfinished").err
    office("start", "JYT-1-3", **JYT)
    assert "1 件被退回，须另报" in office("confirm", "JYT-1", **JYT).err


def test_a_sample_says_how_to_draw_it_again(any_office):
    office = any_office
    empty = office("verify", "--sample", "2")
    assert empty.out == "" and "无可抽取" in empty.err and empty.err.rstrip().endswith("→ deeds verify --sample 2 --unfinished")
    assert "无可抽取" in office("verify", "--sample", "2", "--unfinished").err
    office("complete", "JYT-1", "KJT-1-1", "--yes")
    office("start", "KJT-1-2", "KJT-1-3")
    drawn = office("verify", "JYT", "--sample", "2")
    assert len(drawn.out.splitlines()) == 3 and "KJT" not in drawn.out
    assert "已完成实事 4 件，抽出 2 件" in drawn.err
    again = drawn.err.rpartition("→ deeds ")[2].split()
    assert again[:5] == ["verify", "JYT", "--sample", "2", "--seed"], "a seed that nobody foresees, and is told"
    code = drawn.out.splitlines()[1].split()[0]
    office("verify", code, "--confirm")
    whole = office(*again, "--json").json
    assert office(*again).out.split()[:1] == drawn.out.split()[:1] and code in whole["sample"]["drawn"]
    assert whole["sample"]["population"] == 4 and len(whole["deeds"]) == 2 and str(whole["sample"]["seed"]) == again[5]
    assert office("verify", "--sample", "99", "--unfinished", "--json").json["sample"]["population"] == 6
    for words in (["--sample", "2", "--confirm"], ["JYT-1-1", "--confirm", "--seed", "1"], ["--unfinished"]):
        assert office("verify", *words, ok=False).code == 2


def test_several_are_dropped(office):
    done = office("drop", "SCJG-1-58..61", "--reason", "重复", "--into", "SCJG-1-1", "--yes")
    assert done.out.count("与 SCJG-1-1 重复") == 4 and "已写入 4 件实事" in done.err
    assert office("drop", "SCJG-1-1..3", "--reason", "重复", "--into", "SCJG-1-1", "--yes", ok=False).code == 5
    assert office("list", "-c", "SCJG-1", "--json").json["total"] == 58, "all or none"


def test_the_last_entry_of_several_is_taken_back(office):
    office("start", "JYT-1", "--yes", **JYT)
    assert office("undo", "JYT-1", ok=False, **JYT).code == 2
    assert "已写入 4 件实事、4 条记录" in office("undo", "JYT-1", "--yes", **JYT).err
    assert {log(office, f"JYT-1-{n}")[-1] for n in range(1, 5)} == {"retraction"}
    assert office("undo", "JYT-1", "--entry", "9", ok=False).code == 2
    assert office("undo", ok=False).code == 2


def test_the_number_of_an_entry_may_be_typed_as_screens_show_it(office):
    asked = office("propose", "JYT-1-1", "--due", "2022-3-31", "--reason", "流标", "--json", **JYT).json["entries"][0]["number"]
    assert office("decide", f"＃{asked}", "--decline", "--reason", "按期").code == 0
    given = office("instruct", "JYT", "抓紧", "--json").json["number"]
    assert f"#{given}" in office("answer", f"#{given}", "已办", **JYT).out
    said = office("start", "JYT-1-1", "--json", **JYT).json["entries"][0]["number"]
    assert office("undo", "--entry", f"#{said}").code == 0
    assert office("instructions", "--withdraw", f"#{given}").code == 0
    for words in (["decide", "JYT-1-1", "--approve"], ["answer", "已办", "已办"], ["undo", "JYT-1-1", "--entry", "上一条"]):
        refused = office(*words, ok=False)
        assert refused.code == 2 and "不是记录号" in refused.err and "→ deeds" in refused.err


def test_the_books_are_fixed_on_trial(office):
    before = log(office, "JYT-1-1")
    assert office("baseline", "JYT", "--approval", "文号", "--dry-run").out.count("定账") == 4
    assert log(office, "JYT-1-1") == before


def test_what_was_shown_with_an_entry_that_was_taken_back_is_marked(office, tmp_path):
    (tmp_path / "验收.txt").write_text("合格", encoding="utf-8")
    office("complete", "JYT-1-1", "--evidence", "验收.txt", **JYT)
    assert "撤回" not in office("evidence", "JYT-1-1").out
    back = office("undo", "JYT-1-1", "--json", **JYT).json["entries"][0]["number"]
    assert f"验收.txt【已由 #{back} 撤回】" in office("evidence", "JYT-1-1").out
    assert office("evidence", "JYT-1-1", "--json").json["evidence"][0]["retracted_by"] == back


def filled(path, changes):
    book = load_workbook(path)
    sheet = book["台账"]
    head = {str(cell.value): cell.column for row in sheet.iter_rows(max_row=6) for cell in row if cell.value}
    for row in sheet.iter_rows():
        code = row[head["编号"] - 1].value
        for name, value in changes.get(code, {}).items():
            sheet.cell(row[0].row, head[name]).value = value
    book.save(path)


def test_a_whole_sheet_is_taken_back(any_office):
    office = any_office
    office("start", "SCJG-1-9", agency="SCJG")
    office("handout", "-o", "out", "-a", "SCJG")
    [form] = Path("out").glob("*.xlsx")
    filled(form, {f"SCJG-1-{n}": {"项目名称": f"事项{n}", "状态": "推进中", "完成率": "10%"} for n in range(1, 6)})
    office("handin", str(form), agency="SCJG")
    office("start", "SCJG-1-9", "-p", "5", agency="SCJG")
    refused = office("undo", "--form", form.name, "--yes", agency="JYT", ok=False)
    assert refused.code == 4 and form.name in refused.err
    assert "已写入 5 件实事、10 条记录" in office("undo", "--form", str(form), "--yes", agency="SCJG").err
    rows = {row["code"]: row for row in office("list", "-c", "SCJG-1", "--json", "--all").json["deeds"]}
    assert all(rows[f"SCJG-1-{n}"]["title"] is None and rows[f"SCJG-1-{n}"]["status"] == "unreported" for n in range(1, 6))
    assert rows["SCJG-1-9"]["progress"] == 5, "what came after it and otherwise stays"
    assert office("undo", "--form", form.name, "--yes", agency="SCJG", ok=False).code == 4


def test_a_sheet_is_taken_back_whole_or_not_at_all(any_office):
    office = any_office
    office("handout", "-o", "out", "-a", "JYT")
    [form] = Path("out").glob("*.xlsx")
    filled(form, {f"JYT-1-{n}": {"状态": "已完成", "完成率": 1} for n in range(1, 4)})
    office("handin", str(form), agency="JYT")
    office("verify", "JYT-1-1", "JYT-1-3", "--confirm")
    refused = office("undo", "--form", form.name, "--yes", agency="JYT", ok=False)
    assert "JYT-1-1" in refused.err and "JYT-1-3" in refused.err and "有 2 件不能撤回" in refused.err
    assert "→ deeds undo 编号" in refused.err and log(office, "JYT-1-2")[-1] == "progress"
