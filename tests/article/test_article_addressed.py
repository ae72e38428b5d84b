"""Whose the plan is of a government that speaks to the deputies, where neither a title nor a subject names it."""

from __future__ import annotations

import pytest

from tests.article.short_texts import found, owners_of

DEED = "今年，我们将办好12件文化实事。"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("各位代表！{}全市上下要爱护古树。", "市人民政府"),
        ("各位代表！{}全省图书馆免费开放，建设书香安徽、文明安徽。", "安徽省人民政府"),
        ("各位代表！{}推进青年友好型宁夏建设。", "宁夏回族自治区人民政府"),
        ("各位代表！{}建设数字上海，全市共享。", "上海市人民政府"),
        ("各位代表！{}全县共享，融入数字贵州。", "县人民政府"),  # a part of it
        ("各位代表！{}争创全省一流。", None),
        ("各位代表！{}居全省之冠。", None),
        ("各位代表！{}全区各族读者共享。", "自治区人民政府"),
        ("各位代表！{}全区读者共享。", "区人民政府"),
        ("各位代表！{}学习数字贵州、平安山东的做法。", None),  # which of them?
        ("各位代表！{}让读者满意。", None),
        ("{}全市上下要爱护古树。", None),
        ("各位代表！{}全市检察机关要爱护古树。", None),
    ],
)
def test_the_government_is_shown_by_its_place_or_its_level(text, owner):
    assert owners_of(text.format(DEED)) == [(owner, "文化实事")]


def test_what_we_are_to_do_lies_ahead_though_no_other_word_says_so():
    text = "各位代表！今年我们要坚持办好两件民生实事，让全县放心。\n1.新建书房20家。\n2.修缮牌楼5座。"
    assert owners_of(text) == [("县人民政府", ["新建书房20家", "修缮牌楼5座"])]


def test_a_plan_shows_it_without_deputies():
    text = "健全文化服务体系。新建全省联网的书房20家。加强古树保护。推动场馆夜间开放。"
    assert owners_of(text) == [("省人民政府", ["新建全省联网的书房20家"])]


def test_what_nobody_wrote_is_inferred():
    assert {one.confidence for one in found(f"各位代表！{DEED}建设平安江西。").commitments} == {"likely"}


def test_of_what_is_told_nobody_is_made_the_owner():
    assert owners_of("各位代表！全省图书馆推出8项便民措施。") == [(None, "便民措施")]


def test_a_region_without_a_name_is_its_government():
    assert owners_of("2026年自治区民生实事\n1.新建书房20家\n2.修缮古塔5座\n3.送戏下乡300场")[0][0] == "自治区人民政府"
