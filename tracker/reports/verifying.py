"""Is a report true? Recompute it from the database, figure by figure, and draw it again, byte by byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from tracker.errors import BadInput, NotFound, ReportError, RuleError
from tracker.reports import attachments, making, register, reopening
from tracker.reports.facts import Facts, facts
from tracker.reports.records import DeedFacts
from tracker.reports.since import Issued


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure of the PDF beside the recomputed one; None where one of them has no such figure.

    `same` also looks at the deeds, items and entries behind the number.
    """

    id: str
    printed: int | None
    recomputed: int | None
    same: bool


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found. `issued` is the register's line of exactly these bytes.

    `redrawn` is whether drawing the report again gives the same bytes: None
    where that need not be asked (issued), or cannot be, because the program or
    the templates are not those that made it. `ledger` is
    whether the attached ledger is what the database says.
    """

    report: dict[str, Any]
    findings: tuple[Finding, ...]
    ledger: bool
    issued: Issued | None
    redrawn: bool | None

    @property
    def agrees(self) -> bool:
        return (
            self.ledger
            and all(finding.same for finding in self.findings)
            and (self.issued is not None or self.redrawn is True)
        )


def opened(connection: Connection, path: Path, today: date) -> tuple[bytes, dict[str, Any], bytes | None, Facts]:
    """A PDF of ours and the facts that it speaks of, recomputed. Raises NotFound, BadInput, RuleError."""
    data, carried, ledger = reopening.read(path)
    report = carried["report"]
    try:
        as_of, known_at = date.fromisoformat(report["as_of"]), int(report["known_at"])
        database = report["database"]
    except (KeyError, TypeError, ValueError):
        raise BadInput("pdf_not_ours", file=path) from None
    from tracker.database import marks

    if marks(connection).get("uid") != database:
        raise RuleError("pdf_of_another_database", file=path)
    from tracker.entries import head

    if known_at > head(connection).number:
        raise RuleError("pdf_ahead_of_database", file=path, position=known_at)
    return data, carried, ledger, facts(connection, as_of, known_at, today)


def verify(connection: Connection, path: Path, today: date, templates: Path | None = None, draw: bool = True) -> Verification:
    """Recompute every figure of a PDF; without `draw`, its bytes are only looked up in the register."""
    data, carried, ledger, made = opened(connection, path, today)
    report = carried["report"]
    choices, scope = again(report, made, templates)
    wanted = carried.get("figures")
    wanted = wanted if isinstance(wanted, dict) else {}
    known = [id for id in wanted if id in made.figures]
    recomputed = json.loads(attachments.figures_json(made, known, report))
    findings = [
        Finding(
            id,
            said.get("value") if isinstance(said, dict) else None,
            recomputed["figures"].get(id, {}).get("value"),
            said == recomputed["figures"].get(id),
        )
        for id, said in wanted.items()
    ]
    for part in ("sources", "commitments", "items", "deeds"):
        if carried.get(part) != recomputed[part]:
            findings.append(Finding(part, None, None, False))
    issued = register.registered(connection, making.sha256(data))
    same_maker = report.get("program") == making.__version__ and report.get("templates") == making.templates_digest(templates)
    redrawn = None
    if draw and same_maker and issued is None:
        redrawn = making.pdf(report["kind"], made, choices, scope) == data
    return Verification(
        report,
        tuple(findings),
        ledger == attachments.ledger_csv(making.shown(made, scope)),
        issued,
        redrawn,
    )


def again(report: dict[str, Any], facts: Facts, templates: Path | None) -> tuple[making.Choices, making.Scope]:
    """The choices and the scope that a PDF says it was made with."""
    words = report.get("words") or {}
    choices = making.Choices(
        report["language"], report["script"], templates, report.get("issue"), words, bool(report.get("draft"))
    )
    number, of = report.get("volume") or (None, None)
    if number:
        volumes = making.volumes(facts)
        return choices, next((s for s in volumes if (s.number, s.of, s.agency) == (number, of, report["agency"])), making.WHOLE)
    return choices, making.Scope(report.get("agency"))


@dataclass(frozen=True, slots=True)
class Trail:
    """One deed or announced unit behind a figure: the entries that say so and the place in the source."""

    deed: DeedFacts | None
    item: str | None
    place: tuple[int, int] | None
    source: str | None
    entries: tuple[int, ...]


def trace(connection: Connection, path: Path, id: str, today: date) -> tuple[Facts, int, list[Trail]]:
    """What is behind a figure of a PDF, recomputed: facts, the value, a trail a deed or item. Raises NotFound, and ReportError where the PDF says another value."""
    _, carried, _, made = opened(connection, path, today)
    if id not in made.figures:
        from difflib import get_close_matches

        figures = list(carried.get("figures", {}))
        near = get_close_matches(id, figures, n=3, cutoff=0.4) or figures[:3]
        raise NotFound("figure_unknown", figure=id, near=" / ".join(near))
    said = carried.get("figures", {}).get(id)
    printed = said.get("value") if isinstance(said, dict) else None
    if printed not in (None, made.value(id)):
        raise ReportError("figure_differs", file=path, figure=id, printed=printed, value=made.value(id))
    return made, made.value(id), list(_trails(made, id))


def _trails(facts: Facts, id: str) -> Iterator[Trail]:
    from tracker.reports.figures import cited

    figure = facts.figures[id]
    deeds = {deed.code: deed for deed in facts.reading.deeds}
    items = {f"{item.commitment}/{item.key}": item for c in facts.reading.commitments.values() for item in c.items}
    numbers = dict(zip(figure.deeds, figure.entries, strict=False)) if figure.deeds else {}
    for code in figure.deeds:
        deed = deeds[code]
        item = deed.items[0] if deed.items else None
        source = facts.reading.commitments[deed.commitment].source
        said = (numbers[code],) if code in numbers else tuple(cited(deed.state, figure.cites))
        key = f"{item.commitment}/{item.key}" if item else None
        yield Trail(deed, key, _place(facts, item), source, said)
    for key in figure.items:
        item = items[key]
        yield Trail(None, key, _place(facts, item), facts.reading.commitments[item.commitment].source, ())
    if not figure.deeds:
        for number in figure.entries:
            yield Trail(None, None, None, None, (number,))


def _place(facts: Facts, item) -> tuple[int, int] | None:
    """An item's own place, else that of its commitment."""
    if item is None:
        return None
    return item.place or facts.reading.commitments[item.commitment].place
