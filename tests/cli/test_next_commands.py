"""A command that is refused says so in one line, in the reader's language, with a command to type next."""

from __future__ import annotations

import re

import pytest
from test_i18n import english

pytest_plugins = ["office"]

SHOWN = {"yaml", "txt", "article", "a", "folder", "missing", "format", "book", "nothing", "JYT", "SJGW"}
"""What was typed, and what is a code."""


@pytest.mark.parametrize(
    ("words", "who", "code", "said", "next_"),
    [
        ("report issue 草案.yaml", {}, 8, "不是专报的文字稿", "deeds report draft"),
        ("report issue folder", {}, 8, "那是文件夹", "deeds report issue --help"),
        ("report issue missing.txt", {}, 4, "没有文件", "deeds report issue --help"),
        ("report verify article.txt", {}, 8, "不是 PDF", "deeds report issued"),
        ("report trace article.txt", {}, 8, "不是 PDF", "deeds report issued"),
        ("report trace a.pdf book.nothing", {}, 4, "没有“book.nothing”这个数字", "deeds report trace a.pdf"),
        ("verify JYT-1-1 --confirm", {"agency": "JYT"}, 6, "不能核实自己的工作", "deeds whoami"),
        ("verify SJGW-1-1 --confirm", {}, 6, "尚未指定核实单位", "deeds assign SJGW-1-1 --verifier 单位"),
        ("round open 2021-07 --by 7-25", {"agency": "JYT"}, 6, "只有统筹单位可以", "deeds whoami"),
        ("name SCJG-1 --from folder", {"agency": "SCJG"}, 8, "那是文件夹", "deeds name --help"),
        ("list --columns 价格", {}, 2, "没有“价格”这一栏", "deeds list --help"),
        ("person add 张三 -a JYT --role 闲人", {}, 5, "可用：经办人 / 统筹单位 / 核实人 / 领导", "deeds person add --help"),
    ],
)
def test_a_refusal(office, tmp_path, words, who, code, said, next_):
    (tmp_path / "草案.yaml").write_text("format: practical-deeds/1\n", encoding="utf-8")
    (tmp_path / "article.txt").write_text("一篇文章。", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    if "a.pdf" in words:
        office("report", "agency", "JYT", "-o", "a.pdf")
    screen = office(*words.split(), ok=False, **who)
    assert (screen.code, screen.out, screen.err.count("\n")) == (code, "", 1), screen
    assert said in screen.err and screen.err.rstrip().endswith(f"→ {next_}"), screen.err
    assert english(re.sub(r"\w+(\.\w+)+", "", screen.err)) - SHOWN == set()
