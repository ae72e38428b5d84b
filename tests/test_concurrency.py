"""Many at once, and killed at any moment: no entry is lost, no number is missing, the chain holds.

DEEDS_TEST_KILLS says how many writers are killed (default 40, half on each engine).
"""

from __future__ import annotations

import os
import time

import pytest
import sample
from writers import Writer

from tracker import audit
from tracker.database import reading

WRITERS, ENTRIES = 8, 25
KILLS = int(os.environ.get("DEEDS_TEST_KILLS", "40"))


@pytest.fixture
def engine(database_url):
    engine = sample.made(database_url)
    yield engine
    engine.dispose()


def url_of(engine) -> str:
    return engine.url.render_as_string(hide_password=False)


def sound(engine) -> list:
    """What the writers wrote, in books in which nothing is wrong."""
    with reading(engine) as connection:
        assert audit.check(connection) == []
        return [e for e in sample.journal_of(connection) if e.note]


def test_eight_write_at_once(engine):
    writers = [Writer(url_of(engine), f"w{number}", ENTRIES) for number in range(WRITERS)]
    assert [each.hear() for each in writers] == ["ready"] * WRITERS
    for each in writers:
        each.begin.set()
    told = [uid for each in writers for uid in each.hear_all()]
    assert [each.process.exitcode for each in writers] == [0] * WRITERS
    kept = sound(engine)
    assert sorted(e.uid for e in kept) == sorted(told) == sorted(f"w{n}-{m}" for n in range(WRITERS) for m in range(ENTRIES))
    assert len({e.note for e in kept[: WRITERS * ENTRIES // 2]}) > 1, "they wrote one after the other"


def test_killed_at_any_moment(engine):
    """kill -9 while it writes: what was acknowledged is there, and the next one writes on."""
    lives, acknowledged = max(1, KILLS // 2), []
    for life in range(lives):
        writer = Writer(url_of(engine), f"k{life}", 10_000)
        assert writer.hear() == "ready"
        writer.begin.set()
        acknowledged.append(writer.hear())
        time.sleep(life * 7 % 20 / 1000)
        writer.process.kill()
        acknowledged += writer.hear_all()
        assert writer.process.exitcode == -9
    kept = [e.uid for e in sound(engine)]
    assert set(acknowledged) <= set(kept)
    assert len(kept) <= len(acknowledged) + lives, "at most one a life that nobody was told of"
