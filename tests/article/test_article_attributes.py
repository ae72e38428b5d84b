"""Rows that tell where or for whom, and not what; rows before a noun whose number stands behind it; slogans and study beside them."""

import pytest
from short_texts import deeds, found


def told(text):
    """(name, declared count, titles) of each commitment."""
    return [(one.name, one.declared_count, [item.title for item in one.items]) for one in found(text).commitments]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("推进东山、西山、南山等地的高速公路改造工程", "高速公路改造工程"),
        ("推进东山、西山、南山等县的智慧校园项目", "智慧校园项目"),
        ("实施面向老人、儿童、残疾人等群体的关爱工程", "关爱工程"),
        ("推出针对货车司机、骑手、环卫工等重点人群的暖心行动", "暖心行动"),
    ],
)
def test_one_thing_in_several_places_or_for_several_groups(words, name):
    (one,) = found(f"市民政局{words}。").commitments
    assert (one.name, one.declared_count, one.items, one.confidence) == (name, None, (), "likely")


@pytest.mark.parametrize(
    "words",
    [
        "在东山、西山、南山等地实施三大工程",
        "在东山、西山、南山实施三大工程",
        "为老人、儿童、残疾人提供三大工程",
        "面向老人、儿童、残疾人等群体的三大工程",
        "面向老人、儿童、残疾人等群体推出三大工程",
    ],
)
def test_where_and_for_whom_are_no_members_of_a_counted_set(words):
    ((name, declared, titles),) = told(f"市民政局{'开展' if words.endswith('的三大工程') else ''}{words}。")
    assert (name, declared, titles) == ("三大工程", 3, [])


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("推出为老人体检、为儿童护眼、为妇女筛查三项服务", ["为老人体检", "为儿童护眼", "为妇女筛查"]),
        ("推出跨省办理、就近办理、网上办理三项服务", ["跨省办理", "就近办理", "网上办理"]),
        ("推出助餐到家、助浴上门、助医陪诊等服务", None),
        ("推出助餐到家、助浴上门、助医陪诊等三项服务", ["助餐到家", "助浴上门", "助医陪诊"]),
    ],
)
def test_members_that_look_alike_stay_members(words, titles):
    found_ = told(f"市民政局{words}。")
    assert [one[2] for one in found_] == ([titles] if titles else [])


@pytest.mark.parametrize("row", ["“一窗通办”“跨省通办”“全程网办”", "“一窗通办”、“跨省通办”、“全程网办”", "“一窗通办”“跨省通办”和“全程网办”"])
def test_members_before_a_noun_with_its_number_behind(row):
    members = ["一窗通办", "跨省通办", "全程网办"]
    assert told(f"市政务办推出{row}等服务举措15项。") == [("服务举措", 15, members)]
    assert told(f"市政务办推出{row}服务举措3项。") == [("服务举措", 3, members)]


def test_one_quoted_member_of_many_is_a_member():
    assert told("市人社局实施“青年人才”等七项行动。") == [("七项行动", 7, ["青年人才"])]


def test_few_nouns_for_a_long_list_stay_its_fields():
    (one,) = found("市市场监管局公布食品安全、消费维权、质量提升等62项任务清单。").commitments
    assert (one.items, one.fields) == ((), ("食品安全", "消费维权", "质量提升"))


@pytest.mark.parametrize("words", ["打好“三大攻坚战”", "坚决打赢“三大攻坚战”"])
def test_what_the_whole_country_fights_is_a_slogan(words):
    left = found(f"市生态环境局{words}。")
    assert not left.commitments and any("口号" in one.reason for one in left.left_out)


def test_a_fight_that_names_its_members_is_none():
    ((_, declared, titles),) = told("市城管局打好垃圾清运、沟渠清淤、旱厕改造“三大攻坚战”。")
    assert (declared, titles) == (3, ["垃圾清运", "沟渠清淤", "旱厕改造"])


def test_what_is_built_is_no_study_whatever_its_name():
    assert [items for *_, items in deeds("市教育局将建设“三个课堂”智慧校园100所。")] == [[("建设“三个课堂”智慧校园100所", "100", "所")]]
    assert deeds("市教育局将开展“党史课堂”活动20场。") == []


def test_talks_in_a_list_are_no_deeds():
    text = "市民政局今年重点任务\n一、办理“品格教育”讲座12场。\n二、增设托育中心5处。\n三、补助老人假牙300人。\n"
    ((_, _, titles),) = told(text)
    assert titles == ["增设托育中心5处", "补助老人假牙300人"]
