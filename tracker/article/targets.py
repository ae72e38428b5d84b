"""How much by when, and who leads: what an item's own words and the lines below it say."""

from __future__ import annotations

from tracker.article import dates, figures, labels, naming, organs, quantities, steps
from tracker.article.candidates import Item
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.quantities import Quantity
from tracker.article.scene import Scene
from tracker.article.structure import Span
from tracker.article.words import FUTURE

_FAR = 1500  # characters below a title in which its target and day are looked for
_STOP = compiled(r"[。\n]")
_BESIDES = compiled(r"除现有|除.{0,6}外")
_IN_FULL = compiled(r"前(?:全部|全数|全面)[一-龥]")  # 3月启用2处，8月底前全数启用: by when all of it is ready
_YEAR_NAME = compiled(r"^(20\d\d)(?!年|\d)")
_FROM_DAY = compiled(
    r"(?=[自从今明本于\d])(?:(?:自|从|(?<=[，。；：、）.\n]))(?:[今明本]年|\d{2,4}年)?\d{1,2}月(?:\d{1,2}日)?(?:零时)?起|于(?:[今明本]年|\d{2,4}年)?\d{1,2}月\d{1,2}日(?:起|正式)(?:施行|实施|上线|启用)?)"
)
_HAPPENED = compiled(r"获[得颁评选]|荣获|入选")  # 2015年再度获得某奖
_GOES_ON = compiled(r"度?(?:将|再|仍)?(?:赓续|继续|接续)")
_REST = compiled(
    r"，(?P<rest>(?:其余|剩余|余下|全部|整体|年底前|(?:1[0-2]|\d)月(?:底|\d{1,2}日)前)[^，。；\n]{0,12}?(?:全部|全面)?(?:完工|竣工|完成|建成|投用|投运|交付))(?=[，。；\n（(]|$)"
)
_RANGE = compiled(r"^(?:至|到|-|—|~|起至)$")
_LEAD = compiled(
    r"(?:(?P<label>牵头|责任|主办|承办|实施|主管|负责)(?:单位|部门|机关|局处|局|处|机构)[：:] ?(?P<after>[^；。，\n（）()]{2,40}))"
    r"|，(?!由)(?P<bare>[^，。；：、（）()\n]{2,16}[局委厅办会府署部院])(?:、[一-龥、]{2,40})?(?:共同|分别|按职责分工)?(?:牵头|负责)(?=[，。；落实施推进]|$)"
    r"|由(?P<by>[^，。；：、\n由]{2,20}?)(?:、[^，。；\n]{2,40})?(?:牵头|负责|承办|主办|组织实施|承担)"
    r"|[（(](?P<noted>[^，。；：、（）()\n]{2,20}?)(?:、[^（）()\n]{2,60})?(?:牵头|负责|主办|承办)"
)


def item(scene: Scene, part: Span) -> Item:
    """The item that a member of an enumeration makes."""
    found = of_item(scene, part, part)
    end = naming.without_day(scene.text, part.start, part.end, found.quantity.end if found.quantity else None)
    found.title = naming.clean_name(scene.text[part.start : end])
    return found


def of_item(scene: Scene, title: Span, block: Span, planned: bool = False) -> Item:
    """The item with its target and its deadline, still without a title. `planned` tells that its lines are a plan without saying so again."""
    text = scene.text
    block = Span(block.start, min(block.end, title.end + _FAR))
    quantity, others = figures.of_item(text, title, block, planned)
    if quantity is not None and text[title.end : title.end + 1] == "；" and quantity.start > title.end and next(scene.deadlines(title.start, title.end), None):
        quantity, others = None, (quantity, *others)  # 某医院年底前启用；为3.5万名女性接种: the title is a thing by itself
    own = quantity is not None and quantity.end <= title.end
    whole = quantity if own or _IN_FULL.search(text, title.end, block.end) else None
    due, aside = _due(scene, title, block, whole, quantity)
    return Item("", title, quantity, due, others=others, aside=aside)


def _due(scene: Scene, title: Span, block: Span, whole: Quantity | None, target: Quantity | None) -> tuple[Day | None, tuple[Span, ...]]:
    """The day by which the target is due, and the clauses whose day is that of something else."""
    aside: list[Span] = []
    return _day(scene, title, block, whole, target, aside), tuple(aside)


def _day(scene: Scene, title: Span, block: Span, whole: Quantity | None, target: Quantity | None, aside: list[Span]) -> Day | None:
    text = scene.text
    step: Day | None = None
    coarse: Day | None = None
    named = _YEAR_NAME.match(text[title.start : title.end])
    if named:
        return Day(named[1], title.start, title.start + 4, False, int(named[1]))
    if not dates.SIGNS.search(text, title.start, block.end):
        return None
    for piece in figures.PIECE.finditer(text, title.start, block.end):
        if coarse is None and not dates.SIGNS.search(text, *piece.span()):
            continue  # as most pieces have no day
        if piece[0].startswith("其中"):
            continue  # the day of a part
        if figures.BASELINE.search(piece[0]) and not _BESIDES.search(text, piece.start(), piece.end()):
            continue
        found = list(scene.deadlines(*piece.span()))
        if found and steps.is_step(scene, Span(*piece.span()), found[-1]):
            step = step or found[-1]  # 3月发包，…年底完工
            continue
        if found and _is_of_another(scene, title, Span(*piece.span()), found[-1], target):
            aside.append(Span(*piece.span()))
            continue
        if found and whole is not None and _is_of_part(text, whole, found[-1].end, block.end):
            continue
        if found and _HAPPENED.search(piece[0]) and not FUTURE.search(piece[0]):
            continue
        if coarse is not None and found and _GOES_ON.match(text, found[0].end, piece.end()):
            coarse = found[0]  # 103年初移回，104年赓续…: what goes on then was begun before
            continue
        if coarse is not None and ("。" in text[coarse.end : piece.start()] or (found and found[0].year != coarse.year)):
            return _of_what_is_left(scene, coarse.end, block.end) or coarse
        if found and found[0].month is None and len(found) == 1:
            coarse = coarse or found[0]  # 106年将…，预计10月底完工: a finer day may follow in the sentence
            continue
        if found:
            first = found[0]
            if len(found) > 1 and _RANGE.match(text[first.end : found[1].start]):
                return found[1]
            return _of_the_rest(scene, piece.end(), block.end) or first
    stop = _STOP.search(text, min(title.end + 1, block.end), block.end)
    time = _TIME.search(text, title.end, block.end)
    begun = in_force(scene, Span(title.start, stop.start() if stop else block.end)) or (in_force(scene, Span(time.start(), block.end)) if time else None)
    return coarse or begun or (steps.open_day(step) if step else None)


_TIME = compiled(r"(?<=完成|实施|执行|启动|开始)(?:时间|时限|日期)[：:]")  # 完成时间：5月1日起


def _is_of_another(scene: Scene, title: Span, clause: Span, day: Day, target: Quantity | None) -> bool:
    """某医院年底前启用；为3.5万名女性接种: whether the clause of the day is about another figure or thing than the target."""
    text = scene.text
    if target is not None and not clause.start <= target.start < clause.end and steps.is_of_part(scene, clause, day):
        return True
    if title.start <= clause.start < title.end:
        return False
    if target is None:
        return day.month is not None and _tells_of_its_own(text, title, clause, day) and steps.is_anothers(scene, clause, day)
    if clause.start <= target.start < clause.end:
        return False
    ends = [end.start() for end in _PART_END.finditer(text, *sorted((clause.start, target.start)))]
    own = figures.within(text, Span(ends[-1], clause.end) if ends and clause.start > target.start else clause)
    if own:
        return all(one.number != target.number for one in own) and not _LEFT_OVER.search(text, clause.start, clause.end)
    return bool(ends) and (steps.is_anothers(scene, clause, day) or (target.start >= title.end and day.month is not None and _tells_of_its_own(text, title, clause, day)))


def _tells_of_its_own(text: str, title: Span, clause: Span, day: Day) -> bool:
    """（一）城市更新。改造小区30个。推进某路改造，10月底前完成: whether the sentence of a day says more than by when it is."""
    start = max(text.rfind(mark, title.end, day.start) for mark in "。\n") + 1
    return start > title.end and _OF_IT.fullmatch(text, start, day.start) is None


# 该项目将于|10月底前…, （某局，|10月底）, 完成时限：|10月底, 责任单位：某局，|…
_OF_IT = compiled(
    r"(?:[（(][^（）()。\n]{2,40}[，；、：]|[^。\n]*(?:时限|期限|时间|工期|节点)(?:要求)?(?:[：:]|[是为到至])? ?|[^。\n]{0,40}(?:单位|部门|科室|领导)[：:][^。\n]*|(?:目前|现)?，?(?:该|此|本|其|上述|以上|全部|所有|各项?)?(?:项目|工程|任务|工作|其余|剩余|余下)?(?:均|都|全部|已[^，。\n]{2,12}，)?(?:计划|预计|预期|力争|确保|争取|将|拟|于|在|到|至|要|须)*)"
)
_PART_END = compiled(r"[。；\n]")
_LEFT_OVER = compiled(r"其余|剩余|余下")  # with which the whole is ready


def _is_of_part(text: str, whole: Quantity, start: int, end: int) -> bool:
    """300个据点: 104年度预计新增30点 is a part of them by then."""
    stop = _SENTENCE_END.search(text, start, end)
    part = next(quantities.quantities(text, start, stop.start() if stop else end), None)
    alike = part is not None and (part.unit == whole.unit or (part.unit in _OF_PLACES and whole.unit in _OF_PLACES))
    return part is not None and alike and part.number < whole.number


_OF_PLACES = frozenset("个处所家点座站")
_SENTENCE_END = compiled(r"[。；]")


def _of_the_rest(scene: Scene, start: int, end: int) -> Day | None:
    """6月底前完成主管，年底前完工; …完成10处，其余年底前完成: the day by which all of it is ready."""
    match = _REST.match(scene.text, start, end)
    return next(scene.deadlines(*match.span("rest")), None) if match else None


# 全年目标为16所。截至6月底，完工5所，其余项目将于8月底前交付: when all of it is ready
_LEFT = compiled(r"(?:其余|剩余|余下)[^，。；\n\d]{0,8}?(?:将|计划|预计|力争|确保)*(?:于|在)?(?P<day>[^，。；\n]{2,12}?前)(?:全部|全面)?(?:完工|竣工|完成|建成|投用|投运|交付)")


def _of_what_is_left(scene: Scene, start: int, end: int) -> Day | None:
    match = _LEFT.search(scene.text, start, end)
    return next(scene.deadlines(*match.span("day")), None) if match else None


def in_force(scene: Scene, words: Span) -> Day | None:
    """自7月1日起…: without a deadline, the day from which the thing is in force."""
    for begun in _FROM_DAY.finditer(scene.text, words.start, words.end):
        for day in scene.days(*begun.span()):
            if day.text and day.day:
                return day
    return None


_LEADS = compiled(r"[（(](?:牵头|主办)(?:单位|部门)?[）)]")  # 市财政局、市教育局（牵头）


def lead(scene: Scene, block: Span) -> str | None:
    """The organ that leads: 牵头单位：X, 由X牵头, (X牵头), (X); as written."""
    match = _LEAD.search(scene.text, block.start, min(block.end, block.start + _FAR))
    words = Span(block.start, min(block.end, block.start + _FAR))
    if match is None or _LEADS.search(scene.text, words.start, words.end):
        named = labels.noted(scene, words)
        named = named if named.organ else labels.labelled(scene, words)
        if named.organ or match is None:
            return named.organ.name if named.organ else None
    group = next(name for name in ("after", "bare", "by", "noted") if match[name])
    start, end = match.span(group)
    end = min(
        (place for place in (scene.text.find("、", start, end), scene.text.find(" ", start, end)) if place > 0),
        default=end,
    )
    names = organs.names(scene.text[start:end])
    end = start + len(names[0]) if names and scene.text.startswith(names[0], start) else end
    organ = organs.named(scene.text, start, end, scene.directory)
    return organ.name if organ else scene.text[start:end].strip()
