"""馆里, 该院, 局党组: a word for the organ that a story is about, and the deeds it counts off in prose."""

import pytest
from short_texts import deeds, owners_of


@pytest.mark.parametrize("who", ["馆里打算", "该馆今年将", "馆里还将"])
def test_a_word_for_the_house_is_the_one_that_the_story_began_with(who):
    text = f"“小人书还能借吗？”青溪县图书馆的电话那头，一位奶奶问得急。\n\n{who}年内增设借阅点6个。"
    assert owners_of(text) == [("青溪县图书馆", ["增设借阅点6个"])]


def test_the_committee_of_the_house_is_called_after_it():
    text = "座位太少，去年被青溪县图书馆抄进了记录。\n暑假以后，馆党委围绕“有座坐”，列出3件“小切口”实事。"
    assert [(owner, declared) for owner, _, declared, _ in deeds(text)] == [("青溪县图书馆党委", 3)]


def test_deeds_are_counted_off_in_prose():
    text = "青溪县图书馆列出3件暖心小事。\n\n第一件，增设朗读亭6座。第二件，延长夜间开放时间。第三件，更换桌椅120套。"
    ((owner, _, declared, items),) = deeds(text)
    assert (owner, declared) == ("青溪县图书馆", 3)
    assert [title for title, _, _ in items] == ["增设朗读亭6座", "延长夜间开放时间", "更换桌椅120套"]


@pytest.mark.parametrize(
    ("first", "then", "owner"),
    [
        ("青溪县第三小学的家长群里，一句话被刷了屏。\n\n这学期，校方", "校方承诺9月1日前建好教室3间", "青溪县第三小学"),
        ("青溪县供水公司的账本上，记着一件揪心事。", "公司党委把它列为头号项目，6月底前更换水表370块", "青溪县供水公司党委"),
    ],
)
def test_the_school_and_the_firm_are_meant_too(first, then, owner):
    text = first.removesuffix("校方") + then + "。"
    assert [name for name, _ in owners_of(text)] == [owner]


def test_where_a_set_is_in_force_is_no_other_rule():
    text = "青溪县税务局推出“掌上开票”“税费e站”2项便民措施，自5月1日起在全县6个大厅推行。"
    assert [declared for _, _, declared, _ in deeds(text)] == [2]


def test_a_member_tells_what_it_makes_and_not_what_there_is():
    text = "青溪县医院列出2件实事。第一件，设立床位调配中心，统筹全院900张床位。第二件，开设周日门诊，先从内科、骨科两个专科做起。"
    assert [quantity for _, quantity, _ in deeds(text)[0][3]] == [None, None]


@pytest.mark.parametrize("told", ["镇里准备年内增设路灯90盏。", "接下来，镇里还将增设路灯90盏。", "镇里多方筹资，年内增设路灯90盏。", "镇里为群众办事，年内增设路灯90盏。"])
def test_a_word_for_the_place_is_the_town_that_was_named(told):
    assert owners_of(f"柳荫镇去年铺好了村道。{told}")[-1] == ("柳荫镇", ["增设路灯90盏"])


@pytest.mark.parametrize(
    ("house", "who", "owner"),
    [
        ("青溪师范大学", "该校后勤处", "青溪师范大学后勤处"),
        ("青溪医学院", "学院团委还", "青溪医学院团委"),
        ("县水务集团", "集团工会", "县水务集团工会"),
        ("县第一医院", "医院护理部今年", "县第一医院护理部"),
        ("县税务局", "该局机关党委", "县税务局机关党委"),
        ("县公交公司", "该公司客服中心", "县公交公司客服中心"),
        ("县民政局", "该局力争多处", "县民政局"),
        ("县民政局", "该局部署", "县民政局"),
        ("青溪师范大学", "该校教师今年", "青溪师范大学"),
    ],
)
def test_a_unit_of_the_house_is_called_after_it(house, who, owner):
    text = f"{house}推出八项举措。{who}将增设便民座椅60张。"
    assert owners_of(text)[-1][0] == owner


@pytest.mark.parametrize(("who", "owner"), [("区委、区政府班子成员带头领办", "区委"), ("市委领办", "市委"), ("县教育局班子成员领衔办理", "县教育局")])
def test_who_takes_deeds_in_hand_is_no_part_of_a_name(who, owner):
    assert [(name, declared) for name, _, declared, _ in deeds(f"{who}民生项目42个，逐一明确完成时限。")] == [(owner, 42)]


@pytest.mark.parametrize("first", ["走进银杏街道花园社区，旧厂房正在翻新。", "在银杏街道的工地上，机器轰鸣。", "来到银杏街道，处处是新景。"])
@pytest.mark.parametrize("who", ["街道党工委书记介绍，", "街道办事处主任告诉记者，", "街道办主任说，"])
def test_who_speaks_for_a_street_means_the_one_that_the_story_went_to(first, who):
    assert [owner for owner, _ in owners_of(f"{first}{who}年内将新增车位80个。")] == ["银杏街道"]
