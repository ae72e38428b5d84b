"""Tables that were copied cell by cell, each cell in a line of its own."""

import pytest
from short_texts import deeds, found

from tracker.article import cleaning

HEAD = "柳荫镇2026年民生实事项目表\n"
COLUMNS = ["序号", "项目名称", "建设内容", "完成时间", "责任单位"]
ROWS = [
    ["1", "河埠头修缮工程", "修缮石埠头9处", "2026年6月", "柳荫镇水务站"],
    ["2", "书屋延时项目", "6家农家书屋夜间开放", "2026年9月", "柳荫镇文化站"],
    ["3", "晒谷场硬化工程", "硬化晒谷场12处", "2026年8月", "柳荫镇农技站"],
]


def stacked(columns=COLUMNS, rows=ROWS, behind=""):
    return HEAD + "\n".join(cell for row in (columns, *rows) for cell in row) + "\n" + behind


def members(text):
    return [(item.title, item.target_quantity, item.due, item.lead_agency) for one in found(text).commitments for item in one.items]


EXPECTED = [
    ("河埠头修缮工程", "9", "2026-06-30", "柳荫镇水务站"),
    ("书屋延时项目", "6", "2026-09-30", "柳荫镇文化站"),
    ("晒谷场硬化工程", "12", "2026-08-31", "柳荫镇农技站"),
]


@pytest.mark.parametrize("behind", ["", "合计\n—\n—\n—\n", "注：以审计结果为准。\n"])
def test_cells_in_lines_of_their_own_are_rows(behind):
    assert members(stacked(behind=behind)) == EXPECTED


def test_blank_lines_between_cells_are_none():
    assert members(stacked().replace("\n", "\n\n")) == EXPECTED


def test_a_cell_of_two_lines_is_one_cell():
    rows = [ROWS[0], [*ROWS[1][:2], "6家农家书屋夜间开放", "增设座位90个", *ROWS[1][3:]], ROWS[2], ["4", *ROWS[2][1:]]]
    assert [(title, due) for title, _, due, _ in members(stacked(rows=rows))][1] == ("书屋延时项目", "2026-09-30")


@pytest.mark.parametrize("spoilt", [COLUMNS[:2], ["序号", "姓名", "籍贯", "年龄", "学历"]])
def test_other_lines_stay_as_they_are(spoilt):
    text = stacked(columns=spoilt)
    assert "\t" not in cleaning.clean(text).text


def test_in_traditional_script_too():
    text = "序號\n項目名稱\n完成時限\n責任單位\n1\n整修步道\n2026年5月\n建設局\n2\n增設座椅\n2026年7月\n公園處\n"
    assert [title for _, _, _, items in deeds(text) for title, *_ in items] == ["整修步道", "增设座椅"]


def test_every_cell_knows_its_place():
    text = stacked()
    for one in found(text).commitments:
        for item in one.items:
            assert text[slice(*item.place)] == item.title
