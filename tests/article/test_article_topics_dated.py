"""A thing that is to be ready by a day, whatever it is called and however far before the day it stands in its sentence."""

import pytest
from short_texts import PUBLISHED

from tracker.article import extract

FOUND = [
    ("南湖社区公布今年实事。其中，青石坡道翻修总投资20万元，计划10月底前通车。", "南湖社区", "青石坡道翻修", None),
    ("市教育局表示，剩下的3处危房都在城北，工人已经进场，力争8月中旬全部完工。", "市教育局", "剩下的3处危房", 3),
    ("市建设局局长周明介绍，首批26处路口由市养护处施工，10月底完工。", "市养护处", "首批26处路口", 26),
    ("市水利局表示，余下15公里8月底贯通。", "市水利局", "余下15公里", 15),
    ("东山水闸工程主体已经完成，镇政府将确保10月底前交付使用。", "镇政府", "东山水闸工程", None),
    ("县供水公司表示，新泵房主体已经封顶，预计9月底前投用。", "县供水公司", "新泵房", None),
    ("县法院同时建立老年人“一站式”立案角，预计9月投入使用。", "县法院", "老年人“一站式”立案角", None),
    ("市疾控局搭建疫苗追溯网，计划10月底前上线运行。", "市疾控局", "疫苗追溯网", None),
    ("区园林局在滨江路打造亲水步栈，力争五一前对外开放。", "区园林局", "亲水步栈", None),
    ("县供电公司对河西线路进行绝缘化升级，计划6月底完工。", "县供电公司", "河西线路进行绝缘化升级", None),
    ("县供水公司介绍，各项工程进展顺利。余下的北苑泵房受暴雨影响进度滞后，县住建局表示将倒排工期，确保9月底前投用。", "县住建局", "余下的北苑泵房", None),
    ("县住建局表示，城南大桥主体已经封顶，县交通局已进场，预计10月底通车。", "县住建局", "城南大桥", None),
    ("北坪镇政府已报请县水务局将东塘清淤列入县级项目，县水务局答复将于9月底前组织实施。", "县水务局", "东塘清淤", None),
    ("区城管局回复，柳荫路路灯更换将于年底前实施。", "区城管局", "柳荫路路灯更换", None),
    ("北坪镇今年改建互助养老院，力争国庆前开门迎客。", "北坪镇", "互助养老院", None),
    ("北坪镇新建粮食烘干房，预计8月投用。", "北坪镇", "粮食烘干房", None),
]
NOT_FOUND = [
    "市教育局表示，今年补建操场500处，已完成210处，剩余290处10月底前完工。",  # is told with the operators' amount
    "市建设局表示，施工图设计已经完成，10月底前交付。",
    "记者从市教育局获悉，报名工作正在进行，预计8月底前完成。",
    "市民们都盼着，10月底前通车。",
    "县教育局已提请县政府将食堂翻新列入明年预算。",
    "市公安局建立线索台账，预计6月底前完成。",
    "市教育局成立工作专班，计划年底前完成。",
    "市住建局对工地开展安全检查，预计6月底完成。",
]


@pytest.mark.parametrize(("text", "owner", "name", "number"), FOUND)
def test_what_is_ready_by_a_day_is_named_by_what_its_sentence_speaks_of(text, owner, name, number):
    (one,) = extract(text, (), PUBLISHED).commitments
    assert (one.agency_name, one.name, one.items[0].title) == (owner, name, name)
    assert one.items[0].due is not None
    assert one.items[0].target_quantity == (None if number is None else str(number))


@pytest.mark.parametrize("text", NOT_FOUND)
def test_a_step_a_person_or_the_rest_of_an_amount_is_no_such_thing(text):
    assert not [one for one in extract(text, (), PUBLISHED).commitments if one.pattern == "dated"]


def test_so_many_of_what_the_clause_before_mends_are_called_after_it():
    (one,) = extract("北坪镇交管站对通村公路破损路面进行修补，计划4月底前完成18处。", (), PUBLISHED).commitments
    assert (one.name, one.items[0].target_quantity) == ("对通村公路破损路面进行修补完成18处", "18")
