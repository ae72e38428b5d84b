"""How a deed, its journal and what was written to it look on a screen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tracker import journal, lifecycle
from tracker.cli import output
from tracker.i18n import has, language, t


def status(code: str | None) -> str:
    return t(f"words.status_{code or lifecycle.UNREPORTED}")


def percent(value: int | None) -> str:
    return "–" if value is None else f"{value}%"


def title(name: str | None) -> str:
    return name if name is not None else t("look.unnamed")


def agency(known: dict, code: str | None) -> str:
    if code is None:
        return "–"
    return known[code].called(language()) if code in known else code


def details(deed, state: journal.State, today: date, silent: bool) -> dict[str, Any]:
    """One deed as JSON shows it: what is announced, planned, reported, found and computed."""
    light = lifecycle.light(state.rating, today, silent)
    pace = lifecycle.pace(state.plan, today)
    progress, owners, target = state.progress, state.owners, state.target
    original = state.original_schedule
    return {
        "code": deed.code,
        "title": state.title.title if state.title else None,
        "agency": deed.lead,
        "supporters": list(owners.supporters) if owners else [],
        "verifier": owners.verifier if owners else None,
        "responsible": owners.responsible if owners else None,
        "leader": owners.leader if owners else None,
        "commitment": deed.commitment,
        "commitment_name": deed.commitment_name,
        "tracked_from": deed.tracked_from,
        "start_on": state.plan.start,
        "due_on": state.plan.due,
        "due_basis": state.schedule.basis if state.schedule else None,
        "points": [{"day": day, "progress": point} for day, point in state.plan.points],
        "original_due_on": original.due_on if original else None,
        "target": str(target.target) if target and target.target is not None else None,
        "target_unit": target.unit if target else None,
        "target_direction": target.direction if target else None,
        "target_wording": target.wording if target else None,
        "baseline": state.baseline.number if state.baseline else None,
        "status": state.status or lifecycle.UNREPORTED,
        "progress": state.reported_progress,
        "standing_status": state.standing_status or lifecycle.UNREPORTED,
        "standing_progress": state.standing_progress,
        "reported_on": progress.effective_on if progress else None,
        "note": progress.note if progress else None,
        "stage": progress.stage if progress else None,
        "difficulty": progress.difficulty if progress else None,
        "ask": progress.ask if progress else None,
        "ask_of": progress.ask_of if progress else None,
        "expected_on": progress.expected_on if progress else None,
        "quantity": str(progress.quantity) if progress and progress.quantity is not None else None,
        "evidence": [{"name": name, "sha256": sha256} for sha256, name in (progress.evidence if progress else ())],
        "verdict": state.verdict,
        "closed_out": state.closed_out,
        "dropped": state.drop is not None,
        "drop": {"number": state.drop.number, "reason": state.drop.reason, "into": state.drop.wording} if state.drop else None,
        "light": light.colour,
        "light_reason": light.reason,
        "pace": None if pace is None else float(round(pace, 1)),
        "silent": silent,
        "open_proposals": [entry.number for entry in state.proposals],
        "open_instructions": [entry.number for entry in state.instructions],
        "seq": state.seq,
    }


def screen(info: dict[str, Any], known: dict, places: list[str]) -> None:
    """One deed on a screen: three facts apart, and never a word that nobody said. `places` are made by `place`."""
    output.out(f"{info['code']}  {title(info['title'])}")
    rows = [
        ("dropped", _dropped(info["drop"])),
        ("lead", agency(known, info["agency"])),
        ("supporters", t("look.comma").join(agency(known, code) for code in info["supporters"]) or None),
        ("responsible", info["responsible"]),
        ("leader", info["leader"]),
        ("commitment", f"{info['commitment']} {info['commitment_name']}"),
        ("due", _due(info)),
        ("target", _target(info)),
        ("reported", _reported(info)),
        ("note", info["note"]),
        ("stage", info["stage"]),
        ("difficulty", info["difficulty"]),
        ("ask", t("look.colon").join(part for part in (info["ask_of"], info["ask"]) if part) or None),
        ("expected", info["expected_on"]),
        ("computed", output.light(info["light"]) + t("look.in_brackets", what=t("words.reason_" + info["light_reason"]))),
        ("found", _found(info, known)),
        ("evidence", t("look.comma").join(entry["name"] for entry in info["evidence"]) or None),
        ("open", _open(info)),
        *(("place", place) for place in places),
    ]
    output.fields([(t(f"look.field_{key}"), value) for key, value in rows if value])


def _dropped(drop: dict[str, Any] | None) -> str | None:
    if drop is None:
        return None
    key = "look.dropped_into" if drop["into"] else "look.dropped_as"
    return t(key, reason=t(f"words.drop_{drop['reason']}"), code=drop["into"], number=drop["number"])


def _due(info: dict[str, Any]) -> str:
    if info["due_on"] is None:
        return t("look.undated")
    text = f"{info['start_on'] or '…'} → {info['due_on']}"
    if info["original_due_on"] and info["original_due_on"] != info["due_on"]:
        text += "  " + t("look.original", day=info["original_due_on"])
    if info["points"]:
        points = t("look.comma").join(f"{point['day']} {point['progress']}%" for point in info["points"])
        text += "  " + t("look.in_brackets", what=f"{t('look.set_points')} {points}").strip()
    return f"{text}  {info['due_basis']}" if info["due_basis"] else text


def _target(info: dict[str, Any]) -> str | None:
    number = Decimal(info["target"]) if info["target"] else None
    wanted = target(info["target_direction"], number, info["target_unit"], info["target_wording"])
    return f"{info['quantity']} / {wanted}" if info["quantity"] else wanted


def target(direction: str | None, number: Decimal | None, unit: str | None, wording: str | None) -> str | None:
    """A target in words: `不少于 3000 个`, `95 %`, or as it was worded."""
    if number is None:
        return wording
    least = f"{t(f'words.direction_{direction}')} " if direction in (">=", "<=") else ""
    amount = f"{least}{number:f} {unit or ('%' if direction == 'ratio' else '')}".strip()
    return t("look.list_joint").join(part for part in (wording, amount) if part)


def _reported(info: dict[str, Any]) -> str:
    text = status(info["status"])
    if info["progress"] is not None:
        text += f" {info['progress']}%"
    if info["reported_on"]:
        text += "  " + t("look.as_of", day=info["reported_on"])
    if info["standing_status"] != info["status"]:
        text += "  " + t("look.sent_back", progress=percent(info["standing_progress"]))
    return text


def _found(info: dict[str, Any], known: dict) -> str:
    if info["verdict"]:
        return t(f"words.verdict_{info['verdict']}")
    if info["verifier"] is None:
        return t("look.no_verifier")
    return t("look.not_verified", agency=agency(known, info["verifier"]))


def _open(info: dict[str, Any]) -> str | None:
    parts = [t("look.open_instruction", number=n) for n in info["open_instructions"]]
    parts += [t("look.open_proposal", number=n) for n in info["open_proposals"]]
    return t("look.comma").join(parts) or None


def summary(entry: journal.Entry, known: dict) -> str:
    """What an entry says, in one line."""
    if entry.kind in (journal.INSTRUCTION, journal.ANSWER):
        return order(entry)
    if entry.kind == journal.REMINDER:
        return _reminder(entry)
    parts = []
    if entry.status:
        parts.append(status(entry.status) + (f" {entry.progress}%" if entry.progress is not None else ""))
    elif entry.verdict:
        parts.append(t(f"words.verdict_{entry.verdict}"))
    elif entry.lead:
        parts += _owners(entry, known)
    elif entry.proposes and has(f"look.asks_{entry.proposes}"):
        parts.append(t(f"look.asks_{entry.proposes}"))
    if entry.title:
        parts.append(entry.title)
    if entry.start_on or entry.due_on:
        parts.append(f"{entry.start_on or '…'} → {entry.due_on or '…'}")
    if entry.kind in (journal.TARGET, journal.PROPOSAL) and (entry.target is not None or entry.wording):
        parts.append(target(entry.direction, entry.target, entry.unit, entry.wording))
    if entry.kind == journal.DROP and entry.wording:
        parts.append(t("look.into", code=entry.wording))
    if entry.about:
        parts.append(t("look.about", number=entry.about))
    parts += told(entry)
    return t("look.list_joint").join(parts)


def told(entry: journal.Entry) -> list[str]:
    """What an entry says beside its facts: reasons, notes, days, each with its name."""
    parts = []
    if entry.quantity is not None:
        parts.append(f"{t('look.field_quantity')}{t('look.colon')}{entry.quantity:f}")
    for name in ("stage", "difficulty", "ask", "reason", "basis", "approval", "note"):
        value = getattr(entry, name)
        if value and name == "reason" and entry.kind == journal.DROP:
            value = t(f"words.drop_{value}")
        if value and name == "ask" and entry.ask_of:
            value = t("look.colon").join((entry.ask_of, value))
        if value:
            label = "remark" if name == "note" and entry.kind != journal.PROGRESS else name
            parts.append(f"{t('look.field_' + label)}{t('look.colon')}{value}".replace("\n", " "))
    if entry.expected_on:
        parts.append(f"{t('look.field_expected')}{t('look.colon')}{entry.expected_on}")
    if entry.by_on:
        parts.append(t("look.by", day=entry.by_on))
    return parts


def _owners(entry: journal.Entry, known: dict) -> list[str]:
    """Who owes it, and whoever else is named."""
    supporters = t("look.comma").join(agency(known, code) for code in entry.supporters)
    others = (("supporters", supporters), ("responsible", entry.responsible), ("leader", entry.leader))
    return [agency(known, entry.lead), *(f"{t('look.set_' + name)}{t('look.colon')}{value}" for name, value in others if value)]


def order(entry: journal.Entry) -> str:
    """An instruction with who gave it and its day, or an answer with what it is about."""
    words = (entry.note or "").replace("\n", " ")
    if entry.leader:
        words = t("inbox.said", leader=entry.leader, words=words)
    if entry.about:
        words = f"{t('look.about', number=entry.about)}{t('look.list_joint')}{words}"
    return words + (t("inbox.by", day=entry.by_on) if entry.by_on else "")


def _reminder(entry: journal.Entry) -> str:
    """What a reminder was about and to whom it went (the columns: see `tracker.reminding`)."""
    level, cause, to = (t(f"remind.log_{code}") for code in (entry.wording, entry.reason, entry.ask_of))
    if entry.responsible:
        to += f" {entry.responsible}"
    return t("remind.logged", count=entry.quantity, level=level, cause=cause, to=to, day=entry.by_on)


def written(books, made, as_json: bool = False) -> None:
    """What was just entered, and what holds now; said in one or two lines."""
    if as_json:
        output.as_json({"entries": [entry_json(entry) for entry in made.entries], "status": made.after.status or lifecycle.UNREPORTED, "progress": made.after.reported_progress, "seq": made.after.seq})  # fmt: skip
        return
    known = books.agencies
    entry = made.entry
    what, kind = summary(entry, known), t(f"words.kind_{entry.kind}")
    key = "look.written" if what else "look.written_bare"
    output.out(t(key, code=entry.deed, kind=kind, what=what, number=entry.number))
    if entry.typed_by:
        output.say(t("look.typed_for", agency=agency(known, entry.agency)))
    if entry.kind == journal.PROGRESS and made.before.status != made.after.status:
        output.say(t("look.moved", before=status(made.before.status), after=status(made.after.status)))


def holding(state: journal.State, known: dict) -> str:
    """What holds for a deed now, in a few words."""
    parts = [status(state.status) + (f" {state.reported_progress}%" if state.reported_progress is not None else "")]
    parts.append(title(state.title.title if state.title else None))
    if state.plan.due:
        parts.append(f"{t('look.field_due')} {state.plan.due}")
    return t("look.list_joint").join(parts)


def rows(found, known: dict, as_json: bool) -> None:
    """A list of deeds (`views.Row`), as `deeds list` shows it."""
    if as_json:
        output.as_json({"deeds": [row.as_json() for row in found]})
        return
    names = ("code", "title", "lead", "status", "progress", "light", "due", "commitment")
    cells = [
        (row.code, title(row.title), agency(known, row.agency), status(row.status), percent(row.progress),
         output.light(row.light), row.due_on or "–", row.commitment_name)
        for row in found
    ]  # fmt: skip
    output.table([t(f"look.column_{name}") for name in names], cells, right=(4,))


def entry_json(entry: journal.Entry) -> dict[str, Any]:
    """An entry as JSON shows it: what is set, under the names of `journal.Entry`."""
    import json

    return json.loads(journal.canonical(entry))


def place(where, quote, asked: bool) -> str:
    """Where a source announces a deed; with `asked`, the words themselves in their sentence."""
    if not where.announced:
        return t("look.not_announced")
    name = where.title or where.publisher or where.source
    span = t("look.span", start=where.start, end=where.end) if where.start is not None else t("look.no_span")
    said = f"{where.source}{t('look.in_brackets', what=name)} {span}"
    if where.of != "item":
        said += "  " + t("look.counted_there")
    if asked and quote:
        said += f"\n{t('look.paragraph', number=quote.paragraph)}  {quote.before}{output.marked(quote.words)}{quote.after}"
    elif asked:
        said += f"\nSHA-256 {where.sha256 or '–'}"
        output.say(t("look.not_attached", key=where.source))
    return said
