"""命令行库自带的英文，按原文查译文。"""

MESSAGES = {
    "Usage: ": "用法：",
    ": ": "：",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 [参数]…",
    "Arguments": "参数",
    "Options": "选项",
    "Commands": "命令",
    "(dynamic)": "（自动取得）",
    "default: {default}": "默认：{default}",
    "env var: {var}": "环境变量：{var}",
    "required": "必填",
    "Missing command.": "缺少子命令",
    "Aborted!": "已中断。",
    "Show this message and exit.": "显示本说明。",
}
