"""Who owns a promise where it is written: before a colon, in brackets, below a list, under a letter."""

import pytest
from short_texts import deeds, found, owners_of

from tracker.article import extract


@pytest.mark.parametrize("name", ["市教育局", "东湖区教育体育局", "市残联"])
def test_who_stands_before_a_colon_owns_what_follows(name):
    text = f"{name}：新增学位2100个，新建小学3所。\n市卫健委：新增床位300张。"
    assert [(owner, [title for title, *_ in items]) for owner, _, _, items in deeds(text)] == [
        (name, ["新增学位2100个"]), (name, ["新建小学3所"]), ("市卫健委", ["新增床位300张"]),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["市教育局：已新增学位2100个。", "记者：新增学位2100个。", "本报讯：新增学位2100个。", "市教育局：截至6月累计新建小学3所。"])
def test_a_colon_after_others_or_before_the_past_promises_nothing(text):
    assert deeds(text) == []


@pytest.mark.parametrize("verb", ["新辟", "新植", "新购", "新配"])
def test_an_organ_before_a_verb_of_making_anew(verb):
    ((owner, _, _, items),) = deeds(f"今年民生工作安排\n交通局{verb}候车亭60座，年底前完成。")
    assert (owner, items) == ("交通局", [(f"{verb}候车亭60座", "60", "座")])


@pytest.mark.parametrize(
    ("text", "owner", "name"),
    [
        ("建设处说明，海东运动公园二期工程总经费4亿元，预计今年11月完工。", "建设处", "海东运动公园二期工程"),
        ("县府今年推出四大措施：生育津贴、托育补助、产检专车、临时托育。", "县府", "四大措施"),
        ("海东县聚焦民生。桃园市府推出四大措施：生育津贴、托育补助、产检专车、临时托育。", "桃园市府", "四大措施"),
    ],
)
def test_offices_of_a_county(text, owner, name):
    (one,) = deeds(text)
    assert one[:2] == (owner, name)


def test_who_is_charged_with_a_task_owns_it():
    text = "市交通局将新建候车亭45个。我们还要求市城管局在2025年6月底前新增停车位1500个。"
    assert owners_of(text) == [("市交通局", ["新建候车亭45个"]), ("市城管局", ["新增停车位1500个"])]


def test_a_sentence_about_last_year_still_says_of_whom_it_speaks():
    text = "农业处将于年底前改善农路20处。环境保护局去年完成资源回收站改善20处，今年将再改善15处。"
    assert owners_of(text)[1] == ("环境保护局", ["改善15处"])


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("走进市信访局接访大厅，榜单醒目。该局梳理出信访积案120件，逐件化解。", "市信访局"),
        ("路通了。县交通局的实事清单上写着三件事：开通公交线路6条、更新公交车40辆、改造候车亭75座。", "县交通局"),
    ],
)
def test_an_organ_that_is_no_subject_owns_its_list(text, owner):
    assert [one.agency_name for one in found(text).commitments] == [owner]


def test_who_only_attends_the_press_conference_promises_nothing():
    text = "市发展改革委、市教育局等部门负责人出席会议。\n据介绍，今年的民生实事由代表票决产生，共10个方面32项，总投资48亿元。"
    (one,) = found(text).commitments
    assert (one.agency_name, one.name, one.declared_count) == (None, "民生实事", 32)


def test_who_helps_in_brackets():
    (one,) = found("市教育局推出12项便民举措（市财政局、市住建局协办）。").commitments
    assert (one.agency_name, one.joint) == ("市教育局", ("市财政局", "市住建局"))


def test_organs_that_announce_together_are_no_items():
    (one,) = found("北桥市教育局、北桥市妇联联合推出护苗成长、假期托管、阳光体育等6件实事。").commitments
    assert (one.agency_name, one.joint) == ("北桥市教育局", ("北桥市妇联",))
    assert [item.title for item in one.items] == ["护苗成长", "假期托管", "阳光体育"]


def test_who_works_together_ends_where_the_work_begins():
    text = "市民政局将联合市财政局、市人力资源和社会保障局加强培训，全年培训护理员2000人次。"
    (one,) = found(text).commitments
    assert one.joint == ("市财政局", "市人力资源和社会保障局")


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("由县水利局牵头、县财政局和县农业局配合的供水提质工程9月动工，共铺设管网210公里，2026年10月底前通水。", ("供水提质工程", "210", "公里")),
        ("由县水利局牵头，县财政局、县农业局共同推进的老旧管网更新工程将于5月开工，计划改造管网42公里，2026年底全部完工。", ("老旧管网更新工程", "42", "公里")),
        ("由县水利局牵头，县财政局、县农业局联合实施的“清泉行动”将于12月底前为100所学校安装净水器。", ("“清泉行动”", "100", "所")),
        ("由县水利局牵头，县财政局、县农业局配合的参保“应保尽保”行动同步展开，9月底前参保率达到99%。", ("参保“应保尽保”行动", None, None)),
    ],
)  # fmt: skip
def test_a_thing_with_its_leaders_before_it(text, item):
    (one,) = found(text).commitments
    assert (one.agency_name, one.joint) == ("县水利局", ("县财政局", "县农业局"))
    assert [(i.title, i.target_quantity, i.target_unit) for i in one.items] == [item]


@pytest.mark.parametrize("over", ["供水提质工程已建成", "参保“应保尽保”行动已全部完成"])
def test_a_thing_with_its_leaders_before_it_that_is_over_is_none(over):
    assert found(f"由县水利局牵头、县财政局和县农业局配合的{over}，共铺设管网210公里。").commitments == ()


LABELLED = "某市2025年民生实事项目\n（一）养老提质\n1.建成服务中心12个；\n2.改造家庭800户。\n{}\n（二）教育提质\n新建小学4所。\n责任单位：市教育局\n"


@pytest.mark.parametrize("label", ["责任单位：", "牵头单位："])
def test_a_label_below_a_list_assigns_all_of_it(label):
    text = LABELLED.format(f"{label}市住房和城乡建设局、市民政局；完成时限：2026年8月底前")
    homes, school = found(text).commitments
    assert (homes.agency_name, homes.joint) == ("市住房和城乡建设局", ("市民政局",))
    assert [item.due for item in homes.items] == ["2026-08-31"] * 2
    assert school.agency_name == "市教育局"


LETTER = """清溪区十件民生实事公开承诺书
经区委、区政府研究，现将今年清溪区十件民生实事向社会公开承诺如下：
1、优化教育布局。新建中小学5所，新增学位4200个。（区教育局）
2、畅通道路。打通断头路6条，年底前完工。（区交通运输局、区城市管理局）
以上承诺，请社会各界监督。
清溪区人民政府
2026年1月15日
"""


def test_who_signs_a_letter_of_promises_owns_its_list():
    (one,) = extract(LETTER).commitments
    assert (one.agency_name, one.name, one.declared_count) == ("清溪区人民政府", "十件民生实事", 10)
    assert [(item.title, item.due, item.lead_agency) for item in one.items] == [
        ("优化教育布局", None, "区教育局"), ("畅通道路", "2026-12-31", "区交通运输局"),
    ]  # fmt: skip


def test_forms_and_notes_in_brackets_name_who_does_it():
    form = "便民公告\n事　　项：优化公交线网\n承办单位：市交通运输局\n内　　容：新辟公交线路15条，9月1日开通。\n"
    (one,) = found(form).commitments
    assert (one.agency_name, one.name, one.items[0].target_quantity) == ("市交通运输局", "优化公交线网", "15")
    assert found("事项：优化公交线网\n电话：12345\n").commitments == ()
    for note in ("（市总工会主办，市应急局协办）", "（主办：市总工会　协办：市应急局）"):
        (one,) = found(f"“清凉驿站”进工地\n{note}\n7月至9月，在重点工程设立驿站300个。\n").commitments
        assert (one.agency_name, one.joint) == ("市总工会", ("市应急局",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("民政局主政的敬老方案今年将办理12案。", ("民政局", "办理12案", "12", "案")),
        ("由民政局主政的敬老提案，今年将推动12案。", ("民政局", "推动12案", "12", "案")),
        ("市府核定里邻建设12案，预计年底前完工，由民政局主政。", ("民政局", "核定里邻建设12案", "12", "案")),
        ("工务局将办理道路改善工程12案，预计115年12月底前完工。", ("工务局", "办理道路改善工程12案", "12", "案")),
        ("消防局今年将购置装备12式。", ("消防局", "购置装备12式", "12", "式")),
    ],
)
def test_cases_and_sets_of_taiwan_and_who_is_in_charge_of_them(text, told):
    assert [(owner, *items[0]) for owner, _, _, items in deeds(text)] == [told]


def test_so_many_cases_of_a_plan_are_a_list_and_case_files_are_no_cases():
    assert [(owner, name, declared) for owner, name, declared, _ in deeds("民政局负责的12案市政建设计划，将于115年底完成。")] == [("民政局", "市政建设计划", 12)]
    assert deeds("市法院今年办理12案件。") == deeds("市法院今年办理12案例。") == []


def test_who_stands_behind_a_turn_owns_what_it_tells():
    text = "一是市教育局将新建学校5所；二是市卫健委将新建医院2所；三是市民政局新建养老院3所。"
    assert [(one.name, one.agency_name) for one in extract(text).commitments] == [("新建学校5所", "市教育局"), ("新建医院2所", "市卫健委"), ("新建养老院3所", "市民政局")]


def test_a_firm_is_meant_by_this_firm_and_no_office():
    text = "市水务集团将改造管网12公里。市城管局配合施工。该公司还将更换水表3万块。"
    assert [one.agency_name for one in extract(text).commitments] == ["市水务集团", "市水务集团"]
