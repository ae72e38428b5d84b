"""Sets that are counted: their members, their shares, counts that are split, amounts beside them."""

from datetime import date

import pytest
from short_texts import deeds, found, owners_of

from tracker.article import extract


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


@pytest.mark.parametrize("lead", ["具体来说，就是", "具体是：", "这三件实事是：", "具体包括"])
def test_members_spelled_out_in_the_next_sentence(lead):
    text = f"市教育局将办好三件民生实事。{lead}新建小学7所；建成食堂20家，方便老人；改造校舍31栋。"
    (one,) = deeds(text)
    assert one[2] == 3 and [quantity for _, quantity, _ in one[3]] == ["7", "20", "31"]


def test_shares_of_a_list_are_its_fields():
    (one,) = found("市公积金中心列出事项清单18项，分别是：提取类9项、贷款类6项、归集类3项。").commitments
    assert (one.declared_count, one.items, one.fields) == (18, (), ("提取类", "贷款类", "归集类"))


def test_the_sections_of_a_notice_are_no_members_of_what_it_counts():
    text = "省交通厅研究确定了5个方面16项民生实事，现通知如下。\n一、工作目标\n新建路桥90座。\n二、责任分工\n市公路处负责此项工作。\n三、工作要求\n按月报送。\n"
    (one,) = found(text).commitments
    assert (one.agency_name, one.declared_count, one.items) == ("省交通厅", 16, ())


GROUPED = """二、项目安排
2026年拟安排民生实事项目2类15项，具体为：
（一）教育惠民类
1．改扩建寄宿制学校10所。责任单位：市教育局。
2．为全市学校安装直饮水设备500套。责任单位：市水利局。
（二）健康惠民类
3．为2万名女生免费接种疫苗。责任单位：市卫生健康委。
4．建设区域医疗中心2个。责任单位：市卫生健康委。
"""


def test_a_list_in_groups_is_one_list():
    (one,) = found(GROUPED).commitments
    assert (one.name, one.declared_count, [item.lead_agency for item in one.items]) == (
        "民生实事项目", 15, ["市教育局", "市水利局", "市卫生健康委", "市卫生健康委"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "declared", "items"),
    [
        ("市医保局推出网上备案、随时申请、上门代办“三办”服务。", "“三办”服务", 3, ["网上备案", "随时申请", "上门代办"]),
        ("市医保局重点做好三个“扩面”，即机构扩面、病种扩面、药品扩面。", "三个“扩面”", 3, ["机构扩面", "病种扩面", "药品扩面"]),
        ("市残联推出就业创业“十送”服务。", "“十送”服务", 10, []),
        ("沙洲县出台《沙洲县为民办实事二十条》。", "《沙洲县为民办实事二十条》", 20, []),
    ],
)  # fmt: skip
def test_a_name_in_quotes_counts_its_set(text, name, declared, items):
    (one,) = deeds(text)
    assert (one[1].endswith(name), one[2], [title for title, *_ in one[3]]) == (True, declared, items)


@pytest.mark.parametrize(
    "text", ["市教育局坚持“三问三送”工作法。", "市直机关工委开展“五个一”学习：读一本书、上一堂课、看一部片、写一篇心得、走一户人。", "市教育局推行“四个一”机制。"]
)
def test_slogans_with_numbers_are_no_sets(text):
    assert deeds(text) == []


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


def test_amounts_before_a_set_stay_when_the_set_takes_its_own_words():
    text = "社会处将新设托婴中心6处，并办理“共餐”“安全”“沐浴”三项服务。"
    assert owners_of(text) == [("社会处", ["新设托婴中心6处"]), ("社会处", ["共餐", "安全", "沐浴"])]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("省教育厅推进“护苗”三大行动：课后服务提质、校园食堂放心、心理健康守护。", "“护苗”三大行动"),
        ("省交通运输厅将推出“畅行便民”三项举措。", "“畅行便民”三项举措"),
        ("省总工会推出“暖心”“安心”“舒心”三大行动。", "三大行动"),
        ("省科技厅实施“青年人才”等七项行动。", "七项行动"),
    ],
)
def test_a_set_is_called_by_the_quote_before_its_number_unless_that_is_a_member(words, name):
    assert [one.name for one in found(words).commitments] == [name]


TOLD = """市政府新闻办举行发布会
3月12日，市政府新闻办召开新闻发布会，市发展改革委副主任周明介绍今年市政府十件民生实事有关情况。
周明介绍，今年十件民生实事总投资18.6亿元，其中市级财政安排6.2亿元。具体包括：新建公办幼儿园9所，秋季开学前投入使用；建设社区食堂40家，上半年建成20家，年底前全部建成；新增停车泊位6000个，10月底前完成；更新老旧电梯200台，力争9月底前完成60%，12月中旬前全部完成。
"""


def test_a_set_is_spelled_out_in_the_sentence_behind_and_is_whose_it_was_called():
    (one,) = extract(TOLD, (), date(2025, 3, 12)).commitments
    assert (one.agency_name, one.declared_count) == ("市政府", 10)
    assert [(item.title, item.due) for item in one.items] == [
        ("新建公办幼儿园9所", None),
        ("建设社区食堂40家", "2025-12-31"),
        ("新增停车泊位6000个", "2025-10-31"),
        ("更新老旧电梯200台", "2025-12-20"),
    ]


@pytest.mark.parametrize(
    ("member", "title"),
    [
        ("改造道路12条，其中人民路8月底前通车", "改造道路12条"),
        ("建设食堂40家，年底前全部建成", "建设食堂40家"),
        ("建设食堂40家，培训厨师90名", "建设食堂40家，培训厨师90名"),
        ("实施“雨露”计划，年底前完成", "实施“雨露”计划，年底前完成"),
    ],
)
def test_by_when_is_no_part_of_a_title(member, title):
    told = extract(f"市政府将办好三件实事，分别是：{member}；新建公园5个；改造小区9个。", (), date(2025, 3, 12)).commitments
    assert [item.title for one in told for item in one.items] == [title, "新建公园5个", "改造小区9个"]


@pytest.mark.parametrize("words", ["，首批公布", "。首批推出的有", "，其中首批公布"])
def test_those_of_a_set_that_are_named_at_first_are_its_members(words):
    (one,) = extract(
        f"市市场监督管理局推出便民利企“十条措施”{words}企业开办一日办结、食品安全“你点我检”、电梯应急救援30分钟到场三条，其余陆续公布。", (), date(2026, 2, 3)
    ).commitments
    assert (one.declared_count, [item.title for item in one.items]) == (10, ["企业开办一日办结", "食品安全“你点我检”", "电梯应急救援30分钟到场"])


def test_a_row_of_another_length_than_told_names_no_first_members():
    (one,) = extract("市市场监督管理局推出便民利企“十条措施”，首批公布企业开办一日办结、食品安全“你点我检”四条。", (), date(2026, 2, 3)).commitments
    assert (one.declared_count, one.items) == (10, ())


@pytest.mark.parametrize(
    ("words", "name"),
    [("办好健康惠民三件实事", "健康惠民三件实事"), ("确定今年重点办好三件实事", "三件实事"), ("办好以下三件实事", "三件实事"), ("办好健康惠民3件实事", "健康惠民实事")],
)
def test_a_set_is_called_by_what_it_is_for_too(words, name):
    (one,) = extract(f"市卫生健康局{words}：一是为6.5万名老人免费体检；二是建设30家标准化村卫生室；三是推行检查检验结果互认，9月底前完成。", (), date(2026, 2, 3)).commitments
    assert one.name == name


@pytest.mark.parametrize(
    ("first", "named"),
    [
        ("，第一批公布的有备案网上办、慢病跨省结、参保即时办等6项。", 3),
        ("。首批4项包括备案网上办、慢病跨省结、参保即时办、处方流转。", 4),
        ("，首批3项为备案网上办、慢病跨省结、参保即时办，其余陆续公布。", 3),
        ("。首批4项包括备案网上办、慢病跨省结、参保即时办。", 0),
    ],
)
def test_the_first_of_a_set_with_their_number(first, named):
    (found,) = extract(f"市医保局推出20项便民举措{first}").commitments
    assert (found.declared_count, len(found.items)) == (20, named)


@pytest.mark.parametrize(
    ("text", "name", "items"),
    [
        ("市教育局实施教师“学历提升”“技能培训”“名师培育”3个计划。", "教师计划", ["学历提升", "技能培训", "名师培育"]),
        ("市教育局实施教师“学历提升”“名师培育”两项行动。", "教师两项行动", ["学历提升", "名师培育"]),
    ],
)
def test_quoted_members_behind_a_word_for_all_of_them(text, name, items):
    (one,) = extract(text).commitments
    assert (one.name, one.declared_count, [item.title for item in one.items]) == (name, len(items), items)


@pytest.mark.parametrize("count", ["3方面18项", "三个方面共18项"])
def test_fields_within_one_pair_of_quotes(count):
    (one,) = extract(f"市水利局列出“农村供水、灌区改造、河湖治理”{count}具体任务。").commitments
    assert (one.declared_count, one.items, one.fields) == (18, (), ("农村供水", "灌区改造", "河湖治理"))


@pytest.mark.parametrize(
    ("says", "name", "count"),
    [
        ("推出“本科教学十大举措”", "“本科教学十大举措”", 10), ("发布“为老服务8项措施”", "“为老服务8项措施”", 8), ("推出“助老十项服务”，年底前完成", "“助老十项服务”", 10),
        ("公布“助企暖心6件实事”", "“助企暖心6件实事”", 6), ("围绕课堂教学、教材建设等方面推出“本科教学十大举措”", "“本科教学十大举措”", 10),
    ],
)  # fmt: skip
def test_a_count_within_quotes_is_called_by_all_of_them(says, name, count):
    announced = extract(f"市教育局{says}。").commitments
    assert [(one.name, one.declared_count, len(one.items)) for one in announced] == [(name, count, 0)]


@pytest.mark.parametrize(("row", "count"), [("柳林巷、文昌路东段、建设南街3处", 3), ("东门、西门、南门、北门四处", 4), ("花园里、幸福里等2个", 2)])
@pytest.mark.parametrize("joint", ["涉及", "包括", "涵盖"])
def test_the_places_of_a_thing_are_its_members(row, count, joint):
    (one,) = found(f"县城管局认领了“断头路”打通项目，{joint}{row}，计划11月底前贯通。").commitments
    assert (one.agency_name, one.name, one.declared_count, len(one.items)) == ("县城管局", "“断头路”打通项目", count, count)
    assert {item.due for item in one.items} == {"2026-11-30"}


@pytest.mark.parametrize(
    ("text", "found_sets"),
    [
        ("县民政局办好10件实事（6件为民实事和4件惠企实事）。", [("实事", 10)]),
        ("县民政局办好10件实事（其中为民实事6件、惠企实事4件）。", [("实事", 10)]),
        ("市教育局确定6项民生实事和4项改革任务，共10项重点工作。", [("民生实事", 6), ("改革任务", 4)]),
        ("市卫健委新建社区医院6家、卫生站4个，共10项惠民实事。", [("新建社区医院6家", None)]),
    ],
)
def test_the_parts_of_a_sum_and_the_sum_are_not_both_taken(text, found_sets):
    assert [(one[1], one[2]) for one in deeds(text)] == found_sets


@pytest.mark.parametrize(
    "text",
    [
        "市政府召开常务会议，研究十件民生实事推进工作。", "市委召开民生实事推进会，要求各单位抓好十项重点任务落实。",
        "市教育局召开座谈会，围绕六项重点任务进行交流。", "市长主持召开市政府常务会议，听取十件民生实事进展情况汇报。",
    ],
)  # fmt: skip
def test_what_a_meeting_talks_of_is_not_promised(text):
    assert deeds(text) == []


def test_what_a_meeting_decides_is():
    assert [(one[0], one[2]) for one in deeds("市政府召开常务会议，研究确定十件民生实事。")] == [("市政府", 10)]


@pytest.mark.parametrize(
    ("text", "items", "fields"),
    [
        ("市交通局推进四项改革，涉及公交优化、公路养护、码头改造、票价下调。", 4, ()),
        ("市交通局实施6个民生项目，涉及公交优化、公路养护、码头改造。", 0, ("公交优化", "公路养护", "码头改造")),
        ("市医保局推出便民举措，包括异地就医直接结算、门诊共济、生育津贴直达。", 3, ()),
    ],
)
def test_what_a_set_concerns_are_its_members_if_they_are_as_many(text, items, fields):
    (one,) = found(text).commitments
    assert (len(one.items), one.fields) == (items, fields)


def test_brackets_with_who_does_it_are_no_part_of_a_name():
    text = "1. 学龄儿童视力普查3万人（市卫健委主办，市教育局协办）\n2. “社区食堂”工程（市民政局主办，市财政局协办）\n"
    assert [(one.agency_name, one.joint, one.name) for one in found(text).commitments] == [
        ("市卫健委", ("市教育局",), "学龄儿童视力普查3万人"), ("市民政局", ("市财政局",), "“社区食堂”工程"),
    ]  # fmt: skip


def test_deeds_of_so_many_parts_count_their_parts():
    assert [(owner, name, declared) for owner, name, declared, _ in deeds("市政府今年安排民生实事10件22项，总投资35亿元。")] == [("市政府", "民生实事", 22)]


def test_a_set_that_work_is_about_is_not_what_is_done():
    assert found("市委宣传部围绕“五个一工程”开展创作。").commitments == ()
    assert [one.declared_count for one in found("市委宣传部将实施“五个一工程”。").commitments] == [5]


@pytest.mark.parametrize(
    "lead", ["围绕办税缴费推出", "聚焦建设营商环境出台", "针对群众办事推出", "推出", "今年推进涉及", "今年实施的三大工程分别是"]
)
def test_the_first_member_is_neither_cut_nor_led_in(lead):
    (one,) = found(f"市税务局{lead}退税提速、发票代开、信用修复三大工程。").commitments
    assert [item.title for item in one.items] == ["退税提速", "发票代开", "信用修复"]
