"""What people and programs do to a form changes nothing of what it says; what they type is entered as typed."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from datetime import date

import pytest
from sheets import CODE, Sheet, column, handed_out, handin, last

pytest_plugins = ["office"]
TRICKY = ("=1+1", "+SUM(A1)", "-5", "@cmd", "'quoted", "a\nb", "<b>&amp;", "“为民办实事”", "0012", "2021-12-20", "60%", "是")


# The form


def columns_moved(sheet):
    sheet.ledger.move_range("K1:L5", cols=10)
    sheet.ledger.move_range("C1:C5", cols=20)


def rows_sorted(sheet):
    rows = [[cell.value for cell in row] for row in sheet.ledger["A2:S5"]]
    for place, row in enumerate(reversed(rows)):
        for number, value in enumerate(row):
            sheet.ledger.cell(2 + place, 1 + number).value = value


def blank_rows(sheet):
    sheet.ledger.insert_rows(1, 3)
    sheet.ledger["A1"] = "2021年7月进展"
    sheet.ledger.merge_cells("A1:S1")
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


def test_english_and_traditional_forms_come_back_to_any_terminal(office, tmp_path):
    for lang, status in (("en", "blocked"), ("zh-TW", "推進中")):
        sheet = Sheet(handed_out(office, folder=lang, lang=lang)).set(CODE, status=status, progress=0.3, difficulty="缺钱")
        assert handin(office, sheet.save(tmp_path / f"{lang}.xlsx"))["unchanged"] == 3


@pytest.fixture
def reported(office):
    """A deed of which every text that a form shows was said, in Simplified script."""
    office("assign", CODE, "--supporter", "SWT", "--responsible", "陈建国", "--target", "300 个试点学校", "--yes")
    office("block", CODE, "-d", "经费未到位", "--ask", "请尽快拨付", "--ask-of", "省财政厅", agency="JYT")
    office("update", CODE, "-n", "已开会\n第二次", "--reason", "汇总", agency="JYT")
    return office


def test_a_traditional_form_says_what_the_books_say_in_its_script_and_comes_back_unchanged(reported, tmp_path):
    sheet = Sheet(handed_out(reported, lang="zh-TW"))
    shown = {key: sheet.cell(CODE, key).value for key in ("title", "lead", "supporters", "responsible", "note", "difficulty", "ask", "remark")}
    assert shown == {
        "title": "教師減壓", "lead": "省教育廳", "supporters": "省商務廳", "responsible": "陳建國", "note": "已開會\n第二次",
        "difficulty": "經費未到位", "ask": "省財政廳：請儘快撥付", "remark": "彙總",
    }  # fmt: skip
    assert handin(reported, sheet.save(tmp_path / "same.xlsx")) == {"unchanged": 4}
    assert handin(reported, sheet.set(CODE, note="已開三次會").save(tmp_path / "more.xlsx")) == {"change": 1, "unchanged": 3}
    said = last(reported)
    assert (said["note"], said["difficulty"], said["ask"]) == ("已開三次會", "经费未到位", "请尽快拨付")
    assert handin(reported, Sheet(tmp_path / "more.xlsx").save(tmp_path / "again.xlsx")) == {"repeated": 1, "unchanged": 3}


def test_a_traditional_form_of_an_older_program_comes_back_with_simplified_content(reported, tmp_path, monkeypatch):
    with monkeypatch.context() as older:
        older.setattr("tracker.intake.handout.content", lambda words, language: words)
        sheet = Sheet(handed_out(reported, lang="zh-TW"))
    assert (sheet.cell(CODE, "title").value, sheet.cell(CODE, "status").value) == ("教师减压", "受阻")
    assert handin(reported, sheet.save(tmp_path / "same.xlsx")) == {"unchanged": 4}


def test_a_locked_cell_of_a_traditional_form_stays_locked(reported, tmp_path):
    sheet = Sheet(handed_out(reported, lang="zh-TW")).set(CODE, title="教師增壓")
    assert "原為「教師減壓」" in reported("handin", str(sheet.save(tmp_path / "a.xlsx")), lang="zh-TW", ok=False).err


# The cells


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
    path = handed_out(office)
    assert handin(office, path) == {"unchanged": 4}
    handin(office, Sheet(path).set(CODE, progress=0.2).save(tmp_path / "a.xlsx"))
    found = last(office)
    assert found["progress"] == 20 and found["difficulty"] == found["ask"] == text and "note" not in found


def test_a_word_for_none_is_nothing(office, jyt, tmp_path):
    sheet = Sheet(jyt).set(CODE, difficulty="无", ask="暂无", expected="无", remark="—")
    assert handin(office, sheet.save(tmp_path / "a.xlsx")) == {"unchanged": 4}
    sheet.set(CODE, status="受阻")
    screen = office("handin", str(sheet.save(tmp_path / "b.xlsx")), ok=False)
    assert "（存在问题）：JYT-1-2 报“受阻”须在存在问题栏写明问题" in screen.err


def test_a_number_in_a_cell_of_percentages(office, jyt, tmp_path):
    screen = office("handin", str(Sheet(jyt).set(CODE, status="推进中", progress=35).save(tmp_path / "a.xlsx")), ok=False)
    assert "（完成率）：此格是百分比格式，其中的数 35 就是 3500%。请连百分号写成 35%。" in screen.err


# Other programs


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


def test_an_emptied_cell_is_told_but_for_a_note_which_every_report_brings_anew(office, tmp_path):
    office("update", "JYT-1-2", "-s", "推进中", "-p", "20", "-n", "已摸底", "-d", "缺人", agency="JYT")
    office("handout", "-o", "again", "-a", "JYT")
    path = Sheet(tmp_path / "again" / "JYT_省教育厅.xlsx").set("JYT-1-2", note=None, difficulty=None).save(tmp_path / "a.xlsx")
    told = office("handin", str(path), "--dry-run", agency="JYT").out
    assert "存在问题：缺人 → –" in told and "已摸底" not in told
