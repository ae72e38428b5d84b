"""The texts that announced the commitments: where an item stands in one, and its words if the text is attached."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, insert, select

from tracker.errors import BadInput
from tracker.models import blob, commitment, commitment_version, item, item_deed, item_version, source, source_version
from tracker.plaintext import readable


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source announces a deed: raw character offsets, end exclusive; `of` is item or commitment."""

    source: str
    publisher: str | None
    title: str | None
    published_on: date | None
    sha256: str | None
    commitment: str
    item: int | None
    """Its number; None where all of the commitment is meant."""
    announced: bool
    of: str
    start: int | None
    end: int | None
    joint: tuple[str, ...] = ()
    """Who announced it together with the owner, as the file names them."""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Quote:
    """The words at a place, verbatim, with the rest of their sentence and the number of their paragraph."""

    before: str
    words: str
    after: str
    paragraph: int

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def places(connection: Connection, deed_id: int) -> list[Place]:
    """Every announced place of a deed: of its item, else of the commitment that counts it."""
    query = (
        select(
            source.c.key, source_version.c.publisher, source_version.c.title, source_version.c.published_on,
            source_version.c.sha256, commitment.c.code, item.c.number, item.c.announced, item_version.c.span_start,
            item_version.c.span_end, commitment_version.c.span_start, commitment_version.c.span_end, item_version.c.joint,
            item.c.id, item_deed.c.linked,
        )
        .join(commitment, commitment.c.source_id == source.c.id)
        .join(item, item.c.commitment_id == commitment.c.id)
        .join(item_deed, item_deed.c.item_id == item.c.id)
        .join(item_version, item_version.c.item_id == item.c.id)
        .join(commitment_version, commitment_version.c.commitment_id == commitment.c.id)
        .join(source_version, source_version.c.source_id == source.c.id)
        .where(item_deed.c.deed_id == deed_id)
        .order_by(item_deed.c.position, item_version.c.position, commitment_version.c.position, source_version.c.position)
    )  # fmt: skip
    found = {}
    for (
        key,
        publisher,
        title,
        day,
        sha256,
        code,
        number,
        announced,
        start,
        end,
        of_start,
        of_end,
        joint,
        id_,
        linked,
    ) in connection.execute(query):
        found.pop(id_, None)
        if not linked:
            continue
        own = start is not None
        found[id_] = Place(
            key, publisher, title, day, sha256, code, number, announced,
            "item" if own else "commitment", start if own else of_start, end if own else of_end, tuple(joint or ()),
        )  # fmt: skip
    return list(found.values())


def announced(connection: Connection, code: str) -> Place:
    """Where a commitment, which there is, was announced as a whole."""
    of = commitment_version.c
    query = (
        select(
            source.c.key, source_version.c.publisher, source_version.c.title, source_version.c.published_on,
            source_version.c.sha256, of.span_start, of.span_end, of.joint,
        )
        .join(commitment, commitment.c.source_id == source.c.id)
        .join(commitment_version, of.commitment_id == commitment.c.id)
        .join(source_version, source_version.c.source_id == source.c.id)
        .where(commitment.c.code == code)
        .order_by(of.position.desc(), source_version.c.position.desc())
        .limit(1)
    )  # fmt: skip
    *said, start, end, joint = connection.execute(query).one()
    return Place(*said, code, None, True, "commitment", start, end, tuple(joint or ()))


def text_of(connection: Connection, sha256: str | None) -> str | None:
    """The attached text of a source, None if it is not attached."""
    if sha256 is None:
        return None
    content = connection.scalar(select(blob.c.content).where(blob.c.sha256 == sha256))
    if content is None:
        return None
    from tracker.article import read

    return read(content)


def quote(connection: Connection, place: Place) -> Quote | None:
    """The words at a place; None if the text is not attached or the place is not known."""
    text = text_of(connection, place.sha256)
    if text is None or place.start is None or place.end is None or place.end > len(text):
        return None
    from tracker.article import sentence

    return Quote(*sentence(text, place.start, place.end))


@dataclass(frozen=True, slots=True)
class Known:
    """A source as the register lists it."""

    key: str
    title: str | None
    publisher: str | None
    published_on: date | None
    year: int | None
    year_basis: str | None
    sha256: str | None
    attached: bool
    commitments: int

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def register(connection: Connection) -> list[Known]:
    """Every source in the order of its import."""
    counting = (
        select(func.count()).select_from(commitment).where(commitment.c.source_id == source.c.id).scalar_subquery()
    )
    query = (
        select(source.c.key, source_version, blob.c.size, counting.label("commitments"))
        .join(source_version)
        .outerjoin(blob, blob.c.sha256 == source_version.c.sha256)
        .order_by(source.c.id, source_version.c.position)
    )
    latest = {row.key: row for row in connection.execute(query)}
    return [
        Known(
            r.key,
            r.title,
            r.publisher,
            r.published_on,
            r.year,
            r.year_basis,
            r.sha256,
            r.size is not None,
            r.commitments,
        )
        for r in latest.values()
    ]


def attach(connection: Connection, path: Path) -> Known:
    """Keep the text of a known source. Raises NotFound, and BadInput if no source has the file's hash."""
    with readable(path):
        content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    known = next((each for each in register(connection) if each.sha256 == digest), None)
    if known is None:
        raise BadInput("source_hash_unknown", file=path, sha256=digest)
    keep(connection, content, "text/plain")
    return known


def beside(part, folder: Path) -> bytes | None:
    """The text of a source of a file (`tracker.proposal.Source`) that names it, as seen from `folder`.

    None if none is named or it cannot be read. Raises BadInput if it is not the text meant: places would be others.
    """
    if part is None or part.file is None or part.sha256 is None:
        return None
    try:
        content = (folder / part.file).read_bytes()
    except OSError:
        return None
    digest = hashlib.sha256(content).hexdigest()
    if digest != part.sha256:
        raise BadInput("source_text_differs", file=folder / part.file, sha256=digest)
    return content


def keep(connection: Connection, content: bytes, media_type: str) -> str:
    """Store bytes under their SHA-256, once; returns it."""
    digest = hashlib.sha256(content).hexdigest()
    if is_new(connection, content):
        connection.execute(
            insert(blob), {"sha256": digest, "size": len(content), "media_type": media_type, "content": content}
        )
    return digest


def is_new(connection: Connection, content: bytes) -> bool:
    """Whether these bytes are not stored yet."""
    digest = hashlib.sha256(content).hexdigest()
    return connection.scalar(select(blob.c.size).where(blob.c.sha256 == digest)) is None
