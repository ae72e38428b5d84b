"""What was announced and is tracked: sources, commitments, their items, and the deeds that fulfil them."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, ForeignKey, String, Table, UniqueConstraint, false, true

from tracker.models.columns import DecimalText, metadata, row_id

source = Table(
    "source",
    metadata,
    row_id(),
    Column("key", String, unique=True, nullable=False),
)

# What is known of the text that announced the commitments; `sha256` is that of its file.
source_version = Table(
    "source_version",
    metadata,
    row_id(),
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
    row_id(),
    Column("source_id", BigInteger, ForeignKey("source.id"), nullable=False),
    Column("key", String, nullable=False),
    Column("code", String, unique=True, nullable=False),
    UniqueConstraint("source_id", "key"),
)

# What a source promises as one thing. `declared` is the number it states, None where it states none.
commitment_version = Table(
    "commitment_version",
    metadata,
    row_id(),
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
    row_id(),
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
    row_id(),
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
    row_id(),
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
    row_id(),
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
    row_id(),
    Column("item_id", BigInteger, ForeignKey("item.id"), nullable=False),
    Column("deed_id", BigInteger, ForeignKey("deed.id"), index=True, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("linked", Boolean, server_default=true(), nullable=False),
    UniqueConstraint("item_id", "deed_id", "position"),
)
