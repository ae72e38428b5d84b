"""A copy of this process that draws: it loads the renderer while this one reads the database and fills in the pages.

It is made before the database is opened. Unasked it compiles the templates,
then it answers one request after another. What goes wrong in it is done again
here, and so told as ever.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, BinaryIO, NoReturn

from tracker import sharing


class _Copy:
    def __init__(self, kind: str) -> None:
        requests, ours = os.pipe()
        theirs, answers = os.pipe()
        self._process = os.fork()
        if not self._process:
            os.close(ours)  # or the copy would not hear that the original is gone
            os.close(theirs)
            _serve(kind, os.fdopen(requests, "rb"), os.fdopen(answers, "wb"))
        os.close(requests)
        os.close(answers)
        self._requests, self._answers = os.fdopen(ours, "wb"), os.fdopen(theirs, "rb")
        self.given = False

    def ask(self, *request: Any) -> None:
        _send(request, self._requests)

    def answer(self) -> Any:
        return pickle.load(self._answers)

    def end(self) -> None:
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        self.let_go()

    def let_go(self) -> None:
        for pipe in (self._requests, self._answers):
            with suppress(OSError):  # of what it did not take any more
                pipe.close()


def _send(what: Any, pipe: BinaryIO) -> None:
    pickle.dump(what, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def _serve(kind: str, requests: BinaryIO, answers: BinaryIO) -> NoReturn:
    """Answer until nobody asks or something goes wrong; nothing of the original is the copy's to tidy up."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the original hears it, and ends the copy
        from tracker.reports import templates

        _send(templates.compiled(kind), answers)
        from tracker.reports import pdf

        pdf.prepare()
        while True:
            function, arguments = pickle.load(requests)
            _send(function(*arguments), answers)
    finally:
        os._exit(0)


_copy: _Copy | None = None


@contextmanager
def drawing(kind: str) -> Iterator[None]:
    """Within (or in a function that it decorates), a report of that kind is drawn by a copy made now, where there is a processor for it."""
    global _copy
    if sharing.two_can_work():
        with suppress(OSError):  # no room for another process
            _copy = _Copy(kind)
    try:
        yield
    finally:
        _end()


def given() -> bytes | None:
    """The templates as the copy compiled them, once; None if there is no copy, or it gave them before."""
    if _copy is None or _copy.given:
        return None
    _copy.given = True
    return _answer(_copy, lambda: None)


def ask(function: Callable, *arguments: Any, **here: Any) -> Callable[[], Any]:
    """Have a function of `pdf` begin; what is returned waits for its result. One is asked for at a time.

    Where there is no copy, or none any more, the work is done here when its
    result is wanted, with what is named besides, which could not be sent.
    """
    there = _copy
    if there is not None:
        try:
            there.ask(function, arguments)
        except OSError:
            _end()
    return partial(_answer, there, partial(function, *arguments, **here))


def _answer(there: _Copy | None, work: Callable[[], Any]) -> Any:
    if there is not None and there is _copy:
        try:
            return there.answer()
        except (OSError, EOFError, pickle.UnpicklingError):
            _end()
    return work()


def _end() -> None:
    global _copy
    if _copy is not None:
        _copy.end()
        _copy = None


def _forget() -> None:
    """In another copy of this process, such as a worker that draws a volume: two that asked one copy would get each other's pages."""
    global _copy
    if _copy is not None:
        _copy.let_go()
        _copy = None


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
