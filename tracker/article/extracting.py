"""Raw text → proposal: cleaned, and then recognised by patterns that are compiled not before they are needed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from tracker import sharing
from tracker.article.proposal import Proposal
from tracker.article.structure import Structure, structured, two_read
from tracker.collector import resting

if TYPE_CHECKING:
    from tracker.article.directory import Agency

_RECOGNITION = "tracker.article.recognition"


@resting()
def extract(raw: str, directory: Sequence[Agency] = (), published_on: date | None = None) -> Proposal:
    """What the article promises.

    `directory` holds the known agencies (code, name, full_name, aliases);
    `published_on` resolves 今年 and 年底, which stay open without it unless
    the text itself tells its year.
    """
    structure = _structure(raw)
    from tracker.article import recognition

    return replace(recognition.proposal(structure, raw, directory, published_on), structure=structure)


def _structure(raw: str) -> Structure:
    """The clean text taken apart. A long one is cleaned by a copy while this process compiles the patterns, if it has not yet."""

    def of_clean() -> Structure:
        from tracker.article import cleaning, layout

        return structured(layout.unwrapped(cleaning.clean(raw)))

    if _RECOGNITION in sys.modules or not two_read(raw):
        return of_clean()
    _, structure = sharing.both(lambda: import_module(_RECOGNITION), of_clean)
    return structure
