"""Agencies as people write them, put into the codes that are meant: 市住建局 or zjj for ZJJ."""

from __future__ import annotations

from typing import Any

from tracker import called

from .checks import given, mappings


def resolve(data: dict[str, Any], known: called.Names | None = None) -> None:
    """Give each owner in the data of a file its code where it is written by a name or in small letters.

    The file's own agencies come before those `known`; whom a text names (`agency_name`) and no code is one of the
    file's own or nobody. What means none of them stays as it is, as does a word that is only part of a name.
    """
    own = given(data)
    for _, one in mappings(data, "commitments"):
        for part in (one, *(item for _, item in mappings(one, "items"))):
            word, name = part.get("agency"), part.get("agency_name")
            if isinstance(word, str):
                part["agency"] = called.exactly(own, word) or called.exactly(known or {}, word) or word
            elif word is None and isinstance(name, str) and (code := called.exactly(own, name)):
                part["agency"] = code
