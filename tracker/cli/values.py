"""Most values are text, a flag, a file, or not given: those need no validator built for them. Contradictory ones are refused.

Typer makes a pydantic validator for every option that a command has, given or
not, and importing pydantic for that is a quarter of the time that `show`
takes. Numbers, days and choices still go through Typer's own, and a file that
is there but may not be read.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, get_args, get_origin

from typer import _click as click
from typer import core
from typer._click import parser
from typer._coercion import RuntimeParam

from tracker.i18n import worded


class Empty(click.exceptions.BadParameter):
    """An option whose value is empty: a slip, or a variable of the shell that is not set."""


class Contradiction(click.exceptions.BadOptionUsage):
    """An option that takes one value, given several: none of them is the one that was meant."""


class _AsTyped(RuntimeParam):
    """The value as it was typed, a file as its path; `coerce` has seen to those not given."""

    def _coerce_value(self, value: Any, param: core._TyperParameter, ctx: Any) -> Any:
        if self.annotation is Path:
            return Path(value)
        return list(value) if isinstance(value, tuple) else value


def use_plain() -> None:
    """Let Typer convert only what needs converting."""
    core._TyperParameter.process_value = _process_value
    parser._Option.process = _once


def _once(self: parser._Option, value: Any, state: Any, _process=parser._Option.process) -> None:
    said = {"store": value, "store_const": self.const}
    if self.action in said and state.opts.get(self.dest, said[self.action]) != said[self.action]:
        raise Contradiction(" / ".join((*self.obj.opts, *self.obj.secondary_opts)), "")
    _process(self, value, state)


def _process_value(self: core._TyperParameter, ctx: Any, value: Any, _process=core._TyperParameter.process_value) -> Any:
    kind = self.type_descriptor
    if isinstance(self, core.TyperOption) and _empty(value) and self.metavar not in worded("help.metavar_text"):
        raise Empty("", ctx=ctx, param=self)
    self._runtime_param = None  # what Typer makes, it makes when asked
    if value is None or (kind.parameter_info.parser is None and _plain(kind.annotation, value)):
        self._runtime_param = _AsTyped(kind.parameter_info, kind.annotation)
    return _process(self, ctx, value)


def _empty(value: Any) -> bool:
    """Whether nothing was typed where something is needed. Free text may be empty: that is how a remark is taken back."""
    return any(isinstance(one, str) and not one.strip() for one in (value if isinstance(value, list | tuple) else (value,)))


def _plain(annotation: Any, value: Any) -> bool:
    if get_origin(annotation) is list and isinstance(value, list | tuple):
        return get_args(annotation) == (str,) and all(isinstance(one, str) for one in value)
    if annotation is Path:
        return isinstance(value, str) and (not os.path.exists(value) or os.access(value, os.R_OK))
    return (annotation is str and isinstance(value, str)) or (annotation is bool and isinstance(value, bool))
