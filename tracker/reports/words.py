"""The office's own words: a small text file beside a draft, read back when the brief is issued. (stdlib only)

A line `[place]` begins the words of a place, with its name for the reader
after it; `name: value` lines before the first place say which draft it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.errors import BadInput
from tracker.plaintext import note, readable

_PLACE = re.compile(r"^\[([a-z_]+)\]")
_HEAD = ("as_of", "known_at", "language", "script", "database")
LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A draft's identity and the words written into it."""

    as_of: date
    known_at: int
    language: str
    script: str
    database: str
    words: dict[str, str]


def written(head: Mapping[str, object], places: Mapping[str, str], words: Mapping[str, str], advice: str) -> str:
    """The text file: `head` as in Manuscript, `places` with their names, `words` written so far."""
    lines = [*(f"# {line}" for line in advice.splitlines()), ""]
    lines += [f"{name}: {head[name]}" for name in _HEAD]
    for place, called in places.items():
        lines += ["", f"[{place}] {called}", words.get(place, "")]
    return "\n".join(lines) + "\n"


def read(path: Path, places: tuple[str, ...]) -> Manuscript:
    """Read the file back. Raises NotFound, BadInput with the line."""
    with readable(path):
        data = path.read_bytes()
    if data[:5] == b"%PDF-":
        raise BadInput("manuscript_is_pdf", file=path)
    try:
        text = data[:LIMIT].decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("manuscript_not_text", file=path) from None
    head: dict[str, str] = {}
    words: dict[str, list[str]] = {}
    place = None
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            continue
        if found := _PLACE.match(line):
            place = found[1]
            if place not in places:
                raise BadInput("manuscript_place", file=path, line=number, place=place, known=", ".join(places))
            if place in words:
                raise BadInput("manuscript_place_twice", file=path, line=number, place=place)
            words[place] = []
        elif place is not None:
            words[place].append(line.strip())
        elif line.startswith("[") and head:
            raise BadInput("manuscript_place", file=path, line=number, place=line[1:40].partition("]")[0], known=", ".join(places))
        elif line.strip():
            name, _, value = line.partition(":")
            if not head and name.strip() not in _HEAD:
                raise BadInput("manuscript_not_ours", file=path)  # another file altogether
            if name.strip() not in _HEAD or name.strip() in head:
                raise BadInput("manuscript_head", file=path, line=number, name=name.strip()[:40])
            head[name.strip()] = value.strip()
    try:
        return Manuscript(
            as_of=date.fromisoformat(head["as_of"]),
            known_at=int(head["known_at"]),
            language=head["language"],
            script=head["script"],
            database=head["database"],
            words={name: kept for name, said in words.items() if (kept := note("\n".join(said), "note"))},
        )
    except (KeyError, ValueError):
        raise BadInput("manuscript_not_ours", file=path) from None
