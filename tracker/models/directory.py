"""Who: agencies as they were called from a position on, persons and their roles."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, ForeignKey, String, Table, UniqueConstraint, false

from tracker.models.columns import metadata, row_id

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
    row_id(),
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
    row_id(),
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
    row_id(),
    Column("person_id", BigInteger, ForeignKey("person.id"), nullable=False),
    Column("agency", String, ForeignKey("agency.code"), nullable=False),
    Column("role", String, nullable=False),
    Column("duty", String),
    Column("from_on", Date, nullable=False),
    Column("until_on", Date),
    Column("position", BigInteger, nullable=False),
)
