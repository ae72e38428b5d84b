"""What Typer says by itself, in the user's language.

Little of it goes through gettext. Faults are said again from what the
exception carries: the kind of fault, the option, its type.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Sequence

from typer import _click as click
from typer import core
from typer._click import formatting
from typer.core import TyperArgument

from tracker.cli.layout import columns, wrapped
from tracker.cli.values import Contradiction, Empty
from tracker.i18n import has, t, worded

_QUOTED = re.compile(r"'([^']*)'")
_EXTRA = re.compile(r"\[[^\]]*\]$")
"""What a help text has in brackets at its end: the default, and between what a number must be."""


def translate() -> None:
    """Let help pages speak the language in use."""
    gettext.dgettext = lambda domain, message: _translated(message)
    # The metavar of an argument says what it takes; Python's name of the type behind it says nothing to a clerk.
    TyperArgument.display_type_rich = lambda self, ctx: None
    click.Context.formatter_class = _Formatter
    click.Command.get_help_option = _help_option
    core.describe_number_range = _range
    core.TyperGroup.resolve_command = _resolved
    formatting.term_len = columns  # wide characters take two columns
    formatting.wrap_text = _wrapped


def _translated(message: str) -> str:
    return t(f"click.{message}") if has(f"click.{message}") else message


def _wrapped(text: str, width: int = 78, initial_indent: str = "", subsequent_indent: str = "", preserve_paragraphs: bool = False) -> str:
    """A text as the library wraps it, but by columns, where Chinese may part: the library counts characters, and parts at spaces only."""
    lines = wrapped(text, width - max(len(initial_indent), len(subsequent_indent)))
    return "\n".join((subsequent_indent if place else initial_indent) + line if line else "" for place, line in enumerate(lines))


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        for word in ("[OPTIONS]", "COMMAND [ARGS]..."):
            args = args.replace(word, _translated(word))
        # A name of several has its own ellipsis.
        super().write_usage(prog, re.sub(r"(?<=…[\]}])\.\.\.", "", args), prefix or _translated("Usage: "))

    def write_dl(self, rows: Sequence[tuple[str, str]], *widths: int) -> None:
        joint = t("look.list_joint")
        super().write_dl([(name, _EXTRA.sub(lambda found: found[0].replace("; ", joint), text)) for name, text in rows], *widths)

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{heading}{_translated(': ').rstrip()}\n")


def _help_option(self, ctx: click.Context, _made=click.Command.get_help_option):
    option = _made(self, ctx)
    if option is not None:
        option.help = t("click.Show this message and exit.")
    return option


def _resolved(self, ctx: click.Context, args: list[str], _made=core.TyperGroup.resolve_command):
    name = args[0]
    if name not in (known := self.list_commands(ctx)):
        from difflib import get_close_matches

        near = get_close_matches(name, known, n=3)
        key = "cli.command_unknown_near" if near else "cli.command_unknown"
        raise click.exceptions.UsageError(t(key, name=name, near=" / ".join(near)), ctx)
    return _made(self, ctx, args)


_MEANT = {
    **dict.fromkeys(("--note", "-n"), ("--reason",)),
    "--reason": ("--note", "--difficulty"),
    "--reject": ("--decline",),
    "--decline": ("--reject",),
    "--confirm": ("--approve",),
    "--approve": ("--confirm",),
}
"""What is meant, where a command has that, by an option of other commands."""


def said(error: click.exceptions.UsageError) -> str:
    """One clause that says what is wrong with the command as typed."""
    faults = click.exceptions
    message = error.format_message().rstrip(".")
    if isinstance(error, faults.NoSuchOption):
        known = {name for each in error.ctx.command.params for name in (*each.opts, *each.secondary_opts)} if error.ctx else set()
        near = " / ".join(sorted(error.possibilities or known & set(_MEANT.get(error.option_name, ()))))
        return t(
            "cli.usage_option_unknown_near" if near else "cli.usage_option_unknown", option=error.option_name, near=near
        )
    if isinstance(error, Contradiction):
        return t("cli.usage_option_twice", option=error.option_name)
    if isinstance(error, faults.BadOptionUsage):
        takes_none = "does not take a value" in message
        return t(
            "cli.usage_option_takes_none" if takes_none else "cli.usage_option_needs_value", option=error.option_name
        )
    if isinstance(error, faults.BadParameter):
        return _parameter(error)
    extra = re.fullmatch(r"Got unexpected extra argument\(s\) \((.*)\)", message, re.DOTALL)
    if extra:
        return t("cli.usage_extra", words=extra[1])
    if isinstance(error, faults.BadArgumentUsage):
        found = _QUOTED.search(message)
        return t("cli.usage_missing_name", name=found[1] if found else "?")
    # What is left was raised by us, in the right language, or comes through gettext.
    return message


def _parameter(error: click.exceptions.BadParameter) -> str:
    """A value that is missing or of the wrong type."""
    name = _name(error)
    kind = error.param.type_descriptor if error.param is not None else None
    if isinstance(error, Empty):
        return t("cli.usage_empty", name=name)
    choices = " / ".join(str(getattr(one, "value", one)) for one in (kind.choices or ())) if kind else ""
    if isinstance(error, click.exceptions.MissingParameter):
        coded = name in worded("help.metavar_code") | worded("help.metavar_codes")
        # Of an option, what it is: the beginning of its help.
        about = re.split("[；。;.]", error.param.help or "")[0] if isinstance(error.param, core.TyperOption) else ""
        key = "code" if coded else "choice" if choices else "option" if about else "name"
        return t(f"cli.usage_missing_{key}", name=name, choices=choices, about=about)
    if kind is None:
        return error.message or t("cli.usage_other")
    if choices:
        return t("cli.usage_value_choice", name=name, choices=choices)
    if kind.is_ranged and re.search(r"(greater|less) than|in the range", error.message):
        return t("cli.usage_value_range", name=name, range=_range(kind.parameter_info.min, kind.parameter_info.max))
    if kind.is_path or kind.is_file:
        return t("cli.usage_value_file", name=name)
    if kind.is_datetime:
        return t("cli.usage_value_day", name=name)
    if kind.annotation is int:
        return t("cli.usage_value_number", name=name)
    if kind.annotation is float:
        return t("cli.usage_value_decimal", name=name)
    return t("cli.usage_value", name=name) if error.message.isascii() else error.message


def _range(least: float | None, most: float | None) -> str | None:
    """Between what a number must be; None if it may be any."""
    if least is None and most is None:
        return None
    key = "least" if most is None else "most" if least is None else "between"
    return t(f"cli.range_{key}", least=least, most=most)


def _name(error: click.exceptions.BadParameter) -> str:
    hint = error.param_hint
    if hint is None and error.param is not None:
        hint = error.param.get_error_hint()
    return (hint if isinstance(hint, str) else " / ".join(hint or ())).replace("'", "")
