"""How long a command takes, as a multiple of starting Python on the same machine.

    python benchmarks/ratio.py [--runs 15] COMMAND WORDS…

The command and `python -c pass` take turns, so that a busy machine slows both;
the ratio is that of the medians. Exits 1 if the command fails.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

NOTHING = (sys.executable, "-c", "pass")


@dataclass(frozen=True)
class Measured:
    """Medians in seconds."""

    command: float
    nothing: float

    @property
    def ratio(self) -> float:
        return self.command / self.nothing

    def __str__(self) -> str:
        return f"{self.ratio:5.1f} × ({self.command * 1000:.0f} ms beside {self.nothing * 1000:.0f} ms)"


def _seconds(words: Sequence[str], **how) -> float:
    began = time.perf_counter()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, **how)
    return time.perf_counter() - began


def measure(words: Sequence[str] | Callable[[int], Sequence[str]], runs: int = 15, **how) -> Measured:
    """Time a command beside nothing at all, in turns, after one run of each that is not counted.

    `words` may be a function of the run's number where each run must differ;
    `how` goes to `subprocess.run`. Raises CalledProcessError.
    """
    command: list[float] = []
    nothing: list[float] = []
    for run in range(runs + 1):
        command.append(_seconds(words(run) if callable(words) else words, **how))
        nothing.append(_seconds(NOTHING))
    return Measured(median(command[1:]), median(nothing[1:]))


def main(words: list[str]) -> int:
    runs = 15
    if words[:1] == ["--runs"]:
        runs, words = int(words[1]), words[2:]
    if not words:
        print(__doc__)
        return 2
    try:
        print(measure(words, runs))
    except (subprocess.CalledProcessError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
