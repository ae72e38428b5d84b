"""Settings: environment over file, file over nothing; a file that cannot be read is told with its name."""

from __future__ import annotations

from datetime import date

import pytest

from tracker import settings
from tracker.errors import BadInput
from tracker.settings import Settings, load


@pytest.fixture(autouse=True)
def empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def home(tmp_path):
    (tmp_path / "home" / ".config" / "deeds").mkdir(parents=True)
    return {"HOME": str(tmp_path / "home")}


def test_nothing_set(home):
    assert load(home) == Settings("sqlite:///deeds.db", None, None, None, None)


def test_everything_set(home):
    environ = {
        "DEEDS_DATABASE_URL": "postgresql://host/name", "DEEDS_AGENCY": "jyt", "DEEDS_PERSON": "张三", "DEEDS_LANG": "en",
        "DEEDS_TODAY": "2021-07-31",
    }  # fmt: skip
    assert load(home | environ) == Settings("postgresql://host/name", "JYT", "张三", "en", date(2021, 7, 31))


@pytest.mark.parametrize(
    ("value", "url"),
    [("a.db", "sqlite:///a.db"), ("/a/b.db", "sqlite:////a/b.db"), ("实事 库.db", "sqlite:///实事 库.db"), ("sqlite:///x", "sqlite:///x")],
)
def test_a_path_is_an_sqlite_file(home, value, url):
    assert load(home | {"DEEDS_DATABASE_URL": value}).database_url == url


def test_an_empty_variable_is_none(home):
    assert load(home | {"DEEDS_AGENCY": "", "DEEDS_TODAY": "", "DEEDS_DATABASE_URL": ""}) == Settings()


def test_the_environment_wins_over_the_file(home, tmp_path):
    (tmp_path / "deeds.toml").write_text('agency = "jyt"\nperson = "张三"\ntoday = 2021-07-31\n', encoding="utf-8")
    known = load(home | {"DEEDS_PERSON": "李四"})
    assert (known.agency, known.person, known.today) == ("JYT", "李四", date(2021, 7, 31))
    assert settings.origins(home | {"DEEDS_PERSON": "李四"}) == {"agency": "deeds.toml", "person": "DEEDS_PERSON", "today": "deeds.toml"}


def test_one_file_counts(home, tmp_path):
    """The one named, else that of the folder, else that of the home."""
    (tmp_path / "home" / ".config" / "deeds" / "config.toml").write_text('agency = "home"\n')
    assert load(home).agency == "HOME"
    (tmp_path / "deeds.toml").write_text('person = "folder"\n')
    assert (load(home).agency, load(home).person) == (None, "folder")
    (tmp_path / "named.toml").write_text('agency = "named"\n')
    assert load(home | {"DEEDS_CONFIG": "named.toml"}).agency == "NAMED"
    elsewhere = tmp_path / "xdg" / "deeds"
    elsewhere.mkdir(parents=True)
    (elsewhere / "config.toml").write_text('agency = "xdg"\n')
    (tmp_path / "deeds.toml").unlink()
    assert load(home | {"XDG_CONFIG_HOME": str(tmp_path / "xdg")}).agency == "XDG"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"agency = JYT\n", "config_invalid"),
        (b"\xd6\xd0\xb9\xfa", "config_invalid"),
        (b'agncy = "JYT"\n', "config_unknown"),
        (b'[database]\nurl = "x"\n', "config_unknown"),
        (b'today = "soon"\n', "today_invalid"),
    ],
)
def test_a_file_that_cannot_be_read(home, tmp_path, content, key):
    (tmp_path / "deeds.toml").write_bytes(content)
    with pytest.raises(BadInput, match=key) as caught:
        load(home)
    assert caught.value.exit_code == 8


@pytest.mark.parametrize("content", [b'person = "x"\nagency = JYT\n', b'person = "x"\nagency = "\xd6\xd0"\n', b'person = "x"\nagency ='])
def test_the_line_that_cannot_be_read_is_told(home, tmp_path, content):
    (tmp_path / "deeds.toml").write_bytes(content)
    with pytest.raises(BadInput) as caught:
        load(home)
    assert caught.value.values["line"] == 2


def test_a_folder_in_its_place(home, tmp_path):
    (tmp_path / "deeds.toml").mkdir()
    with pytest.raises(BadInput, match="file_unreadable"):
        load(home)


def test_a_named_file_must_be_there(home):
    with pytest.raises(BadInput, match="config_missing"):
        load(home | {"DEEDS_CONFIG": "nowhere.toml"})


@pytest.mark.parametrize("value", ["soon", "2021-02-30", "31.7.2021"])
def test_a_day_that_is_none(home, value):
    with pytest.raises(BadInput, match="today_invalid"):
        load(home | {"DEEDS_TODAY": value})


@pytest.mark.parametrize(
    ("url", "none"),
    [("sqlite:///{}/here.db", False), ("sqlite:///{}/gone.db", True), ("sqlite:///{}/gone.db?timeout=3", True), ("sqlite://", False), ("postgresql://host/{}", False)],
)
def test_a_database_file_that_is_not_there_is_told_without_opening_it(tmp_path, url, none):
    (tmp_path / "here.db").touch()
    assert settings.load({"DEEDS_DATABASE_URL": url.format(tmp_path), "HOME": str(tmp_path)}).has_no_file is none
