"""Amounts that are no commitments of their own: members of a list, targets of a scheme, nobody's."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2024, 3, 1)


def told(text):
    return [(one.agency_name, one.name, [item.title for item in one.items]) for one in extract(text).commitments]


@pytest.mark.parametrize(
    ("text", "owner", "name"),
    [
        ("市水利局今年排定12项惠民实事，其中整治河道8条、改造泵站5座。", "市水利局", "惠民实事"),
        ("县民政局确定便民举措9项，主要包括整治河道8条，改造泵站5座。", "县民政局", "便民举措"),
        ("区住建局公布2024年民生实事20项，总投资3亿元。其中，计划年内整治河道8条，改造泵站5座。", "区住建局", "2024年民生实事"),
        ("镇政府将办好10件民生实事，重点是整治河道8条、改造泵站5座。", "镇政府", "民生实事"),
    ],
)
def test_what_a_list_is_said_to_hold_are_its_members(text, owner, name):
    assert told(text) == [(owner, name, ["整治河道8条", "改造泵站5座"])]


def test_the_day_of_all_projects_is_the_day_of_each_member():
    (one,) = extract("市水利局2024年排定12项惠民实事，其中整治河道8条、改造泵站5座，所有项目将于10月底前完工。", (), PUBLISHED).commitments
    assert [item.due for item in one.items] == ["2024-10-31", "2024-10-31"]


def test_what_another_organ_does_is_its_own():
    text = "某市公布民生实事清单共26项。其中，市医保局将新增定点药店90家。"
    assert ("市医保局", "新增定点药店90家", ["新增定点药店90家"]) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "市水利局印发农村供水提升行动方案，明确新建水厂6座，改造管网90公里。",
        "市水利局启动实施《农村供水提升三年行动（2024—2026年）》。到2026年，全市新建水厂6座，改造管网90公里。",
        "市水利局部署农村供水提升工程，计划新建水厂6座，改造管网90公里。",
    ],
)
def test_the_amounts_behind_a_scheme_are_its_targets(text):
    ((owner, name, items),) = told(text)
    assert owner == "市水利局" and name.strip("《》").startswith("农村供水提升")
    assert items == ["新建水厂6座", "改造管网90公里"]


@pytest.mark.parametrize(
    "text",
    [
        "市水利局印发农村供水提升行动方案。",
        "市水利局印发农村供水提升行动方案，要求提高认识，压实责任。",
        "市水利局印发农村供水提升行动方案。去年新建水厂6座。",
    ],
)
def test_a_scheme_that_promises_nothing_is_no_commitment(text):
    assert told(text) == []


def test_a_scheme_takes_nothing_from_whoever_is_named_after_it():
    text = "市水利局印发农村供水提升行动方案，明确新建水厂6座。市教育局计划新建学校3所。"
    assert [(owner, items) for owner, _, items in told(text)] == [
        ("市水利局", ["新建水厂6座"]),
        ("市教育局", ["新建学校3所"]),
    ]


@pytest.mark.parametrize(
    "text",
    ["预计年底前改造泵站5座。", "东风大桥工程预计2026年10月底通车。", "计划新增床位300张、改造病房40间。"],
)
def test_what_nobody_owns_is_left_out(text):
    found = extract(text)
    assert not found.commitments
    assert {one.reason for one in found.left_out} == {"像承诺，但原文没有写明由谁办"}


@pytest.mark.parametrize(
    "text",
    [
        "预计年底前改造泵站5座。\n本府将持续改善。",
        "市水利局2026年工作要点\n预计年底前改造泵站5座。\n",
        "预计年底前改造泵站5座。\n我局将加强管理。",
    ],
)
def test_in_an_office_s_own_text_it_stays(text):
    assert any(items == ["改造泵站5座"] for _, _, items in told(text))


def test_a_list_is_called_as_where_it_was_announced():
    text = "会议票决产生2025年县政府民生实事项目3个。\n这3个项目涵盖交通、教育等领域，包括：修建桥梁2座；新建学校1所；改造道路6公里。"
    ((owner, name, items),) = told(text)
    assert (owner, name) == ("县政府", "民生实事项目")
    assert items == ["修建桥梁2座", "新建学校1所", "改造道路6公里"]
    assert extract(text).commitments[0].place[0] < text.index("\n")


def test_a_scheme_in_the_title_is_told_once():
    text = "县政府办公室印发“放心餐桌”三年行动方案\n近日，云岭县印发“放心餐桌”三年行动方案，明确新建快检室6个。"
    assert told(text) == [("云岭县", "“放心餐桌”三年行动方案", ["新建快检室6个"])]


def test_what_is_done_of_a_dated_amount_leaves_the_rest_promised():
    assert told("市城管局年底前新建公厕36座，目前已完成17座。") == [("市城管局", "新建公厕36座", ["新建公厕36座"])]
    assert told("市城管局今年新建公厕36座，已全部投用。") == []


@pytest.mark.parametrize(
    "text",
    [
        "县民政局将对每个助餐点每年补助3万元。",
        "市人社局计划给予每名毕业生补贴2000元。",
        "县农业农村局对种粮大户实施奖补，最高奖励5万元。",
    ],
)
def test_the_rate_of_a_subsidy_is_none(text):
    assert not [items for _, _, items in told(text) if any("万元" in item or "元" in item for item in items)]


@pytest.mark.parametrize(
    "text",
    [
        "市民政局今年将城市低保标准由每月680元提高到720元。",
        "市财政局计划发放消费券5000万元。",
        "社会局自113年7月1日起，育儿补助每月每名加码2,000元。",
    ],
)
def test_what_changes_a_rate_or_is_given_in_all_is_one(text):
    assert len(told(text)) == 1


def test_what_is_left_of_a_list_is_no_thing():
    text = "东山镇今年实施民生“微实事”36件。目前已完成14件，其余项目年底前全部完成。"
    assert [(owner, name) for owner, name, _ in told(text)] == [("东山镇", "民生“微实事”")]


def test_a_title_that_the_text_tells_in_full_is_no_second():
    text = "省残联推进困难家庭无障碍改造\n省残联印发通知，到2026年，全省完成困难家庭无障碍改造2.6万户。"
    assert [name for _, name, _ in told(text)] == ["完成困难家庭无障碍改造2.6万户"]


def test_of_so_many_things_one():
    text = "清河水务公司推出“三个一”服务：建立一支服务队、开通一条热线、发放一张连心卡。"
    (one,) = extract(text).commitments
    assert (one.declared_count, [item.title for item in one.items]) == (
        3,
        ["建立一支服务队", "开通一条热线", "发放一张连心卡"],
    )
    assert told("市教育局开展“三个一”主题党日活动。") == []


def test_the_angles_of_a_story_are_no_list():
    text = "县医保局“三个聚焦”办实事\n一是聚焦参保扩面。已走访1.2万人。\n二是聚焦待遇提升。自7月1日起，住院报销比例提高5个百分点。\n三是聚焦服务下沉。工作有序。\n"
    assert not [name for _, name, _ in told(text) if "聚焦" in name]


def test_the_rest_of_a_numbered_list_may_follow_in_one_breath():
    text = (
        "松江市2026年五件民生实事进展情况\n市人大会议确定的2026年五件民生实事进展顺利。现将情况通报如下：\n"
        "一、扩大学位供给。今年新建学校6所，已开工4所。（牵头单位：市教育局）\n"
        "二、改造老旧小区。改造小区20个。（牵头单位：市住建局）\n"
        "三、增加养老床位。新增床位500张。（牵头单位：市民政局）\n四至五项为法律援助、体育设施建设，进展正常。\n"
    )
    (one,) = extract(text, (), date(2026, 7, 1)).commitments
    assert (one.agency_name, one.declared_count) == ("松江市", 5)
    assert [item.title for item in one.items][3:] == ["法律援助", "体育设施建设"]


def test_half_width_full_stops_part_sentences():
    text = "县城管局今年将整治路口30处(含2处隧道). 同时,县林业局将新建公园5个."
    assert [(owner, items) for owner, _, items in told(text)] == [
        ("县城管局", ["整治路口30处"]),
        ("县林业局", ["新建公园5个"]),
    ]


def test_whoever_is_charged_is_no_part_of_a_person():
    assert "王强" not in "".join(owner or "" for owner, _, _ in told("王强要求县住建局加快进度，力争6月底前新建泵站5座。"))


def test_a_count_tells_a_second_thing_after_a_conjunction():
    text = "社会局今年将增设社区公共家园8家及公设民营中心2家。"
    assert told(text) == [("社会局", "增设社区公共家园8家", ["增设社区公共家园8家", "公设民营中心2家"])]


@pytest.mark.parametrize(
    "text",
    [
        "村卫生室7月底前全部纳入医保定点。",
        "十二号院的坏路灯6月底就能亮起来。",
        "自7月1日起，长者乘车点数可折抵计程车费。",
    ],
)
def test_what_is_to_be_by_a_day_is_told_whoever_does_it(text):
    (one,) = extract(text, (), date(2026, 2, 3)).left_out
    assert one.name in text
    for for_itself in ("报名7月底前截止。", "7月1日起停水两日。", "请于7月底前缴费。"):
        assert extract(for_itself, (), date(2026, 2, 3)).left_out == ()


@pytest.mark.parametrize("mark", ["并在年底前", "同时将", "另在6月底前"])
def test_what_a_clause_makes_besides_is_another_thing(mark):
    text = f"市城管局对破损护栏实行动态清零，{mark}新增停车泊位900个。"
    assert [name for _, name, _ in told(text)][-1] == "新增停车泊位900个"


@pytest.mark.parametrize("thing", ["“一路一灯”微改造", "“净巷”行动"])
def test_how_many_places_a_campaign_is_for_are_its_own(thing):
    assert told(f"西渡街道推进{thing}，对辖区17条小巷进行整治。") == [("西渡街道", thing, ["对辖区17条小巷进行整治"])]


def test_a_list_stands_where_it_was_announced():
    text = "县人大代表票决产生县政府2024年民生实事项目3件。\n记者了解到，这3件民生实事分别是：一是新建学校2所；二是改造小区5个；三是修建公路60公里。"
    (one,) = extract(text, (), PUBLISHED).commitments
    assert (one.agency_name, one.name, len(one.items)) == ("县政府", "2024年民生实事项目", 3)
    assert one.place[0] < text.index("记者")


def test_what_is_set_up_in_places_is_the_target_of_what_it_is_for():
    text = "县司法局设立“信访超市”窗口。推进“无讼社区”创建，6月底前在8个社区挂牌成立调解室。"
    assert told(text)[-1] == ("县司法局", "“无讼社区”创建", ["在8个社区挂牌成立调解室"])
    assert told("县公安局推进“平安校园”创建。") == []


@pytest.mark.parametrize("text", ["镇政府组织志愿者对各村水源进行了一次全面排查。", "县水利局对各处水库开展了集中整治。"])
def test_what_was_done_to_a_thing_is_no_deed_to_come(text):
    assert told(text) == []


def test_a_name_that_says_nothing_of_what_is_shown_with_what_it_consists_of():
    text = "县水务局启动“清渠护岸”，新建护坡8公里。"
    (one,) = extract(text, (), PUBLISHED).commitments
    assert (one.name, text[slice(*one.place)]) == ("“清渠护岸”", "“清渠护岸”，新建护坡8公里")
