"""What is to become more, less or later: 由每星期一次增至三次, 由20元降至5元, 延长至22时; and what only has become so."""

from __future__ import annotations

import pytest
from short_texts import deeds, found

CHANGED = {
    "市城管局又会把三条街的洗街次数，由每星期一次增至三次。": ("市城管局", "3", None),
    "区卫健局计划把医生上门次数由每季度一次增加到每月一次。": ("区卫健局", None, None),
    "市教育局还会把三所学校的午餐补助，由每餐8元增至11元。": ("市教育局", "11", None),
    "市住建局宣布，今年起小区门禁卡工本费由20元降至5元。": ("市住建局", "5", "2026"),
    "区民政局明确，今年起高龄津贴由每月60元提至90元。": ("区民政局", "90", "2026"),
    "市文旅局决定，自5月1日起，博物馆夜场由每周一场增加到每周三场。": ("市文旅局", "3", "2026-05-01"),
    "市交通局宣布，自7月1日起，65岁以上长者持“长青卡”每月点数由480点提高至600点，也能折抵停车费。": ("市交通局", "600", "2026-07-01"),
    "市图书馆表示，7月起周末闭馆时间推迟到21点。": ("市图书馆", None, "2026-07-01"),
    "市政务中心周六办件窗口延长至17时30分。": ("市政务中心", None, None),
}


@pytest.mark.parametrize("text", CHANGED)
def test_what_somebody_changes_is_promised(text):
    (one,) = found(text).commitments
    item = one.items[0] if one.items else None
    assert (one.agency_name, item and item.target_quantity, one.due) == CHANGED[text]


def test_points_are_no_hour():
    assert deeds("市交通局将敬老卡每月点数由300点提高至450点。")[0][3][0][1:] == ("450", "点")


@pytest.mark.parametrize(
    "text",
    [
        "去年，市园林局将公园开放时间延长至21时。",
        "去年，市民政局将高龄津贴由每月50元提高到80元。",
        "市图书馆已将闭馆时间推迟至21点。",
        "五年来，县医院床位由300张增加到800张。",
        "过去，办一张证由5天缩短到1天。",
        "今年起，小区门禁卡工本费由20元降至5元。",
        "据市供电公司消息，停电时间延长至18时。",
        "市体育局表示，因天气原因，比赛开赛时间延后至19时。",
        "市城管局负责人说，市民希望把公厕开放时间延长至24时。",
        "区委要求，各镇要把巡查次数由每周一次增加到每周三次。",
        "市气象局说，最高气温由30度升至36度。",
    ],
)
def test_what_has_changed_or_changes_by_itself_is_none(text):
    assert deeds(text) == []


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        ("市运输局指出，119年要达成市区垃圾车全面电动化，今年先导入30辆。", "市运输局", "2030"),
        ("市教育局提出，到2027年做到校园食堂后厨全面可视化。", "市教育局", "2027"),
        ("市政务局力争年底前实现不动产登记全面无纸化。", "市政务局", "2026-12-31"),
    ],
)
def test_what_is_to_be_so_everywhere_is_promised(text, owner, due):
    assert [(one.agency_name, one.items[0].due) for one in found(text).commitments] == [(owner, due)]


@pytest.mark.parametrize("text", ["全市已实现公交全面电动化。", "要推动基层治理全面现代化。", "确保到2035年基本实现社会主义现代化。"])
def test_an_age_is_none(text):
    assert deeds(text) == []
