"""Adding and dropping: announced + added − dropped = actual, never a gap. On both engines."""

from __future__ import annotations

from datetime import date

import pytest
from desk import refused
from sqlalchemy import func, select

from tracker import models, sources
from tracker.deeds import find, items, planning, select_deeds
from tracker.deeds.items import DUPLICATE, MERGED, NONEXISTENT
from tracker.deeds.retracting import retract

pytest_plugins = ["desk"]


def counts(desk, code: str) -> tuple[int, int, int, int]:
    """Announced, added, dropped, actual."""
    tables = models.item.join(models.commitment)
    query = select(models.item.c.announced, func.count()).select_from(tables).where(models.commitment.c.code == code)
    announced = dict(desk.connection.execute(query.group_by(models.item.c.announced)).all())
    current = models.current.join(models.deed).join(models.commitment)
    query = select(models.current.c.dropped, func.count()).select_from(current).where(models.commitment.c.code == code)
    dropped = dict(desk.connection.execute(query.group_by(models.current.c.dropped)).all())
    return announced.get(True, 0), announced.get(False, 0), dropped.get(True, 0), dropped.get(False, 0)


def test_announced_62_actual_65(desk):
    clerk = desk.as_("SCJG")
    for n in range(4):
        assert items.add(clerk, "scjg-1", f"补报{n}") == f"SCJG-1-{63 + n}"
    items.drop(clerk, "SCJG-1-7", DUPLICATE, into="SCJG-1-8")
    announced, added, dropped, actual = counts(desk, "SCJG-1")
    assert (announced, added, dropped, actual) == (62, 4, 1, 65) and announced + added - dropped == actual
    assert len(select_deeds(desk.connection, ["SCJG-1"])) == 65


def test_an_added_deed_is_a_deed_like_any(desk):
    code = items.add(desk.as_("JYT"), "JYT-1", "  课后\n服务 ")
    found = find(desk.connection, code)
    assert (found.lead, found.state.title.title, found.tracked_from) == ("JYT", "课后 服务", desk.today)
    assert found.state.owners.verifier == "SJGW"
    [place] = sources.places(desk.connection, found.id)
    assert not place.announced and place.of == "commitment"
    refused("added_without_title", items.add, desk.as_("JYT"), "JYT-1", " ")
    assert "JYT-1" in refused("commitment_unknown_near", items.add, desk.as_("JYT"), "JYT-7", "名").values["near"]


def test_a_code_is_never_given_again(desk):
    clerk = desk.as_("JYT")
    first = items.add(clerk, "JYT-1", "甲")
    items.drop(clerk, first, NONEXISTENT)
    assert items.add(clerk, "JYT-1", "乙") == "JYT-1-6"
    assert [d.code for d in select_deeds(desk.connection, ["JYT-1"])] == ["JYT-1-1", "JYT-1-2", "JYT-1-3", "JYT-1-4", "JYT-1-6"]
    assert [d.code for d in select_deeds(desk.connection, [first])] == [first], "by its own code it is still found"


@pytest.mark.parametrize("reason", [MERGED, DUPLICATE])
def test_merging_links_the_items(desk, reason):
    made = items.drop(desk.as_("JYT"), "JYT-1-1", reason, into="JYT-1-2", words="同一件事")
    assert (made.entry.reason, made.entry.wording, made.entry.note) == (reason, "JYT-1-2", "同一件事")
    places = sources.places(desk.connection, find(desk.connection, "JYT-1-2").id)
    assert [place.item for place in places] == [2, 1]
    items.drop(desk.as_("JYT"), "JYT-1-2", reason, into="JYT-1-3")
    places = sources.places(desk.connection, find(desk.connection, "JYT-1-3").id)
    assert sorted(place.item for place in places) == [1, 2, 3], "what was merged goes along"


def test_what_others_went_into_does_not_vanish(desk):
    """It goes into another with all that it holds, or not at all; and each comes back alone."""
    clerk = desk.as_("JYT")

    def held(code):
        return sorted(place.item for place in sources.places(desk.connection, find(desk.connection, code).id))

    first = items.drop(clerk, "JYT-1-1", DUPLICATE, into="JYT-1-2").entry
    for who in (clerk, desk.as_()):
        why = refused("drop_holds_others", items.drop, who, "JYT-1-2", NONEXISTENT).values
        assert (why["near"], why["merged"], why["number"]) == ("JYT-1-1", "JYT-1-1", first.number)
    items.drop(clerk, "JYT-1-2", MERGED, into="JYT-1-3")
    retract(clerk, "JYT-1-1", first.number)
    assert (held("JYT-1-1"), held("JYT-1-2"), held("JYT-1-3")) == ([1], [2], [2, 3])
    retract(clerk, "JYT-1-2")
    items.drop(clerk, "JYT-1-2", DUPLICATE, into="JYT-1-4")
    assert (held("JYT-1-3"), held("JYT-1-4")) == ([3], [2, 4]), "what came back goes along no more"
    retract(clerk, "JYT-1-2")
    assert items.drop(clerk, "JYT-1-2", NONEXISTENT).after.drop is not None


def test_what_is_refused(desk):
    clerk = desk.as_("JYT")
    refused("drop_needs_into", items.drop, clerk, "JYT-1-1", MERGED)
    refused("drop_into_itself", items.drop, clerk, "JYT-1-1", MERGED, into="JYT-1-1")
    refused("deed_of_another", items.drop, clerk, "JYT-1-1", MERGED, into="KJT-1-1")
    refused("drop_reason_unknown", items.drop, clerk, "JYT-1-1", "whim")
    items.drop(clerk, "JYT-1-1", NONEXISTENT)
    refused("deed_dropped", items.drop, clerk, "JYT-1-1", NONEXISTENT)
    refused("drop_into_itself", items.drop, clerk, "JYT-1-2", MERGED, into="JYT-1-1")


def test_after_the_baseline_the_office_drops_with_an_approval(desk):
    planning.baseline(desk.as_(), [find(desk.connection, "JYT-1-1")])
    refused("drop_fixed", items.drop, desk.as_("JYT"), "JYT-1-1", NONEXISTENT, approval="文号")
    refused("drop_fixed_office", items.drop, desk.as_(), "JYT-1-1", NONEXISTENT)
    assert items.drop(desk.as_(), "JYT-1-1", NONEXISTENT, approval="文号").entry.approval == "文号"


def test_the_office_merges_across_agencies(desk):
    items.drop(desk.as_(), "JYT-1-1", DUPLICATE, into="KJT-1-1")
    places = sources.places(desk.connection, find(desk.connection, "KJT-1-1").id)
    assert [(place.commitment, place.item) for place in places] == [("KJT-1", 1), ("JYT-1", 1)]
    assert counts(desk, "JYT-1") == (4, 0, 1, 3) and counts(desk, "KJT-1") == (7, 0, 0, 7)


def test_added_before_tracking(desk):
    code = items.add(desk.as_("JYT", day=date(2021, 7, 1)), "JYT-1", "甲")
    assert find(desk.connection, code).tracked_from == date(2021, 7, 1)
