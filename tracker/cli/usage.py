"""Faults in the words of a command, said in the user's language.

Typer's own messages are English sentences made inside it; what they are made
from (the kind of fault, the option, its type) is on the exception.
"""

from __future__ import annotations

import re

from typer import _click as click

from tracker.i18n import t

_QUOTED = re.compile(r"'([^']*)'")


def said(error: click.exceptions.UsageError) -> str:
    """One clause that says what is wrong with the command as typed."""
    faults = click.exceptions
    message = error.format_message().rstrip(".")
    if isinstance(error, faults.NoSuchOption):
        near = " / ".join(sorted(error.possibilities or ()))
        return t("cli.usage_option_unknown_near" if near else "cli.usage_option_unknown", option=error.option_name, near=near)
    if isinstance(error, faults.BadOptionUsage):
        takes_none = "does not take a value" in message
        return t("cli.usage_option_takes_none" if takes_none else "cli.usage_option_needs_value", option=error.option_name)
    if isinstance(error, faults.BadParameter):
        return _parameter(error)
    extra = re.fullmatch(r"Got unexpected extra argument\(s\) \((.*)\)", message, re.DOTALL)
    if extra:
        return t("cli.usage_extra", words=extra[1])
    if isinstance(error, faults.BadArgumentUsage):
        found = _QUOTED.search(message)
        return t("cli.usage_missing", name=found[1] if found else "?")
    # What is left was raised by us, in the right language, or comes through gettext.
    return message


def _parameter(error: click.exceptions.BadParameter) -> str:
    """A value that is missing or of the wrong type."""
    name = _name(error)
    kind = error.param.type_descriptor if error.param is not None else None
    choices = " / ".join(str(getattr(one, "value", one)) for one in (kind.choices or ())) if kind else ""
    if isinstance(error, click.exceptions.MissingParameter):
        return t("cli.usage_missing_choice" if choices else "cli.usage_missing", name=name, choices=choices)
    if kind is None:
        return error.message or t("cli.usage_other")
    if choices:
        return t("cli.usage_value_choice", name=name, choices=choices)
    if kind.is_ranged and re.search(r"(greater|less) than|in the range", error.message):
        info = kind.parameter_info
        return t("cli.usage_value_range", name=name, range=f"{_end(info.min)}–{_end(info.max)}")
    if kind.is_path or kind.is_file:
        return t("cli.usage_value_file", name=name)
    if kind.is_datetime:
        return t("cli.usage_value_day", name=name)
    if kind.annotation is int:
        return t("cli.usage_value_number", name=name)
    if kind.annotation is float:
        return t("cli.usage_value_decimal", name=name)
    return t("cli.usage_value", name=name) if error.message.isascii() else error.message


def _end(bound: float | None) -> str:
    return "" if bound is None else str(bound)


def _name(error: click.exceptions.BadParameter) -> str:
    hint = error.param_hint
    if hint is None and error.param is not None:
        hint = error.param.get_error_hint()
    return (hint if isinstance(hint, str) else " / ".join(hint or ())).replace("'", "")
