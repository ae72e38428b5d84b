"""Which lines of a numbered tree are the members of a list: the groups, or the deeds below them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
    if all(map(_FIELD.fullmatch, titles)):
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
    for sentence in scene.sentences_in(member.title.end + 1, min(line.end, member.block.end)):
        start = max(sentence.start, member.title.end + 1)
        if start < sentence.end - 1:
            yield replace(member, title=Span(start, sentence.end - 1), block=Span(start, sentence.end))
