"""What the renderer takes an HTML page to look like before any stylesheet says otherwise.

It reads three stylesheets of its own when it is imported, a twentieth of the
time of a brief: here they are read when first asked for, and for a page of the
program's own templates only as far as they speak of what stands on the page.
"""

from __future__ import annotations

import contextlib
import copy
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache

UNUSED = {"marker", "footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"}
"""Pseudo-elements that every element of a page is given: footnotes, which no report has, and the marks of lists, which come out the same without."""

_RULE = re.compile(r"(?m)^(?!@|\s)(?P<whom>[^{}\n]+)\{[^{}]*\}$")
_COUNTER = re.compile(r"(?m)^@counter-style (?!decimal ).*$")
_CONDITION = re.compile(r"\[[^\]]*\]|::?[\w-]+")
_COMMENT = re.compile(r"(?s)/\*.*?\*/")


@contextlib.contextmanager
def unread(known: str) -> Iterator[None]:
    """Import the renderer within: if its version is as `known`, its stylesheets wait until one is asked for."""
    import tinycss2

    waiting, parse = [], tinycss2.parse_stylesheet

    def parsed(text):
        if not sys.modules["weasyprint"].__version__.startswith(known):
            return parse(text)
        waiting.append(text)
        return []

    tinycss2.parse_stylesheet = parsed
    try:
        yield
    finally:
        tinycss2.parse_stylesheet = parse
    if waiting:
        _read_when_asked_for()


def _read_when_asked_for() -> None:
    from weasyprint import CSS, HTML, html

    @cache
    def read() -> None:
        for sheet, text in ((html.UA_STYLESHEET, html.UA), (html.UA_FORM_STYLESHEET, html.UA_FORM), (html.PH_STYLESHEET, html.PH)):
            CSS.__init__(sheet, string=text, counter_style=html.UA_COUNTER_STYLE)

    def after_reading(original: Callable) -> Callable:
        def asked(page, *given, **named):
            read()
            return original(page, *given, **named)

        return asked

    for name in ("_ua_stylesheets", "_ua_counter_style", "_ph_stylesheets"):
        setattr(HTML, name, after_reading(getattr(HTML, name)))


def shortcuts(ours: bool) -> list[tuple[object, str, Callable]]:
    """As those of `shortcuts`, for one document; `ours` says that the program's own templates made it."""
    from weasyprint import CSS, HTML, html
    from weasyprint.css.counters import CounterStyle

    if not ours:
        return [(HTML, "_ua_stylesheets", _without_unused)]

    @cache
    def read(page) -> tuple:
        counters = CounterStyle()
        return CSS(string=spoken_of(html.UA, {str(element.tag).rpartition("}")[2] for element in page.etree_element.iter()}), counter_style=counters), counters

    return [
        (HTML, "_ua_stylesheets", lambda original: lambda page, forms=False: original(page, forms) if forms else [read(page)[0]]),
        (HTML, "_ua_counter_style", lambda original: lambda page: [read(page)[1].copy()]),
    ]


def spoken_of(sheet: str, elements: Iterable[str]) -> str:
    """The rules of the renderer's stylesheet, each of which stands on a line, that speak of any of these elements, or of none by name."""
    present = set(elements)

    def kept(rule: re.Match) -> str:
        whom = _CONDITION.sub(" ", rule["whom"])
        named = set(re.findall(r"[a-z][a-z0-9]*", whom))
        unused = any(f"::{pseudo} " in rule["whom"] for pseudo in UNUSED)
        return rule[0] if not unused and (not named or named & present) else ""

    sheet = _COMMENT.sub("", sheet)
    return _RULE.sub(kept, sheet if present & {"ol", "ul", "li"} else _COUNTER.sub("", sheet))


def _without_unused(original):
    """Six styles beside that of every element are a quarter of the memory, for nothing."""

    def sheets(page, forms=False):
        found = [copy.copy(sheet) for sheet in original(page, forms)]
        for sheet in found:
            sheet.matcher = copy.copy(sheet.matcher)
            sheet.matcher.other_selectors = [entry for entry in sheet.matcher.other_selectors if entry[3] not in UNUSED]
        return found

    return sheets
