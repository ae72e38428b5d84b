"""Article → proposal: what a text promises, found and shown with its place. No database, no printing."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tracker.article.extracting import extract
from tracker.article.newcomers import Newcomer, likely_office, newcomers
from tracker.article.proposal import Proposal
from tracker.article.reading import read

if TYPE_CHECKING:
    from tracker.article.cleaning import clean
    from tracker.article.imprint import publisher as stated_publisher
    from tracker.article.imprint import title as stated_title
    from tracker.article.page import of as page_of
    from tracker.article.published import stated_day, year_of
    from tracker.article.showing import Places, explained, highlighted, legend, sentence
    from tracker.article.writing import as_seed, proposal_yaml

# Where to find what is loaded when it is first asked for: whoever only extracts waits for none of it.
_LATER = {
    "Places": "showing.Places",
    "as_seed": "writing.as_seed",
    "clean": "cleaning.clean",
    "explained": "showing.explained",
    "highlighted": "showing.highlighted",
    "legend": "showing.legend",
    "page_of": "page.of",
    "proposal_yaml": "writing.proposal_yaml",
    "sentence": "showing.sentence",
    "stated_day": "published.stated_day",
    "stated_publisher": "imprint.publisher",
    "stated_title": "imprint.title",
    "year_of": "published.year_of",
}

__all__ = [
    "Newcomer",
    "Places",
    "Proposal",
    "as_seed",
    "clean",
    "explained",
    "extract",
    "highlighted",
    "legend",
    "likely_office",
    "newcomers",
    "page_of",
    "proposal_yaml",
    "read",
    "sentence",
    "stated_day",
    "stated_publisher",
    "stated_title",
    "year_of",
]


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, _, found = _LATER[name].partition(".")
    return getattr(import_module(f"{__name__}.{module}"), found)
