"""报告用语：页面、数字的含义、命令。"""

from tracker.locale.zh_TW.reports import commands, figures, pages

MESSAGES = {**pages.MESSAGES, **figures.MESSAGES, **commands.MESSAGES}
