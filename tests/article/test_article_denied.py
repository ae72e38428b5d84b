"""What a sentence takes back of its promise, and what of it only looks so."""

import pytest

from tracker.article import extract


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("市教育局暂不实施“校安”“薄改”两大工程。", "原文写明不办"),
        ("市教育局没有新建学校5所的计划。", "原文写明不办"),
        ("市教育局原计划新建学校5所，后因故取消。", "原文写明不办"),
        ("市教育局拟研究新建学校5所的可行性。", "原文写明不办"),
        ("市体育局拟新建球场4片，目前尚未获批。", "原文写明不办"),
        ("市水利局规划建设水闸3座，暂未立项。", "原文写明不办"),
        ("区教育局反馈，该片区规划有小学2所，尚未列入年度计划。", "原文写明不办"),
        ("市交通局拟增设站亭20座，将另行研究。", "原文写明不办"),
        ("议员质询时要求两年内设置路灯300处，交通局回应将纳入评估。", "原文写明不办"),
        ("市教育局五年来实施“校安”“薄改”两大工程，全市学校面貌焕然一新。", "已经完成"),
        ("市教育局近年来大力推进“校安”“薄改”两大工程。", "已经完成"),
        ("市教育局去年实施“校安”“薄改”两大工程。", "已经完成"),
        ("市教育局先后实施“校安”“薄改”两大工程。", "已经完成"),
        ("市水利局相继启动5座水库除险加固。", "已经完成"),
        ("市民政局推出“助老”“扶幼”“济困”三大政策，成效卓著。", "已经完成"),
        ("社會局推動「青春」、「長青」、「安居」三大政策，成效卓著，獲衛生福利部評定為特優。", "已经完成"),
    ],
)
def test_what_is_not_to_be_done_is_left_out(text, reason):
    found = extract(text)
    assert not found.commitments
    assert [one.reason[: len(reason)] for one in found.left_out] == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "市民要求增设路灯30盏，市城管局表示将于年底前安装到位。",
        "市住建局将新建公厕20座，选址经评估后公布。",
        "市水利局计划新建水闸3座，已列入年度计划。",
        "市教育局实施“校安”“薄改”两大工程。",
        "市教育局不断推进“校安”“薄改”两大工程。",
        "市教育局去年启动试点，今年继续实施“校安”“薄改”两大工程。",
        "市教育局在近年来工作的基础上，将新建学校5所。",
        "市政务服务局将新设服务窗口5个，取消证明材料20项。",
        "市卫健委将新建发热门诊5个，取消药品加成。",
        "市教育局将新设托管点12个，停办不合格机构。",
        "市教育局今年以来实施“校安”“薄改”两大工程。",
        "市教育局今年将先后实施“校安”“薄改”两大工程。",
        "市教育局先后实施“校安”“薄改”两大工程，预计年底完工。",
        "市教育局2026年工作安排\n一、办学条件。市教育局先后实施“校安”“薄改”两大工程。",
        "市教育局原计划6月完成的学校改造5所，将于9月底前完成。",
    ],
)
def test_what_goes_on_is_proposed(text):
    assert extract(text).commitments


@pytest.mark.parametrize("condition", ["如果资金到位", "视资金情况", "条件成熟时", "一旦获批"])
def test_what_waits_for_something_is_to_be_checked(condition):
    (one,) = extract(f"{condition}，市教育局将新建学校5所。").commitments
    assert (one.confidence, one.reason.split("；")[0][:7]) == ("check", "原文附有条件，")


def test_若干_is_no_condition():
    (one,) = extract("若干举措同时推出，市教育局将新建学校5所。").commitments
    assert one.confidence != "check"
