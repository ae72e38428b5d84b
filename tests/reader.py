"""Somebody who types what a document shows. A module says ``from reader import Reader``."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from tracker.cli import main

ROOT = Path(__file__).resolve().parents[1]


class Reader:
    """Somebody who types what a document shows, in a folder of their own."""

    def __init__(self, folder: Path, monkeypatch):
        self.folder, self.monkeypatch, self.stack, self.url = folder, monkeypatch, contextlib.ExitStack(), ""
        tools = folder.parent / "tools"
        tools.mkdir()
        (tools / "deeds").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tracker "$@"\n')
        (tools / "deeds").chmod(0o755)
        monkeypatch.chdir(folder)
        for name in [name for name in os.environ if name.startswith("DEEDS_") and not name.startswith("DEEDS_TEST")]:
            monkeypatch.delenv(name)
        for name, value in {"HOME": str(folder), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")

    def type(self, command: str) -> tuple[str, int]:
        """What a command prints, on either stream, and its exit code."""
        if unset := re.fullmatch(r"unset (\w+)", command):
            self.monkeypatch.delenv(unset[1])
            return "", 0
        if export := re.fullmatch(r"export ((?:\w+=\S*\s*)+)", command):
            for name, _, value in (word.partition("=") for word in shlex.split(export[1])):
                self.monkeypatch.setenv(name, value)
            return "", 0
        if re.match(r"deeds (?!.*(--help|[|<>;&*]|\$\())", command) and "\n" not in command:
            return self.here(shlex.split(command, comments=True)[1:])
        done = subprocess.run(["bash", "-c", f"exec 2>&1; {command}"], stdout=subprocess.PIPE, text=True, timeout=120)
        return done.stdout, done.returncode

    @staticmethod
    def here(words: list[str]) -> tuple[str, int]:
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            code = main(words)
        return said.getvalue(), code
