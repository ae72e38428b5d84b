"""项目一：…/牵头单位：…/整治内容：…/完成时限：…: lines with labels belong to the head above them, content and day alike."""

import pytest
from short_texts import found

from tracker.article import extract

HEADS = ["项目{}：", "任务{}：", "实事{}："]


def block(head, thing, content, lead, helper, day):
    return f"{head}{thing}\n牵头单位：{lead}\n{helper}整治内容：{content}\n完成时限：{day}\n"


@pytest.mark.parametrize("head", [*HEADS, "{}、"])
def test_a_block_of_labels_is_an_item_with_its_lead_and_its_day(head):
    text = (
        "区纪委监委确定2026年“点题整治”项目2个，现公布如下：\n"
        + block(head.format("一"), "整治校园餐问题", "完成68所学校食堂改造。", "区教育局", "配合单位：区卫健局\n", "2026年9月底")
        + block(head.format("二"), "整治充电桩不足问题", "新建充电桩2000个。", "区住建局", "", "2026年11月底")
    )
    (one,) = found(text).commitments
    assert (one.agency_name, one.declared_count) == ("区纪委监委", 2)
    assert [(i.title, i.lead_agency, i.joint, i.target_quantity) for i in one.items] == [
        ("整治校园餐问题", "区教育局", ("区卫健局",), "68"), ("整治充电桩不足问题", "区住建局", (), "2000"),
    ]  # fmt: skip
    assert [i.due for i in one.items] == ["2026-09-30", "2026-11-30"]


@pytest.mark.parametrize(
    "text",
    [
        "责任单位：区教育局\n目标任务：新建学校5所\n完成时限：2026年9月",
        "目标任务：新建学校5所\n责任单位：区教育局\n完成时限：2026年9月",
        "【办学】\n牵头单位：区教育局\n整治内容：新建学校5所。\n完成时限：2026年9月底",
        "关于办学\n牵头单位：区教育局\n配合单位：区财政局\n建设内容：新建学校5所。\n完成时限：2026年9月底",
    ],
)
def test_a_line_with_a_label_is_whose_the_labels_beside_it_say(text):
    (one,) = found(text).commitments
    assert (one.agency_name, one.items[0].target_quantity, one.items[0].due) == ("区教育局", "5", "2026-09-30")


def test_the_day_of_a_label_is_firmer_than_words_without_a_year():
    blocks = (block(f"任务{n}：", f"办学{n}", "新建学校3所，年底前启用。", "区教育局", "", "2026年11月底") for n in "一二")
    (one,) = extract("区政府确定民生实事2件，现公布如下：\n" + "".join(blocks)).commitments
    assert [item.due for item in one.items] == ["2026-11-30", "2026-11-30"]


@pytest.mark.parametrize("text", ["项目一期新建学校5所。", "任务一：（无）\n内容：说明\n"])
def test_what_only_looks_like_such_a_head_is_none(text):
    assert found(text).commitments == ()
