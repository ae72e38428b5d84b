"""Verbs and turns of everyday prose that have an owner and look ahead or run on."""

import pytest
from short_texts import deeds, found, owners_of


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("着力疏通堵点，加快实现公交支付跨市互通乡镇全覆盖。", "公交支付跨市互通乡镇全覆盖"),
        ("以示范街为牵引，集中化解商铺“开票难”历史遗留问题。", "化解商铺“开票难”历史遗留问题"),
        ("持续开展“曲苑流芳”惠民巡演。", "“曲苑流芳”惠民巡演"),
        ("拿出的项目是老年证“就近办”，先在两个镇试行。", "老年证“就近办”"),
    ],
)
def test_what_runs_on_has_its_owner(told, name):
    assert [(owner, called) for owner, called, *_ in deeds(f"市交通局{told}")] == [("市交通局", name)]


@pytest.mark.parametrize("told", ["实现公交支付互通乡镇全覆盖。", "化解了商铺“开票难”问题。", "开展“曲苑流芳”惠民巡演。"])
def test_the_same_without_a_word_that_it_runs_on_is_nothing(told):
    assert deeds(f"市交通局{told}") == []


def test_members_stand_before_the_name_in_quotes_that_counts_them():
    ((owner, name, declared, items),) = deeds("市科协围绕“桥梁”品牌，组织专家进果园、仪器进课堂、讲师进车间“三进”服务活动。")
    assert (owner, name, declared) == ("市科协", "“三进”服务活动", 3)
    assert [title for title, *_ in items] == ["专家进果园", "仪器进课堂", "讲师进车间"]


def test_members_stand_before_services_that_open_together():
    ((owner, _, declared, items),) = deeds("市侨联：归侨“一站”登记、侨眷“红包”探访、证照“代跑”三项服务同步铺开。")
    assert (owner, declared, len(items)) == ("市侨联", 3, 3)


def test_each_organ_of_a_row_has_so_many_deeds():
    text = "各单位多办民生实事，账列得很细：团市委12件、市妇联9件、市侨联6件，件件有专人。"
    assert [one[:3] for one in deeds(text)] == [("团市委", "民生实事", 12), ("市妇联", "民生实事", 9), ("市侨联", "民生实事", 6)]
    assert deeds(text.replace("件件有专人", "均已办结")) == []
    assert deeds("各单位收到来信：团市委12件、市妇联9件、市侨联6件。") == []


def test_the_departments_of_a_city_own_what_is_announced_for_them():
    ((owner, _, declared, _),) = deeds("市纪委办公室召开通气会，向社会公布市直部门18项重点实事项目。")
    assert (owner, declared) == ("市直部门", 18)


@pytest.mark.parametrize("how", ["准备分两年为小学添置书柜6200套", "着眼“读书难”，年内计划添置书柜6200套"])
def test_whoever_prepares_or_has_an_eye_on_it_promises(how):
    ((owner, items),) = owners_of(f"团市委{how}。")
    assert owner == "团市委" and "添置书柜6200套" in items[0]


def test_what_is_put_on_a_list_names_its_amount():
    assert owners_of("市交通局把打通乡村“瓶颈路”列为头号实事，全年计划建设21公里。") == [("市交通局", ["打通乡村“瓶颈路”建设21公里"])]


def test_a_day_in_brackets_is_that_of_the_campaign_before_it():
    text = "市侨联推出“巷子里的灯”百家计划，今年首批建60家，并面向老人启动“白内障”复明“清零”行动（11月底结束）。"
    first, second = found(text).commitments
    assert [(item.title, item.due) for item in first.items] == [("“巷子里的灯”百家计划", "2026")]
    assert [(item.title, item.due) for item in second.items] == [("“清零”行动", "2026-11-30")]
    first, second = found(text.replace("，今年首批建60家", "")).commitments
    assert (first.items, second.items[0].due) == ((), "2026-11-30")


def test_how_a_campaign_is_carried_out_is_no_other_deed():
    text = "市水利局联手实施灌溉渠“回头看”行动，对沿线村庄逐一排查销号。"
    assert [name for _, name, *_ in deeds(text)] == ["“回头看”行动"]


def test_a_list_that_the_office_of_a_committee_signs_is_the_place_s_own():
    lines = "1.校车专用站点。新建站点18处。（县教育局）\n2.水表出户。改造水表3000块。（县水利局，11月底）\n3.早餐车进园区，新增早餐车40辆。（县商务局）\n"
    text = f"西陵县2026年第二批“我为群众办实事”项目清单公示\n经部门申报，现将第二批3个项目公示如下。\n{lines}中共西陵县委办公室\n2026年2月3日"
    (one,) = found(text).commitments
    assert (one.agency_name, one.name, one.declared_count) == ("西陵县", "2026年第二批“我为群众办实事”项目清单", 3)
    assert [item.due for item in one.items] == [None, "2026-11-30", None]
