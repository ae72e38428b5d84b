"""Slips of the hand: an empty value, a forgotten option, Chinese marks between codes, a name that nobody has."""

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


@pytest.mark.parametrize(("words", "agreed"), [(["是"], True), (["嗯", "好"], True), (["Y"], True), ([""], False), (["不"], False), (["？", "no"], False)])
def test_yes_and_no(monkeypatch, capsys, words, agreed):
    answers = iter(words)
    monkeypatch.setattr("typer.prompt", lambda *args, **more: next(answers))
    assert output.agreed("？") is agreed and next(answers, None) is None
    assert ("是" in capsys.readouterr().err) == (len(words) > 1)


def test_a_report_is_a_pdf(office, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    screen = office("report", "brief", "-o", "b.docx", ok=False)
    assert screen.code == 10 and screen.err.rstrip().endswith("→ deeds report brief -o b.pdf") and not (tmp_path / "b.docx").exists()


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
    assert "JYT-1-4 为止 → deeds assign JYT-1-1..4 --due 2021-12-31 --basis x --yes" in said
    assert office("list", "JYT-1", "--undated", "--json").json["total"] == 4
    assert office("assign", "JYT-1-1..4", "--due", "2021-12-31", "--basis", "x", "--yes")


def test_what_to_add_is_said_of_the_command_as_it_was_typed(office):
    assert "deeds verify JYT-1-1 --confirm；退回" in office("verify", "JYT-1-1", ok=False).err
    office("assign", "JYT-1-1", "--due", "2021-12-31", "--basis", "x", "--yes")
    office("baseline", "JYT-1-1", "--yes")
    assert office("assign", "JYT-1-1", "--due", "2022-06-30", "--yes", ok=False).err.strip().endswith("→ deeds assign JYT-1-1 --due 2022-06-30 --yes --reason 理由 --approval 文号")


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
