"""Numbers of things that are no promise by themselves: part of a total told before, its sum, a share, a result."""

from __future__ import annotations

import re

from tracker.article import words
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.numerals import whole
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

_TIMES = compiled(r"\d余?(?:次|场次|人次|场|批次)")
_OF_TOTAL = compiled(r"其中|其余的?$|分别(?:有|为|是)|每(?:个|项|年|月)|^即|^包括")
_REST = compiled(r"(?:其余|剩余|余下|剩下)的?[^，。；]{0,6}?(?:项目|实事|工程|任务|事项)(?:均|都|也)?")  # 其余项目年底前完成
_PARTS_OF = compiled(r"[项件个条]，其中")
_WITH_PARTS = compiled(r"(?P<whole>\d{1,4}|[二三四五六七八九十]{1,3})[件项个条][^，。；（）()]{0,14}[（(][^（）()]{0,40}$")
_IN_ALL = compiled(r"(?:总|合)?共(?:计)?$")
_PART = compiled(r"(?P<number>\d{1,4}|[一二三四五六七八九十]{1,3})[件项个条家所座处]")


def _is_in_brackets(scene: Scene, candidate: Candidate, sentence: Sentence) -> bool:
    """10件实事（6件为民实事和4件惠企实事）: the parts of the list before the bracket."""
    total = _WITH_PARTS.search(scene.text, max(sentence.start, candidate.place.start - 60), candidate.place.start)
    return total is not None and candidate.declared is not None and candidate.declared < (whole(total["whole"]) or 0)


def _is_their_sum(scene: Scene, candidate: Candidate, sentence: Sentence) -> bool:
    """6项民生实事和4项改革任务，共10项重点工作: what was told before, once more in all."""
    start = candidate.place.start
    if not _IN_ALL.search(scene.text, max(sentence.start, start - 3), start) and not scene.text.startswith(("共", "合计"), start):
        return False
    numbers = [whole(part["number"]) or 0 for part in _PART.finditer(scene.text, sentence.start, start)]
    return len(numbers) > 1 and sum(numbers) == candidate.declared


def is_sub_count(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """其中省级6项、市级4项: parts of a total named before."""
    if candidate.pattern == "dated" and _REST.fullmatch(candidate.name):
        return True
    if candidate.pattern != "counted" or candidate.items:
        return False
    before = scene.text[clause.start : candidate.place.start]
    if _is_in_brackets(scene, candidate, sentence) or _is_their_sum(scene, candidate, sentence):
        return True
    return bool(_OF_TOTAL.search(before) or _PARTS_OF.search(scene.text, sentence.start, clause.start))


def is_statistic(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """占应完工145个项目的75%: a share of something."""
    if candidate.pattern != "counted" or candidate.items:
        return False
    text = scene.text
    if _MEASURED.match(text, candidate.place.end) and not words.FUTURE.search(text, clause.start, clause.end):
        return True
    nobody = candidate.owner is None or candidate.owner.generic
    if nobody and _TIMES.search(text, sentence.start, sentence.end):
        return True
    return bool(
        re.search(r"(?:占|约占|达到|超过|高于|增长)[^，。；]{0,8}$", text[clause.start : candidate.place.start])
        or re.match(
            r"[^，。；]{0,4}的?\d+(?:\.\d+)?[%％]|中(?:的)?(?:有)?\d+[项个件]", text[candidate.place.end : clause.end]
        )
    )


_MEASURED = compiled(r"的[^，。；：]{2,12}?[由从][^，。；]{1,14}?[减压缩降提增升]")  # 49项业务的材料由原来的213份减到121份
