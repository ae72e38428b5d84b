"""What a person is to look at after an import: notes, each with what to type, as only a person can tell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tracker import shellwords
from tracker.cli import output, shown
from tracker.deeds.together import spans
from tracker.i18n import t
from tracker.plaintext import visible
from tracker.proposal import Source
from tracker.scripts import content
from tracker.seeding.differing import Differing
from tracker.seeding.misplaced import Misplaced

_SHOWN = 10  # of a kind
_DIFFERENT = 3  # former targets or days
_LONGEST = 30  # characters of a quote


def slipped(found: Sequence[Misplaced]) -> None:
    """Places that hold other words: a title may be worded anew, and a wrong place does no harm but to the quote."""
    for each in found[:_SHOWN]:
        words, name = (content(visible(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")) for text in (each.words, each.name))
        output.say(t("books.misplaced", where=each.where, words=words, name=name, field="place"))
    if len(found) > _SHOWN:
        output.say(t("books.misplaced_more", count=len(found) - _SHOWN))


def twice(pairs, before, file: Path, dry_run: bool) -> None:
    """What may be counted twice, within a file and with what is tracked, and how to link it or to take one away."""
    from tracker.cli.session import typed

    lines = [t(f"books.twice_{each.why}", one=each.one, other=each.other, title=content(each.title or "")) for each in pairs]
    alike = "books.twice_before_link" if dry_run else "books.twice_before"  # what is imported has deeds of its own, and cannot be linked any more
    lines += [t(alike, code=one.code, other=each.code, name=content(visible(each.name)), source=each.source, field="same_as") for one, each in before]
    for line in lines[:_SHOWN]:
        output.say(line)
    if len(lines) > _SHOWN:
        output.say(t("books.twice_more", count=len(lines) - _SHOWN))
    if lines:
        output.say(t("books.twice_in_file", file=file, command=typed()) if dry_run else t("books.twice_in_books"))


def differing(found: Sequence[Differing], source: Source) -> None:
    """Known deeds of which the file says another target or day, which they keep; with the command that changes it, once for all that it fits."""
    alike: dict[tuple, list[Differing]] = {}
    for each in found:
        alike.setdefault((_said(each), _command(each, source.title or source.key)), []).append(each)
    groups = list(alike.items())
    for (said, command), deeds in groups[:_SHOWN]:
        codes = spans(each.deed.code for each in deeds)
        was = list(dict.fromkeys(map(_held, deeds)))
        held = " / ".join(was[:_DIFFERENT] + ["…"] * (len(was) > _DIFFERENT))
        whose = {"codes": t("look.comma").join(codes), "count": len(deeds)} if len(deeds) > 1 else {"code": codes[0]}
        typed = shellwords.join(["deeds", "assign", *codes, *command])
        output.say(t("books.differs_several" if len(deeds) > 1 else "books.differs", **whose, was=held, said=said, command=typed))
        for each in deeds:
            if each.title:
                output.say(t("books.differs_title", code=each.deed.code, command=shellwords.join(["deeds", "name", each.deed.code, each.title])))
    if more := sum(len(deeds) for _, deeds in groups[_SHOWN:]):
        output.say(t("books.differs_more", count=more))


def _held(each: Differing) -> str:
    """What stays of a deed of which the file says otherwise."""
    target, due = each.deed.state.target, each.deed.state.plan.due
    held = [target and shown.target(target.direction, target.target, target.unit, target.wording)] if each.quantity is not None else []
    held += [str(due or t("look.undated"))] if each.due is not None else []
    return t("look.comma").join(filter(None, held)) or t("words.unknown")


def _said(each: Differing) -> str:
    said = [shown.target(each.direction, each.quantity, each.unit, None)] if each.quantity is not None else []
    said += [str(each.due)] if each.due is not None else []
    return t("look.comma").join(said)


def _command(each: Differing, basis: str) -> tuple[str, ...]:
    """What to type behind the code so that a known deed is as the file says, with the text that says so as its basis."""
    words = []
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
    return tuple(words)
