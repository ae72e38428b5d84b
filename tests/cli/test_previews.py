"""What is written to several deeds at once: shown old beside new, once, before it is agreed to."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from tracker import entries
from tracker.cli import output

pytest_plugins = ["office"]
DUE = ("--due", "12-31", "--basis", "文号")
LINE = "JYT-1-1  学生减负  "


@pytest.mark.parametrize(("words", "said"), [
    (("assign", "JYT-1", "--due", "2022-3-31", "--basis", "新文号", "--responsible", "王处长"), "责任人 – → 王处长；时限 2021-12-31 → 2022-03-31；依据：新文号"),
    (("assign", "JYT-1", "--target", "<=5天"), "目标 – → 不超过 5 天"),
    (("update", "JYT-1", "-s", "受阻", "-p", "40", "--difficulty", "用地"), "自报 推进中 20% → 受阻 40%；存在问题：用地"),
    (("confirm", "JYT-1"), "无变化确认"),
    (("baseline", "JYT-1", "--approval", "定账文号"), "定账；时限 2021-12-31；批准：定账文号"),
])  # fmt: skip
def test_old_beside_new(office, monkeypatch, words, said):
    office("assign", "JYT-1", *DUE, "--yes")
    office("update", "JYT-1", "-p", "20", "--yes")
    with office.books() as b:
        before = entries.head(b.connection)
    refused = office(*words, ok=False)
    assert refused.code == 2 and f"  {LINE}{said}\n" in refused.err and refused.out == ""
    with office.books() as b:
        assert entries.head(b.connection) == before
    monkeypatch.setattr(output, "interactive", lambda: True)
    monkeypatch.setattr("tracker.cli.output.agreed", lambda *args, **more: True)
    agreed = office(*words)
    assert (agreed.out + agreed.err).count(LINE) == 1, "shown before asking, not again"


def test_with_yes_it_is_shown_once(office):
    screen = office("assign", "JYT-1", *DUE, "--yes")
    assert screen.out.count(LINE) == 1 and LINE not in screen.err and "已写入 4 件" in screen.err


def test_a_dry_run_shows_as_much_and_finds_as_much(office):
    tried = office("assign", "JYT-1", *DUE, "--dry-run")
    with office.books() as b:
        before = entries.head(b.connection)
    assert tried.out == office("assign", "JYT-1", *DUE, "--yes").out and "未写入" in tried.err
    office("assign", "JYT-1", *DUE, "--start", "2022-1-1", "--dry-run", ok=False)
    assert "没有需要写入的" in office("assign", "JYT-1", *DUE, "--dry-run").err, "they have it already"
    some = office("assign", "JYT-1", "KJT-1-1", *DUE, "--dry-run")
    assert some.out.startswith("KJT-1-1 ") and len(some.out.splitlines()) == 1 and "另有 4 件与现在相同" in some.err
    assert len(office("assign", "KJT-1", *DUE, "--dry-run", "--json").json["entries"]) == 7
    with office.books() as b:
        assert entries.head(b.connection).number == before.number + 4


def test_another_basis_of_the_same_day_is_what_changes(any_office):
    office = any_office
    office("assign", "JYT-1-1", "--due", "2021-12-31", "--basis", "会议纪要")
    assert office("assign", "JYT-1-1", "--due", "2021-12-31", "--basis", "更正纪要").out == "JYT-1-1  学生减负  依据：更正纪要\n"
    assert "申请内容：依据：第三稿" in office("propose", "JYT-1-1", "--due", "2021-12-31", "--basis", "第三稿", "--reason", "笔误", agency="JYT").err
    alone = office("assign", "JYT-1-1", "JYT-1-2", "--basis", "更正纪要", ok=False)
    assert "须与时限同写" in alone.err and "deeds assign JYT-1-1 --due 日期 --basis" in alone.err
    assert "没有写明要安排什么" in office("assign", "JYT-1-1", "--reason", "笔误", ok=False).err


LISTED = ["1. 社保卡加载", "2、灵活就业参保", "（3）高校毕业生见习", "四、零工市场", "⑤ 夜校", "  · 家政培训", "12345热线", "第一书记派驻", "四要素核验", "3D打印培训"]
NAMED = ["社保卡加载", "灵活就业参保", "高校毕业生见习", "零工市场", "夜校", "家政培训", "12345热线", "第一书记派驻", "四要素核验", "3D打印培训"]


def test_names_of_a_list_leave_its_numbers_behind(any_office, monkeypatch):
    """From a file, and from what is pasted."""
    office = any_office
    Path("names.txt").write_text("\n".join(LISTED), encoding="utf-8")
    office("name", "SCJG-1-1..10", "--from", "names.txt", "--yes")
    pasted = "\n".join(f"{line}甲" for line in LISTED).encode()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(pasted), isatty=lambda: False))
    office("name", "SCJG-1-21..30", "--from", "-", "--yes")
    titles = {row["code"]: row["title"] for row in office("list", "--agency", "SCJG", "--all", "--json").json["deeds"]}
    assert [titles[f"SCJG-1-{n}"] for n in range(1, 11)] == NAMED
    assert [titles[f"SCJG-1-{n}"] for n in range(21, 31)] == [f"{name}甲" for name in NAMED]


def test_names_are_previewed(office, tmp_path):
    (tmp_path / "names.txt").write_text("甲\n乙\n丙\n丁\n", encoding="utf-8")
    assert "  SCJG-1-2  名称 – → 乙" in office("name", "SCJG-1", "--from", "names.txt", ok=False).err
    assert "SCJG-1-2  名称 – → 乙" in office("name", "SCJG-1", "--from", "names.txt", "--dry-run").out
    assert office("show", "SCJG-1-2", "--json").json["title"] is None


def test_several_as_json_are_one_document(office):
    made = office("start", "JYT-1-1", "JYT-1-2", "--json").json["entries"]
    assert [entry["deed"] for entry in made] == ["JYT-1-1", "JYT-1-2"]
    assert office("start", "JYT-1-3", "--json").json["status"] == "in_progress"


def test_fixing_books_without_a_due_day_is_said(office):
    office("assign", "JYT-1-1", *DUE)
    screen = office("baseline", "JYT-1", "--yes")
    assert "4 件中有 3 件未定时限" in screen.err and "没有注明定账文号" in screen.err
    assert "JYT-1-2  " in screen.out and "未定时限" in screen.out


def test_a_quantity_is_shown_where_it_is_entered(office):
    office("assign", "JYT-1-1", "--target", "3000所")
    assert "推进中 50%；数量：1500" in office("update", "JYT-1-1", "-q", "1500").out


def test_many_to_which_the_same_happens_stand_in_a_line(office):
    office("name", "SCJG-1-9", "甲")
    said = office("assign", "SCJG-1", "KJT-1-1", *DUE, "--dry-run").out.splitlines()
    assert said == ["KJT-1-1       减少报表  时限 – → 2021-12-31；依据：文号", "SCJG-1-1..62  62 件     时限 – → 2021-12-31；依据：文号"]


def test_previews_are_aligned(office):
    from tracker.cli.layout import columns

    lines = office("assign", "SCJG-1-9..11", "KJT-1-1", *DUE, "--dry-run").out.splitlines()
    assert len({columns(line[: line.index("时限")]) for line in lines}) == 1 and len(lines) == 4
