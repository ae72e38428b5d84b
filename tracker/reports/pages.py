"""Facts → HTML, by the templates of `report_templates/` or an office's own folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from tracker import lifecycle, reminding, workdays
from tracker.errors import BadInput, DeedsError
from tracker.lifecycle import percent_of
from tracker.reminder_text import Speech
from tracker.reports import (
    apart,
    cells,
    changes,
    chasing,
    corrections,
    gravity,
    headway,
    meanings,
    since,
    styles,
    trend,
)
from tracker.reports.cuts import STATUSES
from tracker.reports.facts import SOON, Facts
from tracker.reports.figures import Figure
from tracker.reports.records import DeedFacts
from tracker.reports.templates import bare, take
from tracker.reports.voice import Voice, both_ends, shortened
from tracker.shapes import SHAPES

LISTED = 12
"""How many deeds a list of the brief shows; the rest are counted and stand in the ledger."""

FEW = 8
"""The same for deeds that are done."""

GRAVE = 60
"""The same for deeds that are red."""

ROWS_SPARED = 3
"""So few more are shown as well: to say that they are left out takes as much room."""

SHORT = 30
"""With how many deeds a brief is short enough to be read without a table of contents."""


@dataclass(slots=True)
class Page:
    """A report as HTML. `printed` are the ids of the figures on it, `plotted` of those drawn, in order of appearance."""

    html: str
    printed: list[str] = field(default_factory=list)
    plotted: list[str] = field(default_factory=list)


def listing(found: Sequence, most: int) -> Sequence:
    """The beginning of a list, as far as it is printed."""
    return found if len(found) <= most + ROWS_SPARED else found[:most]


def page(kind: str, facts: Facts, voice: Voice, own: Path | None = None, **values: Any) -> Page:
    """Render the template of a report kind.

    Raises BadInput, with file and line, for a fault in an office's own template or a slip in its variables.
    """
    made = Page("")
    styles.check(own)
    if (compiled := apart.given()) is not None:
        take(compiled)
    environment = _environment(kind, facts, voice, made, own)
    try:
        template = environment.get_template(f"{kind}.html.j2")
        made.html = template.render(facts=facts, reading=facts.reading, **values)
    except TemplateError as error:
        raise _template_fault(error) from error
    except DeedsError:
        raise
    except Exception as error:  # whatever an office's own lines do
        if own is None:
            raise
        raise _template_fault(error) from error
    return made


def _template_fault(error: Exception) -> BadInput:
    line = getattr(error, "lineno", None)
    name = getattr(error, "name", None) or getattr(error, "filename", None)
    if not isinstance(error, TemplateSyntaxError):
        traceback = error.__traceback__
        while traceback is not None:
            filename = traceback.tb_frame.f_code.co_filename
            if filename.endswith(".j2"):
                name, line = filename, traceback.tb_lineno
            traceback = traceback.tb_next
    what = getattr(error, "message", None) or f"{type(error).__name__}: {error}"
    return BadInput("template_fault", template=Path(str(name or "?")).name, line=line or 0, what=what.rstrip("."))


def _environment(kind: str, facts: Facts, voice: Voice, made: Page, own: Path | None) -> Environment:
    environment = bare(own)

    def n(id: str) -> Markup:
        """A figure, as printed; from here on it has a line in the trace."""
        if id not in seen:
            seen.add(id)
            made.printed.append(id)
        if kind != "reminder":
            return Markup('<a class="n" href="#t-{}">{}</a>').format(id, facts.value(id))
        return Markup(facts.value(id))

    def plot(id: str) -> int:
        """A figure that is drawn as a length."""
        made.plotted.append(id)
        return facts.value(id)

    seen: set[str] = set()
    environment.globals.update(
        _=voice,
        word=voice.word,
        voice=voice,
        n=n,
        plot=plot,
        value=facts.value,
        percent=lambda part, whole: percent_of(facts.value(part), facts.value(whole)),
        shapes=SHAPES,
        colours=lifecycle.COLOURS,
        statuses=STATUSES,
        listing=listing,
        listed=LISTED,
        few=FEW,
        short=SHORT,
        grave=GRAVE,
        long=cells.LONG,
        whole=cells.WHOLE,
        worst=lambda deeds: gravity.worst_first(deeds, facts.reading.as_of),
        soonest=gravity.soonest_first,
        became=since.BECAME,
        moved=since.moved,
        standing=since.standing,
        restatable=since.PRINTED,
        corrections=lambda: corrections.rows(facts, voice),
        soon=SOON,
        method=lambda: _method(facts, voice),
        moving=lambda measures: trend.moving(facts.months, measures, facts.value),
        ticks=trend.ticks,
        changes=lambda deed: cells.changed(deed, facts, voice),
        halt=lambda deed: cells.steps(filter(None, [changes.halt(deed)]), voice),
        goal=lambda deed, limit=None: cells.goal(deed.state.target, voice, limit),
        code_width=lambda points, across: cells.code_width(facts, points, across),
        codes=lambda deeds, *most: cells.drawn_together([deed.code for deed in deeds], voice, *most),
        agency=lambda code, full=False: voice.agency(facts.reading.agencies.get(code), full),
        trace=lambda: _traced(made.printed, facts, voice),
        expectations=lambda deeds: [(deed, said) for deed in deeds if (said := cells.todo(chasing.expected(deed, facts), voice))],
        instructions=lambda code: [(asked, cells.todo([said], voice)) for asked, said in chasing.instructed(code, facts)],
        reminders=lambda code: chasing.reminders(facts, [code] if code else facts.addressed),
        speech=Speech(voice.say, voice.content),
        levels=reminding.LEVELS,
        calendar=lambda: workdays.known(facts.reading.as_of) or (min(workdays.YEARS), max(workdays.YEARS)),
        history=lambda deed: cells.history(deed, voice),
        measure=lambda id: _of_what(id, facts, voice)[1],
        counted=lambda figure, *most: cells.counted(figure, facts, voice, *most),
        lights=lambda deed, full=False: cells.light(deed, voice, full),
        attention=lambda: cells.attention(facts, voice, n),
        silence=lambda: cells.silence(facts, voice, n),
        troubles=lambda deed: cells.troubles(deed, voice),
        rated=lambda deed: cells.rated(deed, voice),
        answered=lambda deed: headway.answered(deed, facts, voice, cells.LONG["cause"]),
        counts_as=lambda deed: headway.counts_as(deed, voice),
        paced=lambda deed: headway.paced(deed, voice),
        expectation=lambda deed: headway.expectation(deed, facts.reading.as_of, voice),
        wordy=cells.wordy,
        verdict=lambda deed, *joint: cells.verdict(deed, voice, *joint),
        responsible=lambda deed, said=None: cells.responsible(deed, facts, voice, said),
        achieved=lambda deed: cells.achieved(deed, voice),
        said=lambda deed: cells.said(deed, voice),
        trouble=lambda deed: cells.trouble(deed, facts, voice),
        asked=lambda progress: cells.asked(progress, facts, voice),
        asked_of=lambda progress: cells.asked_of(progress, facts, voice),
        sent_back=lambda deed, limit=None: cells.sent_back(deed, voice, limit),
        evidence=lambda deed: cells.evidence(deed, voice),
        remark=lambda deed: cells.remark(deed, facts, voice),
        latest=lambda deed: cells.latest(deed, voice),
        css=_css_string,
        accent=styles.accent(own),
        numbered=kind == "brief",
        landscape=kind == "ledger",
    )
    environment.filters["zip"] = zip
    environment.filters["groupby_commitment"] = _by_commitment
    environment.filters.update(content=voice.content, brief=voice.brief, shortened=shortened, both_ends=both_ends, phrases=_phrases, day=voice.day, month=voice.month)
    environment.tests["cut_short"] = cells.cut_short
    return environment


def meaning(id: str, facts: Facts, voice: Voice) -> str:
    """What a figure counts, in words: "省市场监管局 · 已具名"."""
    return " · ".join(_of_what(id, facts, voice))


def _of_what(id: str, facts: Facts, voice: Voice) -> tuple[str, str]:
    known = facts.reading
    return meanings.meaning(id, voice.say, lambda code: voice.agency(known.agencies[code]), lambda code: voice.content(known.commitments[code].name))


def _method(facts: Facts, voice: Voice) -> Markup:
    """By what it was counted: day and position, the thresholds of the lights, whose word each column is."""
    rules, reading = lifecycle.LIGHTS_1, facts.reading
    thresholds = {"red": rules.red_behind, "yellow": rules.yellow_behind, "days": rules.due_soon_days, "below": rules.due_soon_below}
    return voice("method", day=voice.day(reading.as_of), position=reading.known_at, rules=rules.name, **thresholds)


def _traced(printed: Iterable[str], facts: Facts, voice: Voice) -> list[tuple[list[Figure], str]]:
    """The lines of the trace: figures of one agency, commitment or month that count the same deeds share one; and what they count, in words."""
    lines: dict[tuple, tuple[str, list[Figure], list[str]]] = {}
    for figure in map(facts.figures.__getitem__, printed):
        of, what = _of_what(figure.id, facts, voice)
        counts = figure.agencies or figure.items or figure.deeds or figure.entries
        _, figures, measures = lines.setdefault((of, figure.value, counts), (of, [], []))
        figures.append(figure)
        measures.append(what)
    return [(figures, f"{of} · {voice('listed').join(measures)}") for of, figures, measures in lines.values()]


def _by_commitment(deeds: Iterable[DeedFacts]) -> list[tuple[str, list[DeedFacts]]]:
    return [(code, list(found)) for code, found in groupby(deeds, key=lambda deed: deed.commitment)]


def _phrases(text: Markup) -> Markup:
    """The phrases of a heading, parted by U+200B, each for itself: Chinese would else be broken at any character."""
    return Markup("").join(map(Markup("<span>{}</span>").format, text.split("\u200b"))) if "\u200b" in text else text


def _css_string(text: str) -> Markup:
    """A text as a CSS string, safe inside a style element."""
    return Markup('"' + "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in str(text)) + '"')
