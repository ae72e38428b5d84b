"""The virtual environment: made, mended, and brought up to date with pyproject.toml and constraints.txt."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import sys
from pathlib import Path

from bootstrapping.commands import quiet, show_end
from bootstrapping.words import Stop, say

# pip warns of each connection that fails, and in the end says only that it found nothing.
NO_NETWORK = re.compile(r"connection broken by.*(No matching distribution|ResolutionImpossible)|Max retries exceeded", re.DOTALL)
# As pip does with what it copies: modules are compiled once, and the patterns of extraction made once, also where Python is told
# to leave nothing behind when it runs (PYTHONDONTWRITEBYTECODE, as in many containers).
KEEP = (
    "import compileall, sys; sys.dont_write_bytecode = False; compileall.compile_dir(sys.argv[1], quiet=2); "
    "from tracker.article import extract; extract('.')"
)


class Environment:
    """`checkout`/.venv, and in it a note of what was installed.

    Sets of packages: "base" what the program needs; "test" what its tests need;
    "server" a PostgreSQL server for the tests; "postgresql" the driver.
    """

    def __init__(self, checkout: Path):
        self.checkout = checkout
        self.folder = checkout / ".venv"
        self.python = self.folder / "bin" / "python"
        self.command = self.folder / "bin" / "deeds"
        self._note = self.folder / "bootstrap.json"

    def note(self) -> dict:
        """`sets` and `local` as last installed, and `key`: null while that is under way, "" if something is missing."""
        try:
            return json.loads(self._note.read_text())
        except (OSError, ValueError):
            return {}

    def write_note(self, **note: object) -> None:
        self._note.write_text(json.dumps(note))

    def key(self) -> str:
        """Differs as soon as anything differs that an installation depends on."""
        digest = hashlib.sha256()
        for name in ("pyproject.toml", "constraints.txt"):
            digest.update((self.checkout / name).read_bytes())
        digest.update(os.fsencode(f"{self.checkout}\n{os.path.realpath(self.python)}"))
        return digest.hexdigest()

    def current(self, sets: set[str]) -> bool:
        note = self.note()
        return note.get("key") == self.key() and sets <= set(note["sets"])

    def usable(self) -> bool:
        """Whether it can be built on: not left half-made, and its Python there, new enough and with pip."""
        if self.note().get("key", "") is None or not self.python.exists():
            return False
        probe = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
        return quiet(self.python, "-c", probe).returncode == 0

    def make(self, pip_wheel: Path | None) -> None:
        """Make it anew; where Python has no ensurepip, with pip out of `pip_wheel`."""
        say("venv")
        base = getattr(sys, "_base_executable", None) or sys.executable
        bare = not has_ensurepip()
        done = quiet(base, "-m", "venv", "--clear", *["--without-pip"] * bare, self.folder)
        if bare and not done.returncode:
            words = ("install", "--quiet", "--disable-pip-version-check", "--no-index")
            done = quiet(self.python, f"{pip_wheel}/pip", *words, pip_wheel)
        if done.returncode:
            show_end(done)
            raise Stop("failed", what="python3 -m venv .venv")

    def install(self, sets: set[str], wheels: Path | None, command: str) -> None:
        """Put `sets` and the checkout itself into it, without a network if a folder of `wheels` is given."""
        say("pip")
        wanted = self.requirements(sets)
        pip = [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
        offline = ["--no-index", "--find-links", wheels] if wheels else []
        done = quiet(*pip, *offline, "--constraint", self.checkout / "constraints.txt", *wanted)
        if not done.returncode:
            done = quiet(*pip, "--no-index", "--no-deps", "--no-build-isolation", "--editable", self.checkout)
        if not done.returncode:
            quiet(self.python, "-c", KEEP, self.checkout / "tracker")  # where that fails, every run does it for itself
            return
        if not wheels and NO_NETWORK.search(done.stdout):
            names = ", ".join(re.match(r"[\w.-]+", requirement)[0] for requirement in wanted)
            raise Stop("no_network", names=names, command=command)
        if wheels and (missing := _not_there(wheels, wanted)):
            raise Stop("no_wheels", folder=wheels, names=", ".join(missing))
        show_end(done)
        raise Stop("failed", what="pip install")

    def requirements(self, sets: set[str]) -> list[str]:
        """What pyproject.toml asks for, building included."""
        import tomllib

        asked = tomllib.loads((self.checkout / "pyproject.toml").read_text(encoding="utf-8"))
        wanted = [*asked["build-system"]["requires"], *asked["project"]["dependencies"]]
        if "postgresql" in sets:
            wanted += asked["project"]["optional-dependencies"]["postgresql"]
        for group in sorted(sets & set(asked["dependency-groups"])):
            wanted += asked["dependency-groups"][group]
        return wanted


def _not_there(wheels: Path, wanted: list[str]) -> list[str]:
    """Those of the wanted packages of which the folder has no wheel."""
    there = {_plain(wheel.name.partition("-")[0]) for wheel in wheels.glob("*.whl")}
    names = (re.match(r"[\w.-]+", requirement)[0] for requirement in wanted)
    return [name for name in names if _plain(name) not in there]


def _plain(name: str) -> str:
    """A package's name as all its spellings are compared."""
    return re.sub("[-_.]+", "-", name).lower()


def has_ensurepip() -> bool:
    """Debian keeps it in a package of its own."""
    return importlib.util.find_spec("ensurepip") is not None
