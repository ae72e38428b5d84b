"""The figures of an item: one is its target, the others are told."""

import pytest
from short_texts import found

from tracker.article import extract, proposal_yaml

LIST = "县政府2026年办好以下两件实事：\n一、优化养老服务。{}\n二、新建公园5个。\n"


def figures(words):
    proposal = found(LIST.format(words))
    item = proposal.as_json()["commitments"][0]["items"][0]
    return [f"{each['quantity']}{each['unit']}" for each in item["targets"]], proposal.commitments[0].items[0]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("新建助餐点40个，完成适老化改造1200户，新增床位600张。", ["40个", "1200户", "600张"]),
        ("新增托位2000个，其中公办托位不少于800个。", ["2000个", "800个"]),
        ("新建管网80公里，收集率提高到75%以上。", ["80公里", "75%"]),
        ("改造小区52个，惠及居民1.8万户。", ["52个"]),
        ("目前已有食堂12家，今年新建食堂40家。", ["40家"]),
        ("将补助标准由每人300元提高到500元。", ["500元"]),
        ("加强管理。", []),
        ("现有4处，年底前增设1处，合计服务95人。", ["1处", "95人"]),
        ("新设食堂3处，共计8处。", ["8处", "3处"]),
        ("疏浚东河、西河等12条河道。", ["12条"]),
    ],
)
def test_every_figure_that_is_promised_is_told_the_target_first(words, told):
    targets, item = figures(words)
    assert targets == told
    assert [f"{other.quantity}{other.unit}" for other in item.others] == told[1:]


def test_the_figures_of_a_row_are_those_of_what_is_done():
    (one,) = extract("2026年民生实事项目表\n序号\t项目\t内容\t牵头单位\t完成时限\n1\t养老服务\t新建助餐点40个，改造1200户\t区民政局\t2026年10月\n2\t公园\t新建10个\t区园林局\t2026年10月\n").commitments
    assert [other.words for other in one.items[0].others] == ["1200户"]


def test_the_file_tells_what_else_an_item_holds():
    raw = LIST.format("新建助餐点40个，完成适老化改造不少于1200户，新增床位600张。")
    lines = proposal_yaml(extract(raw), raw).splitlines()
    place = next(place for place, line in enumerate(lines) if "1200户、" in line)
    assert lines[place] == "      # 另有：不少于1200户、600张。要分别跟踪的，请另列一项。"
    assert lines[place + 1].startswith('      - {key: "1"')


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("区医院新院区年底前建成启用；为3.5万名女性免费接种。", None),
        ("新建助餐点40个，6月底前建成养老院1所。", None),
        ("新建助餐点40个。建设养老院2所，6月底前完工。", None),
        ("建设养老院2所，6月底前完工；新建助餐点40个。", "2026-06-30"),
        ("新建助餐点40个，新增床位600张，9月底前投入使用。", "2026-09-30"),
        ("新建助餐点40个，改造1200户。以上任务年底前完成。", "2026-12-31"),
        ("年底前，新建助餐点40个，改造1200户。", "2026-12-31"),
        ("需改造96处，其余34处10月底前完成。", "2026-10-31"),
    ],
)
def test_a_day_is_that_of_its_own_clause_or_of_all(words, due):
    assert figures(words)[1].due == due


def test_a_line_that_is_a_thing_by_itself_has_no_figure_of_the_next():
    (one,) = found("县政府2026年办好以下两件实事：\n1.区医院新院区年底前启用；为3.5万名女性免费接种。\n2.新建公园5个。\n").commitments
    hospital = one.items[0]
    assert (hospital.target_quantity, hospital.due, [other.words for other in hospital.others]) == (None, "2026-12-31", ["3.5万名"])


def test_the_file_tells_whose_day_was_not_taken():
    raw = LIST.format("区医院新院区年底前启用；为3.5万名女性免费接种。")
    assert "      # “区医院新院区年底前启用”说的是另一件事，它的期限没有填入 due。要跟踪的，请另列一项。" in proposal_yaml(extract(raw), raw).splitlines()


def test_the_file_tells_the_figures_of_an_item_without_a_target():
    raw = LIST.format("签约率达到75%以上。")
    assert "      # 文中的数：达到75%。是这一条目标的，请填入 target。" in proposal_yaml(extract(raw), raw).splitlines()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("贯彻八项规定，举办培训班4期。", ["4期"]),
        ("严格落实安全生产十五条硬措施。", []),
        ("办好八件实事。", []),
        ("开展三个专项整治行动，整改率100%。", ["100%"]),
        ("食堂推出10元以下营养套餐12种。", ["12种", "10元"]),
        ("改造全长9.6公里的道路3条。", ["3条", "9.6公里"]),
        ("每户补助2万元，改造危房300户。", ["300户", "2万元/户"]),
        ("开工建设连接线，全长9.6公里，桥梁3座。", ["3座", "9.6公里"]),
        ("全年完成投资12亿元。", ["12亿元"]),
        ("总投资12亿元，新建学校2所。", ["2所"]),
    ],
)
def test_names_sorts_and_sums_for_each_are_no_target(words, told):
    assert figures(words)[0] == told


def test_an_answer_within_hours_is_a_limit():
    (one,) = found("县政府2026年办好以下两件实事：\n1.投诉24小时内回应，办结率100%；\n2.新建公园5个。\n").commitments
    assert (one.items[0].target_quantity, one.items[0].target_most, [other.words for other in one.items[0].others]) == ("24", True, ["100%"])


def test_a_sort_before_an_amount_is_not_promised():
    (one,) = found("市教育局计划推出10元以下营养套餐12种。").commitments
    assert [(item.title, item.target_quantity) for item in one.items] == [("推出10元以下营养套餐12种", "12")]


def test_amounts_in_words_part_as_those_in_figures_do():
    told = [(item.title, item.target_quantity) for one in found("市交通局今年将新增公交线路十二条、停车位一千二百个。").commitments for item in one.items]
    assert told == [("新增公交线路十二条", "12"), ("停车位一千二百个", "1200")]


def test_what_is_pledged_below_a_heading_is_its_figure():
    text = "江城市教育局2026年为民办实事承诺书\n一、实施学位扩容工程。新建中小学12所，新增学位1.5万个。\n二、实施护眼工程。为800间教室更换护眼灯。\n三、实施午休工程。采购桌椅2.3万套。\n"
    (one,) = found(text).commitments
    assert [(item.target_quantity, item.target_unit) for item in one.items] == [("12", "所"), ("800", "间"), ("2.3", "万套")]


def test_a_label_may_say_since_when_a_thing_holds():
    text = "2026年为民实事计划公示\n1.票价惠民\n退役军人免费乘车。\n责任部门：票务部　　完成时间：2026年5月1日起\n2.站台改造\n新建候车亭35座。\n责任部门：场站部　　完成时间：2026年11月\n"
    assert [item.due for item in found(text).commitments[0].items] == ["2026-05-01", "2026-11-30"]


@pytest.mark.parametrize("verb", ["充实", "扩充", "增设"])
def test_what_is_made_more_of_is_nobody(verb):
    text = f"县民政局2026年工作计划\n一、{verb}辅具中心\n2026年新购轮椅20台。\n"
    assert [one.agency_name for one in found(text).commitments] == ["县民政局"]
