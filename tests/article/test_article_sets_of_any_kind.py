"""A set is one whatever is counted: 两条断头路, 等26个“即训即用”专班, “三零”服务, 惠民十条."""

import pytest
from short_texts import deeds

MEMBERS = ("站前整治", "路口改造", "停车转乘")
ALL = ["“三零”服务", "“三路并进”策略", "三大亮点", "三处渔港疏浚工程", "三条断头路", "三件事", "三张清单", "三个特色专区", "三大板块", "三场硬仗", "三项专项整治"]
SOME = ["等惠民十条", "等便民九条措施", "等9项内容的“返乡”套餐", "等6个“即训即用”专班", "等8项“一件事”", "等10门课程", "等6类服务", "等10个“一码通”", "等12条举措"]


@pytest.mark.parametrize("verb", ["推出", "实行", "推进", "提出", "开办", "将办好", "将开展"])
def test_the_members_before_it_are_its_items(verb):
    for set_of in ALL + SOME:
        ((owner, _, declared, items),) = deeds(f"市水务局{verb}{'、'.join(MEMBERS)}{set_of}，年底前完成。")
        assert (owner, tuple(title for title, *_ in items)) == ("市水务局", MEMBERS), set_of
        assert declared == 3 if set_of in ALL else declared > 3


@pytest.mark.parametrize(
    "text",
    [
        "市民政局将覆盖老人、儿童、妇女三类群体。",
        "市教育局荣获甲、乙、丙三项荣誉。",
        "市人社局已开办电工、焊工、钳工三门课程。",
        "区纪委推动思想、组织、作风三个建设。",
        "市民卡提供13个区公所、13个图书馆等26个申办地点。",
        "市住建局落实专人、专班、专账三项制度。",
        "市公安局整治抢劫、盗窃、诈骗三类案件。",
        "市交通局治理超限、超载、超速三种行为。",
        "市公安局推进人防、物防、技防三道防线建设。",
        "市文旅局落实安全、消防、卫生三项责任。",
        "市科技局实施企业、高校、院所三类主体培育。",
    ],
)
def test_what_is_only_counted_is_none(text):
    assert deeds(text) == []


@pytest.mark.parametrize(
    ("text", "declared", "titles"),
    [
        ("县水务局在各站开展“五必到”工作，做到爆管必到、停水必到、投诉必到等。", 5, ("爆管必到", "停水必到", "投诉必到")),
        ("县水务局推行“三必到”服务，爆管必到、停水必到、投诉必到。", 3, ("爆管必到", "停水必到", "投诉必到")),
        ("县水务局开展“三送”活动，送桶装水、送滤芯、送检测。", 3, ("送桶装水", "送滤芯", "送检测")),
        ("县水务局落实“三必查”制度：管网必查、泵房必查、水表必查。", 3, ("管网必查", "泵房必查", "水表必查")),
    ],
)
def test_members_that_repeat_the_word_of_the_name_are_its_members(text, declared, titles):
    assert [(one, tuple(title for title, *_ in items)) for _, _, one, items in deeds(text)] == [(declared, titles)]


@pytest.mark.parametrize("text", ["县水务局的“五必到”工作得到肯定。", "县水务局总结“五必到”经验，爆管必到、停水必到。", "县水务局开展“两必到”工作，爆管必到、停水必到、投诉必到。"])
def test_a_name_that_only_is_told_or_counts_otherwise_is_no_set(text):
    assert deeds(text) == []
