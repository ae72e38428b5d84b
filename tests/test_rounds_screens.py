"""Rounds on the screen: what is refused, whole screens, the lists of what is due and who is silent."""

from __future__ import annotations

import re

import pytest
from test_rounds import opened

pytest_plugins = ["office"]

REFUSED = [
    (["round", "status"], {}, 4, "还没有报送期"),
    (["round", "open", "七月", "--by", "7-25"], {}, 5, "不能作报送期名称"),
    (["round", "open", "2021-07", "--by", "2021-07-04"], {}, 5, "已经过去"),
    (["round", "open", "2021-07", "--by", "7-25", "--from", "7-26"], {}, 5, "早于起计日"),
    (["round", "open", "2021-07", "--by", "哪天"], {}, 5, "不是日期"),
    (["round", "open", "2021-07"], {}, 2, "--by"),
    (["round", "open", "2021-07", "--by", "7-25"], {"agency": "JYT"}, 6, "只有统筹单位"),
    (["round", "close"], {}, 4, "还没有报送期"),
    (["silent"], {}, 4, "还没有报送期"),
    (["due", "-a", "不存在局"], {}, 4, "没有“不存在局”"),
]


@pytest.mark.parametrize(("words", "who", "code", "said"), REFUSED, ids=lambda v: " ".join(v) if isinstance(v, list) else "")
def test_refusals(office, words, who, code, said):
    screen = office(*words, ok=False, **who)
    assert screen.code == code and said in screen.err
    assert screen.out == "" and screen.err.count("\n") == 1
    assert office("round", "list", "--json").json["rounds"] == []


def test_refusals_around_an_open_round(office):
    opened(office)
    for words, said in (
        (["round", "open", "2021-08", "--by", "8-25"], "deeds round close 2021-07"),
        (["round", "open", "2021-07", "--by", "8-25"], "deeds round move 2021-07 --by 2021-08-25"),
        (["round", "open", "2021-07", "--by", "7-25"], "deeds round status 2021-07"),
        (["round", "status", "2021-06"], "已有：2021-07"),
        (["round", "close"], "还有 132 件未报送"),
    ):
        screen = office(*words, ok=False)
        assert screen.code in (4, 5) and said in screen.err, words
    office("round", "close", "--early")
    assert "不能重复使用" in office("round", "open", "2021-07", "--by", "8-25", ok=False).err
    assert "已于 2021-07-05 结束" in office("round", "close", ok=False).err
    assert "不能从 2021-07-05 起计" in office("round", "open", "2021-08", "--by", "8-25", "--from", "7-5", ok=False).err


def test_screen_zh(office):
    opened(office)
    office("update", "KJT-1-1", "-p", "30")
    assert office("round", "status", today="2021-07-22").out == SCREEN_ZH


def test_screen_en(office):
    opened(office)
    office("update", "KJT-1-1", "-p", "30")
    screen = office("round", "status", today="2021-07-22", lang="en")
    lines = [re.sub(r" {2,}", "  ", line) for line in screen.out.splitlines()]
    assert lines[0] == "Round 2021-07: 2021-07-01 to 2021-07-25 (open, working days left: 1)"
    assert lines[1] == "Agency  Expected  Reported  Unchanged  Silent  Not asked  All"
    assert lines[-1] == "Total  132  1  0  131  0  132"
    assert screen.err == "Next → deeds silent; deeds remind --dry-run\n"


SCREEN_ZH = """\
报送期 2021-07：2021-07-01 至 2021-07-25（进行中，还有 1 个工作日）
单位              应报  已报进展  无变化  未报送  无需报送  全部
省委省级机关工委    17         0       0      17         0    17
省教育厅             4         0       0       4         0     4
省科技厅             7         1       0       6         0     7
省工信厅             1         0       0       1         0     1
省民政厅             2         0       0       2         0     2
省人社厅             9         0       0       9         0     9
省自然资源厅        24         0       0      24         0    24
省住建厅             1         0       0       1         0     1
省商务厅             5         0       0       5         0     5
省市场监管局        62         0       0      62         0    62
合计               132         1       0     131         0   132
"""


def test_due_counts_working_days(office):
    for code, due in (("JYT-1-1", "2021-09-30"), ("JYT-1-2", "2021-10-08"), ("JYT-1-3", "2021-10-12"), ("JYT-1-4", "2021-09-17")):
        office("assign", code, "--due", due, "--basis", "文号")
    screen = office("due", "--within", "4", today="2021-09-28")
    rows = [re.split(r" {2,}", line) for line in screen.out.splitlines()]
    assert [(row[0], row[3], row[4]) for row in rows[1:]] == [
        ("JYT-1-4", "2021-09-17", "已过 7 个工作日"),  # 09-18 and 09-26 are worked, 09-20 and 09-21 are not
        ("JYT-1-1", "2021-09-30", "还有 2 个工作日"),
        ("JYT-1-2", "2021-10-08", "还有 3 个工作日"),
    ]
    assert screen.err == "4 个工作日内到期 2 件，已逾期 1 件。\n"
    listed = office("due", "--within", "4", "--json", today="2021-09-28").json
    assert [row["workdays_left"] for row in listed["deeds"]] == [-7, 2, 3] and listed["calendar_known"]
    office("update", "JYT-1-4", "-s", "已完成", today="2021-09-28")
    assert office("due", "--within", "4", "--json", today="2021-09-28").json["total"] == 2


def test_due_beyond_the_calendar_says_so(office):
    screen = office("due", "--within", "10", today="2026-12-28")
    assert "只收录 2021 至 2026 年" in screen.err


def test_silent_lists_and_narrows(office):
    opened(office)
    office("update", "JYT-1-3", "-p", "60")
    screen = office("silent", "-a", "省教育厅")
    assert [line.split()[0] for line in screen.out.splitlines()[2:]] == ["JYT-1-1", "JYT-1-2", "JYT-1-4"]
    assert screen.err == "未报送 3 件，涉及 1 个单位。\n"
    assert office("silent", "--json").json["total"] == 131
    screen = office("silent")
    assert len(screen.out.splitlines()) == 52 and "列出 50 件，共 131 件" in screen.err
    assert len(office("silent", "--all").out.splitlines()) == 133
