"""With whom an organ acts: those who join are no items, and what is announced begins behind them."""

import pytest
from short_texts import found, owners_of

THREE = ["校园改造", "课后服务", "午餐提质"]


def told(text):
    """(owner, joint owners, declared, titles, fields) of the one commitment."""
    (one,) = found(text).commitments
    return one.agency_name, one.joint, one.declared_count, [item.title for item in one.items], one.fields


@pytest.mark.parametrize("joins", ["联合", "会同", "协同", "携手", "联手", "将继续联合", "牵头，会同"])
@pytest.mark.parametrize(
    ("others", "names"),
    [
        ("市科技局、市财政局", ("市科技局", "市财政局")),
        ("市科技局、市财政局和市妇联共同", ("市科技局", "市财政局", "市妇联")),
        ("市科技局、市妇联等8个部门", ("市科技局", "市妇联")),
        ("各区县、有关部门", ("各区县", "有关部门")),
        ("高校、顺达物流等企业", ("高校", "顺达物流")),
    ],
)
def test_what_is_announced_begins_behind_the_partners(joins, others, names):
    text = f"市教育局{joins}{others}推出校园改造、课后服务、午餐提质三大工程。"
    assert told(text) == ("市教育局", names, 3, THREE, ())
    assert told(text.replace("三大", "等八大")) == ("市教育局", names, 8, THREE, ())
    assert told(f"市教育局{joins}{others}实施八大工程。") == ("市教育局", names, 8, [], ())


def test_quoted_members_behind_partners():
    text = "市教育局联合市科技局、市财政局开展“护苗行动”“启明行动”两大行动。"
    assert told(text) == ("市教育局", ("市科技局", "市财政局"), 2, ["护苗行动", "启明行动"], ())


@pytest.mark.parametrize("beside", ["与市残联、市妇联共同开展", "同市残联、市妇联一道，开展", "和市残联、市妇联联手开展", "与市残联、市妇联合作开展"])
def test_partners_before_together(beside):
    text = f"市民政局{beside}助餐到家、助浴上门、助医陪诊三项行动。"
    assert told(text) == ("市民政局", ("市残联", "市妇联"), 3, ["助餐到家", "助浴上门", "助医陪诊"], ())


def test_what_they_build_together():
    one, other = found("市体育局将协同市教育局、市财政局新建健身中心20个、改造球场15片。").commitments
    assert [one.joint, other.joint] == [("市教育局", "市财政局")] * 2
    assert [one.items[0].title, other.items[0].title] == ["新建健身中心20个", "改造球场15片"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("市教育局开展城乡学校联合办学、校企联合培养、联合招生三项行动。", ["城乡学校联合办学", "校企联合培养", "联合招生"]),
        ("市交通局推出跨省联合执法、联合治超、联合检查等五项举措。", ["跨省联合执法", "联合治超", "联合检查"]),
        ("市教育局联合推出校园改造、课后服务、午餐提质三大工程。", THREE),
        ("市教育局与群众同心，推出校园改造、课后服务、午餐提质三大工程。", THREE),
        ("市红十字联合会开展校园改造、课后服务、午餐提质三大工程。", THREE),
    ],
)
def test_together_within_other_words_names_nobody(text, titles):
    _, joint, _, items, fields = told(text)
    assert (joint, items, fields) == ((), titles, ())


def test_names_that_end_before_together():
    assert told("市残联会同市民政局推出三项措施。")[:2] == ("市残联", ("市民政局",))
    assert told("市科协会同市教育局推出三项措施。")[:2] == ("市科协", ("市教育局",))


def test_a_later_sentence_has_no_say_in_who_joins():
    text = "市民政局同市残联、市妇联一道，开展三项行动。市教育局、市科技局等部门昨日开会。"
    (one,) = found(text).commitments
    assert one.joint == ("市残联", "市妇联")
    (one,) = found("今年开局好。\n去年各方面都好。\n" + text).commitments
    assert one.joint == ("市残联", "市妇联")


def test_a_row_of_subjects_ends_before_the_others():
    (one,) = found("市民政局、市残联等单位将改造家庭500户。").commitments
    assert (one.agency_name, one.joint) == ("市民政局", ("市残联",))


@pytest.mark.parametrize(("subject", "joint"), [("市体育馆和游泳馆将", ("市游泳馆",)), ("市体育馆、游泳馆、网球馆今年", ("市游泳馆", "市网球馆")), ("市体育馆和市民将", ())])
def test_a_house_beside_another_of_its_kind_joins(subject, joint):
    (one,) = found(f"{subject}新增座位300个。").commitments
    assert (one.agency_name, one.joint) == ("市体育馆", joint)


LED_BY_LINES = """江城市2026年十件民生实事
一、新建公办幼儿园12所。
责任单位：市教育局；完成时限：2026年12月底
二、新增养老床位2000张
牵头单位：市民政局，配合单位：市财政局、市卫生健康委
三、改造老旧小区100个。（市住建局牵头，市城管局配合）
四、新建口袋公园30个。责任单位：市城管局、市园林局
"""


def test_who_helps_with_one_member_stands_with_that_member():
    (one,) = found(LED_BY_LINES).commitments
    assert one.joint == ()
    assert [(item.lead_agency, item.joint) for item in one.items] == [
        ("市教育局", ()),
        ("市民政局", ("市财政局", "市卫生健康委")),
        ("市住建局", ("市城管局",)),
        ("市城管局", ("市园林局",)),
    ]


def test_who_helps_with_a_group_helps_with_what_stands_below_it():
    text = "某县2026年2个方面4项民生实事项目清单\n（一）教育惠民（县教育局牵头，县财政局配合）\n1.新建幼儿园3所；\n2.改造食堂9个；\n（二）健康惠民（县卫健局牵头）\n1.新建卫生室8个；\n2.免费筛查2万人。\n"
    items = [item for one in found(text).commitments for item in one.items]
    assert [item.joint for item in items if item.lead_agency == "县教育局"] == [("县财政局",)] * 2
    assert not any(item.joint for item in items if item.lead_agency == "县卫健局")


def test_the_column_of_helpers_in_a_table_but_not_that_of_persons():
    text = "江城市2026年民生实事任务分解表\n项目名称\t目标任务\t牵头单位\t责任领导\t配合单位\n公办幼儿园\t新建12所\t市教育局\t李明\t市财政局、市住建局\n口袋公园\t新建30个\t市城管局、市园林局\t张强\t/\n"
    (one,) = found(text).commitments
    assert [item.joint for item in one.items] == [("市财政局", "市住建局"), ("市园林局",)]


def test_a_later_sentence_of_a_deed_has_partners_of_its_own():
    text = (
        "关于印发实事任务的通知\n一、畅通出行。市交通局新建农村公路200公里。\n"
        "二、改善居住。市住建局改造老旧小区30个。市住建局会同市城管局推进燃气管道改造150公里，2026年12月底前完成。\n三、守护健康。市卫健委新建卫生站12个。\n"
    )
    (one,) = [one for one in found(text).commitments if one.name == "改善居住"]
    assert (one.joint, [item.joint for item in one.items]) == ((), [(), ("市城管局",)])


def test_what_another_does_below_a_headline_is_told_once():
    text = "关于印发实事任务的通知\n一、畅通出行。市交通局新建农村公路200公里，年底前完成。市城管局新增停车位5000个。\n二、守护健康。市卫健委新建卫生站12个。\n三、住得安心。市住建局改造小区9个。\n"
    assert owners_of(text)[:2] == [("市交通局", ["新建农村公路200公里"]), ("市城管局", ["新增停车位5000个"])]


@pytest.mark.parametrize("goes_on", ["会同市住建局、市水务局开展背街小巷整治提升行动", "同时，联合市住建局、市水务局实施背街小巷整治提升行动"])
def test_partners_at_the_head_of_a_sentence_that_goes_on(goes_on):
    told = found(f"市城管局将新建公厕36座；{goes_on}，年底前完成。").commitments
    assert [one.joint for one in told] == [(), ("市住建局", "市水务局")]


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("由团市委和市教育局共同负责，新建实训基地5个。", ("市教育局",)),
        ("由市金融局牵头、市税务局参与，建设信用信息平台2个。", ("市税务局",)),
        ("市卫健委新建托育机构9家。该委会同市发改委将改造托育点12个。", ("市发改委",)),
        ("市民政局正在和市卫健委一起新建家庭病床800张。", ("市卫健委",)),
    ],
)
def test_partners_in_other_words(text, joint):
    assert found(text).commitments[-1].joint == joint


@pytest.mark.parametrize("does", ["开展技能培训5000人次", "举办招聘会60场", "发放创业贷款800万元"])
def test_a_day_that_closes_makes_a_promise_of_what_an_organ_does_before_it(does):
    (one,) = found(f"市人社局会同市教育局{does}，2026年12月底前完成。").commitments
    assert (one.agency_name, one.joint, one.items[0].title, one.due) == ("市人社局", ("市教育局",), does, "2026-12-31")


@pytest.mark.parametrize("own_line", ["", "\n"])
@pytest.mark.parametrize(
    "label",
    [
        "牵头单位：{}，配合单位：市财政局",
        "牵头单位：{} 配合单位：市财政局",
        "牵头领导：张三；牵头单位：{}；参与单位：市财政局",
        "责任单位：{}（牵头）、市财政局",
        "责任单位：市财政局、{}（牵头）",
        "责任单位：{} 市财政局",
        "（{}牵头、市财政局配合）",
        "（{}牵头，市财政局参与）",
        "（主办：{}，协办：市财政局）",
        "【责任单位：{}、市财政局】",
    ],
)
def test_who_leads_and_who_helps_in_the_labels_of_a_line(own_line, label):
    lines = "".join(f"{n}.新建{thing}12处。{own_line}{label.format(f'市{who}局')}\n" for n, thing, who in ((1, "幼儿园", "教育"), (2, "公园", "城管"), (3, "书房", "文旅")))
    told = [
        (item.lead_agency or one.agency_name, item.joint or one.joint)
        for one in found(f"江城市2026年民生实事项目清单\n{lines}").commitments
        for item in one.items
    ]
    assert told == [(f"市{who}局", ("市财政局",)) for who in ("教育", "城管", "文旅")]


def test_who_joins_behind_the_words_that_say_who_leads():
    text = "江城市2026年民生实事项目清单\n1.新建幼儿园12所，由市教育局牵头，会同市财政局实施。\n2.新建公园9个，由市城管局牵头，会同市财政局实施。\n"
    told = [(item.lead_agency or one.agency_name, item.joint or one.joint) for one in found(text).commitments for item in one.items]
    assert told == [("市教育局", ("市财政局",)), ("市城管局", ("市财政局",))]


def test_who_does_it_in_a_line_is_its_lead_and_no_part_of_its_title():
    text = (
        "江城市2026年民生实事方案\n一、主要任务\n（一）实施学有优教工程\n1.市教育局会同市财政局、市住建局新建中小学3所，8月底前竣工。\n2.更换课桌椅1.2万套。（责任单位：市教育局）\n"
        "（二）实施病有良医工程\n3.新建医疗中心2个。（市卫健局）\n4.免费体检3万人次，11月底前完成。（市卫健局）\n"
    )
    first, second, *_ = [item for one in found(text).commitments for item in one.items]
    assert (first.title, first.lead_agency, first.joint, first.due) == ("新建中小学3所", "市教育局", ("市财政局", "市住建局"), "2026-08-31")
    assert (second.title, second.lead_agency) == ("更换课桌椅1.2万套", "市教育局")


def test_a_name_begins_behind_与():
    told = found("三、社会安全网\n与警察局、卫生局合作办理家庭访视，全年至少访视9000案次。")
    assert not {one.agency_name for one in (*told.commitments, *told.left_out)} - {None}


def test_who_joins_in_a_later_clause_joins_in_that_alone():
    text = "市妇联将联合市卫健委为5万名妇女开展免费筛查，联合市人社局开展家政培训60期、举办招聘会3场，联合市司法局设立调解室30个。"
    assert [(one.joint, one.items[0].target_quantity) for one in found(text).commitments] == [
        (("市卫健委",), "5"), (("市人社局",), "60"), (("市人社局",), "3"), (("市司法局",), "30"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "first", "others"),
    [
        ("省文联、省作协、省科协等6家单位承诺", "省文联", ["省作协", "省科协"]),
        ("省美协、省书协等11家协会将", "省美协", ["省书协"]),
        ("工商银行、农业银行、建设银行等8家银行", "工商银行", ["农业银行", "建设银行"]),
        ("市总工会、团市委和市妇联三家单位联合", "市总工会", ["团市委", "市妇联"]),
        ("市图书馆、博物馆、美术馆联合", "市图书馆", ["市博物馆", "市美术馆"]),
        ("市图书馆和文化馆共同", "市图书馆", ["市文化馆"]),
        ("江城市教育局、民政局、人社局联合", "江城市教育局", ["江城市民政局", "江城市人社局"]),
        ("省委组织部、宣传部联合", "省委组织部", ["省委宣传部"]),
        ("丰州大学、丰州师范等4所高校", "丰州大学", ["丰州师范"]),
    ],
)
@pytest.mark.parametrize(("deeds", "items"), [("办好二十件实事", []), ("推出夜间开放、上门体检、公益导览三项服务", ["夜间开放", "上门体检", "公益导览"])])
def test_a_row_of_organs_is_who_does_it_and_no_row_of_deeds(row, first, others, deeds, items):
    (one,) = found(f"{row}{deeds}。").commitments
    assert (one.agency_name, list(one.joint), [item.title for item in one.items]) == (first, others, items)


def test_helpers_are_named_without_what_counts_them():
    (one,) = found("市住建局牵头，市财政局、市发改委等3个部门参与，办好六件实事。").commitments
    assert one.joint == ("市财政局", "市发改委")


@pytest.mark.parametrize("ahead", ["", "今年，"])
@pytest.mark.parametrize("together", ["将共同", "携手", "计划联合"])
def test_a_comma_may_stand_between_those_who_act_together(ahead, together):
    (one,) = found(f"{ahead}市文旅局，市体育局，市妇联{together}新建球场12个，年底前建成。").commitments
    assert (one.agency_name, one.joint) == ("市文旅局", ("市体育局", "市妇联"))


@pytest.mark.parametrize("text", ["市文旅局表示，市体育局联合市妇联将新建球场12个。", "经报市文旅局，市体育局将联合市妇联新建球场12个。"])
def test_who_stands_before_a_comma_only_speaks_or_is_asked(text):
    assert [(one.agency_name, one.joint) for one in found(text).commitments] == [("市体育局", ("市妇联",))]
