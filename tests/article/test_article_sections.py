"""Lists in sections: the headings part the deeds, which stand in lines of their own below them."""

import pytest

from tests.article.short_texts import deeds, found

CARE = "新增护理床位400张", "400", "张"
TREES = "植树5万株", "5", "万株"


@pytest.mark.parametrize(
    "headings",
    [("提升照护能力", "改善居家条件", "其他"), ("养老", "绿化", "社会救助"), ("老有所养", "绿满家园", "其它事项")],
)
@pytest.mark.parametrize("title", ["2026年平湖县养老实事安排", "平湖县2026年民生实事清单", "2026年民生实事项目"])
def test_what_several_organs_do_below_headings_is_each_ones_own(title, headings):
    first, second, third = headings
    text = f"{title}\n一、{first}\n县民政局新增护理床位400张。\n县卫健局培训护理员600人。\n二、{second}\n县林业局植树5万株。\n三、{third}\n县文旅局送戏下乡80场。\n"
    assert deeds(text) == [
        ("县民政局", CARE[0], None, [CARE]),
        ("县卫健局", "培训护理员600人", None, [("培训护理员600人", "600", "人")]),
        ("县林业局", TREES[0], None, [TREES]),
        ("县文旅局", "送戏下乡80场", None, [("送戏下乡80场", "80", "场")]),
    ]


@pytest.mark.parametrize("headings", [("养老服务", "绿化"), ("养老", "生态环境"), ("民生保障", "环境、农业"), ("养老方面", "绿化方面"), ("养老惠民", "城乡绿化")])
@pytest.mark.parametrize("given", ["（责任单位：{}）", "\n责任单位：{}"])
def test_a_field_over_a_deed_is_no_item(headings, given):
    first, second = headings
    text = f"2026年平湖县八件民生实事\n一、{first}\n新增护理床位400张。{given.format('县民政局')}\n二、{second}\n植树5万株。{given.format('县林业局')}\n"
    (only,) = found(text).commitments
    assert [(item.title, item.lead_agency) for item in only.items] == [(CARE[0], "县民政局"), (TREES[0], "县林业局")]


@pytest.mark.parametrize("mark", ["：", "。"])
def test_a_field_before_a_deed_is_no_item(mark):
    text = f"2026年平湖县八件民生实事\n1.养老服务{mark}新增护理床位400张。（责任单位：县民政局）\n2.绿化{mark}植树5万株。（责任单位：县林业局）\n"
    (only,) = found(text).commitments
    assert [(item.title, item.lead_agency) for item in only.items] == [(CARE[0], "县民政局"), (TREES[0], "县林业局")]


@pytest.mark.parametrize(
    ("first", "below"),
    [
        ("改善照护条件", "县民政局牵头，新增护理床位400张。\n县财政局配合，安排补助90万元。"),
        ("改善照护条件", "县民政局新增护理床位400张。"),
    ],
)
def test_a_heading_over_one_deed_is_its_name(first, below):
    text = f"2026年平湖县民生实事安排\n一、{first}\n{below}\n二、扩大绿化\n县林业局植树5万株。\n"
    assert deeds(text)[:2] == [("县民政局", first, None, [CARE]), ("县林业局", "扩大绿化", None, [TREES])]


def test_what_counts_the_headings_has_them_as_items():
    text = "2026年平湖县两件民生实事\n一、养老服务\n新增护理床位400张。（责任单位：县民政局）\n二、绿化\n植树5万株。（责任单位：县林业局）\n"
    (only,) = found(text).commitments
    assert [item.title for item in only.items] == ["养老服务", "绿化"]


WORK = "培训残疾人260人", "260", "人"


@pytest.mark.parametrize("title", ["2026年平湖县惠民项目清单", "县直机关2026年为民办实事项目", "2026年民生实事任务分解"])
@pytest.mark.parametrize(("mark", "stop"), [("：", "。"), ("", "。"), ("", "")])
@pytest.mark.parametrize("inner", [("1. ", "2. "), ("①", "②"), ("（1）", "（2）"), ("", "")])
def test_what_stands_below_an_organ_is_its_own(title, mark, stop, inner):
    one, two = inner
    text = (
        f"{title}\n（一）县林业局{mark}\n植树5万株{stop}\n（二）县民政局{mark}\n{one}新增护理床位400张{stop}\n{two}改造助餐点15个{stop}\n"
        f"（三）县残联{mark}\n培训残疾人260人{stop}\n"
    )
    assert [(owner, items) for owner, *_, items in deeds(text)] == [
        ("县林业局", [TREES]),
        ("县民政局", [CARE]),
        ("县民政局", [("改造助餐点15个", "15", "个")]),
        ("县残联", [WORK]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2026年惠民项目完成情况\n一、县林业局\n植树5万株\n二、县民政局\n新增护理床位400张\n",
        "2026年惠民项目工作回顾\n一、县林业局\n植树5万株。\n二、县民政局\n新增护理床位400张。\n",
        "2026年度考核优秀单位名单\n一、县林业局\n二、县民政局\n三、县残联\n",
        "各部门职责\n一、县林业局\n负责绿化工作。\n二、县民政局\n负责养老工作。\n",
        "2026年为民服务热线\n一、县林业局\n电话：0731-6600123\n二、县民政局\n电话：0731-6600456\n",
    ],
)
def test_organs_over_lines_that_promise_nothing_are_no_list(text):
    assert deeds(text) == []


@pytest.mark.parametrize("then", ["去年，", "上年，", "2025年，"])
@pytest.mark.parametrize("third", ["改善交通", "其他"])
def test_what_is_over_is_no_deed_of_a_list(then, third):
    text = f"2026年平湖县民生实事安排\n一、改善照护条件\n县民政局新增护理床位400张。\n二、扩大绿化\n县林业局植树5万株。\n三、{third}\n{then}县交通运输局开通公交线路4条。\n"
    assert {owner for owner, *_ in deeds(text)} == {"县民政局", "县林业局"}


def test_a_deed_that_goes_on_from_last_year_is_one():
    text = "2026年平湖县民生实事安排\n一、扩大绿化\n县林业局植树5万株。\n二、改善交通\n去年，县交通运输局新开公交线路4条。今年，县交通运输局新开公交线路6条。\n"
    assert deeds(text)[1] == ("县交通运输局", "改善交通", None, [("新开公交线路6条", "6", "条")])
