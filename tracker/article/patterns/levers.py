"""以“三服务”活动为抓手: what is named only as a means. Found to be shown as context."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import LEVER

NAME = "lever"
_OPENED = compiled(r"(?:^|[，；：。、一-龥])(?:以|把)(?P<body>[^；。\n]{2,90})$")
_MEANS = compiled(r"“[^”\n]{2,24}”(?:[^，。；、“”等]{0,6}?(?:专项行动|实践活动|行动|活动|工程|计划|项目))?")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """The quoted names between 以 and 为抓手."""
    text = scene.text
    for lever in LEVER.finditer(text, sentence.start, sentence.end):
        opened = _OPENED.search(text, max(sentence.start, lever.start() - 100), lever.start())
        if opened is None:
            continue
        for means in _MEANS.finditer(text, opened.start("body"), lever.start()):
            found = Candidate(NAME, Span(*means.span()), means.start(), means[0], "activity")
            found.to_context("lever")
            yield found
