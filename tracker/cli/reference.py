"""``python -m tracker.cli.reference`` rewrites what is made from the commands.

That is the reference `docs/cli.md` (English) and `docs/cli.zh.md` (Chinese),
and `tracker/cli/grammar.py`, the table that completion reads. A developer's
command: run it after changing a command; a test fails while they differ.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tracker import errors
from tracker.cli.panels import PANELS
from tracker.i18n import t

ROOT = Path(__file__).resolve().parents[2]
# file → (the language it is made in, since helps are words of one process, and what makes it)
MADE = {
    "docs/cli.md": ("en", "page"),
    "docs/cli.zh.md": ("zh-CN", "page"),
    "tracker/cli/grammar.py": ("en", "grammar"),
}


def commands() -> Iterator[tuple[str, str, object]]:
    """Panel, path (`report brief`) and command, in the order of `deeds --help`."""
    from tracker.cli.commands import load

    for panel, names in PANELS.items():
        for name in names:
            command = load(name)
            children = getattr(command, "commands", None)
            if children is None:
                yield panel, name, command
            else:
                yield from ((panel, f"{name} {child}", each) for child, each in children.items())


def page() -> str:
    """The reference in the language of this process."""
    lines = [f"# {t('reference.title')}", "", t("reference.made"), "", t("reference.how"), ""]
    seen = None
    for panel, path, command in commands():
        if panel != seen:
            lines += [f"## {t(f'help.panel_{panel}')}", ""]
            seen = panel
        lines += [f"### deeds {path}", "", command.help, ""]
        arguments = [p for p in command.params if p.param_type_name == "argument"]
        words = " ".join(_metavar(p) if p.required else f"[{_metavar(p)}]" for p in arguments)
        lines += ["```text", f"deeds {path} {t('reference.options')} {words}".rstrip(), "```", ""]
        rows = [(f"`{_metavar(p)}`", getattr(p, "help", None)) for p in arguments]
        rows += [(_option(p), p.help) for p in command.params if p.param_type_name == "option"]
        if rows:
            lines += [f"| {t('reference.word')} | {t('reference.meaning')} |", "|---|---|"]
            lines += [f"| {name} | {(text or '').replace('|', chr(92) + '|')} |" for name, text in rows]
            lines += [""]
        if command.epilog:
            lines += [command.epilog, ""]
    return "\n".join([*lines, *_exit_codes()]).rstrip() + "\n"


def _exit_codes() -> list[str]:
    """What a command ends with: the errors of the house, and what else there is."""
    named = {kind.exit_code: f"`{kind.__name__}`" for kind in errors.DeedsError.__subclasses__() if kind is not errors.Several}
    head = [f"## {t('reference.exit_codes')}", "", f"| {t('reference.exit_code')} | {t('reference.exit_name')} | {t('reference.meaning')} |", "|---|---|---|"]
    return head + [f"| {code} | {named.get(code, '')} | {t(f'reference.exit_{code}')} |" for code in (0, *sorted(named), 70, 130)]


def _metavar(parameter) -> str:
    return parameter.metavar or parameter.name.upper()


def _option(parameter) -> str:
    names = ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
    return names if parameter.is_flag else f"{names} `{_metavar(parameter).replace('|', chr(92) + '|')}`"


def grammar() -> str:
    """The table that completion reads: options with the kind of value they take, kinds of the arguments."""
    lines = [
        '"""Made by ``python -m tracker.cli.reference``; do not edit."""',
        "",
        '# command → ({option: the kind of value that it takes, or ""}, [the kinds of its arguments])',
        "GRAMMAR: dict[str, tuple[dict[str, str], list[str]]] = {",
    ]
    for _, path, command in commands():
        options: dict[str, str] = {}
        for parameter in command.params:
            if parameter.param_type_name == "option":
                kind = "" if parameter.is_flag else _metavar(parameter)
                options |= dict.fromkeys((*parameter.opts, *parameter.secondary_opts), kind)
        options["--help"] = ""
        arguments = [_metavar(p) for p in command.params if p.param_type_name == "argument"]
        lines.append(f"    {path!r}: ({options!r}, {arguments!r}),".replace("'", '"'))
    return "\n".join([*lines, "}", ""])


def rendered(file: str) -> str:
    """The file as it must stand in the tree, made in a process of its language."""
    language, maker = MADE[file]
    environ = {**os.environ, "DEEDS_LANG": language, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    run = [sys.executable, "-m", "tracker.cli.reference", maker]
    return subprocess.run(run, env=environ, check=True, capture_output=True, encoding="utf-8").stdout


if __name__ == "__main__":
    if sys.argv[1:]:
        sys.stdout.write({"page": page, "grammar": grammar}[sys.argv[1]]())
    else:
        for made in MADE:
            (ROOT / made).write_text(rendered(made), encoding="utf-8")
