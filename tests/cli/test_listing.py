"""Columns, groups and narrow windows: every row once, whatever is asked to be shown of it."""

from __future__ import annotations

import json

import pytest

from tracker.cli import listing, output

pytest_plugins = ["office"]


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


def test_a_narrow_window_leaves_out_columns_of_nothing(office, monkeypatch):
    wide = office("status").out
    monkeypatch.setattr(output, "fits", lambda heads, rows: False)
    narrow = office("status")
    heads = wide.splitlines()[1].split()
    kept = narrow.out.splitlines()[1].split()
    totals = next(line for line in wide.splitlines() if line.startswith("合计")).split()
    assert kept == [head for head, total in zip(heads, totals, strict=True) if total not in ("0", "·")]
    assert len(kept) < len(heads) and "未列出" in narrow.err


def test_what_fits(monkeypatch):
    rows = [["教育", 4], ["民政", 12]]
    assert output.fits(["单位", "件"], rows)  # a pipe
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    for width, fits in ((8, True), (7, False)):
        monkeypatch.setenv("COLUMNS", str(width))
        assert output.fits(["单位", "件"], rows) is fits


def test_an_agency_is_chosen_by_its_name_as_by_its_code(office):
    named, coded = (
        office("assign", word, "--due", "2021-12-31", "--basis", "文号", "--dry-run", agency="SJGW").out for word in ("省教育厅", "JYT")
    )
    assert named == coded != ""
    refused = office("assign", "省交通运输厅", "--due", "2021-12-31", "--basis", "文号", ok=False, agency="SJGW")
    assert "没有牵头的实事" in refused.err and "deeds status" in refused.err
