"""…工程预计105年3月竣工: a thing with the day on which it is to be ready."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tracker.article import dates, naming, organ_words, quantities, steps, things
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.promised import promises
from tracker.article.scene import Scene
from tracker.article.scheduling import BESIDES, days_ahead
from tracker.article.structure import Sentence, Span

NAME = "dated"
_READY = compiled(
    "竣工|完工|合龙|贯通|通航|完成|建成|启用|投用|投运|投入使用|通车|开馆|开园|开业|开放|迎客|开诊|开班|开行|首发|首航|首班|恢复通行|复航|营运|运营|落成|上线|投产|交付|移交|交房|供暖|送暖|送电|验收|开工|动工|出版|全覆盖|(?<=[前内底])(?:将|要|可)?覆盖|实现(?![^，。；]{2,20}清零)|运行|(?:组织|全面)?实施(?=[，。；\n]|$)|开通|供水(?!管|设|系|公司|工程|企业|集团|服务|量|能力)|通水|(?<=全部|全面)(?:纳入|接入|联网|入驻|上墙|装上|换上|配齐|配上|用上|接上|改成|换成|改为)|清零|达标|收官|发布|推出|[修换改装建铺补清摆架挖](?:完|好|齐)|具备[^，。；]{2,10}条件"
)
_COMPLETED = compiled(r"竣工|完工|合龙|贯通|通航|建成|启用|投用|投运|投入使用|投入运营|开诊|开行|首发|开业|恢复通行|通车|开馆|开园|开放|迎客|交付|通水|供水")
_NOT_READY = ("投资", "率", "的")  # 完成投资, 完成率, 要完成的…
_EXPECTED = compiled(r"预计|预料|预估|预定|务[于必]|推迟[至到]|延期[至到]|顺延[至到]|定于|力争|力[拚拼]|计划|争取|确保|拟|将|规划|可望|有望|目标|要(?!求)|(?<=[\d今]年)实现")  # 2024年实现“三无小区”全部清零
_EXPECTED_BEFORE_DAY = compiled(r"(?:预计|预料|预估|预定|力争|计划|争取|确保|拟|将)[^，。；]{0,12}$")
_AMOUNT_BEHIND = compiled(r"”?(?:约|近|超|逾)?\d[\d.]*[万千]?[处个座所条项件案式公米家套栋台户间]")
_BY = compiled(r"(?:前|之前|以前|内)$")
_PAST = compiled(r"已(?:于|经|在|完成|建成|竣工|开工)|了")
_DOCUMENT = compiled(
    r"(?:出台|印发|制定|修订|发布|颁布|施行|编制)(?P<title>《[^》\n]{4,60}(?:办法|条例|规定|方案|意见|规划|细则|标准|措施|计划|指南|预案|目录|清单)》)"
)
_MANNER = compiled(r"[，]?(?:(?:开学|入冬|汛期|春节)前)?(?:将|要|可|均|都|全部|全面|基本|陆续|逐步|如期|力争|争取|确保)*(?:向[^，。；]{1,6}|对外)?(?:具备[^，。；]{2,10}条件)?")
_VERB = compiled(r"(?:[之以]?[内前]|推出|实施|启动|建成|完成|新建|动工兴建|开工建设)*")
_WHAT = compiled(rf"[一-龥]{{2,16}}?(?:{things.KINDS})(?:全覆盖)?(?=[，。；]|$)")
_DONE_WHAT = compiled(r"(?!全部|全年|年度|任务|整改|施工|主体|建设任务|目标|工作)[一-龥“”]{2,14}?(?:防水|维修|更换|安装|铺设|翻新|改建|整修|清淤|加固|搬迁|扩容|改造|治理|修缮|验收后的?投用)(?=[，。；]|$)")  # 9月底前完成屋面整体防水
_SHORTEST = 5  # characters: 年底前实现 alone says nothing of what


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Things that are promised by a day still to come."""
    text = scene.text
    yield from _documents(scene, sentence)
    yield from _rests(scene, sentence)
    if not _READY.search(text, sentence.start, sentence.end):
        return
    dated = [(part, _deadline(scene, part[0])) for part in _single_days(scene, sentence)]
    if not any(day for _, day in dated):
        return
    planned = scene.is_plan_section(sentence.start)
    thing: Span | None = None
    just_before: Span | None = None
    previous: Span | None = None
    for index, ((whole_clause, head), day) in enumerate(dated):
        clause = things.part_with(scene, whole_clause, day.start) if day else whole_clause
        part = text.startswith("其中", clause.start) and not _GIVEN.search(text, clause.start, clause.end)
        if part or BESIDES.search(text, sentence.start, clause.start):
            continue  # a part of what the clause before tells
        own = things.at_head(scene, clause)
        if own is not None and _is_first_of(text, sentence, own):
            continue  # 建设公园8个，首个公园9月底前开放
        if day is not None and steps.is_step(scene, clause, day) and _is_ended(scene, dated[index + 1 :]):
            day = None  # 某工程5月开工，明年底完工
        if day is not None and (ready := _ready(scene, clause, day, planned, head)) is not None:
            found = own
            if own is None and (what := _WHAT.match(text, ready, clause.end) or (_DONE_WHAT.match(text, ready, clause.end) if text.startswith("完成", ready - 2) else None)):
                ready = what.end()  # 年底前建成县级胸痛中心: it is named behind the verb
            elif own is None and not (index and _is_anothers(scene, clause, day, ready)):
                found = things.before(scene, sentence, clause, previous)
                if just_before is not None and (found is None or found.end <= just_before.start):
                    found = just_before  # 推进“四好农村路”建设，某大桥正在施工，力争9月底前通车
                found = found or thing or _line_title(scene, sentence) or (None if _tells(text, day, ready) else things.anything(scene, sentence, clause))
            if found is not None and (_has_amount(text, found) or _is_of_amount(scene, sentence, found)):
                continue  # 新建供水工程16处，9月底前通水; 翻新15个公园，…: the amount has that day
            if found is not None and _is_beside(scene, sentence, found):
                continue  # 增设过街灯1处，并同步施划斑马线，5月底前投用: of the amount, with all that belongs to it
            if found is None and _STATE.match(text, day.end, ready) and any(promises(scene, sentence.start, clause.start)):
                continue  # 更换管网22公里，确保10月底前具备供热条件: what the amount is for
            if found is not None or _tells(text, day, ready):
                yield _promise(scene, sentence, clause, day, ready, found)
        thing, just_before = own or thing, own
        previous = whole_clause


def _is_beside(scene: Scene, sentence: Sentence, thing: Span) -> bool:
    """Whether the thing is made along with so many that the sentence has told of."""
    clause = scene.clause_at(sentence, thing.start)
    return _ALONG.match(scene.text, clause.start, thing.start + 4) is not None and any(promises(scene, sentence.start, clause.start))


_ALONG = compiled(r"(?:并|且|将|也)*(?:同步|配套|一并)")
_GIVEN = compiled(r"由[^，。；]{2,16}(?:负责|牵头|承建|承担|实施)$")  # 其中某平台由某公司负责，…
_STATE = compiled(r"(?:全面|基本|完全|都|均)*具备[^，。；]{2,10}条件")
_ONLY_SAYS = compiled(r"(?:也|已|表示|回复|答复|回应|反馈|承诺|答应|要求|将|要|会|确保|力争|争取|计划|预计|务必|务求|可|于|在|到)*")


_IN_USE = compiled(r"(?:并|组织|实施|使用|运营|运行|验收|施工|建设|交付)*[。；！]?")


_FIRST = compiled(r"(?:首|第一)[个家批座条所间处台栋站]")


def _is_first_of(text: str, sentence: Sentence, thing: Span) -> bool:
    """Whether the thing is only the first of so many that the sentence has told of."""
    noun = text[thing.end - 2 : thing.end]
    before = text.find(noun, sentence.start, thing.start) if _FIRST.match(text, thing.start, thing.end) else -1
    return before >= 0 and any(quantities.quantities(text, max(sentence.start, before - _NEAR), before + _NEAR))


_NEAR = 8  # characters between a noun and its number


def _is_anothers(scene: Scene, clause: Span, day: Day, ready: int) -> bool:
    """Whether another organ has the day, of something else than the thing before: not of 某桥主体封顶，镇政府确保10月交付."""
    organ = scene.first_named(clause.start, day.start)
    return organ is not None and not (_ONLY_SAYS.fullmatch(scene.text, organ.end, day.start) and _IN_USE.fullmatch(scene.text, ready, clause.end))


def _is_ended(scene: Scene, later: list[tuple[tuple[Span, int], Day | None]]) -> bool:
    """Whether a clause behind gives the day of an end, of no thing of its own."""
    return any(day and not steps.is_step(scene, clause, day) and things.at_head(scene, clause) is None and _READY.search(scene.text, day.end, clause.end) for (clause, _), day in later)


def _line_title(scene: Scene, sentence: Sentence) -> Span | None:
    """What the line is called, if not after who does it: ● 县住建局：…"""
    title = scene.structure.line_title(sentence)
    owners = scene.subjects_between(title.start, title.end) if title else ()
    if not owners or title is None or owners[-1].end != title.end:
        return title
    name = owners[-1].name
    return title if organ_words.is_house(name) and name[0] not in "省市县区州镇乡" else None  # 县供销社 is no house


def _single_days(scene: Scene, sentence: Sentence) -> Iterator[tuple[Span, int]]:
    """The clauses, and where their words begin; 某桥10月底前通车、某园6月底前运营 parted, so that each has one day."""
    text = scene.text
    for clause in scene.clauses(sentence):
        begin = clause.start
        if "、" in text[clause.start : clause.end]:
            found = list(dates.days(text, clause.start, clause.end, this_year=scene.this_year))
            for one, other in pairwise(found):
                comma = text.rfind("、", one.end, other.start)
                if comma >= begin:
                    yield Span(begin, comma), clause.start
                    begin = comma + 1
        yield Span(begin, clause.end), clause.start


def _documents(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """将于6月底前出台《某某办法》."""
    text = scene.text
    for match in _DOCUMENT.finditer(text, sentence.start, sentence.end):
        clause = scene.clause_at(sentence, match.start())
        day = _deadline(scene, Span(clause.start, match.start()))
        if day is None or _PAST.search(text, clause.start, match.start()):
            continue
        if _BY.search(text[day.start : day.end]) or _EXPECTED.search(text, clause.start, match.start()):
            title = Span(*match.span("title"))
            item = Item(match["title"], title, due=day)
            place = Span(match.start(), match.end())
            yield Candidate(NAME, place, place.start, match["title"], "measure", items=[item], weak=True, due=day)


# 收集问题1.2万个，剩余问题年底前全部办结: what is left of a heap of things that nothing counts as a list
_REST = compiled(
    r"(?P<thing>(?:剩余|其余|余下|剩下|(?:尚?未|没有)(?:整改|办结|解决|化解|完成|处置)(?:完毕|到位)?)的?[一-龥]{0,6}?(?:问题|隐患|积案|案件|线索|诉求|矛盾|纠纷|欠薪|工单|信访件|点位|短板)+)(?:均|都|将|要|力争|确保|计划|须|于|在)*"
)
_SETTLED = compiled(r"(?:将|要|须)?(?:全部|全面|基本|逐一|彻底|一律)?(?:办结|整改到位|整改|解决|化解|清零|销号|处置|处理|完成整改|见底)(?:完毕|到位)?(?=[，。；]|$)")


def _rests(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    text = scene.text
    for match in _REST.finditer(text, sentence.start, sentence.end):
        clause = scene.clause_at(sentence, match.start())
        day = next(scene.deadlines(match.end(), clause.end), None)
        settled = _SETTLED.match(text, day.end, clause.end) if day is not None and day.start == match.end() else None
        if day is not None and settled is not None:
            place = Span(match.start(), settled.end())
            title = naming.clean_name(match["thing"])
            yield Candidate(NAME, place, place.start, title, "measure", items=[Item(title, Span(*match.span("thing")), due=day)], weak=True, due=day)


def _deadline(scene: Scene, clause: Span) -> Day | None:
    """The last day named in the clause that may still lie ahead."""
    return next(reversed(days_ahead(scene, clause)), None)


def _ready(scene: Scene, clause: Span, day: Day, planned: bool, head: int) -> int | None:
    """Where the word for being ready ends, if the clause promises it; amounts are told by their own pattern."""
    text = scene.text
    ready = _READY.search(text, day.end, clause.end)
    if ready is None or not naming.is_outside_quotes(text, clause.start, ready.start()) or _PAST.search(text, clause.start, clause.end) or text.startswith(_NOT_READY, ready.end()):
        return None
    if not ready[0].endswith("覆盖") and any(quantities.quantities(text, ready.end(), clause.end)):
        return None
    ahead = _EXPECTED.search(text, head, ready.start()) or text.startswith(("明年", "来年"), day.start)
    to_come = scene.published_on and day.text and len(day.text) > 4 and day.text > scene.published_on.isoformat()
    ahead = ahead or (planned and _WHAT.match(text, ready.end(), clause.end)) or ((planned or to_come) and _COMPLETED.search(text, day.end, clause.end))
    return ready.end() if ahead or _BY.search(text[day.start : day.end]) else None


def _tells(text: str, day: Day, ready: int) -> bool:
    """Whether the words between the day and its end say what is to be ready: more than 全部投入使用."""
    manner = _MANNER.match(text, day.end, ready)
    return ready - (manner.end() if manner else day.end) >= _SHORTEST


def _has_amount(text: str, thing: Span) -> bool:
    return bool(_AMOUNT_BEHIND.match(text, thing.end))


def _is_of_amount(scene: Scene, sentence: Sentence, thing: Span) -> bool:
    """为3500户家庭实施适老化改造: whether the thing stands within an amount of its clause."""
    clause = scene.clause_at(sentence, thing.start)
    return any(place.start < thing.end <= place.end for place, *_ in promises(scene, clause.start, thing.end))


def _how_many(text: str, thing: Span) -> quantities.Quantity | None:
    """56个老旧小区改造: so many of them, where the thing begins with their number."""
    first = next(quantities.quantities(text, thing.start, thing.end), None)
    return first if first is not None and _REST_OF.fullmatch(text, thing.start, first.start) else None


_REST_OF = compiled(r"(?:[为在于](?:辖下|辖内|辖区|下辖|全[市区县港])?|其余|剩余|余下|剩下|全部|首[批期]|第[一二三四][批波期])?的?")
# 某线二期|力争|年底具备运营条件: between a thing and its day
_TO_THE_DAY = compiled(r"(?:[一二三四]期|工程|项目|全线|也|将|拟|要|可|均|于|在|到|预计|力争|争取|计划|确保|有望)*")


def _promise(scene: Scene, sentence: Sentence, clause: Span, day: Day, end: int, thing: Span | None) -> Candidate:
    """Named after the title of its numbered line, if it has one (四、某中心：…), else after the thing."""
    text = scene.text
    expected = _EXPECTED_BEFORE_DAY.search(text, clause.start, day.start)
    place = Span(expected.start() if expected else day.start, end)
    before = thing is not None and clause.start <= thing.start and _TO_THE_DAY.fullmatch(text, thing.end, day.start)
    if end - day.end > _SHORTEST and not before:  # 明年某大桥完工: the thing stands behind its day
        thing = Span(day.end, end)
    elif thing is None:
        thing = Span(day.end if end - day.end > 3 else place.start, end)
    day_words = place
    if thing.start <= day.start and day.end < thing.end:
        thing = Span(_VERB.match(text, day.end, thing.end).end(), thing.end)  # 将在2026年内推出“…”项目
    if sentence.start <= thing.start < place.start:
        place = Span(thing.start, end)
    title = naming.clean_name(text[thing.start : thing.end])
    line = _line_title(scene, sentence)
    name = naming.of_line(text[line.start : line.end]) if line else title
    behind = thing.end if sentence.start <= thing.start and thing.end <= day.start else clause.start
    own = scene.first_named(behind, day.start)
    own = None if own and own.start < clause.start and text.find("已", own.end, day.start) >= 0 else own  # 某桥主体封顶，镇政府倒排工期，确保…: who has the day has the thing
    return Candidate(
        NAME,
        place,
        day_words.start if own else place.start,
        name,
        naming.single_kind(name),
        items=[Item(title, thing, _how_many(text, thing), day)],
        weak=True,
        due=day,
        extent=day_words,
    )
