"""Pasted lines: how a line is read, however it was typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import DeedsError
from tracker.intake.lines import Said, Unreadable, read, settled

TODAY = date(2021, 7, 5)


def said(text):
    [found] = read(text, TODAY)
    assert isinstance(found, Said), found
    return found


FULL = {
    "status": "in_progress", "progress": 60, "words": "已完成摸底", "difficulty": "经费未到位", "ask": "财政厅8月前拨付",
    "expected_on": date(2021, 12, 20),
}  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), [
    ("JYT-1-3 推进中 60% 已完成摸底｜困难：经费未到位｜提请：财政厅8月前拨付｜预计：12-20", FULL),
    ("jyt-1-3 推进中 60% 已完成摸底|困难:经费未到位|提请:财政厅8月前拨付|预计:12-20", FULL),
    ("ＪＹＴ－１－３　推进中　６０％　已完成摸底 ｜ 困难 ： 经费未到位 ｜提请：财政厅8月前拨付｜预计： 12月20日。", FULL),
    ("JYT-1-3，推进中，60%，已完成摸底丨问题：经费未到位丨提请事项：财政厅8月前拨付丨预计完成：2021-12-20｜", FULL),
    ("（3）JYT-1-3：推进中60%，已完成摸底｜存在问题：经费未到位｜提请：财政厅8月前拨付｜预计完成时间：2021年12月20日", FULL),
    ("3. JYT-1-3 60% 推进中 已完成摸底｜困难：经费未到位｜提请：财政厅8月前拨付｜预计：2021/12/20", FULL),
    ("JYT–1–3 完成率60% 推进中。已完成摸底｜预计：20211220｜困难：经费未到位｜提请：财政厅8月前拨付", FULL),
    ("JYT-1-3 in progress 60% 已完成摸底 | difficulty: 经费未到位 | ask: 财政厅8月前拨付 | expected: 12-20", FULL),
    ("JYT-1-3 推進中 60% 已完成摸底｜困難：经费未到位｜提請：财政厅8月前拨付｜預計：12-20", FULL),
    ("JYT-1-3 推进中 60% 已完成摸底 困难：经费未到位，提请：财政厅8月前拨付；预计：12-20", FULL),
    ("JYT-1-3 推进中六成，已完成摸底。问题：经费未到位。提请：财政厅8月前拨付 预计：12-20", FULL),
    ("JYT-1-3 推进中 6成 已完成摸底 困难:经费未到位 提请:财政厅8月前拨付 预计:12-20", FULL),
    ("JYT-1-3 in progress 60% 已完成摸底, difficulty: 经费未到位, ask: 财政厅8月前拨付, expected: 12-20", FULL),
    ("JYT-1-3 推进中 困难：没钱", {"status": "in_progress", "difficulty": "没钱"}),
    ("JYT-1-3 进度两成", {"progress": 20}),
    ("JYT-1-3 推进中 六成学校已覆盖，过半学生受益", {"status": "in_progress", "words": "六成学校已覆盖，过半学生受益"}),
    ("JYT-1-3推进中", {"status": "in_progress"}),
    ("JYT-1-3 60%", {"progress": 60}),
    ("JYT-1-3 60.0%", {"progress": 60}),
    ("JYT-1-3 已完成。全部学校覆盖", {"status": "completed", "words": "全部学校覆盖"}),
    ("JYT-1-3 进行中 覆盖 13 个设区市的 95% 学校", {"status": "in_progress", "words": "覆盖 13 个设区市的 95% 学校"}),
    ("JYT-1-3 推进中 60% 合格率 95%", {"status": "in_progress", "progress": 60, "words": "合格率 95%"}),
    ("JYT-1-3 暂缓｜文号：工委〔2021〕8号", {"status": "suspended", "approval": "工委〔2021〕8号"}),
    ("JYT-1-3 推进中｜数量：1,200｜阶段：中期｜日期：7-1", {"status": "in_progress", "quantity": 1200, "stage": "中期", "on": date(2021, 7, 1)}),
    ("JYT-1-3 受阻｜困难：比例 1:3 不够", {"status": "blocked", "difficulty": "比例 1:3 不够"}),
    ("JYT-1-3 推进中 60%，以下学校已覆盖：一中", {"status": "in_progress", "progress": 60, "words": "以下学校已覆盖：一中"}),
    ("JYT-1-3 推进中 60% 到12月底完成", {"status": "in_progress", "progress": 60, "words": "到12月底完成"}),
    ("JYT-1-3 推进中 60% 7/20 已开会", {"status": "in_progress", "progress": 60, "words": "7/20 已开会"}),
    ("JYT-1-3 推进中｜数量：1,200个｜预计：无", {"status": "in_progress", "quantity": 1200, "unit": "个", "expected_on": None, "cleared": ("expected_on",)}),
    ("JYT-1-3 not_started", {"status": "not_started"}),
])  # fmt: skip
def test_what_a_line_says(text, fields):
    found = said(text)
    assert (found.code, found.fields, found.confirms) == ("JYT-1-3", fields, False)


@pytest.mark.parametrize("text", ["JYT-1-3 无变化", "JYT-1-3：没有变化。", "JYT-1-3 no change", "JYT-1-3 無變化"])
def test_no_change(text):
    assert said(text).confirms and said(text).fields == {}


@pytest.mark.parametrize(("text", "words"), [
    ("JYT-1-3 推进中 10% 完成3家快检室", "完成3家快检室"), ("JYT-1-3 推进中 10% 已完成 3 家", "已完成 3 家"),
    ("JYT-1-3 推进中 10%　完成 3 家；余下年内建成", "完成 3 家；余下年内建成"), ("JYT-1-3 推进中，10%，已完成 摸底", "已完成 摸底"),
    ("JYT-1-3 推进中 已办结3件", "已办结3件"),
])  # fmt: skip
def test_what_is_completed_is_no_second_status(text, words):
    fields = settled(said(text), None)
    assert (fields["status"], fields["words"]) == ("in_progress", words)


@pytest.mark.parametrize("rest", ["推进中 已完成", "推进中 10% 完成。", "推进中 10% 已完成，全部覆盖", "推进中 60% 完成 60%", "推进中 受阻 3家", "推进中 完成 受阻"])
def test_two_words_that_stand_as_statuses(rest):
    [found] = read(f"JYT-1-3 {rest}", TODAY)
    assert found.error.key in ("errors.line_two_statuses", "errors.line_percent_astray")


def test_too_many_lines():
    found = list(read("JYT-1-1 推进中\n" + "\n" * 5000 + "JYT-1-2 推进中\nJYT-1-3 推进中", TODAY))
    assert isinstance(found[0], Said) and isinstance(found[1], Unreadable) and len(found) == 2


@given(st.text(alphabet=st.sampled_from("JYT-13 推进中已完成受阻60%．。｜|困难：:预计12-20无变化\t　丨\u202e\ud800x,，")) | st.text())
def test_any_text_is_read_or_refused(text):
    for found in read(text, TODAY):
        assert isinstance(found, Said) or isinstance(found.error, DeedsError)


WORDS = st.text(alphabet=st.characters(exclude_categories=("C", "Z", "S", "P", "N"), max_codepoint=0xFFFF), min_size=1, max_size=12)


@given(
    st.sampled_from([("推进中", "in_progress"), ("受阻", "blocked"), ("in progress", "in_progress")]),
    st.integers(0, 99), WORDS, WORDS, st.sampled_from(" \t　，"), st.sampled_from("｜|丨"), st.sampled_from("：:"),
)  # fmt: skip
def test_what_was_written_is_read(status, progress, note, difficulty, space, stroke, colon):
    import unicodedata

    from tracker.intake.lines import _status

    note, difficulty = (unicodedata.normalize("NFC", text) for text in (note, difficulty))
    if _status(note.lower()) or "丨" in note + difficulty:
        return
    found = said(f"JYT-1-3{space}{status[0]}{space}{progress}%{space}{note}{stroke}困难{colon}{difficulty}")
    assert found.fields == {"status": status[1], "progress": progress, "words": note, "difficulty": difficulty}
