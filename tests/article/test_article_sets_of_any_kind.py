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
