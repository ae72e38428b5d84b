"""What reports cost: the overview of many deeds, the brief beside a bare WeasyPrint, the ledger per row.

    python benchmarks/reports.py facts [--deeds 100000] [--entries 10] [--url postgresql://…]
    python benchmarks/reports.py brief
    python benchmarks/reports.py ledger [--rows 100 1000 10000]
    python benchmarks/reports.py html OUT      # the brief as one HTML file, for other renderers
    python benchmarks/reports.py compare [--rows 1000]

`facts` is what `deeds status` counts: of 100,000 deeds with ten entries each at
most 0.1 s of today and 1 s of any other day, on both engines: the shortest of
several runs, for what others do on the machine only adds. It exits 1 if one is
missed.

`compare` is for developers who have `chromium` on the path or `typst` installed:
both are beside the point of the project, and it installs neither. Chromium gets
the same HTML, Typst a table of the same cells. Times are of whole processes, the
shortest of several: the wall clock, and the processors' time with that of all
children, also of those that Chromium leaves behind. Peaks are of a process of its own.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import html
import importlib.util
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "reports")]

SINCE, AS_OF, TODAY = date(2021, 6, 1), date(2021, 11, 30), date(2026, 11, 1)
PAST = (date(2021, 7, 15), date(2021, 9, 15), date(2021, 11, 9))


def books(url: str, deeds: int, per_deed: int):
    """Many deeds with many entries each, written straight into the tables: the journal's hashes are not what is timed."""
    import report_books
    from sqlalchemy import insert, select

    from tracker import entries, models

    agencies = [("SJGW", "省委工委", "省委工委", "Office")] + [(f"B{n}", f"省第{n}厅", f"省第{n}厅", f"No. {n}") for n in range(39)]
    engine = report_books.make(url, commitments=(), agencies=agencies)
    from tracker import database

    with database.writing(engine) as connection:
        source = connection.scalar(select(models.source.c.id))
        number = entries.head(connection).number
        connection.execute(insert(models.commitment), [{"source_id": source, "key": f"c{n}", "code": f"{code}-1"} for n, (code, *_) in enumerate(agencies)])
        ids = dict(connection.execute(select(models.commitment.c.code, models.commitment.c.id)).all())
        connection.execute(insert(models.commitment_version), [
            {"commitment_id": ids[f"{code}-1"], "position": number, "agency": code, "name": "清单", "kind": "list", "fields": [], "joint": []}
            for code, *_ in agencies
        ])  # fmt: skip
        each = deeds // len(agencies)
        rows = [{"code": f"{code}-1-{n}", "commitment_id": ids[f"{code}-1"], "number": n, "tracked_from": SINCE, "position": number} for code, *_ in agencies for n in range(1, each + 1)]
        connection.execute(insert(models.deed), rows)
        connection.execute(insert(models.item), [{"commitment_id": r["commitment_id"], "key": str(r["number"]), "number": r["number"], "position": number} for r in rows])
        deed_ids = dict(connection.execute(select(models.deed.c.code, models.deed.c.id)).all())
        item_ids = {(c, n): i for c, n, i in connection.execute(select(models.item.c.commitment_id, models.item.c.number, models.item.c.id))}
        connection.execute(insert(models.item_deed), [{"item_id": item_ids[r["commitment_id"], r["number"]], "deed_id": deed_ids[r["code"]], "position": number} for r in rows])
        last = number
        for start in range(0, len(rows), 5000):
            batch = []
            for place, row in enumerate(rows[start : start + 5000], start):
                for seq, (kind, day, fields) in enumerate(_life(place, row["code"].split("-")[0], per_deed), 1):
                    last += 1
                    batch.append({
                        "number": last, "uid": f"{last:036}", "kind": kind, "effective_on": day, "recorded_at": report_books.at(day),
                        "role": "clerk", "door": "cli", "deed_id": deed_ids[row["code"]], "seq": seq, "prev_hash": "", "hash": "",
                        **dict.fromkeys(("lead", "title", "start_on", "due_on", "status", "progress", "note", "difficulty")), **fields,
                    })  # fmt: skip
            connection.execute(insert(models.entry), batch)
        entries.refresh(connection)
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")
    return engine


def _life(place: int, owner: str, per_deed: int):
    """The entries of one deed: owner, title, schedule, then progress."""
    yield "owners", SINCE, {"lead": owner}
    yield "title", SINCE + timedelta(days=place % 20), {"title": f"新建改建第{place + 1}处社区便民服务设施"}
    yield "schedule", SINCE + timedelta(days=30), {"start_on": SINCE, "due_on": date(2021, 10, 1) + timedelta(days=place % 120)}
    for n in range(per_deed - 3):
        percent = min(100, (n + 1) * (6 + place % 14))
        status = "completed" if percent == 100 else "blocked" if (place + n) % 9 == 0 else "in_progress"
        said = {"difficulty": f"第{place % 50 + 1}号地块尚未交付"} if status == "blocked" else {"note": f"已建成{place % 90 + n}处，{place % 7 + 1}处在施工"}
        yield "progress", SINCE + timedelta(days=35 + 20 * n), {"status": status, "progress": percent, **said}
        if percent == 100:
            return


def timed(call, times: int = 9) -> tuple[float, float]:
    """Median and minimum, in seconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken), min(taken)


def time_facts(arguments) -> None:
    from tracker import database, directory
    from tracker.reports.overview import overview

    missed = []

    with tempfile.TemporaryDirectory() as folder:
        url = arguments.url or f"sqlite:///{folder}/big.db"
        start = time.perf_counter()
        engine = books(url, arguments.deeds, arguments.entries)
        print(f"{engine.dialect.name}: {arguments.deeds} deeds, made in {time.perf_counter() - start:.0f} s")
        with database.reading(engine) as connection:
            known = directory.agencies(connection)
            for day, limit in ((AS_OF, 0.1), *((day, 1) for day in PAST)):
                middle, least = timed(lambda day=day: overview(connection, day, known), times=15)
                missed += [day] if least > limit else []
                print(f"  {'!' if least > limit else ' '} {day}: median {middle:.3f} s, minimum {least:.3f} s, at most {limit} s")
        engine.dispose()
    if missed:
        raise SystemExit(1)


def _cost(command: list[str]) -> tuple[float, float]:
    """Wall clock and processors' time of a command and all processes that it starts."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    with contextlib.suppress(ChildProcessError):
        while True:  # those left behind are ours, by `_adopt`
            os.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _adopt() -> None:
    """Become, on Linux, the parent of processes whose parent ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)


def _child(*words: str) -> tuple[float, int]:
    """Wall clock and peak (MB) of this file run with other words."""
    start = time.perf_counter()
    done = subprocess.run([sys.executable, __file__, *words], check=True, capture_output=True, text=True)
    return time.perf_counter() - start, json.loads(done.stdout)["peak_mb"]


def time_brief(_arguments) -> None:
    with tempfile.TemporaryDirectory() as folder:
        make_html(argparse.Namespace(out=f"{folder}/brief.html"))
        runs = [(_child("draw", f"{folder}/brief.html"), _child("bare", f"{folder}/brief.html")) for _ in range(3)]
        ours, bare = (statistics.median(run[n][0] for run in runs) for n in (0, 1))
        print(f"brief: ours {ours:.2f} s, bare WeasyPrint {bare:.2f} s, ratio {ours / bare:.2f}; peak {max(run[0][1] for run in runs)} MB")


def make_html(arguments) -> None:
    import report_books

    from tracker.reports import making

    with tempfile.TemporaryDirectory() as folder:
        engine = report_books.make(f"sqlite:///{folder}/a.db", report_books.half_year)
        page = making.html("brief", report_books.facts_of(engine), making.Choices("zh-CN"))
        engine.dispose()
    _save(page, arguments.out)


def time_others(arguments) -> None:
    """In turn, so that a busy moment meets all of them."""
    import report_books

    _adopt()
    with tempfile.TemporaryDirectory() as folder:
        brief, ledger, cells = (Path(folder) / name for name in ("brief.html", "ledger.html", "cells.json"))
        make_html(argparse.Namespace(out=brief))
        report_books.make(f"sqlite:///{folder}/a.db", report_books.half_year).dispose()
        subprocess.run([sys.executable, __file__, "table", str(ledger), str(arguments.rows)], check=True)
        cells.write_text(json.dumps(_cells(ledger.read_text())))
        (Path(folder) / "cells.typ").write_text(TYPST)
        for page, rows in ((brief, None), (ledger, arguments.rows)):
            commands = {"ours": [sys.executable, __file__, "draw", str(page)]}
            if rows is None:
                words = ["report", "brief", "--as-of", AS_OF.isoformat(), "-o", f"{folder}/brief.pdf"]
                commands["ours, from the database"] = ["env", f"DEEDS_DATABASE_URL={folder}/a.db", sys.executable, "-m", "tracker", *words]
            if shutil.which("chromium"):
                commands["chromium"] = ["chromium", *CHROMIUM, f"--user-data-dir={folder}/chromium", f"--print-to-pdf={folder}/out.pdf", page.as_uri()]
            if rows and importlib.util.find_spec("typst"):
                words = f"import typst; typst.compile('{folder}/cells.typ', output='{folder}/out.pdf')"
                commands["typst"] = [sys.executable, "-c", words]
            taken = {name: [] for name in commands}
            for _ in range(arguments.times):
                for name, command in commands.items():
                    taken[name].append(_cost(command))
            print(page.stem, rows or "", *(f"{name} {min(w for w, _ in each):.2f} s, of processors {min(c for _, c in each):.2f} s" for name, each in taken.items()), sep="  ")


CHROMIUM = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-quic", "--disable-sync", "--no-pdf-header-footer",
)  # fmt: skip
TYPST = """#set page(flipped: true)
#set text(font: "Noto Sans CJK SC", size: 8pt)
#let cells = json("cells.json")
#table(columns: cells.at(0).len(), table.header(..cells.at(0)), ..cells.slice(1).flatten())
"""


def _cells(page: str) -> list[list[str]]:
    """The text of the first table's rows; a row that spans them all is filled up."""
    rows = []
    for row in re.findall(r"<tr[^>]*>(.*?)</tr>", page[page.index("<table") : page.index("</table>")], re.S):
        rows.append([html.unescape(re.sub("<[^>]+>", " ", cell)) for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.S)])
    return [row + [""] * (len(rows[0]) - len(row)) for row in rows]


def make_table(arguments) -> None:
    import report_books

    from tracker.reports import making

    with tempfile.TemporaryDirectory() as folder:
        engine = books(f"sqlite:///{folder}/a.db", arguments.rows, 10)
        page = making.html("ledger", report_books.facts_of(engine), making.Choices("zh-CN"))
        engine.dispose()
    _save(page, arguments.out)


def _save(page, out) -> None:
    Path(out).write_text(page.html.replace('href="print.css"', f'href="{(ROOT / "report_templates" / "print.css").as_uri()}"'))


def draw(arguments) -> None:
    from tracker import resources
    from tracker.reports.pdf import render

    render(Path(arguments.out).read_text(), [resources.folder("report_templates")])
    _peak()


def bare(arguments) -> None:
    import weasyprint

    weasyprint.HTML(arguments.out).write_pdf()
    _peak()


def _peak() -> None:
    print(json.dumps({"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))


def time_ledger(arguments) -> None:
    for rows in arguments.rows:
        start = time.perf_counter()
        done = subprocess.run([sys.executable, __file__, "volumes", str(rows)], check=True, capture_output=True, text=True)
        found = json.loads(done.stdout.splitlines()[-1])
        per_row = 1000 * found["processors"] / rows
        print(f"ledger, {rows} rows: {found['seconds']:.1f} s, of processors {found['processors']:.1f} s, {per_row:.2f} ms a row, peak {found['peak_mb']} MB a worker ({time.perf_counter() - start:.0f} s with the making of the books)")


def volumes(arguments) -> None:
    import report_books

    from tracker.reports import making, many

    with tempfile.TemporaryDirectory() as folder:
        engine = books(f"sqlite:///{folder}/a.db", arguments.rows, 10)
        facts = report_books.facts_of(engine)
        engine.dispose()
        wanted = [("ledger", scope) for scope in making.volumes(facts)]
        start, before = time.perf_counter(), os.times()[:4]
        many.write(wanted, facts, making.Choices("zh-CN"), Path(folder) / "out")
        seconds, processors = time.perf_counter() - start, sum(os.times()[:4]) - sum(before)
        own, child = (resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        print(json.dumps({"seconds": seconds, "processors": processors, "peak_mb": child if len(wanted) > 1 else own}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    facts = commands.add_parser("facts")
    facts.add_argument("--deeds", type=int, default=100_000)
    facts.add_argument("--entries", type=int, default=10)
    facts.add_argument("--url")
    facts.set_defaults(run=time_facts)
    commands.add_parser("brief").set_defaults(run=time_brief)
    ledger = commands.add_parser("ledger")
    ledger.add_argument("--rows", type=int, nargs="+", default=[100, 1000, 10_000])
    ledger.set_defaults(run=time_ledger)
    for name, run in (("html", make_html), ("draw", draw), ("bare", bare)):
        one = commands.add_parser(name)
        one.add_argument("out")
        one.set_defaults(run=run)
    others = commands.add_parser("compare")
    others.add_argument("--rows", type=int, default=1000)
    others.add_argument("--times", type=int, default=5)
    others.set_defaults(run=time_others)
    one = commands.add_parser("table")
    one.add_argument("out")
    one.add_argument("rows", type=int)
    one.set_defaults(run=make_table)
    one = commands.add_parser("volumes")
    one.add_argument("rows", type=int)
    one.set_defaults(run=volumes)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
