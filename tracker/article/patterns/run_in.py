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
from tracker.article.words import FINISHED, FUTURE

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
    parts = _behind(scene, sentence)
    if len(parts) < _SEVERAL:
        return
    place = Span(*heading.span("name"))
    items = [targets.item(scene, part) for part in parts]
    yield Candidate(NAME, place, place.start, naming.clean_name(heading["name"]), "list", items=items, extent=Span(place.start, line.end))


def take(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """今年将办好3件民生实事。新建公园5个。…: just so many sentences behind a count of deeds are the members."""
    closes = "实事" in candidate.name and scene.text.startswith("。", candidate.place.end)
    if not closes or not (outlook.is_planned(scene, sentence) or FUTURE.search(scene.text, sentence.start, candidate.place.start)):
        return
    parts = _behind(scene, sentence)
    if len(parts) == candidate.declared:
        candidate.items = [targets.item(scene, part) for part in parts]


def _behind(scene: Scene, sentence: Sentence) -> list[Span]:
    """The sentences to the end of the line, without their stops, where they are short deeds, nobody else's and not done."""
    text, line = scene.text, scene.structure.paragraphs[sentence.paragraph]
    parts = [Span(one.start, one.end - 1) for one in scene.sentences_in(sentence.end, line.end)]
    counted = sum(1 for part in parts if next(quantities(text, part.start, part.end), None))
    told = FINISHED.search(text, sentence.end, line.end) or scene.first_named(sentence.end, line.end)
    return [] if told or counted * 2 < len(parts) or any(part.end - part.start > _LONGEST for part in parts) else parts
