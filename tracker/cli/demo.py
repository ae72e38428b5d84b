"""Play the whole with sample data: a simulated half year, its screens, and the leader's brief."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.arguments import check_folder, option
from tracker.i18n import t

app = typer.Typer()


@app.command(help=t("help.demo"), epilog=t("help.demo_example"))
def demo(
    output_: Annotated[
        Path, typer.Option("--output", "-o", metavar=t("help.metavar_folder"), help=t("help.demo_output"))
    ] = Path("demo"),
    article: Annotated[Path | None, option("--article", "demo_article", "file")] = None,
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar=t("help.metavar_language"), help=t("help.demo_lang"), show_default=False),
    ] = None,
) -> None:
    import os
    from datetime import timedelta

    from tracker import database, i18n, proposal, resources, sources
    from tracker.cli import output
    from tracker.cli.run import run
    from tracker.errors import OutputError
    from tracker.simulation import Simulation

    seeds = resources.folder("seeds")
    directory = proposal.load(seeds / "agencies.yaml")
    # Before anything is made: an article that cannot be used leaves nothing behind.
    if article:
        directory, commitments = _extracted(article, directory, seeds)
    else:
        commitments = proposal.load(seeds / "jiangsu-2021.yaml")
    check_folder(output_)
    path = output_ / "deeds.db"
    if output_.exists() and any(output_.iterdir()) and not _played(path):
        raise OutputError("demo_folder_used", folder=output_)
    output_.mkdir(parents=True, exist_ok=True)
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    url = f"sqlite:///{path}"
    os.environ |= {"DEEDS_DATABASE_URL": url, "DEEDS_LANG": i18n.language()}
    for name in ("DEEDS_AGENCY", "DEEDS_PERSON", "DEEDS_TODAY"):
        os.environ.pop(name, None)
    engine = database.open_engine(url)
    database.create(engine, simulated=True)
    with output.progress(t("demo.playing")) as tell, database.writing(engine) as connection:
        today = database.now(connection).today
        start = today - timedelta(days=182)
        play = Simulation(connection, today, tell)
        play.take_in((directory, commitments), start)
        if article:
            sources.attach(connection, article)
        play.run(start)
    engine.dispose()
    run(["status"])
    brief = ["report", "brief", "-o", str(output_ / t("demo.brief_name", day=today))]
    raise typer.Exit(run([*brief, "--lang", lang] if lang else brief))


def _extracted(article: Path, directory, seeds: Path):
    """The directory with every owner that an article names, and its commitments as they were extracted. Raises NotFound, BadInput."""
    import hashlib
    from dataclasses import replace

    from tracker import proposal
    from tracker.article import extract, likely_office, newcomers, proposal_yaml, read
    from tracker.cli import output
    from tracker.cli.extract import content_of
    from tracker.cli.known import is_shipped
    from tracker.errors import BadInput

    content = content_of(article)
    digest = hashlib.sha256(content).hexdigest()
    raw = read(content)
    found = extract(raw, directory.agencies)
    if not found.commitments:
        raise BadInput("article_nothing_found", file=article)
    own = is_shipped(digest, seeds)
    new = newcomers(found, () if own else {agency.code for agency in directory.agencies})
    added = [
        proposal.Agency(code=each.code or f"X{number}", name=each.name, full_name=each.name, aliases=list(each.aliases))
        for number, each in enumerate(new, 1)
    ]
    if own:
        directory = directory.model_copy(update={"agencies": (*directory.agencies, *added)})
    else:  # the text need not be of the shipped directory's province
        name = likely_office(found)
        if name is None or any(name in (each.name, *each.aliases) for each in new):
            name = t("demo.office")
        coordinating = proposal.Agency(code="X0", name=name, full_name=name, coordinates=True)
        directory = directory.model_copy(update={"agencies": (coordinating, *added)})
    codes = {name: each.code for each in added for name in (each.name, *each.aliases)}
    office = next(each.code for each in directory.agencies if each.coordinates)
    owned = [_with_code(one, codes, office) for one in found.commitments]
    nobodys = sum(one.agency is None for one in owned)
    if added:
        output.say(t("demo.added", count=len(added), names="、".join(one.name for one in added)))
    if nobodys:  # somebody has to report them in what is played
        nobody = proposal.Agency(code=f"X{len(added) + 1}", name=t("demo.nobody"), full_name=t("demo.nobody"))
        directory = directory.model_copy(update={"agencies": (*directory.agencies, nobody)})
        owned = [one if one.agency else replace(one, agency=nobody.code) for one in owned]
        output.say(t("demo.nobodys", count=nobodys, name=nobody.name))
    source = {"sha256": digest}
    return directory, proposal.loads(proposal_yaml(replace(found, commitments=tuple(owned)), raw, source), article.name)


def _with_code(one, codes: dict[str, str], office: str):
    """A commitment as it would have been extracted, had its owners been known by these names.

    A list of which every item has an owner is nobody's own: whoever put it together announced it, here the `office`.
    """
    from dataclasses import replace

    items = tuple(replace(item, agency=item.agency or codes.get(item.lead_agency or "")) for item in one.items)
    shared = office if one.agency_name is None and items and all(item.agency for item in items) else None
    return replace(one, agency=one.agency or codes.get(one.agency_name or "") or shared, items=items)


def _played(path: Path) -> bool:
    """Whether a demonstration was played there before: it may be played again."""
    from tracker import database
    from tracker.errors import DatabaseError

    if not path.exists():
        return False
    engine = database.open_engine(f"sqlite:///{path}")
    try:
        with database.reading(engine) as connection:
            return "simulated" in database.marks(connection)
    except DatabaseError:
        return False
    finally:
        engine.dispose()
