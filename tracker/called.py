"""Whom a word for an agency means: a code in any letters, a name or an alias, in either script.

One way for what is typed at a command, what a file says, and who helps with a deed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from tracker.likeness import near as alike
from tracker.scripts import simplified

Names = Mapping[str, Collection[str]]
"""By its code, everything that an agency is called; a name belongs to one."""


def exactly(known: Names, word: str) -> str | None:
    """The code of the agency of which the word is the code or a name."""
    return next((code for written in _writings(word) if (code := _whose(known, written))), None)


def meant(known: Names, word: str) -> list[str]:
    """The code of that agency, else of all in whose names the word stands."""
    for written in _writings(word):
        if code := _whose(known, written):
            return [code]
        part = written.casefold()
        if found := [code for code, names in known.items() if any(part in name.casefold() for name in names)]:
            return found
    return []


def near(known: Names, word: str) -> list[str]:
    """The codes of a few agencies that may be meant by a word that is no one's name."""
    if found := meant(known, word) or _alike(known, word.strip().upper()):
        return found[:5]
    codes = {name: code for code, names in reversed(known.items()) for name in names}
    plain = simplified(word.strip())
    return list(dict.fromkeys(codes[name] for name in _alike(codes, plain) or alike(plain, codes, 3)))


def _whose(known: Names, written: str) -> str | None:
    if (code := written.upper()) in known:
        return code
    name = written.casefold()
    return next((code for code, names in known.items() if name in (each.casefold() for each in names)), None)


def _alike(known: Collection[str], word: str) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(word, known, n=3)


def _writings(word: str) -> Iterator[str]:
    """A word as it stands, then in the script of the books, where that is another."""
    if word := word.strip():
        yield word
        if (plain := simplified(word)) != word:
            yield plain
