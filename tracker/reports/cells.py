"""What stands in the cells of a report: facts of a deed in the words of its language."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from tracker import journal, lifecycle
from tracker.journal import Entry
from tracker.reports import changes, headway, since
from tracker.reports.changes import Change
from tracker.reports.facts import Facts
from tracker.reports.figures import Figure, Run, runs
from tracker.reports.records import DeedFacts
from tracker.reports.voice import Voice, shortened
from tracker.shapes import SHAPES

HISTORY = 8
"""How many entries the history line of a deed shows."""
LONG = {"title": 50, "whole": 120, "name": 20, "person": 10, "part": 40, "stage": 30, "cause": 80, "said": 80, "reason": 80, "order": 100}
"""How many Chinese characters of a text the cells of tables show, so that no row takes up a page; an agency's report has all."""
WORDY = 300
"""From how many characters on what is said of a deed may run over to the next page."""

COUNTED = 160
"""How many characters of the deeds behind a figure the trace shows."""
WHOLE = 10**6
"""The same where every deed is to be told."""
CODES_SPARED = 8
"""So many deeds more are told rather than counted."""


def counted(figure: Figure, facts: Facts, voice: Voice, most: int = COUNTED) -> Markup:
    """What a figure was counted from, drawn together; cut where it is longer than `most` characters, saying how many are left out."""
    if figure.agencies:
        return voice("listed").join(voice.agency(facts.reading.agencies[code]) for code in figure.agencies)
    if not figure.deeds and not figure.items:
        return drawn_together((f"#{number}" for number in figure.entries), voice, most, "#")
    return drawn_together(figure.items, voice, most, "/") if figure.items else drawn_together(figure.deeds, voice, most)


def drawn_together(codes: Iterable[str], voice: Voice, most: int = COUNTED, separator: str = "-") -> Markup:
    """Codes in as few words as they have runs: SCJG-1-1～4、7；ZJT-1-1."""
    found, said, stem, left = runs(codes, separator), Markup(""), None, 0
    for place, run in enumerate(found):
        if len(said) > most and place and (left := sum(each.size for each in found[place:])) > CODES_SPARED:
            break
        joint = "" if stem is None else voice("listed" if run.stem == stem else "between")
        said += joint + ("" if run.stem == stem and run.low is not None else run.stem) + _numbers(run, voice)
        stem = run.stem
    return said + voice("and_others", n=left) if left > CODES_SPARED else said


def code_width(facts: Facts, points: float, across: float) -> float:
    """The percent of a width of `across` mm that holds the longest code of an agency and its hyphen, at a size of `points`, and what keeps cells apart."""
    letters = 1 + max(map(len, facts.agencies), default=0)
    return 100 * (0.7 * letters * points * 0.353 + 2.4) / across


def _numbers(run: Run, voice: Voice) -> Markup:
    if run.size < 3:
        return voice("listed").join(str(n) for n in range(run.low, run.high + 1)) if run.low is not None else Markup("")
    return voice("through", first=run.low, last=run.high)


def attention(facts: Facts, voice: Voice, n: Callable[[str], object]) -> Markup:
    """What needs somebody, each case that there is, and how many are two of them. `n` prints a figure."""
    if not facts.value("book.troubled"):
        return voice("headline_calm")
    cases = ("overdue", "reason.far_behind", "watched", "blocked", "sent_back")
    parts = {id: voice(f"attention_{id.rsplit('.')[-1]}", n=n(f"book.{id}")) for id in cases if facts.value(f"book.{id}")}
    if facts.value("book.unlit"):  # what was sent back need not be late
        parts["sent_back"] += voice("attention_unlit", n=n("book.unlit"))
    twice = voice("attention_overlapping", n=n("book.overlapping")) if facts.value("book.overlapping") else Markup("")
    return voice("headline_attention", troubled=n("book.troubled"), parts=voice("comma").join(parts.values()) + twice)


def silence(facts: Facts, voice: Voice, n: Callable[[str], object]) -> Markup:
    """How many are lit yellow that `attention` does not count: who can count meets the lights from there."""
    return voice("headline_silent_only", n=n("book.silent_only")) if facts.value("book.silent_only") else Markup("")


def light(deed: DeedFacts, voice: Voice, full: bool = False) -> Markup:
    """The light of a deed as shape and word, in its colour; `full`: in the words of the rules, not of a narrow column."""
    colour, reason = deed.light.colour, deed.light.reason
    said = voice.word(f"words.reason_{reason}") if full else voice(f"reason_{reason}")
    return Markup('<b class="{}">{}</b> {}').format(colour, SHAPES[colour], said)


def troubles(deed: DeedFacts, voice: Voice) -> Markup:
    """The light of a deed, and the headings under which the brief names it."""
    colour, said = deed.light.colour, voice("listed").join(voice(f"trouble_{name}") for name in since.troubles(deed))
    return Markup('<b class="{}">{}</b> {}').format(colour, SHAPES[colour], said)


def rated(deed: DeedFacts, voice: Voice) -> Markup:
    """The light and, while it runs, what the deed counts as and the pace that it was held to."""
    if deed.finished:
        return light(deed, voice)
    said = [headway.counts_as(deed, voice), voice("pace_is", n=deed.pace_percent) if deed.pace is not None else ""]
    held_to = voice("comma").join(filter(None, said))
    return light(deed, voice) + (voice("bracketed", what=held_to) if held_to else "")


def wordy(deed: DeedFacts) -> bool:
    """Whether so much is said of it that its part of an agency's report may be split."""
    progress = deed.state.progress
    said = (progress.note, progress.reason, progress.difficulty, progress.ask) if progress else ()
    return sum(len(text) for text in said if text) > WORDY


def cut_short(deed: DeedFacts) -> bool:
    """Whether the brief shows only the beginning of why it is in trouble."""
    state = deed.state
    said = (state.progress and state.progress.difficulty, state.finding and state.finding.note)
    return any(text and shortened(text, LONG["cause"]) != text for text in said)


def verdict(deed: DeedFacts, voice: Voice, joint: str = "<br>") -> Markup:
    """What was checked, and what a completion that was sent back counts as: in a cell below, in a line behind the `joint`.

    The office's own deeds wait for another verifier (本级自报待核实).
    """
    finding = deed.state.finding
    if finding:
        said = voice("verdict_on", verdict=voice.word(f"words.verdict_{deed.state.found}"), day=finding.effective_on)
        return said + Markup(joint) + voice("counts_as", n=deed.progress or 0) if deed.state.sent_back else said
    if deed.status != lifecycle.COMPLETED:
        return Markup("—")
    owners = deed.state.owners
    own = owners is None or owners.verifier in (None, deed.lead)
    return voice("own_unverified") if own else voice("not_yet")


def sent_back(deed: DeedFacts, voice: Voice, limit: int | None = None) -> Markup:
    """When the verifier sent a completion back, and why."""
    found = deed.state.finding
    if not found.note:
        return voice("sent_back_only", day=found.effective_on)
    return voice("sent_back_is", day=found.effective_on, note=voice.brief(found.note, limit) if limit else voice.content(found.note))


def latest(deed: DeedFacts, voice: Voice) -> Markup:
    """The last report: day, stage, difficulty, note."""
    progress = deed.state.progress
    if progress is None:
        return Markup("—")
    said = [progress.stage, progress.difficulty or progress.note or progress.reason]
    return _dated(progress, said, voice) + _confirmed(deed, voice)


def _dated(progress: Entry, said: Iterable[str | None], voice: Voice) -> Markup:
    words = str(voice("between")).join(voice.content(part) for part in said if part)
    return Markup("{} {}").format(progress.effective_on, shortened(words, LONG["said"]))


def _confirmed(deed: DeedFacts, voice: Voice) -> Markup:
    """That what was reported was later confirmed to be unchanged, and when."""
    state = deed.state
    if state.progress is None or state.handed_in_on == state.progress.effective_on:
        return Markup("")
    return voice("confirmed_on", day=state.handed_in_on)


def changed(deed: DeedFacts, facts: Facts, voice: Voice) -> list[tuple[Markup, Markup, list[Markup]]]:
    """Of every promise that changed: what was fixed, what holds, and each step with its reason and approval."""
    return [
        (_promise(change, change.original, facts, voice), _promise(change, change.current, facts, voice), steps(change.steps, voice))
        for change in changes.changes(deed)
    ]


def _promise(change: Change, entry: Entry | None, facts: Facts, voice: Voice, limit: int = LONG["title"]) -> Markup:
    """A promise in words, as far as it changed; the wording of a target may be cut."""
    unknown = voice("undated")
    if entry is None:
        return unknown
    if change.kind == journal.OWNERS:
        return Markup("{}").format(voice.agency(facts.reading.agencies.get(entry.lead)))
    if change.kind == journal.TARGET:
        return goal(entry, voice, limit) or unknown
    other = change.current if entry is change.original else change.original
    said = [str(entry.due_on or unknown)]
    if entry.start_on and (other is None or other.start_on != entry.start_on):
        said = [voice.word("look.from_to", start=entry.start_on, due=said[0])]
    if entry.points and (other is None or other.points != entry.points):
        said += [f"{day} {percent}%" for day, percent in entry.points]
    return Markup("<br>").join(said)


def goal(entry: Entry | None, voice: Voice, limit: int | None = None) -> Markup:
    """A target in words: 不少于3000个; empty where there is none. Its wording may be cut."""
    said = []
    if entry is not None and entry.target is not None:
        amount = Markup("{:f}{}").format(entry.target, voice.content(entry.unit or ("%" if entry.direction == "ratio" else "")))
        said.append(voice.word(f"words.direction_{entry.direction}", amount=amount) if entry.direction in (">=", "<=") else amount)
    if entry is not None and entry.wording:
        said.append(voice.brief(entry.wording, limit) if limit else voice.content(entry.wording))
    return voice("between").join(said)


def steps(found: Iterable[Entry], voice: Voice) -> list[Markup]:
    """Day, reason and approval of entries, one by one."""
    said = []
    for entry in found:
        reason = voice.brief(entry.reason, LONG["reason"]) if entry.reason else voice("no_reason")
        if entry.kind == journal.RETRACTION:
            reason = voice("step_taken_back", reason=reason)
        approval = Markup("<br>") + voice("approval_is", approval=voice.brief(entry.approval, LONG["stage"])) if entry.approval else ""
        said.append(Markup("{} {}{}").format(entry.effective_on, reason, approval))
    return said


def todo(expected: list[tuple[str, dict]], voice: Voice) -> Markup:
    return voice("between").join(voice(f"todo_{key}", **values) for key, values in expected)


def history(deed: DeedFacts, voice: Voice) -> Markup:
    """What was handed in and found, a few words an entry, latest last."""
    said = []
    for entry in deed.entries:
        if entry.kind == journal.PROGRESS:
            words = voice.word(f"words.status_{entry.status}")
            percent = "" if entry.progress is None else f" {entry.progress}%"
            said.append(Markup("{} {}{}").format(entry.effective_on, words, percent))
        elif entry.kind in (journal.FINDING, journal.CONFIRMATION, journal.SCHEDULE, journal.BASELINE):
            key = f"words.verdict_{journal.found_about(entry, deed.entries)}" if entry.kind == journal.FINDING else f"words.kind_{entry.kind}"
            until = f" {entry.due_on}" if entry.kind == journal.SCHEDULE and entry.due_on else ""
            said.append(Markup("{} {}{}").format(entry.effective_on, voice.word(key), until))
    cut = [voice("earlier_left_out")] if len(said) > HISTORY else []
    return Markup(" → ").join([*cut, *said[-HISTORY:]])


# The ledger


def responsible(deed: DeedFacts, facts: Facts, voice: Voice, said: str | None = None) -> Markup:
    """Who leads (unless it is `said` above), who supports, which person answers for it, who is in charge."""
    owners, known = deed.state.owners, facts.reading.agencies
    found = [] if deed.lead == said else [Markup("{}").format(voice.agency(known.get(deed.lead)))]
    if deed.supporters:
        names = voice("listed").join(voice.agency(known.get(code)) for code in deed.supporters)
        found.append(voice("supported_by", names=shortened(names, LONG["stage"])))
    if owners is not None and owners.responsible:
        found.append(voice("person_is", name=voice.brief(owners.responsible, LONG["person"])))
    if owners is not None and owners.leader:
        found.append(voice("leader_is", name=voice.brief(owners.leader, LONG["person"])))
    return Markup("<br>").join(found)


def achieved(deed: DeedFacts, voice: Voice) -> Markup:
    """The quantity reported, in the target's unit; empty where there is none."""
    quantity, target = deed.state.quantity, deed.state.target
    if quantity is None:
        return Markup("")
    return Markup("<br>{:f}{}").format(quantity, voice.content(target.unit) if target else "")


def said(deed: DeedFacts, voice: Voice) -> Markup:
    """What was last reported: day, stage, note."""
    progress = deed.state.progress
    if progress is None:
        return Markup("")
    return _dated(progress, (progress.stage, progress.note or progress.reason), voice) + _confirmed(deed, voice)


def trouble(deed: DeedFacts, facts: Facts, voice: Voice) -> Markup:
    """What is in the way, what is asked of whom and when it is expected to be done; of a completion that was sent back, why."""
    progress = deed.state.progress
    if progress is None:
        return Markup("")
    found = []
    if deed.state.sent_back:
        found.append(sent_back(deed, voice, LONG["name"]))
    if progress.difficulty:
        found.append(Markup("{}").format(voice.brief(progress.difficulty, LONG["part"])))
    if progress.ask:
        found.append(asked(progress, facts, voice, LONG["name"]))
    if progress.expected_on:
        found.append(headway.expectation(deed, facts.reading.as_of, voice))
    return Markup("<br>").join(found)


def asked(progress: Entry, facts: Facts, voice: Voice, limit: int | None = None) -> Markup:
    """What is asked, and of whom; the texts may be cut."""
    ask, whom = (shortened(text, limit) if limit else text for text in (voice.content(progress.ask), asked_of(progress, facts, voice)))
    return voice("asked_of", whom=whom, ask=ask) if whom else voice("asked", ask=ask)


def asked_of(progress: Entry, facts: Facts, voice: Voice) -> str:
    """Of whom something is asked: an agency by its name in this report, whatever it was called when it was written down."""
    said = progress.ask_of or ""
    found = (agency for agency in facts.reading.agencies.values() if said == agency.code or said in agency.names)
    return next(map(voice.agency, found), None) or voice.content(said)


def evidence(deed: DeedFacts, voice: Voice) -> Markup:
    """Every file handed in for it or found when it was checked, with its entry; also of what was sent back."""
    files = [(name, sha256, entry.number) for entry in deed.entries for sha256, name in entry.evidence]
    return voice("listed").join(
        voice("file_of", name=voice.content(name), sha256=sha256[:12], number=number) for name, sha256, number in files
    )


def remark(deed: DeedFacts, facts: Facts, voice: Voice) -> Markup:
    """What else is to be known: what was promised before, what waits for an answer, that it stands in several lists."""
    found = [voice(f"was_{change.kind}", what=_promise(change, change.original, facts, voice, LONG["name"])) for change in changes.changes(deed)]
    if changes.halted(deed) and (entry := changes.halt(deed)) is not None and entry.approval:
        found.append(voice("approval_is", approval=voice.brief(entry.approval, LONG["name"])))
    if any(order.asked.deed == deed.code and order.answer is None for order in facts.orders):
        found.append(voice("order_waits"))
    if len(deed.items) > 1:
        others = [f"{item.commitment}/{item.key}" for item in deed.items if f"{item.commitment}-{item.number}" != deed.code]
        found.append(voice("also_announced", items=drawn_together(others, voice, LONG["name"], "/")))
    return Markup("<br>").join(found)
