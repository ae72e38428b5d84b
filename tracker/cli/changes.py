"""What an entry changes, the old beside the new: for previews, results, and what a proposal asks for."""

from __future__ import annotations

from collections.abc import Iterable

from tracker import journal, lifecycle
from tracker.cli import shown
from tracker.deeds.planning import BECOMES
from tracker.deeds.together import spans
from tracker.i18n import t
from tracker.scripts import content


def asked(state: journal.State, proposal: journal.Entry, known: dict) -> str:
    """What a proposal wants to be otherwise than it is now."""
    if proposal.proposes in BECOMES:
        parts = [_turned("status", shown.status(state.standing_status), shown.status(BECOMES[proposal.proposes]))]
    else:
        parts = _differences(proposal.proposes, getattr(state, proposal.proposes), proposal, known)
    return t("look.list_joint").join(parts) or t("plan.same")


def line(made, known: dict) -> tuple[str, str, str]:
    """What was written to a deed (`deeds.Written`): its code, its name unless that is what changes, and what changes."""
    before, after = made.before, made.after
    parts = [part for kind in journal.PLAN for part in _differences(kind, getattr(before, kind), getattr(after, kind), known)]
    if before.progress is not after.progress:
        parts.append(_turned("reported", _reported(before), _reported(after)))
    else:  # of a day before the last report
        parts += [_named("reported", shown.said_of(entry) + t("look.in_brackets", what=entry.effective_on)) for entry in made.entries if entry.kind == journal.PROGRESS]
    if not parts and all(entry.kind in journal.PLAN for entry in made.entries):
        parts.append(t("plan.same"))
    for entry in made.entries:
        if entry.kind == journal.FINDING:
            parts.append(t(f"words.verdict_{journal.found(entry.verdict, before.status)}"))
        elif entry.kind == journal.DECISION:
            parts.append(t(f"words.verdict_{entry.verdict}"))
        elif entry.kind not in (*journal.PLAN, journal.PROGRESS):
            parts.append(t(f"words.kind_{entry.kind}"))
        if entry.kind == journal.PROPOSAL:
            parts.append(asked(before, entry, known))
        if entry.kind == journal.DROP and entry.wording:
            parts.append(t(f"look.into_{entry.reason}", code=entry.wording))
        if entry.kind == journal.BASELINE:
            parts.append(_named("due_on", after.plan.due) if after.plan.due else t("look.undated"))
        parts += shown.told(entry, after.target)
    named = before.title
    name = shown.title(named.title if named else None) if before.title is after.title else ""
    return made.entry.deed, name, t("look.list_joint").join(dict.fromkeys(parts))


_OWN = ("note", "reason", "approval", "basis", "evidence", "remark")
"""What every report says for itself: nothing older is given up by it."""


def report(last: journal.Entry | None, entry: journal.Entry, target: journal.Entry | None) -> str:
    """A report beside the last one: what is otherwise in it, the old before the new; quantities in the unit of a target."""
    if last is None:
        return shown.summary(entry, {}, target)
    was, is_ = shown.said_of(last), shown.said_of(entry)
    parts = [is_ if was == is_ else f"{was} → {is_}"]
    old, new = shown.beside(last, target), shown.beside(entry, target)
    for name in {**old, **new}:
        given_up = name not in _OWN
        if old.get(name) != new.get(name) and (name in new or given_up):
            before = f"{old[name]} → " if name in old and given_up else ""
            parts.append(f"{t('look.field_' + name)}{t('look.colon')}{before}{new.get(name, '–')}")
    return t("look.list_joint").join(parts)


Reports = Iterable[tuple[journal.Entry | None, journal.Entry]]
"""Reports, each after the one before it."""


def overlooked(reports: Reports) -> list[str]:
    """What is likely a slip or forgotten in reports, by whichever door they came."""
    later = [(last, entry) for last, entry in reports if last is not None and entry.kind == journal.PROGRESS and last.effective_on <= entry.effective_on]
    return [*_fallen(later), *_still_asked(later)]


def _still_asked(reports: Reports) -> list[str]:
    """That a deed is blocked no more and what it asked for is still put before the leaders: that is settled by saying so only."""
    found = [
        entry.deed
        for last, entry in reports
        if last.status == lifecycle.BLOCKED != entry.status and entry.ask and (entry.ask, entry.ask_of) == (last.ask, last.ask_of)
    ]
    return [t("look.still_asked", codes=" ".join(spans(found)))] if found else []


def _fallen(reports: Reports) -> list[str]:
    """That progress fell below what was reported last: likely a slip, unless what was completed goes on."""
    found = [
        t("look.fell_of", code=entry.deed, before=last.progress, after=entry.progress)
        for last, entry in reports
        if None not in (last.progress, entry.progress) and entry.progress < last.progress and last.status != lifecycle.COMPLETED
    ]  # fmt: skip
    return [t("look.fell", what=t("look.comma").join(found))] if found else []


def _reported(state: journal.State) -> str:
    said = shown.status(state.status)
    return said if state.reported_progress is None else f"{said} {state.reported_progress}%"


def _differences(kind: str, old: journal.Entry | None, new: journal.Entry | None, known: dict) -> list[str]:
    was, is_ = ({} if entry is None else _facts(kind, entry, known) for entry in (old, new))
    turned = [_turned(name, was.get(name), is_.get(name)) for name in {**was, **is_} if was.get(name) != is_.get(name)]
    if not turned and old and new and new.basis not in (None, old.basis):  # worded as it stands beside a day that changes
        turned.append(f"{t('look.field_basis')}{t('look.colon')}{content(new.basis)}")
    return turned


def _facts(kind: str, entry: journal.Entry, known: dict) -> dict[str, str | None]:
    """The facts of a plan entry, or of a proposal for one, in words."""
    if kind == journal.TITLE:
        return {"title": entry.title and content(entry.title)}
    if kind == journal.SCHEDULE:
        points = t("look.comma").join(f"{day} {percent}%" for day, percent in entry.points)
        return {"start_on": _day(entry.start_on), "due_on": _day(entry.due_on), "points": points or None}
    if kind == journal.TARGET:
        return {"target": shown.target(entry.direction, entry.target, entry.unit, entry.wording)}
    supporters = t("look.comma").join(shown.agency(known, code) for code in entry.supporters)
    lead, verifier = (shown.agency(known, code) if code else None for code in (entry.lead, entry.verifier))
    responsible, leader = (person and content(person) for person in (entry.responsible, entry.leader))
    return {"lead": lead, "supporters": supporters or None, "verifier": verifier, "responsible": responsible, "leader": leader}


def _day(day) -> str | None:
    return day.isoformat() if day else None


def _named(name: str, value) -> str:
    return f"{t('look.set_' + name)} {value}"


def _turned(name: str, old: str | None, new: str | None) -> str:
    return _named(name, f"{old or '–'} → {new or '–'}")
