"""Enumerations: A、B和C, “A”“B”“C”, X“甲”、Y“乙”; 、 inside quotes and brackets does not separate."""

from __future__ import annotations

from tracker.article.compiling import compiled
from tracker.article.structure import Span
from tracker.article.words import LISTING_VERB

_MARK = compiled(r"[、“”‘’《》（）()]")
_OPENING, _CLOSING = "“‘《（(", "”’》）)"
_LAST_JOINT = compiled(r"以及|及(?!其)|和|与(?!会)|并(?=[一-龥]{3})|暨")
_TAIL = compiled(r"(?:[等这的]|共计?|合计|总共|一共|在内的|为主的|为重点的)+$")
_VERB = compiled(LISTING_VERB)
_CHAIN = compiled(r"(?:了|好|出|以|：|:|推出|出台|提供|打造|实施|开展|推进|推动|办好|做好|抓好|落实)+")
# 苏州、无锡等地的…, 老人、儿童等群体的…, 在苏州、无锡等地实施…: for whom and where, and no members
OF_WHOM = (
    r"等(?:[各多]|重点|困难|特殊|周边|[\d两三四五六七八九十])*[个类]?"
    r"(?:地区|地方?|[省市县区州]|乡镇|街道|城市|国家|群体|人群|人员|群众|对象|居民|家庭|职工|学生|行业|企业|单位|部门|机构|场所|区域|路段|道路|河流|小区|社区|村庄)"
)
_ATTRIBUTE = compiled(rf"{OF_WHOM}(?:的[^、，。；]{{0,12}}|[^、，。；]{{0,8}}?(?:{LISTING_VERB})了?)?$")
_TO_WHOM = compiled(r"[在于向对为给从]|面向|针对")
_GOVERNED = compiled(rf"(?:{LISTING_VERB})了?$")
_QUOTED = compiled(r"[“‘]([^“”‘’]{1,40})[”’]")
_SIDE_BY_SIDE = compiled(r"(?:“[^“”]{1,40}”){2,}$")
_BEGINS_WITH_VERB = compiled(
    r"(?:实施|开展|推进|推动|新建|新增|新设|改造|建设|建成|完成|提升|提高|加强|完善|优化|增加|增设|扩大|开通|设立|打造|启动|发放|减少|精简|支持|培训|解决|规范|深化|强化|推行|组织|落实|整治|治理|开办|创办|扩建|改建|修建|免费|为|对|办理)"
)


def split(text: str, start: int, end: int, declared: int | None = None) -> list[Span]:
    """The members of an enumeration that fills start to end.

    Adjacent quotes part too; 和 and 与 part the last two only when that makes
    the declared number full, 以及 and 及 always.
    """
    parts = _parted(text, start, end)
    if parts and (declared is None or len(parts) < declared):
        parts = _last_parted(text, parts, declared)
    return [_trimmed(text, part) for part in parts if part.end - part.start >= 2]


def _parted(text: str, start: int, end: int) -> list[Span]:
    parts: list[Span] = []
    depth = 0
    begin = start
    for match in _MARK.finditer(text, start, end):
        mark = match[0]
        if mark == "、":
            if depth == 0:
                parts.append(Span(begin, match.start()))
                begin = match.end()
        elif mark in _OPENING:
            # ”“ : two quoted names side by side are two members.
            if depth == 0 and begin < match.start() and text[match.start() - 1] in "”’":
                parts.append(Span(begin, match.start()))
                begin = match.start()
            depth += 1
        else:
            depth = max(0, depth - 1)
    if depth == 0 or not parts:
        parts.append(Span(begin, end))
    return [part for part in parts if part.end > part.start]


def _last_parted(text: str, parts: list[Span], declared: int | None) -> list[Span]:
    last = parts[-1]
    for match in _LAST_JOINT.finditer(text, last.start + 2, last.end - 2):
        sides = match.start() - last.start, last.end - match.end()
        sure = (match[0] in ("以及", "及", "暨") and min(sides) >= _SHORTEST_SIDE) or (
            text[match.start() - 1] in "”’" and text[match.end()] in "“‘"
        )
        fits = declared is not None and len(parts) + 1 == declared
        if (
            match[0] in ("和", "与")
            and len(parts) > 1
            and min(sides) > _SHORTEST_SIDE
            and len(parts) < (declared or 99)
        ):
            fits = not any("和" in text[part.start : part.end] for part in parts[:-1])
        if (sure or fits) and not _inside_quotes(text, last.start, match.start()):
            return [*parts[:-1], Span(last.start, match.start()), Span(match.end(), last.end)]
    return parts


def _inside_quotes(text: str, start: int, place: int) -> bool:
    depth = 0
    for char in text[start:place]:
        if char in _OPENING:
            depth += 1
        elif char in _CLOSING:
            depth -= 1
    return depth > 0


def _trimmed(text: str, part: Span) -> Span:
    """Without the quotes that hold the whole member, and without 和 or 、 at its head."""
    start, end = part.start, part.end
    while start < end and text[start] in " 、和及与":
        start += 1
    quoted = _QUOTED.fullmatch(text, start, end)
    return Span(quoted.start(1), quoted.end(1)) if quoted else Span(start, end)


def before(text: str, clause: int, end: int, declared: int | None = None) -> tuple[list[Span], bool, int]:
    """The members that stand before a count, whether 等 leaves the list open, and where the list begins.

    `clause` is the place at which the clause's predicate begins. No members
    are found when there is no 、 and no row of quotes before the count.
    """
    tail = _TAIL.search(text, clause, end)
    stop = tail.start() if tail else end
    is_open = bool(tail and "等" in tail[0])
    if stop <= clause:
        return [], is_open, end
    start = _after_verb(text, clause, stop)
    parts = split(text, start, stop, declared)
    row = _SIDE_BY_SIDE.search(text, start, stop) if declared else None
    if row and len(parts) != declared and row[0].count("”") == declared:
        parts = split(text, row.start(), stop, declared)  # 对商铺、出租房部署“甲”“乙”“丙”三大行动
    if len(parts) == 1 and (row := _SIDE_BY_SIDE.search(text, start, stop)):
        parts = split(text, row.start(), stop, declared)  # 实施教师“甲”“乙”两个计划
    if len(parts) == 1 and declared and text[parts[0].start - 1] in _OPENING:
        inner = split(text, parts[0].start, parts[0].end, declared)  # “预约办、上门办”两项服务
        parts = inner if len(inner) == declared else parts
    parts = _first_cut(text, parts)
    start = min([part.start for part in parts], default=start)
    if len(parts) < 2 and not (is_open and parts):
        return [], is_open, end
    if len(parts) == 1 and not is_open:
        return [], is_open, end
    if not is_open and is_attribute(text, parts):
        return [], is_open, end
    return parts, is_open, start


def is_attribute(text: str, parts: list[Span]) -> bool:
    """Whether the row tells where or for whom something is done, and not what."""
    first, last = parts[0], parts[-1]
    if _ATTRIBUTE.search(text, last.start, last.end):
        return True
    to_whom = _TO_WHOM.match(text, first.start, first.end)
    alone = to_whom and not any(text.startswith(to_whom[0], part.start) for part in parts[1:])
    return bool(alone and _GOVERNED.search(text, last.start, last.end))  # 为老人、儿童提供三项服务


_SHORTEST_QUOTE = 12
_SHORTEST_SIDE = 3  # characters: 生态及地质灾害 is one thing


def in_quotes(text: str, start: int, end: int) -> list[str]:
    """列出“甲、乙、丙”3方面18项任务: what is told in the one pair of quotes that ends there."""
    quoted = _QUOTED_ROW.search(text, start, end)
    return [text[part.start : part.end] for part in split(text, *quoted.span("row"))] if quoted else []


_QUOTED_ROW = compiled(r"“(?P<row>[^“”，。；：、]{2,20}(?:、[^“”，。；：、]{2,20}){1,9})”$")


def quote_start(text: str, parts: list[Span], end: int) -> int:
    """Where the quote of a list begins that ends at `end`: with its last member, or as many as make a dozen characters.

    The members have places of their own; the quote is to show the count, and of “甲”规划师下乡活动这4个项目 no more
    than stands behind the name in quotes.
    """
    start = end
    named = _QUOTED.match(text, parts[-1].start, parts[-1].end) if parts else None
    if named and named.end() < parts[-1].end and end - named.end() >= _SHORTEST_QUOTE:
        return named.end()
    for part in reversed(parts):
        start = part.start - (text[part.start - 1 : part.start] in tuple(_OPENING))
        if end - start >= _SHORTEST_QUOTE:
            break
    return start


def _first_cut(text: str, parts: list[Span]) -> list[Span]:
    """从“A”、“B”…: when all other members are quoted whole, the first begins with its quote, too."""
    if len(parts) < 2 or any(text[part.start - 1] not in _OPENING for part in parts[1:]):
        return parts
    first = parts[0]
    quoted = list(_QUOTED.finditer(text, first.start, first.end))
    if quoted and quoted[-1].end() == first.end:
        return [Span(quoted[-1].start(1), quoted[-1].end(1)), *parts[1:]]
    return parts


def _after_verb(text: str, clause: int, stop: int) -> int:
    """Past the verb that governs the enumeration: the first one, outside quotes, before the first 、."""
    first_stop = stop
    for match in _MARK.finditer(text, clause, stop):
        if match[0] == "、" or match[0] in _OPENING:
            first_stop = match.start()
            break
    about = _ABOUT.search(text, clause, first_stop)
    clause = about.end() if about else clause
    verb = _VERB.search(text, clause, first_stop)
    if verb is None:
        said = _SAID.match(text, clause, first_stop)
        return said.end() if said else clause
    start = verb.end()
    rest = _parted(text, start, stop)
    if not any(_BEGINS_WITH_VERB.match(text, part.start) for part in rest[1:]) and (
        chain := _CHAIN.match(text, start, stop)
    ):
        start = chain.end()
    elif start < stop and text[start] in "了好出：:":
        start += 1
    said = _SAID.match(text, start, first_stop)
    return said.end() if said else start


# 围绕办税缴费|推出A、B两项举措: what it is about, whose verbs govern nothing
_ABOUT = compiled(r"(?:围绕|聚焦|针对|瞄准|紧扣|立足)[^，。；：、“]{2,24}?(?=推出|出台|实施|开展|制定|列出|梳理|部署|启动|推行|公布|打造)")
_SAID = compiled(r"(?:主要|具体)?(?:分别(?:是|为)|涉及(?!到?的)|包括|包含)")  # 推进涉及|A、B两项改革
