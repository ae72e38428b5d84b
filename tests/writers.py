"""Processes that write to one book, for the tests of concurrency.

They are forked from a process that has everything imported, so that a thousand
of them can be started and killed.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from multiprocessing.connection import Connection
from unittest.mock import patch

import psycopg  # noqa: F401 - so that no writer has to
import sample
from sqlalchemy.dialects import postgresql, sqlite  # noqa: F401

from tracker import database, entries

context = multiprocessing.get_context("forkserver")
context.set_forkserver_preload([__name__])


def write(url: str, name: str, count: int, begin, told: Connection) -> None:
    """Write entries one by one, each in its own transaction, and say of each when it is safe."""
    engine = database.open_engine(url)
    told.send_bytes(b"ready")
    begin.wait()
    for place in range(count):
        with database.writing(engine, checked=True) as connection:
            deed = sample.CODES[place % len(sample.CODES)]
            [made] = entries.append(connection, [sample.progress(deed, "in_progress", 7, note=name, uid=f"{name}-{place}")])
        told.send_bytes(made.uid.encode())
    engine.dispose()


class Writer:
    """A writer that waits for `begin`."""

    def __init__(self, url: str, name: str, count: int):
        self.begin = context.Event()
        self.told, theirs = context.Pipe(duplex=False)
        self.process = context.Process(target=write, args=(url, name, count, self.begin, theirs), daemon=True)
        # The process that forks imports this file by name, before it is told where we import from.
        with patch.dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path)):
            self.process.start()
        theirs.close()

    def hear(self) -> str:
        """The next thing that it says; waits for it."""
        return self.told.recv_bytes().decode()

    def hear_all(self) -> list[str]:
        """What else it says until it ends."""
        heard = []
        try:
            while True:
                heard.append(self.hear())
        except EOFError:
            self.process.join()
            self.told.close()
        return heard
