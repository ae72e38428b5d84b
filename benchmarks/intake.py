"""How long 10,000 rows take out and in, against the time that openpyxl alone needs to read them.

    python benchmarks/intake.py [ROWS]

Prints the seconds of each step and the ratio that is claimed: handout and
handin together at most five times openpyxl's reading. Every row is changed, so
every row is an entry.
"""

from __future__ import annotations

import io
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run from a checkout, installed or not

from openpyxl import load_workbook
from sqlalchemy import insert

from tracker import database, directory, entries, models
from tracker.access import OFFICE, Actor
from tracker.deeds import Books
from tracker.i18n import Catalogue
from tracker.intake import guard, tables
from tracker.intake.columns import COLUMNS
from tracker.intake.handin import hand_in
from tracker.intake.handout import hand_out
from tracker.journal import IMPORT, OWNERS, TITLE

CLAIMED = 5.0
ROUNDS = 3


def fill(connection, rows: int) -> None:
    """An agency with one list of deeds, most of them named."""
    now = database.now(connection)
    office = Books(connection, now, Actor("OFF", OFFICE), {})
    for rank, code in enumerate(("OFF", "AAA")):
        connection.execute(insert(models.agency).values(code=code, jurisdiction="x", position=1))
        version = {"agency": code, "position": 1, "name": code, "full_name": code, "aliases": [], "rank": rank}
        connection.execute(insert(models.agency_version).values(coordinates=code == "OFF", **version))
    office.write([office.draft(IMPORT)])
    connection.execute(insert(models.source).values(id=1, key="text"))
    connection.execute(insert(models.source_version).values(source_id=1, position=1))
    connection.execute(insert(models.commitment).values(id=1, source_id=1, key="aaa-1", code="AAA-1"))
    version = {"commitment_id": 1, "position": 1, "agency": "AAA", "name": "清单", "kind": "list", "declared": rows}
    connection.execute(insert(models.commitment_version).values(fields=[], joint=[], **version))
    deeds = [{"id": n, "code": f"AAA-1-{n}", "commitment_id": 1, "number": n, "tracked_from": now.today, "position": 1} for n in range(1, rows + 1)]
    connection.execute(insert(models.deed), deeds)
    drafts = [office.draft(OWNERS, deed["code"], lead="AAA", verifier="OFF") for deed in deeds]
    drafts += [office.draft(TITLE, deed["code"], title=f"第{deed['number']}号实事：小区改造提升工程") for deed in deeds]
    entries.append(connection, drafts)


def filled_in(content: bytes) -> bytes:
    """The form as an agency sends it back: every row reported."""
    book = load_workbook(io.BytesIO(content))
    sheet = book.worksheets[-1]
    place = {column.key: number for number, column in enumerate(COLUMNS, 1)}
    for row in range(2, sheet.max_row + 1):
        values = {"status": "推进中", "progress": row % 99 / 100, "note": f"第{row}行：已完成摸底，正在组织实施", "difficulty": f"第{row}行的问题"}
        for key, value in values.items():
            sheet.cell(row, place[key]).value = value
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def main(rows: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        engine = database.open_engine(f"sqlite:///{Path(folder) / 'deeds.db'}")
        database.create(engine)
        with database.writing(engine) as connection:
            fill(connection, rows)

        def opened(connection):
            actor = Actor("OFF", OFFICE, None, "sheet")
            return Books(connection, database.now(connection), actor, directory.agencies(connection))

        def handout():
            with database.reading(engine) as connection:
                return hand_out(opened(connection), "AAA", Catalogue("zh-CN"))

        filled = filled_in(handout().content)

        def handin(undo: bool = True):
            (path := Path(folder) / "a.xlsx").write_bytes(filled)
            content = tables.read(guard.admit(path))
            with database.writing(engine) as connection:
                books = opened(connection)
                with books.tentative(undo):
                    handed = hand_in(books, content)
            assert len(handed.rows) == rows and not handed.problems
            return handed

        def alone():
            sheet = load_workbook(io.BytesIO(filled), read_only=True).worksheets[-1]
            return sum(1 for row in sheet.iter_rows() for _ in row)

        steps = {"openpyxl alone": alone, "handout": handout, "handin, all changed": handin}
        spent: dict[str, list[float]] = {name: [] for name in steps}
        ratios = []
        for _ in range(ROUNDS):
            # Seconds of this process, each step beside a reading: a busy machine slows them alike.
            rounds = {name: [timed(alone), timed(work)] for name, work in steps.items()}
            for name, (_, seconds) in rounds.items():
                spent[name].append(seconds)
            ratios.append(sum(seconds / reading for name, (reading, seconds) in rounds.items() if name != "openpyxl alone"))
        for name, found in spent.items():
            print(f"{name:<22}{statistics.median(found):7.2f} s")
        handin(undo=False)
        print(f"{'handin, the same again':<22}{timed(handin):7.2f} s")
        engine.dispose()
    ratio = statistics.median(ratios)
    print(f"handout + handin of {rows} rows: {ratio:.1f} × openpyxl's reading (claimed: {CLAIMED:.0f} ×)")
    return int(ratio > CLAIMED)


def timed(work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
