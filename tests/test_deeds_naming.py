"""Naming what was announced as a number. On both engines."""

from __future__ import annotations

from datetime import date

from desk import refused

from tracker.deeds import find, items, naming, select_deeds

pytest_plugins = ["desk"]


def test_a_name(desk):
    made = naming.name(desk.as_("SCJG"), "scjg-1-17", "  食品\n安全抽检 ")
    assert made.before.title is None and made.after.title.title == "食品 安全抽检"
    again = naming.name(desk.as_("SCJG"), "SCJG-1-17", "另名")
    assert again.after.title.title == "另名" and len(again.after.title.title) == 2
    late = naming.name(desk.as_("SCJG"), "SCJG-1-17", "早名", on=date(2021, 6, 2))
    assert late.after.title.title == "另名", "an earlier day does not overtake a later one"


def test_no_name(desk):
    for empty in ("", "  ", "\n", "\u200b\u202e"):
        refused("title_empty", naming.name, desk.as_("SCJG"), "SCJG-1-17", empty)


def test_names_in_order(desk):
    clerk = desk.as_("SCJG")
    naming.name(clerk, "SCJG-1-2", "二")
    deeds = select_deeds(desk.connection, ["SCJG-1"])
    made = naming.name_all(clerk, deeds, ["一", " ", "三", "四"])
    assert [(m.entry.deed, m.entry.title) for m in made] == [("SCJG-1-1", "一"), ("SCJG-1-3", "三"), ("SCJG-1-4", "四")]


def test_all_names_or_none(desk):
    clerk = desk.as_("SCJG")
    naming.name(clerk, "SCJG-1-62", "旧")
    deeds = select_deeds(desk.connection, ["SCJG-1"])
    head = desk.head
    refused("titles_too_many", naming.name_all, clerk, deeds, [f"第{n}件" for n in range(62)])
    refused("title_twice", naming.name_all, clerk, deeds, ["一", "二", "一"])
    refused("title_taken", naming.name_all, clerk, deeds, ["一", "旧"])
    refused("title_taken", naming.name_all, clerk, deeds[:9], ["旧"])  # also one that is not among them
    wrong = naming.faults(clerk, deeds, ["一", "", "二", "一", "旧", "一"])
    assert [(number, fault.key, fault.values.get("first"), fault.values.get("other")) for number, fault in wrong] == [
        (4, "errors.title_twice", 1, None), (5, "errors.title_taken", None, "SCJG-1-62"), (6, "errors.title_twice", 1, None),
    ]  # fmt: skip
    refused("titles_empty", naming.name_all, clerk, deeds, ["", " "])
    refused("deed_of_another", naming.name_all, desk.as_("JYT"), deeds, ["一"])
    assert desk.head == head and find(desk.connection, "SCJG-1-1").state.title is None


def test_one_name_for_two_deeds_of_a_commitment(desk):
    clerk = desk.as_("SCJG")
    naming.name(clerk, "SCJG-1-1", "抽检")
    assert refused("title_taken", naming.name, clerk, "SCJG-1-2", " 抽检 ").values["other"] == "SCJG-1-1"
    refused("title_there", items.add, clerk, "SCJG-1", "抽检")
    items.drop(clerk, "SCJG-1-1", "nonexistent")
    assert naming.name(clerk, "SCJG-1-2", "抽检").entries, "one that is dropped takes no name away"
    assert naming.name(desk.as_("SJGW"), "SJGW-1-1", "抽检").entries, "nor does one of another commitment"


def test_the_name_that_it_has_already(desk):
    clerk = desk.as_("SCJG")
    naming.name(clerk, "SCJG-1-1", "抽检")
    head = desk.head
    assert naming.name(clerk, "SCJG-1-1", "抽检 ").entries == () and desk.head == head
