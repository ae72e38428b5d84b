"""The forms that go out: what is in them, what may be typed, and that the same books give the same bytes."""

from __future__ import annotations

import zipfile
from datetime import date

import openpyxl
import pytest
from sheets import CHINESE, Sheet, column, handed_out

from tracker import lifecycle
from tracker.i18n import LANGUAGES, Catalogue
from tracker.intake.columns import COLUMNS, plain

pytest_plugins = ["office"]

USUAL = "序号 编号 项目名称 主要内容/目标任务 牵头单位 配合单位 责任人 完成时限 状态 完成率 完成数量 进展情况 存在问题 提请事项 预计完成 备注".split()  # noqa: SIM905


def test_every_agency_with_deeds_gets_its_form(office, tmp_path):
    found = office("handout", "-o", "out", "--json").json["forms"]
    assert sum(form["deeds"] for form in found) == 132
    assert len(found) == 10 == len(list((tmp_path / "out").iterdir()))
    with office.books() as b:
        assert [form["agency"] for form in found] == [code for code in b.agencies if code in {f["agency"] for f in found}]


def test_a_clerk_gets_their_own_form(office):
    assert [form["agency"] for form in office("handout", "-o", "out", "--json", agency="KJT").json["forms"]] == ["KJT"]


def test_headings_are_the_usual_ones(jyt):
    sheet = Sheet(jyt)
    found = [cell.value for cell in sheet.ledger[1]]
    assert found[: len(USUAL)] == USUAL
    assert found[len(USUAL) :] == ["无变化", "亮灯", "表号"]
    assert sheet.ledger.column_dimensions["S"].hidden and not sheet.ledger.column_dimensions["R"].hidden


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_headings_are_alike(language):
    catalogue = Catalogue(language)
    assert len({plain(catalogue(f"intake.column_{each.key}")) for each in COLUMNS}) == len(COLUMNS)


def test_present_values_are_filled_in(office):
    office("assign", "JYT-1-2", "--start", "2021-06-01", "--due", "2021-12-31", "--basis", "文号", "--responsible", "李四", "--supporter", "KJT", "--target", "100所")
    office("update", "JYT-1-2", "-s", "推进中", "-p", "60", "-n", "=开会", "--difficulty", "缺钱", "--ask", "拨款", "--ask-of", "财政厅", "--expected", "2021-11-30")
    sheet = Sheet(handed_out(office))
    shown = {each.key: sheet.cell("JYT-1-2", each.key).value for each in COLUMNS}
    days = {"due": date(2021, 12, 31), "expected": date(2021, 11, 30)}
    assert {key: shown[key].date() for key in days} == days
    assert shown | days == days | {
        "serial": 2, "code": "JYT-1-2", "title": "教师减压", "target": "不少于 100所", "lead": "省教育厅", "supporters": "省科技厅",
        "responsible": "李四", "status": "推进中", "progress": 0.6, "quantity": None, "note": "=开会", "difficulty": "缺钱", "ask": "财政厅：拨款",
        "remark": None, "unchanged": None, "light": "▲ 绿", "mark": shown["mark"],
    }  # fmt: skip
    assert sheet.cell("JYT-1-2", "note").data_type == "s", "a text that starts with = is no formula"
    assert sheet.cell("JYT-1-2", "progress").number_format == "0%"


def test_code_and_plan_are_locked_and_the_rest_is_open(jyt, scjg):
    named, unnamed = Sheet(jyt), Sheet(scjg)
    assert named.ledger.protection.sheet
    for each in COLUMNS:
        assert named.cell("JYT-1-2", each.key).protection.locked != each.filled
        assert unnamed.cell("SCJG-1-2", each.key).protection.locked != (each.filled or each.key == "title")


def test_closed_out_row_is_locked_as_a_whole(office):
    office("complete", "JYT-1-2")
    office("verify", "JYT-1-2", "--confirm", "--note", "属实")
    sheet = Sheet(handed_out(office))
    assert all(sheet.cell("JYT-1-2", each.key).protection.locked for each in COLUMNS)
    assert sheet.cell("JYT-1-2", "light").value == "● 实心蓝"


def test_dropped_deed_is_not_handed_out(office):
    office("drop", "JYT-1-2", "--reason", "不存在")
    assert [cell.value for cell in Sheet(handed_out(office)).ledger["B"]] == ["编号", "JYT-1-1", "JYT-1-3", "JYT-1-4"]


def test_what_may_be_typed(jyt):
    checks = {str(each.sqref): each for each in Sheet(jyt).ledger.data_validations.dataValidation}
    words = ",".join(CHINESE(f"words.status_{code}") for code in lifecycle.STATUSES)
    assert checks["I2:I5"].formula1 == f'"{words}"'
    assert (checks["J2:J5"].type, checks["J2:J5"].formula1, checks["J2:J5"].formula2) == ("decimal", "0", "1")
    assert checks["O2:O5"].type == "date"
    assert checks["Q2:Q5"].formula1 == '"是"'
    assert all(each.errorTitle and each.error for each in checks.values())


def test_lights_have_colour_and_shape(jyt):
    rules = [rule for area in Sheet(jyt).ledger.conditional_formatting for rule in area.rules]
    assert len(rules) == len(lifecycle.COLOURS)
    assert {rule.text for rule in rules} == {"●", "○", "▲", "◆", "■", "－", "×"}
    assert len({rule.dxf.font.color.rgb for rule in rules}) >= 5


def test_first_sheet_explains_in_ten_lines(jyt):
    lines = [cell.value for cell in Sheet(jyt).book.worksheets[0]["A"]]
    assert lines[0] == "省教育厅实事进展填报表"
    assert "示例数据" in lines[1]
    assert [line.split(".")[0] for line in lines[3:]] == [str(n) for n in range(1, 11)]


@pytest.mark.parametrize(("lang", "sheet", "heading", "status"), [("en", "Ledger", "Difficulty", "blocked"), ("zh-TW", "臺帳", "存在問題", "受阻")])
def test_language_is_the_terminals(office, lang, sheet, heading, status):
    office("block", "JYT-1-2", "--difficulty", "缺钱")
    found = Sheet(handed_out(office, lang=lang))
    assert found.ledger.title == sheet
    assert found.ledger.cell(1, column("difficulty")).value == heading
    assert found.cell("JYT-1-2", "status").value == status


def test_same_books_give_the_same_bytes(office, tmp_path):
    for folder in ("a", "b"):
        office("handout", "-o", folder)
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert all((tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes() for name in names)


def test_a_filled_in_form_is_not_overwritten(office, tmp_path):
    path = Sheet(handed_out(office)).save(tmp_path / "out" / "JYT_省教育厅.xlsx")
    before = path.read_bytes()
    screen = office("handout", "-o", "out", ok=False)
    assert screen.code == 10 and "JYT_省教育厅.xlsx" in screen.err
    assert [each.name for each in (tmp_path / "out").iterdir()] == [path.name] and path.read_bytes() == before


@pytest.mark.parametrize(("words", "code", "said"), [
    (("-o", "deeds.db"), 10, "不是文件夹"),
    (("-a", "JYT", "-o", "deeds.db"), 10, "请给一个文件夹 → deeds handout -a JYT -o 文件夹"),  # of whatever agency
    (("-o", "forms.zip"), 10, "forms.zip 不是文件夹，或名称像文件"),
    (("-o", "out", "--agency", "SJKW"), 4, "没有“SJKW”这个单位"),
    (("-o", "out", "--agency", "FGW"), 4, "没有牵头的实事"),
    ((), 2, "缺少"),
])  # fmt: skip
def test_handout_refused(office, tmp_path, words, code, said):
    screen = office("handout", *words, ok=False)
    assert screen.code == code and said in screen.err and not (tmp_path / "out").exists() and not list(tmp_path.glob("*.zip"))


def test_a_folder_that_is_there_may_be_called_like_a_file(office, tmp_path):
    (tmp_path / "2021.jan").mkdir()
    assert office("handout", "-a", "JYT", "-o", "2021.jan").out.startswith("2021.jan/")
    assert office("handout", "-a", "JYT", "-o", "2021.07").out.startswith("2021.07/")


def test_workbook_holds_nothing_that_acts(jyt):
    with zipfile.ZipFile(jyt) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.lower() or "external" in name.lower()]
        assert b"<f>" not in b"".join(archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name)
    assert openpyxl.load_workbook(jyt, read_only=True).sheetnames == ["填表说明", "台账"]


def test_the_form_says_by_when_it_is_asked_for(office, tmp_path):
    def guide(folder):
        office("handout", "-o", folder, "--agency", "JYT")
        sheet = openpyxl.load_workbook(tmp_path / folder / "JYT_省教育厅.xlsx", read_only=True)["填表说明"]
        return [row[0].value for row in sheet.iter_rows(max_row=5)]

    assert not any("报送期" in line for line in guide("before"))
    office("round", "open", "2021-07", "--by", "2021-07-25")
    assert "报送期 2021-07，请于 2021-07-25 前填好交回。" in guide("after")
