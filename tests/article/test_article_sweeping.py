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
        ("市教育局要做好第二小学设备采购，确保9月1日如期开学。", "要做好第二小学设备采购，确保9月1日如期开学", "市教育局"),
        ("市图书馆将让老读者少跑路。", "将让老读者少跑路", "市图书馆"),
        ("市教育局打算延长服务时间。", "打算延长服务时间", "市教育局"),
        ("市文旅局有望投用新馆。", "有望投用新馆", "市文旅局"),
        ("市市场监管局立案查处30起。", "立案查处30起", "市市场监管局"),
        ("江北燃气有限公司下一步将优化流程。", "下一步将优化流程", "江北燃气有限公司"),
        ("临江镇到2027年全覆盖。", "到2027年全覆盖", "临江镇"),
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


@pytest.mark.parametrize(
    ("text", "owner", "name"),
    [
        ("市住建局将在12月31日前完成老旧小区改造62个、加装电梯100部、整治小区飞线充电。", "市住建局", "整治小区飞线充电"),
        ("县公安局、县综合执法局共同整治校园周边交通秩序，年底前增设护学岗22处。", "县公安局", "整治校园周边交通秩序"),
        ("县人社局将开展职业技能培训3000人次以上，零就业家庭动态清零。", "县人社局", "零就业家庭动态清零"),
    ],
)
def test_a_member_beside_those_that_were_found_is_told_of(text, owner, name):
    found = extract(text, DIRECTORY, date(2026, 2, 3))
    assert found.commitments
    assert [(one.agency_name, one.name, one.reason) for one in found.left_out] == [(owner, name, UNPHRASED)]


@pytest.mark.parametrize("rest", ["惠及居民2万户", "提升群众满意度", "实现市、县两级全覆盖", "改善居住环境", "打造“宜居小区”"])
def test_what_is_to_come_of_it_is_no_member(rest):
    found = extract(f"市住建局将在12月31日前改造老旧小区62个，{rest}。", DIRECTORY, date(2026, 2, 3))
    assert (len(found.commitments), found.left_out) == (1, ())


def test_a_member_of_a_numbered_line_that_names_other_things_is_told_of():
    found = extract(
        "兴文县2026年三件民生实事\n一、县人社局开展职业技能培训3000人次以上，零就业家庭动态清零。\n"
        "二、县政务服务局推行“一件事一次办”事项30项，办理时限压缩至2个工作日以内。\n三、县公安局整治校园周边交通秩序，增设护学岗22处。",
        DIRECTORY,
        date(2026, 2, 3),
    )
    assert len(found.commitments) == 3
    assert [(one.agency_name, one.name) for one in found.left_out] == [
        ("县人社局", "零就业家庭动态清零"),
        ("县政务服务局", "推行“一件事一次办”事项30项"),
        ("县公安局", "整治校园周边交通秩序"),
    ]


def test_organs_of_whom_a_sentence_says_no_more_are_not_shown():
    """There was nothing to quote."""
    assert left_out("明年，市教育局将会同市财政局。") == []
