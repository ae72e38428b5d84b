"""What can go wrong, in words a clerk understands, each with an exit code.

An error carries the key of its message and the values that go into it; the
words are chosen where it is shown (`tracker.cli`), in the user's language.
Every foreseeable mistake is one of these; anything else is a bug in the
program.
"""

from __future__ import annotations

from typing import Any


class DeedsError(Exception):
    """Something a user can mend.

    `key` names the message in the catalogue (`errors.<name>`), `values` fill it
    in. `exit_code` is what the command ends with.
    """

    exit_code = 1

    def __init__(self, key: str, /, **values: Any):
        self.key = f"errors.{key}"
        self.values = values
        super().__init__(self.key, values)

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.key}({shown})"


class CheckFailed(DeedsError):
    """A check ran to its end and found something wrong."""

    exit_code = 1


class UsageError(DeedsError):
    """The words of the command do not make sense together."""

    exit_code = 2


class MissingTool(DeedsError):
    """Something the program needs on this machine is missing."""

    exit_code = 3


class NotFound(DeedsError):
    """There is no such deed, agency, commitment, entry or file."""

    exit_code = 4


class RuleError(DeedsError):
    """A rule of the books forbids it: a move, a value, a day."""

    exit_code = 5


class NotAllowed(DeedsError):
    """Another role or agency may do this; this one may not."""

    exit_code = 6


class Conflict(DeedsError):
    """Somebody else wrote meanwhile."""

    exit_code = 7


class BadInput(DeedsError):
    """A file or a pasted text cannot be read as what it should be.

    `problems` lists every fault with its place, one a line.
    """

    exit_code = 8

    def __init__(self, key: str, /, problems: tuple[str, ...] = (), **values: Any):
        super().__init__(key, **values)
        self.problems = tuple(problems)


class Several(DeedsError):
    """Several deeds were to be written to and some cannot be: `problems` are their codes, each with what is in its way.

    It ends with the code of the first of them.
    """

    def __init__(self, key: str, problems: tuple[tuple[str, DeedsError], ...], /, **values: Any):
        super().__init__(key, **values)
        self.problems = problems
        self.exit_code = problems[0][1].exit_code


class DatabaseError(DeedsError):
    """The database is missing, behind, ahead, locked, read-only or damaged."""

    exit_code = 9


class OutputError(DeedsError):
    """A result cannot be written where it was asked for."""

    exit_code = 10


class ReportError(DeedsError):
    """A report would not be true or not be legible, so none is written."""

    exit_code = 11
