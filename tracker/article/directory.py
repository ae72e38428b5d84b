"""The known agencies by every name they go by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from tracker.article import organ_words
from tracker.article.compiling import compiled
from tracker.likeness import near

_PROVINCE = compiled(rf"(?:{organ_words.PROVINCES})(?=[省市])")


class Agency(Protocol):
    """What this room asks of a directory entry."""

    code: str
    name: str
    full_name: str
    aliases: Sequence[str]


@dataclass(slots=True)
class Organ:
    """An organ as written: its name, its place, its code if the directory knows it."""

    name: str
    start: int
    end: int
    code: str | None = None
    generic: bool = False  # 我市, 各级, 本府 …: somebody, but not by name


class Directory:
    """The agencies that are known, by every name they go by."""

    def __init__(self, agencies: Sequence[Agency] = ()):
        self._codes: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for agency in agencies:
            self._names[agency.code] = agency.name
            for name in (agency.name, agency.full_name, *agency.aliases):
                self._codes.setdefault(name.replace(" ", ""), agency.code)
        self._lengths = sorted({len(name) for name in self._codes}, reverse=True)
        self._first = {name[0] for name in self._codes if name}

    def match(self, text: str, start: int) -> tuple[str, str] | None:
        """The longest known name that begins at `start`, with its code."""
        if text[start : start + 1] not in self._first:
            return None
        for length in self._lengths:
            name = text[start : start + length]
            if name in self._codes:
                return name, self._codes[name]
        return None

    def code(self, name: str) -> str | None:
        """The code of the agency called so; 江苏省X is found as 省X."""
        name = name.replace(" ", "")
        if name in self._codes:
            return self._codes[name]
        if not self._codes:
            return None
        province = _PROVINCE.match(name)
        return self._codes.get(name[province.end() :]) if province else None

    @lru_cache(maxsize=512)  # noqa: B019 a directory lives as long as one extraction
    def near(self, name: str) -> tuple[str, ...]:
        """At most three known agencies whose names look like this one, nearest first, as `CODE 名称`."""
        found: list[str] = []
        for close in near(name, self._codes, 6):
            shown = f"{self._codes[close]} {self._names[self._codes[close]]}"
            if shown not in found:
                found.append(shown)
        return tuple(found[:3])
