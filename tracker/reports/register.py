"""The register of issued reports: each is numbered, and its PDF kept as it was sent."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select

from tracker import access, entries, journal
from tracker.deeds import Books
from tracker.errors import Conflict, NotFound, RuleError
from tracker.models import blob, entry, report
from tracker.reports.facts import Facts
from tracker.reports.since import LINE, Issued, last_issue


def next_issue(books: Books, kind: str = "brief") -> int:
    """The number that the next issue gets."""
    last = last_issue(books.connection, entries.head(books.connection).number, kind)
    return last.issue + 1 if last else 1


def check(books: Books, as_of: date, known_at: int, kind: str = "brief") -> None:
    """Raise NotAllowed unless the actor may issue, RuleError for a day or a journal position that cannot be issued.

    An issue follows the last one: its day is not before that one's, and it
    counts at least the entries up to the one that registered it. Raises
    Conflict for the day and journal position of the last issue: it is that draft once more.
    """
    access.require_role(books.actor, "issue")
    head = entries.head(books.connection).number
    if not head:
        raise RuleError("issue_of_nothing")
    if not 1 <= known_at <= head:
        raise RuleError("issue_position_unknown", field="known_at", position=known_at, last=head)
    last = last_issue(books.connection, head, kind)
    if last is None:
        return
    if as_of < last.as_of:
        raise RuleError("issue_before_last", day=as_of, number=last.issue, last=last.as_of)
    if (as_of, known_at) == (last.as_of, last.known_at):
        raise Conflict("issue_repeated", number=last.issue, file=last.file_name)
    if known_at < last.issued:
        raise RuleError("issue_position_before_last", position=known_at, number=last.issue, issued=last.issued)


def register(
    books: Books, facts: Facts, number: int, content: bytes, file_name: str, about: dict[str, Any]
) -> Issued:
    """Enter an issued brief and keep its PDF. `about` says how it was made (`making.about`, with the faces used).

    Raises Conflict if the number was given meanwhile, RuleError if there is
    nothing to report, and as `check`.
    """
    if not facts.deeds:
        raise RuleError("issue_of_nothing")
    check(books, facts.reading.as_of, facts.reading.known_at)
    if next_issue(books) != number:
        raise Conflict("issue_taken", number=number)
    digest = hashlib.sha256(content).hexdigest()
    note = f"{about['kind']} {number} {facts.reading.as_of}"
    (written,) = books.write([books.draft(journal.ISSUE, note=note, basis=f"sha256:{digest}")])
    if books.connection.scalar(select(blob.c.sha256).where(blob.c.sha256 == digest)) is None:
        books.connection.execute(
            insert(blob).values(sha256=digest, size=len(content), media_type="application/pdf", content=content)
        )
    books.connection.execute(
        insert(report).values(
            kind=about["kind"],
            issue=number,
            as_of=facts.reading.as_of,
            known_at=facts.reading.known_at,
            issued=written.number,
            language=about["language"],
            script=about["script"],
            rule_set=about["rule_set"],
            file_name=file_name,
            sha256=digest,
            made_with={name: about[name] for name in ("program", "templates", "fonts", "weasyprint")},
            words=about["words"],
        )
    )
    return last_issue(books.connection, written.number, about["kind"])


def registered(connection: Connection, digest: str) -> Issued | None:
    """The register's line of a PDF with that SHA-256."""
    return next((line for line, _ in issued(connection) if line.sha256 == digest), None)


def numbered(connection: Connection, number: int | None) -> Issued | None:
    """The register's line of an issue."""
    return next((line for line, _ in issued(connection) if line.issue == number), None)


def issued(connection: Connection, kind: str = "brief") -> list[tuple[Issued, date]]:
    """The register, first issue first: each line with the day it was issued on."""
    table = report.c
    query = (
        select(*LINE, entry.c.effective_on)
        .join(entry, entry.c.number == table.issued)
        .where(table.kind == kind)
        .order_by(table.issue)
    )
    return [(Issued(*line), day) for *line, day in connection.execute(query)]


def kept(connection: Connection, number: int) -> tuple[Issued, bytes]:
    """An issue and its PDF as it was sent. Raises NotFound."""
    line = numbered(connection, number)
    if line is None:
        raise NotFound("issue_unknown", number=number)
    return line, connection.scalar(select(blob.c.content).where(blob.c.sha256 == line.sha256))
