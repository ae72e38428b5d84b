"""Tables in windows of any width: nothing that must stay whole breaks, and what is missing is marked or named."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.cli import layout, output

pytest_plugins = ["office"]

HEADS = ["编号", "名称", "责任单位", "数", "时限", "承诺事项"]
ROWS = [
    ["SJGW-1-17", "（未具名）", "省委省级机关工委", "7", "2021-12-31", "机关党建服务长三角一体化发展创新项目"],
    ["JYT-1-3", "心理关爱", "省教育厅", "120", "–", "四大专项行动"],
]
GIVE = {"right": (3,), "cut": (5, 1), "leave": (5, 2, 3)}


def printed(made, rows, right=(), cut=()) -> list[str]:
    return [line for row in rows for line in layout.line(made, row, right, cut)]


@pytest.mark.parametrize("room", [*range(36, 100), None])
def test_a_list_stands_in_its_window_with_codes_and_days_whole(room):
    made = layout.fit(HEADS, ROWS, room, **GIVE)
    lines = printed(made, ROWS, (3,), (5, 1))
    assert len(lines) == len(ROWS)  # a line a row
    assert room is None or max(map(layout.columns, lines)) <= room
    assert "SJGW-1-17" in lines[0] and "2021-12-31" in lines[0]
    assert sorted((*made.places, *made.left_out)) == list(range(len(HEADS)))
    for place in made.places:
        assert ROWS[0][place] in lines[0] or (place in (5, 1) and "…" in lines[0])


def test_columns_give_way_in_their_order():
    left = [layout.fit(HEADS, ROWS, room, **GIVE).left_out for room in (100, 60, 50, 36)]
    assert left == [(), (5,), (2, 5), (2, 5)]


def test_short_headings_come_before_anything_is_lost():
    heads, short, rows = ["单位", "上期至今未报", "有时限"], ["单位", "未报", "时限"], [["省教育厅", "4", "3"]]
    wide, narrow = (layout.fit(heads, rows, room, right=(1, 2), short=short) for room in (30, 20))
    assert (wide.short, narrow.short, narrow.left_out) == (False, True, ())
    assert printed(narrow, [short, *rows], (1, 2)) == ["单位     未报 时限", "省教育厅    4    3"]


@given(st.text("汉字，。（）〔〕 ab-1\n", max_size=60), st.integers(2, 20))
def test_wrapping_loses_nothing_and_keeps_within_its_width(text, width):
    lines = list(layout.wrapped(text, width))
    assert all(layout.columns(line) <= width for line in lines)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)


def test_wrapped_text_keeps_days_whole_and_stops_at_the_end_of_lines():
    lines = list(layout.wrapped("2021-06-01 → 2021-12-31；依据：苏机工〔2021〕8号", 14))
    assert lines == ["2021-06-01 →", "2021-12-31；依", "据：苏机工", "〔2021〕8号"]


@given(st.text("汉字ab1", max_size=30), st.integers(2, 20))
def test_a_cut_text_says_so(text, width):
    short = layout.shortened(text, width)
    assert layout.columns(short) <= width and (short == text or short.endswith("…"))


@pytest.fixture
def terminal(told, monkeypatch):
    """The told books on a terminal of 80 by 24 without colours."""

    def at(width: int):
        monkeypatch.setattr(output, "window", lambda: width)
        return told

    return at


@pytest.mark.parametrize("lang", ["zh-CN", "zh-TW", "en"])
def test_status_is_one_screen(terminal, lang):
    terminal(80)("round", "open", "2021-07", "--by", "2021-07-25")
    screen = terminal(80)("status", lang=lang)
    lines = [*screen.out.splitlines(), *screen.err.splitlines()]
    assert len(lines) < 24 and max(map(layout.columns, lines)) <= 80
    assert all(code in screen.out for code in ("SJGW", "JYT   Educati", "SCJG  Market")) if lang == "en" else {"zh-CN": "省市场监管局", "zh-TW": "省市場監管局"}[lang] in screen.out


@pytest.mark.parametrize("width", [50, 60, 80])
@pytest.mark.parametrize("words", ["list", "list -a JYT", "silent 2021-06", "due --within 200"])
def test_a_line_a_deed_in_a_narrow_window(terminal, words, width):
    screen = terminal(width)(*words.split())
    rows = [line for line in screen.out.splitlines() if re.match(r"[A-Z]+-\d", line)]
    assert rows and max(map(layout.columns, rows)) <= width
    codes = {line.split()[0] for line in rows}
    wide = terminal(None)(*words.split()).out.splitlines()
    assert codes == {line.split()[0] for line in wide if re.match(r"[A-Z]+-\d", line)}
    assert "未列出的栏" in screen.err or "…" in screen.out or max(map(layout.columns, wide)) <= width
    assert not [line for line in screen.out.splitlines() if line.startswith(" ")]


def test_the_log_keeps_its_days_whole(terminal):
    said = terminal(60)("log", "JYT-1-1").out
    assert said.count("2021-06-10") >= 2 and "2021-12-31" in said and "…" not in said


def test_a_legend_breaks_between_its_items_only():
    items = ["● red light", "－ not rated"]
    assert list(layout.filled(items, "  ", 15)) == items
    assert list(layout.filled(items, "  ", 25)) == list(layout.filled(items, "  ", None)) == ["  ".join(items)]
