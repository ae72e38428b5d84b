"""What an organ is said to do for people now: sent out, again and again, or opened; and what is only told of them."""

import pytest
from short_texts import deeds, owners_of

SERVING = [
    ("市卫健局组织市级医院专家组成9支巡诊队，每月到村卫生室坐诊不少于一次。", "市卫健局", "9"),
    ("市交通局、市公交集团联合开通6条学生定制公交线路，串联老城区和大学城。", "市交通局", "6"),
    ("海阳师范学院组织青年教师利用假期赴8个山区县开展支教，每学期不少于一轮。", "海阳师范学院", "8"),
    ("市科技局选派科技特派员120名下乡服务果农。", "市科技局", "120"),
    ("县医院组织医生25名上门巡诊。", "县医院", "25"),
    ("县农业局选派15名农技员进村入户。", "县农业局", "15"),
    ("市一中结对帮扶5所乡镇中学，每学期送教不少于20节。", "市一中", "5"),
    ("市民政局在主城区布局助餐点18个。", "市民政局", "18"),
]
TOLD = [
    "县委组织部选派150名干部到乡镇任职。",
    "市教育局组织12名同志外出考察。",
    "县公安局组织民警300人次开展夜巡。",
    "县农业局选派了15名农技员进村入户。",
    "去年，市科技局选派科技特派员120名下乡。",
    "市农业局组织专家60名下乡，帮助农户解决难题300余个。",
    "县妇联组织志愿者120名进社区宣讲。",
    "县供销社工作亮点\n县供销社选派15名农技员进村入户。",
]


@pytest.mark.parametrize(("text", "owner", "number"), SERVING)
def test_who_serves_people_now_is_found(text, owner, number):
    assert [(who, [quantity for _, quantity, _ in items]) for who, _, _, items in deeds(text)] == [(owner, [number])]


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_of_people_is_none(text):
    assert deeds(text) == []


def test_a_title_that_wants_its_answers_better_is_no_review():
    assert owners_of("让民生答卷更有分量\n县残联为900名困难儿童免费适配助听器。") == [("县残联", ["为900名困难儿童免费适配助听器"])]
    assert owners_of("一份暖心的民生答卷\n县残联为900名困难儿童免费适配助听器。") == []


@pytest.mark.parametrize("more", ["以上", "左右", ""])
def test_courses_are_counted_in_terms(more):
    assert [items for *_, items in deeds(f"县林业局年内开展技术培训20期{more}。")] == [[(f"开展技术培训20期{more}", "20", "期")]]


@pytest.mark.parametrize("title", ["县直单位办实事见闻", "“我为群众办实事”实践活动综述", "学校“办实事”侧记"])
def test_a_feature_on_deeds_for_people_tells_in_the_present(title):
    assert owners_of(f"{title}\n县公安局在城区6所小学门口设立“护学岗”。") == [("县公安局", ["在城区6所小学门口设立“护学岗”"])]


def test_what_is_left_is_called_after_what_the_sentence_began_with():
    assert [name for _, name, _, _ in deeds("县民政局为低保老人免费安装“一键呼叫”设备，目前已安装410户，剩余150户5月底前装完。")] == ["为低保老人免费安装“一键呼叫”设备"]
