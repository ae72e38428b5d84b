"""The last day of several, and the day on which something only begins."""

from __future__ import annotations

import pytest

from tests.article.short_texts import deeds, found


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("县人社局将于5月25日至26日举办招聘会2场。", "2026-05-26"),
        ("县人社局将于5月25日到30日发放补贴券2000张。", "2026-05-30"),
        ("县人社局将于5月25日前发放补贴券2000张。", "2026-05-25"),
        ("市林业局将于3月中旬启动“春雨”“锁沙”两项行动。", None),
        ("市林业局将于3月底启动“春雨”行动。", None),
        ("市林业局将于3月底前启动“春雨”行动。", "2026-03-31"),
        ("市林业局将在3月底前完成“春雨”“锁沙”两项行动。", "2026-03-31"),
    ],
)
def test_by_which_day(text, due):
    (one,) = found(text).commitments
    assert {one.due, *(item.due for item in one.items)} <= {due, None} and (due in {one.due, *(item.due for item in one.items)})


BROKEN = """县政府办公室关于印发民生实事清单的通知如下，请各单
位认真抓好落实，按时完成各项任务：县政府今年办好2件
实事：
1.新建公办幼儿园。在城南新区和工业园区新建幼儿园2
所，新增学位540个，8月底前投用。牵头单位：县教育局
2.改造农村公路。改造路段73公里，涉及6个乡镇，10月
底前完工。牵头单位：县交通局
另外，省级下达我县的农田建设任务2.3万亩，由县农业局
另行组织实施，9月底前完成。
有关要求：
（一）加强组织领导。各牵头单位要成立工作专班，3月10
日前将实施方案报县政府办公室备案。
"""


def test_a_line_that_tells_of_something_besides_begins_a_paragraph():
    assert ("县农业局", [("农田建设任务2.3万亩", "2.3", "万亩")]) in [(owner, items) for owner, _, _, items in deeds(BROKEN)]
