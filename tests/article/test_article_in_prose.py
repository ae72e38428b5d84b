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


@pytest.mark.parametrize("who", ["全市工会", "全市法院", "全县公安机关"])
def test_one_body_of_many_houses_has_a_name(who):
    assert [one[:3] for one in deeds(f"今年{who}将推出8项便民举措。")] == [(who, "便民举措", 8)]


@pytest.mark.parametrize("who", ["全市", "全市各部门"])
def test_everybody_is_nobody(who):
    assert [one[0] for one in deeds(f"今年{who}将推出8项便民举措。")] in ([None], [])


def test_the_points_of_a_talk_are_of_who_gives_it():
    text = "市总工会今年这样干\n——在阵地建设上，市总工会新建驿站50个，9月底前挂牌。\n——在技能提升上，启动“匠心启航”三年行动，到2028年新增技能人才1.2万人。"
    assert [(one[0], one[1]) for one in deeds(text)] == [("市总工会", "新建驿站50个"), ("市总工会", "“匠心启航”三年行动")]


@pytest.mark.parametrize("aim", ["目标年底前改善全市60处路口", "目标是到2027年新增站点300个"])
def test_what_a_set_is_to_reach_is_no_deed_beside_it(aim):
    text = f"市交通局启动“安心步行三箭”，包括“路口退缩”“人行道畅通”“行人时相”，{aim}。"
    assert [one[1] for one in deeds(text)] == ["“安心步行三箭”"]


@pytest.mark.parametrize(
    ("text", "owner", "name"),
    [
        ("区财政局设立养老服务奖补资金800万元，对达标的机构每家奖补5万元。", "区财政局", "设立养老服务奖补资金800万元"),
        ("市社会局将于今年底前再成立关怀据点4处。", "市社会局", "成立关怀据点4处"),
        ("青溪水务集团有限公司　客户服务 > 常见问题\nQ1：报修没人来怎么办？\nA：9月1日起集团实行“用水管家”服务，每个社区配1名管家。", "青溪水务集团", "“用水管家”服务"),
        ("河西实验学校\n致家长的一封信\n我们很高兴。自10月10日起，学校体育馆每周六向周边居民免费开放。\n河西实验学校\n2026年8月20日", "河西实验学校", "每周六向周边居民免费开放"),
    ],
)
def test_funds_posts_services_and_the_houses_of_a_house(text, owner, name):
    assert [one[:2] for one in deeds(text)] == [(owner, name)]


@pytest.mark.parametrize("text", ["市财政局投入资金5亿元。", "市教育局将成立工作专班3个。", "区财政局去年设立养老服务奖补资金800万元。"])
def test_money_and_posts_within_are_none(text):
    assert deeds(text) == []


@pytest.mark.parametrize(
    ("text", "owner", "title"),
    [
        ("县气象局去年在山洪沟口装了9台雨量计，汛期前还要装15台。", "县气象局", "雨量计装15台"),
        ("市民政局负责人说，今年把家庭病床从320张扩到500张。", "市民政局", "家庭病床从320张扩到500张"),
        ("市城管局答应，最迟9月底新装路灯80盏。", "市城管局", "新装路灯80盏"),
        ("县供电公司说，迎峰度夏前新增变压器33台。", "县供电公司", "新增变压器33台"),
        ("市体育局将开放操场12个，每天早晚各开放40分钟。", "市体育局", "开放操场12个"),
    ],
)
def test_plain_words_promise_as_well(text, owner, title):
    assert [(one.agency_name, one.items[0].title) for one in found(text).commitments] == [(owner, title)]


def test_what_a_shopkeeper_tells_is_a_story():
    assert deeds("小店负责人说，以后每天将多卖300碗。") == []


@pytest.mark.parametrize(
    ("text", "owner", "title", "due"),
    [
        ("市水务局副局长刘航表态：东湖小区二次供水泵房9月底前移交。", "市水务局", "东湖小区二次供水泵房", "2026-09-30"),
        ("市城管局明确，全区公厕年底前全部装上感应灯。", "市城管局", "全区公厕", "2026-12-31"),
        ("区住建局答应，老楼灯具6月底前全部换成声控灯。", "区住建局", "老楼灯具", "2026-06-30"),
        ("市图书馆自7月起周末开放到21时。", "市图书馆", "周末开放到21时", "2026-07-01"),
        ("市妇幼保健院贴出通知，6月1日起增设夜间诊室3间。", "市妇幼保健院", "增设夜间诊室3间", "2026-06-01"),
        ("市民政局拿出300万元，新建助餐点12个。", "市民政局", "新建助餐点12个", None),
        ("县水利局筹资2000万元，改造泵站5座。", "县水利局", "改造泵站5座", None),
    ],
)
def test_whatever_is_to_be_done_by_a_day_or_with_money(text, owner, title, due):
    assert [(one.agency_name, one.items[0].title, one.items[0].due) for one in found(text).commitments] == [(owner, title, due)]


@pytest.mark.parametrize(
    "text",
    [
        "县医院食堂营业到20时。",
        "市民政局去年拿出300万元，新建助餐点12个。",
        "市民政局拿出300万元，新建助餐点12个，已全部开门。",
        "市民张先生拿出30万元，修建凉亭2座。",
    ],
)
def test_what_is_so_or_was_given_is_none(text):
    assert deeds(text) == []
