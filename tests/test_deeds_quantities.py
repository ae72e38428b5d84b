"""Quantities that a lead reports: how they go with the progress and the target. On both engines."""

from __future__ import annotations

from decimal import Decimal

import pytest
from desk import CODE, refused

from tracker.deeds import find, planning
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


def test_a_quantity_stays_while_the_progress_does(desk, say):
    planning.assign(desk.as_(), [find(desk.connection, CODE)], PlanChange(target=Decimal(3000), unit="个"))
    say(status="in_progress", quantity=Decimal(1500))
    assert say(words="补充说明").entry.quantity == 1500
    assert say(status="blocked", difficulty="用地").entry.quantity == 1500, "no other progress"
    assert say(progress=60).entry.quantity is None, "another progress, another quantity"


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
    refused("quantity_unit", say, status="in_progress", quantity=Decimal(3), unit="万")


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
