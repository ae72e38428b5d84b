"""Bytes of a file → its raw text; everything that is not an article is refused.

Offsets of a proposal count the characters of this raw text, so nothing is
changed here: decoding only.
"""

from __future__ import annotations

import re

from tracker.errors import BadInput

LARGEST = 20_000_000
"""Bytes. An article has some thousands; a yearbook has a few million."""

_BINARY_STARTS = {
    b"%PDF": "pdf",
    b"PK\x03\x04": "office",
    b"\xd0\xcf\x11\xe0": "office",
    b"{\\rtf": "office",
}
_ARCHIVE = re.compile(rb"\s*(?:From: <Saved by|MIME-Version: ?1|Content-Type: ?multipart/related|Snapshot-Content-Location:)", re.I)
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x0b\x1a\x1b")


def read(data: bytes) -> str:
    """The text of a plain-text or saved-HTML file in UTF-8 or GB18030, with or without a byte order mark.

    Raises `BadInput` when the file is empty, larger than `LARGEST`, a PDF, an
    office document, another binary, or in some other encoding.
    """
    if len(data) > LARGEST:
        raise BadInput("article_too_large", limit=LARGEST // 1_000_000)
    for start, what in _BINARY_STARTS.items():
        if data.startswith(start):
            raise BadInput(f"article_is_{what}")
    if _ARCHIVE.match(data[:2000]):
        raise BadInput("article_is_mht")
    text = _decoded(data)
    if not text.strip():
        raise BadInput("article_empty")
    return text


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadInput("article_encoding")
    if _looks_binary(data[:65536]):
        raise BadInput("article_is_binary")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030" and _is_mojibake(text):
            break
        if encoding == "utf-8-sig" and _was_misread(text):
            break
        return text.removeprefix("\ufeff")
    raise BadInput("article_encoding")


def _looks_binary(head: bytes) -> bool:
    if b"\x00" in head:
        return True
    controls = sum(1 for byte in head if byte < 32 and byte not in _TEXT_CONTROLS)
    return controls > len(head) // 50 + 2


_MISREAD = re.compile(r"锟斤拷|[\u00c2-\u00ef][\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac]")


def _was_misread(text: str) -> bool:
    """Whether somebody has read the bytes in the wrong encoding and saved what came of it: å¸‚æ•™è‚²å±€, 锟斤拷."""
    sample = text[:20000]
    return len(_MISREAD.findall(sample)) * 12 > len(sample)


def _is_mojibake(text: str) -> bool:
    """GB18030 decodes almost any bytes; real Chinese is made of the common Han block and has commas and 的 in it."""
    sample = text[:20000]
    if len(sample) > 100 and not any(sign in sample for sign in "，。、的"):
        return True
    odd = sum(1 for char in sample if "\ue000" <= char <= "\uf8ff" or char > "\uffff" or "\u0100" <= char < "\u2000")
    return odd > len(sample) // 10
