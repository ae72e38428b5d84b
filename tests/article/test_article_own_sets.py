"""What an office has on its list or leads: 今年的实事项目包括甲、乙、丙; 牵头实施甲、乙、丙等5项; 将推进以下工作： over lines with bullets."""

import pytest
from short_texts import deeds, found

THREE = ["法律服务站建设", "门诊延时开放", "绿道贯通"]
ROW = "、".join(THREE)


def told(text):
    """(owner, name, declared, titles) of each commitment."""
    return [(owner, name, declared, [title for title, *_ in items]) for owner, name, declared, items in deeds(text)]


@pytest.mark.parametrize("owner", ["市司法局", "县卫健委", "工务局", "市总工会"])
@pytest.mark.parametrize("content", ["包括", "主要包括", "涉及", "涵盖", "分别是", "有"])
@pytest.mark.parametrize(
    ("own", "name"), [("今年的实事项目", "实事项目"), ("2026年民生项目", "民生项目"), ("为民办实事项目", "为民办实事项目"), ("推出的惠民举措", "惠民举措"), ("今年重点任务", "重点任务")]
)
def test_what_the_list_of_an_office_holds_needs_no_verb(owner, own, name, content):
    for tail, declared in {"": None, "三项": 3, "3方面": None, "等5项": 5}.items():
        assert told(f"{owner}{own}{content}{ROW}{tail}。") == [(owner, name, declared, THREE)]


def test_whose_the_list_is_may_stand_before_的():
    assert told(f"市教育局的民生实事分别是{ROW}。") == [("市教育局", "民生实事", None, THREE)]


@pytest.mark.parametrize("text", ["市司法局去年的实事项目包括{}。", "市司法局2024年实事项目包括{}。", "市司法局已完成{}等5项。", "市司法局承办提案、建议、信访12件。", "市司法局重点项目有{}，均已开工。", "市司法局重点任务是什么、怎么办，要心中有数。"])
def test_a_list_that_is_over_or_comes_from_outside_is_not_promised(text):
    assert told(text.format(ROW)) == []


def test_what_is_had_or_led_without_a_day_is_likely():
    for text in (f"市司法局重点工作有{ROW}。", f"市司法局负责{ROW}等5项。"):
        assert [one.confidence for one in found(text).commitments] == ["likely"]
    assert [one.confidence for one in found(f"市司法局今年实事项目有{ROW}，将于年底前完成。").commitments] == ["sure"]


def test_fields_are_no_deeds():
    assert [items for *_, items in told("市教育局今年的实事项目涉及教育、医疗、住房3方面。")] in ([], [[]])


@pytest.mark.parametrize("leads", ["牵头实施", "牵头", "负责实施", "承担", "领办"])
def test_a_number_without_a_noun_counts_what_an_office_leads(leads):
    text = f"区教育局{leads}{ROW}等5项；区卫健局{leads}4项，包括夜间门诊、疫苗接种、上门体检、康复训练。"
    assert told(text) == [
        ("区教育局", f"{ROW}等5项", 5, THREE), ("区卫健局", "4项", 4, ["夜间门诊", "疫苗接种", "上门体检", "康复训练"]),
    ]  # fmt: skip


@pytest.mark.parametrize("content", ["涉及", "包括"])
def test_the_parts_of_a_named_thing_are_its_items(content):
    (one,) = found(f"市邮政管理局实施“快递进村”工程，{content}站点建设、车辆配备、人员培训三项内容。").commitments
    assert [item.title for item in one.items] == ["站点建设", "车辆配备", "人员培训"]


@pytest.mark.parametrize("lead_in", ["将重点推进以下工作", "下一步将抓好如下任务", "将做好下列几方面工作"])
@pytest.mark.parametrize("bullet", ["——", "● ", "- "])
def test_lines_with_bullets_are_members_without_a_count(lead_in, bullet):
    lines = ["加快保障房建设，今年筹集保障房8000套。", "推动老旧小区改造，9月底前改造小区56个。", "开展物业提升行动。"]
    (one,) = found(f"市住建局{lead_in}：\n" + "\n".join(bullet + line for line in lines) + "\n会议还通报了情况。\n").commitments
    assert one.agency_name == "市住建局"
    assert [(item.title, item.target_quantity, item.due) for item in one.items] == [
        ("加快保障房建设，今年筹集保障房8000套", "8000", "2026"), ("推动老旧小区改造，9月底前改造小区56个", "56", "2026-09-30"), ("开展物业提升行动", None, None),
    ]  # fmt: skip
