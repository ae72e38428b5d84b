"""One run of `deeds`: language in, command found, errors turned into a line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

import typer
from typer import _click as click

from tracker import i18n, settings, shellwords
from tracker.cli import output, usage, values
from tracker.cli.commands import DeedsGroup
from tracker.errors import DeedsError, OutputError
from tracker.i18n import t


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code: 0, the code of an error, 130 for Ctrl-C."""
    try:
        i18n.use(_language())
        usage.translate()
        values.use_plain()
        # Not by the command's own `main`, which ends a broken pipe and Ctrl-C as it likes.
        with _command().make_context("deeds", list(arguments), obj=tuple(arguments)) as context:
            return context.command.invoke(context) or 0
    except typer.Exit as done:
        return done.exit_code
    except DeedsError as error:
        output.error(error, _page(arguments), partial(_whole, arguments))
        if os.environ.get("DEEDS_DEBUG") and (cause := error.__cause__):
            output.say(str(getattr(cause, "orig", cause)).strip())  # what a driver said
        return error.exit_code
    except (click.exceptions.NoArgsIsHelpError, click.exceptions.UsageError) as error:
        _usage(error, _page(arguments))
        return error.exit_code
    except (KeyboardInterrupt, EOFError, typer.Abort):
        output.say(t("cli.interrupted"))
        return 130
    except BrokenPipeError:
        raise
    except OSError as error:
        output.error(OutputError("os", what=error.strerror or error, file=error.filename or "–"))
        return OutputError.exit_code
    except Exception as error:
        if os.environ.get("DEEDS_DEBUG"):
            raise
        output.say(t("cli.error", what=t("errors.unexpected", what=f"{type(error).__name__}: {error}".splitlines()[0])))
        return 70


def _language() -> str:
    if i18n.normalise(asked := os.environ.get("DEEDS_LANG")):
        return i18n.from_environment()
    if asked:
        output.say(t("errors.language_unknown", word=asked, choices=" / ".join(i18n.LANGUAGES)))
    try:
        return i18n.normalise(settings.load().lang) or i18n.from_environment()
    except DeedsError:
        return i18n.from_environment()  # the command itself will say what is wrong with the file


def _command() -> click.Command:
    app = typer.Typer(
        cls=DeedsGroup,
        add_completion=False,
        rich_markup_mode=None,
        no_args_is_help=True,
        help=t("help.deeds"),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )

    @app.callback()
    def deeds(
        version: bool = typer.Option(False, "--version", help=t("help.version"), is_eager=True, callback=_version),
    ) -> None:
        pass

    return typer.main.get_command(app)


def _version(asked: bool) -> None:
    if asked:
        from tracker import __version__

        output.out(f"deeds {__version__}")
        raise typer.Exit()


def _page(arguments: list[str]) -> str:
    """The help page of the command as typed: the next step of an error that names none."""
    return " ".join(["deeds", *_names(arguments), "--help"])


def _names(arguments: list[str]) -> list[str]:
    """The words of the command as typed, without options and arguments."""
    from tracker.cli.grammar import GRAMMAR

    names = [word for word in arguments[:2] if not word.startswith("-")]
    while names and " ".join(names) not in GRAMMAR:
        names.pop()
    return names


def _whole(arguments: list[str], said: str, wrong: object = None) -> str:
    """What an error says, with the whole command as typed behind its arrow, where only options stand there, or what is right for a `wrong` word."""
    what, arrow, then = said.rpartition("→ ")
    if not arrow or then.startswith("deeds ") or any("\n" in word for word in arguments):
        return said
    if then.startswith("-"):
        return f"{what}{arrow}{shellwords.join(['deeds', *_without(arguments, then.split())])} {then}"
    if wrong in arguments:
        return f"{what}{arrow}{shellwords.join(['deeds', *(then if word == wrong else word for word in arguments)])}"
    return said


def _without(arguments: list[str], options: list[str]) -> Iterator[str]:
    """The words as typed but for these options, by either of their names, and their values."""
    from tracker.cli.grammar import GRAMMAR

    known = list(GRAMMAR.get(" ".join(_names(arguments)), ({}, []))[0].items())
    twins = [(long, short) for (long, of), (short, too) in pairwise(known) if of == too and not short.startswith("--")]
    gone = {name for option in options for pair in [*twins, (option,)] if option in pair for name in pair}
    takes = {name for name, value in known if value and name in gone}
    words = iter(arguments)
    for word in words:
        if word in takes:
            next(words, None)
        elif word not in gone and not any(word.startswith(f"{name}=" if name.startswith("--") else name) for name in takes):
            yield word


def _usage(error: click.exceptions.UsageError, page: str) -> None:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show(sys.stderr)
        return
    if error.ctx:
        page = f"{error.ctx.command_path} --help"
    output.say(t("cli.usage_error", what=usage.said(error), page=page))
