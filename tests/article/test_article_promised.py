"""What is promised without a list: rules with their day, products, openings, what is left over, limits; and what only looks so."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2026, 2, 3)


def found(text):
    return extract(text, (), PUBLISHED).commitments


def told(text):
    """(owner, name, [(quantity, unit, due)]) of each commitment."""
    return [
        (one.agency_name, one.name, [(i.target_quantity, i.target_unit, i.due) for i in one.items]) for one in found(text)
    ]


@pytest.mark.parametrize(
    "thing", ["学校操场错时开放", "政务大厅周末延时开放", "体育场馆免费开放", "林下药材种植扩面"]
)
def test_openings_and_extensions_are_things(thing):
    assert [name for _, name, _ in told(f"市体育局将推进{thing}，方便群众。")] == [thing]


@pytest.mark.parametrize("thing", ["“惠农快贷”", "“安居保”", "“新市民基金”"])
def test_products_of_finance_are_brought_in_by_name(thing):
    assert [name for _, name, _ in told(f"市金融办、市科技局共同设立{thing}，首期规模3亿元。")] == [thing]
    assert told(f"市金融办宣传{thing}，首期规模3亿元。") == []


@pytest.mark.parametrize("name", ["法律服务便民十条", "助企纾困二十条"])
def test_a_count_at_the_end_of_a_name_needs_no_quotes(name):
    (one,) = found(f"市司法局联合市妇联推出{name}，一律优先办理。")
    assert one.name == name and one.declared_count in (10, 20)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("区卫健委提醒：3月起，全区11家卫生院全部开设夜门诊。", "2026-03-01"),
        ("交通处将于6月1日起于文昌国小周边划设机车退出区。", "2026-06-01"),
        ("市教育局：自9月1日起，全市学校午休延长到90分钟。", "2026-09-01"),
    ],
)
def test_a_rule_has_the_day_from_which_it_holds(text, due):
    (one,) = found(text)
    assert one.items[0].due == due
    assert one.agency_name in ("区卫健委", "交通处", "市教育局")


@pytest.mark.parametrize("text", ["3月起，市卫健委已开设夜门诊11家。", "市卫健委自去年3月起开设夜门诊，累计接诊2万人次。"])
def test_a_rule_that_has_brought_results_is_told_of(text):
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "name", "quantity"),
    [
        ("今年以来，市水务局已改造二次供水泵房31座；其余14座年底前完成改造。", "改造二次供水泵房", "14"),
        ("县住建局累计整治背街小巷60公里，剩余12公里10月底前完工。", "整治背街小巷", "12"),
    ],
)
def test_what_is_left_is_called_after_what_was_done(text, name, quantity):
    ((_, found_name, ((amount, _, due),)),) = told(text)
    assert (found_name, amount) == (name, quantity) and due is not None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("目前全市有日照中心29家。社会局预计年底前再增设8家。", "日照中心增设8家"),
        ("关怀据点现有212处，社会局力争2027年达到260处。", "关怀据点达到260处"),
    ],
)
def test_an_amount_without_a_noun_is_called_after_what_there_is(text, title):
    (one,) = found(text)
    assert one.items[0].title == title


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("市民政局今年将实施适老化改造工程，为3500户老人家里装扶手，10月底前完成。", [("3500", "户", "2026-10-31")]),
        ("市燃气公司对23万户居民用户开展入户安检，计划12月底前全覆盖。", [("23", "万户", "2026-12-31")]),
        ("市妇联今年为适龄妇女免费开展“两癌”检查9万人。", [("9", "万人", "2026")]),
        ("今年，市民政局将推进供养提标，城乡低保标准分别提高到每人每月780元、610元。", [("780", "元/月", "2026")]),
        ("市水利局年底前解决14.6万农村人口饮水问题。", [("14.6", "万农村人口", "2026-12-31")]),
        ("市总工会9月底前招募志愿者3000名。", [("3000", "名", "2026-09-30")]),
    ],
)
def test_amounts_of_more_kinds(text, items):
    assert [item for *_, own in told(text) for item in own] == items


@pytest.mark.parametrize(
    "text",
    [
        "市城管局将开展为期三个月的宣传。",
        "市督查室将约谈进度滞后超过两个月的项目单位。",
        "发布会将邀请教育、人社、住建三个部门。",
        "市水利局预计可让85万农村群众喝上放心水。",
        "“十四五”期间，市卫健委建成医院6所，完成投资9亿元，累计惠及群众。",
    ],
)
def test_time_offices_and_effects_are_no_amounts(text):
    assert all(not one.items for one in found(text))


def test_a_limit_within_which_something_is_answered_is_an_amount():
    (one,) = found("市水务集团推出“碧水”服务承诺3项：报漏抢修2小时到场、停水提前24小时告知、水质信息每月公示。")
    assert [item.target_quantity for item in one.items] == ["2", "24", None]


@pytest.mark.parametrize(
    ("words", "quantity", "due"),
    [
        ("涉及居民532户，10月底前完工", None, "2026-10-31"),
        ("总投资4200万元，设12个班，8月底前投用", "12", "2026-08-31"),
        ("3月发包，分三期施工，11月底完工", None, "2026-11-30"),
        ("新增泊位1200个，其中错时泊位300个8月底前开放", "1200", None),
        ("由300元提高到500元，7月1日起执行", "500", "2026-07-01"),
        ("编列1200万元，补助350栋", "350", None),
    ],
)
def test_the_target_and_the_day_of_an_item(words, quantity, due):
    text = f"2026年民生实事项目\n1.甲类片区提升。{words}。\n责任单位：市住建局\n2.乙类片区提升。改造6处。\n责任单位：市城管局\n"
    item = next(item for one in found(text) for item in one.items)
    assert (item.target_quantity, item.due) == (quantity, due)


@pytest.mark.parametrize(
    "text",
    [
        "市直机关工委组织领办实事项目412个，截至8月底已办结287个。",
        "市市场监管局对收集到的163件企业诉求逐一建账、限时销号。",
        "市住建局把加装电梯、雨污分流等内容纳入21个老旧小区改造项目，10月底前全部完工。",
    ],
)
def test_a_list_of_which_not_all_is_done_is_in_hand(text):
    (one,) = found(text)
    assert one.declared_count in (412, 163, 21) and one.items == ()


@pytest.mark.parametrize("text", ["市直机关工委组织完成实事项目412个。", "市直机关工委领办实事项目412个，已办结412个。", "市住建局把雨污分流纳入21个改造项目。"])
def test_a_list_that_is_done_or_only_referred_to_is_none(text):
    assert found(text) == ()


def test_what_a_list_is_about_are_its_fields():
    (one,) = found("省广电局围绕应急广播、数字电视、乡村影院等列出11项重点任务，目前已完成4项。")
    assert (one.declared_count, one.items, one.fields) == (11, (), ("应急广播", "数字电视", "乡村影院"))


def test_two_counts_in_a_row_are_two_lists():
    first, second = found("石桥市确定市级重点民生项目52个、县级民生项目318个，目前已完成301个。")
    assert (first.declared_count, second.declared_count) == (52, 318)


def test_a_report_turns_from_the_year_that_is_over_to_its_plan():
    text = (
        "平沙市政府工作报告\n过去一年，我们新建幼儿园14所，改造小区96个。\n2026年经济社会发展主要预期目标是：生产总值增长6%。\n重点抓好以下工作：\n"
        "实施“青年安居”行动，筹集住房2000套。\n加快中心医院东院区建设，9月底前门诊楼投入使用。\n去年新增泊位900个。\n"
    )
    names = [one.name for one in found(text)]
    assert names == ["“青年安居”行动", "中心医院东院区建设"] or names[:1] == ["“青年安居”行动"]
    assert all("幼儿园" not in name and "泊位" not in name for name in names)


def test_the_answers_of_an_interview_are_for_whom_its_title_names():
    text = "【专访】社会局长林雅：慢慢变老\n问：人力怎么办？\n答：我们年底前将增设日照中心8家。\n问：还有呢？\n答：另外推动「留任三箭」，第一箭是久任奖金；第二箭是夜班津贴；第三箭是开设专班。\n"
    assert [(one.agency_name, len(one.items)) for one in found(text)] == [("社会局", 1), ("社会局", 3)]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("市城管局将新改建公厕78座，其中新建40座、改造38座。", ["78"]),
        ("市城管局将新增泊位8000个，其中错时泊位2000个，新建公厕40座。", ["8000", "40"]),
        ("市供销社将新建综合体6个，其中8月底前建成3个。", ["6", "3"]),
        ("市城管局将新建公厕40座、改造38座。", ["40", "38"]),
    ],
)
def test_parts_of_an_amount_stand_beside_it_only_with_a_day_of_their_own(text, amounts):
    assert [quantity for *_, items in told(text) for quantity, *_ in items] == amounts


@pytest.mark.parametrize(("quote", "count"), [("“预约办、容缺办、上门办、帮代办”四项", 4), ("“助餐、助浴”两项", 2)])
def test_members_within_one_quote_part_where_they_are_as_many_as_counted(quote, count):
    (one,) = found(f"市税务局推出{quote}服务。")
    assert len(one.items) == count
    assert found("市税务局推出“便民、利民”八项服务。")[0].items == ()


@pytest.mark.parametrize(
    ("words", "name"),
    [("推出稳就业保民生8项举措", "稳就业保民生举措"), ("推出8项举措", "举措"), ("推出8项便民举措", "便民举措"), ("推出了优化营商环境12项措施", "优化营商环境措施")],
)
def test_a_bare_noun_is_called_after_the_words_before_its_count(words, name):
    (one,) = found(f"市人社局{words}。")
    assert one.name == name


def test_what_is_widened_behind_the_brackets_of_its_agency():
    assert told("【市医保局】门诊跨省直接结算定点机构扩大到120家。") == [("市医保局", "门诊跨省直接结算定点机构扩大到120家", [("120", "家", None)])]


def test_a_day_before_which_it_is_done_looks_ahead():
    found = extract("市水利局、市农业农村局联合推进农村饮水安全提升，2026年10月31日前解决3.2万农村人口饮水问题。", (), PUBLISHED).commitments
    assert [(one.agency_name, one.joint, one.name, one.due) for one in found] == [
        ("市水利局", ("市农业农村局",), "解决3.2万农村人口饮水问题", "2026-10-31")
    ]
    assert extract("市水利局3月5日前已解决3.2万农村人口饮水问题。", (), PUBLISHED).commitments == ()


@pytest.mark.parametrize("words", ["年底前挖潜停车泊位450个", "年底前为860台渣土车装上监测装置", "计划三季度新建公厕3座", "计划上半年新建公厕3座"])
def test_more_words_of_what_is_made(words):
    (found,) = extract(f"市城管局{words}。").commitments
    assert found.items[0].target_quantity in ("450", "860", "3")


def test_fields_are_no_amount():
    assert [one.declared_count for one in extract("市水务集团今年将围绕报装、维修、缴费三个环节推出12条便民举措。").commitments] == [12]


def test_contracts_that_are_signed_are_done():
    assert extract("市地铁集团介绍，3个上盖项目已经签约。").commitments == ()


@pytest.mark.parametrize(
    ("words", "due"),
    [("第三季度，改造车站28座", "2026-09-30"), ("上半年，在12座换乘站增设扶梯24部", "2026-06-30"), ("暑运前，更换座椅3600个", None)],
)
def test_a_part_of_the_year_that_lies_ahead(words, due):
    (one,) = found(f"市轨道交通集团介绍了便民改造。{words}。")
    assert [(item.target_quantity, item.due) for item in one.items] == [({"车站": "28", "扶梯": "24"}.get(words[-5:-3], "3600"), due)]


def test_a_part_of_the_year_that_is_nearly_over_is_told():
    assert extract("市轨道交通集团召开会议。上半年，改造车站28座。", (), date(2026, 6, 10)).commitments == ()


def test_what_is_made_good_one_by_one_has_the_day_before_it():
    (one,) = found("9月底前，市轨道集团对全网156个出入口的坡道逐一检修。")
    assert [(item.target_quantity, item.due) for item in one.items] == [("156", "2026-09-30")]


@pytest.mark.parametrize(("done", "names"), [("210处，其余11月底前建成", ["补建健身场地500处"]), ("500处，已于3月底前建成", [])])
def test_what_is_in_hand_this_year_is_promised(done, names):
    assert [one.name for one in found(f"省体育局今年为县城补建健身场地500处，目前已建成{done}。")] == names


@pytest.mark.parametrize("words", ["3处应急储备库5月底前建成投用", "全市51座小型水库预计11月底前完成鉴定"])
def test_an_amount_that_is_ready_by_a_day_needs_no_verb_before_it(words):
    (one,) = found(f"市水利局介绍，{words}。")
    assert one.items[0].target_quantity in ("3", "51") and one.items[0].due in ("2026-05-31", "2026-11-30")


@pytest.mark.parametrize("words", ["30家企业年底前完成整改", "3处应急储备库1月底建成投用", "5个部门6月底前完成自查"])
def test_what_others_do_by_a_day_or_was_ready_is_none(words):
    assert found(f"市水利局介绍，{words}。") == ()


@pytest.mark.parametrize(("verb", "confidence"), [("救护古树", "likely"), ("新栽古树", "sure"), ("陆续救护古树", "likely")])
def test_what_only_looks_ahead_is_likely_and_says_why(verb, confidence):
    (one,) = found(f"市园林局将于年底前{verb}62株。")
    assert one.confidence == confidence and ("动词" in one.reason) == (confidence == "likely")


def test_what_a_set_is_to_reach_beside_its_members_is_not_lost():
    text = extract("市教育局开展“名师”“强校”两大行动，今年选树优秀教师300名。", (), date(2026, 2, 3))
    assert [item.title for item in text.commitments[-1].items] == ["选树优秀教师300名"]
    assert [one.name for one in extract("市卫健委开展“家医”“随访”两项行动，到2027年底签约居民90万人。", (), date(2026, 2, 3)).left_out] == ["签约居民90万人"]
