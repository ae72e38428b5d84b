"""The commands a clerk types, beside starting Python: at 132 deeds and at many.

    python benchmarks/commands.py [--deeds 100000] [--runs 9]

Claims: `deeds --help` at most 10 ×; `update`, `show` and `list` at most 45 ×,
no slower among many deeds; an import of 10,000 deeds at 2,000 a second or more.
Exits 1 if one does not hold.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ratio import measure

ROOT = Path(__file__).resolve().parent.parent
DEEDS = (sys.executable, "-m", "tracker")
COMMITMENT = """\
  - key: many-{n}
    agency: {agency}
    name: 清单{n}
    kind: list
    declared: {count}
    approximate: false
    fields: []
    joint: []
    items: []
"""


def environment(folder: Path) -> dict[str, str]:
    return os.environ | {"DEEDS_DATABASE_URL": f"sqlite:///{folder / 'deeds.db'}", "PYTHONPATH": str(ROOT), "DEEDS_LANG": "zh-CN"}


def proposal(path: Path, deeds: int, each: int = 500) -> Path:
    """A seed file of so many unnamed deeds."""
    agencies = ("ZJT", "SCJG", "RST", "JYT", "GXT", "MZT", "ZRZY", "SWT", "KJT")
    parts = [
        COMMITMENT.format(n=n, agency=agencies[n % len(agencies)], count=min(each, deeds - n * each)) for n in range(-(-deeds // each))
    ]
    path.write_text("format: practical-deeds/1\nsource:\n  key: many\ncommitments:\n" + "".join(parts), encoding="utf-8")
    return path


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--deeds", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=9)
    asked = parser.parse_args()
    broken = []

    def claim(holds: bool, text: str) -> None:
        print(("  " if holds else "! ") + text, flush=True)
        if not holds:
            broken.append(text)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        how = {"env": environment(folder), "cwd": folder}
        helped = measure([*DEEDS, "--help"], asked.runs, **how)
        claim(helped.ratio <= 10, f"{'deeds --help':28} {helped}")
        subprocess.run([*DEEDS, "init"], check=True, capture_output=True, **how)
        few = commands(asked.runs, how)
        file = proposal(folder / "ten.yaml", 10_000)
        began = time.perf_counter()
        subprocess.run([*DEEDS, "import", str(file)], check=True, capture_output=True, **how)
        rate = 10_000 / (time.perf_counter() - began)
        claim(rate >= 2000, f"{'import of 10,000 deeds':28} {rate:5.0f} a second")
        if asked.deeds > 10_000:
            rest = proposal(folder / "rest.yaml", asked.deeds - 10_132)
            rest.write_text(rest.read_text(encoding="utf-8").replace("key: many\n", "key: more\n"), encoding="utf-8")
            subprocess.run([*DEEDS, "import", str(rest)], check=True, capture_output=True, **how)
        many = commands(asked.runs, how)
    for each, before in few.items():
        after = many[each]
        claim(before.ratio <= 45, f"{'deeds ' + each + ', 132':28} {before}")
        claim(after.ratio <= 45 and after.ratio <= 1.2 * before.ratio, f"{f'deeds {each}, {asked.deeds:,}':28} {after}")
    return 1 if broken else 0


def commands(runs: int, how: dict) -> dict:
    return {
        "show": measure([*DEEDS, "show", "JYT-1-3"], runs, **how),
        "list": measure([*DEEDS, "list"], runs, **how),
        "update": measure(lambda run: [*DEEDS, "update", "JYT-1-3", "-s", "in_progress", "-p", str(run + 1)], runs, **how),
    }


if __name__ == "__main__":
    raise SystemExit(main())
