"""Columns, groups and narrow windows: every row once, whatever is asked to be shown of it."""

from __future__ import annotations

import json
import re

import pytest

from tracker.cli import listing, output
from tracker.errors import NotFound

pytest_plugins = ["office"]


def test_data_are_whole_and_a_screen_says_that_it_is_not(office):
    assert "列出 50 件，共 132 件" in office("list").err
    whole = json.loads(office("list", "--json").out)
    assert len(whole["deeds"]) == whole["total"] == 132
    assert len(office("list", "--csv").out.splitlines()) == 1 + 132


@pytest.mark.parametrize("group", listing.GROUPS)
def test_every_deed_stands_in_one_group(office, group):
    flat = json.loads(office("list", "--all", "--json").out)
    told = json.loads(office("list", "--group-by", group, "--json").out)
    codes = [deed["code"] for deed in told["deeds"]]
    assert sorted(codes) == sorted(deed["code"] for deed in flat["deeds"]) and len(set(codes)) == told["total"]
    assert sum(one["count"] for one in told["groups"]) == told["total"]
    assert len({one["group"] for one in told["groups"]}) == len(told["groups"])


def test_a_group_keeps_the_order_asked_for(office):
    for number, share in ((1, 20), (3, 70)):
        office("update", f"JYT-1-{number}", "-p", str(share), agency="JYT")
    told = json.loads(office("list", "-a", "JYT", "--group-by", "lead", "--sort", "progress", "--json").out)
    shares = [-1 if deed["progress"] is None else deed["progress"] for deed in told["deeds"]]
    assert shares == sorted(shares, reverse=True) and len(set(shares)) > 1


def test_due_months_in_order_the_open_ones_last(office):
    for number, due in ((1, "2021-12-31"), (2, "2021-09-30")):
        office("assign", f"JYT-1-{number}", "--due", due, "--basis", "文号", agency="SJGW")
    months = [one["group"] for one in json.loads(office("list", "--group-by", "due", "--json").out)["groups"]]
    assert months[:-1] == sorted(months[:-1]) and months[-1] == "–" and len(months) > 1


@pytest.mark.parametrize("words", ["code,due,title", "编号、时限、名称", "编号，DUE 名称", "code,due,due,title"])
def test_columns_in_the_order_asked_for(office, words):
    heads, *rows = office("list", "-a", "JYT", "--columns", words, "--csv").out.lstrip("\ufeff").splitlines()
    assert heads == "编号,时限,名称" and all(row.startswith("JYT-1-") and row.count(",") == 2 for row in rows)


def test_every_column_has_something_to_show(office):
    lines = office("list", "--columns", ",".join(listing.ALL), "--csv").out.splitlines()
    assert all(line.count(",") >= len(listing.ALL) - 1 for line in lines) and len(lines) > 10


def test_a_narrow_window_leaves_out_columns_of_nothing_first(office, monkeypatch):
    wide = office("status").out
    monkeypatch.setattr(output, "window", lambda: 76)
    narrow = office("status")
    totals = next(line for line in wide.splitlines() if line.startswith("合计")).split()
    heads = next(line for line in wide.splitlines() if line.startswith("责任单位")).split()
    named = re.search("未列出的栏：(.*)。", narrow.err)[1].split("、")
    assert named and all(totals[heads.index(name)] in ("0", "·") for name in named)
    rows = narrow.out[narrow.out.index("责任单位") :].splitlines()
    assert {len(row.split()) for row in rows} == {len(heads) - len(named)}


def test_status_says_how_the_announced_became_the_tracked(told):
    found = told("status", "--json").json["reconciliation"]
    assert found == {"announced": 132, "added": 1, "dropped": 1, "merged": 0, "unlinked": 0, "deeds": 132}
    before = told("status", "--as-of", "2021-06-20", "--json").json["reconciliation"]
    assert before == found | {"added": 0, "dropped": 0}


def test_columns_of_what_the_journal_alone_knows(told):
    screen = told("list", "-a", "JYT", "--columns", "编号,配合单位,责任人,存在问题,提请事项,预计完成", "--csv")
    rows = [line.split(",") for line in screen.out.splitlines()[1:]]
    assert ["JYT-1-2", "省科技厅", "王处长", "", "", ""] in rows
    assert ["JYT-1-3", "", "王处长", "经费未到位", "请拨付专项经费", "2022-01-20"] in rows


def test_csv_has_no_sign_for_what_is_not_known(told):
    assert "–" not in told("list", "--all", "--csv").out


def test_a_deed_sent_back_shows_what_is_counted(told):
    listed = told("list", "-a", "KJT", "--sort", "progress").out
    assert "100%→40%" in next(line for line in listed.splitlines() if line.startswith("KJT-1-2"))
    [row] = [row for row in told("list", "-a", "KJT", "--json").json["deeds"] if row["code"] == "KJT-1-2"]
    assert (row["progress"], row["counted"]) == (100, 40)


@pytest.mark.parametrize("words", ["list", "silent", "due --within 200"])
def test_a_clerk_sees_their_own_and_is_told_so(told, words):
    own = told(*words.split(), "--json", agency="JYT").json
    assert own["agencies"] == ["JYT"] and {deed["agency"] for deed in own["deeds"]} == {"JYT"}
    assert "只列本单位（省教育厅）的" in told(*words.split(), agency="JYT").err
    every = told(*words.split(), "--all-agencies", "--json", agency="JYT").json
    assert every["agencies"] == [] and every["total"] > own["total"]
    office = told(*words.split(), "--json").json
    assert office == every and "本单位" not in told(*words.split()).err


def test_who_searches_or_names_a_commitment_sees_all(told):
    assert told("list", "报销", "--json", agency="JYT").json["total"] == 1
    assert told("list", "-c", "KJT-1", "--json", agency="JYT").json["total"] == 7


def test_several_agencies(told):
    for words in ("list", "silent"):
        found = told(words, "-a", "JYT", "-a", "省科技厅", "--json", agency="MZT").json
        assert found["agencies"] == ["JYT", "KJT"] and {deed["agency"] for deed in found["deeds"]} == {"JYT", "KJT"}
    refused = told("list", "-a", "JYT", "--all-agencies", ok=False)
    assert refused.code == 2 and "不能同时写" in refused.err


@pytest.mark.parametrize("words", ["remind -a JYT -a KJT --dry-run", "verify KJT-1-2 --confirm --reject -n 说明", "update JYT-1-1 -p 30 -p 40"])
def test_an_option_for_one_value_is_not_given_two(told, words):
    refused = told(*words.split(), ok=False)
    assert refused.code == 2 and "只能写一个" in refused.err and "--help" in refused.err


def test_an_agency_is_found_in_either_script(told):
    for lang in ("zh-TW", "zh-CN"):
        assert told("silent", "-a", "省教育廳", "--json", lang=lang).json["agencies"] == ["JYT"]
        assert told("list", "-a", "科學技術", "--json", lang=lang).json["agencies"] == ["KJT"]
    near = told("list", "-a", "省教育聽", ok=False, lang="zh-TW")
    assert "JYT" in near.err


def test_an_agency_is_chosen_by_its_name_as_by_its_code(office):
    named, coded = (
        office("assign", word, "--due", "2021-12-31", "--basis", "文号", "--dry-run", agency="SJGW").out for word in ("省教育厅", "JYT")
    )
    assert named == coded != ""
    refused = office("assign", "省交通运输厅", "--due", "2021-12-31", "--basis", "文号", ok=False, agency="SJGW")
    assert "没有牵头的实事" in refused.err and "deeds status" in refused.err


def test_a_dropped_deed_has_no_light(office):
    office("drop", "JYT-1-3", "--reason", "不存在")
    assert "已核减" in office("list", "--dropped").out and "灰" not in office("list", "--dropped").out
    assert "未评" not in (shown := office("show", "JYT-1-3").out) and "灰" not in shown and "核减" in shown


@pytest.mark.parametrize("words", ["JYT-1-1..3", "jyt-1-1～3", "JYT-1-1..3 -a JYT"])
def test_a_range_is_a_range_here_too(office, words):
    assert [deed["code"] for deed in office("list", *words.split(), "--json").json["deeds"]] == ["JYT-1-1", "JYT-1-2", "JYT-1-3"]


def test_half_a_range_is_refused_here_too(office):
    refused = office("list", "JYT-1..3", ok=False)
    assert refused.code == NotFound.exit_code and "JYT-1-1..3" in refused.err


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("JYT-1-1 KJT-1-2", ["JYT-1-1", "KJT-1-2"]),
        ("JYT-1-1、kjt-1-2", ["JYT-1-1", "KJT-1-2"]),
        ("SCJG-1-1", ["SCJG-1-1"]),
        ("JYT-1-1..2 KJT-1-1..2", ["JYT-1-1", "JYT-1-2", "KJT-1-1", "KJT-1-2"]),
        ("JYT-1-1 KJT-1 近视", []),
        ("JYT KJT-1 近视", ["JYT-1-4"]),
    ],
)
def test_codes_are_listed_together_and_words_must_all_fit(told, words, found):
    assert [row["code"] for row in told("list", *words.split(), "--json").json["deeds"]] == found


def test_english_agencies_stand_in_columns_as_in_reports(office):
    """Nine of ten rows read “Jiangsu Pro…” at 80 columns: what most names begin with is left out, but not for a program."""
    office("update", "JYT-1-3", "-s", "推进中", "-p", "5")
    for words, name in ((("list", "JYT-1-3"), "Department of Education"), (("status",), "JYT   Education")):
        told = office(*words, lang="en").out
        assert name in told and "Jiangsu Provincial Department" not in told
    assert "Jiangsu Provincial Department of Education" in office("list", "JYT-1-3", "--csv", lang="en").out
    assert "Jiangsu Provincial Department of Education" in office("show", "JYT-1-3", lang="en").out
