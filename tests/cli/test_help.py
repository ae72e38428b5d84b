"""Every command's help in three languages: it speaks the language and shows an example that can be typed.

Helps are words of one process, so each language has one of its own.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
import typer
from gold import same_as_gold
from test_i18n import english

from tracker.cli.commands import load
from tracker.cli.layout import columns
from tracker.cli.panels import MODULES

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("zh-CN", "zh-TW", "en")
PRINTER = """
import contextlib, io, json, sys
from tracker.cli import main
pages = {}
for command in json.load(sys.stdin):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = main([*command.split(), "--help"])
    pages[command] = (code, out.getvalue())
json.dump(pages, sys.stdout)
"""


def leaves() -> list[str]:
    """Every command that does something, groups taken apart."""
    found = []
    for name in MODULES:
        parts = getattr(load(name), "commands", None)
        found += [f"{name} {part}" for part in parts] if parts else [name]
    return found


LEAVES = leaves()
GROUPS = sorted({name.split()[0] for name in LEAVES if " " in name})


@cache
def pages(lang: str, columns: int = 400) -> dict[str, str]:
    environ = {**os.environ, "DEEDS_LANG": lang, "COLUMNS": str(columns), "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    said = json.dumps(["", *GROUPS, *LEAVES])
    done = subprocess.run([sys.executable, "-c", PRINTER], input=said, env=environ, capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    found = json.loads(done.stdout)
    assert {code for code, _ in found.values()} == {0}
    return {command: page for command, (_, page) in found.items()}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", LEAVES)
def test_help(command, lang):
    usage, rest = pages(lang)[command].split("\n", 1)
    assert usage.startswith({"zh-CN": "用法：deeds ", "zh-TW": "用法：deeds ", "en": "Usage: deeds "}[lang] + command)
    example = re.search(r"^\s*(示例：|範例：|Example: )(.*)", rest, re.MULTILINE | re.DOTALL)
    assert example and f"deeds {command}" in example[2], rest
    if lang != "en":
        assert english(rest.replace(example[0], "")) == set(), "no English on a Chinese page"
    else:
        plain = re.sub(r"“[^”]*”|\([^)]*\)", "", rest.replace(example[0], ""))
        assert set(re.findall("[\u4e00-\u9fff]+", plain)) <= {"个", "天"}, "no Chinese on an English page"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", ["", *GROUPS])
def test_groups(command, lang):
    parts = [name.split()[-1] for name in LEAVES if name.startswith(f"{command} ")] if command else list(MODULES)
    for name in parts:
        assert re.search(rf"^  {name}\s+\S", pages(lang)[command], re.MULTILINE), name


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", GROUPS)
def test_each_command_of_a_group_has_one_whole_line(command, lang):
    said = re.split("\n(?:命令：|Commands:)\n", pages(lang, 80)[command])[1]
    assert len(said.splitlines()) == sum(name.startswith(f"{command} ") for name in LEAVES) and "..." not in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_line_of_help_is_wider_than_the_window_or_begins_with_what_closes(lang):
    """Chinese parts between characters, and takes two columns each; a number stays with its measure."""
    for command, page in pages(lang, 80).items():
        for line in page.splitlines():
            assert columns(line) <= 80 or "http" in line, (command, line)
            assert not line.lstrip().startswith(tuple("。，；：、）”…")), (command, line)
            assert not re.search(r"[：，；]\d+$", line), (command, line)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pages_as_they_were_looked_at(lang):
    text = "\n".join(f"$ deeds {command} --help\n{pages(lang, 100)[command]}" for command in ("", "update", "db"))
    same_as_gold(f"cli/{lang}/help.txt", "".join(line.rstrip() + "\n" for line in text.splitlines()))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", LEAVES)
def test_the_example_parses(command, lang):
    """Its options exist and take what is given, although the deeds it names may not be there."""
    from typer import _click as click

    example = " ".join(re.search(r"^\s*(?:示例：|範例：|Example: )(.*)", pages(lang)[command], re.MULTILINE | re.DOTALL)[1].split())
    for typed in re.findall(r"""deeds (?:"[^"]*"|'[^']*'|[^；;。|<()"'])+""", example):
        words = shlex.split(typed)[1:]
        name = " ".join(words[:2]) if " ".join(words[:2]) in LEAVES else words[0]
        assert name in LEAVES, example
        try:
            leaf(name).make_context(name, words[len(name.split()) :])
        except typer.Exit:
            pass
        except click.exceptions.UsageError as error:
            raise AssertionError(f"{typed}: {error}") from None


def leaf(command: str):
    found = load(command.split()[0])
    return found.commands[command.split()[1]] if " " in command else found


def test_every_exit_code_stands_in_the_reference():
    from tracker import errors

    for file in ("cli.md", "cli.zh.md"):
        text = (ROOT / "docs" / file).read_text(encoding="utf-8")
        for kind in vars(errors).values():
            if isinstance(kind, type) and issubclass(kind, errors.DeedsError) and kind not in (errors.DeedsError, errors.Several):
                assert f"| {kind.exit_code} | `{kind.__name__}` | " in text
