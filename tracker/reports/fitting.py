"""Page one must be enough by itself: how much of its picture and of what is asked it has room for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tracker.reports import apart

PICTURES = ("full", "close", "total")
"""The agencies in a table, in a closer one, or only their total (the table then stands in section one)."""
FEWEST, MOST = 2, 8
"""How many requests of agencies page one shows, if there are as many."""


@dataclass(frozen=True, slots=True)
class Room:
    """What page one holds. `alone`: it is to be drawn by itself, to be measured; `fits`: it is one page."""

    picture: str = PICTURES[0]
    asks: int = FEWEST
    alone: bool = False
    fits: bool = True

    def crowded_by(self, words: Mapping[str, str]) -> str:
        """The places whose words page one has no room for, as they stand in the manuscript; empty where it has."""
        return "" if self.fits else " ".join(f"[{place}]" for place in ("lead", "ask") if words.get(place))


def fit(draw: Callable[[Room], str], asking: int, folders: Sequence[Path]) -> Room:
    """The fullest first page that is one page: the larger picture before more requests.

    `draw` makes the HTML, `asking` is how many requests there are.
    """
    from tracker.reports.pdf import anchors

    for picture in PICTURES:
        pages = apart.ask(anchors, draw(Room(picture, MOST, alone=True)), folders)()
        asks = min(asking, MOST)
        if len(pages) == 1:
            return Room(picture, asks)
        held = sum(f"ask-{number}" in pages[0] for number in range(1, asks + 1))
        if asks and held >= min(FEWEST, asks):
            return Room(picture, held)
    return Room(PICTURES[-1], FEWEST, fits=False)
