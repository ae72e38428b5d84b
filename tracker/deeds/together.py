"""Several deeds at once: all are written to, or everything that is in the way is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from tracker.errors import Conflict, DeedsError, NotAllowed, NotFound, RuleError, Several

Thing, Made = TypeVar("Thing"), TypeVar("Made")


def each(
    things: Sequence[Thing], act: Callable[[Thing], Made], called: Callable[[Thing], str] = attrgetter("code"), about: str = "deeds"
) -> list[Made]:
    """What `act` makes of every deed, or of what else is `called` by a word of the command.

    Raises the error of the only one; else Several, of the message for what they are `about`, with what may be typed for the rest.
    """
    made: list[Made] = []
    wrong: list[tuple[str, DeedsError]] = []
    rest: list[str] = []
    for thing in things:
        try:
            made.append(act(thing))
            rest.append(called(thing))
        except (RuleError, NotAllowed, NotFound, Conflict) as error:
            wrong.append((called(thing), error))
    if not wrong:
        return made
    if len(things) == 1:
        raise wrong[0][1]
    if not rest:
        raise Several(f"several_{about}_none", tuple(wrong), count=len(wrong))
    raise Several(f"several_{about}_refused", tuple(wrong), count=len(wrong), rest=len(rest), again=spans(rest))


def spans(codes: Iterable[str]) -> list[str]:
    """Codes as they may be typed, three or more in a row as a range: JYT-1-1, SCJG-1-3..20. Other words stay as they are."""
    found: list[str] = []
    for _, run in groupby(enumerate(dict.fromkeys(codes)), key=_row):
        words = [word for _, word in run]
        found += [f"{words[0]}..{words[-1].rpartition('-')[2]}"] if len(words) > 2 else words
    return found


def _row(placed: tuple[int, str]) -> tuple[str, int]:
    """The same for neighbours that are numbered on within one commitment."""
    place, word = placed
    stem, _, number = word.rpartition("-")
    return (stem, int(number) - place) if stem and number.isdecimal() else (word, place)
