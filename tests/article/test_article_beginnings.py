"""The set of first characters that the engine is told of leaves out none with which a match begins."""

import re
from re import _parser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.article import beginnings, compiling


def characters(pattern):
    """Those with which the pattern is told to begin, of a few; None where it is told nothing."""
    items, may_be_empty = beginnings.of(_parser.parse(pattern))
    if items is None or may_be_empty:
        return None
    return "".join(char for char in "abcdxyz019" if any(_is_among(ord(char), *item) for item in items))


def _is_among(code, operation, value):
    if operation is beginnings.sre.RANGE:
        return value[0] <= code <= value[1]
    return chr(code).isdigit() if operation is beginnings.sre.CATEGORY else code == value


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("a|b", "ab"),
        ("(?:ab|cd)x", "ac"),
        ("a?b", "ab"),
        ("a*(?:b|c)", "abc"),
        ("(?P<one>a)b", "a"),
        ("(?>a|b)c", "ab"),
        ("[abc]++d", "abc"),
        (r"\dx", "019"),
        ("[a-d]x", "abcd"),
        ("(?<=x)(?<!y)(?!z)^a", "a"),
        ("(?=[ab])[^x]", "ab"),
        ("(?=x?)a", "a"),
        ("(?:^|x)a", "ax"),
        ("(?:a|)b", "ab"),
        ("a{0}b", "ab"),
    ],
)
def test_what_a_pattern_begins_with(pattern, expected):
    assert characters(pattern) == expected


@pytest.mark.parametrize("pattern", ["[^a]b", "a?", "(?:a|)", ".a", "[一-龥]a", "(?:a|.)b", "(?i:a)b", r"(a)?(?(1)b|c)", "(?=a)", "", "(?=a)b?"])
def test_what_may_begin_with_anything_or_be_empty_is_left_alone(pattern):
    flags = _parser.parse(pattern).state.flags
    codes = list(beginnings._compiler._code(_parser.parse(pattern), 0))
    assert beginnings.with_beginnings(codes, _parser.parse(pattern), flags) == codes


def test_capitals_that_make_no_difference_are_left_alone():
    parsed = _parser.parse("(?:ab|c)(?=d)|x[ab]", re.I)
    codes = list(beginnings._compiler._code(parsed, re.I))
    assert beginnings.with_beginnings(codes, parsed, parsed.state.flags | re.I) == codes


PIECE = st.sampled_from(["a", "b", "ab", "[ab]", "[^a]", ".", r"\d", "1", "^", "$", "(?=a)", "(?!b)", "(?<=a)", "(?<!b)", "(?=ab|1)"])
PATTERN = st.recursive(
    PIECE,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        inner.map(lambda part: f"(?:{part})?"),
        inner.map(lambda part: f"(?:{part}){{1,2}}"),
        inner.map(lambda part: f"({part})"),
        inner.map(lambda part: f"(?>{part})"),
    ),
    max_leaves=6,
)


@given(PATTERN, st.text("ab1\n", max_size=8))
@settings(max_examples=400)
def test_whatever_the_pattern_the_same_is_found(pattern, text):
    theirs = re.compile(pattern, re.M)
    key = (pattern, int(re.M))
    ours = compiling._engine(key, compiling._made(key))
    assert [match.regs for match in ours.finditer(text)] == [match.regs for match in theirs.finditer(text)]
    assert ours.sub("-", text) == theirs.sub("-", text)
    assert ours.split(text) == theirs.split(text)
