"""The inbox on the screen: whole screens, and what is told by the span."""

from __future__ import annotations

import pytest

pytest_plugins = ["office"]


@pytest.fixture
def busy(office):
    office("round", "open", "2021-07", "--by", "7-23")
    office("assign", "JYT-1-4", "--due", "7-8", "--basis", "文号")
    office("complete", "JYT-1-1", agency="JYT")
    office("verify", "JYT-1-1", "--reject", "-n", "现场未见")
    office("update", "JYT-1-2", "-p", "5", agency="JYT")
    office.number = office("instruct", "JYT-1-3", "请查明滞后原因", "--by", "7-20", "--from", "张副省长", "--json").json["number"]
    return office


def test_screen_zh(busy):
    screen = busy("inbox", agency="JYT")
    assert screen.out == SCREEN_ZH.replace("NNN", str(busy.number))
    assert screen.err == "同一件实事分列几类的，报一次即可，只计一项。\n"


def test_screen_en(busy):
    assert busy("inbox", agency="JYT", lang="en").out == SCREEN_EN.replace("NNN", str(busy.number))


def test_many_are_told_by_the_span(busy):
    screen = busy("inbox", agency="SCJG")
    assert "  SCJG-1-1..62（“为民办实事”任务清单）共 62 件\n" in screen.out and len(screen.out.splitlines()) == 9
    assert len(busy("inbox", "--all", agency="SCJG").out.splitlines()) == 131


def test_nothing_waits(office):
    screen = office("inbox", agency="JYT", lang="en")
    assert screen.out == "Jiangsu Provincial Department of Education (clerk), 2021-07-05: 0 things wait\n"
    assert screen.err == ""


SCREEN_ZH = """\
省教育厅（经办人）2021-07-05 待办 4 项

核实退回，须返工或改正（1 件）
  JYT-1-1 学生减负：现场未见（2021-07-05）
  → deeds update JYT-1-1 -s 推进中 -p 完成率 --reason 返工

批示交办，待答复（1 项）
  #NNN JYT-1-3 心理关爱：张副省长：请查明滞后原因（限 2021-07-20 前答复）
  → deeds answer NNN 内容

5 个工作日内到期（1 件）
  JYT-1-4 近视防控：时限 2021-07-08，还有 3 个工作日
  → deeds update JYT-1-4 -p 完成率

报送期 2021-07 尚未报送（2 件）
  JYT-1-3 心理关爱
  JYT-1-4 近视防控
  → deeds update JYT-1-3 -s 状态 -p 完成率；报过而没有变化的 → deeds confirm 编号
"""

SCREEN_EN = """\
Jiangsu Provincial Department of Education (clerk), 2021-07-05: 4 things wait

Sent back, to be done again (1)
  JYT-1-1 学生减负: 现场未见 (2021-07-05)
  → deeds update JYT-1-1 -s in_progress -p PERCENT --reason REASON

Instructions to answer (1)
  #NNN JYT-1-3 心理关爱: 张副省长：请查明滞后原因 (answer by 2021-07-20)
  → deeds answer NNN TEXT

Due within 5 working days (1)
  JYT-1-4 近视防控: due 2021-07-08, working days left: 3
  → deeds update JYT-1-4 -p PERCENT

Not handed in for round 2021-07 (2)
  JYT-1-3 心理关爱
  JYT-1-4 近视防控
  → deeds update JYT-1-3 -s STATUS -p PERCENT; reported before and no change → deeds confirm CODE
"""
