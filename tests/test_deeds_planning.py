"""The plan: free until the books are fixed, then only on the record. On both engines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from desk import CODE, refused

from tracker import journal
from tracker.deeds import find, items, planning, reporting, select_deeds
from tracker.deeds.planning import PlanChange

pytest_plugins = ["desk"]
START, DUE, LATER = date(2021, 6, 1), date(2021, 12, 31), date(2022, 3, 31)


def deed(desk, code=CODE):
    return find(desk.connection, code)


def assign(desk, agency="SJGW", code=CODE, reason=None, approval=None, **change):
    return planning.assign(desk.as_(agency), [deed(desk, code)], PlanChange(**change), reason=reason, approval=approval)[0]


@pytest.fixture
def fixed(desk):
    """JYT-1-3 with a plan, its books fixed."""
    assign(desk, start_on=START, due_on=DUE, basis="苏机工〔2021〕8号", target=Decimal(3000), unit="个")
    planning.baseline(desk.as_(), [deed(desk)], approval="定账文号")
    return deed(desk)


# before the baseline


def test_each_plan_fact_stands_by_itself(desk):
    assign(desk, start_on=START, due_on=DUE, basis="文号")
    assign(desk, responsible=" 王 某", leader="李某", supporters=("KJT", "KJT"))
    assign(desk, target=Decimal("3000"), unit="个")
    made = assign(desk, due_on=LATER, basis="文号二")
    state = made.after
    assert (state.plan.start, state.plan.due) == (START, LATER), "what is not given stays"
    assert (state.owners.lead, state.owners.supporters, state.owners.verifier) == ("JYT", ("KJT",), "SJGW")
    assert (state.owners.responsible, state.owners.leader) == ("王 某", "李某")
    assert (state.target.target, state.target.unit, state.target.direction) == (Decimal(3000), "个", ">=")


def test_a_due_day_takes_its_basis(desk):
    refused("due_needs_basis", assign, desk, due_on=DUE)
    refused("due_needs_basis", assign, desk, due_on=DUE, basis=" ")
    assign(desk, due_on=DUE, basis="文号一")
    assert assign(desk, start_on=START, due_on=DUE, responsible="王某").after.schedule.basis == "文号一", "the same day stands on what it stood on"
    refused("due_needs_basis", assign, desk, due_on=LATER)
    assert assign(desk, due_on=LATER, approval="批复").after.plan.due == LATER


def test_several_at_once_all_or_none(desk):
    deeds = select_deeds(desk.connection, ["JYT-1"])
    made = planning.assign(desk.as_(), deeds, PlanChange(due_on=DUE, basis="文号", responsible="王某"))
    assert [len(each.entries) for each in made] == [2, 2, 2, 2]
    items.drop(desk.as_("JYT"), "JYT-1-4", items.NONEXISTENT)
    head = desk.head
    faults = refused("several_deeds_refused", planning.assign, desk.as_(), [*deeds[:3], deed(desk, "JYT-1-4")], PlanChange(due_on=LATER, basis="文号"))
    assert [(code, error.key) for code, error in faults.problems] == [("JYT-1-4", "errors.deed_dropped")]
    assert desk.head == head


def test_a_clerk_plans_its_own_but_not_who_owes_it(desk):
    assert assign(desk, "JYT", due_on=DUE, basis="文号").after.plan.due == DUE
    refused("lead_by_office", assign, desk, "JYT", lead="KJT")
    refused("verifier_by_office", assign, desk, "JYT", verifier="KJT")


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({}, "nothing_to_assign"),
        ({"basis": "文号"}, "basis_of_due"),
        ({"start_on": DUE, "due_on": START}, "due_before_start"),
        ({"points": ((START, 50),)}, "points_need_dates"),
        ({"start_on": START, "due_on": DUE, "points": ((LATER, 50),)}, "point_outside"),
        ({"direction": ">="}, "target_needs_number"),
        ({"target": Decimal(1), "direction": "up"}, "direction_unknown"),
        ({"lead": "SJGW"}, "verifier_is_lead"),
        ({"verifier": "JYT"}, "verifier_is_lead"),
    ],
)
def test_what_cannot_be_assigned(desk, change, key):
    head = desk.head
    refused(key, assign, desk, **change)
    assert desk.head == head


def test_points_follow_the_dates(desk):
    assign(desk, start_on=START, due_on=DUE, basis="文号", points=((date(2021, 11, 1), 80), (date(2021, 8, 1), 40)))
    assert deed(desk).state.plan.points == ((date(2021, 8, 1), 40), (date(2021, 11, 1), 80))
    assert assign(desk, due_on=date(2021, 10, 1), basis="文号").after.plan.points == ((date(2021, 8, 1), 40),), "one beyond the new due day falls away"


def test_targets_of_every_kind(desk):
    assert assign(desk, target=Decimal(5), unit="天", direction="<=").after.target.direction == "<="
    assert assign(desk, target=Decimal(95), unit="%", direction="ratio").after.target.target == 95
    words = assign(desk, direction="qualitative", wording="群众满意").after.target
    assert (words.target, words.wording) == (None, "群众满意")


def test_what_is_so_already_is_not_written(desk):
    made = {"due_on": DUE, "basis": "文号", "target": Decimal(3000), "unit": "个", "supporters": ("KJT",), "responsible": "王某"}
    assign(desk, **made)
    head = desk.head
    for change in (made, {"target": Decimal("3000.0")}, {"due_on": DUE}, {"verifier": "SJGW"}, {"lead": "JYT"}):
        assert planning.assign(desk.as_(), [deed(desk)], PlanChange(**change), approval="批复") == []
    assert desk.head == head
    written = planning.assign(desk.as_(), select_deeds(desk.connection, ["JYT-1"]), PlanChange(supporters=("KJT",)))
    assert [each.entry.deed for each in written] == ["JYT-1-1", "JYT-1-2", "JYT-1-4"]
    assert len(assign(desk, due_on=DUE, basis="文号二").entries) == 1, "another basis is another fact"


def test_the_lead_does_not_support_its_own_deed(desk):
    assign(desk, supporters=("KJT", "MZT"))
    head = desk.head
    assert refused("supporter_is_lead", assign, desk, supporters=("JYT",)).values["agency"] == "JYT"
    assert desk.head == head and deed(desk).state.owners.supporters == ("KJT", "MZT")
    assert assign(desk, lead="KJT").after.owners.supporters == ("MZT",), "who becomes the lead supports no longer"
    assert assign(desk, supporters=()).after.owners.supporters == ()


def test_a_number_alone_keeps_its_direction(desk):
    assign(desk, target=Decimal(5), unit="天", direction="<=")
    assert assign(desk, target=Decimal(10), unit="天").after.target.direction == "<="
    assert assign(desk, target=Decimal(10), unit="个").after.target.direction == ">="
    assert assign(desk, target=Decimal(95), unit="%").after.target.direction == "ratio"
    assert assign(desk, target=Decimal(90), unit="%").after.target.direction == "ratio"


# the baseline


def test_only_the_office_fixes_the_books(desk):
    refused("office_only", planning.baseline, desk.as_("JYT"), [deed(desk)])
    first = planning.baseline(desk.as_(), [deed(desk)], approval="文号")[0].entry
    assert planning.baseline(desk.as_(), [deed(desk)]) == [], "those already fixed are passed over"
    assert deed(desk).state.baseline == first


def test_after_it_a_promise_changes_with_reason_and_approval_only(desk, fixed):
    for change in ({"due_on": LATER}, {"target": Decimal(2000)}):
        refused("plan_fixed", assign, desk, "JYT", reason="因", approval="文号", **change)
        refused("plan_fixed_office", assign, desk, reason="因", **change)
        refused("plan_fixed_office", assign, desk, approval="文号", **change)
    refused("plan_fixed_office", assign, desk, lead="KJT", verifier="SJGW")
    assert assign(desk, "JYT", responsible="王某").after.owners.responsible == "王某", "who works on it is no promise"
    made = assign(desk, due_on=LATER, reason="疫情", approval="文号〔9〕")
    assert (made.entry.reason, made.entry.approval, made.after.plan.due) == ("疫情", "文号〔9〕", LATER)


def test_originals_stay_visible(desk, fixed):
    assign(desk, due_on=LATER, target=Decimal(2000), lead="KJT", reason="因", approval="文号")
    state = deed(desk).state
    assert (state.original_schedule.due_on, state.original_target.target, state.original_owners.lead) == (DUE, 3000, "JYT")
    assert (state.plan.due, state.target.target, state.owners.lead) == (LATER, 2000, "KJT")
    planning.baseline(desk.as_(), [deed(desk)])
    assert deed(desk).state.original_schedule.due_on == DUE, "a second baseline fixes nothing that the first had not"


# propose and decide


def propose(desk, what="schedule", agency="JYT", reason="招标流标", **change):
    return planning.propose(desk.as_(agency), deed(desk), what, PlanChange(**change), reason=reason).entry


def decide(desk, number, approve=True, agency="SJGW", **said):
    return planning.decide(desk.as_(agency), number, approve, **said)


def test_propose_and_approve(desk, fixed):
    asked = propose(desk, due_on=LATER)
    assert deed(desk).state.plan.due == DUE and deed(desk).state.proposals == (asked,), "asking changes nothing"
    made = decide(desk, asked.number, approval="文号〔3〕")
    assert [e.kind for e in made.entries] == [journal.DECISION, journal.SCHEDULE]
    held = made.after.schedule
    assert (held.due_on, held.start_on, held.reason, held.approval, held.about) == (LATER, START, "招标流标", "文号〔3〕", asked.number)
    assert not made.after.proposals
    refused("proposal_not_open", decide, desk, asked.number, approval="文号")


def test_decline(desk, fixed):
    asked = propose(desk, due_on=LATER)
    refused("decline_needs_reason", decide, desk, asked.number, False)
    made = decide(desk, asked.number, False, reason="应按期完成")
    assert [e.kind for e in made.entries] == [journal.DECISION] and made.after.plan.due == DUE
    assert made.entry.verdict == journal.DECLINE and not made.after.proposals


def test_who_decides_and_with_what(desk, fixed):
    asked = propose(desk, due_on=LATER)
    refused("office_only", decide, desk, asked.number, agency="JYT", approval="文号")
    refused("approval_missing", decide, desk, asked.number)
    refused("proposal_unknown", decide, desk, 9999, approval="文号")


@pytest.mark.parametrize(
    ("what", "change", "reason", "key"),
    [
        ("schedule", {}, "因", "nothing_proposed"),
        ("target", {"due_on": LATER}, "因", "nothing_proposed"),
        ("schedule", {"due_on": LATER}, " ", "reason_missing"),
        ("schedule", {"due_on": date(2021, 1, 1)}, "因", "due_before_start"),
        ("owners", {"lead": "SJGW"}, "因", "lead_is_verifier"),
        ("termination", {}, "", "reason_missing"),
    ],
)
def test_what_cannot_be_proposed(desk, fixed, what, change, reason, key):
    refused(key, propose, desk, what, reason=reason, **change)


def test_an_approval_changes_what_was_asked_and_nothing_else(desk, fixed):
    """The office moves the start and names a person while the proposal waits."""
    asked, other = propose(desk, due_on=LATER), propose(desk, "owners", lead="KJT")
    moved = date(2021, 7, 1)
    assign(desk, start_on=moved, reason="因", approval="文号")
    assign(desk, responsible="王某")
    schedule = decide(desk, asked.number, approval="文号").after.plan
    assert (schedule.start, schedule.due) == (moved, LATER)
    owners = decide(desk, other.number, approval="文号").after.owners
    assert (owners.lead, owners.responsible, owners.verifier) == ("KJT", "王某", "SJGW")


def test_an_approval_is_checked_as_things_are_now(desk, fixed):
    asked = propose(desk, "owners", lead="KJT")
    assign(desk, verifier="KJT")
    refused("verifier_is_lead", decide, desk, asked.number, approval="文号")
    assert decide(desk, asked.number, False, reason="核实单位不能牵头").after.owners.lead == "JYT"


def test_a_target_and_supporters_by_proposal(desk):
    asked = propose(desk, "target", target=Decimal(500), unit="户")
    assert decide(desk, asked.number, approval="文号").after.target.target == 500
    asked = propose(desk, "owners", supporters=("KJT", "SWT"))
    assert decide(desk, asked.number, approval="文号").after.owners.supporters == ("KJT", "SWT")


def test_suspension_and_resumption(desk):
    reporting.report(desk.as_("JYT"), CODE, status="in_progress", progress=40)
    asked = propose(desk, "suspension", reason="政策调整")
    assert desk.state(CODE).status == "in_progress"
    made = decide(desk, asked.number, approval="文号〔5〕")
    assert (made.after.status, made.after.reported_progress, made.after.progress.approval) == ("suspended", 40, "文号〔5〕")
    assert made.after.progress.agency == "JYT"
    refused("move_needs_approval", reporting.report, desk.as_("JYT"), CODE, status="in_progress")
    back = propose(desk, "resumption", reason="恢复")
    assert decide(desk, back.number, approval="文号〔6〕").after.status == "in_progress"


def test_termination(desk):
    asked = propose(desk, "termination", reason="取消")
    assert decide(desk, asked.number, approval="文号").after.status == "terminated", "also of what was never reported"
    assert reporting.report(desk.as_("JYT"), CODE, words="资料归档").after.status == "terminated", "the same may be said again"


def test_a_completed_deed_is_not_suspended(desk):
    reporting.report(desk.as_("JYT"), CODE, status="completed")
    refused("move_impossible", propose, desk, "suspension")


def test_a_resumed_deed_is_never_in_progress_at_100(desk):
    reporting.report(desk.as_("JYT"), CODE, status="suspended", progress=100, approval="文号")
    back = propose(desk, "resumption", reason="恢复")
    made = decide(desk, back.number, approval="文号")
    assert (made.after.status, made.after.reported_progress) == ("in_progress", None)


def test_a_dropped_deed_takes_no_approval(desk):
    asked = propose(desk, due_on=LATER)
    items.drop(desk.as_("JYT"), CODE, items.NONEXISTENT)
    refused("proposal_of_dropped", decide, desk, asked.number, approval="文号")
    decide(desk, asked.number, False, reason="已销项")


# what is not worth asking for


def test_what_holds_already_is_not_proposed(desk, fixed):
    head = desk.head
    refused("proposal_same", propose, desk, "schedule", due_on=DUE)
    refused("proposal_same", propose, desk, "target", target=Decimal(3000), unit="个")
    refused("proposal_same", propose, desk, "owners", lead="JYT")
    assert desk.head == head


def test_one_proposal_of_a_kind_waits_at_a_time(desk, fixed):
    first = propose(desk, "schedule", due_on=LATER)
    assert refused("proposal_waits", propose, desk, "schedule", due_on=date(2022, 6, 30)).values["number"] == first.number
    propose(desk, "target", target=Decimal(2000))
    propose(desk, "termination")
    refused("proposal_waits", propose, desk, "suspension")
    planning.decide(desk.as_(), first.number, False, reason="不同意")
    assert propose(desk, "schedule", due_on=LATER).number > first.number


def test_only_what_was_stopped_is_resumed(desk, fixed):
    refused("nothing_to_resume", propose, desk, "resumption")
    reporting.report(desk.as_("JYT"), CODE, status="in_progress", progress=20)
    refused("nothing_to_resume", propose, desk, "resumption")
    asked = propose(desk, "suspension")
    planning.decide(desk.as_(), asked.number, True, approval="文号")
    refused("stopped_already", propose, desk, "suspension")
    assert propose(desk, "resumption").proposes == "resumption"


def test_a_basis_belongs_to_a_schedule(desk):
    deed = find(desk.connection, "JYT-1-2")
    for change in (PlanChange(responsible="新人", basis="文号"), PlanChange(target=Decimal(95), unit="%", basis="文号")):
        refused("basis_of_due", planning.assign, desk.as_(), [deed], change)
    refused("basis_of_due", planning.propose, desk.as_("JYT"), deed, journal.TARGET, PlanChange(target=Decimal(95), basis="文号"), reason="理由")
    made = planning.assign(desk.as_(), [deed], PlanChange(responsible="新人", due_on=date(2021, 12, 31), basis="文号"))[0]
    assert made.after.schedule.basis == "文号"


def test_what_has_been_overtaken_is_declined(desk):
    clerk, code = desk.as_("JYT"), "JYT-1-3"
    asked = planning.propose(clerk, find(desk.connection, code), "suspension", PlanChange(), reason="政策调整").entry
    reporting.report(desk.as_(), code, status="terminated", approval="文号")
    why = refused("proposal_overtaken", planning.decide, desk.as_(), asked.number, True, approval="文号").values
    assert (why["before"], why["after"], why["number"]) == ("terminated", "suspended", asked.number)
    refused("stopped_otherwise", planning.propose, clerk, find(desk.connection, code), "suspension", PlanChange(), reason="政策调整")
    assert planning.decide(desk.as_(), asked.number, False, reason="情况已变").after.proposals == ()
