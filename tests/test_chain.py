"""The chain of hashes: what the canonical form of an entry holds, and what a forgery breaks."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import entry, journals

from tracker import journal
from tracker.journal import Entry

DUE = date(2021, 12, 31)


def chain(entries: list[Entry]) -> list[str]:
    hashes, last = [], journal.GENESIS
    for e in entries:
        last = journal.link(last, e)
        hashes.append(last)
    return hashes


FULL = entry(
    3, journal.PROGRESS, agency="A", typed_by="B", person="张三", about=1, note="说明", status="in_progress", progress=30,
    quantity=Decimal("1.50"), stage="立项", difficulty="经费", ask="拨款", ask_of="财政", expected_on=DUE, title="名",
    lead="A", supporters=("B", "C"), verifier="D", responsible="李四", leader="王五", start_on=date(2021, 1, 1), due_on=DUE,
    points=((date(2021, 7, 1), 50),), target=Decimal(3000), unit="个", direction=">=", wording="全覆盖", basis="文号",
    approval="文号", reason="理由", verdict="confirm", proposes="schedule", round="2021-07", by_on=DUE,
    evidence=(("0" * 64, "a.pdf"),),
)  # fmt: skip


@pytest.mark.parametrize("name", [f.name for f in fields(Entry)])
def test_the_hash_is_taken_of_every_field(name):
    value = getattr(FULL, name)
    assert value is not None and value != (), f"FULL must set {name}"
    assert journal.link("", replace(FULL, **{name: None})) != journal.link("", FULL)
    changed = value * 2 if isinstance(value, str) else value[:-1] if isinstance(value, tuple) else value + (
        timedelta(days=1) if isinstance(value, date) else 1
    )  # fmt: skip
    assert journal.link("", replace(FULL, **{name: changed})) != journal.link("", FULL)


def test_digits_and_places_are_part_of_a_value():
    assert journal.canonical(FULL) != journal.canonical(replace(FULL, quantity=Decimal("1.5")))
    assert journal.canonical(FULL) != journal.canonical(replace(FULL, supporters=("C", "B")))
    assert journal.canonical(replace(FULL, note=None)) != journal.canonical(replace(FULL, note=""))


def test_a_moment_is_the_same_in_every_zone():
    elsewhere = FULL.recorded_at.astimezone(timezone(timedelta(hours=8)))
    assert journal.canonical(FULL) == journal.canonical(replace(FULL, recorded_at=elsewhere))


@given(journals(), st.data())
def test_the_chain_shows_any_change(entries, data):
    """Whatever is done to earlier entries, the last hash or the hash kept beside an entry no longer fits."""
    if len(entries) < 2:
        return
    kept = chain(entries)
    place = data.draw(st.integers(0, len(entries) - 2))
    what = data.draw(st.sampled_from(["change", "remove", "swap"]))
    forged = list(entries)
    if what == "change":
        forged[place] = replace(forged[place], note=(forged[place].note or "") + "改")
    elif what == "remove":
        del forged[place]
    else:
        forged[place], forged[place + 1] = forged[place + 1], forged[place]
    assert chain(forged)[-1] != kept[-1]


def test_the_canonical_form_is_for_ever():
    """Changing this spelling makes every chain in use look forged."""
    plain = Entry(
        number=1, uid="u", kind="progress", effective_on=date(2021, 6, 1), recorded_at=datetime(2021, 6, 1, 1, 2, 3, 4, tzinfo=UTC),
        deed="A-1-1", seq=1, agency="A", status="in_progress", progress=0, quantity=Decimal("1.50"), note='“好”"\n',
        points=((date(2021, 7, 1), 50),),
    )  # fmt: skip
    assert journal.canonical(plain) == (
        '{"agency":"A","deed":"A-1-1","door":"cli","effective_on":"2021-06-01","kind":"progress","note":"“好”\\"\\n",'
        '"number":1,"points":[["2021-07-01",50]],"progress":0,"quantity":"1.50","recorded_at":"2021-06-01T01:02:03.000004Z",'
        '"role":"office","seq":1,"status":"in_progress","uid":"u"}'
    )
    assert journal.link(journal.GENESIS, plain) == "031ccab9d6572c8c3c6ec27ade357db7d719ec56b4960cb79eb1593e7e9c4639"
