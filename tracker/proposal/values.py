"""One rule a kind of value. Each takes what the YAML gave and returns the value or raises a named fault.

The name of a fault is the name of its message in the catalogue `proposal`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from typing import Any
from unicodedata import normalize

from pydantic_core import PydanticCustomError

MAX_LINE, MAX_NOTE = 300, 5_000
# Control characters but tab and line end; then what turns or hides text: bidi marks and overrides, zero-width characters.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_KEY = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?\Z")
CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}\Z")
_DAY = re.compile(r"([0-9]{4})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)\Z")
_QUANTITY = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?\Z")
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_URL = re.compile(r"https?://[^\s<>\"']{1,2000}\Z")


def fault(name: str, **given: Any) -> PydanticCustomError:
    """A fault whose message is `proposal.<name>`."""
    return PydanticCustomError(name, name, given)  # type: ignore[arg-type]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        raise fault("needs_quotes", value="true" if value else "false")
    if isinstance(value, int):  # an unquoted 17 where text is wanted
        return str(value)
    if isinstance(value, list | dict) and value:
        raise fault("text_in_brackets")
    if not isinstance(value, str) or not value.strip():
        raise fault("needs_text")
    return value.strip()


def note(value: Any) -> str:
    text = _text(value)
    if unseen := _UNSEEN.search(text):
        raise fault("unseen", code=f"U+{ord(unseen[0]):04X}")
    if len(text) > MAX_NOTE:
        raise fault("too_long", length=len(text), limit=MAX_NOTE)
    return text


def line(value: Any) -> str:
    text = note(value)
    if "\n" in text or "\t" in text or "\u2028" in text or "\u2029" in text:
        raise fault("one_line")
    if len(text) > MAX_LINE:
        raise fault("too_long", length=len(text), limit=MAX_LINE)
    return text


def name(value: Any) -> str:
    text = line(value)
    if text.count("“") != text.count("”") and '"' in text:
        raise fault("mixed_quotes")
    return text


def agencies(value: Any) -> tuple[Any, ...]:
    """Agencies as people list them: one word, or several in one with 、 between."""
    found = members([value] if isinstance(value, str) else value)
    return tuple(part for each in found for part in (each.split("、") if isinstance(each, str) else [each]) if part != "")


def _shaped(pattern: re.Pattern[str], name: str) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        text = _text(value)
        if not pattern.match(text):
            raise fault(name, value=text)
        return text

    return check


key = _shaped(_KEY, "key_form")
agency_code = _shaped(CODE, "code_form")
sha256 = _shaped(_SHA256, "sha256_form")
url = _shaped(_URL, "url_form")
quantity = _shaped(_QUANTITY, "quantity_form")


def day(value: Any) -> date:
    text = _text(value)
    match = _DAY.match(normalize("NFKC", text))
    if not match:
        raise fault("day_form", value=text)
    try:
        return date(*(int(part) for part in match.groups() if part and part.isdecimal()))
    except ValueError:
        raise fault("day_unreal", value=text) from None


def real_day(year: int | None, month: int, of_month: int) -> None:
    """Refuse the 31st of April; without a year, the 29th of February may exist."""
    try:
        date(year or 2000, month, of_month)
    except ValueError:
        shown = f"{month}-{of_month}" if year is None else f"{year}-{month}-{of_month}"
        raise fault("day_unreal", value=shown) from None


def whole_number(least: int, most: int) -> Callable[[Any], int]:
    def check(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise fault("needs_number", least=least, most=most)
        if not least <= value <= most:
            raise fault("number_range", value=value, least=least, most=most)
        return value

    return check


def yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise fault("needs_boolean")
    return value


def one_of(words: tuple[str, ...]) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        text = _text(value)
        if text not in words:
            near = get_close_matches(text.lower(), words, 1, 0.6)
            raise fault("choice_near" if near else "choice", value=text, words=", ".join(words), near="".join(near))
        return text

    return check


def exactly(word: str) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if value != word:
            raise fault("format", word=word)
        return word

    return check


def span(value: Any) -> tuple[int, int]:
    whole = isinstance(value, list) and len(value) == 2 and all(type(number) is int for number in value)
    if not whole:
        raise fault("span_form")
    start, end = value
    if not 0 <= start < end:
        raise fault("span_order", start=start, end=end)
    return start, end


def members(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise fault("needs_list")
    return tuple(value)


def mapping(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise fault("needs_mapping")
    return value
