"""The parts of a long task at once, some of them in a copy of this process."""

from __future__ import annotations

import copyreg
import os
import pickle
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter
from typing import NoReturn, TypeVar

Here = TypeVar("Here")
There = TypeVar("There")


_one_of_many = False


def keep_to_one() -> None:
    """In a worker of which there is one for each processor: it makes no copies of its own."""
    global _one_of_many
    _one_of_many = True


def two_can_work() -> bool:
    """Whether a copy of this process is safe to make and has a processor to run on."""
    return not _one_of_many and hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


@contextmanager
def meanwhile(work: Callable[[], There]) -> Iterator[Callable[[Callable[[], There]], There]]:
    """Within, a copy of this process works; what is given waits for its result, or works that out otherwise should the copy die."""
    reader, writer = os.pipe()
    copy = os.fork()
    if not copy:
        os.close(reader)  # or the copy would wait for itself, should the original end before it
        _hand_over(work, writer)
    os.close(writer)
    ended = []

    def end() -> int:
        if not ended:
            ended.append(os.waitpid(copy, 0)[1])
        return ended[0]

    with open(reader, "rb") as source:

        def there(otherwise: Callable[[], There]) -> There:
            made = source.read()
            return otherwise() if end() else pickle.loads(made)

        try:
            yield there
        finally:
            source.close()
            end()


def both(first: Callable[[], Here], second: Callable[[], There]) -> tuple[Here, There]:
    """What the two give. The copy works on the second; should it die, this process does its work, too."""
    with meanwhile(second) as there:
        return first(), there(second)


def each(works: Sequence[Callable[[], Here]]) -> list[Here]:
    """What the works (256 at most) give, in their order. Whichever of the two processes is ready takes the next, so that neither waits long."""
    tickets, box = os.pipe()
    os.write(box, bytes(range(len(works))))
    os.close(box)
    try:
        here, there = both(
            lambda: {number: works[number]() for number in _drawn(tickets)},
            lambda: {number: pickle.dumps(works[number](), pickle.HIGHEST_PROTOCOL) for number in _drawn(tickets)},
        )
    finally:
        os.close(tickets)
    here |= {number: pickle.loads(done) for number, done in there.items()}
    return [here[number] if number in here else work() for number, work in enumerate(works)]


def by_position(*kinds: type) -> None:
    """Have things of these dataclasses handed over as the values of their fields, at half the price of their state by name."""
    for kind in kinds:
        fields = attrgetter(*kind.__match_args__)
        copyreg.pickle(kind, lambda thing, kind=kind, fields=fields: (kind, fields(thing)))


def _drawn(tickets: int) -> Iterator[int]:
    while ticket := os.read(tickets, 1):
        yield ticket[0]


def _hand_over(work: Callable[[], object], writer: int) -> NoReturn:
    """Write down what the work gives and end at once: nothing of the original is the copy's to tidy up."""
    status = 1
    try:
        with open(writer, "wb") as out:
            pickle.dump(work(), out, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)
