"""Text from outside: what is kept of it, and what reaches a screen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import RuleError
from tracker.plaintext import LINE, NOTE, line, note, visible

HIDDEN = "\x00\x07\x1b\x7f\x9b\xad\u200b\u200e\u202e\u2066\u2028\ufeff\ud800\U000e0041"
nasty = st.text(st.characters() | st.sampled_from(HIDDEN + " \t\r\n\u3000\xa0é\u0301가"), max_size=40)


def hidden(text: str) -> bool:
    """Whether a terminal would be given something it does not show: of Unicode's own categories, but for new lines."""
    return any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") or sign in HIDDEN for sign in text if sign not in "\t\n")


@given(nasty)
def test_a_line_is_one_line(text):
    kept = line(text, "note")
    assert kept is None or (kept == kept.strip() and kept and not {"\n", "\t", "\r"} & set(kept) and "  " not in kept)
    assert kept is None or not hidden(kept)


@given(nasty)
def test_keeping_what_is_kept_changes_nothing(text):
    kept = line(text, "note")
    assert line(kept, "note") == kept
    several = note(text, "note")
    assert note(several, "note") == several


@given(nasty)
def test_a_note_keeps_its_lines(text):
    kept = note(text, "note")
    assert kept is None or not hidden(kept)
    assert kept is None or all(part == (line(part, "note") or "") for part in kept.split("\n"))


@given(nasty)
def test_what_is_shown_hides_nothing(text):
    shown = visible(text)
    assert not hidden(shown) and len(shown) == len(text)


def test_examples():
    assert line("  近视\u3000防控\r\n行动 ", "title") == "近视 防控 行动"
    assert note("一\r\n\r\n二\r三  \n", "note") == "一\n\n二\n三"
    assert line("e\u200b\u0301", "title") == "é"
    assert visible("a\x1b[31mb\u202ec\n") == "a\ufffd[31mb\ufffdc\n"
    for nothing in (None, "", " \n\t", "\u200b"):
        assert line(nothing, "title") is None and note(nothing, "note") is None
    assert line("𠮷野家（葛\U000e0100城）", "title") == "𠮷野家（葛\U000e0100城）", "variants of characters are kept"


@pytest.mark.parametrize(("keep", "limit"), [(line, LINE), (note, NOTE)])
def test_too_long(keep, limit):
    assert keep("实" * limit, "note") == "实" * limit
    with pytest.raises(RuleError, match="text_too_long") as caught:
        keep("实" * (limit + 1), "note")
    assert (caught.value.values["length"], caught.value.values["limit"]) == (limit + 1, limit)
    with pytest.raises(RuleError, match="text_too_long"):
        note("实\n" * NOTE, "note")
