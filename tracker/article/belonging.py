"""Amounts that are no commitments of their own: how much of a named thing there will be, and what a list or a scheme holds."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tracker.article.candidates import COMMITMENT, Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.patterns.amounts import BUILT
from tracker.article.promised import BEGUN, COMES_OF_IT
from tracker.article.scene import Scene
from tracker.article.structure import Span

GIVEN = "given"
"""The pattern of a candidate whose items have become another's."""
SCHEME = "scheme"
"""The pattern of a plan in a document, which is a commitment only with what it promises."""


def settle(scene: Scene, kept: list[Candidate]) -> list[Candidate]:
    """Without the amounts that belong to another of the commitments, and without the schemes that promise nothing."""
    kept.sort(key=lambda one: one.place.start)
    _give_members(scene, kept)
    _give_targets(scene, kept)
    _give_amounts(kept)
    _leave_rates(scene, kept)
    _leave_documents(kept)
    _leave_effects(scene, kept)
    return [one for one in kept if one.pattern != GIVEN and (one.pattern != SCHEME or one.items)]


# …23个，总投资460万元。其中，某社区将…
_OF_THEM = compiled(
    r"[”’]?(?:[（(][^（）()\n]{1,30}[）)])?(?:[^。；：\n]{0,30}[，。：])?(?:其中|主要|具体|重点|内容|这些项目)*(?:其中|包括|包含|涵盖|涉及|有|为|是|主要)(?:了|有)?[，：]?[^。\n]{0,24}"
)
_LONGEST_GAP = 80
_ALL = compiled(r"(?:所有|全部|以上|上述|各|这些)(?:项目|实事|工程|任务|事项)$")
_PARTS = frozenset(("amount", "dated", "rollout", "quoted"))
_SAME_SENTENCE = frozenset(("dated", "quoted"))


def _give_members(scene: Scene, kept: list[Candidate]) -> None:
    """15项实事项目，其中新辟线路6条、改造危桥42座: what a list is said to hold are its members."""
    of: Candidate | None = None
    end = 0
    for candidate in kept:
        if candidate.verdict != COMMITMENT:
            continue
        if candidate.pattern == "counted" and candidate.declared and not candidate.items:
            of, end = candidate, candidate.place.end
            continue
        if of is None or candidate.pattern not in _PARTS:
            of = None if candidate.place.start > end else of
            continue
        start = candidate.place.start
        goes_on = end != of.place.end and _full_stop(scene, of.place.end, start) == _full_stop(scene, of.place.end, end)
        if not goes_on and not (start - end < _LONGEST_GAP and _OF_THEM.fullmatch(scene.text, end, start)):
            of = None
            continue
        if not _may_share(of, candidate) or (candidate.pattern in _SAME_SENTENCE and candidate.sentence != of.sentence):
            of = None
            continue
        if _ALL.match(candidate.name):
            for item in of.items:
                item.due = item.due or candidate.due
            candidate.pattern = GIVEN
            continue
        of.items += candidate.items or [Item(candidate.name, candidate.place, due=candidate.due)]
        end = of.items[-1].span.end
        of.extent = Span(of.place.start, max(end, candidate.covers.end))
        of.open_list = len(of.items) < (of.declared or 0)
        candidate.pattern = GIVEN


def _may_share(of: Candidate, candidate: Candidate) -> bool:
    """Whether nobody else does it: 其中，市医保局将… is another's."""
    return candidate.owner is None or (of.owner is not None and of.owner.name == candidate.owner.name)


def _full_stop(scene: Scene, floor: int, place: int) -> int:
    return scene.text.rfind("。", floor, place)


def _give_targets(scene: Scene, kept: list[Candidate]) -> None:
    """实施某某项目，年底前完成6000户: an amount that follows a named thing in its sentence is that thing's target."""
    named: dict[int, Candidate] = {}
    scheme: Candidate | None = None
    for candidate in kept:
        if candidate.verdict != COMMITMENT or not candidate.weak:
            continue
        if candidate.pattern == "dated" or (candidate.pattern in ("quoted", "rollout", SCHEME) and not candidate.items):
            named[candidate.sentence] = candidate
            scheme = candidate if candidate.pattern == SCHEME else scheme
            continue
        thing = named.get(candidate.sentence)
        if thing is not None and thing.pattern == "dated" and candidate.pattern != "level":
            thing = None  # what has its day already
        if thing is None and scheme is not None and _goes_on(scene, scheme, candidate):
            thing = scheme
        if candidate.pattern == "open_ended" and thing is not None and _same_owner(thing, candidate):
            thing.items += candidate.items  # 开展“…”服务季，推出甲、乙等系列举措: what it consists of
            thing.extent = Span(thing.place.start, max(thing.place.end, candidate.covers.end))
            candidate.pattern = GIVEN
        disposes = candidate.pattern == "rollout" and candidate.items and candidate.name.startswith("对")
        carries_out = disposes and thing is not None and thing.pattern == "quoted"  # 推进“…”微改造，对17条小巷进行整治
        if (candidate.pattern in ("amount", "level") or carries_out) and thing is not None and _same_owner(thing, candidate) and _is_of(thing, candidate) and not _is_besides(scene, candidate):
            thing.extent = Span(thing.place.start, max(thing.place.end, candidate.items[-1].span.end))
            if thing.pattern == "quoted" and all(_WHO.match(item.title) for item in candidate.items):
                candidate.pattern = GIVEN
                continue  # 开展“敲门”活动，组织12支小队上门: who carries it out
            if _ONLY_A_NAME.fullmatch(thing.name):
                thing.place = Span(thing.place.start, candidate.place.end)  # “冬病夏治”，更换管网22公里: the name alone says nothing of what
            thing.items += [_of_thing(item, thing) for item in candidate.items]
            thing.due, thing.present = thing.due or candidate.due, thing.present or candidate.present
            candidate.pattern = GIVEN


def _is_besides(scene: Scene, amounts: Candidate) -> bool:
    """对井盖逐一更换，并在年底前新增泊位900个: what a clause with a word for more makes, by a name of its own."""
    start = amounts.place.start
    mark = max(scene.text.rfind(mark, max(0, start - _NEAR), start) for mark in "，；。\n")
    return _BESIDES.match(scene.text, mark + 1, start + 1) is not None and not any(_BARE.match(item.title) for item in amounts.items)


_NEAR = 40  # characters of a clause before its amount
_BESIDES = compiled(r"(?:并(?![举行])|同时|此外|另外|另)(?!完成)")


_ONLY_A_NAME = compiled(r"“[^”]+”")


def _goes_on(scene: Scene, scheme: Candidate, amounts: Candidate) -> bool:
    """实施《某某行动》。到2024年，全省新增…: whether the sentence behind a scheme goes on with it, and names nobody."""
    if amounts.place.start - scheme.covers.end > _FAR or not (scheme.owner and amounts.owner):
        return False
    if scheme.owner.name != amounts.owner.name:
        return False
    between = scene.subjects_between(scheme.place.end, amounts.place.start)
    end = scheme.covers.end
    stops = scene.text.count("。", end, amounts.place.start)
    return stops <= 1 and scene.text.find("\n", end, amounts.place.start) < 0 and all(one.generic and one.name[0] == "全" for one in between)


_WHO = compiled(r"(?:组织|抽调|出动|调集|发动)\d[\d,]*余?[支辆名位队组][^，。；\d]{2,10}(?:队|车|员|者|家|师|医生|干部|教师)[^，。；]{2,}")
_FAR = 200  # characters behind a scheme within which it goes on


def _give_amounts(kept: list[Candidate]) -> None:
    """实施某某工程，为3500户安装扶手，10月底前完成: the amounts between a thing and its day are the thing's."""
    dated = {one.sentence: one for one in kept if one.pattern == "dated" and one.items and one.items[0].title == one.name}
    for amounts in kept if dated else ():
        thing = dated.get(amounts.sentence)
        if amounts.pattern != "amount" or thing is None or thing.owner != amounts.owner:
            continue
        span = thing.items[0].span
        if span.end <= amounts.place.start and amounts.place.end <= thing.place.end and _is_of(thing, amounts):
            own = amounts.items if len(amounts.items) > 1 else [_called_after(thing, amounts.items[0])]
            thing.items = [replace(item, due=item.due or thing.due) for item in own]
            thing.place, thing.extent = span, Span(span.start, thing.place.end)
            amounts.pattern = GIVEN


def _leave_effects(scene: Scene, kept: list[Candidate]) -> None:
    """推进两校一园3个项目建设，新增学位1850个: what comes of what is built is no deed beside it."""
    for built, effect in pairwise(one for one in kept if one.verdict == COMMITMENT and one.pattern != GIVEN):
        named = any(BUILT.search(words) for words in (built.name, *(item.title for item in built.items)))
        aim = len(built.items) > 1 and _AIM.fullmatch(scene.text, built.covers.end, effect.place.start) and _same_owner(built, effect)
        if effect.pattern == "amount" and (aim or (named and _is_effect(scene, built, effect))):
            effect.pattern = GIVEN


def _is_effect(scene: Scene, built: Candidate, effect: Candidate) -> bool:
    between = scene.text[built.place.end : effect.place.start]
    if built.pattern == "amount" or not _same_owner(built, effect) or not _BUILDS.fullmatch(between):
        return False
    return all(COMES_OF_IT.match(item.title) for item in effect.items)


_AIM = compiled(r"[”’]?[^，。；]{0,8}，(?:总)?目标[^，。；]{0,16}")  # 启动三项行动，目标年底前改善60处路口: what the set is to reach
_BUILDS = compiled(r"(?:等)?(?:项目|工程)?(?:建设)?，(?:可|预计|将)?")
_DOCUMENT = compiled(r"(?:方案|意见|办法|规划)$")


def _leave_documents(kept: list[Candidate]) -> None:
    """制定“十心”实施方案，排出106项重点事项: the document is where the list stands, and no deed beside it."""
    lists = {one.sentence: one for one in kept if one.declared and one.verdict == COMMITMENT}
    for one in kept if lists else ():
        of = lists.get(one.sentence)
        if of is None or one.declared or one.items or one.owner != of.owner or one.place.end > of.place.start:
            continue
        if _DOCUMENT.search(one.name):
            one.pattern = GIVEN


# 对每个助餐点每年补助3万元: the rate of a subsidy; 由1万元提高到2万元 and 自7月起… change one.
_RATE = compiled(r"每|最高|不低于|不超过|标准")
_CHANGES = compiled(r"提[高升至]|加[码发]|增[至加]|调[整高升]|上调|起|新增|扩大|降低|减免")
_GIVES = compiled(r"补助|补贴|奖励|奖补|救助|给予|资助|标准|发放|贷款|减免")


def _leave_rates(scene: Scene, kept: list[Candidate]) -> None:
    """Leave out amounts of money that only say how much each is given."""
    for one in kept:
        if one.pattern != "amount" or one.verdict != COMMITMENT:
            continue
        others = [item for item in one.items if not _is_rate(scene, item)]
        if not others:
            one.leave_out("rate")
        elif len(others) < len(one.items):
            one.items, one.name = others, one.name if others[0] is one.items[0] else others[0].title
            one.place = Span(others[0].span.start, others[-1].span.end)


def _is_rate(scene: Scene, item: Item) -> bool:
    if item.quantity is None or item.quantity.kind != "元":
        return False
    sentence = scene.structure.sentence_at(item.span.start)
    words = scene.clause_at(sentence, item.span.start) if sentence else item.span
    return all(
        (
            _RATE.search(scene.text, words.start, words.end),
            _GIVES.search(scene.text, words.start, words.end),
            not _CHANGES.search(scene.text, words.start, words.end),
        )
    )


def _is_of(thing: Candidate, amounts: Candidate) -> bool:
    """Whether amounts tell how much of a thing there will be; a building is one, and what is built besides is another."""
    if _PLATFORM.search(thing.name) and any(BEGUN.match(item.title) for item in amounts.items):
        return False
    return not _BUILDING.search(thing.name) or all(_BARE.match(item.title) or COMES_OF_IT.match(item.title) for item in amounts.items)


_PLATFORM = compiled(r"(?:平台|系统|热线|小程序)$")  # 打造“…”平台，新增登记点6处 are two things
_BUILDING = compiled(r"(?:校区|院区|大楼|中心|[学医]院|小学|中学|幼儿园|水库|枢纽|[场馆站桥厂楼]|新院区建设|校区建设|[迁扩改重翻新]建|主体工程)$")


def _same_owner(one: Candidate, other: Candidate) -> bool:
    names = [each.owner.name if each.owner else None for each in (one, other)]
    return names[0] == names[1] and one.place.end <= other.covers.start


_BARE = compiled(
    r"(?:首批|先期|先|再|新?建|开办|完成|实现|达到?|覆盖|跑遍|走[遍进]|[驶开][进入]|惠及|建成|发放|安装|改造|新增|投放|开展|检查|培训|筛查|授课|巡诊|义诊|计划|预计|将|年内|约|全年|全部|\W)*\d[\d.,]*[万亿]?.{1,3}(?:以上|左右)?$"
)


def _of_thing(item: Item, thing: Candidate) -> Item:
    return item if thing.items else _called_after(thing, item)


def _called_after(thing: Candidate, item: Item) -> Item:
    """An amount without a noun (完成6000户), of what is left of the thing or of what it holds, is called after the thing itself."""
    verb = _VERB_ALONE.match(item.title)
    nameless = _BARE.match(item.title) or (COMES_OF_IT.match(item.title) and _HOLDS.search(thing.name)) or _LEFT.match(item.title) or (verb and verb["verb"] in thing.name)
    return Item(thing.name, thing.place, item.quantity, thing.due or item.due, item.lead) if nameless else item


_HOLDS = compiled(rf"(?:扩[建容]|[一二三四]期)(?:工程|项目)?$|{_BUILDING.pattern}")
_LEFT = compiled(r"(?:完成)?(?:剩余|其余|余下)的?\d|(?:扩大|扩展|拓展|推广|推开|延伸)[到至]\d")  # what is left of it, how wide it goes
_VERB_ALONE = compiled(r"(?:完成|计划|再|将|全年|今年|年内)*(?P<verb>[一-龥]{2})\d")  # 完成清淤18公里, of a 清淤工程
