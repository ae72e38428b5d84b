"""Importing a corrected file: what changes, what stays, what goes missing. On both engines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from desk import refused
from importing import actions, codes_of, file
from sqlalchemy import select

from tracker import directory, journal, models, sources
from tracker.deeds import items, naming, planning, select_deeds
from tracker.deeds.planning import PlanChange
from tracker.errors import BadInput
from tracker.seeding import ADD, CHANGE, KEPT, MISSING, UNCHANGED

pytest_plugins = ["desk"]


# One source, one text


def test_another_text_does_not_take_the_place_of_a_source(desk):
    first, second = "1" * 64, "2" * 64
    desk.take_in(file("key: '1', title: 甲", sha256=f"'{first}'"))
    before = desk.head
    said = refused("import_impossible", desk.take_in, file("key: '1', title: 乙", sha256=f"'{second}'"))
    [line] = said.problems
    assert line.startswith("f.yaml:2:") and f"corrects: {first}" in line and "→ deeds extract" in line
    assert desk.head == before and desk.state("JYT-2-1").title.title == "甲"


def test_a_corrected_text_says_which_one_it_corrects(desk):
    first, second = "1" * 64, "2" * 64
    desk.take_in(file("key: '1', title: 甲", sha256=f"'{first}'"))
    corrected = file("key: '1', title: 乙", sha256=f"'{second}'", corrects=f"'{first}'")
    assert actions(desk.take_in(corrected)) == {CHANGE: 1, UNCHANGED: 3}
    assert desk.state("JYT-2-1").title.title == "乙" and desk.take_in(corrected).empty
    refused("import_impossible", desk.take_in, file("key: '1', title: 丙", sha256=f"'{'3' * 64}'", corrects=f"'{first}'"))


# Titles, deadlines, numbers


def test_corrected_title_reaches_an_untouched_deed(desk):
    desk.take_in(file("key: '1', title: 甲\nkey: '2', title: 乙"))
    code = "JYT-2-1"
    naming.name(desk.as_("JYT"), "JYT-2-2", "自取之名")
    plan = desk.take_in(file("key: '1', title: 甲改\nkey: '2', title: 乙改"))
    assert actions(plan) == {CHANGE: 1, KEPT: 1, UNCHANGED: 2}
    assert plan.count(KEPT) == 1 and not plan.empty
    assert desk.state(code).title.title == "甲改"
    assert desk.state("JYT-2-2").title.title == "自取之名", "what an agency entered is never overwritten"
    assert [e.title for e in desk.entries(code) if e.title] == ["甲", "甲改"], "the old one stays in the journal"
    before = desk.head
    assert desk.take_in(file("key: '1', title: 甲改\nkey: '2', title: 乙改")).empty
    assert desk.head == before


def test_a_correction_holds_from_the_day_of_what_it_corrects(desk):
    """Two corrections, the later one under an earlier `--tracked-from`: the later one holds all the same."""
    desk.take_in(file("key: '1', title: 甲"), since=date(2021, 6, 10))
    desk.take_in(file("key: '1', title: 甲二"), since=date(2021, 7, 1))
    desk.take_in(file("key: '1', title: 甲三"), since=date(2021, 6, 2))
    title = desk.state("JYT-2-1").title
    assert (title.title, title.effective_on) == ("甲三", date(2021, 6, 10))


def test_a_file_names_what_was_unnamed(desk):
    desk.take_in(file())
    naming.name(desk.as_("JYT"), "JYT-2-2", "乙")
    plan = desk.take_in(file("key: '1', title: 甲\nkey: '2', title: 乙"))
    assert actions(plan) == {CHANGE: 2, UNCHANGED: 2}, "the same name as the agency's own is no conflict"
    assert desk.state("JYT-2-1").title.title == "甲"
    assert [e.kind for e in desk.entries("JYT-2-2")] == [journal.OWNERS, journal.TITLE], "said once is enough"


def test_a_title_that_leaves_the_file_stays_with_the_deed(desk):
    desk.take_in(file("key: '1', title: 甲"))
    plan = desk.take_in(file())
    assert actions(plan) == {CHANGE: 1, UNCHANGED: 3}
    assert desk.state("JYT-2-1").title.title == "甲"


def test_corrected_deadline_and_target(desk):
    desk.take_in(file("key: '1', title: 甲\nkey: '2', title: 乙\nkey: '3', title: 丙"))
    office = desk.as_()
    planning.assign(office, select_deeds(desk.connection, ["JYT-2-2"]), PlanChange(due_on=date(2021, 11, 11), basis="文号"))
    planning.baseline(office, select_deeds(desk.connection, ["JYT-2-3"]), approval="文号")
    lines = [f"key: '{n}', title: {t}, due: 2021-12-31, due_basis: 年底前, target: {{quantity: '3000', unit: 个}}" for n, t in enumerate("甲乙丙", 1)]
    plan = desk.take_in(file("\n".join(lines)))
    assert actions(plan) == {CHANGE: 1, KEPT: 2, UNCHANGED: 1}
    first, second, third = (desk.state(f"JYT-2-{n}") for n in (1, 2, 3))
    assert (first.plan.due, first.schedule.basis) == (date(2021, 12, 31), "年底前")
    assert (first.target.target, first.target.unit, first.target.direction) == (Decimal(3000), "个", ">=")
    assert second.plan.due == date(2021, 11, 11), "the office's own deadline stays"
    assert second.target.target == 3000, "and what nobody entered is filled in"
    assert third.plan.due is None and third.target is None, "a plan that is fixed changes only on the record"
    assert desk.take_in(file("\n".join(lines))).empty


def test_declared_number_grows(desk):
    desk.take_in(file(declared=3))
    plan = desk.take_in(file(declared=5))
    assert actions(plan) == {UNCHANGED: 3, ADD: 2} and actions(plan, "commitment") == {CHANGE: 1}
    assert codes_of(desk, "JYT-2") == [f"JYT-2-{n}" for n in range(1, 6)]


def test_declared_number_grows_past_what_the_agency_added(desk):
    """The added deed has number 4 already; codes are given once."""
    desk.take_in(file(declared=3))
    assert items.add(desk.as_("JYT"), "JYT-2", "单位补报") == "JYT-2-4"
    plan = desk.take_in(file(declared=5))
    assert actions(plan) == {UNCHANGED: 3, ADD: 2}
    assert codes_of(desk, "JYT-2") == [f"JYT-2-{n}" for n in range(1, 7)]
    assert desk.state("JYT-2-4").title.title == "单位补报" and desk.state("JYT-2-5").title is None
    assert desk.take_in(file(declared=5)).empty


def test_declared_number_shrinks(desk):
    desk.take_in(file("key: '1', title: 甲", declared=4))
    before = desk.head.number
    plan = desk.take_in(file("key: '1', title: 甲", declared=2))
    assert actions(plan) == {UNCHANGED: 2, MISSING: 2}
    assert [c.code for c in plan.changes if c.action == MISSING] == ["JYT-2-3", "JYT-2-4"]
    assert len(codes_of(desk, "JYT-2")) == 4, "nothing is taken away: dropping is the office's decision"
    assert desk.head.number == before + 1, "only the import itself is new"


def test_a_commitment_that_leaves_the_file(desk):
    desk.take_in(file() + "  - {key: d, agency: KJT, name: 另一项, kind: measure}\n")
    before = desk.head
    plan = desk.take_in(file())
    assert [(c.what, c.code) for c in plan.changes if c.action == MISSING] == [("commitment", "KJT-2")]
    assert plan.empty and desk.head == before


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ("key: '3', title: 丙", "key: '3', title: 丙\nkey: '1', title: 甲", {"3": 3, "1": 1, "2": 2, "4": 4}),
        ("key: b, title: 乙\nkey: '1', title: 甲", None, {"b": 2, "1": 1, "3": 3, "4": 4}),
        ("key: '70', title: 甲", None, {"70": 1, "2": 2, "3": 3, "4": 4}),
        ("key: b, title: 乙\nkey: a, title: 甲", "key: a, title: 甲\nkey: b, title: 乙", {"b": 1, "a": 2, "3": 3, "4": 4}),
    ],
)
def test_a_key_means_the_same_item_for_ever(desk, first, second, numbers):
    desk.take_in(file(first))
    desk.take_in(file(second or first))
    query = select(models.item.c.key, models.item.c.number).join(models.commitment).where(models.commitment.c.code == "JYT-2")
    assert dict(desk.connection.execute(query).all()) == numbers


def test_a_new_key_where_unnamed_items_stand_is_refused_with_its_place(desk):
    desk.take_in(file("key: '1', title: 甲"))
    with pytest.raises(BadInput) as caught:
        desk.take_in(file("key: '1', title: 甲\nkey: x, title: 新"))
    [problem] = caught.value.problems
    assert problem.startswith("f.yaml:11:") and "commitments[c].items[x].key" in problem


def test_one_item_replaced_by_another(desk):
    """Where nothing is unnamed a new key is a new item; the old one is missing, and told."""
    desk.take_in(file("key: a, title: 甲\nkey: b, title: 乙", declared=None))
    plan = desk.take_in(file("key: a, title: 甲\nkey: c, title: 丙", declared=None))
    assert actions(plan) == {UNCHANGED: 1, ADD: 1, MISSING: 1}
    assert desk.state("JYT-2-3").title.title == "丙"


def test_mentions_alone_are_a_change(desk):
    mentioned = "context:\n  - {name: 三服务, reason: 抓手}\n"
    desk.take_in(file() + mentioned)
    plan = desk.take_in(file() + mentioned + "  - {name: 先锋队, reason: 抓手}\n")
    [change] = [c for c in plan.changes if c.what == "source"]
    assert change.action == CHANGE and change.details == (("mentions", "三服务", "三服务、先锋队"),)
    assert desk.take_in(file() + mentioned + "  - {name: 先锋队, reason: 抓手}\n").empty
    assert not desk.take_in(file()).empty and desk.take_in(file()).empty, "also when none is left"


def test_corrected_source_and_agency(desk):
    desk.take_in(file())
    plan = desk.take_in(file(publisher="某网", published_on="2021-05-30"))
    assert actions(plan, "source") == {CHANGE: 1}
    [known] = [each for each in sources.register(desk.connection) if each.key == "s"]
    assert (known.publisher, known.published_on) == ("某网", date(2021, 5, 30))
    text = "format: practical-deeds/1\nagencies:\n  - {code: JYT, name: 省教育局, aliases: [省教育厅]}\n  - {code: NEW, name: 新单位}\n"
    plan = desk.take_in(text)
    assert actions(plan, "agency") == {CHANGE: 1, ADD: 1}
    known = directory.agencies(desk.connection)
    assert known["JYT"].name == "省教育局" and list(known)[-1] == "NEW", "a new one comes last"
    assert directory.agencies(desk.connection, known_at=1)["JYT"].name == "省教育厅", "earlier positions keep the earlier name"
