"""Numbered lines (一、 (一) 1. ①) and numbered clauses (一是…二是…) under a heading or a lead-in: a list of items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.article import naming, numbering, targets
from tracker.article.candidates import Candidate, Item
from tracker.article.numerals import whole
from tracker.article.patterns.counted import COUNT
from tracker.article.scene import Scene
from tracker.article.structure import Block, Span
from tracker.article.words import FUTURE, HEAD, PAST_SECTION, PLAN_SECTION, STUDY

NAME = "numbered"
_LISTY = re.compile(rf"(?:{HEAD}|部署|安排|规划|蓝图|施政|愿景)")
_PAST = re.compile(
    r"成果|成效|成绩|回顾|总结|已实施|已完成|完成情况|执行情[形况]|进展情况|工作情况|基本情况|亮点|经验|做法|业绩|背景|问题|困难|不足|取得|去年|20\d\d年(?:主要)?工作(?:回顾|总结)|上半年工作|过去"
)
_PROCEDURE = re.compile(
    r"工作要求|有关要求|组织领导|保障措施|指导思想|总体要求|基本原则|职责|总则|实施步骤|方法步骤|时间安排|考核|评价|附则|适用范围|名词解释|申报|参与方式|评选|会议|讲话|报名|条件|流程|材料|组织保障|范围|主体|对象|程序"
)
_EXHORTATION = re.compile(
    r"^(?:要|必须|应当|提高|增强|强化|加强|统一|高度|压实|压紧|严格|精心|狠抓|明确|注重|坚持|深刻|认真|切实|充分|突出|严明|落细|广泛|密切)[^。；]{0,24}?(?:认识|领导|组织|责任|考核|监督|督导|督查|站位|协调|宣传|作风|纪律|意识|氛围|保障|统筹|重视|学习|思想|引导|落实|担当|导向|谋划|调度|跟踪|标准|理念|结合)"
)
_ACTION = re.compile(
    r"^(?:实施|开展|推进|推动|新建|新增|新设|新开|改造|建设|建成|建立|建置|完成|提升|提高|加强|完善|优化|增加|增设|增办|扩大|开通|设立|设置|打造|启动|发放|减少|精简|支持|培训|培育|解决|规范|深化|强化|推行|组织|落实|整治|治理|开办|创办|扩建|改建|修建|免费|为|对|办理|赓续|持续|积极|普设|挤身|争取|加快|全面|加大|推出|出台|提供|实现|保障|落实|筹建|筹办|规划|搭建|发展|改善|更新|加装|安装|延伸|延长|推广|试点|简化|取消|降低|健全|继续|每|在|将|向|给)"
)
_THING = re.compile(
    r"(?:工程|项目|计划|行动|活动|补助|补贴|津贴|服务|中心|系统|平台|贷款|机制|改造|建设|整治|治理|提升|基地|制度|窗口|免费|措施)$"
)
_NUMBER = re.compile(
    r"[0-9一二三四五六七八九十百]{1,6}[万亿]?(?:余|多)?(?:个|所|处|座|户|套|人|名|公里|件|条|项|辆|台|张|万|亩|场|家|间|盏|吨|次|米)"
)
_LABEL = re.compile(r"[（(]?(?:牵头|责任|主办|承办|实施|主管|负责|配合|协办|完成)(?:单位|部门|机关|局|时限|时间)[：:]")
_SIDE_NOTE = re.compile(
    r"[（(][^（）()\n]{0,60}(?:牵头|责任|负责|主办|承办|配合|单位|完成时限)[^（）()\n]{0,60}[）)]?"
)
_LEAD_IN = re.compile(r"[：:]$|如下[：:。]?$|分别是$|包括$")


@dataclass(frozen=True)
class _Member:
    title: Span
    block: Span
    children: tuple[_Member, ...] = ()
    kind: str = ""


def find(scene: Scene) -> Iterator[Candidate]:
    """Every numbered list of the article that promises something."""
    yield from _under(scene, scene.structure.blocks, None)
    for paragraph in scene.structure.paragraphs:
        for run in numbering.inline(scene.text, paragraph.start, paragraph.end):
            if run[0].start > paragraph.start + 2:
                yield from _inline(scene, paragraph.start, run, paragraph.end)


def _under(scene: Scene, blocks: list[Block], parent: Block | None) -> Iterator[Candidate]:
    for group in _groups(blocks):
        found = _list(scene, group, parent)
        if found is not None:
            yield found
        for block in group:
            yield from _under(scene, block.children, block)


def _groups(blocks: list[Block]) -> Iterator[list[Block]]:
    """Blocks of one kind that count on; a new 1 begins a new group."""
    group: list[Block] = []
    for block in blocks:
        if group and (block.number.kind != group[-1].number.kind or block.number.ordinal <= group[-1].number.ordinal):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _list(scene: Scene, group: list[Block], parent: Block | None) -> Candidate | None:
    if len(group) < 2 and not (group and group[0].number.ordinal == 2):
        return None
    header = _header(scene, group[0], parent)
    counted = (_count(scene, header) or _count_above(scene, header, len(group))) if header else None
    declared = whole(counted["number"]) if counted else None
    members = [_member(scene, block) for block in group]
    if group[0].number.ordinal == 2 and (first := _lost_first(scene, header, group[0])):
        members.insert(0, first)
    members = _flattened(members, declared)
    if len(members) < 2 or header is None or _is_lost_to_children(members, declared, group[0]):
        return None
    if not _promises(scene, header, members, parent, bool(counted)):
        return None
    return _candidate(scene, header, counted, members)


def _member(scene: Scene, block: Block) -> _Member:
    end = block.children[0].start if block.children else _own_end(scene, block)
    return _Member(
        block.title, Span(block.start, end), tuple(_member(scene, child) for child in block.children), block.number.kind
    )


def _own_end(scene: Scene, block: Block) -> int:
    """An item that is a whole text ends with its line and the labels below it; one that is a title, with its block."""
    paragraph = scene.structure.paragraph_at(block.start)
    if paragraph is None or paragraph.heading:
        return block.end
    end = paragraph.end
    for below in scene.structure.paragraphs[paragraph.index + 1 : paragraph.index + 4]:
        if below.start >= block.end or not _LABEL.match(scene.text, below.start, below.end):
            break
        end = below.end
    return end


def _header(scene: Scene, first: Block, parent: Block | None) -> Span | None:
    """The words over a list: a lead-in that ends in a colon, else the parent's title, else the heading above."""
    structure = scene.structure
    paragraph = structure.paragraph_at(first.start)
    before = structure.paragraphs[paragraph.index - 1] if paragraph and paragraph.index else None
    if before is None:
        return None
    body = Span(before.number.end if before.number else before.start, before.end)
    if parent is None or before.start > parent.start:
        if _LEAD_IN.search(scene.text, body.start, body.end) or COUNT.search(scene.text, body.start, body.end):
            return body
        if parent is None and before.heading:
            return body
    if parent is not None:
        return parent.title
    for earlier in reversed(structure.paragraphs[max(0, before.index - 3) : before.index + 1]):
        span = Span(earlier.start, earlier.end)
        if earlier.heading or COUNT.search(scene.text, span.start, span.end):
            return span
    return body


def _count(scene: Scene, header: Span) -> re.Match[str] | None:
    found = None
    for match in COUNT.finditer(scene.text, header.start, header.end):
        if (whole(match["number"]) or 0) > 1 and scene.text[match.start() - 1] != "第":
            found = match
    return found


def _count_above(scene: Scene, header: Span, members: int) -> re.Match[str] | None:
    """The count in the title of a text, when it is the number of the members."""
    paragraph = scene.structure.paragraph_at(header.start)
    for above in reversed(
        scene.structure.paragraphs[
            max(0, (paragraph.index if paragraph else 0) - 3) : paragraph.index if paragraph else 0
        ]
    ):
        match = _count(scene, above)
        if match and whole(match["number"]) == members:
            return match
    return None


def _lost_first(scene: Scene, header: Span | None, second: Block) -> _Member | None:
    """The first item when its number was lost: a short line of its own between the header and 2、."""
    if header is None:
        return None
    structure = scene.structure
    last = structure.paragraph_at(second.start)
    first = structure.paragraph_at(header.end)
    for paragraph in structure.paragraphs[(first.index if first else 0) : (last.index if last else 0)]:
        if paragraph.start >= header.end and paragraph.heading and paragraph.number is None:
            return _Member(Span(paragraph.start, paragraph.end), Span(paragraph.start, second.start))
    return None


def _flattened(members: list[_Member], declared: int | None) -> list[_Member]:
    """With the parts of grouping items in their place: 3、 with (1) and (2) below it."""
    if declared == len(members):
        return members
    below = [child for member in members for child in (member.children or (member,))]
    if declared is not None and declared == len(below):
        return below
    return [
        child
        for member in members
        for child in (
            member.children
            if len(member.children) > 1 and member.children[0].kind in ("num_paren", "circled")
            else (member,)
        )
    ]


def _is_lost_to_children(members: list[_Member], declared: int | None, first: Block) -> bool:
    """Whether the members are only headings over lists of their own."""
    if declared == len(members):
        return False
    return sum(1 for member in members if len(member.children) > 1) * 2 > len(members)


def _promises(scene: Scene, header: Span, members: list[_Member], parent: Block | None, counted: bool) -> bool:
    text = scene.text
    words = text[header.start : header.end]
    tail = re.split(r"[。；]", words.strip("。；：: "))[-1]
    above = [text[block.title.start : block.title.end] for block in _ancestors(parent)]
    if any(
        _PAST.search(title[-24:]) or _PROCEDURE.search(title[-24:]) for title in (*above, *([] if counted else [tail]))
    ):
        return False
    if any(
        PAST_SECTION.search(text, member.title.start, member.title.end)
        for member in members
        if member.title.end - member.title.start < 20
    ):
        return False
    if not counted and STUDY.search(naming.unquoted(tail[-24:])):
        return False
    titles = [text[member.title.start : member.title.end] for member in members]
    if sum(1 for title in titles if _EXHORTATION.match(title) and not _NUMBER.search(title)) * 2 >= len(titles):
        return False
    ahead = sum(1 for member in members if FUTURE.search(text, member.block.start, member.block.end))
    if ahead * 2 > len(members) and len(members) > 2:
        return True
    concrete = sum(
        1
        for title, member in zip(titles, members, strict=True)
        if _ACTION.match(title)
        or _THING.search(title)
        or _NUMBER.search(text, member.title.start, min(member.block.end, member.title.end + 120))
    )
    listy = _LISTY.search(words[-60:]) or any(_LISTY.search(title) for title in above)
    return bool(listy) and concrete * 2 >= len(members)


def _ancestors(block: Block | None) -> Iterator[Block]:
    while block is not None:
        yield block
        block = block.parent


def _candidate(scene: Scene, header: Span, counted: re.Match[str] | None, members: list[_Member]) -> Candidate:
    text = scene.text
    planned = counted is not None or bool(PLAN_SECTION.search(text, header.start, header.end))
    items = [_item(scene, member, planned) for member in members]
    start = header.start if header.end - header.start <= 60 else (counted.start() if counted else header.end - 40)
    if counted and counted.end() <= header.start:
        start = header.start
    if counted:
        name = naming.counted(counted["number"], counted["classifier"], counted["phrase"])
        kind = naming.kind(counted["phrase"])
        anchor = counted.start("number")
    else:
        name = _header_name(text[header.start : header.end])
        kind, anchor = "list", header.start
    declared = whole(counted["number"]) if counted else None
    return Candidate(
        NAME,
        Span(start, items[0].span.end),
        anchor,
        name,
        kind,
        declared,
        bool(counted and (counted["more"] or counted["about"])),
        items=items,
        extent=Span(start, max(member.block.end for member in members)),
    )


def _header_name(words: str) -> str:
    words = words.strip("：: 。")
    tail = re.split(r"[。；，：]", words)[-1]
    return naming.clean_name(re.sub(r"(?:分别|具体|主要)?(?:如下|是|为|有|包括)$", "", tail))[-40:]


def _item(scene: Scene, member: _Member, planned: bool) -> Item:
    text = scene.text
    start, end = member.title.start, member.title.end
    label = _LABEL.search(text, start, end)
    if label and label.start() > start + 2:
        end = label.start()
    note = _SIDE_NOTE.search(text, start, end)
    if note and note.start() > start + 2:
        end = note.start()
    if end - start > 60:
        comma = text.find("，", start + 6, end)
        end = comma if comma > 0 else end
    while end > start and text[end - 1] in " ，。；、（(":
        end -= 1
    title = text[start:end].replace(" ", "")
    quantity, due = targets.of_item(scene, Span(start, end), member.block, planned)
    return Item(title, Span(start, end), quantity, due, targets.lead(scene, member.block))


def _inline(scene: Scene, start: int, run: list[numbering.Number], end: int) -> Iterator[Candidate]:
    text = scene.text
    header = Span(start, run[0].start)
    if re.match(r".{1,3}要", text[run[0].start : run[0].end + 1]):
        return
    bounds = [*(number.start for number in run[1:]), end]
    members = []
    for number, stop in zip(run, bounds, strict=True):
        full = re.search(r"[。；]", text[number.end : stop])
        title_end = number.end + full.start() if full else stop
        members.append(_Member(Span(number.end, title_end), Span(number.end, stop)))
    number = numbering.head(text, start, end)
    last = max(text.rfind("。", start, header.end - 1) + 1, number.end if number else start)
    if last and re.match(r" ?(?:分别|具体|依次|包括|主要|即|它们)", text[last : header.end]):
        last = max(text.rfind("。", start, last - 1) + 1, number.end if number else start)
    header = Span(last, header.end)
    words = text[header.start : header.end]
    counted = _count(scene, header)
    if not (counted or (number is None and _LISTY.search(words) and re.search(r"[：:]$|包括|分别|如下", words))):
        return
    if _promises(scene, header, members, None, bool(counted)):
        yield _candidate(scene, header, counted, members)
