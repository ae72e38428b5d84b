"""The numbers and bullets that a browser shows before the items of a page's lists, and that no word of the page holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.article import numbering
from tracker.article.compiling import compiled

_TAG = compiled(r"<(/?)(ol|ul|li)(?=[\s>/])([^<>]*)>", re.I)
_LEAD = r"(?:\s|<(?!/?(?:ol|ul|li)\b)[^<>]*>|&(?:nbsp|emsp|ensp|#160|#12288);)*"
_BEFORE_WORDS = compiled(_LEAD, re.I)
# A line that is a link and nothing else leads to another page: a menu, the way to this one, headlines.
_LINK = compiled(
    rf"(?:\s|<(?!/?(?:ol|ul|li|a)\b)[^<>]*>)*<a\b[^<>]*>(?:[^<>]++|<(?!/?(?:a|li|ol|ul)\b)[^<>]*>)*+</a\s*>{_LEAD}(?=</?(?:li|ol|ul)\b|\Z)", re.I
)
_WITHOUT = compiled(r"list-style[^;]*:[^;]*none", re.I)
_COUNTED = compiled(r"\b(start|value)\s*=\s*[\"']?(\d{1,3})\b", re.I)
_SENTENCE = compiled(r"[^<]{0,400}[。；]")
_BULLET, _NUMBER, _INNER_NUMBER = "●", "{}、", "（{}）"


@dataclass(slots=True)
class _List:
    ordered: bool
    shown: bool
    next: int


def written_out(text: str) -> Iterator[tuple[int, int, str]]:
    """The edits that put them before the first word of each item; an item numbered by its own words has its number."""
    within: list[_List] = []
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if name == "li":
            if not tag[1] and within and (mark := _mark(within, tag[3])) and (place := _first_word(text, tag.end(), mark)):
                yield place, place, mark
        elif not tag[1]:
            within.append(_List(name == "ol", not _WITHOUT.search(tag[3]), _given(tag[3]) or 1))
        elif within:
            within.pop()


def _mark(within: list[_List], written: str) -> str:
    own = within[-1]
    number = _given(written) or own.next
    own.next = number + 1
    if not own.shown:
        return ""
    if not own.ordered:
        return _BULLET
    return (_INNER_NUMBER if any(one.ordered for one in within[:-1]) else _NUMBER).format(number)


def _given(written: str) -> int | None:
    match = _COUNTED.search(written)
    return int(match[2]) if match else None


def _first_word(text: str, place: int, mark: str) -> int | None:
    """Where the mark belongs, if it belongs there."""
    before = _BEFORE_WORDS.match(text, place)
    assert before is not None
    words = before.end()
    if words == len(text) or text[words] == "<" or numbering.head(text, words) or _LINK.match(text, place):
        return None
    if mark == _BULLET and not _SENTENCE.match(text, words):
        return None  # words of a menu, names
    return words
