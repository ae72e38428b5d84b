"""What no pattern takes up is not lost: a sentence that sounds like a promise is left out with the reason."""

from datetime import date

import pytest
from article_gold import DIRECTORY

from tracker.article import extract

pytestmark = pytest.mark.usefixtures("in_chinese")

UNRECOGNISED, UNPHRASED, FINISHED = "像承诺，但没有认出单位和句式；确是承诺的，请自行补列", "像承诺，但没有认出句式；确是承诺的，请自行补列", "已经完成的工作或统计数字"


def left_out(text):
    found = extract(text, DIRECTORY, date(2026, 2, 3))
    assert found.commitments == ()
    return [(one.name, one.agency_name, one.reason) for one in found.left_out]


@pytest.mark.parametrize(
    ("text", "name", "agency"),
    [
        ("市住建局清理老旧小区300个，请市民监督。", "清理老旧小区300个", "市住建局"),
        ("改造老旧小区300个、加装电梯20部，惠及居民。", "改造老旧小区300个、加装电梯20部", None),
        ("下一步将推出更多便民举措。", "下一步将推出更多便民举措", None),
        ("争取让夜间公交早日开通。", "争取让夜间公交早日开通", None),
    ],
)
def test_what_sounds_like_a_promise_is_shown(text, name, agency):
    assert left_out(text) == [(name, agency, UNPHRASED if agency else UNRECOGNISED)]


@pytest.mark.parametrize(
    "text", ["市住建局去年改造老旧小区300个。", "市住建局已改造老旧小区300个。", "2025年工作回顾\n市住建局改造老旧小区300个。"]
)
def test_what_was_done_is_shown_as_done(text):
    assert left_out(text) == [("改造老旧小区300个", "市住建局", FINISHED)]


@pytest.mark.parametrize(
    "text", ["市住建局将深入学习贯彻。", "天气晴，气温25度。", "记者于2月3日报道。", "将民生工程建成民心工程。", "本文共3页。", "会后将开展调研。", "联系电话12345。", ""]
)
def test_other_sentences_are_not(text):
    assert left_out(text) == []


def test_only_what_stands_beside_a_find_is_told_of_its_sentence():
    found = extract("市住建局将于年底前改造老旧小区300个，惠及居民2万户。", DIRECTORY)
    assert (len(found.commitments), found.left_out) == (1, ())
    found = extract("以“三服务”活动为抓手，改造老旧小区300个。", DIRECTORY)
    assert [one.name for one in found.context] == ["“三服务”活动"]
    assert [one.name for one in found.left_out] == ["改造老旧小区300个"]
