"""The catalogue in use.

A message has a key `room.name`; the text stands in `tracker/locale/<language>/<room>.py`,
or in a part of a folder of that name, as `MESSAGES[name]`, loaded when first asked for. zh_CN is the language the
messages are written in, en is written beside it, zh_TW is made from zh_CN by
``python -m tracker.locale`` (with overrides) and checked in.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any

from tracker.shellwords import quote

LANGUAGES = ("zh-CN", "zh-TW", "en")
DEFAULT = "zh-CN"


def normalise(name: str | None) -> str | None:
    """The language meant by a tag such as `zh_TW.UTF-8`, `zh-Hant` or `en_GB`; None if it is none of ours."""
    if not name:
        return None
    tag = name.split(".")[0].split("@")[0].replace("_", "-").lower()
    if tag in ("c", "posix"):
        return None
    if tag.startswith("zh"):
        return "zh-TW" if any(part in tag for part in ("tw", "hk", "mo", "hant")) else "zh-CN"
    return "en" if tag.startswith("en") else None


def from_environment(environ: dict[str, str] | None = None) -> str:
    """The terminal's language: `DEEDS_LANG`, else the locale, else Simplified Chinese."""
    environ = os.environ if environ is None else environ
    for name in ("DEEDS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        language = normalise(environ.get(name))
        if language:
            return language
    return DEFAULT


@cache
def _room(language: str, room: str) -> dict[str, str]:
    return import_module(f"tracker.locale.{language.replace('-', '_')}.{room}").MESSAGES


_FORMS = re.compile(r"\{(\w+):([^|{}]*)\|([^|{}]*)\}")


def inflect(text: str, values: Mapping[str, Any]) -> str:
    """A message with `{n:deed|deeds}` turned into the word for one or for many; a number may be marked up."""
    if "|" not in text:
        return text
    one = {name for name in values if re.sub(r"<[^>]*>", "", str(values[name])) == "1"}
    return _FORMS.sub(lambda found: found[2] if found[1] in one else found[3], text)


def _quoted(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: quote(str(value)) if name in _FILES or isinstance(value, os.PathLike) else value for name, value in values.items()}


_FILES = ("file", "folder")

_IN_QUOTES = re.compile(r"[“「]\{(\w+)\}[”」]")
_INNER = str.maketrans("“”‘’「」『』", "‘’“”『』「」")


@cache
def _in_quotes(text: str) -> list[str]:
    """What a message has in quotes."""
    return _IN_QUOTES.findall(text)


def _nested(text: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """What the message puts in quotes has inner ones: “‘为民办实事’任务清单”."""
    within = {name for name in _in_quotes(text) if any(mark in str(values.get(name)) for mark in "“”「」")}
    return {name: str(value).translate(_INNER) if name in within else value for name, value in values.items()}


class Catalogue:
    """Messages in one language. Call it with a key and the values that fill it in.

    What stands behind an arrow is to be typed: a file there is quoted where a shell needs it.
    """

    def __init__(self, language: str):
        if language not in LANGUAGES:
            raise ValueError(language)
        self.language = language

    def __call__(self, key: str, /, **values: Any) -> str:
        room, _, name = key.partition(".")
        text = _room(self.language, room)[name]
        if not values:
            return text
        said, arrow, typed = inflect(text, values).partition("→")
        return said.format(**_nested(said, values)) + (arrow + typed.format(**_quoted(values)) if arrow else "")

    def has(self, key: str) -> bool:
        room, _, name = key.partition(".")
        try:
            return name in _room(self.language, room)
        except ModuleNotFoundError:
            return False


_in_use = Catalogue(from_environment())


def use(language: str) -> None:
    """Make `language` the language of this process."""
    global _in_use
    _in_use = Catalogue(language)


def language() -> str:
    return _in_use.language


def t(key: str, /, **values: Any) -> str:
    """The message `key` in the language in use."""
    return _in_use(key, **values)


def has(key: str) -> bool:
    """Whether there is a message `key`."""
    return _in_use.has(key)


def worded(key: str) -> frozenset[str]:
    """The message `key` in each language: one of them is what a module says that was loaded while another was in use."""
    return frozenset(Catalogue(each)(key) for each in LANGUAGES)
