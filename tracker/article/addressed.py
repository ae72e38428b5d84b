"""Whose a plan is that no heading or subject gives anybody: the government that speaks to the deputies (各位代表！今年，我们将…) or sets down what all of its place is to have (全市…)."""

from __future__ import annotations

from collections import Counter

from tracker.article import outlook, words
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.scene import Scene
from tracker.article.structure import Sentence

_OTHERS = compiled(r"检察|审判|法院工作|司法公正|常委会(?:工作|将|要)|主任会议")  # who speak to the deputies, too
_LEVEL = compiled(r"(?:全(?P<level>[省市县区州旗])(?![域面体局级])|(?P<region>(?<![一-龥])自治区))")
_CITIES, _REGIONS = "北京|天津|上海|重庆", {"广西": "壮族", "内蒙古": "", "西藏": "", "宁夏": "回族", "新疆": "维吾尔"}
_PROVINCES = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
)
# 健康湖北, 青年友好型广西, 新海南: a place that is built up, by who governs it
_BUILT_UP = compiled(rf"(?:健康|平安|法治|数字|数智|美丽|幸福|文明|生态|清廉|诚信|活力|[新型])(?P<place>{_CITIES}|{_PROVINCES}|{'|'.join(_REGIONS)})(?![一-龥]{{0,2}}[大学院市县区州路])")


def government(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """The government, by the name or the level that the text shows, of what lies ahead in it."""
    name = scene.remembered("addressed", lambda: _name(scene))
    if name is None or not (outlook.is_planned(scene, sentence) or words.FUTURE.search(scene.text, sentence.start, sentence.end)):
        return None
    return Organ(name, candidate.place.start, candidate.place.start, scene.directory.code(name))


def _name(scene: Scene) -> str | None:
    if "各位代表" not in scene.text or _OTHERS.search(scene.text):
        return None
    levels = Counter(match["level"] or "自治区" for match in _LEVEL.finditer(scene.text))
    level = levels.most_common(1)[0][0] if levels else ""
    places = {match["place"] for match in _BUILT_UP.finditer(scene.text)}
    name = _full(places.pop()) if len(places) == 1 else ""
    if name and (not level or name.endswith(level)):
        return f"{name}人民政府"
    return f"{level}人民政府" if level else None


def _full(place: str) -> str:
    if place in _REGIONS:
        return f"{place}{_REGIONS[place]}自治区"
    return place + ("市" if place in _CITIES else "省")
