"""What a saved page says of its article in its head: title, publisher, day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from html import unescape

from tracker.article import markup
from tracker.article.compiling import compiled
from tracker.plaintext import LINE, line

_HEAD = 200_000  # characters of a page in which its head stands
_META = compiled(r"<meta\b([^<>]*)>", re.I)
_TITLE = compiled(r"<title\b[^<>]*>([^<>]{1,1000})</title", re.I)
# In the order in which they are believed: of the pages of governments, of social media, of search engines.
_TITLES = ("articletitle", "og:title", "twitter:title")
_PUBLISHERS = ("contentsource", "og:article:author", "source", "og:site_name", "sitename")
_DAYS = ("pubdate", "article:published_time", "og:release_date", "publishdate", "datepublished")
_DAY = compiled(r"\s*(20\d\d)(?:[-/.年](\d{1,2})[-/.月](\d{1,2})|(\d\d)(\d\d))(?!\d)")
_FROM = compiled(r"^(?:来源|來源|稿源|信息来源)[:：]\s*")


@dataclass(frozen=True, slots=True)
class Page:
    """`said_in` tells of each of the three that is known where the page says it."""

    title: str | None = None
    publisher: str | None = None
    day: date | None = None
    said_in: tuple[tuple[str, str], ...] = ()


def of(raw: str) -> Page:
    """What the page says; nothing of plain text."""
    if not markup.is_page(raw):
        return Page()
    said: dict[str, str] = {}
    written: dict[str, str] = {"title": "<title>"}
    for tag in _META.finditer(raw, 0, _HEAD):
        given = markup.attributes(tag[1])
        name = given.get("name") or given.get("property") or given.get("itemprop")
        if name and (words := _words(given.get("content", ""))):
            said.setdefault(name.lower(), words)
            written.setdefault(name.lower(), f"<meta {name[:40]}>")
    if (title := _TITLE.search(raw, 0, _HEAD)) and (words := _words(title[1])):
        said["title"] = _without_site(words, [_FROM.sub("", said[name]) for name in _PUBLISHERS if name in said])
    found = {}
    for field, names in (("title", (*_TITLES, "title")), ("publisher", _PUBLISHERS), ("day", _DAYS)):
        for name in names:
            value = said.get(name)
            known = value and (_day(value) if field == "day" else _FROM.sub("", value))
            if known:
                found[field] = (known, written[name])
                break
    values = {field: known for field, (known, _) in found.items()}
    return Page(**values, said_in=tuple((field, where) for field, (_, where) in found.items()))


def _words(written: str) -> str | None:
    return line(unescape(written)[:LINE], "")


def _without_site(title: str, sites: list[str]) -> str:
    """标题_某某政府网, 标题_某日报: the name of the site or the paper is no part of the title."""
    for site in sites:
        title = re.sub(rf"\s*[-_|—–]+\s*{re.escape(site)}$", "", title)
    return title


def _day(written: str) -> date | None:
    match = _DAY.match(written)
    try:
        return date(*(int(part) for part in match.groups() if part)) if match else None
    except ValueError:
        return None
