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
