"""Days behind their thing, in the next sentence or from which it holds; and months and terms that are still to come."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2026, 2, 3)


def told(text, published=PUBLISHED):
    return [(item.title, item.due) for one in extract(text, (), published).commitments for item in one.items]


@pytest.mark.parametrize(
    ("text", "title", "due"),
    [
        ("市卫健委设立“夜间门诊”，9月1日起开放。", "“夜间门诊”", "2026-09-01"),
        ("市卫健委设立“夜间门诊”20个，9月1日起开放。", "设立“夜间门诊”20个", "2026-09-01"),
        ("市医保局出台生育津贴新规，自2026年7月1日起正式实施。", "生育津贴新规", "2026-07-01"),
        ("市医保局调整门诊报销比例至70%，自7月1日起执行。", "调整门诊报销比例至70%", "2026-07-01"),
        ("市教育局推出“校园食堂开放日”，4月起每月开放。", "“校园食堂开放日”", "2026-04-01"),
        ("市园林局所属12座公园7月1日起免费开放。", "12座公园免费开放", "2026-07-01"),
        ("市公积金中心贷款额度7月1日起统一执行新标准。", "贷款额度统一执行新标准", "2026-07-01"),
    ],
)
def test_the_day_from_which_a_thing_holds_is_its_day(text, title, due):
    assert told(text) == [(title, due)]


@pytest.mark.parametrize("text", ["市园林局所属12座公园1月1日起免费开放。", "去年，市园林局12座公园7月1日起免费开放。", "市园林局12座公园已于1月1日起免费开放。"])
def test_what_holds_already_is_none(text):
    assert told(text) == []


@pytest.mark.parametrize("behind", ["项目计划9月底完工。", "预计9月底全部建成投用。", "目前项目进展顺利，预计9月底全部建成投用。", "该项目将于9月底前竣工验收。"])
def test_the_day_in_the_next_sentence_is_that_of_the_thing_and_of_no_other(behind):
    assert told(f"市教育局新建食堂3个。{behind}") == [("新建食堂3个", "2026-09-30")]


def test_the_next_sentence_may_tell_of_another_thing():
    assert told("市教育局将新建食堂3个。妇幼保健院年底前启用。")[0] == ("新建食堂3个", None)


@pytest.mark.parametrize("words", ["年底前覆盖58个县", "力争年底前覆盖所有行政村"])
def test_where_a_thing_is_to_reach_is_its_day(words):
    assert told(f"省广电局推进应急广播建设，{words}。") == [("应急广播建设", "2026-12-31")]


@pytest.mark.parametrize(("month", "due"), [("10月上旬", "2026-10-10"), ("9月份", "2026-09-30"), ("6月底", "2026-06-30")])
def test_a_month_that_is_still_to_come_promises(month, due):
    assert told(f"市文旅局{month}新建书房20个。") == [("新建书房20个", due)]
    assert told(f"市文旅局{month}新建书房20个。", date(2026, 12, 20)) == []


@pytest.mark.parametrize("words", ["本学期内", "今冬", "今冬明春"])
def test_a_term_is_told_and_no_day(words):
    (one,) = extract(f"市教育局{words}新建食堂3个。", (), PUBLISHED).commitments
    assert [(item.due, item.due_basis) for item in one.items] == [(None, f"原文写“{words}”，不是确定的日期")]


def test_what_is_left_is_done_by_its_day():
    assert told("市教育局新建食堂3个，目前已完成1个，其余9月底前完工。") == [("新建食堂3个", "2026-09-30")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("卫生局将增设据点15处，并自7月1日起提高假牙补助至5万元。", [("增设据点15处", None), ("提高假牙补助至5万元", "2026-07-01")]),
        ("5月1日起，市医保局全部开通移动支付，还将新增病种5种。", [("全部开通移动支付", "2026-05-01"), ("新增病种5种", None)]),
        ("市交通局将于5月1日起，在30处车站安装屏幕，并购置公交600辆。", [("在30处车站安装屏幕", "2026-05-01"), ("购置公交600辆", "2026-05-01")]),
        ("教育局预计嘉惠12万名学生，年底前完成85校厨房设备汰换。", [("完成85校厨房设备汰换", "2026-12-31")]),
    ],
)
def test_the_day_from_which_one_thing_holds_is_none_of_another(text, expected):
    assert told(text) == expected
