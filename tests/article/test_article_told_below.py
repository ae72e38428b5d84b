"""A set whose members the paragraphs below it tell of, clause by clause."""

import pytest
from short_texts import deeds

LEAD = "2月1日，白鹿市人大代表票决产生了2026年市政府民生实事项目7件。\n据介绍，去年9月起共收到意见建议900余条。\n"
BELOW = (
    "读书看戏有去处。今年，市政府将新建街头书房12家；开展“戏进茶馆”演出80场；为3000名盲人读者送书上门。\n"
    "老城古迹得修缮。修缮牌楼5座；疏浚内河18公里；完成古树建档900株；打通断头巷6条。\n"
)


def members(text):
    return [title for _, _, declared, items in deeds(text) if declared for title, *_ in items]


def test_just_so_many_clauses_are_the_members():
    assert members(LEAD + BELOW) == [
        "新建街头书房12家", "开展“戏进茶馆”演出80场", "为3000名盲人读者送书上门", "修缮牌楼5座", "疏浚内河18公里", "完成古树建档900株", "打通断头巷6条",
    ]
    assert len(deeds(LEAD + BELOW)) == 1


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("7件", "9件"),
        ("修缮牌楼5座", "市文旅局修缮牌楼5座"),
        ("疏浚内河18公里", "已疏浚内河18公里"),
        ("；", "，"),
    ],
)
def test_otherwise_they_are_not(words, others):
    assert len(members((LEAD + BELOW).replace(words, others))) != 7
