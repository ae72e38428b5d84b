"""What one work consists of, what is made along with it and what comes of it are no deeds beside it."""

from __future__ import annotations

import pytest
from short_texts import deeds


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县水务局计划投资3000万元整治东沟河5公里河道，新建护岸、清淤2万立方米，10月底前完工。", ["整治东沟河5公里河道"]),
        ("市水利局将治理白浪渠上游12.5公里渠段，加固堤防、改造涵闸9座。", ["治理白浪渠上游12.5公里渠段"]),
        ("市交通局拟在校门以东增设过街灯1处，并同步施划斑马线，目前设计已完成，5月底前可投入使用。", ["增设过街灯1处"]),
        ("市水利局将新建水闸3座，并配套新建管理用房，年底前完工。", ["新建水闸3座"]),
        ("市民政局推进两所养老院建设，新增床位600张。", ["推进两所养老院建设"]),
        ("市政府2026年工作要点\n推进城南小学、职教中心、北苑幼儿园3个项目建设，新增学位1850个。", ["项目"]),
        # two things, each with its own number or day
        ("市住建局将改造小区12个，加装电梯30部，年底前完工。", ["改造小区12个", "加装电梯30部"]),
        ("市住建局将改造小区12个，并启动南湖大桥建设，年底前通车。", ["改造小区12个", "南湖大桥建设"]),
        ("市园林局将新建绿道12公里，改造公园6座。", ["新建绿道12公里", "改造公园6座"]),
    ],
)
def test_one_work_is_one_deed(text, names):
    assert [one[1] for one in deeds(text)] == names
