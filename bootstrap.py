#!/usr/bin/env python3
"""Set up this checkout on a fresh machine, then use it; `python3 bootstrap.py --help` says how, in Chinese or English."""
# This file and `bootstrapping` run before anything is installed: standard library only, and on Python 3.9 too, so that
# it can be said politely that 3.11 is needed.

from __future__ import annotations

import errno
import os
import shutil
import sys
import time
from pathlib import Path

from bootstrapping.environment import Environment, has_ensurepip
from bootstrapping.system import System, install_postgresql
from bootstrapping.words import Stop, say, words

HERE = Path(__file__).resolve().parent
COMMANDS = ("setup", "demo", "test", "run")
PYTHON = (3, 11)


def main(argv: list[str]) -> int:
    try:
        check_python()
        command, wheels, rest = parse(argv)
        local = prepare(command, wheels)
        if command != "setup":
            run(command, rest, local)
        return 0
    except Stop as stop:
        say(stop.key, **stop.values)
        return stop.code
    except KeyboardInterrupt:
        say("interrupted")
        return 130
    except BrokenPipeError:  # whoever reads the help has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


def check_python() -> None:
    if os.name != "posix":
        raise Stop("platform")
    if sys.version_info[:2] < PYTHON:
        needed = ".".join(map(str, PYTHON))
        newer = next((name for name in (f"python3.{n}" for n in range(20, 10, -1)) if shutil.which(name)), None)
        command = f"{newer} bootstrap.py" if newer else words("get_python", needed=needed)
        raise Stop("python", needed=needed, found=sys.version.split()[0], command=command)


def parse(argv: list[str]) -> tuple[str, Path | None, list[str]]:
    """The command, the folder of wheels, and the words to hand on."""
    command, wheels, rest = "", None, list(argv)
    while rest and (not command or rest[0].partition("=")[0] == "--wheels"):
        word = rest.pop(0)
        if word.partition("=")[0] == "--wheels":
            path = word.partition("=")[2] or (rest.pop(0) if rest else "")
            wheels = Path(path).resolve()
            if not path or not wheels.is_dir():
                raise Stop("no_folder", 2, path=path)
        elif word in ("-h", "--help"):
            print(words("help"), flush=True)
            raise SystemExit(0)
        elif word in COMMANDS:
            command = word
        else:
            raise Stop("usage", 2, word=word)
    if not command:
        raise Stop("nothing", 2)
    if command == "setup" and rest:
        raise Stop("usage", 2, word=" ".join(argv))
    return command, wheels, rest


def prepare(command: str, wheels: Path | None) -> bool:
    """Make sure of all that `command` needs. True if `System.environment` is needed to find a part of it."""
    import fcntl

    environment, system = Environment(HERE), System(HERE / ".local")
    try:
        with open(__file__) as lock:  # two at once would spoil each other's work
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("waiting")
                fcntl.flock(lock, fcntl.LOCK_EX)
            sets = wanted_sets(command, environment)
            if not environment.current(sets):
                set_up(environment, system, sets, wheels, command)
            elif command == "setup":
                say("done", seconds=0)
            return environment.note()["local"]
    except OSError as error:
        raise Stop("unwritable", path=error.filename or HERE, why=error.strerror or error) from None


def wanted_sets(command: str, environment: Environment) -> set[str]:
    sets = {"base"}
    if os.environ.get("DEEDS_DATABASE_URL", "").startswith("postgres"):
        sets.add("postgresql")
    if command == "test":
        from tests.postgres import find_binaries

        sets.add("test")
        if not find_binaries():
            if os.geteuid() == 0 and shutil.which("apt-get") and "server" not in environment.note().get("sets", ()):
                install_postgresql()
            if not find_binaries():
                sets.add("server")
    return sets


def set_up(environment: Environment, system: System, sets: set[str], wheels: Path | None, command: str) -> None:
    """The system's part first, then Python's. Raises Stop."""
    started = time.monotonic()
    environment.folder.mkdir(exist_ok=True)
    if not os.access(environment.folder, os.W_OK):
        raise Stop("unwritable", path=environment.folder, why=os.strerror(errno.EACCES))
    fresh = not environment.usable()
    brought = next(wheels.glob("pip-*.whl"), None) if wheels else None
    need_pip = fresh and not has_ensurepip() and not brought
    trouble, local = None, False
    try:
        local = system.provide(need_pip)
    except Stop as stop:
        if need_pip:
            stop.values["names"] += words("and_python")
            raise
        trouble = stop  # all but the PDF works without libraries and fonts: do the rest, then say it
    if fresh:
        environment.make(brought or system.pip_wheel())
    sets = sets | set(environment.note().get("sets", ()))
    environment.write_note(key=None, sets=sorted(sets), local=local)
    try:
        environment.install(sets, wheels, command)
        if local:
            system.wrap(environment.command, environment.python, "-m", "tracker")
    except Stop as stop:
        if trouble:
            stop.values["names"] = f"{trouble.values['names']}, {stop.values.get('names')}"
        trouble = stop
    environment.write_note(key="" if trouble else environment.key(), sets=sorted(sets), local=local)
    if trouble:
        raise trouble
    say("done", seconds=round(time.monotonic() - started))


def run(command: str, rest: list[str], local: bool) -> None:
    """Become the program asked for."""
    environment = Environment(HERE)
    environ = {**os.environ, **(System(HERE / ".local").environment() if local else {})}
    program = [str(environment.command), *rest]
    if command == "demo":
        program.insert(1, "demo")
    if command == "test":
        program = [str(environment.python), "-m", "pytest", *(rest or ["-n", "2"])]
        environ["DEEDS_TEST_REQUIRE_POSTGRES"] = "1"
        os.chdir(HERE)
    os.execve(program[0], program, environ)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
