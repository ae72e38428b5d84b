"""The tables. What was written is never changed: all but `current`, `span` and `round` are append-only.

Identity and content are apart: an agency, a source, a commitment and an item
have one row for ever (with codes and keys that are given once) and versions,
each positioned in the journal, so that a report can speak of any past state.
The position of a version is the number of the journal entry that brought it.
"""

from __future__ import annotations

from tracker.models.announced import (
    commitment,
    commitment_version,
    deed,
    item,
    item_deed,
    item_version,
    mention,
    source,
    source_version,
)
from tracker.models.columns import metadata
from tracker.models.directory import agency, agency_version, membership, person
from tracker.models.journal import blob, entry, entry_evidence, entry_point, entry_supporter, mark, report, round
from tracker.models.projection import current, span

__all__ = [
    "APPEND_ONLY",
    "MUTABLE",
    "SCHEMA_VERSION",
    "agency",
    "agency_version",
    "blob",
    "commitment",
    "commitment_version",
    "current",
    "deed",
    "entry",
    "entry_evidence",
    "entry_point",
    "entry_supporter",
    "item",
    "item_deed",
    "item_version",
    "mark",
    "membership",
    "mention",
    "metadata",
    "person",
    "report",
    "round",
    "source",
    "source_version",
    "span",
]

SCHEMA_VERSION = "0001"
"""The head of `migrations/versions` that this program works with; a test holds it to the files."""

MUTABLE = ("current", "round", "span")
APPEND_ONLY = tuple(name for name in sorted(metadata.tables) if name not in MUTABLE)
"""The tables whose rows can be neither changed nor deleted; triggers see to it."""
