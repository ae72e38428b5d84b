"""Short turns of notices and news: amounts, days, measures and services, and what only looks like them."""

import pytest
from short_texts import deeds, found, owners_of

from tracker.article import extract
from tracker.article.quantities import quantities


@pytest.mark.parametrize(("words", "quantity"), [("三千", "3000"), ("一百二十", "120"), ("两万", "2"), ("千余", "1000")])
def test_a_number_in_characters_with_its_measure(words, quantity):
    (one,) = deeds(f"市文旅局今年将举办公益演出{words}场。")
    assert one[3][0][1] == quantity


def test_a_short_quotation_within_the_name_of_a_deed():
    for verb in ("开展", "将为适龄妇女提供", "启动"):
        assert [name for _, name, *_ in deeds(f"市卫健委{verb}“两癌”免费筛查。")] == ["“两癌”免费筛查"]
    assert deeds("市卫健委提供“两癌”筛查数据。") == []


@pytest.mark.parametrize("name", ["24小时热线", "15分钟服务专区"])
def test_a_span_of_time_in_a_name_is_no_target(name):
    (one,) = deeds(f"市卫健委年底前开通{name}。")
    assert [quantity for _, quantity, _ in one[3]] in ([], [None])


def test_what_is_done_already_is_no_plan_in_a_plan():
    text = "市教育局重点任务\n今年将新建小学3所，{}。\n"
    assert [bool(deeds(text.format(end))) for end in ("已全部投用", "均已开工", "已列入年度计划", "惠及学生900名")] == [False, False, True, True]


def test_last_year_is_past_and_next_year_ahead():
    assert deeds("市住建局去年改造老旧小区300个。") == []
    (one,) = found("市住建局明年6月底前改造老旧小区300个。").commitments
    assert (one.items[0].target_quantity, one.items[0].due) == ("300", "2027-06-30")


def test_study_behind_an_amount_takes_only_itself_away():
    assert [items for *_, items in deeds("市妇联将新建驿站6个，组织专家讲座18场。")] == [[("新建驿站6个", "6", "个")]]
    assert deeds("市妇联将组织专家讲座18场，培训骨干90名。") == []


@pytest.mark.parametrize(
    "text, owner, items",
    [
        ("市住房城乡建设局聚焦老旧小区改造，今年计划改造老旧小区56个。", "市住房城乡建设局", ["改造老旧小区56个"]),
        ("东区行政审批服务局推行企业开办“一日办结”，6月底前新增自助终端30台。", "东区行政审批服务局", ["新增自助终端30台"]),
        ("县交通运输局负责拓宽乡村道路120公里。", "县交通运输局", ["拓宽乡村道路120公里"]),
        ("市教育局将为全市120所中小学更新护眼灯。", "市教育局", ["为全市120所中小学更新护眼灯"]),
        ("市医疗保障局将门诊慢特病直接结算病种扩大到10种。", "市医疗保障局", ["门诊慢特病直接结算病种扩大到10种"]),
        ("市卫生健康委推行检查结果互认，年底前互认项目达到200项。", "市卫生健康委", ["互认项目达到200项"]),
        ("县水利局今年要新建供水工程16处，争取9月底前全部通水。", "县水利局", ["新建供水工程16处"]),
    ],
)  # fmt: skip
def test_amounts_in_words_of_many_kinds(text, owner, items):
    assert owners_of(text) == [(owner, [item]) for item in items]


def test_a_day_behind_its_amounts_is_no_thing_of_its_own():
    (one,) = found("市教育局将新建幼儿园8所，2026年9月1日前全部投入使用。").commitments
    assert [(item.title, item.due) for item in one.items] == [("新建幼儿园8所", "2026-09-01")]


def test_what_a_lecture_taught_is_no_promise():
    assert not found("西岭县：县农业农村局举办“大讲堂”，邀请12位专家，培训农技人员300余人次。").commitments


def test_so_many_to_a_thousand_people_is_no_number_of_people():
    (one,) = found("市市场监管局将实施守护工程，食品抽检达到每千人6批次。").commitments
    assert [(item.target_quantity, item.target_unit) for item in one.items] in ([("6", "批次")], [])


@pytest.mark.parametrize(
    ("text", "name", "due"),
    [
        ("市教育局：从9月1日新学期起，32所小学课后服务统一延时到下午6点，家长自愿选择。", "32所小学课后服务统一延时到下午6点", "2026-09-01"),
        ("市卫健委：自5月1日起，初一女生可自愿免费接种疫苗。", "初一女生可自愿免费接种疫苗", "2026-05-01"),
        ("市卫健委推行住院“先诊疗后付费”，首批在9家医院实施。", "住院“先诊疗后付费”", None),
    ],
)  # fmt: skip
def test_a_rule_without_an_amount(text, name, due):
    (one,) = found(text).commitments
    assert (one.name, one.due) == (name, due)


def test_a_named_vehicle_carries_the_amounts_of_its_sentence():
    (one,) = found("市文广旅局：年内“文化惠民直通车”开进14个乡镇，送戏280场、放映电影1500场。").commitments
    assert (one.name, len(one.items)) == ("“文化惠民直通车”", 2)


@pytest.mark.parametrize(
    "text", ["其余8个将于10月底前上线。", "市财政局对工作成效明显的区县给予奖补。", "市人大常委会将组建5个监督小组。", "市数据局首批13个事项已于5月上线。", "市发改局将征集建议2700条。"]
)
def test_what_is_left_over_or_among_offices_is_no_deed(text):
    assert deeds(text) == []


@pytest.mark.parametrize("thing", ["门诊慢特病跨省直接结算", "检查检验结果互认", "乡镇为农服务综合体"])
def test_a_service_without_an_amount(thing):
    assert [name for _, name, *_ in deeds(f"市医保局推进{thing}，方便群众。")] == [thing]


def test_a_campaign_of_some_months():
    (one,) = found("環境保護局自6月1日起展開為期3個月的「巷弄清溝大作戰」，優先清理側溝。").commitments
    assert (one.agency_name, one.name) == ("环境保护局", "“巷弄清沟大作战”")


@pytest.mark.parametrize(
    "words",
    ["准备改造泵站3座", "再安装健身器材30套", *(f"{day}前改造泵站3座" for day in ("国庆节", "春节", "汛期", "暑假", "寒假", "入冬", "入汛", "供暖季", "秋季学期"))],
)
def test_words_that_look_ahead(words):
    (one,) = extract(f"市水务局{words}。").commitments
    assert "正在办理" not in one.reason


def test_work_that_is_begun_is_quoted_with_its_verb():
    raw = "市水利局动工建设红旗水库。"
    (one,) = extract(raw).commitments
    assert raw[slice(*one.place)] == "动工建设红旗水库"


def test_what_a_sentence_promises_is_no_heading_of_the_next():
    assert [one.theme for one in extract("省园林局将新建公园3座。省水利厅将改造水库12座。").commitments] == [None, None]
    assert [one.theme for one in extract("省园林局新建公园3座。省水利厅将改造水库12座。").commitments] == [None, None]


def test_each_of_so_many_things_one_may_be_a_plan():
    (one,) = extract("市总工会实施“八个一”关爱计划，即一次入会引导、一次免费体检、一份意外保险、一场技能培训等。").commitments
    assert (one.declared_count, [item.title for item in one.items]) == (8, ["一次入会引导", "一次免费体检", "一份意外保险", "一场技能培训"])


def test_a_centre_for_learning_is_built_and_no_study_session():
    (one,) = extract("教育局规划于9所闲置校舍设置乐龄学习中心，113年底前全数启用。").commitments
    assert one.agency_name == "教育局"
    assert not extract("市教育局将召开理论学习中心组学习会3次。").commitments


def test_how_a_set_is_sorted_and_whom_it_serves_are_no_amounts():
    assert [one.shown for one in quantities("实施3个方面12项任务")] == ["12"]
    (one,) = extract("卫生局将推动「甲地保卫站」、「行动巡回车」两项计划，预计受惠1万5,000人。").commitments
    assert one.declared_count == 2


@pytest.mark.parametrize(
    ("turn", "title", "quantity"),
    [
        ("要把14个社区食堂开起来", "把14个社区食堂开起来", "14"),
        ("争取年内让600名老人用上辅具", "让600名老人用上辅具", "600"),
        ("将把智能药柜装进22个社区", "把智能药柜装进22个社区", "22"),
    ],
)
def test_what_is_done_to_so_many_may_be_told_behind_them(turn, title, quantity):
    ((_, _, _, items),) = deeds(f"云溪区卫健局今年{turn}。")
    assert [item[:2] for item in items] == [(title, quantity)]
    assert deeds(f"云溪区卫健局去年{title}。") == []


def test_who_is_still_to_be_sent_out_is_a_deed():
    assert [name for _, name, *_ in deeds("云溪区卫健局今年将派出第二批巡回医疗队。")] == ["第二批巡回医疗队"]
    assert deeds("云溪区卫健局派出第一批巡回医疗队。") == []
