"""What waits for whom: instruct, answer, instructions, inbox."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.arguments import Json
from tracker.i18n import t
from tracker.scripts import content

app = typer.Typer()


def option(name: str, key: str, metavar: str):
    return typer.Option(*name.split(), metavar=t(metavar), help=t(f"inbox.{key}"), show_default=False)


Text = Annotated[str, typer.Argument(metavar=t("help.metavar_text"), help=t("inbox.help_text"), show_default=False)]
Number = Annotated[str, typer.Argument(metavar=t("inbox.metavar_entry"), help=t("inbox.help_number"), show_default=False)]


@app.command(help=t("inbox.help_instruct"), epilog=t("inbox.help_instruct_example"))
def instruct(
    addressee: Annotated[str, typer.Argument(metavar=t("inbox.metavar_addressee"), help=t("inbox.help_addressee"), show_default=False)],
    text: Text,
    by: Annotated[str | None, option("--by", "help_by", "help.metavar_day")] = None,
    leader: Annotated[str | None, option("--from", "help_from", "inbox.metavar_leader")] = None,
    on: Annotated[str | None, option("--on", "help_given_on", "help.metavar_day")] = None,
    json: Json = False,
) -> None:
    from tracker import words
    from tracker.cli import output, shown
    from tracker.cli.session import books
    from tracker.deeds import instructing

    with books(write=True) as b:
        until, given = (words.day(day, b.now.today) if day else None for day in (by, on))
        made = instructing.instruct(b, addressee, text, by=until, leader=leader, on=given)
    if json:
        output.as_json(made.as_json())
        return
    output.out(t("inbox.instructed", number=made.number, to=_to(b, made), what=shown.order(made.entry)))
    if missing := [option for option, value in (("--by", by), ("--from", leader)) if not value]:
        output.say(t("inbox.instructed_bare", number=made.number, options=t("look.comma").join(missing)))
    output.say(t("inbox.next_answer", agency=shown.agency(b.agencies, made.agency), number=made.number))


@app.command(help=t("inbox.help_answer"), epilog=t("inbox.help_answer_example"))
def answer(
    number: Number,
    text: Text,
    on: Annotated[str | None, option("--on", "help_answered_on", "help.metavar_day")] = None,
    json: Json = False,
) -> None:
    from tracker import words
    from tracker.cli import output, shown
    from tracker.cli.session import books
    from tracker.deeds import instructing

    with books(write=True) as b:
        made = instructing.answer(b, words.entry_number(number), text, on=words.day(on, b.now.today) if on else None)
    if json:
        output.as_json(made.as_json())
        return
    output.out(t("inbox.answered", number=made.number, to=_to(b, made), what=content(made.answer.note), entry=made.answer.number))
    if made.answer.typed_by:
        output.say(t("look.typed_for", agency=shown.agency(b.agencies, made.agency)))


@app.command(help=t("inbox.help_instructions"), epilog=t("inbox.help_instructions_example"))
def instructions(
    agency: Annotated[str | None, option("--agency -a", "help_agency", "help.metavar_agency")] = None,
    open_: Annotated[bool, typer.Option("--open", help=t("inbox.help_open"))] = False,
    withdraw: Annotated[str | None, option("--withdraw", "help_withdraw", "inbox.metavar_entry")] = None,
    reason: Annotated[str | None, option("--reason", "help_reason", "help.metavar_text")] = None,
    json: Json = False,
) -> None:
    from tracker import directory, words
    from tracker.cli import output, shown
    from tracker.cli.session import books
    from tracker.deeds import instructing

    if withdraw is not None:
        with books(write=True) as b:
            made = instructing.withdraw(b, words.entry_number(withdraw), reason=reason)
        output.out(t("inbox.withdrawn", number=made.about, entry=made.number))
        return
    with books() as b:
        only = directory.find(b.agencies, agency).code if agency else None
        known = instructing.register(b.connection, b.agencies, only)
    found = [each for each in known if not (open_ and each.answer)]
    if json:
        output.as_json({"instructions": [each.as_json() for each in found], "total": len(found)})
        return
    cells = [
        (f"#{each.number}", each.entry.effective_on, _to(b, each), shown.order(each.entry), _answer(each, b.now.today))
        for each in found
    ]
    heads = [t(f"look.column_{name}") for name in ("number", "day")] + [t(f"inbox.column_{name}") for name in ("to", "order", "answer")]
    if cells:
        output.table(heads, cells, styles=["red" if each.late(b.now.today) else None for each in found])
    late = sum(each.late(b.now.today) for each in found)
    waiting = sum(each.answer is None for each in found)
    output.say(t("inbox.instructions_count", count=len(found), waiting=waiting, late=late))


def _to(b, made) -> str:
    from tracker.cli import shown

    agency = shown.agency(b.agencies, made.agency)
    if made.entry.deed is None:
        return agency
    return t("inbox.dropped_of" if made.dropped else "inbox.deed_of", code=made.entry.deed, title=shown.title(made.title), agency=agency)


def _answer(made, today) -> str:
    if made.answer:
        return f"{made.answer.effective_on} {content(made.answer.note)}".replace("\n", " ")
    return t("inbox.late" if made.late(today) else "inbox.open")


FIRST = 10
# What is told by the span, not deed by deed, once there are more than a few.
_IN_SPANS = ("silent", "unnamed", "reminded")


@app.command(help=t("inbox.help_inbox"), epilog=t("inbox.help_inbox_example"))
def inbox(
    agency: Annotated[str | None, option("--agency -a", "help_of_agency", "help.metavar_agency")] = None,
    all_: Annotated[bool, typer.Option("--all", help=t("inbox.help_all", first=FIRST))] = False,
    json: Json = False,
) -> None:
    from tracker import access, directory, rounds
    from tracker import inbox as waiting_for
    from tracker.cli import output, shown
    from tracker.cli.session import books

    with books() as b:
        who = b.actor
        if agency:
            code = directory.find(b.agencies, agency).code
            office = code == directory.coordinator(b.agencies)
            who = access.Actor(code, access.OFFICE if office else access.CLERK)
        found = waiting_for.waiting(b, who)
        running = rounds.open_now(b.connection)
        wishes = {} if json else _wishes(b, found.get("proposal", ()))
        figures = {} if json else _figures(b, [rows[0] for kind, rows in found.items() if kind in waiting_for.BY_REPORT])
    total = waiting_for.things(found)
    if json:
        sections = {kind: [row.as_json() for row in rows] for kind, rows in found.items()}
        output.as_json({"agency": who.agency, "role": who.role, "today": b.now.today, "sections": sections, "total": total})
        return
    name, role = shown.agency(b.agencies, who.agency), t(f"words.role_{who.role}")
    output.out(t("inbox.heading", agency=name, role=role, day=b.now.today, count=total))
    if who.role == access.LEADER:
        output.say(t("inbox.leader"))
        return
    shown.office_open(b.agencies)
    for kind, rows in found.items():
        _section(b, kind, rows, all_, running, wishes, figures)
    if total < sum(len(rows) for rows in found.values()):
        output.say(t("inbox.once"))


def _wishes(b, proposals) -> dict[int, str]:
    """What each proposal would change, the old beside the new, by its number."""
    from tracker.cli import changes
    from tracker.deeds.lookup import by_code

    found = by_code(b.connection, [row.code for row in proposals])
    return {wish.number: changes.asked(deed.state, wish, b.agencies) for deed in found.values() for wish in deed.state.proposals}


def _figures(b, rows) -> dict[str, str]:
    """How the progress of each of those deeds is told: as a quantity where that gives it, else as a percentage."""
    from tracker import quantities
    from tracker.deeds.lookup import by_code

    found = by_code(b.connection, [row.code for row in rows])
    return {code: t(f"inbox.figure_{quantities.told(deed.state.target)}") for code, deed in found.items()}


def _section(b, kind: str, rows: list, all_: bool, running, wishes: dict[int, str], figures: dict[str, str]) -> None:
    """One kind of thing that waits: how many, each in a line, and what to type."""
    from itertools import groupby

    from tracker.cli import output, shown
    from tracker.inbox import COUNTED
    from tracker.reminder_text import TOGETHER, spans

    count = sum(row.count for row in rows)
    output.out()
    key = "inbox.section_silent_closed" if kind == "silent" and running is None else f"inbox.section_{kind}"
    output.out(t(key, count=count, agencies=len(rows), round=rows[0].round or (running.key if running else "")))
    if kind in _IN_SPANS and len(rows) > TOGETHER and not all_:
        lines = []
        for (name, said), group in groupby(rows, key=lambda row: (row.commitment_name, _reminder(row))):
            codes = [row.code for row in group]
            what = t("inbox.span", codes="、".join(spans(codes)), commitment=content(name), count=len(codes))
            lines.append(t("inbox.line_reminded", what=what, said=said) if said else what)
    elif kind in COUNTED:
        lines = []
    else:
        lines = [_line(b, row, wishes.get(row.number)) for row in rows]
    for line in lines if all_ else lines[:FIRST]:
        output.out(f"  {line}")
    if len(lines) > FIRST and not all_:
        output.out("  " + t("inbox.more", count=len(lines) - FIRST))
    first = rows[0]
    key = "do_late_instructions" if kind == "late_instruction" and len({row.agency for row in rows}) > 1 else f"do_{kind}"
    named = {"agency": shown.agency(b.agencies, first.agency), "lead": first.agency}
    output.out("  " + t(f"inbox.{key}", code=first.code or "", number=first.number or "", figure=figures.get(first.code), **named))


def _reminder(row) -> str:
    """Which reminder it was and until when it is to be answered; empty of anything else."""
    if row.kind != "reminded":
        return ""
    return t("inbox.reminder", nth=row.nth, cause=t(f"remind.log_{row.text}"), day=row.day)


def _line(b, row, wish: str | None) -> str:
    from tracker.cli import shown
    from tracker.cli.days import left

    name = shown.agency(b.agencies, row.agency)
    what = f"{row.code} {shown.title(row.title)}" if row.code else name
    if row.kind in ("overdue", "due_soon"):
        return t("inbox.line_due", what=what, day=row.day, left=left(b.now.today, row.day))
    if row.kind == "behind":
        return t("inbox.line_behind", what=what, points=row.points, day=row.day)
    if row.kind == "sent_back":
        key = "inbox.line_sent_back" if row.counted is None else "inbox.line_sent_back_counted"
        return t(key, what=what, text=content(row.text or "–").replace("\n", " "), day=row.day, counted=row.counted)
    if row.kind == "reminded":
        return t("inbox.line_reminded", what=what, said=_reminder(row))
    if row.kind == "silent_agency":
        return t("inbox.line_agency", what=name, count=row.count)
    if row.kind in ("silent", "unnamed"):
        return what
    values = {"wish": wish, "what": what, "agency": name, "number": row.number, "text": content(row.text or "–").replace("\n", " "), "day": row.day}
    if row.kind in ("instruction", "late_instruction"):
        by = t("inbox.by", day=row.day) if row.day else ""
        return t("inbox.line_instruction", by=by, late=t("inbox.late_mark") if row.late else "", **values)
    if row.formerly:
        return t("inbox.line_to_verify_renamed", formerly=content(row.formerly), **values)
    if row.kind == "decided":
        return t("inbox.line_decided", verdict=t(f"words.verdict_{row.verdict}"), **values)
    return t(f"inbox.line_{row.kind}", **values)
