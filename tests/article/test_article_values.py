"""Numerals, quantities, days, markers."""


import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.article import extract, numbering
from tracker.article.dates import days
from tracker.article.numerals import value, whole
from tracker.article.quantities import quantities


@pytest.mark.parametrize(
    ("text", "number"),
    [("62", 62), ("1,097", 1097), ("十", 10), ("十二", 12), ("二十", 20), ("两百", 200), ("三千五百", 3500), ("一百零八", 108)]
    + [("廿五", 25), ("卅", 30), ("二〇二一", 2021), ("俩", None), ("", None), ("甲", None), ("3.5", None)],
)
def test_whole_numbers(text, number):
    assert whole(text) == number


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_with_separators(number):
    assert value(f"{number:,}") == number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("改造老旧小区3000个", [("3000", "个")]),
        ("筹集11万套住房", [("11", "万套")]),
        ("3.66万个车位", [("3.66", "万个")]),
        ("每胎3万5,000元", [("35000", "元/胎")]),
        ("5万4,000人", [("54000", "人")]),
        ("投入两亿三千万元，补贴1亿500万元", [("2.3", "亿元"), ("1.05", "亿元")]),
        ("发放一万五千张", [("15000", "张")]),
        ("每人每月最高可补助749元", [("749", "元/月")]),
        ("培训五千位", [("5000", "位")]),
        ("每月3千元", [("3000", "元/月")]),
        ("发放贷款三点五亿元，修路十二点二五公里", [("3.5", "亿元"), ("12.25", "公里")]),
        ("下午三点五十分到", []),
        ("绿化1.9亿平方米", [("1.9", "亿平方米")]),
        ("2023年6月，第10届，65岁以上，上午9点半", []),
        ("实施一批项目，一村一场，最后一公里，二次供水，一期工程", []),
    ],
)
def test_quantities(text, found):
    assert [(q.shown, q.unit) for q in quantities(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("年底前完成", ["2023-12-31"]),
        ("6月底前", ["2023-06-30"]),
        ("2月底", ["2023-02-28"]),
        ("到2025年", ["2025"]),
        ("今年", ["2023"]),
        ("明年上半年", ["2024-06-30"]),
        ("104年底至105年初", ["2015-12-31", "2016"]),
        ("105年3月16日", ["2016-03-16"]),
        ("民国114年", ["2025"]),
        ("今(114)年底", ["2025-12-31"]),
        ("一百一十五年完工", ["2026"]),
        ("二季度末", ["2023-06-30"]),
        ("“十四五”末", ["2025"]),
        ("11月18日前", ["2023-11-18"]),
        ("第三年，15个月，5年内", []),
        ("2月30日", []),
    ],
)
def test_days_of_a_known_year(text, found):
    assert [day.text for day in days(text, this_year=2023) if day.text] == found


def test_relative_days_stay_open_without_a_year():
    assert [day.text for day in days("今年年底前，6月底，明年")] == [None, None, None]


def test_what_begins_is_no_deadline():
    assert [day.starts for day in days("自2024年1月起，104年起，2025年前")] == [True, True, False]


@pytest.mark.parametrize(
    ("line", "kind", "ordinal"),
    [("一、甲", "cn", 1), ("(十二)甲", "cn_paren", 12), ("（二） 甲", "cn_paren", 2), ("3.甲", "num", 3), ("4、甲", "num", 4), ("(5)甲", "num_paren", 5)]
    + [("⑥甲", "circled", 6), ("第七，甲", "first", 7), ("八是甲", "is", 8), ("壹、甲", "part", 0)],
)
def test_markers(line, kind, ordinal):
    number = numbering.head(line)
    assert number is not None
    assert (number.kind, number.ordinal) == (kind, ordinal)
    assert line[number.end :].strip() == "甲"


@pytest.mark.parametrize("line", ["甲、乙", "3.5公里", "2024年", "一是非分明", "557）、第7届", "（交地）"])
def test_no_markers(line):
    number = numbering.head(line)
    assert number is None or number.kind not in ("num", "num_paren", "cn_paren", "is")


def test_runs_inside_a_paragraph_count_from_one():
    text = "办好三件事：(1)甲；(2)乙；(3)丙。见(2)。"
    assert [[n.ordinal for n in run] for run in numbering.inline(text, 0, len(text))] == [[1, 2, 3]]


@pytest.mark.parametrize(
    ("text", "rough"),
    [("近3000个", True), ("约4,300个", True), ("2000余户", True), ("30多处", True), ("3万人左右", True)]
    + [("3000个", False), ("不少于3000个", False), ("超过3000个", False), ("达到200项", False)],
)
def test_numbers_that_are_not_meant_to_the_last_one(text, rough):
    assert [one.rough for one in quantities(f"改造{text}。")] == [rough]


@pytest.mark.parametrize("text", ["最高200万元", "控制在50个以内", "不超过30家", "最多可达80件", "15亩以下"])
def test_a_number_to_stay_under(text):
    assert [one.most for one in quantities(text)] == [True]


@pytest.mark.parametrize("text", ["不少于50个", "近2000名", "约30个", "超3000套", "至少5所", "建成最高楼3座", "5所以上"])
def test_a_number_to_reach(text):
    assert [one.most for one in quantities(text)] == [False]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2000—3000人次", ("2000", "人次")),
        ("50~60场", ("50", "场")),
        ("10-15所", ("10", "所")),
        ("三至五名", ("3", "名")),
        ("2—3万张", ("2", "万张")),
        ("3万至5万个", ("3", "万个")),
        ("3万个至5万个", ("3", "万个")),
        ("5000至1万元", ("5000", "元")),
        ("控制在30至50元以内", ("50", "元")),
        ("压缩至3—5个工作日", ("5", "个工作日")),
    ],
)
def test_a_range_promises_its_lower_end_or_stays_under_its_upper_one(text, told):
    (one,) = quantities(text)
    assert (one.shown, one.unit, one.rough) == (*told, True)
    assert one.end >= text.index(told[1][-1])


@pytest.mark.parametrize(("text", "told"), [("由5到8条", "8"), ("由5处增加至8处", "8"), ("6-14岁儿童1200人", "1200"), ("第3至5批项目20个", "20"), ("1-3号楼8栋", "8")])
def test_what_is_no_range_of_things(text, told):
    *_, last = quantities(text)
    assert (last.shown, last.rough) == (told, False)


def test_a_verb_holds_for_the_things_behind_it_that_have_only_a_number():
    for text in ("足球场25片，笼式球场10片，健身步道40公里", "足球场二十五片、笼式球场十片、健身步道四十公里", "足球场25片、笼式球场10片，健身步道四十公里"):
        told = [item.target_quantity for one in extract(f"市体育局将新建{text}。").commitments for item in one.items]
        assert told == ["25", "10", "40"], text
    for effect in ("惠及居民3万人", "总面积4万平方米", "投资3亿元"):
        (one,) = extract(f"市体育局将新建足球场25片，{effect}。").commitments
        assert len(one.items) == 1
