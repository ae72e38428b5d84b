"""Quarters, half years and years as offices in Taiwan, Hong Kong and Macau write them."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2026, 2, 3)


def dues(text, published=PUBLISHED):
    return [item.due for one in extract(text, (), published).commitments for item in one.items]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("明年首季", "2027-03-31"),
        ("本年末季", "2026-12-31"),
        ("來年第三季", "2027-09-30"),
        ("下年度", "2027"),
        ("2027年年中", "2027-06-30"),
        ("今年中", "2026-06-30"),
        ("116學年度", "2027"),
    ],
)
def test_a_term_is_a_day(words, due):
    assert dues(f"圖書館處將於{words}開放六間自修室。") == [due]


@pytest.mark.parametrize("words", ["近年来年均", "一年中完成"])
def test_what_only_looks_like_a_term_is_none(words):
    assert dues(f"市图书馆{words}开放6间自修室。") in ([], [None])


def test_a_thing_is_ready_in_the_first_quarter():
    assert dues("水務處表示，北山泵房擴建工程預計首季完工。") == ["2026-03-31"]


@pytest.mark.parametrize("year", ["二〇二七財政年度", "2027年財政年度"])
def test_a_policy_address_is_given_in_the_year_before_its_budget(year):
    assert dues(f"{year}施政報告\n\n體育局明年開放兩個球場。\n", None) == ["2027"]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("明年2月動工，9月完工", "2027-09-30"),
        ("116年4月進場、6月底前完工", "2027-06-30"),
        ("明年9月動工，5月完成設計", "2027-09-30"),  # the later of its days is the thing's, and no month of that year
        ("2025年3月動工，12月完工", "2026-12-31"),  # what began in a year that is over ends in this one
    ],
)
def test_a_month_behind_another_is_of_its_year(words, due):
    assert dues(f"水利局表示，北山水庫{words}。") == [due]


@pytest.mark.parametrize(("year", "found"), [("116", 1), ("113", 0)])
def test_what_begins_with_a_year_to_come_is_to_come(year, found):
    assert len(dues(f"教育處說明，課後照顧補助自{year}學年度起每班由400元調高為480元。")) == found
