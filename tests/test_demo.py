"""`deeds demo --article`: the half year played on an article of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["office"]

TEXT = "省教育厅开展学生减负、教师减压等五大专项行动。省民政厅实施“邻里养老”工程，年底前完成。\n"


def test_the_demo_of_an_article(office, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert office("demo", "--article", "a.txt", "-o", "out").code == 0
    office.url = str(tmp_path / "out" / "deeds.db")
    assert office("list", "--json", today=None).json["total"] == 6
    assert "学生减负" in office("show", "JYT-1-1", "--source", today=None).out
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 1


def test_owners_are_registered_for_the_demo_by_the_names_of_the_text(office, tmp_path):
    (tmp_path / "a.txt").write_text("临海市教育局将新建学校5所。省教育厅开展五大专项行动。临海市水务局将改造管网12公里。", encoding="utf-8")
    played = office("demo", "--article", "a.txt", "-o", "out")
    assert played.code == 0 and "临海市教育局、省教育厅、临海市水务局" in played.err
    office.url = str(tmp_path / "out" / "deeds.db")
    assert office("list", "--json", today=None).json["total"] == 7
    names = [each["full_name"] for each in office("agency", "list", "--json").json["agencies"]]
    assert names == ["统筹单位（示例）", "临海市教育局", "省教育厅", "临海市水务局"], "none of the shipped directory"


def test_the_demo_plays_what_was_extracted(office, tmp_path):
    """Read again with its owners in the directory, this text named others, and was refused."""
    (tmp_path / "a.txt").write_bytes((Path(__file__).parent / "article" / "texts" / "taiwan-news.txt").read_bytes())
    assert office("demo", "--article", "a.txt", "-o", "out").code == 0


SHARED = """{head}
一、建设学校
新建学校5所。
责任单位：{first}
二、改造食堂
改造食堂30个。
责任单位：市市场监管局
三、建设公园
新建公园6个。
责任单位：市园林局
"""
TABLE = """2024年度惠民实事项目表
序号\t项目名称\t目标任务\t牵头单位
1\t学校建设\t新建5所\t县教育局
2\t公厕提升\t改造20座\t县城管局
3\t养老服务\t新建助餐点6个\t县民政局
"""


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        (SHARED.format(head="临海市政府2024年办好三件民生实事", first="市教育局"), {"市教育局", "市市场监管局", "市园林局"}),
        (TABLE, {"县教育局", "县城管局", "县民政局"}),
    ],
    ids=["of a list with an announcer", "of a table that nobody announces"],
)
def test_a_list_whose_items_are_of_several_agencies_is_played(office, tmp_path, text, leads):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert office("demo", "--article", "a.txt", "-o", "out").code == 0
    office.url = str(tmp_path / "out" / "deeds.db")
    named = {each["code"]: each["name"] for each in office("agency", "list", "--json").json["agencies"]}
    assert leads <= {named[each["agency"]] for each in office("list", "--json", today=None).json["deeds"]}


@pytest.mark.parametrize(
    ("text", "told"),
    [("今天天气很好。", "deeds extract a.txt --show"), (None, "a.txt")],
)
def test_an_article_that_cannot_be_played_leaves_nothing(office, tmp_path, text, told):
    if text:
        (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    refused = office("demo", "--article", "a.txt", "-o", "out", ok=False)
    assert refused.code in (4, 8) and told in refused.err
    assert not (tmp_path / "out").exists()


def test_what_the_text_gives_nobody_is_played_under_a_name_that_says_so(office, tmp_path):
    (tmp_path / "a.txt").write_text("我市推出五大专项行动。省教育厅将新建学校5所。", encoding="utf-8")
    played = office("demo", "--article", "a.txt", "-o", "out")
    assert played.code == 0 and "归在“未写明的单位（示例）”名下" in played.err
    office.url = str(tmp_path / "out" / "deeds.db")
    named = {each["code"]: each["name"] for each in office("agency", "list", "--json").json["agencies"]}
    assert sorted(named[each["agency"]] for each in office("list", "--json", today=None).json["deeds"]) == ["未写明的单位（示例）"] * 5 + ["省教育厅"]


def test_a_demonstration_is_played_where_nothing_else_is(office, tmp_path):
    """Not among somebody's forms, and never over somebody's books; a demonstration may be played again."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    for name, content in (("forms", {"JYT.xlsx": b"x"}), ("books", {"deeds.db": b"not ours"})):
        (tmp_path / name).mkdir()
        for file, said in content.items():
            (tmp_path / name / file).write_bytes(said)
        refused = office("demo", "--article", "a.txt", "-o", name, ok=False)
        assert refused.code == 10 and "→ deeds demo -o" in refused.err
        assert {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} == content
    (tmp_path / "real").mkdir()
    office.url = str(tmp_path / "real" / "deeds.db")
    office("init", "--empty", today=None)
    assert office("demo", "--article", "a.txt", "-o", "real", today=None, ok=False).code == 10
    for _ in range(2):
        office("demo", "--article", "a.txt", "-o", "out", today=None)
