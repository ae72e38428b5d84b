"""Slips of the hand: an empty value, the last report over again, a quantity of nothing, Chinese marks between codes."""

from __future__ import annotations

import shlex

import pytest

from tracker.cli import output
from tracker.cli.grammar import GRAMMAR

pytest_plugins = ["office"]

# What an option takes where it is not free text; free text may be empty, that is how it is taken back.
VALUED = [
    (command, option)
    for command, (options, _) in GRAMMAR.items()
    for option, kind in options.items()
    if kind not in ("", "TEXT") and option.startswith("--")
]
FREE = [(command, option) for command, (options, _) in GRAMMAR.items() for option, kind in options.items() if kind == "TEXT"]


def arguments(command: str) -> list[str]:
    return ["JYT-1-1" if kind.startswith("CODE") else "x" for kind in GRAMMAR[command][1]]


def test_an_empty_value_is_said_to_be_one(office, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    before = office.head
    for command, option in VALUED:
        screen = office(*command.split(), *arguments(command), option, " ", ok=False)
        assert (screen.code, screen.out, screen.err.count("\n")) == (2, "", 1), (command, option, screen)
        assert option in screen.err and "是空的" in screen.err and f"→ deeds {command} --help" in screen.err
    assert office.head == before and len(VALUED) > 60 and [file.name for file in tmp_path.iterdir()] == ["deeds.db"]


def test_empty_text_is_no_crash(office, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for command, option in FREE:
        office(*command.split(), *arguments(command), option, "", ok=False)  # the office fails on a crash
    assert len(FREE) > 15


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


@pytest.mark.parametrize(("words", "again"), [
    (["JYT-1-1", "推进中", "20%"], "update JYT-1-1 -s 推进中 -p 20%"), (["JYT-1-1", "20", "已摸底"], "update JYT-1-1 -p 20 -n 已摸底"),
])  # fmt: skip
def test_an_option_that_was_forgotten(office, words, again):
    screen = office("update", *words, ok=False)
    assert screen.code == 2 and shlex.split(screen.err.rpartition("→ deeds ")[2]) == again.split()
    office(*again.split())


def test_codes_as_they_slip_from_the_hand(office):
    for code in ("JYT-1-1。", "JYT-1-1,", "jyt-1-1："):
        assert office("show", code, "--json").json["code"] == "JYT-1-1"
    refused = office("update", "1-1", "-p", "5", ok=False, agency="JYT").err
    assert "应写成“单位代码-1-1”" in refused and "BMJ" not in refused
    assert "deeds list" in office("start", ok=False).err


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("JYT-1-3、JYT-1-4", ["JYT-1-3", "JYT-1-4"]), ("ＪＹＴ－1－3，JYT-1-4", ["JYT-1-3", "JYT-1-4"]),
        ("SCJG-1-1～3", ["SCJG-1-1", "SCJG-1-2", "SCJG-1-3"]), ("SCJG-1-1~2、KJT-1-7", ["KJT-1-7", "SCJG-1-1", "SCJG-1-2"]),
    ],
)  # fmt: skip
def test_codes_as_in_a_sentence(office, word, codes):
    made = office("start", word, "--json", "--yes").json["entries"]
    assert sorted(entry["deed"] for entry in made) == codes


@pytest.mark.parametrize(
    ("words", "next_"),
    [
        (["show", "SCJG-1"], "deeds list -c SCJG-1"), (["log", "省教育厅"], "deeds list -a 省教育厅"),
        (["show", "JTY-1-3"], "deeds show JYT-1-3"), (["list", "-c", "SCJG-9"], "deeds list --all-agencies --group-by 承诺事项"),
        (["update", "JYT-1-4", "-s", "暂缓"], "deeds update JYT-1-4 -s 暂缓 --approval 文号"),
        (["update", "JYT-1-4", "-p", "六成"], "deeds update --help"), (["round", "status"], "deeds round open 2021-07 --by 2021-07-15"),
    ],
)  # fmt: skip
def test_the_next_command(office, words, next_):
    screen = office(*words, ok=False)
    assert screen.code and screen.err.rstrip().endswith(f"→ {next_}") and "。 →" not in screen.err


def test_a_deadline_before_tracking(office):
    screen = office("assign", "JYT-1-1", "--due", "2020-12-31", "--basis", "文号", ok=False)
    assert screen.code == 5 and "请核对年份" in screen.err


def test_reopening_takes_a_reason(office):
    office("complete", "JYT-1-1", "-n", "已办")
    screen = office("update", "JYT-1-1", "-s", "推进中", "-p", "80", "-n", "又有新情况", ok=False)
    assert screen.code == 5 and screen.err.rstrip().endswith("→ deeds update JYT-1-1 -s 推进中 --reason 理由")
    office("update", "JYT-1-1", "-s", "推进中", "--reason", "又有新情况")


@pytest.mark.parametrize(("words", "agreed"), [(["是"], True), (["嗯", "好"], True), (["Y"], True), ([""], False), (["不"], False), (["？", "no"], False)])
def test_yes_and_no(monkeypatch, capsys, words, agreed):
    answers = iter(words)
    monkeypatch.setattr("typer.prompt", lambda *args, **more: next(answers))
    assert output.agreed("？") is agreed and next(answers, None) is None
    assert ("是" in capsys.readouterr().err) == (len(words) > 1)


def test_a_report_is_a_pdf(office, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    screen = office("report", "brief", "-o", "b.docx", ok=False)
    assert screen.code == 10 and screen.err.rstrip().endswith("→ -o b.pdf") and not (tmp_path / "b.docx").exists()


def test_an_unknown_language_is_told(office):
    assert "没有“fr”这种语言" in office("whoami", lang="fr").err and "语言" not in office("whoami").err


def test_words_in_the_other_script(office):
    assert office("list", "減少報表", "--json").json["deeds"] == office("list", "减少报表", "--json").json["deeds"] != []


def test_a_text_is_not_taken_for_another(office, tmp_path):
    """The same article under another key would track every deed twice."""
    from tracker.resources import folder

    seed = (folder("seeds") / "jiangsu-2021.yaml").read_text(encoding="utf-8")
    other = tmp_path / "other.yaml"
    other.write_text(seed.replace("key: jiangsu-2021", "key: another"), encoding="utf-8")
    for also in ([], ["--dry-run"]):
        screen = office("import", str(other), *also, ok=False)
        assert screen.code == 8 and "other.yaml:8:8: source.key" in screen.err and "jiangsu-2021" in screen.err


def test_a_file_that_does_not_say_takes_nothing_back(office, tmp_path):
    from tracker.resources import folder

    seed = (folder("seeds") / "jiangsu-2021.yaml").read_text(encoding="utf-8")
    other = tmp_path / "other.yaml"
    other.write_text(seed.replace("publisher: 共产党员网", "publisher: null"), encoding="utf-8")
    assert "变更 0" in office("import", str(other)).err


def test_what_is_wrong_with_a_range_or_a_commitment(office):
    for words, said in (
        (("start", "RST-1-4..1"), "RST-1-1..4"),
        (("start", "RST-1-20..30"), "RST-1-8 为止"),
        (("list", "-c", "瞎"), "没有编号为 瞎 的承诺事项。"),
    ):
        refused = office(*words, ok=False)
        assert refused.code == 4 and said in refused.err and "–" not in refused.err, refused.err


def test_a_range_is_not_cut_without_a_word(office):
    said = office("assign", "JYT-1-1..20", "--due", "2021-12-31", "--basis", "x", "--yes", ok=False).err
    assert "JYT-1-4 为止 → JYT-1-1..4" in said
    assert office("list", "JYT-1", "--undated", "--json").json["total"] == 4
    assert office("assign", "JYT-1-1..4", "--due", "2021-12-31", "--basis", "x", "--yes")


def test_what_to_add_is_said_of_the_command_as_it_was_typed(office):
    assert "deeds verify JYT-1-1 --confirm；退回" in office("verify", "JYT-1-1", ok=False).err
    office("assign", "JYT-1-1", "--due", "2021-12-31", "--basis", "x", "--yes")
    office("baseline", "JYT-1-1", "--yes")
    assert office("assign", "JYT-1-1", "--due", "2022-06-30", "--yes", ok=False).err.strip().endswith("请在原命令后补上 → --reason 理由 --approval 文号")


def test_a_percentage_that_there_is_not_is_told_before_what_it_disagrees_with(office):
    office("assign", "JYT-1-1", "--target", "60个", "--yes")
    office("update", "JYT-1-1", "-s", "推进中", "-q", "12")
    assert "150 不在 0 至 100 之间" in office("update", "JYT-1-1", "-p", "150", ok=False).err


def test_what_is_wrong_with_a_point(office):
    days = ("--start", "2021-7-1", "--due", "2021-12-31", "--basis", "文号", "--dry-run")
    for points, said in (
        (("12-31=100%",), "2021-12-31 之前"),
        (("9-30=60%", "9-30=70%"), "写了两次（60% 和 70%）"),
        (("9-30=60%", "10-31=40%"), "低于较早的 2021-09-30=60%"),
        (("9-30=120%",), "不在 0 至 100"),
    ):
        refused = office("assign", "RST-1-1", *days, *(word for point in points for word in ("--point", point)), ok=False)
        assert refused.code == 5 and said in refused.err, refused.err


def test_a_due_day_alone_has_no_arrow(office):
    office("assign", "RST-1-1", "--due", "2021-12-31", "--basis", "文号")
    for screen in (office("show", "RST-1-1"), office("log", "RST-1-1")):
        assert "2021-12-31" in screen.out and "→" not in screen.out


@pytest.mark.parametrize("command", ["show", "log", "explain"])
@pytest.mark.parametrize(("word", "count"), [("KJT-1-1..3", 3), ("KJT-1-1、KJT-1-4", 2)])
def test_several_deeds_where_one_is_taken(office, command, word, count):
    screen = office(command, word, ok=False)
    assert screen.code == 4 and f"“{word}”是 {count} 件实事" in screen.err and screen.err.rstrip().endswith("→ deeds show KJT-1-1")


def test_a_sheet_with_a_password_says_how_to_be_rid_of_it(office, tmp_path):
    """As Excel stores one: an old container with a directory of streams in UTF-16."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    streams = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", "EncryptionInfo", "EncryptedPackage"))
    (tmp_path / "报送.xlsx").write_bytes(header + streams)
    screen = office("handin", str(tmp_path / "报送.xlsx"), ok=False)
    assert screen.code == 8 and "设有打开密码" in screen.err and "清除打开密码" in screen.err and "→ deeds handin 报送.xlsx" in screen.err


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


def test_from_to_is_said_in_words_and_old_to_new_with_an_arrow(office):
    office("assign", "JYT-1-1", "--start", "2021-06-01", "--due", "2021-12-31", "--basis", "文号")
    office("assign", "JYT-1-2", "--due", "2021-12-31", "--basis", "文号")
    asked = office("propose", "JYT-1-1", "--due", "2022-03-31", "--reason", "流标", agency="JYT")
    assert "调整申请：2021-06-01 至 2022-03-31" in asked.out and "时限 2021-12-31 → 2022-03-31" in asked.err
    assert "2021-06-01 至 2021-12-31" in office("show", "JYT-1-1").out and "2021-06-01 to 2021-12-31" in office("log", "JYT-1-1", lang="en").out
    told = office("explain", "JYT-1-2").out
    assert "计划：未定 至 2021-12-31" in told and "未公布" not in told, "the office set them"
    assert "已过时限（未定）" in office("explain", "JYT-1-3").out


def test_why_a_deed_is_dropped_is_said_once(office):
    office("add", "JYT-1", "近视防控重复")
    for reason, said in (("重复", "核减：与 JYT-1-4 重复（记录"), ("合并", "核减：并入 JYT-1-4（记录")):
        code = office("add", "JYT-1", f"又一件{reason}").out.split()[1]
        done = office("drop", code, "--reason", reason, "--into", "JYT-1-4", "--yes")
        assert said in done.out and "理由" not in done.out
        assert said.removeprefix("核减：") in office("show", code).out
    code = office("add", "JYT-1", "没有这件").out.split()[1]
    assert "核减：理由：不存在（记录" in office("drop", code, "--reason", "不存在", "--yes").out


def test_a_round_of_no_name_is_suggested_with_the_day_that_was_typed(office):
    assert office("round", "open", "九月", "--by", "9-25", ok=False).err.rstrip().endswith("→ deeds round open 2021-09 --by 2021-09-25")


def test_what_is_closed_out_is_not_proposed_to_stop(any_office):
    office = any_office
    office("complete", "JYT-1-3", agency="JYT")
    office("verify", "JYT-1-3", "--confirm")
    refused = office("propose", "JYT-1-3", "--suspend", "--reason", "缓", agency="JYT", ok=False)
    assert "JYT-1-3 已销号，退回以后才能再报" in refused.err and "可改为" not in refused.err


def test_so_much_done_and_going_on_is_one_status(office, tmp_path):
    (tmp_path / "a.txt").write_text("JYT-1-1：完成50%，正在推进\nJYT-1-2：已完成，推进中")
    tried = office("take", str(tmp_path / "a.txt"), "--readable", ok=False)
    assert "JYT-1-1  学生减负  自报进展 推进中 50%" in tried.out and "第 2 行" in tried.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("db", "foo"), "没有“foo”这个命令 →"),
        (("db", "chek"), "没有“chek”这个命令，是不是：check？"),
        (("round", "opne"), "没有“opne”这个命令，是不是：open"),
        (("updat",), "没有“updat”这个命令，是不是：update？"),
    ],
)
def test_a_command_of_a_group_that_there_is_not_is_told_as_one_of_the_program(office, words, said):
    refused = office(*words, ok=False)
    assert refused.code == 2 and said in refused.err and "'" not in refused.err, refused.err


@pytest.mark.parametrize("word", ["海关总署", "市青年宫", "foo"])
def test_nothing_is_offered_where_nothing_is_alike(office, word):
    assert "是不是" not in office("list", "-a", word, ok=False).err


def test_an_agency_alike_is_offered_in_the_readers_language(office):
    assert "是不是：SCJG 省市场监管局" in office("list", "-a", "市场监督局", ok=False).err
    refused = office("list", "-a", "市场监督局", lang="en", ok=False).err
    assert "SCJG Jiangsu" in refused and refused.isascii() is False and "省" not in refused.replace("市场监督局", ""), refused


@pytest.mark.parametrize(
    "words", [("agency", "add", "JYT", "Bureau"), ("person", "end", "Li Si", "--agency", "JYT"), ("agency", "succeed", "JYT", "JYT", "--approval", "x")]
)
def test_an_english_refusal_calls_agencies_in_english(office, words):
    refused = office(*words, lang="en", ok=False).err
    assert "Department of Education" in refused and "省教育厅" not in refused, refused


def test_a_deed_added_without_a_title(office):
    refused = office("add", "SCJG-1", "", ok=False)
    assert refused.code == 5 and "→ deeds add SCJG-1 名称" in refused.err


def test_why_a_deed_was_added_is_told(office):
    assert "；理由：漏列（#" in office("add", "SCJG-1", "新增一件", "--reason", "漏列").out
    assert "理由" not in office("add", "SCJG-1", "又一件").out


def test_a_name_that_is_the_full_name_is_told_once(office):
    assert office("agency", "add", "FB", "市府办").out == f"已增设 FB  市府办（记录 #{office.head}）\n"


@pytest.mark.parametrize("word", ["", " --simulated"])
def test_what_is_suggested_for_empty_books_keeps_them_simulated(office, word):
    refused = office("init", "--empty", *word.split(), "--tracked-from", "2026-10-01", ok=False)
    assert refused.code == 2 and f"deeds init --empty{word}；" in refused.err
