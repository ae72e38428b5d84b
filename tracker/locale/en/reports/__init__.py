"""Words of reports: pages, what figures mean, commands."""

from tracker.locale.en.reports import commands, figures, pages

MESSAGES = {**pages.MESSAGES, **figures.MESSAGES, **commands.MESSAGES}
