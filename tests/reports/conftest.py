"""Filled databases, made once for all tests of reports: nothing here writes to them."""

from __future__ import annotations

import io

import pikepdf
import pytest
import report_books

from tracker.reports import making
from tracker.reports.making import Choices


@pytest.fixture(scope="session")
def full(tmp_path_factory):
    """Half a year of reporting on 132 deeds."""
    path = tmp_path_factory.mktemp("reports") / "full.db"
    return report_books.make(f"sqlite:///{path}", report_books.half_year)


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """Two simulated deeds of one agency, for tests that draw."""
    path = tmp_path_factory.mktemp("reports") / "small.db"
    return report_books.make(
        f"sqlite:///{path}", report_books.half_year, simulated=True,
        commitments=report_books.TWO,
    )  # fmt: skip


@pytest.fixture(scope="session")
def full_facts(full):
    return report_books.facts_of(full)


@pytest.fixture(scope="session")
def small_facts(small):
    return report_books.facts_of(small)


@pytest.fixture(scope="session")
def drawn(small_facts):
    """One brief, drawn once."""
    return making.pdf("brief", small_facts, Choices("zh-CN"))


@pytest.fixture
def opened(drawn):
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        yield pdf


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with a database, at which the coordinating office works."""
    report_books.make(f"sqlite:///{tmp_path}/deeds.db", report_books.half_year, simulated=True, commitments=report_books.TWO).dispose()
    monkeypatch.chdir(tmp_path)
    for name in ("DEEDS_AGENCY", "DEEDS_PERSON", "DEEDS_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DEEDS_DATABASE_URL", f"sqlite:///{tmp_path}/deeds.db")
    monkeypatch.setenv("DEEDS_LANG", "zh-CN")
    monkeypatch.setenv("DEEDS_TODAY", "2021-12-01")
    return tmp_path
