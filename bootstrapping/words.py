"""What the set-up says, in Chinese (Traditional is made: `taiwan`) and English, and how it ends early."""

from __future__ import annotations

import os
import sys

from bootstrapping.taiwan import TAIWAN

WORDS = {
    "help": (
        """在新机器上安装本程序，然后使用。

    python3 bootstrap.py setup           只安装；装好后用 .venv/bin/deeds
    python3 bootstrap.py demo [选项…]    演示模拟的半年报送，最后生成一份专报（PDF）
    python3 bootstrap.py test [参数…]    运行全部测试；参数交给 pytest
    python3 bootstrap.py run 命令…       等于 deeds 命令…

--wheels 文件夹（写在参数之前）：从文件夹安装 Python 软件包，不用网络。
请先在有网络的机器上备好：python3 -m pip download -d 文件夹 -r constraints.txt pip
退出码：2 用法有误，3 缺少所需而又无法取得，130 被中断，其余同所运行的程序。""",
        """Set up this checkout on a fresh machine, then use it.

    python3 bootstrap.py setup           only set up; afterwards .venv/bin/deeds works
    python3 bootstrap.py demo [ARGS…]    a simulated half year, ending in a leader's PDF
    python3 bootstrap.py test [ARGS…]    every test; ARGS go to pytest
    python3 bootstrap.py run ARGS…       deeds ARGS…

--wheels DIR, before ARGS, installs the Python packages from a folder, without a network;
where there is one, fill it with: python3 -m pip download -d DIR -r constraints.txt pip
Exit code: 2 wrong usage, 3 something is missing and cannot be had, 130 interrupted,
else that of the program that was run.""",
    ),
    "python": (
        "需要 Python {needed} 或更高版本，现为 {found} → {command}",
        "Python {needed} or newer is needed, this is {found} → {command}",
    ),
    "get_python": ("请先安装 Python {needed}", "install Python {needed} first"),
    "platform": ("只支持 Linux 和 macOS", "only Linux and macOS are supported"),
    "nothing": ("没有写要做什么 → python3 bootstrap.py demo", "Nothing was asked for → python3 bootstrap.py demo"),
    "usage": ("不明白“{word}” → python3 bootstrap.py --help", "“{word}” is not understood → python3 bootstrap.py --help"),
    "no_folder": (
        "没有这个文件夹：{path} → python3 bootstrap.py setup --wheels 软件包文件夹",
        "there is no such folder: {path} → python3 bootstrap.py setup --wheels FOLDER",
    ),
    "waiting": ("另一个 bootstrap.py 正在安装，等它完成……", "another bootstrap.py is installing; waiting for it…"),
    "installing": ("正在安装系统软件包：{names}……", "installing system packages: {names}…"),
    "unpacking": ("正在下载系统软件包并解压到 .local：{names}……", "unpacking system packages into .local: {names}…"),
    "venv": ("正在建立 Python 环境 .venv……", "making the Python environment .venv…"),
    "pip": ("正在安装 Python 软件包（首次约需一分钟）……", "installing Python packages (a minute the first time)…"),
    "done": ("准备完毕，用时 {seconds} 秒 → .venv/bin/deeds --help", "ready after {seconds} s → .venv/bin/deeds --help"),
    "debian": (
        "缺少系统软件包 {names}（{why}）→ 请管理员执行：{command}",
        "system packages are missing: {names} ({why}) → ask an administrator to run: {command}",
    ),
    "debian_root": (
        "缺少系统软件包 {names}（{why}）→ 排除后执行：{command}",
        "system packages are missing: {names} ({why}) → mend it and run: {command}",
    ),
    "exit_code": ("退出码 {code}", "exit code {code}"),
    "offline": ("连不上网络", "no network"),
    "and_python": ("，以及 Python 软件包（见 constraints.txt）", ", and the Python packages (see constraints.txt)"),
    "no_apt": (
        "缺少 {names}，而本机没有 apt-get → 请用本机的软件包管理器安装：Python 的 ensurepip、Pango、HarfBuzz（含 subset）、"
        "字体 Noto Serif CJK 与 Noto Sans CJK",
        "{names} missing and no apt-get here → install with this system's package manager: Python's ensurepip, Pango, "
        "HarfBuzz with its subset library, the fonts Noto Serif CJK and Noto Sans CJK",
    ),
    "no_network": (
        "连不上网络，尚缺：{names} → python3 bootstrap.py {command} --wheels 软件包文件夹",
        "no network; still missing: {names} → python3 bootstrap.py {command} --wheels FOLDER",
    ),
    "no_wheels": (
        "文件夹 {folder} 里缺少软件包：{names} → 在有网络的机器上执行：pip wheel -c constraints.txt -w 软件包文件夹 {names}",
        "the folder {folder} lacks: {names} → on a machine with a network: pip wheel -c constraints.txt -w FOLDER {names}",
    ),
    "failed": ("{what} 未能完成，原因见上 → 排除后再执行一次", "{what} failed for the reason above → mend it and run this again"),
    "unwritable": (
        "无法写入 {path}（{why}）→ 请把整个程序文件夹复制到自己的文件夹中再执行",
        "{path} cannot be written ({why}) → copy the whole program to a folder of your own and run it there",
    ),
    "interrupted": ("已中断；再执行一次即可继续", "interrupted; run it again to go on"),
}


class Stop(Exception):
    """Ends the set-up with the message `WORDS[key]` on one line and with `code`."""

    def __init__(self, key: str, code: int = 3, **values: object):
        super().__init__(key, values)
        self.key, self.code, self.values = key, code, values


def words(key: str, **values: object) -> str:
    """The message in the language that `deeds` itself chooses: by DEEDS_LANG, else the locale, else Simplified Chinese."""
    tags = [os.environ.get(name, "").lower() for name in ("DEEDS_LANG", "LC_ALL", "LC_MESSAGES", "LANG")]
    tag = next((tag for tag in tags if tag[:2] in ("zh", "en")), "zh")
    if any(part in tag.split(".")[0] for part in ("tw", "hk", "mo", "hant")):
        return TAIWAN[key].format(**values)
    return WORDS[key][tag.startswith("en")].format(**values)


def say(key: str, **values: object) -> None:
    print(words(key, **values), file=sys.stderr, flush=True)
