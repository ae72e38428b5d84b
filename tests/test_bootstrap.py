"""Setting up, as far as it can be tried without a fresh machine: arguments, messages, repairs, handing over."""

from __future__ import annotations

import ast
import os
import re
import string
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap
from bootstrapping import environment as environment_room
from bootstrapping.environment import KEEP, Environment
from bootstrapping.system import System
from bootstrapping.taiwan import TAIWAN
from bootstrapping.words import WORDS, Stop, words
from tracker.locale.__main__ import SETUP, of_the_setup

CHECKOUT = Path(bootstrap.__file__).parent
SOURCES = [CHECKOUT / "bootstrap.py", *sorted((CHECKOUT / "bootstrapping").glob("*.py"))]


@pytest.fixture
def english(monkeypatch):
    monkeypatch.setenv("DEEDS_LANG", "en")


# --- words and arguments ---


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        (["setup"], ("setup", False, [])),
        (["demo", "--quick"], ("demo", False, ["--quick"])),
        (["run", "list", "--wheels", "x"], ("run", False, ["list", "--wheels", "x"])),
        (["--wheels", "DIR", "test", "-k", "x"], ("test", True, ["-k", "x"])),
        (["test", "--wheels=DIR", "-k", "x"], ("test", True, ["-k", "x"])),
        (["run", "--help"], ("run", False, ["--help"])),
    ],
)
def test_arguments(argv, expected, tmp_path):
    command, wheels, rest = bootstrap.parse([word.replace("DIR", str(tmp_path)) for word in argv])
    assert (command, wheels == tmp_path, rest) == expected


@pytest.mark.parametrize("argv", [[], ["stup"], ["setup", "more"], ["setup", "--wheels"], ["setup", "--wheels", "/no/such"]])
def test_wrong_arguments_are_one_line_and_exit_2(argv, capsys):
    assert bootstrap.main(argv) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and " → " in err


@pytest.mark.parametrize(("lang", "begins"), [("zh-CN", "在新机器上安装"), ("zh-TW", "在新機器上安裝"), ("en", "Set up this checkout")])
def test_help_in_the_language_in_use(lang, begins, monkeypatch, capsys):
    monkeypatch.setenv("DEEDS_LANG", lang)
    with pytest.raises(SystemExit) as end:
        bootstrap.main(["--help"])
    assert end.value.code == 0
    page = capsys.readouterr().out
    assert page.startswith(begins)
    assert all(f"bootstrap.py {command} " in page for command in bootstrap.COMMANDS) and "--wheels" in page


def test_every_message_in_both_languages_with_the_same_values():
    for key, texts in WORDS.items():
        chinese, english = ({name for _, name, _, _ in string.Formatter().parse(text) if name} for text in texts)
        assert chinese == english, key
        assert re.search("[一-鿿]", texts[0]) and not re.search("[一-鿿]", texts[1]), key
    assert SETUP.read_text(encoding="utf-8") == of_the_setup(), "run: python -m tracker.locale"
    assert list(TAIWAN) == list(WORDS)


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({}, "连不上网络"),
        ({"LANG": "C.UTF-8"}, "连不上网络"),
        ({"LANG": "en_GB.UTF-8"}, "no network"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_TW.UTF-8"}, "連不上網路"),
        ({"LANG": "zh_CN.UTF-8", "DEEDS_LANG": "zh-Hant"}, "連不上網路"),
        ({"LANG": "zh_CN.UTF-8", "DEEDS_LANG": "en"}, "no network"),
    ],
)
def test_language(environ, said, monkeypatch):
    for name in ("DEEDS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert words("offline") == said


# --- Python too old, nothing installed, interrupted ---


def test_old_python_is_told_so(monkeypatch, capsys, tmp_path, english):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bootstrap.main(["demo"]) == 3
    assert "Python 3.11 or newer" in capsys.readouterr().err
    newer = tmp_path / "python3.12"
    newer.write_text("")
    newer.chmod(0o755)
    assert bootstrap.main(["demo"]) == 3
    assert "→ python3.12 bootstrap.py" in capsys.readouterr().err


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_old_python_can_read_it(source):
    ast.parse(source.read_text(encoding="utf-8"), feature_version=(3, 9))


def test_needs_nothing_installed():
    done = subprocess.run([sys.executable, "-S", "-E", SOURCES[0], "--help"], capture_output=True, text=True)
    assert done.returncode == 0 and "bootstrap.py setup" in done.stdout


def test_who_reads_only_the_head_of_the_help_sees_no_traceback():
    done = subprocess.run(f"'{sys.executable}' '{SOURCES[0]}' --help | true", shell=True, capture_output=True, text=True)
    assert done.stderr == ""


def test_interrupted(monkeypatch, capsys):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "prepare", interrupt)
    assert bootstrap.main(["setup"]) == 130
    assert capsys.readouterr().err.count("\n") == 1


# --- Python's packages ---


@pytest.fixture
def made(tmp_path) -> Environment:
    """A finished environment in a checkout of its own; `python` only answers that all is well."""
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_bytes((CHECKOUT / name).read_bytes())
    environment = Environment(tmp_path)
    environment.python.parent.mkdir(parents=True)
    environment.python.write_text("#!/bin/sh\nexit 0\n")
    environment.python.chmod(0o755)
    environment.write_note(key=environment.key(), sets=["base"], local=False)
    return environment


def test_second_run_does_nothing(made, monkeypatch):
    monkeypatch.setattr(bootstrap, "HERE", made.checkout)
    monkeypatch.setattr(bootstrap, "set_up", lambda *_: pytest.fail("set up again"))
    monkeypatch.delenv("DEEDS_DATABASE_URL", raising=False)
    assert bootstrap.main(["setup"]) == 0


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_a_change_of_requirements_is_seen(made, name):
    assert made.current({"base"})
    assert not made.current({"base", "test"})
    with open(made.checkout / name, "a") as file:
        file.write("# changed\n")
    assert not made.current({"base"})


def test_a_change_of_python_or_place_is_seen(made, tmp_path):
    other = tmp_path / "other"
    made.python.rename(other)
    made.python.symlink_to(other)
    assert not made.current({"base"})
    made.write_note(key=made.key(), sets=["base"], local=False)
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("pyproject.toml", "constraints.txt", ".venv"):
        (tmp_path / name).rename(moved / name)
    assert not Environment(moved).current({"base"})


def test_a_half_made_environment_is_not_built_on(made):
    assert made.usable()
    made.write_note(key=None, sets=["base"], local=False)
    assert not made.usable(), "interrupted while installing"
    made.write_note(key="", sets=["base"], local=False)
    assert made.usable(), "something of the system was missing: pip can go on"
    made.python.write_text("#!/bin/sh\nexit 1\n")
    assert not made.usable(), "no pip in it, or too old"
    made.python.unlink()
    assert not made.usable()


def test_constraints_pin_everything_and_name_no_address(made):
    lines = (CHECKOUT / "constraints.txt").read_text().splitlines()
    pins = {re.split("==", line)[0].lower().replace("_", "-") for line in lines if not line.startswith("#")}
    assert all(re.fullmatch(r"#.*|[\w.-]+==[\w.]+", line) for line in lines)
    asked = made.requirements({"base", "test", "server", "postgresql"})
    names = {re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-") for requirement in asked}
    assert names <= pins


def test_pip_without_network_says_what_is_missing(made, capsys, english):
    talk = "WARNING: Retrying after connection broken by 'NameResolutionError(…)'\nERROR: No matching distribution found"
    made.python.write_text(f"#!/bin/sh\ncat <<'END'\n{talk}\nEND\nexit 1\n")
    with pytest.raises(Stop) as stop:
        made.install({"base"}, None, "demo")
    text = words(stop.value.key, **stop.value.values)
    assert stop.value.code == 3 and "\n" not in text
    assert "sqlalchemy" in text and text.endswith("→ python3 bootstrap.py demo --wheels FOLDER")
    assert "Retrying" not in capsys.readouterr().err


def test_pip_that_fails_is_heard(made, capsys, english):
    made.python.write_text("#!/bin/sh\nseq 100\necho no space left\nexit 1\n")
    with pytest.raises(Stop) as stop:
        made.install({"base"}, None, "demo")
    assert stop.value.key == "failed"
    err = capsys.readouterr().err
    assert "no space left" in err and err.count("\n") < 25


def test_offline_from_a_folder(made, tmp_path):
    made.python.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/calls\n')
    made.install({"base"}, tmp_path / "wheels", "setup")
    first, second, third = (tmp_path / "calls").read_text().splitlines()
    assert f"--no-index --find-links {tmp_path / 'wheels'} --constraint" in first
    assert second.endswith(f"--editable {made.checkout}") and "--no-index" in second
    assert third.startswith("-c ") and third.endswith(str(made.checkout / "tracker"))


def test_what_every_run_needs_is_compiled_though_python_is_to_leave_nothing_behind(tmp_path):
    environ = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", KEEP, str(CHECKOUT / "tracker" / "article")], cwd=CHECKOUT, env=environ, check=True)
    assert len(list(tmp_path.rglob("*.patterns"))) == 1
    assert len(list(tmp_path.rglob("extracting.*.pyc"))) == 1


def test_a_folder_that_lacks_a_wheel(made, tmp_path, capsys, english):
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    for requirement in made.requirements({"base"})[1:]:
        name = re.match(r"[\w.-]+", requirement)[0]
        (wheels / f"{name.replace('-', '_').upper()}-1.0-py3-none-any.whl").touch()
    lacking = re.match(r"[\w.-]+", made.requirements({"base"})[0])[0]
    made.python.write_text("#!/bin/sh\necho ResolutionImpossible\nexit 1\n")
    with pytest.raises(Stop) as stopped:
        made.install({"base"}, wheels, "setup")
    assert stopped.value.key == "no_wheels" and stopped.value.values["names"] == lacking


def test_without_ensurepip_pip_comes_from_a_wheel(made, tmp_path, monkeypatch):
    calls = []
    monkeypatch.setattr(environment_room, "has_ensurepip", lambda: False)
    done = subprocess.CompletedProcess([], 0, "")
    monkeypatch.setattr(environment_room, "quiet", lambda *words, **_: calls.append(list(map(str, words))) or done)
    made.make(Path("/x/pip-1.whl"))
    assert "--without-pip" in calls[0]
    assert calls[1][:3] == [str(made.python), "/x/pip-1.whl/pip", "install"]


# --- all together ---


@pytest.mark.parametrize(
    ("argv", "program"),
    [
        (["demo", "-o", "x"], ["bin/deeds", "demo", "-o", "x"]),
        (["run", "list", "--json"], ["bin/deeds", "list", "--json"]),
        (["test"], ["bin/python", "-m", "pytest", "-n", "2"]),
        (["test", "-k", "x"], ["bin/python", "-m", "pytest", "-k", "x"]),
    ],
)
@pytest.mark.parametrize("local", [True, False])
def test_hands_over(argv, program, local, tmp_path, monkeypatch):
    became = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    monkeypatch.setattr(bootstrap, "HERE", tmp_path)
    monkeypatch.setattr(bootstrap, "prepare", lambda *_: local)
    monkeypatch.setattr(os, "execve", lambda *call: became.append(call))
    assert bootstrap.main(argv) == 0
    ((path, words_, environ),) = became
    assert words_ == [str(tmp_path / ".venv" / program[0]), *program[1:]] and path == words_[0]
    assert ("FONTCONFIG_FILE" in environ) is local
    assert (environ.get("DEEDS_TEST_REQUIRE_POSTGRES") == "1") is (argv[0] == "test") or "DEEDS_TEST_REQUIRE_POSTGRES" in os.environ


def test_libraries_missing_still_installs_the_rest(made, tmp_path, monkeypatch, english):
    """All but the PDF works then; the exit code and the line say what is left to do."""
    monkeypatch.setattr(bootstrap, "HERE", made.checkout)
    system = System(tmp_path / ".local")
    stop = Stop("debian", names="libx", why="no network", command="apt-get install libx")
    monkeypatch.setattr(system, "provide", lambda need_pip: (_ for _ in ()).throw(stop))
    installed = []
    monkeypatch.setattr(made, "install", lambda sets, *_: installed.append(sets))
    with pytest.raises(Stop) as raised:
        bootstrap.set_up(made, system, {"base"}, None, "setup")
    assert raised.value is stop and installed == [{"base"}]
    assert not made.current({"base"}) and made.usable()
