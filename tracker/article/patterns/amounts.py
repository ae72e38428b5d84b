"""改造老旧小区3000个: a verb and a quantity of things to be made, done or given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from tracker.article import assigned, closing, company, naming, organ_words, outlook, quantities
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.promised import BEGINS, COMES_OF_IT, promises
from tracker.article.scene import Scene
from tracker.article.scheduling import LEFT_OVER, UNDATED, common_day, dated_items
from tracker.article.structure import Sentence, Span

NAME = "amount"


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """The amounts of the clauses that look ahead."""
    if _is_told_again(scene, sentence):
        return
    planned = outlook.is_planned(scene, sentence)
    cue = planned or outlook.has_cue(scene, sentence)
    set_down = not planned and outlook.is_set_down(scene, sentence)
    found = _ahead(scene, sentence, planned) if cue else []
    present = set_down and not found
    if set_down or (not cue and outlook.is_given(scene, sentence)):  # 推进管网改造，改造管网20公里: the word that looks ahead may be of another clause
        found = _ahead(scene, sentence, True)
    if not found:
        present, found = True, _of_a_later_one(scene, sentence)
    if any(item.due is None for item in found) and (day := _day_over(scene, sentence)):
        for item in found:
            item.due = item.due or day
    items = [item for index, item in enumerate(found) if "其中" not in item.title and not (index and (_is_another(item, found[index - 1]) or _EFFECT.fullmatch(item.title)))]
    items += _bare_things(scene, sentence, items)
    items.sort(key=lambda item: item.span.start)
    for own in _per_owner(scene, sentence, items):
        place = Span(own[0].span.start, own[-1].span.end)
        name = _name_nameless(scene, sentence, own) or own[0].title
        yield Candidate(
            NAME,
            place,
            place.start,
            name,
            naming.single_kind(name),
            items=own,
            weak=True,
            due=common_day(own),
            present=present,
        )


# 硬化道路4公里，|解决3个寨子出行难题: what comes of it
_EFFECT = compiled(r"(?:解决|破解|缓解|方便|满足|便利)[^，。；]*(?:难题|问题|难|需求|出行|就医|入学|上学)")


def _ahead(scene: Scene, sentence: Sentence, planned: bool) -> list[Item]:
    starts = {clause.start for clause in outlook.ahead(scene, sentence, planned)}
    return dated_items(scene, scene.clauses(sentence), lambda clause: clause.start in starts)


def _of_a_later_one(scene: Scene, sentence: Sentence) -> list[Item]:
    """县水利局完成3座，县交通局今年新改建120公里: what the sentence sets down for another than its first subject."""
    starts = (scene.clause_at(sentence, organ.start).start for organ in scene.subjects_between(sentence.start, sentence.end)[1:] if not organ.generic)
    parts = (Sentence(start, sentence.end, sentence.paragraph) for start in starts if start > sentence.start)
    return next((_ahead(scene, part, True) for part in parts if outlook.is_set_down(scene, part)), [])


def _day_over(scene: Scene, sentence: Sentence) -> Day | None:
    """年底前，新建20家；改造500户; 今年将：①新建20家；②改造500户: the day that opens what ； parts holds for all of it."""
    text = scene.text
    if not text.startswith("；", sentence.start - 1):
        return None
    line = scene.structure.paragraphs[sentence.paragraph]
    begin = max(text.rfind("。", line.start, sentence.start) + 1, line.start)

    def find() -> tuple[Day | None, int]:
        first = scene.structure.sentence_at(begin)
        for clause in scene.clauses(first)[:_OPENING] if first else ():
            day = next(scene.deadlines(clause.start, clause.end), None)
            if day is not None and _ROW.match(text, day.end):
                return day, line.end
            if day is not None:
                alone = day.end == clause.end and day.start - clause.start <= _LEAD and text.startswith("，", clause.end)
                other = next(scene.deadlines(day.end, line.end), None)
                return day if alone else None, other.start if other else line.end
        return None, begin

    day, until = scene.remembered(("day over parts", begin), find)
    if sentence.end > until or UNDATED.search(text, sentence.start, sentence.end):
        return None  # a part before it, or itself, has a day of its own
    theirs = any(not organ.generic for organ in scene.subjects_between(sentence.start, sentence.end))
    return None if day is None or (theirs and scene.subjects_between(begin, day.start)) else day


_ROW = compiled(r"(?:将|拟|计划|要|重点|着力|预计|力争)*(?:做好|办好|抓好|完成|实施|推进)?(?:以下|如下|下列)?(?:工作|事项|任务)?[：，]?①")
_OPENING, _LEAD = 2, 2  # clauses among which the day stands, and characters before it: 到年底前


def _bare_things(scene: Scene, sentence: Sentence, items: list[Item]) -> list[Item]:
    """Those that brackets with an owner close, and that no verb has found."""
    spans = [span for span in closing.bare_things(scene, sentence) if not any(span.start < item.span.end and item.span.start < span.end for item in items)]
    found = ((span, next(iter(quantities.quantities(scene.text, span.start, span.end)), None)) for span in spans)
    return [Item(naming.clean_name(scene.text[span.start : span.end]), span, quantity) for span, quantity in found if quantity is not None]


# 建成3个, 860户: an amount without a name; 新增学位900个 after a school is what comes of the school.
_BARE = compiled(r"(?:[新已可将再各约]|完成|实现|达到?|覆盖|惠及|建成|开工|改造|新增|合计)*\d[\d.,]*[万亿千]?[一-龥]{1,3}")
# 新设中心6处、据点24处 is done in one go, 新设站点35站、汰换公车60辆 are two things
BUILT = compiled(r"学校|[养敬福卫][老利生]院|托儿所|[院宿]舍|安老院|中小学|[小中]学|幼儿园|[院园校所]\d|托婴|家园|医院|中心|机构|停车场|综合体|住宅|住房|疏导点|夜市|市场|食堂|设施|冷库|水库|粮仓")


_HOW_LONG = compiled(r"(?:每[日天周月晚]|早晚|各|延时|延长)*(?:开放|服务|营业|值守|开门|接诊|坐诊)[^，。；\d]{0,4}\d[\d.]*个?(?:小时|分钟)")  # …，每天开放40分钟
# 治理十里河8公里河段，新建护岸、改造排口31处: what one work consists of
_ONE_WORK = compiled(r"(?:治理|整治|修复|疏浚)[^，。；、\d]{0,14}[河溪渠湖沟塘浜涌江][^，。；、\d]{0,6}\d[\d.]*(?:公里|千米|米)")
_NUMBER = compiled(r"\d[\d,.]*[万亿]?[一-龥]{1,2}")


# 现有日间照料中心29家。年底前再增设8家: what there is of it has the name.
_THERE_IS = compiled(
    r"(?:(?P<topic>[^，。；：、\n\d]{2,14}?)(?:现有|目前有|已有|现已有|共有|，(?:去年|前年|前[几两三四]年|过去[几两三四五]年|此前|至今)[^，。；：\d]{1,6}?)|(?:现有|目前有|已有|[省市县区]有|设有|建有|已建成|已开设|已设立)(?P<thing>[^，。；：、\n\d]{2,14}?))(?P<number>\d[\d,.]*)(?P<unit>[^，。；、\d]{1,2}?)(?=[，。；、]|$)"
    r"|(?:试开|试办|试点|开通|开行|开办|开出|办起|建起|建成|[装建开配种铺放设买]了)(?:了)?\d[\d,.]*(?P<sort>[条家个所座处场台辆套间盏张块部])(?P<first>[^，。；：、\n\d]{2,12}?)(?=[，。；、]|$)"
)
_MORE_OF_IT = compiled(r"(?P<when>到[^，。；：\n]{2,8}?)?(?:再|新|将|陆续)*(?:[装建开配种铺放买]|增设|增加|新增|增开|增建|新建|增至|扩大|达到|达|增|添置?|装|配|招)(?:至|到)?(?:约)?\d[\d,.]*万?[^，。；、\d]{1,2}")
_JUST_BEFORE = 80  # characters
# 社区食堂由某局牵头，年底前建成18个: what the clause before is about is what there will be so many of
_TOPIC = compiled(r"(?:^|(?<=[，。；：、\n]))(?:其中，)?(?P<thing>(?!该|此|本|这|上述|以上)[^，。；：、\n]{2,16}?)由[^，。；：\n]{2,20}(?:牵头|负责|承办|主办|实施|落实|承担)[^，。；：\n]{0,4}，$"
    # 泵房改造继续推进，今年改造37处
    r"|(?:^|(?<=[，。；：、\n]))(?P<goes_on>(?!该|此|本|这|上述|以上)[^，。；：、\n]{2,20}?(?:改造|建设|整治|治理|更新|修缮|安装|加装|筛查|培训|扩面))(?:工作|工程|项目)?(?:正|将|要)?(?:继续|持续|加快|稳步|有序|全面|扎实|同步)*(?:推进|提速|铺开|推开|展开|进行)，$"
    # 把打通“断头路”列为头号实事，全年建设212公里
    r"|(?<=[把将])(?P<listed>[^，。；：、\n]{4,20}?)(?:列为|列入|作为|纳入|当作)[^，。；：\n]{2,16}，$"
    # 对破损路面进行修补，4月底前完成18处
    r"|(?P<mended>对[^，。；：\n\d]{2,20}?(?:进行|开展|实施)[^，。；：\n\d]{2,8})，$"
)
# 社区食堂（某局主办，某局协办）年内新增18个
_NOTED = compiled(r"(?:^|(?<=[，。；：、\n]))(?P<thing>(?:“[^”\n]{2,16}”)?[^，。；：、“”（）\n\d]{2,20})$")
_ONLY_WHEN = compiled(r"(?:今年|明年|年内|年底|全年|[上下]半年|20\d\d年|\d{1,2}月|[底末前内]|力争|计划|将|拟|再|，)*")
_ONLY_A_NUMBER = compiled(r"(?:拟|将)?[新扩改续]?[一-龥]{1,4}\d[\d.,]*[万亿千]?[一-龥]{1,2}$")


def _name_nameless(scene: Scene, sentence: Sentence, items: list[Item]) -> str:
    """Give each amount without a noun the one that was told before it; what brackets part from its amount is a name by itself, and returned."""
    thing = _noted(scene, sentence, items[0])
    for item in items:
        name = _what_there_is(scene, item) or _noted(scene, sentence, item) or _topic(scene, sentence, item) or _stands_alone(scene, sentence, item) or _to_be(scene, sentence, item)
        item.title = name + item.title.removeprefix(name[-2:] or "\n")  # 泵房改造|改造37处
    return thing


# 超声预约等候，|上半年压缩到24小时以内: the noun stands alone before when it is to be how much
_ALONE = compiled(r"(?<=[，。；：\n])(?P<thing>(?!今年|明年|全年|年底|同时|此外|另外|其中|目前|下一步)[一-龥“”]{4,16})，$")
_LEVEL = compiled(r"(?P<when>(?:[上下]半年|今年|明年|年内|全年|年底前?)*)(?:再|将|力争)?(?:压缩|缩短|降低?|减少|精简|提高|提升|增加|扩大|延长|控制)[到至在]\D{0,2}\d")


# 口袋公园要|建满15个: what there is to be so many of stands before the word that looks ahead
_TO_BE = compiled(r"(?<=[，。；：\n])(?P<thing>(?!今年|明年|全年|年底|同时|此外|另外|其中|目前|下一步|预计)[一-龥“”]{2,14}?)(?:将|要|拟|计划|力争|争取|还要|打算)(?:再|全部|陆续|年内|今年)*$")


def _to_be(scene: Scene, sentence: Sentence, item: Item) -> str:
    if not _ONLY_A_NUMBER.fullmatch(item.title):
        return ""
    found = _TO_BE.search(scene.text, max(sentence.start - 1, 0), item.span.start)
    named = found is not None and not scene.subjects_between(found.start("thing"), item.span.start)
    return found["thing"] if found and named else ""


def _stands_alone(scene: Scene, sentence: Sentence, item: Item) -> str:
    level = _LEVEL.match(item.title)
    alone = _ALONE.search(scene.text, sentence.start - 1, scene.clause_at(sentence, item.span.start).start) if level else None
    if level is None or alone is None or scene.subjects_between(alone.start("thing"), alone.end()):
        return ""
    item.title = item.title[level.end("when") :]
    return alone["thing"]


def _what_there_is(scene: Scene, item: Item) -> str:
    """The name of what there is of it already, told just before in the paragraph."""
    line = scene.structure.paragraph_at(item.span.start)
    more = _MORE_OF_IT.fullmatch(item.title)
    if line is None or item.quantity is None or more is None:
        return ""
    item.title = item.title.removeprefix(more["when"] or "")  # 到9月开学|增加到18条
    found = list(_THERE_IS.finditer(scene.text, max(line.start, item.span.start - _JUST_BEFORE), item.span.start))
    last = found[-1] if found else None
    return naming.clean_name(last["topic"] or last["thing"] or last["first"]) if last and (last["unit"] or last["sort"]) == item.quantity.kind else ""


def _noted(scene: Scene, sentence: Sentence, item: Item) -> str:
    """The thing whose owners stand in brackets behind it, and then how much of it."""
    if not _ONLY_A_NUMBER.fullmatch(item.title):
        return ""
    note = next((note for note in reversed(closing.of_sentence(scene, sentence)) if note.end <= item.span.start), None)
    if note is None or not _ONLY_WHEN.fullmatch(scene.text, note.end, item.span.start):
        return ""
    thing = _NOTED.search(scene.text, sentence.start, note.start)
    return thing["thing"] if thing else ""


def _topic(scene: Scene, sentence: Sentence, item: Item) -> str:
    """What the clause before is about, which tells by whom it is done."""
    if not _ONLY_A_NUMBER.fullmatch(item.title):
        return ""
    topic = _TOPIC.search(scene.text, sentence.start, scene.clause_at(sentence, item.span.start).start)
    return topic[topic.lastgroup or "thing"] if topic else ""


def _is_told_again(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence is the title of a text, all of whose amounts the text gives again."""
    line = scene.structure.paragraphs[sentence.paragraph]
    if not line.heading or sentence.paragraph >= _TITLES:
        return False
    amounts = _NUMBER.findall(scene.text, line.start, line.end)
    return bool(amounts) and all(scene.text.find(amount, line.end) >= 0 for amount in amounts)


_TITLES = 2  # lines at the head of a text


def _is_rest(scene: Scene, candidate: Candidate) -> bool:
    """已改造泵房31座；其余14座年底前完成: what was done is past, and no promise; what is left is one, called after the thing."""
    first = candidate.items[0]
    line = scene.structure.paragraph_at(first.span.start)
    if line is None or first.quantity is None or first.quantity.kind in _OF_A_LIST:
        return False
    start = max(line.start, first.span.start - _BEFORE)
    done = [one for one in promises(scene, start, first.span.start) if one[2].unit == first.quantity.unit]
    if not done or not _DONE.search(scene.text, max(start, done[-1][0].start - 12), done[-1][0].end):
        return False
    name = _NUMBER.sub("", done[-1][1])
    if BEGINS.fullmatch(name) and (own := scene.structure.sentence_at(done[-1][0].start)) is not None:  # 为老人安装“一键呼叫”，已安装410户
        whole = scene.clauses(own)[0]
        name = scene.text[scene.predicate_start(whole) : whole.end]
    candidate.name, candidate.kind = naming.clean_name(name), naming.single_kind(name)
    return len(candidate.name) > 1


_BEFORE = 60  # characters before 其余 in which the whole is told
_OF_A_LIST = frozenset("个项件条批")
_DONE = compiled(r"已|累计|完成|建成")


def _is_another(item: Item, before: Item) -> bool:
    """780元、610元: a second number of what has been told, where there are two kinds of it."""
    one, other = item.quantity, before.quantity
    return bool(_NUMBER.fullmatch(item.title) and one and other and one.kind == other.kind)


def things(scene: Scene, candidate: Candidate) -> Iterator[Candidate]:
    """A commitment for each of the things whose amounts a sentence gives, once the sentence has been judged as a whole."""
    if candidate.pattern == NAME and candidate.items[0].title.startswith(LEFT_OVER) and not _is_rest(scene, candidate):
        return  # 其余8个10月底前上线: of something told before
    if candidate.pattern == NAME and all(_OF_A_COUNT.fullmatch(item.title) for item in candidate.items):
        return  # 问题清单47项逐一整改，6月底前完成35项: of what was counted before
    if candidate.pattern != NAME or len(candidate.items) < 2:
        yield candidate
        return
    for own in _per_thing(scene, candidate.items):
        if own[0] is candidate.items[0]:
            name, kind = candidate.name, candidate.kind
        else:
            name, kind = own[0].title, naming.single_kind(own[0].title)
        place = Span(own[0].span.start, own[-1].span.end)
        yield replace(
            candidate, place=place, anchor=place.start, name=name, kind=kind, items=own, due=common_day(own), extent=None
        )


_OF_A_COUNT = compiled(r"(?:首批|先行|再)?(?:完成|办结|推出|上线|解决|销号|落实|整改)\d+[项件条]")


def _per_thing(scene: Scene, items: list[Item]) -> Iterator[list[Item]]:
    """改造小区46个，加装电梯150部 are two things; an amount without a name, or of what comes of the first, is no second one."""
    group: list[Item] = []
    for item in items:
        belongs = (
            _BARE.fullmatch(item.title)
            or (group and scene.text[item.span.start - 1] in "、和及" and not BEGINS.match(item.title))
            or item.title.startswith(LEFT_OVER)
            or (group and COMES_OF_IT.match(item.title) and BUILT.search(group[0].title))
            or (group and _HOW_LONG.match(item.title))
            or (group and _ONE_WORK.match(group[0].title))
            or (group and "其中" in scene.text[group[-1].span.end : item.span.start])
        )
        if group and not belongs:
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _per_owner(scene: Scene, sentence: Sentence, items: list[Item]) -> Iterator[list[Item]]:
    """甲局将新建5所，乙局将培训900人; 由甲局负责新建5所，由乙局负责培训900人: the amounts of each."""
    owners = [organ for organ in scene.subjects_between(sentence.start, sentence.end) if not organ.generic or organ_words.SOMEBODY_ELSE.match(organ.name)]
    starts = [organ.start for organ in owners]
    starts += [clause.start for clause in scene.clauses(sentence) if company.JOINS.match(scene.text, clause.start)]  # …，联合乙局开展…
    starts.sort()

    def whose(item: Item) -> tuple[int, int]:
        if (note := closing.over(scene, sentence, item.span)) is not None:
            return -1, note.start
        charge = assigned.charge(scene, sentence, item.span.start)
        return bisect_right(starts, item.span.start), charge.start() if charge else 0

    for _, own in groupby(items, whose):
        yield list(own)
