"""One deed, as `show` has it: what was promised, what is said, computed and found, and where it was announced."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from tracker import journal, lifecycle
from tracker.cli import output, shown
from tracker.i18n import t
from tracker.scripts import content


def details(deed, state: journal.State, today: date, silent: bool, merged: Sequence[str] = ()) -> dict[str, Any]:
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
        "quantity": None if state.quantity is None else str(state.quantity),
        "evidence": [{"name": name, "sha256": sha256, "entry": entry.number, "agency": entry.agency} for entry in journal.live(deed.entries) for sha256, name in entry.evidence],
        "verdict": state.verdict,
        "finding": _finding(state.finding),
        "changed": changed(state),
        "closed_out": state.closed_out,
        "merged": list(merged),
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


def _finding(finding: journal.Entry | None) -> dict[str, Any] | None:
    if finding is None:
        return None
    return {"number": finding.number, "agency": finding.agency, "person": finding.person, "on": finding.effective_on, "note": finding.note}


def changed(state: journal.State) -> dict[str, dict[str, Any]]:
    """Which promises (title, lead, due_on, target) are others than when the books were fixed: what each was, and the approval."""
    if state.baseline is None:
        return {}
    facts = (
        ("title", state.title, state.original_title, lambda entry: entry.title),
        ("lead", state.owners, state.original_owners, lambda entry: entry.lead),
        ("due_on", state.schedule, state.original_schedule, lambda entry: entry.due_on),
        ("target", state.target, state.original_target, _promised),
    )
    found = {}
    for name, now, then, of in facts:
        was = of(then) if then else None
        if name == "title" and was is None:
            continue  # to be named was what was left to do
        if now is not None and of(now) != was:
            found[name] = {"was": was, "approval": now.approval, "reason": now.reason, "number": now.number}
    return found


def _promised(entry: journal.Entry) -> dict[str, Any]:
    number = None if entry.target is None else str(entry.target)
    return {"target": number, "unit": entry.unit, "direction": entry.direction, "wording": entry.wording}


def screen(info: dict[str, Any], known: dict, places: list[str]) -> None:
    """One deed on a screen: three facts apart, and never a word that nobody said. `places` are made by `place`."""
    output.out(f"{info['code']}  {shown.title(info['title'])}" + _original(info, "title", content))
    rows = [
        ("dropped", _dropped(info["drop"])),
        ("lead", shown.agency(known, info["agency"]) + _original(info, "lead", lambda code: shown.agency(known, code))),
        ("supporters", t("look.comma").join(shown.agency(known, code) for code in info["supporters"]) or None),
        *((name, content(info[name] or "")) for name in ("responsible", "leader")),
        ("commitment", f"{info['commitment']} {content(info['commitment_name'])}"),
        ("due", _due(info)),
        ("target", _target(info)),
        ("reported", _reported(info)),
        ("quantity", None if info["target"] else info["quantity"]),
        *((name, content(info[name] or "")) for name in ("note", "stage", "difficulty")),
        ("ask", t("look.colon").join(content(part) for part in (info["ask_of"], info["ask"]) if part) or None),
        ("expected", info["expected_on"]),
        ("computed", None if info["drop"] else output.light(info["light"]) + t("look.in_brackets", what=t("words.reason_" + info["light_reason"]))),
        ("found", _found(info, known)),
        ("evidence", _evidence(info["evidence"], known)),
        ("merged", t("look.comma").join(info["merged"]) or None),
        ("open", _open(info)),
        *(("place", place) for place in dict.fromkeys(places)),
    ]
    output.fields([(t(f"look.field_{key}"), value) for key, value in rows if value])


def _dropped(drop: dict[str, Any] | None) -> str | None:
    if drop is None:
        return None
    reason = t(f"look.into_{drop['reason']}", code=drop["into"]) if drop["into"] else t(f"words.drop_{drop['reason']}")
    return t("look.dropped_as", reason=reason, number=drop["number"])


def _original(info: dict[str, Any], name: str, said) -> str:
    """In brackets what a promise was when the books were fixed, if it changed, and who approved that."""
    change = info["changed"].get(name)
    if change is None:
        return ""
    key = "look.original_title" if name == "title" else "look.original"
    parts = [t(key, was=t("words.unknown") if change["was"] is None else said(change["was"]))]
    parts += [f"{t(f'look.field_{each}')}{t('look.colon')}{content(change[each])}" for each in ("reason", "approval") if change[each]]
    return "  " + t("look.in_brackets", what=t("look.list_joint").join(parts)).strip()


def _due(info: dict[str, Any]) -> str:
    if info["due_on"] is None:
        return t("look.undated") + _original(info, "due_on", str)
    text = shown.span(info["start_on"], info["due_on"])
    text += _original(info, "due_on", str)
    if info["points"]:
        points = t("look.comma").join(f"{point['day']} {point['progress']}%" for point in info["points"])
        text += "  " + t("look.in_brackets", what=f"{t('look.set_points')} {points}").strip()
    return f"{text}  {content(info['due_basis'])}" if info["due_basis"] else text


def _target(info: dict[str, Any]) -> str | None:
    present = {name: info[f"target_{name}"] for name in ("unit", "direction", "wording")}
    wanted = _wanted({"target": info["target"], **present})
    text = f"{info['quantity']} / {wanted}" if info["quantity"] and wanted else wanted
    original = _original(info, "target", _wanted)
    return (text or t("words.unknown")) + original if text or original else None


def _wanted(promised: dict[str, Any]) -> str | None:
    number = Decimal(promised["target"]) if promised["target"] else None
    return shown.target(promised["direction"], number, promised["unit"], promised["wording"])


def _reported(info: dict[str, Any]) -> str:
    text = shown.status(info["status"])
    if info["progress"] is not None:
        text += f" {info['progress']}%"
    if info["reported_on"]:
        text += "  " + t("look.as_of", day=info["reported_on"])
    if info["standing_progress"] != info["progress"] and info["standing_status"] == info["status"]:
        text += "  " + t("look.counted", progress=shown.percent(info["standing_progress"]))
    if info["standing_status"] != info["status"]:
        counted = info["standing_progress"]
        text += "  " + (t("look.sent_back_bare") if counted is None else t("look.sent_back", progress=shown.percent(counted)))
    return text


def _found(info: dict[str, Any], known: dict) -> str:
    if (found := info["finding"]) is not None:
        who = f"{found['on']} {shown.agency(known, found['agency'])}" + (f"／{content(found['person'])}" if found["person"] else "")
        text = t(f"words.verdict_{journal.found(info['verdict'], info['status'])}") + t("look.in_brackets", what=who)
        return f"{text}  {content(found['note'])}" if found["note"] else text
    if info["verifier"] is None:
        return t("look.no_verifier")
    return t("look.not_verified", agency=shown.agency(known, info["verifier"]))


def _evidence(files: list[dict[str, Any]], known: dict) -> str | None:
    """The files by name; with whose they are, where not all are of one agency."""
    kept: dict[str, dict[str, str]] = {}
    for each in files:
        kept.setdefault(each["agency"], {})[each["sha256"]] = each["name"]
    said = {code: t("look.comma").join(names.values()) for code, names in kept.items()}
    if len(said) < 2:
        return next(iter(said.values()), None)
    return t("look.list_joint").join(t("look.colon").join((shown.agency(known, code), named)) for code, named in said.items())


def _open(info: dict[str, Any]) -> str | None:
    parts = [t("look.open_instruction", number=n) for n in info["open_instructions"]]
    parts += [t("look.open_proposal", number=n) for n in info["open_proposals"]]
    return t("look.comma").join(parts) or None


def place(where, quote, asked: bool, known: dict) -> str:
    """Where a source announces a deed; with `asked`, the words themselves in their sentence."""
    if not where.announced:
        return t("look.not_announced")
    name = where.title or where.publisher
    span = t("look.span", start=where.start, end=where.end) if where.start is not None else t("look.no_span")
    said = f"{where.source}{t('look.in_brackets', what=content(name)) if name else ''} {span}"
    if where.of != "item" and where.item is not None and where.start is not None:
        said += "  " + t("look.counted_there")
    if where.joint:
        said += "  " + t("look.announced_with", names=t("look.comma").join(content(shown.agency(known, word)) for word in where.joint))
    if asked and quote:
        said += f"\n{t('look.paragraph', number=quote.paragraph)}  {quote.before}{output.marked(quote.words)}{quote.after}"  # verbatim, in the script of the source
    elif asked:
        said += f"\nSHA-256 {where.sha256 or '–'}"
        output.say(t("look.not_attached", key=where.source))
    return said
