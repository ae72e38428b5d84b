"""Slips of grammar and indentation in a proposal, and the line that each is told with."""

from __future__ import annotations

import pytest
from proposals import WHOLE, faults

from tracker.errors import BadInput
from tracker.proposal import load, loads

pytestmark = pytest.mark.usefixtures("in_chinese")


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("    theme: 立足", '    theme: "立足', "29:12", "引号没有结束"),  # and not where the next quote is
        ("    kind: list\n    declared", "     kind: list\n    declared", "24:6", "缩进 5 格，应与第 23 行对齐，缩进 4 格"),
    ],
)
def test_a_slip_of_grammar_is_told_where_it_is(old, new, place, said):
    [fault] = faults(WHOLE.replace(old, new))
    assert fault.startswith(f"{place}: ") and said in fault


SLIPPED = """\
format: practical-deeds/1
source: {key: s}
commitments:
  - key: a
    agency: JYT
    name: 甲
    kind: list
    items:
      - {key: "1", title: 一}
  # 又一项
  - key: b
    agency: JYT
    name: 乙
    kind: measure
"""


@pytest.mark.parametrize(("old", "new", "said"), [
    ("    name: 甲", "   name: 甲", "6:4: 第 6 行: 缩进 3 格，应与第 5 行对齐，缩进 4 格"),
    ("    name: 乙", "       name: 乙", "13:8: 第 13 行: 缩进 7 格，应与第 12 行对齐，缩进 4 格"),
    ("  - key: b", "- key: b", "11:1: 第 11 行: 缩进 0 格，应与第 4 行对齐，缩进 2 格"),
    ("  - key: b", "    - key: b", "11:5: 第 11 行: 缩进 4 格，应与第 9 行对齐，缩进 6 格，或与第 4 行对齐，缩进 2 格"),
    ("    items", "  items", "8:3: 第 8 行: 缩进 2 格，应与第 7 行对齐，缩进 4 格；若是与第 4 行并列的新的一项，请在前面加“- ”"),
    ("  - key: b", "  -key: b", "11:3: 第 11 行: “-”后面要空一格"),
    ("  - key: b", "  - 乙", "12:5: 第 12 行: 缩进 4 格，与上面各行都对不齐，请核对本行及上一行"),
])  # fmt: skip
def test_a_slip_of_indentation_says_what_was_expected(old, new, said):
    """With the line, and not with where the parser had got to."""
    assert SLIPPED.count(old) == 1 and faults(SLIPPED.replace(old, new)) == [said]


def test_members_that_stand_below_their_field_are_levels_too():
    text = "format: practical-deeds/1\nsource: {key: s}\ncommitments:\n- key: a\n  agency: JYT\n"
    assert faults(text + "   name: 甲\n")[0].startswith("6:4: 第 6 行: 缩进 3 格，应与第 5 行对齐，缩进 2 格")
    assert faults(text + " source: 甲\n")[0].startswith("6:2: 第 6 行: 缩进 1 格，应与第 5 行对齐，缩进 2 格")


@pytest.mark.parametrize(("title", "said"), [
    ('"扩大"普惠', "9:27: commitments[#1].items[#1]: 文字里的“\"”会被当作记号，请用引号把整段文字括起来，写成 '\"扩大\"普惠'"),
    ("'一'号", "9:27: commitments[#1].items[#1]: 文字里的“'”会被当作记号，请用引号把整段文字括起来，写成 \"'一'号\""),
    ("民生: 好", "9:27: commitments[#1].items[#1]: 文字里的“:”会被当作记号，请用引号把整段文字括起来，写成 \"民生: 好\""),
    ("[普惠]托育", "9:27: commitments[#1].items[#1]: 文字里的“[”会被当作记号，请用引号把整段文字括起来，写成 \"[普惠]托育\""),
    ("[普惠]", "9:27: commitments[a].items[1].title: 此处应为文字；文字以方括号或花括号开头的，请用英文双引号括起来"),
    ("一 #重点", "9:27: commitments[#1].items[#1].title: “ #”后面的文字会被当作注释而丢掉；是文字的，请用英文双引号把整段括起来，是注释的，“#”后空一格"),
    ("一, 二", "9:30: commitments[a].items[1]: “二”前的英文逗号把文字断开了，请用英文双引号把整段文字括起来，或改用中文逗号"),
    ('“56个老旧小区改造"', "9:27: commitments[a].items[1].title: 引号一头是中文的，一头是英文的，请改成同一种"),
])  # fmt: skip
def test_a_text_that_needs_quotes_is_told_with_them(title, said):
    assert faults(SLIPPED.replace("title: 一", f"title: {title}")) == [said]


@pytest.mark.parametrize(("name", "said"), [
    ('"扩大"普惠', "6:11: commitments[#1]: 文字里的“\"”会被当作记号，请用引号把整段文字括起来，写成 '\"扩大\"普惠'"),
    ("甲 #重点", "6:11: commitments[a].name: “ #”后面的文字会被当作注释而丢掉；是文字的，请用英文双引号把整段括起来，是注释的，“#”后空一格"),
])  # fmt: skip
def test_a_name_that_needs_quotes_is_told(name, said):
    assert faults(SLIPPED.replace("name: 甲", f"name: {name}")) == [said]


@pytest.mark.parametrize("title", ["“一”", "一“二”三", '一"二"三', "'[普惠]'", "一：二", "一#二", '"一 #二"'])
def test_a_text_that_needs_no_quotes_is_left_alone(title):
    text = SLIPPED.replace("title: 一", f"title: {title}").replace("name: 甲", "name: 甲  # 已核对").replace("    kind: measure", "    kind: measure ## 已核对")
    assert loads(text, "f").commitments[0].items[0].title == title.strip("'\"" if title[0] in "'\"" else "")


def test_a_brace_that_is_not_closed_is_told_where_it_stands():
    assert faults(SLIPPED.replace("title: 一}", "title: 一")) == ["9:28: commitments[#1].items[#1]: 花括号内缺少英文逗号或右花括号"]


@pytest.mark.parametrize("start", [b"%PDF-1.4 \xff\xfe", b"PK\x03\x04\xff", b"\xd0\xcf\x11\xe0\xa1", b"a: \x00\xff"])
def test_a_file_of_another_program_is_called_that(tmp_path, start):
    (tmp_path / "x.yaml").write_bytes(start)
    with pytest.raises(BadInput) as told:
        load(tmp_path / "x.yaml")
    assert told.value.key == "errors.proposal_not_text"


@pytest.mark.parametrize(("fields", "told"), [("[甲方面, 乙方面]", False), ("[甲方面]", True), ("甲", True), ("7", True)])
def test_more_items_than_were_counted_are_told_but_where_the_fields_were_counted(fields, told):
    items = "".join(f"\n      - {{key: '{number}', title: 修{number}}}" for number in range(3))
    text = (
        "format: practical-deeds/1\nsource: {key: s}\nagencies:\n  - {code: YLJ, name: 省园林局}\ncommitments:\n"
        f"  - key: a\n    agency: YLJ\n    name: 甲\n    kind: list\n    declared: 2\n    fields: {fields}\n    items:{items}\n"
    )
    if told:
        assert faults(text)
    else:
        loads(text, "x.yaml")
