"""其中河东等处的6座还将增设更衣室，10月底前启用: what some of the things that were told of are to have besides."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import naming
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.promised import VERB
from tracker.article.quantities import quantities
from tracker.article.scene import Scene
from tracker.article.scheduling import BESIDES
from tracker.article.structure import Sentence, Span

NAME = "rollout"
SIGN = compiled(r"其中[^，。；]{0,40}(?:还|另)[将要会]")
_MADE = compiled(rf"(?P<thing>(?:{VERB})[^，。；：！？\n]{{2,24}})(?=[，。；！\n]|$)")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """What a part of the things has besides, with how many they are and the day behind it."""
    text = scene.text
    for match in BESIDES.finditer(text, sentence.start, sentence.end):
        made = _MADE.match(text, match.end(), sentence.end)
        amount = next(quantities(text, *match.span("some")), None)
        if made is None or amount is None:
            continue
        place = Span(match.start("some"), made.end())
        name = naming.clean_name(text[amount.start : amount.end] + made["thing"])
        due = next(scene.deadlines(match.start(), sentence.end), None)
        yield Candidate(NAME, place, place.start, name, naming.single_kind(name), items=[Item(name, place, amount, due)], weak=True, due=due)
