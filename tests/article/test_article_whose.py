"""Whose a promise is: who convened the meeting, whose office sends the list, who is named in full below a title."""

import pytest

from tracker.article import extract


def owners(text):
    return [one.agency_name for one in extract(text).commitments]


@pytest.mark.parametrize(
    "said", ["目前全市有泵站90座；今年将新建泵站5座", "今年全市将新建泵站5座", "预计全市年底前新建泵站5座"]
)
def test_the_whole_city_is_whoever_speaks(said):
    assert owners(f"海城市近况\n水利处指出，已有规划。{said}。") == ["水利处"]


def test_a_meeting_is_of_whoever_convened_it():
    assert owners("市水利局召开部署会。\n会议明确，今年全市力争新建泵站5座。") == ["市水利局"]


def test_a_scheme_speaks_for_whoever_issued_it():
    assert "云岭县" in owners("近日，云岭县印发某某行动方案。\n方案提出实施品质升级、环境优化等五大行动。")


@pytest.mark.parametrize(
    ("issuer", "list_name", "owner"),
    [
        ("青河县人民政府办公室", "八件民生实事", "青河县人民政府"),
        ("青河县人民政府办公室", "八项便民举措", "青河县人民政府办公室"),
    ],
)
def test_an_office_sends_out_the_deeds_of_its_government(issuer, list_name, owner):
    lines = "".join(f"{n}.新建{thing}{n}座。\n" for n, thing in enumerate("桥闸站亭塔井坝窖", 1))
    text = f"{issuer}关于印发《2024年{list_name}》的通知\n各单位：\n一、总体要求\n坚持为民。\n二、主要内容\n{lines}"
    (one,) = extract(text).commitments
    assert (one.agency_name, one.declared_count, len(one.items)) == (owner, 8, 8)
    assert one.place[0] < text.index("各单位")


def test_a_title_s_short_name_is_written_out_below():
    text = "丰县交通局“十大工程”提速\n县交通运输局召开会议。\n会议明确，推进一桥、二桥、三桥等十大工程。"
    assert set(owners(text)) == {"县交通运输局"}


def test_a_street_is_the_one_that_was_named():
    text = "松林街道今年新建车棚5处。街道社区办负责人介绍情况。\n下一步，街道还将开展既有住宅加装电梯工作，力争年内完成15台。"
    assert owners(text)[-1] == "松林街道"
    assert owners("松林街道今年新建车棚5处。\n街道整治提升。") == ["松林街道"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("会上确定8个项目为2023年区政府民生实事项目：1.新建书房4座；2.新建公园2座；3.改造小巷5条；4.新增车位90个；5.修路6公里；6.新增学位80个；7.改造站点9个；8.建设圈子6个。", "区政府"),
        ("年初确定由区城管委牵头的为民办实事项目共6项。", "区城管委"),
        ("工务局长报告，南江大桥工程预计10月底前通车。", "工务局"),
        ("高山市政府水利局昨日表示，今年将新建泵站5座。", "高山市政府水利局"),
    ],
)
def test_whose_it_is_said_to_be(text, owner):
    assert owners(text)[0] == owner


@pytest.mark.parametrize(
    "told",
    [
        "昨日，市长主持召开市政府第45次常务会议。\n会议同意安排方案，2026年实施8个方面28件民生实事。",
        "5月6日，区委举行专题会议。\n会上确定今年办好9件民生实事。",
        "县卫健局召开工作会议。\n会议要求，年底前新建卫生室12所。",
    ],
)
def test_what_a_meeting_decides_is_whose_meeting_it_is(told):
    assert owners(told)[0] in ("市政府", "区委", "县卫健局")


def test_the_date_line_of_a_paper_hides_nobody():
    assert owners("本报省城3月8日讯 省残联、省民政厅日前印发通知，到2026年，全省新建康复站60个。") == ["省残联"]


def test_a_verb_is_no_part_of_an_organ_or_a_thing():
    text = "2026年石桥区政府工作报告\n二、2026年重点工作\n完成区人民医院二期建设，力争年内投用。\n"
    (one,) = extract(text).commitments
    assert one.agency_name == "石桥区政府" and one.name.startswith("区人民医院")


def test_labels_in_brackets_lead_the_items_of_one_list():
    text = (
        "2024年平川县为民办实事任务分解\n现将2024年为民办实事任务分解如下：\n1.改造供水管网120公里。（牵头单位：县水利局）\n"
        "2.新建公办幼儿园6所。（牵头单位：县教育局）\n3.新增泊位800个。（牵头单位：县住建局）\n"
    )
    (one,) = extract(text).commitments
    assert one.agency_name == "平川县"
    assert [item.lead_agency for item in one.items] == ["县水利局", "县教育局", "县住建局"]


@pytest.mark.parametrize(
    "said", ["围绕歇脚难、就医难、停车难推出10条举措", "聚焦就业、看病、出行三方面推出10条举措", "针对停车、充电等难题制定10条举措"]
)
def test_what_measures_are_about_is_no_member(said):
    (one,) = extract(f"市总工会{said}。").commitments
    assert (one.declared_count, one.items) == (10, ())


def test_a_list_under_a_heading_that_says_nothing_is_called_as_the_title_calls_it():
    text = (
        "云岭市人民政府办公室关于印发2026年度民生实事项目实施方案的通知\n各县人民政府：\n现印发给你们。\n一、项目内容\n"
        "（一）新建学校3所。\n责任单位：市教育局\n（二）新建助餐点50个。\n责任单位：市民政局\n"
    )
    (one,) = extract(text).commitments
    assert (one.agency_name, one.name, len(one.items)) == ("云岭市人民政府", "2026年度民生实事项目", 2)


def test_a_list_that_is_now_announced_is_not_the_one_of_the_year_before():
    text = (
        "经区人大票决通过，现将清江区2026年度三件民生实事项目予以公示。2025年，全区三件民生实事全部按期完成。\n"
        "一、新建学校3所。\n二、改造小区20个。\n三、建设公园1个。\n"
    )
    (one,) = extract(text).commitments
    assert (one.agency_name, one.declared_count, len(one.items)) == ("清江区", 3, 3)


def test_who_leads_the_first_item_does_not_own_the_list():
    text = (
        "临江市人民政府办公室关于印发2026年民生实事项目任务分解方案的通知\n各县（市、区）人民政府：\n经票决，确定2026年市级民生实事项目共10大类22项。\n一、教育惠民\n"
        "1. 新建幼儿园12所。\n牵头单位：市教育局\n责任单位：各县（市、区）人民政府\n2. 筛查学生6万名。\n牵头单位：市卫生健康委\n"
        "二、健康惠民\n3. 筛查妇女4.5万人。（责任单位：市卫生健康委、市妇联）\n4. 建成服务站20个。（责任单位：市卫生健康委）\n"
    )
    (one,) = extract(text).commitments
    assert (one.agency_name, one.declared_count) == ("临江市人民政府", 22)
    assert [(item.lead_agency, item.joint) for item in one.items[:2]] == [("市教育局", ("各县市区人民政府",)), ("市卫生健康委", ())]
