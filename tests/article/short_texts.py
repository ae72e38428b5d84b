"""Texts as short as can be: what is found in them."""

from __future__ import annotations

from datetime import date

from tracker.article import extract

PUBLISHED = date(2026, 2, 3)


def found(text):
    return extract(text, (), PUBLISHED)


def deeds(text):
    """(owner, name, declared, [(title, quantity, unit)]) of each commitment."""
    return [
        (one.agency_name, one.name, one.declared_count, [(i.title, i.target_quantity, i.target_unit) for i in one.items])
        for one in found(text).commitments
    ]


def owners_of(text):
    return [(one.agency_name, [item.title for item in one.items] or one.name) for one in found(text).commitments]
