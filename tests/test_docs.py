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
import os
import re
import shutil

import postgres
import pytest
from reader import ROOT, Reader

from tracker import i18n
from tracker.cli import reference

pytest_plugins = ["office"]
ARTICLE = ROOT.parent / "shared" / "data" / "article.txt"
DOCUMENTS = [ROOT / "README.md", ROOT / "README.zh.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
PARTS = re.compile(
    r"^<!-- (?P<what>test|not run): (?P<name>.*?) -->$|^```(?P<kind>\w*)\n(?P<block>.*?)^```$", re.MULTILINE | re.DOTALL
)
WRITE = bool(os.environ.get("DEEDS_WRITE_DOCS"))
LISTINGS = ("text", "yaml", "toml", "python", "ini", "")


def put_article(reader: Reader) -> None:
    if not ARTICLE.exists():
        pytest.skip("the article is not beside this checkout (../shared): the commands that read it are not tried")
    (reader.folder / "article.txt").write_bytes(ARTICLE.read_bytes())


def fill_in_form(reader: Reader) -> None:
    """Type what the clerk of the guide does into the one form that was handed out."""
    import openpyxl

    values = {("完成率", "Progress"): 0.4, ("状态", "Status"): ("推进中", "in progress"), ("进展情况", "What was done"): ("已培训校医", "doctors trained")}
    (form,) = reader.folder.glob("*/*.xlsx")
    book = openpyxl.load_workbook(form)
    chinese = "省" in form.name
    cells = [cell for row in book.worksheets[1].iter_rows() for cell in row]
    (row,) = {cell.row for cell in cells if cell.value == "JYT-1-4"}
    for headings, value in values.items():
        (column,) = {cell.column for cell in cells if cell.value in headings}
        book.worksheets[1].cell(row, column).value = value[not chinese] if isinstance(value, tuple) else value
    book.save(form)


def books_with_a_form(reader: Reader, language: str = "en", folder: str = "july") -> None:
    """Books in which one form was handed out and filled in, on a day that stays the same."""
    reader.monkeypatch.setenv("DEEDS_LANG", language)
    reader.monkeypatch.setenv("DEEDS_TODAY", "2021-07-05")
    for command in ("deeds init --simulated --tracked-from 2021-06-01", f"deeds handout -o {folder} --agency JYT"):
        assert reader.type(command)[1] == 0
    fill_in_form(reader)


def empty_folder(reader: Reader) -> None:
    folder = reader.folder.parent / "empty"
    folder.mkdir()
    reader.monkeypatch.chdir(folder)
    reader.monkeypatch.delenv("DEEDS_TODAY", raising=False)
    reader.folder = folder
    put_article(reader)


def start_server(reader: Reader) -> None:
    """An empty database of `deeds` on the run's own PostgreSQL server, as the recipe has it."""
    import psycopg

    os.environ["PATH"] = f"{os.environ['PATH']}:{postgres.find_binaries()}"
    if not shutil.which("psql") or not shutil.which("pg_dump"):
        pytest.skip("psql and pg_dump are not installed: the recipe for PostgreSQL is not tried")
    name = f"recipe_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    url = reader.stack.enter_context(postgres.fresh_database(name))
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as admin:
        for role in ("deeds", "deeds_user"):
            with contextlib.suppress(psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation):
                admin.execute(f"CREATE ROLE {role} LOGIN")
        admin.execute(f"ALTER DATABASE {name} OWNER TO deeds")
    reader.url = url
    become_owner(reader)


def become_owner(reader: Reader) -> None:
    _become(reader, "deeds")


def become_user(reader: Reader) -> None:
    _become(reader, "deeds_user")


def _become(reader: Reader, role: str) -> None:
    url = reader.url.replace("postgres@", f"{role}@")
    reader.monkeypatch.setenv("DEEDS_DATABASE_URL", url)
    reader.monkeypatch.setenv("DATABASE", url.replace("+psycopg", ""))


PREPARATIONS = {
    "the article": put_article,
    "a clerk fills in the form": fill_in_form,
    "books with a filled form": books_with_a_form,
    "books with a filled form, in Chinese": lambda reader: books_with_a_form(reader, "zh-CN", "七月填报"),
    "an empty folder with the article": empty_folder,
    "a PostgreSQL server": start_server,
    "as the owner": become_owner,
    "as deeds_user": become_user,
}


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


def renewed(shown: list[str], printed: list[str]) -> list[str]:
    """What was printed; a line that still fits one with an ellipsis stays as it was."""
    varying = [line for line in shown if "…" in line and line != "…"]
    return [next((each for each in varying if same([each], [line])), line.rstrip()) for line in printed]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_do_what_is_shown(document, tmp_path, monkeypatch):
    folder = tmp_path / "folder"
    folder.mkdir()
    language = i18n.language()
    reader, text, left_out, changed = Reader(folder, monkeypatch), document.read_text(encoding="utf-8"), False, {}
    try:
        for part in PARTS.finditer(text):
            if part["what"] == "test":
                PREPARATIONS[part["name"]](reader)
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
                        refused = any(re.match("错误|error|ERROR", line) for line in shown)
                        assert code == 0 or refused, f"{command}: {code}\n{printed}"
                    typed = command.replace("\n", "\n> ")
                    written += "\n".join([f"$ {typed}", *(shown if right else renewed(shown, lines))]) + "\n"
                if part["kind"] == "console" and written != part["block"]:
                    changed[part["block"]] = written
    finally:
        reader.stack.close()
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
