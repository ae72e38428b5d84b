"""Where a line may not end: before what closes, after what opens.

The renderer keeps to this where it breaks a line between words. A word that no
line holds (a day in a narrow column, an address) it breaks at any character,
and then a comma may begin a line.
"""

from __future__ import annotations

from collections.abc import Callable

CLOSING = frozenset("，。、；：？！）〕】》〉」』”’…～％,.;:?!)]}%")
"""What begins no line."""
OPENING = frozenset("（〔【《〈「『“‘([{")
"""What ends none."""


def rules() -> list[tuple[object, str, Callable]]:
    """The function of WeasyPrint that ends lines, and what stands before it while a report is drawn."""
    from weasyprint.layout import inline

    return [(inline, "split_first_line", _at_a_better_place)]


def _at_a_better_place(original):
    """A line that would end badly is given less room until it ends well; one that cannot (a column as wide as a character) stays as it is."""

    def split(text, style, context, max_width, *rest, **named):
        found = better = original(text, style, context, max_width, *rest, **named)
        if found[2] is None:
            return found
        encoded = text.encode()
        while not _ends_well(encoded, better[2]):
            narrower = original(text, style, context, better[3] - 0.1, *rest, **named)
            if narrower[2] is None or narrower[2] >= better[2]:
                return found
            better = narrower
        return better

    return split


def _ends_well(text: bytes, end: int) -> bool:
    before, after = text[max(end - 4, 0) : end].decode(errors="ignore"), text[end : end + 4].decode(errors="ignore")
    return after[:1] not in CLOSING and before[-1:] not in OPENING
