"""Saved web pages: tags, scripts, what a browser does not show and entities out, block ends as line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from tracker.article import shown_numbers
from tracker.article.compiling import compiled

if TYPE_CHECKING:
    from tracker.article.cleaned import Cleaned

_IS_MARKUP = compiled(
    r"<(?:!doctype|html|head|body|meta|div|p|br|span|table|h[1-6]|article|section|font|strong|li)\b", re.I
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "section",
        "article",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "header",
        "footer",
        "nav",
        "td",
        "th",
        "title",
        "blockquote",
        "hr",
    ]
)
_UNREAD = compiled(r"<(!--|(?:script|style|head|noscript|iframe|svg|select|template|rt|rp)\b)", re.I)
# What stands around an article, and what a browser does not show. (Not visibility, under which some sites load their articles.)
_AROUND = frozenset(("nav", "footer", "aside", "navigation", "contentinfo", "complementary"))
# The same by its class or name, where it holds neither the headline nor a table; and a line that only leads to another page.
_BESIDE = compiled(r"(?:^|[\s_-])(?:side-?bar|related|recommend(?:ed|s|ation)?|hot-?(?:list|news|topic)s?|tuijian|bread-?crumbs?)(?:$|[\s_-])", re.I)
_MAIN = compiled(r"<(?:h1|table|article|main)\b", re.I)
_LINK_ALONE = compiled(
    r"\s*<a\b[^<>]*>(?:(?!</?(?:a|li)\b)[^\0。]){0,400}</a\s*>\s*(?:<(span|em|i)\b[^<>]*>[^<>]{0,30}</\1\s*>\s*)?(?:</?(?:li|ul|ol)\b)", re.I
)
_OPENING = compiled(r"<([A-Za-z][A-Za-z0-9]*)([^<>]*)>")
_ATTRIBUTE = compiled(r"([A-Za-z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+)))?")
_NOT_SHOWN = compiled(r"display\s*:\s*none", re.I)
_EMPTY = frozenset(("br", "hr", "img", "input", "link", "meta", "source", "wbr", "area", "col", "embed", "html", "body"))
_LEFT_OPEN = frozenset(("p", "li", "td", "th", "tr", "dt", "dd"))  # the next of the kind closes them
_HAN = compiled("[\u4e00-\u9fff]")
_TAG = compiled(r"<(/?)([A-Za-z][A-Za-z0-9]*)\b[^<>]*>|<[!?][^<>]*>")
_ENTITY = compiled(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_LINE_END = compiled(r"\s*\n\s*")
# A cell that holds no table of its own; the words of a whole page laid out in a table are no cell.
_CELL = r"<t[dh]\b(?P<given>[^<>]*)>(?P<words>(?:(?!</?(?:t[dhr]|table)\b)[^\0]){0,1500})</t[dh]\s*>"
_ROWS = compiled(rf"{_CELL}|</?(?:tr|(?P<table>table))\b[^<>]*>", re.I)
_MOST, _COLUMNS = 200, 24  # rows that a cell may span, in columns that are read
_REPEATED = 40  # characters of a cell that is read in each of its rows
_ANGLE = compiled(r"[<>]")
_WIDE = {"<": "＜", ">": "＞", "&": "＆"}


def is_page(text: str) -> bool:
    """Whether the text is a saved page."""
    return _IS_MARKUP.search(text, 0, 200_000) is not None


def without_markup(text: Cleaned) -> Cleaned:
    """The text of a page; plain text comes back as it is.

    No `<` is left of a page, so that its words can neither be taken for
    mark-up again nor act as such anywhere.
    """
    if not is_page(text.text):
        return text
    text = text.edited(_unread(text.text))
    seen = text.edited(_hidden(text.text))
    text = seen if _HAN.search(_TAG.sub("", seen.text)) else text  # a page that shows all its words by a script
    if sum(1 for tag in _TAG.finditer(text.text) if (tag[2] or "").lower() in _BLOCKS) > 1:
        text = text.rewritten(_LINE_END, " ")  # the tags end the lines, not the file's own line ends
    text = text.edited(shown_numbers.written_out(text.text))
    text = text.edited(_cells(text.text))
    text = text.rewritten(_TAG, lambda tag: "\n" if (tag[2] or "").lower() in _BLOCKS else "")
    text = text.rewritten(_ENTITY, _character)
    return text.rewritten(_ANGLE, lambda angle: _WIDE[angle[0]])


def _unread(text: str) -> Iterator[tuple[int, int, str]]:
    """Comments, scripts and the like, from their opening to their closing tag."""
    position = 0
    never_closed: set[str] = set()
    while opening := _UNREAD.search(text, position):
        name = opening[1].lower()
        position = opening.end()
        if name in never_closed:
            continue
        closing = re.compile("-->" if name == "!--" else rf"</{name}\s*>", re.I).search(text, position)
        if closing is None:
            never_closed.add(name)
            continue
        yield opening.start(), closing.end(), "\n"
        position = closing.end()


def _hidden(text: str) -> Iterator[tuple[int, int, str]]:
    """What stands around the article, and elements that are not shown, each with all it holds."""
    position = main = 0
    never_closed: set[str] = set()
    while opening := _OPENING.search(text, position):
        name = opening[1].lower()
        position = opening.end()
        if name in _EMPTY or name in never_closed:
            continue
        beside = not (name in _AROUND or _is_hidden(opening[2]))
        if beside and position < main:
            continue  # in a box that holds what is looked for
        if beside and not (_is_beside(opening[2]) or (name == "li" and _LINK_ALONE.match(text, position))):
            continue
        end = _end_of(text, name, position)
        if end is None:
            never_closed.add(name)
            continue
        if beside and (held := _MAIN.search(text, position, end)):
            main = held.start()
            continue
        yield opening.start(), end, "\n" if name in _BLOCKS else ""
        position = end


def attributes(written: str) -> dict[str, str]:
    """Name, in small letters, and value of each attribute of a tag; the first one of a name counts."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), "".join(values))
    return found


def _is_hidden(written: str) -> bool:
    given = attributes(written)
    return (
        "hidden" in given
        or given.get("aria-hidden", "").lower() == "true"
        or _NOT_SHOWN.search(given.get("style", "")) is not None
        or given.get("role", "").lower() in _AROUND
    )


def _is_beside(written: str) -> bool:
    """Whether a box of a page says by its class or name that it is no part of the article."""
    given = attributes(written)
    return any(_BESIDE.search(given.get(name, "")) for name in ("class", "id"))


def _end_of(text: str, name: str, position: int) -> int | None:
    """Where the element that opened before `position` ends."""
    depth = 1
    for tag in re.compile(rf"<(/?){name}(?=[\s>/])[^<>]*>", re.I).finditer(text, position):
        if not tag[1] and name in _LEFT_OPEN:
            return tag.start()
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return None


def _cells(text: str) -> Iterator[tuple[int, int, str]]:
    """A tab behind each cell, and no line ends inside it; a cell that spans rows stands in each of them."""
    spanning: dict[int, tuple[int, str]] = {}  # column: rows that are left, words
    column = 0

    def carried(row_ends: bool) -> str:
        """The cells of rows above that stand here; at the end of a row, all that are left of them."""
        nonlocal column
        words = ""
        while column in spanning or (row_ends and column < max(spanning, default=0)):
            left, written = spanning.pop(column, (0, ""))
            words += written + "\t"
            if left > 1:
                spanning[column] = (left - 1, written)
            column += 1
        return words

    for part in _ROWS.finditer(text):
        start = part.start()
        if part["words"] is None:
            if column and (words := carried(True)):
                yield start, start, words
            column = 0
            if part["table"]:
                spanning.clear()
            continue
        if words := carried(False):
            yield start, start, words
        yield start, part.start("words"), ""
        for tag in _TAG.finditer(text, *part.span("words")):
            yield *tag.span(), ""
        yield part.end("words"), part.end(), "\t"
        given = attributes(part["given"])
        rows, width = (min(int(given[name][:4]), _MOST) if given.get(name, "").isdecimal() else 1 for name in ("rowspan", "colspan"))
        words = _TAG.sub("", part["words"]).strip()
        if rows > 1 and len(words) <= _REPEATED and column + width <= _COLUMNS:
            spanning |= {column + n: (rows - 1, "" if n else words) for n in range(width)}
        column += width


def _character(entity: re.Match[str]) -> str:
    char = unescape(entity[0])
    if len(char) != 1:
        return ""
    return _WIDE.get(char, char)
