"""Where a line may not end: before what closes, after what opens, within a part of a code.

The renderer keeps to this where it breaks a line between words. A word that no
line holds (a day in a narrow column, an address) it breaks at any character,
and then a comma may begin a line, and a code (LONGNAME-1-2) be torn elsewhere than after a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Callable

CLOSING = frozenset("，。、；：？！）〕】》〉」』”’…～％,.;:?!)]}%")
"""What begins no line."""
OPENING = frozenset("（〔【《〈「『“‘([{")
"""What ends none."""
_HYPHENATED = re.compile(rb"[A-Za-z0-9-]*-[A-Za-z0-9]*\Z")
_LONGEST = 40
"""How many characters of a word are looked at for its hyphen."""


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
    if after[:1] in CLOSING or before[-1:] in OPENING:
        return False
    torn = before[-1:].isascii() and before[-1:].isalnum() and after[:1].isascii() and (after[:1].isalnum() or after[:1] == "-")
    return not torn or not (after[:1] == "-" or _HYPHENATED.search(text, max(end - _LONGEST, 0), end))
