"""What people type by mistake or twice: refused with the command they meant, or left alone."""

from __future__ import annotations

import pytest

from tracker.reports import making
from tracker.reports.facts import facts
from tracker.reports.reading import position

pytest_plugins = ["office"]


@pytest.mark.parametrize("words", [["update", "JYT-1-1"], ["update", "JYT-1-1", "--on", "7-1"]])
def test_a_report_that_says_nothing(office, words):
    """It would count as handed in; who has nothing new to say confirms."""
    office("update", "JYT-1-1", "-s", "in_progress", "-p", "20", agency="JYT")
    refused = office(*words, agency="JYT", ok=False)
    assert refused.code == 2 and "deeds confirm JYT-1-1" in refused.err
    assert len(office("log", "JYT-1-1", "--json").json["entries"]) == 3, "owner, title, one report"


def test_undo_leaves_a_reminder_that_has_gone_out(office):
    office("assign", "JYT-1-1", "--due", "7-1", "--basis", "文号", "--yes")
    office("remind", "-o", "out")
    before = office("log", "JYT-1-1", "--json").json["entries"]
    assert before[-1]["kind"] == "reminder"
    office("undo", "JYT-1-1")
    after = office("log", "JYT-1-1", "--json").json["entries"]
    assert after[-1]["kind"] == "retraction" and after[-1]["about"] == before[-2]["number"]


def test_show_says_all_of_the_plan(office):
    office("assign", "JYT-1-1", "--start", "6-1", "--due", "12-31", "--point", "9-30=60%", "--target", "<=5天", "--leader", "分管甲", "--basis", "文号", "--yes")  # fmt: skip
    shown = office("show", "JYT-1-1").out
    assert all(said in shown for said in ("2021-09-30 60%", "不超过 5 天", "分管甲", "文号")), shown


def test_a_date_given_after_the_books_were_fixed_without_one(office):
    """Section five of the brief: what was fixed was that there was none."""
    office("baseline", "JYT-1", "--approval", "函1号", "--yes")
    office("assign", "JYT-1-1", "--due", "9-30", "--basis", "函2号", "--approval", "函3号", "--reason", "补定时限", "--yes")
    with office.books() as b:
        made = facts(b.connection, b.now.today, position(b.connection, None), b.now.today)
    assert [deed.code for deed in made.sections["changed"]] == ["JYT-1-1"] and made.value("book.changed") == 1
    page = making.html("brief", made, making.Choices("zh-CN")).html
    assert "<td>未定</td><td>2021-09-30</td><td>2021-07-05 补定时限<br>批准：函3号</td>" in page


def test_evidence_is_not_written_over_a_file(office, tmp_path):
    for name in ("kept.txt", "a.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    office("update", "JYT-1-1", "-s", "推进中", "-p", "20", "--evidence", "a.txt")
    digest = office("show", "JYT-1-1", "--json").json["evidence"][0]["sha256"]
    refused = office("evidence", "--extract", digest, "-o", "kept.txt", ok=False)
    assert refused.code == 2 and (tmp_path / "kept.txt").read_text() == "kept.txt"
    office("evidence", "--extract", digest, "-o", "kept.txt", "--force")
    assert (tmp_path / "kept.txt").read_text() == "a.txt"


def test_evidence_of_earlier_reports_is_shown_and_comes_out_under_its_name(office, tmp_path, monkeypatch):
    (tmp_path / "验收单.txt").write_text("甲", encoding="utf-8")
    assert "佐证材料：验收单.txt" in office("update", "JYT-1-1", "-p", "20", "--evidence", "验收单.txt").out
    office("update", "JYT-1-1", "-p", "30")
    shown = office("show", "JYT-1-1", "--json").json["evidence"]
    assert "佐证材料  验收单.txt" in office("show", "JYT-1-1").out and [each["name"] for each in shown] == ["验收单.txt"]
    digest = shown[0]["sha256"][:8]
    assert "没有覆盖" in office("evidence", "--extract", digest, ok=False).err
    (tmp_path / "验收单.txt").unlink()
    assert office("evidence", "--extract", digest).out == "验收单.txt\n" and (tmp_path / "验收单.txt").read_text(encoding="utf-8") == "甲"
    office("undo", "JYT-1-1", "--entry", str(shown[0]["entry"]))
    assert office("show", "JYT-1-1", "--json").json["evidence"] == []


def test_refusals_name_the_agencies(office):
    assert "JYT-1-1 由省教育厅（JYT）负责，现在以省民政厅（MZT）的名义操作" in office("start", "JYT-1-1", agency="MZT", ok=False).err
    office("start", "JYT-1-1")
    assert "请由核实单位省委省级机关工委（SJGW）办理" in office("verify", "JYT-1-1", "--confirm", agency="MZT", ok=False).err


def test_a_day_in_a_round_that_is_over(office):
    office("round", "open", "2021-07", "--by", "7-6", "--from", "7-1")
    office("round", "close", "--early")
    office.today = "2021-07-12"
    for words in (["start", "JYT-1-1"], ["confirm", "JYT-1-1"]):
        assert "在已于 2021-07-05 结束的报送期 2021-07 之内" in office(*words, "--on", "7-5").err
    assert "报送期" not in office("update", "JYT-1-1", "-p", "30", "--on", "7-8").err + office("update", "JYT-1-1", "-p", "40").err


def test_a_round_opened_on_the_day_the_last_was_closed(any_office):
    """It begins on the morrow; what is reported before says for which round it counts."""
    office = any_office
    office("start", "JYT-1-1", today="2021-06-20")
    office("round", "open", "2021-07", "--by", "7-25")
    office("round", "close", "--early")
    assert "2021-07-06 至 2021-08-25（尚未开始，2021-07-06 起计）" in office("round", "open", "2021-08", "--by", "8-25").out
    assert "尚未开始" in office("round", "list").out and "进行中" not in office("round", "status").out
    assert "报送期 2021-08 尚未开始，2021-07-06 起计，2021-08-25 截止" in office("status").out
    for words in (["update", "JYT-1-1", "-p", "70"], ["confirm", "JYT-1-1"]):
        assert "在已于 2021-07-05 结束的报送期 2021-07 之内，所报归该期" in office(*words).err
    found = office("silent", "--json").json
    assert found["round"]["key"] == "2021-07" and "JYT-1-1" not in [each["code"] for each in found["deeds"]]
    office.today = "2021-07-06"
    assert "进行中" in office("round", "status").out and "进行中" not in office("round", "status", "2021-07").out
    assert "报送期" not in office("update", "JYT-1-1", "-p", "75").err
    assert office("silent", "--json").json["round"]["key"] == "2021-08"


def test_a_round_that_begins_later(office):
    office("round", "open", "2021-07", "--by", "7-6", "--from", "7-1", today="2021-07-01")
    office("round", "close", "--early", today="2021-07-02")
    office("round", "open", "2021-08", "--by", "8-25", "--from", "7-10")
    assert "报送期 2021-08 自 2021-07-10 起计，2021-07-05 所报不计入该期" in office("start", "JYT-1-1").err


def test_stopping_says_what_no_longer_stands(any_office):
    """Decided or reported alike; a resumption brings nothing back."""
    office = any_office
    block = ["block", "JYT-1-1", "-d", "缺钱", "--ask", "请拨款", "--expected", "9-30"]
    office(*block)
    office("propose", "JYT-1-1", "--suspend", "--reason", "等待政策")
    number = str(office("inbox", "--json").json["sections"]["proposal"][0]["number"])
    for more in (["--dry-run"], []):
        said = office("decide", number, "--approve", "--approval", "函1号", *more).err
        assert "JYT-1-1 暂缓或终止，原来的存在问题、提请事项、预计完成不再沿用" in said
    office("update", "JYT-1-1", "-s", "推进中", "--approval", "函2号")
    assert "请拨款" not in office("show", "JYT-1-1").out
    office(*block)
    assert "原来的存在问题、提请事项、预计完成不再沿用" in office("update", "JYT-1-1", "-s", "终止", "--approval", "函3号").err
    assert "完成、暂缓、终止（恢复后须再报）" in office("update", "--help").out.replace("\n", "").replace(" ", "")


def test_an_ask_of_nobody_in_the_directory(office):
    said = ["block", "JYT-1-1", "-d", "缺钱", "--ask", "请拨款", "--ask-of"]
    assert "名录中没有“省火星厅”，已照原文记下" in office(*said, "省火星厅").err
    assert "名录中没有" not in office(*said, "民政厅").err
    office(*said, "mzt")
    assert "省民政厅：请拨款" in office("show", "JYT-1-1").out, "a code is for typing"


def test_confirming_what_was_typed_here_says_so(office):
    office("complete", "JYT-1-1..2")
    office("complete", "JYT-1-3", agency="JYT")
    for more in (["--dry-run"], []):
        said = office("verify", "JYT-1-1..3", "--confirm", *more).err
        assert said.count("由本单位代录") == 1 and "JYT-1-1..2 的自报由本单位代录" in said
    office("verify", "JYT-1-3", "--reject", "-n", "未见")
    assert "代录" not in office("verify", "JYT-1-3", "--confirm").err


def test_undo_names_what_it_takes_back(office):
    office("start", "JYT-1-1", agency="JYT")
    office("verify", "JYT-1-1", "--reject", "--note", "现场未见")
    assert "撤回的是省委省级机关工委 2021-07-05 的督查核实：核实退回" in office("undo", "JYT-1-1").err


def test_how_a_completed_deed_is_reopened(office):
    office("complete", "JYT-1-1", agency="JYT")
    refused = office("update", "JYT-1-1", "-p", "50", agency="JYT", ok=False)
    assert "deeds update JYT-1-1 --status 推进中 --progress 50 --reason 理由" in refused.err
    office("verify", "JYT-1-1", "--confirm")
    refused = office("update", "JYT-1-1", "-s", "推进中", "-p", "50", agency="JYT", ok=False)
    assert "deeds verify JYT-1-1 --reject --note 原因" in refused.err


def test_show_has_the_original_beside_the_current(office):
    office("baseline", "JYT-1-1", "--approval", "函1号")
    late = ("--reason", "补定时限", "--approval", "函3号")
    office("assign", "JYT-1-1", "--due", "9-30", "--basis", "函2号", *late)
    office("assign", "JYT-1-1", "--target", "500个", *late)
    office("assign", "JYT-1-1", "--lead", "MZT", *late)
    was = "（原定：{}；理由：补定时限；批准：函3号）"
    shown = office("show", "JYT-1-1")
    for line in ("2021-09-30  " + was.format("未公布"), "不少于 500 个  " + was.format("未公布"), "省民政厅  " + was.format("省教育厅")):
        assert line in shown.out
    assert office("show", "JYT-1-1", "--json").json["changed"]["lead"]["was"] == "JYT"
    office("complete", "JYT-1-1")
    office("verify", "JYT-1-1", "--confirm", "--note", "现场查看", person="李四")
    assert "核实通过（2021-07-05 省委省级机关工委／李四）  现场查看" in office("show", "JYT-1-1").out


def test_a_proposal_is_shown_old_beside_new(office):
    office("assign", "JYT-1-1", "--due", "9-30", "--basis", "函2号")
    office("baseline", "JYT-1-1", "--approval", "函1号")
    proposed = office("propose", "JYT-1-1", "--due", "12-31", "--reason", "流标", agency="JYT")
    asked = "时限 2021-09-30 → 2021-12-31"
    assert f"申请内容：{asked}" in proposed.err and f"{asked}；理由：流标" in office("inbox").out
    number = office("inbox", "--json").json["sections"]["proposal"][0]["number"]
    assert f"已同意，现已生效：{asked}" in office("decide", str(number), "--approve", "--approval", "函4号").err


def test_instructions_to_agencies_are_counted_and_those_past_their_day(office):
    office("instruct", "JYT", "报总体情况", "--by", "7-6")
    office("instruct", "JYT-1-1", "抓紧")
    office.today = "2021-07-10"
    assert "未答复批示交办 2 项；其中已过答复期限 1 项" in office("status").out
    assert "未答复批示交办 2 项" in office("status", "--as-of", "7-6").out
    assert "已过答复期限" not in office("status", "--as-of", "7-6").out
    office("answer", "166", "已抓紧", agency="JYT")
    opened = [office("status", *words, "--json").json["open"] for words in ([], ["--as-of", "7-9"])]
    assert [(each["instructions"], each["late_instructions"]) for each in opened] == [(1, 1), (2, 1)]


def test_undoing_what_the_office_fixed_names_the_entry(office):
    office("assign", "JYT-1-1", "--due", "9-30", "--basis", "函2号", agency="JYT")
    office("baseline", "JYT-1-1", "--approval", "函1号")
    refused = office("undo", "JYT-1-1", ok=False, agency="JYT").err
    assert "（时限）" in refused and "只有统筹单位可以撤回" in refused and "deeds log JYT-1-1" in refused


def test_the_log_names_what_was_changed(office, tmp_path):
    (tmp_path / "a.txt").write_text("材料", encoding="utf-8")
    office("assign", "JYT-1-1", "--verifier", "KJT")
    office("assign", "JYT-1-1", "--start", "6-1", "--due", "12-31", "--point", "9-30=60%", "--basis", "文号")
    office("update", "JYT-1-1", "-p", "20", "--evidence", "a.txt", agency="JYT")
    log = office("log", "JYT-1-1").out
    assert all(said in log for said in ("核实单位：省科技厅", "2021-12-31（节点 2021-09-30 60%）", "佐证材料：a.txt")), log


def test_supporters_are_cleared_on_purpose_only(office):
    office("assign", "JYT-1-1", "--supporter", "MZT", "--supporter", "KJT")
    refused = office("assign", "JYT-1-1", "--supporter", "JYT", ok=False)
    assert refused.code == 5 and "deeds assign JYT-1-1 --no-supporters" in refused.err
    assert office("show", "JYT-1-1", "--json").json["supporters"] == ["MZT", "KJT"]
    assert office("assign", "JYT-1-1", "--supporter", "MZT", "--no-supporters", ok=False).code == 2
    assert "配合单位 省民政厅、省科技厅 → –" in office("assign", "JYT-1-1", "--no-supporters").out
    assert office("show", "JYT-1-1", "--json").json["supporters"] == []


def test_names_of_a_file_are_all_looked_at(office, tmp_path):
    (tmp_path / "names.txt").write_text("甲\n\n乙\n甲\n跨省通办\n", encoding="utf-8")
    office("name", "SCJG-1-60", "跨省通办")
    refused = office("name", "SCJG-1-1..9", "--from", "names.txt", "--yes", ok=False)
    first, second, last = refused.err.splitlines()
    assert first.startswith("第 4 行：名称“甲”与第 1 行重复") and second.startswith("第 5 行：SCJG-1-60 已叫“跨省通办”")
    assert "有 2 行的名称不能用" in last and "deeds name SCJG-1-1..9 --from names.txt" in last
    assert office("show", "SCJG-1-1", "--json").json["title"] is None


def test_refusals_lead_on_to_what_the_reader_may_do(office):
    jyt = {"agency": "JYT", "ok": False}
    office("baseline", "JYT-1-1", "--approval", "函1号")
    assert "deeds drop JYT-1-1 --reason 不存在 --approval 文号" in office("drop", "JYT-1-1", "--reason", "不存在", ok=False).err
    assert "deeds propose JYT-1-1 --terminate" in office("drop", "JYT-1-1", "--reason", "不存在", **jyt).err
    assert "deeds propose JYT-1-1 --lead 单位" in office("assign", "JYT-1-1", "--lead", "KJT", **jyt).err
    assert "deeds propose" not in office("assign", "JYT-1-1", "--verifier", "KJT", **jyt).err
    office("person", "add", "李四", "--agency", "JYT", "--role", "领导")
    for words, may in ((["round", "close"], "统筹单位"), (["instruct", "JYT", "抓紧"], "统筹单位"), (["start", "JYT-1-1"], "经办人、统筹单位")):
        assert f"请由{may}办理" in office(*words, person="李四", **jyt).err
    future = office("status", "--as-of", "2021-12-01", ok=False).err
    assert "--as-of 2021-07-05" in future and "report brief" not in future
    office("complete", "JYT-1-1", agency="JYT")
    office("verify", "JYT-1-1", "--confirm")
    assert office("update", "JYT-1-1", "-p", "50", **jyt).err.rstrip().endswith("→ deeds show JYT-1-1")
    asked = office("propose", "JYT-1-2", "--due", "2022-3-31", "--reason", "因", agency="JYT").err
    assert "deeds decide" not in asked and "deeds undo JYT-1-2 --entry" in asked
    assert "deeds decide" in office("propose", "JYT-1-3", "--due", "2022-3-31", "--reason", "因").err


def test_a_name_that_was_fixed_stays_visible(office):
    office("baseline", "JYT-1", "SCJG-1-1", "--approval", "函1号", "--yes")
    office("name", "JYT-1-2", "教师减负行动", agency="JYT")
    office("name", "SCJG-1-1", "甲", agency="SCJG")
    assert office("show", "JYT-1-2").out.splitlines()[0] == "JYT-1-2  教师减负行动  （原名：教师减压）"
    assert office("show", "JYT-1-2", "--json").json["changed"]["title"]["was"] == "教师减压"
    office("name", "SCJG-1-1", "乙", agency="SCJG")
    assert "原名" not in office("show", "SCJG-1-1").out, "it had none when the books were fixed"
    with office.books() as b:
        made = facts(b.connection, b.now.today, position(b.connection, None), b.now.today)
    assert "教师减负行动（原名：教师减压）" in making.html("ledger", made, making.Choices("zh-CN")).html
    office("name", "JYT-1-2", "教师减压", agency="JYT")
    assert "原名" not in office("show", "JYT-1-2").out


def test_an_issue_says_what_came_after_its_draft(office):
    office("report", "draft", "-o", "d.pdf")
    office("start", "JYT-1-1", agency="JYT")
    assert "起草以后又有 1 条记录" in office("report", "issue", "d.txt").err


def test_a_trace_says_who_typed(office):
    office("start", "JYT-1-1")
    office("report", "brief", "-o", "b.pdf")
    assert "省教育厅（省委省级机关工委代录）" in office("report", "trace", "b.pdf", "book.reported").out


def test_status_says_where_a_deed_went(any_office):
    """An agency's row of announced 4 and tracked 3 is no gap: it says that one was handed over."""
    office = any_office
    assert "移出" not in office("status").out
    office("assign", "JYT-1-1", "--lead", "KJT", today="2021-07-06")
    screen = office("status", today="2021-07-07").out
    assert "省教育厅 移出 1" in screen and "省科技厅 移入 1" in screen
    lines = {line["agency"]: line for line in office("status", "--json", today="2021-07-07").json["agencies"]}
    for code, moved in (("JYT", -1), ("KJT", 1), ("SCJG", 0)):
        line = lines[code]
        assert line["deeds"] == line["announced"] + moved == line["announced"] + line["taken_over"] - line["handed_over"]
    assert "移出" not in office("status", "--as-of", "2021-07-05", today="2021-07-07").out
    office("drop", "JYT-1-1", "--reason", "不存在", today="2021-07-08")
    assert "移出" not in office("status", today="2021-07-08").out


def test_show_tells_whose_evidence_it_is_and_what_was_merged_in(any_office, tmp_path):
    office = any_office
    for name in ("甲.txt", "乙.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    office("complete", "JYT-1-1", "--evidence", "甲.txt", agency="JYT")
    assert "佐证材料  甲.txt\n" in office("show", "JYT-1-1").out
    office("verify", "JYT-1-1", "--reject", "-n", "未见", "--evidence", "甲.txt", "--evidence", "乙.txt")
    assert "佐证材料  省教育厅：甲.txt；省委省级机关工委：甲.txt、乙.txt" in office("show", "JYT-1-1").out
    for code in ("SCJG-1-3", "SCJG-1-2"):
        office("drop", code, "--reason", "合并", "--into", "SCJG-1-1")
    shown = office("show", "SCJG-1-1").out
    assert "并入本件  SCJG-1-3、SCJG-1-2\n" in shown and shown.count("  来源  ") == 1, "all were announced in the same words"
    office("undo", "SCJG-1-2")
    assert office("show", "SCJG-1-1", "--json").json["merged"] == ["SCJG-1-3"]


def test_a_quantity_is_said_again_in_the_unit_of_its_target(office):
    office("assign", "JYT-1-1..2", "--target", "3万个", "--yes")
    assert "数量：1.5万个" in office("update", "JYT-1-1", "-s", "推进中", "-q", "15000个").out
    assert "数量：2万个" in office("update", "JYT-1-1..2", "-s", "推进中", "-q", "2").out


def test_taking_a_target_back_is_said_wherever_the_entry_is(office):
    office("assign", "JYT-1-1", "--target", "3000个")
    asked = office("propose", "JYT-1-1", "--target", "无", "--reason", "不宜以数量计", agency="JYT")
    assert "调整申请：取消目标；理由：不宜以数量计" in asked.out
    office("assign", "JYT-1-1", "--target", "无")
    assert [line.split()[3] for line in office("log", "JYT-1-1").out.splitlines()[-2:]] == ["取消目标；理由：不宜以数量计", "取消目标"]
