"""How far a line of YAML should have been indented: as one of the levels that are open above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

MESSAGES = ("indent", "indent_as", "indent_either", "indent_or_dash", "dash_space")
"""What may be said of such a line."""
_LINE = re.compile(r"(?P<dashes>(?:\s*-(?=\s|$))*)\s*(?P<rest>[^\s#].*)?")
_FIELD = re.compile(r"[\w\"'-]+\s*:(?:\s|$)")
_NO_SPACE = re.compile(r"\s*-[^\s-]")
_NEAR = 3
"""Spaces that a slip may be off; what is farther off may be anything."""


def slip(lines: list[str], number: int) -> tuple[str, dict[str, Any]]:
    """The message for a line (from 1; `lines[0]` is none) that lines up with nothing above, and what fills it in."""
    line = lines[number]
    indent = len(line) - len(line.lstrip())
    if _NO_SPACE.match(line):
        return "dash_space", {}
    listed = line.lstrip().startswith("- ") or line.strip() == "-"
    levels = list(_levels(lines, number))
    # The innermost of those as near comes first.
    near = sorted(((abs(column - indent), at, column) for column, at, is_list in levels if is_list == listed), key=lambda each: each[0])
    near = [each for each in near if each[0] <= min(_NEAR, near[0][0])]
    said: dict[str, Any] = {"indent": indent}
    if not near:
        return "indent", said
    said |= {"wanted": near[0][2], "line": near[0][1]}
    if not listed and (begun := next((at for column, at, is_list in levels if is_list and column == indent), None)):
        return "indent_or_dash", said | {"other": begun}
    if listed and len(near) > 1:
        return "indent_either", said | {"less": near[1][2], "other": near[1][1]}
    return "indent_as", said


def _levels(lines: list[str], number: int) -> Iterator[tuple[int, int, bool]]:
    """The columns at which something above a line stands and may go on, each with its line and whether it is of a list; the innermost first."""
    least = None
    for at in range(number - 1, 0, -1):
        found = _LINE.match(lines[at])
        if not found or (found["rest"] is None and not found["dashes"]):
            continue
        dashes = [place for place, each in enumerate(found["dashes"]) if each == "-"]
        rest = found.start("rest")
        starts = [(rest, False)] if rest >= 0 and _FIELD.match(found["rest"]) else []
        for column, is_list in starts + [(place, True) for place in reversed(dashes)]:
            # The members of a list may stand right below the field that holds it.
            if least is None or column < least[0] or (least == (column, True) and not is_list):
                least = column, is_list
                yield column, at, is_list
