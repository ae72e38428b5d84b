"""Lists whose headings and lines say who answers: （某局牵头，某局配合） over a section, an office as the heading, ，由某局负责."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2025, 3, 1)


def found(text):
    return extract(text, (), PUBLISHED).commitments


def items(text):
    return [(item.title, item.lead_agency) for one in found(text) for item in one.items]


SECTIONS = (
    "二、重点任务\n（一）方便出行（市交通局牵头，市公安局配合）\n1.改造公交站台30座，10月底前完成。\n2.新增充电枪900把。\n"
    "（二）方便就医（市卫健委）\n3.新增夜间门诊12家。\n4.更换病床400张。\n"
)


def test_who_leads_a_section_leads_what_stands_below():
    assert items(SECTIONS) == [
        ("改造公交站台30座", "市交通局"),
        ("新增充电枪900把", "市交通局"),
        ("新增夜间门诊12家", "市卫健委"),
        ("更换病床400张", "市卫健委"),
    ]


def test_a_section_with_a_list_of_its_own_is_its_leaders():
    first, second = found(SECTIONS.replace("3.", "1.").replace("4.", "2."))
    assert (first.agency_name, first.joint, first.name) == ("市交通局", ("市公安局",), "方便出行")
    assert (second.agency_name, second.joint, second.name) == ("市卫健委", (), "方便就医")


def test_demands_below_the_tasks_are_none_of_them():
    demands = "三、工作要求\n（一）加强组织领导。6月底前制定方案。\n（二）强化督促检查。每季度通报1次。\n（三）做好宣传引导。"
    assert items(SECTIONS + demands) == items(SECTIONS)


def test_lines_that_end_with_who_answers():
    text = "一、新建幼儿园20所，由市教育局牵头，市财政局配合。\n二、改造菜市场15个，由市商务局负责。\n三、新增车位300个，由市城管局负责落实。"
    assert [(one.agency_name, one.joint, one.name) for one in found(text)] == [
        ("市教育局", ("市财政局",), "新建幼儿园20所"),
        ("市商务局", (), "改造菜市场15个"),
        ("市城管局", (), "新增车位300个"),
    ]
    (one,) = found("改造菜市场15个，由市商务局负责落实，市财政局配合。")
    assert (one.agency_name, one.name) == ("市商务局", "改造菜市场15个")


def test_who_helps_with_one_of_a_list_does_not_join_in_all_of_it():
    text = "市政府今年办好两件实事：一是新建幼儿园20所，由市教育局牵头，市财政局配合。二是改造菜市场15个，由市商务局负责。"
    (one,) = found(text)
    assert (one.agency_name, one.joint) == ("市政府", ())
    assert items(text) == [("新建幼儿园20所", "市教育局"), ("改造菜市场15个", "市商务局")]


OFFICES = (
    "貳、教育局\n一、推動「班班有琴」、「校校有樂」兩項計畫。\n二、新建圖書室6所，於114年9月啟用。\n三、辦理校長座談會4場。\n"
    "參、交通局\n一、建置站牌120座，並汰換公車45輛。\n二、紅線延伸工程於111年開工，預計115年12月通車。\n三、113年度計服務1萬8,000人次。\n"
)


def test_what_an_office_as_heading_does_are_things_of_its_own():
    assert [(one.agency_name, one.name, one.declared_count, one.due) for one in found(OFFICES)] == [
        ("教育局", "两项计划", 2, None),
        ("教育局", "新建图书室6所", None, "2025-09-30"),
        ("交通局", "建置站牌120座", None, None),
        ("交通局", "红线延伸工程", None, "2026-12-31"),
    ]


def test_a_count_in_an_earlier_section_is_not_that_of_a_later_list():
    assert [one.declared_count for one in found(OFFICES)] == [2, None, None, None]


def test_the_sections_of_a_report_are_no_list():
    aims = "（一）着力稳产业。改造厂房36个，整治河道11处。\n（二）着力惠民生。新建公园8个，建成食品产业园二期。\n"
    report = "青禾县人民政府工作报告\n二、2025年工作安排\n" + aims
    assert [(one.agency_name, one.name) for one in found(report)] == [
        ("青禾县人民政府", "改造厂房36个"),
        ("青禾县人民政府", "整治河道11处"),
        ("青禾县人民政府", "新建公园8个"),
        ("青禾县人民政府", "食品产业园二期"),
    ]
    # Where nobody gives the report, the amounts would be nobody's: there the list tells more.
    assert [one.name for one in found("二、2025年工作安排\n" + aims)] == ["2025年工作安排"]
    assert found("青禾县人民政府工作报告\n一、2024年工作回顾\n建成食品产业园二期。\n") == ()


def test_what_a_line_numbers_within_itself_are_the_members():
    text = (
        "二、重点工作\n（一）小区提质行动。①改造小区34个；②加装电梯75部。（责任单位：区住建局）\n"
        "（二）道路畅通行动。①打通断头路6条；②新增车位1200个，10月底前完成。（责任单位：区交通局、区城管局）\n"
    )
    assert items(text) == [
        ("改造小区34个", "区住建局"),
        ("加装电梯75部", "区住建局"),
        ("打通断头路6条", "区交通局"),
        ("新增车位1200个", "区交通局"),
    ]


def test_a_list_that_the_line_announces_is_one_by_itself():
    text = "二、2025年工作安排\n（一）办好民生实事。全力办好两件实事：①改造小区34个；②加装电梯75部。\n（二）建设美丽城市。新建公园8个。\n"
    assert [one.declared_count for one in found(text) if one.declared_count] == [2]


LIST = "市政府2025年民生实事项目\n1.改善教育条件。投入5亿元，新建学校8所。{}\n2.优化出行。新辟公交线路5条。{}\n"


@pytest.mark.parametrize(
    "label", ["责任单位：市{}局", "责任单位 市{}局", "責任單位　市{}局", "（市{}局）", "（市{}局，2025年12月）", "（市{}局，9月底前）"]
)
def test_a_label_needs_no_colon_and_may_give_the_day(label):
    found = extract(LIST.format(label.format("教育"), label.format("交通")), (), date(2025, 1, 10)).commitments
    assert [item.lead_agency or one.agency_name for one in found for item in one.items] == ["市教育局", "市交通局"]
    assert [(i.target_quantity, i.target_unit) for one in found for i in one.items] == [("8", "所"), ("5", "条")]


@pytest.mark.parametrize("title", ["新建学校3所", "改造“老字号”门店20家"])
def test_who_does_it_is_no_part_of_a_title(title):
    found = extract(f"民生实事项目\n1.{title}（市教育局）\n2.改造食堂20家（市民政局）\n", ()).commitments
    assert [one.name for one in found] == [title, "改造食堂20家"]


def test_words_that_name_nobody_charge_nobody():
    assert [one.agency_name for one in extract("计划为1本将由一、实施", ()).commitments] in ([], [None])
    assert extract("<p>为1本将由一、实施", ()) is not None


@pytest.mark.parametrize("label", ["责任单位", "牵头单位", "主办部门"])
def test_an_office_that_is_said_to_do_it_owns_it_with_whom_a_label_names(label):
    (one,) = found(f"市水务局将于9月底前新建泵站8座，{label}：市财政局、市水务局。")
    assert (one.agency_name, one.joint) == ("市水务局", ("市财政局",))


@pytest.mark.parametrize("who", ["市政府将于9月底前新建", "全市今年将新建", "今年将新建"])
def test_a_label_names_the_owner_where_no_office_does(who):
    assert [one.agency_name for one in found(f"{who}泵站8座，责任单位：市水务局。")] == ["市水务局"]
