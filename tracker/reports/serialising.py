"""Shortcuts through the writing of a PDF: every object becomes bytes once, and streams are compressed by other threads.

They belong to `shortcuts`, which takes and puts back both. The library asks
each object for its bytes to write them, and again to sum them up. zlib lets
other threads run, so a page is compressed while the next is painted.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

THREADS = 2
LEVEL = 6
"""Takes a third of the time of level 9; a file grows by a fortieth."""


def shortcuts() -> list[tuple[object, str, Callable]]:
    """As those of `shortcuts`, for one document."""
    import pydyf
    from weasyprint.document import Page

    pool = ThreadPoolExecutor(THREADS)
    return [
        (pydyf.PDF, "page_references", _looked_up),
        (pydyf, "zlib", _quicker),
        (pydyf, "_to_bytes", _by_kind),
        (pydyf.Dictionary, "data", _paired),
        (pydyf.Array, "data", _joined),
        (pydyf.Stream, "data", _kept),
        (Page, "paint", partial(_compressed_meanwhile, pool)),
        (pydyf.PDF, "write", partial(_written_once, pool)),
    ]


def _looked_up(original):
    """The tags ask for one page at a time, and would be given a new list of all of them: pages times rows."""

    class References:
        def __init__(self, pdf):
            self._kids = pdf.pages["Kids"]

        def __getitem__(self, page: int) -> bytes:
            return f"{self._kids[3 * page]} 0 R".encode()

    return property(References)


def _by_kind(original):
    """Most of what is written are bytes, texts and whole numbers."""

    def to_bytes(item):
        kind = type(item)
        if kind is bytes:
            return item
        if kind is str:
            return item.encode("ascii")
        return b"%d" % item if kind is int else original(item)

    return to_bytes


def _paired(original):
    """A tag is a dictionary of a few names that all tags have, and of references, which are bytes already."""
    names = {}

    def data(dictionary):
        parts = []
        for key, value in dictionary.items():
            if key not in names:
                names[key] = b"/" + pydyf._to_bytes(key) + b" "
            parts += names[key], value if type(value) is bytes else pydyf._to_bytes(value)
        return b"<<" + b"".join(parts) + b">>"

    import pydyf

    return property(data)


def _joined(original):
    """The tags are arrays of references, which are bytes already."""

    def data(array):
        try:
            return b"[" + b" ".join(array) + b"]"
        except TypeError:
            return original.fget(array)

    return property(data)


def _quicker(original):
    class Quicker:
        compress = original.compress

        @staticmethod
        def compressobj(level):
            return zlib.compressobj(level=min(level, LEVEL))

    return Quicker


def _kept(original):
    """The bytes of a stream: those that a thread was told to make, else made now, and kept from then on."""

    def data(stream):
        if not hasattr(stream, "bytes"):
            stream.bytes = Future()
            stream.bytes.set_result(original.fget(stream))
        return stream.bytes.result()

    data.made = original.fget
    return property(data)


def _make(pool: ThreadPoolExecutor, stream) -> None:
    stream.bytes = pool.submit(type(stream).data.fget.made, stream)


def _compressed_meanwhile(pool, original):
    def paint(page, stream, *rest, **named):
        original(page, stream, *rest, **named)
        _make(pool, stream)  # nothing is added to it any more

    return paint


def _written_once(pool, original):
    import pydyf

    class Written(pydyf.Object):
        data = b""

    def settled(one):
        if not one.compressible or one.free == "f":
            return one
        written = Written()
        written.number, written.data = one.number, one.data
        return written

    def write(pdf, *rest, **named):
        for one in pdf.objects:
            if isinstance(one, pydyf.Stream) and not hasattr(one, "bytes"):
                _make(pool, one)
        pdf.objects = [settled(one) for one in pdf.objects]
        original(pdf, *rest, **named)
        pool.shutdown()

    return write
