"""Who is reminded of what: causes, levels, escalation, the time to answer, and what is recorded."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from month import items, said
from strategies import entry, progress

from tracker import audit, journal, lifecycle, reminding, workdays
from tracker.journal import State

pytest_plugins = ["office", "month"]

DAYS = st.dates(date(2021, 6, 1), date(2021, 12, 31))
BEHIND = st.none() | st.fractions(-100, 100, max_denominator=30)


# The rules


@given(st.none() | DAYS, BEHIND, st.booleans(), DAYS)
def test_the_first_cause_that_fits(due, behind, silent, today):
    horizon = workdays.add(today, reminding.SOON)
    found = reminding.cause_of(due, behind, silent, today, horizon)
    fits = {
        "overdue": due is not None and due < today,
        "behind": behind is not None and behind >= 10,
        "silent": silent,
        "due_soon": due is not None and today <= due <= horizon,
    }
    assert found == next((cause for cause in reminding.CAUSES if fits[cause]), None)


@given(st.sampled_from(list(reminding.CAUSES)), st.integers(1, 9))
def test_rungs(cause, count):
    if reminding.CAUSES[cause] == "blue":
        assert reminding.rung_of(cause, count) == "liaison"
    else:
        assert reminding.rung_of(cause, count) == ("liaison", "leader", "office")[min(count, 3) - 1]


@given(st.integers(0, 300))
def test_behind_is_what_the_light_says(offset):
    """A reminder calls a deed behind exactly when its light would be yellow or red for its pace."""
    start = date(2021, 1, 1)
    today = start + timedelta(days=offset)
    state = State(
        schedule=entry(1, journal.SCHEDULE, start_on=start, due_on=date(2021, 12, 31)),
        progress=progress(2, lifecycle.IN_PROGRESS, 20),
    )
    behind = reminding.behind_pace(state, today)
    assert isinstance(behind, Fraction)
    light = lifecycle.light(state.rating, today)
    assert (behind >= 10) == (light.reason in ("behind", "far_behind"))


# A month


def test_causes_and_levels(month):
    found = items(month)
    assert said(found) == {
        "JYT-1-1": ("overdue", "red", 1, "liaison"),
        "JYT-1-2": ("behind", "yellow", 1, "liaison"),
        "JYT-1-3": ("silent", "yellow", 1, "liaison"),
        "JYT-1-4": ("due_soon", "blue", 1, "liaison"),
    }
    assert found["JYT-1-1"]["days"] == -3 and found["JYT-1-4"]["days"] == 4
    assert found["JYT-1-2"]["behind"] == 18  # 49 of 213 days are 23.004 %, less 5
    asked = {code: (item["by"], item["asked_by"]) for code, item in found.items()}
    assert asked == {
        "JYT-1-1": ("2021-07-23", "2021-07-23"),
        "JYT-1-2": ("2021-07-23", "2021-07-23"),
        "JYT-1-3": ("2021-07-23", "2021-07-23"),
        "JYT-1-4": ("2021-07-26", "2021-07-26"),
    }


def test_each_is_recorded_on_its_deed(any_month):
    month = any_month
    found = items(month)
    with month.books() as b:
        from tracker.deeds import find

        for code, item in found.items():
            last = find(b.connection, code).entries[-1]
            assert (last.kind, last.reason, last.wording, last.quantity, last.ask_of) == (
                journal.REMINDER, item["cause"], item["level"], 1, "liaison",
            )  # fmt: skip
            assert str(last.by_on) == item["by"] and last.round == item["round"]
        assert audit.check(b.connection) == []


def test_within_the_time_to_answer_it_is_only_repeated(month):
    first = items(month)
    again = items(month, today="2021-07-23")
    assert all(item["repeated"] and item["count"] == 1 for item in again.values())
    assert {code: item["by"] for code, item in again.items()} == {code: item["by"] for code, item in first.items()}
    assert month("remind", "-a", "JYT", "--json", today="2021-07-23").json["entries"] == []


def test_it_escalates_and_is_put_before_the_offices_leader(month):
    seen = []
    for today in ("2021-07-20", "2021-07-26", "2021-07-30"):
        seen.append(said(items(month, today=today)))
    assert [found["JYT-1-1"][2:] for found in seen] == [(1, "liaison"), (2, "leader"), (3, "office")]
    assert [found["JYT-1-3"][2:] for found in seen] == [(1, "liaison"), (2, "leader"), (3, "office")]
    assert [found["JYT-1-4"] for found in seen] == [
        ("due_soon", "blue", 1, "liaison"),
        ("due_soon", "blue", 1, "liaison"),
        ("overdue", "red", 1, "liaison"),
    ]
    screen = month("remind", "--json", today="2021-07-30").json
    assert screen["attention"].splitlines()[0] == "【提请关注】截至 2021-07-30，以下 3 项已催办三次以上："
    assert [line.split()[1] for line in screen["attention"].splitlines()[1:]] == ["JYT-1-1", "JYT-1-2", "JYT-1-3"]


def test_an_answer_ends_it_and_a_new_due_day_counts_anew(month):
    items(month)
    month("update", "JYT-1-3", "-p", "10")
    month("assign", "JYT-1-1", "--due", "7-22", "--basis", "文号", "--start", "6-1")
    assert "JYT-1-3" not in items(month, "--dry-run")
    assert said(items(month, "--dry-run", today="2021-07-26"))["JYT-1-1"] == ("overdue", "red", 1, "liaison")
    assert said(items(month, "--dry-run", today="2021-07-26"))["JYT-1-2"] == ("behind", "yellow", 2, "leader")


def test_what_is_finished_or_dropped_is_left_alone(month):
    month("complete", "JYT-1-1")
    month("drop", "JYT-1-2", "--reason", "不存在")
    month("update", "JYT-1-4", "-s", "终止", "--approval", "示例〔1〕")
    assert list(items(month)) == ["JYT-1-3"]


def test_silence_after_the_round_was_closed(month):
    items(month)
    month("round", "close", today="2021-07-26")
    found = items(month, today="2021-07-27")["JYT-1-3"]
    assert (found["cause"], found["count"], found["rung"]) == ("silent", 2, "leader")
    month("update", "JYT-1-3", "-p", "10", today="2021-07-27")
    assert "JYT-1-3" not in items(month, today="2021-07-28")


def test_a_new_round_begins_anew(month):
    """Three reminders in one round are no third reminder four days into the next."""
    for today in ("2021-07-20", "2021-07-26"):
        items(month, today=today)
    month("round", "close", today="2021-07-27")
    third = items(month, today="2021-07-30")["JYT-1-3"]
    assert (third["count"], third["rung"], third["round"]) == (3, "office", "2021-07")
    month("round", "open", "2021-08", "--by", "8-25", today="2021-08-02")
    found = items(month, today="2021-08-05")
    assert [(found["JYT-1-3"][name]) for name in ("count", "rung", "round")] == [1, "liaison", "2021-08"]
    assert found["JYT-1-1"]["count"] == 4, "what is overdue under the same day goes on"


# What happens to files and to the journal


def test_a_dry_run_writes_nothing(month, tmp_path):
    before = month.head
    screen = month("remind", "--dry-run", "-o", str(tmp_path / "letters"))
    assert screen.err.startswith("试运行，未登记：")
    assert month.head == before and not (tmp_path / "letters").exists()


def test_what_cannot_be_written_is_not_recorded(month, tmp_path):
    (tmp_path / "file").write_text("")
    before = month.head
    for path in ("file", "a.PDF"):
        screen = month("remind", "-o", str(tmp_path / path), ok=False)
        assert screen.code == 10 and "不是文件夹" in screen.err and screen.err.count("\n") == 1
    assert month.head == before and not (tmp_path / "a.PDF").exists()


def test_only_the_office_reminds(month):
    screen = month("remind", agency="JYT", ok=False)
    assert screen.code == 6 and "只有统筹单位可以催办" in screen.err


def test_nothing_to_remind_of(office):
    screen = office("remind")
    assert (screen.out, screen.err) == ("", "没有需要催办的。\n")
