"""Importing: the shipped seeds, the same file twice, corrected files, repeated commitments. On both engines."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import pytest
from desk import SINCE, TODAY, refused, shipped_file
from sqlalchemy import func, select

from tracker import directory, journal, models, proposal, seeding, sources
from tracker.deeds import find, items, naming, planning, select_deeds
from tracker.deeds.planning import PlanChange
from tracker.errors import BadInput, NotAllowed, RuleError
from tracker.seeding import ADD, CHANGE, KEPT, LINK, MISSING, UNCHANGED

pytest_plugins = ["desk"]

EXPECTED = {  # code of the commitment: (declared, deeds, named)
    "SJGW-1": (17, 17, 0), "ZJT-1": (None, 1, 1), "SCJG-1": (62, 62, 0), "RST-1": (8, 8, 5), "RST-2": (None, 1, 1),
    "JYT-1": (4, 4, 4), "GXT-1": (None, 1, 1), "MZT-1": (None, 2, 2), "ZRZY-1": (4, 4, 4), "ZRZY-2": (20, 20, 0),
    "SWT-1": (5, 5, 5), "KJT-1": (7, 7, 7),
}  # fmt: skip


def file(body: str = "", declared: int | None = 4, more: str = "", key: str = "s", **source) -> str:
    """A file with one commitment of JYT and these lines of items."""
    said = "".join(f", {name}: {value}" for name, value in source.items())
    text = f"format: practical-deeds/1\nsource: {{key: {key}{said}}}\ncommitments:\n"
    text += "  - key: c\n    agency: JYT\n    name: 专项行动\n    kind: action_group\n"
    text += f"    declared: {declared}\n" if declared else ""
    text += "".join(f"    {line}\n" for line in more.splitlines())
    return text + ("    items:\n" + "".join(f"      - {{{line}}}\n" for line in body.splitlines()) if body else "")


def actions(plan, what: str = "item") -> Counter:
    return Counter(change.action for change in plan.changes if change.what == what)


def count(desk, table) -> int:
    return desk.connection.scalar(select(func.count()).select_from(table))


def codes_of(desk, word: str) -> list[str]:
    return [deed.code for deed in select_deeds(desk.connection, [word])]


# the shipped seeds


def test_the_shipped_seeds(desk):
    versions = models.commitment_version
    query = select(models.commitment.c.code, versions.c.declared).join(versions)
    declared = dict(desk.connection.execute(query).all())
    deeds = select_deeds(desk.connection, EXPECTED)
    found = {
        code: (declared[code], len(own := [d for d in deeds if d.commitment == code]), sum(d.state.title is not None for d in own))
        for code in declared
    }  # fmt: skip
    assert found == EXPECTED
    assert len(deeds) == 132 and len({deed.lead for deed in deeds}) == 10
    assert sum(deed.state.title is not None for deed in deeds) == 30
    assert {deed.code for deed in deeds} == {f"{code}-{n}" for code, (_, size, _) in EXPECTED.items() for n in range(1, size + 1)}
    assert [d.code for d in deeds][:18] == [f"SJGW-1-{n}" for n in range(1, 18)] + ["JYT-1-1"], "directory order, not of codes"


def test_nothing_is_invented(desk):
    """No deadline, person, status or target; every deed is in the office's care except its own."""
    for deed in select_deeds(desk.connection, EXPECTED):
        state = deed.state
        assert state.schedule is state.target is state.progress is state.baseline is None
        assert state.owners.responsible is state.owners.leader is None
        assert state.owners.verifier == (None if deed.lead == "SJGW" else "SJGW")
        assert deed.tracked_from == SINCE and state.owners.effective_on == SINCE
        assert {entry.door for entry in deed.entries} == {"import"}


def test_exact_titles_and_places(desk):
    assert desk.state("JYT-1-3").title.title == "心理关爱"
    assert desk.state("ZJT-1-1").title.title == "老旧小区改造", "one deed bears the name of its commitment"
    assert desk.state("RST-1-6").title is None
    [place] = sources.places(desk.connection, find(desk.connection, "JYT-1-3").id)
    assert (place.start, place.end, place.of) == (2388, 2392, "item")
    [place] = sources.places(desk.connection, find(desk.connection, "SCJG-1-17").id)
    assert (place.start, place.end, place.of) == (2224, 2243, "commitment")


def test_what_is_mentioned_is_kept(desk):
    kinds = Counter(desk.connection.scalars(select(models.mention.c.kind)))
    assert kinds == {"context": 4, "left_out": 2}


@pytest.mark.parametrize("name", ["agencies", "jiangsu-2021"])
def test_the_same_file_twice_changes_nothing(desk, name):
    before = desk.head
    plan = seeding.compare(desk.connection, shipped_file(name), shipped_file("agencies"))
    assert plan.empty and plan.count(UNCHANGED) == len(plan.changes)
    assert seeding.store(desk.as_(), plan, TODAY, name) == 0
    assert desk.head == before


def test_a_file_brings_its_owners_from_the_shipped_directory(empty_desk):
    """Into an empty database: the ten owners, in the order of the directory, and no other organ."""
    plan = seeding.compare(empty_desk.connection, shipped_file("jiangsu-2021"), shipped_file("agencies"))
    seeding.store(empty_desk.as_(None, "office"), plan, SINCE, "seeds")
    known = directory.agencies(empty_desk.connection)
    assert list(known) == ["SJGW", "JYT", "KJT", "GXT", "MZT", "RST", "ZRZY", "ZJT", "SWT", "SCJG"]
    assert directory.coordinator(known) == "SJGW"
    assert len(codes_of(empty_desk, "SCJG")) == 62
    again = seeding.compare(empty_desk.connection, shipped_file("jiangsu-2021"), shipped_file("agencies"))
    assert again.empty


# one source, one text


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


# corrected files


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


# the second source


LIST = "key: '1', title: 学生减负\nkey: '2', title: 新的事项"


def test_a_repetition_means_the_announced_names(desk):
    """JYT-1-1, announced as 学生减负, has been given the name under which JYT-1-2 was announced."""
    naming.name(desk.as_("JYT"), "JYT-1-2", "为教师减负")
    naming.name(desk.as_("JYT"), "JYT-1-1", "教师减压")
    plan = desk.take_in(file("key: '1', title: 教师减压\nkey: '2', title: 学生减负", more="same_as: JYT-1", key="second"))
    found = [(c.label, c.code) for c in plan.changes if c.what == "item"]
    assert found[:2] == [("教师减压", "JYT-1-2"), ("学生减负", "JYT-1-1")] and desk.added == 0


def test_a_repetition_links_to_the_same_deeds(desk):
    before = count(desk, models.deed)
    plan = desk.take_in(file("key: '1', title: 近视防控\nkey: '2', title: 学生减负", more="same_as: JYT-1", key="second"))
    assert desk.added == 0 and count(desk, models.deed) == before
    assert [(c.label, c.code) for c in plan.changes if c.what == "item"] == [
        ("近视防控", "JYT-1-4"), ("学生减负", "JYT-1-1"), ("", "JYT-1-2"), ("", "JYT-1-3"),
    ], "by title first, the rest in order"  # fmt: skip
    found = sources.places(desk.connection, find(desk.connection, "JYT-1-1").id)
    assert [(place.source, place.item) for place in found] == [("jiangsu-2021", 1), ("second", 2)], "one deed, two items"
    assert actions(plan) == {LINK: 4} and actions(plan, "commitment") == {LINK: 1}
    assert [c.same_as for c in plan.changes if c.what == "item"][1:3] == [("JYT-1-1", "学生减负"), ("JYT-1-2", "教师减压")]
    again = file("key: '1', title: 近视防控\nkey: '2', title: 学生减负", more="same_as: JYT-1", key="second")
    assert desk.take_in(again).empty


def test_a_repetition_names_unnamed_deeds_and_adds_what_is_new(desk):
    text = file("key: '1', title: 学生减负\nkey: '2', title: 新的事项", declared=5, more="same_as: JYT-1", key="second")
    desk.take_in(text)
    assert desk.added == 1 and desk.state("JYT-2-2").title.title == "新的事项", "no unnamed deed is left for it: it is new"
    named = file("key: '1', title: 食品抽检", declared=62, more="same_as: SCJG-1", key="third").replace("JYT\n", "SCJG\n")
    desk.take_in(named)
    assert desk.added == 0 and desk.state("SCJG-1-1").title.title == "食品抽检"
    assert [e.kind for e in desk.entries("SCJG-1-1")] == [journal.OWNERS, journal.TITLE]


def test_a_repetition_follows_merged_deeds(desk):
    items.drop(desk.as_("JYT"), "JYT-1-1", items.MERGED, into="JYT-1-2")
    items.drop(desk.as_("JYT"), "JYT-1-4", items.NONEXISTENT)
    plan = desk.take_in(file(declared=4, more="same_as: JYT-1", key="second"))
    assert [c.code for c in plan.changes if c.what == "item"] == ["JYT-1-2", "JYT-1-3", "JYT-2-3", "JYT-2-4"]


def test_a_repetition_cannot_be_declared_afterwards(desk):
    desk.take_in(file(key="second"))
    with pytest.raises(BadInput, match="import_impossible") as caught:
        desk.take_in(file(more="same_as: JYT-1", key="second"))
    assert "JYT-2-1" in caught.value.problems[0] and "deeds drop" in caught.value.problems[0]
    with pytest.raises(BadInput):
        desk.take_in(file(more="same_as: JYT-9", key="third"))


def test_a_correction_of_the_second_source_leaves_the_shared_deed(desk):
    desk.take_in(file("key: '1', title: 学生减负", more="same_as: JYT-1", key="second"))
    plan = desk.take_in(file("key: '1', title: 给学生减负", more="same_as: JYT-1", key="second"))
    assert actions(plan) == {CHANGE: 1, UNCHANGED: 3}
    assert desk.state("JYT-1-1").title.title == "给学生减负", "nobody entered another title since"
    plan = desk.take_in(file("key: '2', title: 别名", more="same_as: JYT-1", key="second"))
    assert actions(plan)[KEPT] == 1 and desk.state("JYT-1-2").title.title == "教师减压"


def test_a_single_deed_is_repeated_under_another_name(desk):
    """ZJT-1 is one deed, neither counted nor listed; so is its repetition, whatever it is called, and that of that."""
    once = "format: practical-deeds/1\nsource: {{key: {0}}}\ncommitments: [{{key: c, agency: ZJT, name: {1}, kind: project, same_as: {2}}}]\n"
    desk.take_in(once.format("second", "城镇老旧小区改造", "ZJT-1"))
    desk.take_in(once.format("third", "城镇老旧小区的改造", "ZJT-2"))
    assert codes_of(desk, "ZJT") == ["ZJT-1-1"]
    found = sources.places(desk.connection, find(desk.connection, "ZJT-1-1").id)
    assert [place.source for place in found] == ["jiangsu-2021", "second", "third"]
    assert desk.take_in(once.format("second", "城镇老旧小区改造", "ZJT-1")).empty


def test_a_repetition_with_nothing_in_common_can_be_imported_again(desk):
    text = file("key: '1', title: 全新的一件", declared=1, more="same_as: JYT-1", key="second")
    desk.take_in(text)
    assert desk.added == 1 and desk.take_in(text).empty


# what is refused, and all or nothing


def test_every_place_that_cannot_be_imported_is_told(desk):
    text = file(more="same_as: NO-1") + "  - {key: d, agency: XYZ, name: 名, kind: list}\n"
    before = desk.head
    with pytest.raises(BadInput) as caught:
        desk.take_in(text)
    assert caught.value.values["count"] == 2 == len(caught.value.problems)
    assert all(problem.startswith("f.yaml:") for problem in caught.value.problems)
    assert desk.head == before and count(desk, models.commitment) == 12


def test_an_owner_is_not_changed_by_an_import(desk):
    desk.take_in(file())
    with pytest.raises(BadInput) as caught:
        desk.take_in(file().replace("agency: JYT", "agency: KJT"))
    assert "JYT" in caught.value.problems[0]


def test_one_coordinating_office(desk):
    text = "format: practical-deeds/1\nagencies:\n  - {code: NEW, name: 新办, coordinates: true}\n"
    with pytest.raises(BadInput):
        desk.take_in(text)
    desk.take_in(text + "  - {code: SJGW, name: 省委省级机关工委}\n")
    assert directory.coordinator(directory.agencies(desk.connection)) == "NEW", "one may hand over to another"


def test_only_the_office_imports(desk):
    plan = seeding.compare(desk.connection, proposal.loads(file(), "f.yaml"))
    for who in (desk.as_("JYT"), desk.as_("SJGW", "leader"), desk.as_("SJGW", "verifier")):
        with pytest.raises(NotAllowed):
            seeding.store(who, plan, SINCE, "f.yaml")


def test_tracked_from(desk):
    with pytest.raises(RuleError):
        desk.take_in(file(), since=TODAY + timedelta(days=1))
    desk.take_in(file(), since=date(2021, 3, 1))
    assert find(desk.connection, "JYT-2-1").tracked_from == date(2021, 3, 1)


@pytest.mark.parametrize(
    ("said", "day"), [("", TODAY), (", published_on: 2021-05-30", date(2021, 5, 30)), (", published_on: 2021-08-01", TODAY)]
)
def test_default_day(said, day):
    """The source's date, a decision of nobody; today where it states none or a later one."""
    loaded = proposal.loads(f"format: practical-deeds/1\nsource: {{key: s{said}}}\ncommitments: [{{key: c, agency: A1, name: 名, kind: list}}]\n", "f")
    assert seeding.default_day(loaded, TODAY) == day


def test_comparing_writes_nothing(desk):
    tables = (models.entry, models.item, models.item_version, models.deed, models.mention, models.source)
    before = [count(desk, table) for table in tables]
    plan = seeding.compare(desk.connection, proposal.loads(file(), "f.yaml"))
    assert not plan.empty and [count(desk, table) for table in tables] == before


@pytest.mark.parametrize(
    ("said", "found"),
    [(", file: a.txt, sha256: RIGHT", b"text"), (", file: b.txt, sha256: RIGHT", None), (", file: a.txt", None), ("", None)],
)
def test_the_text_beside_the_file(tmp_path, said, found):
    """`file` of a source, as seen from the YAML."""
    (tmp_path / "a.txt").write_bytes(b"text")
    assert sources.beside(_source(said.replace("RIGHT", hashlib.sha256(b"text").hexdigest())), tmp_path) == found


def test_another_text_beside_the_file_is_refused(tmp_path):
    """Its places would be others."""
    (tmp_path / "a.txt").write_bytes(b"another")
    with pytest.raises(BadInput, match="source_text_differs"):
        sources.beside(_source(f", file: a.txt, sha256: {'0' * 64}"), tmp_path)


def _source(said: str) -> proposal.Source:
    text = f"format: practical-deeds/1\nsource: {{key: s{said}}}\ncommitments: [{{key: c, agency: JYT, name: 名, kind: list}}]\n"
    return proposal.loads(text, "f").source


def test_a_place_beyond_the_text(desk):
    loaded = proposal.loads(file("key: '1', title: 甲, place: [8, 11]", more="place: [0, 4]"), "f.yaml")
    assert not seeding.compare(desk.connection, loaded, length=11).empty
    with pytest.raises(BadInput) as caught:
        seeding.compare(desk.connection, loaded, length=10)
    [problem] = caught.value.problems
    assert "items[1].place" in problem and "11" in problem and "10" in problem


# owners of their own


def test_an_item_with_an_owner_of_its_own(desk):
    desk.take_in(file("key: '1', title: 甲, agency: KJT, joint: [MZT]\nkey: '2', title: 乙", more="joint: [RST]"))
    owners = desk.state("JYT-2-1").owners
    assert (owners.lead, owners.supporters, owners.verifier) == ("KJT", ("MZT",), "SJGW")
    assert (desk.state("JYT-2-2").owners.lead, desk.state("JYT-2-2").owners.supporters) == ("JYT", ("RST",))
    corrected = file("key: '1', title: 甲, agency: SWT, joint: [MZT]\nkey: '2', title: 乙", more="joint: [RST]")
    assert actions(desk.take_in(corrected)) == {CHANGE: 1, UNCHANGED: 3}
    assert desk.state("JYT-2-1").owners.lead == "SWT"
    assert desk.take_in(corrected).empty


def test_an_owner_given_since_stays(desk):
    desk.take_in(file("key: '1', title: 甲, agency: KJT"))
    planning.assign(desk.as_(), [find(desk.connection, "JYT-2-1")], PlanChange(lead="MZT"))
    plan = desk.take_in(file("key: '1', title: 甲, agency: SWT"))
    assert actions(plan)[KEPT] == 1 and desk.state("JYT-2-1").owners.lead == "MZT"


def test_an_item_owned_by_an_agency_of_the_file(desk):
    text = file("key: '1', title: 甲, agency_name: 某市税务局").replace("commitments:", "agencies: [{code: SWJ, name: 某市税务局}]\ncommitments:")
    desk.take_in(text)
    assert desk.state("JYT-2-1").owners.lead == "SWJ"
    with pytest.raises(BadInput, match="proposal_invalid"):
        desk.take_in(file("key: '1', title: 甲, agency_name: 某市税务局"))


@pytest.mark.parametrize("body", ["key: '1', title: 甲, agency: XYZ", "key: '1', title: 甲, joint: [XYZ]"])
def test_an_item_of_nobody_known(desk, body):
    with pytest.raises(BadInput) as caught:
        desk.take_in(file(body))
    [problem] = caught.value.problems
    assert "items[1]" in problem and "XYZ" in problem


# one code, one agency


@pytest.mark.parametrize(
    ("agency", "told"), [("{code: JYT, name: 某市税务局}", "省教育厅"), ("{code: XYZ, name: 省教育厅}", "JYT")]
)
def test_a_code_and_an_agency_belong_together(desk, agency, told):
    """A slip in filling in a proposal would hand an agency's deeds to another, or give it a double."""
    with pytest.raises(BadInput) as caught:
        desk.take_in(f"format: practical-deeds/1\nagencies: [{agency}]\n")
    [problem] = caught.value.problems
    assert "].code: " in problem and told in problem


def test_a_short_entry_of_an_agency_takes_nothing_back(desk):
    before = directory.agencies(desk.connection)["JYT"]
    assert desk.take_in("format: practical-deeds/1\nagencies: [{code: JYT, name: 省教育厅}]\n").empty
    assert before.name_en and directory.agencies(desk.connection)["JYT"] == before


def test_joint_owners_known_by_name_become_supporters(desk):
    desk.take_in(file(more="joint: [省科技厅, 省教育厅, 某市机关工委]", declared=1))
    assert desk.state("JYT-2-1").owners.supporters == ("KJT",)
