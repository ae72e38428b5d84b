"""Bytes of a file → its raw text; everything that is not an article is refused.

Offsets of a proposal count the characters of this raw text, so nothing is
changed here: decoding only. A byte order mark is of the encoding, not of the
text, and is not counted.
"""

from __future__ import annotations

import re

from tracker.article.compiling import compiled
from tracker.errors import BadInput

LARGEST = 20_000_000
"""Bytes. An article has some thousands; a yearbook has a few million."""

_BINARY_STARTS = {
    b"%PDF": "pdf",
    b"PK\x03\x04": "office",
    b"\xd0\xcf\x11\xe0": "office",
    b"{\\rtf": "office",
}
_OF_OFFICE = (b"[Content_Types].xml", b"mimetype")
"""What an office document has in it, and another archive has not."""
_OF_A_SHEET = (b"xl/", b"opendocument.spreadsheet", "Workbook".encode("utf-16-le"))
_OF_ANOTHER = (b"{\\rtf", b"word/", b"ppt/", "WordDocument".encode("utf-16-le"))
"""What a spreadsheet has in it, and what has an office document of another kind, in which there may be a spreadsheet."""
_ARCHIVE = compiled(rb"\s*(?:From: <Saved by|MIME-Version: ?1|Content-Type: ?multipart/related|Snapshot-Content-Location:)", re.I)
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x0b\x1a\x1b")


def read(data: bytes) -> str:
    """The text of a plain-text or saved-HTML file in UTF-8 or GB18030, with or without a byte order mark, or UTF-16 with one.

    Raises `BadInput` when the file is empty, larger than `LARGEST`, a PDF, an
    office document, another binary, or in some other encoding.
    """
    if len(data) > LARGEST:
        raise BadInput("article_too_large", limit=LARGEST // 1_000_000)
    for start, what in _BINARY_STARTS.items():
        if data.startswith(start):
            raise BadInput(f"article_is_{_inside(data) if what == 'office' else what}")
    if _ARCHIVE.match(data[:2000]):
        raise BadInput("article_is_mht")
    text = _decoded(data)
    if not text.strip():
        raise BadInput("article_empty")
    return text


def is_proposal(text: str) -> bool:
    """Whether a text is a file that was made of an article already."""
    return _MADE.search(text) is not None


_MADE = compiled(r"^format: ?[\"']?practical-deeds/", re.M)


def _inside(data: bytes) -> str:
    """An archive, a spreadsheet or another office document."""
    if data.startswith(b"PK") and not any(member in data for member in _OF_OFFICE):
        return "zip"
    is_sheet = any(part in data for part in _OF_A_SHEET) and not any(part in data for part in _OF_ANOTHER)
    return "sheet" if is_sheet else "office"


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        raise BadInput("article_encoding_other", encoding="UTF-32")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _wide(data)
    if wide := _wide_without_mark(data[:65536]):
        raise BadInput("article_encoding_other", encoding=wide)
    if _looks_binary(data[:65536]):
        raise BadInput("article_is_binary")
    if data.isascii() and _SHIFTS.search(data[:65536]):
        raise BadInput("article_encoding")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if (_is_chinese if encoding == "gb18030" else _was_read_well)(text[:_SAMPLE]):
            return text.removeprefix("\ufeff")
        break
    raise _refused(data)


def _wide(data: bytes) -> str:
    """UTF-16 with a byte order mark, as some editors call Unicode."""
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError:
        raise BadInput("article_encoding") from None


def _refused(data: bytes) -> BadInput:
    """What to say of bytes that are no whole text in an encoding that is read."""
    for encoding, name in (("utf-8", "UTF-8"), ("gb18030", "GB18030"), ("big5hkscs", "Big5")):
        text = data.decode(encoding, "replace")
        damages = text.count("\ufffd")
        if damages * 100 > len(text) + 100 or not _is_chinese(text[:_SAMPLE]):
            continue
        if name == "Big5":
            return BadInput("article_encoding_other", encoding=name)
        if damages:
            return BadInput("article_damaged", encoding=name, line=text.count("\n", 0, text.index("\ufffd")) + 1)
    return BadInput("article_encoding")


def _wide_without_mark(head: bytes) -> str | None:
    """UTF-16LE or UTF-16BE, if the bytes are Chinese in one of these."""
    if b"\x00" not in head:
        return None
    for name in ("UTF-16LE", "UTF-16BE"):
        text = head[: len(head) // 2 * 2].decode(name, "ignore")
        if "\x00" not in text and _is_chinese(text[:_SAMPLE]):
            return name
    return None


def _looks_binary(head: bytes) -> bool:
    if b"\x00" in head:
        return True
    controls = sum(1 for byte in head if byte < 32 and byte not in _TEXT_CONTROLS)
    return controls > len(head) // 50 + 2


_SHIFTS = compiled(rb"\x1b\$[@B(]|~\{(?:[!-w][!-~]){2}")  # ISO-2022, HZ: Chinese in seven bits
_SAMPLE = 20_000  # characters by which a text is judged
_MISREAD = compiled(r"锟斤拷|[\u00c2-\u00ef][\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac]")


def _was_read_well(sample: str) -> bool:
    """Whether nobody has read the bytes in the wrong encoding and saved what came of it: å¸‚æ•™è‚²å±€, 锟斤拷."""
    return len(_MISREAD.findall(sample)) * 12 <= len(sample)


# The commonest characters of announcements in either script, a third of any page and hardly any of rubbish.
_COMMON = frozenset(
    "，。、：；的一是在不有和人中大为上年月日市区县省局厅委会将工作新建项务实事全成推进开展理服学生育政行个民公动位办单万期造"
    "為區縣廳將務實項進開學動辦單萬會設計个定化改目标標府本"
)
_FEWEST = 12  # Chinese characters by which it can be told


def _is_chinese(sample: str) -> bool:
    """GB18030 and its like decode almost any bytes; but what comes of another encoding has few of the common characters."""
    wide = [char for char in sample if char > "\u0080" and not char.isspace()]
    if len(wide) < _FEWEST:
        return sum("\u2010" <= char <= "\u303f" or "一" <= char <= "龥" or char > "\uff00" for char in wide) * 2 >= len(wide)
    kana = sum("\u3041" <= char <= "\u30ff" for char in wide)
    return kana * 10 < len(wide) and sum(char in _COMMON for char in wide) * 100 >= len(wide) * 12
