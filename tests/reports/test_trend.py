"""The picture of the months: which are drawn, which are named, and what stands beside the lines."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
import report_books
from laid_out import ONE
from report_books import draft, facts_of

from tracker.reports import making, trend
from tracker.reports.making import Choices


def test_labels_of_the_trend_stay_in_its_picture(tmp_path):
    """Where nothing was reported yet, all lines end at the bottom."""
    facts = facts_of(report_books.make(f"sqlite:///{tmp_path / 'a.db'}", report_books.half_year, commitments=ONE))
    html = making.html("brief", facts, Choices("zh-CN")).html
    picture = next(svg for svg in re.findall(r"(?s)<svg.*?</svg>", html) if "polyline" in svg)
    labels = [float(y) for y in re.findall(r'y="([\d.]+)" fill="#1a1a1a"', picture)]
    assert len(labels) == 4 and max(labels) < float(re.search(r'height="(\d+)"', picture)[1]) and min(b - a for a, b in pairwise(labels)) >= 12


@pytest.mark.parametrize("size", [1, 2, 7, 11, 12, 24, 66, 240])
def test_a_long_trend_names_few_months_and_both_ends(size):
    months = trend._month_ends(date(2021, 6, 1), date(2021, 6, 1) + timedelta(days=31 * size))[:size]
    named = trend.ticks(months)
    places = [months.index(day) for day in named]
    assert {0, size - 1} <= set(places) and len(named) <= 12 and places == sorted(set(places))
    assert all(later - earlier >= (size - 1) / 11 for earlier, later in pairwise(places))
    assert size <= 12 or all(day.month in (1, 4, 7, 10) for day in named[1:-1])


def test_a_trend_begins_where_something_happens():
    """66 months of which 60 were quiet are drawn as the last of these and the others; never less than a year."""
    months = trend._month_ends(date(2021, 6, 1), date(2026, 11, 20))

    def drawn(first):
        return trend.moving(months, ["named"], lambda id: 9 if id < f"month.{first:%Y-%m}" else 10)

    assert drawn(months[40]) == months[39:] and drawn(months[60]) == months[54:]
    assert drawn(months[1]) == months and trend.moving(months[:7], ["named"], lambda id: 0) == months[:7]


def test_a_drawn_long_trend_marks_what_it_names(tmp_path):
    def early(books):
        books.write([draft("progress", date(2021, 6, 20), books.codes[0], status="in_progress", progress=5)])
        books.write([draft("schedule", date(2021, 8, 20), books.codes[0], due_on=date(2027, 1, 1), basis="x")])

    facts = facts_of(report_books.make(f"sqlite:///{tmp_path / 'a.db'}", early, commitments=ONE), date(2026, 10, 31))
    html = making.html("brief", facts, Choices("zh-CN")).html
    picture = next(svg for svg in re.findall(r"(?s)<svg.*?</svg>", html) if "polyline" in svg)
    assert re.findall(r">(\d{4}-\d\d|\d\d)</text>", picture) == ["2021-07", "2022-01", "07", "2023-01", "07", "2024-01", "07", "2025-01", "07", "2026-01", "2026-10"]
    assert picture.count('font-size="7.5"') == 4 * 11


def test_the_picture_of_few_deeds_is_lower(tmp_path, full_facts):
    one = facts_of(report_books.make(f"sqlite:///{tmp_path / 'a.db'}", report_books.half_year, commitments=ONE))

    def height(facts):
        html = making.html("brief", facts, Choices("zh-CN")).html
        return int(next(re.match(r'<svg[^>]* height="(\d+)"', svg)[1] for svg in re.findall(r"(?s)<svg.*?</svg>", html) if "polyline" in svg))

    assert height(one) == 80 and height(full_facts) == 170
