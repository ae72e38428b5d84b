"""Commitments out of an article: propose, show, write for review."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.work import Json, option
from tracker.i18n import t

app = typer.Typer()


@app.command(help=t("help.extract"), epilog=t("help.extract_example"))
def extract(
    article: Annotated[Path, typer.Argument(metavar=t("help.metavar_file"), help=t("help.extract_article"), show_default=False)],
    output_: Annotated[Path | None, option("--output -o", "extract_output", "file")] = None,
    published: Annotated[str | None, option("--published", "extract_published", "day")] = None,
    key: Annotated[str | None, typer.Option("--key", metavar="KEY", help=t("help.extract_key"), show_default=False)] = None,
    title: Annotated[str | None, option("--title", "extract_title", "title")] = None,
    publisher: Annotated[str | None, option("--publisher", "extract_publisher")] = None,
    show: Annotated[bool, typer.Option("--show", help=t("help.extract_show"))] = False,
    force: Annotated[bool, typer.Option("--force", help=t("help.force"))] = False,
    json: Json = False,
) -> None:
    from datetime import date

    from tracker import words
    from tracker.article import explained, highlighted, proposal_yaml, read, unknown_owners
    from tracker.article import extract as propose
    from tracker.cli import output
    from tracker.errors import BadInput, UsageError

    if key is not None:
        _check_key(key)
    day = words.day(published, date.today()) if published else None
    content = content_of(article)
    raw = read(content)
    known = _Known.now()
    found = propose(raw, known.agencies, day)
    if json:
        output.as_json(found.as_json())
        return
    if not found.commitments and not show:
        raise BadInput("article_nothing_found", file=article)
    if output_ is not None and output_.exists() and not force:
        raise UsageError("output_exists", file=output_)
    if show:
        output.verbatim(highlighted(raw, found, output.coloured()))
        output.out()
        output.out(t("extract.legend"))
        for line in explained(raw, found):
            output.out(line)
    if found.commitments and (output_ is not None or not show):
        source = known.source(content, article, key, day, title, publisher)
        source["file"] = _seen_from(output_, article)
        text = proposal_yaml(found, raw, source=source, same_as=known.repeated(found, source["key"]))
        if output_ is None:
            output.verbatim(text)
        else:
            from tracker.reports.files import write

            write(output_, text.encode())
    tally = {"commitments": len(found.commitments), "context": len(found.context), "left_out": len(found.left_out)}
    unsure = sum(one.confidence == "check" for one in found.commitments)
    output.say(t("extract.found", **tally, check=unsure, deeds=sum(max(one.declared_count or 0, len(one.items), 1) for one in found.commitments)))
    if unknown := unknown_owners(found):
        output.say(t("extract.unknown_owners", names="、".join(unknown)))
    if nobody := sum(one.agency_name is None for one in found.commitments):
        output.say(t("extract.no_owners", count=nobody))
    if output_ is not None and found.commitments:
        output.say(t("extract.next", file=output_))


def _check_key(key: str) -> None:
    """Refuse a key that the import would refuse."""
    from pydantic_core import PydanticCustomError

    from tracker.errors import UsageError
    from tracker.proposal import values

    try:
        values.key(key)
    except PydanticCustomError:
        raise UsageError("source_key_shape", value=key) from None


def _seen_from(proposal: Path | None, article: Path) -> str:
    """The article's path as the proposal's folder sees it, so that the import finds the text beside it."""
    import os

    return os.path.relpath(article, proposal.parent if proposal else Path()).replace(os.sep, "/")


def content_of(article: Path) -> bytes:
    """The bytes of an article. Raises NotFound, BadInput."""
    from tracker.article.reading import LARGEST
    from tracker.errors import BadInput, NotFound

    try:
        with article.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise NotFound("file_missing", file=article) from None
    except OSError as error:
        raise BadInput("file_unreadable", file=article, why=error.strerror) from None


class _Known:
    """What the database, if there is one, already holds: agencies, sources, commitments; else the shipped directory."""

    def __init__(self, agencies, sources, commitments):
        self.agencies, self.sources, self.commitments = agencies, sources, commitments

    @classmethod
    def now(cls) -> _Known:
        from tracker import proposal, resources
        from tracker.cli.session import books
        from tracker.errors import DatabaseError
        from tracker.seeding.repeats import tracked
        from tracker.sources import register

        try:
            with books() as b:
                if b.agencies:
                    return cls(list(b.agencies.values()), register(b.connection), tracked(b.connection))
        except DatabaseError:
            pass  # extracting needs no database
        return cls(proposal.load(resources.folder("seeds") / "agencies.yaml").agencies, [], [])

    def source(self, content: bytes, article: Path, key, day, title, publisher) -> dict:
        """What the proposal says of its source; a text that is known keeps its key."""
        import hashlib
        import re

        digest = hashlib.sha256(content).hexdigest()
        same = next((each for each in self.sources if each.sha256 == digest), None)
        if key is None:
            stem = re.sub(r"[^a-z0-9]+", "-", article.stem.lower()).strip("-")
            key = same.key if same else stem or f"source-{digest[:8]}"
        return {"key": key, "title": title, "publisher": publisher, "published_on": day, "sha256": digest}

    def repeated(self, found, source: str) -> dict:
        from tracker.seeding.repeats import repeats

        return repeats(found.commitments, [each for each in self.commitments if each.source != source])
