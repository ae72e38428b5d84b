"""Slips in what is reported: the last report over again, a quantity of nothing, a day past, progress that falls."""

from __future__ import annotations

pytest_plugins = ["office"]


def test_nothing_but_an_empty_note_is_nothing(office):
    office("update", "JYT-1-1", "-p", "20", "-n", "已摸底", agency="JYT")
    before = office.head
    assert "没有说明要报送什么" in office("update", "JYT-1-1", "-n", "", ok=False, agency="JYT").err
    assert office.head == before


def test_the_same_again_is_told(office):
    office("update", "JYT-1-1", "-p", "20", "-n", "已摸底", agency="JYT")
    again = office("update", "JYT-1-1", "-p", "20", "-n", "已摸底", agency="JYT")
    assert "与上次所报" in again.err and "deeds confirm JYT-1-1" in again.err
    assert "与上次所报" not in office("update", "JYT-1-1", "-p", "21", "-n", "已摸底", agency="JYT").err


def test_a_quantity_without_a_target(office):
    assert "deeds assign JYT-1-1 --target" in office("update", "JYT-1-1", "-p", "20", "-q", "5", agency="JYT").err
    shown = office("show", "JYT-1-1").out
    assert "数量      5" in shown and "None" not in shown


def test_a_quantity_to_stay_under_gives_no_progress(office):
    office("assign", "JYT-1-3", "--target", "≤5天")
    screen = office("update", "JYT-1-3", "-s", "推进中", "-q", "4")
    assert "完成率不由数量得出，现为 –（没有的按 0 计）" in screen.err and "deeds update JYT-1-3 -p 完成率" in screen.err
    assert "不由数量得出" not in office("update", "JYT-1-3", "-q", "3", "-p", "60").err
    assert "现为 60%" in office("update", "JYT-1-3", "-q", "4").err
    assert "不由数量得出" not in office("complete", "JYT-1-3").err


def test_a_quantity_counts_until_another_is_told(office):
    office("assign", "JYT-1-1", "--target", "3000个")
    office("update", "JYT-1-1", "-q", "1,000个", agency="JYT")
    refused = office("complete", "JYT-1-1", agency="JYT", ok=False).err
    assert "数量 1000（2021-07-05）未达目标 3000个" in refused and "deeds update JYT-1-1 -s 已完成 -q 数量" in refused
    refused = office("update", "JYT-1-1", "-p", "99", agency="JYT", ok=False).err
    assert "数量 1000（2021-07-05）合目标 3000个 的 33%" in refused and "deeds update JYT-1-1 -q 数量" in refused
    said = office("assign", "JYT-1-1", "--target", "5000个").err
    assert "目标变了，JYT-1-1 自报多于数量所合的 20%" in said
    assert office("list", "-a", "JYT", "--columns", "编号,完成率").out.count("33%→20%") == 1
    assert "（按数量计 20%）" in office("show", "JYT-1-1").out and "已报数量 1000个，目标 5000个，完成率按 20% 计" in office("explain", "JYT-1-1").out
    assert "自报多于数量所合的 20%" in office("disagreements").out
    assert "受阻 20%；数量：1000" in office("block", "JYT-1-1", "-d", "缺钱").out and "没有不一致" in office("disagreements").out


def test_a_completion_without_its_number_is_pointed_out(office):
    office("assign", "JYT-1-1", "--target", "3000个")
    said = office("complete", "JYT-1-1", agency="JYT").err
    assert "从未报过完成数量" in said and "deeds update JYT-1-1 -s 已完成 -q 数量" in said
    assert "自报完成，从未报过数量" in office("disagreements").out
    assert "从未报过" not in office("update", "JYT-1-1", "-s", "已完成", "-q", "0.3万个").err and "没有不一致" in office("disagreements").out


def test_a_number_that_is_lost_without_a_target(office):
    office("update", "JYT-1-1", "-s", "推进中", "-p", "10", "-q", "1000")
    said = office("update", "JYT-1-1", "-p", "20", agency="JYT").err
    assert "上次所报的数量 1000 不再沿用" in said and "deeds update JYT-1-1 -q 数量" in said


def test_a_report_on_a_day_past_does_not_move_the_present(office):
    office("update", "JYT-1-1", "-p", "30")
    said = office("update", "JYT-1-1", "-p", "20", "--on", "6-30").err
    assert "这一条是 2021-06-30 的情况；现在仍以 2021-07-05 所报为准：推进中 30%" in said
    assert "为准" not in office("update", "JYT-1-1", "-p", "40").err


def test_a_report_on_a_day_past_is_not_held_against_the_one_after_it(office):
    """That the present stays as it is is said once: nothing of it is repeated, or given up, by what was so before."""
    office("update", "JYT-1-1", "-p", "30", "-q", "900", "-s", "推进中")
    for words in (["-p", "30"], ["-p", "20", "-s", "推进中"]):
        said = office("update", "JYT-1-1", *words, "--on", "6-30", agency="JYT").err
        assert said.count("JYT-1-1") == 1 and "仍以 2021-07-05 所报为准" in said
    office("update", "JYT-1-2", "-p", "30", "-s", "推进中")
    lines = office("update", "JYT-1-1", "JYT-1-2", "-s", "推进中", "-p", "10", "--on", "6-29").out.splitlines()
    assert [line.split("  ")[-1] for line in lines] == ["自报 推进中 10%（2021-06-29）"] * 2


def test_another_agency_that_is_asked_is_another_report(office):
    office("update", "JYT-1-1", "-p", "30", "--ask", "请拨款")
    said = office("update", "JYT-1-1", "--ask-of", "民政厅")
    assert "与上次所报" not in said.err and "提请事项：民政厅：请拨款" in said.out
    assert "没有写提请什么" in office("update", "JYT-1-2", "-p", "5", "--ask-of", "民政厅", ok=False).err


def test_reopening_takes_a_reason(office):
    office("complete", "JYT-1-1", "-n", "已办")
    screen = office("update", "JYT-1-1", "-s", "推进中", "-p", "80", "-n", "又有新情况", ok=False)
    assert screen.code == 5 and screen.err.rstrip().endswith("→ deeds update JYT-1-1 -s 推进中 --reason 理由")
    office("update", "JYT-1-1", "-s", "推进中", "--reason", "又有新情况")


def test_a_percentage_that_there_is_not_is_told_before_what_it_disagrees_with(office):
    office("assign", "JYT-1-1", "--target", "60个", "--yes")
    office("update", "JYT-1-1", "-s", "推进中", "-q", "12")
    assert "150 不在 0 至 100 之间" in office("update", "JYT-1-1", "-p", "150", ok=False).err


def test_progress_that_falls_is_remarked_upon_at_every_door(any_office, tmp_path):
    """Typed 10 for 90: entered as told, and said."""
    office = any_office
    office("update", "JYT-1-1..2", "-s", "推进中", "-p", "85", agency="JYT")
    said = "提示：完成率比上次低：JYT-1-1 由 85% 降为 10%。"
    assert said in office("update", "JYT-1-1", "-p", "10", agency="JYT").err
    assert "比上次低" not in office("update", "JYT-1-1", "-p", "85", agency="JYT").err
    (tmp_path / "a.txt").write_text("JYT-1-1 推进中 10%\nJYT-1-2 推进中 90%")
    for options in (("--dry-run",), ()):
        assert said in office("take", str(tmp_path / "a.txt"), *options).err
    assert "比上次低" not in office("take", str(tmp_path / "a.txt")).err, "the same lines again"
    both = office("update", "JYT-1-1..2", "-p", "5", agency="JYT").err
    assert "JYT-1-1 由 10% 降为 5%、JYT-1-2 由 90% 降为 5%。" in both
    office("complete", "JYT-1-4", agency="JYT")
    assert "比上次低" not in office("update", "JYT-1-4", "-s", "推进中", "-p", "80", "--reason", "返工", agency="JYT").err


def test_so_much_done_and_going_on_is_one_status(office, tmp_path):
    (tmp_path / "a.txt").write_text("JYT-1-1：完成50%，正在推进\nJYT-1-2：已完成，推进中")
    tried = office("take", str(tmp_path / "a.txt"), "--readable", ok=False)
    assert "JYT-1-1  学生减负  自报进展 推进中 50%" in tried.out and "第 2 行" in tried.err
