"""Days told once for several things: over a list, over a section, behind a set, in turn, in a column."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2022, 3, 1)
LINES = "1.更换路灯300盏\n2.改造菜场7个\n3.建设书屋15间\n"


def dues(text, published=PUBLISHED):
    return [item.due for one in extract(text, (), published).commitments for item in one.items]


@pytest.mark.parametrize(
    ("header", "due"),
    [
        ("6月底前，市城管局将办好以下3件实事：", "2022-06-30"),
        ("市城管局推出3项举措（2022年5月底前全部落实）：", "2022-05-31"),
        ("市城管局年底前办好3件实事：", "2022-12-31"),
        ("市城管局推出3项举措：", None),
        ("市城管局2022年3件实事：", None),  # what the list is called
        ("市城管局6月启动调研，推出3项举措：", None),
    ],
)
def test_the_day_over_a_list_is_that_of_its_members(header, due):
    assert dues(f"{header}\n{LINES}") == [due] * 3


def test_a_member_keeps_its_own_day():
    assert dues("市城管局年底前办好3件实事：\n1.更换路灯300盏，8月底前完成\n2.改造菜场7个\n3.建设书屋15间\n") == ["2022-08-31", "2022-12-31", "2022-12-31"]


@pytest.mark.parametrize(
    ("heading", "due"),
    [("一、6月底前完成的项目", "2022-06-30"), ("一、近期举措（9月底前）", "2022-09-30"), ("一、重点项目", None), ("一、2022年项目", None), ("一、年底前基本建成便民服务网络并全面提升", None)],
)
def test_the_day_over_a_section_is_that_of_what_stands_below(heading, due):
    assert dues(f"{heading}\n（一）更换路灯300盏。（市城管局）\n（二）改造菜场7个。（市商务局）\n") == [due] * 2


@pytest.mark.parametrize(
    ("behind", "due"),
    [
        ("年底前全部落地", "2022-12-31"),
        ("完成时限都是12月20日", "2022-12-20"),
        ("其中6所中心9月底前启用", None),  # the day of a part
    ],
)
def test_the_day_behind_a_set_is_that_of_its_members(behind, due):
    assert dues(f"市司法局推出公证上门办、法律援助通办、调解进社区3项措施，{behind}。") == [due] * 3


def test_days_in_turn():
    assert dues("市城投集团承担的东湖隧道、南山快速路、北站枢纽三项工程将分别于今年9月底、11月底和明年6月建成。") == ["2022-09-30", "2022-11-30", "2023-06-30"]
    assert dues("市文旅局计划新建图书分馆6个、文化礼堂4个，分别在9月和11月完工。") == ["2022-09-30", "2022-11-30"]


def test_days_in_a_column():
    days = ("2022.10", "2022-08-15", "2022/6/30", "3月至11月", "2022.13", "待定")
    rows = "".join(f"便民设施{number}\t新建{number}处\t区城管局\t{day}\n" for number, day in enumerate(days, 2))
    assert dues(f"项目名称\t建设规模\t责任单位\t完成时限\n{rows}") == ["2022-10-31", "2022-08-15", "2022-06-30", "2022-11-30", None, None]


def test_a_row_that_begins_with_barrier_free_is_no_furniture():
    text = "项目名称\t建设规模\t责任单位\t完成时限\n无障碍坡道\t加装90处\t区残联\t6月\n社区书屋\t新建9间\t区文旅局\t8月\n"
    assert dues(text) == ["2022-06-30", "2022-08-31"]


@pytest.mark.parametrize(
    ("head", "due"),
    [("市公安局：", None), ("市公安局推出三项举措：", None), ("市公安局年底前完成下列任务：", "2022-12-31")],
)
@pytest.mark.parametrize("stop", ["；", "。"])
def test_a_list_run_together_in_one_line(head, due, stop):
    (one,) = extract(f"{head}一、新建警务室30个{stop}二、增设信号灯85处{stop}三、施划泊位5000个。", (), PUBLISHED).commitments
    assert one.agency_name == "市公安局" and [(i.target_quantity, i.due) for i in one.items] == [("30", due), ("85", due), ("5000", due)]


def test_a_row_of_ranks_is_no_list():
    (one,) = extract("市卫健局：一、二、三级医院将新增床位300张。", (), PUBLISHED).commitments
    assert [item.target_quantity for item in one.items] == ["300"]


def test_the_day_in_a_headline_is_not_that_of_all_below():
    assert dues("年底前海州再添公园\n市商务局将改造菜场7个。\n") == [None]


def test_a_day_that_is_written_stands_before_the_year_that_is_only_meant():
    text = "岳阳市2026年重点民生实事公布\n市民政局今年将为3000户老人实施适老化改造，新建助餐点40个，2027年3月底前完成。\n"
    assert [item.due for one in extract(text, ()).commitments for item in one.items] == ["2027-03-31"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市人社局承诺：年底前，建成零工驿站20个；组织招聘会100场。", ["2026-12-31"] * 2),
        ("年底前，市民政局将建成社区食堂20家；市残联将改造坡道500处。", ["2026-12-31"] * 2),
        ("市民政局年底前将建成社区食堂20家；新增养老床位500张。", ["2026-12-31", None]),
        ("市民政局表示，年底前，建成社区食堂20家；市残联将改造坡道500处。", ["2026-12-31", None]),
    ],
)
def test_a_day_alone_at_the_head_is_over_all_that_semicolons_part(text, expected):
    found = extract(text, (), date(2026, 2, 3)).commitments
    assert [item.due for one in found for item in one.items] == expected


def test_a_part_with_a_day_of_its_own_ends_what_the_first_day_is_over():
    text = "市地铁集团将在一季度末前，升级母婴室28座；暑运前，更换座椅3600个；年底前，检修坡道156处；增设扶梯24部。"
    found = extract(text, (), date(2026, 2, 3)).commitments
    assert [item.due for one in found for item in one.items][1:] == [None, "2026-12-31", None]


@pytest.mark.parametrize(("frame", "due"), [("今年将：", "2022"), ("年底前完成", "2022-12-31")])
def test_a_day_before_a_row_in_one_line_is_that_of_each(frame, due):
    text = f"县住建局{frame}①改造操场14个；②新增公厕30座，6月底前完成；③建设口袋公园8处。"
    assert dues(text) == [due, "2022-06-30", due]


@pytest.mark.parametrize("then", ["8月，市教育局", "8月份，市教育局", "今年8月，市教育局", "10月15日，市教育局", "市教育局8月", "市教育局于8月", "上月，市教育局", "上周，市教育局", "9月以来，市教育局", "三季度，市教育局"])
@pytest.mark.parametrize("work", ["新建学校5所", "改造食堂12个", "为300户家庭安装扶手", "加装电梯20部，改造管网5公里"])
def test_what_was_made_then_is_told_though_no_word_says_so(then, work):
    told = extract(f"{then}{work}。", (), date(2025, 11, 20))
    assert (told.commitments, {one.reason for one in told.left_out}) == ((), {"已经完成的工作或统计数字"})
    assert extract(f"{then}计划{work}，年底前完成。", (), date(2025, 11, 20)).commitments
    if "8月，" in then:
        assert extract(f"{then}{work}。", (), date(2025, 6, 20)).commitments


@pytest.mark.parametrize(
    "before",
    ["10月20日，记者获悉，市教育局", "根据2024年方案，市教育局", "按照《2024年三年行动计划》，市教育局", "长期以来，群众反映上学难，市教育局今年", "改革开放以来，教育事业发展快，市教育局今年", "9月以来，学位紧张，市教育局今年"],
)
def test_the_day_of_the_news_or_of_a_paper_is_none_of_what_is_made(before):
    (one,) = extract(f"{before}新建学校5所。", (), date(2025, 11, 20)).commitments
    assert (one.agency_name, one.name) == ("市教育局", "新建学校5所")


@pytest.mark.parametrize("ended", ["，目前已结束", "，该项目已于去年结束", "，活动已圆满收官", "。目前，项目已停办"])
@pytest.mark.parametrize("done", ["曾于2023年启动“爱心超市”项目", "开展“春暖”行动", "2023年推出夜间开放、亲子阅读两项服务"])
def test_what_has_ended_is_no_promise(done, ended):
    assert extract(f"县民政局{done}{ended}。", (), date(2025, 11, 20)).commitments == ()


@pytest.mark.parametrize("done", ["曾开展“护航”行动", "曾于5月启动“爱心超市”项目", "曾新建学校5所"])
def test_what_was_once_done_is_no_promise(done):
    assert extract(f"县民政局{done}。", (), date(2025, 11, 20)).commitments == ()
    assert extract(f"县民政局{done.replace('曾', '将')}。", (), date(2025, 2, 20)).commitments


@pytest.mark.parametrize("name", ["曾建华", "曾新民", "曾实"])
def test_a_name_is_no_sign_of_what_was_once_done(name):
    (one,) = extract(f"市教育局副局长{name}介绍今年将新建学校5所。", (), date(2025, 2, 20)).commitments
    assert (one.agency_name, one.name) == ("市教育局", "新建学校5所")


@pytest.mark.parametrize("over", ["", "今年"])
@pytest.mark.parametrize("given", ["由区水务局牵头", "均由区水务局负责", "以上任务由区水务局落实"])
def test_a_day_behind_the_one_owner_of_all_turns_is_that_of_all(over, given):
    assert dues(f"{over}一是更换水表900只，二是修复堤岸4公里，三是新建泵站3座，{given}，9月底前完成。") == ["2022-09-30"] * 3


def test_a_day_behind_an_owner_leaves_the_others_their_own():
    assert dues("一是更换水表900只，6月底前完成，二是新建泵站3座，由区水务局牵头，9月底前完成。") == ["2022-06-30", "2022-09-30"]
    assert dues("一是更换水表900只，由区水务局牵头，二是新建泵站3座，由区住建局牵头，9月底前完成。") == [None, "2022-09-30"]
