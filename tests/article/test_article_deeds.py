"""Numbered deeds with owners of their own: one commitment each, whichever way the owner is written."""

from datetime import date

import pytest

from tracker.article import extract

PUBLISHED = date(2026, 2, 3)


def proposal(text):
    return extract(text, (), PUBLISHED)


def deeds(text):
    return [
        (one.agency_name, one.name, one.joint, [(i.title, i.target_quantity, i.target_unit, i.due) for i in one.items])
        for one in proposal(text).commitments
    ]


TAIL = "\n三、扩大绿化。由市园林局牵头，新建街心花园7个，9月底前建成。\n"
GARDENS = ("市园林局", "扩大绿化", (), [("新建街心花园7个", "7", "个", "2026-09-30")])
SCHOOLS = [("新建小学3所", "3", "所", "2026-08-31"), ("新增学位2100个", "2100", "个", "2026-08-31")]


@pytest.mark.parametrize(
    ("second", "owner", "joint"),
    [
        ("二、办好学校。市教育局牵头，新建小学3所，新增学位2100个，8月底前交付。", "市教育局", ()),
        ("二、办好学校。市教育局新建小学3所、新增学位2100个，8月底前交付。", "市教育局", ()),
        ("二、办好学校。由市教育局牵头，市财政局配合，新建小学3所，新增学位2100个，8月底前交付。", "市教育局", ("市财政局",)),
        ("二、办好学校。新建小学3所，新增学位2100个，8月底前交付。（责任单位：市教育局，配合单位：市财政局、市规划局）", "市教育局", ("市财政局", "市规划局")),
        ("二、办好学校。新建小学3所，新增学位2100个，8月底前交付。（市教育局牵头，市财政局配合）", "市教育局", ("市财政局",)),
        ("二、办好学校。新建小学3所，新增学位2100个，8月底前交付。（市教育局、市财政局）", "市教育局", ("市财政局",)),
        ("二、办好学校\n新建小学3所，新增学位2100个，8月底前交付。（责任单位：市教育局）", "市教育局", ()),
        ("二、办好学校\n市教育局牵头，新建小学3所，新增学位2100个，8月底前交付。", "市教育局", ()),
        ("二、办好学校\n新建小学3所，新增学位2100个，8月底前交付。\n责任单位：市教育局\n配合单位：市财政局", "市教育局", ("市财政局",)),
        ("二、办好学校\n新建小学3所，新增学位2100个。\n牵头单位：市教育局\n完成时限：8月底前", "市教育局", ()),
    ],
)  # fmt: skip
@pytest.mark.parametrize("header", ["丙市2026年民生实事项目", "丙市2026年三件民生实事", "2月3日，丙市政府公布今年的三件民生实事。"])
def test_every_deed_is_a_commitment_of_its_owner(header, second, owner, joint):
    text = f"{header}\n一、守护健康。市卫健委牵头，建成社区诊所4个。\n{second}{TAIL}"
    assert deeds(text) == [
        ("市卫健委", "守护健康", (), [("建成社区诊所4个", "4", "个", None)]),
        (owner, "办好学校", joint, SCHOOLS),
        GARDENS,
    ]


def test_the_quote_is_the_headline_and_its_first_amount():
    text = "丙市2026年民生实事\n一、守护健康。市卫健委牵头，建成诊所4个，培训医师60名。\n二、办好学校。市教育局新建小学3所。\n"
    quotes = [text[one.place[0] : one.place[1]] for one in proposal(text).commitments]
    assert quotes == ["守护健康。市卫健委牵头，建成诊所4个", "办好学校。市教育局新建小学3所"]


def test_the_list_itself_is_context_and_is_not_counted_again():
    text = f"记者获悉，丙市将办好三件民生实事。\n丙市2026年三件民生实事\n一、守护健康。市卫健委牵头，建成诊所4个。\n二、办好学校。市教育局新建小学3所。{TAIL}"
    found = proposal(text)
    assert [one.declared_count for one in found.commitments] == [None, None, None]
    assert any(one.name == "三件民生实事" for one in found.context)


def test_what_follows_the_last_deed_is_none_of_it():
    text = "丙市2026年民生实事\n一、守护健康。市卫健委牵头，建成诊所4个。\n二、办好学校。市教育局新建小学3所。\n上年度全市新建校舍90栋。\n"
    assert deeds(text)[-1][3] == [("新建小学3所", "3", "所", None)]


def test_people_served_are_no_target():
    text = "丙市2026年民生实事\n一、守护健康。市卫健委牵头，建成诊所4个、惠及居民9万人。\n二、办好学校。市教育局新建小学3所。\n"
    assert deeds(text)[0][3] == [("建成诊所4个", "4", "个", None)]


def test_a_deed_that_holds_a_list_gives_way_to_it():
    text = "丙市2026年民生实事\n一、市民政局推出养老三项举措：一是新建食堂4个；二是改造床位90张；三是开通16小时热线。\n二、办好学校。市教育局新建小学3所。\n"
    found = proposal(text).commitments
    assert [(one.agency_name, one.declared_count, len(one.items)) for one in found] == [("市民政局", 3, 3), ("市教育局", None, 1)]


@pytest.mark.parametrize(
    "text",
    [
        # Labels only say who leads which part of a list that stays one.
        "丙市2026年民生实事\n一、办好学校\n新建小学3所。\n牵头单位：市教育局\n二、守护健康\n建成诊所4个。\n牵头单位：市卫健委\n",
        # Somebody announces and counts it.
        "丙市政府今年办好以下2件民生实事：\n1．办好学校。新建小学3所。（牵头单位：市教育局）\n2．守护健康。建成诊所4个。（牵头单位：市卫健委）\n",
        # One organ's own list.
        "市教育局2026年重点任务\n一、办好学校。市教育局新建小学3所。\n二、培训师资。市教育局培训教师90名。\n",
        # The parts of one announcement.
        "丙市推出2项行动。\n一是办学行动。由市教育局牵头，新建小学3所。\n二是健康行动。由市卫健委牵头，建成诊所4个。\n",
    ],
)
def test_other_lists_stay_one(text):
    (one,) = proposal(text).commitments
    assert len(one.items) == 2


@pytest.mark.parametrize(
    "text",
    [
        "丙市2025年工作回顾\n一、办好学校。市教育局新建小学3所。\n二、守护健康。市卫健委建成诊所4个。\n",
        "丙市2026年民生实事进展情况\n一、办好学校。市教育局已新建小学3所。\n二、守护健康。市卫健委累计建成诊所4个。\n",
        "工作要求\n一、加强组织领导。市教育局统筹协调3次。\n二、强化督导考核。市政府办每季通报4次。\n",
        "学习安排\n一、集中研讨。市教育局组织党课3场。\n二、专题宣讲。市委宣传部安排宣讲4场。\n",
    ],
)
def test_what_is_no_list_of_deeds_has_none(text):
    assert deeds(text) == []


SCHOOLS_ABOVE = ("市教育局", (), 2, ["3", "2100"])
CLINICS_ABOVE = ("市卫健委", ("市财政局",), 2, ["4", "60"])
LABEL = "牵头单位：市教育局\n（一）新建小学3所。\n（二）新增学位2100个。\n"
LABEL_TOO = "牵头单位：市卫健委\n配合单位：市财政局\n（一）建成诊所4个。\n（二）培训医师60名。\n"


@pytest.mark.parametrize(
    "text",
    [
        f"丙市2026年民生实事任务分解\n{LABEL}{LABEL_TOO}",
        f"丙市2026年民生实事任务分解\n一、教育\n{LABEL}二、卫生\n{LABEL_TOO}",
        f"丙市2026年重点任务\n一、教育\n{LABEL}二、卫生\n{LABEL_TOO}",
    ],
)
def test_label_lines_above_a_list_assign_all_of_it(text):
    found = proposal(text).commitments
    assert [(one.agency_name, one.joint, len(one.items), [i.target_quantity for i in one.items]) for one in found] == [SCHOOLS_ABOVE, CLINICS_ABOVE]
    assert all("单位" not in one.name for one in found)


def test_label_lines_below_an_item_are_its_own():
    text = "丙市2026年民生实事\n一、办好学校\n新建小学3所。\n牵头单位：市教育局\n二、守护健康\n建成诊所4个。\n牵头单位：市卫健委\n"
    (one,) = proposal(text).commitments
    assert [item.lead_agency for item in one.items] == ["市教育局", "市卫健委"]


@pytest.mark.parametrize(
    "text",
    [
        "联系方式\n责任单位：市教育局\n（一）电话。\n（二）地址。\n",
        "有关说明\n主管部门：市教育局\n（一）政策依据。\n（二）适用范围。\n",
        "学习安排\n牵头单位：市教育局\n（一）党史学习。\n（二）专题党课。\n",
        "工作要求\n牵头单位：市教育局\n（一）提高思想认识。\n（二）新建小学3所。\n",
        "上年度完成情况\n牵头单位：市教育局\n（一）新建小学3所。\n（二）改造校舍2栋。\n",
    ],
)
def test_a_label_alone_makes_no_deeds(text):
    assert deeds(text) == []


def titles(text):
    return [(one.name, one.declared_count, [item.title for item in one.items]) for one in proposal(text).commitments]


BESIDE = "\n二、扩大绿化。市园林局新建街心花园7个，9月底前建成。\n三、畅通出行。市交通局新建公路9公里，9月底前建成。\n"


@pytest.mark.parametrize(
    "told",
    [
        "市民政局将新建助餐点40个，2026年9月底前完成；同时梳理形成为老服务实事清单10项，逐项明确责任人。",
        "市民政局将梳理形成为老服务实事清单10项，新建助餐点40个，2026年9月底前完成。",
    ],
)
def test_a_list_that_is_told_of_beside_the_amounts_of_a_deed_is_one_by_itself(told):
    one, other, *_ = titles("江城市2026年重点民生实事公布\n一、安享晚年。" + told + BESIDE)
    assert sorted([one, other], key=str) == [("为老服务实事清单", 10, []), ("安享晚年", None, ["新建助餐点40个"])]


def test_the_number_of_a_set_is_none_of_its_deeds():
    one, *_ = titles("江城市2026年重点民生实事公布\n一、住得安心\n市住建局围绕“安居”开展三项专项行动，改造老旧小区60个、更新危旧电梯200台。" + BESIDE)
    assert one == ("住得安心", None, ["改造老旧小区60个", "更新危旧电梯200台"])


@pytest.mark.parametrize(
    ("told", "items"),
    [
        ("新建幼儿园12所、实施课后服务全覆盖、开展视力筛查20万人次", ["新建幼儿园12所", "实施课后服务全覆盖", "开展视力筛查20万人次"]),
        ("推进卫生院标准化建设、县域急救网络建设、公共场所配置除颤仪300台", ["推进卫生院标准化建设", "县域急救网络建设", "公共场所配置除颤仪300台"]),
        ("推进乡镇卫生院标准化建设、县域急救体系网络建设、适龄女性两癌免费筛查、公共场所配置除颤仪300台", ["公共场所配置除颤仪300台"]),
        ("开展老人、儿童免费体检300人次", ["开展老人、儿童免费体检300人次"]),
        ("新建、改建公厕14座", ["新建、改建公厕14座"]),
        ("新建公园和绿地14处", ["新建公园和绿地14处"]),
    ],
)
def test_a_title_begins_and_ends_with_its_own_member(told, items):
    one, *_ = titles(f"江城市2026年重点民生实事公布\n一、守护健康。市卫健委将{told}。{BESIDE}")
    assert one == ("守护健康", None, items)


TEN = "江城市2025年四件民生实事\n经票决，2025年四件民生实事如下：\n一、市教育局新建中小学校6所，新增学位5400个。\n二、市住建局改造老旧小区85个，加装电梯120部。\n三、市公安局整治校园周边交通秩序。\n四、市园林局新建口袋公园20个。\n"


def test_lines_that_make_more_deeds_than_are_counted_are_to_be_checked():
    found = extract(TEN).commitments
    assert [(one.agency_name, len(one.items), one.confidence == "check") for one in found] == [
        ("市教育局", 2, True),
        ("市住建局", 2, True),
        ("市公安局", 0, False),
        ("市园林局", 1, False),
    ]
    assert "多于公布数" in found[0].reason


def test_a_deed_of_a_counted_list_is_kept_whatever_it_is_called():
    assert [one.name for one in extract(TEN).commitments][2] == "整治校园周边交通秩序"


@pytest.mark.parametrize(("words", "check"), [("推行“一件事一次办”事项30项", True), ("推出便民实事30项", False)])
def test_a_number_of_matters_is_to_be_checked(words, check):
    (found,) = extract(f"市政务服务局{words}。").commitments
    assert found.declared_count == 30 and (found.confidence == "check") is check
