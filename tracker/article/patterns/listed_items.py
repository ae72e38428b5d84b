"""What a numbered list is once it is found: its name, and an item for each of its members."""

from __future__ import annotations

import re

from tracker.article import joining, labels, naming, organ_words, targets
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.listing import Member
from tracker.article.numerals import whole
from tracker.article.patterns import counting
from tracker.article.scene import Scene
from tracker.article.structure import Span
from tracker.article.words import PLAN_SECTION

NAME = "numbered"
_SIDE_NOTE = compiled(r"[（(][^（）()\n]{0,60}(?:牵头|责任|负责|主办|承办|配合|单位|完成时限)[^（）()\n]{0,60}[）)]?")
_WHOSE_ALL = compiled(r"[（(][一-龥、]{2,40}[局委厅办院会府处署部][）)]$")


def candidate(scene: Scene, header: Span, counted: re.Match[str] | None, members: list[Member]) -> Candidate:
    """The list under the header; `counted` is the count that the header, or a line above it, gives."""
    text = scene.text
    planned = counted is not None or any(sign.search(text, header.start, header.end) for sign in (PLAN_SECTION, _PLEDGED))
    items = [_item(scene, member, planned or _is_assigned(scene, member)) for member in members]
    start = header.start if header.end - header.start <= 60 else (counted.start() if counted else header.end - 40)
    if counted and counted.end() <= header.start:
        start = header.start
    if counted:
        name = naming.quoted_before(text, max(0, counted.start() - _LONGEST_QUOTE), counted.start())
        name = name or naming.before_count(text, max(0, counted.start() - _LONGEST_QUOTE), counted.start(), counted["phrase"])
        name += naming.counted(counted["number"], counted["classifier"], counted["phrase"])
        if name == counted["phrase"] == "项目":
            fuller = _FULLER.search(text, header.start, counted.start())
            name = fuller[0] if fuller else _titled(scene) or name
        kind = naming.kind(counted["phrase"])
        anchor = counted.start("number")
    else:
        name = _header_name(text[header.start : header.end]) or items[0].title  # 具体如下：
        name = _titled(scene) or name if _SAYS_NOTHING.fullmatch(name) else name
        kind, anchor = "list", header.end - 1
    declared = whole(counted["number"]) if counted else None
    items = counting.of_groups(scene, declared, members) or items
    if declared is not None and len(items) < declared:
        items += counting.named_below(scene, declared, members)
    place = Span(start, items[0].span.end)
    if counted and counted.end() <= header.start:
        place = Span(counted.start("number"), counted.end())  # announced farther above
    return Candidate(
        NAME,
        place,
        anchor,
        name,
        kind,
        declared,
        bool(counted and (counted["more"] or counted["about"])),
        items=items,
        extent=Span(start, max(member.block.end for member in members)),
    )


# 区政府为民办实事项目公示如下。今年的项目共18件: what it is called before
_FULLER = compiled(r"(?:为民|民生|惠民|便民)[^，。；：、“”\d]{0,6}项目")
_LONGEST_QUOTE = 16  # characters of the words in quotes by which a set is called


def _is_assigned(scene: Scene, member: Member) -> bool:
    """牵头单位：X: what is given to somebody is still to be done."""
    return bool(labels.LINE.search(scene.text, member.block.start, member.block.end))


def _header_name(words: str) -> str:
    words = words.strip("：: 。")
    note = _SIDE_NOTE.search(words) or _WHOSE_ALL.search(words)
    words = words[: note.start()] if note and note.start() > 2 else words
    tail = re.split(r"[。；，：]", words)[-1]
    return naming.clean_name(re.sub(r"^现将|(?:分别|具体|主要)?(?:如下|是|为|有|包括)$", "", tail))[-40:]


_PLEDGED = compiled(r"承诺|办实事|惠民|清单|要点|分工")  # …为民办实事承诺书, over what is pledged
# 一、项目内容, over the deeds of a notice that its title calls by their name
_SAYS_NOTHING = compiled(r"(?:项目|主要|具体|实施|实事|任务)+(?:内容|项目|任务|安排|清单|事项|名单)")
_IN_TITLE = compiled(r"(?:20\d\d年度?)?[^，。；：、《》\n关于的]{0,10}实事”?(?:项目|工程)?(?:清单)?")
_TITLES = 4  # lines at the head of a text


def _titled(scene: Scene) -> str | None:
    """What the title of the text calls the deeds."""
    for line in scene.structure.paragraphs[:_TITLES]:
        match = _IN_TITLE.search(scene.text, line.start, line.end) if line.heading else None
        if match:
            return naming.clean_name(re.sub(r"^.*?(?:印发|公布|发布|下达|做好)", "", match[0]))
    return None


# 石桥村：硬化巷道1.8公里: whose deed it is stands before the colon.
_WHOSE = compiled(
    r"[一-龥]{1,12}(?:社区|村|镇|乡|街道|学校|小学|中学|幼儿园|医院|卫生院)|[省市县区镇乡][一-龥]{1,10}(?:局|委|办|厅|科|处|中心|所|队)"
)
_DEED = compiled(r"[^，。；（(\n]+")


def _item(scene: Scene, member: Member, planned: bool) -> Item:
    text = scene.text
    start, end = member.title.start, member.title.end
    whose = _WHOSE.fullmatch(text, start, end) if text[end : end + 1] == "：" else None
    if whose and (deed := _DEED.match(text, end + 1, member.block.end)):
        place = Span(*deed.span())
        found = targets.of_item(scene, place, member.block, planned)
        found.title, found.lead = deed[0].strip(), whose[0]
        return found
    does = scene.first_named(start, start + 1)
    begun = scene.predicate_start(Span(start, end)) if does is not None else end
    if does is not None and organ_words.is_house(does.name) and text[begun : begun + 2] not in organ_words.PREDICATES:
        does = None  # 县体育馆智能化: a house of which something is made
    if does is not None and begun < end - 2:
        start = begun  # 某局会同某局新建学校3所: who does it is no part of the title
    label = labels.LINE.search(text, start, end)
    if label and label.start() > start + 2:
        end = label.start()
    note = _SIDE_NOTE.search(text, start, end)
    if note and note.start() > start + 2:
        end = note.start()
    if whom := naming.BY_WHOM.search(text, start, end) or _WHOSE_ALL.search(text, start + 2, end):
        end = whom.start()
    if end - start > 60:
        comma = text.find("，", start + 6, end)
        end = comma if comma > 0 else end
    while end > start and text[end - 1] in " ，。；、（(":
        end -= 1
    found = targets.of_item(scene, Span(start, end), member.block, planned)
    if found.due is None or found.due.text is None or found.due.reckoned:  # 完成时限：2026年11月底 says it more firmly than 年底前
        found.due = labels.day_of(scene, member.block) or found.due
    found.title = text[start : naming.without_day(text, start, end, found.quantity.end if found.quantity else None)].replace(" ", "")
    leads = targets.lead(scene, member.block)
    joint = labels.helpers(scene, member.block, leads) if leads else member.joint
    if leads is None and does is not None:
        leads, joint = does.name, joining.with_whom(scene, does, end)
    found.lead, found.joint = leads or member.lead, joint
    return found
