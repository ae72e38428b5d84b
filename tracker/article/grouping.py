"""Which lines of a numbered tree are the members of a list: the groups, or the deeds below them."""

from __future__ import annotations

from tracker.article.listing import Member


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
