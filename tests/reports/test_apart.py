"""A copy that draws gives what this process gives, and what goes wrong in it is told as here."""

from __future__ import annotations

import os
import signal
from functools import partial

import pytest

from tracker import sharing
from tracker.errors import ReportError
from tracker.reports import apart, making, many, pdf, templates

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that copies processes")


@pytest.fixture
def two(monkeypatch):
    """As if there were a second processor, and no thread: pytest's workers have one. No copy may be left afterwards."""
    fork, copies = os.fork, []
    monkeypatch.setattr(sharing, "two_can_work", lambda: True)
    monkeypatch.setattr(os, "fork", lambda: copies.append(fork()) or copies[-1])
    yield
    assert copies
    for copy in copies:
        with pytest.raises(ChildProcessError):
            os.waitpid(copy, os.WNOHANG)


def test_the_copy_draws_the_same_bytes(two, small_facts, monkeypatch):
    choices, fonts, theirs = making.Choices("zh-CN"), {}, {}
    here = making.pdf("brief", small_facts, choices, fonts=fonts)
    monkeypatch.setattr(templates, "_compiled", templates._Compiled())
    with apart.drawing("brief"):
        monkeypatch.setattr(pdf, "render", None)  # here, not in the copy
        assert making.pdf("brief", small_facts, choices, fonts=theirs) == here
    assert theirs == fonts != {}


def test_without_a_second_processor_all_is_drawn_here(monkeypatch):
    monkeypatch.setattr(sharing, "two_can_work", lambda: False)
    with apart.drawing("brief"):
        assert apart.given() is None and apart.ask(os.getpid)() == os.getpid()


def test_a_copy_that_the_system_refuses_is_done_without(monkeypatch):
    def refused():
        raise BlockingIOError

    monkeypatch.setattr(sharing, "two_can_work", lambda: True)
    monkeypatch.setattr(os, "fork", refused)
    with apart.drawing("brief"):
        assert apart.ask(os.getpid)() == os.getpid()


def test_a_worker_does_not_ask_the_copy(two, small_facts, tmp_path):
    """A ledger in volumes: the command makes a copy before it knows how many deeds there are, and two that ask it get each other's pages."""
    with apart.drawing("ledger"):
        _, (worker, asked) = sharing.both(lambda: None, lambda: (os.getpid(), apart.ask(os.getpid)()))
        assert worker == asked
        assert apart.given() is not None and apart.ask(os.getpid)() != os.getpid(), "here the copy is there still"
        wanted = [("ledger", making.Scope(code)) for code in small_facts.agencies[:3]]
        many.write(wanted, small_facts, making.Choices("zh-CN"), tmp_path / "volumes", workers=2)
    assert len(list((tmp_path / "volumes").glob("*.pdf"))) == len(wanted)


def dying(original: int, way: str) -> str:
    if os.getpid() != original:
        os.kill(os.getpid(), signal.SIGKILL) if way == "killed" else int(way)
    return way


@pytest.mark.parametrize("way", ["killed", "raises"])
def test_the_work_of_a_copy_that_dies_is_done_here(two, way):
    with apart.drawing("brief"):
        assert apart.given() is not None
        assert apart.ask(os.getpid)() != os.getpid()
        assert apart.ask(dying, os.getpid(), way)() == way
        assert apart.ask(os.getpid)() == os.getpid(), "and so is what comes after"


def test_what_cannot_be_drawn_is_told_as_here(two):
    page = '<html lang="zh-CN"><body>\U000107a0</body>'
    with apart.drawing("brief"):
        assert apart.given() is not None
        with pytest.raises(ReportError) as error:
            apart.ask(pdf.drawn, page, templates.folders(), where=lambda character: " · here")()
    assert " · here" in error.value.values["characters"]


def test_an_error_of_this_process_leaves_no_copy(two):
    with pytest.raises(KeyboardInterrupt), apart.drawing("brief"):
        raise KeyboardInterrupt


def test_every_template_is_compiled_before_it_is_filled_in(monkeypatch):
    names = {path.name for path in templates.folders()[-1].glob("*.j2")}
    for compile_, missing in ((templates.compile_all, set()), (partial(templates.compiled, "brief"), {"agency.html.j2", "ledger.html.j2", "reminder.html.j2"})):
        monkeypatch.setattr(templates, "_compiled", templates._Compiled())
        compile_()
        assert {code.co_filename.rpartition("/")[2] for code in templates._compiled.kept.values()} == names - missing
