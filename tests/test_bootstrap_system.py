"""What the system has to bring: which of the roads is taken, on machines that are made up.

`tools` is a PATH with nothing on it but tools that only note how they were called.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap
from bootstrapping import system as system_room
from bootstrapping.environment import has_ensurepip
from bootstrapping.system import LIBRARIES, System
from bootstrapping.words import Stop, words

CHECKOUT = Path(bootstrap.__file__).parent
OFFLINE = "echo \"E: Failed to fetch: Temporary failure resolving 'somewhere'\"; exit 100"


@pytest.fixture
def english(monkeypatch):
    monkeypatch.setenv("DEEDS_LANG", "en")


class Tools:
    """Makes tools: `body` is what the tool does after it has noted how it was called."""

    def __init__(self, folder: Path):
        self.folder, self.log = folder / "bin", folder / "calls"
        self.folder.mkdir()
        self.log.touch()

    def add(self, name: str, body: str = "") -> None:
        path = self.folder / name
        path.write_text(f'#!/bin/sh\nPATH=/usr/bin:/bin\necho {name} "$@" >> {self.log}\n{body}\n')
        path.chmod(0o755)

    def calls(self) -> list[str]:
        return self.log.read_text().splitlines()


@pytest.fixture
def tools(tmp_path, monkeypatch) -> Tools:
    made = Tools(tmp_path)
    monkeypatch.setenv("PATH", str(made.folder))
    made.add("env", 'while [ "${1#*=}" != "$1" ]; do shift; done; "$(dirname "$0")/$@"')
    return made


@pytest.fixture
def bare(tmp_path, monkeypatch, english) -> System:
    """A Linux machine without the libraries and fonts, until .local has them."""
    system = System(tmp_path / ".local")
    monkeypatch.setattr(sys, "platform", "linux")
    lacking = [*LIBRARIES.values(), system_room.FONT_PACKAGE]
    monkeypatch.setattr(system, "missing", lambda with_local=False: [] if with_local and system.root.exists() else lacking)
    return system


def user(monkeypatch, number: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: number)


DOWNLOAD = """
for word; do case $word in Dir::Cache=*) cache=${word#*=};; esac; done
case "$*" in *--download-only*) touch "$cache/archives/one.deb" "$cache/archives/two.deb";; esac
"""
EXTRACT = 'mkdir -p "$3/usr/lib/x86_64-linux-gnu" "$3/usr/share/python-wheels"; touch "$3/usr/share/python-wheels/pip-1-py3-none-any.whl"'


def test_root_installs(tools, bare, monkeypatch):
    user(monkeypatch, 0)
    tools.add("apt-get")
    assert bare.provide(need_pip=True) is False
    (call,) = [line for line in tools.calls() if line.startswith("apt-get")]
    assert " install " in call and call.endswith(f"-venv {' '.join(LIBRARIES.values())} fonts-noto-cjk")
    assert not any(line.startswith("sudo") for line in tools.calls())


def test_lists_are_refreshed_only_if_needed(tools, bare, monkeypatch):
    user(monkeypatch, 0)
    tools.add("apt-get", f'case "$*" in *update*) touch {tools.folder}/fresh;; esac; [ -e {tools.folder}/fresh ]')
    assert bare.provide(need_pip=False) is False
    assert [re.search("install|update", line)[0] for line in tools.calls() if line.startswith("apt-get")] == [
        "install",
        "update",
        "install",
    ]


def test_sudo_installs_if_it_asks_nothing(tools, bare, monkeypatch):
    user(monkeypatch, 1000)
    tools.add("apt-get")
    tools.add("sudo", '[ "$2" = true ] || { shift; "$(dirname "$0")/$@"; }')
    assert bare.provide(need_pip=False) is False
    assert any(line.startswith("sudo -n env") and " install " in line for line in tools.calls())


@pytest.mark.parametrize("sudo", [None, "exit 1"])
def test_others_unpack_beside_the_checkout(sudo, tools, bare, monkeypatch):
    user(monkeypatch, 1000)
    tools.add("apt-get", DOWNLOAD)
    tools.add("dpkg-deb", EXTRACT)
    if sudo:
        tools.add("sudo", sudo)
    assert bare.provide(need_pip=True) is True
    assert len([line for line in tools.calls() if line.startswith("dpkg-deb -x")]) == 2
    assert bare.pip_wheel().name == "pip-1-py3-none-any.whl"
    assert bare.environment()["LD_LIBRARY_PATH"] == str(bare.root / "usr/lib/x86_64-linux-gnu")
    assert str(bare.root) in (bare.local / "fonts.conf").read_text()
    assert sorted(path.name for path in bare.local.iterdir()) == ["fonts.conf", "root"], "downloads are left"
    before = len(tools.calls())
    assert bare.provide(need_pip=True) is True
    assert not [line for line in tools.calls()[before:] if "apt" in line], "a second run downloads nothing"
    assert not [line for line in tools.calls() if line.startswith("sudo") and "apt" in line], "nor does it ask twice"
    bare.pip_wheel().unlink()
    assert bare.provide(need_pip=True) is True
    assert bare.pip_wheel(), "what is missing in .local is downloaded anew"


def test_what_is_unpacked_is_whole_or_not_there(tools, bare, monkeypatch):
    user(monkeypatch, 1000)
    tools.add("apt-get", DOWNLOAD)
    tools.add("dpkg-deb", f"{EXTRACT}\ncase $2 in *two.deb) echo broken; exit 2;; esac")
    with pytest.raises(Stop) as stop:
        bare.provide(need_pip=False)
    assert stop.value.values["why"] == "broken"
    assert list(bare.local.iterdir()) == []


@pytest.mark.parametrize(("number", "key"), [(0, "debian_root"), (1000, "debian")])
def test_without_network_one_line_for_the_administrator(number, key, tools, bare, monkeypatch):
    user(monkeypatch, number)
    tools.add("apt-get", OFFLINE)
    with pytest.raises(Stop) as stop:
        bare.provide(need_pip=False)
    text = words(stop.value.key, **stop.value.values)
    assert (stop.value.key, stop.value.code) == (key, 3)
    assert "no network" in text and "\n" not in text
    assert "apt-get install -y --no-install-recommends libpango-1.0-0" in text.split(" → ")[1]
    assert len([line for line in tools.calls() if line.startswith("apt-get")]) == 1, "one try tells that there is none"


def test_without_apt_it_says_what_to_install(tools, bare, monkeypatch):
    user(monkeypatch, 0)
    with pytest.raises(Stop) as stop:
        bare.provide(need_pip=True)
    assert (stop.value.key, stop.value.code) == ("no_apt", 3)


def test_missing_looks_at_libraries_and_fonts(tmp_path, monkeypatch):
    monkeypatch.setattr(system_room, "FONT_FOLDERS", [str(tmp_path / "fonts")])
    monkeypatch.setattr(system_room, "LIBRARIES", {"libc.so.6": "libc6", "libnever.so.0": "never"})
    system = System(tmp_path / ".local")
    assert system.missing() == ["never", "fonts-noto-cjk"]
    (tmp_path / "fonts" / "deep").mkdir(parents=True)
    (tmp_path / "fonts" / "deep" / "NotoSansCJK-Regular.ttc").touch()
    assert system.missing() == ["never", "fonts-noto-cjk"], "serif is missing still"
    (tmp_path / "fonts" / "NotoSerifCJK-Regular.ttc").touch()
    assert system.missing() == ["never"]


def test_wrapper_hands_the_settings_on(tmp_path):
    system = System(tmp_path / "it's 中文 here" / ".local")
    (system.root / "usr/lib/x86_64-linux-gnu").mkdir(parents=True)
    script = tmp_path / "deeds"
    system.wrap(script, sys.executable, "-c", "import json, os, sys; print(json.dumps([dict(os.environ), sys.argv[1:]]))")
    environ, arguments = json.loads(subprocess.check_output([script, "two words", "$HOME"]))
    assert arguments == ["two words", "$HOME"]
    assert system.environment().items() <= environ.items()


def test_fresh_and_offline_is_one_line_and_exit_3(tmp_path, tools):
    """For real, but for the tools: a checkout of its own, a new environment, nothing to download from."""
    checkout = tmp_path / "a b 中文"
    shutil.copytree(CHECKOUT / "bootstrapping", checkout / "bootstrapping")
    for name in ("bootstrap.py", "pyproject.toml", "constraints.txt"):
        shutil.copy(CHECKOUT / name, checkout)
    tools.add("apt-get", OFFLINE)
    environ = {
        "PATH": str(tools.folder), "HOME": str(tmp_path), "DEEDS_LANG": "en", "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "1", "PIP_NO_CACHE_DIR": "1",
    }  # fmt: skip
    done = subprocess.run([sys.executable, checkout / "bootstrap.py", "demo"], env=environ, capture_output=True, text=True)
    assert done.returncode == 3, done.stderr
    last = done.stderr.splitlines()[-1]
    # Without ensurepip the way ends at pip, which the system would have to bring.
    assert "no network" in last and ("sqlalchemy" if has_ensurepip() else "and the Python packages") in last
    assert all(line.endswith("…") or line == last for line in done.stderr.splitlines()), "progress, then one line"
