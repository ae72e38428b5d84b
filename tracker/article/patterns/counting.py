"""How many members the words over a list announce."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.article.numerals import whole
from tracker.article.patterns.counted import BEHIND, COUNT, COUNT_BEHIND
from tracker.article.patterns.named_sets import IN_QUOTES
from tracker.article.scene import Scene
from tracker.article.structure import Span


def of_header(scene: Scene, header: Span, sizes: Sequence[int]) -> re.Match[str] | None:
    """The count that the header gives: one that fits the members, else the last one; where it is first given."""
    found = [
        match
        for match in COUNT.finditer(scene.text, header.start, header.end)
        if (whole(match["number"]) or 0) > 1 and scene.text[match.start() - 1] != "第"
    ]
    fitting = next((match for match in found if whole(match["number"]) in sizes), None)
    if fitting is not None:
        return fitting
    if BEHIND.search(scene.text, header.start, header.end):  # quickly, as most headers have no number
        behind = COUNT_BEHIND.search(scene.text, header.start, header.end)
        if behind and (not found or whole(behind["number"]) in sizes):
            return behind
    if not found and (named := IN_QUOTES.search(scene.text, header.start, header.end)):
        return named if whole(named["number"]) in sizes else None
    return next((match for match in found if whole(match["number"]) == whole(found[-1]["number"])), None)


def above(scene: Scene, header: Span, sizes: Sequence[int]) -> re.Match[str] | None:
    """The count in the title of a text, when it is the number of the members."""
    paragraph = scene.structure.paragraph_at(header.start)
    for above in reversed(
        scene.structure.paragraphs[
            max(0, (paragraph.index if paragraph else 0) - 8) : paragraph.index if paragraph else 0
        ]
    ):
        match = of_header(scene, above, sizes)
        if match and whole(match["number"]) in sizes:
            return match
    return None
