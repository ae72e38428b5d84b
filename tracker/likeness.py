"""Which agency names are alike in what tells agencies apart: not in 省 or 市 before, nor in 厅, 局 or 办公室 after."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

_BEFORE = re.compile(r"^(?:中共)?(?:[一-龥]{2,3}(?=[省市区县州]))?[省市区县州]?(?=[一-龥]{2})")
_AFTER = re.compile(r"(?:委员会|办公厅|办公室|人民政府|管理局|总局|[厅局委办署处])+$")
_ALIKE = 0.6
"""How alike (`difflib` ratio) two names must be, as wholes and in what is left without their common parts."""


def near(name: str, known: Iterable[str], most: int) -> list[str]:
    """At most so many of the known names that may mean the same agency as `name`, nearest first."""
    own = _core(name)
    return [
        each
        for each in get_close_matches(name, list(known), 4 * most, _ALIKE - 0.2)
        if ("政府" in name) == ("政府" in each) and _same(own, _core(each))  # 民政 stands in 人民政府, too
    ][:most]


def _core(name: str) -> str:
    return _AFTER.sub("", _BEFORE.sub("", name.strip())) or name


def _same(one: str, other: str) -> bool:
    """Alike, or the one is short for the other: 人社 for 人力资源社会保障."""
    short, long = sorted((one, other), key=len)
    letters = iter(long)
    abbreviated = len(short) > 1 and all(letter in letters for letter in short)
    return abbreviated or SequenceMatcher(None, one, other).ratio() >= _ALIKE
