"""启动实施《某某三年行动》, 印发某某专项行动方案: a plan that a document sets out, which counts with what it promises."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import naming
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

NAME = "scheme"
_SCHEME = compiled(
    r"(?=[印出启实组制发部谋公])(?:印发|出台|启动实施|启动|实施|组织实施|制定|发布|部署实施|部署|谋划|公布)(?:了|关于)?"
    r"(?P<name>《[^》\n]{3,30}(?:行动|计划|方案|工程|规划)(?:[（(][^）)》\n]{2,20}[）)])?(?:实施方案|工作方案)?》"
    r"|[^，。；：、！？\n“”《》的]{2,20}(?:(?:行动|实施|工作|三年|攻坚|提升|专项)(?:方案|计划)|工程|行动))(?=[，。；])"
)


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Plans that somebody sets out; the amounts behind them make them commitments."""
    for match in _SCHEME.finditer(scene.text, sentence.start, sentence.end):
        place = Span(*match.span("name"))
        name = naming.clean_name(match["name"])
        yield Candidate(NAME, place, place.start, name, "activity", weak=True)
