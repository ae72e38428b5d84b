"""Pages before they are drawn: what stands on them in each language, and how it is marked up."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
import report_books
from report_books import facts_of

from tracker import i18n
from tracker.errors import RuleError
from tracker.reports import making, pages
from tracker.reports.making import Choices, Scope


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("kind, agency", [("brief", None), ("agency", "RST"), ("ledger", None), ("reminder", None)])
def test_every_kind_in_every_language(full_facts, language, kind, agency):
    page = making.html(kind, full_facts, Choices(language), Scope(agency))
    assert f'<html lang="{language}"' in page.html
    if kind != "ledger":
        assert page.printed or kind == "reminder"
    assert all(id in full_facts.figures for id in [*page.printed, *page.plotted])


def test_traditional_script_reaches_content_and_words(full_facts):
    page = making.html("brief", full_facts, Choices("zh-TW")).html
    assert "實事進展專報" in page and "電梯應急處置" in page and "电梯应急处置" not in page
    assert "电梯应急处置" in making.html("brief", full_facts, Choices("zh-TW", "hans")).html


@pytest.mark.parametrize("kind, agency", [("brief", None), ("agency", "RST"), ("ledger", None), ("reminder", None), ("reminder", "GXT")])
def test_headings_begin_at_the_first_level_and_skip_none(full_facts, kind, agency):
    levels = [int(n) for n in re.findall(r"<h(\d)", making.html(kind, full_facts, Choices("zh-CN"), Scope(agency)).html)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("kind, agency", [("brief", None), ("agency", "RST"), ("ledger", None)])
def test_every_printed_figure_has_a_line_in_the_trace(full_facts, kind, agency):
    page = making.html(kind, full_facts, Choices("zh-CN"), Scope(agency))
    for id in page.printed:
        assert f'href="#t-{id}"' in page.html and page.html.count(f'id="t-{id}"') == 1


def test_figures_that_count_the_same_deeds_of_one_owner_share_a_line(full_facts):
    page = making.html("brief", full_facts, Choices("zh-CN"))
    lines = [re.findall(r'id="t-([^"]+)"', line) for line in re.findall('<p><b id="t-.*</p>', page.html)]
    assert [id for line in lines for id in line if line[0].startswith("commitment.ZJT-1.")][-4:] == [f"commitment.ZJT-1.{name}" for name in ("deeds", "named", "dated", "reported")]
    counted = [{(figure.value, figure.deeds, figure.items, figure.agencies) for figure in map(full_facts.figures.get, line)} for line in lines]
    assert all(len(found) == 1 for found in counted)
    owners = ["book" if line[0].startswith("book") else ".".join(line[0].split(".")[:2]) for line in lines]
    assert len(set(zip(owners, map(frozenset, counted), strict=True))) == len(lines) < len(page.printed)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_longer_brief_has_contents(full_facts, small_facts, language):
    """After the first page, every section and annex; the renderer fills in the pages, and stops at a link that leads nowhere."""
    page = making.html("brief", full_facts, Choices(language)).html
    contents = page[page.index('<nav class="contents">') : page.index("</nav>")]
    headings = re.findall(r'<h2 id="([^"]+)">([^<]+)</h2>', page)
    assert len(headings) == 10 and page.index("</nav>") < page.index('<h2 id="s-overview">')
    assert all(f'<a href="#{id}">{title}</a>' in contents for id, title in headings)
    assert "contents" not in making.html("brief", small_facts, Choices(language)).html


def test_first_page_is_for_bookkeeping_while_under_half_are_dated(tmp_path, full_facts):
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db")
    made = facts_of(engine)
    assert made.building and not full_facts.building
    first_page = making.html("brief", made, Choices("zh-CN")).html.split("一、总体情况")[0]
    assert "建账" in first_page and "各单位亮灯情况" not in first_page and "已逾期" not in first_page


@pytest.mark.parametrize(("language", "said"), [("zh-CN", "，已逾期1件。"), ("en", "; 1 is overdue.")])
def test_what_is_overdue_stands_on_page_one_while_the_books_are_made_too(tmp_path, language, said):
    def late(books):
        books.write([report_books.draft("schedule", date(2021, 6, 2), "JYT-1-1", due_on=date(2021, 9, 1), basis="x")])

    made = facts_of(report_books.make(f"sqlite:///{tmp_path}/a.db", late))
    first_page = re.sub("<[^>]*>", "", making.html("brief", made, Choices(language)).html.split('<h2 id="s-overview">')[0])
    assert made.building and said in first_page


def test_an_empty_database_says_so(tmp_path):
    page = making.html("brief", facts_of(report_books.make(f"sqlite:///{tmp_path}/a.db", commitments=())), Choices("zh-CN"))
    assert "尚无纳入台账的实事" in page.html


def test_an_issue_is_dated_by_its_day_and_a_draft_says_that_it_is_one(full_facts, small_facts):
    draft = making.html("brief", full_facts, Choices("zh-CN", draft=True)).html
    issued = making.html("brief", full_facts, Choices("zh-CN", issue=3, issued_on=date(2021, 12, 8))).html
    plain = making.html("brief", full_facts, Choices("zh-CN")).html
    assert "<span>2021年12月8日</span>" in issued and "<span>截至2021年11月30日</span>" in draft and "<span>截至2021年11月30日</span>" in plain
    marks = [re.findall(r'@top-center . content: "([^;]*)";', page) for page in (draft, issued, plain)]
    assert len(marks[0]) == 1 and marks[0][0].startswith("草稿") and marks[1:] == [[], []]
    both = making.html("agency", small_facts, Choices("zh-CN", draft=True), Scope("MZT")).html
    assert re.search('content: "草稿.*示例数据', both)


def test_the_title_of_an_issue_has_its_number(full_facts):
    assert "<title>实事进展专报 第3期 截至2021年11月30日</title>" in making.html("brief", full_facts, Choices("zh-CN", issue=3)).html


def test_nobody_signs_where_the_directory_names_no_office(full_facts):
    reading = full_facts.reading
    agencies = {code: replace(agency, coordinates=False) for code, agency in reading.agencies.items()}
    made = replace(full_facts, reading=replace(reading, agencies=agencies))
    for kind, choices in (("reminder", Choices("zh-CN")), ("brief", Choices("zh-CN", issue=1)), ("brief", Choices("zh-CN", draft=True))):
        with pytest.raises(RuleError, match="report_unsigned"):
            making.html(kind, made, choices)
    assert "（发文机关未标明）" in making.html("brief", made, Choices("zh-CN")).html


def test_content_cannot_become_markup(tmp_path):
    def fill(books):
        title = "<script>alert(1)</script><img src='file:///etc/passwd'>\u202eabc\x07"
        books.write([report_books.draft("title", report_books.SINCE, "ZJT-1-1", title=title)])

    made = facts_of(report_books.make(f"sqlite:///{tmp_path}/a.db", fill, commitments=(("ZJT", "<b>事</b>", "measure", None, ("x",)),)))
    page = making.html("brief", made, Choices("zh-CN")).html
    assert "<script" not in page and "<img" not in page and "&lt;img" in page
    assert "\u202e" not in page and "\x07" not in page and "<b>事" not in page


def test_templates_are_compiled_once(full_facts, monkeypatch):
    making.html("brief", full_facts, Choices("zh-CN"))
    monkeypatch.setattr(pages.Environment, "compile", lambda *_, **__: pytest.fail("compiled again"))
    making.html("brief", full_facts, Choices("zh-TW"))
