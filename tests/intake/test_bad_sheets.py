"""Spreadsheets that must be refused: each with one clear line and its place, and nothing written."""

from __future__ import annotations

import shutil
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from sheets import CODE, Sheet, column, handed_out, repacked, written

pytest_plugins = ["office"]


def cell(key, value, number_format=None):
    """The change of one cell."""
    return lambda sheet: sheet.set(CODE, number_format, **{key: value})


def heading(key, text):
    def change(sheet):
        sheet.ledger.cell(1, column(key)).value = text

    return change


def without(key):
    return lambda sheet: sheet.ledger.delete_cols(column(key))


def raw(key, value, data_type):
    """A cell with a type that setting a value does not give."""

    def change(sheet):
        found = sheet.cell(CODE, key)
        found.value = value
        found.data_type = data_type

    return change


def twice(sheet):
    sheet.ledger.append([found.value for found in sheet.ledger[3]])


def swapped(sheet):
    """Only the column of codes was sorted."""
    a, b = sheet.cell("JYT-1-2", "code"), sheet.cell("JYT-1-3", "code")
    a.value, b.value = b.value, a.value


def no_code(sheet):
    sheet.ledger.cell(9, column("note")).value = "已开会部署"


def merged(sheet):
    sheet.ledger.merge_cells("L3:L5")


def far_away(sheet):
    sheet.ledger.cell(1_000_000, column("note")).value = "很远"


def both(*changes):
    def change(sheet):
        for each in changes:
            each(sheet)

    return change


# what is wrong, the change, the place and the message that must be named
ROWS = [
    ("heading renamed", heading("note", "工作进展"), "台账!L1", "sheet_heading_near"),
    ("heading missing", without("difficulty"), "台账!A1", "sheet_heading_missing"),
    ("hidden column missing", without("mark"), "台账!A1", "sheet_mark_column_missing"),
    ("heading twice", heading("light", "状态"), "台账!R1", "sheet_heading_twice"),
    ("unknown code", cell("code", "JYT-1-9"), "台账!B3", "deed_unknown_near"),
    ("no code at all", no_code, "台账!B9", "sheet_row_no_code"),
    ("codes sorted by themselves", swapped, "台账!S3", "sheet_mark_wrong"),
    ("row of the deed twice", twice, "台账!B6", "sheet_twice"),
    ("number of the form deleted", cell("mark", None), "台账!B3", "sheet_mark_missing"),
    ("number of the form changed", cell("mark", "1-0123456789"), "台账!S3", "sheet_mark_wrong"),
    ("merged cells", merged, "台账!L3", "sheet_merged"),
    ("day in words", cell("expected", "年底"), "台账!O3", "sheet_day_unreadable"),
    ("day without its year", cell("expected", "12-20"), "台账!O3", "sheet_day_unreadable"),
    ("day the American way", cell("expected", "12/20/2021"), "台账!O3", "sheet_day_unreadable"),
    ("day as a number", cell("expected", 44550, "General"), "台账!O3", "sheet_day_number"),
    ("day as a time", cell("expected", datetime(1900, 1, 1, 8, 30).time(), "h:mm"), "台账!O3", "sheet_day_unreadable"),
    ("no such day", cell("expected", "2021-02-30"), "台账!O3", "sheet_day_unreal"),
    ("year mistyped", cell("expected", date(2201, 12, 20)), "台账!O3", "sheet_day_far"),
    ("expected day past already", both(cell("status", "推进中"), cell("expected", date(2021, 7, 4))), "台账!O3", "expected_past"),
    ("120 %", cell("progress", 1.2), "台账!J3", "progress_range"),
    ("120 % as text", cell("progress", "120%"), "台账!J3", "progress_range"),
    ("negative", cell("progress", -0.1), "台账!J3", "progress_range"),
    ("0.6 or 60 %?", cell("progress", 0.6, "General"), "台账!J3", "sheet_percent_ambiguous"),
    ("1 or all of it?", cell("progress", "1"), "台账!J3", "sheet_percent_ambiguous"),
    ("half a percent", cell("progress", 0.605), "台账!J3", "sheet_percent_whole"),
    ("progress in words", cell("progress", "六成"), "台账!J3", "percent_unreadable"),
    ("progress as a day", cell("progress", date(2021, 7, 1), "yyyy-mm-dd"), "台账!J3", "percent_unreadable"),
    ("formula for a number", raw("progress", "=30+30", "f"), "台账!J3", "sheet_formula"),
    ("formula for a text", raw("note", '=CONCATENATE("已","完成")', "f"), "台账!L3", "sheet_formula"),
    ("formula in a locked cell", raw("lead", "=A1", "f"), "台账!E3", "sheet_locked"),
    ("error value", raw("difficulty", "#REF!", "e"), "台账!M3", "sheet_error_value"),
    ("text that became a day", cell("note", date(2021, 12, 20), "yyyy-mm-dd"), "台账!L3", "sheet_text_is_day"),
    ("text too long", cell("note", "长" * 5001), "台账!L3", "text_too_long"),
    ("unknown status", cell("status", "推进种"), "台账!I3", "status_word_unknown"),
    ("no status, no progress", cell("note", "已开会部署"), "台账!I3", "nothing_reported"),
    ("completed at 60 %", both(cell("status", "已完成"), cell("progress", 0.6)), "台账!J3", "completed_is_100"),
    ("100 % in progress", both(cell("status", "推进中"), cell("progress", 1)), "台账!J3", "hundred_is_completed"),
    ("suspended without approval", cell("status", "暂缓"), "台账!P3", "sheet_move_needs_approval"),
    ("locked title changed", cell("title", "教师减压行动"), "台账!C3", "sheet_title_locked"),
    ("locked lead cleared", cell("lead", None), "台账!E3", "sheet_locked"),
    ("locked deadline filled in", cell("due", date(2021, 12, 31)), "台账!H3", "sheet_locked"),
    ("no change, never reported", cell("unchanged", "是"), "台账!Q3", "nothing_to_confirm"),
    ("no change, and changes", both(cell("unchanged", "是"), cell("status", "推进中")), "台账!Q3", "sheet_tick_and_change"),
    ("tick not understood", cell("unchanged", "大概"), "台账!Q3", "sheet_tick_unknown"),
    ("too many rows", far_away, "台账!A1000000", "sheet_too_long"),
]


@pytest.mark.parametrize(("change", "place", "key"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_row_is_refused_with_its_place(office, jyt, tmp_path, change, place, key):
    sheet = Sheet(jyt)
    sheet.set("JYT-1-1", status="推进中", progress=0.3, note="好的一行")  # must not be entered either
    change(sheet)
    refused(office, sheet.save(tmp_path / "表.xlsx"), place, key)


def refused(office, path, place, key, codes=(4, 8), **who):
    before = written(office)
    screen = office("handin", str(path), "--json", ok=False, **who)
    assert screen.code in codes
    [found] = screen.json["files"]
    assert (f"errors.{key}", place) in [(each["error"], each["place"]) for each in found["problems"]]
    lines = screen.err.splitlines()
    assert len(lines) == len(found["problems"]) + 1, "one line for each, and one for all"
    assert all(len(line) < 400 for line in lines)
    if place:
        assert any(f"：{place}" in line for line in lines), lines
    assert "{" not in screen.err, "a message with a hole in it"
    assert not any(each["outcome"] in ("add", "change") and each["entries"][0].get("number") for each in found["rows"])
    assert written(office) == before
    assert office("show", "JYT-1-1", "--json").json["status"] == "unreported"


def test_a_cell_is_mended_where_it_stands(office, jyt, tmp_path):
    """No command that would report the deed past the sheet, and then be in its way."""
    sheet = Sheet(jyt).set("JYT-1-2", note="已开会部署").set("JYT-1-3", status="推进中", progress=1).set("JYT-1-4", status="推 进 中", expected=date(2021, 7, 4))
    screen = office("handin", str(sheet.save(tmp_path / "f.xlsx")), ok=False)
    *faults, last = screen.err.splitlines()
    assert len(faults) == 3 and not any("deeds update" in fault for fault in faults) and last.endswith(f"→ deeds handin {tmp_path}/f.xlsx")
    assert "还没有状态" in faults[0] and "应报“已完成”" in faults[1] and "早于所报之日" in faults[2], "推 进 中 is 推进中"


def test_all_faults_are_named_at_once(office, jyt, tmp_path):
    sheet = Sheet(jyt).set("JYT-1-1", progress="六成", expected="年底").set("JYT-1-2", status="乱写").set("JYT-1-4", code="X-1-1")
    screen = office("handin", str(sheet.save(tmp_path / "表.xlsx")), ok=False)
    assert [line.split("：")[1].split("（")[0] for line in screen.err.splitlines()[:-1]] == ["台账!J2", "台账!O2", "台账!I3", "台账!B5"]
    assert "4 处" in screen.err.splitlines()[-1]


def test_a_good_file_is_entered_beside_a_bad_one(office, jyt, tmp_path):
    good = Sheet(jyt).set("JYT-1-1", status="推进中").save(tmp_path / "好.xlsx")
    bad = Sheet(jyt).set("JYT-1-2", status="乱写").save(tmp_path / "坏.xlsx")
    screen = office("handin", str(bad), str(good), ok=False)
    assert screen.code == 8 and "坏.xlsx：台账!I3" in screen.err and "好.xlsx：首报或命名 1" in screen.err
    assert office("show", "JYT-1-1", "--json").json["status"] == "in_progress"


def test_another_agency_cannot_report_by_sheet(office, jyt, tmp_path):
    path = Sheet(jyt).set("JYT-1-1", status="推进中").save(tmp_path / "表.xlsx")
    refused(office, path, "台账!B2", "deed_of_another", codes=(6,), agency="KJT")


def test_another_database_does_not_know_the_form(office, jyt, tmp_path):
    path = Sheet(jyt).set("JYT-1-1", status="推进中").save(tmp_path / "表.xlsx")
    office.url = str(tmp_path / "other.db")
    office("init", "--simulated", "--tracked-from", "2021-06-01")
    refused(office, path, "台账!S2", "sheet_mark_wrong")


def test_unnamed_deed_cannot_be_completed(office, scjg, tmp_path):
    path = Sheet(scjg).set("SCJG-1-3", status="已完成").save(tmp_path / "表.xlsx")
    refused(office, path, "台账!C4", "unnamed_not_completed")


def test_dropped_deed_is_refused(office, scjg, tmp_path):
    path = Sheet(scjg).set("SCJG-1-3", status="推进中").save(tmp_path / "表.xlsx")
    office("drop", "SCJG-1-3", "--reason", "不存在")
    refused(office, path, "台账!B4", "deed_dropped")


def test_closed_out_deed_is_refused(office, tmp_path):
    office("complete", "JYT-1-2", "-n", "完成")
    office("verify", "JYT-1-2", "--confirm", "--note", "属实")
    path = Sheet(handed_out(office)).set(CODE, status="推进中", progress=0.5, remark="返工").save(tmp_path / "表.xlsx")
    refused(office, path, "台账!I3", "closed_out")


def test_reopening_without_a_reason_is_refused(office, tmp_path):
    office("complete", "JYT-1-2")
    path = Sheet(handed_out(office)).set(CODE, status="推进中", progress=0.5).save(tmp_path / "表.xlsx")
    refused(office, path, "台账!P3", "sheet_reopening_needs_reason")


# Files that are not what they should be


def truncated(good, path):
    path.write_bytes(good.read_bytes()[:3000])


def text(good, path):
    path.write_text("这不是表格", encoding="utf-8")


def empty(good, path):
    path.write_bytes(b"")


def folder(good, path):
    path.mkdir()


def missing(good, path):
    pass


def document(good, path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")


def open_document(good, path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<x/>")


def old_excel(good, path):
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le"))


def password(good, path):
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))


def encrypted_archive(good, path):
    content = bytearray(good.read_bytes())
    place = content.find(b"PK\x01\x02")
    content[place + 8] |= 1
    path.write_bytes(content)


def with_part(name, content=b"<x/>"):
    return lambda good, path: repacked(good, path, lambda parts: {**parts, name: content})


def bomb(good, path):
    repacked(good, path, lambda parts: {**parts, "xl/media/big.bin": b"\0" * 160_000_000})


def bomb_in_the_sheet(good, path):
    repacked(good, path, lambda parts: {**parts, "xl/worksheets/sheet3.xml": b"<a>" + b" " * 40_000_000 + b"</a>"})


def entities(good, path):
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><sst>&b;</sst>'
    repacked(good, path, lambda parts: {**parts, "xl/sharedStrings.xml": laughs})


def sixteen_bit(good, path):
    """XML in an encoding in which the guard could not see an entity."""
    hidden = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "ha">]><sst/>'.encode("utf-16")
    repacked(good, path, lambda parts: {**parts, "xl/sharedStrings.xml": hidden})


def broken_sheet(good, path):
    repacked(good, path, lambda parts: {**parts, "xl/worksheets/sheet2.xml": b"<worksheet><sheetData><row"})


def no_sheet(good, path):
    book = openpyxl.Workbook()
    book.active["A1"] = "联系人名单"
    book.save(path)


def wrong_checksum(good, path):
    content = bytearray(good.read_bytes())
    with zipfile.ZipFile(good) as archive:
        info = archive.getinfo("xl/worksheets/sheet2.xml")
    place = content.find(b"PK\x01\x02")
    while content[place + 46 : place + 46 + len(info.filename)] != info.filename.encode():
        place = content.find(b"PK\x01\x02", place + 4)
    content[place + 16] ^= 0xFF
    path.write_bytes(content)


FILES = [
    ("cut off", "a.xlsx", truncated, "sheet_damaged"),
    ("a text", "a.xlsx", text, "sheet_not_one"),
    ("empty", "a.xlsx", empty, "sheet_empty_file"),
    ("a folder", "a.xlsx", folder, "sheet_is_folder"),
    ("not there", "a.xlsx", missing, "file_missing"),
    ("a .docx renamed", "a.xlsx", document, "sheet_is_document"),
    ("an .ods", "a.ods", open_document, "sheet_old_format"),
    ("an .xls", "a.xls", old_excel, "sheet_old_format"),
    ("a password", "a.xlsx", password, "sheet_password"),
    ("an encrypted archive", "a.xlsx", encrypted_archive, "sheet_password"),
    ("macros", "a.xlsx", with_part("xl/vbaProject.bin"), "sheet_macros"),
    ("macros by name", "a.xlsm", lambda good, path: shutil.copy(good, path), "sheet_macros"),
    ("other files", "a.xlsx", with_part("xl/externalLinks/externalLink1.xml"), "sheet_links"),
    ("a database connection", "a.xlsx", with_part("xl/connections.xml"), "sheet_links"),
    ("a bomb", "a.xlsx", bomb, "sheet_bomb"),
    ("a bomb among the sheets", "a.xlsx", bomb_in_the_sheet, "sheet_bomb"),
    ("entities", "a.xlsx", entities, "sheet_damaged"),
    ("entities in another encoding", "a.xlsx", sixteen_bit, "sheet_damaged"),
    ("a broken sheet", "a.xlsx", broken_sheet, "sheet_damaged"),
    ("a wrong checksum", "a.xlsx", wrong_checksum, "sheet_damaged"),
    ("another workbook", "a.xlsx", no_sheet, "sheet_no_headings"),
    ("an open quotation mark", "a.csv", lambda good, path: path.write_text('编号,状态\n"JYT-1-1,推进中\n', encoding="utf-8"), "sheet_csv_broken"),
    ("no text", "a.csv", lambda good, path: path.write_bytes(b"\xff\x81\x00\x01" * 9), "sheet_not_text"),
    ("a CSV without headings", "a.csv", lambda good, path: path.write_text("甲,乙\n1,2\n", encoding="utf-8"), "sheet_no_headings"),
]


@pytest.mark.parametrize(("name", "make", "key"), [row[1:] for row in FILES], ids=[row[0] for row in FILES])
def test_file_is_refused(office, jyt, tmp_path, name, make, key):
    path = tmp_path / "in" / name
    path.parent.mkdir()
    make(jyt, path)
    refused(office, path, None, key)


def test_too_large_a_file_is_not_even_read(office, jyt, tmp_path):
    path = tmp_path / "大.xlsx"
    shutil.copy(jyt, path)
    with path.open("ab") as file:
        file.truncate(30_000_000)
    refused(office, path, None, "sheet_too_large")
