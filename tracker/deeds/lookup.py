"""From what a person types to a deed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches

from sqlalchemy import Connection, and_, func, select

from tracker import entries, journal
from tracker.errors import NotFound
from tracker.journal import Entry, State
from tracker.models import commitment, commitment_version, current, deed

_DASHES = re.compile("[‐-―−－﹣_ .]+")
_SUGGESTED = 5
_SEARCHED = 20_000  # codes compared for near ones


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed with its journal, as found for reading or writing."""

    id: int
    code: str
    number: int
    tracked_from: object
    commitment_id: int
    commitment: str
    commitment_name: str
    announced_by: str
    entries: tuple[Entry, ...]

    @property
    def state(self) -> State:
        return journal.fold(self.entries)

    @property
    def lead(self) -> str:
        """The agency that owes it now."""
        owners = self.state.owners
        return owners.lead if owners else self.announced_by


def normalised(word: str) -> str:
    """A code as it is kept: half-width, upper case, with plain hyphens."""
    return _DASHES.sub("-", unicodedata.normalize("NFKC", word).strip().upper())


def latest_commitment():
    """A subquery: the last version of every commitment."""
    last = (
        select(commitment_version.c.commitment_id, func.max(commitment_version.c.position).label("position"))
        .group_by(commitment_version.c.commitment_id)
        .subquery()
    )
    return (
        select(commitment_version)
        .join(
            last,
            and_(
                last.c.commitment_id == commitment_version.c.commitment_id,
                last.c.position == commitment_version.c.position,
            ),
        )
        .subquery("latest_commitment")
    )


def find(connection: Connection, word: str) -> Deed:
    """The deed meant by a code, or by words that stand in the title of one only.

    Raises NotFound with near codes, or with the deeds that the words fit.
    """
    code = normalised(word)
    row = _row(connection, code)
    if row is None:
        fitting = _by_words(connection, word.strip())
        if len(fitting) == 1:
            row = _row(connection, fitting[0][0])
        elif fitting:
            shown = "、".join(f"{code} {title}" for code, title in fitting[:_SUGGESTED])
            raise NotFound("deed_ambiguous", word=word, count=len(fitting), near=shown)
    if row is None:
        near = near_codes(connection, code)
        raise NotFound("deed_unknown_near" if near else "deed_unknown", word=word, near="、".join(near), first=next(iter(near), ""))
    return Deed(*row, entries=tuple(entries.of_deed(connection, row.id)))


def _row(connection: Connection, code: str):
    version = commitment_version.c
    return connection.execute(
        select(
            deed.c.id, deed.c.code, deed.c.number, deed.c.tracked_from, deed.c.commitment_id,
            commitment.c.code, version.name, version.agency,
        )
        .join(commitment, commitment.c.id == deed.c.commitment_id)
        .join(commitment_version, version.commitment_id == commitment.c.id)
        .where(deed.c.code == code)
        .order_by(version.position.desc())
        .limit(1)
    ).first()  # fmt: skip


def _by_words(connection: Connection, words: str) -> list[tuple[str, str]]:
    if not words or words.isascii():
        return []
    for spelled in dict.fromkeys((words, _simplified(words))):
        query = (
            select(deed.c.code, current.c.title)
            .join(current)
            .where(current.c.title.contains(spelled, autoescape=True))
            .order_by(current.c.order_key)
        )
        found = [(code, title) for code, title in connection.execute(query)]
        exact = [pair for pair in found if pair[1] == spelled]
        if found:
            return exact or found
    return []


def _simplified(words: str) -> str:
    from opencc import OpenCC

    return OpenCC("t2s").convert(words)


def near_codes(connection: Connection, code: str) -> list[str]:
    """Codes that a mistyped one may have meant, likeliest first."""
    stem = code.rsplit("-", 1)[0]
    known = connection.scalars(select(deed.c.code).where(deed.c.code.startswith(f"{stem}-")).limit(_SEARCHED)).all()
    if not known:
        known = connection.scalars(select(deed.c.code).order_by(deed.c.id).limit(_SEARCHED)).all()
    return get_close_matches(code, known, n=3, cutoff=0.6)
