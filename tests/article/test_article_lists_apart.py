"""Lists whose parts stand far from each other: under sections, in a table at the end of a notice, below the words that count them."""

from datetime import date

import pytest
from short_texts import found

from tracker.article import extract

PUBLISHED = date(2026, 2, 3)


def only(text):
    (one,) = extract(text, (), PUBLISHED).commitments
    return one


SECTIONS = """临江县2026年民生实事项目公告
大会从9个候选项目中选出2026年县政府民生实事项目，共2个方面4件。现将项目内容公告如下。
一、教育
（一）新建幼儿园3所。（牵头单位：县教育局）
（二）更换课桌椅2万套。（牵头单位：县教育局；配合单位：县财政局）
二、交通
（三）完成县道大修18公里，6月底前完成路基，10月底前通车。（牵头单位：县交通局）
（四）增设充电桩400个。（牵头单位：县发改局）
有关要求：牵头单位于2月15日前制定方案。
"""


def test_a_list_that_runs_on_under_sections_is_one():
    one = only(SECTIONS)
    assert (one.agency_name, one.name, one.declared_count) == ("县政府", "民生实事项目", 4)
    assert [(item.lead_agency, item.due) for item in one.items] == [
        ("县教育局", None), ("县教育局", None), ("县交通局", "2026-06-30"), ("县发改局", None),
    ]  # fmt: skip


def test_the_day_of_the_rest_is_the_day_of_all():
    one = only(SECTIONS.replace("10月底前通车", "10月底前全部完工"))
    assert one.items[2].due == "2026-10-31"


def test_the_list_of_the_year_before_is_not_this_one():
    text = (
        "2025年，市人民政府向全市人民承诺的2件民生实事全部完成。\n"
        "市政府征集建议4127条，确定2026年由市人民政府组织实施2件民生实事项目：\n1.新建小学2所。\n2.改造桥梁26座。"
    )
    one = only(text)
    assert (one.agency_name, one.declared_count, len(one.items)) == ("市人民政府", 2, 2)


TABLE = """沙洲市人民政府办公室关于印发
2026年养老服务任务清单的通知
一、总体要求。坚持统筹推进。
各区县人民政府：
现印发给你们，请认真组织实施。
二、抓好落实。任务清单共2类3项，由牵头单位负总责。
三、加强保障。各单位按月报送进展。
沙洲市人民政府办公室
2026年2月1日
（此件公开发布）
附件
2026年养老服务任务清单
序号　任务内容　牵头单位　配合单位　完成时限
（一）扩大供给
1　新建老年食堂60个，改造提升40个　市民政局　市商务局　2026年11月底
2　新增家庭养老床位3500张　市民政局　市卫健委　2026年10月底
（二）提升质量
3　制定上门服务标准　市市场监管局　市民政局　2026年8月底
"""


@pytest.mark.parametrize("gap", ["　", "　　", "\t", "  ", " "])
def test_a_table_in_plain_text_under_group_rows(gap):
    one = only(TABLE.replace("　", gap))
    assert (one.agency_name, one.declared_count) == ("沙洲市人民政府办公室", 3)
    assert [(item.title, item.lead_agency, item.due) for item in one.items] == [
        ("新建老年食堂60个，改造提升40个", "市民政局", "2026-11-30"),
        ("新增家庭养老床位3500张", "市民政局", "2026-10-31"),
        ("制定上门服务标准", "市市场监管局", "2026-08-31"),
    ]


def test_cells_with_gaps_of_different_widths():
    text = "附件　重点工程表\n序号　项目名称　　建设内容　　责任单位　　完成时限\n1　　感染楼　　设置床位120张　县卫健局　　12月底\n2　　文化馆　　改造展厅3个　县文旅局　　5月底\n"
    one = only(text)
    assert [(item.title, item.target_quantity, item.lead_agency, item.due) for item in one.items] == [
        ("感染楼", "120", "县卫健局", "2026-12-31"), ("文化馆", "3", "县文旅局", "2026-05-31"),
    ]  # fmt: skip


def test_one_wide_blank_parts_no_prose():
    text = "《沙洲日报》2026年1月14日　记者 林禾　通讯员 周启\n市教育局将新建小学3所。"
    assert [item.title for item in only(text).items] == ["新建小学3所"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市住建局将改造老旧小区46个，加装电梯150部。", ["改造老旧小区46个", "加装电梯150部"]),
        ("市教育局将新建小学5所，新增学位900个。", ["新建小学5所"]),  # the places come of the schools
        ("市供销社将新建综合体6个，其中8月底前建成3个。", ["新建综合体6个"]),
    ],
)
def test_two_things_with_amounts_are_two_commitments(text, names):
    found = extract(text, (), PUBLISHED).commitments
    assert [one.name for one in found] == names
    assert sum(len(one.items) for one in found) == 2


NAMES = "1. 新建食堂；\n2. 校园食品安全全覆盖；\n3. 电梯维保按需监管。\n"


@pytest.mark.parametrize(
    "over", ["市民政局推出“夕阳”三大举措：\n", "关于印发任务的通知\n六、守护健康。全市同心。市民政局推出“夕阳”三大举措：\n", "通知\n六、守护健康。市民政局推出“夕阳”三大举措：\n"]
)
def test_as_many_lines_as_declared_are_the_members_though_they_only_name_them(over):
    (one,) = found(over + NAMES).commitments
    assert (one.agency_name, one.name, one.confidence) == ("市民政局", "“夕阳”三大举措", "check")
    assert [item.title for item in one.items] == ["新建食堂", "校园食品安全全覆盖", "电梯维保按需监管"]
    assert "只有名目" in one.reason


@pytest.mark.parametrize(
    "text",
    [
        "市民政局推出“夕阳”四大举措：\n" + NAMES,  # not as many
        "市民政局归纳出三点体会：\n" + NAMES,  # no deeds
        "市民政局推出三大举措：\n1. 强化组织领导；\n2. 压实工作责任；\n3. 加强督查考核。\n",
    ],
)
def test_lines_that_only_name_something_are_no_members_otherwise(text):
    assert not any(one.items for one in found(text).commitments)
