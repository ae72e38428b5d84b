"""Who speaks where no owner is written: reports, press conferences, county news, letters; what a frame of time looks back on."""

import pytest
from article_gold import DIRECTORY
from short_texts import found

from tracker.article import extract

REPORT = "2024年政府工作报告\n——2024年1月16日在松河区第九届人民代表大会第四次会议上\n松河区人民政府区长 乔南\n"


def owners(text):
    return [(one.agency_name, one.name) for one in extract(text, DIRECTORY).commitments]


def left_out(text):
    return {one.name: one.reason for one in extract(text, DIRECTORY).left_out}


@pytest.mark.parametrize(
    "head",
    [
        REPORT,
        REPORT.replace("松河区人民政府区长 乔南\n", ""),
        REPORT.replace("——2024年1月16日在松河区第九届人民代表大会第四次会议上\n", ""),
    ],
)
def test_the_plan_of_a_report_is_its_governments(head):
    assert owners(f"{head}二、2024年工作安排\n打通断头路4条。实施乡村清洁、农房改善两项工程。\n") == [
        ("松河区人民政府", "打通断头路4条"), ("松河区人民政府", "两项工程"),
    ]  # fmt: skip


def test_the_review_of_a_report_is_no_plan():
    assert owners(f"{REPORT}一、2023年工作回顾\n打通断头路4条，新增学位2700个。\n") == []


CONFERENCE = "主持人：出席发布会的有市人社局副局长褚玲、市总工会副主席佘敏。\n记者：今年怎么做？\n{who}：{says}\n"


@pytest.mark.parametrize(("who", "owner"), [("褚玲", "市人社局"), ("佘敏", "市总工会"), ("褚局长玲", None)])
def test_whoever_has_the_word_speaks_for_an_organ(who, owner):
    text = CONFERENCE.format(who=who, says="我们将在年底前新建站点20个。")
    assert owners(text) == ([(owner, "新建站点20个")] if owner else owners(text))


def test_the_chair_speaks_for_nobody():
    text = CONFERENCE.format(who="褚玲", says="谢谢。") + "主持人：下周将新建站点20个。\n"
    assert owners(text) in ([], [(None, "新建站点20个")])


def test_the_government_of_the_place_is_called_by_its_name():
    text = "东岚县政府新闻稿\n县府将于年底前推出甲乙、丙丁两项计划。"
    assert owners(text) == [("东岚县政府", "两项计划")]


def test_the_head_speaks_for_the_office():
    assert owners("教育处长苏明哲说明，将于年底前增设托育家园6处。") == [("教育处", "增设托育家园6处")]


def test_a_list_is_the_places_whose_title_tells_of_it():
    text = "云岭县公布第二批项目清单\n近日，清单正式公布。清单共4个方面13类42项。\n"
    assert [(one.agency_name, one.declared_count) for one in extract(text).commitments] == [("云岭县", 42)]


def test_our_office_in_another_section_is_not_the_one_named_before():
    text = "一、交通\n捷运工程局将于年底前新建车站2座。\n二、福利\n本局规划新建托育中心6处。\n"
    assert {name: owner for owner, name in owners(text)}.get("新建托育中心6处") != "捷运工程局"


@pytest.mark.parametrize(
    "text",
    [
        "2023年，全市实事全部办结。全年改造老旧小区165个，建成公路212公里。",
        "记者从市政府获悉，工作扎实。2023年，全市实事全部办结。全年改造老旧小区165个，建成公路212公里。",
        "过去一年，县府争取中央补助款62亿元。",
        "一年来，各部门用心用情。\n市公安局推出便民举措20项。市残联开展“暖冬”行动。",
        "巷子先后修补过11次，到2018年仍然难走。",
        "项目未启动3件，预计惠及11.6万人。",
    ],
)
def test_what_looks_back_is_no_promise(text):
    head = "某市2024年工作动态\n发布时间：2024-01-26 09:12\n"
    assert owners(head + text) == []


def test_the_frame_ends_where_somebody_looks_ahead():
    text = "发布时间：2024-01-26 09:12\n一年来，市教育局建成小学3所。新的一年，市教育局将新建小学5所。"
    assert owners(text) == [("市教育局", "新建小学5所")]


@pytest.mark.parametrize("title", ["组织5个视察组", "举办10场系列发布会", "开展2次专项督查"])
def test_watching_and_telling_are_no_deeds(title):
    text = f"市政府办公室将{title}。"
    assert owners(text) == [] and "督查" in left_out(text)[title]


def test_a_count_of_problems_needs_somebody_who_deals_with_them():
    assert owners("河沿街道梳理五大类96个问题。") == []
    assert owners("县信访局梳理信访积案57件，全部由领导包案，12月20日前化解到位。") == [("县信访局", "信访积案")]


def test_every_owner_of_a_sentence_has_its_own_amounts():
    assert owners("市住建局计划改造小区88个，市交通局将新建公路9公里。") == [
        ("市住建局", "改造小区88个"), ("市交通局", "新建公路9公里"),
    ]  # fmt: skip


def test_the_present_tense_is_to_be_checked():
    (one,) = extract("市教育局新建小学5所。", DIRECTORY).commitments
    assert one.confidence == "likely" and "将" in one.reason
    assert owners("民生实事进展情况通报\n市教育局新建小学5所。\n") == []


def test_a_rough_amount_is_never_sure():
    sure, rough = (extract(f"市教育局年内改造教室{amount}间。", DIRECTORY).commitments[0] for amount in ("300", "300余"))
    assert (sure.confidence, rough.confidence) == ("sure", "likely") and "约数" in rough.reason


def test_only_what_must_be_checked_is_said_to_be_checked():
    text = "市体育局新建步道近30公里。该局还将改造场馆4座。省里计划下一步建成公园9处。"
    for one in extract(text, DIRECTORY).commitments:
        assert one.confidence == "check" or "请" not in one.reason


def test_a_sentence_without_a_subject_stays_in_the_frame_before_it():
    head = "某市2024年民生实事项目确定\n发布时间：2024-01-26 09:12\n记者从会上获悉下列数据。"
    told = "2023年，全市实事全部办结。全年改造老旧小区165个，建成公路212公里。"
    assert owners(head + told) == []
    assert [name for _, name in owners(head + told.replace("2023年，", ""))] == [
        "改造老旧小区165个", "建成公路212公里",
    ]  # fmt: skip


@pytest.mark.parametrize(("office", "title"), [("新北湾市政府社会局", "114年度施政报告"), ("江城市教育局", "2026年重点工作安排"), ("海东县卫生局", "115年业务计划")])
def test_a_report_is_of_the_office_in_its_title(office, title):
    text = f"{office}{title}\n一、扩大公共托育\n（一）预计年底前新增托育中心12处。\n（二）改善游戏场5处。\n"
    assert {one.agency_name for one in extract(text).commitments} == {office}


PLAN = "壹、重要工作执行成果\n一、公共运输：完成12条路线整并。\n贰、未来工作重点\n一、推动公车电动化：114年底前电动公车达150辆。\n二、增设租赁站：114年度将新设站点60站。\n"


@pytest.mark.parametrize(
    ("head", "owner"),
    [
        ("嘉南市议会第3届定期会\n交通局工作报告", "交通局"),
        ("嘉南市议会第3届定期会\n工务局业务报告", "工务局"),
        ("教育处113年度施政报告", "教育处"),
        ("体育局 113年工作计划", "体育局"),
        ("嘉南市政府文化局业务报告", "嘉南市政府文化局"),
        ("全局工作要点", None),
        ("嘉南市议会第3届定期会\n工作报告", None),
    ],
)
def test_the_report_of_an_office_is_its_own(head, owner):
    assert owners(f"{head}\n{PLAN}") == [(owner, "未来工作重点")]


def test_the_one_organ_of_which_a_paragraph_speaks_owns_what_it_gives_nobody():
    text = "账本的第三页是市妇联。11月底前为2万名妇女做完“两癌”免费筛查。"
    assert [one.agency_name for one in found(text).commitments] == ["市妇联"]
    assert not found(text.replace("市妇联", "市妇联，还有市残联")).commitments


@pytest.mark.parametrize("aside", ["小李在市妇联上班", "投诉转到市妇联后很快解决", "这是对市妇联的肯定", "李某向市妇联求助", "资金来自市妇联", "与市妇联隔街相望的地块空了多年"])
def test_an_organ_that_is_only_mentioned_on_the_way_owns_nothing(aside):
    assert not found(f"{aside}。今年将新增车位300个。").commitments
