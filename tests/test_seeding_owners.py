"""Whose an imported deed is, and which agencies a file brings. On both engines."""

from __future__ import annotations

import re

import pytest
from importing import actions, file

from tracker import agencies, directory
from tracker.deeds import find, planning
from tracker.deeds.planning import PlanChange
from tracker.errors import BadInput
from tracker.seeding import CHANGE, KEPT, UNCHANGED

pytest_plugins = ["desk"]


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


def test_corrected_joint_owners_reach_the_deed(desk):
    desk.take_in(file("key: '1', title: 甲, joint: [MZT]\nkey: '2', title: 乙\nkey: '3', title: 丙, joint: [MZT]", more="joint: [RST]"))
    planning.assign(desk.as_(), [find(desk.connection, "JYT-2-2")], PlanChange(verifier="GXT", responsible="王处长"))
    planning.assign(desk.as_(), [find(desk.connection, "JYT-2-3")], PlanChange(supporters=("SWT",)))
    planning.baseline(desk.as_(), [find(desk.connection, "JYT-2-1")], approval="定账〔1〕")
    text = file("key: '1', title: 甲, joint: [省民政厅, 省科技厅]\nkey: '2', title: 乙\nkey: '3', title: 丙, joint: [KJT]", more="joint: [RST, KJT]")
    plan = desk.take_in(text)
    assert actions(plan) == {CHANGE: 3, KEPT: 1} and desk.take_in(text).empty
    owners = {n: desk.state(f"JYT-2-{n}").owners for n in (1, 2, 3, 4)}
    assert [one.supporters for one in owners.values()] == [("MZT", "KJT"), ("RST", "KJT"), ("SWT",), ("RST", "KJT")]
    assert (owners[2].lead, owners[2].verifier, owners[2].responsible) == ("JYT", "GXT", "王处长"), "only what the file corrects"
    assert desk.take_in(text.replace(", joint: [KJT]", "").replace("    joint: [RST, KJT]\n", "")).count(KEPT) == 0
    assert desk.state("JYT-2-4").owners.supporters == ("RST", "KJT"), "what the file no longer says stays"


def test_a_joint_owner_that_the_directory_gets_later_reaches_the_deeds(desk):
    """By the same file again, whether it or somebody else has brought the agency; whom the office took away since stays away."""
    text = file("key: '1', title: 甲, joint: [KJT, 某市残联]\nkey: '2', title: 乙", more="joint: [某市妇联]", declared=3)
    desk.take_in(text)
    assert desk.state("JYT-2-1").owners.supporters == ("KJT",)
    agencies.add(desk.as_(), "CL", "某市残联")
    plan = desk.take_in(text)
    assert [(c.code, c.details) for c in plan.changes if c.action == CHANGE] == [("JYT-2-1", (("joint", ["KJT"], ["KJT", "CL"]),))]
    assert desk.state("JYT-2-1").owners.supporters == ("KJT", "CL") and desk.take_in(text).empty
    planning.assign(desk.as_(), [find(desk.connection, "JYT-2-1")], PlanChange(supporters=("KJT",)))
    assert desk.take_in(text).empty and desk.state("JYT-2-1").owners.supporters == ("KJT",)
    planning.assign(desk.as_(), [find(desk.connection, "JYT-2-2")], PlanChange(supporters=("MZT",)))
    plan = desk.take_in(text.replace("commitments:", "agencies: [{code: FL, name: 某市妇联}]\ncommitments:"))
    assert actions(plan) == {UNCHANGED: 1, KEPT: 1, CHANGE: 1}
    assert [desk.state(f"JYT-2-{n}").owners.supporters for n in (1, 2, 3)] == [("KJT",), ("MZT",), ("FL",)]


def test_a_lead_and_a_helper_that_change_places(desk):
    desk.take_in(file("key: '1', title: 甲, agency: KJT, joint: [MZT]"))
    assert desk.take_in(file("key: '1', title: 甲, agency: MZT, joint: [KJT]")).count(KEPT) == 0
    owners = desk.state("JYT-2-1").owners
    assert (owners.lead, owners.supporters) == ("MZT", ("KJT",))


def test_a_corrected_lead_leaves_the_helpers_given_since(desk):
    desk.take_in(file("key: '1', title: 甲, agency: KJT, joint: [MZT]"))
    planning.assign(desk.as_(), [find(desk.connection, "JYT-2-1")], PlanChange(supporters=("RST", "SWT")))
    desk.take_in(file("key: '1', title: 甲, agency: SWT, joint: [MZT]"))
    assert (desk.state("JYT-2-1").owners.lead, desk.state("JYT-2-1").owners.supporters) == ("SWT", ("RST",))


def test_an_owner_is_not_changed_by_an_import(desk):
    desk.take_in(file())
    with pytest.raises(BadInput) as caught:
        desk.take_in(file().replace("agency: JYT", "agency: KJT"))
    assert "JYT" in caught.value.problems[0]


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


def test_joint_owners_known_by_name_become_supporters(desk):
    desk.take_in(file(more="joint: [省科技廳, 省教育厅, Jiangsu Provincial Department of Civil Affairs, 某市机关工委]", declared=1))
    assert desk.state("JYT-2-1").owners.supporters == ("KJT", "MZT")


@pytest.mark.parametrize(
    ("agency", "told"), [("{code: JYT, name: 某市税务局}", "省教育厅"), ("{code: XYZ, name: 省教育厅}", "JYT")]
)
def test_a_code_and_an_agency_belong_together(desk, agency, told):
    """A slip in filling in a proposal would hand an agency's deeds to another, or give it a double."""
    with pytest.raises(BadInput) as caught:
        desk.take_in(f"format: practical-deeds/1\nagencies: [{agency}]\n")
    [problem] = caught.value.problems
    assert "].code: " in problem and told in problem


def test_the_line_that_a_refusal_gives_for_another_name_of_an_agency_is_taken(desk):
    text = file("key: '1', title: 甲, agency_name: 苏省民政厅").replace("commitments:", "agencies:\n  - {code: MZT, name: 苏省民政厅}\ncommitments:")
    before = directory.agencies(desk.connection)["MZT"]
    with pytest.raises(BadInput) as caught:
        desk.take_in(text)
    line = re.search(r"“(\{.*\})”", caught.value.problems[0])[1]
    desk.take_in(text.replace("{code: MZT, name: 苏省民政厅}", line))
    assert desk.state("JYT-2-1").owners.lead == "MZT"
    assert directory.agencies(desk.connection)["MZT"].names == before.names | {"苏省民政厅"}


def test_a_short_entry_of_an_agency_takes_nothing_back(desk):
    before = directory.agencies(desk.connection)["JYT"]
    assert desk.take_in("format: practical-deeds/1\nagencies: [{code: JYT, name: 省教育厅}]\n").empty
    assert before.name_en and directory.agencies(desk.connection)["JYT"] == before


def test_one_coordinating_office(desk):
    text = "format: practical-deeds/1\nagencies:\n  - {code: NEW, name: 新办, coordinates: true}\n"
    with pytest.raises(BadInput):
        desk.take_in(text)
    desk.take_in(text + "  - {code: SJGW, name: 省委省级机关工委}\n")
    assert directory.coordinator(directory.agencies(desk.connection)) == "NEW", "one may hand over to another"
