"""How a report speaks: its language, its script, its dates and names."""

from __future__ import annotations

from datetime import date
from typing import Any

from markupsafe import Markup, escape

from tracker.directory import Agency
from tracker.i18n import Catalogue
from tracker.plaintext import visible

SCRIPTS = ("hans", "hant")
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


class Voice:
    """Words of the catalogue and content of the books, as one report prints them.

    `language` is one of `i18n.LANGUAGES`; `script` is that of the content
    (default: Traditional in a zh-TW report, else Simplified, as it is kept).
    """

    def __init__(self, language: str, script: str | None = None):
        self.language = language
        self.script = script or ("hant" if language == "zh-TW" else "hans")
        self._catalogue = Catalogue(language)
        self._converter = None

    def __call__(self, key: str, **values: Any) -> Markup:
        """A message of the catalogue `reports`; values are escaped."""
        return self.word(f"reports.{key}", **values)

    def word(self, key: str, **values: Any) -> Markup:
        """A message of any catalogue."""
        text = Markup(escape(self._catalogue(key)))
        return text.format(**values) if values else text

    def say(self, key: str, /, **values: Any) -> str:
        """A message of any catalogue as plain text."""
        return self._catalogue(key, **values)

    def plain(self, key: str, **values: Any) -> str:
        """A message of the catalogue `reports` as plain text."""
        return self._catalogue(f"reports.{key}", **values)

    def content(self, text: str | None) -> str:
        """Content of the books in the report's script; hidden characters made visible."""
        if not text:
            return ""
        if self.script == "hant":
            if self._converter is None:
                from opencc import OpenCC

                self._converter = OpenCC("s2tw")
            text = self._converter.convert(text)
        return visible(text)

    def agency(self, agency: Agency | None, full: bool = False) -> str:
        if agency is None:
            return ""
        if self.language == "en":
            return visible(agency.called("en"))
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
