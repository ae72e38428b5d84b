"""What a trace prints must be enough: with the entries that a figure cites, and no others, each deed that it counts would still be counted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest
import report_books
from issues import issue
from report_books import draft

from tracker import database, journal, lifecycle
from tracker.reports import since as since_
from tracker.reports import singles
from tracker.reports.facts import Facts, count
from tracker.reports.figures import Figure, cited
from tracker.reports.records import DeedFacts, Reading

COMMITMENTS = tuple(each for each in report_books.COMMITMENTS if each[0] in ("JYT", "MZT", "SCJG", "KJT"))


def with_only(reading: Reading, cites: tuple[str, ...], kept: dict[str, set[int]]) -> Reading:
    """The books without any entry of a deed that is neither cited nor `kept`."""

    def reduced(deed: DeedFacts) -> DeedFacts:
        numbers = {*cited(deed.state, cites), *kept.get(deed.code, ())}
        entries = tuple(entry for entry in deed.entries if entry.number in numbers)
        state = journal.fold(entries, reading.as_of)
        made = replace(deed, state=state, entries=entries, light=lifecycle.light(state.rating, reading.as_of), pace=lifecycle.pace(state.plan, reading.as_of), silent=False)
        silent = made.unheard_since(reading.closed_round)
        return replace(made, silent=silent, light=lifecycle.light(state.rating, reading.as_of, silent=silent))

    return replace(reading, deeds=tuple(map(reduced, reading.deeds)))


def recounted(reading: Reading) -> dict[str, Figure]:
    return count(reading).figures


def unjustified(facts: Facts, figures: dict[str, Figure], recount=recounted) -> dict[str, set[str]]:
    """The deeds of a figure that what it cites does not justify."""
    alike: dict[tuple, list[Figure]] = defaultdict(list)
    for figure in figures.values():
        if figure.deeds:
            alike[figure.cites, figure.entries].append(figure)
    found = {}
    for (cites, numbers), group in alike.items():
        again = recount(with_only(facts.reading, cites, {deed.code: {entry.number for entry in deed.entries} & set(numbers) for deed in facts.reading.deeds}))
        for figure in group:
            if missing := set(figure.deeds) - set(again[figure.id].deeds if figure.id in again else ()):
                found[figure.id] = missing
    return found


def eventful(books):
    """Half a year, with completions sent back, that are late too, and one given up."""
    report_books.half_year(books)
    code = books.codes[0]
    books.write([draft("progress", date(2021, 11, 20), code, status="in_progress", progress=10, agency=code.split("-")[0])])
    done, *_ = books.write([draft("progress", date(2021, 11, 21), code, status="completed", progress=100, agency=code.split("-")[0])])
    books.write([
        draft("finding", date(2021, 11, 25), code, about=done.number, verdict=journal.REJECT, note="未见", agency="SJGW"),
        draft("drop", date(2021, 11, 25), books.codes[1], reason="duplicate", agency="SJGW"),
        draft("reminder", date(2021, 11, 20), books.codes[2], reason="overdue", wording="red", quantity=1, due_on=date(2021, 10, 14), by_on=date(2021, 11, 24), agency="SJGW"),
    ])  # fmt: skip


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    return report_books.facts_of(report_books.make(f"sqlite:///{tmp_path_factory.mktemp('cites')}/a.db", eventful, commitments=COMMITMENTS))


def test_what_a_figure_cites_is_enough_to_count_it(facts):
    """Of today; months and what is compared with the last issue name their entries one by one."""
    figures = {id: figure for id, figure in facts.figures.items() if not id.startswith(("month.", "last.", "gained.", "lost."))}
    assert facts.value("book.overlapping") and facts.value("book.sent_back") and len(figures) > 300
    assert unjustified(facts, figures) == {}


def test_what_a_month_cites_is_enough_to_count_it(facts):
    months = {id: figure for id, figure in facts.figures.items() if id.startswith("month.")}
    assert unjustified(facts, months) == {}


def test_what_the_figures_of_a_reminder_cite_is_enough(facts):
    figures = {id: figure for id, figure in singles.with_reminders(facts, None).figures.items() if id.startswith("reminder.")}
    assert len(figures) > 30
    assert unjustified(facts, figures, lambda reading: singles.with_reminders(count(reading), None).figures) == {}


def test_what_a_number_of_a_deed_cites_is_enough(facts):
    for name, cites in singles.CITES.items():
        again = {deed.code: deed for deed in with_only(facts.reading, cites, {}).deeds}
        for deed in facts.reading.deeds:
            assert singles.of_deed(again[deed.code]).get(name) == singles.of_deed(deed).get(name), (deed.code, name)


def test_what_the_comparison_with_the_last_issue_cites_is_enough(tmp_path):
    """Then by the entries of then, now by those of now; what came late changes the figures of then."""
    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", eventful, commitments=COMMITMENTS)
    issue(engine, date(2021, 9, 30), b"%PDF-1")
    with database.writing(engine) as connection:
        books = report_books.Books(connection)
        late = [draft("progress", date(2021, 9, 20), code, date(2021, 12, 1), status="in_progress", progress=1, agency=code.split("-")[0]) for code in ("SCJG-1-2", "SCJG-1-7")]
        books.write([*late, draft("schedule", date(2021, 9, 21), "SCJG-1-3", date(2021, 12, 1), due_on=date(2021, 9, 25), basis="x")])
    facts = report_books.facts_of(engine)
    since = facts.last
    assert since.restated and {"last.overdue", "restated.overdue", "gained.overdue", "followed.still"} <= set(facts.figures)
    for scope, then in (("last", since.before), ("gained", facts), ("restated", since.restated)):
        found = {f"book.{id.removeprefix(f'{scope}.')}": figure for id, figure in facts.figures.items() if id.startswith(f"{scope}.")}
        assert len(found) > 5 and unjustified(then, {id: replace(figure, id=id) for id, figure in found.items()}) == {}, scope
    assert unjustified(since.before, {"book.troubled": replace(facts.figures["followed.all"], id="book.troubled")}) == {}
    became = {each.deed.code: each.became for each in since.followed}
    named = {each.deed.code: each.then for each in since.followed}
    for outcome in set(became.values()):
        figure = facts.figures[f"followed.{outcome}"]
        again = {deed.code: deed for deed in with_only(facts.reading, figure.cites, {}).deeds}
        assert {since_.became(again[code], named[code]) for code in figure.deeds} == {outcome}
    assert set(facts.figures["corrections.deeds"].entries) == {entry.number for entry in (*since.late, *since.retracted)}


def test_an_instruction_is_traced_once(facts, tmp_path):
    """It stands among the entries of its deed, too."""
    from tracker.reports.tracing import _Tracer

    engine = report_books.make(f"sqlite:///{tmp_path}/a.db", report_books.half_year, commitments=COMMITMENTS)
    with database.reading(engine) as connection:
        trails = list(_Tracer(connection, facts).trails(facts.figures["orders.open"]))
    assert [entry.number for trail in trails for entry in trail.entries] == list(facts.figures["orders.open"].entries)
