"""Words taken together, one stretch after another, looked up at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from tracker.article.structure import Span


class Stretches:
    """The words that the spans hold."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted((span.start, span.end) for span in spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, span: Span) -> bool:
        """Whether a word of the span is among them."""
        index = bisect_right(self._starts, span.end - 1) - 1
        return index >= 0 and self._ends[index] > span.start

    def hold(self, span: Span) -> bool:
        """Whether all words of the span are among them."""
        index = bisect_right(self._starts, span.start) - 1
        return index >= 0 and self._ends[index] >= span.end
