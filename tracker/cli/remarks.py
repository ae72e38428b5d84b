"""What is said beside what an agency entered: for which round it counts, a likely slip, what it leaves behind."""

from __future__ import annotations

from tracker.i18n import t

_TOLD = ("status", "progress", "quantity", "note", "stage", "difficulty", "ask", "ask_of", "expected_on", "reason", "approval")


def counting(b, day) -> list[str]:
    """That what is said of a day (of today, if None) counts for a round that is over, or not yet for the one to begin, if so."""
    from tracker import rounds

    day = day or b.now.today
    if (found := rounds.counting(b.connection, day, b.now.today)) is None:
        return []
    how, of = found
    return [t(f"look.counts_{how}", day=day, round=of.key, opens=of.opens_on, closed=of.closed_on)]


def stranger(agencies: dict, word: str | None) -> list[str]:
    """That what is asked for is asked of nobody in the directory, if so: it may be a city or a ministry."""
    from tracker import directory
    from tracker.errors import NotFound

    try:
        if word:
            directory.find(agencies, word)
    except NotFound:
        return [t("look.ask_of_unknown", word=word)]
    return []


def odd(written: list) -> list[str]:
    """What is likely a slip or overlooked: the last report over again, a quantity that holds no more or has no target, a day past."""
    from tracker import journal
    from tracker.cli import shown
    from tracker.deeds import reporting

    said = []
    for made in written:
        entry, last, present, target = made.entry, made.before.progress, made.after.progress, made.after.target
        if entry.kind != journal.PROGRESS:
            continue
        if late := present is not None and present.number != entry.number:  # of a day before the last report, which goes on as it was
            now = shown.said_of(present)
            said.append(t("look.not_present", code=entry.deed, day=entry.effective_on, now=now, on=present.effective_on))
        elif last is not None and not entry.evidence and all(getattr(entry, name) == getattr(last, name) for name in _TOLD):
            said.append(t("look.told_again", code=entry.deed, number=last.number))
        said += stopped(made)
        if not late and last is not None and last.quantity is not None and entry.quantity is None:
            said.append(t("look.quantity_gone", code=entry.deed, quantity=f"{last.quantity:f}"))
        if not late and reporting.uncounted(made.after):
            said.append(t("look.uncounted", code=entry.deed, target=shown.target(target.direction, target.target, target.unit, None)))
        if entry.quantity is not None and (target is None or target.target is None):
            said.append(t("look.no_target", code=entry.deed))
        elif not late and _underived(entry, last, target):
            said.append(t("look.at_most", code=entry.deed, progress=shown.percent(entry.progress)))
    return said


def stopped(made) -> list[str]:
    """What a deed that is suspended or terminated now no longer has, as every report of another status leaves it behind."""
    from tracker import lifecycle

    last, now = made.before.progress, made.after.progress
    if last is None or now is last or now.status not in lifecycle.STOPPED:
        return []
    gone = [t(f"look.field_{name}") for name, fact in (("difficulty", "difficulty"), ("ask", "ask"), ("expected", "expected_on")) if getattr(last, fact) and not getattr(now, fact)]
    return [t("look.stopped", code=now.deed, what=t("look.comma").join(gone))] if gone else []


def _underived(entry, last, target) -> bool:
    """Whether a quantity was reported that tells no progress, and the progress is none or the one from before."""
    if entry.quantity is None or target.direction != "<=" or entry.status == "completed":
        return False
    return entry.progress is None or (last is not None and entry.progress == last.progress and entry.quantity != last.quantity)
