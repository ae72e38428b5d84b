"""What is written as the work goes on: the journal, the files that it names, rounds, issued reports, and what the database is."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
)

from tracker.models.columns import DecimalText, RowId, UtcDateTime, metadata, row_id

# What this database is for ever: `simulated`, `zone`, `created_at`, `uid`.
mark = Table(
    "mark",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

# The journal; `tracker.journal.Entry` says what each column means.
entry = Table(
    "entry",
    metadata,
    Column("number", RowId, primary_key=True, autoincrement=False),
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
    row_id(),
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
