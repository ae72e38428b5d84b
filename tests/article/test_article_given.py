"""To whom a sentence gives what: 由甲局负责…，由乙局负责…, 支持甲局实施…, 分别, 该局, the organ before a set."""

import pytest
from article_gold import agency
from short_texts import found, owners_of

from tracker.article import extract

SCHOOLS, PITCHES = ["新建学校3所"], ["建设足球场10片"]


@pytest.mark.parametrize(
    "text",
    [
        "由市教育局负责新建学校3所，由市体育局负责建设足球场10片。",
        "由市教育局牵头新建学校3所，由市体育局牵头建设足球场10片。",
        "市政府决定，由市教育局负责新建学校3所，由市体育局负责建设足球场10片。",
        "市政府决定由市教育局负责新建学校3所，市体育局负责建设足球场10片。",
        "今年新建学校3所，由市教育局负责；建设足球场10片，由市体育局负责。",
        "今年将新建学校3所，由市教育局牵头，建设足球场10片，由市体育局牵头。",
        "由市教育局牵头，将新建学校3所，由市体育局牵头，将建设足球场10片。",
    ],
)
def test_each_charge_has_its_own_work(text):
    assert owners_of(text) == [("市教育局", SCHOOLS), ("市体育局", PITCHES)]


def test_a_charge_goes_before_who_decides():
    assert owners_of("市政府决定，由市住建局负责改造老旧小区12个。") == [("市住建局", ["改造老旧小区12个"])]


def test_who_leads_goes_before_those_who_carry_it_out():
    (one,) = found("由市教育局牵头，市财政局、市住建局配合，实施八大工程。").commitments
    assert (one.agency_name, one.joint) == ("市教育局", ("市财政局", "市住建局"))


def test_who_does_a_part_of_the_work_does_not_own_the_whole():
    text = "市住建局将在年底前筹集公租房2600套，由市住房保障中心负责分配。"
    assert [owner for owner, _ in owners_of(text)] == ["市住建局"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("市财政局下达资金，支持市教育局实施八大工程。", "市教育局"),
        ("市财政局全力支持市教育局实施八大工程。", "市教育局"),
        ("市财政局下达资金5亿元，支持各区县实施八大工程。", "各区县"),
        ("市财政局支持下，市教育局实施八大工程。", "市教育局"),
        ("市财政局支持下，各高校实施八大工程。", None),
        ("在市财政局大力支持下，市教育局实施八大工程。", "市教育局"),
        ("市财政局安排资金，支持企业实施八大工程。", "市财政局"),
        ("市科技局推动全市实施八大工程。", "市科技局"),
    ],
)
def test_whoever_is_supported_owns_the_deed(text, owner):
    (one,) = found(text).commitments
    assert (one.agency_name, one.joint) == (owner, ())


def test_several_owners_of_as_many_sets_have_one_each():
    text = "团市委、市妇联、市总工会今年将分别推出八项举措、五项服务、三大行动。"
    told = [(one.agency_name, one.declared_count, one.joint) for one in found(text).commitments]
    assert told == [("团市委", 8, ()), ("市妇联", 5, ()), ("市总工会", 3, ())]
    assert owners_of("市教育局、市体育局将分别新建学校3所、建设足球场10片。") == [("市教育局", SCHOOLS), ("市体育局", PITCHES)]


def test_several_owners_of_one_set_are_a_doubt():
    (one,) = found("团市委、市妇联、市总工会分别推出三大行动。").commitments
    assert one.confidence == "check" and "分别" in one.reason
    (together,) = found("团市委、市妇联、市总工会推出三大行动。").commitments
    assert "分别" not in together.reason


@pytest.mark.parametrize("word", ["该局", "该单位"])
def test_an_organ_that_is_only_pointed_at_is_the_nearest(word):
    text = f"市民政局将建设老年食堂60家。市卫健委将建立健康档案20万份。{word}还将开展“健康月”活动。"
    one = found(text).commitments[-1]
    assert (one.agency_name, one.name, one.confidence) == ("市卫健委", "“健康月”活动", "check")
    assert "该局" in one.reason


def test_an_organ_that_is_pointed_at_where_no_other_is_named():
    one = found("市民政局将建设老年食堂60家。该局还将开展“健康月”活动。").commitments[-1]
    assert (one.agency_name, one.confidence) == ("市民政局", "likely")
    assert "前文" in one.reason


@pytest.mark.parametrize("says", ["分别是：", "分别是", "包括"])
def test_the_organ_before_its_set(says):
    (one,) = found(f"市财政局的三项举措{says}减税、降费、贴息。").commitments
    assert (one.agency_name, [item.title for item in one.items]) == ("市财政局", ["减税", "降费", "贴息"])


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("市政府将办好民生。市人民医院东院区10月底前建成投用，城乡低保标准将提高到850元。", "市政府"),
        ("市文旅局公布计划。原市警察署大楼规划为展馆，6月动工。将新建书房5处。", "市文旅局"),
        ("市人民医院今年将新增床位200张。同时将开展义诊30场。", "市人民医院"),
        ("中国银行某某省分行将建设网点5个。", "中国银行某某省分行"),
        ("江苏移动将建设基站300个。", "江苏移动"),
    ],
)
def test_a_house_that_is_built_owns_nothing(text, owner):
    assert {one.agency_name for one in found(text).commitments} == {owner}


def test_a_collective_owner_is_called_so():
    (one,) = found("各街道将新建口袋公园60个。").commitments
    assert one.confidence == "likely" and "统称" in one.reason


def test_an_owner_that_the_text_does_not_write_is_said_to_be_inferred():
    text = "政府工作报告\n——2026年2月1日在临川市第六届人民代表大会第一次会议上\n各位代表：\n今年将新建口袋公园60个。\n"
    (one,) = found(text).commitments
    assert (one.agency_name, one.confidence) == ("临川市人民政府", "likely")
    assert "推断" in one.reason and "前文" not in one.reason


@pytest.mark.parametrize("known", ["市教育局", "市水利局", "民政局"])
def test_that_the_directory_lacks_an_agency_makes_no_commitment_less_sure(known):
    """Whichever others it has, and however near they are: the same words are as sure as ever."""
    text = "市教育局将新建学校5所。\n市民政局将建设老年食堂60家。该局还将开展“健康月”活动。"
    of_text = extract(text, [agency("JYJ", known)]).commitments
    assert [one.confidence for one in of_text] == ["sure", "sure", "check"] and not any("名录" in one.reason for one in of_text)
