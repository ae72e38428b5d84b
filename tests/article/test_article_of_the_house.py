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
