"""The two scripts: the books are kept in Simplified; Traditional is understood, and made where it is shown.

OpenCC takes a tenth of a second to load: it is asked only for what is not ASCII, and what is typed only where nothing
is found for it as it stands.
"""

from __future__ import annotations

from functools import cache

from tracker import i18n
from tracker.locale.taiwan import OFFICIAL


@cache
def _converter(way: str):
    from opencc import OpenCC

    return OpenCC(way)


def simplified(words: str) -> str:
    """Words in the script that the books are kept in."""
    return words if words.isascii() else _converter("t2s").convert(words)


def traditional(words: str) -> str:
    """What the books say, in Traditional script as Taiwan's official papers write it."""
    if words.isascii():
        return words
    words = _converter("s2tw").convert(words)
    for ours, theirs in OFFICIAL.items():
        words = words.replace(ours, theirs)
    return words


def content(words: str, language: str | None = None) -> str:
    """What the books say, as it is shown in a language (default: the one in use); not for what is read back by programs.

    Messages come in the right script: only what fills them in goes through here.
    """
    return traditional(words) if (language or i18n.language()) == "zh-TW" else words
