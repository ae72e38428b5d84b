"""Three sentences to paste into a chat."""

from __future__ import annotations

from tracker.i18n import Catalogue
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
            "status.in_progress", "overdue", "reason.far_behind", "watched", "blocked", "sent_back", "silent", "asking", "due_next",
        )
    }  # fmt: skip
    first = t("reports.summary_books", day=day, **counts)
    second = t("reports.summary_trouble" if counts["dated"] else "reports.summary_undated", **counts)
    third = t("reports.summary_next", **counts) + (t("reports.summary_sample") if facts.reading.simulated else "")
    return [first, second, third]
