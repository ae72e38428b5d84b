"""What a thing is called: neither after who does it, nor by how or by when it is done."""

import pytest
from short_texts import deeds, found


@pytest.mark.parametrize(
    ("text", "name", "target"),
    [
        ("市住建局要牵头抓好56个老旧小区改造。", "56个老旧小区改造", ("56", "个")),
        ("市住建局要牵头抓好56个老旧小区改造，确保11月底前完工。", "56个老旧小区改造", ("56", "个")),
        ("区住建局要倒排工期，剩余12个小区8月中旬前全部进场，11月底前完工。", "剩余12个小区", ("12", "个")),
        ("区城管局要加快停车泊位建设，年底前完成3000个。", "停车泊位建设", ("3000", "个")),
        ("市交通局召开会议。加快推进松阳大桥建设预计年底前通车。", "松阳大桥", (None, None)),
        ("市交通运输局加快8条断头路建设，年底前全部通车。", "8条断头路建设", ("8", "条")),
        ("捷運工程局刻正辦理捷運棕線延伸線工程，預計115年底前完工。", "捷运棕线延伸线工程", (None, None)),
        ("交通局規劃於116年增購電動公車120輛。", "增购电动公车120辆", ("120", "辆")),
        ("農業局將輔導青年農民150人，每人最高補助新臺幣30萬元。", "辅导青年农民150人", ("150", "人")),
    ],
)
def test_a_thing_is_called_by_what_it_is(text, name, target):
    assert [(one, items[0]) for _, one, _, items in deeds(text)] == [(name, (name, *target))]


def test_what_is_left_of_a_thing_is_due_when_it_is_ready():
    (one,) = found("区住建局要倒排工期，剩余12个小区8月中旬前全部进场，11月底前完工。").commitments
    assert [item.due for item in one.items] == ["2026-11-30"]


def test_a_numbered_deed_is_called_after_what_is_brought_in():
    lines = "1.房屋署会在2026年内推出800个单位。\n2.运输署会于明年第二季推出“关爱共乘的士”，首阶段投放200辆。\n3.康乐署计划增设50个游乐场。"
    assert ("运输署", "“关爱共乘的士”", None, [("投放200辆", "200", "辆")]) in deeds(f"施政报告摘要\n{lines}")


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        ("“一刻钟便民生活圈”建设（市商务局主办，市住建局协办）年内新增15个。", "“一刻钟便民生活圈”建设", ["“一刻钟便民生活圈”建设新增15个"]),
        ("社区食堂（市民政局牵头）年底前建成18个。", "社区食堂", ["社区食堂建成18个"]),
        ("市交通局今年实施人行道改善工程共分三期，年底前完成12公里。", "人行道改善工程", ["人行道改善工程"]),
        ("市交通局将抓好两件事：建成农村公路2000公里（年底前完成）、改造桥梁5座（6月底前完成）。", "两件事", ["建成农村公路2000公里", "改造桥梁5座"]),
        ("市交通局2025年实事\n1.建成农村公路2000公里（年底前完成）\n2.改造桥梁5座（二期）", "市交通局2025年实事", ["建成农村公路2000公里", "改造桥梁5座（二期）"]),
    ],
)
def test_brackets_that_tell_by_whom_or_by_when_are_no_part_of_a_name(text, name, titles):
    told = [(one, [title for title, *_ in items]) for _, one, _, items in deeds(text)]
    assert (name, titles) in told


def test_who_does_it_and_by_when_may_stand_in_the_same_brackets():
    (one,) = found("建成农村公路2000公里（市交通局，年底前完成）；改造桥梁5座（市水利局）。").commitments[:1]
    assert (one.agency_name, one.name) == ("市交通局", "建成农村公路2000公里")


@pytest.mark.parametrize("row", ["“暖炉行动”“明灯行动”", "“暖炉行动”、“明灯行动”", "“暖炉行动”和“明灯行动”"])
@pytest.mark.parametrize("verb", ["开展", "启动", "将实施"])
def test_names_side_by_side_are_things_of_their_own_though_the_noun_stands_within(verb, row):
    (one,) = found(f"市应急管理局{verb}{row}。").commitments
    assert (one.agency_name, [item.title for item in one.items]) == ("市应急管理局", ["暖炉行动", "明灯行动"])


@pytest.mark.parametrize("text", ["去年，市应急管理局开展了“暖炉行动”“明灯行动”。", "市应急管理局负责人在“暖炉行动”“明灯行动”总结会上讲话。"])
def test_names_side_by_side_that_are_only_mentioned(text):
    assert deeds(text) == []
