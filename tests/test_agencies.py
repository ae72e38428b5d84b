"""Agencies that change their name or go into another: codes stay, names are versions, deeds go along."""

from __future__ import annotations

import pytest

from tracker import audit, directory

pytest_plugins = ["office"]


def agency(office, code):
    return next(each for each in office("agency", "list", "--json").json["agencies"] if each["code"] == code)


def test_a_new_name_holds_from_now_on(any_office):
    office = any_office
    before = office.head
    office("agency", "rename", "SCJG", "--name", "省市场局", "--full-name", "江苏省市场局")
    assert agency(office, "SCJG")["name"] == "省市场局"
    assert office("list", "-a", "省市场监管局", "--json").json["total"] == 62, "the old name still finds it"
    with office.books() as b:
        assert directory.agencies(b.connection, before)["SCJG"].name == "省市场监管局"
        assert audit.check(b.connection) == []


def test_an_agency_is_added_at_the_end_of_the_directory(any_office):
    office = any_office
    refused = office("assign", "JYT-1-1", "--supporter", "省火星厅", ok=False)
    assert refused.code == 4 and "deeds agency add 代码 名称" in refused.err
    before = office.head
    made = office("agency", "add", "hxt", "省火星厅", "--full-name", "江苏省火星厅", "--alias", "火星厅")
    assert made.out.startswith("已增设 HXT  省火星厅（江苏省火星厅）")
    assert office("agency", "list", "--json").json["agencies"][-1]["code"] == "HXT"
    office("assign", "JYT-1-1", "--supporter", "火星厅", "--lead", "HXT", ok=False)
    office("assign", "JYT-1-1", "--supporter", "火星厅")
    office("assign", "JYT-1-2", "--lead", "省火星厅")
    office("start", "JYT-1-2", agency="HXT")
    assert "省火星厅" in office("show", "JYT-1-1").out
    with office.books() as b:
        assert "HXT" not in directory.agencies(b.connection, before)
        assert audit.check(b.connection) == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["JYT", "省火星厅"], 5, "代码 JYT 已是省教育厅的"),
        (["HXT", "省教育厅"], 5, "已是省教育厅"),
        (["火星", "省火星厅"], 5, "应为 2 至 10 个大写字母或数字"),
        (["HXT", " "], 5, "名称不能为空"),
    ],
)
def test_an_agency_that_cannot_be_added(office, words, code, said):
    before = office.head
    refused = office("agency", "add", *words, ok=False)
    assert refused.code == code and said in refused.err and office.head == before


def test_only_the_office_adds_agencies(office):
    assert office("agency", "add", "HXT", "省火星厅", agency="JYT", ok=False).code == 6


def test_naming_back_and_forth_keeps_every_name_once(office):
    for name in ("省市场局", "省市场监管局", "省市场局"):
        office("agency", "rename", "SCJG", "--name", name)
    found = agency(office, "SCJG")
    assert found["name"] == "省市场局"
    assert len(found["aliases"]) == len(set(found["aliases"])) and "省市场监管局" in found["aliases"]
    assert "省市场局" not in found["aliases"]


def test_a_merger_hands_over_what_is_led_supported_and_verified(any_office):
    office = any_office
    office("assign", "JYT-1-1", "--supporter", "GXT", "--supporter", "KJT")
    office("assign", "JYT-1-2", "--verifier", "GXT")
    office("assign", "JYT-1-3", "--supporter", "GXT")
    office("assign", "JYT-1-3", "--supporter", "KJT")
    number = office("instruct", "GXT", "请报安排", "--json").json["number"]
    screen = office("agency", "succeed", "GXT", "SWT", "--approval", "示例〔1〕", "--reason", "机构改革")
    assert screen.out == "省工信厅已并入省商务厅，移交实事 3 件。\n"
    assert office("show", "GXT-1-1", "--json").json["agency"] == "SWT", "the code stays"
    assert office("show", "JYT-1-1", "--json").json["supporters"] == ["SWT", "KJT"]
    assert office("show", "JYT-1-2", "--json").json["verifier"] == "SWT"
    assert office("show", "JYT-1-3", "--json").json["supporters"] == ["KJT"]
    assert agency(office, "GXT")["successor"] == "SWT"
    assert "已并入省商务厅" in office("whoami", agency="GXT").out
    office("answer", str(number), "已报", agency="SWT")
    refused = office("update", "GXT-1-1", "-p", "10", agency="GXT", ok=False)
    assert refused.code == 6
    with office.books() as b:
        assert audit.check(b.connection) == []


def test_after_the_baseline_a_merger_needs_a_reason(office):
    office("baseline", "GXT-1-1")
    before = office.head
    screen = office("agency", "succeed", "GXT", "SWT", "--approval", "示例〔1〕", ok=False)
    assert screen.code == 5 and "--reason" in screen.err
    assert office.head == before, "all or nothing"
    office("agency", "succeed", "GXT", "SWT", "--approval", "示例〔1〕", "--reason", "机构改革")
    assert agency(office, "GXT")["successor"] == "SWT"


def test_many_deeds_ask_first(office):
    screen = office("agency", "succeed", "KJT", "SWT", "--approval", "示例〔1〕", ok=False)
    assert screen.code == 2 and "--yes" in screen.err and "  KJT-1-7  信息共享    责任单位 省科技厅 → 省商务厅；" in screen.err
    office("agency", "succeed", "KJT", "SWT", "--approval", "示例〔1〕", "--yes")
    assert office("list", "-a", "SWT", "--json").json["total"] == 12


REFUSED = [
    (["rename", "SCJG"], {}, 5, "名称没有变化"),
    (["rename", "SCJG", "--name", "省市场监管局"], {}, 5, "名称没有变化"),
    (["rename", "SCJG", "--name", "省商务厅"], {}, 5, "已是省商务厅的名称"),
    (["rename", "SCJG", "--alias", "江苏省商务厅"], {}, 5, "已是省商务厅的名称"),
    (["rename", "没有厅", "--name", "x"], {}, 4, "没有“没有厅”这个单位"),
    (["rename", "JYT", "--name", "x"], {"agency": "JYT"}, 6, "只有统筹单位"),
    (["succeed", "SJGW", "SWT", "--approval", "示例"], {}, 5, "先改由别的单位统筹"),
    (["succeed", "SWT", "SWT", "--approval", "示例"], {}, 5, "不能并入自己"),
    (["succeed", "GXT", "SWT", "--approval", " "], {}, 2, "--approval"),
    (["succeed", "GXT", "SWT"], {}, 2, "--approval"),
    (["succeed", "GXT", "SWT", "--approval", "示例"], {"agency": "SWT"}, 6, "只有统筹单位"),
]


@pytest.mark.parametrize(("words", "who", "code", "said"), REFUSED)
def test_refusals(office, words, who, code, said):
    before = office.head
    screen = office("agency", *words, ok=False, **who)
    assert screen.code == code and said in screen.err
    assert screen.err.count("\n") == 1 and screen.out == ""
    assert office.head == before


def test_nothing_goes_into_what_is_gone(office):
    office("agency", "succeed", "GXT", "SWT", "--approval", "示例〔1〕")
    assert "此前已并入省商务厅" in office("agency", "succeed", "GXT", "KJT", "--approval", "示例〔2〕", ok=False).err
    assert "已撤并" in office("agency", "succeed", "KJT", "GXT", "--approval", "示例〔2〕", ok=False).err


def test_list_screen(office):
    office("agency", "succeed", "GXT", "SWT", "--approval", "示例〔1〕")
    lines = office("agency", "list").out.splitlines()
    assert lines[0].split() == ["代码", "单位", "全称", "别名", "备注"]
    assert lines[1].endswith("统筹单位") and len(lines) == 33
    assert next(line for line in lines if line.startswith("GXT")).endswith("已并入省商务厅")
    english = office("agency", "list", lang="en").out
    assert "merged into Jiangsu Provincial Department of Commerce" in english
