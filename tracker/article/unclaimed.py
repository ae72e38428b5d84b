"""新建公园5个、整治小区飞线充电: the members of a sentence that say what is done beside others that were taken up, and are nobody's yet."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import naming
from tracker.article.compiling import compiled
from tracker.article.promised import BEGUN
from tracker.article.scene import Scene
from tracker.article.stretches import Stretches
from tracker.article.structure import Sentence, Span

_MARKS = compiled(r"[、：。；！？\n]")
_MANNER = r"(?:共同|联合|合力|协同|全面|集中|深入|持续|同步|继续|全力|重点|扎实|大力|陆续|分批|并|还|再)*"
_WHEN = r"(?:[^，；、：]{0,14}(?:[前内底]|将))?"
_VERB = rf"(?:{BEGUN.pattern}|整治|治理|推行|试行|开通|开设|开办|设立|建成|拆除|清理|清退|取消|减免|免除|发放|消除|解决|培训|举办|免费)"
_DOES = compiled(rf"{_WHEN}{_MANNER}(?P<deed>{_VERB}(?!的|[了为后前以])[^，；、：。\n]{{3,30}})")
_ALL_OF_IT = compiled(r"(?P<deed>[一-龥“”]{3,20}(?:清零|全覆盖|应[一-龥]尽[一-龥]))")
# What is hoped to come of it, and how well things are to be, is no deed of its own.
_AIM = compiled(r"(?:水平|能力|质量|格局|环境|氛围|体系|机制|制度|发展|力度|工作|效率|效能|作用|问题|局面|优势|底线|成果|建设|需求|条件|基础|[上下中时后等])$")


def members(scene: Scene, sentence: Sentence, told: Stretches) -> Iterator[Span]:
    """Those with a verb of making, giving or putting right, and those that leave none out (零就业家庭动态清零)."""
    text = scene.text
    for clause in scene.clauses(sentence):
        does = scene.predicate_start(clause)
        before = None
        for part in _parts(text, clause):
            begin = does if part.start < does < part.end else part.start  # 县公安局、县城管局|共同整治…
            found = None if told.touch(part) else _DOES.fullmatch(text, begin, part.end)
            if found is None and not told.touch(part) and (before is None or told.touch(before)):  # no part of 实现市、县两级全覆盖
                found = _ALL_OF_IT.fullmatch(text, begin, part.end)
            if found and not _AIM.search(found["deed"]):
                yield Span(*found.span("deed"))
            before = part


def _parts(text: str, clause: Span) -> Iterator[Span]:
    start = clause.start
    for mark in [*(one.start() for one in _MARKS.finditer(text, start, clause.end)), clause.end]:
        if mark > start and naming.is_outside_quotes(text, start, mark):
            yield Span(start, mark)
            start = mark + 1
