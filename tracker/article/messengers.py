"""县政府新闻办, 县委宣传部, 县融媒体中心: what they tell of is the government's, and what they do themselves their own."""

from __future__ import annotations

from dataclasses import replace

from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.scene import Scene

_OF_GOVERNMENT = compiled(r"(?P<government>.*政府)新闻办(?:公室)?")
_OF_PLACE = compiled(
    r"(?P<place>[一-龥]{0,6}?(?P<level>[省市县区州旗]))委?(?:宣传部|网信办|新闻办(?:公室)?|融媒体中心|新闻中心|(?:广播)?电视台|日?报社)"
)


def of_government(name: str) -> bool:
    """Whether it is the press office of a government."""
    return _OF_GOVERNMENT.fullmatch(name) is not None


def whom_for(scene: Scene, owner: Organ, place: int) -> Organ:
    """The government, where a messenger told of what is promised at `place` in a clause of its own; where no government is named, only of 我县 or 全县."""
    press, local = _OF_GOVERNMENT.fullmatch(owner.name), _OF_PLACE.fullmatch(owner.name)
    sentence = scene.structure.sentence_at(owner.start) if press or local else None
    if sentence is None or scene.clause_at(sentence, owner.start).end > place:
        return owner
    name = owner.name
    if press:
        name = press["government"]
    elif local and any(one.generic and one.name[-1] == local["level"] for one in scene.subjects_between(owner.end, place)):
        name = local["place"] + "政府"
    return replace(owner, name=name, code=scene.directory.code(name))
