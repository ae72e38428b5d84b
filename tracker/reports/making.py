"""A report of a kind, from the books to bytes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tracker import __version__, directory, lifecycle
from tracker.reports import pages
from tracker.reports.facts import Facts
from tracker.reports.voice import Voice


@dataclass(frozen=True, slots=True)
class Choices:
    """How a report is to look: language of the words, script of the content, an office's own templates, issue and words."""

    language: str
    script: str | None = None
    templates: Path | None = None
    issue: int | None = None
    words: dict[str, str] | None = None


def html(kind: str, facts: Facts, choices: Choices) -> pages.Page:
    """The report as HTML. Raises BadInput for a fault in an office's own template."""
    voice = Voice(choices.language, choices.script)
    known = facts.reading.agencies
    office = directory.coordinator(known)
    return pages.page(
        kind,
        facts,
        voice,
        choices.templates,
        office=voice.agency(known.get(office), full=True) if office else "",
        version=__version__,
        issue=choices.issue,
        words=choices.words or {},
        rules=lifecycle.LIGHTS_1.name,
        own_css="own.css" if choices.templates and (choices.templates / "own.css").exists() else None,
    )


def pdf(kind: str, facts: Facts, choices: Choices) -> bytes:
    """The report as a PDF file. Raises also ReportError, MissingTool."""
    from tracker.reports.pdf import render

    page = html(kind, facts, choices)
    return render(page.html, pages.folders(choices.templates), facts.reading.recorded_at)


def file_name(kind: str, facts: Facts, choices: Choices) -> str:
    """A name as people name reports: 专报第3期_截至2021-07-31.pdf"""
    voice = Voice(choices.language, choices.script)
    stem = voice.plain(f"file_{kind}")
    if choices.issue:
        stem += voice.plain("file_issue", number=choices.issue)
    return voice.plain("file_name", stem=stem, day=facts.reading.as_of)
