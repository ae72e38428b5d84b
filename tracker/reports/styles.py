"""Variables of the stylesheets, as far as the program itself must know them: a picture hears of none, and a fault in one shows far from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from tracker.errors import BadInput
from tracker.reports.templates import folders

OWN = "own.css"
_SET = re.compile(r"(?<![\w-])(--[\w-]+)\s*:\s*([^;}]+)")
_USED = re.compile(r"var\(\s*(--[\w-]+)")


def accent(own: Path | None = None) -> str:
    """The accent colour that the stylesheets set last: a picture inside a page, and what stands in its margin, hear of no variable."""
    sheets = (path for name in (OWN, "print.css") for folder in folders(own) if (path := folder / name).is_file())
    said = ([value for name, value, _ in _variables(sheet) if name == "--accent"] for sheet in sheets)
    return next((found[-1] for found in said if found), "black")


def check(own: Path | None) -> None:
    """Raise BadInput for a variable of the office's that nothing uses and that looks like a slip of one of the program's."""
    if own is None or not (sheet := own / OWN).is_file():
        return
    texts = (path.read_text("utf-8", "replace") for folder in folders(own) for path in folder.rglob("*") if path.suffix in (".css", ".j2"))
    used = {name for text in texts for name in _USED.findall(text)}
    for name, _, line in _variables(sheet):
        if name not in used and (near := get_close_matches(name, sorted(used), n=1, cutoff=0.85)):
            raise BadInput("variable_unknown", sheet=sheet.name, line=line, name=name, near=near[0])


def where_set(what: str, within: Sequence[Path]) -> tuple[str, int, str] | None:
    """The sheet, the line and the words that set the variable of which a faulty declaration was made; None if none did."""
    for sheet in (sheet for folder in within for sheet in sorted(folder.rglob("*.css"))):
        for name, value, line in _variables(sheet):
            if value in what.partition(":")[2]:
                return sheet.name, line, f"{name}: {value}"
    return None


def _variables(sheet: Path) -> Iterator[tuple[str, str, int]]:
    """The variables that a sheet sets, with their lines."""
    blank = re.sub(r"(?s)/\*.*?\*/", lambda comment: "\n" * comment[0].count("\n"), sheet.read_text("utf-8", "replace"))
    for found in _SET.finditer(blank):
        yield found[1], " ".join(found[2].split()), blank.count("\n", 0, found.start()) + 1
