"""Lists of deeds: filters, order, lights and counts as the fold and the rules say. On both engines."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from desk import SINCE, TODAY
from sqlalchemy import select

from tracker import lifecycle, models, rounds, views
from tracker.deeds import find, items, naming, planning, reporting, select_deeds, verifying
from tracker.deeds.planning import PlanChange
from tracker.views import Filter

pytest_plugins = ["desk"]


@pytest.fixture
def lit(desk):
    """Deeds with every light there is; a closed round in which JYT and KJT-1-1 handed something in."""
    office, jyt, kjt = desk.as_(), desk.as_("JYT"), desk.as_("KJT")
    opened = desk.as_(day=date(2021, 6, 2))
    rounds.open_round(opened, "2021-06", date(2021, 6, 25), SINCE)

    def plan(code, due, start=SINCE):
        planning.assign(office, [find(desk.connection, code)], PlanChange(start_on=start, due_on=due, basis="文号" if due else None))

    def say(agency, code, **said):
        reporting.report(desk.as_(agency), code, on=date(2021, 6, 20), **said)

    for code in ("JYT-1-1", "JYT-1-2", "KJT-1-1", "KJT-1-2", "KJT-1-3"):
        plan(code, date(2021, 12, 31))
    plan("JYT-1-4", date(2021, 7, 1))
    plan("KJT-1-4", date(2021, 7, 8))
    say("JYT", "JYT-1-1", status="completed")
    verifying.verify(office, "JYT-1-1", True)
    say("JYT", "JYT-1-2", status="completed")
    say("JYT", "JYT-1-4", status="in_progress", progress=90)
    say("KJT", "KJT-1-1", status="in_progress", progress=50)
    reporting.report(kjt, "KJT-1-2", status="blocked", progress=50, difficulty="用地")
    reporting.report(kjt, "KJT-1-3", status="terminated", approval="文号")
    reporting.report(kjt, "KJT-1-4", status="in_progress", progress=60)
    reporting.report(kjt, "KJT-1-5", status="in_progress", progress=60, on=date(2021, 6, 10))
    rounds.close_round(desk.as_(day=date(2021, 6, 26)), "2021-06")
    naming.name(desk.as_("SCJG"), "SCJG-1-1", "食品抽检100%")
    items.drop(jyt, "JYT-1-3", items.NONEXISTENT)
    return desk


def codes(desk, limit=None, sort="code", today=TODAY, **wanted) -> list[str]:
    rows, _ = views.deeds(desk.connection, today, Filter(**wanted), limit, sort)
    return [row.code for row in rows]


def test_every_light_equals_the_rule(lit):
    """The list computes lights in SQL; the rules compute them from the fold. On every day they agree."""
    for today in (date(2021, 6, 21), TODAY, date(2021, 7, 2), date(2021, 9, 1), date(2022, 6, 1)):
        since = views.silent_before(lit.connection, today)
        rows, total = views.deeds(lit.connection, today)
        assert total == len(rows) == 131
        for row in rows:
            state = lit.state(row.code)
            silent = since is not None and (state.handed_in_on is None or state.handed_in_on < since[0]) and state.standing_status not in lifecycle.FINISHED
            light = lifecycle.light(state.rating, today, silent)
            assert row.light == light.colour, (row.code, today)
            assert row.overdue == (light.reason == "overdue")
            assert (row.status, row.progress) == (state.status or "unreported", state.reported_progress)
            assert (row.closed_out, row.verdict, row.seq) == (state.closed_out, state.verdict, state.seq)


def test_lights_of_the_day(lit):
    rows, _ = views.deeds(lit.connection, TODAY)
    found = {row.code: row.light for row in rows}
    expected = {"JYT-1-1": "solid_blue", "JYT-1-2": "hollow_blue", "JYT-1-4": "red", "KJT-1-1": "green", "KJT-1-2": "yellow",
                "KJT-1-3": "none", "KJT-1-4": "red", "KJT-1-5": "grey", "KJT-1-6": "grey"}  # fmt: skip
    assert {code: found[code] for code in expected} == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"agencies": ("MZT",)}, ["MZT-1-1", "MZT-1-2"]),
        ({"commitment": "jyt-1"}, ["JYT-1-1", "JYT-1-2", "JYT-1-4"]),
        ({"status": "completed"}, ["JYT-1-1", "JYT-1-2"]),
        ({"status": "blocked"}, ["KJT-1-2"]),
        ({"light": "solid_blue"}, ["JYT-1-1"]),
        ({"light": "none"}, ["KJT-1-3"]),
        ({"overdue": True}, ["JYT-1-4"]),
        ({"dropped": True}, ["JYT-1-3"]),
        ({"words": "精简"}, ["KJT-1-4", "KJT-1-5"]),
        ({"words": "七项 报表"}, ["KJT-1-1"]),
        ({"words": "民政"}, ["MZT-1-1", "MZT-1-2"]),
        ({"words": "Education"}, ["JYT-1-1", "JYT-1-2", "JYT-1-4"]),
        ({"words": "100%"}, ["SCJG-1-1"]),
        ({"words": "_"}, []),
        ({"words": "kjt-1-7"}, ["KJT-1-7"]),
        ({"codes": ("KJT-1-2", "JYT-1-1")}, ["JYT-1-1", "KJT-1-2"]),
        ({"due_by": date(2021, 7, 8), "unfinished": True}, ["JYT-1-4", "KJT-1-4"]),
        ({"agencies": ("KJT",), "unfinished": True, "status": "in_progress"}, ["KJT-1-1", "KJT-1-4", "KJT-1-5"]),
        ({"agencies": ("KJT",), "silent": True}, ["KJT-1-6", "KJT-1-7"]),
    ],
)
def test_filters(lit, wanted, expected):
    assert codes(lit, **wanted) == expected


def test_counts_with_a_limit(lit):
    assert views.deeds(lit.connection, TODAY, limit=50)[1] == 131
    rows, total = views.deeds(lit.connection, TODAY, Filter(unnamed=True), 10)
    assert (len(rows), total) == (10, 101) and all(row.title is None for row in rows)
    assert views.deeds(lit.connection, TODAY, Filter(status="unreported"), 1)[1] == 131 - 8
    assert views.deeds(lit.connection, TODAY, Filter(undated=True), 1)[1] == 131 - 7
    assert views.deeds(lit.connection, TODAY, Filter(words="没有"), 5) == ([], 0)


def test_orders(lit):
    assert codes(lit, 3)[0] == "SJGW-1-1" and codes(lit, agencies=("KJT",)) == [f"KJT-1-{n}" for n in range(1, 8)]
    assert codes(lit, 2, "due") == ["JYT-1-4", "KJT-1-4"]
    assert codes(lit, 3, "progress") == ["JYT-1-1", "JYT-1-2", "JYT-1-4"]
    assert codes(lit, 2, "changed") == ["SCJG-1-1", "KJT-1-5"]


def test_before_the_round_was_closed_nobody_was_silent(lit):
    assert views.silent_before(lit.connection, date(2021, 6, 25)) is None
    assert views.silent_before(lit.connection, TODAY) == (SINCE, date(2021, 6, 25))
    assert codes(lit, today=date(2021, 6, 25), silent=True) == []


def test_a_row_as_json(lit):
    [row] = views.deeds(lit.connection, TODAY, Filter(codes=("KJT-1-2",)))[0]
    said = row.as_json()
    assert {"code", "title", "agency", "commitment", "status", "progress", "light", "due_on"} <= said.keys()
    assert (said["agency"], said["commitment"], said["due_on"]) == ("KJT", "KJT-1", date(2021, 12, 31))


def test_the_projection_knows_no_clock(lit):
    """The same rows serve every day: nothing is written while days go by."""
    before = lit.connection.execute(select(models.current).order_by(models.current.c.deed_id)).all()
    for n in range(0, 400, 40):
        views.deeds(lit.connection, TODAY + timedelta(days=n))
    assert lit.connection.execute(select(models.current).order_by(models.current.c.deed_id)).all() == before


def test_a_transferred_deed_is_listed_under_its_lead(lit):
    planning.assign(lit.as_(), select_deeds(lit.connection, ["MZT-1-1"]), PlanChange(lead="SWT", target=Decimal(3)))
    assert codes(lit, agencies=("MZT",)) == ["MZT-1-2"] and "MZT-1-1" in codes(lit, agencies=("SWT",))
