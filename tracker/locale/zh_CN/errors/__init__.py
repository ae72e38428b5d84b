"""错误信息：一行说清出了什么事、为什么、下一步输入什么命令；按出错的地方分开。"""

from tracker.locale.zh_CN.errors import deeds, intake, machine, reports, sources

MESSAGES = {**machine.MESSAGES, **deeds.MESSAGES, **sources.MESSAGES, **reports.MESSAGES, **intake.MESSAGES}
