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
        (name, ["新增学位2100个"]), (name, ["新建小学3所"]), ("市卫健委", ["新增床位300张"]),
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
    text = "省交通厅研究确定了5个方面16项民生实事，现通知如下。\n一、工作目标\n新建路桥90座。\n二、责任分工\n市公路处负责此项工作。\n三、工作要求\n按月报送。\n"
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


def owners_of(text):
    return [(one.agency_name, [item.title for item in one.items] or one.name) for one in found(text).commitments]


def test_who_is_charged_with_a_task_owns_it():
    text = "市交通局将新建候车亭45个。我们还要求市城管局在2025年6月底前新增停车位1500个。"
    assert owners_of(text) == [("市交通局", ["新建候车亭45个"]), ("市城管局", ["新增停车位1500个"])]


def test_a_sentence_about_last_year_still_says_of_whom_it_speaks():
    text = "农业处将于年底前改善农路20处。环境保护局去年完成资源回收站改善20处，今年将再改善15处。"
    assert owners_of(text)[1] == ("环境保护局", ["改善15处"])


def test_who_only_attends_the_press_conference_promises_nothing():
    text = "市发展改革委、市教育局等部门负责人出席会议。\n据介绍，今年的民生实事由代表票决产生，共10个方面32项，总投资48亿元。"
    (one,) = found(text).commitments
    assert (one.agency_name, one.name, one.declared_count) == (None, "民生实事", 32)


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


def test_amounts_before_a_set_stay_when_the_set_takes_its_own_words():
    text = "社会处将新设托婴中心6处，并办理“共餐”“安全”“沐浴”三项服务。"
    assert owners_of(text) == [("社会处", ["新设托婴中心6处"]), ("社会处", ["共餐", "安全", "沐浴"])]


def test_what_a_lecture_taught_is_no_promise():
    assert not found("西岭县：县农业农村局举办“大讲堂”，邀请12位专家，培训农技人员300余人次。").commitments


def test_organs_that_announce_together_are_no_items():
    (one,) = found("北桥市教育局、北桥市妇联联合推出护苗成长、假期托管、阳光体育等6件实事。").commitments
    assert (one.agency_name, one.joint) == ("北桥市教育局", ("北桥市妇联",))
    assert [item.title for item in one.items] == ["护苗成长", "假期托管", "阳光体育"]


def test_who_works_together_ends_where_the_work_begins():
    text = "市民政局将联合市财政局、市人力资源和社会保障局加强培训，全年培训护理员2000人次。"
    (one,) = found(text).commitments
    assert one.joint == ("市财政局", "市人力资源和社会保障局")


LABELLED = "某市2025年民生实事项目\n（一）养老提质\n1.建成服务中心12个；\n2.改造家庭800户。\n{}\n（二）教育提质\n新建小学4所。\n责任单位：市教育局\n"


@pytest.mark.parametrize("label", ["责任单位：", "牵头单位："])
def test_a_label_below_a_list_assigns_all_of_it(label):
    text = LABELLED.format(f"{label}市住房和城乡建设局、市民政局；完成时限：2025年8月底前")
    homes, school = found(text).commitments
    assert (homes.agency_name, homes.joint) == ("市住房和城乡建设局", ("市民政局",))
    assert [item.due for item in homes.items] == ["2025-08-31"] * 2
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


def test_so_many_to_a_thousand_people_is_no_number_of_people():
    (one,) = found("市市场监管局将实施守护工程，食品抽检达到每千人6批次。").commitments
    assert [(item.target_quantity, item.target_unit) for item in one.items] in ([("6", "批次")], [])


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
    ("text", "item"),
    [
        ("由县水利局牵头、县财政局和县农业局配合的供水提质工程9月动工，共铺设管网210公里，2026年10月底前通水。", ("供水提质工程", "210", "公里")),
        ("由县水利局牵头，县财政局、县农业局配合的参保“应保尽保”行动同步展开，9月底前参保率达到99%。", ("参保“应保尽保”行动", None, None)),
    ],
)  # fmt: skip
def test_a_thing_with_its_leaders_before_it(text, item):
    (one,) = found(text).commitments
    assert (one.agency_name, one.joint) == ("县水利局", ("县财政局", "县农业局"))
    assert [(i.title, i.target_quantity, i.target_unit) for i in one.items] == [item]
    assert found(text.split("，2026")[0].replace("9月动工", "已建成").replace("同步展开", "已全部完成")).commitments == ()


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


def test_forms_and_notes_in_brackets_name_who_does_it():
    form = "便民公告\n事　　项：优化公交线网\n承办单位：市交通运输局\n内　　容：新辟公交线路15条，9月1日开通。\n"
    (one,) = found(form).commitments
    assert (one.agency_name, one.name, one.items[0].target_quantity) == ("市交通运输局", "优化公交线网", "15")
    assert found("事项：优化公交线网\n电话：12345\n").commitments == ()
    for note in ("（市总工会主办，市应急局协办）", "（主办：市总工会　协办：市应急局）"):
        (one,) = found(f"“清凉驿站”进工地\n{note}\n7月至9月，在重点工程设立驿站300个。\n").commitments
        assert (one.agency_name, one.joint) == ("市总工会", ("市应急局",))


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("走进市信访局接访大厅，榜单醒目。该局梳理出信访积案120件，逐件化解。", "市信访局"),
        ("路通了。县交通局的实事清单上写着三件事：开通公交线路6条、更新公交车40辆、改造候车亭75座。", "县交通局"),
    ],
)
def test_an_organ_that_is_no_subject_owns_its_list(text, owner):
    assert [one.agency_name for one in found(text).commitments] == [owner]


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
    assert (one.agency_name, one.name) == ("环境保护局", "巷弄清沟大作战")
