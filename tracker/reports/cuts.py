"""How the deeds are cut: announced against tracked, by status, by light. Every cut adds up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tracker import lifecycle
from tracker.reports.figures import RATED, Figure, Figures
from tracker.reports.records import DeedFacts, Item, Reading, Round

REASONS = (
    "closed_out", "awaiting_verification", "on_track", "behind", "blocked", "due_soon", "silent",
    "overdue", "far_behind", "unreported", "undated", "not_rated",
)  # fmt: skip
STATUSES = (*lifecycle.STATUSES, lifecycle.UNREPORTED)


def awaits_verification(deed: DeedFacts) -> bool:
    return deed.status == lifecycle.COMPLETED and not deed.state.closed_out and not deed.state.sent_back


def announced(figures: Figures, reading: Reading) -> None:
    """公布 against 实有: announced units, less those without a deed and those that share one, plus deeds added, less deeds given up."""
    homes = {item.deed: deed for deed in reading.deeds for item in deed.items}
    of_commitment: dict[str, list[DeedFacts]] = defaultdict(list)
    for deed in reading.deeds:
        of_commitment[deed.commitment].append(deed)
    names = ("announced", "unlinked", "merged", "added", "dropped")
    for code, commitment in reading.commitments.items():
        announced = [item for item in commitment.items if item.announced]
        linked = [item for item in announced if item.deed in homes]
        first: dict[str, object] = {}
        for item in linked:
            if homes[item.deed].commitment == code:
                first.setdefault(homes[item.deed].code, item)
        kept = {id(item) for item in first.values()}
        prefix = f"commitment.{code}"
        figures.items(f"{prefix}.announced", announced)
        figures.items(f"{prefix}.unlinked", (item for item in announced if item.deed not in homes))
        figures.items(f"{prefix}.merged", (item for item in linked if id(item) not in kept))
        figures.deeds(f"{prefix}.added", (deed for deed in of_commitment[code] if deed.code not in first))
        figures.deeds(f"{prefix}.dropped", (deed for deed in of_commitment[code] if deed.dropped), "drop")
        figures.split(
            f"{prefix}.deeds",
            (f"{prefix}.announced", f"{prefix}.added"),
            (f"{prefix}.unlinked", f"{prefix}.merged", f"{prefix}.dropped"),
        )
    for name in names:
        parts = [figures.all[f"commitment.{code}.{name}"] for code in reading.commitments]
        codes = tuple(code for part in parts for code in part.deeds)
        items = tuple(key for part in parts for key in part.items)
        cites = ("drop",) if name == "dropped" else ()
        figures.add(Figure(f"book.{name}", sum(part.value for part in parts), codes, items, cites))
        figures.split(f"book.{name}", [part.id for part in parts])
    figures.split("book.deeds", ("book.announced", "book.added"), ("book.unlinked", "book.merged", "book.dropped"))
    owed: dict[str, list[Item]] = {code: [] for code in reading.agencies}
    for commitment in reading.commitments.values():
        owed[commitment.agency] += [item for item in commitment.items if item.announced]
    for code, found in owed.items():
        figures.items(f"agency.{code}.announced", found)
    figures.split("book.announced", [f"agency.{code}.announced" for code in owed])


def cut(figures: Figures, prefix: str, deeds: Iterable[DeedFacts], lights: bool = True) -> None:
    """One set of deeds cut in every way: named, dated, reported, by status, by light, by reason."""
    deeds = list(deeds)
    total = f"{prefix}.deeds"
    figures.deeds(total, deeds, "owners")
    for name, other, cites, test in (
        ("named", "unnamed", ("title",), lambda d: d.title is not None),
        ("dated", "undated", ("schedule",), lambda d: d.due_on is not None),
        ("reported", "unreported", ("progress",), lambda d: d.state.progress is not None),
    ):
        figures.deeds(f"{prefix}.{name}", (d for d in deeds if test(d)), *cites)
        figures.deeds(f"{prefix}.{other}", (d for d in deeds if not test(d)))
        figures.split(total, (f"{prefix}.{name}", f"{prefix}.{other}"))
    for status in STATUSES:
        figures.deeds(f"{prefix}.status.{status}", (d for d in deeds if d.status == status), "progress")
    figures.split(total, [f"{prefix}.status.{status}" for status in STATUSES])
    for name, test in (
        ("verified", lambda d: d.state.closed_out),
        ("unverified", awaits_verification),
        ("sent_back", lambda d: d.state.sent_back),
    ):
        figures.deeds(f"{prefix}.{name}", (d for d in deeds if test(d)), "progress", "finding")
    parts = [f"{prefix}.{name}" for name in ("verified", "unverified", "sent_back")]
    figures.split(f"{prefix}.status.{lifecycle.COMPLETED}", parts)
    if lights:
        _lights(figures, prefix, deeds)


def _lights(figures: Figures, prefix: str, deeds: list[DeedFacts]) -> None:
    reasons: dict[str, set[str]] = defaultdict(set)
    for colour in lifecycle.COLOURS:
        figures.deeds(f"{prefix}.light.{colour}", (d for d in deeds if d.light.colour == colour), *RATED)
    for reason in REASONS:
        found = [d for d in deeds if d.light.reason == reason]
        figures.deeds(f"{prefix}.reason.{reason}", found, *RATED)
        for deed in found:
            reasons[deed.light.colour].add(reason)
    figures.split(f"{prefix}.deeds", [f"{prefix}.light.{colour}" for colour in lifecycle.COLOURS])
    for colour, found in sorted(reasons.items()):
        figures.split(f"{prefix}.light.{colour}", [f"{prefix}.reason.{reason}" for reason in sorted(found)])


def heard(figures: Figures, prefix: str, deeds: Iterable[DeedFacts], round: Round | None) -> None:
    """One set of deeds by a round: of which something was to be handed in, of which nothing was, and of which it was too late."""
    deeds = list(deeds)
    late = [deed for deed in deeds if deed.late_in(round)]
    figures.add(Figure(f"{prefix}.filed_late", len(late), tuple(deed.code for deed in late), entries=tuple(each.number for deed in late for each in deed.late_for(round))))
    figures.deeds(f"{prefix}.expected", (d for d in deeds if d.expected_in(round)), "progress", "confirmation")
    figures.deeds(f"{prefix}.silent", (d for d in deeds if d.silent_in(round)), "progress", "confirmation")
