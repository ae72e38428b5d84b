"""The inbox: each thing waits for whom it should, from when it should, until it is done."""

from __future__ import annotations

from pathlib import Path

from tracker import inbox

pytest_plugins = ["office"]
CHECKOUT = Path(__file__).resolve().parents[1]


def sections(office, *words, **who):
    return office("inbox", "--json", *words, **who).json["sections"]


def codes(office, kind, **who):
    return [row.get("code") or row["agency"] for row in sections(office, **who).get(kind, [])]


def test_an_agency_in_a_month(any_office):
    office = any_office
    jyt = {"agency": "JYT"}
    assert sections(office, **jyt) == {}
    office("round", "open", "2021-07", "--by", "7-23")
    assert codes(office, "silent", **jyt) == ["JYT-1-1", "JYT-1-2", "JYT-1-3", "JYT-1-4"]
    office("update", "JYT-1-1", "-s", "已完成", **jyt)
    assert codes(office, "silent", **jyt) == ["JYT-1-2", "JYT-1-3", "JYT-1-4"]

    assert codes(office, "to_verify") == ["JYT-1-1"]
    office("verify", "JYT-1-1", "--reject", "-n", "现场未见")
    assert codes(office, "to_verify") == []
    [back] = sections(office, **jyt)["sent_back"]
    assert (back["code"], back["text"]) == ("JYT-1-1", "现场未见")
    office("update", "JYT-1-1", "-s", "推进中", "-p", "80", "--reason", "返工", **jyt)
    assert codes(office, "sent_back", **jyt) == []

    number = office("instruct", "JYT", "请报安排", "--by", "7-6", "--json").json["number"]
    [order] = sections(office, **jyt)["instruction"]
    assert (order["number"], order["late"]) == (number, False)
    assert codes(office, "late_instruction", today="2021-07-07") == ["JYT"]
    assert sections(office, **jyt, today="2021-07-07")["instruction"][0]["late"]
    office("answer", str(number), "已报", **jyt)
    assert codes(office, "instruction", **jyt) == [] == codes(office, "late_instruction", today="2021-07-07")

    office("assign", "JYT-1-2", "--due", "7-12", "--basis", "文号")
    assert codes(office, "due_soon", **jyt) == ["JYT-1-2"]
    assert codes(office, "due_soon", **jyt, today="2021-07-02") == []
    assert codes(office, "overdue", **jyt, today="2021-07-13") == ["JYT-1-2"]
    office("update", "JYT-1-2", "-s", "终止", "--approval", "示例〔1〕")
    assert codes(office, "overdue", **jyt, today="2021-07-13") == []


def test_decisions_wait_until_the_agency_speaks(office):
    jyt = {"agency": "JYT"}
    office("update", "JYT-1-3", "-p", "20", **jyt)
    office("assign", "JYT-1-3", "--due", "12-31", "--basis", "文号")
    office("baseline", "JYT-1-3")
    proposed = office("propose", "JYT-1-3", "--due", "2022-03-31", "--reason", "招标流标", "--json", **jyt).json
    number = proposed["entries"][0]["number"]
    [asked] = sections(office)["proposal"]
    assert (asked["number"], asked["agency"], asked["text"]) == (number, "JYT", "招标流标")
    assert codes(office, "decided", **jyt) == []
    office("decide", str(number), "--approve", "--approval", "示例〔2〕")
    assert codes(office, "proposal") == []
    [decided] = sections(office, **jyt)["decided"]
    assert (decided["number"], decided["verdict"], decided["text"]) == (number, "approve", "示例〔2〕")
    office("confirm", "JYT-1-3", **jyt)
    assert codes(office, "decided", **jyt) == []


def test_an_approved_suspension_still_tells_the_agency(office):
    """What an approval carries out stands under the agency's name; the agency has not seen it yet."""
    jyt = {"agency": "JYT"}
    office("update", "JYT-1-3", "-p", "20", **jyt)
    made = office("propose", "JYT-1-3", "--suspend", "--reason", "疫情", "--json", **jyt).json
    office("decide", str(made["entries"][0]["number"]), "--approve", "--approval", "示例〔2〕")
    assert codes(office, "decided", **jyt) == ["JYT-1-3"]


def test_unnamed_deeds_wait_for_a_name(office):
    scjg = {"agency": "SCJG"}
    assert len(codes(office, "unnamed", **scjg)) == 62
    office("name", "SCJG-1-17", "农贸市场快检室全覆盖", **scjg)
    office("drop", "SCJG-1-62", "--reason", "不存在", **scjg)
    assert len(codes(office, "unnamed", **scjg)) == 60
    assert codes(office, "unnamed", agency="JYT") == []


def test_the_offices_own_part(office):
    office("round", "open", "2021-07", "--by", "7-23")
    office("update", "GXT-1-1", "-p", "10")
    found = sections(office)
    silent = {row["agency"]: row["count"] for row in found["silent_agency"]}
    assert "GXT" not in silent and silent["SCJG"] == 62 and "SJGW" not in silent
    assert len(found["silent"]) == 17 and {row["agency"] for row in found["silent"]} == {"SJGW"}
    office("name", "SJGW-1-1", "示例")
    office("complete", "SJGW-1-1")
    assert codes(office, "no_verifier") == ["SJGW-1-1"]
    office("assign", "SJGW-1-1", "--verifier", "DX")
    assert codes(office, "no_verifier") == []
    assert codes(office, "to_verify", agency="DX") == ["SJGW-1-1"]


def test_who_verifies_is_told_what_was_renamed_after_it_was_reported_completed(any_office):
    office = any_office
    office("name", "JYT-1-2", "减负", agency="JYT")
    office("complete", "JYT-1-1..2", agency="JYT")
    office("name", "JYT-1-1", "课业减负", agency="JYT")
    told = office("inbox").out
    assert "JYT-1-1 课业减负（省教育厅，2021-07-05；报完成时名为“学生减负”，此后改名）" in told
    assert "JYT-1-2 减负（省教育厅，2021-07-05）" in told, "renamed before"
    assert [row.get("formerly") for row in sections(office)["to_verify"]] == ["学生减负", None]
    office("undo", "JYT-1-1", agency="JYT")
    assert "此后改名" not in office("inbox").out


def test_a_verifier_sees_only_what_is_to_be_verified(office):
    office("person", "add", "钱七", "--agency", "JYT", "--role", "核实人")
    office("assign", "KJT-1-1", "--verifier", "JYT")
    office("complete", "KJT-1-1")
    assert list(sections(office, agency="JYT", person="钱七")) == ["to_verify"]


def test_a_leader_is_pointed_to_the_brief(office):
    office("person", "add", "李四", "--agency", "JYT", "--role", "领导")
    office("round", "open", "2021-07", "--by", "7-23")
    screen = office("inbox", agency="JYT", person="李四")
    assert screen.out == "省教育厅（领导）2021-07-05 待办 0 项\n"
    assert screen.err == "领导无须处理，请看专报 → deeds report brief\n"


def test_a_round_that_has_not_begun_asks_for_nothing(office):
    office("round", "open", "2021-07", "--by", "7-23", "--from", "7-10")
    assert codes(office, "silent", agency="JYT") == []
    assert len(codes(office, "silent", agency="JYT", today="2021-07-10")) == 4


def test_silence_in_the_last_round_waits_until_something_is_handed_in(any_office):
    office = any_office
    jyt = {"agency": "JYT"}
    office("round", "open", "2021-07", "--by", "7-23")
    office("update", "JYT-1-1", "-p", "10", **jyt)
    office("round", "close", today="2021-07-26")
    office.today = "2021-07-27"
    assert codes(office, "silent", **jyt) == ["JYT-1-2", "JYT-1-3", "JYT-1-4"]
    assert {(row["round"], row["late"]) for row in sections(office, **jyt)["silent"]} == {("2021-07", True)}
    assert "报送期 2021-07 已结束，至今未报送（3 件）" in office("inbox", **jyt).out
    office("update", "JYT-1-2", "-p", "10", **jyt)
    office("drop", "JYT-1-3", "--reason", "不存在")
    assert codes(office, "silent", **jyt) == ["JYT-1-4"]
    office("round", "open", "2021-08", "--by", "8-25", today="2021-07-28")
    assert codes(office, "silent", **jyt, today="2021-07-28") == ["JYT-1-1", "JYT-1-4"], "the open round alone counts now"


def test_what_was_reminded_of_waits_until_something_is_handed_in(any_office):
    office = any_office
    jyt = {"agency": "JYT"}
    office("round", "open", "2021-07", "--by", "7-23")
    for day in ("2021-07-05", "2021-07-26", "2021-07-30"):
        office("remind", "-a", "JYT", today=day)
    office.today = "2021-07-30"
    found = sections(office, **jyt)["reminded"]
    assert [(row["code"], row["nth"], row["day"], row["text"]) for row in found] == [
        (f"JYT-1-{n}", 3, "2021-08-04", "silent") for n in range(1, 5)
    ]
    assert "第 3 次催办（未报送），2021-08-04 前答复" in office("inbox", **jyt).out
    office("update", "JYT-1-1", "-p", "10", **jyt)
    office("undo", "JYT-1-2", "--entry", str(found[1]["number"]))
    rows = sections(office, **jyt)["reminded"]
    assert [(row["code"], row["nth"]) for row in rows] == [("JYT-1-2", 2), ("JYT-1-3", 3), ("JYT-1-4", 3)]


def test_a_reminder_names_one_day_in_letter_inbox_and_log(any_office):
    """Near the end of a round it asks for the closing day; the next one still leaves three working days."""
    office = any_office
    office("round", "open", "2021-07", "--by", "7-25")
    office.today = "2021-07-22"
    told = office("remind", "-a", "JYT").out
    assert "2021-07-25 截止" in told and "2021-07-27" not in told
    assert "第 1 次催办（未报送），2021-07-25 前答复" in office("inbox", agency="JYT").out
    assert "2021-07-25 前答复" in office("log", "JYT-1-1").out
    office("round", "close", "--early")
    for day, new in (("2021-07-26", 0), ("2021-07-27", 0), ("2021-07-28", 4)):
        assert f"已登记催办 {new} 件" in office("remind", "-a", "JYT", today=day).err, day


def test_a_deed_that_one_report_answers_counts_once(any_office):
    office = any_office
    office("assign", "JYT-1-1..2", "--due", "7-2", "--basis", "文号")
    office("round", "open", "2021-07", "--by", "7-23")
    office("instruct", "JYT-1-1", "请说明", "--by", "7-9")
    office("remind", "-a", "JYT")
    found = office("inbox", "--json", agency="JYT").json
    assert {kind: len(rows) for kind, rows in found["sections"].items()} == {"instruction": 1, "overdue": 2, "silent": 4, "reminded": 4}
    assert found["total"] == 5 and "待办 5 项" in office("inbox", agency="JYT").out


def test_progress_is_asked_for_as_it_is_told(any_office):
    """A quantity where the target is a number, and as printed it is taken; else a percentage."""
    office = any_office
    office("round", "open", "2021-07", "--by", "7-23")
    office("assign", "JYT-1-1", "--target", "≥30座", "--due", "7-2", "--basis", "文号")
    office("assign", "KJT-1-1", "--target", "<=30天", "--due", "7-2", "--basis", "文号")
    for agency, figure in (("JYT", "-q 累计数量"), ("KJT", "-p 完成率")):
        told = office("inbox", agency=agency).out
        assert f"→ deeds update {agency}-1-1 {figure} --difficulty" in told and f"-s 状态 {figure}；" in told, agency
    assert "报送：deeds update JYT-1-1 -s 推进中 -q 累计数量 -n 进展情况。" in (text := office("remind", "-a", "JYT", "--dry-run").out)
    assert "一行：JYT-1-1 推进中 进展情况｜数量：累计数量" in text
    Path("a.txt").write_text("JYT-1-1 推进中 进展情况｜数量：4", encoding="utf-8")
    office("take", "a.txt")
    office("update", "JYT-1-1", "-s", "推进中", "-q", "5", "-n", "进展情况", agency="JYT")
    office("complete", "JYT-1-1", "-q", "30座", agency="JYT")
    office("verify", "JYT-1-1", "--reject", "-n", "现场未见")
    assert "→ deeds update JYT-1-1 -s 推进中 -q 累计数量 --reason 返工" in office("inbox", agency="JYT").out


def test_late_instructions_of_several_agencies_are_reminded_of_together(office):
    for code in ("JYT-1-1", "KJT-1-1"):
        told = office("inbox", today="2021-07-12").out
        assert code == "JYT-1-1" or "→ deeds remind -a JYT\n" in told
        office("instruct", code, "请说明", "--by", "7-9")
    assert "\n  → deeds remind --dry-run\n" in office("inbox", today="2021-07-12").out


def test_what_is_behind_pace_waits(any_office):
    office = any_office
    jyt = {"agency": "JYT"}
    office("assign", "JYT-1", "--start", "6-1", "--due", "12-31", "--basis", "文号", "--yes")
    office("update", "JYT-1-1", "-p", "8", **jyt)
    office("update", "JYT-1-2", "-p", "20", **jyt)
    assert codes(office, "behind", **jyt) == []
    [late] = sections(office, **jyt, today="2021-07-20")["behind"]
    assert (late["code"], late["points"], late["day"]) == ("JYT-1-1", 15, "2021-12-31")
    assert "JYT-1-1 学生减负：落后 15 个百分点，时限 2021-12-31" in office("inbox", **jyt, today="2021-07-20").out
    assert codes(office, "behind", **jyt, today="2022-01-01") == [] != codes(office, "overdue", **jyt, today="2022-01-01")


def test_who_gave_a_deed_away_still_hears_the_decision(any_office):
    office = any_office
    office("assign", "JYT-1-3", "--verifier", "DX")
    number = office("propose", "JYT-1-3", "--lead", "KJT", "--reason", "职能划转", "--json", agency="JYT").json["entries"][0]["number"]
    office("decide", str(number), "--approve", "--approval", "示例〔2〕")
    for agency in ("JYT", "KJT"):
        assert [row["number"] for row in sections(office, agency=agency)["decided"]] == [number], agency
    office("start", "JYT-1-3", agency="KJT")
    assert codes(office, "decided", agency="JYT") == [] == codes(office, "decided", agency="KJT")


def test_another_agencys_inbox(office):
    office("round", "open", "2021-07", "--by", "7-23")
    assert sections(office, "-a", "省教育厅") == sections(office, agency="JYT")
    assert office("inbox", "-a", "没有厅", ok=False).code == 4


def test_every_command_that_it_names_exists(office):
    """What the inbox tells a person to type is a command, and takes the options it names."""
    import re
    import subprocess
    import sys

    from tracker.i18n import Catalogue

    helps = {}
    for kind in inbox.SECTIONS:
        said = Catalogue("zh-CN")(f"inbox.do_{kind}", code="X", number=1, agency="X", lead="X", figure=Catalogue("zh-CN")("inbox.figure_quantity"))
        for command in re.findall(r"deeds (\w+(?: brief)?)", said):
            if command not in helps:
                words = [sys.executable, "-m", "tracker", *command.split(), "--help"]
                helps[command] = subprocess.run(words, capture_output=True, text=True, check=True, cwd=CHECKOUT).stdout
        named = re.findall(r"deeds (\w+)([^；]*)", said)
        for command, rest in named:
            for name in re.findall(r"(?<!\S)-{1,2}[a-z]+", rest):
                assert name in helps[command] or name == "--help", (kind, name)


def test_what_was_sent_back_says_how_it_counts(office):
    office("update", "JYT-1-1", "-s", "推进中", "-p", "40", agency="JYT")
    office("complete", "JYT-1-1", agency="JYT")
    office("verify", "JYT-1-1", "--reject", "--note", "材料不全")
    assert "材料不全（2021-07-05；现按报完成前的完成率 40% 计）" in office("inbox", agency="JYT").out


def test_a_decision_that_was_taken_back_is_told_and_the_proposal_waits_again(any_office):
    """An agency must not go on by a deadline that no longer holds."""
    office = any_office
    jyt = {"agency": "JYT"}
    office("assign", "JYT-1-3", "--due", "12-31", "--basis", "文号")
    office("baseline", "JYT-1-3", "--approval", "批1")
    number = office("propose", "JYT-1-3", "--due", "2022-1-31", "--reason", "分工", "--json", **jyt).json["entries"][0]["number"]
    office("decide", str(number), "--approve", "--approval", "批4")
    undone = office("undo", "JYT-1-3", "--reason", "错批", "--approval", "批5")
    assert f"申请 #{number} 待重新批复" in undone.err
    assert office("show", "JYT-1-3", "--json").json["due_on"] == "2021-12-31"
    [told] = sections(office, **jyt)["decided"]
    assert (told["number"], told["verdict"], told["text"]) == (number, "withdrawn", "批5；错批")
    assert "批复已撤回，待重新批复" in office("inbox", **jyt).out
    assert [each["number"] for each in sections(office)["proposal"]] == [number]
    office("decide", str(number), "--decline", "--reason", "按期")
    [told] = sections(office, **jyt)["decided"]
    assert (told["number"], told["verdict"]) == (number, "decline")
    office("update", "JYT-1-3", "-s", "推进中", "-p", "20", **jyt)
    assert codes(office, "decided", **jyt) == []


def test_the_office_sees_where_its_work_begins(any_office):
    office = any_office
    counted = {kind: rows[0]["count"] for kind, rows in sections(office).items() if kind in inbox.COUNTED}
    assert counted == {"undated": 132, "unverifiable": 17}
    office("assign", "JYT-1", "--due", "7-12", "--basis", "文号", "--yes")
    own = [each["code"] for each in office("list", "-a", "SJGW", "--all", "--json").json["deeds"]]
    office("assign", *own, "--verifier", "JYT", "--yes")
    [row] = sections(office, today="2021-07-13")["overdue_others"]
    assert (row["code"], row["count"]) == ("JYT-1-1", 4) and "overdue_others" not in sections(office)
    assert "unverifiable" not in sections(office) and sections(office)["undated"][0]["count"] == 128
    screen = office("inbox", today="2021-07-13").out
    assert "其他单位已逾期（4 件）\n  → deeds list --overdue；催办 → deeds remind --dry-run" in screen
    assert not {*sections(office, agency="JYT", today="2021-07-13")} & {*inbox.COUNTED}, "for the office only"
    office("update", "JYT-1-1", "-s", "已完成")
    assert sections(office, today="2021-07-13")["overdue_others"][0]["count"] == 3
