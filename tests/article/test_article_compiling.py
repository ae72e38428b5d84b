"""Patterns that an earlier run kept are those that `re` makes; whatever is wrong with what was kept, they are made anew."""

import marshal
import os
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from article_gold import TEXTS

from tracker.article import cleaning, compiling, recognition  # noqa: F401 recognition asks for all patterns

ROOT = Path(__file__).parent.parent.parent
TEXT = "市教育局将改造操场9个，12月底前完成。"
# Prints what was found, and how many patterns this room had Python make for it.
RUN = f"""
import re, sys
made, real = [], re.compile
def compiling(*what):
    made.append(sys._getframe(1).f_globals["__name__"])
    return real(*what)
re.compile = compiling
from tracker.article import extract
found = extract({TEXT!r}).commitments[0]
print(found.name, found.agency_name, sum(name.startswith("tracker.article") for name in made))
"""


def run(caches, **environment):
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(caches), "PYTHONDONTWRITEBYTECODE": "", **environment}
    done = subprocess.run([sys.executable, "-c", RUN], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    name, owner, made = done.stdout.split()
    assert (name, owner, done.stderr) == ("改造操场9个", "市教育局", "")
    return int(made)


@pytest.fixture(scope="module")
def caches(tmp_path_factory):
    return tmp_path_factory.mktemp("caches")


@pytest.fixture(scope="module")
def kept(caches):
    """The file of a first run, which had to make all patterns."""
    assert run(caches) > 700
    (found,) = caches.rglob("*.patterns")
    return found


def test_every_pattern_comes_back_and_finds_what_that_of_re_finds():
    text = "\n".join(path.read_text("utf-8")[:600] for path in sorted(TEXTS.glob("*.txt")))
    text += "\n" + cleaning.clean(text).text
    assert len(compiling._asked) > 700
    for key in compiling._asked:
        ours, theirs = compiling._engine(key, marshal.loads(marshal.dumps(compiling._made(key)))), re.compile(*key)
        assert (ours.flags, ours.groups, ours.groupindex) == (theirs.flags, theirs.groups, theirs.groupindex)
        words = text if isinstance(key[0], str) else text.encode()
        assert [match.regs for match in ours.finditer(words)] == [match.regs for match in theirs.finditer(words)], key[0]


def test_the_second_run_makes_none(caches, kept):
    before = kept.read_bytes()
    assert run(caches) == 0
    assert kept.read_bytes() == before and [path.name for path in kept.parent.glob("*.patterns*")] == [kept.name]


def checked(content):
    return zlib.crc32(content).to_bytes(4, "big") + content


def nonsense(content):
    made_by, patterns = marshal.loads(content[4:])
    return checked(marshal.dumps((made_by, {key: (what[0], b"\xff" * 64, *what[2:]) for key, what in patterns.items()})))


def of_another_python(content):
    return checked(marshal.dumps(("2.7", marshal.loads(content[4:])[1])))


@pytest.mark.parametrize(
    "damage",
    [lambda content: b"", lambda content: content[:-1], lambda content: content[:9] + b"?" + content[10:], lambda content: checked(b"?"), nonsense, of_another_python],
    ids=["empty", "cut", "byte", "no values", "no code", "other Python"],
)
def test_what_is_damaged_is_made_anew_and_kept(caches, kept, damage):
    good = kept.read_bytes()
    kept.write_bytes(damage(good))
    assert run(caches) > 700
    assert run(caches) == 0


def test_a_new_pattern_is_added_and_one_that_is_gone_dropped(caches, kept):
    made_by, patterns = marshal.loads(kept.read_bytes()[4:])
    one = next(iter(patterns))
    patterns[("gone", 0)] = patterns.pop(one)
    kept.write_bytes(checked(marshal.dumps((made_by, patterns))))
    assert run(caches) == 1
    again = marshal.loads(kept.read_bytes()[4:])[1]
    assert one in again and ("gone", 0) not in again


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path):
    assert run(tmp_path / "none", PYTHONDONTWRITEBYTECODE="1") > 700
    assert not (tmp_path / "none").exists()
    (tmp_path / "file").write_text("no folder can be made here")
    assert run(tmp_path / "file") > 700


def test_nothing_is_made_to_be_kept_where_it_cannot_be_written(tmp_path, monkeypatch):
    """A program that its users may only read: each of their runs would take twice as long."""
    asked = []
    (tmp_path / "file").touch()
    monkeypatch.setattr(compiling, "_path", lambda: tmp_path / "file" / "kept")
    monkeypatch.setattr(compiling, "_made", asked.append)
    monkeypatch.setattr(compiling, "_news", True)
    monkeypatch.setattr(compiling.sys, "dont_write_bytecode", False)
    compiling.keep()
    assert not asked
    monkeypatch.setattr(compiling, "_path", lambda: tmp_path / "kept")
    monkeypatch.setattr(compiling, "_news", True)
    monkeypatch.setattr(compiling, "_asked", {("a", 0): None})
    compiling.keep()
    assert asked == [("a", 0)]


def test_a_faulty_pattern_is_still_refused():
    with pytest.raises(re.error):
        compiling.compiled("(")


def test_two_builds_of_one_python_keep_theirs_apart(monkeypatch):
    """Debian's 3.11 and one built by hand call compiled modules alike."""
    one = compiling._path()
    monkeypatch.setattr(compiling, "_MADE_BY", "3.11.0 (main, another day) [another compiler]")
    assert compiling._path() != one and compiling._path().parent == one.parent and compiling._path().suffix == ".patterns"
