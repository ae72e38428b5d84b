"""区妇联主席某某介绍: the head of an office with the full name of its place speaks for it; and what is under way is still to come."""

import pytest
from short_texts import deeds, owners_of


@pytest.mark.parametrize(
    ("speaks", "owner"),
    [
        ("云溪区妇联主席赵敏介绍", "云溪区妇联"),
        ("云溪区卫健委副主任李明坦言", "云溪区卫健委"),
        ("云溪区残联理事长李明说", "云溪区残联"),
        ("柳荫街道党工委书记李明给出了答复", "柳荫街道"),
        ("云溪区医保局副局长李明告诉记者", "云溪区医保局"),
        ("云溪区城管局党组书记、局长李明掰着指头算", "云溪区城管局"),
        ("云溪县红十字会常务副会长李明给记者算了一笔账", "云溪县红十字会"),
    ],
)
def test_the_head_of_an_office_speaks_for_it(speaks, owner):
    assert owners_of(f"{speaks}，今年将新建驿站8个。") == [(owner, ["新建驿站8个"])]


@pytest.mark.parametrize("state", ["目前已完成招标", "目前已完成过半", "已进入收尾阶段"])
def test_what_is_under_way_is_still_promised(state):
    assert len(deeds(f"云溪区住建局今年将新建停车场3个，{state}。")) == 1


@pytest.mark.parametrize("text", ["云溪区住建局今年新建停车场3个，目前已建成投用。", "云溪区住建局新建停车场3个，已完成招标。"])
def test_what_is_ready_or_was_never_to_come_is_not(text):
    assert deeds(text) == []


def test_nobody_is_called_after_what_goes_to_the_people():
    assert [owner for owner, _ in owners_of("云溪区人社局推动零工市场进社区，同步上线“零工e家”小程序。")] == ["云溪区人社局"]


def test_a_rural_bank_is_somebody():
    assert owners_of("云溪农商行把信贷送到田头，计划年内新增授信户1200户。") == [("云溪农商行", ["新增授信户1200户"])]


def test_what_is_done_again_and_again_needs_no_noun():
    assert deeds("云溪区文旅局常态化开展“送戏下乡”，让村民看得上戏。")[0][:2] == ("云溪区文旅局", "“送戏下乡”")


@pytest.mark.parametrize(("row", "name"), [("“周末诊室”、“午间诊室”延时服务", "延时服务"), ("“周末门诊”“夜间门诊”", "“周末门诊”“夜间门诊”")])
def test_services_with_names_are_brought_in_together(row, name):
    ((owner, called, _, items),) = deeds(f"云溪区医保局从4月起推行{row}，方便上班族。")
    assert (owner, called, len(items)) == ("云溪区医保局", name, 2)


def test_the_head_of_a_section_is_not_called_after_it_twice():
    text = "县残联“送康复进家”走了4个乡镇。县残联康复科科长说，年内要为500名残疾人免费适配辅具。"
    assert [owner for owner, _ in owners_of(text)] == ["县残联"]


def test_who_opens_its_doors_is_not_what_is_carried_out():
    assert deeds("区文明办组织28家文明单位开放停车场、厕所，供市民使用。") == []
