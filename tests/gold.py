"""Comparing with tests/gold; its README says how it is renewed."""

from __future__ import annotations

import os
from pathlib import Path

GOLD = Path(__file__).resolve().parent / "gold"


def same_as_gold(name: str, text: str) -> None:
    """Whether a text is what the gold of that name has; with DEEDS_TEST_GOLD=update it becomes it."""
    path = GOLD / name
    if os.environ.get("DEEDS_TEST_GOLD") == "update":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
