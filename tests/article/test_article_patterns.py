"""Every pattern for itself: what it finds in a sentence, unjudged."""

import re
from datetime import date
from pathlib import Path

import pytest

import tracker.article
from tracker.article import extract, patterns
from tracker.article.cleaning import clean
from tracker.article.directory import Directory
from tracker.article.layout import unwrapped
from tracker.article.patterns import (
    amounts,
    behind_noun,
    counted,
    dated,
    decoys,
    facets,
    introduced,
    levers,
    numbered,
    open_ended,
    quoted,
    rollout,
)
from tracker.article.scene import scene_of
from tracker.article.structure import structured

TEXTS = Path(__file__).parent / "texts"


def scene(text):
    return scene_of(structured(unwrapped(clean(text))), Directory(), date(2023, 1, 1))


def run(find, text):
    here = scene(text)
    return [found for sentence in here.structure.sentences for found in find(here, sentence)]


def titles(found):
    return [item.title for item in found.items]


@pytest.mark.parametrize(
    ("text", "name", "kind", "declared", "items", "fields"),
    [
        ("推进学生减负、教师减压、心理关爱、近视防控四大专项行动", "四大专项行动", "action_group", 4, ["学生减负", "教师减压", "心理关爱", "近视防控"], []),
        ("列出食品安全、消费维权、登记注册等62项“为民”任务清单", "“为民”任务清单", "list", 62, [], ["食品安全", "消费维权", "登记注册"]),
        ("实施就业“定心”、帮扶“爱心”等“八大民心工程”", "八大民心工程", "project_group", 8, ["就业“定心”", "帮扶“爱心”"], []),
        ("开展“送岗位”“送技能”“送政策”三项行动", "三项行动", "action_group", 3, ["送岗位", "送技能", "送政策"], []),
        ("实施“学史力行、办好实事”、交房(交地)即发证2个项目", "项目", "project_group", 2, ["学史力行、办好实事", "交房(交地)即发证"], []),
        ("推出3个方面11大类30项惠民措施", "惠民措施", "list", 30, [], []),
        ("推进A改造、B改造和C改造三项工程", "三项工程", "project_group", 3, ["A改造", "B改造", "C改造"], []),
        ("推进住房和社会保障等12项工程", "工程", "project_group", 12, [], ["住房和社会保障"]),
        ("确定廿件民生实事", "廿件民生实事", "list", 20, [], []),
        ("梳理群众反映强烈的问题清单162件，逐一销号", "群众反映强烈的问题清单", "list", 162, [], []),
        ("共梳理出项目13个，涉及营商环境、社会保障、基础设施等领域", "项目", "project_group", 13, [], ["营商环境", "社会保障", "基础设施"]),
        ("落实24项精进对策", "精进对策", "list", 24, [], []),
        ("“打通最后一公里”水利惠民工程199个项目开工", "“打通最后一公里”水利惠民工程", "project_group", 199, [], []),
    ],
)
def test_counted(text, name, kind, declared, items, fields):
    (found,) = [*run(counted.find, text), *run(behind_noun.find, text)]
    assert (found.name, found.kind, found.declared) == (name, kind, declared)
    assert (titles(found), found.fields) == (items, fields)


@pytest.mark.parametrize("text", ["推出30余项措施", "推出近30项措施", "推出30多项措施"])
def test_counted_approximately(text):
    (found,) = run(counted.find, text)
    assert found.declared == 30 and found.approximate


@pytest.mark.parametrize(
    "text",
    ["第2项任务", "一批重点项目", "委托4个单位办理服务", "26个申办地点", "全球21大智慧城市奖", "5个工作日内办结", "3个工作组", "民生八大工程之一"]
    + ["没有列出十件实事", "纳入了20项民生工程", "12件候选民生项目", "办成实事46件"],
)
def test_not_counted(text):
    assert run(counted.find, text) == []


def test_facets_count_when_all_are_quoted():
    (found,) = run(facets.find, "从“甲务”、“乙务”、“丙务”三大面向来营造智慧校园")
    assert (found.name, titles(found)) == ("智慧校园", ["甲务", "乙务", "丙务"])
    assert run(facets.find, "结合艺术、古迹、老树三大面向") == []


def test_two_counts_in_a_clause_each_keep_their_own_members():
    first, second = run(counted.find, "推进甲改造、乙改造这2个示范项目和20项清单实施方案")
    assert (first.name, titles(first)) == ("示范项目", ["甲改造", "乙改造"])
    assert (second.name, second.declared, titles(second)) == ("清单实施方案", 20, [])


def test_the_quote_of_a_list_shows_its_end():
    text = "推进甲改造、乙改造、丙类旧厂房整体改造三项工程"
    (found,) = run(counted.find, text)
    assert text[found.place.start : found.place.end] == "丙类旧厂房整体改造三项工程"


@pytest.mark.parametrize(
    ("text", "name", "items"),
    [
        ("实施“我为企业减负担”“打击非法组织”专项行动", "专项行动", ["我为企业减负担", "打击非法组织"]),
        ("开展“清风”、“护苗”和“净网”行动", "行动", ["清风", "护苗", "净网"]),
        ("启动“绿满庭院”行动", "“绿满庭院”行动", []),
        ("启动“幸福台中倍增计划”", "“幸福台中倍增计划”", []),
        ("实施青少年心理健康服务“护航”项目", "“护航”项目", []),
    ],
)
def test_quoted(text, name, items):
    (found,) = run(quoted.find, text)
    assert (found.name, titles(found)) == (name, items)


@pytest.mark.parametrize("text", ["在“大走访”活动中", "“三大法宝”", "“共绘”规划师"])
def test_not_quoted(text):
    assert run(quoted.find, text) == []


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("推出惠企措施主要包括减税、贷款和用工", ["减税", "贷款和用工"]),
        ("实施民生工程分别是：新建学校；改造医院；修建公路。", ["新建学校", "改造医院", "修建公路"]),
        ("办好民生实事包括就业帮扶、托育服务以及养老助餐等", ["就业帮扶", "托育服务", "养老助餐"]),
    ],
)
def test_introduced(text, items):
    (found,) = run(introduced.find, text)
    assert titles(found) == items


def test_members_after_a_count():
    text = "10项实事为：A；B；C。"
    spans, is_open = introduced.members_after(clean(text).text, 5, len(text))
    assert not is_open and spans == []  # one character names nothing
    text = "10项实事为：建学校；修公路；办食堂。"
    spans, _ = introduced.members_after(clean(text).text, 5, len(text))
    assert [clean(text).text[s.start : s.end] for s in spans] == ["建学校", "修公路", "办食堂"]


def test_open_ended():
    (found,) = run(open_ended.find, "市公安局推出简化登记、优化车道、设置车位等措施")
    assert titles(found) == ["简化登记", "优化车道", "设置车位"] and found.open_list
    assert run(open_ended.find, "通过实地走访、集中座谈等措施") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("提速推进老旧小区改造。", "老旧小区改造"),
        ("开展以“办实事、解难题”为主题的权益保障专题活动", "权益保障专题活动"),
        ("及时出台文件便利群众进行二手车交易", "便利群众进行二手车交易"),
        ("开通学生定制公交专线，便利上学", "学生定制公交专线"),
        ("提速推进地下管网改造（市住建局牵头，市水务局配合）。", "地下管网改造"),
        ("加快老旧小区改造。", "老旧小区改造"),
    ],
)
def test_rollout(text, name):
    (found,) = run(rollout.find, text)
    assert found.name == name


@pytest.mark.parametrize(
    "text", ["加快体制改革", "推进作风建设", "推进高质量发展", "实施一批造福于民的项目工程", "推进制度建设", "开展系列活动", "实施《养老三年行动（2022—2024年）》"]
)
def test_no_rollout(text):
    assert run(rollout.find, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("今年将改造老旧小区3000个", [("改造老旧小区3000个", "3000", "个", "2023")]),
        ("计划新建公园5个、绿道20公里", [("新建公园5个", "5", "个", None), ("绿道20公里", "20", "公里", None)]),
        ("力争年底前筹集保障房11万套", [("筹集保障房11万套", "11", "万套", "2023-12-31")]),
        ("到2025年建成生活圈48个", [("建成生活圈48个", "48", "个", "2025")]),
        ("加快推进3.66万个地上、地下停车位建设", [("推进3.66万个地上、地下停车位建设", "3.66", "万个", None)]),
    ],
)
def test_amounts(text, found):
    items = [item for one in run(amounts.find, text) for item in one.items]
    assert [(i.title, i.quantity.shown, i.quantity.unit, i.due and i.due.text) for i in items] == found


@pytest.mark.parametrize("text", ["去年改造了小区3000个", "累计改造小区3000个", "新增就业20万人", "目标增长5%", "已建成公园5个，将继续推进"])
def test_no_amounts(text):
    assert run(amounts.find, text) == []


@pytest.mark.parametrize(
    ("text", "title", "due"),
    [
        ("某古迹修复工程于2022年12月开工，预计2024年3月16日竣工", "某古迹修复工程", "2024-03-16"),
        ("市图书馆新馆项目力争年底前建成", "市图书馆新馆项目", "2023-12-31"),
        ("明年某大桥完工通车后", "某大桥完工", "2024"),
    ],
)
def test_dated(text, title, due):
    (found,) = run(dated.find, text)
    assert (found.items[0].title, found.items[0].due.text) == (title, due)


@pytest.mark.parametrize("text", ["工程于2022年3月竣工", "2023年1月30日开馆", "年底前实现", "项目已于5月建成"])
def test_not_dated(text):
    assert run(dated.find, text) == []


def test_levers_and_decoys():
    assert [(f.name, f.reason) for f in run(levers.find, "以“三服务”活动、创建“先锋队”等为抓手，列出清单")] == [
        ("“三服务”活动", "lever"),
        ("“先锋队”", "lever"),
    ]
    assert [f.reason for f in run(decoys.find, "念好“四字诀”，“办事真方便啦。”居民高兴地说")] == ["slogan", "anecdote"]


NUMBERED = """\
市政府办好3件民生实事
一、新增学位1200个。牵头单位：市教育局
二、改造老旧小区15个（市住建局牵头），12月底前完成。
三、新建公园6座。
"""


def test_numbered_lines():
    (found,) = numbered.find(scene(NUMBERED))
    assert (found.name, found.declared, titles(found)) == ("民生实事", 3, ["新增学位1200个", "改造老旧小区15个", "新建公园6座"])
    assert [(i.quantity.shown, i.lead, i.due and i.due.text) for i in found.items] == [
        ("1200", "市教育局", None),
        ("15", "市住建局", "2023-12-31"),
        ("6", None, None),
    ]


def test_numbered_lines_with_texts_below_and_parts_in_place_of_their_group():
    text = "二、未来施政重点\n1、推动学苑\n104年度将结合社区大学办理，预计新设5处。\n2、微型贷款\n本府规划提供：\n(1)创业贷款\n最高可贷100万元。\n(2)就业贷款\n最高可贷50万元。\n"
    (found,) = [one for one in numbered.find(scene(text)) if len(one.items) == 3]
    assert titles(found) == ["推动学苑", "创业贷款", "就业贷款"]
    assert [(i.quantity.shown, i.quantity.unit) for i in found.items] == [("5", "处"), ("100", "万元"), ("50", "万元")]


def test_a_first_item_whose_number_was_lost():
    text = "(一)儿少福利\n本府规划福利政策。\n生育津贴\n每胎补助3万元，将持续办理。\n2、育儿津贴\n将每月补助3,000元。\n3、托育中心\n将增设5所。\n"
    (found,) = numbered.find(scene(text))
    assert titles(found) == ["生育津贴", "育儿津贴", "托育中心"]


def test_numbers_inside_a_paragraph():
    text = "县政府重点抓好3件实事。分别是：(1)新建西环路。(2)改造旧街区。(3)建设便民市场5处。"
    (found,) = numbered.find(scene(text))
    assert (found.declared, titles(found)) == (3, ["新建西环路", "改造旧街区", "建设便民市场5处"])


@pytest.mark.parametrize(
    "text",
    [
        "工作要求\n（一）加强组织领导。\n（二）强化督查考核。\n",
        "一、上半年工作成果\n1、新建公园5个。\n2、改造道路3条。\n",
        "会议强调：\n一要提高认识。\n二要压实责任。\n",
        "基本原则\n（一）坚持规划先行。\n（二）坚持群众参与。\n",
        "一、2022年工作回顾\n新增学位5个。\n二、2023年重点工作\n新增学位6个。\n",
    ],
)
def test_numbered_lines_that_promise_nothing(text):
    assert [one for one in numbered.find(scene(text)) if len(one.items) > 1] == []


@pytest.mark.parametrize("find", [find for find, _ in patterns.WEAK_OF_SENTENCE], ids=lambda find: find.__module__)
def test_what_finds_the_weak_finds_nothing_else(find):
    found = [one for path in sorted(TEXTS.glob("*.txt")) for one in run(find, path.read_text("utf-8"))]
    assert found and all(one.weak for one in found)


def test_the_weak_is_not_looked_for_within_a_list(monkeypatch):
    tried = []
    monkeypatch.setattr(patterns, "WEAK_OF_SENTENCE", [(lambda here, one: tried.append(here.text[one.start : one.end]) or (), sign) for _, sign in patterns.WEAK_OF_SENTENCE])
    extract("市教育局2023年将办好以下三件实事：\n1.新建幼儿园5所\n2.改造食堂8个\n3.培训教师900名\n市民政局将新建养老院6家。")
    assert set(tried) == {"市民政局将新建养老院6家。"}


def test_what_is_remembered_has_names_of_its_own():
    """Two finders under one name would each be given what the other found."""
    homes = {}
    for path in Path(tracker.article.__file__).parent.rglob("*.py"):
        for name in re.findall(r'\.remembered\(\(?"([^"]+)"', path.read_text("utf-8")):
            homes.setdefault(name, set()).add(path.name)
    assert len(homes) > 20 and not {name: found for name, found in homes.items() if len(found) > 1}
