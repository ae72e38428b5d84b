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
import shutil
import subprocess
import sys
from pathlib import Path

import postgres
import pytest

from tracker import i18n
from tracker.cli import main, reference
from tracker.locale.__main__ import traditional

pytest_plugins = ["office"]
ROOT = Path(__file__).resolve().parents[1]
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


class Reader:
    """Somebody who types what a document shows, in a folder of their own."""

    def __init__(self, folder: Path, monkeypatch):
        self.folder, self.monkeypatch, self.stack, self.url = folder, monkeypatch, contextlib.ExitStack(), ""
        tools = folder.parent / "tools"
        tools.mkdir()
        (tools / "deeds").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tracker "$@"\n')
        (tools / "deeds").chmod(0o755)
        monkeypatch.chdir(folder)
        for name in [name for name in os.environ if name.startswith("DEEDS_") and not name.startswith("DEEDS_TEST")]:
            monkeypatch.delenv(name)
        for name, value in {"HOME": str(folder), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")

    def type(self, command: str) -> tuple[str, int]:
        """What a command prints, on either stream, and its exit code."""
        if unset := re.fullmatch(r"unset (\w+)", command):
            self.monkeypatch.delenv(unset[1])
            return "", 0
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


@pytest.fixture
def clerk(shipped_books, tmp_path, monkeypatch):
    """What the host of the small set-up does with a line that a clerk of JYT sends over SSH."""
    (tmp_path / "folder").mkdir()
    reader = Reader(tmp_path / "folder", monkeypatch)
    monkeypatch.setenv("DEEDS_HOME", str(reader.folder))
    monkeypatch.setenv("DEEDS_PROGRAM", shutil.which("deeds"))
    monkeypatch.setenv("DEEDS_LANG", "en")
    shutil.copy(shipped_books, reader.folder / "deeds.db")

    def send(line: str, typed: str = "") -> subprocess.CompletedProcess:
        program = [sys.executable, str(ROOT / "docs" / "examples" / "deeds-as"), "JYT", "张三"]
        environ = {**os.environ, **({"SSH_ORIGINAL_COMMAND": line} if line else {})}
        return subprocess.run(program, env=environ, input=typed, capture_output=True, text=True, timeout=60)

    return send


def test_over_ssh_a_clerk_acts_for_their_agency_only(clerk):
    assert "JYT-1-3" in clerk("update JYT-1-3 -s 推进中 -p 60 -n '已完成 摸底'").stdout
    assert "张三" in clerk("log JYT-1-3").stdout
    assert clerk("update SCJG-1-1 -s blocked").returncode == 6
    assert clerk("take - --sender=x", "JYT-1-4 推进中 30% 已培训\n").returncode == 0
    assert "deeds> JYT-1-3" in clerk("", "show JYT-1-3\n").stdout
    left = clerk("", "exit\nshow JYT-1-3\n")
    assert "(To leave: exit, or Ctrl-D)\ndeeds> " in left.stdout and "JYT-1-3 " not in left.stdout and left.returncode == 0


@pytest.mark.parametrize(
    "line",
    [
        "demo -o .", "init", "db upgrade", "report brief -o deeds.db", "handout -o x", "evidence --extract 1 -o deeds.db",
        "complete JYT-1-1 --evidence deeds.db", "complete JYT-1-1 --evidence=deeds.db", "name JYT-1-1 --from=deeds.db",
        "list; touch broken", "$(touch broken)", "import x", "'",
    ],
)  # fmt: skip
def test_over_ssh_nothing_else_is_let_through(clerk, tmp_path, line):
    before = sorted(path.name for path in (tmp_path / "folder").iterdir())
    assert clerk(line).returncode == 2
    assert sorted(path.name for path in (tmp_path / "folder").iterdir()) == before


@pytest.mark.parametrize(
    ("line", "lang", "said"),
    [
        ("report brief", "zh-CN", "“report”在此处不能用。可用：inbox / list"),
        ("report brief", "zh-TW", "「report」在此處不能用。可用：inbox / list"),
        ("report brief", "en", "“report” cannot be used here. Choose from: inbox / list"),
        ("complete JYT-1-1 --evidence=x", "zh-CN", "--evidence 要读主机上的文件"),
        ("list '", "zh-CN", "引号没有配对"),
    ],
)  # fmt: skip
def test_over_ssh_a_refusal_says_why_and_what_to_do(clerk, monkeypatch, line, lang, said):
    monkeypatch.setenv("DEEDS_LANG", lang)
    refused = clerk(line).stderr
    assert refused.startswith(said) and refused.count("\n") == 1, refused


@pytest.mark.parametrize("word", ["help", "--help"])
def test_over_ssh_help_lists_what_may_be_used(clerk, word):
    listed = clerk(word)
    assert listed.returncode == 0 and "Commands: inbox / list" in listed.stdout and "report" not in listed.stdout
    assert "--status" in clerk("update --help").stdout


def test_over_ssh_a_program_that_is_not_there_is_told(clerk, monkeypatch):
    monkeypatch.setenv("DEEDS_PROGRAM", "/no/such/deeds")
    refused = clerk("list")
    assert refused.returncode == 3 and "/no/such/deeds" in refused.stderr and "Traceback" not in refused.stderr


def test_over_ssh_traditional_is_made_of_simplified():
    from runpy import run_path

    for simplified, taiwan, _ in run_path(str(ROOT / "docs" / "examples" / "deeds-as"))["SAID"].values():
        assert taiwan == traditional(simplified)


def test_over_ssh_no_shell_sees_the_line(clerk, tmp_path):
    clerk("list && touch broken")
    clerk("list $(touch broken) `touch broken` > broken")
    assert not (tmp_path / "folder" / "broken").exists()


def test_over_ssh_pasted_lines_come_from_the_clerk_not_from_a_file(clerk, tmp_path):
    (tmp_path / "folder" / "secret").write_text("JYT-1-3 推进中 30% x\n")
    assert "JYT-1-3" not in clerk("take secret", "").stdout
