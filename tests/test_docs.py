"""What the documents show is what the program does.

Every block of commands in README, CONTRIBUTING and docs is run, in order, in a folder per document:

* In a ``console`` block a line that begins with ``$ `` is a command, the lines below are what it prints. A line of
  ``…`` stands for any lines, ``…`` within a line for any text. In an ``sh`` block every line is a command.
* ``<!-- test: NAME -->`` calls the function NAME of `PREPARATIONS` there: what a reader does by hand.
* ``<!-- not run: REASON -->`` before a block leaves it out.

``DEEDS_WRITE_DOCS=1 python -m pytest tests/test_docs.py`` writes what the commands print into the documents.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tracker import i18n
from tracker.cli import main, reference

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = ROOT.parent / "shared" / "data" / "article.txt"
DOCUMENTS = [ROOT / "README.md", ROOT / "README.zh.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
PARTS = re.compile(
    r"^<!-- (?P<what>test|not run): (?P<name>.*?) -->$|^```(?P<kind>\w*)\n(?P<block>.*?)^```$", re.MULTILINE | re.DOTALL
)
WRITE = bool(os.environ.get("DEEDS_WRITE_DOCS"))
LISTINGS = ("text", "yaml", "toml", "python", "ini", "")


def put_article(folder: Path) -> None:
    if not ARTICLE.exists():
        pytest.skip("the article is not beside this checkout (../shared): the commands that read it are not tried")
    (folder / "article.txt").write_bytes(ARTICLE.read_bytes())


def fill_in_form(folder: Path) -> None:
    """Type what the clerk of the guide does into the one form that was handed out."""
    import openpyxl

    values = {("完成率", "Progress"): 0.4, ("状态", "Status"): ("推进中", "in progress"), ("进展情况", "What was done"): ("已培训校医", "doctors trained")}
    (form,) = folder.glob("*/*.xlsx")
    book = openpyxl.load_workbook(form)
    chinese = "省" in form.name
    cells = [cell for row in book.worksheets[1].iter_rows() for cell in row]
    (row,) = {cell.row for cell in cells if cell.value == "JYT-1-4"}
    for headings, value in values.items():
        (column,) = {cell.column for cell in cells if cell.value in headings}
        book.worksheets[1].cell(row, column).value = value[not chinese] if isinstance(value, tuple) else value
    book.save(form)


PREPARATIONS = {"the article": put_article, "a clerk fills in the form": fill_in_form}


class Reader:
    """Somebody who types what a document shows, in a folder of their own."""

    def __init__(self, folder: Path, monkeypatch):
        self.folder, self.monkeypatch = folder, monkeypatch
        tools = folder.parent / "tools"
        tools.mkdir()
        (tools / "deeds").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tracker "$@"\n')
        (tools / "deeds").chmod(0o755)
        monkeypatch.chdir(folder)
        for name in [name for name in os.environ if name.startswith("DEEDS_")]:
            monkeypatch.delenv(name)
        for name, value in {"HOME": str(folder), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")

    def type(self, command: str) -> tuple[str, int]:
        """What a command prints, on either stream, and its exit code."""
        if export := re.fullmatch(r"export ((?:\w+=\S*\s*)+)", command):
            for name, _, value in (word.partition("=") for word in shlex.split(export[1])):
                self.monkeypatch.setenv(name, value)
            return "", 0
        if re.match(r"deeds (?!.*(--help|[|<>;&*]|\$\())", command) and "\n" not in command:
            return self.here(shlex.split(command, comments=True)[1:])
        done = subprocess.run(["bash", "-c", f"exec 2>&1; {command}"], stdout=subprocess.PIPE, text=True, timeout=120)
        return done.stdout, done.returncode

    @staticmethod
    def here(words: list[str]) -> tuple[str, int]:
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            code = main(words)
        return said.getvalue(), code


def steps(kind: str, block: str) -> list[tuple[str, list[str]]]:
    """The commands of a block, each with the lines shown below it."""
    lines = block.splitlines()
    if kind == "sh":
        return [(line, ["…"]) for line in lines if line and not line.startswith("#")]
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif line.startswith("> ") and found and not found[-1][1]:
            found[-1] = (f"{found[-1][0]}\n{line[2:]}", [])
        else:
            assert found, f"a console block begins with a command: {line}"
            found[-1][1].append(line)
    return found


def same(shown: list[str], printed: list[str]) -> bool:
    parts = [r"(?:.*\n)*" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + "\n" for line in shown]
    return re.fullmatch("".join(parts), "".join(line.rstrip() + "\n" for line in printed)) is not None


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_do_what_is_shown(document, tmp_path, monkeypatch):
    folder = tmp_path / "folder"
    folder.mkdir()
    language = i18n.language()
    reader, text, left_out, changed = Reader(folder, monkeypatch), document.read_text(encoding="utf-8"), False, {}
    try:
        for part in PARTS.finditer(text):
            if part["what"] == "test":
                PREPARATIONS[part["name"]](folder)
            elif part["what"]:
                left_out = True
            elif left_out:
                left_out = False
            elif part["kind"] in ("console", "sh"):
                written = ""
                for command, shown in steps(part["kind"], part["block"]):
                    printed, code = reader.type(command)
                    lines = printed.splitlines()
                    right = same(shown, lines)
                    assert code != 70, f"{command}\n{printed}"
                    if not WRITE:
                        assert right, f"{document.name}: {command}\n--- shown\n{chr(10).join(shown)}\n--- printed\n{printed}"
                        assert code == 0 or (part["kind"] == "console" and "→" in printed), f"{command}: {code}\n{printed}"
                    typed = command.replace("\n", "\n> ")
                    written += "\n".join([f"$ {typed}", *(shown if right else map(str.rstrip, lines))]) + "\n"
                if part["kind"] == "console" and written != part["block"]:
                    changed[part["block"]] = written
    finally:
        i18n.use(language)
    if WRITE and changed:
        for old, new in changed.items():
            text = text.replace(f"```console\n{old}```", f"```console\n{new}```")
        document.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_blocks_and_links_are_of_known_kinds(document):
    """No block escapes the test by being called something else, and no link leads nowhere."""
    text = document.read_text(encoding="utf-8")
    for part in PARTS.finditer(text):
        assert part["what"] or part["kind"] in ("console", "sh", *LISTINGS), part["kind"]
        if part["kind"] in LISTINGS and part["block"] and document.stem not in ("cli", "cli.zh"):
            assert not re.search(r"^(\$ |deeds )", part["block"], re.MULTILINE), part["block"]
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (document.parent / target).exists(), target


@pytest.mark.parametrize("made", reference.MADE)
def test_what_is_made_from_the_commands_is_current(made):
    wanted = reference.rendered(made)
    assert (ROOT / made).read_text(encoding="utf-8") == wanted, "→ python -m tracker.cli.reference"


def test_every_argument_and_option_says_what_it_means():
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert not re.findall(r"^\| `[^|]*\| +\|$", text, re.MULTILINE)


def test_chinese_and_english_documents_are_twins():
    """The same headings and the same blocks of commands: neither is a translation that was left behind."""
    for chinese in [path for path in DOCUMENTS if path.stem.endswith(".zh")]:
        english = chinese.with_name(f"{chinese.stem.removesuffix('.zh')}.md")
        shapes = []
        for path in (english, chinese):
            text = path.read_text(encoding="utf-8")
            heads = re.findall(r"^(#+) ", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE)
            shapes.append((heads, [part["kind"] for part in PARTS.finditer(text) if part["kind"]]))
        assert shapes[0] == shapes[1], english.name
