"""The books and the plan, and what becomes of them: name, add, drop, assign, baseline, propose, decide."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.arguments import Code, Codes, DryRun, Json, Yes, option
from tracker.cli.remarks import stopped
from tracker.i18n import t
from tracker.scripts import content

app = typer.Typer()

Start = Annotated[str | None, option("--start", "plan_start", "day")]
Due = Annotated[str | None, option("--due", "plan_due", "day")]
Basis = Annotated[str | None, option("--basis", "plan_basis", "document")]
Points = Annotated[list[str] | None, option("--point", "plan_point", "point")]
Target = Annotated[str | None, option("--target", "plan_target", "target")]
Lead = Annotated[str | None, option("--lead", "plan_lead", "agency")]
Supporters = Annotated[list[str] | None, option("--supporter", "plan_supporter", "agency")]
NoSupporters = Annotated[bool, typer.Option("--no-supporters", help=t("help.plan_no_supporters"))]
Responsible = Annotated[str | None, option("--responsible", "plan_responsible")]
Leader = Annotated[str | None, option("--leader", "plan_leader")]
Verifier = Annotated[str | None, option("--verifier", "plan_verifier", "agency")]
Reason = Annotated[str | None, option("--reason", "plan_reason")]
Approval = Annotated[str | None, option("--approval", "plan_approval", "document")]


def _change(b, start, due, basis, points, target, lead, supporters, nobody, responsible=None, leader=None, verifier=None):
    from tracker import directory, words
    from tracker.deeds.planning import PlanChange
    from tracker.errors import UsageError

    if supporters and nobody:
        raise UsageError("not_both", one="--supporter", other="--no-supporters")

    def agency(word):
        return directory.find(b.agencies, word).code if word else None

    today = b.now.today
    quantity, unit, direction, wording = words.target(target) if target else (None, None, None, None)
    return PlanChange(
        lead=agency(lead),
        supporters=tuple(agency(word) for word in supporters or ()) if supporters or nobody else None,
        verifier=agency(verifier),
        responsible=responsible,
        leader=leader,
        start_on=words.day(start, today) if start else None,
        due_on=words.day(due, today) if due else None,
        points=tuple(words.point(word, today) for word in points) if points else None,
        target=quantity,
        unit=unit,
        direction=direction,
        wording=wording,
        basis=basis,
    )


def _moved(written: list) -> list[str]:
    """Where a changed target leaves what was reported at odds with the quantity, if so."""
    from tracker.deeds import verifying

    return [
        t("plan.target_moved", code=made.entry.deed, what=t(f"plan.differs_{about}", counted=made.after.standing_progress))
        for made in written
        if made.before.target is not made.after.target
        for about in verifying.by_number(made.after)
    ]


@app.command(help=t("help.assign"), epilog=t("help.assign_example"))
def assign(
    codes: Codes,
    start: Start = None,
    due: Due = None,
    basis: Basis = None,
    point: Points = None,
    target: Target = None,
    lead: Lead = None,
    supporter: Supporters = None,
    no_supporters: NoSupporters = False,
    responsible: Responsible = None,
    leader: Leader = None,
    verifier: Verifier = None,
    reason: Reason = None,
    approval: Approval = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    from tracker import deeds
    from tracker.cli import selection
    from tracker.deeds import planning

    same = 0

    def run(b) -> list:
        nonlocal same
        change = _change(b, start, due, basis, point, target, lead, supporter, no_supporters, responsible, leader, verifier)
        found = deeds.select_deeds(b.connection, codes)
        written = planning.assign(b, found, change, reason=reason, approval=approval)
        same = len(found) - len(written)
        return written

    def notes(written: list) -> list[str]:
        return ([t("plan.same_left", count=same)] if same and written else []) + _moved(written)

    selection.carried_out(run, yes, dry_run, json, notes)


@app.command(help=t("help.baseline"), epilog=t("help.baseline_example"))
def baseline(
    codes: Codes,
    approval: Approval = None,
    note: Annotated[str | None, option("--note -n", "plan_note")] = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    from tracker import deeds
    from tracker.cli import selection
    from tracker.deeds import planning

    def run(b) -> list:
        return planning.baseline(b, deeds.select_deeds(b.connection, codes), approval=approval, words=note)

    def notes(written: list) -> list[str]:
        undated = sum(made.after.plan.due is None for made in written)
        said = [t("plan.undated", count=undated, deeds=len(written))] if undated else []
        return said + ([t("plan.no_approval")] if written and not approval else [])

    selection.carried_out(run, yes, dry_run, json, notes)


@app.command(help=t("help.propose"), epilog=t("help.propose_example"))
def propose(
    codes: Codes,
    reason: Annotated[str, option("--reason", "propose_reason")],
    start: Start = None,
    due: Due = None,
    basis: Basis = None,
    point: Points = None,
    target: Target = None,
    lead: Lead = None,
    supporter: Supporters = None,
    no_supporters: NoSupporters = False,
    suspend: Annotated[bool, typer.Option("--suspend", help=t("help.propose_suspend"))] = False,
    terminate: Annotated[bool, typer.Option("--terminate", help=t("help.propose_terminate"))] = False,
    resume: Annotated[bool, typer.Option("--resume", help=t("help.propose_resume"))] = False,
    yes: Yes = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    from tracker import access, deeds
    from tracker.cli import changes, output, selection
    from tracker.deeds import planning, together
    from tracker.errors import UsageError

    def run(b) -> list:
        change = _change(b, start, due, basis, point, target, lead, supporter, no_supporters)
        wished = {"suspension": suspend, "termination": terminate, "resumption": resume}
        what = [name for name, asked in wished.items() if asked] + change.kinds()
        if len(what) != 1:
            raise UsageError("propose_one")
        found = deeds.select_deeds(b.connection, codes)
        return together.each(found, lambda deed: planning.propose(b, deed, what[0], change, reason=reason))

    b, written = selection.carried_out(run, yes, dry_run, json, single=True)
    if written and not json:
        if len(written) == 1:
            output.say(t("plan.asks", what=changes.asked(written[0].before, written[0].entry, b.agencies)))
        key = "plan.proposed_here" if b.actor.role == access.OFFICE else "plan.proposed" if len(written) == 1 else "plan.proposed_several"
        numbers = " ".join(str(made.entry.number) for made in written)
        output.say(t(key, number=numbers, first=written[0].entry.number, code=" ".join(together.spans(made.entry.deed for made in written))))


@app.command(help=t("help.decide"), epilog=t("help.decide_example"))
def decide(
    numbers: Annotated[
        list[str], typer.Argument(metavar=t("help.metavar_entries"), help=t("help.decide_number"), show_default=False)
    ],
    approve: Annotated[
        bool | None, typer.Option("--approve/--decline", help=t("help.decide_approve"), show_default=False)
    ] = None,
    approval: Approval = None,
    reason: Reason = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    from tracker import words
    from tracker.cli import changes, output, selection
    from tracker.deeds import planning, together
    from tracker.errors import UsageError

    wanted = list(dict.fromkeys(words.entry_number(word) for word in numbers))
    if approve is None:
        raise UsageError("decide_which", number=" ".join(map(str, wanted)))

    def run(b) -> list:
        return together.each(
            wanted, lambda number: planning.decide(b, number, approve, approval=approval, reason=reason), str
        )

    def notes(written) -> list[str]:
        return [said for made in written for said in stopped(made)] + _moved(written)

    b, written = selection.carried_out(run, yes, dry_run, json, notes, single=True)
    if len(written) == 1 and not json:
        [made] = written
        asked = next(each for each in made.before.proposals if each.number == made.entry.about)
        what = changes.asked(made.before, asked, b.agencies)
        output.say(t("plan.carried_out" if approve else "plan.declined", what=what))


@app.command(help=t("help.add"), epilog=t("help.add_example"))
def add(
    commitment: Annotated[
        str, typer.Argument(metavar=t("help.metavar_code"), help=t("help.list_commitment"), show_default=False)
    ],
    title: Annotated[str, typer.Argument(metavar=t("help.metavar_title"), help=t("help.title"), show_default=False)],
    reason: Reason = None,
    json: Json = False,
) -> None:
    from tracker import entries
    from tracker.cli import output
    from tracker.cli.session import books
    from tracker.deeds import items

    with books(write=True) as b:
        code = items.add(b, commitment, title, reason=reason)
        number = entries.head(b.connection).number
    if json:
        output.as_json({"code": code, "title": title, "entry": number})
    else:
        because = t("plan.because", reason=content(reason)) if reason else ""
        output.out(t("plan.added", code=code, title=title, because=because, number=number))


@app.command(help=t("help.drop"), epilog=t("help.drop_example"))
def drop(
    codes: Codes,
    reason: Annotated[str, option("--reason", "drop_reason", "drop_reason")],
    into: Annotated[str | None, option("--into", "drop_into", "code")] = None,
    note: Annotated[str | None, option("--note -n", "plan_note")] = None,
    approval: Approval = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    from tracker import deeds, words
    from tracker.cli import selection
    from tracker.deeds import items, together

    def run(b) -> list:
        why = words.drop_reason(reason)
        found = deeds.select_deeds(b.connection, codes)
        return together.each(found, lambda deed: items.drop(b, deed.code, why, into=into, words=note, approval=approval))

    selection.carried_out(run, yes, dry_run, json, single=True)


@app.command(help=t("help.name"), epilog=t("help.name_example"))
def name(
    code: Code,
    title: Annotated[
        str | None, typer.Argument(metavar=t("help.metavar_title"), help=t("help.title"), show_default=False)
    ] = None,
    from_: Annotated[str | None, option("--from", "name_from", "file")] = None,
    on: Annotated[str | None, option("--on", "name_on", "day")] = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    from tracker.errors import UsageError

    if (title is None) == (from_ is None):
        raise UsageError("name_which")
    if from_ is not None:
        _name_all(code, from_, yes, dry_run, json)
        return
    from tracker import words
    from tracker.cli import shown
    from tracker.cli.session import books
    from tracker.deeds import naming

    with books(write=True) as b:
        day = words.day(on, b.now.today) if on else None
        written = naming.name(b, code, title, on=day)
    shown.written(b, written, json)


def _name_all(code: str, file: str, yes: bool, dry_run: bool, json: bool) -> None:
    from tracker import deeds
    from tracker.article.numbering import unnumbered
    from tracker.cli import output, selection
    from tracker.cli.intake import pasted
    from tracker.deeds import naming
    from tracker.errors import BadInput

    titles = [unnumbered(line) for line in pasted(file, "names_not_text", "names_not_text").splitlines()]

    def run(b) -> list:
        found = deeds.select_deeds(b.connection, [code])
        if wrong := naming.faults(b, found, titles):
            lines = (t("intake.in_line", number=number, what=output.said(error)) for number, error in wrong)
            raise BadInput("titles_refused", problems=tuple(lines), count=len(wrong), file=file, code=code)
        return naming.name_all(b, found, titles)

    selection.carried_out(run, yes, dry_run, json)
