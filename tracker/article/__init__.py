"""Article → proposal: what a text promises, found and shown with its place. No database, no printing."""

from __future__ import annotations

from tracker.article.cleaning import Cleaned, clean
from tracker.article.extracting import extract
from tracker.article.imprint import publisher as stated_publisher
from tracker.article.imprint import title as stated_title
from tracker.article.newcomers import Newcomer, likely_office, newcomers
from tracker.article.page import of as page_of
from tracker.article.proposal import Proposal
from tracker.article.published import stated_day
from tracker.article.reading import read
from tracker.article.showing import Places, explained, highlighted, legend, sentence
from tracker.article.writing import as_seed, proposal_yaml

__all__ = [
    "Cleaned",
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
]
