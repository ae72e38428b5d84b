"""Places of a file at which its text says something else: two numbers that slipped when the file was edited."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.proposal import Commitment, Item, Mention, Proposal
from tracker.scripts import simplified

_SHARED = 0.5
"""How much of either must stand in the other. A title may be worded anew, and a place may be wider than it."""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Where the place stands in the file, the name that it is given for, and the words that stand there in the text."""

    where: str
    name: str
    words: str


def misplaced(proposal: Proposal, raw: str) -> list[Misplaced]:
    """Every place of the file whose words have little in common with what it is the place of, in the order of the file."""
    from tracker.article import clean

    cleaned = clean(raw)
    text = f"{cleaned.text}\n"

    def at(start: int, end: int) -> tuple[str, str]:
        """The words at a place, and the row of a table that they are a cell of, else they alone."""
        begin, stop = (bisect_left(cleaned.offsets, place) for place in (start, end))
        words = text[begin:stop] or simplified(raw[start:end])  # what was not read as part of the article
        line = text[text.rfind("\n", 0, begin) + 1 : text.find("\n", begin)]
        return words, line if "\t" in line else words

    found = []
    for path, part, name, said in _placed(proposal):
        words, row = at(*part.place)
        if max(_share(name, row), _share(words, name + said)) < _SHARED and not _counted(part, words):
            found.append(Misplaced(proposal.where(*path, "place"), name, " ".join(words.split())))
    return found


def _placed(proposal: Proposal) -> Iterator[tuple[tuple, Commitment | Item | Mention, str, str]]:
    """Path, part, its name, and what else the file says of it, of each part with a place."""
    for n, one in enumerate(proposal.commitments):
        if one.place is not None:
            titles = (item.title for item in one.items)
            yield ("commitments", n), one, one.name, _joined(one.theme, one.due, one.due_basis, one.agency_name, *one.fields, *titles)
        for m, item in enumerate(one.items):
            if item.place is not None:
                target = (item.target.quantity, item.target.unit) if item.target else ()
                yield ("commitments", n, "items", m), item, item.title, _joined(item.due_basis, *target)
    for kind in ("context", "left_out"):
        for n, one in enumerate(getattr(proposal, kind)):
            if one.place is not None:
                yield (kind, n), one, one.name, _joined(one.agency_name)


def _joined(*parts: object) -> str:
    return "".join(str(part) for part in parts if part is not None)


def _counted(part: Commitment | Item | Mention, words: str) -> bool:
    """首批启动17个: of what is named elsewhere, such as in a heading, its number stands at its place."""
    number = getattr(part, "declared", None) or getattr(getattr(part, "target", None), "quantity", None)
    return number is not None and str(number) in words


def _share(these: str, those: str) -> float:
    """How many of the characters of the one stand in the other; none, of nothing."""
    characters = [each for each in simplified(these) if each.isalnum()]
    known = set(simplified(those))
    return sum(each in known for each in characters) / len(characters) if characters else 0.0
