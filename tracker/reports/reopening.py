"""Read back the data that our reports carry. (stdlib only)

Enough of PDF to find the embedded files of a document that WeasyPrint wrote:
their streams stand at the top level, with their lengths beside them.
"""

from __future__ import annotations

import json
import re
import zlib
from pathlib import Path
from typing import Any

from tracker.errors import BadInput
from tracker.plaintext import readable

_EMBEDDED = re.compile(rb"/Type /EmbeddedFile[^\r\n]{0,2000}>>\s*stream\r?\n")
LIMIT = 200_000_000
FORMAT_PREFIX = "practical-deeds/figures-"


def read(path: Path) -> tuple[bytes, dict[str, Any], bytes | None]:
    """The PDF's bytes, its figures.json, and its ledger.csv.

    Raises NotFound, BadInput for a file that is no PDF, or none of ours, or
    whose data do not say how it was made.
    """
    with readable(path):
        data = path.read_bytes()
    if not data.startswith(b"%PDF-"):
        raise BadInput("not_a_pdf", file=path)
    figures = ledger = None
    for content in embedded(data):
        if content[:1] == b"{":
            try:
                found = json.loads(content)
            except ValueError:
                continue
            if isinstance(found, dict) and str(found.get("format", "")).startswith(FORMAT_PREFIX):
                figures = found
        elif content.startswith(b"\xef\xbb\xbfcode,"):
            ledger = content
    if figures is None or not _whole(figures):
        raise BadInput("pdf_not_ours", file=path)
    return data, figures, ledger


def _whole(carried: dict[str, Any]) -> bool:
    """Whether the data say what they must, each in its kind: enough to make the report again."""
    report = carried.get("report")
    if not isinstance(report, dict) or not isinstance(carried.get("figures"), dict):
        return False
    words, volume = report.get("words"), report.get("volume")
    return (
        all(isinstance(report.get(name), str) for name in ("kind", "database", "as_of", "language", "script", "program", "templates"))
        and type(report.get("known_at")) is int
        and isinstance(report.get("issue"), int | None)
        and isinstance(report.get("agency"), str | None)
        and (words is None or (isinstance(words, dict) and all(isinstance(said, str) for said in words.values())))
        and (volume is None or (isinstance(volume, list) and len(volume) == 2))
    )


_FACE = re.compile(rb"/BaseFont\s*/[A-Z]{6}\+([^\s/<>\[\]()]+)")


def faces(data: bytes) -> set[str]:
    """The names of the faces in a PDF."""
    parts = [data]
    for match in re.finditer(rb"(?<!end)stream\r?\n", data):
        try:
            parts.append(zlib.decompressobj().decompress(data[match.end() :], LIMIT))
        except zlib.error:
            continue
    return {name.decode("latin-1") for part in parts for name in _FACE.findall(part)}


def embedded(data: bytes) -> list[bytes]:
    """The embedded files of a PDF, unpacked; a damaged one is left out."""
    found = []
    for match in _EMBEDDED.finditer(data):
        unpacker = zlib.decompressobj()
        try:
            found.append(unpacker.decompress(data[match.end() :], LIMIT))
        except zlib.error:
            end = data.find(b"endstream", match.end())
            found.append(data[match.end() : end].rstrip(b"\r\n"))
    return found
