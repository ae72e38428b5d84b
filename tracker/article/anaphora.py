"""该局, 我市, 公司: whom a word that is no name means."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.article import author, organ_words, own_lines, principal, speakers
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.scene import Scene

_OFFICES = "局委厅办处署会部"  # 该局
_FIRMS = ("公司", "集团", "企业")  # 该公司, said after 某集团, too
# What else a house is called
_CALLED = {"行": "(?:银行|[分支商]行)"} | dict.fromkeys(("校", "学校"), "(?:[大中小]学|学校|学院|幼儿园)") | {"医院": "(?:医院|卫生院|保健院)"}
_NEAR = 1000  # characters before such a word in which it was named


def resolved(scene: Scene, organ: Organ) -> Organ | None:
    """The fullest name the article has for the organ; 本府 and 我市 by the place it speaks of, else nobody."""
    if not organ.generic:
        return _of_his_house(scene, organ) or organ
    if its := organ_words.OF_THE_PLACE.fullmatch(organ.name):
        return _of_place(scene, organ, its["level"])
    if its := organ_words.OF_THE_HOUSE.fullmatch(organ.name):
        unit = its["committee"] or its["unit"]
        house = resolved(scene, replace(organ, name="该" + (its["kind"] or its["of"] or its["its"])))
        if house is None and unit:
            return replace(organ, generic=False)  # 集团党委, of a house that goes without a name
        return replace(house, name=house.name + unit, code=None) if house and unit else house
    if organ.name[0] == "我" and (speaking := speakers.of_turn(scene, organ.start)):
        return speaking
    if (writes := author.of_himself(scene, organ)) is not None and (organ.name[0] in "我本" or not _named_before(scene, organ)):
        return writes
    if organ_words.ANAPHOR.match(organ.name) or organ.name.startswith("该"):
        writes = own_lines.signed(scene) or own_lines.letterhead(scene) if organ.name[0] in "本我" else None
        if writes is not None and writes.name[-1] == organ.name[-1]:
            return writes
        heading = scene.structure.heading_before(organ.start)
        floor = heading.start if heading else 0
        earlier = [other for other in scene.subjects_up_to(organ.start) if not other.generic and other.start >= floor]
        same = [other for other in earlier if other.name.endswith(organ.name)] if organ.name in organ_words.ALONE else []
        if organ.name[0] == "该" and organ.name[-1] in _OFFICES + "位门":
            same = [other for other in earlier if other.name[-1] in _OFFICES]  # 该局, said after 市卫健委, too: the nearest
            here = scene.structure.paragraph_at(organ.start)
            if not same or here is None or same[-1].start < here.start:
                same = [met] if (met := _met_before(scene, organ)) else same
        firm = organ.name.endswith(_FIRMS)
        if firm and not same:
            same = [other for other in earlier if other.name.endswith(_FIRMS)]
        same = same or [other for other in earlier if organ.name[-1] in other.name[-2:] or organ.name in other.name]
        if same:
            return same[-1]
        last = earlier[-1] if earlier else None
        if last is not None and (firm or organ.name in organ_words.ALONE) and last.name[-1] in "局厅委办处府部":
            last = None  # 公司计划…, after an office had the word
        return _met_before(scene, organ) or last or _met_before(scene, organ, 0) or own_lines.signed(scene) or own_lines.letterhead(scene)
    if organ_words.COLLECTIVE.match(organ.name):
        return organ
    if organ.name in _AUTHORITIES:
        return _authority(scene, organ)
    if organ.name[-1] == "长":
        return principal.of_mayor(scene, organ)
    return principal.of_own(scene, organ)


def _of_place(scene: Scene, organ: Organ, level: str) -> Organ | None:
    """镇里: the town that was named last as doing something, else the one that 我镇 means."""
    named = (other for other in reversed(scene.subjects_up_to(organ.start)) if not other.generic and other.name[-1] == level)
    return next(named, None) or resolved(scene, replace(organ, name="我" + level))


# 学校体育馆, 集团图书馆, in a letter of the school
_HIS_HOUSE = compiled(r"(?P<his>集团|学校|医院|公司|街道|[我本][校院馆])(?=[一-龥]{0,4}(?:馆|操场|球场|泳池|食堂|礼堂)$)")


def _of_his_house(scene: Scene, organ: Organ) -> Organ | None:
    """Who writes the text, where the house is only called his."""
    own = _HIS_HOUSE.match(organ.name)
    return author.of_himself(scene, replace(organ, name=own["his"])) if own else None


_AUTHORITIES = ("署方", "局方", "当局", "政府")


def _authority(scene: Scene, organ: Organ) -> Organ | None:
    """署方: the 署 of which the text tells; 政府 and 当局: the government, else whom the word means to its readers."""
    if organ.name[1] == "方":
        return next((other for other in reversed(scene.subjects_up_to(organ.start)) if not other.generic and other.name[-1] == organ.name[0]), None)
    return principal.of_text(scene) or principal.of_region(scene, organ) or replace(organ, generic=False)


def _named_before(scene: Scene, organ: Organ) -> bool:
    """Whether another 集团 or 街道 was named before it, of which the word may speak."""
    return any(other.name.endswith(organ.name) and not other.generic for other in scene.subjects_up_to(organ.start))


def _met_before(scene: Scene, anaphor: Organ, floor: int | None = None) -> Organ | None:
    """走进市信访局接访大厅，…。该局…: the organ of that kind named before, though not as a subject, in the paragraph or behind `floor`."""
    paragraph = scene.structure.paragraph_at(anaphor.start)
    alone = anaphor.name.removeprefix("该")
    last = alone if alone in organ_words.ALONE else alone[-1]
    if paragraph is None or not (last in organ_words.ALONE or last in "局厅委办院馆校行"):
        return None
    last = _CALLED.get(last, last)
    start = max(paragraph.start if floor is None else floor, anaphor.start - _NEAR)
    own = "(?:(?<![一-龥])|(?<=[进到在的是从]))(?![在到从是])[一-龥]{2,4}?" if last == "街道" else "[省市县区州][一-龥]{1,10}?"  # which no level stands before
    named = list(re.compile(rf"(?:(?:(?<![一-龥])|(?<=[被由让向到在是对从的]))[一-龥]{{2,4}})?(?P<own>{own}{last})").finditer(scene.text, start, anaphor.start))
    found = named[-1] if named else None
    spans = (found.span(), found.span("own")) if found else ()  # 青溪县图书馆, but not 走进|市信访局
    span = next((span for span in spans if not organ_words.NOT_A_NAME.search(scene.text[slice(*span)])), None)
    name = scene.text[slice(*span)] if span else ""
    return Organ(name, *span, scene.directory.code(name)) if span else None
