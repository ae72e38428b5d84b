"""Quantities that a lead reports: how they go with the progress and the target. On both engines."""

from __future__ import annotations

from decimal import Decimal

import pytest
from desk import CODE, TODAY, june, refused

from tracker import words
from tracker.deeds import find, planning, reporting, verifying
from tracker.deeds.planning import PlanChange

pytest_plugins = ["desk"]


@pytest.mark.parametrize(
    ("quantity", "said", "progress"),
    [("0", {}, 0), ("1", {}, 0), ("15", {}, 1), ("1500", {}, 50), ("2999", {}, 99), ("1500", {"progress": 50}, 50), ("3000", {"progress": 99}, 99), ("3000", {"status": "completed"}, 100), ("4000", {"status": "completed"}, 100)],
)  # fmt: skip
def test_an_achieved_quantity_gives_the_progress(desk, say, quantity, said, progress):
    """Half up, and never 100 before the whole is reached."""
    planning.assign(desk.as_(), [find(desk.connection, CODE)], PlanChange(target=Decimal(3000), unit="个"))
    made = say(quantity=Decimal(quantity), **{"status": "in_progress"} | said)
    assert (made.after.reported_progress, made.entry.quantity) == (progress, Decimal(quantity))


@pytest.mark.parametrize(
    ("change", "said", "key"),
    [
        ({"target": Decimal(3000)}, {"progress": 10}, "quantity_disagrees"),
        ({"target": Decimal(3000)}, {"progress": 51}, "quantity_disagrees"),
        ({"target": Decimal(3000)}, {"status": "not_started"}, "not_started_is_0"),
        ({"target": Decimal(3000)}, {"status": "completed"}, "quantity_short"),
        ({"target": Decimal(95), "unit": "%", "direction": "ratio"}, {"progress": 10}, "quantity_disagrees"),
        ({"target": Decimal(1500)}, {}, "quantity_reached"),
        ({"wording": "群众满意"}, {}, "quantity_not_counted"),
    ],
)
def test_quantity_and_progress_never_disagree(desk, say, change, said, key):
    planning.assign(desk.as_(), [find(desk.connection, CODE)], PlanChange(**change))
    before = desk.head
    refused(key, say, quantity=Decimal(1500), **{"status": "in_progress"} | said)
    assert desk.head == before


def aim(desk, number: int, unit: str | None = "个", **more):
    planning.assign(desk.as_(), [find(desk.connection, CODE)], PlanChange(target=Decimal(number), unit=unit, **more))


def differs(desk) -> list[str]:
    return [each.about for each in verifying.disagreements([find(desk.connection, CODE)], TODAY)]


def test_a_quantity_counts_until_another_is_told(desk, say):
    aim(desk, 3000)
    say(status="in_progress", quantity=Decimal(1500), on=june(10))
    assert say(words="补充说明").entry.quantity == 1500
    assert say(status="blocked", difficulty="用地").entry.quantity == 1500
    for said in ({"progress": 60}, {"progress": 99}, {"progress": 100}, {"status": "in_progress", "progress": 0}):
        error = refused("standing_disagrees", say, **said)
        assert (error.values["quantity"], error.values["reached"]) == ("1500", 50)
    assert say(progress=50).entry.quantity == 1500
    refused("standing_short", say, status="completed")
    assert say(quantity=Decimal(1800)).after.reported_progress == 60
    assert say(on=june(20), words="补报").entry.quantity == 1500, "a late report goes on from what held on its day"
    assert desk.state(CODE).quantity == 1800


def test_without_a_target_in_numbers_another_progress_is_another_quantity(say):
    say(status="in_progress", progress=50, quantity=Decimal(1500))
    assert say(words="补充说明").entry.quantity == 1500
    assert say(progress=60).entry.quantity is None
    assert say(words="补充说明").after.quantity is None


def test_what_was_told_without_its_number_does_not_hide_it(desk, say):
    """A report that told a percentage while there was nothing to hold it against, and a target set since."""
    say(status="in_progress", progress=20, quantity=Decimal(10))
    say(progress=99)
    aim(desk, 100)
    assert (desk.state(CODE).reported_progress, desk.state(CODE).standing_progress) == (99, 10) and differs(desk) == ["ahead"]
    assert refused("standing_short", say, status="completed").values["quantity"] == "10"


def test_a_completion_without_any_number_is_a_disagreement(desk, say):
    aim(desk, 100)
    say(status="completed")
    assert differs(desk) == ["uncounted"]
    say(status="completed", quantity=Decimal(100))
    assert differs(desk) == []


@pytest.mark.parametrize(("target", "counted", "about"), [(7000, 50, ["ahead"]), (14000, 25, ["ahead"]), (3600, 97, ["ahead"]), (3535, 99, []), (600, 99, [])])
def test_another_target_is_reckoned_with_what_was_told(desk, say, target, counted, about):
    """What was reported stays as it was; what is judged, and reported next, goes by the number and the target that holds."""
    aim(desk, 3000)
    say(status="in_progress", quantity=Decimal(3500), progress=99)
    aim(desk, target)
    state = desk.state(CODE)
    assert (state.reported_progress, state.standing_progress, state.rating.progress) == (99, counted, counted) and differs(desk) == about
    reporting.confirm(desk.as_("JYT"), CODE)
    assert desk.state(CODE).standing_progress == counted
    made = say(status="blocked", difficulty="没钱")
    assert (made.entry.progress, made.entry.quantity) == (counted, 3500) and differs(desk) == []


def test_a_nearer_target_is_reckoned_too(desk, say):
    aim(desk, 3000)
    say(quantity=Decimal(1500))
    aim(desk, 2000)
    assert desk.state(CODE).standing_progress == 75 and differs(desk) == ["back"]
    assert say(words="仍在办理").entry.progress == 75


def test_what_a_target_in_another_unit_asks_for_was_not_told(desk, say):
    aim(desk, 3000)
    say(quantity=Decimal(1500))
    aim(desk, 40, "所")
    state = desk.state(CODE)
    assert (state.quantity, state.standing_progress) == (None, 50)
    assert say(progress=60).entry.quantity is None


def test_a_completion_that_misses_its_target_now_stays_and_is_listed(desk, say):
    aim(desk, 100)
    say(status="completed", quantity=Decimal(100))
    aim(desk, 120)
    assert differs(desk) == ["short"] and desk.state(CODE).status == "completed"
    assert say(status="in_progress", reason="目标提高").entry.progress == 83


def test_a_number_that_was_sent_back_is_not_believed(desk, say):
    aim(desk, 100)
    say(quantity=Decimal(40))
    say(status="completed", quantity=Decimal(100))
    verifying.verify(desk.as_(), CODE, False, words="只有60个")
    state = desk.state(CODE)
    assert (state.quantity, state.standing_progress) == (40, 40)
    refused("standing_disagrees", say, progress=60)
    refused("standing_short", say, status="completed")
    assert say(quantity=Decimal(60)).after.standing_progress == 60


def test_a_resumed_deed_stands_by_its_number(desk, say):
    aim(desk, 100)
    say(quantity=Decimal(40))
    say(status="suspended", approval="文号")
    aim(desk, 80)
    asked = planning.propose(desk.as_("JYT"), find(desk.connection, CODE), planning.RESUMPTION, PlanChange(), reason="恢复").entry.number
    made = planning.decide(desk.as_(), asked, True, approval="文号")
    assert (made.after.reported_progress, made.after.quantity) == (50, 40)


@pytest.mark.parametrize(
    ("target", "said", "key"),
    [
        (None, {"progress": 0}, "progress_0_without_status"), (None, {"progress": 100}, "progress_100_without_status"),
        (None, {"quantity": Decimal(8)}, "quantity_without_status"), ("3000", {"quantity": Decimal(0)}, "quantity_without_status"),
        ("3000", {"quantity": Decimal(4000)}, "quantity_reached"),
    ],
)  # fmt: skip
def test_what_a_first_report_lacks(desk, say, target, said, key):
    if target:
        planning.assign(desk.as_(), [find(desk.connection, CODE)], PlanChange(target=Decimal(target), unit="个"))
    refused(key, say, **said)


def test_a_small_quantity_is_a_beginning(desk, say):
    planning.assign(desk.as_(), [find(desk.connection, CODE)], PlanChange(target=Decimal(3000), unit="个"))
    made = say(quantity=Decimal(8), unit="个")
    assert (made.after.status, made.after.reported_progress, made.entry.quantity) == ("in_progress", 0, 8)
    refused("quantity_unit", say, quantity=Decimal(8), unit="所")


def test_a_unit_needs_a_target_to_be_held_against(say):
    refused("quantity_unit_lost", say, status="in_progress", quantity=Decimal(3), unit="万")


def test_a_quantity_to_stay_under_says_nothing_of_progress(desk, say):
    planning.assign(desk.as_(), [find(desk.connection, CODE)], PlanChange(target=Decimal(5), unit="天", direction="<="))
    assert say(status="in_progress", quantity=Decimal(4)).after.reported_progress is None


@pytest.mark.parametrize(
    ("direction", "short", "enough", "keys"),
    [(">=", 40, 100, ("quantity_short", "standing_short")), ("<=", 9, 5, ("quantity_over", "standing_over"))],
)
def test_what_misses_its_target_is_not_completed(desk, say, direction, short, enough, keys):
    """Neither with the quantity nor without it, while it stands; what reaches the target is kept with the completion."""
    planning.assign(desk.as_(), [find(desk.connection, CODE)], PlanChange(target=Decimal(enough), unit="个", direction=direction))
    refused(keys[0], say, status="completed", quantity=Decimal(short))
    say(status="in_progress", quantity=Decimal(short))
    assert refused(keys[1], say, status="completed").values["quantity"] == str(short)
    assert say(status="completed", quantity=Decimal(enough)).entry.quantity == enough


def test_a_quantity_that_awaits_its_acceptance_goes_with_the_completion(desk, say):
    planning.assign(desk.as_(), [find(desk.connection, CODE)], PlanChange(target=Decimal(100), unit="个"))
    say(status="in_progress", quantity=Decimal(120), progress=99)
    assert say(status="completed").entry.quantity == 120
    planning.assign(desk.as_(), [find(desk.connection, CODE)], PlanChange(target=Decimal(200)))
    assert say(status="completed", words="补充").entry.quantity == 120, "the same status may be reported again"


@pytest.mark.parametrize(
    ("target", "said", "unit", "kept"),
    [
        ((3, "万个"), "15000", "个", "1.5"), ((3, "万个"), "1.5", "万", "1.5"), ((3, "万个"), "1.5", "万个", "1.5"), ((3, "万个"), "1.5", None, "1.5"),
        ((3000, "个"), "0.15", "万", "1500"), ((3000, "个"), "0.15", "萬个", "1500"), ((2, "亿元"), "3000", "万元", "0.3"), ((95, "%"), "0.6", "%", "0.6"),
    ],
)  # fmt: skip
def test_a_quantity_is_kept_in_the_unit_of_the_target(desk, say, target, said, unit, kept):
    aim(desk, *target)
    assert say(status="in_progress", quantity=Decimal(said), unit=unit).entry.quantity == Decimal(kept)


@pytest.mark.parametrize(
    ("target", "said", "unit", "key"),
    [((3, "万个"), "15000", None, "quantity_measure"), ((95, "%"), "0.6", None, "quantity_measure"), ((95, "%"), "1", None, "quantity_measure"), ((3, "万个"), "2", "万户", "quantity_unit"), ((3, "万个"), "2", "户", "quantity_unit")],
)  # fmt: skip
def test_a_quantity_in_a_measure_that_is_not_sure_is_asked_back(desk, say, target, said, unit, key):
    aim(desk, *target)
    refused(key, say, status="in_progress", quantity=Decimal(said), unit=unit)


def test_a_target_is_taken_back(desk, say):
    aim(desk, 3000, wording="家长满意")
    number, unit, direction, wording = words.target("无")
    change = PlanChange(target=number, unit=unit, direction=direction, wording=wording)
    deed = find(desk.connection, CODE)
    target = planning.assign(desk.as_(), [deed], change)[0].after.target
    assert (target.target, target.unit, target.wording) == (None, None, None)
    assert planning.assign(desk.as_(), [find(desk.connection, CODE)], change) == [] == planning.assign(desk.as_(), [find(desk.connection, "JYT-1-1")], change)
    assert say(status="in_progress", quantity=Decimal(5)).entry.quantity == 5
