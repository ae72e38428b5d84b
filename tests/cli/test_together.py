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
