"""Lists whose lines have bullets, or nothing, below words that count just so many: of a pasted text, of <ul> in a page."""

import pytest
from short_texts import found

LINES = ["改造老旧小区36个，11月底前完成", "加装电梯150部", "更新管网85公里（市水务局）"]
TITLES = ["改造老旧小区36个", "加装电梯150部", "更新管网85公里"]
OVER = "市住建局今年将办好以下三件实事："
NEXT = "\n市民政局将新建公园9个，11月底前开放。\n"


def members(text):
    """(owner, declared, titles, days, leads) of the first commitment."""
    one = found(text).commitments[0]
    return one.agency_name, one.declared_count, *zip(*[(i.title, i.due, i.lead_agency) for i in one.items], strict=True)


WANTED = ("市住建局", 3, tuple(TITLES), ("2026-11-30", None, None), (None, None, "市水务局"))


@pytest.mark.parametrize("bullet", ["", "• ", "● ", "- ", "■", "◆ ", "★"])
@pytest.mark.parametrize("mark", ["；", ""])
def test_as_many_lines_as_counted_are_the_members(bullet, mark):
    below = "".join(f"{bullet}{line}{mark}\n" for line in LINES)
    assert members(f"{OVER}\n{below}{NEXT}") == WANTED


@pytest.mark.parametrize("tag", ["ul", "ol"])
def test_the_lists_of_a_page(tag):
    below = "".join(f"<li>{line}</li>" for line in LINES)
    assert members(f"<html><body><h1>实事</h1><p>{OVER}</p><{tag}>{below}</{tag}><p>{NEXT}</p></body></html>") == WANTED


def test_names_alone_are_to_be_checked():
    one = found("市民政局推出“夕阳”三大举措：\n● 老年食堂；\n● 适老改造；\n● 家庭床位。\n").commitments[0]
    assert ([item.title for item in one.items], one.confidence) == (["老年食堂", "适老改造", "家庭床位"], "check")


@pytest.mark.parametrize(
    "text",
    [
        OVER + "\n" + "\n".join(LINES[:2]) + NEXT,  # too few
        OVER + "\n" + "\n".join([*LINES, "新建公园9个"]) + "\n",  # one more of the same kind
        OVER + "\n• " + "\n• ".join([*LINES, "新建公园9个"]) + "\n",
        OVER + "\n" + LINES[0] + "\n• " + LINES[1] + "\n" + LINES[2] + NEXT,  # not alike
        "市住建局近日召开会议，强调三项要求：\n提高站位\n压实责任\n加强督查\n",
    ],
)
def test_other_lines_are_no_members(text):
    assert not any(len(one.items) > 1 for one in found(text).commitments)
