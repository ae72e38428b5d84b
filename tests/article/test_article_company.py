"""With whom an organ acts: those who join are no items, and what is announced begins behind them."""

import pytest
from short_texts import found

THREE = ["校园改造", "课后服务", "午餐提质"]


def told(text):
    """(owner, joint owners, declared, titles, fields) of the one commitment."""
    (one,) = found(text).commitments
    return one.agency_name, one.joint, one.declared_count, [item.title for item in one.items], one.fields


@pytest.mark.parametrize("joins", ["联合", "会同", "协同", "携手", "联手", "将继续联合", "牵头，会同"])
@pytest.mark.parametrize(
    ("others", "names"),
    [
        ("市科技局、市财政局", ("市科技局", "市财政局")),
        ("市科技局、市财政局和市妇联共同", ("市科技局", "市财政局", "市妇联")),
        ("市科技局、市妇联等8个部门", ("市科技局", "市妇联")),
        ("各区县、有关部门", ("各区县", "有关部门")),
        ("高校、顺达物流等企业", ("高校", "顺达物流")),
    ],
)
def test_what_is_announced_begins_behind_the_partners(joins, others, names):
    text = f"市教育局{joins}{others}推出校园改造、课后服务、午餐提质三大工程。"
    assert told(text) == ("市教育局", names, 3, THREE, ())
    assert told(text.replace("三大", "等八大")) == ("市教育局", names, 8, THREE, ())
    assert told(f"市教育局{joins}{others}实施八大工程。") == ("市教育局", names, 8, [], ())


def test_quoted_members_behind_partners():
    text = "市教育局联合市科技局、市财政局开展“护苗行动”“启明行动”两大行动。"
    assert told(text) == ("市教育局", ("市科技局", "市财政局"), 2, ["护苗行动", "启明行动"], ())


@pytest.mark.parametrize("beside", ["与市残联、市妇联共同开展", "同市残联、市妇联一道，开展", "和市残联、市妇联联手开展"])
def test_partners_before_together(beside):
    text = f"市民政局{beside}助餐到家、助浴上门、助医陪诊三项行动。"
    assert told(text) == ("市民政局", ("市残联", "市妇联"), 3, ["助餐到家", "助浴上门", "助医陪诊"], ())


def test_what_they_build_together():
    one, other = found("市体育局将协同市教育局、市财政局新建健身中心20个、改造球场15片。").commitments
    assert [one.joint, other.joint] == [("市教育局", "市财政局")] * 2
    assert [one.items[0].title, other.items[0].title] == ["新建健身中心20个", "改造球场15片"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("市教育局开展城乡学校联合办学、校企联合培养、联合招生三项行动。", ["城乡学校联合办学", "校企联合培养", "联合招生"]),
        ("市交通局推出跨省联合执法、联合治超、联合检查等五项举措。", ["跨省联合执法", "联合治超", "联合检查"]),
        ("市教育局联合推出校园改造、课后服务、午餐提质三大工程。", THREE),
        ("市教育局与群众同心，推出校园改造、课后服务、午餐提质三大工程。", THREE),
        ("市红十字联合会开展校园改造、课后服务、午餐提质三大工程。", THREE),
    ],
)
def test_together_within_other_words_names_nobody(text, titles):
    _, joint, _, items, fields = told(text)
    assert (joint, items, fields) == ((), titles, ())


def test_names_that_end_before_together():
    assert told("市残联会同市民政局推出三项措施。")[:2] == ("市残联", ("市民政局",))
    assert told("市科协会同市教育局推出三项措施。")[:2] == ("市科协", ("市教育局",))


def test_a_later_sentence_has_no_say_in_who_joins():
    text = "市民政局同市残联、市妇联一道，开展三项行动。市教育局、市科技局等部门昨日开会。"
    (one,) = found(text).commitments
    assert one.joint == ("市残联", "市妇联")
    (one,) = found("今年开局好。\n去年各方面都好。\n" + text).commitments
    assert one.joint == ("市残联", "市妇联")


def test_a_row_of_subjects_ends_before_the_others():
    (one,) = found("市民政局、市残联等单位将改造家庭500户。").commitments
    assert (one.agency_name, one.joint) == ("市民政局", ("市残联",))
