"""Tables, JSON and lines: the only place that prints.

Data goes to stdout, talk to stderr. Control and bidi characters of content
never reach a terminal. NO_COLOR, pipes and the terminal's width are respected.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from tracker.errors import BadInput, DeedsError, NotFound, RuleError, Several, UsageError
from tracker.i18n import has, language, t
from tracker.plaintext import visible
from tracker.shapes import SHAPES

_PATIENCE = 0.5  # seconds
COLOURS = {"solid_blue": "blue", "hollow_blue": "cyan", "green": "green", "yellow": "yellow", "red": "red", "grey": "bright_black", "none": "bright_black"}  # fmt: skip


def out(text: str = "") -> None:
    """A line of data."""
    print(visible(text), file=sys.stdout)


def verbatim(text: str) -> None:
    """Text that its maker has already made safe to print, such as one with colours."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def say(text: str) -> None:
    """A line of talk."""
    sys.stdout.flush()
    print(visible(text), file=sys.stderr)


def error(problem: DeedsError, page: str | None = None) -> None:
    """Every single fault of a file, then what went wrong, in one line.

    A mistake in what was typed that has no other next step leads to the help `page`.
    """
    for line in problem.problems if isinstance(problem, BadInput) else _each(problem) if isinstance(problem, Several) else ():
        say(line)
    what = said(problem)
    if page and "→" not in what and isinstance(problem, RuleError | UsageError | NotFound):
        what = f"{what.rstrip('。')} → {page}"
    say(t("cli.error", what=what))


def _each(problem: Several) -> Iterator[str]:
    """What is in the way of each deed; the same of many in one line."""
    from tracker.deeds.together import spans

    codes: dict[str, list[str]] = {}
    for code, error in problem.problems:
        codes.setdefault(said(error), []).append(code)
    for text, of in codes.items():
        yield text if of[0] in text else t("look.colon").join((t("look.comma").join(spans(of)), text))


def agreed(question: str) -> bool:
    """Ask for a yes or no on a terminal until there is one, in any of our languages; nothing is no."""
    import typer

    while True:
        word = typer.prompt(f"{question} {t('cli.yes_no')}", default="", show_default=False, err=True).strip().lower()
        if word in _YES or word in _NO:
            return word in _YES
        say(t("cli.yes_or_no"))


_YES = ("y", "yes", "是", "是的", "好", "好的", "对", "對", "确定", "確定", "确认", "確認", "行", "可以", "同意")
_NO = ("", "n", "no", "否", "不", "不是", "不要", "不行", "不同意", "取消")


_directory: Mapping[str, Any] = {}


def know(agencies: Mapping[str, Any]) -> None:
    """The directory (`directory.Agency` by code) by which messages call the agencies that they name by code."""
    global _directory
    _directory = agencies


def said(problem: DeedsError) -> str:
    """The message of an error, in the user's language."""
    return t(problem.key, **{name: _spoken(name, value) for name, value in problem.values.items()})


# Values of errors that are codes, and what their words begin with in the catalogue `words`.
_CODES = {"before": "status", "after": "status", "status": "status", "choices": "status", "what": "field", "act": "act", "role": "role", "drop_reason": "drop", "kind": "kind", "verdict": "verdict"}


def _spoken(name: str, value: Any) -> Any:
    """A code in an error as its word in the user's language; anything else as it is."""
    if isinstance(value, tuple):
        return t("look.comma").join(str(_spoken(name, each)) for each in value)
    if name == "near":
        return str(value).replace("、", t("look.comma"))
    if name in ("agency", "lead", "verifier") and value in _directory:
        return _directory[value].called(language()) + t("look.in_brackets", what=value)
    key = f"words.{_CODES[name]}_{value}" if name in _CODES else None
    return t(key) if key and has(key) else value


def as_json(value: Any) -> None:
    """Data for programs; never translated."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Rows for a spreadsheet: UTF-8 with a mark that Excel needs, and no cell that starts a formula."""
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    sys.stdout.write("\ufeff")
    writer.writerow(heads)
    writer.writerows(
        [["'" + str(c) if str(c)[:1] in tuple("=+-@") and len(str(c)) > 1 else c for c in row] for row in rows]
    )


@contextmanager
def progress(what: str) -> Iterator[Callable[..., None]]:
    """How far long work is, as a function of (done, total, what now): a bar on stderr, gone when the work is done.

    Nothing is shown of work that is over before one would wonder, nor where stderr is no terminal.
    """
    if not sys.stderr.isatty():
        yield lambda done, total, now=what: None
        return
    begun, bar = time.monotonic(), None

    def tell(done: int, total: int, now: str = what) -> None:
        nonlocal bar
        if bar is None and done < total and time.monotonic() - begun >= _PATIENCE:
            from rich.console import Console
            from rich.progress import Progress

            console = Console(file=sys.stderr)
            bar = Progress(console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
            bar.add_task(now)
            bar.start()
        if bar is not None:
            bar.update(bar.task_ids[0], description=now, completed=done, total=total)
            if done >= total:
                stop()

    def stop() -> None:
        nonlocal bar
        if bar is not None:
            bar.stop()
            bar = None

    try:
        yield tell
    finally:
        stop()


def interactive() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def coloured() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def marked(text: str) -> str:
    """The words that matter in a quote: bold on a terminal, in corner brackets elsewhere."""
    return f"【{text}】"


def fields(rows: Iterable[tuple[str, Any]]) -> None:
    """Names and values in two columns; a value of several lines keeps its indent."""
    rows = [(name, str(value)) for name, value in rows]
    width = max((columns(name) for name, _ in rows), default=0)
    for name, value in rows:
        first, *rest = value.split("\n")
        out(f"  {name}{' ' * (width - columns(name))}  {first}")
        for line in rest:
            out(f"  {' ' * width}  {line}")


def columns(text: str) -> int:
    """How many columns a text takes on a terminal; wide characters take two."""
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def light(colour: str) -> str:
    """A light as shape and word."""
    return f"{SHAPES[colour]} {t(f'words.colour_{colour}')}"


def fits(columns_: Sequence[str], rows: Sequence[Sequence[Any]]) -> bool:
    """Whether a table stands on the terminal without wrapping; a pipe is wide enough for all."""
    if not sys.stdout.isatty():
        return True
    from shutil import get_terminal_size

    widths = [max(columns(str(cell)) for cell in column) for column in zip(columns_, *rows, strict=True)]
    return sum(widths) + 2 * (len(widths) - 1) <= get_terminal_size().columns


def table(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], right: Sequence[int] = (), styles: Sequence[str | None] = ()
) -> None:
    """Aligned columns under a heading; wide characters count double. `right` are columns of numbers.

    On a terminal long text wraps; in a pipe nothing is cut.
    """
    if not sys.stdout.isatty():
        cells = [["" if cell is None else visible(str(cell)) for cell in row] for row in rows]
        sys.stdout.writelines(_aligned([list(columns), *cells], right))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=sys.stdout, no_color=not coloured(), highlight=False, legacy_windows=False)
    made = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0), expand=False)
    for place, name in enumerate(columns):
        made.add_column(name, justify="right" if place in right else "left", overflow="fold")
    for number, row in enumerate(rows):
        style = styles[number] if number < len(styles) else None
        made.add_row(*(Text("" if cell is None else visible(str(cell))) for cell in row), style=style)
    for line in _lines(console, made):
        sys.stdout.write(line)


def _aligned(rows: Sequence[Sequence[str]], right: Sequence[int]) -> Iterable[str]:
    """Rows without a terminal's width or colours: a cell of several lines takes several."""
    split = [[cell.split("\n") for cell in row] for row in rows]
    widths = [max(columns(line) for row in split for line in row[place]) for place in range(len(rows[0]))]
    for row in split:
        for number in range(max(map(len, row))):
            parts = []
            for place, lines in enumerate(row):
                text = lines[number] if number < len(lines) else ""
                gap = " " * (widths[place] - columns(text))
                parts.append(gap + text if place in right else text + gap)
            yield "  ".join(parts).rstrip() + "\n"


def _lines(console, made) -> Iterable[str]:
    with console.capture() as capture:
        console.print(made)
    for line in capture.get().splitlines():
        yield line.rstrip() + "\n"
