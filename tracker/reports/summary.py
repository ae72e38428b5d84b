"""Three sentences to paste into a chat."""

from __future__ import annotations

from tracker.i18n import Catalogue
from tracker.reports.cells import attention, silence
from tracker.reports.facts import Facts
from tracker.reports.voice import Voice


def sentences(facts: Facts, language: str) -> list[str]:
    """Where the books stand, what needs attention, what is asked: plain text."""
    voice, t, value = Voice(language), Catalogue(language), facts.value
    day = voice.day(facts.reading.as_of)
    if not value("book.deeds"):
        return [t("reports.summary_empty", day=day)]
    counts = {
        name.replace(".", "_"): value(f"book.{name}")
        for name in (
            "agencies", "announced", "deeds", "named", "dated", "reported", "status.completed", "verified",
            "status.in_progress", "blocked", "sent_back", "silent", "asking", "due_next",
        )
    }  # fmt: skip
    first = t("reports.summary_books", day=day, **counts)
    # As page one has it, so that both are met by the same count.
    trouble = f"{attention(facts, voice, value)}{silence(facts, voice, value)}"
    silent = t("reports.summary_silent" if facts.reading.ended_round else "reports.summary_no_round", **counts)
    second = (trouble if counts["dated"] else t("reports.summary_undated", **counts)) + silent
    third = t("reports.summary_next", **counts) + (t("reports.summary_sample") if facts.reading.simulated else "")
    return [first, second, third]
