"""Whose deeds a list is of: the agencies that were named, else a clerk's own (as in the inbox), else all; and how many it shows."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from tracker.i18n import t

Agencies = Annotated[
    list[str] | None, typer.Option("--agency", "-a", metavar=t("help.metavar_agency"), help=t("help.scope_agency"), show_default=False)
]
Everybody = Annotated[bool, typer.Option("--all-agencies", help=t("help.scope_all"))]

FIRST = 50
All = Annotated[bool, typer.Option("--all", help=t("help.list_all", first=FIRST))]


def scope(books: Any, named: list[str] | None, everybody: bool, narrow: bool = True) -> tuple[str, ...]:
    """The codes of the agencies to list; none means all. Without `narrow` a clerk, too, is shown all.

    Raises NotFound, and UsageError where both some and all are asked for.
    """
    from tracker import access, directory
    from tracker.errors import UsageError

    if named and everybody:
        raise UsageError("scope_twice")
    if named:
        return tuple(dict.fromkeys(directory.find(books.agencies, word).code for word in named))
    own = narrow and not everybody and books.actor.role == access.CLERK and books.actor.agency
    return (own,) if own else ()


def tell(books: Any, codes: tuple[str, ...], named: list[str] | None) -> None:
    """Say that a list is of the asker's own agency, where nobody asked for that."""
    from tracker.cli import output, shown

    if codes and not named:
        output.say(t("look.own_only", agency=shown.agency(books.agencies, codes[0])))


def rest(listed: int, total: int) -> None:
    """Say that a list is not the whole one."""
    from tracker.cli import output

    if listed < total:
        output.say(t("look.listed_first", shown=listed, total=total))
