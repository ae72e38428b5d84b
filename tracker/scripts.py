"""The script of what is typed: the books are kept in Simplified, and Traditional is understood.

OpenCC takes a third of a second to load: ask only where nothing is found for the words as typed.
"""

from __future__ import annotations


def simplified(words: str) -> str:
    """Words in the script that the books are kept in."""
    if words.isascii():
        return words
    from opencc import OpenCC

    return OpenCC("t2s").convert(words)
