"""What `deeds doctor` finds on a machine, and how it says so."""

from __future__ import annotations

import json
from importlib import metadata

import pytest
import sample

from tracker import doctor
from tracker.cli import main
from tracker.doctor import Finding
from tracker.settings import Settings


def of(name: str, settings: Settings) -> list[Finding]:
    return [finding for finding in doctor.examine(settings) if finding.name == name]


@pytest.fixture
def here(sqlite_url):
    """The settings of a small book."""
    sample.made(sqlite_url).dispose()
    return Settings(sqlite_url)


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
office:/share /srv/share nfs4 rw 0 0
//office/share /srv/share/local\\040disk cifs rw 0 0
tmpfs /srv/share/again nfs rw 0 0
/dev/sdb1 /srv/share/again ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/office", "ext4"),
        ("/srv", "ext4"),
        ("/srv/share", "nfs4"),
        ("/srv/shared", "ext4"),
        ("/srv/share/deep/down", "nfs4"),
        ("/srv/share/local disk/x", "cifs"),
        ("/srv/share/again", "ext4"),
    ],
)
def test_the_file_system_of_a_path(tmp_path, path, kind):
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert doctor.file_system(doctor.Path(path), mounts) == kind


def test_no_list_of_mounts(tmp_path):
    assert doctor.file_system(tmp_path, tmp_path / "nothing") is None


def test_a_network_file_system_is_refused(here, monkeypatch):
    monkeypatch.setattr(doctor, "file_system", lambda path: "nfs4")
    [finding] = of("file_system", here)
    assert (finding.ok, finding.said) == (False, "network")


def test_little_room(here, monkeypatch):
    monkeypatch.setattr(doctor, "ROOM", 10**18)
    [finding] = of("room", here)
    assert finding.ok is False


def test_a_library_that_is_missing(here, monkeypatch):
    there = metadata.version

    def version(name):
        if name == "jinja2":
            raise metadata.PackageNotFoundError(name)
        return there(name)

    monkeypatch.setattr(metadata, "version", version)
    missing = [finding for finding in of("library", here) if not finding.ok]
    assert [finding.values["name"] for finding in missing] == ["jinja2"] and missing[0].mend.endswith("pip install jinja2")


def test_shared_libraries_and_fonts_that_are_missing(here, monkeypatch):
    monkeypatch.setattr(doctor, "_loaded", lambda name: None)
    assert {finding.ok for finding in of("shared", here)} == {False} == {finding.ok for finding in of("font", here)}
    assert of("font", here)[0].mend.endswith("apt-get install fonts-noto-cjk")


def test_a_terminal_without_chinese(here, monkeypatch, capsys):
    class Ascii:
        encoding = "ascii"

    monkeypatch.setattr(doctor.sys, "stdout", Ascii())
    [finding] = [doctor._encoding()]
    monkeypatch.undo()
    assert finding.ok is False


@pytest.mark.parametrize(
    ("url", "ok", "said"),
    [
        ("sqlite:////nowhere/at/all/deeds.db", None, "errors.database_missing"),
        ("postgresql://127.0.0.1:1/name", False, "errors.database_refused"),
        ("nonsense", False, "errors.database_url_invalid"),
    ],
)
def test_databases(url, ok, said):
    [finding] = of("database", Settings(url))
    assert (finding.ok, finding.said) == (ok, said)


def test_a_database_that_is_as_it_should_be(database_url):
    sample.made(database_url).dispose()
    [finding] = of("database", Settings(database_url))
    assert finding.ok is True
    assert ("psycopg" in [f.values["name"] for f in of("library", Settings(database_url))]) == database_url.startswith("postgres")


def test_looking_changes_nothing(here):
    from tracker import database

    engine = database.open_engine(here.database_url)
    before = database.sqlite_path(engine).read_bytes()
    list(doctor.examine(here))
    assert database.sqlite_path(engine).read_bytes() == before
    engine.dispose()


@pytest.mark.parametrize("wrong", [False, True])
def test_the_command(here, monkeypatch, capsys, wrong):
    monkeypatch.setenv("DEEDS_DATABASE_URL", here.database_url)
    monkeypatch.setenv("DEEDS_LANG", "zh-CN")
    monkeypatch.setattr(doctor, "_encoding", lambda: Finding("locale", not wrong, "locale", "export LANG=C.UTF-8", {"encoding": "x", "language": "zh-CN"}))
    monkeypatch.setattr(doctor, "_shared", lambda: iter(()))
    monkeypatch.setattr(doctor, "_fonts", lambda: iter(()))
    code = main(["doctor"])
    out, err = capsys.readouterr()
    assert code == (3 if wrong else 0)
    assert ("✗ 终端编码：x，界面语言 zh-CN → export LANG=C.UTF-8" in out) == wrong
    assert ("1 项不合要求" in err) == wrong
    assert main(["doctor", "--json"]) == code
    report = json.loads(capsys.readouterr().out)
    assert report["sound"] is not wrong
    assert [finding["mend"] for finding in report["findings"] if finding["mend"]] == ["export LANG=C.UTF-8"] * wrong
