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


TALK = """“让菜篮子更近些”
{title}
记者：有人建议每个小区都开。
田望舒：这不现实。去年试开5家菜店，居民欢迎。这件事我们和市商务局一起做，商务局找地方、我们配货，到9月底增加到18家，覆盖26个小区。
记者：价格呢？
田望舒：目前没有涨价的打算。
"""


@pytest.mark.parametrize("title", ["——访青溪市供销集团董事长田望舒", "专访青溪市供销集团党委书记田望舒", "对话青溪市供销集团总经理田望舒"])
def test_who_is_visited_speaks_for_his_house(title):
    assert [(one[0], one[1]) for one in deeds(TALK.format(title=title))] == [("青溪市供销集团", "菜店增加到18家")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("市教育局去年试开3条通学线，家长认可，到9月开学增加到12条。", "通学线增加到12条"),
        ("市商务局去年办起6家社区菜店。下一步，到10月增加到15家。", "社区菜店增加到15家"),
    ],
)
def test_what_there_will_be_is_called_after_what_there_was(text, title):
    assert [one[3][0][0] for one in deeds(text)] == [title]


def test_the_hours_of_a_house_are_its_own_in_its_letter():
    letter = "河西实验学校\n致全体家长的一封信\n尊敬的家长：\n我们将新开社团课12门；对下班晚的家庭，校内托管延至19:30，不另收费。\n河西实验学校\n2026年1月20日"
    assert [(one[0], one[1]) for one in deeds(letter)] == [("河西实验学校", "新开社团课12门"), ("河西实验学校", "校内托管延至19:30")]
