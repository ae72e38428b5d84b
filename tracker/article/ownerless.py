"""What needs somebody who does it, so as to be promised; in what is written as a plan, a name or a number is enough."""

from __future__ import annotations

from tracker.article import addressed, mood, own_lines
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

_NAMED = compiled(r"(?:行动|工程|计划|项目|试点|搬迁|搬迁安置|整治|治理|演出|[一二三四]期(?:建设)?|[院校]区|”)$")


def is_unowned(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """A deed without number or day needs somebody written who does it, or a name of its own in a plan."""
    if candidate.pattern not in ("quoted", "rollout", "open_ended", "scheme"):
        return False
    planned = mood.is_plan(scene, sentence)
    written = candidate.owner is not None and not candidate.owner.generic and not (planned and candidate.owner == addressed.government(scene, candidate, sentence))
    return not (written or (planned and (candidate.items or _NAMED.search(candidate.name))))


def is_nobodys(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """预计年底完工, in a text that neither names who does it nor is an office's own (本府, 本局) or a plan."""
    if candidate.pattern not in ("amount", "dated", "level") or candidate.owner is not None:
        return False
    return not (own_lines.is_own(scene) or mood.is_plan(scene, sentence))
