"""Several deeds at once: all that is in the way is told, and how to do the rest; what there is nothing to confirm of is left out."""

from __future__ import annotations

import shlex

import pytest

from tracker.deeds.together import spans

pytest_plugins = ["office"]


def reported(office, *codes):
    """Which of these deeds have a report or a confirmation of today."""
    return [code for code in codes if office("log", code, "--json").json["entries"][-1]["kind"] in ("progress", "confirmation")]


def test_all_that_is_in_the_way_and_the_command_for_the_rest(any_office):
    office = any_office
    codes = ["JYT-1-1", "JYT-1-2", "JYT-1-3", "KJT-1-1"]
    refused = office("update", "JYT-1-1..3", "KJT-1-1", "MZT-1-1", "-s", "推进中", "-n", "两 字", "--yes", ok=False, agency="JYT")
    assert refused.code == 6 and reported(office, *codes) == []
    *faults, last = refused.err.splitlines()
    assert [line[:7] for line in faults] == ["KJT-1-1", "MZT-1-1"]
    assert "有 2 件不能办（如上），没有写入任何内容。只办其余 3 件" in last
    office(*shlex.split(last.rpartition("→ deeds ")[2]), agency="JYT")
    assert reported(office, *codes) == codes[:3]
    assert office("log", "JYT-1-2", "--json").json["entries"][-1]["note"] == "两 字"


def test_the_same_fault_of_many_is_told_once(office):
    refused = office("update", "SCJG-1", "-s", "推进中", "-p", "101", "--yes", ok=False, agency="SCJG")
    assert refused.err.splitlines()[0].startswith("SCJG-1-1..62：完成率 101 不在") and len(refused.err.splitlines()) == 2
    assert "这 62 件都不能办" in refused.err


def test_one_deed_has_its_own_error(office):
    assert "件不能办" not in office("confirm", "JYT-1-1", ok=False).err


def test_of_a_filter_what_there_is_to_confirm_is_meant(any_office):
    office = any_office
    office("start", "JYT-1-1")
    office("complete", "JYT-1-2")
    for words, confirmed in ((["JYT"], ["JYT-1-1"]), (["JYT-1-1..3"], ["JYT-1-1"])):
        screen = office("confirm", *words, "--json", "--yes")
        assert [each["deed"] for each in screen.json["entries"]] == confirmed
    said = office("confirm", "JYT", "--yes").err
    assert "另有 3 件不在其内：2 件从未报送，无从确认；1 件已完成、暂缓或终止" in said
    assert "不在其内" not in office("confirm", "JYT-1-1", "JYT-1-2").err
    refused = office("confirm", "JYT-1-1", "JYT-1-3", ok=False)
    assert "JYT-1-3 从未报送" in refused.err and refused.err.rstrip().endswith("→ deeds confirm JYT-1-1")
    refused = office("confirm", "KJT", ok=False)
    assert refused.code == 5 and "没有可确认的" in refused.err


@pytest.mark.parametrize(("codes", "found"), [
    ([], []), (["A-1-1"], ["A-1-1"]), (["A-1-1", "A-1-2"], ["A-1-1", "A-1-2"]), (["A-1-1", "A-1-2", "A-1-3", "A-1-5", "B-1-6"], ["A-1-1..3", "A-1-5", "B-1-6"]),
])  # fmt: skip
def test_spans(codes, found):
    assert spans(codes) == found


def kinds(office, *codes):
    """The kinds of the last entry of each of some deeds."""
    return [office("log", code, "--json").json["entries"][-1]["kind"] for code in codes]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (["assign", "--due", "2021-12-31", "--basis", "文号"], "schedule"),
        (["propose", "--due", "2021-12-31", "--reason", "两 字"], "proposal"),
        (["drop", "--reason", "不存在"], "drop"),
        (["verify", "--reject", "-n", "不实"], "finding"),
        (["baseline", "--approval", "文号"], "baseline"),
    ],
)
def test_every_command_for_several_tells_all_faults_and_the_rest(any_office, words, kind):
    """JYT-1-2 and JYT-1-3 were dropped, KJT-1-1 is another's: of four, whoever acts, one can be done."""
    office = any_office
    office("start", "JYT-1-1", "JYT-1-2", "JYT-1-3", "--yes", agency="JYT")
    office("drop", "JYT-1-2..3", "--reason", "不存在", "--yes", "--approval", "文号")
    office("baseline", "KJT-1-1", "--approval", "文号")
    agency = {"verify": "SJGW", "baseline": "SJGW"}.get(words[0], "JYT")
    before = kinds(office, "JYT-1-1", "JYT-1-2", "JYT-1-3", "KJT-1-1")
    command, *options = words
    refused = office(command, "JYT-1-1", "JYT-1-2", "KJT-1-1", "JYT-1-3", *options, "--yes", ok=False, agency=agency)
    *faults, last = refused.err.splitlines()
    assert [line[:7] for line in faults] == ["JYT-1-2", "JYT-1-3", "KJT-1-1"][: 2 if command == "baseline" else 3]
    assert "只办其余" in last and kinds(office, "JYT-1-1", "JYT-1-2", "JYT-1-3", "KJT-1-1") == before
    office(*shlex.split(last.rpartition("→ deeds ")[2]), agency=agency)
    assert kinds(office, "JYT-1-1", "JYT-1-2", "JYT-1-3") == [kind, *before[1:3]]


def test_several_proposals_are_decided_at_once(any_office):
    office = any_office
    asked = [office("propose", code, "--due", "2022-3-31", "--reason", "流标", "--json", agency="JYT").json["entries"][0]["number"] for code in ("JYT-1-1", "JYT-1-2", "JYT-1-3")]
    office("decide", str(asked[0]), "--decline", "--reason", "按期")
    refused = office("decide", *map(str, asked), "1", "--approve", "--approval", "文号", ok=False)
    assert [line for line in refused.err.splitlines() if "没有待批复的申请" in line or "没有第 1 号申请" in line] == refused.err.splitlines()[:2]
    again = refused.err.splitlines()[-1].rpartition("→ deeds ")[2]
    assert again.startswith(f"decide {asked[1]} {asked[2]} --approve ")
    done = office(*shlex.split(again))
    assert [line.split()[0] for line in done.out.splitlines()] == ["JYT-1-2", "JYT-1-3"] and "2022-03-31" in done.out
    assert [office("show", code, "--json").json["due_on"] for code in ("JYT-1-1", "JYT-1-2", "JYT-1-3")] == [None, "2022-03-31", "2022-03-31"]


def test_several_are_proposed_at_once(any_office):
    office = any_office
    office("start", "JYT-1-1..3", agency="JYT")
    made = office("propose", "JYT-1-1..3", "--suspend", "--reason", "等待新政策", agency="JYT")
    assert made.out.count("推进中 → 暂缓") == 3 and "deeds undo --entry " in made.err
    office(*shlex.split(made.err.rpartition("→ deeds ")[2]), agency="JYT")
    assert kinds(office, "JYT-1-1", "JYT-1-2", "JYT-1-3") == ["retraction", "proposal", "proposal"], "what else is said of it since stays"


def test_all_words_that_mean_nothing_are_told(any_office):
    office = any_office
    refused = office("start", "JYT-9-9", "JYT-1-1", "JYT-1-88", "JYT-1-2、JYT-1-3", "--yes", ok=False, agency="JYT")
    faults, last = refused.err.splitlines()[:-1], refused.err.splitlines()[-1]
    assert refused.code == 4 and len(faults) == 1 and "JYT-9-9、JYT-1-88" in faults[0], "the same of both"
    assert last.endswith("→ deeds start JYT-1-1..3 --yes")
    assert "都看不懂" in office("start", "JYT-9-9", "JYT-1-88", ok=False).err


def test_a_fault_of_many_leads_to_a_command_that_takes_them(office):
    refused = office("complete", "SCJG-1-1..3", "SCJG-1-9", ok=False, agency="SCJG")
    assert refused.err.splitlines()[0].startswith("SCJG-1-1..3、SCJG-1-9 尚未具名") and "→ deeds name SCJG-1-1 " in refused.err
    refused = office("assign", "SCJG-1", "--due", "12-31", ok=False)
    assert len(refused.err.splitlines()) == 2 and "→ deeds assign SCJG-1-1..62 --due 2021-12-31 --basis" in refused.err


def test_what_cannot_be_taken_back_is_told_of_all(any_office):
    office = any_office
    office("start", "JYT-1-1", agency="JYT")
    refused = office("undo", "JYT-1-1", "JYT-1-4", "KJT-1-1", ok=False, agency="JYT")
    assert refused.err.startswith("JYT-1-4 上没有本单位可撤回的记录。查看全部记录 → deeds log JYT-1-4\nKJT-1-1 由省科技厅（KJT）负责")
    assert refused.err.rstrip().endswith("→ deeds undo JYT-1-1") and kinds(office, "JYT-1-1") == ["progress"]
