"""A told story to look at on the command line: five weeks in the shipped books. A module says ``pytest_plugins = ["office"]``."""

from __future__ import annotations

import os
import shutil

import pytest
from office import Office

from tracker import i18n
from tracker.cli import main

STORY = """
2021-06-10 SJGW assign JYT-1 --start 6-1 --due 12-31 --basis 苏机工〔2021〕8号 --responsible 王处长 -y
2021-06-10 SJGW assign KJT-1-1..3 --start 6-1 --due 7-1 --basis 苏机工〔2021〕8号 --yes
2021-06-10 SJGW assign JYT-1-2 --target 3000所 --supporter KJT
2021-06-12 SJGW baseline JYT KJT-1-1..3 --approval 定账〔1〕 -y
2021-06-12 SJGW round open 2021-06 --by 6-25 --from 6-1
2021-06-20 JYT update JYT-1-1 -s 推进中 -p 60 -n 已完成摸底 --stage 调研
2021-06-20 JYT update JYT-1-2 -s 推进中 -q 1500
2021-06-20 JYT block JYT-1-3 -d 经费未到位 --ask 请拨付专项经费 --ask-of 省财政厅 --expected 2022-1-20
2021-06-20 KJT complete KJT-1-1 -n 已全部减少
2021-06-20 KJT start KJT-1-2 -p 40
2021-06-21 KJT complete KJT-1-2
2021-06-21 KJT start KJT-1-3 -p 20
2021-06-26 SJGW round close
2021-06-28 SJGW verify KJT-1-1 --confirm -n 现场查看
2021-06-28 SJGW verify KJT-1-2 --reject -n 现场未见
2021-06-29 JYT propose JYT-1-1 --due 2022-3-31 --reason 招标流标
2021-06-30 SJGW decide 196 --approve --approval 批复〔3〕
2021-06-30 JYT propose JYT-1-4 --suspend --reason 等待新政策
2021-06-30 SCJG name SCJG-1-1 食品安全抽检
2021-06-30 SCJG add SCJG-1 补报事项
2021-06-30 SCJG drop SCJG-1-62 --reason 重复 --into SCJG-1-61
2021-07-01 JYT update JYT-1-4 -s 推进中 -p 5 -n 误填
2021-07-01 JYT undo JYT-1-4 --reason 误填
2021-07-02 SJGW update JYT-1-4 -s 推进中 -p 10 -n 电话报来
"""


@pytest.fixture(scope="session")
def told_books(shipped_books, tmp_path_factory):
    """The shipped books after the story; to be copied, not written to."""
    path = tmp_path_factory.mktemp("told") / "deeds.db"
    shutil.copy(shipped_books, path)
    names = ("DEEDS_DATABASE_URL", "DEEDS_TODAY", "DEEDS_LANG", "DEEDS_AGENCY")
    before = {name: os.environ.get(name) for name in names}
    try:
        for line in STORY.strip().splitlines():
            day, agency, *words = line.split()
            os.environ |= dict(zip(names, (str(path), day, "zh-CN", agency), strict=True))
            assert main(words) == 0, line
    finally:
        for name, value in before.items():
            os.environ.pop(name, None) if value is None else os.environ.__setitem__(name, value)
    return path


@pytest.fixture
def told(told_books, tmp_path, monkeypatch, capsys):
    """The office on 2021-07-05, after the story, on SQLite."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("DEEDS_CONFIG", raising=False)
    language = i18n.language()
    shutil.copy(told_books, tmp_path / "deeds.db")
    yield Office(monkeypatch, capsys, "deeds.db")
    i18n.use(language)
