"""What looks like a promise and is none; and what is told twice."""

from datetime import date

import pytest

from tracker.article import extract


def verdicts(text):
    found = extract(text)
    return (
        [one.name for one in found.commitments],
        [(one.name, one.reason) for one in found.context],
        [(one.name, one.reason) for one in found.left_out],
    )


@pytest.mark.parametrize(
    "text",
    [
        "市教育局举办党史知识竞赛等3项活动。",
        "市教育局开展“学党史、跟党走”主题活动。",
        "市教育局推出红色故事主题书展、经典诵读等5项活动。",
        "省委办公厅念好“四字诀”，市委党校讲清“三大法宝”。",
        "会议强调，各级各部门要加快推进老旧小区改造。",
        "会议指出，要推进某某公园建设，要实施道路改造工程。",
        "市教育局去年改造学校50所，市住建局累计加装电梯300部。",
        "市政府圆满完成12件民生实事。",
        "截至目前，市政府累计实施1735个民生实事项目。",
        "2022年，全市10件民生实事全面完成。",
        "“现在出门方便多了。”居民高兴地说，小区改造工程让他很满意。",
        "推进高质量发展，优化营商环境，完善体制机制。",
        "按照“十大行动”计划要求，抓好落实。",
        "各地推进老旧小区改造。",
        "全市召开组织生活会1400余次，制定整改措施3500条。",
        "某某大桥于2020年3月竣工。",
    ],
)
def test_nothing_is_proposed(text):
    assert verdicts(text)[0] == []


def test_levers_and_umbrellas_are_context():
    names, context, _ = verdicts("市住建局以“三服务”活动为抓手，列出62项任务清单，开展“我为群众办实事”实践活动。")
    assert names == ["任务清单"]
    assert [name for name, _ in context] == ["“三服务”活动", "“我为群众办实事”实践活动"]


def test_what_is_left_out_has_its_reason():
    _, _, left_out = verdicts("市教育局开展“学党史、跟党走”主题活动。")
    assert left_out == [("“学党史、跟党走”主题活动", "学习、宣传类活动")]


def test_a_section_on_study_promises_nothing_weak():
    text = "市教育局推进课堂改造工程。\n"
    assert verdicts("为群众办好实事\n" + text)[0] == ["课堂改造工程"]
    assert verdicts("强化理论学习，筑牢思想根基\n" + text)[0] == []


@pytest.mark.parametrize(
    "text",
    [
        "市政府确定20件民生实事。\n会议听取了20件民生实事进展情况。",
        "关于20件民生实事的调度会召开。\n市政府确定20件民生实事。",
        "市政府确定20件民生实事。这20项实事已经启动。",
    ],
)
def test_a_list_mentioned_twice_is_one(text):
    (one,) = extract(text).commitments
    assert (one.declared_count, one.agency_name) == (20, "市政府")


def test_lists_of_the_same_length_in_one_breath_are_two():
    assert len(extract("县政府实施10项重点建设项目和10件惠民实事。").commitments) == 2


def test_parts_of_a_total_are_not_counted_again():
    (one,) = extract("县政府确定30件民生实事，其中省定实事项目12项、县定实事项目18项。").commitments
    assert one.declared_count == 30


def test_the_mention_that_names_the_members_wins():
    (one,) = extract("县政府将办好三件实事。\n这三件实事分别是：新建学校；改造医院；修建公路。").commitments
    assert [item.title for item in one.items] == ["新建学校", "改造医院", "修建公路"]
    assert one.agency_name == "县政府"


def test_an_amount_after_a_named_thing_is_its_target():
    (one,) = extract("市残联实施家庭无障碍改造项目，力争年底前完成6000户。").commitments
    assert one.name == "家庭无障碍改造项目"
    ((title, quantity, unit),) = [(item.title, item.target_quantity, item.target_unit) for item in one.items]
    assert (title, quantity, unit) == ("家庭无障碍改造项目", "6000", "户")


def test_texts_of_items_are_not_commitments_of_their_own():
    text = "市政府2件实事\n一、实施50个老旧小区改造项目，年底前完成。\n二、将新建公园5个，开展“口袋公园”行动。\n"
    (one,) = extract(text).commitments
    assert len(one.items) == 2


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("市教育局推出甲改造、乙改造两项工程。", "sure"),  # of a city that is new all agencies are: the file asks for their codes once
        ("推出甲改造、乙改造两项工程。", "check"),
        ("市教育局推进老旧校舍改造。", "likely"),
    ],
)
def test_confidence(text, word):
    (one,) = extract(text).commitments
    assert one.confidence == word and one.reason


STUDY_SECTION = "某省惠民消息\n三、加强宣传培训\n{}\n"


@pytest.mark.parametrize("promise", ["省总工会将在2024年底前建成户外劳动者服务站点500个。", "省总工会将于2024年10月底前推出“暖心驿站”。"])
def test_a_dated_promise_of_somebody_is_looked_at_even_in_a_section_about_study(promise):
    (found,) = extract(STUDY_SECTION.format(promise)).commitments
    assert found.agency_name == "省总工会" and found.confidence == "check" and "学习宣传" in found.reason


@pytest.mark.parametrize("promise", ["省总工会推进“暖心”工程。", "2024年底前举办专题讲座20场。", "省总工会将在2024年底前举办宣讲20场。", "我省将在2024年底前推出“红读”计划。"])
def test_what_is_undated_or_nobodys_or_study_itself_stays_out(promise):
    assert extract(STUDY_SECTION.format(promise)).commitments == ()


_BELOW = "\n市民政局今年将新建社区食堂20个。\n市教育局今年将新增公办幼儿园学位2400个。"


@pytest.mark.usefixtures("in_chinese")
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("记者获悉，今年全市8个部门共推出30余件民生实事，由市政府督查室统筹协调。" + _BELOW, "是下面各单位承诺的总数，不单独列为一项"),
        ("记者获悉，今年全市已共推出30余件民生实事。" + _BELOW, "已经完成的工作或统计数字"),
        ("记者获悉，去年全市8个部门共推出30余件民生实事。" + _BELOW, "已经完成的工作或统计数字"),
        ("记者获悉，今年全市8个部门共办结30余件民生实事。" + _BELOW, "已经完成的工作或统计数字"),
    ],
)
def test_the_total_of_what_is_promised_below_is_not_told_as_done(text, reason):
    found = extract(text, (), date(2026, 2, 3))
    assert len(found.commitments) == 2
    assert [one.reason for one in found.left_out if "实事" in one.name] == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "市审计局对12个民生项目开展审计，发现问题35个，提出整改建议28条。",
        "市发改委主任一行到临江区调研，实地察看了3个项目。",
        "县人大常委会视察10件民生实事。",
        "市住建局原计划改造小区100个，实际完成120个。",
        "市体育局举办全民健身运动会，设篮球、足球等12个项目。",
        "市残联为120名残疾人发放轮椅，仪式在市康复中心举行。",
    ],
)
def test_what_is_watched_played_or_was_done_is_no_promise(text):
    assert verdicts(text)[0] == []


@pytest.mark.parametrize(
    "text",
    [
        "市水利局将于年底前迎战洪峰3次。",
        "市气象局预计，年底前将出现大雾天气5次。",
        "市应急局预计今年将遭遇台风5次。",
        "县委组织部计划年底前轮训干部800名。",
        "市总工会将于年底前表彰劳模30名。",
        "市检察院将于年底前起诉案件30件。",
        "县政府将于6月底前听取汇报3次。",
        "市教育局将于9月迎接新生5万名。",
    ],
)
def test_what_only_happens_or_concerns_the_office_itself_is_no_promise(text):
    """Whatever its verb; and 前 of 年底前 is no part of the verb."""
    assert verdicts(text)[0] == []


def test_any_verb_is_a_promise_without_its_day():
    assert verdicts("市文旅局将于国庆前上演剧目12场。市园林局将于年底前救护古树62株。")[0] == ["上演剧目12场", "救护古树62株"]


def test_the_month_in_which_it_was_done_is_no_name_of_a_thing():
    found = extract("市城管局10月份开展集中整治，清理小广告3000处，更换井盖120个。", (), date(2026, 11, 9)).commitments
    assert [(one.name, one.items) for one in found] == [("集中整治", ())]
