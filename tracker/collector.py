"""Long work without Python's search for rubbish."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting() -> Iterator[None]:
    """While the collector of rubbish rests.

    For work that makes many things and keeps them to its end: looking through
    them again and again takes up to a fifth of its time. As the decorator of a
    function, so that what it made is gone before the collector wakes.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
