"""A report of a kind, from facts to bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from tracker import __version__, directory, lifecycle
from tracker.errors import RuleError
from tracker.reports import apart, attachments, fitting, pages, singles, templates
from tracker.reports.facts import Facts
from tracker.reports.records import DeedFacts
from tracker.reports.voice import Voice

PLACES = ("lead", "overview", "done", "behind", "followed", "changed", "silent", "next", "ask")
"""Where the brief takes the office's own words."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How a report is to look.

    `language` is that of the words, `script` (hans, hant) that of the content;
    `templates` an office's own folder; `issue` the number printed and
    `issued_on` its day; `words` the office's own, by PLACES; a `draft` says
    that it is one on every page, and shows those places where nothing is
    written yet. `earlier`: it leaves out what was recorded since, and its
    file's name says so; the pages must not, for they are the same for ever.
    """

    language: str
    script: str | None = None
    templates: Path | None = None
    issue: int | None = None
    words: dict[str, str] = field(default_factory=dict)
    draft: bool = False
    issued_on: date | None = None
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """What of the facts a report shows: one agency, or one volume of the ledger (`number` of `of`)."""

    agency: str | None = None
    deeds: tuple[DeedFacts, ...] | None = None
    number: int | None = None
    of: int | None = None


WHOLE = Scope()


def html(kind: str, facts: Facts, choices: Choices, scope: Scope = WHOLE, room: fitting.Room | None = None) -> pages.Page:
    """The report as HTML; `room` is what the first page of a brief holds.

    Raises BadInput for a fault in an office's own template, RuleError for a
    letter or an issue (or its draft) that nobody would sign: the directory names no coordinating office.
    """
    known = facts.reading.agencies
    voice = Voice(choices.language, choices.script, known.values())
    office = directory.coordinator(known)
    if office is None and facts.deeds and (kind == "reminder" or choices.issue or choices.draft):
        raise RuleError("report_unsigned")
    return pages.page(
        kind,
        facts,
        voice,
        choices.templates,
        office=voice.agency(known.get(office), full=True) if office else voice.plain("office_unknown"),
        version=__version__,
        issue=choices.issue,
        issued_on=choices.issued_on,
        words=choices.words,
        places=PLACES,
        draft=choices.draft,
        scope=scope,
        room=room or fitting.Room(),
        volume=VOLUME,
        bound=len(facts.deeds) <= VOLUME,
        own_css="own.css" if choices.templates and (choices.templates / "own.css").exists() else None,
    )


def first_page(facts: Facts, choices: Choices) -> fitting.Room:
    """How much the first page of the brief holds. Raises as `html` does."""
    asking = len(facts.sections["asking"])
    return fitting.fit(lambda room: html("brief", facts, choices, room=room).html, asking, templates.folders(choices.templates))


def pdf(
    kind: str, facts: Facts, choices: Choices, scope: Scope = WHOLE, fonts: dict[str, dict[str, str]] | None = None, room: fitting.Room | None = None
) -> bytes:
    """The report as a PDF file; the faces used go into `fonts`. Raises also ReportError, MissingTool."""
    from tracker.reports.pdf import Attached, drawn, render

    facts = counted(kind, facts, scope)
    if kind == "brief" and room is None:
        room = first_page(facts, choices)
    page = html(kind, facts, choices, scope, room)
    voice = Voice(choices.language, choices.script)
    ids = [*page.printed, *page.plotted, *(id for id in facts.figures if id.startswith("reminder."))]
    attached = [
        Attached(
            "figures.json",
            attachments.figures_json(facts, dict.fromkeys(ids), about(kind, facts, choices, scope), shown(facts, scope)),
            voice.plain("attached_figures"),
        ),
        Attached("ledger.csv", attachments.ledger_csv(shown(facts, scope)), voice.plain("attached_ledger")),
    ]
    given = page.html, templates.folders(choices.templates), facts.reading.recorded_at, attached
    if fonts is None:  # to look at the files of the faces takes its time
        return apart.ask(render, *given, where=partial(where, facts))()
    content, faces = apart.ask(drawn, *given, where=partial(where, facts))()
    fonts.update(faces)
    return content


def where(facts: Facts, character: str) -> str:
    """The first entry whose text holds a character: " · MZT-1-1 #12"; nothing if none does."""
    known = (entry for found in (*(deed.entries for deed in facts.reading.deeds), facts.reading.orders) for entry in found)
    for entry in known:
        if any(isinstance(said := getattr(entry, each.name), str) and character in said for each in fields(entry)):
            return f" · {entry.deed} #{entry.number}" if entry.deed else f" · #{entry.number}"
    return ""


def counted(kind: str, facts: Facts, scope: Scope = WHOLE) -> Facts:
    """The facts with the figures that only a report of that kind prints."""
    return singles.with_reminders(facts, scope.agency) if kind == "reminder" else facts


def shown(facts: Facts, scope: Scope) -> Sequence[DeedFacts]:
    """The deeds that a report of that scope shows."""
    if scope.deeds is not None:
        return scope.deeds
    return facts.of_agency(scope.agency) if scope.agency else facts.deeds


def about(kind: str, facts: Facts, choices: Choices, scope: Scope = WHOLE) -> dict[str, Any]:
    """How a report was made: enough to make it again."""
    return {
        "kind": kind,
        "agency": scope.agency,
        "volume": scope.number and [scope.number, scope.of],
        "database": facts.reading.database,
        "simulated": facts.reading.simulated,
        "as_of": facts.reading.as_of.isoformat(),
        "known_at": facts.reading.known_at,
        "language": choices.language,
        "script": Voice(choices.language, choices.script).script,
        "issue": choices.issue,
        "issued_on": choices.issued_on and choices.issued_on.isoformat(),
        "draft": choices.draft,
        "words": choices.words,
        "rule_set": lifecycle.LIGHTS_1.name,
        "program": __version__,
        "templates": templates_digest(choices.templates),
    }


VOLUME = 1000
"""The most rows of one volume of the ledger."""


def volumes(facts: Facts) -> list[Scope]:
    """The ledger in volumes by agency, of at most VOLUME deeds each, numbered where an agency has several; one whole if all fit."""
    if len(facts.deeds) <= VOLUME:
        return [WHOLE]
    found = []
    for code in facts.agencies:
        deeds = facts.of_agency(code)
        of = -(-len(deeds) // VOLUME)
        if of == 1:
            found.append(Scope(code, deeds))
            continue
        for number in range(1, of + 1):
            found.append(Scope(code, deeds[(number - 1) * VOLUME : number * VOLUME], number, of))
    return found


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def templates_digest(own: Path | None = None) -> str:
    """The SHA-256 of all template files in use, so that a change of them is seen."""
    digest = hashlib.sha256()
    for folder in templates.folders(own):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(f"{path.relative_to(folder)}\n".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def file_name(kind: str, facts: Facts, choices: Choices, scope: Scope = WHOLE) -> str:
    """A name as people name reports: 专报第3期_截至2021-07-31.pdf"""
    voice = Voice(choices.language, choices.script)
    stem = voice.plain(f"file_{'draft' if choices.draft else kind}")
    if choices.issue and not choices.draft:
        stem += voice.plain("file_issue", number=choices.issue)
    if scope.agency:
        stem += f"_{scope.agency}_{voice.agency(facts.reading.agencies[scope.agency])}".replace("/", "-").replace(" ", "-")
    if scope.number:
        stem += voice.plain("file_volume", number=scope.number)
    if facts.reading.simulated:
        stem += voice.plain("file_sample")
    if choices.earlier and not choices.issue:
        stem += voice.plain("file_counted_to", position=facts.reading.known_at)
    return voice.plain("file_name", stem=stem, day=facts.reading.as_of)
