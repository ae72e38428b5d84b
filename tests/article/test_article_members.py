"""Members of a set told elsewhere: in the next paragraph, behind the count, below several headings, in lines with bullets."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2026, 2, 3)


def found(text):
    return extract(text, (), PUBLISHED).commitments


def members(text):
    """(owner, name, declared, [(title, quantity, due)]) of each commitment."""
    return [
        (one.agency_name, one.name, one.declared_count, [(i.title, i.target_quantity, i.due) for i in one.items])
        for one in found(text)
    ]


@pytest.mark.parametrize("marks", [("一是", "二是", "三是"), ("第一，", "第二，", "第三，"), ("（一）", "（二）", "（三）")])
def test_a_paragraph_of_members_below_their_count(marks):
    text = "市医保局将推出便民举措3项，让群众少跑腿。\n{}新增定点药店45家。{}开通异地备案热线。{}发放明白卡2万份。\n".format(*marks)
    (one,) = found(text)
    assert (one.agency_name, one.declared_count, [item.target_quantity for item in one.items]) == ("市医保局", 3, ["45", None, "2"])


@pytest.mark.parametrize(
    "text",
    [
        "市医保局推出便民举措8项，让群众少跑腿。\n一是认识不足，二是作风不实，三是落实不力。\n",
        "市医保局有3个科室。\n一是综合科，二是基金科，三是医药科。\n",
    ],
)
def test_other_numbered_words_below_a_count_are_no_members(text):
    assert all(not one.items for one in found(text))


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ("其中，清河工程年内清淤36公里；绿廊工程建设绿道8公里，10月底前完工。", [("36", "2026"), ("8", "2026-10-31")]),
        ("清河工程整治河道4条，绿廊工程新增绿地9公顷。", [("4", None), ("9", None)]),
        ("今年将分别整治河道4条、9公顷。", [("4", "2026"), ("9", "2026")]),
        ("绿廊工程已建成绿道8公里。", [(None, None), (None, None)]),
    ],
)
def test_what_is_told_of_members_behind_their_set(behind, told):
    ((_, _, declared, items),) = members(f"市水务局组织实施清河工程、绿廊工程两项工程。{behind}")
    assert declared == 2 and [(quantity, due) for _, quantity, due in items] == told


@pytest.mark.parametrize("lead", ["9月底前推出", "将从9月30日起推行"])
def test_a_day_before_a_set_is_that_of_its_members(lead):
    ((_, _, _, items),) = members(f"市公安局{lead}网上签注、就近送证、容缺受理等9项举措。")
    assert [due for *_, due in items] == ["2026-09-30"] * 3


@pytest.mark.parametrize("end", ["所有项目均于11月底前完成。", "以上实事要在11月底前全部完成。", "上述任务确保11月底前落地。"])
def test_one_day_for_all_members(end):
    text = f"市政府将办好两件民生实事：一是改造农贸市场7个；二是新增托位900个。{end}"
    ((_, _, _, items),) = members(text)
    assert [due for *_, due in items] == ["2026-11-30"] * 2


@pytest.mark.parametrize(
    ("words", "name", "items"),
    [
        ("推广送餐上门、集中助餐、流动餐车三种助餐模式", "三种助餐模式", ["送餐上门", "集中助餐", "流动餐车"]),
        ("年底前开行东门至南站、西城至北郊两条夜间公交线", "两条夜间公交线", ["东门至南站", "西城至北郊"]),
        ("将新建松岭、石桥2座水质净化站", "2座水质净化站", ["松岭", "石桥"]),
        ("打好垃圾清运、沟渠清淤、旱厕改造“三场硬仗”", "三场硬仗", ["垃圾清运", "沟渠清淤", "旱厕改造"]),
    ],
)
def test_things_of_any_kind_all_of_which_are_named(words, name, items):
    (one,) = found(f"县民政局{words}。")
    assert (one.name, [item.title for item in one.items]) == (name, items)


@pytest.mark.parametrize(
    "words", ["走访老年人、残疾人、儿童三类群体", "提供学生卡、老人卡等四种卡片", "通过热线、网络、走访三种方式征集意见", "邀请教育、人社、住建三个部门", "在城东、城西两个社区召开座谈会"]
)
def test_groups_ways_and_offices_are_no_such_things(words):
    assert found(f"县民政局{words}。") == ()


SECTIONS = """白塘县人民政府办公室关于印发便民利企措施任务分工的通知
现将有关任务分工如下：
一、提升服务效能
1.推行企业开办“一日办”。压缩至1个工作日，6月底前实现全程网办。
牵头单位：县市场监管局
2.设立夜间窗口。在8个便民中心设立。
牵头单位：县政务服务局
二、降低经营成本
3.减免房屋租金。减免6个月租金。
牵头单位：县国资中心
三、工作要求
（一）加强组织领导。
（二）强化督导考核。
"""


def test_numbers_that_go_on_below_several_headings_make_one_list():
    ((owner, _, declared, items),) = members(SECTIONS)
    assert (owner, declared) == ("白塘县人民政府办公室", None)
    assert [title for title, *_ in items] == ["推行企业开办“一日办”", "设立夜间窗口", "减免房屋租金"]


def test_numbers_that_begin_anew_below_each_heading_make_several():
    text = SECTIONS.replace("3.减免房屋租金。减免6个月租金。", "1.减免房屋租金。减免6个月租金。\n2.新增担保贷款5亿元。")
    assert sum(len(one.items) for one in found(text)) == 4
    assert len(found(text)) > 1


@pytest.mark.parametrize("lead", ["这里我重点说三件：", "下面介绍三件：", "主要有三件："])
def test_some_members_of_a_counted_set(lead):
    text = f"今年，市医保局确定了“惠民十件事”。{lead}第一，新增药店45家；第二，开通热线1条；第三，发放补贴2万份。"
    ((owner, _, declared, items),) = members(text)
    assert (owner, declared, [quantity for _, quantity, _ in items]) == ("市医保局", 10, ["45", None, "2"]) or (
        owner, declared, [quantity for _, quantity, _ in items]) == ("市医保局", 10, ["45", "1", "2"])  # fmt: skip


def test_a_progress_report_has_the_list_that_it_counts():
    text = (
        "石河县2026年民生实事进展情况报告\n（县发改局 2026年7月2日）\n根据安排，现将2026年县政府民生实事项目进展情况报告如下。\n一、总体情况\n"
        "年初票决产生的4件民生实事项目，已完成投资2亿元。\n二、项目进展\n（一）供水工程。改造管网85公里，剩余34公里10月底前完工。\n"
        "（二）停车场建设。新建停车场3个，12月底前投用。\n其余2件（助餐、应急广播）按计划推进。\n"
    )
    ((owner, name, declared, items),) = members(text)
    assert (owner, name, declared, [quantity for _, quantity, _ in items]) == ("县政府", "民生实事项目", 4, ["85", "3"])


POST = "3月1日，区政府办印发《2026年区民生实事项目清单》，共12项，快来看看！\n🏠住得更舒心\n{0}加装电梯60台\n{0}改造旧住房2万平方米\n（责任单位：区房管局）\n🚌出门更方便\n{0}新辟公交线路5条，其中3路9月底前开通\n{0}打通断头路3条\n【活动预告】\n{0}3月5日，读书分享会限额60人\n"


@pytest.mark.parametrize("bullet", ["▶", "✅", "➤ "])
def test_lines_with_bullets_below_a_count_are_its_members(bullet):
    ((owner, _, declared, items),) = members(POST.format(bullet))
    assert (owner, declared) == ("区政府办", 12)
    assert [quantity for _, quantity, _ in items] == ["60", "2", "5", "3"]


def test_bullets_that_tell_what_was_done_are_none():
    assert found("2025年，感谢您的信任：\n▶门急诊量18万人次\n▶完成手术5000台\n▶收到感谢信43封\n") == ()


def test_sorts_of_a_longer_list_are_fields():
    one = extract("市医保局梳理出补贴类、报销类、备案类等26项服务事项。").commitments[0]
    assert (one.items, one.fields) == ((), ("补贴类", "报销类", "备案类"))
    one = extract("市医保局推出3项补贴类、4项报销类等7项服务举措。").commitments[0]
    assert (one.items, one.fields) == ((), ("补贴类", "报销类"))


@pytest.mark.parametrize("marks", [("一是", "二是", "三是"), ("1.", "2.", "3."), ("①", "②", "…③"), ("第一，", "第二，", "第三，")])
def test_the_number_of_a_member_is_no_part_of_its_name(marks):
    ((_, _, declared, items),) = members("市公安局推出3项户籍便民措施：{}新生儿落户网上办；{}居住证自助办；{}老年人上门办。".format(*marks))
    assert declared == 3 and [title for title, *_ in items] == ["新生儿落户网上办", "居住证自助办", "老年人上门办"]


@pytest.mark.parametrize(
    "text",
    [
        "市教育局开展“春苗”四项行动，围绕营养午餐、视力保护、心理辅导、课后托管，为学生办实事。",
        "市教育局实施四大行动，着力于营养午餐、视力保护、心理辅导、课后托管。",
        "市教育局围绕营养午餐、视力保护、心理辅导和课后托管开展“春苗”四项行动。",
        "市教育局聚焦营养午餐、视力保护、心理辅导、课后托管，集中推出4项举措。",
    ],
)
def test_what_a_set_is_about_are_its_members_when_just_as_many(text):
    ((_, _, declared, items),) = members(text)
    assert declared == 4 and [title for title, *_ in items] == ["营养午餐", "视力保护", "心理辅导", "课后托管"]


@pytest.mark.parametrize(
    "text",
    [
        "市教育局围绕营养午餐、视力保护、心理辅导推出12项举措。",  # fewer: fields
        "市教育局开展四项行动，围绕营养午餐、视力保护、心理辅导、课后托管等方面，为学生办实事。",
        "市教育局推出6项举措，聚焦营养午餐、视力保护、心理辅导、课后托管等，为学生办实事。",
        "市教育局围绕学生、家长推出2项举措。",
    ],
)
def test_what_a_set_is_about_are_fields_when_not_just_as_many(text):
    assert all(not items for *_, items in members(text))


def test_members_that_are_told_win_over_what_the_set_is_about():
    ((*_, items),) = members("市教育局围绕午餐、视力、托管推出3项举措：一是新建食堂30个；二是配备护眼灯400套；三是招聘教师90名。")
    assert [quantity for _, quantity, _ in items] == ["30", "400", "90"]


def test_a_set_below_a_heading_is_told_once():
    text = (
        "关于印发重点民生实事任务分解的通知\n（一）办好教育实事\n市教育局新建公办幼儿园12所、改造食堂60个，2026年12月底前完成。\n"
        "（二）守护健康\n市卫生健康委实施“健康巴陵”五项工程，包括卫生院标准化建设、急救网络建设、两癌免费筛查、村卫生室清零、配置除颤仪300台。\n"
    )
    found = extract(text, ()).commitments
    assert [(one.name, len(one.items)) for one in found] == [("办好教育实事", 2), ("“健康巴陵”五项工程", 5)]


SCATTERED = (
    "市政府将投入9.5亿元实施三大文化工程项目。投入3.2亿元实施书房共享工程，延长夜间开放。将修缮古塔5座。"
    "投入4亿元实施影院共享工程。投入2.3亿元实施戏台共享工程，送戏下乡。"
)


def test_members_in_sentences_of_their_own_are_just_so_many_of_one_sort():
    first, beside = found(SCATTERED)
    assert [(i.title, i.target_quantity, i.target_unit) for i in first.items] == [
        ("书房共享工程", "3.2", "亿元"),
        ("影院共享工程", "4", "亿元"),
        ("戏台共享工程", "2.3", "亿元"),
    ]
    assert [i.title for i in beside.items] == ["修缮古塔5座"]


@pytest.mark.parametrize(
    ("words", "others"),
    [("三大", "四大"), ("戏台共享工程", "戏台修缮工程"), ("戏台共享工程", "影院共享工程"), ("延长夜间开放", "已延长开放")],
)
def test_others_are_not_its_members(words, others):
    told = found(SCATTERED.replace(words, others))
    assert not any(len(one.items) > 2 for one in told)
