"""Commitments out of an article: propose, show, write for review."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.arguments import Json, option
from tracker.i18n import t

app = typer.Typer()


@app.command(help=t("help.extract"), epilog=t("help.extract_example"))
def extract(
    article: Annotated[Path, typer.Argument(metavar=t("help.metavar_file"), help=t("help.extract_article"), show_default=False)],
    output_: Annotated[Path | None, option("--output -o", "extract_output", "file")] = None,
    published: Annotated[str | None, option("--published", "extract_published", "day")] = None,
    key: Annotated[str | None, typer.Option("--key", metavar=t("help.metavar_key"), help=t("help.extract_key"), show_default=False)] = None,
    title: Annotated[str | None, option("--title", "extract_title", "title")] = None,
    publisher: Annotated[str | None, option("--publisher", "extract_publisher")] = None,
    show: Annotated[bool, typer.Option("--show", help=t("help.extract_show"))] = False,
    force: Annotated[bool, typer.Option("--force", help=t("help.force"))] = False,
    json: Json = False,
) -> None:
    import hashlib
    from datetime import date

    from tracker import words
    from tracker.article import newcomers, read
    from tracker.article.reading import is_proposal
    from tracker.cli import output
    from tracker.cli.known import Known
    from tracker.errors import BadInput
    from tracker.reports.files import write

    if key is not None:
        _check_key(key)
    if output_ is not None:
        _check_output(output_, article, force)
    day = words.day(published, date.today()) if published else None
    content = content_of(article)
    raw = read(content)
    if is_proposal(raw):
        raise BadInput("article_is_proposal", file=article)
    known, found = Known.and_proposed(hashlib.sha256(content).hexdigest(), raw, day)
    if json:
        if output_ is None:
            output.as_json(found.as_json())
        else:
            write(output_, output.json_text(found.as_json()).encode())
        return
    if not found.commitments and not show:
        raise BadInput("article_nothing_found", file=article)
    if show:
        from tracker.article import explained, highlighted, legend

        colour = output.coloured()
        output.verbatim(highlighted(raw, found, colour))
        output.out()
        output.verbatim(legend(colour))
        for line in explained(raw, found, colour):
            output.verbatim(line)
    if found.commitments and (output_ is not None or not show):
        from tracker.article import proposal_yaml

        source = known.source(article, key, day, title, publisher)
        source["file"] = _seen_from(output_, article)
        _told_by_the_text(source, raw)
        repeated, remarks, listed = known.repeated(found, source["key"])
        text = proposal_yaml(listed, raw, source=source, same_as=repeated, remarks=remarks, office=known.office(found), guessed=known.guessed)
        if output_ is None:
            output.verbatim(text)
        else:
            write(output_, text.encode())
    tally = {"commitments": len(found.commitments), "context": len(found.context), "left_out": len(found.left_out)}
    unsure = sum(one.confidence == "check" for one in found.commitments)
    output.say(t("extract.found", **tally, check=unsure, deeds=sum(max(one.declared_count or 0, len(one.items), 1) for one in found.commitments)))
    if found.open_dues:
        output.say(t("extract.open_dues", count=found.open_dues, field="due", basis="due_basis", file=article))
    new = newcomers(found, known.guessed)
    if unknown := [each.name for each in new if not each.code]:
        output.say(t("extract.unknown_owners", names="、".join(unknown)))
    if guessed := [f"{each.code} {each.name}" for each in new if each.code]:
        output.say(t("extract.guessed_owners", names="、".join(guessed)))
    if nobody := sum(one.agency_name is None for one in found.commitments):
        output.say(t("extract.no_owners", count=nobody))
    if output_ is not None and found.commitments:
        output.say(t("extract.next", file=output_))


def _told_by_the_text(source: dict, raw: str) -> None:
    """Fill in of a source what nobody gave and its text says itself."""
    from tracker.article import page_of, stated_day, stated_publisher, stated_title, year_of

    page = page_of(raw)
    said_in = dict(page.said_in)
    for field, name, stated in (
        ("title", "title", stated_title),
        ("publisher", "publisher", stated_publisher),
        ("published_on", "day", stated_day),
    ):
        if source[field] is not None:
            continue
        if value := getattr(page, name):
            source[field] = value
            source.setdefault("said_in", {})[field] = said_in[name]
        elif said := stated(raw):
            source[field], source.setdefault("said_at", {})[field] = said
    if source.get("year") is None and (year := year_of(source["title"])):
        source |= {"year": year, "of_title": ("year",)}


def _check_key(key: str) -> None:
    """Refuse a key that the import would refuse."""
    from pydantic_core import PydanticCustomError

    from tracker.errors import UsageError
    from tracker.proposal import values

    try:
        values.key(key)
    except PydanticCustomError:
        raise UsageError("source_key_shape", value=key) from None


def _check_output(output: Path, article: Path, force: bool) -> None:
    """Refuse to overwrite a file unasked, and the article at all."""
    from tracker.errors import UsageError

    if not output.exists():
        return
    if article.exists() and output.samefile(article):
        raise UsageError("output_is_article", file=output)
    if not force:
        raise UsageError("output_exists", file=output)


def _seen_from(proposal: Path | None, article: Path) -> str:
    """The article's path as the proposal's folder sees it, so that the import finds the text beside it."""
    import os

    return os.path.relpath(article, proposal.parent if proposal else Path()).replace(os.sep, "/")


def content_of(article: Path) -> bytes:
    """The bytes of an article. Raises NotFound, BadInput."""
    from tracker.article.reading import LARGEST
    from tracker.errors import UsageError
    from tracker.plaintext import readable

    if str(article) == "-":
        raise UsageError("article_of_input")  # what a deed was announced in must be at hand later
    with readable(article), article.open("rb") as file:
        return file.read(LARGEST + 1)
