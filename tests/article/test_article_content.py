"""What a named thing consists of, how wide it goes, what of a set is done already, and which words tell of nothing more to be done."""

from __future__ import annotations

from datetime import date

import pytest

from tests.article.short_texts import deeds, found, owners_of
from tracker.article import extract


@pytest.mark.parametrize(
    ("text", "declared", "items"),
    [
        ("市税务局推出“就近办”服务，把申报、开票、退税等18项业务下放到村。", 18, ["申报", "开票", "退税"]),
        ("市公积金中心开展“零跑腿”行动，将提取、还款、查询三项业务延伸到网点。", 3, ["提取", "还款", "查询"]),
        ("市水务局正在实施“清流”工程，包括加装闸门、清理淤泥、增设泵站等。", None, ["加装闸门", "清理淤泥", "增设泵站"]),
        ("市水务局正在实施“清流”工程，包括河道、湖泊、池塘等。", None, []),
        ("市税务局推出“就近办”服务，将为12项业务提速。", None, []),
        ("县政务中心实施“减证”“通办”“跨域代办”三项改革，前两项已全面落地，跨域代办将在11月底前开通。", 3, ["跨域代办"]),
        ("县政务中心实施“减证”“通办”“代办”三项改革，前两项正在推进。", 3, ["减证", "通办", "代办"]),
    ],
)
def test_what_a_thing_consists_of(text, declared, items):
    ((_, _, number, parts),) = deeds(text)
    assert (number, [part[0] for part in parts]) == (declared, items)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("县卫健局将推广“先看病、后付钱”做法，今年扩大到14家卫生院。", ("“先看病、后付钱”做法", "14")),
        ("泵房改造持续推进，市水务局今年改造37处。", ("泵房改造37处", "37")),
        ("市水务局：泵房改造持续推进，今年改造37处。", ("泵房改造37处", "37")),
        ("市医院：拍片等候，上半年压缩到24小时以内。", ("拍片等候压缩到24小时以内", "24")),
        ("市医院年底前完成住院三部5个楼层卫生间改造。", ("完成住院三部5个楼层卫生间改造", "5")),
        ("渔业署则会扩大放流，试点由六个增至15个。", ("试点由六个增至15个", "15")),
        ("市住建局计划在年底前为辖下58个小区完成消防管网改造工程。", ("为辖下58个小区完成消防管网改造工程", "58")),
    ],
)
def test_what_there_will_be_so_many_of(text, item):
    ((_, _, _, items),) = deeds(text)
    assert [one[:2] for one in items] == [item]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("市城管局将建设公园8个，首个公园9月底前开放。", ["建设公园8个"]),
        ("县交通局将硬化道路4公里，解决3个寨子雨天出行难题。", ["硬化道路4公里"]),
        ("市水务局已将该村纳入供水管网改造计划，11月底前更换管道3公里。", ["更换管道3公里"]),
        ("市地铁集团力争首条地铁线路9月底前开通。", ["首条地铁线路"]),
    ],
)
def test_the_first_of_them_and_what_comes_of_it_are_no_others(text, titles):
    assert [item.title for one in found(text).commitments for item in one.items] == titles


@pytest.mark.parametrize(
    "text",
    [
        "市医保局开展政策宣传周活动，发放折页3000份。",
        "今年1月，市水务局已对该小区的水箱进行了检修。",
        "1月14日，河口镇组织干部到村里开展农技培训，培训群众86人。",
        "区人大常委会说，3个未当选的项目将由部门研究。",
    ],
)
def test_what_is_over_or_only_told(text):
    assert deeds(text) == []


def test_a_weekday_is_no_number():
    (one,) = found("市医院推出以下两项举措：\n1.每月第一个周六组织专家坐诊。\n2.增设车位80个。\n").commitments
    assert [item.target_quantity for item in one.items] == [None, "80"]


def test_a_member_given_to_another_is_his_own_commitment():
    text = "市政府办好三件实事，分别为大桥加固、智慧停车平台、老街亮化。其中智慧停车平台由市城投公司负责，务于10月31日前上线运行。"
    assert ("市城投公司", ["智慧停车平台"]) in owners_of(text)
    assert len(deeds(text.replace("由市城投公司负责", "投资2亿元"))) == 1


def test_a_title_and_its_list_are_one_though_the_one_names_the_place():
    text = "澧江市2026年十件重点民生实事项目公布\n经审议，市政府2026年将集中力量办好以下十件重点民生实事：\n" + "".join(f"{number}.新建社区食堂{number + 2}个。\n" for number in range(1, 11))
    assert [(one.agency_name, one.declared_count, len(one.items)) for one in extract(text, (), date(2026, 2, 10)).commitments] == [("市政府", 10, 10)]


def test_what_was_voted_for_is_whose_government_carries_it_out():
    text = "江口区票决产生2026年民生实事项目\n会议表决产生区政府2026年民生实事项目。得票靠前的3个项目当选，由区政府组织实施，分别为：①新增托位650个；②建设书房6家；③打通断头路5条。\n"
    assert [(owner, declared, len(items)) for owner, _, declared, items in deeds(text)] == [("区政府", 3, 3)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("县民政局开展“敲门送药”活动，组织12支医生小队每月上门服务老人。", []),
        ("县农业局开展“好肥进山”活动，组织42辆运肥车直达偏远村。", []),
        ("县民政局开展“敲门送药”活动，组织招聘会12场。", ["组织招聘会12场"]),
    ],
)
def test_who_carries_it_out_is_no_amount(text, items):
    ((_, _, _, parts),) = deeds(text)
    assert [part[0] for part in parts] == items


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        ("215条意见已全部录入台账，由市监察室督办，逐条回复，6月底前答复完毕。", "市监察室", "2026-06-30"),
        ("市医院梳理意见215条，逐条整改销号，6月底前完成。", "市医院", "2026-06-30"),
    ],
)
def test_opinions_that_are_answered_one_by_one_are_a_list(text, owner, due):
    assert [(one.agency_name, one.declared_count, one.due) for one in found(text).commitments] == [(owner, 215, due)]


@pytest.mark.parametrize("text", ["市教育局征集意见215条。", "市教育局印发3个实施意见。", "去年，市教育局收到意见215条。"])
def test_opinions_that_are_only_told_of_are_none(text):
    assert deeds(text) == []
