"""What may come in at all: files of the right kind, of bearable size, with nothing in them that acts.

A workbook is looked at as the archive that it is before any library opens it.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from tracker.errors import BadInput
from tracker.plaintext import readable

LARGEST = 20_000_000
"""The largest file, in bytes."""
UNPACKED = 150_000_000
"""The largest content of a workbook when unpacked, in bytes."""
RATIO = 300
"""How many times larger than the file its content may be, from `RATIO_FROM` bytes on."""
RATIO_FROM = 10_000_000
PARTS = 2_000

XLSX, CSV = "xlsx", "csv"
MEDIA = {XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", CSV: "text/csv"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Za-z]{1,3}\d{1,7}:[A-Za-z]{1,3}\d{1,7})[\"']")
_ROW = re.compile(rb"r=[\"'](\d{5,})[\"']")  # a row's number; a cell's begins with letters
_CONTENT = re.compile(rb"<(?:\w+:)?(?:v|is|f)[ >]")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: its name, what it is (XLSX or CSV), its bytes."""

    name: str
    kind: str
    content: bytes


def admit(path: Path) -> Upload:
    """Read a file that may be a sheet. Raises NotFound and BadInput, with what to do instead."""
    with readable(path):
        if path.is_dir():
            raise BadInput("sheet_is_folder", file=path)
        if path.stat().st_size > LARGEST:
            raise BadInput("sheet_too_large", file=path.name, limit=LARGEST // 1_000_000)
        content = path.read_bytes()
    if not content.strip():
        raise BadInput("sheet_empty_file", file=path.name)
    return Upload(path.name, _kind(path, content), content)


def _kind(path: Path, content: bytes) -> str:
    ending = path.suffix.lower()
    if content.startswith(b"PK"):
        _check_archive(path.name, ending, content)
        return XLSX
    if content.startswith(_OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in content
        raise BadInput("sheet_password" if encrypted else "sheet_old_format", file=path.name)
    if ending in (".csv", ".txt", ".tsv"):
        return CSV
    raise BadInput("sheet_not_one", file=path.name)


def _check_archive(name: str, ending: str, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_parts(name, ending, archive)
            _check_xml(name, archive)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, zlib.error):
        raise BadInput("sheet_damaged", file=name) from None


def _check_parts(name: str, ending: str, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = [part.filename.lower().lstrip("/") for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        raise BadInput("sheet_password", file=name)
    packed, unpacked = sum(part.compress_size for part in parts), sum(part.file_size for part in parts)
    bloated = unpacked > RATIO_FROM and unpacked > RATIO * max(packed, 1)
    if unpacked > UNPACKED or bloated or len(parts) > PARTS:
        raise BadInput("sheet_bomb", file=name, size=unpacked // 1_000_000)
    if len(set(names)) != len(names):
        raise BadInput("sheet_damaged", file=name)
    if ending == ".xlsm" or any(
        part.endswith("vbaproject.bin") or part.startswith("xl/macrosheets/") for part in names
    ):
        raise BadInput("sheet_macros", file=name)
    if any(
        part.startswith(("xl/externallinks/", "xl/connections", "xl/querytables/", "xl/activex/")) for part in names
    ):
        raise BadInput("sheet_links", file=name)
    if "xl/workbook.bin" in names or "content.xml" in names:
        raise BadInput("sheet_old_format", file=name)
    if "word/document.xml" in names:
        raise BadInput("sheet_is_document", file=name)
    if "xl/workbook.xml" not in names:
        raise BadInput("sheet_not_one", file=name)


def _check_xml(name: str, archive: zipfile.ZipFile) -> None:
    """Reading every part checks its checksum and its stated size; entities are refused before a parser meets them."""
    for part in archive.infolist():
        if not part.filename.lower().endswith((".xml", ".rels")):
            continue
        text = archive.read(part)
        if not text.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") or any(word in text for word in _ENTITIES):
            raise BadInput("sheet_damaged", file=name)


def beyond(part: bytes, limit: int) -> int | None:
    """The first row after `limit` (of five digits) from which on a worksheet still has content, from its XML; None if there is none."""
    for row in _ROW.finditer(part):
        if int(row[1]) > limit:
            return int(row[1]) if _CONTENT.search(part, row.start()) else None
    return None


def merged(part: bytes) -> list[str]:
    """The merged areas of a worksheet, such as B5:B7, from its XML."""
    return [area.decode().upper() for area in _MERGED.findall(part)] if b"mergeCell" in part else []
