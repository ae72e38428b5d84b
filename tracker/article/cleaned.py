"""A text that has lost some of its characters, with the way back to the raw one."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Self


@dataclass(frozen=True)
class Cleaned:
    """A text and, for each of its characters, the offset of the raw character it stands for."""

    text: str
    offsets: array

    @classmethod
    def of(cls, raw: str) -> Self:
        return cls(raw, array("I", range(len(raw))))

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets, end exclusive, of the cleaned characters `start` to `end` (exclusive)."""
        if not self.offsets:
            return (0, 0)
        if end <= start:
            place = self.offsets[min(start, len(self.offsets) - 1)]
            return (place, place)
        return (self.offsets[start], self.offsets[end - 1] + 1)

    def spaced(self, raw: str, start: int, end: int) -> str:
        """The cleaned characters `start` to `end` with the spaces that part a headline: 办实事 开新局, but not 公 告."""
        pieces = [start]
        for place in range(start + 1, end):
            if raw[self.offsets[place - 1] + 1 : self.offsets[place]].isspace():
                pieces.append(place)
        pieces.append(end)
        words = [self.text[one:other] for one, other in pairwise(pieces)]
        return (" " if min(map(len, words)) >= _SHORTEST_WORDS else "").join(words)

    def edited(self, edits: Iterable[tuple[int, int, str]]) -> Self:
        """With the characters from start to end replaced, for each edit (start, end, new) in order.

        What an edit puts in stands for the first raw character it replaces.
        """
        pieces: list[str] = []
        offsets = array("I")
        done = 0
        for start, end, new in edits:
            pieces += (self.text[done:start], new)
            offsets.extend(self.offsets[done:start])
            if new:
                offsets.extend([self.offsets[start]] * len(new))
            done = end
        if not pieces:
            return self
        pieces.append(self.text[done:])
        offsets.extend(self.offsets[done:])
        return type(self)("".join(pieces), offsets)

    def rewritten(self, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str] | str = "") -> Self:
        """With each match of the pattern replaced."""
        matches = pattern.finditer(self.text)
        if isinstance(new, str):
            return self._replaced([match.span() for match in matches], pattern, new)
        return self.edited((*match.span(), new(match)) for match in matches)

    def _replaced(self, spans: list[tuple[int, int]], pattern: re.Pattern[str], new: str) -> Self:
        """The same for one replacement of all: of many, the pattern makes the text faster."""
        if len(spans) * _SELDOM < len(self.text):
            return self.edited((start, end, new) for start, end in spans)
        offsets, done, put_in = array("I"), 0, len(new)
        for start, end in spans:
            offsets.extend(self.offsets[done:start])
            if put_in:
                offsets.extend([self.offsets[start]] * put_in)
            done = end
        offsets.extend(self.offsets[done:])
        return type(self)(pattern.sub(lambda _: new, self.text) if "\\" in new else pattern.sub(new, self.text), offsets)

    def with_text(self, text: str) -> Self:
        """With other characters in the same places."""
        assert len(text) == len(self.text)
        return type(self)(text, self.offsets)


_SELDOM = 200  # characters for each match
_SHORTEST_WORDS = 3  # characters between the spaces of a headline
