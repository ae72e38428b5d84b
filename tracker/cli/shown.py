"""Statuses, names and entries in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from tracker import journal, lifecycle, quantities
from tracker.cli import output
from tracker.directory import coordinator, shared
from tracker.i18n import has, language, t
from tracker.scripts import content


def status(code: str | None) -> str:
    return t(f"words.status_{code or lifecycle.UNREPORTED}")


def percent(value: int | None) -> str:
    return "–" if value is None else f"{value}%"


def counted(row: Any) -> str:
    """The progress reported of a deed of a list (`views.Row`), and what is counted of it where that is another."""
    return f"{percent(row.progress)}→{percent(row.counted)}" if row.counted != row.progress else percent(row.progress)


def title(name: str | None) -> str:
    return content(name) if name is not None else t("look.unnamed")


def agency(known: dict, code: str | None) -> str:
    if code is None:
        return "–"
    return content(known[code].called(language())) if code in known else code


def shorter(known: dict) -> Callable[[str | None], str]:
    """How agencies are called in a column: in English without what most of the directory begins with, as in reports."""
    begins = shared([each.called("en") for each in known.values()]) if language() == "en" else ""
    return lambda code: agency(known, code).removeprefix(begins) or agency(known, code)


def office_open(known: dict) -> None:
    """Say that no agency coordinates, if none does, and what to type."""
    if coordinator(known) is None:
        output.say(t("people.no_office"))


def span(start: Any, due: Any) -> str:
    """From when to when, or the one of both that is known."""
    if start and due:
        return t("look.from_to", start=start, due=due)
    return str(due) if due else t("look.from", day=start)


def target(direction: str | None, number: Decimal | None, unit: str | None, wording: str | None) -> str | None:
    """A target in words: `不少于 3000 个`, `95 %`, or as it was worded."""
    wording, unit = (each and content(each) for each in (wording, unit))
    if number is None:
        return wording
    amount = f"{number:f} {unit or ('%' if direction == 'ratio' else '')}".strip()
    said = t(f"words.direction_{direction}", amount=amount) if direction in (">=", "<=") else amount
    return t("look.list_joint").join(part for part in (wording, said) if part)


def summary(entry: journal.Entry, known: dict, against: journal.Entry | None = None, among: Sequence[journal.Entry] = ()) -> str:
    """What an entry says, in one line; `against` is the target that its quantity was held against.

    `among` are entries of its deed: a finding is told by what it is about, a quantity by the target before it.
    """
    if entry.kind in (journal.INSTRUCTION, journal.ANSWER):
        return order(entry)
    if entry.kind == journal.REMINDER:
        return _reminder(entry)
    if entry.quantity is not None and against is None:
        against = max((each for each in among if each.kind == journal.TARGET and each.number < entry.number), key=lambda each: each.number, default=None)
    parts = []
    if entry.status:
        parts.append(said_of(entry))
    elif entry.verdict:
        parts.append(t(f"words.verdict_{journal.found_about(entry, among)}"))
    elif entry.lead:
        parts += _owners(entry, known)
    elif entry.proposes and has(f"look.asks_{entry.proposes}"):
        parts.append(t(f"look.asks_{entry.proposes}"))
    if entry.title:
        parts.append(content(entry.title))
    if entry.start_on or entry.due_on:
        points = t("look.comma").join(f"{day} {percent}%" for day, percent in entry.points)
        named = t("look.in_brackets", what=f"{t('look.set_points')} {points}") if points else ""
        parts.append(span(entry.start_on, entry.due_on) + named)
    if journal.TARGET in (entry.kind, entry.proposes):
        parts.append(target(entry.direction, entry.target, entry.unit, entry.wording) or t("look.target_gone"))
    if entry.kind == journal.DROP and entry.wording:
        parts.append(t(f"look.into_{entry.reason}", code=entry.wording))
    if entry.about and entry.kind in journal.PLAN:
        parts.append(t("look.granted", number=entry.about))
    elif entry.about:
        parts[-1:] = [" ".join([*parts[-1:], f"#{entry.about}"])]
    parts += told(entry, against)
    return t("look.list_joint").join(parts)


def said_of(entry: journal.Entry) -> str:
    """The status and progress of a report."""
    return status(entry.status) + (f" {entry.progress}%" if entry.progress is not None else "")


def told(entry: journal.Entry, against: journal.Entry | None = None) -> list[str]:
    """What an entry says beside its facts: reasons, notes, days, each with its name."""
    parts = [f"{t('look.field_' + name)}{t('look.colon')}{value}" for name, value in beside(entry, against).items()]
    return parts + ([t("look.by", day=entry.by_on)] if entry.by_on else [])


def beside(entry: journal.Entry, against: journal.Entry | None = None) -> dict[str, str]:
    """What an entry says beside its facts, by the names of the fields on screens; a quantity in the unit of the target that it was held against."""
    unit = against.unit or "" if quantities.in_numbers(against) else ""
    found = {} if entry.quantity is None else {"quantity": f"{entry.quantity:f}{unit}"}
    for name in ("stage", "difficulty", "ask", "reason", "basis", "approval", "note"):
        value = content(getattr(entry, name) or "")
        if value and name == "reason" and entry.kind == journal.DROP:
            value = "" if entry.wording else t(f"words.drop_{value}")
        if value and name == "ask" and entry.ask_of:
            value = t("look.colon").join((content(entry.ask_of), value))
        if value:
            label = "remark" if name == "note" and entry.kind != journal.PROGRESS else name
            found[label] = value.replace("\n", " ")
    if entry.expected_on:
        found["expected"] = entry.expected_on.isoformat()
    if entry.evidence and entry.kind != journal.IMPORT:
        found["evidence"] = t("look.comma").join(name for _, name in entry.evidence)
    return found


def _owners(entry: journal.Entry, known: dict) -> list[str]:
    """Who owes it, and whoever else is named; not who verifies it where that is the coordinating office, as it is unless said."""
    supporters = t("look.comma").join(agency(known, code) for code in entry.supporters)
    verifier = agency(known, entry.verifier) if entry.verifier not in (None, coordinator(known)) else None
    others = (("supporters", supporters), ("responsible", content(entry.responsible or "")), ("leader", content(entry.leader or "")), ("verifier", verifier))
    return [agency(known, entry.lead), *(f"{t('look.set_' + name)}{t('look.colon')}{value}" for name, value in others if value)]


def order(entry: journal.Entry) -> str:
    """An instruction with who gave it and its day, or an answer with what it is about."""
    words = content(entry.note or "").replace("\n", " ")
    if entry.leader:
        words = t("inbox.said", leader=content(entry.leader), words=words)
    if entry.about:
        words = f"#{entry.about} {words}"
    return words + (t("inbox.by", day=entry.by_on) if entry.by_on else "")


def _reminder(entry: journal.Entry) -> str:
    """What a reminder was about and to whom it went (the columns: see `tracker.reminding`)."""
    level, cause, to = (t(f"remind.log_{code}") for code in (entry.wording, entry.reason, entry.ask_of))
    if entry.responsible:
        to += f" {content(entry.responsible)}"
    return t("remind.logged", count=entry.quantity, level=level, cause=cause, to=to, day=entry.by_on)


def speaker(entry, known: dict) -> str:
    """Whose word an entry is, and who typed it."""
    if entry.agency is None:
        return ""
    who = agency(known, entry.agency) + (f"／{content(entry.person)}" if entry.person else "")
    return who + t("look.typed_by", agency=agency(known, entry.typed_by)) if entry.typed_by else who


def written(books, made, as_json: bool = False) -> None:
    """What was just entered, and what holds now; said in one or two lines."""
    if as_json:
        output.as_json({"entries": [entry_json(entry) for entry in made.entries], "status": made.after.status or lifecycle.UNREPORTED, "progress": made.after.reported_progress, "seq": made.after.seq})  # fmt: skip
        return
    known = books.agencies
    if not made.entries:
        output.out(t("look.unchanged"))
        return
    entry = made.entry
    what = summary(entry, known, made.after.target, (made.before.progress,) if made.before.progress else ())
    kind = t(f"words.kind_{entry.kind}")
    key = "look.written" if what else "look.written_bare"
    output.out(t(key, code=entry.deed, kind=kind, what=what, number=entry.number))
    if entry.typed_by:
        output.say(t("look.typed_for", agency=agency(known, entry.agency)))
    if entry.kind == journal.PROGRESS and made.before.status != made.after.status:
        output.say(t("look.moved", before=status(made.before.status), after=status(made.after.status)))


def holding(state: journal.State, known: dict) -> str:
    """What holds for a deed now, in a few words."""
    parts = [status(state.status) + (f" {state.reported_progress}%" if state.reported_progress is not None else "")]
    if state.found:
        parts.append(t(f"words.verdict_{state.found}"))
    parts.append(title(state.title.title if state.title else None))
    if state.plan.due:
        parts.append(f"{t('look.field_due')} {state.plan.due}")
    return t("look.list_joint").join(parts)


def entry_json(entry: journal.Entry) -> dict[str, Any]:
    """An entry as JSON shows it: what is set, under the names of `journal.Entry`."""
    import json

    return json.loads(journal.canonical(entry))
