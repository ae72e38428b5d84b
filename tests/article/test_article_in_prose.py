"""What sentences of news and letters promise by other verbs: who is posted where, what is being renewed, what is done again and again."""

from __future__ import annotations

import pytest
from short_texts import deeds, found

SAID = {
    "城南交警大队答应，自4月7日起每个上学日早晚安排2名警力护学。": ("城南交警大队", "2"),
    "临江派出所承诺，每天安排4名民警护校。": ("临江派出所", "4"),
    "市公交集团国庆期间将安排接驳车40辆。": ("市公交集团", "40"),
    "城南消防大队将新购消防车3辆。": ("城南消防大队", "3"),
    "食环署现正分阶段翻新碧湖街市，涉及摊档60个，首阶段工程料于十月完成。": ("食环署", "60"),
}


@pytest.mark.parametrize("text", SAID)
def test_how_much_of_it_is_told(text):
    (one,) = found(text).commitments
    assert (one.agency_name, one.items[0].target_quantity) == SAID[text]


def test_a_phase_gives_no_day_to_the_whole():
    assert found("食环署现正翻新碧湖街市，首阶段工程料于十月完成。").commitments[0].due is None


@pytest.mark.parametrize("name", ["专家下基层", "名医到乡镇", "法律顾问进村居", "大戏送乡镇"])
@pytest.mark.parametrize("how", ["常态化开展", "持续开展", "定期组织"])
def test_what_goes_on_has_its_name(how, name):
    assert [one[:2] for one in deeds(f"市卫健委{how}“{name}”，方便群众。")] == [("市卫健委", f"“{name}”")]


@pytest.mark.parametrize(
    "text",
    [
        "市财政局今年将安排3000万元。",
        "昨天，区城管局安排12名队员清扫积雪。",
        "市交警支队已安排6名辅警疏导交通。",
        "会议将安排4名代表发言。",
        "镇政府翻新了文化广场。",
        "去年，市园林局翻新人民公园。",
        "市委宣传部持续开展“理论宣讲进基层”。",
        "市委持续开展“我为群众办实事”。",
    ],
)
def test_what_is_told_of_work_done_or_of_talk_is_none(text):
    assert deeds(text) == []
