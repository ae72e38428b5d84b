"""Files attached to entries: taken in with limits, kept by their SHA-256, given out again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Connection, select

from tracker.errors import BadInput, NotFound
from tracker.models import blob, entry_evidence
from tracker.plaintext import line, readable
from tracker.sources import keep

LIMIT = 20_000_000
"""The largest file, in bytes."""
TYPES = {
    ".pdf": "application/pdf", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png",
    ".webp": "image/webp", ".heic": "image/heic", ".txt": "text/plain", ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".ofd": "application/ofd", ".mp4": "video/mp4", ".zip": "application/zip",
}  # fmt: skip
_BEGINNINGS = {".pdf": b"%PDF", ".png": b"\x89PNG", ".jpg": b"\xff\xd8", ".jpeg": b"\xff\xd8", ".xlsx": b"PK", ".docx": b"PK", ".ofd": b"PK", ".zip": b"PK"}  # fmt: skip


def take(connection: Connection, paths: Iterable[Path]) -> tuple[tuple[str, str], ...]:
    """Store files and return (SHA-256, name) of each. Raises NotFound, BadInput, also where two are the same."""
    kept: dict[str, str] = {}
    for content, kind, name in map(read, paths):
        sha256 = keep(connection, content, kind)
        if sha256 in kept:
            raise BadInput("evidence_twice", file=name, first=kept[sha256])
        kept[sha256] = name
    return tuple(kept.items())


def read(path: Path) -> tuple[bytes, str, str]:
    """The bytes, the type and the name of a file that may be evidence. Raises NotFound, BadInput."""
    ending = path.suffix.lower()
    if path.is_dir():
        raise BadInput("evidence_is_folder", file=path)
    with readable(path):
        size = path.stat().st_size
    if ending not in TYPES:
        raise BadInput("evidence_type", file=path.name, types=" ".join(TYPES))
    if size > LIMIT:
        raise BadInput("evidence_too_large", file=path.name, limit=LIMIT // 1_000_000)
    with readable(path):
        content = path.read_bytes()
    if not content:
        raise BadInput("evidence_empty", file=path.name)
    if not content.startswith(_BEGINNINGS.get(ending, b"")):
        raise BadInput("evidence_not_its_type", file=path.name, ending=ending)
    return content, TYPES[ending], line(path.name, "evidence") or "–"


def give(connection: Connection, sha256: str) -> bytes:
    """The bytes of a kept file, by its SHA-256 or the first eight or more digits of it. Raises NotFound."""
    found = connection.execute(
        select(blob.c.sha256, blob.c.content).where(blob.c.sha256.startswith(sha256.lower(), autoescape=True)).limit(2)
    ).all()
    if len(sha256) < 8 or len(found) != 1:
        raise NotFound("evidence_unknown", sha256=sha256)
    return found[0].content


def name_of(connection: Connection, sha256: str) -> str | None:
    """Under which name a file was last attached, by the beginning of its SHA-256."""
    c = entry_evidence.c
    named = select(c.name).where(c.sha256.startswith(sha256.lower(), autoescape=True)).order_by(c.number.desc(), c.place).limit(1)
    return connection.scalar(named)
