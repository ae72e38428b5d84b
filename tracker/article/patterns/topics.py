"""某局负责的食堂改造，已改造8所，其余3所9月底前完成: a thing of an organ's as the topic, and what is still to come of it.

Bulletins of progress and prose lists of a county say it so. The thing is the
commitment; what was done is passed over, what is still promised are its items.
A topic of which nothing is promised any more is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import frames, joining, naming, organ_words, promised, steps
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.directory import Organ
from tracker.article.quantities import quantities
from tracker.article.scene import Scene
from tracker.article.scheduling import common_day, dated_items, days_ahead
from tracker.article.structure import Sentence, Span, clauses
from tracker.article.words import BY_MEANS, FUTURE

NAME = "topic"
_ORGAN = r"(?P<organ>[一-龥]{0,4}?[省市县区州镇乡团](?!场)[一-龥]{1,14}?(?:局|委|厅|办|院|会|联(?![手合席])|中心|集团|公司|署|处|队|校|政府|街道|馆|所))"
_ROLE = r"(?:(?:牵头|负责|承担|推进|推动|实施|主办|承办|组织|主管|联合)+(?:实施|建设|推进|办理|开展)?的|(?:办理|负责|兴办|规划|推动|执行)(?:兴建|设置)?之|的)"
_KIND = "改造|建设|提升|扩容|工程|项目|更新|整治|治理|修复|行动|活动|服务|计划|试点|筛查|加装|搬迁|扩建|改建|新建|帮扶|培训|平台|中心|管网|道路|绿道|公园|绿地|配备|安装|清零|[一二三]期"
_THING = rf"(?P<thing>(?:“[^”\n]{{1,16}}”|[^，。；：！？\n“”已]){{1,36}}?(?:{_KIND}))"
_GOES_ON = r"(?=，|已|主体|目前|现|完成|涉及|因|共|尚未|仅|正|受|进展|将|力争|计划|确保|预计|有望|拟|年底|年内|今年|明年|本月|下月|20\d\d年|\d{1,2}月|第?[一二三四]季度|[上下]半年|[“\"]?[五十]一|国庆|元旦|春节|暑期|到20|至20|到年底|到今年)"
# The organs of a heading or a row may come first: 市民政局、市财政局的…
_HEAD = compiled(
    rf"{_ORGAN}(?:[、和](?P<others>[^，。；：的\n]{{2,30}}?(?:[局委厅办会院]|联(?![手合席]))))?(?:(?P<role>{_ROLE}){_THING}|(?P<bare>(?!\d{{1,2}}月|、|的|还|也|拟|要|继续|持续|联手|联合|协同|携手|党委|党组|团委|工会|纪委|将|已|为|对|在|以|把|向|按|由|从|与|和|于|等){_THING.replace('thing', 'own')})){_GOES_ON}"
)
_LISTED = compiled(rf"[一二三四五六七八九十]{{1,2}}是{_THING.replace('(?P<thing>', '(?P<listed>')}(?=。)")
_LEFT = compiled(
    r"(?P<left>(?:其余|剩余|余下|剩下|还有|再)的?(?P<amount>[^，。；\n]{0,12}?\d[\d,.]*[万千]?[一-龥]{1,2})[^，。；\n]{0,24})"
)
_PAST = compiled(
    r"已(?!纳入|列入|倒排|部署|启动招|明确)|累计|截至|去年|上年|实际完成|占[^，。；]{0,8}%|超[^，。；]{0,8}%|滞后"
)
_MUST = compiled(r"前|内|再|其余|剩余|余下|剩下|年度任务|目标")
_NOT_OF_IT = compiled(r"投资|资金|惠及|涉及|计划建设|任务[为是]?$|占地")
_READY = compiled(r"完工|完成|建成|投用|投运|启用|通车|开放|通水|投入使用|竣工|交付|运营|验收|评审|开工|上线|运行")
_REPORTS = compiled(r"书面|报告|报送|说明|整改方案|约谈")
_PART = compiled(r"[^。；\n]+")
_FAR = 260  # characters in which what is still to come of a topic is told
_ANOTHER_POINT = compiled(r"[一二三四五六七八九十]是(?!否)")
_PLANNED = compiled(r"(?:计划|任务|规划)[^，。；\n]{0,8}")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Things that an organ has in hand, with what is still promised of them."""
    text = scene.text
    number = scene.structure.number_at(sentence.start)
    start = number.end if number else sentence.start
    match = _HEAD.match(text, start, min(sentence.end, start + 110))
    if match is not None:
        organ = match["organ"]
        thing = Span(*match.span("thing" if match["thing"] else "own"))
        if not _is_name(text, organ, thing):
            return
        owner = Organ(organ, match.start("organ"), match.end("organ"), scene.directory.code(organ))
        found = _still_to_come(scene, sentence, thing, _end(scene, sentence, thing.end))
        if found is not None:
            found.owner = owner
            found.joint = joining.row_after(scene, owner, thing.start) + joining.helpers(scene, owner.end, sentence.end)
            yield found
        return
    listed = _LISTED.match(text, sentence.start, min(sentence.end, sentence.start + 60))
    if listed is not None:
        thing = Span(*listed.span("listed"))
        end = _end(scene, sentence, sentence.end, others=True)
        named = [organ for organ in scene.subjects_between(thing.end, end) if not organ.generic]
        found = _still_to_come(scene, sentence, thing, end) if named else None
        if found is not None:
            found.owner, found.joint = named[0], joining.row_after(scene, named[0], end)
            yield found


def _is_name(text: str, organ: str, thing: Span) -> bool:
    """Whether the words are an organ's name and a thing, and not a sentence with a predicate."""
    return (
        not organ_words.NOT_A_NAME.search(organ)
        and not promised.BEGINS.match(organ)  # 完成区医院二期建设
        and text[thing.start : thing.start + 2] not in organ_words.PREDICATES
        and not (BY_MEANS.match(text, thing.start) or organ_words.DATED.match(text, thing.start))
        and thing.end - thing.start >= 4
    )


def _end(scene: Scene, sentence: Sentence, place: int, others: bool = False) -> int:
    """Where the words about the topic end: at the full stop, before another organ's sentence, before another 二是."""
    text = scene.text
    limit = min(scene.structure.paragraphs[sentence.paragraph].end, place + _FAR)
    if others:
        stop = _ANOTHER_POINT.search(text, place, limit)
        return stop.start() if stop else limit
    stop = text.find("。", place, limit)
    limit = stop if stop >= 0 else limit
    another = scene.first_named(place, min(limit, sentence.end))
    if another is not None:  # …，某局新增公厕12座: of another organ
        return scene.clause_at(sentence, another.start).start
    for following in scene.sentences_in(sentence.end, limit):
        if _HEAD.match(text, following.start, min(following.end, following.start + 110)) or any(
            organ.start == following.start and not organ.generic
            for organ in scene.subjects_between(following.start, following.end)
        ):
            return following.start
    return limit


def _still_to_come(scene: Scene, sentence: Sentence, thing: Span, end: int) -> Candidate | None:
    text = scene.text
    parts = (clause for part in _PART.finditer(text, thing.end, end) for clause in clauses(text, *part.span()))
    ahead = [clause for clause in parts if _is_ahead(scene, sentence, clause) and not _PREPARES.search(text, clause.start, clause.end)]
    items = _left_over(scene, ahead)
    taken = {item.span.start for item in items}
    for item in dated_items(scene, ahead):
        if not any(left.span.start < item.span.end and item.span.start < left.span.end for left in items):
            items.append(item)
    for clause in ahead:  # 年内达到60家: an amount without a verb of making
        if not any(item.span.start < clause.end and clause.start < item.span.end for item in items):
            amount = next(
                (one for one in quantities(text, clause.start, clause.end) if one.unit[-1] not in "%元点"), None
            )
            if amount is not None and not _NOT_OF_IT.search(text, clause.start, amount.start):
                items.append(
                    Item(naming.clean_name(text[clause.start : clause.end]), clause, amount, _day(scene, clause))
                )
    items.sort(key=lambda item: item.span.start)
    due = common_day(items)
    if not items:
        due = _deadline(scene, ahead)
        if due is None:
            return None
        items = [Item(naming.clean_name(text[thing.start : thing.end]), thing, _planned(scene, thing.end, end), due)]
    elif taken and due is None:
        due = _deadline(scene, ahead)
    name = naming.clean_name(text[thing.start : thing.end])
    last = max(thing.end, max(item.span.end for item in items))
    return Candidate(
        NAME,
        Span(thing.start, min(last, thing.start + _FAR)),
        thing.start,
        name,
        naming.single_kind(name),
        items=items,
        due=due,
        extent=Span(thing.start, last),
    )


def _is_ahead(scene: Scene, sentence: Sentence, clause: Span) -> bool:
    text = scene.text
    if _PAST.search(text, clause.start, clause.end) or _REPORTS.search(text, clause.start, clause.end):
        return False
    if frames.looks_back(scene, sentence, clause.start) and not frames.still_ahead(scene, clause.start, clause.end):
        return False
    return bool(
        FUTURE.search(text, clause.start, clause.end)
        or _MUST.search(text, clause.start, clause.end)
        or _day(scene, clause)
        or promised.BEGUN.match(text, clause.start, clause.end)
    )


_PREPARES = compiled(r"征[地迁收]|拆迁|腾[空退]|交地|招投?标|立项|可研|勘察|设计")  # what leads up to a thing, and is none


def _left_over(scene: Scene, ahead: list[Span]) -> list[Item]:
    """其余3所7月底前完成: what is left of it."""
    items = []
    for clause in ahead:
        match = _LEFT.search(scene.text, clause.start, clause.end)
        amount = next(quantities(scene.text, *match.span("amount")), None) if match else None
        if match is None or amount is None:
            continue
        place = Span(match.start("left"), clause.end)
        title = scene.text[place.start : place.end]
        due = _deadline(scene, [clause])
        following = next((one for one in ahead if one.start > clause.start), None)
        if due is None and following is not None and (due := _deadline(scene, [following])):
            title = scene.text[place.start : amount.end] + scene.text[following.start : following.end]
            place = Span(place.start, following.end)
        items.append(Item(naming.clean_name(title), place, amount, due))
    return items


def _deadline(scene: Scene, ahead: list[Span]) -> Day | None:
    """The first day by which the thing is to be ready; that of a step, such as 5月开工, for want of another."""
    days = [(day, clause) for clause in ahead if (day := _day(scene, clause)) and _READY.search(scene.text, day.end, clause.end)]
    return next((day for day, clause in days if not steps.is_step(scene, clause, day)), days[0][0] if days else None)


def _day(scene: Scene, clause: Span) -> Day | None:
    return next(iter(days_ahead(scene, clause)), None)


def _planned(scene: Scene, start: int, end: int) -> promised.Quantity | None:
    """计划建设220公里: how much of it was planned in all."""
    plan = _PLANNED.search(scene.text, start, end)
    return next(quantities(scene.text, plan.start(), min(end, plan.end() + 10)), None) if plan else None
