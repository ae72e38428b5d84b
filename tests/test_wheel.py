"""The wheel, installed where there is no checkout, does the whole way from any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]

OWN = """\
format: practical-deeds/1
agencies:
  - {code: SJYJ, name: 市教育局, full_name: 某市教育局, origin: test}
source: {key: wheel-test, title: null, publisher: null, published_on: null, year: null, sha256: null, url: null}
commitments:
  - key: sjyj-1
    agency: SJYJ
    agency_name: 市教育局
    name: 三件实事
    kind: list
    declared: 3
    place: null
    items:
      - {key: "1", title: 校门口道路安全, place: null}
"""


def checked(*command: object, **options) -> str:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, encoding="utf-8", **options)
    assert done.returncode == 0, f"{command} → {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    checked(*PIP, "wheel", "--no-index", "--no-deps", "--no-build-isolation", "-w", folder, CHECKOUT, cwd=folder)
    return next(folder.glob("practical_deeds-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """`bin` of a fresh environment with the wheel; the things it depends on are taken from ours, our checkout is not."""
    folder = tmp_path_factory.mktemp("installed")
    checked(sys.executable, "-m", "venv", "--without-pip", folder)
    python = folder / "bin" / "python"
    checked(*PIP, "--python", python, "install", "--no-index", "--no-deps", wheel)
    library = Path(sysconfig.get_path("purelib", vars={"base": folder, "platbase": folder}))
    # A plain path in a .pth file: the .pth files over there, and with them the editable checkout, are not read.
    (library / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    return folder / "bin"


@pytest.fixture
def elsewhere(tmp_path) -> dict:
    """Another folder, and no setting of the tester's."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("DEEDS_", "PYTHON"))}
    return {"cwd": tmp_path, "env": {**plain, "DEEDS_LANG": "en"}}


def test_wheel_has_what_is_needed_and_no_more(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for needed in ("migrations/env.py", "report_templates/print.css", "seeds/agencies.yaml", "seeds/jiangsu-2021.yaml"):
        assert f"tracker/_bundled/{needed}" in names
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]
    tops = {name.split("/")[0] for name in names}
    assert {top.partition("-")[0] for top in tops} == {"tracker", "practical_deeds"}


def test_comes_from_the_wheel(installed, elsewhere):
    where = checked(installed / "python", "-c", "import tracker; print(tracker.__file__)", **elsewhere)
    assert str(installed.parent) in where


def test_the_whole_way(installed, elsewhere):
    deeds, folder = installed / "deeds", elsewhere["cwd"]
    checked(deeds, "init", **elsewhere)
    (folder / "own.yaml").write_text(OWN, encoding="utf-8")
    checked(deeds, "import", "own.yaml", **elsewhere)
    checked(deeds, "update", "SJYJ-1-1", "--status", "in_progress", "--progress", "30", **elsewhere)
    shown = json.loads(checked(deeds, "show", "sjyj-1-1", "--json", **elsewhere))
    assert (shown["status"], shown["progress"], shown["title"]) == ("in_progress", 30, "校门口道路安全")
    checked(deeds, "report", "brief", "-o", "brief.pdf", **elsewhere)
    assert (folder / "brief.pdf").read_bytes().startswith(b"%PDF-")
    everything = json.loads(checked(deeds, "list", "--all", "--json", **elsewhere))
    assert len(everything["deeds"]) == 132 + 3


def test_as_a_module(installed, elsewhere):
    assert checked(installed / "python", "-m", "tracker", "--version", **elsewhere).strip()
