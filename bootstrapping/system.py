"""What the system has to bring: libraries and fonts for the PDF, pip where Python has none, PostgreSQL for the tests.

Root has it installed by apt-get, and so has who may use sudo without a password.
Anybody else has it downloaded by apt-get and unpacked into `.local`, with
nothing on the system changed. Where there is neither, an administrator is told
the one line to type.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from subprocess import CompletedProcess
from xml.sax.saxutils import escape

from bootstrapping.commands import last_word, quiet
from bootstrapping.words import Stop, say, words

# What WeasyPrint loads, and the Debian package that brings it; what else it loads comes along with these.
LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
FONTS = {"NotoSerifCJK", "NotoSansCJK"}
FONT_PACKAGE = "fonts-noto-cjk"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
NO_NETWORK = re.compile(r"Temporary failure resolving|Could not resolve|Could not connect|Network is unreachable|Connection failed")
LOAD = "import ctypes, sys\nfor name in sys.argv[1:]:\n  try: ctypes.CDLL(name)\n  except OSError: print(name)"


class System:
    """What `local`, a folder of ours, adds to the machine."""

    def __init__(self, local: Path):
        self.local = local
        self.root = local / "root"

    def environment(self) -> dict[str, str]:
        """What a program has to be told before it starts, so that it finds what is in `local`."""
        folders = [str(path) for top in ("usr/lib", "lib") for path in sorted((self.root / top).glob("*-linux-*"))]
        return {"LD_LIBRARY_PATH": ":".join(folders), "FONTCONFIG_FILE": str(self.local / "fonts.conf")}

    def pip_wheel(self) -> Path | None:
        return next(self.root.glob("usr/share/python-wheels/pip-*.whl"), None)

    def missing(self, with_local: bool = False) -> list[str]:
        """The Debian packages of the libraries that do not load and of the fonts that are nowhere."""
        environ, folders = dict(os.environ), [Path(name).expanduser() for name in FONT_FOLDERS]
        if with_local:
            environ.update(self.environment())
            folders.append(self.root / "usr/share/fonts")
        absent = quiet(sys.executable, "-c", LOAD, *LIBRARIES, env=environ).stdout.split()
        packages = [package for name, package in LIBRARIES.items() if name in absent]
        files = (name for folder in folders for _, _, names in os.walk(folder) for name in names)
        found = {match[0] for match in map(re.compile(r"Noto(Serif|Sans)CJK").match, files) if match}
        return packages if found >= FONTS else [*packages, FONT_PACKAGE]

    def provide(self, need_pip: bool) -> bool:
        """Have the libraries, the fonts and, if asked, pip. True if `environment` is needed to find them.

        Raises Stop, with the line for an administrator.
        """
        if sys.platform != "linux":  # `deeds doctor` says what a PDF needs there
            return False
        packages = self.missing()
        if not packages and not need_pip:
            return False
        if not self.missing(with_local=True) and not (need_pip and not self.pip_wheel()):
            return bool(packages)
        wanted = [f"python3.{sys.version_info[1]}-venv"] * need_pip + packages
        if not shutil.which("apt-get"):
            raise Stop("no_apt", names=", ".join(wanted))
        if os.geteuid() == 0 or quiet("sudo", "-n", "true").returncode == 0:
            say("installing", names=" ".join(wanted))
            why = apt_get(wanted)
            if not why:
                return False
        if os.geteuid() != 0:
            without_root = ["python3-pip-whl"] * need_pip + packages
            say("unpacking", names=" ".join(without_root))
            why = self.unpack(without_root)
            if not why:
                return bool(packages)
        command = f"apt-get install -y --no-install-recommends {' '.join(wanted)}"
        raise Stop("debian_root" if os.geteuid() == 0 else "debian", names=" ".join(wanted), why=why, command=command)

    def unpack(self, packages: list[str]) -> str:
        """Download `packages`, and what they need and the system has not, into `local`. Returns as `apt_get` does."""
        self.local.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="apt-", dir=self.local) as name:
            work = Path(name)
            for folder in ("state/lists/partial", "cache/archives/partial", "root"):
                (work / folder).mkdir(parents=True)
            # Lists and downloads in a folder of ours; what is installed already is the system's to say.
            options = (
                f"Dir::State={work}/state", "Dir::State::status=/var/lib/dpkg/status", f"Dir::Cache={work}/cache",
                "Debug::NoLocking=true", "APT::Sandbox::User=",
            )  # fmt: skip
            apt = ["apt-get", "-qy", *(word for option in options for word in ("-o", option))]
            environ = {**os.environ, "LC_ALL": "C"}
            done = quiet(*apt, "update", env=environ)
            if not NO_NETWORK.search(done.stdout):
                done = quiet(*apt, "install", "--download-only", "--no-install-recommends", *packages, env=environ)
            else:
                done.returncode = 1  # apt calls it a success
            for deb in sorted((work / "cache/archives").glob("*.deb")):
                if not done.returncode:
                    done = quiet("dpkg-deb", "-x", deb, work / "root")
            if not done.returncode:
                shutil.rmtree(self.root, ignore_errors=True)
                (work / "root").rename(self.root)
                self.write_font_settings()
        return why_failed(done)

    def write_font_settings(self) -> None:
        """The fonts of `local` beside those that the system knows."""
        (self.local / "fonts.conf").write_text(
            '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
            f"  <dir>{escape(str(self.root / 'usr/share/fonts'))}</dir>\n"
            "  <dir>/usr/share/fonts</dir>\n"
            '  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n'
            f"  <cachedir>{escape(str(self.local / 'fontconfig'))}</cachedir>\n</fontconfig>\n",
            encoding="utf-8",
        )

    def wrap(self, script: Path, *command: object) -> None:
        """Make `script` start `command` in `environment`."""
        settings = "".join(f"export {name}={shlex.quote(value)}\n" for name, value in self.environment().items())
        script.write_text(
            "#!/bin/sh\n# Written by bootstrap.py: the libraries and fonts in .local are not where the system looks.\n"
            f'{settings}exec {shlex.join(map(str, command))} "$@"\n',
            encoding="utf-8",
        )
        script.chmod(0o755)


def apt_get(packages: list[str]) -> str:
    """Install; refresh apt's lists only if it does not work without. Returns "", or why it failed."""
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C", "apt-get", "-qy", "-o", "DPkg::Lock::Timeout=300"]
    install = [*apt, "install", "--no-install-recommends", *packages]
    done = quiet(*install)
    if done.returncode and not NO_NETWORK.search(done.stdout):
        quiet(*apt, "update")
        done = quiet(*install)
    return why_failed(done)


def why_failed(done: CompletedProcess) -> str:
    """On one line, "" if it did not fail."""
    return words("offline") if done.returncode and NO_NETWORK.search(done.stdout) else last_word(done)


def install_postgresql() -> None:
    """Try to install Debian's PostgreSQL, as root, without the database and the service that it would start."""
    say("installing", names="postgresql")
    setting = Path("/etc/postgresql-common/createcluster.d/none-for-tests.conf")
    setting.parent.mkdir(parents=True, exist_ok=True)
    setting.write_text("create_main_cluster = false\n")
    try:
        why = apt_get(["postgresql"])
    finally:
        setting.unlink()
    if why:
        with suppress(OSError):  # not empty: somebody else's
            os.removedirs(setting.parent)
