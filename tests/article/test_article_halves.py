"""A long text is cleaned in two halves as it is cleaned whole."""

import pytest
from article_gold import SHARED, TEXTS
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker import sharing
from tracker.article import halves
from tracker.article.cleaning import clean

# What one half could tell the other: readings, a script, tables, furniture, and lines of every end.
LINES = st.sampled_from(
    ["市教育局将新建学校5所。", "县民政局推行“一键”服务，年底前完成。", "县民政局设立助餐点,年底前开放。", "發(fā)展", "教育(jiaoyu)局(ju)好。", "发(fa)展", "應用(app)的事。", "計畫", "省級。", "着力推进。"]
    + ["序号 任务内容 牵头单位", "1 新建学校 市教育局", "序号,内容,单位", "1,新建学校,教育局", "甲\t乙\t丙", "表1　甲　　乙", "相关新闻：", "甲乙的事", "版权所有", "12", "- 3 -", "某县民生实事"]
    + ["", " 　", "一、市民政局。新建养老院5家，年底前建成。", "二○二八年。", "3 0 0 个", "责任编辑：甲", "\x0c", "他说“好", "”。"]
)
TEXT = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\r", "\u2028", "\n\x0c", " \n"])).map("".join), min_size=2, max_size=14).map("".join)


def assert_equal(raw):
    here, text = halves.cleaned(raw, lambda: "here")
    whole = clean(raw)
    assert here == "here"
    assert text.text == whole.text
    assert text.offsets == whole.offsets


@given(TEXT)
@settings(max_examples=150)
def test_the_halves_are_the_whole(raw):
    assert_equal(raw)


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.txt")) + sorted(SHARED.glob("*.txt")), ids=lambda path: path.stem)
def test_an_article_in_halves_is_the_whole(path):
    assert_equal(path.read_bytes().decode("utf-8-sig", "replace"))


@pytest.mark.parametrize(
    "raw",
    [
        "教育局(ju)好。\n" + "市教育局将新建学校5所。\n" * 3 + "发(fā)展。\n",  # the second shows the first to be a reading
        "市發改委着力推进。\n" + "市教育局顯著进步。\n" * 3 + "着力推进。\n",
    ],
    ids=["readings", "script"],
)
def test_one_half_tells_what_the_other_is(raw):
    assert_equal(raw)


def test_what_looks_like_a_page_so_far_behind_is_none_in_halves_either():
    assert_equal("市教育局将新建学校5所。\n" * 15_400 + "甲<p>乙&lt;\n")  # a page is told by its first 200,000 characters


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("line", ["市教育局将新建学校5所。", "市教育局将新建学校5所,年底前完成。"], ids=["full stop", "comma"])
def test_both_processes_clean(monkeypatch, line, end):
    cleaned = []
    line_by_line = halves.cleaning.line_by_line
    monkeypatch.setattr(halves.cleaning, "line_by_line", lambda raw, *told: cleaned.append(raw.text) or line_by_line(raw, *told))
    monkeypatch.setattr(sharing, "both", lambda first, second: (first(), second()))
    raw = (line + end) * 100
    halves.cleaned(raw, lambda: None)
    assert len(cleaned) == 2
    assert "".join(reversed(cleaned)) == raw


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_a_table_that_a_spreadsheet_saved_is_not_parted(end):
    raw = end.join(["市教育局将新建学校5所。"] * 10 + ["内容,单位,时限"] + ["改造食堂。,市教育局,年底前"] * 40) + end
    assert_equal(raw)
    assert "改造食堂。\t市教育局\t年底前" in clean(raw).text
