"""The collector of rubbish rests during long work, and wakes after it."""

from __future__ import annotations

import gc

import pytest

from tracker.collector import resting


@resting()
def working(error: Exception | None = None) -> bool:
    if error is not None:
        raise error
    return gc.isenabled()


def test_it_rests_while_the_work_lasts_and_wakes_after_it():
    assert gc.isenabled()
    assert not working()
    assert gc.isenabled()


def test_it_wakes_after_an_error():
    with pytest.raises(LookupError):
        working(LookupError())
    assert gc.isenabled()


def test_work_within_work_does_not_wake_it():
    @resting()
    def outer() -> bool:
        working()
        return gc.isenabled()

    assert not outer()
    assert gc.isenabled()
