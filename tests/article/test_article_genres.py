"""Turns of phrase of genres that are read less often: voted lists, news of a county, city meetings, policy addresses."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2025, 3, 1)


def found(text):
    return extract(text, (), PUBLISHED).commitments


def test_a_voted_list_with_its_year_and_its_members_in_the_next_line():
    text = (
        "大会上，代表们票决产生了3个2025年区政府民生实事项目。\n"
        "当选的项目分别是：托育扩容项目，新增托位500个；老旧电梯更新项目；口袋公园建设项目。\n"
    )
    (one,) = found(text)
    assert (one.agency_name, one.name, one.declared_count) == ("区政府", "民生实事项目", 3)
    assert [item.target_quantity for item in one.items] == ["500", None, None]


@pytest.mark.parametrize(
    ("text", "owner", "joint"),
    [
        ("县公安局和县教育局一道，还要施划车位420个。", "县公安局", ("县教育局",)),
        ("市文化和旅游局将新建驿站6座。", "市文化和旅游局", ()),
        ("市民政局派员下乡。在市供电公司，抢修更快了，公司计划改造台区62个。", "市供电公司", ()),
    ],
)
def test_whose_it_is(text, owner, joint):
    assert [(one.agency_name, one.joint) for one in found(text)] == [(owner, joint)]


@pytest.mark.parametrize(
    ("text", "name", "due"),
    [
        ("市卫健局年内为136个村卫生室接入会诊设备。", "为136个村卫生室接入会诊设备", "2025"),
        ("运输署将在30个交汇处加装显示屏。", "在30个交汇处加装显示屏", None),
        ("园林署将翻新15个公园，于2027年年底前完成。", "翻新15个公园", "2027-12-31"),
        ("市医保局将门诊等候时间压缩到20分钟。", "门诊等候时间压缩到20分钟", None),
        ("市医保局将把审核时限由5个工作日压缩至2个工作日。", "审核时限由5个工作日压缩至2个工作日", None),
        ("工务局预计改善道路150公里，目前已完成86公里。", "改善道路150公里", None),
        ("交通局说明，「小黃公車」10月1日起新增3條路線。", "新增3条路线", "2025-10-01"),
        ("医务局会把「先导计划」扩展至乙肝筛查。", "「先导计划」扩展至乙肝筛查", None),
        ("市医保局把“先导计划”扩展至乙肝筛查。", "“先导计划”扩展至乙肝筛查", None),
        ("市公安局推行“接送专属时段”，9月1日起试行。", "“接送专属时段”", "2025-09-01"),
        ("市公安局推行“一窗受理”，群众少跑腿。", None, None),
        ("市房管局将在2026年内推出“安居”第三期项目。", "“安居”第三期项目", "2026"),
        ("都发处长吴甲回应，安康社会住宅规划兴建，目标今年第四季动工、117年完工。", "安康社会住宅", "2028"),
    ],
)
def test_turns_of_phrase(text, name, due):
    assert [(one.name, one.due) for one in found(text)] == ([(name, due)] if name else [])
