"""Is a report true? Recompute it from the database, figure by figure, and draw it again, byte by byte."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from tracker.errors import BadInput, DeedsError, MissingTool, ReportError, RuleError
from tracker.i18n import LANGUAGES
from tracker.reports import attachments, making, register, reopening, templates
from tracker.reports.facts import Facts, facts
from tracker.reports.since import Issued
from tracker.reports.voice import SCRIPTS


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure of the PDF beside the recomputed one; None where one of them has no such figure.

    `same` also looks at the deeds, items and entries behind the number.
    """

    id: str
    printed: int | None
    recomputed: int | None
    same: bool


SAME = ("issued", "redrawn")
"""Verdicts on a file that is as it was made: it is a registered issue byte for byte; it comes out the same when drawn again."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found.

    `ledger` is whether the attached ledger is what the database says; `verdict` is one of SAME or

    * `books_differ`: a registered issue as it was sent, but the database gives other figures now;
    * `issue_changed`: it says that it is an issue, and is not the file that was registered; `issue_unknown`: no such issue was;
    * `figures_differ`: a figure, or the ledger, is not what the database says;
    * `pages_differ`: the attached figures agree, but the file was changed;
    * the attached figures agree and no more can be said: `other_program`, `other_templates`, `other_faces` made it, or it
      cannot be drawn here (`undrawable`, with `why`).

    `issued` is the line of the register that the file is, or says it is.
    """

    report: dict[str, Any]
    findings: tuple[Finding, ...]
    ledger: bool
    verdict: str
    issued: Issued | None = None
    why: DeedsError | None = None

    @property
    def agrees(self) -> bool:
        return self.verdict in SAME


def opened(connection: Connection, path: Path, today: date) -> tuple[bytes, dict[str, Any], bytes | None, Facts]:
    """A PDF of ours and the facts that it speaks of, recomputed. Raises NotFound, BadInput, RuleError."""
    from tracker.database import marks
    from tracker.entries import head

    data, carried, ledger = reopening.read(path)
    report = carried["report"]
    known_at, last = report["known_at"], head(connection).number
    try:
        as_of = date.fromisoformat(report["as_of"])
        date.fromisoformat(report.get("issued_on") or report["as_of"])
    except (TypeError, ValueError):
        raise BadInput("pdf_not_ours", file=path) from None
    if report["kind"] not in templates.KINDS or report["language"] not in LANGUAGES or report["script"] not in SCRIPTS:
        raise BadInput("pdf_not_ours", file=path)
    if marks(connection).get("uid") != report["database"]:
        raise RuleError("pdf_of_another_database", file=path)
    if not 0 <= known_at <= last:
        raise RuleError("pdf_ahead_of_database", file=path, position=known_at)
    made = facts(connection, as_of, known_at, today)
    if report.get("agency") not in (None, *made.reading.agencies):
        raise BadInput("pdf_not_ours", file=path)
    return data, carried, ledger, making.counted(report["kind"], made, making.Scope(report.get("agency")))


def verify(connection: Connection, path: Path, today: date, templates: Path | None = None, draw: bool = True) -> Verification:
    """Recompute every figure of a PDF; without `draw`, its bytes are only looked up in the register."""
    data, carried, ledger, made = opened(connection, path, today)
    report, wanted = carried["report"], carried["figures"]
    choices, scope = again(report, made, templates)
    known = [id for id in wanted if id in made.figures]
    recomputed = json.loads(attachments.figures_json(made, known, report, making.shown(made, scope)))
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
        said = carried.get(part)
        said, held = said if isinstance(said, dict) else {}, recomputed[part]
        if said != held:
            wrong = [key for key in {**said, **held} if said.get(key) != held.get(key)]
            findings += [Finding(f"{part}.{key}", None, None, False) for key in wrong]
    ledger_same = ledger == attachments.ledger_csv(making.shown(made, scope))
    same = ledger_same and all(finding.same for finding in findings)
    issued = register.registered(connection, making.sha256(data))
    why = None
    if issued is not None:
        verdict = "issued" if same else "books_differ"
    elif report.get("issue") and not report.get("draft"):
        issued = register.numbered(connection, report["issue"])
        verdict = "issue_changed" if issued else "issue_unknown"
    elif not same:
        verdict = "figures_differ"
    elif report["program"] != making.__version__:
        verdict = "other_program"
    elif report["templates"] != making.templates_digest(templates):
        verdict = "other_templates"
    else:
        verdict, why = _redrawn(data, report["kind"], made, choices, scope) if draw else ("undrawable", None)
    return Verification(report, tuple(findings), ledger_same, verdict, issued, why)


def _redrawn(data: bytes, kind: str, facts: Facts, choices: making.Choices, scope: making.Scope) -> tuple[str, DeedsError | None]:
    """The verdict on a file by drawing it again."""
    fonts: dict[str, dict[str, str]] = {}
    try:
        again = making.pdf(kind, facts, choices, scope, fonts)
    except (ReportError, MissingTool) as error:
        return "undrawable", error
    if again == data:
        return "redrawn", None
    return "pages_differ" if reopening.faces(data) <= set(fonts) else "other_faces", None


def again(report: dict[str, Any], facts: Facts, templates: Path | None) -> tuple[making.Choices, making.Scope]:
    """The choices and the scope that a PDF says it was made with."""
    words = report.get("words") or {}
    choices = making.Choices(
        report["language"], report["script"], templates, report.get("issue"), words, bool(report.get("draft")),
        date.fromisoformat(report["issued_on"]) if report.get("issued_on") else None,
    )  # fmt: skip
    number, of = report.get("volume") or (None, None)
    wanted = report.get("agency"), number, of
    if report["kind"] == "ledger":
        volumes = {(scope.agency, scope.number, scope.of): scope for scope in making.volumes(facts)}
        return choices, volumes.get(wanted, making.WHOLE)
    return choices, making.Scope(wanted[0])
