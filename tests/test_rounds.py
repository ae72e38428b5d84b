"""Reporting rounds: the spans, the one definition of silence, the totals."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from tracker import audit, lifecycle, rounds, standings, views
from tracker.models import entry

pytest_plugins = ["office"]

DAYS = st.dates(date(2021, 6, 1), date(2021, 9, 30))
STATUSES = st.sampled_from([None, *lifecycle.STATUSES])


def opened(office, key="2021-07", by="2021-07-25", **who):
    return office("round", "open", key, "--by", by, **who)


# The rule


@given(DAYS, st.none() | DAYS, st.none() | DAYS, STATUSES)
def test_outcome_is_total_and_means_what_it_says(opens, progress, confirmed, standing):
    handed_in = max((day for day in (progress, confirmed) if day), default=None)
    found = standings.outcome(opens, progress, handed_in, standing)
    assert found in standings.OUTCOMES
    anything = handed_in is not None and handed_in >= opens
    assert (found in (standings.REPORTED, standings.CONFIRMED)) == anything
    assert (found == standings.SILENT) == (not anything and standing not in lifecycle.FINISHED)
    assert (found == standings.REPORTED) == (progress is not None and progress >= opens)


def test_the_four_outcomes_reconcile(any_office):
    office = any_office
    office("update", "JYT-1-1", "-s", "推进中", "-p", "10", today="2021-06-20")
    office("update", "JYT-1-2", "-s", "已完成", today="2021-06-20")
    opened(office)
    office("update", "JYT-1-3", "-s", "推进中", "-p", "60")
    office("confirm", "JYT-1-1")
    found = office("round", "status", "--json").json
    assert found["total"] == {"deeds": 132, "expected": 131, "reported": 1, "confirmed": 1, "late": 0, "silent": 129, "finished": 1}
    jyt = next(row for row in found["agencies"] if row["agency"] == "JYT")
    assert jyt == {"agency": "JYT", "deeds": 4, "expected": 3, "reported": 1, "confirmed": 1, "late": 0, "silent": 1, "finished": 1}
    for name in ("deeds", "expected", *standings.OUTCOMES):
        assert sum(row[name] for row in found["agencies"]) == found["total"][name]
    codes = list(dict.fromkeys(row["agency"] for row in found["agencies"]))
    office("round", "status")
    with office.books() as b:
        assert codes == [code for code in b.agencies if code in codes], "directory order, not a ranking"


def test_an_open_round_by_projection_equals_the_fold(any_office):
    office = any_office
    opened(office)
    office("update", "JYT-1-3", "-s", "推进中", "-p", "60")
    office("update", "JYT-1-4", "-s", "已完成")
    office("undo", "JYT-1-4")
    with office.books() as b:
        now = rounds.open_now(b.connection)
        head = b.connection.execute(select(func.max(entry.c.number))).scalar()
        then = rounds.Round(now.key, now.opens_on, now.closes_on, now.opened, head, b.now.today)
        assert standings.standings(b.connection, now) == standings.standings(b.connection, then)


def test_a_closed_round_stays_as_it_was(office):
    opened(office)
    office("update", "JYT-1-3", "-s", "推进中", "-p", "60", today="2021-07-20")
    office("round", "close", today="2021-07-26")
    before = office("round", "status", "2021-07", "--json").json["total"]
    assert (before["reported"], before["silent"]) == (1, 131)
    office("update", "JYT-1-1", "-s", "已完成", today="2021-07-27")
    office("drop", "JYT-1-2", "--reason", "不存在", today="2021-07-28")
    after = office("round", "status", "2021-07", "--json", today="2021-07-28").json["total"]
    assert after == before


def test_a_closing_day_is_moved_on_the_record(any_office):
    """A slip of the hand in the closing day; what was known before sees the day that held then."""
    from tracker.reports.reading import position, read

    office = any_office
    opened(office, by="2021-09-10")
    refused = office("round", "open", "2021-07", "--by", "7-25", ok=False)
    assert refused.code == 5 and "deeds round move 2021-07 --by 2021-07-25 --reason 理由" in refused.err
    office("remind", "-a", "JYT")
    before = office.head
    moved = office("round", "move", "2021-07", "--by", "7-25", "--reason", "日期误填", today="2021-07-08")
    assert moved.out.startswith("报送期 2021-07：2021-07-01 至 2021-07-25") and moved.code == 0
    office.today = "2021-07-27"
    assert office("round", "list", "--json").json["rounds"][0]["closes_on"] == "2021-07-25"
    again = office("remind", "-a", "JYT", "--dry-run", "--json").json["reminders"][0]["items"]
    assert {(item["count"], item["repeated"]) for item in again} == {(2, False)}, "the time to answer was moved too"
    with office.books() as b:
        today = b.now.today
        seen = [
            str(read(b.connection, day, known, today).round.closes_on)
            for day, known in ((today, before), (date(2021, 7, 7), position(b.connection, None)), (today, position(b.connection, None)))
        ]
        assert seen == ["2021-09-10", "2021-09-10", "2021-07-25"]
        assert list(audit.check(b.connection)) == []


def test_a_closing_day_that_cannot_be_moved(office):
    opened(office)
    move = ("round", "move", "2021-07", "--by")
    for words, key in (
        (["7-4", "--reason", "因"], "截止日 2021-07-04 已经过去"), (["7-25", "--reason", "因"], "本来就是 2021-07-25 截止"),
        (["改天", "--reason", "因"], "不是日期"), (["8-1", "--reason", " "], "须写明理由"),
    ):  # fmt: skip
        refused = office(*move, *words, ok=False)
        assert refused.code == 5 and key in refused.err, refused
    assert office(*move, "8-1", "--reason", "因", agency="JYT", ok=False).code == 6
    office("round", "close", "--early")
    refused = office(*move, "8-1", "--reason", "因", ok=False)
    assert refused.code == 5 and "截止日不能再改" in refused.err


def test_what_comes_late_counts_until_the_round_is_closed(office):
    opened(office)
    office("update", "JYT-1-3", "-s", "推进中", "-p", "60", today="2021-07-28")
    assert "已过 3 个工作日" in office("round", "status", today="2021-07-28").out
    office("round", "close", today="2021-07-28")
    assert office("round", "status", "--json", today="2021-07-29").json["total"]["reported"] == 1


def test_a_retracted_report_is_silence_again(office):
    opened(office)
    office("update", "JYT-1-3", "-p", "60")
    office("undo", "JYT-1-3")
    assert office("round", "status", "--json").json["total"]["silent"] == 132


def test_a_late_report_for_an_earlier_day_does_not_end_silence(office):
    opened(office)
    office("update", "JYT-1-3", "-p", "60", "--on", "2021-06-30")
    assert office("round", "status", "--json").json["total"]["reported"] == 0


def test_lights_and_lists_agree_with_the_round(office):
    """`views.is_silent`, the reports and `standings.outcome` are one definition."""
    from tracker.reports.reading import read

    office("update", "JYT-1-1", "-s", "推进中", "-p", "10", today="2021-06-20")
    office("update", "JYT-1-2", "-s", "已完成", today="2021-06-20")
    opened(office)
    office("update", "JYT-1-3", "-s", "推进中", "-p", "60")
    office("round", "close", today="2021-07-26")
    office("list", "--light", "黄", today="2021-07-26")
    with office.books() as b:
        today = b.now.today
        found = standings.standings(b.connection, rounds.find(b.connection, b.now.today))
        silent = {each.code for each in found if each.outcome == standings.SILENT}
        listed, _ = views.deeds(b.connection, today, views.Filter(silent=True))
        assert {row.code for row in listed} == silent
        yellow, _ = views.deeds(b.connection, today, views.Filter(light="yellow"))
        assert [row.code for row in yellow] == ["JYT-1-1"], "reported once and silent since; unreported ones are grey"
        head = max(b.connection.scalars(select(entry.c.number)))
        reading = read(b.connection, today, head, today)
        assert {deed.code for deed in reading.deeds if deed.silent} == silent


# The spans


def test_spans_leave_no_gap(office):
    opened(office)
    assert office("round", "list", "--json").json["rounds"][0]["opens_on"] == "2021-07-01"
    office("round", "close", "--early", today="2021-07-23")
    opened(office, "2021-08", "2021-08-25", today="2021-07-23")
    latest = office("round", "list", "--json").json["rounds"][0]
    assert (latest["key"], latest["opens_on"]) == ("2021-08", "2021-07-24")


def test_a_month_ahead_does_not_begin_in_the_future(office):
    opened(office, "2021-08", "2021-08-25")
    assert office("round", "list", "--json").json["rounds"][0]["opens_on"] == "2021-07-05"


def test_a_deed_tracked_after_the_closing_day_is_not_asked(office):
    opened(office)
    with office.books() as b:
        now = rounds.open_now(b.connection)
        early = rounds.Round("X", now.opens_on, date(2021, 5, 31), now.opened, None, None)
        assert len(standings.standings(b.connection, now)) == 132
        assert standings.standings(b.connection, early) == []


def test_books_stay_sound(any_office):
    office = any_office
    opened(office)
    office("round", "close", "--early")
    with office.books() as b:
        assert audit.check(b.connection) == []


def test_a_round_opened_by_mistake_is_cancelled(any_office):
    """Its name may be used again; what was known before keeps it; the books are sound."""
    from tracker.reports.reading import read

    office = any_office
    opened(office, "2021-08", "2021-08-25")
    with office.books() as b:
        head, today = max(b.connection.scalars(select(entry.c.number))), b.now.today
    screen = office("round", "cancel", "--reason", "名称有误")
    assert screen.err == "已撤销报送期 2021-08。重新开始 → deeds round open 2021-08 --by 日期\n"
    assert office("round", "list", "--json").json["rounds"] == []
    opened(office, "2021-08", "2021-08-20")
    with office.books() as b:
        assert audit.check(b.connection) == []
        assert read(b.connection, today, head, today).round.closes_on == date(2021, 8, 25)
        assert read(b.connection, today, head + 1, today).round is None
        assert read(b.connection, today, head + 2, today).round.closes_on == date(2021, 8, 20)


def test_a_round_that_brought_something_is_not_cancelled(office):
    opened(office)
    assert "撤销报送期 2021-07 须写明理由" in office("round", "cancel", "--reason", " ", ok=False).err
    assert office("round", "cancel", "--reason", "误开", ok=False, agency="JYT").code == 6
    office("update", "JYT-1-3", "-p", "60")
    assert "已有报送（#" in office("round", "cancel", "--reason", "误开", ok=False).err
    office("round", "close", "--early")
    assert "不能撤销" in office("round", "cancel", "--reason", "误开", ok=False).err


def test_on_its_closing_day_a_round_closes_without_more_ado(office):
    opened(office)
    office("round", "close", today="2021-07-25")


@given(st.integers(0, 400))
def test_first_day_of_a_round(offset):
    today = date(2021, 1, 1) + timedelta(days=offset)
    for key in (f"{today:%Y-%m}", "2021-Q3"):
        first = rounds._first_day(key, today)
        assert first <= today and first.month == today.month


def test_a_day_before_the_open_round_does_not_count_for_it(any_office):
    office = any_office
    opened(office, today="2021-07-05")
    said = office("update", "KJT-1-2", "-s", "推进中", "-p", "50", "--on", "6-29", today="2021-07-05").err
    assert "早于报送期 2021-07 的起计日 2021-07-01" in said and "该期仍须报送" in said
    assert office("round", "status", "--json", today="2021-07-05").json["total"]["reported"] == 0


def test_nothing_is_confirmed_before_the_first_report(any_office):
    office = any_office
    office("update", "KJT-1-2", "-s", "推进中", "-p", "50", "--on", "7-3", today="2021-07-05")
    refused = office("confirm", "KJT-1-2", "--on", "7-2", today="2021-07-05", ok=False)
    assert refused.code == 5 and "在 2021-07-02 还没有报送过（首报在 2021-07-03）" in refused.err
    office("confirm", "KJT-1-2", "--on", "7-3", today="2021-07-05")
