"""What is given to an organ that is told behind it: 沿线37盏路灯，则由某办单独更换, “夜跑道”由某局先行试点."""

from __future__ import annotations

import pytest
from short_texts import deeds, found

GIVEN = {
    "此外，新华路沿线的14处破损站牌，由区交通局单独列项更换，4月底前完成。": ("区交通局", "更换新华路沿线的14处破损站牌", "14", "2026-04-30"),
    "落选项目中，“河滨夜跑道”由区体育局先行试点，在东岸、西岸两处修建。": ("区体育局", "“河滨夜跑道”", None, None),
    "西门菜场改造则由区商务局牵头推进，9月底前开业。": ("区商务局", "西门菜场改造", None, "2026-09-30"),
    "该片区的4条背街小巷均由桥东街道分批整治，9月底前全部见新。": ("桥东街道", "整治该片区的4条背街小巷", "4", "2026-09-30"),
    "垃圾中转站迁建则由县城管局单独立项。": ("县城管局", "垃圾中转站迁建", None, None),
    "沿河的8盏景观灯，由区园林局限期修复。": ("区园林局", "修复沿河的8盏景观灯", "8", None),
}


@pytest.mark.parametrize("text", GIVEN)
def test_what_is_given_to_somebody_is_his(text):
    (one,) = found(text).commitments
    item = one.items[0] if one.items else None
    assert (one.agency_name, one.name, item and item.target_quantity, item and item.due) == GIVEN[text]


@pytest.mark.parametrize("how", ["由县水务局建立清单，逐口销号", "由县水务局逐一建档、限期整改", "则由县水务局列出台账，一井一策，逐口化解"])
def test_what_is_worked_off_one_by_one_is_a_list(how):
    assert [one[:3] for one in deeds(f"对排查出的33口“带病水井”，{how}。")] == [("县水务局", "排查出的33口“带病水井”", 33)]


@pytest.mark.parametrize(
    "text",
    [
        "这3座水库由县水利局修建，1974年竣工。",
        "去年的12处塌方由公路段修复，历时两个月。",
        "东门小学教学楼由区教育局建设，总投资3200万元。",
        "困难群众医疗费用由县医保局落实报销。",
        "5名未成年人由区民政局落实监护。",
        "养护所需经费由区财政局统筹安排。",
        "如有破损，由房屋产权单位维修。",
        "这一做法由市城管局率先推行，各地可以借鉴。",
        "“一窗通办”改革由市政务局牵头推进，成效明显。",
        "全市的路灯由市城管局统一维修，热线为12319。",
        "对检查发现的15个问题，由区纪委跟踪督办。",
        "会议由县交通局主持召开，对12座桥梁的管养提出意见。",
        "上述任务中的5项重点工程由市交通局组织实施。",
    ],
)
def test_what_is_only_told_by_whom_is_no_promise(text):
    assert deeds(text) == []
