"""What a deadline rests on of which the text does not write the year, and what becomes of one without any."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from article_gold import DIRECTORY

from tracker import proposal
from tracker.article import extract, proposal_yaml

LISTED = "民生实事项目\n1.新建幼儿园20所，年底前完成。（责任单位：市教育局）\n2.改造操场30个，9月底前完成。（责任单位：市教育局）\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("市教育局将新建幼儿园20所，12月底前完成。", [(None, "原文写“12月底前”，没有写明年份")]),
        ("市教育局明年将新建幼儿园20所。", [(None, "原文写“明年”，没有写明年份")]),
        ("市教育局2024年底前新建幼儿园20所。", [("2024-12-31", None)]),
        ("市教育局到2025年新建幼儿园20所。", [("2025", "原文只写年份，按年末计")]),
        ("市教育局将新建幼儿园20所。", [(None, None)]),
        (LISTED, [(None, "原文写“年底前”，没有写明年份"), (None, "原文写“9月底前”，没有写明年份")]),
        ("2024年2月3日\n市教育局将新建幼儿园20所，12月底前完成。", [("2024-12-31", "原文写“12月底前”，年份按文中所写的 2024 年推算")]),
    ],
)
def test_without_a_day_of_publication(text, told):
    found = extract(text, DIRECTORY)
    assert [(item.due, item.due_basis) for one in found.commitments for item in one.items] == told
    assert found.open_dues == sum(due is None and basis is not None for due, basis in told)


def test_with_a_day_of_publication():
    found = extract(LISTED, DIRECTORY, date(2024, 3, 1)).commitments[0]
    assert [item.due for item in found.items] == ["2024-12-31", "2024-09-30"]
    assert all("按发布日期（2024 年）推算" in (item.due_basis or "") for item in found.items)
    (next_year,) = extract("市教育局明年将新建幼儿园20所。", DIRECTORY, date(2024, 3, 1)).commitments
    assert next_year.due == "2025" and "（2024 年）推算；按年末计" in (next_year.due_basis or "")


@pytest.mark.parametrize(
    ("words", "due", "told"),
    [
        ("2025-06-30前", "2025-06-30", None),
        ("2025.6.30前", "2025-06-30", None),
        ("2025-06-31前", None, None),
        ("1月底前", None, "原文写“1月底前”，在发布当年已过，没有写明年份"),
        ("明年1月底前", "2025-01-31", "原文写“明年1月底前”，年份按发布日期（2024 年）推算"),
    ],
)
def test_days_written_as_numbers_and_days_that_are_over(words, due, told):
    (found,) = extract(f"市教育局将于{words}新建幼儿园20所。", DIRECTORY, date(2024, 12, 20)).commitments
    assert (found.items[0].due, found.items[0].due_basis) == (due, told)


def test_an_open_deadline_waits_in_the_file_for_its_day():
    found = extract(LISTED, DIRECTORY)
    text = proposal_yaml(found, LISTED)
    assert "--published" in text
    items = yaml.safe_load(text)["commitments"][0]["items"]
    assert [item["due"] for item in items] == [None, None]
    text = text.replace("agency: null", "agency: JYJ", 1)
    read = proposal.loads(text.replace("due: null, due_basis: 原文写“年", "due: 2024-12-31, due_basis: 原文写“年"), "p.yaml")
    first, second = read.commitments[0].items
    assert (first.due, first.due_basis) == (date(2024, 12, 31), "原文写“年底前”，没有写明年份") and second.due is None
    assert "--published" not in proposal_yaml(extract(LISTED, DIRECTORY, date(2024, 3, 1)), LISTED)


def test_the_day_of_a_launch_is_no_deadline():
    text = "5月14日，市教育局举行“学习办事——教育创新项目”启动仪式，首批启动实施的17个创新项目，将服务群众。"
    (found,) = extract(text, DIRECTORY, date(2024, 3, 1)).commitments
    assert found.starts == (2024, 5, 14) and found.due is None and found.due_basis is None
