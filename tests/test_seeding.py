"""Importing: the shipped seeds, the same file twice, who may and from which day on; all or nothing. On both engines."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from desk import SINCE, TODAY, shipped_file
from importing import codes_of, count, file
from sqlalchemy import select

from tracker import directory, models, proposal, seeding, sources
from tracker.deeds import find, select_deeds
from tracker.errors import BadInput, NotAllowed, RuleError
from tracker.seeding import UNCHANGED

pytest_plugins = ["desk"]

EXPECTED = {  # code of the commitment: (declared, deeds, named)
    "SJGW-1": (17, 17, 0), "ZJT-1": (None, 1, 1), "SCJG-1": (62, 62, 0), "RST-1": (8, 8, 5), "RST-2": (None, 1, 1),
    "JYT-1": (4, 4, 4), "GXT-1": (None, 1, 1), "MZT-1": (None, 2, 2), "ZRZY-1": (4, 4, 4), "ZRZY-2": (20, 20, 0),
    "SWT-1": (5, 5, 5), "KJT-1": (7, 7, 7),
}  # fmt: skip


def test_the_shipped_seeds(desk):
    versions = models.commitment_version
    query = select(models.commitment.c.code, versions.c.declared).join(versions)
    declared = dict(desk.connection.execute(query).all())
    deeds = select_deeds(desk.connection, EXPECTED)
    found = {
        code: (declared[code], len(own := [d for d in deeds if d.commitment == code]), sum(d.state.title is not None for d in own))
        for code in declared
    }  # fmt: skip
    assert found == EXPECTED
    assert len(deeds) == 132 and len({deed.lead for deed in deeds}) == 10
    assert sum(deed.state.title is not None for deed in deeds) == 30
    assert {deed.code for deed in deeds} == {f"{code}-{n}" for code, (_, size, _) in EXPECTED.items() for n in range(1, size + 1)}
    assert [d.code for d in deeds][:18] == [f"SJGW-1-{n}" for n in range(1, 18)] + ["JYT-1-1"], "directory order, not of codes"


def test_nothing_is_invented(desk):
    """No deadline, person, status or target; every deed is in the office's care except its own."""
    for deed in select_deeds(desk.connection, EXPECTED):
        state = deed.state
        assert state.schedule is state.target is state.progress is state.baseline is None
        assert state.owners.responsible is state.owners.leader is None
        assert state.owners.verifier == (None if deed.lead == "SJGW" else "SJGW")
        assert deed.tracked_from == SINCE and state.owners.effective_on == SINCE
        assert {entry.door for entry in deed.entries} == {"import"}


def test_exact_titles_and_places(desk):
    assert desk.state("JYT-1-3").title.title == "心理关爱"
    assert desk.state("ZJT-1-1").title.title == "老旧小区改造", "one deed bears the name of its commitment"
    assert desk.state("RST-1-6").title is None
    [place] = sources.places(desk.connection, find(desk.connection, "JYT-1-3").id)
    assert (place.start, place.end, place.of) == (2388, 2392, "item")
    [place] = sources.places(desk.connection, find(desk.connection, "SCJG-1-17").id)
    assert (place.start, place.end, place.of) == (2224, 2243, "commitment")


def test_what_is_mentioned_is_kept(desk):
    kinds = Counter(desk.connection.scalars(select(models.mention.c.kind)))
    assert kinds == {"context": 4, "left_out": 2}


@pytest.mark.parametrize("name", ["agencies", "jiangsu-2021"])
def test_the_same_file_twice_changes_nothing(desk, name):
    before = desk.head
    plan = seeding.compare(desk.connection, shipped_file(name), shipped_file("agencies"))
    assert plan.empty and plan.count(UNCHANGED) == len(plan.changes)
    assert seeding.store(desk.as_(), plan, TODAY, name) == 0
    assert desk.head == before


def test_a_file_brings_its_owners_from_the_shipped_directory(empty_desk):
    """Into an empty database: the ten owners, in the order of the directory, and no other organ."""
    plan = seeding.compare(empty_desk.connection, shipped_file("jiangsu-2021"), shipped_file("agencies"))
    seeding.store(empty_desk.as_(None, "office"), plan, SINCE, "seeds")
    known = directory.agencies(empty_desk.connection)
    assert list(known) == ["SJGW", "JYT", "KJT", "GXT", "MZT", "RST", "ZRZY", "ZJT", "SWT", "SCJG"]
    assert directory.coordinator(known) == "SJGW"
    assert len(codes_of(empty_desk, "SCJG")) == 62
    again = seeding.compare(empty_desk.connection, shipped_file("jiangsu-2021"), shipped_file("agencies"))
    assert again.empty


def test_only_the_office_imports(desk):
    plan = seeding.compare(desk.connection, proposal.loads(file(), "f.yaml"))
    for who in (desk.as_("JYT"), desk.as_("SJGW", "leader"), desk.as_("SJGW", "verifier")):
        with pytest.raises(NotAllowed):
            seeding.store(who, plan, SINCE, "f.yaml")


def test_tracked_from(desk):
    with pytest.raises(RuleError):
        desk.take_in(file(), since=TODAY + timedelta(days=1))
    desk.take_in(file(), since=date(2021, 3, 1))
    assert find(desk.connection, "JYT-2-1").tracked_from == date(2021, 3, 1)


@pytest.mark.parametrize(
    ("said", "day"), [("", TODAY), (", published_on: 2021-05-30", date(2021, 5, 30)), (", published_on: 2021-08-01", TODAY)]
)
def test_default_day(said, day):
    """The source's date, a decision of nobody; today where it states none or a later one."""
    loaded = proposal.loads(f"format: practical-deeds/1\nsource: {{key: s{said}}}\ncommitments: [{{key: c, agency: A1, name: 名, kind: list}}]\n", "f")
    assert seeding.default_day(loaded, TODAY) == day


def test_comparing_writes_nothing(desk):
    tables = (models.entry, models.item, models.item_version, models.deed, models.mention, models.source)
    before = [count(desk, table) for table in tables]
    plan = seeding.compare(desk.connection, proposal.loads(file(), "f.yaml"))
    assert not plan.empty and [count(desk, table) for table in tables] == before


def test_every_place_that_cannot_be_imported_is_told(desk):
    text = file(more="same_as: NO-1") + "  - {key: d, agency: XYZ, name: 名, kind: list}\n"
    before = desk.head
    with pytest.raises(BadInput) as caught:
        desk.take_in(text)
    assert caught.value.values["count"] == 2 == len(caught.value.problems)
    assert all(problem.startswith("f.yaml:") for problem in caught.value.problems)
    assert desk.head == before and count(desk, models.commitment) == 12


def test_a_place_beyond_the_text(desk):
    loaded = proposal.loads(file("key: '1', title: 甲, place: [8, 11]", more="place: [0, 4]"), "f.yaml")
    assert not seeding.compare(desk.connection, loaded, length=11).empty
    with pytest.raises(BadInput) as caught:
        seeding.compare(desk.connection, loaded, length=10)
    [problem] = caught.value.problems
    assert "items[1].place" in problem and "11" in problem and "10" in problem
