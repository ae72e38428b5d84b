"""The tables. What was written is never changed: all but `current`, `span` and `round` are append-only.

Identity and content are apart: an agency, a source, a commitment and an item
have one row for ever (with codes and keys that are given once) and versions,
each positioned in the journal, so that a report can speak of any past state.
The position of a version is the number of the journal entry that brought it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    false,
    true,
)
from sqlalchemy.types import TypeDecorator

SCHEMA_VERSION = "0001"
"""The head of `migrations/versions` that this program works with; a test holds it to the files."""

_NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator):
    """A moment in UTC, aware in Python, on both engines."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class DecimalText(TypeDecorator):
    """A decimal number kept digit for digit: SQLite has none of its own."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Any) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Any) -> Decimal | None:
        return None if value is None else Decimal(value)


metadata = MetaData(naming_convention=_NAMING)


# BIGINT on PostgreSQL; on SQLite a key of this very type is the place of the row, and needs no index beside it.
_RowId = BigInteger().with_variant(Integer, "sqlite")


def _id() -> Column:
    return Column("id", _RowId, primary_key=True)


# What this database is for ever: `simulated`, `zone`, `created_at`, `uid`.
mark = Table(
    "mark",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

agency = Table(
    "agency",
    metadata,
    Column("code", String, primary_key=True),
    Column("jurisdiction", String, nullable=False),
    Column("position", BigInteger, nullable=False),
)

# What an agency is called from a journal position on; `successor` once it was merged into another.
agency_version = Table(
    "agency_version",
    metadata,
    _id(),
    Column("agency", String, ForeignKey("agency.code"), nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("name", String, nullable=False),
    Column("full_name", String, nullable=False),
    Column("name_en", String),
    Column("aliases", JSON, nullable=False),
    Column("rank", BigInteger, nullable=False),
    Column("coordinates", Boolean, server_default=false(), nullable=False),
    Column("origin", String),
    Column("successor", String, ForeignKey("agency.code")),
    UniqueConstraint("agency", "position"),
)

person = Table(
    "person",
    metadata,
    _id(),
    Column("name", String, unique=True, nullable=False),
    Column("contact", String),
    Column("position", BigInteger, nullable=False),
)

# A person's role in an agency between two days; a later row for the same pair replaces an earlier one.
#
# Roles: clerk, office, verifier, leader. `duty`: 分管领导 (leader in charge) or 联络员 (liaison), if any.
membership = Table(
    "membership",
    metadata,
    _id(),
    Column("person_id", BigInteger, ForeignKey("person.id"), nullable=False),
    Column("agency", String, ForeignKey("agency.code"), nullable=False),
    Column("role", String, nullable=False),
    Column("duty", String),
    Column("from_on", Date, nullable=False),
    Column("until_on", Date),
    Column("position", BigInteger, nullable=False),
)

source = Table(
    "source",
    metadata,
    _id(),
    Column("key", String, unique=True, nullable=False),
)

# What is known of the text that announced the commitments; `sha256` is that of its file.
source_version = Table(
    "source_version",
    metadata,
    _id(),
    Column("source_id", BigInteger, ForeignKey("source.id"), nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("title", String),
    Column("publisher", String),
    Column("published_on", Date),
    Column("year", BigInteger),
    Column("year_basis", String),
    Column("sha256", String(64)),
    Column("url", String),
    UniqueConstraint("source_id", "position"),
)

commitment = Table(
    "commitment",
    metadata,
    _id(),
    Column("source_id", BigInteger, ForeignKey("source.id"), nullable=False),
    Column("key", String, nullable=False),
    Column("code", String, unique=True, nullable=False),
    UniqueConstraint("source_id", "key"),
)

# What a source promises as one thing. `declared` is the number it states, None where it states none.
commitment_version = Table(
    "commitment_version",
    metadata,
    _id(),
    Column("commitment_id", BigInteger, ForeignKey("commitment.id"), nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("agency", String, ForeignKey("agency.code"), nullable=False),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("declared", BigInteger),
    Column("approximate", Boolean, server_default=false(), nullable=False),
    Column("fields", JSON, nullable=False),
    Column("joint", JSON, nullable=False),
    Column("theme", String),
    Column("start_year", BigInteger),
    Column("start_month", BigInteger),
    Column("start_day", BigInteger),
    Column("due_on", Date),
    Column("due_basis", String),
    Column("span_start", BigInteger),
    Column("span_end", BigInteger),
    Column("pattern", String),
    Column("confidence", String),
    Column("reason", String),
    UniqueConstraint("commitment_id", "position"),
)

# What a source mentions and is not tracked, with the reason. `kind`: context or left_out.
mention = Table(
    "mention",
    metadata,
    _id(),
    Column("source_id", BigInteger, ForeignKey("source.id"), index=True, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("agency", String),
    Column("span_start", BigInteger),
    Column("span_end", BigInteger),
    Column("reason", String, nullable=False),
)

# One announced unit of a commitment, or one that its agency added (`announced` false).
item = Table(
    "item",
    metadata,
    _id(),
    Column("commitment_id", BigInteger, ForeignKey("commitment.id"), nullable=False),
    Column("key", String, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("announced", Boolean, server_default=true(), nullable=False),
    Column("position", BigInteger, nullable=False),
    UniqueConstraint("commitment_id", "key"),
    UniqueConstraint("commitment_id", "number"),
)

item_version = Table(
    "item_version",
    metadata,
    _id(),
    Column("item_id", BigInteger, ForeignKey("item.id"), nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("title", String),
    Column("span_start", BigInteger),
    Column("span_end", BigInteger),
    Column("quantity", DecimalText),
    Column("unit", String),
    Column("due_on", Date),
    Column("agency", String),
    Column("joint", JSON),
    UniqueConstraint("item_id", "position"),
)

# One tracked task. `code` is given once; `tracked_from` is the first day that entries may speak of.
deed = Table(
    "deed",
    metadata,
    _id(),
    Column("code", String, unique=True, nullable=False),
    Column("commitment_id", BigInteger, ForeignKey("commitment.id"), nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("tracked_from", Date, nullable=False),
    Column("position", BigInteger, nullable=False),
    UniqueConstraint("commitment_id", "number"),
)

# A deed fulfils an item (`linked`), or no longer does. The last row for the pair counts.
item_deed = Table(
    "item_deed",
    metadata,
    _id(),
    Column("item_id", BigInteger, ForeignKey("item.id"), nullable=False),
    Column("deed_id", BigInteger, ForeignKey("deed.id"), index=True, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("linked", Boolean, server_default=true(), nullable=False),
    UniqueConstraint("item_id", "deed_id", "position"),
)

# The journal; `tracker.journal.Entry` says what each column means.
entry = Table(
    "entry",
    metadata,
    Column("number", _RowId, primary_key=True, autoincrement=False),
    Column("uid", String(36), unique=True, nullable=False),
    Column("kind", String, nullable=False),
    Column("effective_on", Date, nullable=False),
    Column("recorded_at", UtcDateTime, nullable=False),
    Column("agency", String, ForeignKey("agency.code")),
    Column("typed_by", String, ForeignKey("agency.code")),
    Column("role", String, nullable=False),
    Column("person", String),
    Column("door", String, nullable=False),
    Column("deed_id", BigInteger, ForeignKey("deed.id")),
    Column("seq", BigInteger),
    Column("about", BigInteger, ForeignKey("entry.number"), index=True),
    Column("note", String),
    Column("status", String),
    Column("progress", BigInteger),
    Column("quantity", DecimalText),
    Column("stage", String),
    Column("difficulty", String),
    Column("ask", String),
    Column("ask_of", String),
    Column("expected_on", Date),
    Column("title", String),
    Column("lead", String, ForeignKey("agency.code")),
    Column("verifier", String, ForeignKey("agency.code")),
    Column("responsible", String),
    Column("leader", String),
    Column("start_on", Date),
    Column("due_on", Date),
    Column("target", DecimalText),
    Column("unit", String),
    Column("direction", String),
    Column("wording", String),
    Column("basis", String),
    Column("approval", String),
    Column("reason", String),
    Column("verdict", String),
    Column("proposes", String),
    Column("round", String),
    Column("by_on", Date),
    Column("prev_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("deed_id", "seq"),
    CheckConstraint("progress BETWEEN 0 AND 100", name="progress"),
    Index("ix_entry_fold", "deed_id", "kind", "effective_on", "number"),
    Index("ix_entry_kind", "kind", "number"),
)

entry_supporter = Table(
    "entry_supporter",
    metadata,
    Column("number", BigInteger, ForeignKey("entry.number"), primary_key=True),
    Column("place", BigInteger, primary_key=True),
    Column("agency", String, ForeignKey("agency.code"), nullable=False),
)

# A given point of a schedule: the percent asked for on a day.
entry_point = Table(
    "entry_point",
    metadata,
    Column("number", BigInteger, ForeignKey("entry.number"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("percent", BigInteger, nullable=False),
)

entry_evidence = Table(
    "entry_evidence",
    metadata,
    Column("number", BigInteger, ForeignKey("entry.number"), primary_key=True),
    Column("place", BigInteger, primary_key=True),
    Column("sha256", String, ForeignKey("blob.sha256"), nullable=False),
    Column("name", String, nullable=False),
)

# A file kept whole under its SHA-256: evidence, a source's text, an issued report, a sheet handed in.
blob = Table(
    "blob",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("media_type", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

# A reporting period; opened and closed by the entries of those numbers.
round = Table(
    "round",
    metadata,
    Column("key", String, primary_key=True),
    Column("opens_on", Date, nullable=False),
    Column("closes_on", Date, nullable=False),
    Column("opened", BigInteger, ForeignKey("entry.number"), nullable=False),
    Column("closed", BigInteger, ForeignKey("entry.number")),
)

# The register of issued reports, each kept as it was sent.
report = Table(
    "report",
    metadata,
    _id(),
    Column("kind", String, nullable=False),
    Column("issue", BigInteger, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("known_at", BigInteger, nullable=False),
    Column("issued", BigInteger, ForeignKey("entry.number"), nullable=False),
    Column("language", String, nullable=False),
    Column("script", String, nullable=False),
    Column("rule_set", String, nullable=False),
    Column("file_name", String, nullable=False),
    Column("sha256", String, ForeignKey("blob.sha256"), nullable=False),
    Column("made_with", JSON, nullable=False),
    Column("words", JSON, nullable=False),
    UniqueConstraint("kind", "issue"),
)

# The projection: the fold of each deed's journal, for lists and summaries.
#
# Kept in the transaction that writes an entry and rebuilt from the journal
# by `deeds db rebuild`. Lights are stored as the days on which they turn
# (`tracker.lifecycle.Lamp`), so nothing here depends on a clock.
current = Table(
    "current",
    metadata,
    Column("deed_id", _RowId, ForeignKey("deed.id"), primary_key=True, autoincrement=False),
    Column("order_key", String, index=True, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("last_number", BigInteger, nullable=False),
    Column("last_effective_on", Date),
    Column("lead", String),
    Column("verifier", String),
    Column("title", String),
    Column("dropped", Boolean, nullable=False),
    Column("fixed", Boolean, nullable=False),
    Column("start_on", Date),
    Column("due_on", Date),
    Column("original_due_on", Date),
    Column("status", String),
    Column("progress", BigInteger),
    Column("standing_status", String),
    Column("standing_progress", BigInteger),
    Column("progress_number", BigInteger),
    Column("progress_on", Date),
    Column("handed_in_on", Date),
    Column("verdict", String),
    Column("closed_out", Boolean, nullable=False),
    Column("difficulty", String),
    Column("stage", String),
    Column("expected_on", Date),
    Column("open_proposals", BigInteger, nullable=False),
    Column("open_instructions", BigInteger, nullable=False),
    Column("lamp_fixed", String),
    Column("red_from", Date),
    Column("yellow_from", Date),
    Column("lamp_rest", String, nullable=False),
    Column("heeds_silence", Boolean, nullable=False),
    Index("ix_current_lead", "lead", "order_key"),
    Index("ix_current_due_on", "due_on"),
    Index("ix_current_status", "status"),
)

# The projection of the past: what held of each deed from a day until another (None: it holds still), by what is known now.
#
# Kept and rebuilt together with `current`: a row for every day on which something changed, with no more than the overview
# counts and rates by, so that a million rows are looked through for a day. What holds still, which is asked for every day,
# has an index of its own: all that is read of it, in the order in which it is grouped.
span = Table(
    "span",
    metadata,
    Column("deed_id", BigInteger, ForeignKey("deed.id"), primary_key=True),
    Column("from_on", Date, primary_key=True),
    Column("until_on", Date),
    Column("tracked_from", Date, nullable=False),
    Column("lead", String),
    Column("dropped", Boolean, nullable=False),
    Column("named", Boolean, nullable=False),
    Column("dated", Boolean, nullable=False),
    Column("status", String),
    Column("handed_in_on", Date),
    Column("open_proposals", BigInteger, nullable=False),
    Column("lamp_fixed", String),
    Column("red_from", Date),
    Column("yellow_from", Date),
    Column("lamp_rest", String, nullable=False),
    Column("heeds_silence", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
Index(
    "ix_span_still",
    *(span.c[name] for name in ("lead", "dropped", "lamp_fixed", "lamp_rest", "status", "red_from", "yellow_from")),
    *(span.c[name] for name in ("heeds_silence", "handed_in_on", "tracked_from", "named", "dated", "open_proposals")),
    *(span.c[name] for name in ("from_on", "until_on")),
    sqlite_where=span.c.until_on.is_(None),
    postgresql_where=span.c.until_on.is_(None),
)

MUTABLE = ("current", "round", "span")
APPEND_ONLY = tuple(name for name in sorted(metadata.tables) if name not in MUTABLE)
"""The tables whose rows can be neither changed nor deleted; triggers see to it."""
