"""What a report counts: every figure from the deeds, every breakdown adding up."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
import report_books
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from report_books import AS_OF, TODAY
from sqlalchemy import insert, select

from tracker import database, journal, lifecycle
from tracker.errors import NotFound, ReportError, RuleError
from tracker.journal import Entry
from tracker.models import commitment, deed, item, item_deed, item_version
from tracker.reports import attachments, cells, meanings, singles
from tracker.reports import facts as facts_module
from tracker.reports.facts import count, facts
from tracker.reports.figures import Breakdown, Figure, cited, reconcile
from tracker.reports.reading import Commitment, DeedFacts, Item, Reading, position, read
from tracker.reports.voice import Voice


def test_the_books_of_half_a_year(full_facts):
    """A record: counted by hand from the rules of `report_books.half_year` where one can, else by looking."""
    values = {id: figure.value for id, figure in full_facts.figures.items()}
    assert values["book.announced"] == values["book.deeds"] == 132
    assert values["book.agencies"] == 10
    assert values["book.dated"] == 132 - len(range(0, 132, 11))
    assert values["book.blocked"] == sum(1 for d in full_facts.deeds if d.state.progress and d.state.progress.status == "blocked")
    assert values["agency.SCJG.deeds"] == values["commitment.SCJG-1.deeds"] == 62
    assert values["agency.RST.deeds"] == values["commitment.RST-1.deeds"] + values["commitment.RST-2.deeds"] == 9
    assert values["orders.open"] == 2 and values["orders.overdue"] == 1


def test_figures_name_what_they_counted(full_facts):
    by_code = {deed.code: deed for deed in full_facts.deeds}
    for colour in lifecycle.COLOURS:
        for code in full_facts.figures[f"book.light.{colour}"].deeds:
            deed = by_code[code]
            assert lifecycle.light(deed.state.rating, AS_OF, deed.silent).colour == colour
    for code in full_facts.figures["book.named"].deeds:
        assert by_code[code].title
        assert cited(by_code[code].state, ("title",)) == [by_code[code].state.title.number]


def test_a_deed_sent_back_is_traced_to_what_its_standing_progress_rests_on(full_facts):
    """Of a deed reported complete and rejected, what counts is the report before, and the rejection says so."""
    deed = next(d for d in full_facts.deeds if d.state.sent_back and d.state.before_completion and d.pace is not None)
    state = deed.state
    wanted = {state.schedule.number, state.progress.number, state.finding.number, state.before_completion.number}
    assert set(cited(state, singles.figure(full_facts, f"deed.{deed.code}.behind").cites)) == wanted
    for id in ("book.behind", "book.watched"):
        assert wanted <= set(cited(state, full_facts.figures[id].cites))
    row = dict(zip(attachments.LEDGER, attachments.ledger_rows([deed])[0], strict=True))
    assert row["progress"] == 100 and row["standing_progress"] == state.before_completion.progress
    assert round(float(row["pace"]) - row["standing_progress"]) == row["behind"]


def test_trend_ends_where_the_books_stand_and_looks_back_rightly(full, full_facts):
    for day in full_facts.months:
        with database.reading(full) as connection:
            then = facts(connection, day, full_facts.reading.known_at, TODAY)
        for measure, id in (("named", "book.named"), ("dated", "book.dated"), ("reported", "book.reported"), ("completed", "book.status.completed")):
            assert full_facts.value(f"month.{day:%Y-%m}.{measure}") == then.value(id), (day, measure)


def test_known_at_forgets_what_came_later(full, full_facts):
    with database.reading(full) as connection:
        early = facts(connection, AS_OF, 400, TODAY)
    assert early.value("book.reported") == 0 and early.value("book.deeds") == 132
    assert early.reading.known_at == 400


def test_same_position_same_figures_for_ever(tmp_path):
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", report_books.half_year)
    with database.reading(engine) as connection:
        last = position(connection, None)
        before = facts(connection, date(2021, 10, 15), last, TODAY)
    with database.writing(engine) as connection:
        books = report_books.Books(connection)
        code = before.deeds[0].code
        books.write([
            report_books.draft(journal.PROGRESS, date(2021, 10, 1), code, known=date(2021, 12, 1), status="in_progress", progress=1),
            report_books.draft(journal.RETRACTION, date(2021, 12, 1), before.deeds[30].code, about=before.deeds[30].state.progress.number),
            report_books.draft(journal.DROP, date(2021, 10, 2), before.deeds[40].code, known=date(2021, 12, 1), reason="重复"),
        ])  # fmt: skip
    with database.reading(engine) as connection:
        again = facts(connection, date(2021, 10, 15), last, TODAY)
        now = facts(connection, date(2021, 10, 15), position(connection, None), TODAY)
    assert again.figures == before.figures
    assert now.figures != before.figures
    assert now.value("book.deeds") == 131 and now.value("book.dropped") == 1


def test_days_that_cannot_be_reported(full):
    with database.reading(full) as connection:
        last = position(connection, None)
        with pytest.raises(RuleError, match="as_of_in_future"):
            read(connection, date(2026, 11, 2), last, TODAY)
        with pytest.raises(RuleError, match="as_of_before_tracking"):
            read(connection, date(2021, 5, 31), last, TODAY)


@pytest.mark.parametrize("word, key", [("0", "position_unknown"), ("99999", "position_unknown"), ("gestern", "position_unreadable"), ("2001-01-01", "position_before_first")])
def test_positions_that_are_not_there(full, word, key):
    with database.reading(full) as connection, pytest.raises(NotFound, match=key):
        position(connection, word)


def test_position_by_time_is_in_the_databases_zone(full):
    with database.reading(full) as connection:
        # Entries of the helper are recorded at 04:00 UTC, noon in Shanghai.
        at_noon = position(connection, "2021-06-01T12:00")
        assert at_noon == position(connection, "2021-06-01T04:00+00:00") > 0
        with pytest.raises(NotFound):
            position(connection, "2021-06-01T11:59")


def test_announced_against_tracked(tmp_path):
    """公布 6: one given up, two fulfilled by one deed, one added: 实有 5."""
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", commitments=(("MZT", "清单", "list", 6, ()),))
    with database.writing(engine) as connection:
        books = report_books.Books(connection)
        home = connection.scalar(select(commitment.c.id))
        (made,) = books.write([report_books.draft(journal.IMPORT, report_books.SINCE)])
        at = made.number
        ids = dict(connection.execute(select(deed.c.number, deed.c.id)).all())
        items = dict(connection.execute(select(item.c.number, item.c.id)).all())
        connection.execute(insert(item_deed), [
            {"item_id": items[6], "deed_id": ids[6], "position": at, "linked": False},
            {"item_id": items[6], "deed_id": ids[5], "position": at, "linked": True},
        ])  # fmt: skip
        connection.execute(insert(item).values(commitment_id=home, key="7", number=7, announced=False, position=at))
        connection.execute(insert(deed).values(code="MZT-1-7", commitment_id=home, number=7, tracked_from=report_books.SINCE, position=at))
        connection.execute(insert(item_version).values(item_id=connection.scalar(select(item.c.id).where(item.c.number == 7)), position=at))
        books.write([
            report_books.draft(journal.OWNERS, report_books.SINCE, "MZT-1-7", lead="MZT"),
            report_books.draft(journal.DROP, date(2021, 8, 1), "MZT-1-6", reason="与第5项重复"),
            report_books.draft(journal.DROP, date(2021, 8, 1), "MZT-1-2", reason="撤销"),
        ])  # fmt: skip
    with database.reading(engine) as connection:
        made = facts(connection, AS_OF, position(connection, None), TODAY)
    assert [made.value(f"book.{n}") for n in ("announced", "unlinked", "merged", "added", "dropped", "deeds")] == [6, 0, 1, 2, 2, 5]


def test_disagreement_stops_and_names_the_figure(full_facts):
    figures = dict(full_facts.figures)
    figures["agency.RST.deeds"] = replace(figures["agency.RST.deeds"], value=10)
    with pytest.raises(ReportError) as raised:
        reconcile(figures, full_facts.breakdowns)
    assert raised.value.values["figure"] in ("book.deeds", "agency.RST.deeds")


def test_same_sum_of_other_deeds_is_a_disagreement():
    figures = {f.id: f for f in (Figure("a", 2, ("X-1", "X-2")), Figure("b", 1, ("X-1",)), Figure("c", 1, ("X-3",)))}
    with pytest.raises(ReportError, match="figures_disagree"):
        reconcile(figures, [Breakdown("a", ("b", "c"))])


def test_an_empty_database_has_facts(tmp_path):
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", commitments=())
    with database.reading(engine) as connection:
        made = facts(connection, AS_OF, position(connection, None), TODAY)
    assert made.value("book.deeds") == 0 and made.months == ()


@pytest.mark.parametrize(
    "codes, most, shown",
    [
        ((), 99, ""),
        (("A-1-1",), 99, "A-1-1"),
        (("A-1-7", "A-1-1", "A-1-2", "A-1-3", "B-2-1", "B-2-2"), 99, "A-1-1～3、7；B-2-1、2"),
        (("free", "A-1-1"), 99, "A-1-1；free"),
        (("A-1-1", "A-1-2", "A-1-3", "A-1-7", "B-2-1"), 5, "A-1-1～3、7；B-2-1"),
        (("A-1-1", "A-1-2", "A-1-3", *(f"B-2-{2 * n}" for n in range(9))), 5, "A-1-1～3等，另有9件未列"),
        (("A-1-1", "A-1-2", "A-1-3"), 0, "A-1-1～3"),
    ],
)
def test_codes_drawn_together(codes, most, shown):
    """From, to and left out are told apart, and what is left out is counted."""
    assert cells.drawn_together(codes, Voice("zh-CN"), most) == shown


# Random journals: whatever is entered, the figures add up.

DAYS = st.dates(date(2021, 6, 1), date(2021, 12, 31))


@st.composite
def journals(draw):
    """Entries of one deed that no rule has checked."""
    found = []
    for number in range(1, draw(st.integers(0, 8)) + 1):
        kind = draw(st.sampled_from(("title", "schedule", "baseline", "progress", "progress", "finding", "confirmation", "drop", "retraction", "owners")))
        fields = {}
        if kind == "title":
            fields["title"] = "名"
        elif kind == "schedule":
            fields = {"start_on": draw(st.none() | DAYS), "due_on": draw(st.none() | DAYS)}
            if fields["start_on"] and fields["due_on"] and fields["due_on"] < fields["start_on"]:
                fields["start_on"] = None
        elif kind == "progress":
            fields = {"status": draw(st.sampled_from(lifecycle.STATUSES)), "progress": draw(st.none() | st.integers(0, 100))}
        elif kind == "owners":
            fields["lead"] = draw(st.sampled_from(("A", "B")))
        elif kind in ("finding", "retraction") and found:
            fields = {"about": draw(st.sampled_from([e.number for e in found])), "verdict": draw(st.sampled_from(("confirm", "reject")))}
        found.append(
            Entry(number=number, uid=str(number), kind=kind, effective_on=draw(DAYS), recorded_at=report_books.at(AS_OF), deed="A-1-1", seq=number, **fields)
        )  # fmt: skip
    return tuple(found)


def reading_of(found: list[tuple[Entry, ...]], seed: int) -> Reading:
    """A reading of deeds with those journals, as `reading.read` would make it."""
    from tracker.directory import Agency
    from tracker.reports.reading import Round

    choose = random.Random(seed)
    agencies = {code: Agency(code, code, code, None, (), rank, rank == 0, None, 1) for rank, code in enumerate("AB")}
    commitments, deeds = {}, []
    round = Round("r", date(2021, 10, 1), date(2021, 10, 31), date(2021, 11, 2))
    codes = [f"{choose.choice('AB')}-1-{n}" for n in range(1, len(found) + 1)]
    for code in ("A-1", "B-1"):
        mine = [(n, c) for n, c in enumerate(codes, 1) if c.startswith(code)]
        items = tuple(Item(code, str(n), n, choose.random() < 0.9, None, choose.choice((n, n, n, mine[0][0], None))) for n, _ in mine)
        commitments[code] = Commitment(code, "s", code[0], code, "list", None, False, None, items)
    for n, (code, entries) in enumerate(zip(codes, found, strict=True), 1):
        entries = tuple(replace(entry, deed=code) for entry in entries)
        state = journal.fold(entries, AS_OF)
        items = tuple(i for c in commitments.values() for i in c.items if i.deed == n)
        made = DeedFacts(
            code=code, commitment=code.rpartition("-")[0], lead=state.owners.lead if state.owners else code[0],
            tracked_from=date(2021, 6, 1) + timedelta(days=choose.randrange(60)), state=state,
            entries=tuple(journal.live(entries, AS_OF)), items=items, light=lifecycle.light(state.rating, AS_OF),
            pace=lifecycle.pace(state.plan, AS_OF), silent=False,
        )  # fmt: skip
        silent = made.unheard_since(round)
        deeds.append(replace(made, silent=silent, light=lifecycle.light(state.rating, AS_OF, silent)))
    return Reading(
        as_of=AS_OF, known_at=1, recorded_at=None, simulated=False, database="x", agencies=agencies, sources=(),
        commitments=commitments, deeds=tuple(deeds), round=round, closed_round=round, orders=(),
    )  # fmt: skip


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(journals(), max_size=6), st.integers(0, 99))
def test_every_breakdown_adds_up_over_any_journal(found, seed):
    made = count(reading_of(found, seed))  # reconciles, or raises
    assert made.breakdowns and len(made.deeds) == made.value("book.deeds")
    for name, deeds in made.sections.items():
        assert made.value(f"book.{name}") == len(deeds)


def test_a_wrong_count_would_be_found(monkeypatch, full_facts):
    """Break the counting on purpose: the reconciliation must see it."""
    monkeypatch.setattr(facts_module.cuts, "STATUSES", lifecycle.STATUSES)  # forgets the unreported
    with pytest.raises(ReportError, match="figures_disagree"):
        count(full_facts.reading)


@pytest.mark.parametrize(
    ("closes", "closed", "told_of"),
    [
        (date(2021, 12, 25), None, "before"),  # still open: nobody is silent yet
        (AS_OF, None, "before"),  # on its last day one may still hand in
        (AS_OF - timedelta(days=1), None, "now"),  # over, and nobody has closed it
        (date(2021, 12, 25), AS_OF, "now"),  # closed early
    ],
)
def test_silence_is_told_of_a_round_that_is_over(closes, closed, told_of):
    from tracker.reports.records import Round

    before = Round("before", date(2021, 10, 1), date(2021, 10, 31), date(2021, 11, 2))
    now = Round("now", date(2021, 11, 3), closes, closed)
    reading = replace(reading_of([], 1), round=now, closed_round=now if closed else before)
    assert reading.ended_round.key == told_of
    assert replace(reading, round=None, closed_round=None).ended_round is None


@pytest.mark.parametrize(("language", "said"), [("zh-CN", "2025年12月末"), ("zh-TW", "2025年12月末"), ("en", "End of 12/2025")])
def test_a_month_is_called_as_months_are(language, said):
    assert meanings.meaning("month.2025-12.deeds", Voice(language).say, str, str)[0] == said
