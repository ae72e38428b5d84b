"""Counts that are told in parts: which numbers make a whole, which are no counts at all, and which ask for a second look."""

import pytest
from short_texts import deeds, found


def told(text):
    """(name, declared count, fields) of each commitment."""
    return [(one.name, one.declared_count, one.fields) for one in found(text).commitments]


@pytest.mark.parametrize(
    "row",
    ["6项户政、4项交管共10项便民措施", "户政6项、交管4项共10项便民措施", "便民措施，户政6项、交管4项，合计10项", "便民措施：户政6项、交管4项、共计10项"],
)
def test_a_written_total_is_the_count_and_its_shares_are_fields(row):
    text = f"市公安局推出{row}。"
    assert told(text) == [("便民措施", 10, ("户政", "交管"))]
    assert found(text).commitments[0].items == ()


@pytest.mark.parametrize("row", ["户政20项、交管28项便民举措", "便民举措（户政20项+交管28项）"])
def test_a_sum_that_is_not_written_asks_for_a_second_look(row):
    (one,) = found(f"市公安局推出{row}。").commitments
    assert (one.declared_count, one.fields, one.confidence) == (48, ("户政", "交管"), "check")
    assert "相加" in one.reason


def test_some_shares_are_no_total():
    assert told("市司法局梳理实事清单，其中民生类20项、企业类12项。") == [("实事清单", None, ("民生类", "企业类"))]


def test_clauses_with_numbers_are_no_shares():
    text = "市教育局开展问需问计活动，征集意见1200条，梳理形成实事清单68项，现已完成40项。"
    assert told(text) == [("实事清单", 68, ())], "and asking what is to be done is no deed"
    assert all(count is None for _, count, _ in told("市民政局推行一件事改革，取消事项30项，下放权限12项。"))


@pytest.mark.parametrize("slogan", ["十百千", "三百", "百千万", "千百十", "十百", "双百双千"])
def test_numerals_of_a_slogan_are_no_count(slogan):
    ((_, name, declared, _),) = deeds(f"市科技局实施“{slogan}”工程。")
    assert (name, declared) == (f"“{slogan}”工程", None)


@pytest.mark.parametrize(("name", "declared"), [("“六办”服务", 6), ("「六办」服务", 6), ("“五个一”服务", 5), ("“十大惠民”举措", 10)])
def test_counts_in_quotes_stay_counts(name, declared):
    ((_, _, count, _),) = deeds(f"市民政局推出{name}。")
    assert count == declared


@pytest.mark.parametrize("name", ["“四季欢歌”行动", "“三减三健”专项行动", "“五社联动”工程", "“三社联动”项目"])
def test_a_number_that_opens_a_name_is_no_count(name):
    ((_, told, count, items),) = deeds(f"市民政局实施{name}。")
    assert (told, count, items) == (name, None, [])


@pytest.mark.parametrize("words", ["对热线反映的300个问题逐一整改", "推动200个重点项目开工", "梳理问题清单162件，逐项整改"])
def test_a_large_number_without_names_asks_for_a_second_look(words):
    (one,) = found(f"市住建局{words}。").commitments
    assert one.confidence == "check" and "数目较大" in one.reason


def test_a_small_number_without_names_does_not():
    (one,) = found("市住建局推动20个重点项目开工。").commitments
    assert one.confidence != "check"


@pytest.mark.parametrize(
    "split", ["，其中6件为新建工程、4件为改造工程", "（6件新建工程、4件改造工程）", "，包括新建工程6件和改造工程4件", "（其中新建工程6件，改造工程4件），年底前完成"]
)
def test_words_that_only_share_the_number_out_name_no_members(split):
    (one,) = found(f"市水务局今年办好10件实事{split}。").commitments
    assert (one.declared_count, one.items, one.fields) == (10, (), ("新建工程", "改造工程"))
