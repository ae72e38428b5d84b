"""教育厅, 县交通局: the fullest name that the text has for an organ, and its code by that name."""

from __future__ import annotations

from dataclasses import replace

from tracker.article import organs
from tracker.article.directory import Organ
from tracker.article.scene import Scene


def known(scene: Scene, organ: Organ) -> Organ:
    """With the code of the agency that it is by its fullest name: 教育厅, after 江苏省教育厅."""
    code = organ.code or scene.directory.code(fullest(scene, organ))
    return replace(organ, code=code) if code != organ.code else organ


def fullest(scene: Scene, organ: Organ) -> str:
    """The fullest name written so far: 省委省级机关工委, where the article later writes only 省级机关工委."""
    name, code = organ.name, organ.code
    tail = name if len(name) > 2 else "\n"  # of two characters it may be the end of any name
    longer = [
        other.name for other in scene.subjects_up_to(organ.start) if other.name.endswith(tail) or (code and other.code == code)
    ]
    return max(longer, key=len, default=None) or _over(scene, organ) or _written_out(scene, organ) or name


def _over(scene: Scene, organ: Organ) -> str | None:
    """县人民检察院, as the heading has it, for 县检察院 in the lines below."""
    heading = scene.structure.heading_before(organ.start)
    named = scene.first_named(heading.start, heading.end) if heading and heading.end <= organ.start else None
    if named is None or named.generic:
        return None
    within = named.name[0] == organ.name[0] and len(organ.name) > _SHORT and named.name.endswith(organ.name[1:])
    return named.name if within or organs.abbreviates(organ.name, named.name) else None


_SHORT = 3  # characters, of which many a name has the last two: 市法院


def _written_out(scene: Scene, organ: Organ) -> str | None:
    """县交通运输局, for 某县交通局 in a title: the name that the text goes on with."""
    line = scene.structure.paragraph_at(organ.start)
    if line is None or not line.heading or organ.code:
        return None
    below = [one for one in scene.subjects_between(line.end, line.end + _SOON) if not one.generic]
    return next((one.name for one in below if organs.abbreviates(organ.name, one.name)), None)


_SOON = 400  # characters below a title
