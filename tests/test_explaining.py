"""The arithmetic behind a light: it ends with the rule that decided, and every sentence can be said."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import FIRST, schedules

from tracker import explaining, journal, lifecycle
from tracker.explaining import steps
from tracker.i18n import LANGUAGES, Catalogue
from tracker.journal import Entry

NOW = datetime(2021, 6, 1, tzinfo=UTC)
DAY = date(2021, 7, 5)


def state(*said: dict) -> journal.State:
    entries = [
        Entry(number=n, uid=str(n), recorded_at=NOW, **{"effective_on": FIRST, **each}) for n, each in enumerate(said, 1)
    ]
    return journal.fold(entries)


def progress(status, percent=None, **more):
    return {"kind": journal.PROGRESS, "status": status, "progress": percent, **more}


def schedule(start, due, points=()):
    return {"kind": journal.SCHEDULE, "start_on": start, "due_on": due, "points": points}


HALF = schedule(DAY - timedelta(days=50), DAY + timedelta(days=50))
CASES = {
    "not_rated": [progress("suspended", 40)],
    "closed_out": [progress("completed", 100), {"kind": journal.FINDING, "about": 1, "verdict": "confirm"}],
    "awaiting_verification": [progress("completed", 100)],
    "overdue": [progress("in_progress", 90), schedule(FIRST, DAY - timedelta(days=1))],
    "unreported": [HALF],
    "far_behind": [progress("in_progress", 19), HALF],
    "blocked": [progress("blocked", 20), HALF],
    "behind": [progress("in_progress", 40), HALF],
    "due_soon": [progress("in_progress", 89), schedule(None, DAY + timedelta(days=7))],
    "silent": [progress("in_progress", 60), HALF],
    "undated": [progress("in_progress", 60)],
    "on_track": [progress("in_progress", 60), HALF],
}


@pytest.mark.parametrize("reason", CASES)
def test_the_rule_that_decided_comes_last(reason):
    found = steps(state(*CASES[reason]), DAY, silent=reason == "silent")
    assert found[-1].rule == f"rule_{reason}" and found[-1].decides
    assert not any(step.decides for step in found[:-1])
    rules = [step.rule for step in found if step.rule.startswith("rule_")]
    assert rules == [f"rule_{name}" for name in explaining._ORDER[: len(rules)]], "every rule before it was looked at, in order"


def test_the_numbers():
    [pace] = [step for step in steps(state(*CASES["behind"]), DAY, False) if step.rule == "pace"]
    assert {name: pace.values[name] for name in ("elapsed", "total", "pace", "progress", "behind")} == {
        "elapsed": 50, "total": 100, "pace": "50.0", "progress": 40, "behind": "10.0",
    }  # fmt: skip
    ahead = next(step for step in steps(state(*CASES["on_track"]), DAY, False) if step.rule == "pace")
    assert ahead.values["behind"] == "-10.0"
    third = state(progress("in_progress", 0), schedule(DAY - timedelta(days=1), DAY + timedelta(days=2)))
    assert next(s for s in steps(third, DAY, False) if s.rule == "pace").values["pace"] == "33.3"
    points = state(progress("in_progress", 0), schedule(DAY - timedelta(days=10), DAY + timedelta(days=10), ((DAY, 25),)))
    assert next(s for s in steps(points, DAY, False) if s.rule == "pace_points").values["pace"] == "25.0"


def test_a_deed_sent_back():
    said = state(progress("in_progress", 70), progress("completed", 100), {"kind": journal.FINDING, "about": 2, "verdict": "reject"})
    found = {step.rule: step.values for step in steps(said, DAY, False)}
    assert found["fact_status"] == {"status": "completed", "progress": 100} and found["fact_sent_back"] == {"status": "in_progress", "progress": 70}


@given(
    st.sampled_from([None, *lifecycle.STATUSES]), st.integers(0, 100), schedules(), st.dates(date(2020, 6, 1), date(2023, 6, 1)), st.booleans()
)  # fmt: skip
def test_it_explains_the_very_light(status, percent, plan, day, silent):
    said = [schedule(plan.start, plan.due, plan.points)] + ([progress(status, percent)] if status else [])
    made = state(*said)
    last = steps(made, day, silent)[-1]
    light = lifecycle.light(made.rating, day, silent)
    assert (last.rule, last.values["colour"]) == (f"rule_{light.reason}", light.colour)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", CASES)
def test_every_step_can_be_said(language, reason):
    say = Catalogue(language)
    for step in steps(state(*CASES[reason]), DAY, reason == "silent"):
        assert "{" not in say(f"explain.{step.rule}", **step.values)
        assert step.as_json()["rule"] == step.rule
