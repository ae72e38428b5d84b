"""A long text cleaned in two parts at once, as it would be cleaned whole."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import TypeVar

from tracker import sharing
from tracker.article import cleaning, markup, readings, rows, script, stacked
from tracker.article.cleaned import Cleaned
from tracker.article.compiling import compiled

Here = TypeVar("Here")
_SHARE = 65  # per cent of the text for the copy, as this process has something else to do
# A line of prose, over which no table goes on: it has a full stop, and nothing that could part cells.
_APART = "\\s|\\x1c-\\x1f"
_PROSE = compiled(rf"\n(?=[一-龥][^。{_APART}]{{0,2000}}。[^{_APART}]{{0,2000}}\r?\n)")


def cleaned(raw: str, meanwhile: Callable[[], Here]) -> tuple[Here, Cleaned]:
    """What `meanwhile` gives, and the clean text; the work is shared with a copy of this process."""
    place = _parting(raw)
    if place is None:
        return sharing.both(meanwhile, lambda: cleaning.clean(raw))
    traditional = script.is_traditional(raw)

    def of(start: int, end: int) -> Cleaned:
        return cleaning.line_by_line(Cleaned(raw[start:end], array("I", range(start, end))), traditional)

    (other, second), first = sharing.both(lambda: (meanwhile(), of(place, len(raw))), lambda: of(0, place))
    text = Cleaned(first.text + second.text, first.offsets + second.offsets)
    if readings.are_left(text.text):  # which those of the other part may show to be readings
        return other, cleaning.clean(raw)
    return other, cleaning.without_furniture(text)


def _parting(raw: str) -> int | None:
    """Where a text is parted, if it can be: before a line of prose. One with commas may be a row of what a spreadsheet saved, if anything is."""
    found = None if markup.is_page(raw) else _PROSE.search(raw, len(raw) * _SHARE // 100)
    return found.end() if found and not (rows.may_be_saved(raw) or stacked.may_be(raw)) else None
