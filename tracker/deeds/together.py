"""Several deeds at once: all are written to, or everything that is in the way is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from tracker.deeds.books import Written
from tracker.deeds.lookup import Deed
from tracker.errors import Conflict, DeedsError, NotAllowed, NotFound, RuleError, Several


def each(deeds: Sequence[Deed], act: Callable[[Deed], Written]) -> list[Written]:
    """What `act` writes to every deed. Raises its error for one deed, Several for more, with the codes of the rest."""
    written: list[Written] = []
    wrong: list[tuple[str, DeedsError]] = []
    for deed in deeds:
        try:
            written.append(act(deed))
        except (RuleError, NotAllowed, NotFound, Conflict) as error:
            wrong.append((deed.code, error))
    if not wrong:
        return written
    if len(deeds) == 1:
        raise wrong[0][1]
    rest = [made.entry.deed for made in written]
    if not rest:
        raise Several("several_none", tuple(wrong), count=len(wrong))
    raise Several("several_refused", tuple(wrong), count=len(wrong), rest=len(rest), again=spans(rest))


def spans(codes: Iterable[str]) -> list[str]:
    """Codes as they may be typed, three or more in a row as a range: JYT-1-1, SCJG-1-3..20."""
    runs: list[list[tuple[str, int]]] = []
    parted = [(stem, int(number)) for stem, _, number in (code.rpartition("-") for code in codes)]
    for before, (stem, number) in pairwise([None, *parted]):
        if before == (stem, number - 1):
            runs[-1].append((stem, number))
        else:
            runs.append([(stem, number)])
    found = []
    for run in runs:
        (stem, first), (_, last) = run[0], run[-1]
        found += [f"{stem}-{first}..{last}"] if len(run) > 2 else [f"{stem}-{number}" for _, number in run]
    return found
