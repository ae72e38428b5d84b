"""改造老旧小区3000个: a verb and a quantity of things to be made, done or given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from tracker.article import naming, outlook
from tracker.article.candidates import Candidate, Item
from tracker.article.scene import Scene
from tracker.article.scheduling import common_day, dated_items
from tracker.article.structure import Sentence, Span

NAME = "amount"


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """The amounts of the clauses that look ahead."""
    planned = outlook.is_planned(scene, sentence)
    present = False
    if not (planned or outlook.has_cue(scene, sentence)):
        present = outlook.is_set_down(scene, sentence)
        if not (present or outlook.is_given(scene, sentence)):
            return
        planned = True
    ahead = {clause.start for clause in outlook.ahead(scene, sentence, planned)}
    items = dated_items(scene, scene.clauses(sentence), lambda clause: clause.start in ahead)
    for own in _per_owner(scene, sentence, items):
        place = Span(own[0].span.start, own[-1].span.end)
        name = own[0].title
        yield Candidate(
            NAME,
            place,
            place.start,
            name,
            naming.single_kind(name),
            items=own,
            weak=True,
            due=common_day(own),
            present=present,
        )


def _per_owner(scene: Scene, sentence: Sentence, items: list[Item]) -> Iterator[list[Item]]:
    """甲局将新建5所，乙局将培训900人: the amounts of each."""
    owners = [organ for organ in scene.subjects_between(sentence.start, sentence.end) if not organ.generic]
    if len(owners) < 2:
        if items:
            yield items
        return
    starts = [organ.start for organ in owners]
    for _, own in groupby(items, lambda item: bisect_right(starts, item.span.start)):
        yield list(own)
