"""What follows from the journal, kept so that nobody need fold it for a list: what holds now, and what held from a day until another."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, String, Table

from tracker.models.columns import RowId, metadata

# The projection: the fold of each deed's journal, for lists and summaries.
#
# Kept in the transaction that writes an entry and rebuilt from the journal
# by `deeds db rebuild`. Lights are stored as the days on which they turn
# (`tracker.lifecycle.Lamp`), so nothing here depends on a clock.
current = Table(
    "current",
    metadata,
    Column("deed_id", RowId, ForeignKey("deed.id"), primary_key=True, autoincrement=False),
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
# has an index of its own: all that is read of it, in the order in which it is grouped. That the index is of these rows only,
# and the table without row ids on SQLite, the revision says alone: said here, it would load the drivers of both engines.
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
)
Index(
    "ix_span_still",
    *(span.c[name] for name in ("lead", "dropped", "lamp_fixed", "lamp_rest", "status", "red_from", "yellow_from")),
    *(span.c[name] for name in ("heeds_silence", "handed_in_on", "tracked_from", "named", "dated", "open_proposals")),
    *(span.c[name] for name in ("from_on", "until_on")),
)
