"""Taking back: who may, what, and what holds again. On both engines."""

from __future__ import annotations

from datetime import date

import pytest
from desk import CODE, refused

from tracker import journal, sources
from tracker.deeds import find, instructing, items, naming, planning, reporting, verifying
from tracker.deeds.planning import PlanChange
from tracker.deeds.retracting import retract

pytest_plugins = ["desk"]
DUE = PlanChange(due_on=date(2021, 12, 31), basis="文号")


@pytest.fixture
def clerk(desk):
    return desk.as_("JYT")


def deed(desk, code=CODE):
    return find(desk.connection, code)


def test_undo_takes_back_the_last_own_entry(desk, clerk):
    refused("nothing_to_undo", retract, clerk, CODE)
    reporting.report(clerk, CODE, status="in_progress", progress=30)
    reporting.report(clerk, CODE, progress=90)
    planning.assign(desk.as_(), [deed(desk)], DUE)
    made = retract(clerk, CODE)
    assert (made.before.reported_progress, made.after.reported_progress) == (90, 30)
    assert desk.state(CODE).plan.due == DUE.due_on, "what the office entered since stays"
    assert retract(clerk, CODE).after.status is None
    refused("nothing_to_undo", retract, clerk, CODE)


def test_nothing_leaves_the_journal(desk, clerk):
    number = reporting.report(clerk, CODE, status="in_progress", progress=30).entry.number
    back = retract(clerk, CODE, reason="误填").entry
    assert [e.number for e in desk.entries(CODE)][-2:] == [number, back.number] and back.about == number
    refused("retraction_final", retract, clerk, CODE, back.number)
    refused("already_retracted", retract, clerk, CODE, number)
    refused("entry_unknown", retract, clerk, CODE, 9999)
    assert journal.fold(desk.entries(CODE), known_at=number).reported_progress == 30, "as was known then"


def test_what_an_import_wrote_is_corrected_by_an_import(desk):
    refused("already_retracted", retract, desk.as_(), CODE, desk.state(CODE).owners.number)


def test_a_verifier_takes_back_findings_and_nothing_else(desk, clerk):
    """Also in the office, whose entries are by its agency, whoever typed them."""
    verifier = desk.as_("SJGW", "verifier")
    planned = planning.assign(desk.as_(), [deed(desk)], DUE)[0].entry
    reporting.report(clerk, CODE, status="in_progress", progress=30)
    refused("nothing_to_undo", retract, verifier, CODE)
    refused("retract_findings", retract, verifier, CODE, planned.number)
    verifying.verify(verifier, CODE, True)
    planning.assign(desk.as_(), [deed(desk)], PlanChange(responsible="王某"))
    assert retract(verifier, CODE).after.verdict is None, "its own last finding, not the office's last entry"
    given = instructing.instruct(desk.as_(), "JYT", "抓紧")
    refused("role_cannot", instructing.withdraw, verifier, given.number)


def test_by_its_author_or_the_office(desk, clerk):
    made = reporting.report(desk.as_(), CODE, status="in_progress").entry
    planned = planning.assign(desk.as_(), [deed(desk)], DUE)[0].entry
    refused("retract_not_yours", retract, clerk, CODE, planned.number)
    refused("deed_of_another", retract, desk.as_("KJT"), CODE, made.number)
    refused("leader_reads", retract, desk.as_("JYT", "leader"), CODE, made.number)
    assert retract(clerk, CODE, made.number).after.status is None, "typed by the office, said by the agency"
    own = reporting.report(clerk, CODE, status="in_progress").entry
    assert retract(desk.as_(), CODE, own.number).after.status is None


def test_after_a_transfer_the_old_lead_takes_nothing_back(desk, clerk):
    made = reporting.report(clerk, CODE, status="in_progress").entry
    planning.assign(desk.as_(), [deed(desk)], PlanChange(lead="KJT"))
    refused("deed_of_another", retract, clerk, CODE, made.number)


def test_the_walk_stays_legal(desk, clerk):
    reporting.report(clerk, CODE, status="completed", on=date(2021, 6, 10))
    middle = reporting.report(clerk, CODE, status="in_progress", progress=80, reason="返工", on=date(2021, 6, 20)).entry
    reporting.report(clerk, CODE, status="blocked", difficulty="用地", on=date(2021, 6, 25))
    refused("retraction_breaks", retract, clerk, CODE, middle.number)


def test_a_rejection_that_others_rest_on_stays(desk, clerk):
    reporting.report(clerk, CODE, status="completed")
    found = verifying.verify(desk.as_(), CODE, False, words="未见").entry
    reporting.report(clerk, CODE, status="blocked", difficulty="用地")
    refused("retraction_breaks", retract, desk.as_(), CODE, found.number)
    retract(clerk, CODE)
    assert retract(desk.as_(), CODE, found.number).after.verdict is None


def test_a_closed_out_completion_stays(desk, clerk):
    done = reporting.report(clerk, CODE, status="completed").entry
    found = verifying.verify(desk.as_(), CODE, True).entry
    for who in (clerk, desk.as_()):
        refused("closed_out", retract, who, CODE, done.number)
    refused("verify_own", retract, clerk, CODE, found.number)
    assert not retract(desk.as_(), CODE, found.number).after.closed_out, "its verifier may"
    assert retract(clerk, CODE).after.status is None


def test_a_finding_is_taken_back_by_who_found_it(desk):
    """The office, leading a deed of its own, does not take back what its verifier found."""
    code = "SJGW-1-1"
    planning.assign(desk.as_(), [deed(desk, code)], PlanChange(verifier="ZFB"))
    naming.name(desk.as_(), code, "创新项目")
    reporting.report(desk.as_(), code, status="completed")
    found = verifying.verify(desk.as_("ZFB", "verifier"), code, False, words="未见").entry
    refused("verify_own", retract, desk.as_(), code, found.number)
    assert retract(desk.as_("ZFB", "verifier"), code, found.number).after.verdict is None


def test_the_name_of_a_completed_deed_stays(desk):
    clerk, code = desk.as_("SCJG"), "SCJG-1-5"
    named = naming.name(clerk, code, "抽检").entry
    reporting.report(clerk, code, status="completed")
    refused("unnamed_not_completed", retract, clerk, code, named.number)
    retract(clerk, code)
    assert retract(clerk, code).after.title is None


def test_somebody_always_owes_it(desk):
    code = items.add(desk.as_("JYT"), "JYT-1", "补报")
    refused("retract_owners", retract, desk.as_("JYT"), code, desk.state(code).owners.number)


def test_an_addition_is_dropped_not_left_without_its_name(desk, clerk):
    code = items.add(clerk, "JYT-1", "补报")
    for who in (clerk, desk.as_()):
        assert refused("retract_addition", retract, who, code, desk.state(code).title.number).values["title"] == "补报"
    refused("retract_addition", retract, clerk, code)
    naming.name(clerk, code, "补报二")
    assert retract(clerk, code).after.title.title == "补报", "another name may be taken back"
    assert items.drop(clerk, code, items.NONEXISTENT).after.drop is not None


# after the baseline


def test_a_plan_entry_after_the_baseline(desk, clerk):
    planned = planning.assign(clerk, [deed(desk)], DUE)[0].entry
    planning.baseline(desk.as_(), [deed(desk)])
    refused("retract_on_record", retract, clerk, CODE, planned.number)
    refused("plan_fixed_retract", retract, desk.as_(), CODE, planned.number, reason="误")
    refused("plan_fixed_retract", retract, desk.as_(), CODE, planned.number, approval="文号")
    made = retract(desk.as_(), CODE, planned.number, reason="误", approval="文号")
    assert made.after.plan.due is None and made.after.original_schedule.due_on == DUE.due_on, "the original stays visible"


def test_what_is_no_promise_is_taken_back_after_the_baseline_by_who_wrote_it(desk, clerk):
    """As it was written: without a reason or an approval. What the baseline fixed is not."""
    fixed = naming.name(clerk, CODE, "原名").entry
    planning.baseline(desk.as_(), [deed(desk)])
    naming.name(clerk, CODE, "新名")
    assert retract(clerk, CODE).after.title.title == "原名"
    planning.assign(clerk, [deed(desk)], PlanChange(responsible="王某"))
    assert retract(clerk, CODE).after.owners.responsible is None
    refused("retract_on_record", retract, clerk, CODE, fixed.number)
    refused("plan_fixed_retract", retract, desk.as_(), CODE, fixed.number)


def test_another_lead_is_not_uncovered_without_an_approval(desk):
    planning.baseline(desk.as_(), [deed(desk)])
    moved = planning.assign(desk.as_(), [deed(desk)], PlanChange(lead="KJT"), reason="划转", approval="文号")[0].entry
    planning.assign(desk.as_("KJT"), [deed(desk)], PlanChange(responsible="王某"))
    retract(desk.as_(), CODE, moved.number, reason="误", approval="文号")
    refused("plan_fixed_retract", retract, desk.as_(), CODE, desk.state(CODE).owners.number)


def test_the_baseline_itself(desk):
    fixed = planning.baseline(desk.as_(), [deed(desk)])[0].entry
    refused("plan_fixed_retract", retract, desk.as_(), CODE, fixed.number)
    assert retract(desk.as_(), CODE, fixed.number, reason="误定", approval="文号").after.baseline is None


def test_what_the_office_approved_is_not_undone_by_the_agency(desk, clerk):
    asked = planning.propose(clerk, deed(desk), "suspension", PlanChange(), reason="政策调整").entry
    decided = planning.decide(desk.as_(), asked.number, True, approval="文号〔3〕").entries
    assert desk.state(CODE).status == "suspended"
    refused("retract_on_record", retract, clerk, CODE)
    refused("retract_decision", retract, desk.as_(), CODE, decided[0].number)
    made = retract(desk.as_(), CODE, decided[1].number, reason="批错", approval="文号〔4〕")
    assert made.after.status is None and made.after.proposals == (asked,), "neither approved nor gone: it waits again"
    refused("already_retracted", retract, desk.as_(), CODE, decided[0].number)
    assert planning.decide(desk.as_(), asked.number, False, reason="继续办").after.proposals == ()


def test_what_was_decided_is_asked_for_on_the_record(desk, clerk):
    said = reporting.report(clerk, CODE, status="in_progress", progress=30).entry
    for approve in (True, False):
        asked = planning.propose(clerk, deed(desk), "schedule", PlanChange(due_on=date(2022, 1, 31)), reason="分工").entry
        made = planning.decide(desk.as_(), asked.number, approve, approval="批4", reason="按期").entries
        for who in (clerk, desk.as_()):
            refused("decided_stays", retract, who, CODE, asked.number)
        for each in reversed(made):
            if each.kind == journal.DECISION and approve:
                continue  # goes with what it became
            retract(desk.as_(), CODE, each.number, reason="误", approval="批5")
        assert retract(clerk, CODE).entry.about == asked.number, "open again, it may be taken back"
    asked = planning.propose(clerk, deed(desk), "schedule", PlanChange(due_on=date(2022, 1, 31)), reason="分工").entry
    planning.decide(desk.as_(), asked.number, False, reason="按期")
    assert retract(clerk, CODE).entry.about == said.number, "the last that may be"


# what was checked


@pytest.mark.parametrize("found", [True, False])
@pytest.mark.parametrize("status", ["in_progress", "completed", "blocked"])
def test_what_was_checked_stays_while_the_finding_does(desk, clerk, status, found):
    """Neither its agency nor the office strikes out a report with the word that was found about it."""
    said = reporting.report(clerk, CODE, status=status, difficulty="用地" if status == "blocked" else None).entry
    finding = verifying.verify(desk.as_(), CODE, found, words="现场核查").entry
    for who in (clerk, desk.as_()):
        for number in (None, said.number)[who is not clerk :]:
            why = refused("closed_out" if (found, status) == (True, "completed") else "checked_stays", retract, who, CODE, number)
    assert why.values.get("finding") in (None, finding.number)
    if not (found and status == "completed"):
        reporting.report(clerk, CODE, status="in_progress", progress=60, reason="另报")
        refused("checked_stays", retract, clerk, CODE, said.number)
        assert retract(clerk, CODE).after.verdict == finding.verdict, "what was reported anew may go"
    retract(desk.as_(), CODE, finding.number)
    assert retract(clerk, CODE).after.status is None


# what stops and goes on again, once the plan is fixed


def test_after_the_baseline_the_office_decides_what_stops(desk, clerk):
    reporting.report(clerk, CODE, status="suspended", approval="文1")
    assert reporting.report(clerk, CODE, status="in_progress", progress=10, approval="文2").after.status == "in_progress", "free before"
    planning.baseline(desk.as_(), [deed(desk)])
    for status, asked in (("suspended", "suspend"), ("terminated", "terminate")):
        for more in ({}, {"approval": "口头"}, {"approval": "口头", "on": date(2021, 7, 5)}):
            assert refused("stop_fixed", reporting.report, clerk, CODE, status=status, reason="没必要", **more).values["asked"] == asked
    asked = planning.propose(clerk, deed(desk), "termination", PlanChange(), reason="疫情").entry
    carried = planning.decide(desk.as_(), asked.number, True, approval="批3").entries[1]
    refused("stop_fixed", reporting.report, clerk, CODE, status="in_progress", progress=10, approval="我自己批的")
    reporting.report(clerk, CODE, progress=20)
    refused("checked_stays" if desk.state(CODE).finding else "retract_on_record", retract, clerk, CODE, carried.number)
    typed = reporting.report(desk.as_(), CODE, status="in_progress", progress=10, approval="批6").entry
    refused("retract_on_record", retract, clerk, CODE, typed.number)
    refused("plan_fixed_retract", retract, desk.as_(), CODE, typed.number)
    assert retract(desk.as_(), CODE, typed.number, reason="误", approval="批7").after.status == "terminated"


def test_a_declined_proposal_is_open_again(desk, clerk):
    asked = planning.propose(clerk, deed(desk), "schedule", DUE, reason="招标流标").entry
    decided = planning.decide(desk.as_(), asked.number, False, reason="按期").entry
    assert retract(desk.as_(), CODE, decided.number).after.proposals == (asked,)


def test_a_drop_is_undone_with_its_links(desk, clerk):
    def shown(code):
        return [place.item for place in sources.places(desk.connection, deed(desk, code).id)]

    items.drop(clerk, CODE, items.MERGED, into="JYT-1-4")
    assert shown("JYT-1-4") == [4, 3] and desk.state(CODE).drop is not None
    assert retract(clerk, CODE).after.drop is None
    assert shown("JYT-1-4") == [4] and shown(CODE) == [3]
    items.drop(clerk, CODE, items.MERGED, into="JYT-1-4")
    assert shown("JYT-1-4") == [4, 3]


def test_who_may_take_back_nothing_is_told_who_may(desk, clerk):
    reporting.report(clerk, CODE, status="in_progress", progress=30)
    assert refused("deed_of_another", retract, desk.as_("KJT"), CODE).values["lead"] == "JYT"
    refused("leader_reads", retract, desk.as_("JYT", "leader"), CODE)
