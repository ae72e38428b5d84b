"""Checking: verify, disagreements, evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.arguments import DryRun, Json, Yes, option
from tracker.i18n import t

app = typer.Typer()


@app.command(help=t("help.verify"), epilog=t("help.verify_example"))
def verify(
    codes: Annotated[
        list[str] | None, typer.Argument(metavar=t("help.metavar_codes"), help=t("help.codes"), show_default=False)
    ] = None,
    confirm: Annotated[
        bool | None, typer.Option("--confirm/--reject", help=t("help.verify_confirm"), show_default=False)
    ] = None,
    note: Annotated[str | None, option("--note -n", "verify_note")] = None,
    evidence: Annotated[list[Path] | None, option("--evidence", "with_evidence", "file")] = None,
    sample: Annotated[int | None, option("--sample", "verify_sample", "number", min=1)] = None,
    seed: Annotated[int | None, option("--seed", "verify_seed", "seed")] = None,
    unfinished: Annotated[bool, typer.Option("--unfinished", help=t("help.verify_unfinished"))] = False,
    known_at: Annotated[str | None, typer.Option("--known-at", metavar=t("reports.metavar_position"), help=t("help.verify_known_at"), show_default=False)] = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    from tracker import deeds, journal
    from tracker import evidence as files
    from tracker.cli import output, selection
    from tracker.deeds import together, verifying
    from tracker.errors import UsageError
    from tracker.reminder_text import spans

    if sample is not None:
        if confirm is not None:
            raise UsageError("sample_or_verify", size=sample)
        _sample(codes or (), sample, seed, unfinished, known_at, json)
        return
    if seed is not None or known_at is not None:
        raise UsageError("sample_missing")
    if not codes:
        raise UsageError("verify_which")
    if confirm is None:
        raise UsageError("verify_how", words=" ".join(codes))

    left_out: list[str] = []

    def run(b) -> list:
        kept = files.take(b.connection, evidence or ())
        found = deeds.select_deeds(b.connection, codes)
        if confirm:
            reasons = ("unfinished", "unchecked", "sent_back")
            found, left_out[:] = selection.worthwhile(found, codes, lambda deed: verifying.nothing_to_check(deed, unfinished), reasons, "nothing_to_check_of")
        return together.each(found, lambda deed: verifying.verify(b, deed.code, confirm, words=note, evidence=kept))

    def notes(written) -> list[str]:
        typed = verifying.typed_here(written)
        open_ = [made.entry.deed for made in written if made.entries and made.after.found == journal.PROCEEDING]
        return [
            *left_out,
            *([t("plan.not_closed_out", code=t("look.comma").join(spans(open_)))] if open_ else []),
            *([t("plan.typed_here", code=t("look.comma").join(spans(typed)))] if typed else []),
        ]

    _, written = selection.carried_out(run, yes, dry_run, json, notes, single=True)
    closed = [made.entry.deed for made in written if made.entries and made.after.closed_out]
    if closed and not json:
        output.say(t("plan.closed_out", code=t("look.comma").join(spans(closed))))


def _sample(codes, size: int, seed: int | None, unfinished: bool, known_at: str | None, json: bool) -> None:
    """What to check, drawn from the deeds meant by `codes`, or from all; and the command that draws the same again."""
    from secrets import randbelow

    from tracker import deeds, shellwords, views
    from tracker.cli import listing, output
    from tracker.cli.session import books
    from tracker.deeds.sampling import sample
    from tracker.reports.reading import position

    seed = randbelow(10_000) if seed is None else seed
    with books() as b:
        among = {deed.code for deed in deeds.select_deeds(b.connection, codes)} if codes else None
        at = position(b.connection, known_at, b.now.at)
        drawn = sample(b, size, seed, among, unfinished, known_at and at)
        rows = views.deeds(b.connection, b.now.today, views.Filter(codes=drawn.codes))[0] if drawn.codes else []
    if json:
        told = {"population": drawn.population, "drawn": list(drawn.codes), "size": size, "seed": seed, "unfinished": unfinished, "known_at": at}
        output.as_json({"sample": told, "deeds": [row.as_json() for row in rows]})
        return
    if rows:
        listing.show(listing.Told(b.agencies).cells(rows, listing.SHOWN), listing.SHOWN)
    same = ["--seed", str(seed), *["--unfinished"] * unfinished, "--known-at", str(at)] if rows else ["--unfinished"]
    again = shellwords.join(["deeds", "verify", *codes, "--sample", str(size), *same])
    key = ("sampled" if rows else "nothing_to_sample") + ("_any" if unfinished else "")
    output.say(t(f"plan.{key}", count=len(drawn.codes), population=drawn.population, again=again))


@app.command(help=t("help.disagreements"), epilog=t("help.example", words="disagreements -a JYT"))
def disagreements(
    agency: Annotated[str | None, option("--agency -a", "list_agency", "agency")] = None,
    json: Json = False,
) -> None:
    from sqlalchemy import select

    from tracker import directory, journal
    from tracker.cli import output, shown
    from tracker.cli.session import books
    from tracker.deeds import verifying
    from tracker.deeds.lookup import many
    from tracker.models import current

    with books() as b:
        query = select(current.c.deed_id).where(current.c.progress_number.is_not(None))
        if agency:
            query = query.where(current.c.lead == directory.find(b.agencies, agency).code)
        found = verifying.disagreements(many(b.connection, b.connection.scalars(query)), b.now.today)
    if json:
        output.as_json({"disagreements": [each.as_json() for each in found]})
        return
    if not found:
        output.out(t("plan.no_disagreements"))
        return
    short = shown.shorter(b.agencies)
    rows = [
        (each.code, shown.title(each.title), short(each.agency),
         f"{shown.status(each.reported)} {shown.percent(each.progress)}", output.light(each.light),
         t(f"words.verdict_{journal.found(each.verdict, each.reported)}") if each.verdict else "–", t(f"plan.differs_{each.about}", due=each.due_on, expected=each.expected_on, counted=each.counted, status=shown.status(each.reported)))
        for each in found
    ]  # fmt: skip
    output.table([t(f"look.column_{n}") for n in ("code", "title", "lead", "status", "light", "found", "what")], rows)


@app.command(help=t("help.evidence"), epilog=t("help.evidence_example"))
def evidence(
    code: Annotated[
        str | None, typer.Argument(metavar=t("help.metavar_code"), help=t("help.code"), show_default=False)
    ] = None,
    extract: Annotated[
        str | None, typer.Option("--extract", metavar="SHA256", help=t("help.evidence_extract"), show_default=False)
    ] = None,
    output_: Annotated[Path | None, option("--output -o", "evidence_output", "file")] = None,
    force: Annotated[bool, typer.Option("--force", help=t("help.evidence_force"))] = False,
    json: Json = False,
) -> None:
    from tracker import deeds, journal
    from tracker import evidence as files
    from tracker.cli import output
    from tracker.cli.session import books
    from tracker.errors import UsageError
    from tracker.reports.files import write

    if (code is None) == (extract is None):
        raise UsageError("evidence_which")
    with books() as b:
        if extract:
            content = files.give(b.connection, extract)
            output_ = output_ or Path(Path(files.name_of(b.connection, extract) or extract).name)
        else:
            deed = deeds.find(b.connection, code)
    if extract:
        if output_.exists() and not force:
            raise UsageError("output_exists", file=output_)
        write(output_, content)
        output.out(str(output_))
        return
    gone = {entry.about: entry.number for entry in deed.entries if entry.kind == journal.RETRACTION}
    kept = [
        (entry.number, entry.effective_on, sha256, name) for entry in deed.entries for sha256, name in entry.evidence
    ]
    if json:
        output.as_json(
            {
                "code": deed.code,
                "evidence": [{"entry": n, "on": on, "sha256": s, "name": name, "retracted_by": gone.get(n)} for n, on, s, name in kept],
            }
        )
        return
    if not kept:
        output.out(t("plan.no_evidence", code=deed.code))
        return
    output.table(
        [t("look.column_number"), t("look.column_day"), "SHA-256", t("look.column_title")],
        [(f"#{n}", on, s[:16], t("look.retracted", what=name, number=gone[n]) if n in gone else name) for n, on, s, name in kept],
        styles=["struck" if n in gone else None for n, *_ in kept],
    )
