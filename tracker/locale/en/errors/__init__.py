"""Errors: one line saying what happened, why, and the next command to type; parted by where they come up."""

from tracker.locale.en.errors import deeds, intake, machine, reports, sources

MESSAGES = {**machine.MESSAGES, **deeds.MESSAGES, **sources.MESSAGES, **reports.MESSAGES, **intake.MESSAGES}
