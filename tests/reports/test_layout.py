"""What a reader gets to see: the worst first, no text that takes a table apart, no page half empty."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import issues
import pytest
import report_books
from hypothesis import given
from hypothesis import strategies as st
from laid_out import ONE, boxes, laid, text_of
from report_books import AS_OF, draft, facts_of

from tracker import lifecycle
from tracker.reports import fitting, gravity, making, pages, templates
from tracker.reports.making import Choices, Scope
from tracker.reports.voice import Voice, both_ends, shortened


def test_every_red_deed_is_listed_and_what_is_cut_is_said(full_facts):
    made = making.html("brief", full_facts, Choices("zh-CN")).html
    section = made.split('<h2 id="s-behind">')[1].split('<h2 id="s-followed">')[0]
    tables = dict(re.findall(r"<h3>([^（]+)（.*?）</h3>(.*?)(?=<h3>|<h2>|$)", section, re.DOTALL))
    codes = {name: re.findall(r"<tr><td>([^<]+)</td>", table) for name, table in tables.items()}
    assert list(codes) == ["逾期", "严重滞后", "受阻", "自报完成，核实退回", "滞后或临近时限"]
    assert set(codes["逾期"]) == set(full_facts.figures["book.overdue"].deeds)
    assert set(codes["严重滞后"]) == set(full_facts.figures["book.reason.far_behind"].deeds)
    due = {deed.code: deed.due_on for deed in full_facts.deeds}
    assert [due[code] for code in codes["逾期"]] == sorted(due[code] for code in codes["逾期"])
    watched = full_facts.value("book.watched")
    assert watched <= pages.LISTED or f"以上为最重的{pages.LISTED}件；另有{watched - pages.LISTED}件" in tables["滞后或临近时限"]


@given(st.lists(st.tuples(st.sampled_from(("on_track", *gravity.RANKS)), st.integers(0, 90)), max_size=12))
def test_gravity_is_a_total_and_stable_order(cases):
    class Deed:
        def __init__(self, reason, days):
            self.light, self.due_on, self.behind = lifecycle.Light("red", reason), AS_OF - timedelta(days=days), days

    deeds = [Deed(*case) for case in cases]
    once = gravity.worst_first(deeds, AS_OF)
    assert gravity.worst_first(once, AS_OF) == once and sorted(map(id, once)) == sorted(map(id, deeds))
    assert [d.light.reason == "overdue" for d in once] == sorted((d.light.reason == "overdue" for d in once), reverse=True)


# Long texts.


@pytest.fixture(scope="module")
def wordy(tmp_path_factory):
    """Deeds of which far too much is said, one of them under a name without a place to break."""

    def fill(books):
        words = "，".join(["资金来源尚未落实", "需有关单位共同研究（含分担比例）", "方案“一区一策”"] * 60)[:1500]
        report_books.half_year(books)
        books.write(
            draft("progress", date(2021, 11, 29), code, status="blocked", progress=10, stage=words[:300], note=words, difficulty=words, ask=words, ask_of=words[:40],
                  expected_on=date(2022, 1, 1), agency="JYT", role="clerk")
            for code in books.codes
        )  # fmt: skip
        books.write(
            draft("owners", date(2021, 11, 29), code, lead="JYT", supporters=("SJGW", "ZJT", "SCJG", "RST", "GXT", "MZT", "ZRZY", "SWT", "KJT"), responsible="王" * 200, leader="李" * 200)
            for code in books.codes
        )  # fmt: skip
        books.write(draft("target", date(2021, 11, 29), code, target=3000, unit="所", wording=words[:300], reason=words, approval=words[:200]) for code in books.codes)
        books.write([draft("title", date(2021, 11, 29), books.codes[0], title="AVeryLongTitle" * 6 + "https://example.gov.cn/a/" + "x" * 80)])
        books.write([draft("title", date(2021, 11, 29), books.codes[1], title="推进老旧小区综合改造与适老化公共服务设施提升" * 12)])

    path = tmp_path_factory.mktemp("wordy") / "a.db"
    commitments = (("JYT", "四大专项行动" * 20, "action_group", 9, ("学生减负", "教师减压")),)
    return facts_of(report_books.make(f"sqlite:///{path}", fill, commitments=commitments))


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("kind", ["brief", "ledger", "reminder", "agency"])
def test_no_row_takes_up_a_page_and_no_word_leaves_its_column(wordy, kind, language):
    for page in laid(kind, wordy, Choices(language), Scope("JYT" if kind == "agency" else None)):
        third = (page._page_box.height) / 3 + 1
        assert all(row.height <= third for row in boxes(page, "TableRowBox"))
        for cell in boxes(page, "TableCellBox"):
            edge = cell.position_x + cell.border_width() + 1
            words = [box for box in cell.descendants() if type(box).__name__ == "TextBox"]
            assert all(box.position_x + box.width <= edge for box in words), text_of(cell)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("kind", ["ledger", "reminder", "agency", "brief"])
def test_names_that_differ_at_the_end_are_told_apart(tmp_path, kind, language):
    """In a ledger (the brief has it as an annex) and in a letter: with the code alone, nobody knows what is meant."""
    alike = "关于在全市范围内统筹推进农村公路提档升级、城乡公交一体化改造和安全隐患排查整治（含配套照明、标志标线、排水设施与沿线绿化）以及后续管理养护长效机制建设的工程之"

    def fill(books):
        report_books.half_year(books)
        books.write([draft("title", date(2021, 11, 29), code, title=f"{alike}{number}") for number, code in zip("一二三", books.codes, strict=False)])

    facts = facts_of(report_books.make(f"sqlite:///{tmp_path / 'a.db'}", fill, commitments=(("JYT", "专项行动", "action_group", 3, ()),)))
    cells = [text_of(box) for page in laid(kind, facts, Choices(language), Scope("JYT" if kind == "agency" else None)) for box in boxes(page, "TableCellBox")]
    assert {number for number in "一二三" if any(alike + number in said for said in cells)} == set("一二三")


def test_of_a_name_that_would_fill_a_page_both_ends_are_printed():
    assert both_ends("四大专项行动", 6) == "四大专项行动" and both_ends("关于推进农村公路提档升级的工程之一", 12) == "关于推进农村公路…之一"
    assert both_ends("甲" * 300, 120) == "甲" * 89 + "…" + "甲" * 29


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("kind", ["brief", "ledger", "reminder"])
def test_a_long_code_of_an_agency_stands_in_its_column(tmp_path, kind, language):
    agencies = (report_books.AGENCIES[0], ("LONGCOMMWQ", "某委员会", *report_books.AGENCIES[1][2:]))
    facts = facts_of(report_books.make(f"sqlite:///{tmp_path / 'a.db'}", report_books.half_year, agencies=agencies, commitments=(("LONGCOMMWQ", "专项", "action_group", 3, ("甲", "乙")),)))
    lines = [text_of(line) for page in laid(kind, facts, Choices(language)) for cell in boxes(page, "TableCellBox") for line in cell.descendants() if type(line).__name__ == "LineBox"]
    begun = [line for line in lines if line.startswith("LONG")]
    assert begun and all(re.match("LONGCOMMWQ-", line) for line in begun)


@pytest.fixture(scope="module")
def issued_facts(tmp_path_factory):
    """Half a year of which the brief was issued once, with a deadline moved and an instruction unanswered."""
    engine = report_books.make(f"sqlite:///{tmp_path_factory.mktemp('issued') / 'a.db'}", report_books.half_year)
    issues.issue(engine, date(2021, 10, 31), b"%PDF")
    made = facts_of(engine)
    assert made.last.followed and made.sections["changed"] and not all(order.answer for order in made.orders)
    return made


UNBROKEN = re.compile(r"[A-Z]+-\d[\d-]*|\d{4}-[\d-]*|[A-Za-z]+|[■◆▲●○－×] ?[\u4e00-\u9fff]+")


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW", "en"])
@pytest.mark.parametrize("kind", ["brief", "ledger"])
def test_no_day_code_light_or_latin_word_is_broken_in_a_table(issued_facts, kind, language):
    """原定时限：2026-11-0 / 7: where a column is too narrow by a digit."""
    made = making.html(kind, issued_facts, Choices(language)).html
    whole = set(UNBROKEN.findall(html.unescape(re.sub("<br>|</t[dh]>", " ", made).replace("</b>", "")).replace("<", " <")))
    cells = [cell for page in laid(kind, issued_facts, Choices(language)) for cell in boxes(page, "TableCellBox")]
    lines = [text_of(line) for cell in cells for line in cell.descendants() if type(line).__name__ == "LineBox"]
    assert {word for line in lines for word in UNBROKEN.findall(line)} - whole == set()


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_figures_of_five_digits_stand_apart(full_facts, language):
    figures = {id: replace(figure, value=figure.value + 12345) if id.startswith("book.") else figure for id, figure in full_facts.figures.items()}
    drawn = laid("brief", replace(full_facts, figures=figures), Choices(language), room=fitting.Room(asks=1))[:5]
    rows = [[box for box in row.descendants() if type(box).__name__ == "TextBox"] for page in drawn for row in boxes(page, "TableRowBox")]
    rows = [row for row in rows if len(row) == 9 and re.match("合计|Total", row[0].text)]
    assert len(rows) == 2 and all(after.position_x - before.position_x - before.width > 3 for row in rows for before, after in pairwise(row))


def test_an_agencys_report_has_every_word(wordy):
    made = making.html("agency", wordy, Choices("zh-CN"), Scope("JYT")).html
    assert all(deed.state.progress.difficulty in made and (deed.title or "") in made for deed in wordy.deeds)
    brief = making.html("brief", wordy, Choices("zh-CN")).html
    assert "原因超过80字的只印开头" in brief and wordy.deeds[0].state.progress.difficulty not in brief


@pytest.mark.parametrize("stage", ["full_facts", "wordy"])
@pytest.mark.parametrize("kind", ["brief", "ledger"])
def test_no_heading_stands_alone_at_the_foot_of_a_page(request, stage, kind):
    for page in laid(kind, request.getfixturevalue(stage), Choices("zh-CN"))[:-1]:
        lines = [box for box in page._page_box.descendants() if type(box).__name__ == "LineBox" and text_of(box).strip()]
        body = [box for box in lines if box.position_y < page._page_box.margin_top + page._page_box.height]
        assert body[-1].element_tag not in ("h1", "h2", "h3") and text_of(body[-1]) != ""


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_no_page_of_the_sections_is_left_a_quarter_empty(full_facts, language):
    """What keeps together must be small: a table may begin with one row of several lines, or on the page after its sentence."""
    drawn = laid("brief", full_facts, Choices(language))
    annexes = next(number for number, page in enumerate(drawn) if page.width > page.height)
    for number, page in enumerate(drawn[1 : annexes - 1], 2):
        box = page._page_box
        printed = [*boxes(page, "LineBox"), *boxes(page, "BlockReplacedBox")]
        lowest = max(each.position_y + each.height for each in printed if each.position_y < box.margin_top + box.height)
        assert (lowest - box.margin_top) / box.height > 0.75, number


def test_the_few_figures_of_one_deed_stay_together(tmp_path):
    facts = facts_of(report_books.make(f"sqlite:///{tmp_path / 'a.db'}", commitments=ONE))
    pages = ["".join(map(text_of, boxes(page, "LineBox"))) for page in laid("agency", facts, Choices("zh-CN"), Scope("MZT"))]
    assert [("数据溯源" in said) == ("agency.MZT.deeds" in said) == ("agency.MZT.light.grey" in said) for said in pages] == [True] * len(pages)


@pytest.mark.parametrize("last", ['<p class="note">另有5项。</p>', '<p class="text kept">各单位没有提请协调的事项。</p>'])
def test_a_note_or_a_last_sentence_stands_on_the_page_of_its_table(last):
    import weasyprint

    rows = "".join(f"<tr><td>JYT-1-{number}</td></tr>" for number in range(30))
    for gap in range(0, 60, 4):
        html = f'<html lang="zh-CN"><link rel="stylesheet" href="print.css"><div style="height: {gap}mm"></div><table class="plain"><tbody>{rows}</tbody></table>{last}'
        drawn = weasyprint.HTML(string=html, base_url=f"{templates.folders()[-1].as_uri()}/").render().pages
        assert boxes(drawn[-1], "TableRowBox"), gap


@pytest.mark.parametrize("shape", ["caption", "lead", "close lead"])
def test_what_announces_a_table_stands_on_the_page_of_its_first_row(shape):
    import weasyprint

    rows = "".join(f"<tr><td>JYT-1-{number}</td></tr>" for number in range(4))
    caption, lead = ("<caption>按自报状态（件）</caption>", "") if shape == "caption" else ("", '<p class="text">原定与现定对照如下。</p>')
    table = f'{lead}<table class="plain {shape.split()[0]}">{caption}<thead><tr><th>编码</th></tr></thead><tbody>{rows}</tbody></table>'
    for gap in range(150, 225, 2):
        html = f'<html lang="zh-CN"><link rel="stylesheet" href="print.css"><p style="height: {gap}mm">前文</p>{table}'
        drawn = weasyprint.HTML(string=html, base_url=f"{templates.folders()[-1].as_uri()}/").render().pages
        announced = next(number for number, page in enumerate(drawn) if any("对照如下" in text_of(line) or "按自报" in text_of(line) for line in boxes(page, "LineBox")))
        first = next(number for number, page in enumerate(drawn) if any("JYT-1-0" in text_of(line) for line in boxes(page, "LineBox")))
        assert announced == first, gap


def test_a_text_is_cut_by_its_width():
    assert shortened("四大专项行动", 6) == "四大专项行动" and shortened("四大专项行动", 5) == "四大专项…"
    assert shortened("abcdefghij", 5) == "abcdefghij" and shortened("abcdefghijk", 5) == "abcdefgh…"


# Letters, names, scripts.


def test_each_letter_counts_its_own_pages_and_begins_on_a_sheet_of_its_own(full_facts):
    heads = []
    for place, page in enumerate(laid("reminder", full_facts, Choices("zh-CN"))):
        if margins := [text_of(box) for box in boxes(page, "MarginBox")]:
            heads.append((place, next(text for text in margins if text.startswith("催办单 · ")), next(text for text in margins if text.startswith("— "))))
        else:
            assert not boxes(page, "LineBox"), "the back of a letter's last page"
    assert (heads[0][1], heads[0][2]) == (f"催办单 · {full_facts.reading.agencies['SJGW'].name}", "— 1 —")
    assert len({head for _, head, _ in heads}) > 2
    for (_, before, _), (place, head, number) in pairwise(heads):
        assert (number == "— 1 —") == (head != before)
        assert head == before or place % 2 == 0


def test_what_most_english_names_begin_with_is_said_once(full_facts):
    known = full_facts.reading.agencies
    named = {code: replace(agency, name_en=f"Jiangsu Provincial {agency.name_en}") for code, agency in known.items()}
    voice = Voice("en", agencies=named.values())
    assert voice.agency(named["JYT"]) == "Department of Education" and voice.agency(named["JYT"], full=True).startswith("Jiangsu Provincial")
    assert Voice("en", agencies=[named["JYT"]]).agency(named["JYT"]).startswith("Jiangsu")


def test_traditional_as_it_is_written_officially():
    voice = Voice("zh-TW")
    assert voice.content("公布“一区一策”台账") == "公布「一區一策」臺帳"
    assert voice("heading_trouble_and_ask").replace("\u200b", "") == "存在問題、提請事項與預計完成" and "物件" not in voice.say("words.field_ask_of")


def test_sections_of_one_row_flow_from_page_to_page():
    """A table of one row has nothing to do with what comes after it."""
    import weasyprint

    one = '<p class="text">核减实事1件。</p><table class="plain"><tbody><tr><td>JYT-1-1</td></tr></tbody></table>'
    css = (templates.folders()[-1] / "print.css").read_text(encoding="utf-8")
    drawn = weasyprint.HTML(string=f'<html lang="zh-CN"><style>{css}</style>' + "<p>总体情况。</p>" * 10 + one * 8).render().pages
    lowest = [max(box.position_y - page._page_box.margin_top for box in boxes(page, "TableRowBox")) / page._page_box.height for page in drawn]
    assert len(drawn) == 2 and lowest[0] > 0.85, lowest


@pytest.mark.parametrize(("there", "printed"), [(8, 8), (9, 9), (11, 11), (12, 8), (40, 8)])
def test_a_list_is_not_cut_for_a_few_rows(there, printed):
    assert len(pages.listing(range(there), 8)) == printed


@pytest.mark.parametrize("there", [11, 12])
def test_what_is_done_is_listed_whole_or_the_rest_is_named(full_facts, there):
    done = full_facts.deeds[:there]
    facts = replace(full_facts, sections={**full_facts.sections, "ahead": done})
    section = making.html("brief", facts, Choices("zh-CN")).html.split('<h2 id="s-done">')[1].split('<h2 id="s-behind">')[0]
    ahead = section.split("<h3>")[-1]
    assert ahead.count("<tr><td>") == (11 if there == 11 else 8) and ("另有4件" in ahead) == (there == 12)


def test_a_light_has_one_colour_in_bars_and_words():
    folder = templates.folders()[-1]
    drawn = re.search(r'"yellow": "(#\w+)"', (folder / "charts.html.j2").read_text())[1]
    assert f"b.yellow {{ color: {drawn}; }}" in (folder / "print.css").read_text()
