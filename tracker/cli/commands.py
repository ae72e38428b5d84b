"""The commands of the table in `panels`.

A command's module is imported when the command is called, so that help and
every single command start without the rest.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

import typer
from typer import _click as click
from typer.core import TyperGroup

from tracker.cli.panels import MODULES, PANELS
from tracker.i18n import t


@cache
def _loaded(module: str) -> click.Command:
    app = import_module(f"tracker.cli.{module}").app
    app.rich_markup_mode = None  # rich takes half the start-up time of a help page
    return typer.main.get_group(app)


def load(name: str) -> click.Command | None:
    """The command of that name, its module imported now."""
    if name not in MODULES:
        return None
    group = _loaded(MODULES[name])
    return group.commands.get(name, group)


class Group(TyperGroup):
    """A command of several: each has one line of its own here, where the library would cut its help in mid-sentence."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(t("click.Commands")):
            formatter.write_dl([(name, t(f"help.{self.name}_{name}_short")) for name in self.list_commands(ctx)])


class DeedsGroup(TyperGroup):
    """The root: commands by panel, each imported only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return load(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for panel, commands in PANELS.items():
            if commands:
                with formatter.section(t(f"help.panel_{panel}")):
                    formatter.write_dl([(name, t(f"help.{name}_short")) for name in commands])
