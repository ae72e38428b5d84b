"""The journal in the database: what is written is read back, and the projection equals the fold. On both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
import sample
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import CODES, NOON, SINCE, draft, progress
from sqlalchemy import select, update
from strategies import at

from tracker import audit, database, entries, journal, lifecycle, models, projection
from tracker.database import reading, writing


@pytest.fixture
def engine(database_url):
    engine = sample.made(database_url)
    yield engine
    engine.dispose()


def test_numbers_sequences_and_times(engine):
    earlier = NOON - timedelta(hours=1)
    with writing(engine) as connection:
        before = entries.head(connection).number
        first = entries.append(connection, [progress(CODES[0], "not_started", 0), progress(CODES[1], "in_progress", 5)])
        second = entries.append(connection, [progress(CODES[0], "in_progress", 5, recorded_at=earlier)])
    assert [e.number for e in first + second] == [before + 1, before + 2, before + 3]
    assert [(e.deed, e.seq) for e in first + second] == [(CODES[0], 2), (CODES[1], 2), (CODES[0], 3)]
    assert second[0].recorded_at == NOON, "recorded times never go back"
    assert len({e.uid for e in first + second}) == 3


def test_an_empty_journal(database_url):
    engine = database.open_engine(database_url)
    database.create(engine)
    with writing(engine) as connection:
        assert entries.head(connection) == entries.Head(0, journal.GENESIS, None)
        assert entries.append(connection, []) == []
        assert list(entries.read(connection)) == []
        entries.refresh(connection)
    engine.dispose()


def test_what_is_written_is_read_back(engine):
    """Every field of an entry, so that its hash can be taken again from what was read."""
    with writing(engine) as connection:
        sample.every_table(connection)
        sha256 = connection.scalar(select(models.blob.c.sha256))
        about = entries.head(connection).number
        full = draft(
            "progress", CODES[0], typed_by="BBB", role="clerk", person="李四", door="line", about=about, note="一\n二", status="blocked",
            progress=50, quantity=Decimal("1E+3"), stage="立项", difficulty="", ask="拨款", ask_of="财政", expected_on=SINCE,
            title="名", lead="AAA", supporters=("OFF", "BBB"), verifier="OFF", responsible="王", leader="赵", start_on=SINCE,
            due_on=date(2021, 12, 31), points=((date(2021, 9, 1), 50), (date(2021, 8, 1), 20)), target=Decimal("0.10"),
            unit="个", direction=">=", wording="全", basis="文", approval="文", reason="理", verdict="confirm", proposes="schedule",
            round="2021-07", by_on=SINCE, evidence=((sha256, "b.pdf"), (sha256, "a.pdf")), recorded_at=at(1),
        )  # fmt: skip
        [written] = entries.append(connection, [full])
    with reading(engine) as connection:
        read = entries.by_number(connection, written.number)
        assert read == written
        expected = replace(full, number=written.number, uid=written.uid, seq=written.seq, recorded_at=written.recorded_at)
        assert read == replace(expected, points=tuple(sorted(full.points)))
        assert entries.of_deed(connection, sample.deed_id(connection, CODES[0]))[-1] == read
        assert [e.number for e in entries.read(connection)] == list(range(1, written.number + 1))
        kept = connection.execute(select(models.entry.c.prev_hash, models.entry.c.hash).order_by(models.entry.c.number)).all()
        last = journal.GENESIS
        for entry, (prev_hash, hash_) in zip(entries.read(connection), kept, strict=True):
            assert prev_hash == last
            assert hash_ == journal.link(last, entry)
            last = hash_


def test_by_number_of_nothing(engine):
    with reading(engine) as connection:
        assert entries.by_number(connection, 999) is None


def test_all_or_nothing(engine):
    with reading(engine) as connection:
        before = entries.head(connection)
    with pytest.raises(RuntimeError), writing(engine) as connection:
        entries.append(connection, [progress(CODES[0], "in_progress", 5)])
        raise RuntimeError
    with reading(engine) as connection:
        assert entries.head(connection) == before


PLAIN = st.fixed_dictionaries(
    {
        "deed": st.integers(0, 2),
        "on": st.integers(0, 60).map(lambda n: SINCE + timedelta(days=n)),
        "kind": st.sampled_from(
            [
                journal.PROGRESS, journal.PROGRESS, journal.PROGRESS, journal.CONFIRMATION, journal.TITLE, journal.OWNERS,
                journal.SCHEDULE, journal.TARGET, journal.BASELINE, journal.FINDING, journal.PROPOSAL, journal.DECISION,
                journal.INSTRUCTION, journal.ANSWER, journal.DROP, journal.COMMENT, journal.RETRACTION, journal.RETRACTION,
            ]
        ),
        "status": st.sampled_from(lifecycle.STATUSES),
        "progress": st.integers(0, 100),
        "verdict": st.sampled_from([journal.CONFIRM, journal.REJECT]),
        "about": st.integers(0, 30),
        "due": st.none() | st.integers(0, 400).map(lambda n: SINCE + timedelta(days=n)),
        "points": st.lists(st.integers(1, 99), unique=True, max_size=3),
        "together": st.booleans(),
    }
)  # fmt: skip


def made_of(plain: dict, codes: list[str], known: list[journal.Entry]) -> journal.Entry | None:
    """The entry meant: late, corrected or retracted, speaking of an earlier one of the same deed where its kind does."""
    kind, deed = plain["kind"], codes[plain["deed"]]
    values: dict = {}
    if kind in audit.SPEAKS_OF:
        fitting = [e.number for e in known if e.deed == deed and e.kind in audit.SPEAKS_OF[kind]]
        if not fitting:
            return None
        values["about"] = fitting[plain["about"] % len(fitting)]
    if kind in (journal.FINDING, journal.DECISION):
        values["verdict"] = plain["verdict"]
    if kind == journal.PROGRESS:
        values |= {"status": plain["status"], "progress": plain["progress"], "difficulty": "困难"}
    if kind == journal.OWNERS:
        values |= {"lead": "BBB", "supporters": ("AAA",)}
    if kind == journal.SCHEDULE and plain["due"]:
        points = tuple((SINCE + timedelta(days=n), n) for n in sorted(plain["points"]))
        values |= {"start_on": SINCE, "due_on": plain["due"], "points": points}
    return draft(kind, deed, plain["on"], title="名称" if kind == journal.TITLE else None, **values)


def spans_hold(connection, id_: int) -> None:
    """On every day one span of a deed holds, and it is what the fold says of that day."""
    found = entries.of_deed(connection, id_)
    rows = connection.execute(select(models.span).where(models.span.c.deed_id == id_).order_by(models.span.c.from_on)).all()
    since = connection.scalar(select(models.deed.c.tracked_from).where(models.deed.c.id == id_))
    assert rows[0].from_on == since
    assert [row.until_on for row in rows] == [*(row.from_on for row in rows[1:]), None]
    for n in range(65):
        day = since + timedelta(days=n)
        state = journal.fold(found, day)
        [held] = [row for row in rows if row.from_on <= day and (row.until_on is None or row.until_on > day)]
        assert held.lead == (state.owners.lead if state.owners else "AAA")
        assert (held.dropped, held.named, held.dated) == (bool(state.drop), bool(state.title), state.plan.due is not None)
        assert (held.status, held.handed_in_on, held.open_proposals) == (state.status, state.handed_in_on, len(state.proposals))
        lamp = lifecycle.Lamp(held.lamp_fixed, held.red_from, held.yellow_from, held.lamp_rest, held.heeds_silence)
        assert lamp.on(day) == lifecycle.light(state.rating, day).colour
        assert lamp.on(day, silent=True) == lifecycle.light(state.rating, day, silent=True).colour
        # What the overview reads from the colours of fixed lamps.
        assert (held.lamp_fixed is not None) == (state.standing_status in lifecycle.FINISHED)
        assert (held.lamp_fixed == lifecycle.SOLID_BLUE) == state.closed_out
        assert (held.lamp_fixed == lifecycle.HOLLOW_BLUE) == (state.status == lifecycle.COMPLETED and state.verdict is None)


def test_the_projection_equals_the_fold(engine):
    """Over late, corrected and retracted entries, written one by one and many at once."""
    numbers = iter(range(100, 10_000))

    @settings(max_examples=25)
    @given(st.lists(PLAIN, min_size=3, max_size=14))
    def holds(plains):
        with writing(engine) as connection:
            codes = [sample.add_deed(connection, 1, "AAA-1", next(numbers)) for _ in range(3)]
            known = [e for code in codes for e in entries.of_deed(connection, sample.deed_id(connection, code))]
            waiting: list[journal.Entry] = []
            for plain in plains:
                entry = made_of(plain, codes, known)
                if entry is None:
                    continue
                waiting.append(entry)
                if not plain["together"]:
                    # A caller that has read the journals already may hand them in.
                    read = {code: [e for e in known if e.deed == code] for code in codes}
                    known += entries.append(connection, waiting, journals=read if plain["about"] % 2 else None)
                    waiting = []
            known += entries.append(connection, waiting)
        with reading(engine) as connection:
            for code in codes:
                id_ = sample.deed_id(connection, code)
                state = journal.fold(e for e in entries.of_deed(connection, id_))
                stored = connection.execute(select(models.current).where(models.current.c.deed_id == id_)).mappings().one()
                for name, value in projection.row(state).items():
                    assert stored[name] == value, name
                if (rated := state.rating) and rated.schedule.due:
                    lamp = lifecycle.Lamp(stored["lamp_fixed"], stored["red_from"], stored["yellow_from"], stored["lamp_rest"], stored["heeds_silence"])
                    for on in (SINCE, rated.schedule.due, rated.schedule.due + timedelta(days=1)):
                        assert lamp.on(on) == lifecycle.light(rated, on).colour
                spans_hold(connection, id_)

    holds()
    with reading(engine) as connection:
        assert audit.check(connection) == []


def test_folded_as_of_and_known_at(engine):
    with writing(engine) as connection:
        [first] = entries.append(connection, [progress(CODES[0], "in_progress", 10, SINCE)])
        entries.append(connection, [progress(CODES[0], "in_progress", 50, SINCE + timedelta(days=9))])
        entries.append(connection, [progress(CODES[0], "in_progress", 20, SINCE + timedelta(days=3))])
    with reading(engine) as connection:
        id_ = sample.deed_id(connection, CODES[0])

        def known(**when):
            return dict(entries.folded(connection, **when))[id_].reported_progress

        assert known() == 50
        assert known(as_of=SINCE + timedelta(days=5)) == 20
        assert known(as_of=SINCE + timedelta(days=5), known_at=first.number) == 10
        assert len(dict(entries.folded(connection))) == len(CODES)
        assert list(dict(entries.folded(connection, [id_]))) == [id_]


def test_more_deeds_than_one_query_asks_for(engine):
    """Lists of deeds are read in batches; nothing is lost at their edges."""
    many = entries._BATCH * 2 + 1
    with writing(engine) as connection:
        codes = [sample.add_deed(connection, 2, "BBB-1", number, announce=False) for number in range(10, 10 + many)]
        entries.append(connection, [draft(journal.OWNERS, code, lead="BBB") for code in codes])
        written = entries.append(connection, [progress(code, "in_progress", 7) for code in codes])
        assert {e.seq for e in written} == {2}
    with reading(engine) as connection:
        assert len(dict(entries.folded(connection))) == many + len(CODES)
        assert audit.check(connection) == []


def test_refresh_mends_the_projection_of_all(engine):
    with writing(engine) as connection:
        before = connection.execute(select(models.current).order_by(models.current.c.deed_id)).all()
        connection.execute(update(models.current).values(progress=77, lead="XXX", order_key="0"))
        connection.execute(models.current.delete().where(models.current.c.deed_id == 1))
    with writing(engine) as connection:
        entries.refresh(connection)
        assert connection.execute(select(models.current).order_by(models.current.c.deed_id)).all() == before


def test_lists_are_in_directory_order(engine):
    with reading(engine) as connection:
        query = select(models.deed.c.code).join(models.current).order_by(models.current.c.order_key)
        assert connection.scalars(query).all() == ["BBB-1-1", "AAA-1-1", "AAA-1-2", "AAA-1-3"]
