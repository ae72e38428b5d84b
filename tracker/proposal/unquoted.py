"""Text that a person typed without quotes, and in which YAML takes a character for a sign of its own."""

from __future__ import annotations

import re
from typing import NamedTuple


class Slip(NamedTuple):
    """Where the text begins (from 0), the character that it stumbles over, and how it is to be written."""

    column: int
    character: str
    right: str


_FIELD = re.compile(r"(?:^\s*(?:- +)*|[{,] *)(?P<name>[a-z_]+): +")
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_OWN = ("agencies", "aliases", "fields", "joint", "items", "place", "starts", "target", "source", "commitments", "context", "left_out")
"""Fields whose value may begin with a bracket."""
_COMMENT = re.compile(r"\s#(?=[^\s#])")


def slip(line: str) -> Slip | None:
    """The first text of a line that must stand in quotes."""
    fields = list(_FIELD.finditer(line))
    for n, field in enumerate(fields):
        after = fields[n + 1] if n + 1 < len(fields) else None
        inside = "{" in line[: field.end()]
        end = after.start() if after else len(line.rstrip())
        text = line[field.end() : end].strip()
        if inside and after is None:
            text = text.removesuffix("}").rstrip()
        if not text or _QUOTED.fullmatch(text) or (text[0] in "[{" and field["name"] in _OWN):
            continue
        if found := _sign(text, inside):
            return Slip(field.end(), found, written(text))
    return None


def written(text: str) -> str:
    """The text in the quotes that it takes."""
    return f"'{text.replace(chr(39), chr(39) * 2)}'" if '"' in text else f'"{text}"'


def cut_off(line: str, column: int) -> bool:
    """Whether what follows an unquoted text would be dropped as a remark that nobody meant: 甲 #重点."""
    return bool(_COMMENT.match(line, column))


def _sign(text: str, inside: bool) -> str | None:
    if text[0] in "\"'[{":  # a quote or a bracket that is not closed is told as that
        return text[0] if _GOES_ON.match(text) else None
    if text[0] in "]},&*!%@`#":
        return text[0]
    found = (_INSIDE if inside else _OUTSIDE).search(text)
    return found[0] if found else None


_GOES_ON = re.compile(r""""[^"]*".|'[^']*'.|\[[^\]]*\].|\{[^}]*\}.""")
_INSIDE = re.compile(r":(?= |$)|(?<=\s)#|[\[\]{},]")
_OUTSIDE = re.compile(r":(?= |$)|(?<=\s)#(?=[^\s#])")
