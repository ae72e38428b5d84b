"""Days that are no deadline of what stands before them: of a step on the way, of another thing, of a part; and those that are."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2024, 3, 12)
STEPS = (
    "6月底前开工率达到80%",
    "6月底前完成招标",
    "并于5月20日前公布选址",
    "9月底前投用首家",
    "7月底前完成可研和立项审批",
    "6月底前全部开工建设",
    "8月底前完成主体结构封顶",
    "9月底前向市人大报告进展",
    "10月底前建成市级数据平台",
    "10月底前实现市级救治中心全覆盖",
)
ENDS = ("11月底前全部建成投用", "11月底前完工", "11月底前对外开放", "预计11月底前交付使用", "确保11月底前完成验收", "11月底前实现市、县两级全覆盖")


def dues(text: str) -> list[tuple[str, str | None, bool]]:
    """(title, due, whether a reason is given) of each item."""
    found = extract(text, (), PUBLISHED).commitments
    return [(item.title, item.due, item.due_basis is not None) for one in found for item in one.items]


@pytest.mark.parametrize("step", STEPS)
def test_the_day_of_a_step_or_of_another_thing_is_no_deadline(step):
    assert dues(f"市民政局将新建养老机构5家，{step}。")[0] == ("新建养老机构5家", None, True)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("end", ENDS[:2])
def test_a_later_day_on_which_all_is_ready_is(step, end):
    found = dues(f"市民政局将新建养老机构5家、改造食堂20家，{step}，{end}。")
    assert [due for title, due, _ in found if title[-1] == "家"] == ["2024-11-30"] * 2


@pytest.mark.parametrize("end", ENDS)
def test_what_is_ready_by_a_day_has_that_day(end):
    assert dues(f"市民政局将新建养老机构5家，{end}。") == [("新建养老机构5家", "2024-11-30", True)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("市教育局将6月底前建成学校5所，9月底前改造操场3个，12月底前加装电梯2部。", ["2024-06-30", "2024-09-30", "2024-12-31"]),
        ("市教育局将新建学校5所，6月底前建成，改造操场3个，9月底前完工。", ["2024-06-30", "2024-09-30"]),
        ("市教育局年内新建学校5所，9月底前投用首所，改造操场30个。", ["2024", "2024"]),
        ("市教育局将新建学校5所，其中东城学校6月底前建成，其余年底前完成。", ["2024-12-31"]),
        ("市教育局国庆节前建成学校5所，春节前改造操场3个，上半年改造食堂2家。", ["2024-09-30", None, "2024-06-30"]),
        ("市教育局今年将新建学校30所，年底前实现县级研学中心全覆盖。", ["2024", "2024-12-31"]),
        ("今年二季度，市教育局将新建学校30所。", ["2024-06-30"]),
    ],
)
def test_each_clause_has_its_own_day(sentence, expected):
    assert [due for _, due, _ in dues(sentence)] == expected


def test_a_day_that_no_calendar_has_stays_open_with_its_words():
    (found,) = extract("市教育局将在春节前建成学校5所。", (), PUBLISHED).commitments
    assert found.items[0].due is None and "春节前" in (found.items[0].due_basis or "")


LIST = "市教育局2024年为民办实事项目\n1.{}\n2.改造操场30个。\n"


@pytest.mark.parametrize(
    ("item", "due"),
    [
        ("新建学校5所。3月底前完成招标，年底前完工。", "2024-12-31"),
        ("新建学校5所。6月底前完成招标。", None),
        ("建设300个书屋。2024年度新增30个，2027年达到300个。", "2027"),
        ("争创示范城市。2022年、2023年再度获得示范称号，继续做好迎检。", None),
        ("新建学校5所。10月底前完工。", "2024-10-31"),
        ("争创示范城市。力争2025年获得示范称号。", "2025"),
    ],
)
def test_an_item_of_a_list_has_the_day_of_its_end(item, due):
    (found,) = extract(LIST.format(item), (), PUBLISHED).commitments
    assert [one.due for one in found.items] == [due, None] and found.due is None


def test_what_goes_on_then_was_begun_before():
    text = "市文化局未来施政重点\n(一)旧车站重组工程：旧车站于103年初自外县迁回，104年赓续办理重组工程。\n(二)办理文化资产修复。\n"
    (found,) = extract(text, ()).commitments
    assert [item.due for item in found.items] == ["2015", None]


def test_a_year_that_has_only_begun_is_no_part_of_a_name():
    (found,) = extract("市文化局预计104年底至105年初全案建筑完成。", ()).commitments
    assert [(item.title, item.due) for item in found.items] == [("全案建筑完成", "2016")]
    assert "105年初" in (found.items[0].due_basis or "")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("市水务局的管网更新工程将于2024年5月开工，2026年底完工。", "2026-12-31"),
        ("2023年12月，市住建局启动12个小区改造，2024年6月完工。", "2024-06-30"),
        ("市水务局的管网更新工程将于2024年5月开工。", "2024-05-31"),
    ],
)
def test_what_begins_by_a_day_is_due_when_it_ends(text, due):
    (one,) = extract(text).commitments
    assert [item.due for item in one.items] == [due]
