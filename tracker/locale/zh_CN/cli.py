"""命令行自己说的话。"""

MESSAGES = {
    "error": "错误：{what}",
    "usage_error": "用法有误：{what} → {page}",
    "interrupted": "已中断。",
    "command_unknown": "没有“{name}”这个命令",
    "command_unknown_near": "没有“{name}”这个命令，是不是：{near}？",
    # faults in the words of a command
    "usage_option_unknown": "没有 {option} 这个选项",
    "usage_option_unknown_near": "没有 {option} 这个选项，是不是：{near}？",
    "usage_option_needs_value": "选项 {option} 后面缺少值",
    "usage_option_takes_none": "选项 {option} 后面不带值",
    "usage_extra": "多出的内容：{words}（含空格的文字请加引号）",
    "usage_missing": "缺少 {name}",
    "usage_missing_choice": "缺少 {name}，可用：{choices}",
    "usage_empty": "{name} 的值是空的，请写上",
    "yes_no": "（是/否，直接回车为否）",
    "yes_or_no": "请回答“是”或“否”。",
    "usage_value": "{name} 的值无效",
    "usage_value_number": "{name} 的值应为整数",
    "usage_value_decimal": "{name} 的值应为数字",
    "usage_value_choice": "{name} 的值无效，可用：{choices}",
    "usage_value_range": "{name} 的值超出范围（{range}）",
    "usage_value_file": "{name} 所指的文件不存在或不能读取",
    "usage_value_day": "{name} 应为日期，写成 2021-12-31 的样子",
    "usage_command_missing": "缺少子命令",
    "usage_other": "所输命令无法理解",
}
