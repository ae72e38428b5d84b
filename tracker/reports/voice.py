"""How a report speaks: its language, its script, its dates and names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any
from unicodedata import east_asian_width

from markupsafe import Markup, escape

from tracker import i18n
from tracker.directory import Agency, shared
from tracker.errors import UsageError
from tracker.i18n import Catalogue, inflect, normalise
from tracker.plaintext import visible
from tracker.scripts import traditional

SCRIPTS = ("hans", "hant")
_HAN = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
_APART = re.compile(rf"(?<={_HAN}) (?=\{{)|(?<=\}}) (?={_HAN})")
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def chosen(language: str | None, script: str | None) -> str:
    """The language of a report: that which is asked for, else that of the screen in the script asked for, since a page has one script.

    Raises UsageError for an unknown one, and for two that do not go together; the content of an English report has either script.
    """
    found = normalise(language) if language else i18n.language()
    if found is None:
        raise UsageError("language_unknown", word=language, choices=" / ".join(i18n.LANGUAGES))
    if script is not None and script not in SCRIPTS:
        raise UsageError("script_unknown", word=script, choices=" / ".join(SCRIPTS))
    written = {"hans": "zh-CN", "hant": "zh-TW"}.get(script or "", found)
    if found == "en" or written == found:
        return found
    if language:
        raise UsageError("script_of_another", language=found, script=script, again=written)
    return written


class Voice:
    """Words of the catalogue and content of the books, as one report prints them.

    `language` is one of `i18n.LANGUAGES`; `script` is that of the content
    (default: Traditional in a zh-TW report, else Simplified, as it is kept).
    Between Chinese and a number a screen has a space, a report has none.
    `agencies` are those it speaks of: what most of their English names begin
    with is said only where a name is given in full.
    """

    def __init__(self, language: str, script: str | None = None, agencies: Iterable[Agency] = ()):
        self.language = language
        self._shared = shared([agency.called("en") for agency in agencies]) if language == "en" else ""
        self.script = script or ("hant" if language == "zh-TW" else "hans")
        self._catalogue = Catalogue(language)

    def __call__(self, key: str, **values: Any) -> Markup:
        """A message of the catalogue `reports`; values are escaped."""
        return self.word(f"reports.{key}", **values)

    def word(self, key: str, **values: Any) -> Markup:
        """A message of any catalogue."""
        text = Markup(escape(inflect(self._tight(key), values)))
        return text.format(**values) if values else text

    def say(self, key: str, /, **values: Any) -> str:
        """A message of any catalogue as plain text."""
        text = self._tight(key)
        return inflect(text, values).format(**values) if values else text

    def _tight(self, key: str) -> str:
        """The catalogue `reports` is written for reports; the words of screens are set as it is."""
        text = self._catalogue(key)
        return text if self.language == "en" or key.startswith("reports.") else _APART.sub("", text)

    def plain(self, key: str, **values: Any) -> str:
        """A message of the catalogue `reports` as plain text."""
        return self._catalogue(f"reports.{key}", **values)

    def content(self, text: str | None) -> str:
        """Content of the books in the report's script; hidden characters made visible."""
        if not text:
            return ""
        return visible(traditional(text) if self.script == "hant" else text)

    def brief(self, text: str | None, limit: int) -> str:
        """The beginning of a longer text, of at most so many Chinese characters or twice as many letters, with a … ."""
        return shortened(self.content(text), limit)

    def agency(self, agency: Agency | None, full: bool = False) -> str:
        if agency is None:
            return ""
        if self.language == "en":
            name = agency.called("en")
            return visible(name if full else name.removeprefix(self._shared) or name)
        return self.content(agency.full_name if full else agency.name)

    def day(self, day: date | None) -> str:
        """A day in words: 2021年7月31日, 31 July 2021."""
        if day is None:
            return ""
        if self.language == "en":
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        return f"{day.year}年{day.month}月{day.day}日"

    def month(self, day: date) -> str:
        return f"{_MONTHS[day.month - 1][:3]} {day.year}" if self.language == "en" else f"{day.year}年{day.month}月"


def shortened(text: str, limit: int) -> str:
    """A text cut so that it is no wider than `limit` Chinese characters."""
    if len(text) <= limit or _width(text) <= 2 * limit:
        return text
    room, kept = 2 * limit - 2, 0
    for character in text:
        room -= _width(character)
        if room < 0:
            break
        kept += 1
    return text[:kept].rstrip() + "…"


def both_ends(text: str, limit: int) -> str:
    """As `shortened`, with a quarter of the room for the end: where names begin alike, they differ there."""
    if shortened(text, limit) == text:
        return text
    end = shortened(text[::-1], limit // 4).rstrip("…")[::-1]
    return shortened(text, limit - limit // 4) + end


def _width(text: str) -> int:
    """In halves of a Chinese character."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)
