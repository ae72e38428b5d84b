"""Proposals: what a file may say, what is refused, and where each refusal points."""

from __future__ import annotations

import json
import re
import time
from datetime import date
from importlib import import_module

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker import i18n
from tracker.errors import BadInput, NotFound
from tracker.proposal import load, loads, strict_yaml

HEAD = "format: practical-deeds/1\nsource: {key: s}\n"
WHOLE = """\
format: practical-deeds/1
agencies:
  - code: SCJG
    name: 省市场监管局
    full_name: 某省市场监督管理局
    name_en: Administration for Market Regulation
    aliases: [省市场监督管理局]
    coordinates: true
    origin: test
source:
  key: s-2021
  title: null
  publisher: 某网
  published_on: 2021-06-01
  year: 2021
  year_basis: 推断
  sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
  url: https://example.org/a
commitments:
  - key: scjg-1
    agency: SCJG
    agency_name: 省市场监管局
    name: “为民办实事”任务清单
    kind: list
    declared: 62
    approximate: false
    fields: [食品安全, no, 12:30, 5.10]
    joint: [某市机关工委]
    theme: 立足于服务民生
    starts: {month: 2, day: 29}
    place: [10, 20]
    due: 2021-12-31
    due_basis: 年底
    pattern: counted-fields
    confidence: sure
    reason: 原文如此
    items:
      - {key: "1", title: 第一件, place: [12, 15], target: {quantity: 5.10, unit: 万套}, due: 2021-06-30}
      - {key: 2, title: "true"}
context:
  - {name: 三服务, agency: SCJG, place: [1, 4], reason: 抓手}
left_out:
  - {name: 旧事, reason: 已办完}
"""


@pytest.fixture(autouse=True)
def chinese():
    before = i18n.language()
    i18n.use("zh-CN")
    yield
    i18n.use(before)


def faults(text: str, **how) -> list[str]:
    """`line:column: path: what is wrong` of every fault, without the file's name."""
    with pytest.raises(BadInput) as caught:
        loads(text, "f.yaml", **how)
    assert caught.value.key == "errors.proposal_invalid"
    assert caught.value.values["count"] == len(caught.value.problems)
    assert all(line.startswith("f.yaml:") for line in caught.value.problems)
    return [line.removeprefix("f.yaml:") for line in caught.value.problems]


def commitment(fields: str = "", items: str = "") -> str:
    """A file with one commitment, in lines 4 and following."""
    text = HEAD + "commitments:\n  - key: c\n    agency: KJT\n    name: 行动\n"
    if "kind:" not in fields:
        text += "    kind: list\n"
    return text + "".join(f"    {line}\n" for line in fields.splitlines()) + (f"    items:\n{items}" if items else "")


# What a good file gives


def test_a_whole_file():
    proposal = loads(WHOLE, "whole.yaml")
    (agency,) = proposal.agencies
    assert (agency.code, agency.aliases, agency.coordinates) == ("SCJG", ("省市场监督管理局",), True)
    assert proposal.source.published_on == date(2021, 6, 1)
    (promise,) = proposal.commitments
    assert promise.fields == ("食品安全", "no", "12:30", "5.10")
    assert (promise.starts.year, promise.starts.month, promise.starts.day) == (None, 2, 29)
    assert (promise.place, promise.due, promise.declared) == ((10, 20), date(2021, 12, 31), 62)
    first, second = promise.items
    assert (first.target.quantity, first.target.unit, first.due) == ("5.10", "万套", date(2021, 6, 30))
    assert (second.key, second.title, second.target) == ("2", "true", None)
    assert proposal.context[0].place == (1, 4)
    assert proposal.left_out[0].name == "旧事"


def test_it_cannot_be_changed():
    proposal = loads(WHOLE, "whole.yaml")
    with pytest.raises(ValueError):
        proposal.commitments[0].name = "另一个"


def test_fields_left_out_or_empty_are_empty():
    proposal = loads(commitment("items:\nfields: null\ndeclared: ~"), "f")
    (promise,) = proposal.commitments
    assert (promise.items, promise.fields, promise.declared, promise.place) == ((), (), None, None)


@pytest.mark.parametrize(
    ("fields", "items", "titles"),
    [
        ("kind: measure", "", ("行动",)),
        ("declared: 3", "", (None, None, None)),
        ("declared: 3", "      - {key: 1, title: 甲}\n", ("甲", None, None)),
        ("", "      - {key: 1, title: 甲}\n      - {key: 2, title: 乙}\n", ("甲", "乙")),
        ("declared: 1\napproximate: true", "      - {key: 1, title: 甲}\n      - {key: 2, title: 乙}\n", ("甲", "乙")),
        ("declared: 1", "", (None,)),
    ],
)
def test_how_many_deeds_a_commitment_is(fields, items, titles):
    (promise,) = loads(commitment(fields, items), "f").commitments
    assert promise.deed_titles == titles
    assert promise.deed_count == len(titles)


def test_where_a_part_stands():
    proposal = loads(WHOLE, "seeds/whole.yaml")
    assert proposal.where("commitments", 0) == "seeds/whole.yaml:20:5: commitments[scjg-1]"
    assert proposal.where("commitments", 0, "items", 0, "due").startswith("seeds/whole.yaml:38:")
    assert proposal.where("commitments", 0, "items", 1) == "seeds/whole.yaml:39:9: commitments[scjg-1].items[2]"
    assert proposal.where("agencies", 0, "name") == "seeds/whole.yaml:4:11: agencies[SCJG].name"
    # left out in the file: placed at what should hold it
    assert proposal.where("left_out", 0, "place") == "seeds/whole.yaml:43:5: left_out[#1].place"


def test_agencies_alone_are_a_file():
    assert loads("format: practical-deeds/1\nagencies: [{code: AB, name: 甲局}]\n", "f").source is None


def test_json_is_yaml_too():
    data = {"format": "practical-deeds/1", "agencies": [{"code": "AB", "name": "甲局"}]}
    assert loads(json.dumps(data, ensure_ascii=False, indent=1), "f").agencies[0].name == "甲局"


# What is refused


def test_every_fault_at_once_with_its_place():
    text = """\
format: practical-deeds/2
source:
  key: S
  publishd_on: 2021-06-01
commitments:
  - key: a-1
    agency: kjt
    name: 甲
    kind: lists
    declared: 0
    place: [20, 3]
    due: 2021-02-30
    items:
      - {key: 1, title: 一, target: {quantity: "3,000"}}
      - {key: 1, titel: 二}
  - key: a-1
    agency: null
    agency_name: 省科技厅
    name: true
    kind: list
"""
    got = faults(text)
    assert [line.split(": ")[0:2] for line in got] == [
        ["1:9", "format"],
        ["3:8", "source.key"],
        ["4:3", "source"],
        ["7:13", "commitments[a-1].agency"],
        ["9:11", "commitments[a-1].kind"],
        ["10:15", "commitments[a-1].declared"],
        ["11:12", "commitments[a-1].place"],
        ["12:10", "commitments[a-1].due"],
        ["14:47", "commitments[a-1].items[1].target.quantity"],
        ["15:9", "commitments[a-1].items[1]"],
        ["15:15", "commitments[a-1].items[1].key"],
        ["15:18", "commitments[a-1].items[1]"],
        ["16:10", "commitments[a-1].key"],
        ["17:13", "commitments[a-1].agency"],
        ["19:11", "commitments[a-1].name"],
    ]
    joined = "\n".join(got)
    for words in (
        "是不是“published_on”",
        "是不是“list”",
        "是不是“title”",
        "缺少“title”",
        "第 14 行重复",
        "没有 2021-02-30",
        "省科技厅",
    ):
        assert words in joined


@pytest.mark.parametrize(
    ("fields", "place", "words"),
    [
        ("declared: 62.5", "8:15", "整数"),
        ('declared: "62"', "8:15", "整数"),
        ("declared: true", "8:15", "整数"),
        ("declared: 100001", "8:15", "100000"),
        ("place: [1]", "8:12", "两个整数"),
        ("place: [-1, 3]", "8:12", "起点"),
        ("place: [3, 3]", "8:12", "起点"),
        ("due: 2021/12/31", "8:10", "不是日期"),
        ("due: 110-12-31", "8:10", "不是日期"),
        ("starts: {month: 4, day: 31}", "8:13", "4-31"),
        ("starts: {year: 2021, month: 2, day: 29}", "8:13", "2021-2-29"),
        ("starts: {year: 110, month: 2, day: 1}", "8:20", "110"),
        ("approximate: yes", "8:18", "true"),
        ("confidence: shure", "8:17", "是不是“sure”"),
        ("fields: 食品", "8:13", "列表"),
        ("fields: [食品, '']", "8:18", "不能为空"),
        ('theme: "一\\n二"', "8:12", "一行"),
        ('theme: "一\\u202e二"', "8:12", "U+202E"),
        (f"theme: {'长' * 301}", "8:12", "301"),
        ("owner: KJT", "8:5", "没有“owner”"),
        ('"own\\u202eer": KJT', "8:5", "\\u202e"),
    ],
)
def test_a_wrong_field(fields, place, words):
    (line,) = faults(commitment(fields))
    assert line.startswith(f"{place}: commitments[c]")
    assert words in line


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", "1:1", "没有内容"),
        ("# only a comment\n", "1:1", "没有内容"),
        ("党史学习教育\n第二行\n", "1:1", "deeds extract"),
        ("- 1\n- 2\n", "1:1", "deeds extract"),
        ("format: practical-deeds/1\n", "1:1", "既没有单位也没有承诺"),
        ("format: practical-deeds/1\ncommitments: [{key: c, agency: AB, name: 甲, kind: list}]\n", "2:14", "来源"),
        ("a: [1, 2\nb: 3\n", "2:2", "方括号"),
        ("a: {b: 1\nc: 3", "2:2", "花括号"),
        ('a: "开\nb: 1\n', "1:4", "引号"),
        ("a: b: c\n", "1:5", "双引号"),
        ("a: 1\n\tb: 2\n", "2:1", "制表符"),
        ("\ta: 1\n", "1:1", "制表符"),
        ("a: @b\n", "1:4", "@"),
        ("a: 1\n b: 2\n", "2:3", ""),
        ("name：甲\nkind: list\n", "1:5", "英文冒号"),
        ("key: a\nname:甲\nkind: list\n", "2:5", "英文冒号"),
        ("key: a\nname：甲\n", "2:5", "英文冒号"),
        ("a: \x07b\n", "1:4", "U+0007"),
        ('a: "\\q"\n', "1:5", "反斜杠"),
        ("a: 1\n---\nb: 2\n", "2:1", "一份"),
        ("? [a]\n: b\n", "1:3", "文字"),
        ("a: &x 1\n*x : 2\n", "", "引用"),
        ("a: " + "[" * 30 + "]" * 30, "1:23", "20 层"),
        ("a: " + "[" * 200_000, "1:23", "20 层"),
    ],
)
def test_not_yaml_or_not_a_proposal(text, place, words):
    got = faults(text)
    assert any(line.startswith(place) and words in line for line in got), got


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_both_parsers_speak_our_language(monkeypatch, loader):
    if not hasattr(yaml, loader):
        pytest.skip("this PyYAML was built without libyaml; the other parser is tested")
    monkeypatch.setattr(strict_yaml, "_LOADER", getattr(yaml, loader))
    for text in ("a: [1, 2\nb: 3\n", 'a: "x', "a: b: c\n", "a: @b\n", "\ta: 1\n", "- a\nb: c\n", "a\nb: 1\n", "a: !\n"):
        for line in faults(text):
            # the message, without what it quotes of the file
            assert not re.search(r"[a-z]{3,}", re.sub(r"“.*?”|deeds extract.*", "", line.split(": ", 2)[2])), line
    assert loads(WHOLE, "f").commitments[0].fields[3] == "5.10"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("name: &a 甲", "锚点"),
        ("name: !!str 甲", "标签"),
        ("name: ! 甲", "标签"),
        ("name: 行动\n    <<: {theme: 甲}", "合并"),
    ],
)
def test_yaml_that_is_refused(line, words):
    text = commitment().replace("name: 行动", line)
    (got,) = faults(text)
    assert got.startswith("7:5:" if "<<" in line else "6:11:")
    assert words in got


def test_aliases_are_refused_and_told_once():
    got = faults("format: practical-deeds/1\nagencies:\n  - &x {code: AB, name: 甲}\n  - *x\n")
    assert [line.split(": ")[0] for line in got] == ["3:5", "4:5"]


def test_equal_keys_are_refused_with_the_first_place():
    (line,) = faults(commitment("declared: 1\ndeclared: 2"))
    assert line.startswith("9:5: commitments[c].declared") and "第 8 行" in line
    first, second = faults(commitment("declared: 0\ndeclared: 2"))  # the first one is checked, at its own place
    assert first.startswith("8:15: ") and second.startswith("9:5: ")


@pytest.mark.parametrize(
    ("agencies", "words"),
    [
        ("- {code: AB, name: 甲}\n- {code: AB, name: 乙}", "代码“AB”与第 3 行"),
        ("- {code: AB, name: 甲}\n- {code: CD, name: 甲}", "“甲”在第 3 行"),
        ("- {code: AB, name: 甲, aliases: [丙]}\n- {code: CD, name: 乙, aliases: [丁, 丙]}", "“丙”在第 3 行"),
        ("- {code: AB, name: 甲, coordinates: true}\n- {code: CD, name: 乙, coordinates: true}", "第 3 行已指定"),
    ],
)
def test_agencies_must_be_told_apart(agencies, words):
    (line,) = faults(f"format: practical-deeds/1\nagencies:\n{agencies}\n")
    assert line.startswith("4:") and words in line


def test_more_items_than_declared():
    items = "      - {key: 1, title: 甲}\n      - {key: 2, title: 乙}\n"
    (line,) = faults(commitment("declared: 1", items))
    assert line.startswith("8:15: commitments[c].declared") and "2 项" in line


def test_a_commitment_without_agency_waits_for_review():
    text = commitment().replace("agency: KJT", "agency: null\n    agency_name: 省科技厅")
    text += "agencies: [{code: KJT, name: 省科学技术厅, aliases: [科技厅]}]\n"
    (line,) = faults(text)
    assert line.startswith("5:13: commitments[c].agency: ") and "省科技厅" in line and "KJT" in line
    assert loads(text, "f", reviewed=False).commitments[0].agency is None
    (line,) = faults(commitment().replace("    agency: KJT\n", ""))
    assert line.startswith("4:5: commitments[c].agency: ")


# Files


def test_files(tmp_path):
    file = tmp_path / "提案 一.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert load(file).where("commitments", 0).startswith(f"{file}:20:5:")
    with pytest.raises(NotFound) as caught:
        load(tmp_path / "none.yaml")
    assert "none.yaml" in i18n.t(caught.value.key, **caught.value.values)
    with pytest.raises(BadInput) as caught:
        load(tmp_path)
    assert "文件夹" in i18n.t(caught.value.key, **caught.value.values)
    with pytest.raises(BadInput) as caught:
        loads("", "我的 提案.yaml")
    assert i18n.t(caught.value.key, **caught.value.values).endswith("deeds import '我的 提案.yaml'")
    file.write_bytes("format: x\nname: 省厅\n".encode("gb18030"))
    with pytest.raises(BadInput) as caught:
        load(file)
    assert "第 2 行" in i18n.t(caught.value.key, **caught.value.values)


def test_a_file_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr("tracker.proposal.MAX_BYTES", 1000)
    file = tmp_path / "large.yaml"
    file.write_text("#" * 1001, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        load(file)
    assert "MB" in i18n.t(caught.value.key, **caught.value.values)


# Words


def test_every_message_is_in_every_language():
    rooms = {language: import_module(f"tracker.locale.{language}.proposal").MESSAGES for language in ("zh_CN", "en")}
    assert rooms["zh_CN"].keys() == rooms["en"].keys()
    for name, text in rooms["zh_CN"].items():
        assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", rooms["en"][name])), name


scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=8),
    st.sampled_from(["SCJG", "list", "2021-06-01", "practical-deeds/1", "sure", "{value}", "%s"]),
)


def _mutilated(data, draw):
    """The data with one value, somewhere, replaced, or one field added or taken away."""
    spot = data
    while isinstance(spot, dict | list) and spot:
        steps = list(spot) if isinstance(spot, dict) else list(range(len(spot)))
        step = draw(st.sampled_from(steps))
        act = draw(st.sampled_from(["deeper", "replace", "remove", "add"]))
        if act == "deeper" and isinstance(spot[step], dict | list) and spot[step]:
            spot = spot[step]
            continue
        if act == "remove":
            del spot[step]
        elif act == "add" and isinstance(spot, dict):
            spot[draw(st.text("abcdefghij_", min_size=1, max_size=6))] = draw(scalars)
        else:
            spot[step] = draw(
                st.one_of(
                    scalars, st.lists(scalars, max_size=3), st.dictionaries(st.text(max_size=4), scalars, max_size=2)
                )
            )
        return data
    return data


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_whatever_is_wrong_is_said_in_our_words(data):
    """No fault falls through to a word that the catalogue lacks, or to another program's English."""
    content = yaml.load(WHOLE, Loader=yaml.BaseLoader)
    content["commitments"][0].update(declared=62, approximate=False, place=[10, 20], starts={"month": 2, "day": 29})
    content["agencies"][0]["coordinates"] = True
    content["source"]["year"] = 2021
    for _ in range(data.draw(st.integers(1, 3))):
        content = _mutilated(content, data.draw)
    text = yaml.safe_dump(content, allow_unicode=True)
    try:
        loads(text, "f.yaml")
    except BadInput as error:
        for line in error.problems:
            assert re.match(r"f\.yaml:[1-9]\d*:[1-9]\d*: .+: .+", line), line
            assert not re.search(r"Input should|Field required|valid|expected", line), line


@settings(max_examples=200, deadline=None)
@given(st.text("ab:-[]{}#&*!|>'\"%@`,? \n\t0\x00\u202e，：", max_size=60))
def test_no_text_breaks_the_loader(text):
    try:
        loads(text, "f.yaml")
    except BadInput as error:
        assert error.problems


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.text("省厅 a1:#\n-", max_size=12),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3),
        max_leaves=10,
    )
)
def test_text_stays_text(content):
    """What a writer quotes where needed comes back as it was; no word becomes a number, a date or a truth value."""
    document = strict_yaml.read(yaml.safe_dump({"top": content}, allow_unicode=True))
    assert not document.faults
    assert document.data == {"top": content}


@pytest.mark.parametrize(
    "word",
    ["no", "yes", "on", "off", "12:30", "5.10", "1e5", "007", "0x1F", "0o17", "1_000", ".5", "2021-12-31", "NO", "y"],
)
def test_words_that_stock_loaders_change(word):
    assert strict_yaml.read(f"a: {word}\n").data == {"a": word}


def test_ten_thousand_items_are_read_fast():
    """Loading must leave most of an import's time (five seconds for 10,000 deeds) to the database."""
    items = "".join(
        f"      - {{key: {n}, title: 第{n}件, place: [{n}, {n + 3}], due: 2021-12-31}}\n" for n in range(1, 10_001)
    )
    text = commitment("declared: 10000", items)
    began = time.process_time()
    proposal = loads(text, "big.yaml")
    assert time.process_time() - began < 2
    assert proposal.where("commitments", 0, "items", 9_999, "title").startswith("big.yaml:10009:")
