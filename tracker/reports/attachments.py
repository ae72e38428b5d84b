"""What a report carries inside its PDF: where every figure came from, and the ledger as data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from tracker.reports import singles
from tracker.reports.facts import Facts
from tracker.reports.figures import CITED, Figure, cited
from tracker.reports.records import DeedFacts

FORMAT = "practical-deeds/figures-1"
LEDGER = (
    "code", "title", "agency", "supporters", "commitment", "start_on", "due_on", "original_due_on", "status", "progress",
    "standing", "standing_progress", "verdict", "light", "reason", "pace", "behind", "stage", "difficulty", "ask", "expected_on",
    "handed_in_on", "entry", "finding", "items",
)  # fmt: skip


def figures_json(facts: Facts, ids: Iterable[str], report: dict[str, Any], shown: Iterable[DeedFacts] = ()) -> bytes:
    """The figures of those ids: figure → deeds → entries → place in the source, and the numbers of each deed counted or `shown`.

    `report` says how it was made.
    """
    figures = [facts.figures[id] for id in ids]
    deeds = {deed.code: deed for deed in facts.reading.deeds}
    used = sorted({code for figure in figures for code in figure.deeds} | {deed.code for deed in shown})
    items = {f"{item.commitment}/{item.key}": item for c in facts.reading.commitments.values() for item in c.items}
    keys = sorted({key for figure in figures for key in figure.items})
    content = {
        "format": FORMAT,
        "report": report,
        "sources": {
            source.key: {
                "title": source.title, "publisher": source.publisher, "published_on": source.published_on,
                "year": source.year, "year_basis": source.year_basis, "sha256": source.sha256,
            }
            for source in facts.reading.sources
        },
        "commitments": {
            code: {"name": c.name, "agency": c.agency, "source": c.source, "declared": c.declared, "place": c.place}
            for code, c in facts.reading.commitments.items()
        },
        "items": {key: {"place": items[key].place, "announced": items[key].announced} for key in keys},
        "deeds": {code: _deed(deeds[code]) for code in used},
        "figures": {figure.id: _figure(figure, deeds) for figure in figures},
    }  # fmt: skip
    return (json.dumps(content, ensure_ascii=False, default=str, indent=1) + "\n").encode()


def _figure(figure: Figure, deeds: dict[str, DeedFacts]) -> dict[str, Any]:
    made: dict[str, Any] = {"value": figure.value}
    if figure.deeds:
        made["deeds"] = list(figure.deeds)
    if figure.items:
        made["items"] = list(figure.items)
    if figure.agencies:
        made["agencies"] = list(figure.agencies)
    numbers = set(figure.entries)
    for code in figure.deeds:
        numbers.update(cited(deeds[code].state, figure.cites))
    if numbers:
        made["entries"] = sorted(numbers)
    return made


def _deed(deed: DeedFacts) -> dict[str, Any]:
    state = deed.state
    return {
        "title": deed.title,
        "agency": deed.lead,
        "commitment": deed.commitment,
        "entries": {name: getattr(state, name).number for name in CITED if getattr(state, name) is not None},
        "items": [{"item": f"{item.commitment}/{item.key}", "place": item.place} for item in deed.items],
        "values": singles.of_deed(deed),
    }


def ledger_rows(deeds: Iterable[DeedFacts]) -> list[list[Any]]:
    """One row a deed, in the columns of LEDGER; codes are never translated."""
    rows = []
    for deed in deeds:
        state, progress = deed.state, deed.state.progress
        rows.append([
            deed.code, deed.title, deed.lead, " ".join(deed.supporters), deed.commitment,
            state.plan.start, deed.due_on, deed.original_due_on, deed.status, state.reported_progress,
            deed.standing, deed.progress, state.verdict, deed.light.colour, deed.light.reason,
            None if deed.pace is None else f"{float(deed.pace):.1f}", deed.behind,
            progress and progress.stage, progress and progress.difficulty, progress and progress.ask,
            progress and progress.expected_on, state.handed_in_on, progress and progress.number,
            state.finding and state.finding.number,
            " ".join(f"{item.commitment}/{item.key}" for item in deed.items),
        ])  # fmt: skip
    return rows


def ledger_csv(deeds: Sequence[DeedFacts]) -> bytes:
    """The ledger as CSV in UTF-8 with a mark, which spreadsheets open rightly."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(LEDGER)
    # A cell that a spreadsheet would take for a formula is written as text.
    for row in ledger_rows(deeds):
        writer.writerow(["" if v is None else f"'{v}" if str(v).startswith(tuple("=+-@\t")) and not _number(v) else v for v in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _number(value: Any) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    except TypeError:
        return False
    return True
