"""How far a deed has come: what counts beside the pace, by when it is expected, why it is late if only an answer says so."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from tracker import lifecycle
from tracker.reports.facts import Facts
from tracker.reports.records import DeedFacts
from tracker.reports.voice import Voice


def counts_as(deed: DeedFacts, voice: Voice) -> Markup:
    """What its progress counts as where that is not what was reported last: a rate that was left out, or a quantity under another target since.

    What was sent back says so in its `verdict`.
    """
    reported = deed.state.reported_progress
    left_out = reported is None and deed.pace is not None and deed.status != lifecycle.NOT_STARTED
    if deed.state.progress is None or deed.state.sent_back or (deed.progress == reported and not left_out):
        return Markup("")
    return voice("counts_as", n=deed.progress or 0)


def paced(deed: DeedFacts, voice: Voice) -> Markup:
    """The progress that counts beside the pace: 58%/71%."""
    unsaid = voice("counts_as", n=0) if deed.state.progress is not None and deed.pace is not None else Markup("—")
    said = unsaid if deed.progress is None else voice("percent", n=deed.progress)
    return said if deed.pace is None else said + "/" + voice("percent", n=deed.pace_percent)


def answered(deed: DeedFacts, facts: Facts, voice: Voice, limit: int) -> Markup:
    """What its agency answered an instruction about it, where it has reported nothing later; of a long answer the beginning."""
    found = [order.answer for order in facts.orders if order.asked.deed == deed.code and order.answer is not None]
    said = max(found, key=lambda answer: answer.number, default=None)
    if said is None or not said.note or said.effective_on < deed.state.progress.effective_on:
        return Markup("")
    return voice("answered_is", note=voice.brief(said.note, limit))


def expectation(deed: DeedFacts, day: date, voice: Voice) -> Markup:
    """By when it is said to be done; a day that is past while it is not done is said to be so."""
    expected = deed.state.progress.expected_on if deed.state.progress else None
    if expected is None:
        return Markup("")
    return voice("expected_was" if expected < day and not deed.finished else "expected_is", day=expected)
