"""Brackets with nothing but organs own the words they close, each its own."""

import pytest
from short_texts import deeds, found, owners_of

CLAUSES = "新建幼儿园12所（市教育局）；改造食堂30个（市教育局、市市场监管局）；建设实训基地2个（市人社局牵头，市财政局配合）。"


def test_each_clause_is_whose_its_brackets_say_and_not_the_subject_s():
    told = [(one.agency_name, one.items[0].title, one.joint) for one in found("市政府今年办好以下实事：" + CLAUSES).commitments]
    assert told == [
        ("市教育局", "新建幼儿园12所", ()), ("市教育局", "改造食堂30个", ("市市场监管局",)), ("市人社局", "建设实训基地2个", ("市财政局",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("二、改善出行。改造道路12条（市住建局），新增公交车60辆（市交通运输局）。", ["市住建局", "市交通运输局"]),
        ("全市新建学校5所，改造食堂3个（市教育局）；新建公园3个（市城管局）。", ["市教育局", "市教育局", "市城管局"]),
        ("市住建局将改造道路12条，新增公交车60辆（市公交集团）。", ["市住建局", "市公交集团"]),
        ("市教育局将新建学校5所（市第一中学、市第二中学），改造食堂3个（和平区）。", ["市教育局", "市教育局"]),
        ("市民政局将新建养老院5所（市疾控中心配合）。", ["市民政局"]),
    ],
)
def test_brackets_close_their_clause_or_those_that_have_no_subject(text, owners):
    assert [owner for owner, _ in owners_of(text)] == owners


def test_a_label_and_a_day_may_stand_in_the_brackets():
    (one,) = found("全市新建学校5所（牵头单位：市教育局，完成时限：2026年8月）。").commitments
    assert (one.agency_name, one.items[0].due) == ("市教育局", "2026-08-31")


@pytest.mark.parametrize(
    "text",
    [
        "去年新建学校5所（市教育局）。",
        "已改造食堂3个（市教育局）。",
        "2025年改造厕所3个（市教育局）。",
        "民生实事进展通报\n改造厕所3个（市教育局）。",
        "新建公园3个（和平区、河西区）。",
    ],
)
def test_brackets_make_no_promise_of_what_is_past_or_of_places(text):
    assert deeds(text) == []


def test_the_parts_of_a_numbered_line_that_brackets_close_are_members_of_the_list():
    text = (
        "2026年度为民办实事3类5项任务如下：\n"
        "1、教育类。新建幼儿园12所（市教育局）；职业技能实训基地2个（市人社局）。\n"
        "2、卫生类。新建社区卫生服务中心5个，10月31日前投用（市卫健委牵头，各区政府配合）；免费筛查6万人（市妇联、市卫健委）。\n"
        "3、交通类。打通断头路9条（市城建集团）；公交优化线路3条（市公交集团）。"
    )
    (one,) = found(text).commitments
    assert [(item.lead_agency, item.target_quantity, item.joint) for item in one.items] == [
        ("市教育局", "12", ()), ("市人社局", "2", ()), ("市卫健委", "5", ("各区政府",)), ("市妇联", "6", ("市卫健委",)), ("市城建集团", "9", ()), ("市公交集团", "3", ()),
    ]  # fmt: skip
    assert one.name


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("市政府今年办好以下实事：建设幼儿园12所（市教育局）；实训基地2个（市人社局）。", [("市教育局", "建设幼儿园12所"), ("市人社局", "实训基地2个")]),
        ("一、教育。实训基地2个（市人社局）；高中1所（市教育局）。", [("市人社局", "实训基地2个"), ("市教育局", "高中1所")]),
        ("（一）办学。新建学校5所，责任单位：市教育局；改造食堂3个，责任单位：市城管局。", [("市教育局", "新建学校5所"), ("市城管局", "改造食堂3个")]),
    ],
)
def test_a_thing_without_a_verb_and_a_label_behind_a_comma(text, told):
    assert [(owner, items[0]) for owner, items in owners_of(text)] == told


@pytest.mark.parametrize("text", ["先进集体3个（市教育局）；典型案例3个（市民政局）。", "全市共有学校5所（市教育局）；现有公园3个（市城管局）。", "实训基地2个（市人社局）。"])
def test_what_there_is_or_is_honoured_is_no_deed_of_those_in_brackets(text):
    assert deeds(text) == []


HEADED = (
    "市政府同意，现将2026年度为民办实事{}工程任务下达给你们，请抓好落实。具体如下：\n1、教育类（3项）。新建幼儿园12所（市教育局）；改造食堂30个（市教育局）；实训基地2个（市人社局）。\n"
    "2、卫生类（2项）。新建卫生中心5个（市卫健委）；“两癌”筛查6万人（市卫健委）。\n3、交通类（1项）。打通断头路9条（市城建集团）。\n"
)


@pytest.mark.parametrize(("written", "declared"), [("3类6项", 6), ("12类43项", 43)])
def test_a_list_in_sections_has_the_count_of_the_whole_and_every_clause_of_them(written, declared):
    (one,) = found(HEADED.format(written)).commitments
    assert (one.agency_name, one.declared_count) == ("市政府", declared)
    assert [(item.title, item.lead_agency) for item in one.items] == [
        ("新建幼儿园12所", "市教育局"), ("改造食堂30个", "市教育局"), ("实训基地2个", "市人社局"),
        ("新建卫生中心5个", "市卫健委"), ("“两癌”筛查6万人", "市卫健委"), ("打通断头路9条", "市城建集团"),
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["1.", "（一）", "12."])
@pytest.mark.parametrize(("deed", "name"), [("完善城乡居民医保制度。", "完善城乡居民医保制度"), ("推进老旧小区改造，", "老旧小区改造"), ("新建学校5所，8月底前交付。", "新建学校5所")])
def test_a_numbered_line_alone_is_a_deed_where_brackets_give_it_away(number, deed, name):
    (one,) = found(f"{number}{deed}（市医保局主办，市财政局协办）").commitments
    assert (one.agency_name, one.joint, one.name) == ("市医保局", ("市财政局",), name)


def test_a_line_alone_under_a_heading_stands_for_itself():
    text = "今年工作要点\n（一）优化环境\n1.提升企业开办便利度。（市市场监管局主办，市数据局协办）\n（二）改善民生\n1.新建养老院3所。（市民政局主办，市财政局协办）\n"
    assert [one.agency_name for one in found(text).commitments] == ["市市场监管局", "市民政局"]
    assert deeds("1.已完成食堂改造5个。（市教育局主办，市财政局协办）") == []


@pytest.mark.parametrize(
    ("brackets", "joint", "due"),
    [
        ("牵头：市交通局；配合：市水务局", ("市水务局",), None),
        ("牵头单位：市交通局；配合单位：市水务局；时限：9月底前", ("市水务局",), "2026-09-30"),
        ("主办：市交通局；协办：市水务局、市住建局", ("市水务局", "市住建局"), None),
        ("责任：市交通局，10月底前完成", (), "2026-10-31"),
        ("市交通局牵头；年底前完成", (), "2026-12-31"),
        ("市交通局，年底前", (), "2026-12-31"),
        ("由市交通局牵头，市水务局配合，年底前完成", ("市水务局",), "2026-12-31"),
    ],
)
def test_brackets_part_no_sentence_and_tell_who_helps_and_by_when(brackets, joint, due):
    for mark in "；，":
        one, other = found(f"改造桥梁3座（{brackets}）{mark}新建停车场2处（牵头：市城管局；配合：市公安局）。").commitments
        assert (one.agency_name, one.joint, one.items[0].due) == ("市交通局", joint, due)
        assert (other.agency_name, other.joint, other.items[0].due) == ("市城管局", ("市公安局",), None)


def test_a_label_that_a_comma_parts_may_name_helpers_too():
    (one,) = found("改造桥梁3座，牵头：市交通局，配合：市水务局。").commitments
    assert (one.agency_name, one.joint) == ("市交通局", ("市水务局",))


@pytest.mark.parametrize(("work", "title"), [("人行道改善12公里", None), ("人居环境整治，改造厕所300座", "改造厕所300座"), ("人才公寓建设300套", None), ("管网改造20公里", None)])
@pytest.mark.parametrize("leads", ["负责", "牵头"])
def test_who_is_charged_with_what_may_begin_like_a_person(leads, work, title):
    assert owners_of(f"工务局{leads}{work}，水利局协办。") == ([("工务局", [title or work])] if leads == "负责" or title is None else [])


def test_who_leads_a_meeting_promises_nothing():
    assert owners_of("市教育局牵头召开会议，培训教师300名。") == []
