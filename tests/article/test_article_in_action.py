"""What offices do without a number: who is sent out, what is held regularly, what is checked free of charge; and the amounts that belong to it."""

import pytest
from short_texts import deeds, found, owners_of


def names(text):
    return [name for _, name, *_ in deeds(text)]


def test_who_is_sent_to_work_elsewhere():
    assert names("白鹿区文旅局从区图书馆选派资深馆员到8家街头书房坐班，每家每周不少于1天。") == ["资深馆员到8家街头书房坐班"]
    assert names("白鹿区文旅局选派资深馆员到省城学习。") == []


@pytest.mark.parametrize(("how", "count"), [("常态化举办", 1), ("定期举办", 1), ("举办", 0)])
def test_what_is_held_regularly_is_a_service(how, count):
    assert len(names(f"白鹿区文旅局面向听障人员{how}“手语导览”活动，每周六上午开讲。")) == count


def test_what_is_checked_free_of_charge_has_its_number():
    ((owner, name, _, items),) = deeds("白鹿县农机站联合县供销社开展“两机”免费检测，全年计划检测1.2万台。")
    assert (owner, name, [item[1:] for item in items]) == ("白鹿县农机站", "“两机”免费检测", [("1.2", "万台")])


def test_a_course_for_the_people_is_a_deed():
    assert names("白鹿职业学院组织教师开办“竹编进社区”公益课。") == ["教师开办“竹编进社区”公益课"]


def test_who_has_applied_is_no_sign_of_what_is_done():
    text = "暑假期间，白鹿市文旅局今年将开办研学班80个，目前已{}。"
    assert [len(deeds(text.format(end))) for end in ("有3200名学生报名", "全部办完")] == [1, 0]


def test_every_place_is_nobody():
    assert {owner for owner, _ in owners_of("白鹿区文旅局将新建书房9家，每家书房每周开放不少于6天；年内为盲人读者免费送书2000册。")} == {"白鹿区文旅局"}


def test_a_number_of_projects_that_lag_is_no_set():
    assert not [one for one in found("受雨季影响，白鹿片区2个项目进展偏慢。").commitments if one.declared_count]


NOTICE = (
    "白鹿县人民政府办公室关于印发《白鹿县2026年三件民生实事实施方案》的通知\n各乡镇人民政府：\n现印发给你们。\n白鹿县2026年三件民生实事实施方案\n"
    "2025年，县政府承诺的三件民生实事全部兑现。现就2026年三件民生实事制定如下实施方案。\n一、任务分工\n"
    "1.新建书房15处。（责任单位：县文旅局）\n2.修缮牌楼9座。（责任单位：县住建局）\n3.疏浚内河20公里。（责任单位：县水利局）\n"
)


def test_a_notice_with_its_plan_is_one_list():
    ((owner, name, declared, items),) = deeds(NOTICE)
    assert (owner, name, declared, len(items)) == ("白鹿县", "三件民生实事", 3, 3)
