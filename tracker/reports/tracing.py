"""From a figure of a PDF back to the deeds, the entries and the announced places that it was counted from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from sqlalchemy import Connection

from tracker import sources
from tracker.directory import Agency
from tracker.errors import NotFound, ReportError
from tracker.journal import Entry
from tracker.reports import singles, verifying
from tracker.reports.facts import Facts
from tracker.reports.figures import Figure, cited
from tracker.reports.records import DeedFacts, Item, Source


@dataclass(frozen=True, slots=True)
class Announced:
    """Where something was announced: in which source, at which characters (None if unknown), in which words if its text is attached."""

    item: str
    source: Source
    place: tuple[int, int] | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Trail:
    """One thing that a figure counted: a deed, an announced unit, an agency or an instruction, with what says so."""

    deed: DeedFacts | None = None
    agency: Agency | None = None
    entries: tuple[Entry, ...] = ()
    announced: tuple[Announced, ...] = ()


@dataclass(frozen=True, slots=True)
class Traced:
    """A figure, recomputed, with a trail for everything that it counted."""

    facts: Facts
    figure: Figure
    trails: tuple[Trail, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """What a PDF carries: the facts that it speaks of, recomputed, and its figures by id with the value that it gives."""

    facts: Facts
    figures: dict[str, int | None]


def carried(connection: Connection, path: Path, today: date) -> Carried:
    """The figures of a PDF. Raises NotFound, BadInput, RuleError."""
    _, said, _, made = verifying.opened(connection, path, today)
    return Carried(made, {id: _printed(said, id) for id in said["figures"] if id in made.figures})


def trace(connection: Connection, path: Path, id: str, today: date) -> Traced:
    """What is behind a figure of a PDF. Raises NotFound, and ReportError where the PDF says another value."""
    _, carried, _, made = verifying.opened(connection, path, today)
    figure, printed = singles.figure(made, id), _printed(carried, id)
    if figure is None or (printed is None and id.startswith("deed.")):
        known = [*carried["figures"], *(f"deed.{code}.{name}" for code, deed in _deeds(carried).items() for name in deed.get("values", ()))]
        near = get_close_matches(id, known, n=3)
        raise NotFound("figure_unknown_near" if near else "figure_unknown", figure=id, near=" / ".join(near), file=path)
    if printed not in (None, figure.value):
        raise ReportError("figure_differs", file=path, figure=id, printed=printed, value=figure.value)
    return Traced(made, figure, tuple(_Tracer(connection, made).trails(figure)))


def _printed(carried: dict, id: str) -> int | None:
    """What a PDF says that a figure is."""
    said = carried["figures"].get(id)
    if id.startswith("deed."):
        code, _, name = id.removeprefix("deed.").rpartition(".")
        said = {"value": _deeds(carried).get(code, {}).get("values", {}).get(name)}
    return said.get("value") if isinstance(said, dict) else None


def _deeds(carried: dict) -> dict[str, dict]:
    deeds = carried.get("deeds")
    return {code: deed for code, deed in deeds.items() if isinstance(deed, dict)} if isinstance(deeds, dict) else {}


def _known(deed: DeedFacts) -> list[Entry]:
    """What holds of a deed, and what was taken back, in the order of the journal."""
    return sorted({*deed.entries, *(gone for _, gone in deed.taken_back)}, key=lambda entry: entry.number)


class _Tracer:
    def __init__(self, connection: Connection, facts: Facts):
        self._connection, self._facts, reading = connection, facts, facts.reading
        self._deeds = {deed.code: deed for deed in reading.deeds}
        self._sources = {source.key: source for source in reading.sources}
        self._items = {f"{item.commitment}/{item.key}": item for c in reading.commitments.values() for item in c.items}
        self._texts: dict[str, str | None] = {}

    def trails(self, figure: Figure) -> Iterator[Trail]:
        for code in figure.deeds:
            deed = self._deeds[code]
            numbers = {*figure.entries, *cited(deed.state, figure.cites)}
            entries = tuple(entry for entry in _known(deed) if entry.number in numbers)
            yield Trail(deed, entries=entries, announced=tuple(map(self._announced, deed.items)))
        for key in figure.items:
            yield Trail(announced=(self._announced(self._items[key]),))
        for code in figure.agencies:
            yield Trail(agency=self._facts.reading.agencies[code])
        if not figure.deeds:
            others = set(figure.entries) - {order.asked.number for order in self._facts.orders}
            for deed in self._deeds.values() if others else ():
                if entries := tuple(entry for entry in _known(deed) if entry.number in others):
                    yield Trail(deed, entries=entries)
            for order in self._facts.orders:
                if order.asked.number in figure.entries:
                    deed = self._deeds.get(order.of)
                    agency = self._facts.reading.agencies.get(deed.lead if deed else order.of)
                    yield Trail(deed, agency, tuple(filter(None, (order.asked, order.answer))))

    def _announced(self, item: Item) -> Announced:
        """An item at its own place, else at that of its commitment."""
        commitment = self._facts.reading.commitments[item.commitment]
        source, place = self._sources[commitment.source], item.place or commitment.place
        if source.key not in self._texts:
            self._texts[source.key] = sources.text_of(self._connection, source.sha256)
        text = self._texts[source.key]
        return Announced(f"{item.commitment}/{item.key}", source, place, text[slice(*place)] if text and place else None)
