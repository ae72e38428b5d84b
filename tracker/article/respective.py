"""分别: of several organs and as many things, the first does the first, the second the second."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from tracker.article import joining
from tracker.article.candidates import COMMITMENT, Candidate
from tracker.article.compiling import compiled
from tracker.article.scene import Scene

_EACH = compiled(r"(?:今年|年内|[将还也已拟])*分别")


def pair(scene: Scene, found: Iterable[Candidate]) -> None:
    """Give each of several owners in a row what is its own; where that cannot be told, a person has to."""
    told = (one for one in found if one.verdict == COMMITMENT and one.owner is not None)
    for owner, group in groupby(told, key=lambda one: one.owner):
        things = list(group)
        row, end = joining.row(scene, owner, things[0].anchor)
        each = _EACH.match(scene.text, end) if row else None
        if each is None or things[0].covers.start < each.end():
            continue
        if len(things) == len(row) + 1:
            for thing, organ in zip(things, [owner, *row], strict=True):
                thing.owner, thing.joint = organ, []
        else:
            for thing in things:
                thing.doubts.append("respectively")
