"""Forms handed in again: the same file, the same form corrected, copies of it, and what was taken back."""

from __future__ import annotations

import re

import pytest
from sheets import CODE, Sheet, handed_out, handin, last, written

pytest_plugins = ["office"]


def two_copies(office, tmp_path, **first):
    """A form as two people have it, of which the first has been handed in by 甲."""
    office("update", CODE, "-s", "推进中", "-p", "20", "-n", "摸底", agency="JYT")
    form = handed_out(office)
    path = Sheet(form).set(CODE, **first).save(tmp_path / "c1.xlsx")
    assert handin(office, path, agency="JYT", person="甲") == {"change": 1, "unchanged": 3}
    return form, path


# The same file


def test_the_same_file_twice_changes_nothing(office, jyt, scjg, tmp_path):
    path = Sheet(scjg).set("SCJG-1-3", title="快检室", status="推进中").set("SCJG-1-4", title="明厨亮灶").save(tmp_path / "a.xlsx")
    assert handin(office, path) == {"add": 2, "unchanged": 60}
    before = written(office)
    assert handin(office, path) == {"repeated": 2, "unchanged": 60}
    assert re.search(r"  已有记录 #\d+、#\d+$", office("handin", str(path)).out, re.MULTILINE), "its name and its report in one"
    # Also saved anew by a program, which changes every byte.
    assert handin(office, Sheet(path).save(tmp_path / "b.xlsx")) == {"repeated": 2, "unchanged": 60}
    assert written(office) == before


def test_an_accepted_file_never_writes_again(any_office, tmp_path):
    office = any_office
    form, first = two_copies(office, tmp_path, progress=0.3)
    second = Sheet(form).set(CODE, progress=0.5).save(tmp_path / "c2.xlsx")
    third = Sheet(form).set(CODE, progress=0.5).set("JYT-1-3", status="推进中").save(tmp_path / "c3.xlsx")
    for path, outcome in ((second, {"change": 1, "unchanged": 3}), (third, {"add": 1, "repeated": 1, "unchanged": 2}), (first, {"repeated": 1, "unchanged": 3})):
        assert handin(office, path, agency="JYT", person="甲") == outcome
    assert last(office)["progress"] == 50


def test_an_accepted_file_never_writes_what_it_did_not_bring(office, jyt, tmp_path):
    path = Sheet(jyt).set(CODE, status="推进中", progress=0.6).set("JYT-1-3", status="推进中").save(tmp_path / "a.xlsx")
    office("update", CODE, "-s", "推进中", "-p", "60")
    assert handin(office, path) == {"add": 1, "unchanged": 3}
    office("undo", CODE)
    assert handin(office, path) == {"repeated": 1, "unchanged": 3} and office("show", CODE, "--json").json["progress"] is None


def test_what_was_taken_back_is_recorded_anew(any_office, tmp_path):
    office = any_office
    form = Sheet(handed_out(office, "SCJG")).set("SCJG-1-3", title="快检室", status="推进中").set("SCJG-1-4", status="推进中")
    path = form.save(tmp_path / "a.xlsx")
    assert handin(office, path, agency="SCJG") == {"add": 2, "unchanged": 60}
    for _ in range(3):
        office("undo", "SCJG-1-3", agency="SCJG")
        assert handin(office, path, agency="SCJG") == {"change": 1, "repeated": 1, "unchanged": 60}, "its name stands"
        assert last(office, "SCJG-1-3")["status"] == "in_progress"
        assert handin(office, path, agency="SCJG") == {"repeated": 2, "unchanged": 60}
    office("undo", "--form", str(path), "--yes", agency="SCJG")
    assert handin(office, path, agency="SCJG") == {"add": 2, "unchanged": 60}
    assert office("db", "check").code == 0


@pytest.mark.parametrize("who", [{"agency": "SCJG"}, {"person": "李厅长"}])
def test_who_may_not_report_may_not_hand_in_again(office, jyt, tmp_path, who):
    office("person", "add", "李厅长", "--agency", "JYT", "--role", "leader")
    path = Sheet(jyt).set(CODE, status="推进中").set("JYT-1-3", status="推进中").save(tmp_path / "a.xlsx")
    refused = office("handin", str(path), ok=False, **who)
    office("handin", str(path), agency="JYT")
    again = office("handin", str(path), ok=False, **who)
    assert refused.code == again.code == 6 and refused.err == again.err


# The same form, corrected


def test_a_form_corrects_itself(any_office, tmp_path):
    """What only this very form has brought since it went out is no conflict; nor is going back to what it said before, but for what stood in it when it went out."""
    office = any_office
    office("update", CODE, "-s", "推进中", "-p", "10", "--ask", "拨款", agency="JYT")
    sheet = Sheet(handed_out(office))

    def hand_in(**cells):
        return handin(office, sheet.set(CODE, **cells).save(tmp_path / "a.xlsx"), agency="JYT")

    for progress, outcome in ((0.3, "change"), (0.3, "repeated"), (0.5, "change"), (0.3, "change")):
        assert hand_in(progress=progress) == {outcome: 1, "unchanged": 3}, progress
        assert last(office)["progress"] == progress * 100
    assert hand_in(progress=0.3, ask="改为协调用地") == {"change": 1, "unchanged": 3}
    assert "另一副本" in office("handin", str(sheet.set(CODE, ask="拨款").save(tmp_path / "b.xlsx")), ok=False, agency="JYT").err
    sheet.set(CODE, ask="改为协调用地")
    office("update", CODE, "-p", "60", agency="JYT")
    assert hand_in() == {"repeated": 1, "unchanged": 3}, "the same file twice changes nothing, whatever came between"
    sheet.set(CODE, progress=0.7).save(tmp_path / "b.xlsx")
    assert "报“推进中 60%”" in office("handin", str(tmp_path / "b.xlsx"), ok=False, agency="JYT").err
    assert office("db", "check").code == 0


def test_a_form_corrects_the_name_it_gave(office, scjg, tmp_path):
    for title, outcome in (("快检室", "add"), ("快检站", "change"), ("快检室", "change")):
        assert handin(office, Sheet(scjg).set("SCJG-1-3", title=title).save(tmp_path / "a.xlsx"), agency="SCJG") == {outcome: 1, "unchanged": 61}
        assert last(office, "SCJG-1-3")["title"] == title


def test_what_changes_a_report_made_meanwhile_is_no_first_one(office, jyt, tmp_path):
    sheet = Sheet(jyt).set(CODE, status="推进中", progress=0.3)
    office("handin", str(sheet.save(tmp_path / "a.xlsx")))
    screen = office("handin", str(sheet.set(CODE, progress=0.4).save(tmp_path / "a.xlsx")))
    assert screen.out.startswith("~ JYT-1-2") and "首报或命名 0，更新 1" in screen.err


@pytest.mark.parametrize("first", [{"status": "未启动"}, {"progress": 0.3}, {"status": "推进中"}, {"status": "已完成"}])
def test_what_follows_from_an_empty_cell_is_no_other_copy(office, jyt, tmp_path, first):
    sheet = Sheet(jyt).set(CODE, **first)
    assert handin(office, sheet.save(tmp_path / "a.xlsx")) == {"add": 1, "unchanged": 3}
    assert handin(office, sheet.set(CODE, note="补记").save(tmp_path / "a.xlsx")) == {"change": 1, "unchanged": 3}


# Copies of one form


@pytest.mark.parametrize(("cells", "who"), [
    ({"progress": 0.3, "note": "乙说"}, "乙"),  # all changed, by another
    ({"progress": 0.6}, "甲"),  # by the same, on a copy that has not the note
    ({"unchanged": "是"}, "甲"),
])  # fmt: skip
def test_another_copy_of_a_form_overwrites_nothing(any_office, tmp_path, cells, who):
    office = any_office
    form, first = two_copies(office, tmp_path, progress=0.5, note="甲说")
    second = Sheet(form).set(CODE, **cells).save(tmp_path / "c2.xlsx")
    before = written(office)
    screen = office("handin", str(second), agency="JYT", person=who, ok=False)
    assert screen.code == 8 and "同表的另一副本已报“推进中 50%”（省教育厅（JYT） 甲，#" in screen.err
    assert "deeds undo --entry" in screen.err and written(office) == before
    corrected = Sheet(first).set(CODE, progress=0.55).save(tmp_path / "c1.xlsx")
    assert handin(office, corrected, agency="JYT", person="甲") == {"change": 1, "unchanged": 3}
    assert (last(office)["progress"], last(office)["note"]) == (55, "甲说")


def test_two_copies_with_different_rows_or_the_same_words_agree(office, tmp_path):
    form, _ = two_copies(office, tmp_path, progress=0.5)
    other = Sheet(form).set("JYT-1-3", status="推进中").save(tmp_path / "c2.xlsx")
    assert handin(office, other, agency="JYT", person="乙") == {"add": 1, "unchanged": 3}
    same = Sheet(form).set(CODE, progress=0.5).save(tmp_path / "c3.xlsx")
    assert handin(office, same, agency="JYT", person="乙") == {"repeated": 1, "unchanged": 3}


def test_a_name_given_on_another_copy_stands(office, scjg, tmp_path):
    handin(office, Sheet(scjg).set("SCJG-1-3", title="快检室").save(tmp_path / "a.xlsx"), agency="SCJG", person="甲")
    other = Sheet(scjg).set("SCJG-1-3", title="快检站").save(tmp_path / "b.xlsx")
    assert "命名为“快检室”" in office("handin", str(other), agency="SCJG", person="乙", ok=False).err


# Taking back a sheet


def test_a_sheet_is_taken_back_by_its_content(any_office, tmp_path):
    office = any_office
    form = handed_out(office)
    for folder, code in (("q", CODE), ("q2", "JYT-1-3")):
        (tmp_path / folder).mkdir()
        path = Sheet(form).set(code, status="推进中").save(tmp_path / folder / "same.xlsx")
        office("handin", str(path), agency="JYT")
    for absent, said in (("SAME.xlsx", "没有收过名为 SAME.xlsx 的表"), ("q3/same.xlsx", "收过不止一份：#")):
        assert said in office("undo", "--form", absent, "--yes", ok=False, agency="JYT").err
    other = Sheet(form).set("JYT-1-4", status="推进中").save(tmp_path / "same.xlsx")
    screen = office("undo", "--form", str(other), "--yes", ok=False, agency="JYT")
    assert "内容都不同" in screen.err and "（2021-07-05 交，1 条记录）" in screen.err
    office("undo", "--form", str(tmp_path / "q" / "same.xlsx"), "--yes", agency="JYT")
    standing = [office("show", code, "--json").json["status"] for code in (CODE, "JYT-1-3")]
    assert standing == ["unreported", "in_progress"]
    number = screen.err.rpartition("--form ")[2].split()[0]
    office("undo", "--form", number, "--yes", agency="JYT")
    assert office("show", "JYT-1-3", "--json").json["status"] == "unreported"


def test_an_agency_takes_back_what_the_office_handed_in_for_it(any_office, tmp_path):
    """As it may entry by entry; of another agency's rows it knows nothing."""
    office = any_office
    Sheet(handed_out(office)).set(CODE, status="推进中").save(tmp_path / "a.xlsx")
    office("handin", "a.xlsx")
    assert office("undo", "--form", "a.xlsx", agency="KJT", ok=False).code == 4
    office("undo", "--form", "a.xlsx", agency="JYT")
    assert office("show", CODE, "--json").json["status"] == "unreported"
    assert office("undo", "--form", "a.xlsx", agency="JYT", ok=False).code == 4
