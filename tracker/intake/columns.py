"""The columns of the sheet that goes out and comes back, and their headings in every language."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tracker.i18n import LANGUAGES, Catalogue


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key, its width in characters, and what it holds.

    `kind`: text, number, amount (which may have decimals), percent, day or choice. `filled`: the agency fills it in; all
    else is locked and must come back as it went out. The title is filled in
    where a deed has none.
    """

    key: str
    width: int
    kind: str = "text"
    filled: bool = False


COLUMNS = (
    Column("serial", 6, "number"),
    Column("code", 12),
    Column("title", 26),
    Column("target", 26),
    Column("lead", 14),
    Column("supporters", 14),
    Column("responsible", 10),
    Column("due", 12, "day"),
    Column("status", 10, "choice", filled=True),
    Column("progress", 9, "percent", filled=True),
    Column("quantity", 10, "amount", filled=True),
    Column("note", 32, filled=True),
    Column("difficulty", 26, filled=True),
    Column("ask", 26, filled=True),
    Column("expected", 12, "day", filled=True),
    Column("remark", 18, filled=True),
    Column("unchanged", 9, "choice", filled=True),
    Column("light", 9),
    Column("mark", 18),
)
FILLED = tuple(column.key for column in COLUMNS if column.filled)
LOCKED = ("title", "target", "lead", "supporters", "responsible", "due")
"""Columns whose content is held against what went out; the serial number and the light may be anything."""
NEEDED = ("code", "mark", *(key for key in FILLED if key != "quantity"))
"""Columns without which a sheet cannot be read; forms that went out before there were quantities have none."""
READ = ("code", "mark", *LOCKED, *FILLED)


def plain(heading: str) -> str:
    """A heading as it is compared: half-width, lower case, without white space."""
    return "".join(unicodedata.normalize("NFKC", heading).lower().split())


@cache
def headings(language: str) -> Mapping[str, str]:
    """Key of a column by its plain heading in a language."""
    catalogue = Catalogue(language)
    return {plain(catalogue(f"intake.column_{column.key}")): column.key for column in COLUMNS}


def recognised(row: Mapping[int, str]) -> tuple[str, dict[int, str]] | None:
    """What the texts of a row, by place, are headings of: their language and the keys by place.

    None if it is not the row of headings: that has a code and at least three
    more. Headings of different languages may stand side by side; the language
    is the one that most of them are in.
    """
    found: dict[int, str] = {}
    fits = dict.fromkeys(LANGUAGES, 0)
    for place, text in row.items():
        for language in LANGUAGES:
            if key := headings(language).get(plain(text)):
                found.setdefault(place, key)
                fits[language] += 1
    if "code" not in found.values() or len(set(found.values())) < 4:
        return None
    return max(LANGUAGES, key=lambda language: fits[language]), found
