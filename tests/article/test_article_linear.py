"""Time grows with the text and no faster, whatever the text.

Told by ratios of processor time that are taken one after the other in one
process, with limits far from what is linear and far below what grows with the
square. A ratio over its limit is taken anew, as another program may have
disturbed it; what truly grows faster is over it every time.
"""

import time
from functools import cache
from itertools import count

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


def seconds(work):
    start = time.process_time()
    work()
    return time.process_time() - start


def is_under(limit, ratio):
    return any(ratio() < limit for _ in range(4))


@cache
def ordinary():
    sample = "\n".join(raw for _, raw, _ in scorer().texts([scorer().OWN]))
    extract(sample)  # compiles what is compiled only once
    return sample


@cache
def usual(length, attempt):
    """Seconds that a text of the genre of that length takes."""
    text = (ordinary() * (length // len(ordinary()) + 1))[:length]
    return seconds(lambda: extract(text))


def takes_no_long_time(text):
    """At most 30 times what a text of the genre as long takes; the worst run of all takes ten times as much, and what grew with the square a hundred."""
    attempts = count()
    return is_under(30, lambda: seconds(lambda: extract(text)) / usual(max(1000, len(text) // 1000 * 1000), next(attempts)))


def grows_with(size, work):
    """`work(n)` gives something to do; of eight times the size it takes eight times the time, or 64 times were it to grow with the square."""
    few, many = work(size), work(size * 8)
    return is_under(16, lambda: seconds(many) / seconds(few))


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_a_long_run_takes_no_long_time(piece):
    assert takes_no_long_time(piece * (12_000 // len(piece)))


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join))
@settings(max_examples=25)
def test_a_long_run_of_any_phrase_takes_no_long_time(phrase):
    assert takes_no_long_time(phrase * (8_000 // len(phrase)))


MARKS = ",;:?!.()[]{}<>\"'`~@#$%^&*_-+=|\\/ \t\n\u3000、。，；：？！“”‘’「」『』（）《》【】〔〕·—…％①⑴○零〇一二两三十百千万亿廿卅0159aZé某市的"


@pytest.mark.parametrize(("before", "after"), [("", ""), ("市", ""), ("5", ""), ("市教育局将实施a", "b八项工程")])
def test_a_long_run_of_any_mark_or_figure_takes_no_long_time(before, after):
    assert not [mark for mark in MARKS if not takes_no_long_time(before + mark * 20_000 + after)]


@pytest.mark.parametrize("pair", ["市.", " ,", "? ", ", :", "市。", "1.", "十,"])
def test_a_long_run_of_two_takes_no_long_time(pair):
    assert takes_no_long_time("市" + pair * 6_000)


def test_a_long_clause_behind_an_amount_takes_no_long_time():
    lines = ["某市2025年民生实事", "市教育局办好以下3件实事：", *(f"{n}、新建学校{n}6所，" + "某" * 40 + "。" for n in range(1, 4))]
    assert takes_no_long_time("\n".join(lines))


def test_time_grows_with_the_text():
    assert grows_with(2, lambda times: lambda: extract(ordinary() * times))


def test_time_grows_with_the_parts_of_a_sentence():
    assert grows_with(500, lambda parts: lambda: extract("省民政厅将" + "；".join(f"新增床位{number}张" for number in range(parts))))


@pytest.mark.parametrize("part", ["“五个一”服务", "打通甲路、乙路两条断头路，", "● 将推进以下工作：\n", "县长在会上指出，全县将新建公路2公里。"])
def test_time_grows_with_the_parts_of_a_text(part):
    assert grows_with(300, lambda parts: lambda: extract(part * parts))


def test_time_grows_with_the_deeds_that_have_sets_among_them():
    sample = "市2025年民生实事任务清单\n一、市教育局新建幼儿园5所。推出“护苗”“强师”“优学”三项行动。\n二、市民政局新建养老院6家。\n"
    assert grows_with(200, lambda times: lambda: extract(sample * times))


def test_time_of_writing_grows_with_the_proposal():
    def writing(deeds):
        raw = "市教育局将新建学校5所，年底前完成。\n" * deeds
        found = extract(raw)
        return lambda: proposal_yaml(found, raw)

    assert grows_with(800, writing)
