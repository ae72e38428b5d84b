"""由命令生成的参考手册。"""

MESSAGES = {
    "title": "命令参考",
    "made": "本页由程序从各命令的说明生成，请勿手改（`python -m tracker.cli.reference`）。[English](cli.md)",
    "how": "每个命令都有 `-h`、`--help`。编号大小写均可；日期可写 2021-07-31、7-31 或“昨天”；状态可写中文或英文代码。",
    "options": "[选项]",
    "word": "写法",
    "meaning": "含义",
}
