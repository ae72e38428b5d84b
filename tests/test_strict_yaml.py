"""The strict YAML under a proposal: its grammar, what it refuses, and that every fault is said in our words."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from proposals import WHOLE, commitment, faults

from tracker.errors import BadInput
from tracker.proposal import loads, strict_yaml

pytestmark = pytest.mark.usefixtures("in_chinese")


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", "1:1", "没有内容"),
        ("# only a comment\n", "1:1", "没有内容"),
        ("党史学习教育\n第二行\n", "1:1", "deeds extract"),
        ("- 1\n- 2\n", "1:1", "deeds extract"),
        ("format: practical-deeds/1\n", "1:1", "既没有单位也没有承诺"),
        ("format: practical-deeds/1\ncommitments: [{key: c, agency: AB, name: 甲, kind: list}]\n", "2:14", "来源"),
        ("a: [1, 2\nb: 3\n", "1:9", "方括号"),
        ("a: {b: 1\nc: 3", "1:9", "花括号"),
        ('a: "开\nb: 1\n', "1:4", "引号"),
        ("a: b: c\n", "1:5", "双引号"),
        ("a: 1\n\tb: 2\n", "2:1", "制表符"),
        ("\ta: 1\n", "1:1", "制表符"),
        ("a: @b\n", "1:4", "@"),
        ("a: 1\n b: 2\n", "2:2", ""),
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
