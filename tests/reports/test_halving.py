"""Pages that a copy of the process painted are as those painted here, to the byte."""

from __future__ import annotations

import os

import pytest

from tracker import sharing
from tracker.errors import ReportError
from tracker.reports import halving, making, templates
from tracker.reports.making import Choices
from tracker.reports.pdf import render

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that copies processes")


@pytest.fixture
def drawn(monkeypatch):
    """What a call gives with one processor and with two, and of each page of the second half whether it was taken over."""

    def both(call):
        monkeypatch.setattr(sharing, "two_can_work", lambda: False)
        alone = call()
        taken, take = [], halving._taken
        monkeypatch.setattr(sharing, "two_can_work", lambda: True)
        monkeypatch.setattr(halving, "_taken", lambda painted, *rest: taken.append(take(painted, *rest)) or taken[-1])
        together = call()
        return alone, together, taken[len(taken) // 2 :]

    return both


def _paged(*pages: str) -> bytes:
    body = "".join(f'<p style="break-after: page">{words}</p>' for words in pages)
    return render(f'<html lang="zh"><head><title>题</title><link rel="stylesheet" href="print.css"></head><body>{body}</body></html>', templates.folders())


@pytest.mark.parametrize("kind", ["brief", "ledger"])
def test_reports_are_the_same(full_facts, drawn, kind):
    alone, together, taken = drawn(lambda: making.pdf(kind, full_facts, Choices("zh-CN")))
    assert alone == together
    assert len(taken) > 4 and all(taken)


def test_pages_that_need_more_than_known_faces_are_painted_here(drawn):
    """In the second half: a see-through group, a new face, a new character and a half-clear colour."""
    later = ['<b style="opacity: .5">透</b>', '<b style="font-family: DejaVu Sans Mono">x</b>', "新字", '<b style="color: #0008">淡</b>', "平", "常"]
    alone, together, taken = drawn(lambda: _paged(*["事项"] * len(later), *later))
    assert alone == together
    assert [*taken[:4]] == [False, False, True, True]


def test_a_copy_that_dies_costs_only_time(drawn, monkeypatch):
    monkeypatch.setattr(halving, "_painted", lambda *_: os._exit(3))
    alone, together, taken = drawn(lambda: _paged(*"一二三四五六七八九十"))
    assert alone == together
    assert not any(taken)


def test_what_is_wrong_on_a_late_page_is_told(monkeypatch):
    monkeypatch.setattr(sharing, "two_can_work", lambda: True)
    with pytest.raises(ReportError, match=r"U\+E0FF"):
        _paged(*["事"] * 10, "\ue0ff")
