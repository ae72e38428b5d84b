"""Two processes find what one finds."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from tracker import sharing
from tracker.article import extract, structure

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that copies processes")
TEXTS = Path(__file__).parent / "article" / "texts"


def test_a_text_read_by_two_gives_the_same_proposal(monkeypatch):
    raw = "\n".join(path.read_text("utf-8") for path in sorted(TEXTS.glob("*.txt")))
    monkeypatch.setattr(sharing, "two_can_work", lambda: False)
    alone = extract(raw)
    asked = []
    both = sharing.both
    monkeypatch.setattr(sharing, "two_can_work", lambda: True)
    monkeypatch.setattr(sharing, "both", lambda *works: asked.append(works) or both(*works))
    monkeypatch.setattr(structure, "_LONG", 0)
    monkeypatch.delitem(sys.modules, "tracker.article.recognition")  # as in a process that has just begun
    assert extract(raw) == alone
    assert len(asked) == 5 and len(alone.commitments) > 100  # text taken apart, subjects, sets, what is weak, records


def test_more_than_a_pipe_holds_comes_over():
    assert sharing.both(lambda: "here", lambda: "那里" * 500_000) == ("here", "那里" * 500_000)


def test_works_come_back_in_their_order_whoever_took_them():
    assert sharing.each([lambda number=number: number for number in range(200)]) == list(range(200))


def test_what_a_copy_had_taken_when_it_died_is_done_here():
    original = os.getpid()

    def work() -> int:
        if os.getpid() != original:
            os._exit(9)
        time.sleep(0.2)  # the copy takes one, too
        return original

    assert sharing.each([work] * 4) == [original] * 4


def test_the_work_of_a_copy_that_dies_is_done_here():
    original = os.getpid()

    def work() -> int:
        if os.getpid() != original:
            os._exit(9)
        return original

    assert sharing.both(lambda: 1, work) == (1, original)


def test_an_error_on_either_side_is_raised_here():
    def broken():
        raise LookupError

    with pytest.raises(LookupError):
        sharing.both(lambda: 1, broken)
    with pytest.raises(LookupError):
        sharing.both(broken, lambda: "x" * 1_000_000)


def test_one_processor_is_no_reason_for_a_copy(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    assert not sharing.two_can_work()


def test_a_worker_of_many_makes_no_copies(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(sharing.threading, "active_count", lambda: 1)
    assert sharing.two_can_work()
    assert sharing.both(sharing.two_can_work, lambda: sharing.keep_to_one() or sharing.two_can_work()) == (True, False)
