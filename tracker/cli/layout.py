"""How a table stands in a window: which columns give way, and how.

Codes, days and numbers never break. Where a table is too wide, numbers stand
closer under shorter headings; then long text is cut with … or wrapped, as the
caller says; then the columns that matter least are left out. Wide characters
take two columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

_GAP = 2
_LEAST_CUT, _LEAST_WRAPPED = 8, 10
"""To how many columns a text may be cut or wrapped; a day stays whole."""
_WRAPS = 12
"""Wider columns of text are wrapped where nobody says otherwise."""
_PIECES = re.compile(r"\s+|[（【《〔“‘]*(?:\d+ [^\s!-~]|[!-~]+|[^\s!-~])[，。；：、！？）】》〕”’…]*")
"""What stays together in a line: words and codes, a number and its measure, and a sign with what opens before it and closes after it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns stand, how wide, what is between a column and the next, and which of them wrap."""

    places: tuple[int, ...]
    widths: dict[int, int]
    gaps: dict[int, int]
    left_out: tuple[int, ...]
    short: bool


def columns(text: str) -> int:
    """How many columns a text takes on a terminal; wide characters take two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _width(cell: str) -> int:
    return max(map(columns, cell.split("\n")))


def fit(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    room: int | None,
    right: Sequence[int] = (),
    cut: Sequence[int] = (),
    leave: Sequence[int] = (),
    short: Sequence[str] | None = None,
) -> Layout:
    """The layout of a table in `room` columns; with None there is room for everything.

    `cut` are columns that may be cut and `leave` those that may be left out, each the first to give way first; `short`
    are headings for a narrow window.
    """
    cells = [max((_width(row[place]) for row in rows), default=0) for place in range(len(heads))]
    every = tuple(range(len(heads)))

    def widths(named: Sequence[str]) -> dict[int, int]:
        return {place: max(cells[place], columns(named[place])) for place in every}

    def gaps(places: Sequence[int], close: bool) -> dict[int, int]:
        return {place: 1 if close and place in right else _GAP for place in places[1:]}

    natural = widths(heads)
    if room is None or sum(natural.values()) + sum(gaps(every, False).values()) <= room:
        return Layout(every, natural, gaps(every, False), (), False)
    natural = widths(short or heads)
    least = {}
    for place, wide in natural.items():
        wraps = wide > _WRAPS and place not in leave and place not in right
        least[place] = min(wide, _LEAST_CUT if place in cut else _LEAST_WRAPPED if wraps else wide)
    places = list(every)

    def over(of: dict[int, int]) -> int:
        return sum(of[place] for place in places) + sum(gaps(places, True).values()) - room

    left_out = []
    for place in leave:
        if over(least) <= 0:
            break
        places.remove(place)
        left_out.append(place)
    given = {place: natural[place] for place in places}
    for place in cut:
        if place in given and (excess := over(given)) > 0:
            given[place] = max(least[place], given[place] - excess)
    while over(given) > 0:
        widest = max(places, key=lambda place: given[place] if given[place] > least[place] else 0)
        if given[widest] <= least[widest]:
            break
        given[widest] -= 1
    return Layout(tuple(places), given, gaps(places, True), tuple(sorted(left_out)), short is not None)


def line(layout: Layout, cells: Sequence[str], right: Sequence[int] = (), cut: Sequence[int] = ()) -> Iterator[str]:
    """A row as lines: a cell that is cut takes one, another as many as it needs."""
    split = [
        [shortened(cells[place].replace("\n", " "), layout.widths[place])] if place in cut else list(wrapped(cells[place], layout.widths[place]))
        for place in layout.places
    ]
    for number in range(max(map(len, split))):
        made = ""
        for place, lines in zip(layout.places, split, strict=True):
            text = lines[number] if number < len(lines) else ""
            gap = " " * (layout.widths[place] - columns(text))
            made += " " * layout.gaps.get(place, 0) + (gap + text if place in right else text + gap)
        yield made.rstrip()


def shortened(text: str, width: int) -> str:
    """A text cut to a width, with … for what is missing."""
    if columns(text) <= width:
        return text
    kept, taken = "", 1
    for sign in text:
        taken += columns(sign)
        if taken > width:
            break
        kept += sign
    return kept.rstrip() + "…"


def wrapped(text: str, width: int) -> Iterable[str]:
    """A text in lines of a width; words and codes stay whole where a line holds them."""
    for paragraph in text.split("\n"):
        if columns(paragraph) <= width:
            yield paragraph
            continue
        made = ""
        for piece in _PIECES.findall(paragraph):
            if columns(made + piece.rstrip()) <= width:
                made += piece
                continue
            if made.strip():
                yield made.rstrip()
            made = piece.lstrip()
            while columns(made) > width:
                head = next(at for at in range(len(made), 0, -1) if columns(made[:at]) <= width or at == 1)
                yield made[:head]
                made = made[head:]
        if made:
            yield made.rstrip()


def filled(items: Iterable[str], gap: str, width: int | None) -> Iterator[str]:
    """Short items in lines of a width, none of them parted."""
    made = ""
    for item in items:
        longer = f"{made}{gap}{item}" if made else item
        if made and width is not None and columns(longer) > width:
            yield made
            longer = item
        made = longer
    if made:
        yield made
