"""Making and filling the books: init, import."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.arguments import DryRun, Json
from tracker.i18n import t
from tracker.scripts import content

app = typer.Typer()

TrackedFrom = Annotated[
    str | None,
    typer.Option("--tracked-from", metavar=t("help.metavar_day"), help=t("help.tracked_from"), show_default=False),
]


@app.command(help=t("help.init"), epilog=t("help.init_example"))
def init(
    empty: Annotated[bool, typer.Option("--empty", help=t("help.init_empty"))] = False,
    simulated: Annotated[bool, typer.Option("--simulated", help=t("help.init_simulated"))] = False,
    zone: Annotated[
        str | None, typer.Option("--zone", metavar=t("help.metavar_zone"), help=t("help.init_zone"), show_default=False)
    ] = None,
    tracked_from: TrackedFrom = None,
) -> None:
    from tracker import database, settings
    from tracker.cli import output
    from tracker.errors import UsageError

    if empty and tracked_from:
        raise UsageError("tracked_from_empty", day=tracked_from, empty="--empty --simulated" if simulated else "--empty")
    known = settings.load()
    engine = database.open_engine(known.database_url)
    database.create(engine, simulated, zone or database.DEFAULT_ZONE)
    engine.dispose()
    output.say(t("books.created", where=database.where(engine)))
    if empty:
        output.say(t("books.next_extract"))
        output.say(t("books.next_office"))
        return
    from tracker.resources import folder

    for name in ("agencies.yaml", "jiangsu-2021.yaml"):
        _import(folder("seeds") / name, tracked_from, dry_run=False, quiet=True)
    output.say(t("books.next_list"))


@app.command("import", help=t("help.import"), epilog=t("help.import_example"))
def import_(
    file: Annotated[
        Path, typer.Argument(metavar=t("help.metavar_file"), help=t("help.import_file"), show_default=False)
    ],
    tracked_from: TrackedFrom = None,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    from tracker.cli.session import typed
    from tracker.errors import BadInput

    try:
        _import(file, tracked_from, dry_run, json=json)
    except BadInput as refusal:
        refusal.values["again"] = typed()  # a trial leads to the same trial
        raise


def _import(file: Path, tracked_from: str | None, dry_run: bool, quiet: bool = False, json: bool = False) -> None:
    from tracker import access, directory, proposal, resources, seeding, sources, words
    from tracker.cli import doubts, output
    from tracker.cli.session import books, typed
    from tracker.errors import BadInput
    from tracker.seeding.repeats import tracked

    agencies = resources.folder("seeds") / "agencies.yaml"
    shipped = proposal.load(agencies) if file.resolve() != agencies.resolve() else None
    try:
        loaded = proposal.load(file)
    except BadInput:
        loaded = _with_the_directory(file, shipped)
        if loaded is None:
            raise
    text = sources.beside(loaded.source, file.parent)
    with books(write=not dry_run, door="import", what="importing") as b:
        if not dry_run:
            access.require_role(b.actor, "import")
        raw = _announcing(b.connection, loaded.source, text)
        plan = seeding.compare(b.connection, loaded, shipped, None if raw is None else len(raw))
        before = seeding.told_before(plan, tracked(b.connection))
        since = words.day(tracked_from, b.now.today) if tracked_from else seeding.default_day(loaded, b.now.today)
        added, kept = 0, False
        office = directory.coordinator(b.agencies) or any(row["coordinates"] for row in plan.agencies)
        if not dry_run:
            added = seeding.store(b, plan, since, f"{file.name} sha256:{loaded.sha256}")
            kept = text is not None and sources.is_new(b.connection, text)
            if kept:
                sources.keep(b.connection, text, "text/plain")
    differing = list(seeding.differing(plan))
    slipped = [] if raw is None else seeding.misplaced(loaded, raw)
    if json:
        output.as_json(
            {
                "changes": [
                    {
                        "action": c.action,
                        "what": c.what,
                        "key": c.key,
                        "code": c.code,
                        "label": c.label,
                        "same_as": c.same_as and c.same_as[0],
                        "details": [{"field": name, "before": old, "after": new} for name, old, new in c.details],
                    }
                    for c in plan.changes
                ],
                "told_twice": [{"why": each.why, "codes": [each.one, each.other], "title": each.title} for each in seeding.told_twice(plan)],
                "told_before": [{"code": one.code, "same_as": each.code} for one, each in before],
                "misplaced": [{"where": each.where, "name": each.name, "words": each.words} for each in slipped],
                "differing": [{"code": each.deed.code, "target": each.quantity and str(each.quantity), "unit": each.unit, "due_on": each.due} for each in differing],
                "deeds_added": added,
                "dry_run": dry_run,
            }
        )
        return
    if not quiet:  # only now: whoever stops reading (| head) must not undo what was imported
        _preview(plan, b.agencies)
    totals = {name: plan.count(name) for name in ("add", "change", "unchanged", "missing", "kept")}
    output.say(t("books.import_dry" if dry_run else "books.imported", file=file.name, deeds=added, **totals))
    if loaded.source is not None and not loaded.commitments:
        output.say(t("books.no_commitments", file=file.name, field="commitments"))
    if linked := plan.count(seeding.LINK):
        output.say(t("books.linked", count=linked))
    if early := plan.due_before(since):
        output.say(t("books.due_before_tracking", since=since, codes=t("look.comma").join(early)))
    doubts.slipped(slipped)
    doubts.differing(differing, loaded.source)
    doubts.twice(seeding.told_twice(plan), before, file, dry_run)
    if undated := _without_a_day(loaded):
        output.say(t("books.open_dues", count=undated, field="due", basis="due_basis", command=typed()))
    if kept:
        output.say(t("books.text_kept", file=loaded.source.file))
    elif text is None and loaded.source is not None and loaded.source.file:
        output.say(t("books.text_not_kept", file=loaded.source.file))
    if not office:
        output.say(t("people.no_office"))
    elif not quiet:
        output.say(t("books.next_import", command=typed("--dry-run")) if dry_run else t("books.next_work"))


def _without_a_day(loaded) -> int:
    """How many promises of a file have words for their deadline (8月底前) and no day."""
    parts = (part for one in loaded.commitments for part in (one.items or (one,)))
    return sum(part.due is None and bool(part.due_basis) for part in parts)


def _with_the_directory(file: Path, shipped):
    """The file read again by who knows the agencies' names; None without books to ask. Raises BadInput with unknown codes, too."""
    from functools import partial

    from tracker import proposal
    from tracker.cli.session import books
    from tracker.errors import DatabaseError
    from tracker.seeding import links

    try:
        with books() as b:
            names = {code: [each.name, *each.names] for code, each in b.agencies.items()}
            taken = {name for each in names.values() for name in each}
            for each in shipped.agencies if shipped else ():
                if each.code not in names and taken.isdisjoint(each.names):
                    names[each.code] = [each.name, *each.names]
            return proposal.load(file, known=proposal.Known(names, partial(links.holders, b.connection)))
    except DatabaseError:
        return None


def _announcing(connection, source, beside: bytes | None) -> str | None:
    """The announcing text, as places are counted in it: that beside the file, else that which is kept already."""
    from tracker import sources
    from tracker.article import read

    if beside is not None:
        return read(beside)
    return None if source is None else sources.text_of(connection, source.sha256)


def _preview(plan, agencies: dict) -> None:
    """One line for every part that is not as it was; unchanged ones are only counted."""
    from tracker import seeding
    from tracker.cli import output, shown
    from tracker.deeds import together

    marks = {seeding.ADD: "+", seeding.LINK: "&", seeding.CHANGE: "~", seeding.MISSING: "?", seeding.KEPT: "="}
    unnamed: dict[tuple, list[str]] = {}
    names = {row["agency"]: row["name"] for row in plan.agencies} | {code: shown.agency(agencies, code) for code in agencies}
    for change in plan.changes:
        if change.action == seeding.UNCHANGED:
            continue
        other, title = change.same_as or (None, None)
        if change.what == "item" and change.action in (seeding.ADD, seeding.LINK) and not change.label:
            unnamed.setdefault((change.action, change.details), []).append(other or "")
            continue
        code, label = change.code or change.key, content(change.label or "")
        if other:
            code = change.key if code == other else code  # an item linked to a deed has no code of its own
            label = f"{label} → {other}  {shown.title(title)}"
        output.out(f"{marks[change.action]} {t('books.' + change.action)} {t('books.what_' + change.what)} {code}  {label}")
        _details(change.details, names)
    for (action, details), codes in unnamed.items():
        output.out(t(f"books.unnamed_{action}", count=len(codes), codes=t("look.comma").join(together.spans(codes))))
        _details(details, names)


def _details(details, names: dict[str, str]) -> None:
    from tracker.cli import output

    for name, old, new in details:
        was, is_ = (_value(value, names if name in ("agency", "joint") else {}) for value in (old, new))
        output.out(t("books.detail", name=t(f"books.field_{name}"), old=was, new=is_))


def _value(value, names: dict[str, str]) -> str:
    """A value of a file on the screen; a code of `names` by its name."""
    if isinstance(value, list):
        return t("look.comma").join(_value(each, names) for each in value) or "–"
    if isinstance(value, bool):
        return t("words.yes" if value else "words.no")
    return "–" if value in (None, "") else content(names.get(value, str(value)))
