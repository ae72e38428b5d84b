"""Whose affairs a paragraph or a section tells: the organ in brackets at its head, or alone in the line above."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2026, 2, 3)


def owners(text):
    """(owner, joint owners, titles of the items or the name) of each commitment."""
    return [
        (one.agency_name, one.joint, [item.title for item in one.items] or [one.name])
        for one in extract(text, (), PUBLISHED).commitments
    ]


@pytest.mark.parametrize("head", ["【市教育局】", "[市教育局]", "●【市教育局】", "〔市教育局〕"])
def test_the_organ_in_brackets_owns_its_paragraph(head):
    text = f"{head}今年新增学位2100个。去年新建小学9所。年底前更换课桌椅3万套。\n【市民政局】新建助餐点40个。"
    assert owners(text) == [
        ("市教育局", (), ["新增学位2100个"]), ("市教育局", (), ["更换课桌椅3万套"]), ("市民政局", (), ["新建助餐点40个"]),
    ]  # fmt: skip


def test_two_organs_in_brackets_own_it_together():
    text = "【市卫健委、市医保局】推进医保移动支付。年内新增慢病药房30家。"
    assert [(owner, joint) for owner, joint, _ in owners(text)][-1] == ("市卫健委", ("市医保局",))


@pytest.mark.parametrize("head", ["【候车更舒心】", "【本报讯】", "【教育话题】"])
def test_other_words_in_brackets_own_nothing(head):
    assert all(owner is None for owner, *_ in owners(f"{head}年底前新增学位2100个。"))


@pytest.mark.parametrize("head", ["▌市教育局", "【市教育局】", "市教育局：", "■ 市教育局", "市教育局"])
def test_the_organ_alone_in_a_line_owns_what_stands_below(head):
    text = f"民生实事怎么办\n{head}\n年底前新增学位2100个。\n{head.replace('教育', '民政')}\n年内新建助餐点40个。"
    assert owners(text) == [("市教育局", (), ["新增学位2100个"]), ("市民政局", (), ["新建助餐点40个"])]


def test_two_organs_alone_in_a_line():
    text = "民生实事怎么办\n【市教育局、市体育局】\n年底前新增学位2100个。"
    assert owners(text) == [("市教育局", ("市体育局",), ["新增学位2100个"])]


def test_the_organ_in_the_title_owns_what_nobody_else_does():
    text = "市住建局：今年改造老旧小区186个\n\n记者获悉，2026年，全市将改造老旧小区186个。住房方面，全年力争筹集公租房420套。"
    assert owners(text) == [("市住建局", (), ["改造老旧小区186个"]), ("市住建局", (), ["筹集公租房420套"])]


def test_an_own_government_by_the_place_the_text_speaks_of():
    text = "依115年資料，竹嶺市屋齡30年以上住宅計42棟。本府將推動老屋健檢，年底前完成初評30棟。"
    assert {owner for owner, *_ in owners(text)} == {"竹岭市政府"}


@pytest.mark.parametrize(
    "line", ["本报记者　王丽", "记者 王丽 通讯员 张明", "主持人：市委宣传部副部长　周敏", "（新闻公报 2024年10月16日）"]
)
def test_who_wrote_it_and_who_led_through_it_is_no_theme(line):
    text = f"今日要闻\n{line}\n市教育局将新建学校5所。\n"
    [one] = extract(text, (), PUBLISHED).commitments
    assert one.theme is None and one.confidence != "check"


def test_a_line_of_reporters_affairs_is_a_heading():
    [one] = extract("今日要闻\n今天天气很好。\n记者站建设\n市教育局将新建学校5所。\n", (), PUBLISHED).commitments
    assert one.theme == "记者站建设"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "2025年工作任务\n（一）区教育局\n1.新建学校5所；\n2.改造食堂30个；\n（二）区住建局\n1.改造老旧小区12个。\n",
            [("区教育局", "新建学校5所"), ("区教育局", "改造食堂30个"), ("区住建局", "改造老旧小区12个")],
        ),
        (
            "清单\n一、县教育局负责实施的项目（2项）\n1．学校扩建；\n2．30所学校旱厕改造；\n三、县供电公司负责实施的项目（1项）\n1．农村低电压台区治理130个。\n",
            [("县教育局", "学校扩建"), ("县教育局", "30所学校旱厕改造"), ("县供电公司", "农村低电压台区治理130个")],
        ),
    ],
)
def test_a_single_line_below_an_owner_is_found_beside_others_with_several(text, told):
    assert [(one.agency_name, item.title) for one in extract(text).commitments for item in one.items] == told


@pytest.mark.parametrize("first", ["今年办事更便利", "聚焦民生出实招", "近日传来好消息", "市医保局今年目标明确"])
def test_the_first_sentence_of_a_text_is_no_theme(first):
    (one,) = extract(f"{first}。市医保局将新增定点药店50家。\n欢迎监督。", (), PUBLISHED).commitments
    assert one.theme is None


def test_words_that_open_one_paragraph_after_another_are_themes():
    told = extract("看病更方便。市卫健委将新增床位500张。\n上学更近便。市教育局将新建学校3所。", (), PUBLISHED).commitments
    assert [one.theme for one in told] == ["看病更方便", "上学更近便"]
    (one,) = extract("一、看病更方便。市卫健委将新增床位500张。", (), PUBLISHED).commitments
    assert one.theme == "看病更方便"


def test_a_place_over_its_organ_is_no_part_of_the_name():
    assert owners("▲西山区 区民政局新建助餐点35个。\n▲东河县 县政府将改造道路12条。\n江城市市场监管局将新建快检点3个。") == [
        ("区民政局", (), ["新建助餐点35个"]), ("县政府", (), ["改造道路12条"]), ("江城市市场监管局", (), ["新建快检点3个"]),
    ]  # fmt: skip


def test_a_place_that_belongs_to_the_name_is_kept():
    """Or the hospitals of two counties would be one owner."""
    found = owners("东河县县医院将新增床位300张。\n西山县县医院将新增床位200张。")
    assert [owner for owner, *_ in found] == ["东河县县医院", "西山县县医院"]


def test_what_is_numbered_behind_an_organ_in_its_line_are_its_deeds():
    told = owners("（一）市教育局。1.新建幼儿园10所；2.为200所学校安装护眼灯。\n（二）市民政局。1.发放高龄津贴3亿元；2.新建养老院2所。")
    assert told == [
        ("市教育局", (), ["新建幼儿园10所"]), ("市教育局", (), ["为200所学校安装护眼灯"]), ("市民政局", (), ["发放高龄津贴3亿元"]), ("市民政局", (), ["新建养老院2所"]),
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["县公交集团", "县自来水公司", "石桥街道办事处", "县人民法院", "县消防救援大队"])
def test_a_firm_a_court_or_a_street_stands_over_its_list_too(who):
    text = f"2026年为民办实事承诺\n一、{who}\n1.新增车辆80辆；\n2.推行“掌上报修”；\n二、县教育局\n1.新建学校3所；\n2.新建食堂2个。"
    assert [owner for owner, _, _ in owners(text)] == [who] * 2 + ["县教育局"] * 2


@pytest.mark.parametrize("heading", ["组建公交集团", "做强城投公司", "支持民营银行"])
def test_what_is_made_of_a_firm_is_no_owner(heading):
    assert owners(f"2026年重点工作\n一、{heading}\n1.新购车辆80辆；\n2.新开通巴士6条。") == []
