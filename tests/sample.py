"""A small book: an office, two agencies, two commitments, four deeds; and one row in every table."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Engine, insert, select

from tracker import database, entries, journal, models
from tracker.journal import Entry

SINCE = date(2021, 6, 1)
NOON = datetime(2021, 6, 1, 4, tzinfo=UTC)
CODES = ("AAA-1-1", "AAA-1-2", "AAA-1-3", "BBB-1-1")


def draft(kind: str, deed: str | None = None, on: date = SINCE, **values) -> Entry:
    """An entry that is not yet written."""
    return Entry(
        number=0, uid=values.pop("uid", ""), kind=kind, deed=deed, effective_on=on,
        recorded_at=values.pop("recorded_at", NOON), agency=values.pop("agency", "OFF"), **values,
    )  # fmt: skip


def made(url: str, simulated: bool = False) -> Engine:
    """An engine on a new database that holds the small book."""
    engine = database.open_engine(url)
    database.create(engine, simulated)
    with database.writing(engine) as connection:
        fill(connection)
    return engine


def fill(connection: Connection) -> None:
    for code in ("OFF", "AAA", "BBB"):
        connection.execute(insert(models.agency).values(code=code, jurisdiction="x", position=1))
        version = {"position": 1, "name": code, "full_name": code, "aliases": [], "coordinates": code == "OFF"}
        rank = ("OFF", "BBB", "AAA").index(code) + 1
        connection.execute(insert(models.agency_version).values(agency=code, rank=rank, **version))
    entries.append(connection, [draft(journal.IMPORT)])
    connection.execute(insert(models.source).values(id=1, key="text"))
    connection.execute(insert(models.source_version).values(source_id=1, position=1))
    for id_, agency, count in ((1, "AAA", 3), (2, "BBB", 1)):
        connection.execute(insert(models.commitment).values(id=id_, source_id=1, key=f"{agency}-1".lower(), code=f"{agency}-1"))
        connection.execute(
            insert(models.commitment_version).values(
                commitment_id=id_, position=1, agency=agency, name=f"清单{id_}", kind="list", declared=count, fields=[], joint=[]
            )
        )
        for number in range(1, count + 1):
            add_deed(connection, id_, f"{agency}-1", number)


def add_deed(connection: Connection, commitment: int, code: str, number: int, announce: bool = True) -> str:
    """One more item and its deed, owned by the agency that its code begins with."""
    [item] = database.numbered(connection, models.item, [{"commitment_id": commitment, "key": str(number), "number": number, "position": 1}])
    connection.execute(insert(models.item_version).values(item_id=item, position=1))
    row = {"code": f"{code}-{number}", "commitment_id": commitment, "number": number, "tracked_from": SINCE, "position": 1}
    [deed] = database.numbered(connection, models.deed, [row])
    connection.execute(insert(models.item_deed).values(item_id=item, deed_id=deed, position=1))
    if announce:
        entries.append(connection, [draft(journal.OWNERS, f"{code}-{number}", lead=code.split("-")[0], verifier="OFF")])
    return f"{code}-{number}"


def progress(deed: str, status: str, percent: int | None = None, on: date = SINCE, **values) -> Entry:
    return draft(journal.PROGRESS, deed, on, status=status, progress=percent, **values)


def every_table(connection: Connection) -> None:
    """At least one row in every table."""
    content = b"%PDF"
    sha256 = hashlib.sha256(content).hexdigest()
    connection.execute(insert(models.blob).values(sha256=sha256, size=len(content), media_type="application/pdf", content=content))
    written = entries.append(
        connection,
        [
            draft(journal.SCHEDULE, CODES[0], start_on=SINCE, due_on=date(2021, 12, 31), points=((date(2021, 9, 1), 40),)),
            draft(journal.OWNERS, CODES[0], lead="AAA", supporters=("BBB", "OFF"), verifier="OFF"),
            progress(CODES[0], "in_progress", 30, evidence=((sha256, "文件.pdf"),)),
            draft(journal.ROUND_OPEN, round="2021-07", start_on=SINCE, by_on=date(2021, 7, 25)),
            draft(journal.ISSUE),
        ],
    )
    opened, issued = written[-2].number, written[-1].number
    connection.execute(insert(models.person).values(id=1, name="张三", position=1))
    connection.execute(insert(models.membership).values(person_id=1, agency="AAA", role="clerk", from_on=SINCE, position=1))
    connection.execute(insert(models.mention).values(source_id=1, position=1, kind="context", name="行动", reason="背景"))
    connection.execute(insert(models.round).values(key="2021-07", opens_on=SINCE, closes_on=date(2021, 7, 25), opened=opened))
    connection.execute(
        insert(models.report).values(
            kind="brief", issue=1, as_of=SINCE, known_at=1, issued=issued, language="zh-CN", script="hans",
            rule_set="lights-1", file_name="a.pdf", sha256=sha256, made_with={}, words={},
        )
    )  # fmt: skip


def journal_of(connection: Connection) -> list[Entry]:
    return list(entries.read(connection))


def deed_id(connection: Connection, code: str) -> int:
    return connection.scalar(select(models.deed.c.id).where(models.deed.c.code == code))
