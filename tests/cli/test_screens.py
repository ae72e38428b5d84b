"""Whole screens in three languages, against tests/gold (its README says how they are renewed)."""

from __future__ import annotations

import shlex

import pytest
from gold import GOLD, same_as_gold

from tracker import entries

pytest_plugins = ["office"]
LANGUAGES = ("zh-CN", "zh-TW", "en")

CORRECTED = """\
format: practical-deeds/1
source: {key: s, published_on: 2021-06-15}
commitments:
  - key: c
    agency: MZT
    name: 为老服务
    kind: list
    declared: 3
    items:
      - {key: "1", title: 助餐点, due: 2021-12-31, due_basis: 年底前}
"""
MALFORMED = """\
format: practical-deeds/1
source: {key: S 1}
commitments:
  - key: c
    agency: mzt
    kind: liste
    declared: 0
"""

# Screen → commands, one a line; who asks before a colon, the office if nobody.
SCREENS = {
    "list": "list -a 省教育厅\nlist -a KJT --sort progress\nlist --light red\nlist --unnamed -a RST\nlist --dropped\nlist 没有\nlist -a JYT --csv\nlist -a KJT --columns code,title,due,last,found\nlist -a KJT --group-by status --columns code,title\nlist --columns foo\nlist --sort foo\nlist",
    "show": "show JYT-1-1\nshow jyt-1-3\nshow 检查\nshow 报销\nshow KJT-1-1\nshow SCJG-1-17\nshow SJGW-1-1\nshow SCJG-1-62\nshow SCJG-1-63\nshow JYT-1-3 --source",
    "log": "log JYT-1-1\nlog JYT-1-4\nlog KJT-1-2\nlog SCJG-1-62",
    "explain": "explain JYT-1-1\nexplain JYT-1-3\nexplain KJT-1-1\nexplain KJT-1-2\nexplain KJT-1-3\nexplain SCJG-1-17\nexplain JYT-1-1 --on 2021-06-15\nexplain JYT-1-1 --on 2022-04-01",
    "status": "status\ndisagreements\ndisagreements -a MZT\nround list\nsource list",
    "update": """\
        JYT: update JYT-1-1 -p 70 -n 新进展
        JYT: update JYT-1-1 -s 已完成 -n 全部完成
        JYT: confirm JYT-1-2
        JYT: update JYT-1-3 -s 推进中 -p 45 --on 7-3
        JYT: undo JYT-1-3
        KJT: update KJT-1-2 -p 60
        RST: start RST-1-1 RST-1-2 -n 启动
        update RST-1-3 -s 受阻 --difficulty 资金
        SCJG: name SCJG-1-2 消费投诉
        SCJG: add SCJG-1 另一件
        SCJG: drop SCJG-1-60 --reason 不存在
        verify RST-1-3 --confirm
        evidence JYT-1-1
        assign RST-1-1 --due 2021-12-31 --basis 文号
        assign RST --due 2021-12-31 --basis 文号 --dry-run
        baseline RST-1-1
        decide 199 --decline --reason 应按期完成""",
    "import": "import good.yaml --dry-run\nimport good.yaml\nimport good.yaml\nimport corrected.yaml\nimport bad.yaml\nimport none.yaml\nJYT: import good.yaml",
    "errors": """\
        show JYT-1-33
        show 不存在的事
        show 精简
        list -a 教育局
        list -s 快完成
        list --light 紫
        list --sort size
        JYT: update JYT-1-1 -s 完工了
        JYT: update JYT-1-1 -p 120
        JYT: update JYT-1-1 -p 六十
        JYT: update JYT-1-1 -p 100
        JYT: update JYT-1-1 -s 未启动
        JYT: update JYT-1-1 -s 暂缓
        JYT: update JYT-1-1 --on 8-1 -p 70
        JYT: update JYT-1-1 --on 5-1 -p 70
        JYT: update JYT-1-1 --on 改天 -p 70
        JYT: update RST-1-1 -n 说明
        JYT: update RST-1-1 -p 10
        JYT: assign JYT-1-1 --due 2021-10-1
        JYT: baseline JYT-1-1
        JYT: verify JYT-1-1 --confirm
        KJT: update KJT-1-1 -p 50
        KJT: undo KJT-1-4
        SCJG: complete SCJG-1-17
        SCJG: update SCJG-1-62 -p 10
        SCJG: drop SCJG-1-60 --reason 合并
        SCJG: drop SCJG-1-60 --reason 不想做
        RST: start RST
        assign RST --due 2021-12-31 --basis 文号
        assign RST-1-1
        assign RST-1-1 --due 2021-12-31
        assign RST-1-1 --due 2021-12-31 --start 2022-1-1
        assign JYT-1-1 --due 2021-12-31
        propose RST-1-1 --reason 因
        decide 196 --approve --approval 文号
        decide 999 --approve --approval 文号
        decide 199
        verify RST-1-1 --confirm
        verify SJGW-1-1 --confirm
        name SCJG-1-3
        evidence
        evidence --extract 12345678 -o a.pdf
        update JYT-1-1 -p 70 --evidence none.pdf""",
}  # fmt: skip


def played(office, lang: str, lines: str) -> str:
    """What the commands of a screen print, as the gold has it."""
    parts = []
    for line in lines.splitlines():
        who, colon, words = line.strip().rpartition(": ") if ": " in line else ("", "", line.strip())
        screen = office(*shlex.split(words), agency=who or None, lang=lang, ok=False)
        shown = [f"$ {f'DEEDS_AGENCY={who} ' if colon else ''}deeds {words}"]
        shown += screen.out.splitlines()
        shown += [f"2> {said}" for said in screen.err.splitlines()]
        shown += [f"[{screen.code}]"] if screen.code else []
        parts.append("\n".join(text.rstrip() for text in shown) + "\n")
    return "\n".join(parts)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(told, tmp_path, screen, lang):
    (tmp_path / "good.yaml").write_text(CORRECTED, encoding="utf-8")
    (tmp_path / "corrected.yaml").write_text(CORRECTED.replace("助餐点", "社区助餐点").replace("declared: 3", "declared: 2"), encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(MALFORMED, encoding="utf-8")
    text = played(told, lang, SCREENS[screen])
    same_as_gold(f"cli/{lang}/{screen}.txt", text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_error_is_one_line_with_what_to_do(told, lang):
    """And an exit code of its kind; nothing of it reaches the journal."""
    with told.books() as b:
        before = entries.head(b.connection)
    for line in SCREENS["errors"].splitlines():
        who, _, words = line.strip().rpartition(": ")
        screen = told(*shlex.split(words), agency=who or None, lang=lang, ok=False)
        told_, error = screen.err.splitlines()[:-1], screen.err.splitlines()[-1]
        assert screen.out == "" and all(each.startswith("  ") for each in told_), (line, screen)  # a preview
        assert error.startswith({"zh-CN": "错误：", "zh-TW": "錯誤：", "en": "error: "}[lang])
        assert screen.code in (2, 4, 5, 6, 8), (line, screen)
    with told.books() as b:
        assert entries.head(b.connection) == before


def test_every_screen_has_its_gold():
    found = {path.relative_to(GOLD).as_posix() for path in (GOLD / "cli").rglob("*.txt")}
    assert found == {f"cli/{lang}/{screen}.txt" for lang in LANGUAGES for screen in (*SCREENS, "help")}
