"""Short turns of notices and news: who stands before a colon, what follows a set, counts that are split, numbers in characters."""

from datetime import date

import pytest
from tracker.article import extract

PUBLISHED = date(2026, 2, 3)


def found(text):
    return extract(text, (), PUBLISHED)


def deeds(text):
    """(owner, name, declared, [(title, quantity, unit)]) of each commitment."""
    return [
        (one.agency_name, one.name, one.declared_count, [(i.title, i.target_quantity, i.target_unit) for i in one.items])
        for one in found(text).commitments
    ]


@pytest.mark.parametrize("name", ["市教育局", "东湖区教育体育局", "市残联"])
def test_who_stands_before_a_colon_owns_what_follows(name):
    text = f"{name}：新增学位2100个，新建小学3所。\n市卫健委：新增床位300张。"
    assert [(owner, [title for title, *_ in items]) for owner, _, _, items in deeds(text)] == [
        (name, ["新增学位2100个", "新建小学3所"]), ("市卫健委", ["新增床位300张"]),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["市教育局：已新增学位2100个。", "记者：新增学位2100个。", "本报讯：新增学位2100个。", "市教育局：截至6月累计新建小学3所。"])
def test_a_colon_after_others_or_before_the_past_promises_nothing(text):
    assert deeds(text) == []


def test_who_helps_in_brackets():
    (one,) = found("市教育局推出12项便民举措（市财政局、市住建局协办）。").commitments
    assert (one.agency_name, one.joint) == ("市教育局", ("市财政局", "市住建局"))


@pytest.mark.parametrize("joint", ["，涉及：", "：", "，主要有：", "，具体为："])
def test_a_colon_brings_in_the_members_of_a_set(joint):
    assert deeds(f"市教育局推出便民举措{joint}上门送教、课后服务、营养午餐。") == [
        ("市教育局", "便民举措", None, [("上门送教", None, None), ("课后服务", None, None), ("营养午餐", None, None)]),
    ]  # fmt: skip
    assert len(found(f"市教育局今年推出惠民措施8项{joint}上门送教、课后服务。").commitments[0].items) == 2


@pytest.mark.parametrize(
    "text", ["市教育局推出便民举措，涉及教育、卫生等领域。", "市教育局落实便民措施：加强领导、明确责任、强化督查。", "会议提出措施：要上门送教、抓好课后服务。"]
)
def test_fields_and_demands_are_no_members(text):
    assert deeds(text) == []


@pytest.mark.parametrize(("words", "quantity"), [("三千", "3000"), ("一百二十", "120"), ("两万", "2"), ("千余", "1000")])
def test_a_number_in_characters_with_its_measure(words, quantity):
    (one,) = deeds(f"市文旅局今年将举办公益演出{words}场。")
    assert one[3][0][1] == quantity


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("推出6+4项便民举措", 10), ("推出10项（6+4）民生实事", 10), ("实施“6+4”民生实事项目", 10), ("推出6＋3＋1项惠企措施", 10),
        ("推出4项便民举措", 4), ("推出便民举措（户政6项+交管4项）", 10), ("推进2026+计划4项便民举措", 4),
    ],
)  # fmt: skip
def test_split_counts_are_added(phrase, count):
    (one,) = deeds(f"市教育局{phrase}。")
    assert one[2] == count


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


@pytest.mark.parametrize("verb", ["新辟", "新植", "新购", "新配"])
def test_an_organ_before_a_verb_of_making_anew(verb):
    ((owner, _, _, items),) = deeds(f"今年民生工作安排\n交通局{verb}候车亭60座，年底前完成。")
    assert (owner, items) == ("交通局", [(f"{verb}候车亭60座", "60", "座")])


def test_last_year_is_past_and_next_year_ahead():
    assert deeds("市住建局去年改造老旧小区300个。") == []
    (one,) = found("市住建局明年6月底前改造老旧小区300个。").commitments
    assert (one.items[0].target_quantity, one.items[0].due) == ("300", "2027-06-30")


@pytest.mark.parametrize(
    "set_", ["“救在身边”“暖心助学”“生命接力”三项行动", "救护培训、助学帮困、造血宣传三大行动", "惠民措施8项", "8项惠民措施"]
)
@pytest.mark.parametrize("verb", ["开展", "今年将开展"])
def test_an_amount_behind_a_set_is_a_deed_of_its_own(set_, verb):
    first, second = deeds(f"市红十字会{verb}{set_}，培训急救员2万名。")
    assert first[2] in (3, 8)
    assert (second[0], second[3]) == ("市红十字会", [("培训急救员2万名", "2", "万名")])


def test_an_amount_behind_one_named_thing_is_its_target():
    assert deeds("市红十字会实施“救在身边”专项行动，培训急救员2万名。") == [
        ("市红十字会", "“救在身边”专项行动", None, [("培训急救员2万名", "2", "万名")]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "市红十字会圆满完成三项行动，培训急救员2万名。", "市红十字会去年开展三项行动，培训急救员2万名。", "市红十字会开展三项行动，已培训急救员2万名。",
        "市红十字会累计开展三项行动，培训急救员2万名。", "市红十字会推出8项惠民措施，惠及群众2万名。",
    ],
)  # fmt: skip
def test_what_was_done_behind_a_set_is_no_deed(text):
    assert all(not items for *_, items in deeds(text))


def test_the_sections_of_a_notice_are_no_members_of_what_it_counts():
    text = "省交通厅研究确定了5个方面16项民生实事，现通知如下。\n一、工作目标\n新建路桥90座。\n二、责任分工\n市公路处负责改造危桥12座。\n三、工作要求\n按月报送。\n"
    (one,) = found(text).commitments
    assert (one.agency_name, one.declared_count, one.items) == ("省交通厅", 16, ())


@pytest.mark.parametrize("lead", ["具体来说，就是", "具体是：", "这三件实事是：", "具体包括"])
def test_members_spelled_out_in_the_next_sentence(lead):
    text = f"市教育局将办好三件民生实事。{lead}新建小学7所；建成食堂20家，方便老人；改造校舍31栋。"
    (one,) = deeds(text)
    assert one[2] == 3 and [quantity for _, quantity, _ in one[3]] == ["7", "20", "31"]


def test_shares_of_a_list_are_its_fields():
    (one,) = found("市公积金中心列出事项清单18项，分别是：提取类9项、贷款类6项、归集类3项。").commitments
    assert (one.declared_count, one.items, one.fields) == (18, (), ("提取类", "贷款类", "归集类"))


def test_study_behind_an_amount_takes_only_itself_away():
    assert [items for *_, items in deeds("市妇联将新建驿站6个，组织专家讲座18场。")] == [[("新建驿站6个", "6", "个")]]
    assert deeds("市妇联将组织专家讲座18场，培训骨干90名。") == []


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
