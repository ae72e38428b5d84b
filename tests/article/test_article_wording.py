"""Turns of phrase that other editors use, each in a text as short as can be."""

from datetime import date

import pytest

from tracker.article import extract
from tracker.article.dates import days

PUBLISHED = date(2023, 2, 1)


def names(text):
    return [one.name for one in extract(text, (), PUBLISHED).commitments]


def items(text):
    return [
        (item.title, item.target_quantity, item.target_unit, item.due)
        for one in extract(text, (), PUBLISHED).commitments
        for item in one.items
    ]


def test_the_last_numbered_clause_ends_with_its_sentence():
    text = "市教育局推出两项举措：一是推行弹性离校，二是增设停车位。市民政局今年将建成食堂25家。"
    assert items(text)[1] == ("增设停车位", None, None, None)


def test_the_last_numbered_sentence_ends_where_another_organ_begins():
    text = "市教育局推出两项举措。一是推行弹性离校。二是增设停车位。方便家长。市民政局今年将建成食堂25家。"
    assert items(text)[1] == ("增设停车位", None, None, None)


def test_an_item_that_is_assigned_has_its_amount_in_the_line_below():
    text = "某市办实事\n一、小区工程\n改造小区160个。\n牵头单位：市住建局\n二、助学工程\n新建学校14所。\n牵头单位：市教育局\n"
    assert [quantity for _, quantity, _, _ in items(text)] == ["160", "14"]


def test_once_a_month_is_no_day():
    assert list(days("一月一调度、一季一通报", this_year=2023)) == []
    assert [day.text for day in days("三月底前建成", this_year=2023)] == ["2023-03-31"]


@pytest.mark.parametrize("lead", ["此前，", "前不久，", "去年，"])
def test_what_went_before_is_finished(lead):
    assert names(f"{lead}市卫健委组织专家开展巡回义诊，受到好评。") == []


def test_a_reform_brought_in_is_a_deed_and_one_deepened_is_a_goal():
    assert names("市公安局推行“一窗通办”改革。") == ["“一窗通办”改革"]
    assert names("市公安局深化“一网通办”改革。") == []


@pytest.mark.parametrize("thing", ["农村电网改造升级", "便民服务中心标准化建设", "长者疫苗接种"])
def test_more_concrete_things(thing):
    assert names(f"市供电公司推进{thing}。") == [thing]


def test_without_a_deadline_the_day_from_which_it_is_in_force():
    text = "112 年施政計畫\n二、重點工作\n(一)擴大使用\n自 112 年 7 月 1 日起，可搭乘計程車。\n(二)增設站點\n112 年將新增 60 站。\n"
    assert [due for *_, due in items(text)] == ["2023-07-01", "2023"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("市知产局开展“知识产权护航”专项行动。", ["“知识产权护航”专项行动"]),
        ("市教育局开展“党史知识进校园”专项行动。", []),
        ("县妇联开展“暖蜂行动”，关爱骑手。", ["“暖蜂行动”"]),
        ("县人社局将推出“周末不打烊”服务。", ["“周末不打烊”服务"]),
        ("县人社局提升“一站式”服务。", []),
    ],
)
def test_quoted_names_that_are_brought_in(text, found):
    assert names(text) == found


def test_a_document_promised_by_a_day():
    text = "市住建局将于6月底前出台《电梯管理办法》。"
    assert items(text) == [("《电梯管理办法》", None, None, "2023-06-30")]
    assert names("市住建局4月22日印发《电梯管理办法》。") == []


def test_who_speaks_for_an_organ_when_interviewed():
    text = "市住房城乡建设局相关负责人接受采访时表示，今年将加装电梯260部。"
    assert [one.agency_name for one in extract(text, (), PUBLISHED).commitments] == ["市住房城乡建设局"]


def test_a_thing_with_a_day_is_called_without_its_owner():
    text = "县水利局加快推进城乡供水二期工程，总投资2亿元，预计6月底前通水。"
    assert names(text) == ["城乡供水二期工程"]


def test_members_told_field_by_field():
    text = "某市确定了十件民生实事。\n教育方面，8月底前新建幼儿园18所；出行方面，年底前新增泊位8000个。\n"
    (one,) = extract(text, (), PUBLISHED).commitments
    assert [(item.target_quantity, item.due) for item in one.items] == [("18", "2023-08-31"), ("8000", "2023-12-31")]


def test_what_organs_do_in_their_fields_is_their_own():
    text = "某县确定了十件民生实事。\n教育方面，县教育局将新建小学2所；医疗方面，县卫健局将改造诊所8个。\n"
    assert [one.agency_name for one in extract(text, (), PUBLISHED).commitments] == ["某县", "县教育局", "县卫健局"]


def test_a_heading_that_is_an_organ_owns_the_list_below():
    text = "施政计划\n参、交通局\n二、重点工作\n(一)增设站点\n今年将新增60站。\n(二)建置站牌\n今年将建置150座。\n"
    (one,) = extract(text, (), PUBLISHED).commitments
    assert (one.agency_name, len(one.items)) == ("交通局", 2)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("今年将开发岗位6.5万个，优化公交线路16条。", [("开发岗位6.5万个", "6.5"), ("优化公交线路16条", "16")]),
        ("年底前为全市3.2万名女生免费接种疫苗。", [("为全市3.2万名女生免费接种疫苗", "3.2")]),
        ("力争年底前将共餐据点由现有88处增加至120处。", [("共餐据点由现有88处增加至120处", "120")]),
        ("为全市3.2万名女生所欢迎的疫苗将运到。", []),
        ("共餐据点已由88处增加至120处。", []),
    ],
)
def test_amounts_served_and_raised(text, found):
    assert [(title, quantity) for title, quantity, _, _ in items("市政府" + text)] == found


def test_aspects_of_counted_problems_are_fields():
    (one,) = extract("市交通局梳理出农村公路、公交班线、港口收费等方面28个问题，逐项办结。").commitments
    assert (one.declared_count, one.items) == (28, ())
    assert one.fields == ("农村公路", "公交班线", "港口收费")
