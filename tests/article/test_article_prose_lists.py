"""Lists, problems and speakers as stories tell of them."""

import pytest
from short_texts import deeds, found, owners_of


def test_what_was_written_into_a_list_is_its_members():
    (one,) = found("2月1日，市保障中心第三党支部把职工提得最多的四件小事写进了支部办实事清单：夜间热饭、淋浴间改造、雨具借用、旧衣回收。").commitments
    assert (one.agency_name, one.declared_count) == ("市保障中心第三党支部", 4)
    assert [item.title for item in one.items] == ["夜间热饭", "淋浴间改造", "雨具借用", "旧衣回收"]


def test_places_are_no_list():
    assert [one.declared_count for one in found("今年，县住建局将在北门、西关、纺机厂三个片区启动“安居”二期改造。").commitments] == [None]


def test_who_speaks_next_has_what_is_said_next():
    assert owners_of("县公安局今年新设警务室6个。县粮食局相关负责人也表示，将牵头改造粮站9座。") == [("县公安局", ["新设警务室6个"]), ("县粮食局", ["改造粮站9座"])]


@pytest.mark.parametrize("handled", ["件件定人、定责、定时", "逐条明确责任科室和时限", "建立台账"])
def test_problems_each_of_which_is_somebodys_are_a_list(handled):
    assert [declared for _, _, declared, _ in deeds(f"今年3月，市水务公司开展大走访，拉出一张包含76个问题的清单，{handled}。")] == [76]


def test_problems_that_are_only_told_of_are_none():
    assert deeds("今年3月，市水务公司开展大走访，拉出一张包含76个问题的清单。") == []


def test_the_committee_of_a_house_without_a_name_is_called_as_it_is_written():
    assert owners_of("有居民反映水压低。集团党委列出问题清单60项，逐项销号。") == [("集团党委", "问题清单")]


def test_what_is_brought_in_is_called_by_its_quoted_name():
    assert owners_of("云溪区公安局在全区推开“一村一警”，年底前覆盖。") == [("云溪区公安局", ["“一村一警”"])]
    assert owners_of("云溪区公安局在全区推开“四个一”，年底前覆盖。") == []
