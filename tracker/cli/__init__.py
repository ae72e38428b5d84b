"""The command line: declares arguments, opens one transaction, calls one function, shows the result.

Importing this package loads neither Typer nor anything heavier; `main` does.
Only the files here commit, print and exit.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `deeds` with these arguments (default: the process's own) and return its exit code."""
    if arguments is None and sys.argv[1:2] == ["__complete"]:
        return _complete(sys.argv[2:])
    if arguments is None:
        _start_quickly()
    try:
        from tracker.cli.run import run
    except KeyboardInterrupt:  # before there is anybody to say so in words
        return 130

    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started this (`deeds list >&-`)
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115
    if hasattr(sys.stdout, "reconfigure"):
        # As stderr is: a terminal without Chinese is no reason to fail.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # The reader went away (`deeds list | head`): nothing to say, and nowhere to say it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 141


def _start_quickly() -> None:
    """Half a command's time goes into loading modules; a fifth of that is saved here."""
    import gc

    gc.set_threshold(50_000)  # what is loaded stays: looking for rubbish in it hundreds of times finds none
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for other packages' plug-ins reads them all


def _complete(words: Sequence[str]) -> int:
    """Offer the shell what the last word may become: a door of its own, without what makes a command slow."""
    from tracker.completing import lines

    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    try:
        for line in lines(words):
            print(line)
    except Exception:
        return 1  # at a press of Tab there is nobody to tell
    return 0
