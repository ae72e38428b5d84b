"""错误信息：一行说清出了什么事、为什么、下一步输入什么命令。"""

MESSAGES = {
    # general
    "unexpected": "程序出现未预料的错误：{what}。请把这一行和所输命令一并报告维护者。",
    # proposal
    "proposal_missing": "找不到文件 {file}。请核对路径；提案由文章提取而来 → deeds extract 文章 -o proposal.yaml",
    "proposal_is_folder": "{file} 是文件夹，不是提案文件 → deeds import 文件.yaml",
    "proposal_not_permitted": "没有读取 {file} 的权限。请放开权限或复制到可读的位置，再输入 → deeds import 文件.yaml",
    "proposal_unreadable": "无法读取 {file}（系统错误 {number}）。请检查磁盘后再输入 → deeds import 文件.yaml",
    "proposal_too_large": "{file} 超过 {limit} MB，不像提案文件。请分成几份后逐份导入 → deeds import 文件.yaml",
    "proposal_not_utf8": "{file} 不是 UTF-8 文本（第 {line} 行无法解读）。请在编辑器中另存为 UTF-8，再输入 → deeds import 文件.yaml",
    "proposal_invalid": "{file} 有 {count} 处错误，没有导入任何内容。请逐处改正后再输入 → deeds import {argument}",
}
