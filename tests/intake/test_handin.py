"""Forms that come back: what people and programs do to them changes nothing; what they say is entered as typed."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from datetime import date

import pytest
from sheets import Sheet, column, written

from tracker import entries, journal
from tracker.intake.columns import COLUMNS

pytest_plugins = ["office"]

CODE = "JYT-1-2"
TRICKY = ("=1+1", "+SUM(A1)", "-5", "@cmd", "'quoted", "a\nb", "<b>&amp;", "“为民办实事”", "0012", "2021-12-20", "60%", "是")


def counts(screen):
    return {name: count for name, count in screen.json["files"][0]["counts"].items() if count}


def handin(office, path, *words, **who):
    return counts(office("handin", str(path), "--json", *words, **who))


def last(office, code=CODE):
    return office("log", code, "--json").json["entries"][-1]


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


def test_the_same_file_twice_changes_nothing(office, jyt, scjg, tmp_path):
    path = Sheet(scjg).set("SCJG-1-3", title="快检室", status="推进中").set("SCJG-1-4", title="明厨亮灶").save(tmp_path / "a.xlsx")
    assert handin(office, path) == {"add": 2, "unchanged": 60}
    before = written(office)
    assert handin(office, path) == {"repeated": 2, "unchanged": 60}
    # Also saved anew by a program, which changes every byte.
    assert handin(office, Sheet(path).save(tmp_path / "b.xlsx")) == {"repeated": 2, "unchanged": 60}
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
    office("handout", "-o", "out", "--agency", "JYT")
    path = next((tmp_path / "out").iterdir())
    office.today = "2021-07-20"
    assert handin(office, Sheet(path).set(CODE, unchanged="是").save(tmp_path / "a.xlsx")) == {"confirm": 1, "unchanged": 3}
    assert last(office)["kind"] == "confirmation"
    assert handin(office, tmp_path / "a.xlsx") == {"repeated": 1, "unchanged": 3}


def reported(office, tmp_path):
    """A form on which a deed stands at 60 %, with everything said."""
    office("update", CODE, "-s", "推进中", "-p", "60", "-n", "摸底", "--difficulty", "缺钱", "--ask", "拨款", "--ask-of", "财政厅", "--stage", "中期", "--expected", "2021-12-20")
    office("handout", "-o", "out", "--agency", "JYT")
    return Sheet(next((tmp_path / "out").iterdir()))


def test_a_cleared_cell_clears_and_an_untouched_one_stays(office, tmp_path):
    sheet = reported(office, tmp_path).set(CODE, progress=0.7, difficulty=None, expected=None)
    handin(office, sheet.save(tmp_path / "a.xlsx"))
    found = last(office)
    assert "difficulty" not in found and "expected_on" not in found
    assert (found["progress"], found["ask"], found["ask_of"], found["note"], found["stage"]) == (70, "拨款", "财政厅", "摸底", "中期")


def test_an_empty_status_leaves_it(office, tmp_path):
    sheet = reported(office, tmp_path).set(CODE, status=None, progress=None)
    assert handin(office, sheet.save(tmp_path / "a.xlsx")) == {"unchanged": 4}


def test_suspension_takes_its_approval_from_the_remark(office, tmp_path):
    sheet = reported(office, tmp_path).set(CODE, status="暂缓", remark="工委〔2021〕8号")
    handin(office, sheet.save(tmp_path / "a.xlsx"))
    assert (last(office)["status"], last(office)["approval"]) == ("suspended", "工委〔2021〕8号")
    office("handout", "-o", "out2", "--agency", "JYT")
    again = Sheet(next((tmp_path / "out2").iterdir())).set(CODE, status="推进中")
    screen = office("handin", str(again.save(tmp_path / "b.xlsx")), ok=False)
    assert "须在备注栏填批准文号" in screen.err, "the old reference does not approve the way back"


# Somebody was there meanwhile


def test_a_report_meanwhile_is_a_conflict(office, jyt, tmp_path):
    path = Sheet(jyt).set(CODE, status="推进中", progress=0.6).save(tmp_path / "a.xlsx")
    office("update", CODE, "-s", "推进中", "-p", "80")
    before = written(office)
    screen = office("handin", str(path), ok=False)
    assert screen.code == 8 and "a.xlsx：台账!B3（编号）：JYT-1-2 发出填报表后省教育厅（JYT）已报“推进中 80%”（#165，2021-07-05）" in screen.err
    assert "deeds undo JYT-1-2 --entry 165" in screen.err and "deeds handout -o 文件夹" in screen.err
    assert written(office) == before
    office("undo", CODE)
    assert handin(office, path) == {"add": 1, "unchanged": 3}, "what was taken back does not stand in the way"


def test_a_rejection_meanwhile_is_a_conflict(office, tmp_path):
    office("complete", CODE)
    office("handout", "-o", "out", "--agency", "JYT")
    path = Sheet(next((tmp_path / "out").iterdir())).set(CODE, note="再报").save(tmp_path / "a.xlsx")
    office("verify", CODE, "--reject", "--note", "资料不全")
    assert "省委省级机关工委（SJGW）已于 2021-07-05 核实退回（#" in office("handin", str(path), ok=False).err


def test_a_report_taken_back_meanwhile_is_a_conflict(office, tmp_path):
    office("start", CODE, "-p", "20", agency="JYT")
    office("handout", "-o", "out", "--agency", "JYT")
    path = Sheet(next((tmp_path / "out").iterdir())).set(CODE, progress=0.3).save(tmp_path / "a.xlsx")
    office("undo", CODE, agency="JYT")
    assert "由省教育厅（JYT）撤回" in office("handin", str(path), ok=False).err


def test_a_conflict_does_not_hide_what_else_is_wrong(office, jyt, tmp_path):
    path = Sheet(jyt).set(CODE, status="推进中", progress=0.6, expected=date(2021, 7, 1)).save(tmp_path / "a.xlsx")
    office("start", CODE)
    found = office("handin", str(path), "--json", ok=False).json["files"][0]["problems"]
    assert [(each["column"], each["error"]) for each in found] == [("编号", "errors.sheet_conflict"), ("预计完成", "errors.expected_past")]


def test_a_form_corrects_itself(any_office, tmp_path):
    """What only this very form has brought since it went out is no conflict; nor is going back to what it said before, but for what stood in it when it went out."""
    office = any_office
    office("update", CODE, "-s", "推进中", "-p", "10", "--ask", "拨款", agency="JYT")
    office("handout", "-o", "out", "--agency", "JYT")
    sheet = Sheet(next((tmp_path / "out").iterdir()))

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


def test_a_word_for_none_is_nothing(office, jyt, tmp_path):
    sheet = Sheet(jyt).set(CODE, difficulty="无", ask="暂无", expected="无", remark="—")
    assert handin(office, sheet.save(tmp_path / "a.xlsx")) == {"unchanged": 4}
    sheet.set(CODE, status="受阻")
    screen = office("handin", str(sheet.save(tmp_path / "b.xlsx")), ok=False)
    assert "（存在问题）：JYT-1-2 报“受阻”须在存在问题栏写明问题" in screen.err


def test_a_number_in_a_cell_of_percentages(office, jyt, tmp_path):
    screen = office("handin", str(Sheet(jyt).set(CODE, status="推进中", progress=35).save(tmp_path / "a.xlsx")), ok=False)
    assert "（完成率）：此格是百分比格式，其中的数 35 就是 3500%。请连百分号写成 35%。" in screen.err


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


def test_a_naming_meanwhile_is_a_conflict_for_another_name_only(office, scjg, tmp_path):
    path = Sheet(scjg).set("SCJG-1-3", title="快检室").set("SCJG-1-4", status="推进中").save(tmp_path / "a.xlsx")
    office("name", "SCJG-1-4", "明厨亮灶")
    assert handin(office, path) == {"add": 2, "unchanged": 60}
    office("name", "SCJG-1-5", "电梯")
    other = Sheet(scjg).set("SCJG-1-5", title="计量").save(tmp_path / "b.xlsx")
    refused = office("handin", str(other), ok=False).err
    assert "省市场监管局（SCJG）已于 2021-07-05 命名为“电梯”（#" in refused and "deeds undo SCJG-1-5 --entry" in refused


# What people and programs do to a form


def columns_moved(sheet):
    sheet.ledger.move_range("K1:L5", cols=10)
    sheet.ledger.move_range("C1:C5", cols=20)


def rows_sorted(sheet):
    rows = [[cell.value for cell in row] for row in sheet.ledger["A2:R5"]]
    for place, row in enumerate(reversed(rows)):
        for number, value in enumerate(row):
            sheet.ledger.cell(2 + place, 1 + number).value = value


def blank_rows(sheet):
    sheet.ledger.insert_rows(1, 3)
    sheet.ledger["A1"] = "2021年7月进展"
    sheet.ledger.merge_cells("A1:R1")
    sheet.ledger.insert_rows(7, 200)


def own_column(sheet):
    sheet.ledger.cell(1, 25).value = "联系电话"
    sheet.ledger.cell(3, 25).value = "025-1234"


def own_sheet(sheet):
    sheet.book.create_sheet("电话表", 0)["A1"] = "联系人"


def headings_in(*numbers):
    """Headings in other scripts and with other spaces."""
    english = ["No.", "Code", "Project", "Content / target", "Lead agency", "Supporting agencies", "Responsible", "Deadline", "Status", "Progress"]

    def change(sheet):
        for number in numbers:
            sheet.ledger.cell(1, number).value = english[number - 1].upper()
        sheet.ledger.cell(1, column("difficulty")).value = " 存在\n問題 "

    return change


def serials_as_formulas(sheet):
    for row in range(2, 6):
        sheet.ledger.cell(row, 1).value = "=ROW()-1"


@pytest.mark.parametrize("change", [columns_moved, rows_sorted, blank_rows, own_column, own_sheet, headings_in(2, 9), serials_as_formulas])
def test_changed_by_people(office, jyt, tmp_path, change):
    sheet = Sheet(jyt).set(CODE, status="推进中", progress=0.57, note="已开会", difficulty="缺钱")
    change(sheet)
    assert handin(office, sheet.save(tmp_path / "a.xlsx")) == {"add": 1, "unchanged": 3}
    found = last(office)
    assert (found["status"], found["progress"], found["note"], found["difficulty"]) == ("in_progress", 57, "已开会", "缺钱")


def test_own_columns_are_said_not_to_be_read(office, jyt, tmp_path):
    sheet = Sheet(jyt)
    own_column(sheet)
    assert "没有读取：联系电话" in office("handin", str(sheet.save(tmp_path / "a.xlsx"))).err


@pytest.mark.parametrize(("key", "value", "number_format", "expected"), [
    ("progress", 0.29, None, 29), ("progress", 60, "General", 60), ("progress", "60", None, 60), ("progress", "60％", None, 60),
    ("progress", "60.0 %", None, 60), ("progress", 60.0, "0.00", 60), ("progress", 0, "General", 0),
    ("status", "blocked", None, "blocked"), ("status", "進行中", None, "in_progress"), ("status", "快了", None, None), ("status", " 受阻 ", None, "blocked"), ("status", "In progress", None, "in_progress"),
    ("expected", "2021年12月20日", None, "2021-12-20"), ("expected", "2021/12/20", None, "2021-12-20"), ("expected", 20211220, "General", "2021-12-20"),
    ("expected", "2021.12.20", None, "2021-12-20"), ("note", 300, None, "300"), ("note", 0.6, "0%", "60%"), ("note", "  a　b ", None, "a b"),
])  # fmt: skip
def test_cells_as_people_fill_them_in(office, jyt, tmp_path, key, value, number_format, expected):
    sheet = Sheet(jyt)
    if key != "progress":
        sheet.set(CODE, progress=0.3)
    if key != "status":
        sheet.set(CODE, status="未启动" if expected == 0 else "推进中")
    if expected == "blocked":
        sheet.set(CODE, difficulty="缺钱")
    sheet.set(CODE, number_format, **{key: value})
    screen = office("handin", str(sheet.save(tmp_path / "a.xlsx")), ok=expected is not None)
    if expected is not None:
        assert last(office)["expected_on" if key == "expected" else key] == expected
    else:
        assert screen.code == 8


@pytest.mark.parametrize("text", TRICKY)
def test_text_goes_out_and_comes_back_unchanged(office, tmp_path, text):
    office("update", CODE, "-s", "推进中", "-p", "10", "-n", text, "--difficulty", text, "--ask", text)
    office("handout", "-o", "out", "--agency", "JYT")
    path = next((tmp_path / "out").iterdir())
    assert handin(office, path) == {"unchanged": 4}
    handin(office, Sheet(path).set(CODE, progress=0.2).save(tmp_path / "a.xlsx"))
    found = last(office)
    assert found["progress"] == 20 and {found["note"], found["difficulty"], found["ask"]} == {text}


# CSV


def as_csv(sheet, sign=","):
    """What a spreadsheet program saves as CSV: as shown."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=sign)
    for row in sheet.ledger.iter_rows():
        shown = []
        for cell in row:
            value = cell.value
            if value is not None and cell.number_format == "0%" and not isinstance(value, str):
                value = f"{value:.0%}"
            shown.append(value.strftime("%Y-%m-%d") if hasattr(value, "strftime") else value)
        writer.writerow(shown)
    return out.getvalue()


@pytest.mark.parametrize(("codec", "sign"), [("utf-8", ","), ("utf-8-sig", ","), ("gb18030", ","), ("utf-16", "\t"), ("gb18030", ";")])
def test_csv(office, jyt, tmp_path, codec, sign):
    sheet = Sheet(jyt).set(CODE, status="受阻", progress=0.6, note='他说：“好”,"再议"\n第二行', difficulty="=缺钱", expected=date(2021, 12, 20))
    path = tmp_path / "表.csv"
    path.write_bytes(as_csv(sheet, sign).encode(codec))
    assert handin(office, path) == {"add": 1, "unchanged": 3}
    found = last(office)
    assert (found["progress"], found["difficulty"], found["expected_on"]) == (60, "=缺钱", "2021-12-20")
    assert found["note"] == '他说：“好”,"再议"\n第二行'


def test_place_of_a_fault_in_a_csv_file(office, jyt, tmp_path):
    path = tmp_path / "表.csv"
    path.write_text(as_csv(Sheet(jyt).set(CODE, status="受阻", progress="六成")), encoding="utf-8")
    assert "表.csv：J3（完成率）：“六成”不是百分比" in office("handin", str(path), ok=False).err


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed on this machine")
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_saved_by_libreoffice(office, jyt, tmp_path, ending):
    path = Sheet(jyt).set(CODE, status="受阻", progress=0.57, note="=1+1", expected=date(2021, 12, 20), difficulty="两\n行").save(tmp_path / "a.xlsx")
    kind = "xlsx:Calc MS Excel 2007 XML" if ending == "xlsx" else "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2"
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    subprocess.run(["soffice", home, "--headless", "--convert-to", kind, "--outdir", tmp_path / "lo", path], check=True, capture_output=True, timeout=120)
    [saved] = (tmp_path / "lo").iterdir()
    assert handin(office, saved) == {"add": 1, "unchanged": 3}
    found = last(office)
    assert (found["status"], found["progress"], found["note"], found["expected_on"]) == ("blocked", 57, "=1+1", "2021-12-20")
    assert found["difficulty"] == "两\n行"


def test_english_and_traditional_forms_come_back_to_any_terminal(office, tmp_path):
    for lang, status in (("en", "blocked"), ("zh-TW", "推進中")):
        office("handout", "-o", lang, "--agency", "JYT", lang=lang)
        sheet = Sheet(next((tmp_path / lang).iterdir())).set(CODE, status=status, progress=0.3, difficulty="缺钱")
        assert handin(office, sheet.save(tmp_path / f"{lang}.xlsx"))["unchanged"] == 3


def test_the_old_stands_beside_the_new(office, tmp_path):
    sheet = reported(office, tmp_path).set(CODE, progress=0.7, difficulty=None, ask="改请协调", note="签约")
    screen = office("handin", str(sheet.save(tmp_path / "a.xlsx")), "--dry-run")
    assert screen.out == "~ JYT-1-2  教师减压  自报进展 推进中 60% → 推进中 70%；存在问题：缺钱 → –；提请事项：财政厅：拨款 → 改请协调；进展情况：签约\n"


def test_on_both_engines(any_office, tmp_path):
    office = any_office
    office("handout", "-o", "out", "--agency", "SCJG")
    sheet = Sheet(next((tmp_path / "out").iterdir())).set("SCJG-1-3", title="快检室", status="推进中", progress=0.5)
    assert handin(office, sheet.save(tmp_path / "a.xlsx"), agency="SCJG") == {"add": 1, "unchanged": 61}
    assert handin(office, tmp_path / "a.xlsx", agency="SCJG") == {"repeated": 1, "unchanged": 61}
    assert office("db", "check").code == 0


def test_every_column_is_there_once():
    assert len({each.key for each in COLUMNS}) == len(COLUMNS) == 18


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


# Copies of one form, and files handed in again


def two_copies(office, tmp_path, **first):
    """A form as two people have it, of which the first has been handed in by 甲."""
    office("update", CODE, "-s", "推进中", "-p", "20", "-n", "摸底", agency="JYT")
    office("handout", "-o", "out", "--agency", "JYT")
    form = next((tmp_path / "out").iterdir())
    path = Sheet(form).set(CODE, **first).save(tmp_path / "c1.xlsx")
    assert handin(office, path, agency="JYT", person="甲") == {"change": 1, "unchanged": 3}
    return form, path


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
    assert "deeds undo JYT-1-2 --entry" in screen.err and written(office) == before
    corrected = Sheet(first).set(CODE, progress=0.55).save(tmp_path / "c1.xlsx")
    assert handin(office, corrected, agency="JYT", person="甲") == {"change": 1, "unchanged": 3}
    assert (last(office)["progress"], last(office)["note"]) == (55, "甲说")


def test_two_copies_with_different_rows_or_the_same_words_agree(office, tmp_path):
    form, _ = two_copies(office, tmp_path, progress=0.5)
    other = Sheet(form).set("JYT-1-3", status="推进中").save(tmp_path / "c2.xlsx")
    assert handin(office, other, agency="JYT", person="乙") == {"add": 1, "unchanged": 3}
    same = Sheet(form).set(CODE, progress=0.5).save(tmp_path / "c3.xlsx")
    assert handin(office, same, agency="JYT", person="乙") == {"repeated": 1, "unchanged": 3}


@pytest.mark.parametrize("first", [{"status": "未启动"}, {"progress": 0.3}, {"status": "推进中"}, {"status": "已完成"}])
def test_what_follows_from_an_empty_cell_is_no_other_copy(office, jyt, tmp_path, first):
    sheet = Sheet(jyt).set(CODE, **first)
    assert handin(office, sheet.save(tmp_path / "a.xlsx")) == {"add": 1, "unchanged": 3}
    assert handin(office, sheet.set(CODE, note="补记").save(tmp_path / "a.xlsx")) == {"change": 1, "unchanged": 3}


def test_a_name_given_on_another_copy_stands(office, scjg, tmp_path):
    handin(office, Sheet(scjg).set("SCJG-1-3", title="快检室").save(tmp_path / "a.xlsx"), agency="SCJG", person="甲")
    other = Sheet(scjg).set("SCJG-1-3", title="快检站").save(tmp_path / "b.xlsx")
    assert "命名为“快检室”" in office("handin", str(other), agency="SCJG", person="乙", ok=False).err


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
    office("handout", "-o", "out", "--agency", "SCJG")
    form = Sheet(next((tmp_path / "out").iterdir())).set("SCJG-1-3", title="快检室", status="推进中").set("SCJG-1-4", status="推进中")
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


def test_what_changes_a_report_made_meanwhile_is_no_first_one(office, jyt, tmp_path):
    sheet = Sheet(jyt).set(CODE, status="推进中", progress=0.3)
    office("handin", str(sheet.save(tmp_path / "a.xlsx")))
    screen = office("handin", str(sheet.set(CODE, progress=0.4).save(tmp_path / "a.xlsx")))
    assert screen.out.startswith("~ JYT-1-2") and "首报或命名 0，更新 1" in screen.err


@pytest.mark.parametrize("who", [{"agency": "SCJG"}, {"person": "李厅长"}])
def test_who_may_not_report_may_not_hand_in_again(office, jyt, tmp_path, who):
    office("person", "add", "李厅长", "--agency", "JYT", "--role", "leader")
    path = Sheet(jyt).set(CODE, status="推进中").set("JYT-1-3", status="推进中").save(tmp_path / "a.xlsx")
    refused = office("handin", str(path), ok=False, **who)
    office("handin", str(path), agency="JYT")
    again = office("handin", str(path), ok=False, **who)
    assert refused.code == again.code == 8 and refused.err == again.err


@pytest.mark.parametrize("progress", [0.63, None])
def test_completed_needs_no_other_percentage(any_office, tmp_path, progress):
    office = any_office
    office("update", CODE, "-s", "推进中", "-p", "63", agency="JYT")
    office("handout", "-o", "out", "--agency", "JYT")
    sheet = Sheet(next((tmp_path / "out").iterdir())).set(CODE, status="已完成", progress=0.8)
    assert "（完成率）" in office("handin", str(sheet.save(tmp_path / "a.xlsx")), agency="JYT", ok=False).err
    assert handin(office, sheet.set(CODE, progress=progress).save(tmp_path / "a.xlsx"), agency="JYT") == {"change": 1, "unchanged": 3}
    assert (last(office)["status"], last(office)["progress"]) == ("completed", 100)


# Taking back a sheet


def test_a_sheet_is_taken_back_by_its_content(any_office, tmp_path):
    office = any_office
    office("handout", "-o", "out", "--agency", "JYT")
    form = next((tmp_path / "out").iterdir())
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
