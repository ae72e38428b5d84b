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
        ("report brief --as-of 6-30 --output=a.docx --lang en", {}, 10, "报告是 PDF", "deeds report brief --as-of 6-30 --lang en -o a.pdf"),
        ("report ledger --as-of 2020-1-1 -oa.pdf", {}, 5, "台账尚未建立", "deeds report ledger -oa.pdf --as-of 2021-06-01"),
        ("status --as-of 2020-1-1", {}, 5, "台账尚未建立", "deeds status --as-of 2021-06-01"),
        ("report brief --as-of 2031-1-1 -oa.pdf", {}, 5, "还没有情况可报", "deeds report brief -oa.pdf --as-of 2021-07-05"),
        ("handout -a JYT --output article.txt", {}, 10, "不是文件夹", "deeds handout -a JYT -o 文件夹"),
        ("report all --lang en -o 报告.zip", {}, 10, "名称像文件", "deeds report all --lang en -o 文件夹"),
        ("demo -o demo.pdf", {}, 10, "名称像文件", "deeds demo -o 文件夹"),
        ("report agency JYT --lang zh-CN --script hant", {}, 2, "会有两种字形", "deeds report agency JYT --script hant --lang zh-TW"),
        ("update JYT-1-1 -p 40 --evidence folder", {"agency": "JYT"}, 8, "是文件夹", "deeds update JYT-1-1 -p 40 --evidence 文件"),
        ("name SCJG-1-9..3 --from 草案.yaml", {"agency": "SCJG"}, 4, "前大后小", "deeds name SCJG-1-3..9 --from 草案.yaml"),
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


def test_a_file_is_quoted_where_it_is_to_be_typed_and_nowhere_else(office, tmp_path):
    (tmp_path / "第 1 期.txt").write_bytes("导语".encode("gb18030"))
    (tmp_path / "一 行.txt").write_bytes(b"\xff\xfe\x00\xff\x81")
    assert office("report", "issue", "第 1 期.txt", ok=False).err.strip().endswith("→ deeds report issue '第 1 期.txt'")
    screen = office("take", "一 行.txt", ok=False).err.strip()
    assert screen.startswith("错误：一 行.txt ") and screen.endswith("→ deeds take '一 行.txt'")


def test_a_text_that_differs_is_named_from_where_one_stands(office, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "原 文.txt").write_text("改过的", encoding="utf-8")
    text = f"format: practical-deeds/1\nsource: {{key: s, file: 原 文.txt, sha256: {'0' * 64}}}\ncommitments:\n  - {{key: c, agency: JYT, name: 甲}}\n"
    (tmp_path / "in" / "p.yaml").write_text(text, encoding="utf-8")
    screen = office("import", "in/p.yaml", ok=False).err.strip()
    assert screen.startswith("错误：in/原 文.txt ") and screen.endswith("→ deeds extract 'in/原 文.txt' -o 新草案.yaml")
