"""YAML without surprises: plain data, the place of every value, and what is wrong.

Stock loaders turn `no` into False, `12:30` into 750, `5.10` into 5.1 and take
the last of two equal keys. Here only whole numbers, true, false and null are
more than text; equal keys, anchors, aliases, tags and merge keys are faults;
and a fault in one place does not hide the faults in the others, except a
breach of YAML's own grammar, after which nothing can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from . import indents, places, unquoted

MAX_DEPTH = 20
"""Levels of nesting; the schema needs seven."""

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEAN = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
# Without leading zeros and at most 18 digits, so that a number turned back into text is what was written.
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Path = tuple[str | int, ...]


class Fault(NamedTuple):
    """Something wrong: where, and the name of its message in the catalogue with the values that fill it in."""

    line: int
    column: int
    path: Path
    message: str
    values: dict[str, Any]


class Document:
    """What a file says: `data` (None when nothing could be read) and the `faults` of its YAML."""

    def __init__(self, text: str):
        self.text = text
        self.data: Any = None
        self.faults: list[Fault] = []

    @cached_property
    def _root(self) -> places.Place:
        # Asked for only when there is something to say: most files have no fault.
        return places.read(self.text, _LOADER)

    def locate(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the value at `path`, or of the nearest thing around it that exists.

        With `key`, of the key that names it.
        """
        return places.locate(self._root, path, key=key)

    def at(self, path: Path) -> Any:
        """The value at `path`; None if there is none."""
        value = self.data
        for step in path:
            if isinstance(value, dict):
                value = value.get(step)
            else:
                value = value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None
        return value

    def spell(self, path: Path) -> str:
        """A path as people read it: `commitments[scjg-1].items[#3].due`.

        A member of a list is named by its key or code; if it has none, by its
        number, counted from 1.
        """
        words, data = "", self.data
        for step in path:
            if isinstance(step, int):
                data = data[step] if isinstance(data, list) and step < len(data) else None
                name = (data.get("key") or data.get("code")) if isinstance(data, dict) else None
                named = isinstance(name, str | int) and re.fullmatch(r"[\w-]{1,40}", str(name))
                words += f"[{name}]" if named else f"[#{step + 1}]"
            else:
                data = data.get(step) if isinstance(data, dict) else None
                words += f".{step}" if words else step
        return words


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(text: str) -> Document:
    """Read one YAML document."""
    document = Document(text)
    if strange := _NOT_YAML.search(text):
        line = text.count("\n", 0, strange.start()) + 1
        column = strange.start() - text.rfind("\n", 0, strange.start())
        document.faults.append(Fault(line, column, (), "control", {"code": f"U+{ord(strange[0]):04X}"}))
        return document
    builder = _Builder(document.faults, text)
    try:
        document.data = builder.build(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        fault = _grammar_fault(error, text, builder)
        if not (document.faults and document.faults[-1].message == "hash_in_text"):  # which took the end of what is open
            document.faults.append(fault)
    except _Stop:
        pass
    if document.data is None and not document.faults:
        document.faults.append(Fault(1, 1, (), "empty", {}))
    return document


class _Stop(Exception):
    """The rest is not read."""


class _Frame:
    """A mapping or list that is being read."""

    __slots__ = ("data", "key", "lines")

    def __init__(self, data: dict | list):
        self.data = data
        self.key: str | None = None
        """The key whose value comes next."""
        self.lines: dict[str, int] = {}
        """Where each key stands."""


class _Builder:
    """Turns the parser's events into data, without recursion."""

    def __init__(self, faults: list[Fault], text: str):
        self.faults = faults
        self.lines = text.splitlines() if _REMARK.search(text) else ()
        """The lines of a text in which a remark may cut something off."""
        self.stack: list[_Frame] = []
        self.quoted: yaml.ScalarEvent | None = None
        """The last text in quotes over several lines: its own quote may have been forgotten, and it ends at the next one."""

    def build(self, events: Iterator[yaml.Event]) -> Any:
        root, documents = None, 0
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                value = self.scalar(event)
                if value is _KEY:
                    continue
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self.open(event, {} if kind is yaml.MappingStartEvent else [])
                continue
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                value = self.stack.pop().data
            elif kind is yaml.AliasEvent:
                self.fault(event, "alias", name=event.anchor)
                self.refuse_as_key(event)
                value = None
            else:
                documents += kind is yaml.DocumentStartEvent
                if documents > 1:
                    self.fault(event, "documents")
                    break
                continue
            if self.stack:
                self.put(value)
            else:
                root = value
        return root

    def scalar(self, event: yaml.ScalarEvent) -> Any:
        """The value, or `_KEY` if it names the value that comes next."""
        if event.style in ("'", '"') and event.end_mark.line > event.start_mark.line:
            self.quoted = event
        if event.anchor is not None or event.tag is not None:
            self.refuse_extras(event)
        if self.lines and not event.style and unquoted.cut_off(self.lines[event.end_mark.line], event.end_mark.column):
            self.fault(event, "hash_in_text")
        frame = self.stack[-1] if self.stack else None
        if frame is None or frame.key is not None or type(frame.data) is list:
            return event.value if event.style else _value(event.value)
        frame.key = key = event.value
        if key == "<<" and not event.style:
            self.fault(event, "merge")
        elif key in frame.lines:
            self.fault(event, "duplicate_field", name=key, line=frame.lines[key])
        frame.lines.setdefault(key, event.start_mark.line + 1)
        return _KEY

    def open(self, event: yaml.CollectionStartEvent, data: dict | list) -> None:
        if event.anchor is not None or event.tag is not None:
            self.refuse_extras(event)
        if len(self.stack) == MAX_DEPTH:
            self.fault(event, "deep", limit=MAX_DEPTH)
            raise _Stop
        self.refuse_as_key(event)
        self.stack.append(_Frame(data))

    def refuse_as_key(self, event: yaml.NodeEvent) -> None:
        """Stop where something other than text names a field."""
        if self.stack and self.stack[-1].key is None and isinstance(self.stack[-1].data, dict):
            self.fault(event, "key_not_text")
            raise _Stop

    def put(self, value: Any) -> None:
        """A value is complete: into the mapping or list around it. Of equal keys the first one's value is kept."""
        frame = self.stack[-1]
        if frame.key is None:
            frame.data.append(value)
        else:
            frame.data.setdefault(frame.key, value)
            frame.key = None

    def path(self) -> Path:
        steps = (len(frame.data) if isinstance(frame.data, list) else frame.key for frame in self.stack)
        return tuple(step for step in steps if step is not None)

    def refuse_extras(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self.fault(event, "anchor", name=event.anchor)
        if event.tag is not None:
            self.fault(event, "tag", name=event.tag)

    def fault(self, event: yaml.Event, message: str, **values: Any) -> None:
        mark = event.start_mark
        self.faults.append(Fault(mark.line + 1, mark.column + 1, self.path(), message, values))


_KEY = object()
_REMARK = re.compile(r"\S[ \t]+#[^\s#]")


def _value(text: str) -> Any:
    """What an unquoted word means."""
    if text in _NULL:
        return None
    if text in _BOOLEAN:
        return _BOOLEAN[text]
    return int(text) if _INTEGER.match(text) else text


# What the two parsers (libyaml's and PyYAML's own) say, and what we say.
_GRAMMAR = (
    ("mapping values are not allowed", "colon_in_text"),
    ("could not find expected ':'", "no_colon"),
    ("found unexpected end of stream", "open_quote"),
    ("',' or ']'", "open_list"),
    ("',' or '}'", "open_mapping"),
    ("tab character", "tab"),
    ("unknown escape character", "escape"),
    ("did not find expected key", "indent"),
    ("did not find expected '-'", "indent"),
    ("<block end>", "indent"),
)

# `name：甲` with a full-width colon, or `name:甲` without a space: the parser stumbles here or on the next line.
_NO_COLON = re.compile(r"\s*(?:- )*[a-z_]+(?=：|:[^\s])")

_FIELD = re.compile(r"\s+[a-z_]+")
_MEMBER = re.compile(r"\s*(?:- |[a-z_]+:(?: |$)|$)")


def _grammar_fault(error: yaml.MarkedYAMLError, text: str, builder: _Builder) -> Fault:
    path = builder.path()
    problem = error.problem or ""
    message = next((name for words, name in _GRAMMAR if words in problem), "grammar")
    mark = error.problem_mark or error.context_mark
    if message == "open_quote" and error.context_mark:
        mark = error.context_mark  # where the quote opens, not the end of the file
    if builder.quoted and mark and mark.line == builder.quoted.end_mark.line:
        message, mark = "open_quote", builder.quoted.start_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = ["", *text.splitlines(), ""]
    if message == "colon_in_text" and _FIELD.fullmatch(lines[line][: column - 1]):
        message = "indent"  # the name of a field, taken for more of the text above it
    if "cannot start any token" in problem:
        character = lines[line][column - 1 : column]
        if character != "\t":
            return Fault(line, column, path, "first_character", {"character": character})
        message = "tab"
    for number in (line, line - 1) if message != "colon_in_text" else ():
        if found := unquoted.slip(lines[number]):
            return Fault(number, found.column + 1, path, "quote_text", {"character": found.character, "right": found.right})
    for number in (line - 1, line):
        if found := _NO_COLON.match(lines[number]):
            return Fault(number, found.end() + 1, path, "no_colon", {})
    if message in ("open_list", "open_mapping") and _MEMBER.match(lines[line]):  # noticed only where something else begins
        line = max((number for number in range(1, line) if lines[number].split("#")[0].strip()), default=line)
        column = len(lines[line].rstrip()) + 1
    if message == "indent":  # the parser goes by what it closed already: it is elsewhere in the file than it seems
        message, values = indents.slip(lines, line)
        return Fault(line, values.get("indent", column - 1) + 1, (), message, values)
    return Fault(line, column, path, message, {})
