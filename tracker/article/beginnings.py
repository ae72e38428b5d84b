"""The characters with one of which all that a pattern matches begins, told to the engine: it then looks at no other place.

Python's compiler does so for a few simple patterns only. A set that leaves out a possible first character would hide matches, so
whatever is not understood here is anything. All of this is private to Python; `compiling` does without where it fails.
"""

from __future__ import annotations

from re import _compiler
from re import _constants as sre
from typing import Any

_WIDEST = 255  # characters of a range: what begins with any Han character is found no sooner for it
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_IN_PLACE = (sre.AT, sre.ASSERT_NOT)
_AHEAD = 1

Items = list[tuple[Any, Any]]


def with_beginnings(codes: list[int], parsed: Any, flags: int) -> list[int]:
    """The codes of the engine with the set of first characters, unless they tell already how a match begins."""
    least = codes[3]  # characters that a match has: the engine asks only those that have some how they begin
    if flags & sre.SRE_FLAG_IGNORECASE or codes[:3] != [int(sre.INFO), 4, 0] or least == 0:
        return codes
    items, may_be_empty = of(parsed.data)
    if items is None or may_be_empty:
        return codes
    made: list[int] = []
    _compiler._compile_charset(_compiler._optimize_charset(list(dict.fromkeys(items)))[0], flags, made)
    widths = codes[3:5]
    return [int(sre.INFO), 4 + len(made), sre.SRE_INFO_CHARSET, *widths, *made, *codes[5:]]


def of(sequence: Any) -> tuple[Items | None, bool]:
    """What a parsed sequence can begin with (None for anything), and whether it may match nothing."""
    found: Items = []
    for operation, value in sequence:
        if operation in _IN_PLACE or (operation is sre.ASSERT and value[0] != _AHEAD):
            continue
        items, may_be_empty = _of_one(operation, value)
        if operation is sre.ASSERT and (items is None or may_be_empty):
            continue  # the words behind the look-ahead tell, too
        if items is None:
            return None, False
        found += items
        if not may_be_empty:
            return found, False
    return found, True


def _of_one(operation: Any, value: Any) -> tuple[Items | None, bool]:
    if operation is sre.LITERAL:
        return [(operation, value)], False
    if operation is sre.IN:
        return (None if any(_is_wide(*one) for one in value) else list(value)), False
    if operation is sre.BRANCH:
        parts = [of(part) for part in value[1]]
        wide = any(items is None for items, _ in parts)
        return (None if wide else [one for items, _ in parts for one in items or ()]), any(empty for _, empty in parts)
    if operation is sre.SUBPATTERN and not (value[1] or value[2]):  # with flags of its own
        return of(value[3])
    if operation is sre.ATOMIC_GROUP:
        return of(value)
    if operation is sre.ASSERT:
        return of(value[1])
    if operation in _REPEATS:
        items, may_be_empty = of(value[2])
        return items, may_be_empty or value[0] == 0
    return None, False


def _is_wide(operation: Any, value: Any) -> bool:
    return operation is sre.NEGATE or (operation is sre.RANGE and value[1] - value[0] > _WIDEST)
