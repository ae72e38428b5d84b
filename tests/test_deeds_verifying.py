"""What was checked: by whom, and that it never changes what was reported. On both engines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from desk import CODE, refused

from tracker.deeds import find, items, planning, reporting, select_deeds, verifying
from tracker.deeds.planning import PlanChange
from tracker.deeds.sampling import Sample, sample

pytest_plugins = ["desk"]
OWN = "SJGW-1-1"


@pytest.fixture
def done(desk):
    reporting.report(desk.as_("JYT"), CODE, status="in_progress", progress=80)
    return reporting.report(desk.as_("JYT"), CODE, status="completed", words="全部完成").entry


def assign(desk, code, **change):
    planning.assign(desk.as_(), [find(desk.connection, code)], PlanChange(**change))


def test_confirmed(desk, done):
    made = verifying.verify(desk.as_(), CODE, True, words="现场查看")
    assert made.after.closed_out and made.after.verdict == "confirm" and made.entry.about == done.number
    assert made.after.progress == done, "a finding never changes what was reported"


def test_rejected(desk, done):
    refused("rejection_needs_note", verifying.verify, desk.as_(), CODE, False)
    refused("rejection_needs_note", verifying.verify, desk.as_(), CODE, False, words=" \n")
    made = verifying.verify(desk.as_(), CODE, False, words="现场未见")
    state = made.after
    assert (state.status, state.reported_progress) == ("completed", 100), "still what the agency says"
    assert (state.standing_status, state.standing_progress, state.closed_out) == ("in_progress", 80, False)
    assert verifying.verify(desk.as_(), CODE, True).after.closed_out, "the later finding about the same report counts"


def test_nothing_to_verify(desk):
    refused("nothing_to_verify", verifying.verify, desk.as_(), CODE, True)


def test_a_new_report_takes_a_new_finding(desk):
    reporting.report(desk.as_("JYT"), CODE, status="in_progress", progress=50)
    assert verifying.verify(desk.as_(), CODE, True).after.verdict == "confirm"
    made = reporting.report(desk.as_("JYT"), CODE, status="completed")
    assert made.after.verdict is None and not made.after.closed_out


def test_nobody_verifies_their_own(desk, done):
    refused("verify_own", verifying.verify, desk.as_("JYT"), CODE, True)
    refused("verify_own", verifying.verify, desk.as_("JYT", "verifier"), CODE, True)
    refused("verify_not_yours", verifying.verify, desk.as_("KJT"), CODE, True)
    refused("leader_reads", verifying.verify, desk.as_("SJGW", "leader"), CODE, True)
    assert desk.state(CODE).verdict is None


def test_a_verifying_agency_of_its_own(desk, done):
    assign(desk, CODE, verifier="KJT")
    refused("verify_not_yours", verifying.verify, desk.as_(), CODE, True)
    assert verifying.verify(desk.as_("KJT", "verifier"), CODE, True).after.finding.agency == "KJT"


def test_the_offices_own_deeds_need_another_verifier(desk):
    """Until there is one they stand reported by the office, not verified."""
    office = desk.as_()
    planning.assign(office, [find(desk.connection, OWN)], PlanChange(responsible="王某"))
    reporting.report(office, OWN, status="in_progress", progress=50)
    refused("verify_nobody", verifying.verify, office, OWN, True)
    refused("verifier_is_lead", assign, desk, OWN, verifier="SJGW")
    assign(desk, OWN, verifier="ZFB")
    refused("verify_own", verifying.verify, office, OWN, True)
    assert verifying.verify(desk.as_("ZFB"), OWN, True).after.verdict == "confirm"


def test_who_reported_does_not_verify_after_the_deed_changed_hands(desk, done):
    assign(desk, CODE, lead="KJT", verifier="JYT")
    refused("verify_own", verifying.verify, desk.as_("JYT"), CODE, True)
    reporting.report(desk.as_("KJT"), CODE, words="接手")
    assert verifying.verify(desk.as_("JYT"), CODE, True).after.closed_out


def test_a_dropped_deed_is_not_verified(desk, done):
    items.drop(desk.as_("JYT"), CODE, items.NONEXISTENT)
    refused("deed_dropped", verifying.verify, desk.as_(), CODE, True)


def test_a_sample_is_drawn_from_what_waits(desk, done):
    """Not its own, not what was found already, sent back or dropped; unfinished ones only if asked for."""
    for code in ("JYT-1-1", "JYT-1-2", "JYT-1-4", "KJT-1-1", "KJT-1-2", "SWT-1-1"):
        reporting.report(desk.as_(), code, status="completed")
    for code in ("KJT-1-3", "KJT-1-4", OWN):
        reporting.report(desk.as_(), code, status="in_progress", progress=10)
    verifying.verify(desk.as_(), "KJT-1-1", True)
    verifying.verify(desk.as_(), "KJT-1-2", False, words="不实")
    verifying.verify(desk.as_(), "KJT-1-4", True)
    items.drop(desk.as_(), "JYT-1-4", items.NONEXISTENT)
    assign(desk, "JYT-1-2", verifier="KJT")
    waiting = ("JYT-1-1", CODE, "SWT-1-1")
    for at in (None, desk.head.number):
        assert sample(desk.as_(), 99, 7, known_at=at) == Sample(waiting, 3), "in directory order"
        assert sample(desk.as_(), 99, 7, unfinished=True, known_at=at).codes == ("JYT-1-1", CODE, "KJT-1-3", "SWT-1-1")
        assert sample(desk.as_(), 2, 7, among={"JYT-1-1"}, known_at=at) == Sample(("JYT-1-1",), 1)
        assert sample(desk.as_("KJT"), 5, 1, known_at=at).codes == ("JYT-1-2",), "each verifier draws its own"
    refused("leader_reads", sample, desk.as_("SJGW", "leader"), 5, 1)


def test_who_reported_a_deed_does_not_draw_it(desk, done):
    assign(desk, CODE, lead="KJT", verifier="JYT")
    for at in (None, desk.head.number):
        assert sample(desk.as_("JYT"), 5, 1, known_at=at) == Sample((), 0)


def test_the_same_draw_again_whatever_came_after(desk):
    for number in range(1, 8):
        reporting.report(desk.as_(), f"KJT-1-{number}", status="completed")
    at, drawn = desk.head.number, sample(desk.as_(), 3, 7)
    assert drawn.codes == ("KJT-1-1", "KJT-1-6", "KJT-1-7"), "SHA-256 of “7 KJT-1-1” and so on, the three least"
    assert {sample(desk.as_(), 3, seed).codes for seed in range(12)} != {drawn.codes}
    verifying.verify(desk.as_(), drawn.codes[0], True)
    assert set(drawn.codes[1:]) < set(sample(desk.as_(), 3, 7).codes), "what was drawn and waits stays drawn"
    reporting.report(desk.as_(), "KJT-1-6", status="in_progress", progress=50, reason="返工")
    assert sample(desk.as_(), 3, 7, known_at=at) == drawn


def test_a_report_typed_by_its_verifier_is_the_leads_and_said_so(desk):
    reporting.report(desk.as_(), CODE, status="completed")
    assert verifying.typed_here([verifying.verify(desk.as_(), CODE, False, words="未见")]) == []
    assert verifying.typed_here([verifying.verify(desk.as_(), CODE, True)]) == [CODE]
    reporting.report(desk.as_("JYT"), "JYT-1-1", status="completed")
    assert verifying.typed_here([verifying.verify(desk.as_(), "JYT-1-1", True)]) == []


def test_disagreements(desk, done):
    today = desk.today
    clerk = desk.as_("JYT")
    verifying.verify(desk.as_(), CODE, False, words="未见")
    assign(desk, "JYT-1-1", due_on=date(2021, 7, 1), basis="文号")
    reporting.report(clerk, "JYT-1-1", status="in_progress", progress=90, on=date(2021, 6, 30))
    assign(desk, "JYT-1-2", due_on=date(2021, 12, 31), basis="文号")
    reporting.report(clerk, "JYT-1-2", status="blocked", difficulty="用地", expected_on=date(2022, 1, 31))
    assign(desk, "JYT-1-4", target=Decimal(100), unit="所")
    reporting.report(clerk, "JYT-1-4", status="completed", quantity=Decimal(100))
    assign(desk, "JYT-1-4", target=Decimal(160))
    assign(desk, "KJT-1-1", target=Decimal(9), unit="天", direction="<=")
    reporting.report(desk.as_("KJT"), "KJT-1-1", status="completed", quantity=Decimal(7))
    assign(desk, "KJT-1-1", target=Decimal(5))
    reporting.report(desk.as_("KJT"), "KJT-1-2", status="in_progress", progress=10)
    found = verifying.disagreements(select_deeds(desk.connection, ["JYT", "KJT"]), today)
    assert [(each.code, each.about) for each in found] == [
        ("JYT-1-1", "red"), ("JYT-1-2", "late"), (CODE, "rejected"), ("JYT-1-4", "short"), ("KJT-1-1", "short"),
    ]  # fmt: skip
    assert found[0].as_json()["light"] == "red"
