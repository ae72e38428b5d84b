"""A text taken apart → what it promises: recognise, find owners, hold back, resolve; `records` writes it down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain, pairwise

from tracker import sharing
from tracker.article import owners, patterns, principal, records, respective, restraint
from tracker.article.candidates import Candidate, Item
from tracker.article.dates import Day
from tracker.article.directory import Agency, Directory, Organ
from tracker.article.patterns import amounts
from tracker.article.proposal import Proposal
from tracker.article.quantities import Quantity
from tracker.article.refine import refine, told_alone
from tracker.article.resolve import listed, resolved
from tracker.article.scene import Scene, scene_of
from tracker.article.stretches import Stretches
from tracker.article.structure import Sentence, Structure, two_read

Finds = Sequence[tuple[Callable[[Scene, Sentence], Iterator[Candidate]], re.Pattern[str]]]


def proposal(structure: Structure, raw: str, directory: Sequence[Agency], published_on: date | None) -> Proposal:
    """What the text promises; see `extract`."""
    scene = scene_of(structure, Directory(directory), published_on, raw)
    principal.without_houses(scene)
    found = [told_alone(thing) for one in resolved(scene, _judged(scene)) for thing in amounts.things(scene, one)]
    respective.pair(scene, sorted(found, key=records.place))
    return records.proposal(scene, raw, found)


def _judged(scene: Scene) -> list[Candidate]:
    """What the patterns find, in their order, each with its owner and its verdict."""
    sentences, end = scene.structure.sentences, len(scene.text)
    shared = len(sentences) >= _PARTS and two_read(scene.text)
    bounds = [0, *(sentences[len(sentences) * part // _PARTS].start for part in range(1, _PARTS) if shared), end]

    def in_parts(finds: Finds, lists: Stretches) -> list[Callable[[], list[list[Candidate]]]]:
        return [partial(_of_sentences, scene, finds, lists, *part) for part in pairwise(bounds)]

    each = sharing.each if shared else _in_turn
    lists = [partial(_lists, scene, *part) for part in pairwise(bounds)]
    found = each([*lists, partial(_of_article, scene), *in_parts(patterns.OF_SENTENCE, Stretches())])
    article, firm = list(chain(*found[: len(lists) + 1])), found[len(lists) + 1 :]
    weak = each(in_parts(patterns.WEAK_OF_SENTENCE, listed(list(chain(*article)))))
    return list(chain(*article, *chain(*zip(*firm, strict=True)), *chain(*zip(*weak, strict=True))))


_PARTS = 8  # of a text, of which two processes take one after another


sharing.by_position(Candidate, Item, Day, Organ, Quantity)


def _in_turn(works: Sequence[Callable[[], list[list[Candidate]]]]) -> list[list[list[Candidate]]]:
    return [work() for work in works]


def _lists(scene: Scene, start: int, end: int) -> list[list[Candidate]]:
    return [_told(scene, list(patterns.LISTS(scene, start, end)))]


def _of_article(scene: Scene) -> list[list[Candidate]]:
    return [_told(scene, [candidate for find in patterns.OF_ARTICLE for candidate in find(scene)])]


def _of_sentences(scene: Scene, finds: Finds, lists: Stretches, start: int, end: int) -> list[list[Candidate]]:
    """What each pattern finds in the sentences that begin between start and end and are not within lists."""
    return [
        _told(scene, [one for sentence in scene.sentences_with(sign, start, end) if not lists.hold(sentence) for one in find(scene, sentence)])
        for find, sign in finds
    ]


def _told(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    for candidate in candidates:
        refine(scene, candidate)
        owners.assign(scene, candidate)
        restraint.judge(scene, candidate)
    return candidates
