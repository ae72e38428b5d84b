"""Running other programs without their talk."""

from __future__ import annotations

import subprocess
import sys

from bootstrapping.words import words


def quiet(*command: object, **options) -> subprocess.CompletedProcess:
    """Run a command to its end and keep what it prints; 127 if there is no such command."""
    plain = [str(word) for word in command]
    try:
        return subprocess.run(
            plain, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8", errors="replace", **options,
        )  # fmt: skip
    except FileNotFoundError as error:
        return subprocess.CompletedProcess(plain, 127, str(error))


def last_word(done: subprocess.CompletedProcess) -> str:
    """Why a command failed, on one line, as far as its output tells; "" if it did not fail."""
    if not done.returncode:
        return ""
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()] or [words("exit_code", code=done.returncode)]
    return next((line for line in lines if line.startswith("E: ")), lines[-1])


def show_end(done: subprocess.CompletedProcess) -> None:
    """The last lines of what a command printed, for the person to read."""
    print("\n".join(done.stdout.rstrip().splitlines()[-20:]), file=sys.stderr, flush=True)
