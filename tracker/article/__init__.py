"""Article → proposal: what a text promises, found and shown with its place. No database, no printing."""

from __future__ import annotations

from tracker.article.cleaning import Cleaned, clean
from tracker.article.extraction import extract
from tracker.article.proposal import Proposal
from tracker.article.reading import read

__all__ = ["Cleaned", "Proposal", "clean", "extract", "read"]
