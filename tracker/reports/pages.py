"""Facts → HTML, by the templates of `report_templates/` or an office's own folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from tracker import journal, lifecycle, resources
from tracker.errors import BadInput
from tracker.journal import Entry
from tracker.lifecycle import percent_of
from tracker.reports import chasing
from tracker.reports.cuts import STATUSES
from tracker.reports.facts import SOON, Facts
from tracker.reports.figures import Figure, compact
from tracker.reports.records import DeedFacts
from tracker.reports.voice import Voice
from tracker.shapes import SHAPES

LISTED = 12
"""How many deeds a list of the brief shows; the rest are counted and stand in the ledger."""

HISTORY = 8
"""How many entries the history line of a deed shows."""
FEW = 8
"""The same for deeds that are done."""
LATEST = 80
"""How many characters of the last note the ledger shows."""

COUNTED = 160
"""How many characters of the deeds behind a figure the trace shows."""


@dataclass(slots=True)
class Page:
    """A report as HTML. `printed` are the ids of the figures on it, `plotted` of those drawn, in order of appearance."""

    html: str
    printed: list[str] = field(default_factory=list)
    plotted: list[str] = field(default_factory=list)


def folders(own: Path | None = None) -> list[Path]:
    """Where templates are looked for: an office's own folder first."""
    return [*([own] if own else []), resources.folder("report_templates")]


def page(kind: str, facts: Facts, voice: Voice, own: Path | None = None, **values: Any) -> Page:
    """Render the template of a report kind.

    Raises BadInput, with file and line, for a fault in an office's own template.
    """
    made = Page("")
    environment = _environment(kind, facts, voice, made, own)
    try:
        template = environment.get_template(f"{kind}.html.j2")
        made.html = template.render(facts=facts, reading=facts.reading, **values)
    except TemplateError as error:
        raise _template_fault(error) from error
    except (LookupError, TypeError, ValueError, AttributeError) as error:
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
    return BadInput("template_fault", template=Path(str(name or "?")).name, line=line or 0, what=getattr(error, "message", None) or f"{type(error).__name__}: {error}")


def _environment(kind: str, facts: Facts, voice: Voice, made: Page, own: Path | None) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders(own)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def n(id: str) -> Markup:
        """A figure, as printed; from here on it has a line in the trace."""
        if id not in seen:
            seen.add(id)
            made.printed.append(id)
        if kind == "brief":
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
        listed=LISTED,
        few=FEW,
        soon=SOON,
        changes=lambda deed: _changes(deed, facts, voice),
        agency=lambda code, full=False: voice.agency(facts.reading.agencies.get(code), full),
        trace=lambda: [facts.figures[id] for id in made.printed],
        expectations=lambda deeds: [(deed, said) for deed in deeds if (said := _todo(chasing.expected(deed, facts), voice))],
        reminders=lambda code: [
            (one, [(deed, _todo(todo, voice)) for deed, todo in found])
            for one in ([code] if code else facts.agencies)
            if (found := chasing.pressing(facts.of_agency(one), facts))
        ],
        history=lambda deed: _history(deed, voice),
        meaning=lambda id: meaning(id, facts, voice),
        counted=lambda figure: _counted(figure, voice),
        lights=lambda deed: _light(deed, voice),
        verdict=lambda deed: _verdict(deed, voice),
        latest=lambda deed: _latest(deed, voice),
        css=_css_string,
        traced=kind == "brief",
    )
    environment.filters["groupby_commitment"] = _by_commitment
    environment.filters.update(content=voice.content, day=voice.day, month=voice.month)
    return environment


def meaning(id: str, facts: Facts, voice: Voice) -> str:
    """What a figure counts, in words: "省市场监管局 · 已具名"."""
    scope, *rest = id.split(".")
    if scope == "book":
        of = voice("scope_book")
    elif scope == "agency":
        of = voice.agency(facts.reading.agencies[rest.pop(0)])
    elif scope == "commitment":
        of = voice.content(facts.reading.commitments[rest.pop(0)].name)
    elif scope == "month":
        of = voice("scope_month", month=rest.pop(0))
    else:
        of = voice(f"scope_{scope}")
    if rest[0] in ("status", "light", "reason"):
        what = voice(f"cut_{rest[0]}", word=voice.word(f"words.{rest[0]}_{rest[1]}"))
    else:
        what = voice(f"cut_{rest[0]}")
    return Markup("{} · {}").format(of, what)


def _counted(figure: Figure, voice: Voice) -> str:
    """What a figure was counted from, drawn together and cut where it is long: the attachment has it whole."""
    text = compact(figure.items, "/") if figure.items else compact(figure.deeds)
    return text if len(text) <= COUNTED else text[:COUNTED].rpartition(",")[0] + " …"


def _light(deed: DeedFacts, voice: Voice) -> Markup:
    """The light of a deed as shape and word, in its colour."""
    colour = deed.light.colour
    return Markup('<b class="{}">{}</b> {}').format(colour, SHAPES[colour], voice.word(f"words.reason_{deed.light.reason}"))


def _verdict(deed: DeedFacts, voice: Voice) -> str:
    """What was checked. The office's own deeds wait for another verifier (本级自报待核实)."""
    finding = deed.state.finding
    if finding:
        return voice("verdict_on", verdict=voice.word(f"words.verdict_{finding.verdict}"), day=finding.effective_on)
    if deed.status != lifecycle.COMPLETED:
        return Markup("—")
    owners = deed.state.owners
    own = owners is None or owners.verifier in (None, deed.lead)
    return voice("own_unverified") if own else voice("not_yet")


def _latest(deed: DeedFacts, voice: Voice) -> Markup:
    """The last thing handed in: day, stage, difficulty, note."""
    progress = deed.state.progress
    if progress is None:
        return Markup("—")
    said = [progress.stage, progress.difficulty or progress.note]
    words = "；".join(voice.content(part) for part in said if part)
    return Markup("{} {}").format(deed.state.handed_in_on, words[:LATEST] + ("…" if len(words) > LATEST else ""))


def _changes(deed: DeedFacts, facts: Facts, voice: Voice) -> list[tuple[str, str, Entry]]:
    """What a promise was, what it is, and the entry that changed it: schedule, target, lead."""
    state, found = deed.state, []

    unknown = voice.word("words.unknown")

    def both(then: Entry | None, now: Entry | None, spelled) -> None:
        was = spelled(then) if then is not None else unknown
        if state.baseline is not None and now is not None and was != spelled(now):
            found.append((was, spelled(now), now))

    started = {e.start_on if e else None for e in (state.original_schedule, state.schedule)}
    if len(started) == 1:
        both(state.original_schedule, state.schedule, lambda e: str(e.due_on or unknown))
    else:
        both(state.original_schedule, state.schedule, lambda e: f"{e.start_on or unknown} – {e.due_on or unknown}")
    both(state.original_target, state.target, lambda e: voice.content(f"{e.target or ''}{e.unit or ''}{e.wording or ''}") or unknown)
    both(state.original_owners or state.owners, state.owners, lambda e: voice.agency(facts.reading.agencies.get(e.lead)))
    return found


def _by_commitment(deeds: Iterable[DeedFacts]) -> list[tuple[str, list[DeedFacts]]]:
    return [(code, list(found)) for code, found in groupby(deeds, key=lambda deed: deed.commitment)]


def _todo(expected: list[tuple[str, dict]], voice: Voice) -> Markup:
    return Markup("；").join(voice(f"todo_{key}", **values) for key, values in expected)


def _history(deed: DeedFacts, voice: Voice) -> Markup:
    """What was handed in and found, a few words an entry, latest last."""
    said = []
    for entry in deed.entries:
        if entry.kind == journal.PROGRESS:
            words = voice.word(f"words.status_{entry.status}")
            percent = "" if entry.progress is None else f" {entry.progress}%"
            said.append(Markup("{} {}{}").format(entry.effective_on, words, percent))
        elif entry.kind in (journal.FINDING, journal.CONFIRMATION, journal.SCHEDULE, journal.BASELINE):
            key = f"words.verdict_{entry.verdict}" if entry.kind == journal.FINDING else f"words.kind_{entry.kind}"
            said.append(Markup("{} {}").format(entry.effective_on, voice.word(key)))
    cut = Markup("… → ") if len(said) > HISTORY else Markup("")
    return cut + Markup(" → ").join(said[-HISTORY:])


def _css_string(text: str) -> Markup:
    """A text as a CSS string, safe inside a style element."""
    return Markup('"' + "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in str(text)) + '"')
