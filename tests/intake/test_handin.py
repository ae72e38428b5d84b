"""Forms that come back: what a row brings, and how it is told."""

from __future__ import annotations

from datetime import date

import pytest
from sheets import CODE, Sheet, handed_out, handin, last, written

from tracker import entries, journal
from tracker.intake.columns import COLUMNS

pytest_plugins = ["office"]


def test_untouched_form_changes_nothing(office, forms):
    before = written(office)
    for path in forms.iterdir():
        assert set(handin(office, path)) == {"unchanged"}
    assert written(office) == before


def test_a_changed_row_is_entered_as_by_command(office, jyt, tmp_path):
    sheet = Sheet(jyt).set(CODE, status="受阻", progress=0.4, note="已摸底\n两轮", difficulty="=缺钱", ask="请拨款", expected=date(2021, 12, 20), remark="已通气")
    assert handin(office, sheet.save(tmp_path / "a.xlsx"), agency="JYT") == {"add": 1, "unchanged": 3}
    by_sheet = last(office)
    office("update", "JYT-1-3", "-s", "受阻", "-p", "40", "-n", "已摸底\n两轮", "--difficulty", "=缺钱", "--ask", "请拨款", "--expected", "2021-12-20", "--reason", "已通气", agency="JYT")
    by_command = last(office, "JYT-1-3")
    own = {"number", "seq", "uid", "deed", "recorded_at", "door"}
    assert {k: v for k, v in by_sheet.items() if k not in own} == {k: v for k, v in by_command.items() if k not in own}
    assert (by_sheet["door"], by_command["door"]) == ("sheet", "cli")


def test_screen_says_what_each_row_brings(office, jyt, tmp_path):
    path = Sheet(jyt).set(CODE, status="推进中", progress=0.6).save(tmp_path / "a.xlsx")
    for words, said in ((["--dry-run"], "试运行，未写入"), ([], "首报或命名 1，更新 0，无变化确认 0，未改动 3")):
        screen = office("handin", str(path), *words)
        assert screen.out == "+ JYT-1-2  教师减压  自报进展 推进中 60%\n" and said in screen.err


def test_dry_run_writes_nothing(office, jyt, tmp_path):
    before = written(office)
    assert handin(office, Sheet(jyt).set(CODE, status="推进中").save(tmp_path / "a.xlsx"), "--dry-run") == {"add": 1, "unchanged": 3}
    assert written(office) == before


def test_the_file_is_kept_and_named_before_its_rows(office, jyt, tmp_path):
    path = Sheet(jyt).set(CODE, status="推进中").set("JYT-1-4", status="受阻", difficulty="缺钱").save(tmp_path / "七月.xlsx")
    office("handin", str(path), agency="JYT")
    with office.books() as b:
        kept, *rows = list(entries.read(b.connection))[-3:]
        [(sha256, name)] = kept.evidence
        from tracker.evidence import give

        assert give(b.connection, sha256) == path.read_bytes()
    assert (kept.kind, kept.door, kept.agency, name) == (journal.IMPORT, "sheet", "JYT", "七月.xlsx")
    assert [(row.kind, row.deed, row.door) for row in rows] == [("progress", CODE, "sheet"), ("progress", "JYT-1-4", "sheet")]
    assert office("db", "check").code == 0


def test_a_sheet_names_the_unnamed(office, scjg, tmp_path):
    path = Sheet(scjg).set("SCJG-1-3", title="快检室", status="已完成").save(tmp_path / "a.xlsx")
    assert handin(office, path, agency="SCJG") == {"add": 1, "unchanged": 61}
    shown = office("show", "SCJG-1-3", "--json").json
    assert (shown["title"], shown["status"], shown["progress"]) == ("快检室", "completed", 100)


def test_no_change_is_an_entry(office, tmp_path):
    office("update", CODE, "-s", "推进中", "-p", "60")
    path = handed_out(office)
    office.today = "2021-07-20"
    assert handin(office, Sheet(path).set(CODE, unchanged="是").save(tmp_path / "a.xlsx")) == {"confirm": 1, "unchanged": 3}
    assert last(office)["kind"] == "confirmation"
    assert handin(office, tmp_path / "a.xlsx") == {"repeated": 1, "unchanged": 3}


def reported(office, tmp_path):
    """A form on which a deed stands at 60 %, with everything said."""
    office("update", CODE, "-s", "推进中", "-p", "60", "-n", "摸底", "--difficulty", "缺钱", "--ask", "拨款", "--ask-of", "财政厅", "--stage", "中期", "--expected", "2021-12-20")
    return Sheet(handed_out(office))


def test_a_cleared_cell_clears_and_an_untouched_one_stays(office, tmp_path):
    sheet = reported(office, tmp_path).set(CODE, progress=0.7, difficulty=None, expected=None)
    handin(office, sheet.save(tmp_path / "a.xlsx"))
    found = last(office)
    assert "difficulty" not in found and "expected_on" not in found
    assert (found["progress"], found["ask"], found["ask_of"], found["stage"]) == (70, "拨款", "财政厅", "中期")


CARRIED = ("note", "difficulty", "ask", "ask_of", "expected_on", "stage", "reason")
TURNS = [
    ("推进中", "推进中", {"difficulty", "ask", "ask_of", "expected_on", "stage"}),
    ("推进中", "受阻", {"difficulty", "ask", "ask_of", "expected_on"}),
    ("受阻", "推进中", {"ask", "ask_of", "expected_on"}),
    ("推进中", "已完成", set()),
]


@pytest.mark.parametrize(("before", "after", "holds"), TURNS)
def test_what_is_left_in_a_row_holds_as_what_is_not_typed(any_office, tmp_path, before, after, holds):
    """By every door: the note and the reason are of one report, the rest holds by what became of the deed."""
    office, share = any_office, () if after == "已完成" else ("-p", "70")
    for code in ("JYT-1-2", "JYT-1-3", "JYT-1-4"):
        office("update", code, "-s", before, "-p", "60", "-n", "摸底", "--difficulty", "缺钱", "--ask", "拨款", "--ask-of", "财政厅", "--stage", "中期", "--expected", "2021-12-20", "--reason", "通气")
    form = handed_out(office)
    office.today = "2021-07-06"
    said = [office("update", "JYT-1-3", "-s", after, *share).err]
    (tmp_path / "pasted.txt").write_text(" ".join(["JYT-1-4", after, *(f"{each}%" for each in share[1:])]), encoding="utf-8")
    said.insert(1, office("take", str(tmp_path / "pasted.txt")).err)
    path = Sheet(form).set(CODE, status=after, **({"progress": 0.7} if share else {})).save(tmp_path / "a.xlsx")
    said.insert(0, office("handin", str(path)).err)
    for code, told in zip(("JYT-1-2", "JYT-1-3", "JYT-1-4"), said, strict=True):
        assert {name for name in CARRIED if name in last(office, code)} == holds, code
        hint = f"提示：{code} 不再受阻，提请事项仍列在专报中。已办结的 → deeds update {code} --ask 无"
        assert (hint in told) == ((before, after) == ("受阻", "推进中")), told


def test_what_was_asked_anew_or_is_over_is_not_pointed_at(office):
    for more in ((), ("--ask", "再拨"), ("--ask", "无")):
        office("block", CODE, "-d", "缺钱", "--ask", "拨款")
        assert ("仍列在专报中" in office("update", CODE, "-s", "推进中", *more).err) == (not more), more


def test_a_corrected_form_stays_itself_where_its_note_was_not_touched(office, tmp_path):
    sheet = reported(office, tmp_path)
    for progress in (0.7, 0.8):
        assert handin(office, sheet.set(CODE, progress=progress).save(tmp_path / "a.xlsx")) == {"change": 1, "unchanged": 3}
    assert handin(office, sheet.set(CODE, unchanged="是").save(tmp_path / "b.xlsx")) == {"confirm": 1, "unchanged": 3}


def test_an_empty_status_leaves_it(office, tmp_path):
    sheet = reported(office, tmp_path).set(CODE, status=None, progress=None)
    assert handin(office, sheet.save(tmp_path / "a.xlsx")) == {"unchanged": 4}


def test_suspension_takes_its_approval_from_the_remark(office, tmp_path):
    sheet = reported(office, tmp_path).set(CODE, status="暂缓", remark="工委〔2021〕8号")
    handin(office, sheet.save(tmp_path / "a.xlsx"))
    assert (last(office)["status"], last(office)["approval"]) == ("suspended", "工委〔2021〕8号")
    again = Sheet(handed_out(office, folder="out2")).set(CODE, status="推进中")
    screen = office("handin", str(again.save(tmp_path / "b.xlsx")), ok=False)
    assert "须在备注栏填批准文号" in screen.err, "the old reference does not approve the way back"


@pytest.mark.parametrize("progress", [0.63, None])
def test_completed_needs_no_other_percentage(any_office, tmp_path, progress):
    office = any_office
    office("update", CODE, "-s", "推进中", "-p", "63", agency="JYT")
    sheet = Sheet(handed_out(office)).set(CODE, status="已完成", progress=0.8)
    assert "（完成率）" in office("handin", str(sheet.save(tmp_path / "a.xlsx")), agency="JYT", ok=False).err
    assert handin(office, sheet.set(CODE, progress=progress).save(tmp_path / "a.xlsx"), agency="JYT") == {"change": 1, "unchanged": 3}
    assert (last(office)["status"], last(office)["progress"]) == ("completed", 100)


def test_the_old_stands_beside_the_new(office, tmp_path):
    sheet = reported(office, tmp_path).set(CODE, progress=0.7, difficulty=None, ask="改请协调", note="签约")
    screen = office("handin", str(sheet.save(tmp_path / "a.xlsx")), "--dry-run")
    assert screen.out == "~ JYT-1-2  教师减压  自报进展 推进中 60% → 推进中 70%；存在问题：缺钱 → –；提请事项：财政厅：拨款 → 改请协调；进展情况：签约\n"


def test_on_both_engines(any_office, tmp_path):
    office = any_office
    sheet = Sheet(handed_out(office, "SCJG")).set("SCJG-1-3", title="快检室", status="推进中", progress=0.5)
    assert handin(office, sheet.save(tmp_path / "a.xlsx"), agency="SCJG") == {"add": 1, "unchanged": 61}
    assert handin(office, tmp_path / "a.xlsx", agency="SCJG") == {"repeated": 1, "unchanged": 61}
    assert office("db", "check").code == 0


def test_every_column_is_there_once():
    assert len({each.key for each in COLUMNS}) == len(COLUMNS) == 19


def test_a_form_with_nothing_in_it(office, jyt):
    said = "各行与发出时相同（没有填，或填的就是原来的内容）"
    assert said in office("handin", str(jyt)).err
    tried = office("handin", str(jyt), "--dry-run").err
    assert said in tried and "去掉 --dry-run" not in tried


def test_one_name_in_two_rows(office, scjg, tmp_path):
    filled = Sheet(scjg).set("SCJG-1-1", title="抽检").set("SCJG-1-2", title="抽检").save(tmp_path / "a.xlsx")
    before = written(office)
    screen = office("handin", str(filled), ok=False)
    assert "名称“抽检”在表中出现两次" in screen.err and "（项目名称）" in screen.err and written(office) == before
    office("name", "SCJG-1-3", "消费投诉")
    filled = Sheet(scjg).set("SCJG-1-1", title="消费投诉").save(tmp_path / "b.xlsx")
    assert "SCJG-1-3 已叫“消费投诉”" in office("handin", str(filled), ok=False).err
