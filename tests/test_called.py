"""Whom a word for an agency means, at a command and in a file."""

from __future__ import annotations

import pytest

from tracker import called, likeness
from tracker.directory import Agency, find
from tracker.errors import NotFound

KNOWN = {
    "KJT": ("省科技厅", "某省科学技术厅", "Provincial Department of Science", "科技管理厅"),
    "JYT": ("省教育厅", "Provincial Department of Education"),
    "JYKX": ("省教育科学院",),
}


@pytest.mark.parametrize(("word", "whole", "parts"), [
    ("kjt", "KJT", ["KJT"]), (" 省科技厅 ", "KJT", ["KJT"]), ("省科技廳", "KJT", ["KJT"]), ("科技管理廳", "KJT", ["KJT"]),
    ("provincial department of science", "KJT", ["KJT"]), ("科技", None, ["KJT"]), ("科技廳", None, ["KJT"]), ("education", None, ["JYT"]),
    ("教育", None, ["JYT", "JYKX"]), ("水利厅", None, []), ("", None, []),
])  # fmt: skip
def test_whom_a_word_means(word, whole, parts):
    assert called.exactly(KNOWN, word) == whole and called.meant(KNOWN, word) == parts


def test_a_word_that_means_none_or_several_tells_who_is_near():
    agencies = {code: Agency(code, names[0], names[0], None, names[1:], 1, False, None, 0) for code, names in KNOWN.items()}
    for word, near in (("教育", "JYT 省教育厅、JYKX 省教育科学院"), ("省教肓厅", "JYT 省教育厅"), ("KJ", "KJT 省科技厅"), ("甲乙", "")):
        with pytest.raises(NotFound) as caught:
            find(agencies, word)
        assert caught.value.values["near"] == near


@pytest.mark.parametrize(("name", "near"), [("县人民政府", ["县政府办公室"]), ("县政府", ["县政府办公室"]), ("市民政局", ["县民政局"])])
def test_a_government_is_near_no_bureau(name, near):
    assert likeness.near(name, ["县民政局", "县财政局", "县政府办公室"], 3) == near
