"""Suggested commands can be typed as they stand."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import shellwords


@pytest.mark.parametrize(
    ("word", "quoted"), [("草案.yaml", "草案.yaml"), ("a b.txt", "'a b.txt'"), ("JYT-1..3", "JYT-1..3"), ("", "''"), ("（一）.txt", "'（一）.txt'"), ("it's", "'it'\"'\"'s'")]
)
def test_only_what_a_shell_would_change_is_quoted(word, quoted):
    assert shellwords.quote(word) == quoted


@given(st.lists(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=8), max_size=4))
def test_what_is_joined_is_read_back(words):
    assert shlex.split(shellwords.join(words)) == words
