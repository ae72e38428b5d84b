"""The plan of work of an office: each of its lines promises for itself, and some only tell how it works within."""

from __future__ import annotations

import pytest

from tests.article.short_texts import deeds, found, owners_of

PLAN = """临江市文化和旅游局2026年工作要点
一、提升服务水平
（一）新建城市书房12家，9月底前全部开放。
（二）组织送戏下乡300场。
（三）实施“老街新韵”“书香满城”两项行动。
二、加强文物保护
（四）开工建设江心大桥，新增通行能力9000辆，2028年投用。
（五）新的文物修缮补助办法5月1日起施行。
（六）局属市博物馆增设展柜20个。
三、抓好自身建设
（七）开展消防演练4次。
（八）组建执法中队2支。
"""


def test_a_plan_of_work_is_no_list():
    assert deeds(PLAN) == [
        ("临江市文化和旅游局", "新建城市书房12家", None, [("新建城市书房12家", "12", "家")]),
        ("临江市文化和旅游局", "组织送戏下乡300场", None, [("组织送戏下乡300场", "300", "场")]),
        ("临江市文化和旅游局", "两项行动", 2, [("老街新韵", None, None), ("书香满城", None, None)]),
        ("临江市文化和旅游局", "开工建设江心大桥", None, [("开工建设江心大桥", "9000", "辆")]),
        ("临江市文化和旅游局", "新的文物修缮补助办法施行", None, [("新的文物修缮补助办法施行", None, None)]),
        ("市博物馆", "增设展柜20个", None, [("增设展柜20个", "20", "个")]),
    ]


@pytest.mark.parametrize("title", ["河口县民政局2026年重点任务", "河口县民政局2026年民生实事清单"])
def test_tasks_and_lists_of_deeds_are_lists(title):
    (name,) = {(owner, len(items)) for owner, _, _, items in deeds(f"{title}\n1.新建社区食堂20个。\n2.改造养老院3家。\n3.新增床位300张。\n")}
    assert name == ("河口县民政局", 3)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("局属市博物馆将新增展柜20个。", "市博物馆"),
        ("委属市第一医院今年增设床位200张。", "市第一医院"),
        ("下辖县公路段计划年底前修补路面3万平方米。", "县公路段"),
        ("市属企业今年将新增岗位2000个。", "市属企业"),
    ],
)
def test_an_office_is_called_without_what_it_belongs_to(text, owner):
    assert [one for one, _ in owners_of(text)] == [owner]


@pytest.mark.parametrize("giver", ["省级交办", "市级转办", "上级督办"])
def test_who_hands_on_problems_is_no_office(giver):
    text = f"河口县民政局2026年工作计划\n1.对{giver}的问题清单38项逐一整改，8月底前清零。\n2.改造养老院3家。\n"
    assert ("河口县民政局", "问题清单", 38) in [one[:3] for one in deeds(text)]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("市卫健委将建设南院区二期工程，设床位800张。", ("南院区二期工程", "800")),
        ("市水利局将实施青江灌渠清淤工程，年底前完成清淤18公里。", ("青江灌渠清淤工程", "18")),
        ("市供热集团将推进老城区管网更新改造，10月底前完成剩余3公里管网更换。", ("老城区管网更新改造", "3")),
        ("市卫健委将实施托育扩容工程，新增托位6000个。", ("托育扩容工程", "6000")),
        ("市卫健委将开展托育提质行动，新增托位6000个。", ("新增托位6000个", "6000")),
        ("市水利局将实施青江灌渠清淤工程，改造闸门18座。", ("改造闸门18座", "18")),
    ],
)
def test_how_much_of_a_thing_there_will_be_is_called_after_it(text, item):
    ((_, _, _, items),) = deeds(text)
    assert [one[:2] for one in items] == [item]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("市住建局：通村道路硬化52公里，12月底前完成。", ["通村道路硬化52公里"]),
        ("市城管局将设置临时夜市1处，安置摊位60个。", ["设置临时夜市1处", "安置摊位60个"]),
    ],
)
def test_one_thing_with_its_amounts_is_one(text, titles):
    ((_, _, _, items),) = deeds(text)
    assert [one[0] for one in items] == titles


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("市水利局将在汛前加固水库12座，5月15日前全部具备蓄水条件。", "2026-05-15"),
        ("市水利局将在汛前加固水库12座，9座已进场。", None),
    ],
)
def test_a_day_of_the_calendar_is_firmer_than_a_season(text, due):
    (one,) = found(text).commitments
    assert one.due == due and one.items[0].due == due
