"""“A”、“B”六大面向: facets that are counted, each of them in quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article import members
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.numerals import NUMBER, whole
from tracker.article.patterns.counted import STARTS
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import FIELDS

NAME = "counted"
_FACETS = compiled(
    rf"{STARTS}(?P<quote>[“‘])?(?P<nested>)(?P<about>)(?P<number>{NUMBER})(?P<more>[多余]?)(?P<classifier>大|个|项)(?P<phrase>(?P<modifier>[重点主要核心]{{0,4}})(?:{FIELDS}|策略|主题))(?P<unquote>[”’])?"
)
_PURPOSE = compiled(r"(?:来|，)?(?:营造|打造|推动|推进|建设|建构|规划|发展|实现|落实)(?P<aim>[^，。；、]{2,20})")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Facets of what is carried out."""
    for match in _FACETS.finditer(scene.text, sentence.start, sentence.end):
        found = _facet(scene, sentence, match)
        if found is not None:
            yield found


def _facet(scene: Scene, sentence: Sentence, match: re.Match[str]) -> Candidate | None:
    """“A”、“B”六大面向: facets count only when every one is quoted and the number fits."""
    text = scene.text
    declared = whole(match["number"])
    if text[match.start() - 1] not in "”’等":
        return None
    clause = scene.clause_at(sentence, match.start())
    parts, is_open, _ = members.before(text, scene.predicate_start(clause), match.start(), declared)
    if declared is None or len(parts) != declared or is_open:
        return None
    if any(text[part.start - 1] not in "“‘" for part in parts):
        return None
    purpose = _PURPOSE.match(text, match.end(), sentence.end)
    return Candidate(
        NAME,
        Span(members.quote_start(text, parts, match.end()), match.end()),
        match.start(),
        purpose["aim"] if purpose else match["number"] + match["classifier"] + match["phrase"],
        "action_group",
        declared,
        items=[Item(text[part.start : part.end], part) for part in parts],
    )
