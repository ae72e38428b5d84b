"""Numbered lines that go on in the next line, in a text too short to show how wide its page is."""

import pytest

from tests.article.short_texts import found
from tracker.article import clean
from tracker.article.layout import unwrapped


def told(text):
    return [(one.name, [(i.title, i.target_quantity, i.target_unit, i.due and str(i.due)) for i in one.items]) for one in found(text).commitments]


PARKS = ("改造公园5个", [("改造公园5个", "5", "个", None)])


@pytest.mark.parametrize("indent", ["", "   ", "\t", "　　"])
@pytest.mark.parametrize(
    ("first", "name", "items"),
    [
        ("新建绿道\n{}12公里，\n{}6月底前完成。", "新建绿道12公里", [("新建绿道12公里", "12", "公里", "2026-06-30")]),
        ("新建绿道\n{}12公里。", "新建绿道12公里", [("新建绿道12公里", "12", "公里", None)]),
        ("新建绿道\n{}12公里", "新建绿道12公里", [("新建绿道12公里", "12", "公里", None)]),
        ("补植行道树\n{}1.5万株，\n{}6月底前完成；", "补植行道树1.5万株", [("补植行道树1.5万株", "1.5", "万株", "2026-06-30")]),
        ("新建绿道12公里，\n{}6月底前完成。", "新建绿道12公里", [("新建绿道12公里", "12", "公里", "2026-06-30")]),
    ],
)
def test_a_numbered_line_goes_on_in_the_next(first, name, items, indent):
    text = f"县林业局：\n1. {first.replace('{}', indent)}\n2. 改造公园5个。\n"
    assert told(text) == [(name, items), PARKS]


def test_the_last_one_goes_on_too():
    assert told("县林业局：\n1. 改造公园5个。\n2. 新建绿道\n  12公里，\n  6月底前完成。\n") == [PARKS, ("新建绿道12公里", [("新建绿道12公里", "12", "公里", "2026-06-30")])]


@pytest.mark.parametrize("below", ["2026年植树5万株，6月底前完成。", "6月底前植树5万株。", "植树5万株，6月底前完成。", "5月1日起植树5万株，6月底前完成。"])
def test_a_heading_does_not_go_on_in_the_sentence_below(below):
    structured = told(f"2026年平湖县惠民项目\n一、改善绿化\n    {below}\n二、改善照护\n    新增护理床位400张。\n")
    assert [item[0] for item in structured[0][1]] == ["改善绿化", "改善照护"]


def test_lines_of_which_the_others_show_the_width_of_a_page_go_on_too():
    text = "县林业局：\n1.在城区主要道路两侧补植\n  行道树3000株，6月底前\n  完成。\n2.改造公园5个。\n3.新建绿道\n  12公里。\n"
    assert told(text)[1:] == [PARKS, ("新建绿道12公里", [("新建绿道12公里", "12", "公里", None)])]


@pytest.mark.parametrize(
    "text",
    [
        "各位村民，\n县林业局改造公园5个。",
        "全县绿化\n12公里。",
        "1.改造公园，\n2.新建绿道12公里。",
        "1.改造公园\n●5个\n2.新建绿道",
        "1.绿道建设\n12公里\n县林业局\n2.公园改造\n5个\n县园林局",
        "1.绿道建设。\n12公里。",
    ],
)
def test_greetings_and_cells_and_new_numbers_stand_alone(text):
    assert unwrapped(clean(text)).text == clean(text).text
