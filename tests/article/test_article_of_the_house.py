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


@pytest.mark.parametrize("told", ["镇里准备年内增设路灯90盏。", "接下来，镇里还将增设路灯90盏。"])
def test_a_word_for_the_place_is_the_town_that_was_named(told):
    assert owners_of(f"柳荫镇去年铺好了村道。{told}")[-1] == ("柳荫镇", ["增设路灯90盏"])
