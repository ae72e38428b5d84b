"""From what a person types to a deed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property

from sqlalchemy import Connection, String, and_, cast, func, or_, select

from tracker import directory, entries, journal
from tracker.deeds import together
from tracker.deeds.books import Written
from tracker.errors import NotFound, RuleError
from tracker.journal import Entry, State
from tracker.models import commitment, commitment_version, current, deed, item, item_deed
from tracker.scripts import simplified

_DASHES = re.compile("[‐-―−－﹣_ .~～〜]+")
_BETWEEN = re.compile("[、，,；;]+")
_RANGE = re.compile(r"([A-Z0-9]+-\d+)-(\d+)-(\d+)")  # `..` is normalised to a hyphen
_OPEN_RANGE = re.compile(r"([A-Z0-9]+[^A-Z0-9.~〜]\d+)\s*(?:\.{2,}|[~〜])\s*(\d+)")
_CODED = re.compile("[A-Z][A-Z0-9]+(-|$)")
_WHOLE = re.compile(r"[A-Z][A-Z0-9]*(-\d+){1,3}")
_HALF = re.compile(r"\d+-\d+")
_TOGETHER = 400  # deeds read in one statement
_SUGGESTED = 5
_SEARCHED = 20_000  # codes compared for near ones


@dataclass(frozen=True)
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

    @cached_property
    def state(self) -> State:
        return journal.fold(self.entries)

    def expecting(self, draft: Entry) -> Deed:
        """The deed as it will be with a draft written: for checking what is to follow it."""
        number, seq = self.state.last_number + 1, self.state.seq + 1
        return replace(self, entries=(*self.entries, journal.changed(draft, number=number, seq=seq)))

    def written(self, made: Sequence[Entry]) -> Written:
        """The outcome of having written these entries to the deed."""
        return Written(tuple(made), self.state, journal.fold([*self.entries, *made]))

    def check_open(self) -> None:
        """Raise RuleError if the deed was dropped."""
        if (drop := self.state.drop) is not None:
            raise RuleError("deed_dropped", deed=self.code, number=drop.number)

    @property
    def lead(self) -> str:
        """The agency that owes it now."""
        owners = self.state.owners
        return owners.lead if owners else self.announced_by


def normalised(word: str) -> str:
    """A code as it is kept: half-width, upper case, with plain hyphens, without the stop of its sentence."""
    return _DASHES.sub("-", unicodedata.normalize("NFKC", word).strip().strip("。.,;:、").upper())


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
    _refuse_open_range(word)
    code = normalised(word)
    row = _row(connection, code)
    if row is None:
        fitting = by_words(connection, word.strip())
        if len(fitting) == 1:
            row = _row(connection, fitting[0][0])
        elif fitting:
            shown = "、".join(f"{code} {title}" for code, title in fitting[:_SUGGESTED])
            raise NotFound("deed_ambiguous", word=word, count=len(fitting), near=shown)
    if row is None:
        raise unknown(connection, word)
    return Deed(*row, entries=tuple(entries.of_deed(connection, row.id)))


def unknown_commitment(connection: Connection, word: str) -> NotFound:
    """The error that there is no such commitment, with near ones."""
    near = "、".join(dict.fromkeys(code.rsplit("-", 1)[0] for code in near_codes(connection, f"{normalised(word)}-1")))
    return NotFound("commitment_unknown_near" if near else "commitment_unknown", word=word, near=near)


def unknown(connection: Connection, word: str, suggest: bool = True) -> NotFound:
    """The error that there is no such deed; with `suggest`, what else the word means, and near codes, are looked for."""
    code = normalised(word)
    if connection.scalar(select(commitment.c.id).where(commitment.c.code == code)) is not None:
        return NotFound("deed_is_commitment", word=word, code=code)
    if (linked := _linked(connection, code)) is not None:
        return NotFound("deed_is_linked", word=word, code=linked)
    if several := _several(connection, word):
        return NotFound("deed_is_several", word=word, count=len(several), first=several[0])
    if _HALF.fullmatch(code):
        return NotFound("deed_code_half", word=word, code=code)
    if (match := _RANGE.fullmatch(code)) is not None and (fault := _no_range(connection, word, *match.groups())) is not None:
        return fault
    if suggest and word.strip() and (owner := _agency(connection, word.strip())):
        return NotFound("deed_is_agency", word=word, agency=owner)
    near = near_codes(connection, normalised(word)) if suggest else []
    key = "deed_unknown_near" if near else "deed_unknown"
    return NotFound(key, word=word, near="、".join(near), first=next(iter(near), ""))


def _linked(connection: Connection, code: str) -> str | None:
    """The deed of another commitment that an item is, which has none of its own."""
    stem, _, number = code.rpartition("-")
    query = select(deed.c.code).select_from(item_deed).join(deed).join(item).join(commitment, commitment.c.id == item.c.commitment_id)
    return connection.scalar(query.where(commitment.c.code == stem, cast(item.c.number, String) == number, item_deed.c.linked).order_by(item_deed.c.position.desc()))


def _several(connection: Connection, word: str) -> list[str]:
    """The codes of the deeds that a range or a list in one word means, in their order."""
    parts = _parted(word)
    if len(parts) == 1 and not _RANGE.fullmatch(normalised(word)):
        return []
    ids = set().union(*(_meant(connection, part) for part in parts))
    query = select(deed.c.code).join(current).where(deed.c.id.in_(ids)).order_by(current.c.order_key)
    return list(connection.scalars(query))


def _refuse_beyond(connection: Connection, word: str) -> None:
    """Raise NotFound for a range that goes on behind the last deed of its commitment: what was meant beyond would be left out without a word."""
    if (match := _RANGE.fullmatch(normalised(word))) is None:
        return
    stem, first, last = match.groups()
    query = select(func.max(deed.c.number)).join(commitment, commitment.c.id == deed.c.commitment_id).where(commitment.c.code == stem)
    final = connection.scalar(query)
    if int(last) > final:
        raise NotFound("range_beyond", word=word, code=stem, last=f"{stem}-{final}", right=f"{stem}-{int(first)}..{final}")


def _no_range(connection: Connection, word: str, stem: str, first: str, last: str) -> NotFound | None:
    """Why a range of a commitment that there is holds no deed."""
    query = select(deed.c.code).join(commitment, commitment.c.id == deed.c.commitment_id).where(commitment.c.code == stem)
    final = connection.scalar(query.order_by(deed.c.number.desc()).limit(1))
    if final is None:
        return None
    if int(first) > int(last):
        return NotFound("range_backwards", word=word, right=f"{stem}-{int(last)}..{int(first)}")
    return NotFound("range_empty", word=word, code=stem, last=final)


def _agency(connection: Connection, word: str) -> str | None:
    try:
        return directory.find(directory.agencies(connection), word).code
    except NotFound:
        return None


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


def select_deeds(connection: Connection, words: Iterable[str]) -> list[Deed]:
    """The deeds meant by codes of deeds (SCJG-1-17), ranges (SCJG-1-1..20), commitments (SCJG-1) or agencies (SCJG, or by name).

    Several may stand in one word, parted as in a sentence (SCJG-1-1、SCJG-1-3). In directory order, each once, without dropped ones unless named by their
    own code. Raises NotFound, or Several, for words that mean nothing.
    """

    def meant(word: str) -> set[int]:
        if found := _meant(connection, word):
            _refuse_beyond(connection, word)
        return found or _found(connection, word)

    found = together.each([each for several in words for each in _parted(several)], meant, str, "words")
    return many(connection, set().union(*found))


def named(words: Iterable[str]) -> set[str]:
    """The codes of single deeds among words as `select_deeds` takes them, for all that they may not exist."""
    return {normalised(each) for several in words for each in _parted(several)}


def _found(connection: Connection, word: str) -> set[int]:
    """The deed of that title, else all that the agency of that name leads."""
    try:
        return {find(connection, word).id}
    except NotFound as problem:
        owner = problem.values.get("agency") if problem.key == "errors.deed_is_agency" else None
        if owner is None:
            raise
        led = _meant(connection, str(owner))
        if not led:
            raise NotFound("agency_leads_nothing", agency=owner) from None
        return led


def _parted(word: str) -> list[str]:
    """The codes of a list written in one word; any other word as it is, such as a title with a comma in it."""
    parts = [part for part in _BETWEEN.split(word) if part.strip()]
    return parts if len(parts) > 1 and all(_CODED.match(normalised(part)) for part in parts) else [word]


def coded(words: Iterable[str], agencies: Collection[str]) -> tuple[list[str], list[str]]:
    """Words parted into whole codes of deeds, ranges, commitments or agencies, and what is left to search for."""
    parts = [part for word in words for part in _parted(word)]
    codes = [part for part in parts if _WHOLE.fullmatch(code := normalised(part)) or code in agencies]
    return codes, [part for part in parts if part not in codes]


def of_code(word: str):
    """A query for the ids of the deeds that a code or a range means, dropped ones among them. Raises NotFound for SCJG-1..20."""
    _refuse_open_range(word)
    code = normalised(word)
    query = select(deed.c.id).join(current).join(commitment, commitment.c.id == deed.c.commitment_id)
    if found := _RANGE.fullmatch(code):
        stem, first, last = found.groups()
        return query.where(commitment.c.code == stem, deed.c.number.between(int(first), int(last)))
    return query.where(or_(deed.c.code == code, commitment.c.code == code, current.c.lead == code))


def _refuse_open_range(word: str) -> None:
    """Raise NotFound for a range of a commitment's deeds of which the first is missing: SCJG-1..20.

    Its marks read as a hyphen, it would be the one deed at its end, which nobody means.
    """
    if (match := _OPEN_RANGE.fullmatch(unicodedata.normalize("NFKC", word).strip().upper())) is not None:
        stem, last = match.groups()
        raise NotFound("range_open", word=word, right=f"{normalised(stem)}-1..{last}")


def _meant(connection: Connection, word: str) -> set[int]:
    _refuse_open_range(word)
    code = normalised(word)
    query = select(deed.c.id).join(current).join(commitment, commitment.c.id == deed.c.commitment_id)
    kept = query.where(current.c.dropped.is_(False))
    if _RANGE.fullmatch(code):
        return set(connection.scalars(kept.where(deed.c.id.in_(of_code(word)))))
    for narrowed in (
        query.where(deed.c.code == code),
        kept.where(commitment.c.code == code),
        kept.where(current.c.lead == code),
    ):
        if ids := set(connection.scalars(narrowed)):
            return ids
    return set()


def by_code(connection: Connection, codes: Iterable[str]) -> dict[str, Deed]:
    """Deeds with their journals by code, read together; codes that there are not are left out."""
    wanted = sorted(set(codes))
    ids: list[int] = []
    for start in range(0, len(wanted), _TOGETHER):
        ids += connection.scalars(select(deed.c.id).where(deed.c.code.in_(wanted[start : start + _TOGETHER])))
    return {each.code: each for each in many(connection, ids)}


def many(connection: Connection, ids: Iterable[int]) -> list[Deed]:
    """Deeds with their journals by id, read together, in directory order."""
    wanted = sorted(ids)
    version = latest_commitment()
    found: list[tuple[str, Deed]] = []
    for start in range(0, len(wanted), _TOGETHER):
        batch = wanted[start : start + _TOGETHER]
        journals: dict[str, list[Entry]] = {}
        for entry in entries.of_deeds(connection, batch):
            journals.setdefault(entry.deed, []).append(entry)
        query = (
            select(
                deed.c.id, deed.c.code, deed.c.number, deed.c.tracked_from, deed.c.commitment_id,
                commitment.c.code, version.c.name, version.c.agency, current.c.order_key,
            )
            .join(commitment, commitment.c.id == deed.c.commitment_id)
            .join(version, version.c.commitment_id == commitment.c.id)
            .join(current, current.c.deed_id == deed.c.id)
            .where(deed.c.id.in_(batch))
        )  # fmt: skip
        for *values, key in connection.execute(query):
            found.append((key, Deed(*values, entries=tuple(journals.get(values[1], ())))))
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def by_words(connection: Connection, words: str) -> list[tuple[str, str]]:
    if not words or words.isascii():
        return []
    for spelled in dict.fromkeys((words, simplified(words))):
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


def near_codes(connection: Connection, code: str) -> list[str]:
    """Codes that a mistyped one may have meant, likeliest first: two letters exchanged are likelier than another letter."""
    stem = code.rsplit("-", 1)[0]
    known = connection.scalars(select(deed.c.code).where(deed.c.code.startswith(f"{stem}-")).limit(_SEARCHED)).all()
    if not known:
        known = connection.scalars(select(deed.c.code).order_by(deed.c.id).limit(_SEARCHED)).all()
    near = get_close_matches(code, known, n=_SUGGESTED, cutoff=0.6)
    letters = sorted(code)
    return sorted(near, key=lambda each: sorted(each) != letters)[:3]
