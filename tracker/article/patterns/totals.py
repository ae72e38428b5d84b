"""形成清单，包括环境整治、就医就学3个大类共27项: a list whose number stands behind its fields."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import members, naming
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.numerals import NUMBER, whole
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

NAME = "counted"
_TOTAL = compiled(
    r"(?P<name>[^，。；：、\n“”]{0,14}(?:清单|实事|任务|承诺|举措|措施|项目))，?(?:包括|包含|涵盖|涉及|分为)(?P<fields>[^。；：\n“”]{4,60}?)等?"
    rf"(?:{NUMBER}个?大?(?:方面|领域|类|部分)[、，]?)+(?:共计?|合计|计)?(?P<number>{NUMBER})[项件条](?=[，。；]|$)"
)
_BEFORE = compiled(r"^.*?(?:形成|梳理|制定|公布|推出|列出|发布|印发|确定|出台|汇总|[局厅委办府]的?)+(?:了|出|为(?!民))?")


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Lists counted behind their fields."""
    text = scene.text
    for match in _TOTAL.finditer(text, sentence.start, sentence.end):
        declared = whole(match["number"])
        if declared is None or declared < 2:
            continue
        name = _BEFORE.sub("", match["name"]) or match["name"]
        fields = [text[one.start : one.end] for one in members.split(text, *match.span("fields"))]
        start = match.end("name") - len(name)
        yield Candidate(
            NAME, Span(start, match.end()), start, naming.clean_name(name), "list", declared, fields=fields
        )
