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

from tracker.errors import BadInput, NotFound

_EMBEDDED = re.compile(rb"/Type /EmbeddedFile[^\r\n]{0,2000}>>\s*stream\r?\n")
LIMIT = 200_000_000
FORMAT_PREFIX = "practical-deeds/figures-"


def read(path: Path) -> tuple[bytes, dict[str, Any], bytes | None]:
    """The PDF's bytes, its figures.json, and its ledger.csv.

    Raises NotFound, BadInput for a file that is no PDF, or none of ours.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise NotFound("file_missing", file=path) from None
    except OSError as error:
        raise BadInput("file_unreadable", file=path, why=error.strerror) from None
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
    if figures is None:
        raise BadInput("pdf_not_ours", file=path)
    return data, figures, ledger


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
