"""The house: which room may lean on which (docs/architecture.md), and what a start of the program loads."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TRACKER = ROOT / "tracker"

# From the ground up. A room leans on rooms of lower floors only, so nothing goes round in a circle.
FLOORS = (
    {"shellwords"},
    {"errors", "i18n", "collector", "likeness", "resources", "shapes", "sharing", "holidays", "__version__", "models", "locale"},
    {"drivers", "scripts"},
    {"called"},
    {"lifecycle", "quantities", "plaintext", "settings", "access", "backup", "workdays", "proposal", "database"},
    {"journal", "directory", "words", "article", "doctor"},
    {"projection", "explaining", "sources"},
    {"entries", "moves"},
    {"deeds", "audit", "evidence"},
    {"standings"},
    {"agencies", "people", "rounds", "seeding", "views"},
    {"reminding"},
    {"reminder_text", "reminders"},
    {"simulation", "inbox", "intake", "reports"},
    {"cli", "completing"},  # two doors of one house: commands, and what a shell asks for
    {"__main__"},
)
FLOOR = {room: number for number, floor in enumerate(FLOORS) for room in floor}

# Rooms that know nothing but Python.
LEAVES = {
    "errors", "i18n", "collector", "likeness", "resources", "shapes", "sharing", "shellwords", "holidays", "settings", "lifecycle", "quantities", "journal", "moves", "projection", "plaintext", "access",
    "workdays", "backup",
}  # fmt: skip
# Rooms whose words are chosen elsewhere, in the reader's language.
WORDLESS = {"lifecycle", "quantities", "journal", "moves", "reminding", "reminders", "models", "database", "entries", "access", "directory", "deeds", "rounds", "standings", "errors", "audit"}
# What is heavy or dangerous has one place.
ONLY = {
    "alembic": {"database.py"},
    "jinja2": {"reports/pages.py", "reports/templates.py"},
    "openpyxl": {"intake/tables.py"},
    "xlsxwriter": {"intake/handout.py"},
    "rich": {"cli/output.py"},
    "weasyprint": {"reports/breaking.py", "reports/defaults.py", "reports/embedding.py", "reports/halving.py", "reports/painting.py", "reports/pdf.py", "reports/serialising.py", "reports/shortcuts.py"},
}


def modules() -> dict[Path, str]:
    """Every source file of the package with its room; catalogues hold words only."""
    files = (path for path in TRACKER.rglob("*.py") if path.parent.name == "locale" or TRACKER / "locale" not in path.parents)
    return {path: path.relative_to(TRACKER).with_suffix("").parts[0] for path in files}


def imports(path: Path, typed: bool = True) -> set[str]:
    """The dotted names that a file imports, anywhere in it; `from a import b` is a.b. `typed`: also what only a type checker reads."""
    found = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if not typed:
        tree.body = [node for node in tree.body if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            package = path.relative_to(ROOT).parts[: -node.level] if node.level else ()
            module = ".".join([*package, *([node.module] if node.module else [])])
            found |= {f"{module}.{name.name}" for name in node.names}
    return found


def of_ours(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imports(path) if name.startswith("tracker.")}


def of_others(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)} - {"tracker"} - sys.stdlib_module_names


def test_every_room_has_its_floor():
    assert {room for room in modules().values() if room != "__init__"} - FLOOR.keys() == set(), "place it in FLOORS"


def test_every_module_is_on_the_map():
    """A newcomer finds each file of the program there, but for the catalogues."""
    named = set(re.findall(r"\w+", (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")))
    assert {str(path) for path, room in modules().items() if room != "locale" and path.stem not in named | {"__init__", "__main__"}} == set()


@pytest.mark.parametrize("room", sorted(set(modules().values()) - {"__init__"}))
def test_rooms_lean_on_lower_floors(room):
    wrong = {
        f"{path.relative_to(ROOT)} → {other}"
        for path, own in modules().items()
        if own == room
        for other in of_ours(path) - {room}
        if not (FLOOR[other] < FLOOR[room] or {room, other} == {"cli", "completing"})
    }
    assert wrong == set()


def test_no_two_modules_lean_on_each_other():
    """Within a room neither, nor by an import that waits until it is needed."""
    known = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in modules()}
    leans = {}
    for module, path in known.items():
        named = imports(path, typed=False)
        named |= {name.rpartition(".")[0] for name in named}
        leans[module] = named & known.keys() - packages_of(module)
    TopologicalSorter(leans).prepare()  # raises CycleError, with the circle


def packages_of(module: str) -> set[str]:
    """A module and the packages that it is in: to import a neighbour is not to lean on what both are in."""
    parts = module.split(".")
    return {".".join(parts[:n]) for n in range(1, len(parts) + 1)}


def test_leaf_rooms_know_nothing_but_python():
    for path, room in modules().items():
        if room in LEAVES:
            assert (of_others(path), of_ours(path) - LEAVES) == (set(), set()), path


def test_rules_and_tables_know_no_language():
    assert {str(path) for path, room in modules().items() if room in WORDLESS and "i18n" in of_ours(path)} == set()


def test_texts_are_read_without_a_database():
    assert {path.name for path, room in modules().items() if room in ("article", "proposal") and "sqlalchemy" in of_others(path)} == set()


@pytest.mark.parametrize("library", sorted(ONLY))
def test_each_heavy_library_has_its_place(library):
    users = {str(path.relative_to(TRACKER)) for path in modules() if library in of_others(path)}
    assert users == ONLY[library]


def test_typer_is_known_to_the_command_line_only():
    assert {room for path, room in modules().items() if "typer" in of_others(path)} == {"cli"}


def calls(path: Path) -> set[str]:
    return {ast.unparse(node.func) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)}


def test_only_the_command_line_commits_prints_and_exits():
    for path, room in modules().items():
        if room in ("cli", "locale", "__main__"):
            continue
        forbidden = {"print", "sys.exit", "exit", "sys.stdout.write", "sys.stderr.write", "connection.commit"}
        if room not in ("database", "doctor"):  # the doctor tries whether it could write, and takes it back
            forbidden |= {"database.writing", "writing", "database.create"}
        assert calls(path) & forbidden == set(), path


HEAVY = {"sqlalchemy", "alembic", "jinja2", "weasyprint", "opencc", "pydantic", "typer", "yaml", "openpyxl", "xlsxwriter", "rich"}


def loaded(program: str, *words: str) -> set[str]:
    """The modules in memory after a fresh interpreter has run a program, by their whole names."""
    tail = "\nimport sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program + tail, *words], cwd=ROOT, capture_output=True, text=True, env={"PATH": "", "DEEDS_LANG": "en"}
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


def test_importing_the_command_line_loads_nothing_heavy():
    assert loaded("import tracker.cli") & HEAVY == set()


def test_help_loads_typer_and_nothing_heavier():
    assert loaded("import tracker.cli; tracker.cli.main(['--help'])") & HEAVY == {"typer"}


def test_a_look_and_a_report_of_progress_need_no_validator(tmp_path):
    """pydantic takes as long to load as a quarter of `show`; Typer would load it for every option (`cli.values`)."""
    books = f"import os; os.environ['DEEDS_DATABASE_URL'] = 'sqlite:///{tmp_path / 'deeds.db'}'; import tracker.cli; "
    loaded(books + "tracker.cli.main(['init'])")
    for words in (["list"], ["show", "JYT-1-1"], ["update", "JYT-1-1", "--status", "blocked", "--progress", "10", "--note", "x"]):
        there = loaded(f"{books}tracker.cli.main({words})")
        assert there & HEAVY == {"sqlalchemy", "typer"}, words
        assert there & {"sqlalchemy.orm", "sqlalchemy.dialects.postgresql"} == set(), f"{words}: neither is used, and they take as long as the models"
    path = str(tmp_path / "brief.pdf")
    assert loaded(f"{books}tracker.cli.main(['report', 'brief', '-o', {path!r}])") & HEAVY <= {"sqlalchemy", "typer", "jinja2", "weasyprint"}


def test_a_revision_or_a_template_is_found_beside_the_package():
    from tracker import resources

    for name in ("migrations", "report_templates", "seeds"):
        assert resources.folder(name).is_dir()


def test_files_are_of_a_size_to_be_read():
    """Rooms of 30 to 200 lines; what grows past 350 has two subjects. Tables of facts are longer."""
    facts = {"holidays.py"}
    long = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in modules() if path.name not in facts}
    assert {path: lines for path, lines in long.items() if lines > 350} == {}


def test_reading_an_article_without_books_loads_no_database_and_checks_no_proposal(tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("2025年，市教育局将办好以下2件实事：\n1.新建学校5所。\n2.改造食堂12处。\n", encoding="utf-8")
    program = "import os, sys, tracker.cli; os.environ['DEEDS_DATABASE_URL'] = sys.argv[2]; tracker.cli.main(['extract', sys.argv[1]])"
    assert loaded(program, str(article), str(tmp_path / "none.db")) & HEAVY == {"typer", "yaml"}


def test_no_module_gives_two_things_one_name():
    """The second would take the place of the first, also in functions that stand above it."""
    twice = {}
    for path in modules():
        names: list[str] = []
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            targets = node.targets if isinstance(node, ast.Assign) else [node]
            names += [found for target in targets if (found := getattr(target, "id", getattr(target, "name", None)))]
        if again := {name for name in names if names.count(name) > 1}:
            twice[str(path)] = again
    assert twice == {}
