"""A text that is extracted again after its import. On both engines."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tracker.seeding.again import Imported, keyed

pytest_plugins = ["office"]


@dataclass(frozen=True)
class Proposed:
    key: str
    name: str
    place: tuple[int, int]


@pytest.mark.parametrize(
    ("proposed", "keys"),
    [
        ([("a-1", "甲", (0, 5)), ("a-2", "乙", (10, 15))], ["x-1", "x-2"]),
        ([("a-1", "乙", (10, 15)), ("x-1", "丙", (20, 25))], ["x-2", "x-3"]),  # x-1 is another one
        ([("a-1", "甲（改）", (0, 5)), ("a-2", "乙", (9, 15))], ["x-1", "x-2"]),  # its place, else its name
        ([("a-1", "丙", (20, 25)), ("a-2", "丙", (30, 35))], ["a-1", "a-2"]),
        ([("a-1", "甲", (0, 5)), ("a-2", "甲", (0, 5))], ["x-1", "a-2"]),
    ],
)
def test_a_key_that_was_given_means_the_same_again(proposed, keys):
    known = [Imported("x-1", "甲", (0, 5)), Imported("x-2", "乙", (10, 15))]
    assert [one.key for one in keyed([Proposed(*each) for each in proposed], known)] == keys


def test_who_has_got_a_code_since_is_not_tracked_twice(any_office, tmp_path):
    (tmp_path / "a.txt").write_text("某市园林局新建公园5座。\n省教育厅新建学校3所。\n", encoding="utf-8")
    any_office("extract", "a.txt", "-o", "a.yaml")
    text = (tmp_path / "a.yaml").read_text(encoding="utf-8")
    assert "key: x-1" in text
    (tmp_path / "a.yaml").write_text(text.replace("code: null", "code: YLJ"), encoding="utf-8")
    assert "新增实事 2 件" in any_office("import", "a.yaml").err
    any_office("extract", "a.txt", "-o", "b.yaml")
    again = (tmp_path / "b.yaml").read_text(encoding="utf-8")
    told = any_office("import", "b.yaml").err
    assert "key: x-1\n    agency: YLJ\n" in again and "新增 0，" in told and "缺失 0，" in told and "新增实事 0 件" in told
