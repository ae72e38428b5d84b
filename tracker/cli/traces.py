"""A traced figure on the screen: each deed with the entries that say so and the place that announced it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from tracker import i18n
from tracker.cli import output, shown
from tracker.i18n import t
from tracker.reports.pages import meaning
from tracker.reports.tracing import Announced, Carried, Traced, Trail
from tracker.reports.voice import Voice
from tracker.scripts import content


def list_figures(found: Carried, file: Path, json: bool) -> None:
    """The figures of a report that can be traced, each with what it counts."""
    if json:
        output.as_json({"figures": [{"figure": id, "value": value} for id, value in found.figures.items()]})
        return
    voice = Voice(i18n.language())
    rows = [(id, meaning(id, found.facts, voice), value) for id, value in found.figures.items()]
    output.table([t(f"reports.{name}") for name in ("figure", "meaning", "number")], rows, right=(2,))
    output.say(t("reports.trace_next", file=file))


def show(traced: Traced, json: bool) -> None:
    if json:
        output.as_json({"figure": traced.figure.id, "value": traced.figure.value, "trails": [_trail_json(trail) for trail in traced.trails]})
        return
    known = traced.facts.reading.agencies
    output.out(f"{meaning(traced.figure.id, traced.facts, Voice(i18n.language()))}{t('look.colon')}{traced.figure.value}")
    for trail in traced.trails:
        who = [shown.agency(known, trail.deed.lead)] if trail.deed else [shown.agency(known, trail.agency.code)] if trail.agency else []
        what = [trail.deed.code, shown.title(trail.deed.title)] if trail.deed else [trail.agency.code] if trail.agency else []
        if what:
            output.out("  ".join([*what, *who]))
        for entry in trail.entries:
            said = t("look.colon").join(filter(None, (t(f"words.kind_{entry.kind}"), shown.summary(entry, known, among=trail.deed.entries if trail.deed else ()))))
            output.out("  ".join(filter(None, (f"  #{entry.number}", str(entry.effective_on), shown.speaker(entry, known), said))))
        for each in trail.announced:
            output.out(f"  {each.item}  {_where(each)}")


def _where(announced: Announced) -> str:
    """The announced place in words: source, publisher, day, characters, and the words themselves if the text is attached."""
    source, place = announced.source, announced.place
    about = t("look.comma").join(str(part) for part in (*(each and content(each) for each in (source.title, source.publisher)), source.published_on or t("reports.date_unknown")) if part)
    span = t("look.span", start=place[0], end=place[1]) if place else t("look.no_span")
    quoted = t("reports.quoted", words=" ".join(announced.words.split())[:120]) if announced.words else ""
    return f"{source.key}{t('look.in_brackets', what=about)} {span}{quoted}"


def _trail_json(trail: Trail) -> dict:
    return {
        "deed": trail.deed and trail.deed.code,
        "agency": trail.deed.lead if trail.deed else trail.agency and trail.agency.code,
        "entries": [shown.entry_json(entry) for entry in trail.entries],
        "announced": [{"item": a.item, "source": asdict(a.source), "place": a.place, "words": a.words} for a in trail.announced],
    }
