"""What a person is to look at after an import: notes, each with what to type, as only a person can tell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tracker import shellwords
from tracker.cli import output, shown
from tracker.i18n import t
from tracker.plaintext import visible
from tracker.proposal import Source
from tracker.scripts import content
from tracker.seeding.differing import Differing
from tracker.seeding.misplaced import Misplaced

_SHOWN = 10  # of a kind
_LONGEST = 30  # characters of a quote


def slipped(found: Sequence[Misplaced]) -> None:
    """Places that hold other words: a title may be worded anew, and a wrong place does no harm but to the quote."""
    for each in found[:_SHOWN]:
        words, name = (content(visible(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")) for text in (each.words, each.name))
        output.say(t("books.misplaced", where=each.where, words=words, name=name, field="place"))
    if len(found) > _SHOWN:
        output.say(t("books.misplaced_more", count=len(found) - _SHOWN))


def twice(pairs, file: Path, dry_run: bool) -> None:
    """What may be one deed counted twice, and how to take one away."""
    from tracker.cli.session import typed

    for each in pairs[:_SHOWN]:
        output.say(t(f"books.twice_{each.why}", one=each.one, other=each.other, title=content(each.title or "")))
    if len(pairs) > _SHOWN:
        output.say(t("books.twice_more", count=len(pairs) - _SHOWN))
    if pairs:
        output.say(t("books.twice_in_file", file=file, command=typed()) if dry_run else t("books.twice_in_books"))


def differing(found: Sequence[Differing], source: Source) -> None:
    """Known deeds of which the file says another target or day, which they keep; with the command that changes it."""
    for each in found[:_SHOWN]:
        state = each.deed.state
        target, holds, says = state.target, [], []
        if each.quantity is not None:
            holds.append(target and shown.target(target.direction, target.target, target.unit, target.wording))
            says.append(shown.target(each.direction, each.quantity, each.unit, None))
        if each.due is not None:
            holds.append(str(state.plan.due or t("look.undated")))
            says.append(str(each.due))
        was, said = (t("look.comma").join(filter(None, parts)) for parts in (holds, says))
        output.say(t("books.differs", code=each.deed.code, was=was or t("words.unknown"), said=said, command=_command(each, source.title or source.key)))
        if each.title:
            output.say(t("books.differs_title", code=each.deed.code, command=shellwords.join(["deeds", "name", each.deed.code, each.title])))
    if len(found) > _SHOWN:
        output.say(t("books.differs_more", count=len(found) - _SHOWN))


def _command(each: Differing, basis: str) -> str:
    """What to type so that a known deed is as the file says, with the text that says so as its basis."""
    words = ["deeds", "assign", each.deed.code]
    if each.quantity is not None:
        last = each.deed.state.target
        sign = "" if each.direction == (last.direction if last else ">=") else each.direction
        words += ["--target", f"{sign}{each.quantity:f}{each.unit or ''}"]
    if each.due is not None:
        words += ["--due", str(each.due), "--basis", basis]
    if each.quantity is not None or each.fixed:
        words += ["--reason", basis]
    if each.fixed:
        words += ["--approval", t("help.metavar_document")]
    return shellwords.join(words)
