"""A form that comes back after somebody was there: what is a conflict, and what is none."""

from __future__ import annotations

from datetime import date

from sheets import CODE, Sheet, handed_out, handin, written

pytest_plugins = ["office"]


def test_a_report_meanwhile_is_a_conflict(office, jyt, tmp_path):
    path = Sheet(jyt).set(CODE, status="推进中", progress=0.6).save(tmp_path / "a.xlsx")
    office("update", CODE, "-s", "推进中", "-p", "80")
    before = written(office)
    screen = office("handin", str(path), ok=False)
    assert screen.code == 8 and "a.xlsx：台账!B3（编号）：冲突：JYT-1-2 发出填报表后省教育厅（JYT）已报“推进中 80%”（#165，2021-07-05）" in screen.err
    assert "deeds undo --entry 165" in screen.err and "deeds handout -a JYT -o 文件夹" in screen.err
    assert written(office) == before
    office("undo", CODE)
    assert handin(office, path) == {"add": 1, "unchanged": 3}, "what was taken back does not stand in the way"


def test_a_rejection_meanwhile_is_a_conflict(office, tmp_path):
    office("complete", CODE)
    path = Sheet(handed_out(office)).set(CODE, note="再报").save(tmp_path / "a.xlsx")
    office("verify", CODE, "--reject", "--note", "资料不全")
    assert "省委省级机关工委（SJGW）已于 2021-07-05 登记核实退回（#" in office("handin", str(path), ok=False).err


def test_a_report_taken_back_meanwhile_is_a_conflict(office, tmp_path):
    office("start", CODE, "-p", "20", agency="JYT")
    path = Sheet(handed_out(office)).set(CODE, progress=0.3).save(tmp_path / "a.xlsx")
    office("undo", CODE, agency="JYT")
    assert "由省教育厅（JYT）撤回" in office("handin", str(path), ok=False).err


def test_a_naming_meanwhile_is_a_conflict_for_another_name_only(office, scjg, tmp_path):
    path = Sheet(scjg).set("SCJG-1-3", title="快检室").set("SCJG-1-4", status="推进中").save(tmp_path / "a.xlsx")
    office("name", "SCJG-1-4", "明厨亮灶")
    assert handin(office, path) == {"add": 2, "unchanged": 60}
    office("name", "SCJG-1-5", "电梯")
    other = Sheet(scjg).set("SCJG-1-5", title="计量").save(tmp_path / "b.xlsx")
    refused = office("handin", str(other), ok=False).err
    assert "省市场监管局（SCJG）已于 2021-07-05 命名为“电梯”（#" in refused and "deeds undo SCJG-1-5 --entry" in refused


def test_a_conflict_does_not_hide_what_else_is_wrong(office, jyt, tmp_path):
    path = Sheet(jyt).set(CODE, status="推进中", progress=0.6, expected=date(2021, 7, 1)).save(tmp_path / "a.xlsx")
    office("start", CODE)
    found = office("handin", str(path), "--json", ok=False).json["files"][0]["problems"]
    assert [(each["column"], each["error"]) for each in found] == [("编号", "errors.sheet_conflict"), ("预计完成", "errors.expected_past")]


def test_what_nobody_touched_is_not_wrong_beside_a_conflict(office, tmp_path):
    """The form showed 50%, which is what 30 of 60 came to when it went out."""
    office("assign", CODE, "--target", "60个", "--yes")
    office("update", CODE, "-s", "推进中", "-q", "30")
    path = Sheet(handed_out(office)).set(CODE, quantity=36).save(tmp_path / "a.xlsx")
    office("update", CODE, "-q", "33")
    found = office("handin", str(path), "--json", ok=False).json["files"][0]["problems"]
    assert [each["error"] for each in found] == ["errors.sheet_conflict"]


def test_work_of_the_office_meanwhile_is_no_conflict(office, jyt, tmp_path):
    path = Sheet(jyt).set(CODE, status="推进中", progress=0.6).save(tmp_path / "a.xlsx")
    office("assign", CODE, "--due", "2021-12-31", "--basis", "会议")
    office("baseline", "JYT-1", "--yes")
    assert handin(office, path) == {"add": 1, "unchanged": 3}


def test_other_rows_may_have_moved_on(office, jyt, tmp_path):
    path = Sheet(jyt).set(CODE, status="推进中").save(tmp_path / "a.xlsx")
    office("update", "JYT-1-3", "-s", "推进中", "-p", "80")
    assert handin(office, path) == {"add": 1, "unchanged": 3}
    assert office("show", "JYT-1-3", "--json").json["progress"] == 80


def test_saying_what_holds_already_changes_nothing(office, jyt, tmp_path):
    path = Sheet(jyt).set(CODE, status="推进中", progress=0.6).save(tmp_path / "a.xlsx")
    office("update", CODE, "-s", "推进中", "-p", "60")
    assert handin(office, path) == {"unchanged": 4}
