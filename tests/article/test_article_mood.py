"""Lines without a heading that says so, written as a plan or as a review of the work."""

from __future__ import annotations

import pytest

from tests.article.short_texts import deeds, found

PLAN = "健全文化服务体系。新建20个街头书房，新增自习座位3000个。加强古树保护。实施“旧书新读”行动。推动场馆夜间开放。"
REVIEW = (
    "阅读服务有力有效，全部馆舍持续改善。出台惠民10条政策措施，办证人数增长6.5%。新建书房20个，借阅量位居全省第二。"
)


def test_a_line_of_aims_without_a_subject_is_a_plan():
    assert [(owner, items or name) for owner, name, _, items in deeds(PLAN)] == [
        (None, [("新建20个街头书房", "20", "个")]),
        (None, [("新增自习座位3000个", "3000", "个")]),
        (None, "“旧书新读”行动"),
    ]
    assert {one.confidence for one in found(PLAN).commitments} == {"check"}


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("推动场馆夜间开放。", "场馆夜间开放持续改善。"),  # what came of it
        ("新建20个街头书房", "新建2187个街头书房"),  # a figure that nobody sets himself
        ("加强古树保护。", "古树长势良好。书香满城。市民爱读书。"),  # what is, and no aim
    ],
)
def test_one_that_tells_what_came_of_the_work_is_none(words, others):
    assert words in PLAN
    assert deeds(PLAN.replace(words, others)) == []


def test_a_short_line_is_a_plan_beside_one():
    line = "修好老城水系。疏浚河道30公里。"
    assert deeds(line) == []
    assert "疏浚河道30公里" in str(deeds(f"{PLAN}\n加强水系保护。疏浚河道30公里。"))
    assert "疏浚河道30公里" not in str(deeds(f"{PLAN}\n老城水系环绕。夜景迷人。疏浚河道30公里。"))


def test_lines_too_short_to_tell_by_tell_together():
    lines = ["加强水系保护。疏浚河道30公里。", "健全夜游服务。增设灯箱200个。", "推动场馆开放。"]
    assert deeds(lines[0]) == []
    assert [name for _, name, *_ in deeds("\n".join(lines))] == ["疏浚河道30公里", "增设灯箱200个"]


def test_a_house_that_is_built_is_nobody_who_acts():
    assert "新建20个街头书房" in str(deeds(PLAN.replace("加强古树保护。", "市图书馆新馆年内开放。")))


def test_what_is_named_only_as_help_is_no_deed_without_somebody_who_does_it():
    assert "旧书新读" not in str(deeds(PLAN.replace("实施“旧书新读”行动", "做好困难读者兜底帮扶")))


def test_a_line_of_results_promises_nothing():
    assert deeds(REVIEW) == []
    assert [one.reason for one in found(REVIEW).left_out if one.name == "政策措施"] == ["已经完成的工作或统计数字"]


@pytest.mark.parametrize("words", ["今年抓好文化惠民。", "下一步抓好文化惠民。", "市文旅局抓好文化惠民。"])
def test_results_beside_what_is_to_come_or_somebody_who_does_it_are_judged_one_by_one(words):
    assert "政策措施" in str(deeds(words + REVIEW))
