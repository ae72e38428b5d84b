"""A round on in the shipped books, with something to remind of.

A test module that wants it says ``pytest_plugins = ["office", "month"]``.
"""

from __future__ import annotations

import pytest


def _begun(office):
    """A round on; at one agency a deed overdue, one behind, one silent and one due soon."""
    office("round", "open", "2021-07", "--by", "7-23")
    office("assign", "JYT-1-1", "--start", "6-1", "--due", "7-15", "--basis", "文号")
    office("assign", "JYT-1-2", "--start", "6-1", "--due", "12-31", "--basis", "文号")
    office("assign", "JYT-1-4", "--due", "7-26", "--basis", "文号")
    for code, progress in (("JYT-1-1", "60"), ("JYT-1-2", "5"), ("JYT-1-4", "95")):
        office("update", code, "-p", progress)
    office.today = "2021-07-20"
    return office


@pytest.fixture
def month(office):
    return _begun(office)


@pytest.fixture
def any_month(any_office):
    return _begun(any_office)


def items(office, *words, **who):
    """Remind that agency: what it is reminded of, by code."""
    found = office("remind", "-a", "JYT", "--json", *words, **who).json["reminders"]
    return {item["code"]: item for each in found for item in each["items"]}


def said(found):
    return {code: (item["cause"], item["level"], item["count"], item["rung"]) for code, item in found.items()}
