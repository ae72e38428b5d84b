"""What a file must say of itself as a whole: rules between two places.

They look at the data as read, not at the models, so that they speak even while
another place of the file is wrong. What only the database knows (whether a code
exists) is the importer's to check.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError

from tracker import called
from tracker.likeness import near

from .strict_yaml import Path
from .values import CODE, day


class Finding(NamedTuple):
    """A rule broken at `path`; `message` is its name in the catalogue, `first` where the same thing stood before."""

    path: Path
    message: str
    values: dict[str, Any]
    first: Path | None = None


class Known(NamedTuple):
    """What the database knows: agencies with their names, and of a tracked commitment who has its deeds (None: there is no such)."""

    agencies: called.Names
    holders: Callable[[str], Collection[str] | None]


def findings(data: dict[str, Any], *, reviewed: bool, known: Known | None = None) -> Iterator[Finding]:
    """Everything that does not fit together.

    `reviewed`: every commitment, and every item with an owner of its own, must have its agency's code, one that the file
    gives or the database knows, if that is told, or the name of an agency of the file.
    """
    agencies = list(mappings(data, "agencies"))
    commitments = list(mappings(data, "commitments"))
    if not agencies and not commitments and not data.get("agencies") and not data.get("commitments"):
        yield Finding((), "nothing_in_it", {})
    if commitments and data.get("source") is None:
        yield Finding(("commitments",), "no_source", {})
    yield from _agencies(agencies)
    named = {name for n, each in agencies for _, name in names(n, each)}
    codes = dict(known.agencies if known is not None else {}) | given(data)
    yield from _unique(((("commitments", n, "key"), each.get("key")) for n, each in commitments), "duplicate_key")
    source = data.get("source")
    published = _day(source.get("published_on")) if isinstance(source, dict) else None
    yield from _unique(((("commitments", n, "same_as"), each.get("same_as")) for n, each in commitments), "same_as_twice")
    repeated = ((("commitments", n, "items", m, "same_as"), item.get("same_as")) for n, each in commitments for m, item in mappings(each, "items"))
    yield from _unique(repeated, "same_as_twice")
    for n, each in commitments:
        path = ("commitments", n)
        if known is not None and isinstance(each.get("same_as"), str):
            lead = each.get("agency")
            yield from link(path, each["same_as"].strip(), lead if lead in codes else None, known.holders)
        items = list(mappings(each, "items"))
        yield from _unique((((*path, "items", m, "key"), item.get("key")) for m, item in items), "duplicate_key")
        declared = each.get("declared")
        fields = each.get("fields")
        by_field = isinstance(fields, list) and declared == len(fields)  # 两大方面: the fields were counted, and not what is done in them
        if type(declared) is int and len(items) > declared >= 1 and each.get("approximate") is not True and not by_field:
            yield Finding((*path, "declared"), "more_items", {"declared": declared, "items": len(items)})
        for place, part in ((path, each), *(((*path, "items", m), item) for m, item in items)):
            if published and (due := _day(part.get("due"))) and due <= published:
                yield Finding((*place, "due"), "due_published", {"due": due, "published": published})
        owners = [(path, each), *(((*path, "items", m), item) for m, item in items if item.keys() & {"agency", "agency_name"})]
        for place, part in owners:
            if part.get("agency") is None:
                if reviewed and part.get("agency_name") not in named:
                    shared = part is each and items and all(_has_owner(item) for _, item in items)
                    yield _without_agency(place, part.get("agency_name"), agencies, "agency_open_shared" if shared else "agency_open")
            elif isinstance(part["agency"], str):
                yield from _unknown((*place, "agency"), part["agency"], codes, known is not None)


def link(path: Path, code: str, agency: str | None, holders: Callable[[str], Collection[str] | None]) -> Iterator[Finding]:
    """What is wrong with the code of a tracked commitment that the one at `path` is to repeat.

    `agency` is its lead; None if that is wrong itself, which is told elsewhere.
    """
    path = (*path, "same_as")
    having = holders(code)
    if having:
        if agency is not None and agency not in having:
            yield Finding(path, "same_as_other_agency", {"code": code, "agencies": "、".join(sorted(having)), "own": agency})
    elif having is None:
        whole = next((one for one in (code.upper(), code.upper().rpartition("-")[0]) if holders(one) is not None), None)
        yield Finding(path, "same_as_near" if whole else "same_as_unknown", {"code": code, "near": whole})


def _agencies(agencies: list[tuple[int, dict]]) -> Iterator[Finding]:
    yield from _unique(((("agencies", n, "code"), each.get("code")) for n, each in agencies), "duplicate_code")
    yield from (
        Finding(("agencies", n, "code"), "code_open", {"name": each.get("name")})
        for n, each in agencies
        if "code" in each and each["code"] is None
    )
    offices = [n for n, each in agencies if each.get("coordinates") is True]
    for n in offices[1:]:
        yield Finding(("agencies", n, "coordinates"), "two_offices", {}, ("agencies", offices[0], "coordinates"))
    owner: dict[str, tuple[int, Path]] = {}
    for n, each in agencies:
        for path, name in names(n, each):
            first, where = owner.setdefault(name, (n, path))
            if first != n:
                yield Finding(path, "name_taken", {"name": name}, where)


def given(data: dict[str, Any]) -> dict[str, list[str]]:
    """What the agencies that a file itself gives are called, by code."""
    return {each["code"]: [name for _, name in names(n, each)] for n, each in mappings(data, "agencies") if isinstance(each.get("code"), str)}


def names(n: int, agency: dict) -> Iterator[tuple[Path, str]]:
    """Every name by which an agency is known, with its place."""
    for field in ("name", "full_name", "name_en"):
        if isinstance(agency.get(field), str):
            yield ("agencies", n, field), agency[field].strip()
    aliases = agency.get("aliases")
    for m, alias in enumerate(aliases if isinstance(aliases, list) else ()):
        if isinstance(alias, str):
            yield ("agencies", n, "aliases", m), alias.strip()


def _has_owner(item: dict) -> bool:
    return bool(item.get("agency") or item.get("agency_name"))


def _without_agency(path: Path, name: Any, agencies: list[tuple[int, dict]], unnamed: str) -> Finding:
    path = (*path, "agency")
    if not isinstance(name, str):
        return Finding(path, unnamed, {})
    codes = {known: each["code"] for n, each in reversed(agencies) if each.get("code") for _, known in names(n, each)}
    if like := near(name, codes, 1):
        return Finding(path, "agency_open_near", {"name": name, "near": like[0], "code": codes[like[0]]})
    return Finding(path, "agency_open_named", {"name": name})


def _unknown(path: Path, word: str, codes: called.Names, all_known: bool) -> Iterator[Finding]:
    """Who is near an owner that is nobody; a code may be of an agency that only the database has, and a wrong form is told as that."""
    if word in codes:
        return
    is_code = bool(CODE.match(word))
    if (all_known or not is_code) and (like := called.near(codes, word)):
        shown = "、".join(f"{code} {next(iter(codes[code]), '')}".strip() for code in like)
        yield Finding(path, "agency_unknown_near", {"value": word, "near": shown})
    elif all_known and is_code:
        yield Finding(path, "agency_unknown", {"value": word})


def _day(value: Any) -> date | None:
    """A day, where it is one; a wrong form is told as that."""
    try:
        return day(value)
    except PydanticCustomError:
        return None


def _unique(values: Iterable[tuple[Path, Any]], message: str) -> Iterator[Finding]:
    seen: dict[str, Path] = {}
    for path, value in values:
        if not isinstance(value, str | int):
            continue
        first = seen.setdefault(str(value), path)
        if first is not path:
            yield Finding(path, message, {"value": value}, first)


def mappings(data: dict[str, Any], field: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The members of a list that are mappings, with their positions."""
    members = data.get(field)
    for n, member in enumerate(members if isinstance(members, list) else ()):
        if isinstance(member, dict):
            yield n, member
