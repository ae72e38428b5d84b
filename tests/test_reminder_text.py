"""Reminders in words: on the screen, in a letter, in the report."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st
from month import items

from tracker import reminder_text, reminding

pytest_plugins = ["office", "month"]


@given(st.sets(st.tuples(st.sampled_from(["JYT-1", "JYT-2", "SCJG-1"]), st.integers(1, 40))))
def test_spans_name_every_code_once(found):
    codes = [f"{stem}-{number}" for stem, number in sorted(found)]
    read = []
    for word in reminder_text.spans(codes):
        first, _, last = word.partition("..")
        stem, _, number = first.rpartition("-")
        read += [f"{stem}-{n}" for n in range(int(number), int(last or number) + 1)]
    assert read == codes


def test_spans_are_words_that_commands_take(office):
    from tracker.deeds import select_deeds

    office("status")
    with office.books() as b:
        assert [deed.code for deed in select_deeds(b.connection, reminder_text.spans(["KJT-1-1", "KJT-1-2", "KJT-1-4"]))] == [
            "KJT-1-1", "KJT-1-2", "KJT-1-4",
        ]  # fmt: skip


def test_what_was_sent_back_is_not_finished(month):
    month("complete", "JYT-1-1")
    month("verify", "JYT-1-1", "--reject", "-n", "现场未见")
    screen = month("remind", "-a", "JYT")
    assert "JYT-1-1 学生减负：时限 2021-07-15，已过 3 个工作日，自报已完成 100%，核实退回（现场未见）。" in screen.out
    assert "deeds confirm JYT-1-1" not in screen.out
    assert "已被核实退回（现场未见），不能只确认" in month("confirm", "JYT-1-1", ok=False).err


def test_names_of_those_it_goes_to(month):
    for name, role, duty in (("王五", "clerk", "联络员"), ("李四", "leader", "分管领导")):
        month("person", "add", name, "--agency", "JYT", "--role", role, "--duty", duty)
    month("assign", "JYT-1-3", "--leader", "赵六")
    assert items(month)["JYT-1-1"]["names"] == ["王五"]
    later = items(month, today="2021-07-26")
    assert later["JYT-1-1"]["names"] == ["李四"], "the agency's leader in charge"
    assert later["JYT-1-3"]["names"] == ["赵六"], "the one whom the deed's plan names"
    assert month("remind", "-a", "JYT", today="2021-07-26").out.splitlines()[0] == (
        "【实事催办】省教育厅（分管领导 李四、赵六、联络员 王五）"
    )


def test_late_instructions_are_in_the_text(month):
    number = month("instruct", "JYT", "请报安排", "--by", "7-22", "--from", "李主任", "--json").json["number"]
    far = month("instruct", "JYT", "年底再说", "--by", "12-31", "--json").json["number"]
    text = month("remind", "-a", "JYT", today="2021-07-23").out
    assert f"#{number} 李主任：请报安排（限 2021-07-22 前，未答复，已过期限）→ deeds answer {number} 内容" in text
    assert f"#{far}" not in text


def test_an_instruction_without_a_day_is_in_the_text(month):
    number = month("instruct", "JYT", "请报安排", "--json").json["number"]
    late = month("instruct", "JYT", "再报", "--by", "7-22", "--json").json["number"]
    text = month("remind", "-a", "JYT", today="2021-07-23").out
    assert "另有批示交办 2 项请答复：" in text
    assert f"#{number} 请报安排（未限期，未答复）→ deeds answer {number} 内容" in text and f"#{late} 再报（限" in text


def test_an_answer_is_never_asked_for_after_the_due_day(month):
    """Silence is told of first, but a due day that is near is told of too."""
    month("assign", "KJT-1-1", "--due", "7-21", "--basis", "文号")
    month("assign", "KJT-1-2", "--start", "6-1", "--due", "7-22", "--basis", "文号")
    month("update", "KJT-1-2", "-p", "10")
    text = month("remind", "-a", "KJT", "--dry-run").out
    assert "报送期 2021-07 未报送，时限 2021-07-21，还有 1 个工作日。" in text
    assert "个百分点，时限 2021-07-22，还有 2 个工作日，自报推进中 10%。" in text
    found = month("remind", "-a", "KJT", "--dry-run", "--json").json["reminders"][0]["items"]
    days = {item["code"]: (item["by"], item["asked_by"]) for item in found}
    assert days["KJT-1-1"] == ("2021-07-21", "2021-07-21") and days["KJT-1-2"] == ("2021-07-22", "2021-07-22")


def test_the_calendar_is_mentioned_only_where_days_beyond_it_are_counted(month):
    """A due day of which no working days are told needs none."""
    month("assign", "JYT-1-3", "--due", "2035-12-31", "--basis", "文号")
    assert "放假安排只收录" not in month("remind", "-a", "JYT", "--dry-run").err
    assert "放假安排只收录" in month("remind", "-a", "JYT", "--dry-run", today="2027-01-04").err


def test_the_day_below_is_that_of_the_lines_without_one(month):
    """Silence recorded early runs to the closing day; what came up since is asked for earlier."""
    items(month, today="2021-07-06")
    text = month("remind", "-a", "JYT", "--dry-run", today="2021-07-16").out
    assert "（重发，2021-07-23 前答复即可）" in text
    assert "请于 2021-07-21 前报送；另注日期的，以所注日期为准。" in text


def test_a_first_line_with_another_day_than_the_letter_says_so(month, tmp_path):
    """What is late is asked for at once, what is silent by the closing day: the letter's day is not theirs."""
    month("assign", "JYT-1-1", "--due", "7-8", "--basis", "文号")
    told = month("remind", "-a", "JYT", "--dry-run", "--json", today="2021-07-12").json["reminders"][0]["items"]
    days = {item["code"]: item["asked_by"] for item in told}
    assert days["JYT-1-1"] == "2021-07-15" != days["JYT-1-3"]
    text = month("remind", "-a", "JYT", "--dry-run", today="2021-07-12").out
    screen = month("remind", "-a", "JYT", "-o", str(tmp_path / "letters"), today="2021-07-12")
    (letter,) = (tmp_path / "letters").iterdir()
    assert screen.out == f"{letter}\n", "what stands in a file is not told again"
    for lines in (text, letter.read_text()):
        assert "请于 2021-07-15 前报送；另注日期的，以所注日期为准。" in lines
        line = next(line for line in lines.splitlines() if "JYT-1-3" in line)
        assert line.endswith(f"第 1 次催办，请于 {days['JYT-1-3']} 前报送。")
        assert next(line for line in lines.splitlines() if "JYT-1-1" in line).endswith("第 1 次催办。")


def test_the_command_for_a_blocked_deed_does_not_lift_the_block(month, tmp_path):
    month("block", "JYT-1-1", "-d", "缺经费", agency="JYT")
    text = month("remind", "-a", "JYT", "--dry-run").out
    assert "报送：deeds update JYT-1-1 -p 60 -n 进展情况。" in text and "也可回复一行：JYT-1-1 60% 进展情况" in text
    month("update", "JYT-1-1", "-p", "60", "-n", "进展情况", agency="JYT")
    (tmp_path / "a.txt").write_text("JYT-1-1 65% 进展情况")
    month("take", str(tmp_path / "a.txt"))
    assert month("show", "JYT-1-1", "--json").json["status"] == "blocked"


SCREEN_ZH = """\
【实事催办】省教育厅（联络员）
截至 2021-07-20，贵单位牵头的实事中有 4 件需抓紧办理：
逾期（红色催办）1 件
  JYT-1-1 学生减负：时限 2021-07-15，已过 3 个工作日，自报推进中 60%。第 1 次催办。
滞后或未报送（黄色催办）2 件
  JYT-1-2 教师减压：落后序时进度 18 个百分点，自报推进中 5%。第 1 次催办。
  JYT-1-3 心理关爱：报送期 2021-07 未报送。第 1 次催办。
临近时限（蓝色催办）1 件
  JYT-1-4 近视防控：时限 2021-07-26，还有 4 个工作日，自报推进中 95%。第 1 次催办。
请于 2021-07-23 前报送；另注日期的，以所注日期为准。
报送：deeds update JYT-1-1 -s 推进中 -p 60 -n 进展情况。无变化：deeds confirm JYT-1-1。也可回复一行：JYT-1-1 推进中 60% 进展情况
省委省级机关工委  2021-07-20
"""

SCREEN_EN = """\
[Reminder] Jiangsu Provincial Department of Education (liaison)
As of 2021-07-20, 4 deeds that you lead need your attention:
Overdue (red reminders): 1
  JYT-1-1 学生减负: due 2021-07-15, working days past: 3, reported in progress 60%. Reminder no. 1.
Behind or silent (yellow reminders): 2
  JYT-1-2 教师减压: 18 points behind pace, reported in progress 5%. Reminder no. 1.
  JYT-1-3 心理关爱: silent in round 2021-07. Reminder no. 1.
Due soon (blue reminders): 1
  JYT-1-4 近视防控: due 2021-07-26, working days left: 4, reported in progress 95%. Reminder no. 1.
Please report by 2021-07-23, or by the day given beside a deed.
To report: deeds update JYT-1-1 -s in_progress -p 60 -n NOTE. No change: deeds confirm JYT-1-1. Or reply with one line: JYT-1-1 in_progress 60% NOTE
Working Committee for Provincial Organs of the CPC Jiangsu Provincial Committee  2021-07-20
"""


def test_screens(month):
    screen = month("remind", "-a", "JYT", "--dry-run")
    assert screen.out == SCREEN_ZH
    assert screen.err == "试运行，未登记：4 件（1 个单位）：红 1，黄 2，蓝 1；另有重发 0 件。\n"
    screen = month("remind", "-a", "JYT", lang="en")
    assert screen.out == SCREEN_EN
    assert screen.err == "Recorded reminders: 4 (agencies: 1); red 1, yellow 2, blue 1; repeated 0.\n"
    log = month("log", "JYT-1-1").out.splitlines()[-1]
    assert re.split(r" {2,}", log)[2:4] == ["催办", "第 1 次，红：逾期；送联络员；限 2021-07-23 前答复"]


def test_sixty_two_unnamed_deeds_are_one_line(month):
    text = month("remind", "-a", "SCJG").out
    assert (
        "  SCJG-1-1..62 “为民办实事”任务清单，共 62 件，其中 62 件未具名：报送期 2021-07 未报送。第 1 次催办。\n" in text
    )
    assert len(text.splitlines()) == 7 and "confirm" not in text


def test_agencies_come_in_directory_order(month):
    with month.books() as b:
        order = list(b.agencies)
    codes = [each["agency"] for each in month("remind", "--json").json["reminders"]]
    assert codes == sorted(codes, key=order.index) and len(codes) == 10


def test_letters(month, tmp_path):
    for today in ("2021-07-20", "2021-07-26", "2021-07-30"):
        month("remind", "-o", str(tmp_path / "催办"), today=today)
    names = sorted(path.name for path in (tmp_path / "催办").iterdir())
    assert "催办单_JYT_省教育厅_截至2021-07-20.txt" in names and names[-1] == "提请关注_截至2021-07-30.txt"
    letter = (tmp_path / "催办" / "催办单_JYT_省教育厅_截至2021-07-20.txt").read_text(encoding="utf-8")
    assert letter.splitlines()[0] == "实事催办单" and "江苏省教育厅（联络员）：" in letter
    assert letter.endswith("省委省级机关工委  2021-07-20\n")


def test_the_text_says_the_rule_in_help(month):
    from tracker.i18n import LANGUAGES, Catalogue

    for language in LANGUAGES:
        rule = Catalogue(language)("remind.help_remind")
        assert all(str(number) in rule for number in (10, reminding.SOON, reminding.ANSWER_DAYS, 1, 2, 3))


def test_the_report_reminds_of_the_same_in_the_same_words(any_month):
    month = any_month
    month("person", "add", "李明", "-a", "JYT", "--role", "clerk", "--duty", "联络员")
    month("instruct", "JYT", "请抓紧", "--by", "7-22", "--from", "某某")
    items(month)
    for today, step in (("2021-07-20", None), ("2021-07-26", ("round", "close")), ("2021-07-28", ("update", "JYT-1-3", "-p", "5"))):
        if step:
            month(*step, today=today)
        found = month("remind", "--dry-run", "--json", today=today).json["reminders"]
        with month.books() as b:
            from tracker.reports import chasing, facts
            from tracker.reports.reading import position

            made = facts.facts(b.connection, b.now.today, position(b.connection, None), b.now.today)
            letters = chasing.reminders(made, made.agencies)
            again = json.loads(json.dumps([[item.as_json() for item in letter.items] for letter in letters], default=str))
            asked = [[order.number for order in letter.instructions] for letter in letters]
        assert again == [each["items"] for each in found]
        assert asked == [[order["number"] for order in each["instructions"]] for each in found]
        assert any(asked) and any(again)


def test_a_letter_tells_its_colours_from_those_of_lights(month, tmp_path):
    month("remind", "-a", "JYT", "-o", str(tmp_path / "单"))
    [letter] = (tmp_path / "单").glob("催办单_*")
    assert "与专报、台账中亮灯的颜色各是一回事" in letter.read_text(encoding="utf-8")
