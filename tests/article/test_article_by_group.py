"""A set that is announced in one line and told group by group in the next; and numbers that count nothing promised."""

import pytest
from short_texts import deeds, found

ANNOUNCED = "石桥县民政局推出8项助老便民举措，自7月1日起施行。"
GROUPS = (
    "涉及养老的有3项：高龄津贴“静默认证”、助餐点刷脸用餐、护理补贴网上申领。涉及婚姻的有2项——结婚登记“全省通办”、补领证件“一次办”。"
)


def test_members_of_groups_are_those_of_the_set():
    rest = "社会救助方面，对突发困难家庭实行“先行救助”，并在乡镇增设服务窗口6个。此外，还包括地名查询进手机等。"
    ((owner, _, declared, items),) = deeds(f"{ANNOUNCED}\n{GROUPS}{rest}")
    assert (owner, declared, len(items)) == ("石桥县民政局", 8, 8)
    assert items[0][0] == "高龄津贴“静默认证”"
    assert [(title, quantity) for title, quantity, _ in items[5:]] == [
        ("对突发困难家庭实行“先行救助”", None),
        ("在乡镇增设服务窗口6个", "6"),
        ("地名查询进手机", None),
    ]


@pytest.mark.parametrize("row", ["（年检网上办、票据电子化）", "，分别是年检网上办、票据电子化"])
def test_groups_are_told_in_brackets_and_with_words(row):
    ((_, _, _, items),) = deeds(f"{ANNOUNCED}养老类2项，包括刷脸用餐、静默认证；社团类2项{row}。")
    assert [title for title, *_ in items] == ["刷脸用餐", "静默认证", "年检网上办", "票据电子化"]


def test_groups_of_more_than_were_announced_are_others():
    ((_, _, _, items),) = deeds(f"{ANNOUNCED.replace('8', '4')}\n{GROUPS}")
    assert items == []


def test_what_a_title_announces_stands_where_the_text_repeats_it():
    text = f"7月起，石桥县民政局推出8项助老便民举措\n石桥县民政局今天发布消息，从老人的感受改起，推出8项助老便民举措。\n{GROUPS}"
    (one,) = found(text).commitments
    assert one.place[0] > text.index("\n") and len(one.items) == 5
    (one,) = found(text.removesuffix(GROUPS)).commitments
    assert one.place[0] > text.index("\n")


@pytest.mark.parametrize("told", ["全部通过验收", "顺利过关", "已全部通过竣工验收"])
def test_deeds_that_have_passed_are_done(told):
    assert deeds(f"望山市公布的38个民生实事项目{told}，群众满意率97%。") == []
    assert deeds(f"望山市38个民生实事项目{told}\n群众满意率97%。") == []


def test_what_became_less_is_measured():
    assert deeds("石桥县民政局介绍，清理之后，49项民政业务的申请材料由原来的213份减到121份。") == []
