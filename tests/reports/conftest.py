"""Filled databases, made once for all tests of reports: nothing here writes to them."""

from __future__ import annotations

import pytest
import report_books


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
        commitments=(("MZT", "专项行动", "action_group", None, ("我为企业减负担", "打击整治非法社会组织")),),
    )  # fmt: skip


@pytest.fixture(scope="session")
def full_facts(full):
    return report_books.facts_of(full)


@pytest.fixture(scope="session")
def small_facts(small):
    return report_books.facts_of(small)
