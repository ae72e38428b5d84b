"""Which day belongs to which amount: 6月底前建成5处，改造3个、加装2部，年底前完成."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from tracker.article import members, naming, steps
from tracker.article.candidates import Item
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.promised import BEGINS, BEGUN, PARTS_IN_BRACKETS, promises
from tracker.article.quantities import quantities
from tracker.article.scene import Scene
from tracker.article.structure import Span

LEFT_OVER = ("其余", "剩余", "余下", "剩下")
LEFT = compiled(rf"(?:{'|'.join(LEFT_OVER)})的?(?P<amount>[^，。；\n]{{0,12}}?\d[\d,.]*[万千]?[一-龥]{{1,2}})")
_OF_A_LIST = frozenset("项件条批")  # 其余20项: of a list that has been told of
_BACK = compiled(r"已|截至|去年|(?<!以)上年|了")
_COARSE = compiled(r"半年|全年|年内")  # a frame, which a finer day behind it makes good
UNDATED = compiled(
    r"(?:[春秋]季学期|学期|[春暑]运|元旦|[主入]?汛期?|[暑寒]假|暑期|春节|国庆节?|开学|入冬|(?<![一-龥])[一-龥]{2}节|(?:中秋|端午|清明|重阳|元宵|教师|劳动|儿童|泼水|火把)节?|(?:下个)?(?:[采供取]暖|供热)[季期](?:到来)?)(?:之|以)?前(?!后)|本学[期年](?:内|末|结束前)?|今(?:冬(?:明春)?|[夏秋])|(?<![前每])(?:[一两三四五六七八九十]{1,2}|\d{1,2})(?:年|个月|周|天)(?:之|以)?内"
)  # a deadline that is no day of the calendar
_BARE = 3  # characters beside its day: 年底前， leads to what follows it, 年底前建成 does not
# 其中河东等处的6座|还将增设更衣室: what has a day of its own
BESIDES = compiled(r"其中[^，。；]{0,30}?(?P<some>\d[\d,.]*[万千]?[一-龥]{1,2})(?:还|另)(?:将|要|会|计划)(?:同步|陆续|统一)?")
OPEN_BRACKET = compiled(r"[（(][^（）()]*$")
_READY = compiled(r"建成|完[成工]|竣工|投[用产]|通[车水]|开[业放]|启用|交付|到位|验收")


def dated_items(
    scene: Scene, clauses: Iterable[Span], counts: Callable[[Span], bool] = lambda clause: True
) -> list[Item]:
    """Every amount of the clauses with its day.

    A day before an amount holds for it and, until another comes, for the
    amounts after it. A day that no amount follows in its clause closes: it
    holds for those before it that have none of their own clause. `counts`
    tells of a clause whether its amounts are promised.
    """
    clauses = list(clauses)
    promised = {clause.start: _promised(scene, clause) for clause in clauses if counts(clause)}
    if not any(promised.values()):
        return []
    items: list[Item] = []
    waiting: list[Item] = []  # without a day, or only with one that an earlier clause or 今年 lends
    undated: list[Item] = []  # all without a day of their own clause
    lent: Day | None = None
    lender: str | None = None  # whose clause lends it
    firm = False  # 11月底前，某局将…: which alone opens it, and that no clause behind makes good
    doer: str | None = None
    way: list[Day] = []  # days that only tell of a step
    over: Day | None = None  # what 年底前，一是…，二是… lends to all
    besides = next((clause for clause in clauses if BESIDES.match(scene.text, clause.start, clause.end)), None)
    for clause in clauses:
        if besides is not None and clause.start >= besides.start:
            break  # 其中6座还将增设更衣室，10月底前启用: of these alone
        if _TURN.match(scene.text, clause.start, clause.end):  # 一是6月底前…，二是…: the day of the one is none of the other's
            if lent is not None and scene.text.find("一是", lent.end, clause.start + 2) >= 0:
                over = lent
            lent, waiting = over, []
        if clause.start not in promised and _BACK.search(scene.text, clause.start, clause.end):
            continue
        doer = next((one.name for one in scene.subjects_between(clause.start, clause.end) if not one.generic), doer)
        if lender not in (None, doer):
            lent = lender = None  # 甲局今年将…，乙局新增…: the year of the one is none of the other's
        found = promised.get(clause.start, [])
        part = scene.text.startswith("其中", clause.start)  # whose day is none of the whole
        if not found and items and (turns := in_turn(scene, clause, len(items))):
            for item, day in zip(items, turns, strict=True):
                item.due = item.due or day
            waiting = []
            continue
        if not found and items and clause.start in promised and (also := _of_the_verb(scene, clause, items[-1])) is not None:
            found = [also]
        for day in days_ahead(scene, clause):
            if not found and OPEN_BRACKET.search(scene.text, clause.start, day.start):
                continue  # …，启动“清零”行动（11月底结束）: of what stands before the bracket
            found = [_before_step(scene, clause, item, day) for item in found]
            following = [item for item in found if item.span.end > day.end]
            if following:
                for item in following:
                    item.due = day
            elif steps.is_step(scene, clause, day) or (steps.is_anothers(scene, clause, day) and not _is_just_behind(found, day)):
                way.append(day)
                continue
            elif not found and _OF_ALL.match(scene.text, clause.start, day.start):
                for item in undated:
                    item.due = day
                waiting = []
            elif not found and _GIVEN.search(scene.text, clauses[0].start, clause.start) and scene.text.count("由", clauses[0].start, clause.start) == 1:
                for item in items:
                    item.due = day if item.due is None or (item.due.month is None and (item.due.text or not item.due.note)) else item.due
                waiting = []
                waiting = []
            elif found or clause is clauses[-1] or not _is_bare(scene, clause, day):
                for item in [*(() if part else waiting), *found]:
                    framed = item in waiting or (item.due is not None and item.due.start < item.span.start)  # 今年新建的12所学校8月底前交付
                    loose = item in waiting and item.due is not None and item.due.note == "due_unfixed" and _ALL_THEN.match(scene.text, day.end, clause.end)
                    if item.due is None or loose or (framed and (item.due.text or not item.due.note) and (_makes_good(day, item.due) or _BEGUN.match(item.title))):
                        item.due = day
                waiting = waiting if part else []
            if part or (found and _IN_BRACKETS.match(scene.text, day.end, clause.end)):
                continue  # 改造公厕20座（10月底前完成），新增…: of what they close, and of nothing else
            lent, lender = day, doer
            firm = bool(day.month) and not found and _is_bare(scene, clause, day) and scene.text[day.end - 1] == "前"
        for item in found:
            if item.due is None:
                undated.append(item)
                unfixed = UNDATED.search(scene.text, clause.start, item.span.start)
                passed = next(scene.passed(clause.start, item.span.start), None)
                item.due = Day(None, *unfixed.span(), False, None, note="due_unfixed") if unfixed else passed or lent
                if item.due is None or item.due is not lent or not firm:
                    waiting.append(item)
            elif item.due.month is None or _COARSE.search(scene.text, item.due.start, item.due.end):
                waiting.append(item)
        items += found
    _set_in_force(scene, clauses, items)
    _set_unfixed(scene, clauses, items)
    for item in items if way else ():
        item.due = item.due or next((steps.open_day(day) for day in way if day.start > item.span.start), None)
    return _wholes(scene, items)


def _before_step(scene: Scene, clause: Span, item: Item, day: Day) -> Item:
    """剩余12个小区|8月中旬前全部进场: what is left of a thing, without the step that the clause tells of it."""
    within = item.quantity is not None and item.quantity.end <= day.start < item.span.end and steps.is_step(scene, clause, day)
    return replace(item, title=naming.clean_name(scene.text[item.span.start : day.start]), span=Span(item.span.start, day.start)) if within else item


def _is_just_behind(found: list[Item], day: Day) -> bool:
    """新建的12所学校|8月底前交付: the thing that the day has for its own is that of the amount."""
    return any(0 <= day.start - item.span.end <= _FILLER for item in found)


# 均于6月底前完成, behind 一是…，二是… or 年底前，…: what is said of all holds for all
_OF_ALL = compiled(r"(?:以上|上述)?(?:[一-龥]{0,4}(?:任务|项目|工作|工程))?(?:均|都)|以上|上述")
_GIVEN = compiled(r"，(?:以上|上述|这些|前述)?[一-龥]{0,4}?(?:均|都|统一)?由[^，。；：\d]{2,30}(?:牵头|负责|落实|实施|推进|办理|承办|主办|承担)，$")  # 一是…，二是…，由某局牵头，|年底前完成
_ALL_THEN = compiled(r"前?(?:将|要|力争|确保)*(?:全部|全面|均|都)")  # 汛前加固水库12座，5月15日前全部完工: firmer than 汛前
_IN_BRACKETS = compiled(r"[^（()）]*[）)]")
_TURN = compiled(r"[一二三四五六七八九十]{1,2}是(?!否|非|指|不)")
_BEGUN = compiled(r"启动|开工|动工|开建")  # 今年12月启动12个小区改造，明年6月完工
_FILLER = 2  # characters: 将于


def _makes_good(day: Day, frame: Day) -> bool:
    """Whether a day that closes may stand for the frame before it: one of the same year, or any behind 今年, which tells when it is done, not by when."""
    return frame.year in (None, day.year) or (frame.reckoned and frame.month is None)


def in_turn(scene: Scene, clause: Span, size: int) -> list[Day]:
    """分别于9月底、11月底前建成: as many days as things; else none."""
    if size < 2 or scene.text.find("分别", clause.start, clause.end) < 0:
        return []
    found = days_ahead(scene, clause)
    return found if len(found) == size else []


def _promised(scene: Scene, clause: Span) -> list[Item]:
    """The amounts of a clause, or what it says is left of a thing."""
    number = scene.structure.number_at(clause.start)
    start = max(scene.predicate_start(clause), number.end if number else 0)
    found = [item for place, title, quantity in promises(scene, start, clause.end) for item in _apart(scene, Item(title, place, quantity))]
    left = None if found else left_over(scene, clause)
    return [left] if left is not None else found


_WORK = compiled(r"(?:建设|改造|整治|治理|提升|升级|更新|修缮|修复|筛查|检查|服务|行动|工程|覆盖|清零|扩[面容]|培训|整改|保护|帮扶|救助|开放|配送)$")
_SHORTEST = 6  # characters of a verb and its thing


def _apart(scene: Scene, item: Item) -> list[Item]:
    """推进网络建设、实施课后服务全覆盖、开展视力筛查20万人次: the works before that of the amount are deeds without one."""
    text = scene.text
    if item.quantity is None or text.find("、", item.span.start, item.quantity.start) < 0:
        return [item]
    parts = members.split(text, item.span.start, item.span.end)
    if not parts:
        return [item]  # 将建、8家…: nothing stands before the mark
    *works, last = parts
    told = parts[0].start == item.span.start and parts[0].end - parts[0].start >= _SHORTEST and BEGINS.match(text, item.span.start)
    if not (works and told and last.start <= item.quantity.start and BEGINS.search(text, last.start, item.quantity.start)):
        return [item]
    if any(_DIGIT.search(text, one.start, one.end) for one in works):
        return [item]
    if not all(_WORK.search(text, one.start, one.end) or BEGINS.match(text, after.start) for one, after in pairwise(parts)):
        return [item]
    named = [Item(naming.clean_name(text[one.start : one.end]), one) for one in works]
    return [*named, replace(item, title=naming.clean_name(text[last.start : item.span.end]), span=Span(last.start, item.span.end))]


_DIGIT = compiled(r"\d")


# 新建养老中心9个，助餐点20家: the verb still holds
_NOUN_AND_NUMBER = compiled(
    r"(?!其中|其余|剩余|比|可|共|总|累计|合计|占|每|约|近|达|最|已|超|建筑|投资|资金|惠及|受益|覆盖|涉及|服务|带动)(?:(?![可后已])[一-龥“”]){2,14}(?<![约近超达共各为到至])(?:\d[\d,.]{0,7}|[二三四五六七八九十百千]{1,6})[万千]?(?:公里|千米|[个处座所家套台辆条间栋部支盏场片块根只])(?:以上|左右)?[。；]?"
)


def _of_the_verb(scene: Scene, clause: Span, before: Item) -> Item | None:
    if scene.text[before.span.end : clause.start] != "，" or not _NOUN_AND_NUMBER.fullmatch(scene.text, clause.start, clause.end):
        return None
    amount = next(quantities(scene.text, clause.start, clause.end), None)
    return Item(naming.clean_name(scene.text[clause.start : amount.end]), Span(clause.start, amount.end), amount) if amount else None


def _wholes(scene: Scene, items: list[Item]) -> list[Item]:
    """公厕78座，其中新建40座、改造38座: the parts of an amount are no amounts beside it."""
    kept: list[Item] = []
    rest = Decimal(0)  # of the last whole, that parts may still make up
    for item in items:
        before = kept[-1] if kept else None
        if (of := _left_of(item, kept)) is not None:
            of.due, of.span = item.due or of.due, Span(of.span.start, item.span.end) if of is before else of.span
            continue
        if before is not None and _is_part(scene, item, before, rest):
            assert item.quantity is not None and before.quantity is not None
            rest = (rest or before.quantity.number) - item.quantity.number
            before.span = Span(before.span.start, item.span.end)
            continue
        rest = Decimal(0)
        kept.append(item)
    return kept


def _left_of(item: Item, kept: list[Item]) -> Item | None:
    """新建30个，已完成10个，其余20个年底前完成: the amount of which something is left, which is ready when that is."""
    amount = item.quantity if item.title.startswith(LEFT_OVER) else None
    return next((one for one in reversed(kept) if amount and one.quantity and one.quantity.unit == amount.unit and one.quantity.number > amount.number), None)


def _is_part(scene: Scene, item: Item, whole: Item, rest: Decimal) -> bool:
    """Whether an amount is a part of the one before, with no day of its own."""
    one, other = item.quantity, whole.quantity
    told = rest > 0 or "其中" in scene.text[whole.span.end : item.span.start]
    if not told or one is None or other is None or one.unit != other.unit or one.number > (rest or other.number):
        return False
    return item.due is None or (whole.due is not None and whole.due.text == item.due.text)


def _set_in_force(scene: Scene, clauses: list[Span], items: list[Item]) -> None:
    """…提高到768元，自12月1日起执行: without a deadline, the day from which it is in force."""
    if all(item.due for item in items) or not any("起" in scene.text[one.start : one.end] for one in clauses):
        return
    for clause in clauses:
        for day in scene.days(clause.start, clause.end):
            if not (day.starts and day.day and day.text):
                continue
            begun = _BEGUN_THEN.match(scene.text, day.end, clause.end)
            own = [item for item in items if day.end <= item.span.start < clause.end]  # 增设15处，并自7月1日起提高补助至5万元
            if not own and day.end == clause.end and not _holds_one_of(items, next((one for one in clauses if one.start > clause.start), clause)):
                return  # 7月1日起，全市开通移动支付，新增5种: the day of what has no amount
            for item in own if begun or own else items:
                item.due = item.due or day
            if not (begun or own):
                return


def _holds_one_of(items: list[Item], clause: Span) -> bool:
    return any(clause.start <= item.span.start < clause.end for item in items)


_READY_BY = compiled(rf"(?P<words>{UNDATED.pattern})(?:将|要|力争|确保|全部|全面|正式|陆续|可)*(?:{_READY.pattern})")


def _set_unfixed(scene: Scene, clauses: list[Span], items: list[Item]) -> None:
    """新建学校3所，力争国庆节前全部投用: words that are no day of the calendar, for want of one."""
    ready = _READY_BY.search(scene.text, items[-1].span.end, clauses[-1].end) if items and not any(item.due for item in items) else None
    for item in items if ready else ():
        item.due = Day(None, *ready.span("words"), False, None, note="due_unfixed")


_BEGUN_THEN = compiled(rf"[^，。；]{{0,2}}?(?:{BEGUN.pattern})")  # 增设65处，并自5月1日起新辟某路线


def left_over(scene: Scene, clause: Span) -> Item | None:
    """其余3所7月底前完成: what is left of a thing."""
    match = LEFT.search(scene.text, clause.start, clause.end)
    amount = next(quantities(scene.text, *match.span("amount")), None) if match else None
    if match is None or amount is None or amount.unit in _OF_A_LIST:
        return None
    return Item(naming.clean_name(scene.text[match.start() : clause.end]), Span(match.start(), clause.end), amount)


def common_day(items: list[Item]) -> Day | None:
    """The day of all the items, if they have the same."""
    first = items[0].due if items else None
    return first if first and all(item.due and item.due.text == first.text for item in items) else None


def days_ahead(scene: Scene, clause: Span) -> list[Day]:
    """The days named in the clause by which something may be promised."""

    def find() -> list[Day]:
        return [day for day in scene.deadlines(clause.start, clause.end) if not PARTS_IN_BRACKETS.search(scene.text, clause.start, day.start)]

    return scene.remembered(("days", clause.start, clause.end), find)


def _is_bare(scene: Scene, clause: Span, day: Day) -> bool:
    return clause.end - clause.start - (day.end - day.start) < _BARE and not _READY.match(scene.text, day.end, clause.end)
