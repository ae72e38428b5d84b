"""What is told of a part of an amount, or of what is left of it, dates the part and not the whole."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2026, 2, 3)


def told(text):
    """(title, quantity, due) of each item."""
    return [(item.title, item.target_quantity, item.due) for one in extract(text, (), PUBLISHED).commitments for item in one.items]


@pytest.mark.parametrize(("thing", "unit"), [("公厕", "座"), ("老旧小区", "个"), ("农村公路", "公里")])
@pytest.mark.parametrize("when", ["6月底前", "10月底前", "上半年"])
def test_the_day_of_a_part_is_not_that_of_the_whole(thing, unit, when):
    (whole, part) = told(f"市住建局今年改造{thing}30{unit}，其中新建5{unit}{when}完成。")
    assert whole == (f"改造{thing}30{unit}", "30", "2026")
    assert part[1] == "5" and part[2] != "2026"
    assert told(f"市住建局将改造{thing}30{unit}，其中新建5{unit}{when}完成，年底前全部完工。")[0][2] == "2026-12-31"


@pytest.mark.parametrize("left", ["其余", "剩余", "余下", "剩下"])
@pytest.mark.parametrize("done", ["，已完成10座", "，目前已建成10座", ""])
@pytest.mark.parametrize("this_year", ["今年", "将", ""])
def test_an_amount_is_ready_when_what_is_left_of_it_is(this_year, done, left):
    assert told(f"市住建局{this_year}新建公厕30座{done}，{left}20座10月底前完成。") == [("新建公厕30座", "30", "2026-10-31")]


def test_a_step_of_what_is_left_dates_nothing():
    assert told("市住建局将改造小区46个，目前已开工20个，剩余26个10月底前全部开工。") == [("改造小区46个", "46", None)]


@pytest.mark.parametrize("part", ["含新建5座", "其中新建5座", "包括新建5座、改建25座", "包含改建桥梁3座", "其中6月底前完成5座"])
@pytest.mark.parametrize(("by", "due"), [("", None), ("，10月底前完成", "2026-10-31")])
def test_parts_in_brackets_are_nothing_beside_the_whole(part, by, due):
    text = f"市住建局将改造公厕30座（{part}）{by}。"
    assert told(text) == [("改造公厕30座", "30", due)]
    assert extract(text).left_out == ()


@pytest.mark.parametrize("level", ["将门诊统筹覆盖率提高到90%", "推动普惠园覆盖率达到90%", "将管网漏损率控制在90%以内", "将家庭医生签约率提升至90%"])
@pytest.mark.parametrize("by", ["年底前实现", "力争12月底前达到", "确保年底前完成目标"])
def test_a_level_is_reached_by_the_day_behind_it(level, by):
    ((_, quantity, due),) = told(f"市医保局{level}，{by}。")
    assert (quantity, due) == ("90", "2026-12-31")


@pytest.mark.parametrize("behind", ["年底前建成医院3所", "年底前启动试点", "9月1日起施行"])
def test_the_day_of_something_else_behind_a_level_is_not_its_own(behind):
    assert told(f"市医保局将覆盖率提高到90%，{behind}。")[0][2] in (None, "2026-09-01")


@pytest.mark.parametrize(("rest", "settled"), [("剩余问题", "办结"), ("其余隐患", "整改到位"), ("未化解的信访积案", "化解"), ("剩余矛盾纠纷", "解决")])
def test_what_is_left_of_a_heap_is_settled_by_a_day(rest, settled):
    (one,) = extract(f"市直机关工委开展走访活动，收集问题1.2万个，{rest}年底前全部{settled}。", (), PUBLISHED).commitments
    assert (one.agency_name, one.name, one.due) == ("市直机关工委", rest, "2026-12-31")
    assert told(f"市直机关工委{rest}已全部{settled}。") == []


def test_a_mark_before_which_nothing_is_told_parts_nothing():
    assert told("将建、8家银行局交警支队】针对学校门口“接娃堵”") == []
