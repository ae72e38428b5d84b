"""Tables, JSON and lines: the only place that prints.

Data goes to stdout, talk to stderr. Control and bidi characters of content
never reach a terminal. NO_COLOR, pipes and the terminal's width are respected.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from tracker.cli import layout
from tracker.cli.layout import columns
from tracker.errors import BadInput, DeedsError, NotFound, RuleError, Several, UsageError
from tracker.i18n import has, language, t
from tracker.plaintext import visible
from tracker.scripts import content
from tracker.shapes import SHAPES

_PATIENCE = 0.5  # seconds


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


PAGED = (RuleError, UsageError, NotFound, BadInput, Several)
"""Mistakes in what was typed or named: one that has no other next step leads to the help page of the command."""


def error(problem: DeedsError, page: str | None = None, whole: Callable[[str, Any], str] | None = None) -> None:
    """Every single fault of a file, then what went wrong, in one line.

    One of PAGED that names no next step leads to the help `page`; `whole` makes a command of one that names only a part of it.
    """
    for line in problem.problems if isinstance(problem, BadInput) else _each(problem) if isinstance(problem, Several) else ():
        say(line)
    what = said(problem)
    if page and "→" not in what and isinstance(problem, PAGED):
        what = f"{what.rstrip('。')} → {page}"
    say(t("cli.error", what=whole(what, problem.values.get("word")) if whole else what))


def _each(problem: Several) -> Iterator[str]:
    """What is in the way of each deed; the same of many in one line, with the next command for as many as it takes."""
    from tracker.deeds.together import spans

    alike: dict[tuple, list[tuple[str, DeedsError]]] = {}
    for code, error in problem.problems:
        alike.setdefault((error.key, *((k, str(v)) for k, v in error.values.items() if v != code)), []).append((code, error))
    for found in alike.values():
        (first, error), codes = found[0], t("look.comma").join(spans(code for code, _ in found))
        alone = said(error)
        together = said(error, {name: codes for name, value in error.values.items() if value == first})
        what, then = together.partition("→")[0], alone.partition("→")[2]
        whole = together if len(found) == 1 or _takes_several(then) else f"{what}→{then}" if then else what
        yield whole if first in alone else t("look.colon").join((codes, whole))


def _takes_several(commands: str) -> bool:
    """Whether all commands in a text are for several deeds."""
    from tracker.cli.grammar import GRAMMAR

    names = [GRAMMAR.get(part.split()[0], ({}, []))[1] for part in commands.split("deeds ")[1:]]
    return bool(names) and all(arguments == ["CODES…"] for arguments in names)


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


def said(problem: DeedsError, instead: Mapping[str, Any] = {}) -> str:
    """The message of an error, in the user's language; `instead` are other values for it."""
    return t(problem.key, **{name: _spoken(name, value) for name, value in {**problem.values, **instead}.items()})


# Values of errors that are codes, and what their words begin with in the catalogue `words`.
_CODES = {"before": "status", "after": "status", "status": "status", "choices": "status", "what": "field", "act": "act", "role": "role", "roles": "role", "drop_reason": "drop", "kind": "kind", "verdict": "verdict"}


# Values of errors that say what the books say.
_OF_THE_BOOKS = {"agency", "lead", "verifier", "successor", "title", "target", "value"}


# What the system says in English of a file or a disk → the name of that in `errno`.
_FAULTS = ("ENOENT", "EACCES", "EPERM", "EISDIR", "ENOTDIR", "ENAMETOOLONG", "ENOSPC", "EDQUOT", "EROFS", "EIO", "EFBIG", "ELOOP", "EMFILE")
_SYSTEM = {os.strerror(getattr(errno, name)): name for name in _FAULTS}


def _spoken(name: str, value: Any) -> Any:
    """A code in an error as its word in the user's language; anything else as it is."""
    if isinstance(value, tuple):
        return t("look.comma").join(str(_spoken(name, each)) for each in value)
    if name in ("why", "what") and value in _SYSTEM:
        return t(f"words.os_{_SYSTEM[value]}")
    if name == "near":
        return t("look.comma").join(_called(each) for each in str(value).split("、"))
    if name in ("agency", "lead", "verifier") and value in _directory:
        return _called(value) + t("look.in_brackets", what=value)
    if name in ("agency", "successor"):
        return _called(value)
    if name in _OF_THE_BOOKS and isinstance(value, str):
        return content(value)
    key = f"words.{_CODES[name]}_{value}" if name in _CODES else None
    return t(key) if key and has(key) else value


def _called(value: str) -> str:
    """An agency as the language calls it, by its code, its name or both (`JYT 省教育厅`); any other words as the books say them."""
    code, _, name = str(value).partition(" ")
    known = _directory.get(code) or next((each for each in _directory.values() if each.name == value), None)
    if known is None or (name and name != known.name):
        return content(str(value))
    return f"{code} " * bool(name) + content(known.called(language()))


def as_json(value: Any) -> None:
    """Data for programs; never translated."""
    sys.stdout.write(json_text(value))


def json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n"


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
            bar = _bar(now, total)
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


@contextmanager
def working(what: str) -> Iterator[None]:
    """That work goes on which always lasts and cannot say how far it is: a moving bar on stderr, gone when the work is done."""
    bar = _bar(what, None) if sys.stderr.isatty() else None
    try:
        yield
    finally:
        if bar is not None:
            bar.stop()


def _bar(what: str, total: int | None):
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(file=sys.stderr), transient=True, redirect_stdout=False, redirect_stderr=False)
    bar.add_task(what, total=total)
    bar.start()
    return bar


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


def light(colour: str) -> str:
    """A light as shape and word."""
    return f"{SHAPES[colour]} {t(f'words.colour_{colour}')}"


def table(
    heads: Sequence[str],
    rows: Iterable[Sequence[Any] | str],
    right: Sequence[int] = (),
    styles: Sequence[str | None] = (),
    cut: Sequence[int] = (),
    leave: Sequence[int] = (),
    short: Sequence[str] | None = None,
) -> None:
    """Aligned columns under a heading; a row that is a text is a line between rows. `right` are columns of numbers.

    On a terminal the table stands within the window, as `layout.fit` says (`cut`,
    `leave` and `short` are meant for it), and what is left out is said. In a pipe nothing is cut.
    """
    rows = [row if isinstance(row, str) else ["" if cell is None else visible(str(cell)) for cell in row] for row in rows]
    made = layout.fit(heads, [row for row in rows if not isinstance(row, str)], window(), right, cut, leave, short)
    _styled(layout.line(made, short if made.short else heads, right, cut), "bold")
    for number, row in enumerate(rows):
        style = styles[number] if number < len(styles) else None
        _styled([visible(row)] if isinstance(row, str) else layout.line(made, row, right, cut), style)
    if made.left_out:
        say(t("look.left_out", names=t("look.comma").join(heads[place] for place in made.left_out)))


_SGR = {"bold": "1", "red": "31", "yellow": "33", "blue": "34", "cyan": "36", "struck": "9;90"}


def _styled(lines: Iterable[str], style: str | None) -> None:
    for line in lines:
        verbatim(f"\x1b[{_SGR[style]}m{line}\x1b[0m" if style and line and coloured() else line)


def window() -> int | None:
    """How many columns the terminal has; None for a pipe, which has room for all."""
    if not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size

    return get_terminal_size().columns
