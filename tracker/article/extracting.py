"""Raw text → proposal: cleaned, and then recognised by patterns that are compiled not before they are needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from tracker.article.compiling import keep
from tracker.article.proposal import Proposal
from tracker.article.structure import Structure, structured, two_read
from tracker.collector import resting

if TYPE_CHECKING:
    from tracker.article.directory import Agency

_RECOGNITION = "tracker.article.recognition"


@resting()
def extract(raw: str, directory: Sequence[Agency] | Callable[[], Sequence[Agency]] = (), published_on: date | None = None) -> Proposal:
    """What the article promises.

    `directory` holds the known agencies (code, name, full_name, aliases), or
    is what gives them: it is asked while a long text is being cleaned;
    `published_on` resolves 今年 and 年底, which stay open without it unless
    the text itself tells its year.
    """
    agencies, structure = _both(raw, directory if callable(directory) else lambda: directory)
    from tracker.article import recognition

    keep()
    return replace(recognition.proposal(structure, raw, agencies, published_on), structure=structure)


def _both(raw: str, directory: Callable[[], Sequence[Agency]]) -> tuple[Sequence[Agency], Structure]:
    """The agencies, and the clean text taken apart: a long one is cleaned by a copy, too, while this process makes the patterns and reads the directory."""
    from tracker.article import cleaning, layout

    if not two_read(raw):
        return directory(), structured(layout.unwrapped(cleaning.clean(raw)))

    def of_books() -> Sequence[Agency]:
        import_module(_RECOGNITION)
        return directory()

    from tracker.article import halves

    agencies, text = halves.cleaned(raw, of_books)
    return agencies, structured(layout.unwrapped(text))
