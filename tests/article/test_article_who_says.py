"""Whose promise it is when the owner is no subject: speakers beside a quote, meetings that decide, authors of letters and reports."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2026, 2, 3)


def found(text):
    return extract(text, (), PUBLISHED).commitments


def owners(text):
    return [one.agency_name for one in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“今年我们将推出助企纾困10项举措，件件有回音。”市商务局局长周立介绍。",
        "“我们计划新建驿站40座，让骑手有处歇脚，”市商务局党组书记郑文说。",
        "市商务局副局长何川介绍了有关情况。何川说，今年将新建驿站40座。",
        "「今年將新建驛站40座，讓外送員有處歇腳。」市商務局局長何川表示。",
    ],
)  # fmt: skip
def test_who_speaks_beside_a_quote_owns_what_is_in_it(text):
    assert owners(text) == ["市商务局"]


@pytest.mark.parametrize(
    "text",
    [
        "“以前办事要跑三趟，现在新增窗口6个，方便多了。”居民老赵说。",
        "“去年我们推出助企纾困10项举措，全部办结。”市商务局局长周立介绍。",
    ],
)
def test_what_residents_say_or_what_is_over_is_no_promise(text):
    assert owners(text) == []


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("省税务局党组班子成员下沉调研，梳理问题清单21条，逐条销号。", "省税务局"),
        ("城北集团党委推出惠民实事9件。", "城北集团党委"),
        ("白石镇党委推出惠民实事9件。", "白石镇党委"),
    ],
)
def test_a_committee_owns_what_it_does_and_its_members_act_for_the_organ(text, owner):
    assert owners(text) == [owner]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("县政府办公室征集建议900条。经县政府第12次常务会议研究，确定2026年为民办实事项目3类15项。", "县政府"),
        ("市教育局广泛征集建议。经局党组会议审议，确定为民实事8件。", "市教育局"),
        ("经区委、区政府研究，区教育局将办好为民实事8件。", "区教育局"),
        ("市卫健委征求了意见。经市政府同意，市卫健委推出便民举措8项。", "市卫健委"),
    ],
)
def test_a_list_is_whose_meeting_decided_it_unless_somebody_else_is_the_subject(text, owner):
    (one,) = found(text)
    assert one.agency_name == owner
    assert not one.name.startswith("事")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("我们市司法局今年将新建调解室30个。", "市司法局"),
        ("本府环境保护局将增设监测站6座。", "环境保护局"),
        ("教育处115年度将增设课后班60班。", "教育处"),
        ("文化局9月起将开放展馆8座。", "文化局"),
    ],
)
def test_an_organ_behind_our_or_before_a_year_is_the_subject(text, owner):
    assert owners(text) == [owner]


def test_a_report_is_of_the_government_in_its_title():
    text = "平沙市政府工作报告\n——2026年1月8日在平沙市第七届人民代表大会第一次会议上\n市长　方圆\n重点抓好以下工作：\n今年，将新建幼儿园12所。\n"
    assert owners(text) == ["平沙市政府"]


@pytest.mark.parametrize(
    "head", ["民众信箱\n回覆单位：海丰市政府工务处（主办）、交通处\n答覆如下：\n{}", "海丰市民生工程进展报告\n（海丰市政府工务处 2026年7月2日）\n{}", "尊敬的市民：\n{}\n海丰市政府工务处 敬上\n"]
)
def test_ours_in_a_letter_is_its_author(head):
    assert owners(head.format("下半年，本处将改善人行道12处。\n")) == ["海丰市政府工务处"]


def test_a_ministry_speaks_through_its_departments():
    text = (
        "主持人：今天邀请到卫健部副部长梁甲，国家药监局监管司负责人沈乙。\n"
        "记者：请介绍一下。\n梁甲：我们将新建诊室40间。\n沈乙：我们将新增检测点60处。\n"
    )
    assert owners(text) == ["卫健部", "国家药监局"]


@pytest.mark.parametrize("will", ["将", "会", "亦会"])
def test_hong_kong_says_that_it_will(will):
    assert owners(f"渠务署{will}在两区增建泵房6座。") == ["渠务署"]


def test_who_has_the_word_by_title_alone():
    text = "问：有哪些打算？\n市城管局局长：今年将新建公厕32座。\n问：怎么解决停车难？\n市公安局副局长李某：年底前施划泊位450个。\n市民：希望多建几处。\n"
    assert [(one.agency_name, one.name) for one in extract(text).commitments] == [("市城管局", "新建公厕32座"), ("市公安局", "施划泊位450个")]


def test_the_only_organ_of_a_text_owns_what_later_lines_promise():
    lines = "昨天，市轨道交通集团召开年度工作会。\n便民改造列出时间表。9月底前，检修扶梯156部。\n{}会议还总结了经验。\n"
    (found,) = extract(lines.format("")).commitments
    assert (found.agency_name, found.name) == ("市轨道交通集团", "检修扶梯156部")
    assert extract(lines.format("市公交集团组织了观摩。")).commitments == ()


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("人民公园改造工程进展顺利。市园林局局长表示，将抢抓工期，确保国庆节前开放。", "人民公园改造工程"),
        ("滨河公园提升工程是今年实事之一，涵盖绿道、驿站。市园林局局长王明表示，将抢抓工期，确保国庆节前开放。", "滨河公园提升工程"),
    ],
)
def test_what_a_head_says_of_the_thing_told_of_before_is_promised(text, thing):
    (one,) = extract(text, (), date(2026, 2, 3)).commitments
    assert (one.agency_name, one.name, one.due) == ("市园林局", thing, "2026-09-30")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("新政策解读——甲市医疗保障局有关负责人答记者问\n问：今年有哪些安排？\n答：今年我局将新增定点医院6家。", "甲市医疗保障局"),
        ("甲县人代会票决产生民生实事\n代表选出2个民生实事项目，由县人民政府负责实施。\n民生实事项目如下：\n1.新建停车位600个。\n2.建设养老中心2家。", "县人民政府"),
        ("省交通运输厅的账本记得更细：今年要新改建公路3200公里。", "省交通运输厅"),
        ("市残联的目标不大，却很具体：为1200户家庭实施无障碍改造。", "市残联"),
        ("邮政甲市分公司与市公安局合作，在网点增设窗口30个。", "邮政甲市分公司"),
        ("市民政局聚焦“一老一小”，新建托育园3家。", "市民政局"),
    ],
)
def test_whose_it_is_may_stand_far_before_it(text, owner):
    assert owners(text) == [owner]


def test_a_list_is_taken_up_behind_a_paragraph_about_last_year():
    (one,) = found(
        "市政府今年将办好6件民生实事。\n2025年，全市建成食堂58个，年初承诺的实事件件落地。\n"
        "今年的清单里既有老面孔，也有新朋友。教育方面，新建幼儿园15所；养老方面，新建食堂40个，改造家庭1200户；出行方面，新增车位5000个。"
    )
    assert [item.title for item in one.items] == ["新建幼儿园15所", "新建食堂40个", "改造家庭1200户", "新增车位5000个"]


def test_sections_behind_a_count_are_not_what_was_counted():
    text = "过去一年，十件为民实事全部兑现。\n四、保障和改善民生\n今年，市政府要办好实事：\n1.新建学校5所。\n2.新建公厕12座。\n五、深化重点领域改革\n推行改革。\n六、加强自身建设\n依法行政。"
    assert [(one.declared_count, [item.title for item in one.items]) for one in found(text)] == [(None, ["新建学校5所", "新建公厕12座"])]


def test_an_amount_is_called_after_the_topic_of_its_sentence():
    text = "甲市民生实事公布\n社区老年食堂由市民政局牵头，年底前建成18个；城区停车泊位由市城管局负责，11月底前增设1600个。"
    assert [(one.agency_name, one.name) for one in found(text)] == [("市民政局", "社区老年食堂建成18个"), ("市城管局", "城区停车泊位增设1600个")]


@pytest.mark.parametrize("whole", ["全市", "我市", "全县"])
@pytest.mark.parametrize(("deed", "owner"), [("改造公厕300座，年底前完成", []), ("实施“绿廊”工程", []), ("办好12件民生实事", [None])])
def test_what_the_whole_place_is_to_do_is_not_the_office_s_that_did_its_own_before(whole, deed, owner):
    text = f"市公安局将新建警务站5个。{whole}将{deed}。"
    assert owners(text) == ["市公安局", *owner]
    level = whole[-1]
    assert owners(f"{level}政府将办好十件实事。{text}")[1:] == ["市公安局", f"{level}政府"]


@pytest.mark.parametrize("says", ["有关负责人介绍了有关情况", "印发实施方案", "召开新闻发布会", "部署下一阶段工作"])
def test_what_an_office_tells_of_the_whole_place_is_its_own(says):
    assert owners(f"市教育局{says}。全市今年将新建学校12所。") == ["市教育局"]


@pytest.mark.parametrize(
    ("speech", "owner"),
    [
        ("县长指出，要办好十件民生实事。", None), ("县长王某在会上强调，要办好十件民生实事。", None), ("副县长要求，年底前办好十件民生实事。", None), ("“要把十件民生实事办好！”县长在会上说。", None),
        ("县长表示，要办好十件民生实事，由县政府督查室跟踪。县政府将定期通报。", "县政府"), ("丰州县县长王某表示，要办好十件民生实事。", "丰州县人民政府"), ("县委书记王某强调，要办好十件民生实事。", "县委"),
    ],
)  # fmt: skip
def test_what_the_head_of_a_government_says_is_not_the_office_s_before(speech, owner):
    assert owners(f"县住建局将改造小区20个。{speech}") == ["县住建局", owner]


def test_a_mayor_or_departments_in_the_same_sentence_have_their_own():
    for who in ("县长王某要求", "有关部门将"):
        told = extract(f"县民政局将新增床位90张，{who}年底前改造公厕30座。", (), PUBLISHED)
        assert [one.agency_name for one in told.commitments] == ["县民政局"]
        assert [one.name for one in told.left_out] == ["改造公厕30座"]


def test_a_house_that_is_built_is_not_whom_the_paragraph_speaks_of():
    text = "提升健康服务水平。{}6月底前投入使用，预计新建社区卫生服务中心4个。"
    assert owners(text.format("市中心医院新院区")) == []
