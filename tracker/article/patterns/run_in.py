"""扎实办好民生实事。新建公园5个。提高补助标准。…: the sentences behind such a run-in heading are the members of one list."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import naming, outlook, targets
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.patterns.listed_items import NAME
from tracker.article.quantities import quantities
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

SIGN = compiled(r"实事(?:项目|工程)?。")
_HEADING = compiled(r"[^，。；：\d]{0,6}?(?:[办抓做]好|办实|实施|推进)(?P<name>[^，。；：\d]{0,6}实事(?:项目|工程)?)。")
_SEVERAL = 3  # sentences, of which half say how much of it there is to be
_LONGEST = 120  # characters of a member


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """The list, where the line goes on with nothing but deeds."""
    text, line = scene.text, scene.structure.paragraphs[sentence.paragraph]
    begin = line.number.end if line.number else line.start
    heading = _HEADING.fullmatch(text, begin, sentence.end) if sentence.start <= begin < sentence.end else None
    if heading is None or not outlook.is_planned(scene, sentence):
        return
    parts = [Span(one.start, one.end - 1) for one in scene.sentences_in(sentence.end, line.end)]
    counted = sum(1 for part in parts if next(quantities(text, part.start, part.end), None))
    if len(parts) < _SEVERAL or counted * 2 < len(parts) or any(part.end - part.start > _LONGEST for part in parts):
        return
    place = Span(*heading.span("name"))
    items = [targets.item(scene, part) for part in parts]
    yield Candidate(NAME, place, place.start, naming.clean_name(heading["name"]), "list", items=items, extent=Span(place.start, line.end))
