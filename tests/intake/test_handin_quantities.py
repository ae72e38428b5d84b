"""Quantities in a sheet: read back by the same checks as at the command line."""

from __future__ import annotations

import pytest
from sheets import Sheet, column, handed_out, written

pytest_plugins = ["office"]
CODE = "JYT-1-2"


@pytest.fixture
def counted(office):
    """A form that shows 1500 of 3000."""
    office("assign", CODE, "--target", "3000个")
    office("update", CODE, "-s", "推进中", "-q", "1500")
    sheet = Sheet(handed_out(office))
    assert (sheet.cell(CODE, "quantity").value, sheet.cell(CODE, "target").value) == (1500, "不少于 3000个")
    return sheet


def back(office, sheet, tmp_path, ok=True):
    return office("handin", str(sheet.save(tmp_path / "back.xlsx")), "--json", ok=ok, agency="JYT").json["files"][0]


def last(office):
    return office("log", CODE, "--json").json["entries"][-1]


@pytest.mark.parametrize(
    ("cells", "progress", "quantity"),
    [
        ({"quantity": 1800}, 60, "1800"), ({"quantity": "1,800个"}, 60, "1800"), ({"quantity": "0.18万个"}, 60, "1800"), ({"quantity": 1800, "progress": 0.6}, 60, "1800"),
        ({"quantity": 1800.5}, 60, "1800.5"), ({"quantity": 3000, "status": "已完成"}, 100, "3000"), ({"quantity": 3000, "progress": 0.99}, 99, "3000"),
        ({"note": "已摸底"}, 50, "1500"), ({"note": "已摸底", "quantity": None}, 50, "1500"), ({"note": "已摸底", "quantity": "无"}, 50, "1500"),
        ({"status": "受阻", "difficulty": "缺钱"}, 50, "1500"),
    ],
)  # fmt: skip
def test_a_quantity_comes_back(office, counted, tmp_path, cells, progress, quantity):
    counted.set(CODE, **cells)
    assert back(office, counted, tmp_path)["problems"] == []
    entry = last(office)
    assert (entry["progress"], entry["quantity"]) == (progress, quantity)
    before = written(office)
    back(office, counted, tmp_path)
    assert written(office) == before, "the same rows again change nothing"


@pytest.mark.parametrize(
    ("cells", "key"),
    [
        ({"progress": 0.8}, "sheet_quantity_stale"), ({"status": "已完成"}, "sheet_quantity_stale"), ({"quantity": 1800, "progress": 0.8}, "quantity_disagrees"),
        ({"quantity": "1800户"}, "quantity_unit"), ({"quantity": "很多"}, "number_unreadable"), ({"quantity": True}, "number_unreadable"), ({"quantity": -5}, "number_unreadable"),
        ({"quantity": 3000}, "quantity_reached"), ({"quantity": 2000, "status": "已完成"}, "quantity_short"),
    ],
)  # fmt: skip
def test_a_quantity_that_does_not_fit_is_refused_with_its_place(office, counted, tmp_path, cells, key):
    counted.set(CODE, **cells)
    before = written(office)
    found = back(office, counted, tmp_path, ok=False)["problems"]
    assert [(each["error"], each["place"]) for each in found] == [(f"errors.{key}", "台账!K3")] and written(office) == before


def test_a_form_from_before_there_were_quantities_comes_in(office, counted, tmp_path):
    counted.set(CODE, note="已摸底")
    counted.ledger.delete_cols(column("quantity"))
    assert back(office, counted, tmp_path)["problems"] == []
    assert (last(office)["quantity"], last(office)["progress"], last(office)["note"]) == ("1500", 50, "已摸底")


def test_a_corrected_form_brings_another_quantity(office, counted, tmp_path):
    back(office, counted.set(CODE, quantity=1800), tmp_path)
    assert back(office, counted.set(CODE, quantity=2100), tmp_path)["problems"] == []
    assert (last(office)["quantity"], last(office)["progress"]) == ("2100", 70)


def test_a_row_that_went_out_with_a_stale_percentage_goes_by_the_number(office, counted, tmp_path):
    office("assign", CODE, "--target", "5000个")
    sheet = Sheet(handed_out(office, folder="later"))
    assert back(office, sheet.set(CODE, note="已摸底"), tmp_path)["problems"] == []
    assert (last(office)["quantity"], last(office)["progress"]) == ("1500", 30)


def test_quantities_have_their_unit_on_every_screen(any_office, tmp_path):
    office = any_office
    office("assign", CODE, "--target", "≥3000个")
    for number, (said, shown) in enumerate((("120", "数量：120个"), ("1,500个", "数量：120个 → 1500个"))):
        (tmp_path / f"{number}.txt").write_text(f"{CODE} 推进中｜数量：{said}", encoding="utf-8")
        assert shown in office("take", str(tmp_path / f"{number}.txt")).out
    path = Sheet(handed_out(office)).set(CODE, quantity=1800).save(tmp_path / "a.xlsx")
    assert "数量：1500个 → 1800个" in office("handin", str(path)).out
    office("assign", CODE, "--target", "≥3000户", "--reason", "口径")
    told = office("log", CODE).out
    assert "数量：120个" in told and "数量：1800个" in told, "as they were told"
    number = next(str(each["number"]) for each in office("log", CODE, "--json").json["entries"] if each.get("quantity") == "1800")
    for options in (("--dry-run",), ()):
        assert "数量：1800个" in office("undo", CODE, "--entry", number, *options).err
