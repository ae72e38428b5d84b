"""No line begins with what closes, and none ends with what opens: in every kind of report, and in columns that are too narrow for a day."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import report_books
from hypothesis import given, settings
from hypothesis import strategies as st
from laid_out import boxes, text_of
from test_pages import AGENCIES, COMMITMENTS, eventful

from tracker.reports import breaking, making, shortcuts, templates
from tracker.reports.making import Choices, Scope


def lines(html: str) -> list[str]:
    """The lines as they are drawn."""
    import weasyprint

    with shortcuts.taken():
        drawn = weasyprint.HTML(string=html, base_url=f"{templates.folders()[-1].as_uri()}/").render().pages
    return [said for page in drawn for box in boxes(page, "LineBox") if (said := text_of(box).strip())]


def bad(found: list[str]) -> list[str]:
    return [line for line in found if line[0] in breaking.CLOSING or line[-1] in breaking.OPENING]


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    path = tmp_path_factory.mktemp("breaking") / "a.db"
    return report_books.facts_of(report_books.make(f"sqlite:///{path}", eventful, commitments=COMMITMENTS, agencies=AGENCIES))


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW", "en"])
@pytest.mark.parametrize("kind", ["brief", "agency", "ledger", "reminder"])
def test_no_line_of_a_report_begins_with_what_closes(facts, kind, language):
    html = making.html(kind, facts, Choices(language), Scope("JYT" if kind == "agency" else None)).html
    assert len(found := lines(html)) > 20 and bad(found) == []
    # The same in columns of which most are too narrow for a day.
    narrow = html.replace("</head>", "<style>table.plain { width: 60% } table.plain td { font-family: monospace }</style></head>")
    assert bad(line for line in lines(narrow) if len(line) > 2) == []


SAYINGS = ("核实退回 2026-11-25，按66%计", "https://example.gov.cn/a/b.html，（见附件）", "sent back 2026-11-25, counts as 66%", "進度：2026-11-25。完", "（“甲方”）乙、丙")


def cell(said: str, wide: int, language: str = "zh-CN") -> list[str]:
    return lines(f'<html lang="{language}"><link rel="stylesheet" href="print.css"/><table class="plain" style="width: {wide}mm"><tbody><tr><td>{said}</td></tr></tbody></table></html>')


@pytest.mark.parametrize("wide", [16, 18, 20, 22, 25, 30])
@pytest.mark.parametrize("said", SAYINGS)
@pytest.mark.parametrize("language", ["zh-CN", "zh-TW", "en"])
def test_no_line_of_a_narrow_cell_begins_with_what_closes(said, wide, language):
    found = [line for line in cell(said, wide, language) if not line.startswith("— ")]
    assert bad(found) == [] and "".join(found).replace(" ", "") == said.replace(" ", "")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(("甲", "2026-11-25", "长三角", "abc", "66", "“乙", "（丙")), st.sampled_from(("", "，", "”。", "）；", "%", ", "))), max_size=12), st.integers(20, 40))
def test_whatever_is_said_in_a_cell(parts, wide):
    found = cell("".join(map("".join, parts)), wide)
    assert bad(found) == []


def test_what_can_be_broken_nowhere_else_is_drawn_as_it_is():
    found = [line for line in cell("甲，乙", 5) if not line.startswith("— ")]
    assert "".join(found) == "甲，乙"


@pytest.mark.parametrize("wide", range(24, 40, 2))
@pytest.mark.parametrize("said", ["LONGNAME-1-2", "及LONGNAME-1-12～14、LONGNAME-2-1"])
def test_a_code_is_divided_after_a_hyphen_only(said, wide):
    found = [line for line in cell(said, wide) if not line.startswith("— ")]
    assert "".join(found).replace(" ", "") == said.replace(" ", "")
    for line, following in pairwise(found):
        assert not (re.search("[A-Z0-9]$", line) and re.match("[A-Z0-9-]", following)), found


@pytest.mark.parametrize(("language", "phrases"), [
    ("zh-CN", ["牵头、", "配合单位", "及责任人", "状态及", "完成率", "存在问题、提请事项与", "预计完成"]),
    ("zh-TW", ["牽頭、", "配合單位", "及責任人", "狀態及", "完成率", "存在問題、提請事項與", "預計完成"]),
])  # fmt: skip
def test_no_word_of_a_ledgers_heading_is_broken(facts, language, phrases):
    found = lines(making.html("ledger", facts, Choices(language)).html)
    assert [line for line in found if line in phrases] == phrases
