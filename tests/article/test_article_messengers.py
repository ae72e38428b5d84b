"""Who only tells of what is promised does not owe it."""

import pytest
from short_texts import deeds, found


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("记者从县政府新闻办获悉，今年我县将办好10个方面32件民生实事。", "县政府"),
        ("县政府新闻办介绍，今年我县将新建学校5所。", "县政府"),
        ("据县委宣传部消息，今年我县将新建学校5所。", "县政府"),
        ("记者从河口县融媒体中心获悉，今年全县将办好10件民生实事。", "河口县政府"),
        ("1月5日，长岭县政府新闻办举行发布会，通报工作安排。今年我县将新建学校5所。", "长岭县政府"),
        ("市政府新闻办召开新闻发布会，介绍民生实事。今年将新建学校5所。", "市政府"),
        ("记者从市交通运输局获悉，今年我市将新建公路5公里。", "市交通运输局"),
    ],
)
def test_a_messenger_speaks_for_the_government(text, owner):
    assert {one[0] for one in deeds(text)} == {owner}


@pytest.mark.parametrize(("text", "owner"), [("市政府新闻办将改造发布厅2个。", "市政府新闻办"), ("市委宣传部将改造书屋20个。", "市委宣传部")])
def test_what_a_messenger_does_itself_is_its_own(text, owner):
    proposal = found(text)
    assert {one.agency_name for one in (*proposal.commitments, *proposal.left_out)} == {owner}


LEADS = ["记者从县政府新闻办获悉，今年我县将办好10个方面32件民生实事。", "县政府今年将办好32件民生实事。"]
FIELDS = "就业更充分。将新增城镇就业6000人。\n养老更安心。县民政局今年将建成服务中心3个。\n出行更顺畅。年底前改造公路45公里。"


@pytest.mark.parametrize("lead", LEADS)
def test_who_announces_the_deeds_owns_those_of_the_fields_below(lead):
    assert [one[0] for one in deeds(f"{lead}\n{FIELDS}")] == ["县政府", "县政府", "县民政局", "县政府"]


def test_fields_below_what_nobody_announces_have_no_owner():
    assert [one[0] for one in deeds(f"县政府去年办好32件民生实事。\n{FIELDS}")] == ["县民政局"]
