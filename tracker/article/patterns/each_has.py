"""团县委10件、县妇联8件: in a row of organs, how many deeds each of them has."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import naming, organs
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

NAME = "counted"
SIGN = compiled(r"\d[件项]、[^，。；：、\d]{2,14}\d{1,3}[件项]")
_ROW = compiled(r"(?:^|(?<=[，。；：\n]))(?:其中，?)?(?P<row>[^，。；：、\d]{2,14}\d{1,3}[件项](?:、[^，。；：、\d]{2,14}\d{1,3}[件项])+)(?=[，。；\n]|$)")
_EACH = compiled(r"(?P<organ>[^、\d]+)(?P<number>\d+)[件项]")
_DEEDS = compiled(r"(?:民生|为民|惠民|便民|利民|暖心)*(?:实事|小事|好事|举措|承诺事项)(?!办|求是)(?:项目)?")
_OVER = compiled(r"已|累计|办结|完成|解决|收到|去年|上年|了")
_DONE = compiled(r"，(?:目前|现)?(?:均|都|全部|已经?)+(?:办结|完成|兑现|销号|落地)")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """The deeds of each organ, where the text speaks of deeds and not of what is done with them."""
    text = scene.text
    for match in _ROW.finditer(text, sentence.start, sentence.end):
        line = scene.structure.paragraphs[sentence.paragraph]
        noun = _last(text, line.start, match.start()) or _last(text, 0, line.start)
        each = list(_EACH.finditer(text, *match.span("row")))
        over = _OVER.search(text, sentence.start, match.end()) or _DONE.match(text, match.end())
        if noun is None or over or not all(organs.is_organ(one["organ"], scene.directory) for one in each):
            continue
        for one in each:
            found = Candidate(NAME, Span(*one.span()), one.start("number"), noun, naming.kind(noun), int(one["number"]))
            found.owner = Organ(one["organ"], *one.span("organ"), scene.directory.code(one["organ"]))
            yield found


def _last(text: str, start: int, end: int) -> str | None:
    """What the deeds were last called."""
    found = list(_DEEDS.finditer(text, max(start, end - _FAR), end))
    return found[-1][0] if found else None


_FAR = 600  # characters
