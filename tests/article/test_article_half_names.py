"""Names that other words run into: what asks before them, a day or 的 behind them, a number, a colon."""

from types import SimpleNamespace

import pytest
from short_texts import deeds, found, owners_of

from tracker.article import extract


@pytest.mark.parametrize("word", ["请", "商请", "同意", "委托", "会议要求"])
def test_who_is_asked_owns_it_without_the_word_that_asks(word):
    text = f"{word}市教育局于2026年8月底前新建学校5所；{word}市住建局于2026年10月底前改造危房50户。"
    assert [owner for owner, _ in owners_of(text)] == ["市教育局", "市住建局"]


@pytest.mark.parametrize("text", ["请市民群众于8月底前完成登记50户。", "请大家6月底前完成问卷3000份。", "同意新建学校5所。"])
def test_who_is_no_organ_is_charged_with_nothing(text):
    assert deeds(text) == []


@pytest.mark.parametrize("when", ["春节前", "6月底前", "入冬前", "将"])
def test_a_company_has_its_own_name_behind_another_s(when):
    text = f"自来水公司将更换水表2.6万只。江北燃气有限公司{when}更换管线5万米。"
    assert [owner for owner, _ in owners_of(text)] == ["自来水公司", "江北燃气有限公司"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("市教育局的“暖冬行动”将于12月底前为100所学校安装暖气。", "市教育局"),
        ("市教育局局长李华在现场承诺，9月1日前为花园小区增设公交站2个。", "市教育局"),
        ("市民政局：\n一、新建养老院2所。", "市民政局"),
        ("会议同意市民政局年底前新建养老院3所。", "市民政局"),
    ],
)
def test_words_behind_or_below_a_name_are_its_own(text, owner):
    assert {one for one, _ in owners_of(text)} == {owner}


def test_sections_that_run_on_in_one_line_have_owners_of_their_own():
    text = "一、市教育局。年内新建学校5所。二、市民政局。6月底前建成养老院2所。"
    assert [owner for owner, _ in owners_of(text)] == ["市教育局", "市民政局"]


def test_what_stands_below_a_name_and_is_past_promises_nothing():
    assert deeds("市民政局：\n已新建养老院2所。去年新建公园3个。") == []


def test_a_short_name_has_the_code_of_the_full_one_before_it():
    agency = SimpleNamespace(code="JYT", name="省教育厅", full_name="江苏省教育厅", aliases=())
    two = extract("江苏省教育厅推进校园改造200所。教育厅将改造食堂30个。", [agency]).commitments
    assert [(one.agency_name, one.agency, one.near) for one in two] == [("江苏省教育厅", "JYT", ())] * 2


@pytest.mark.parametrize("text", ["实现市“医保局长走流程”活动常态化，新建窗口5个。", "覆盖全市所有学校，新建食堂5个。"])
def test_no_name_begins_with_a_verb(text):
    assert {one.agency_name for one in found(text).commitments} <= {None}


@pytest.mark.parametrize(
    ("heading", "short", "name"),
    [
        ("县人民检察院：守护平安", "县检察院", "县人民检察院"),
        ("市自然资源和规划局：办证提速", "市资规局", "市自然资源和规划局"),
        ("区妇幼保健院：贴心服务", "区教育局", "区教育局"),
    ],
)
def test_a_heading_writes_out_whom_its_lines_shorten(heading, short, name):
    text = f"各单位的做法摘编如下。\n\n{heading}\n{short}将增设服务窗口5个。"
    assert [owner for owner, _ in owners_of(text)] == [name]
