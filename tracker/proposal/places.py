"""Where every value of a YAML text stands, read in a second pass when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml


class Place(NamedTuple):
    """Line and column of a value, from 1, and the places of what it holds: by key, or in order."""

    line: int
    column: int
    children: dict[str, KeyedPlace] | list[Place] | None = None


class KeyedPlace(NamedTuple):
    """Line and column of a key, from 1, and the place of its value."""

    line: int
    column: int
    value: Place


def read(text: str, loader: Any) -> Place:
    """The places in a text that `strict_yaml.read` could read. Of equal keys the first one counts."""
    events = yaml.parse(text, Loader=loader)
    return next((_place(event, events) for event in events if isinstance(event, yaml.NodeEvent)), Place(1, 1))


def _place(event: yaml.Event, events: Iterator[yaml.Event]) -> Place:
    """The place of what `event` begins; takes the events that belong to it."""
    children: Any = None
    if isinstance(event, yaml.SequenceStartEvent):
        children = [_place(member, events) for member in _until_end(events)]
    elif isinstance(event, yaml.MappingStartEvent):
        children = {}
        for key in _until_end(events):
            value = _place(next(events), events)
            children.setdefault(key.value, KeyedPlace(*_at(key), value))
    return Place(*_at(event), children)


def _until_end(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            return
        yield event


def _at(event: yaml.Event) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def locate(place: Place, path: tuple[str | int, ...], *, key: bool) -> tuple[int, int]:
    """Line and column of what `path` leads to, or of the last step that exists; with `key`, of its key."""
    at = place.line, place.column
    for step in path:
        children = place.children
        if isinstance(children, dict) and step in children:
            line, column, place = children[step]
            at = (line, column) if key else (place.line, place.column)
        elif isinstance(children, list) and isinstance(step, int) and step < len(children):
            place = children[step]
            at = place.line, place.column
        else:
            break
    return at
