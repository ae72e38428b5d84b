"""Late and retracted entries since the last issue, and what they change of what it said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from tracker import journal
from tracker.journal import Entry
from tracker.reports import cells
from tracker.reports.facts import Facts
from tracker.reports.records import DeedFacts
from tracker.reports.voice import Voice


@dataclass(frozen=True, slots=True)
class Row:
    """Entries that say the same of deeds of one commitment, with the same effect on the last issue: one line of the brief.

    `deeds` are as they are known now; `entries` their numbers, drawn together, and `size` how many; `day` that they
    speak of; `late` or else retracted; `what` they say; `effect` on what the issue said of the deeds.
    """

    deeds: tuple[DeedFacts, ...]
    entries: Markup
    size: int
    day: date
    late: bool
    what: Markup
    effect: Markup


def rows(facts: Facts, voice: Voice) -> list[Row]:
    """The corrections of the last issue, retracted entries after late ones, in the order of the journal.

    What several come to together is told with the first; the others point there.
    """
    last = facts.last
    if last is None:
        return []
    deeds = {deed.code: deed for deed in facts.reading.deeds}
    said, now = ({deed.code: deed for deed in of.reading.deeds} for of in (last.before, last.restated or last.before))
    found: dict[tuple, list[Entry]] = {}
    told: dict[str, tuple] = {}
    for late, entries in ((True, last.late), (False, last.retracted)):
        for entry in entries:
            of = deeds[entry.deed]
            what, effect = _what(entry, of, facts, voice), _effect(said.get(entry.deed), now.get(entry.deed), voice)
            case = of.commitment, entry.kind, entry.effective_on, entry.agency, late, what, effect
            first = told.setdefault(entry.deed, case) if effect else case
            found.setdefault((case, first), []).append(entry)

    def numbers(entries: Iterable[Entry]) -> Markup:
        return cells.drawn_together((f"#{entry.number}" for entry in entries), voice, separator="#")

    return [
        Row(
            tuple({entry.deed: deeds[entry.deed] for entry in alike}.values()), numbers(alike), len(alike), alike[0].effective_on, late, what,
            (effect or voice("effect_none")) if case == first else voice("effect_told", entries=numbers(found[first, first])),
        )
        for (case, first), alike in found.items()
        for *_, late, what, effect in [case]
    ]  # fmt: skip


def _what(entry: Entry, of: DeedFacts, facts: Facts, voice: Voice) -> Markup:
    """What an entry says of a deed, as shortly as can be."""
    kind = voice.word(f"words.kind_{entry.kind}")
    said: Iterable[Markup | str | None]
    if entry.kind == journal.PROGRESS:
        said = [_reported(entry.status, entry.progress, voice), voice.content(entry.difficulty or entry.note or entry.reason)]
    elif entry.kind == journal.FINDING:
        said = [voice.word(f"words.verdict_{journal.found_about(entry, (*of.entries, *(gone for _, gone in of.taken_back)))}"), voice.content(entry.note)]
    elif entry.kind == journal.SCHEDULE:
        said = [str(entry.due_on or voice("undated"))]
    elif entry.kind == journal.TARGET:
        said = [cells.goal(entry, voice)]
    elif entry.kind == journal.OWNERS:
        said = [voice.agency(facts.reading.agencies.get(entry.lead))]
    elif entry.kind == journal.DROP:
        said = [voice.word(f"words.drop_{entry.reason}"), voice.content(entry.note)]
    else:
        said = [voice.content(entry.title)]
    words = voice("between").join(part for part in said if part)
    return voice("kind_says", kind=kind, what=words) if words else kind


def _effect(said: DeedFacts | None, now: DeedFacts | None, voice: Voice) -> Markup:
    """What the last issue said of a deed beside what it would say now; empty where that is the same."""
    if said is None or now is None or said.dropped != now.dropped:
        return voice("effect_counted" if now is not None and not now.dropped else "effect_not_counted")
    found = []
    for key, one in (
        ("self_reported", lambda deed: _reported(deed.status, deed.state.reported_progress, voice)),
        ("due", lambda deed: deed.due_on or voice("undated")),
        ("checked", lambda deed: voice.word(f"words.verdict_{deed.state.found}") if deed.state.finding else voice("not_yet")),
        ("lights", lambda deed: cells.light(deed, voice)),
    ):
        then, present = one(said), one(now)
        if then != present:
            found.append(voice("effect_turned", what=voice(key), then=then, now=present))
    return Markup("<br>").join(found)


def _reported(status: str, progress: int | None, voice: Voice) -> Markup:
    word = voice.word(f"words.status_{status}")
    return word if progress is None else Markup("{} {}").format(word, voice("percent", n=progress))
