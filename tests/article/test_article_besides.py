"""What some of the things that were told of are to have besides: 其中6座还将增设更衣室, with a day of their own."""

from __future__ import annotations

import pytest
from short_texts import found

BESIDES = {
    "市总工会将建设驿站60个，其中河东、河西等处的20个还将加装雨棚，9月底前完工。": [("建设驿站60个", None), ("20个加装雨棚", "2026-09-30")],
    "市教育局今年将改造食堂30个，其中12个还要配建净菜间，明年6月底前建成。": [("改造食堂30个", "2026"), ("12个配建净菜间", "2027-06-30")],
    "市交通局将新建公交站亭80座，其中15座还将加装电子站牌。": [("新建公交站亭80座", None), ("15座加装电子站牌", None)],
    "市园林局表示，7月起18座公园开放时间延长至22时，其中5座还将增设夜跑灯，8月底前启用。": [("18座公园开放时间延长至22时", "2026-07-01"), ("5座增设夜跑灯", "2026-08-31")],
    # parts of the whole, and no more than it
    "市住建局将改造小区20个，其中8个将于6月底前完工。": [("改造小区20个", None)],
    "市住建局将改造小区20个，其中8个已完工。": [("改造小区20个", None)],
    "市住建局将改造小区20个，其中新建城区8个，年底前完工。": [("改造小区20个", "2026-12-31")],
    "市水利局将建水闸6座，其中2座还将接受验收。": [("建水闸6座", None)],
}


@pytest.mark.parametrize("text", BESIDES)
def test_what_a_part_has_besides_is_a_deed(text):
    assert [(one.name, one.items[0].due) for one in found(text).commitments] == BESIDES[text]


@pytest.mark.parametrize(
    ("says", "owner"),
    [
        ("县城管局环卫股负责人介绍，这两项工作都由该局实施，此前关闭时间为22时。", "县城管局"),
        ("市园林局负责人说，上述措施由该局组织落实。", "市园林局"),
        ("市卫健委表示，这些工作均由该委负责。", "市卫健委"),
    ],
)
def test_whoever_says_that_it_is_his_owns_what_stands_before(says, owner):
    text = f"自5月1日起，20座公厕开放时间延长至24时，其中6座还将增设更衣室，10月底前启用。{says}"
    assert [(one.agency_name, one.items[0].due) for one in found(text).commitments] == [(owner, "2026-05-01"), (owner, "2026-10-31")]


def test_what_nobody_says_is_his_stays_nobodys():
    assert found("自5月1日起，20座公厕开放时间延长至24时。市民认为，这项工作由来已久。").commitments == ()
