"""改造老旧小区3000个: a verb and a quantity of things to be made, done or given."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import naming, outlook
from tracker.article.candidates import Candidate
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
    if items:
        place = Span(items[0].span.start, items[-1].span.end)
        name = items[0].title
        yield Candidate(
            NAME,
            place,
            place.start,
            name,
            naming.single_kind(name),
            items=items,
            weak=True,
            due=common_day(items),
            present=present,
        )
