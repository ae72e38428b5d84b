"""Which lines of a numbered tree are the members of a list: the groups, or the deeds below them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tracker.article.compiling import compiled
from tracker.article.listing import Member
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


def by_field(scene: Scene, members: list[Member]) -> tuple[list[Member], list[str]]:
    """1.就业方面。新增岗位5万个。培训2000人。…: the sentences as members, and what their fields are called, where all the lines are such."""
    fields = [_FIELD.fullmatch(scene.text, member.title.start, member.title.end) for member in members]
    below = [list(_sentences(scene, member)) for member in members]
    if len(members) < _TWO or not (all(fields) and all(below)):
        return members, []
    return [member for several in below for member in several], [field[0] for field in fields if field]


_TWO = 2  # lines


def _sentences(scene: Scene, member: Member) -> Iterator[Member]:
    line = scene.structure.paragraph_at(member.title.start)
    if member.children or line is None or scene.text[member.title.end : member.title.end + 1] not in ("。", "："):
        return
    for sentence in scene.sentences_in(member.title.end + 1, min(line.end, member.block.end)):
        start = max(sentence.start, member.title.end + 1)
        if start < sentence.end - 1:
            yield replace(member, title=Span(start, sentence.end - 1), block=Span(start, sentence.end))
