"""A deed in the lines of a form, whose labels may stand in lines of their own."""

import pytest
from short_texts import found

BESIDE = """某县民生项目推进情况
01
项目名称：河畔步道
建设内容：新建步道6公里；增设照明灯150盏。
责任单位：县住建局、县城管局
进展情况：步道已完成2公里。
02
项目名称：一老一小
建设内容：改造托育园4所。
责任单位：县卫健局
进展情况：4所均已进场。
"""
ALONE = BESIDE.replace("名称：", "名称：\n").replace("内容：", "内容:\n").replace("单位：", "单位\n").replace("情况：", "情况：\n")


@pytest.mark.parametrize("text", [BESIDE, ALONE], ids=["beside", "alone"])
def test_a_form_names_the_deed_what_it_consists_of_and_who_answers_for_it(text):
    first, second = found(text).commitments
    assert (first.agency_name, first.name, list(first.joint)) == ("县住建局", "河畔步道", ["县城管局"])
    assert [(item.title, item.target_quantity, item.target_unit) for item in first.items] == [("新建步道6公里", "6", "公里"), ("增设照明灯150盏", "150", "盏")]
    assert (second.agency_name, second.name, [item.title for item in second.items]) == ("县卫健局", "一老一小", ["改造托育园4所"])


def test_a_deed_without_amounts_is_its_own_item():
    (one,) = found("事项：夜间公交延时\n内容：末班车延后一小时。\n承办单位：市公交集团\n").commitments
    assert [item.title for item in one.items] == ["夜间公交延时"]
