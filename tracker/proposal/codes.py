"""Agencies as people write them, put into the codes that are meant: 市住建局 or zjj for ZJJ."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

_FIELDS = ("name", "full_name")


def resolve(data: dict[str, Any], codes: Collection[str] = (), names: Mapping[str, str] | None = None) -> None:
    """Give each owner in the data of a file its code where it is written by a name or in small letters.

    The file's own agencies come before the `codes` and `names` of the directory; what none of them has stays as it is.
    """
    own = [each for each in _members(data, "agencies") if isinstance(each.get("code"), str)]
    called = {**(names or {}), **{name: each["code"] for each in own for name in _names(each)}}
    given = {*codes, *(each["code"] for each in own)}
    for one in _members(data, "commitments"):
        for part in (one, *_members(one, "items")):
            word = part.get("agency")
            if isinstance(word, str) and word not in given:
                code = called.get(word.strip()) or word.strip().upper()
                part["agency"] = code if code in given else word


def _members(data: dict[str, Any], field: str) -> Iterator[dict[str, Any]]:
    members = data.get(field)
    return (each for each in (members if isinstance(members, list) else ()) if isinstance(each, dict))


def _names(agency: dict[str, Any]) -> Iterator[str]:
    aliases = agency.get("aliases")
    for name in (*map(agency.get, _FIELDS), *(aliases if isinstance(aliases, list) else ())):
        if isinstance(name, str):
            yield name.strip()
