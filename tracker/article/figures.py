"""The figures of an item's words that are promised: which of them is its target, and what else it says; not what there is, whom it serves, what it costs."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import naming, quantities
from tracker.article.compiling import compiled
from tracker.article.quantities import Quantity
from tracker.article.structure import Span
from tracker.article.words import FUTURE

BASELINE = compiled(r"目前|现有|已(?!纳入)|原有|截至|基准|共有|去年|上年|除现|节省|节约|(?<!底，)累计")
PIECE = compiled(r"[^，。；\n（(）)]+")
_PLACE_HOLDER = compiled(r"(?:%|个百分点|倍|岁)$")
_INVESTMENT = compiled(r"(?:(?<!完成)投资|资金|预算|经费|总价|造价)(?:约|超|近|逾)?$")
_RAISED_TO = compiled(r"(?:由|从)[^，。；]{1,20}?(?:提升|提高|增加|扩大|增|扩充|调高|调升|上调|加码)(?:为|至|到)$")
_FROM = compiled(r"[由从](?:现有|原有|原来|目前|现行)?的?(?:每[人户生名年月天次亩]){0,2}$")  # 由300元提高到500元: what there is
_SCOPE = compiled(r"统筹(?:全|现有|所有)[^，。；\d]{0,6}$|先从[^，。；\d]{0,16}$")  # …中心，统筹全院900张床位: what there is
_SERVES = compiled(r"(?:惠及|涉及|受[益惠]|所需|总投资|(?<!完成)投资|编列|委托|邀集|结合)[^，。；\d]{0,8}$")  # how many profit by it, and what it costs
_PUT_IN = compiled(r"(?:投入|安排|筹措|整合|争取)[^，。；\d]{0,8}$")  # 投入5亿元，新建学校8所: what it costs
_MONEY_RULE = compiled(r"最高|每|补助|补贴|贷|奖励|发放")
_STOP = compiled(r"[。\n]")
_PART = compiled(r"[^。；\n]+")
_IN_ALL = compiled(r"合计|共计|共|总计")


def of_item(text: str, title: Span, block: Span, planned: bool) -> tuple[Quantity | None, tuple[Quantity, ...]]:
    """The target, which is the first figure of the title, else the first that the block promises, and what else they promise.

    `planned` tells that the lines of the block are a plan without saying so again.
    """
    own = _of_title(text, title)
    parts: list[Told] = []
    if quantities.SIGN.search(text, title.end, block.end):
        stop = _STOP.search(text, title.end, block.end)
        own_sentence = stop.start() if stop else block.end
        parts = [*_promised(text, Span(title.end, own_sentence), True), *_promised(text, Span(own_sentence, block.end), planned)]
    if not (own or parts):
        return None, ()
    target = _counted(text, [one for one in own if not _PLACE_HOLDER.search(one.unit)])
    target = target or next((one for part in parts if (one := _leading(text, part)) is not None), None)
    return target, _besides(text, title, [*own, *(one for part in parts for _, one in part)], target)


def besides(text: str, words: Span, target: Quantity | None) -> tuple[Quantity, ...]:
    """What the words promise beside the target."""
    sign = quantities.SIGN
    if target is not None and not (sign.search(text, words.start, target.start) or sign.search(text, target.end, words.end)):
        return ()  # as most have but one
    return _besides(text, words, _of_title(text, words), target)


def _besides(text: str, title: Span, found: list[Quantity], target: Quantity | None) -> tuple[Quantity, ...]:
    """Those that are not the target, each number once."""
    if len(found) == 1 and found[0] is target:
        return ()
    told = {(target.number, target.unit)} if target is not None else set()
    others = []
    for one in found:
        served = one.start < title.end and _SERVES.search(text, title.start, one.start)
        if not served and (one.number, one.unit) not in told:
            told.add((one.number, one.unit))
            others.append(one)
    return tuple(others)


def within(text: str, words: Span) -> list[Quantity]:
    """The figures of the words that may be targets."""
    return [one for part in _promised(text, words, True) for _, one in part if not _PLACE_HOLDER.search(one.unit)]


def _of_title(text: str, title: Span) -> list[Quantity]:
    found = []
    for quantity in quantities.quantities(text, title.start, title.end):
        before = max(title.start, quantity.start - 8), quantity.start
        if _INVESTMENT.search(text, *before) or _FROM.search(text, *before) or _SCOPE.search(text, title.start, quantity.start):
            continue
        if naming.is_outside_quotes(text, title.start, quantity.start) and not _counts_a_set(text, quantity):
            found.append(quantity)
    return found


_WORKED_ON = compiled(r"(?:延长|改造|整治|治理|修缮|更新|调整|优化|疏浚|硬化|修复)[^，。；]{2,30}等$")  # 改造甲巷、乙巷等12条小巷


Told = list[tuple[Span, Quantity]]
"""The figures of a part of a text up to ； or 。, each with its clause."""


def _promised(text: str, span: Span, promised: bool) -> Iterator[Told]:
    """The figures of the clauses that neither tell what there is nor what was done."""
    for sentence in _PART.finditer(text, span.start, span.end):
        if not quantities.SIGN.search(text, *sentence.span()):
            continue
        ahead = promised or bool(FUTURE.search(sentence[0]))
        yield [
            (Span(*piece.span()), quantity)
            for piece in PIECE.finditer(text, *sentence.span())
            if (ahead or _MONEY_RULE.search(piece[0]))
            and not BASELINE.search(text, max(sentence.start(), piece.start() - 2), piece.end())
            and not _in_brackets(text, sentence.start(), piece.start())
            for quantity in quantities.quantities(text, *piece.span())
            if (text[quantity.start - 1] != "等" or _WORKED_ON.match(text, piece.start(), quantity.start))
            and not _SERVES.search(text, piece.start(), quantity.start)
            and not _FROM.search(text, piece.start(), quantity.start)
            and not _counts_a_set(text, quantity)
            and not (quantity.kind == "元" and _PUT_IN.search(text, piece.start(), quantity.start))
        ]


def _leading(text: str, told: Told) -> Quantity | None:
    """The first figure, unless one to which something is raised, or 合计 N of the same, comes behind it."""
    counted = [(piece, one) for piece, one in told if not _PLACE_HOLDER.search(one.unit)]
    last = (one for piece, one in counted if _RAISED_TO.search(text[piece.start : one.start]) or (one.kind == counted[0][1].kind and _IN_ALL.match(text, piece.start, piece.end)))
    return next(last, None) or _counted(text, [one for _, one in counted])


def _counted(text: str, found: list[Quantity]) -> Quantity | None:
    """The first figure of what is made or given, before one that only tells of which sort it is, how long, how much for each."""
    first = found[0] if found else None
    return first if len(found) < 2 else next((one for one in found if not _describes(text, one)), first)


def _describes(text: str, one: Quantity) -> bool:
    return bool(quantities.is_of_sort(text, one) or _EACH.search(one.unit) or _EXTENT.search(text, max(0, one.start - 6), one.start))


_EACH = compiled(r"/[人户胎名位亩]$")
_EXTENT = compiled(r"(?:全长|总长|占地|总?建筑面积)(?:约|超|近|达)?$")


def _counts_a_set(text: str, quantity: Quantity) -> bool:
    """八项规定 and 十五条措施 are names; 办好八件实事 tells of deeds that stand by themselves."""
    return quantity.unit in _OF_A_SET and _SET.match(text, quantity.end) is not None


_OF_A_SET = frozenset("项条件个")
_SET = compiled(r"(?:硬)?(?:规定|措施|举措|意识|自信|维护|确保|禁令|纪律|制度)|(?:民生|为民|惠民)*实事|[^，。；、\d]{0,6}行动(?!车|图)")


def _in_brackets(text: str, start: int, place: int) -> bool:
    before = text[start:place]
    return before.count("(") + before.count("（") > before.count(")") + before.count("）")
