"""Pasted lines that are taken in: what is refused, what is entered, and under whose name."""

from __future__ import annotations

import io
import shlex

import pytest
from sheets import written

pytest_plugins = ["office"]

BAD = [
    ("no code", "推进中 60%", "line_no_code"),
    ("a title instead of a code", "近视防控：推进中 60%", "line_title_for_code"),
    ("words instead of a code", "近视 推进中 60%", "line_no_code"),
    ("two codes", "JYT-1-3、JYT-1-4 推进中 60%", "line_two_codes"),
    ("a range", "JYT-1-1..3 推进中 60%", "line_two_codes"),
    ("a range in words", "JYT-1-1至3 推进中 60%", "line_two_codes"),
    ("an expected day in another part", "JYT-1-3 推进中 60% 提请：财政厅拨付；预计12月20日完成", "line_label_within"),
    ("half a code", "JYT-1 推进中 60%", "line_no_code"),
    ("too long a code", "JYT-1-3-4 推进中", "line_no_code"),
    ("unknown code", "JYT-1-9 推进中", "deed_unknown_near"),
    ("unknown agency", "WWWWW-77-88 推进中", "deed_unknown"),
    ("code alone", "JYT-1-3 ：", "line_only_code"),
    ("mistyped status", "JYT-1-3 推进种 60%", "line_no_status"),
    ("words only", "JYT-1-3 已完成摸底", "line_no_status"),
    ("two statuses", "JYT-1-3 推进中 受阻", "line_two_statuses"),
    ("number without a percent sign", "JYT-1-3 推进中 60", "line_percent_astray"),
    ("number before the words", "JYT-1-3 推进中 60 已完成摸底", "line_percent_astray"),
    ("percentage after the words", "JYT-1-3 推进中 已完成摸底 60%", "line_percent_astray"),
    ("two percentages", "JYT-1-3 推进中 60% 70%", "line_percent_astray"),
    ("negative", "JYT-1-3 推进中 -5%", "line_percent_astray"),
    ("160 %", "JYT-1-3 推进中 160%", "progress_range"),
    ("half a percent", "JYT-1-3 推进中 60.5%", "percent_unreadable"),
    ("completed at 60 %", "JYT-1-3 已完成 60%", "completed_is_100"),
    ("100 % in progress", "JYT-1-3 推进中 100%", "hundred_is_completed"),
    ("not started at 10 %", "JYT-1-3 未启动 10%", "not_started_is_0"),
    ("unknown part", "JYT-1-3 推进中｜联系人：张三", "line_part_unknown"),
    ("part without its name", "JYT-1-3 推进中｜经费未到位", "line_part_unknown"),
    ("part twice", "JYT-1-3 推进中｜困难：缺钱｜问题：缺人", "line_part_twice"),
    ("words twice", "JYT-1-3 推进中 已摸底｜进展：已开会", "line_part_twice"),
    ("empty part", "JYT-1-3 推进中｜困难：", "line_part_empty"),
    ("day in words", "JYT-1-3 推进中｜预计：年底", "day_unreadable"),
    ("day that is past", "JYT-1-3 推进中｜预计：3-20", "line_day_past"),
    ("year in two digits", "JYT-1-3 推进中｜预计：21-12-20", "line_day_past"),
    ("no such day", "JYT-1-3 推进中｜预计：2-30", "day_unreadable"),
    ("day to come", "JYT-1-3 推进中｜日期：8-1", "day_in_future"),
    ("a share that is no percentage", "JYT-1-3 推进中 过半 困难：没钱", "line_percent_roughly"),
    ("a share among the words", "JYT-1-3 推进中 已完成摸底，近六成", "line_percent_roughly"),
    ("a share after a verb", "JYT-1-3 推进中 已完成60% 困难：没钱", "line_percent_roughly"),
    ("six and a half tenths", "JYT-1-3 推进中 六成半", "line_percent_roughly"),
    ("a hundredth in words", "JYT-1-3 推进中 百分之六十 已摸底", "line_percent_roughly"),
    ("a percentage, more or less", "JYT-1-3 推进中 60%左右", "line_percent_roughly"),
    ("a percentage and more", "JYT-1-3 推进中 60%以上 已摸底", "line_percent_roughly"),
    ("a percentage, more or less, apart", "JYT-1-3 60% 左右，推进中", "line_percent_roughly"),
    ("a percentage, more or less, in brackets", "JYT-1-3 推进中 60%（不到）", "line_percent_roughly"),
    ("from one percentage to another", "JYT-1-3 推进中 60%-70% 已摸底", "line_percent_roughly"),
    ("from a number to a percentage", "JYT-1-3 推进中 60～70%", "line_percent_roughly"),
    ("one percentage or another", "JYT-1-3 推进中 60% 或 70%", "line_percent_roughly"),
    ("a percentage and a sign", "JYT-1-3 推进中 60%+", "line_percent_roughly"),
    ("sixty-odd percent", "JYT-1-3 推进中 60多%", "line_percent_roughly"),
    ("a ratio", "JYT-1-3 推进中 1/2", "line_percent_roughly"),
    ("a ratio before the words", "JYT-1-3 推进中 １／２ 已摸底", "line_percent_roughly"),
    ("a ratio after a verb", "JYT-1-3 推进中 已完成1/2", "line_percent_roughly"),
    ("a ratio in words", "JYT-1-3 推进中 三分之二，已摸底", "line_percent_roughly"),
    ("about, before the status", "JYT-1-3 约60% 推进中", "line_no_status"),
    ("blocked by nothing", "JYT-1-3 受阻 10%｜困难：无", "line_blocked_needs_difficulty"),
    ("a quantity in another unit", "JYT-1-3 推进中｜数量：3万", "quantity_unit_lost"),
    ("an expected day and none", "JYT-1-3 推进中｜预计：12-20｜预计：无", "line_part_twice"),
    ("unchanged, and half done", "JYT-1-3 无变化 过半", "line_confirms_and_more"),
    ("a part not set apart", "JYT-1-3 推进中 60% 主要困难：没钱", "line_label_within"),
    ("part twice, once without a stroke", "JYT-1-3 推进中 困难：没钱｜困难：没人", "line_part_twice"),
    ("quantity in words", "JYT-1-3 推进中｜数量：若干", "number_unreadable"),
    ("no change and more", "JYT-1-3 无变化 60%", "line_confirms_and_more"),
    ("no change and a part", "JYT-1-3 无变化｜困难：缺钱", "line_confirms_and_more"),
    ("no change, never reported", "JYT-1-3 无变化", "nothing_to_confirm"),
    ("suspended without approval", "JYT-1-3 暂缓", "line_move_needs_approval"),
    ("unnamed deed completed", "SCJG-1-3 已完成", "unnamed_not_completed"),
    ("too long", "JYT-1-3 推进中 " + "长" * 2001, "text_too_long"),
]


@pytest.mark.parametrize(("text", "key"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_line_is_refused_and_nothing_written(office, tmp_path, text, key):
    (tmp_path / "m.txt").write_text(f"JYT-1-1 推进中 30% 好的一行\n\n{text}\n", encoding="utf-8")
    before = written(office)
    screen = office("take", "m.txt", "--json", ok=False)
    assert screen.code == 8 and written(office) == before
    assert [(each["line"], each["error"]) for each in screen.json["unreadable"]] == [(3, f"errors.{key}")]
    first, second = screen.err.splitlines()
    assert "deeds update" not in first and "deeds block" not in first, "the line is to be mended, not the deed"
    assert first.startswith("第 3 行：") and "没有写入任何内容" in second and "{" not in first


@pytest.mark.parametrize(("line", "key"), [
    ("JYT-1-1 推进中 10%｜数量：1500", "quantity_disagrees"), ("JYT-1-1 已完成｜数量：1500", "quantity_short"),
    ("JYT-1-2 推进中｜数量：1500", "quantity_not_counted"), ("JYT-1-1 推进中 10%｜预计：2021-7-4", "expected_past"),
])  # fmt: skip
def test_a_quantity_or_a_day_that_cannot_be(office, tmp_path, line, key):
    """As at the command line."""
    office("assign", "JYT-1-1", "--target", "3000个")
    office("assign", "JYT-1-2", "--target", "群众满意")
    (tmp_path / "m.txt").write_text(line, encoding="utf-8")
    before = written(office)
    screen = office("take", "m.txt", "--json", ok=False)
    assert [each["error"] for each in screen.json["unreadable"]] == [f"errors.{key}"] and written(office) == before


def test_the_same_deed_twice_is_refused(office, tmp_path):
    (tmp_path / "m.txt").write_text("JYT-1-1 推进中 30%\nJYT-1-1 推进中 40%\n", encoding="utf-8")
    said = office("take", "m.txt", ok=False).err
    assert "第 1 行：JYT-1-1 在第 2 行也写了" in said and "第 2 行：JYT-1-1 在第 1 行也写了" in said


def test_of_two_lines_about_one_deed_neither_is_guessed_at(office, tmp_path):
    (tmp_path / "m.txt").write_text("JYT-1-1 推进中 30%\nJYT-1-2 推进中 10%\nJYT-1-1 推进中 40%\nJYT-1-1 推进中 50%\n", encoding="utf-8")
    said = office("take", "m.txt", "--readable", ok=False)
    assert "已录入 1 行" in said.err and "第 4 行" in said.err
    assert [office("show", code, "--json").json["progress"] for code in ("JYT-1-1", "JYT-1-2")] == [None, 10]


def test_every_bad_line_is_listed(office, tmp_path):
    (tmp_path / "m.txt").write_text("乱写\nJYT-1-1 推进中 30%\nJYT-1-2\n", encoding="utf-8")
    assert [line[:5] for line in office("take", "m.txt", ok=False).err.splitlines()[:-1]] == ["第 1 行", "第 3 行"]


def test_readable_lines_only_when_asked(office, tmp_path):
    (tmp_path / "m.txt").write_text("乱写\nJYT-1-1 推进中 30%\n", encoding="utf-8")
    screen = office("take", "m.txt", "--readable", ok=False)
    assert screen.code == 8 and "已录入 1 行" in screen.err and "第 1 行" in screen.err
    assert office("show", "JYT-1-1", "--json").json["progress"] == 30


def test_entered_for_the_sender(office, tmp_path):
    (tmp_path / "m.txt").write_text("JYT-1-1 受阻 30% 已摸底｜困难：缺钱\n", encoding="utf-8")
    screen = office("take", "m.txt", "--sender", "张三")
    assert screen.out == "+ JYT-1-1  学生减负  自报进展 受阻 30%；存在问题：缺钱；进展情况：已摸底\n"
    found = office("log", "JYT-1-1", "--json").json["entries"][-1]
    assert (found["agency"], found["typed_by"], found["person"], found["door"]) == ("JYT", "SJGW", "张三", "line")
    assert "省教育厅／张三（省委省级机关工委代录）" in office("log", "JYT-1-1").out


def test_again_is_once_and_back_again_is_new(office, tmp_path):
    def take(text):
        (tmp_path / "m.txt").write_text(text, encoding="utf-8")
        return office("take", "m.txt", "--json", "--sender", "张三").json["lines"][0]["outcome"]

    texts = ["JYT-1-1 推进中 30%", "JYT-1-1 推进中 30%", "JYT-1-1 推进中 40%", "JYT-1-1 推进中 30%"]
    assert [take(text) for text in (*texts, texts[-1])] == ["add", "repeated", "change", "change", "repeated"]
    for _ in range(2):
        office("undo", "JYT-1-1")
        assert [take(texts[-1]) for _ in range(2)] == ["change", "repeated"], "what was taken back is said anew, once"
    assert office("show", "JYT-1-1", "--json").json["progress"] == 30


def test_a_day_past_is_told_from_the_present(office, tmp_path):
    office("update", "JYT-1-1", "-s", "推进中", "-p", "30")
    (tmp_path / "m.txt").write_text("JYT-1-1 20% 摸底｜日期：7-1\n", encoding="utf-8")
    assert "推进中 20%；进展情况：摸底；是 2021-07-01 的情况，现在仍为 推进中 30%" in office("take", "m.txt").out


def test_an_ask_is_kept_until_it_is_said_to_be_none(office, tmp_path):
    """As at the command line."""
    office("block", "JYT-1-1", "-d", "缺钱", "--ask", "请拨款", "--expected", "12-1")
    for text, left in (("JYT-1-1 20%", {"ask", "difficulty", "expected_on"}), ("JYT-1-1 推进中 25%｜提请：无｜困难：暂无｜预计：无", set())):
        (tmp_path / "m.txt").write_text(text, encoding="utf-8")
        office("take", "m.txt")
        assert {"ask", "difficulty", "expected_on"} & office("log", "JYT-1-1", "--json").json["entries"][-1].keys() == left


def test_no_change_is_confirmed(office, tmp_path):
    office("update", "JYT-1-1", "-s", "推进中", "-p", "30")
    (tmp_path / "m.txt").write_text("JYT-1-1 无变化\n", encoding="utf-8")
    for outcome in ("confirm", "repeated"):
        assert office("take", "m.txt", "--json").json["lines"][0]["outcome"] == outcome
    assert office("log", "JYT-1-1", "--json").json["entries"][-1]["kind"] == "confirmation"


def test_a_clerk_takes_lines_for_their_own_agency_only(office, tmp_path):
    (tmp_path / "m.txt").write_text("JYT-1-1 推进中 30%\n", encoding="utf-8")
    assert "由省教育厅（JYT）负责" in office("take", "m.txt", ok=False, agency="KJT").err
    office("take", "m.txt", agency="JYT")
    assert "typed_by" not in office("log", "JYT-1-1", "--json").json["entries"][-1]


def test_dry_run_writes_nothing(office, tmp_path):
    (tmp_path / "m.txt").write_text("JYT-1-1 推进中 30%\n", encoding="utf-8")
    before = written(office)
    screen = office("take", "m.txt", "--dry-run")
    assert screen.out.startswith("+ JYT-1-1") and "未写入" in screen.err and written(office) == before


def test_the_next_command_can_be_typed_as_it_is_printed(office, tmp_path):
    (tmp_path / "群 消息.txt").write_text("乱写\nJYT-1-1 推进中 30%\n", encoding="utf-8")
    for words in ([], ["--dry-run"]):
        refused = office("take", "群 消息.txt", "--sender", "张三", *words, ok=False).err
        office("take", *shlex.split(refused.rpartition("→ deeds take ")[2]), "--dry-run", ok=False)
    taken = office(*(word for word in shlex.split(refused.rpartition("→ deeds ")[2]) if word != "--dry-run"), ok=False)
    assert "已录入 1 行" in taken.err
    (tmp_path / "群 消息.txt").write_text("JYT-1-1 推进中 40%\n", encoding="utf-8")
    tried = office("take", "群 消息.txt", "--sender", "张三", "--dry-run").err
    office(*shlex.split(tried.rpartition("→ deeds ")[2]))
    assert office("show", "JYT-1-1", "--json").json["progress"] == 40


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(office, tmp_path, codec):
    (tmp_path / "m.txt").write_bytes("JYT-1-1 推进中 30% 摸底\r\n".encode(codec))
    office("take", "m.txt")
    assert office("show", "JYT-1-1", "--json").json["note"] == "摸底"


@pytest.mark.parametrize(("name", "content", "code", "words"), [
    ("m.txt", b"", 8, "没有内容可录"), ("m.txt", b"\n \n", 8, "没有内容可录"), ("m.txt", b"\xff\x81\x00" * 9, 8, "编码无法识别"),
    ("none.txt", None, 4, "没有文件"), (".", None, 8, "不能读取"),
])  # fmt: skip
def test_files_that_hold_no_lines(office, tmp_path, name, content, code, words):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    screen = office("take", name, ok=False)
    assert screen.code == code and words in screen.err


@pytest.mark.parametrize(("words", "advice"), [
    (["--dry-run"], "只录其余各行 → deeds take m.txt --sender 李 --dry-run --readable"),
    (["--readable", "--dry-run"], "能录入 1 行；另有 1 行读不懂或不能录入（如上）。去掉 --dry-run 即录入其余各行 → deeds take m.txt --sender 李 --readable"),
])  # fmt: skip
def test_what_to_type_after_a_dry_run(office, tmp_path, words, advice):
    (tmp_path / "m.txt").write_text("JYT-1-1 推进中 30%\nJYT-9-9 推进中 20%\n", encoding="utf-8")
    said = office("take", "m.txt", "--sender", "李", *words, ok=False).err
    assert said.replace("'李'", "李").endswith(f"{advice}\n")


def test_nothing_is_advised_where_no_line_is_left(office, tmp_path):
    (tmp_path / "m.txt").write_text("JYT-9-9 推进中 20%\n", encoding="utf-8")
    for words in ([], ["--readable"], ["--readable", "--dry-run"]):
        assert "--readable" not in office("take", "m.txt", *words, ok=False).err


def test_what_a_long_line_brings_is_cut_where_it_is_shown(office, tmp_path):
    (tmp_path / "m.txt").write_text("JYT-1-3 推进中 10% " + "长" * 1500, encoding="utf-8")
    shown = office("take", "m.txt", "--dry-run").out
    assert len(shown) < 400 and "共 15" in shown
    office("take", "m.txt")
    assert office("show", "JYT-1-3").out.count("长") == 1500, "kept whole"


@pytest.mark.parametrize(
    ("text", "quantity", "progress", "note"),
    [
        ("2000个 已摸底", 2000, 67, "已摸底"), ("推进中 2000个", 2000, 67, None), ("推进中，已完成2,000个，余下年内建成", 2000, 67, "余下年内建成"),
        ("推进中 67% 累计完成 2000 个。", 2000, 67, None), ("推进中 数量2000 已摸底", 2000, 67, "已摸底"), ("推进中 0.2万个", 2000, 67, None),
        ("已完成2000个｜数量：2,000个", 2000, 67, "已完成2000个"), ("完成2000个", 2000, 67, None), ("已完成 3000个", 3000, 100, None), ("推进中 7月底 前开工", 1500, 50, "7月底 前开工"), ("推进中｜进展：另建500个", 1500, 50, "另建500个"),
    ],
)  # fmt: skip
def test_an_amount_in_the_unit_of_the_deed_is_its_quantity(office, tmp_path, text, quantity, progress, note):
    office("assign", "JYT-1-1", "--target", "3000个")
    office("update", "JYT-1-1", "-s", "推进中", "-q", "1500")
    (tmp_path / "m.txt").write_text(f"JYT-1-1 {text}\nJYT-1-2 推进中 3个 已办\n", encoding="utf-8")
    taken = office("take", "m.txt", "--json").json["lines"]
    entry = taken[0]["entry"]
    assert (int(entry["quantity"]), entry["progress"], entry.get("note")) == (quantity, progress, note)
    assert taken[1]["entry"]["note"] == "3个 已办" and "quantity" not in taken[1]["entry"], "without a target it is words"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("推进中 2000户 已摸底", "line_amount_unsure"), ("推进中 完成2000个快检室", "line_amount_unsure"), ("推进中 已摸底，另建500个", "line_amount_unsure"),
        ("推进中 数量2000户", "line_amount_unsure"), ("推进中 80%", "line_quantity_stale"), ("已完成", "line_quantity_stale"),
        ("推进中 50% 2000个", "quantity_disagrees"), ("推进中 3000个", "quantity_reached"), ("已完成 2000个", "quantity_short"),
    ],
)  # fmt: skip
def test_an_amount_is_never_guessed_at(office, tmp_path, text, key):
    office("assign", "JYT-1-1", "--target", "3000个")
    office("update", "JYT-1-1", "-s", "推进中", "-q", "1500")
    (tmp_path / "m.txt").write_text(f"JYT-1-1 {text}\n", encoding="utf-8")
    before = written(office)
    [bad] = office("take", "m.txt", "--json", "--dry-run", ok=False).json["unreadable"]
    assert bad["error"] == f"errors.{key}" and written(office) == before


def test_the_lines_to_be_mended_are_in_the_file_that_was_named(office, tmp_path):
    (tmp_path / "m.txt").write_text("乱写\nJYT-1-1 推进中 30%\n", encoding="utf-8")
    assert office("take", "m.txt", "--readable", ok=False).err.rstrip().endswith("→ deeds take m.txt")


def test_what_is_no_text_is_told_in_words_of_this_door(office, tmp_path, monkeypatch):
    (tmp_path / "m.txt").write_bytes(b"\xff\xff\x81")
    refused = office("take", "m.txt", ok=False)
    assert refused.code == 8 and "纯文本" in refused.err and refused.err.rstrip().endswith("→ deeds take m.txt") and "xlsx" not in refused.err
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xff\x81")))
    refused = office("take", "-", ok=False)
    assert refused.code == 8 and "复制文字" in refused.err and "xlsx" not in refused.err
