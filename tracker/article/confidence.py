"""How sure the program is of a commitment, in a word, and why it is not surer."""

from __future__ import annotations

from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.promised import is_of_any_verb
from tracker.article.scene import Scene

SURE, LIKELY, CHECK = "sure", "likely", "check"
_MATTERS = compiled(r"(?:件事|次办|[网通掌联]办|高频|政务|审批|许可|备案|服务|便民)”?(?:类|类的)?(?:政务|审批|许可|备案|服务)*(?:事项|业务|证明)$")
"""What people come to an office for: so many of them may be the reach of one deed."""
LARGE = 100
"""Deeds without a name from which on a count asks for a second look: each of them would be tracked."""


def weigh(scene: Scene, candidate: Candidate) -> None:
    """Set `confidence` and `notes` (keys of the catalogue), the gravest first.

    What the text does not say is to be checked, what it says elsewhere or loosely is likely. That the directory lacks an
    owner makes nothing less sure: the proposal asks for its code once, above, and names what is near it.
    """
    grave, light = _of_owner(scene, candidate)
    grave += candidate.doubts
    if candidate.weak and not candidate.items:
        light.append("no_number")
    if candidate.present:
        light.append("present")
    if candidate.pattern == "amount" and any(item.quantity is not None and is_of_any_verb(scene, item.span, item.quantity.start) for item in candidate.items):
        light.append("any_verb")
    if candidate.fields and candidate.declared and not candidate.items:
        light.append("fields_not_items")
    if candidate.declared is not None and len(candidate.items) > candidate.declared and not candidate.fields:
        grave.append("more_than_declared")
    if (candidate.declared or 0) >= LARGE and not candidate.items:
        grave.append("large")
    if candidate.declared is not None and not candidate.items and _MATTERS.search(candidate.name):
        grave.append("matters")
    if candidate.approximate:
        light.append("approximate")
    if any(item.quantity is not None and item.quantity.rough for item in candidate.items):
        light.append("about")
    candidate.confidence = CHECK if grave else LIKELY if light else SURE
    candidate.notes = grave + light


def _of_owner(scene: Scene, candidate: Candidate) -> tuple[list[str], list[str]]:
    owner, word = candidate.owner, candidate.owner_word
    if owner is None:
        return ["owner_missing"], []
    if owner.generic:
        return [], ["owner_collective"]
    if word.startswith("该"):
        several = {other.name for other in scene.subjects_up_to(candidate.anchor) if not other.generic}
        return (["owner_nearest"], []) if len(several) > 1 else ([], ["owner_from_before"])
    if word or not scene.remembered(("written", owner.name), lambda: owner.name in scene.text):
        return [], ["owner_inferred"]  # 我市; 某市人民政府, where only its people's congress is named
    return [], ["owner_from_before"] if candidate.owner_far else []
