"""Which lines of a numbered tree are the members of a list: the groups, or the deeds below them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from tracker.article import labels
from tracker.article.compiling import compiled
from tracker.article.listing import Member
from tracker.article.promised import promises
from tracker.article.scene import Scene
from tracker.article.structure import Span


def flattened(members: list[Member], declared: int | None, grouped: int | None) -> list[Member]:
    """With the parts of grouping items in their place: 3、 with (1) and (2) below it, all of 6类15项 below their 6 groups."""
    if declared == len(members):
        return members
    if grouped is not None and declared and 1 < grouped < len(members):
        # 3个方面9项任务, and a fourth section with demands: the first three groups make up the number
        below = [child for member in members[:grouped] for child in (member.children or (member,))]
        if len(below) == declared:
            return below
    below = [child for member in members for child in (member.children or (member,))]
    if declared is not None and (len(below) == declared or (grouped == len(members) < len(below) <= declared)):
        return below
    return [
        child
        for member in members
        for child in (
            member.children
            if member.children and member.children[0].kind in (("num_paren", "circled") if len(member.children) > 1 else ("circled",))
            else (member,)
        )
    ]


def counting_on(members: list[Member]) -> list[Member]:
    """The members below 一、二、三、 when their numbers go on from one section to the next: one list in sections."""
    below: list[Member] = []
    sections = 0
    for member in members:
        ordinals = [child.ordinal for child in member.children]
        last = below[-1].ordinal if below else 0
        if not ordinals or ordinals != list(range(last + 1, last + 1 + len(ordinals))):
            break
        if below and member.children[0].kind != below[-1].kind:
            break
        below += member.children
        sections += 1
    return below if sections > 1 else []


def below_sections(scene: Scene, members: list[Member], declared: int | None) -> tuple[list[Member], list[str]]:
    """一、住房保障 over 市住建局改造…。 and 市城管局新增…。: the lines below headings that only part them, and what the headings are called."""
    if declared == len(members):
        return members, []
    below = list(takewhile(bool, (lines_below(scene, member) for member in members)))
    if len(below) < len(members) or len({line.title.start for lines in below for line in lines}) < _TWO:
        return members, []
    titles = [scene.text[member.title.start : member.title.end] for member in members]
    parted = all(map(_OF_LIFE.fullmatch, titles)) or any(map(_REST.fullmatch, titles))
    short = all(line.block.end - line.block.start <= _SHORT for lines in below for line in lines)  # which prose below a deed is not
    if parted or (short and any(len(_doers(scene, lines)) > 1 for lines in below)):
        deeds = [line for lines in below for line in lines]
        return deeds, [] if declared and len(deeds) > declared else titles  # more than were counted: a doubt that no field dispels
    return members, []


_SHORT = 80  # characters of a line that tells of one deed
_OF_LIFE = compiled(
    r"(?:(?:城乡|基础设施|就医|人居|教育|医疗|卫生|健康|住房|居住|养老|托育|就业|创业|交通|出行|文化|体育|旅游|环境|生态|环保|社会保障|社保|救助|社会|公共|民生|城建|城市|农村|农业|水利|食品|食药|安全|平安|绿化|供水|供热|能源|残疾人|儿童|助残)[、和与]?)+"
    r"(?:保障|服务|事业|民生|惠民|便民|安全|建设|类|方面|领域)?"
)
_REST = compiled(r"其[他它](?:方面|工作|事项|任务|实事|项目)?")
_TOGETHER = compiled(r"牵头|配合|协[同助办]|会同")
_STOP = compiled(r"[。；\n]")


def lines_below(scene: Scene, member: Member) -> list[Member]:
    """The unnumbered lines below a heading, each with the labels under it."""
    heading = scene.structure.paragraph_at(member.title.start)
    if member.children or heading is None or not heading.heading:
        return []
    below = scene.structure.paragraphs_within(heading.start, member.block.end - 1)
    own = [line for line in below if line.number is None and not labels.LINE.match(scene.text, line.start, line.end)]
    found = []
    for line, end in zip(own, [*(line.start for line in own[1:]), member.block.end], strict=False):
        stop = _STOP.search(scene.text, line.start, end)
        found.append(replace(member, title=Span(line.start, stop.start() if stop else line.end), block=Span(line.start, end)))
    return found


def _doers(scene: Scene, lines: list[Member]) -> set[str]:
    """Whom the lines begin with; nobody where one of them leads and another helps with one deed."""
    if any(_TOGETHER.search(scene.text, *_span(line)) for line in lines):
        return set()
    found = (scene.first_named(line.title.start, line.title.start + 1) for line in lines)
    return {doer.name for doer in found if doer}


_FIELD = compiled(r"[^，。；：、\d]{2,12}(?:方面|领域)")


_TOLD = compiled(r"已(?!纳入|列入)|目前|累计|完成率")
_RUN_IN = compiled(r"[^，。；：\d]{2,12}")


def _span(member: Member) -> tuple[int, int]:
    return member.block.start, member.block.end


def by_field(scene: Scene, members: list[Member], declared: int | None) -> tuple[list[Member], list[str]]:
    """1.就业方面。新增岗位5万个。培训2000人。…: the sentences as members, and what their fields are called, where all the lines are such.

    Of other run-in headings that are too few for the number declared, it is the deeds below them if these are about so many.
    """
    below = [list(_sentences(scene, member)) for member in members]
    if len(members) < _TWO or not all(below):
        return members, []
    titles = [scene.text[member.title.start : member.title.end] for member in members]
    sentences = [sentence for several in below for sentence in several]
    if all(map(_FIELD.fullmatch, titles)) or (declared != len(members) and all(map(_OF_LIFE.fullmatch, titles))):
        return sentences, titles
    if declared and len(members) < declared and all(map(_RUN_IN.fullmatch, titles)) and not any(_TOLD.search(scene.text, *_span(member)) for member in members):
        deeds = [deed for sentence in sentences for deed in _deeds(scene, sentence)]
        if len(members) < len(deeds) <= declared <= len(deeds) * _NEARLY:
            return deeds, titles
    return members, []


_NEARLY = 4 / 3


def _deeds(scene: Scene, sentence: Member) -> Iterator[Member]:
    """Each amount that a sentence promises, else all of it."""
    amounts = [place for place, *_ in promises(scene, sentence.title.start, sentence.title.end)]
    ends = [*(place.start for place in amounts[1:]), sentence.block.end]
    for place, end in zip(amounts, ends, strict=False):
        yield replace(sentence, title=place, block=Span(place.start, end))
    if not amounts:
        yield sentence


_TWO = 2  # lines


def _sentences(scene: Scene, member: Member) -> Iterator[Member]:
    line = scene.structure.paragraph_at(member.title.start)
    if member.children or line is None or scene.text[member.title.end : member.title.end + 1] not in ("。", "："):
        return
    found: list[Member] = []
    for sentence in scene.sentences_in(member.title.end + 1, min(line.end, member.block.end)):
        start = max(sentence.start, member.title.end + 1)
        if found and labels.LINE.match(scene.text, start, sentence.end):
            found[-1] = replace(found[-1], block=Span(found[-1].block.start, sentence.end))  # …400张。（责任单位：某局）
        elif start < sentence.end - 1:
            found.append(replace(member, title=Span(start, sentence.end - 1), block=Span(start, sentence.end)))
    yield from found
