"""What needs somebody who does it, so as to be promised; in what is written as a plan, a name or a number is enough."""

from __future__ import annotations

from tracker.article import mood, own_lines
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

_NAMED = compiled(r"(?:行动|工程|计划|项目|试点|搬迁|搬迁安置|整治|治理|演出|[一二三四]期|”)$")


def is_unowned(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """A deed without number or day needs somebody who does it, or a name of its own in a plan."""
    if candidate.pattern not in ("quoted", "rollout", "open_ended", "scheme") or not (candidate.owner is None or candidate.owner.generic):
        return False
    return not (mood.is_plan(scene, sentence) and (candidate.items or _NAMED.search(candidate.name)))


def is_nobodys(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """预计年底完工, in a text that neither names who does it nor is an office's own (本府, 本局) or a plan."""
    if candidate.pattern not in ("amount", "dated") or candidate.owner is not None:
        return False
    return not (own_lines.is_own(scene) or mood.is_plan(scene, sentence))
