"""以“三服务”活动为抓手, 依托“暖冬”行动: what is named only as a means. Found to be shown as context."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import LEVER, MEANS

NAME = "lever"
_OPENED = compiled(r"(?:^|[，；：。、一-龥])(?:以|把)(?P<body>[^；。\n]{2,90})$")
_NAMED = r"“[^”\n]{2,24}”(?:[^，。；、“”等]{0,6}?(?:专项行动|实践活动|行动|活动|工程|计划|项目))?"
_MEANS = compiled(_NAMED)
_BY = compiled(rf"{MEANS}[^，。；：“”\n]{{0,8}}(?P<means>{_NAMED})")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """The quoted names between 以 and 为抓手, and behind 依托."""
    text = scene.text
    for by in _BY.finditer(text, sentence.start, sentence.end):
        yield _lever(*by.span("means"), by["means"])
    for lever in LEVER.finditer(text, sentence.start, sentence.end):
        opened = _OPENED.search(text, max(sentence.start, lever.start() - 100), lever.start())
        if opened is None:
            continue
        for means in _MEANS.finditer(text, opened.start("body"), lever.start()):
            yield _lever(*means.span(), means[0])


def _lever(start: int, end: int, name: str) -> Candidate:
    found = Candidate(NAME, Span(start, end), start, name, "activity")
    found.to_context("lever")
    return found
