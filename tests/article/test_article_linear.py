"""Time grows with the text and no faster, whatever the text."""

import time

import pytest
from article_gold import scorer
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.article import extract, proposal_yaml

# The pieces that begin, continue or end a pattern: a run of them is the worst a text can do.
PIECES = [
    "一", "1", "、", "“", "”", "（", "(", "《", "等", "项", "十", "省", "局", "中心", "推进", "将", "年", "月", "a", "<", "<p>", "&", "\n", " ", "，", "；",
    "：", "。", "一、\n", "1、a\n2、b\n", "(1)\n", "①", "发(fā)", "市教育局、", "“甲”", "“甲”“乙”", "10项行动", "A、", "实施", "A、B等", "以“甲”", "为抓手",
    "新增5个", "2023年", "12月", "百", "第", "和", "的", "由", "一是甲。", "一是甲，二是乙，", "教育方面，新建5所；", "由5处增加至8处", "6月底前出台《甲乙办法》，", "记者从", "联合", "该局", "深入", "1,", "3个方面11大类", "<!--", "<div ", "<script>",
    "表1\n", "全面完成", "“三", "由A牵头", "，其中", "：A；", "包括A、", "本府将", "　", "\x00", "\u202e", "😀",
]  # fmt: skip


def seconds(text):
    start = time.process_time()
    extract(text)
    return time.process_time() - start


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_a_long_run_takes_no_long_time(piece):
    length = 12_000
    assert seconds(piece * (length // len(piece))) < 6


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join))
@settings(max_examples=25)
def test_a_long_run_of_any_phrase_takes_no_long_time(phrase):
    assert seconds(phrase * (8_000 // len(phrase))) < 8


MARKS = ",;:?!.()[]{}<>\"'`~@#$%^&*_-+=|\\/ \t\n\u3000、。，；：？！“”‘’「」『』（）《》【】〔〕·—…％①⑴○零〇一二两三十百千万亿廿卅0159aZé某市的"


@pytest.mark.parametrize(("before", "after"), [("", ""), ("市", ""), ("5", ""), ("市教育局将实施a", "b八项工程")])
def test_a_long_run_of_any_mark_or_figure_takes_no_long_time(before, after):
    slow = {mark: taken for mark in MARKS if (taken := seconds(before + mark * 20_000 + after)) > 0.6}
    assert not slow


@pytest.mark.parametrize("pair", ["市.", " ,", "? ", ", :", "市。", "1.", "十,"])
def test_a_long_run_of_two_takes_no_long_time(pair):
    assert seconds("市" + pair * 6_000) < 1


def test_a_long_clause_behind_an_amount_takes_no_long_time():
    lines = ["某市2025年民生实事", "市教育局办好以下3件实事：", *(f"{n}、新建学校{n}6所，" + "某" * 40 + "。" for n in range(1, 4))]
    assert seconds("\n".join(lines)) < 1


def test_twice_the_text_takes_about_twice_the_time():
    sample = "\n".join(raw for _, raw, _ in scorer().texts([scorer().OWN]))
    seconds(sample)
    single = min(seconds(sample * 6) for _ in range(2))
    double = min(seconds(sample * 12) for _ in range(2))
    assert double < single * 3.2


def test_twice_the_parts_of_one_sentence_take_about_twice_the_time():
    single, double = ("省民政厅将" + "；".join(f"新增床位{number}张" for number in range(parts)) for parts in (3000, 6000))
    assert min(seconds(double) for _ in range(2)) < min(seconds(single) for _ in range(2)) * 3


def test_twice_the_deeds_with_sets_among_them_take_about_twice_the_time():
    sample = "市2025年民生实事任务清单\n一、市教育局新建幼儿园5所。推出“护苗”“强师”“优学”三项行动。\n二、市民政局新建养老院6家。\n"
    single, double = (min(seconds(sample * times) for _ in range(2)) for times in (1000, 2000))
    assert double < single * 2.9


def test_the_file_of_twice_the_text_takes_about_twice_the_time():
    def taken(count):
        raw = "市教育局将新建学校5所，年底前完成。\n" * count
        found = extract(raw)
        start = time.process_time()
        proposal_yaml(found, raw)
        return time.process_time() - start

    single, double = (min(taken(count) for _ in range(2)) for count in (4000, 8000))
    assert double < single * 2.9
