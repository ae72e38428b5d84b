"""Extracting beside books: keys, links and codes fit what was imported, and no file is lost. On both engines."""

from __future__ import annotations

import json

import pytest
import yaml

pytest_plugins = ["office"]

ARTICLE = "省商务厅推进稳外贸、稳外资、促消费、强开放、优服务五项行动。\n"
ECHO = "据报道，省商务厅推进稳外贸、稳外资、促消费、强开放、优服务五项行动。\n"
OTHER = "省教育厅推出12项便民举措。\n"


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_office(request, tmp_path):
    """Books with nothing in them: no agency, no deed."""
    office = request.getfixturevalue("office")
    office.url = str(tmp_path / "empty.db") if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    office("init", "--empty", "--simulated")
    return office


def extracted(office, folder, text: str, name: str = "article.txt", *words: str) -> dict:
    (folder / name).write_text(text, encoding="utf-8")
    office("extract", name, "-o", "p.yaml", "--force", *words)
    return yaml.safe_load((folder / "p.yaml").read_text(encoding="utf-8"))


def test_another_article_under_the_same_file_name_gets_a_free_key(any_office, tmp_path):
    assert extracted(any_office, tmp_path, ARTICLE)["source"]["key"] == "article"
    any_office("import", "p.yaml")
    assert extracted(any_office, tmp_path, ARTICLE)["source"]["key"] == "article", "a text keeps its key"
    assert extracted(any_office, tmp_path, OTHER)["source"]["key"] == "article-2"
    any_office("import", "p.yaml")
    assert extracted(any_office, tmp_path, "省科技厅推出3项举措。\n")["source"]["key"] == "article-3"


def test_a_key_that_another_text_has_is_refused_by_the_import(any_office, tmp_path):
    extracted(any_office, tmp_path, ARTICLE)
    any_office("import", "p.yaml")
    extracted(any_office, tmp_path, OTHER, "article.txt", "--key", "article")
    refused = any_office("import", "p.yaml", ok=False)
    assert refused.code == 8 and "另一篇" in refused.err and "--key article-2" in refused.err


def test_a_text_with_an_echo_is_not_linked_to_its_echo(empty_office, tmp_path):
    extracted(empty_office, tmp_path, ARTICLE)
    empty_office("import", "p.yaml")
    [echo] = extracted(empty_office, tmp_path, ECHO, "echo.txt")["commitments"]
    assert echo["same_as"]
    empty_office("import", "p.yaml")
    [again] = extracted(empty_office, tmp_path, ARTICLE)["commitments"]
    assert "same_as" not in again
    assert "新增 0，" in empty_office("import", "p.yaml").err
    [again] = extracted(empty_office, tmp_path, ECHO, "echo.txt")["commitments"]
    assert "same_as" not in again
    assert "新增 0，" in empty_office("import", "p.yaml").err


@pytest.mark.parametrize("words", [(), ("--force",), ("--json", "--force")])
def test_the_article_is_not_written_over(office, tmp_path, words):
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    refused = office("extract", "a.txt", "-o", "./a.txt", *words, ok=False)
    assert refused.code == 2 and "→ deeds extract" in refused.err
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == ARTICLE


def test_data_go_to_the_named_file(office, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    printed = office("extract", "a.txt", "--json").json
    assert office("extract", "a.txt", "--json", "-o", "a.json").out == ""
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == printed
    assert office("extract", "a.txt", "--json", "-o", "a.json", ok=False).code == 2


FORESTS = "省林业局推出3项举措。\n"


def test_the_shipped_directory_is_known_after_the_first_import_too(empty_office, tmp_path):
    [before] = extracted(empty_office, tmp_path, FORESTS)["commitments"]
    extracted(empty_office, tmp_path, OTHER, "b.txt")
    empty_office("import", "p.yaml")
    [after] = extracted(empty_office, tmp_path, FORESTS)["commitments"]
    assert before["agency"] == after["agency"] == "LYJ"
    empty_office("import", "p.yaml")
    assert "省林业局" in empty_office("agency", "list").out


def test_the_shipped_directory_names_nobody_of_another_province(empty_office, tmp_path):
    text = "浙江省直机关工委统筹推进“我为群众办实事”实践活动。\n省教育厅推出12项便民举措。\n省卫生健康委推出3项举措。\n省林业局公布为民办实事清单，共5项。\n"
    (tmp_path / "article.txt").write_text(text, encoding="utf-8")
    said = empty_office("extract", "article.txt", "-o", "p.yaml").err
    assert "JYT 省教育厅、LYJ 省林业局" in said and "省卫生健康委" in said
    written = (tmp_path / "p.yaml").read_text(encoding="utf-8")
    assert "{code: JYT, name: 省教育厅}" in written and "{code: 代码, name: 浙江省直机关工委, coordinates: true}" in written
    assert "相近" not in written, "nobody of another province is near"
    (tmp_path / "p.yaml").write_text(written.replace("code: null", "code: WJW"), encoding="utf-8")
    empty_office("import", "p.yaml")
    listed = empty_office("agency", "list", "--json").json
    assert [(each["code"], each["full_name"], each["name_en"]) for each in listed["agencies"]] == [
        ("JYT", "省教育厅", None), ("WJW", "省卫生健康委", None), ("LYJ", "省林业局", None)
    ], "in the order of the text"  # fmt: skip


def test_whom_a_second_text_brings_stands_behind_those_of_the_first(empty_office, tmp_path):
    extracted(empty_office, tmp_path, "省林业局推出3项举措。\n省教育厅推出12项便民举措。\n")
    empty_office("import", "p.yaml")
    extracted(empty_office, tmp_path, "省商务厅推出4项举措。\n", "b.txt")
    empty_office("import", "p.yaml")
    listed = empty_office("agency", "list", "--json").json["agencies"]
    assert [each["code"] for each in listed] == ["LYJ", "JYT", "SWT"]


def test_a_directory_of_ones_own_replaces_the_shipped_one(empty_office, tmp_path):
    (tmp_path / "own.yaml").write_text(
        "format: practical-deeds/1\nagencies:\n  - {code: JYT, name: 省教育厅, full_name: 浙江省教育厅}\n", encoding="utf-8"
    )
    empty_office("import", "own.yaml")
    [one] = extracted(empty_office, tmp_path, FORESTS)["commitments"]
    assert one["agency"] is None


DATED = "某省2024年工作动态\n发布时间：2024-01-26 09:12\n省商务厅年底前推进稳外贸、稳外资两项行动。\n"


def test_the_day_that_the_text_states_is_written_and_imported(any_office, tmp_path):
    assert extracted(any_office, tmp_path, DATED)["source"]["published_on"].isoformat() == "2024-01-26"
    text = (tmp_path / "p.yaml").read_text(encoding="utf-8")
    assert "取自原文，请核对：⟦发布时间：2024-01-26⟧\n  published_on: 2024-01-26" in text
    any_office("import", "p.yaml")
    assert "2024-01-26" in any_office("source", "list").out
    given = extracted(any_office, tmp_path, DATED, "article.txt", "--published", "2024-02-01")["source"]
    assert given["published_on"].isoformat() == "2024-02-01" and "发布日期取自原文" not in (tmp_path / "p.yaml").read_text(encoding="utf-8")


FIVE = "省商务厅推进稳外贸、稳外资、促消费、强开放、优服务五项行动。\n"
UNNAMED = "省商务厅推进五项行动。\n"


def linked(office, folder, text: str) -> tuple[str | None, str]:
    """To what the one commitment of a second text is linked, and the whole proposal."""
    (one,) = extracted(office, folder, text, "second.txt")["commitments"]
    return one.get("same_as"), (folder / "p.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("first", "second", "same", "said"),
    [
        (FIVE, "省商务厅今年推进稳外贸、稳外资、促消费、强开放、优服务五项行动。\n", True, None),
        (FIVE, "省商务厅今年推进五项行动。\n", True, None),
        (FIVE, "省商务厅推进招商引资、口岸提升、跨境电商、会展经济、品牌出海五项行动。\n", False, None),
        (FIVE, "省商务厅推进稳外贸、稳外资、促消费、强开放、好服务五项行动。\n", True, "公布数为 5，下列名称不在其中，导入后将多出来：好服务"),
        (UNNAMED, FIVE, True, None),
        (FIVE, "省商务厅今年推进八项行动。\n", False, None),
        (FIVE.replace("五项", "五项惠企"), "省商务厅今年推进八项惠企行动。\n", False, "公布数为 5，与这里不同"),
        (FIVE, "省商务厅推出8项便民举措。\n", False, None),
    ],
)
def test_a_repetition_is_told_by_its_items_too(any_office, tmp_path, first, second, same, said):
    """Other members are another set; one more than were announced, and the same name with another number, are pointed out."""
    extracted(any_office, tmp_path, first)
    any_office("import", "p.yaml")
    code, text = linked(any_office, tmp_path, second)
    assert (code is not None) == same
    marks = [line for line in text.splitlines() if "下列名称不在其中" in line or "与这里不同" in line]
    assert (said in marks[0] and len(marks) == 1) if said else not marks


@pytest.mark.parametrize(("title", "year"), [
    ("某省2025年民生实事", "2025"), ("关于公布2025年度为民办实事项目的通知", "2025"),
    ("某省2024年民生实事完成情况和2025年安排", "null"), ("2021—2025年行动方案", "null"), ("某省民生实事", "null"), ("2024年工作回顾", "null"),
])  # fmt: skip
def test_the_year_that_the_title_tells_is_proposed(office, tmp_path, title, year):
    """As stated, with no reason for an inference; what a person gives as the title tells it as well."""
    text = "省教育厅推进学生减负、教师减压、心理关爱、近视防控四项专项行动。\n"
    (tmp_path / "a.txt").write_text(f"{title}\n{text}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")
    office("extract", "a.txt", "-o", "a.yaml")
    office("extract", "b.txt", "-o", "b.yaml", "--title", title)
    for name in ("a.yaml", "b.yaml"):
        lines = (tmp_path / name).read_text(encoding="utf-8").splitlines()
        at = lines.index(f"  year: {year}")
        assert (lines[at - 1] == "  # 取自标题，请核对") == (year != "null") and lines[at + 1] == "  year_basis: null"


def test_the_next_commands_can_be_typed_for_a_name_with_a_space(any_office, tmp_path):
    (tmp_path / "a b.txt").write_text("省商务厅将于8月底前新建市场5个。\n", encoding="utf-8")
    said = any_office("extract", "a b.txt", "-o", "c d.yaml").err
    assert "deeds extract 'a b.txt' --published" in said and "deeds import 'c d.yaml' --dry-run" in said
    (tmp_path / "e f.txt").write_text("今天天气好。\n", encoding="utf-8")
    for words in (("extract",), ("demo", "--article")):
        assert "deeds extract 'e f.txt' --show" in any_office(*words, "e f.txt", ok=False).err


def test_the_words_of_a_whole_commitment_are_shown_too(any_office, tmp_path):
    extracted(any_office, tmp_path, "省商务厅推出9项便民举措。\n")
    any_office("import", "p.yaml")
    assert "9项便民举措" in any_office("show", "SWT-2", "--source").out
    said = any_office("show", "swt-2", "--source", "--json").json
    assert said["commitment"] == "SWT-2" and "9项便民举措" in said["quotes"][0]["words"]
    assert "deeds list -c SWT-2" in any_office("show", "SWT-2", ok=False).err


def test_an_article_is_a_file(office):
    screen = office("extract", "-", ok=False)
    assert screen.code == 2 and screen.err.strip().endswith("→ deeds extract 文章.txt") and "留存" in screen.err


def test_a_proposal_is_not_read_as_an_article(office, tmp_path):
    extracted(office, tmp_path, FIVE)
    refused = office("extract", "p.yaml", ok=False)
    assert refused.code != 0 and not refused.out and refused.err.count("\n") == 1 and "→ deeds import p.yaml --dry-run" in refused.err
    office("import", "p.yaml", "--dry-run")
