"""Whose a plan is that no heading or subject gives anybody: the government that speaks to the deputies (各位代表！今年，我们将…) or sets down what all of its place is to have (全市…)."""

from __future__ import annotations

from collections import Counter

from tracker.article import mood, outlook, words
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.scene import Scene
from tracker.article.structure import Sentence

_OTHERS = compiled(r"检察(?:机关|工作|院工作)|审判(?:执行|机关|工作)|法院工作|司法公正|常委会(?:工作|将|要)|主任会议")  # who speak to the deputies, too
# 全市, but not 走在全省前列
_LEVEL = compiled(r"(?<![在居列位占到])全(?P<level>[省市县区州旗])(?![域面体局级]|前列|一流|第|首|领先|先进|上游|最|示范|标杆|重要)|(?P<region>(?<![一-龥])自治区)")
_OF_A_REGION = compiled(r"各族|自治区|盟市|旗县|地[（(]?市|设区市|市县")  # whose own word is 全区, too
_CITIES, _REGIONS = "北京|天津|上海|重庆", {"广西": "壮族", "内蒙古": "", "西藏": "", "宁夏": "回族", "新疆": "维吾尔"}
_PROVINCES = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
)
# 健康湖北, 青年友好型广西, 新海南: a place that is built up, by who governs it
_BUILT_UP = compiled(rf"(?:健康|平安|法治|数字|数智|美丽|幸福|文明|生态|清廉|诚信|活力|[新型])(?P<place>{_CITIES}|{_PROVINCES}|{'|'.join(_REGIONS)})(?![一-龥]{{0,2}}[大学院市县区州路])")


_WE = compiled(r"我们[将要]|今年(?!以来)")


def government(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """The government, by the name or the level that the text shows, of what lies ahead in it."""
    ahead = outlook.is_planned(scene, sentence) or any(sign.search(scene.text, sentence.start, sentence.end) for sign in (words.FUTURE, _WE))
    told = ahead and "各位代表" in scene.text
    name = scene.remembered("addressed", lambda: _name(scene)) if told or mood.is_plan(scene, sentence) else None
    if name is None:
        return None
    return Organ(name, candidate.place.start, candidate.place.start, scene.directory.code(name))


def _name(scene: Scene) -> str | None:
    if _OTHERS.search(scene.text):
        return None
    levels = Counter(match["level"] or "自治区" for match in _LEVEL.finditer(scene.text))
    level = levels.most_common(1)[0][0] if levels else ""
    if level == "区" and _OF_A_REGION.search(scene.text):
        level = "自治区"
    places = {match["place"] for match in _BUILT_UP.finditer(scene.text)}
    name = _full(places.pop()) if len(places) == 1 else ""
    if name and (not level or name.endswith(level)):
        return f"{name}人民政府"
    return f"{level}人民政府" if level else None


def _full(place: str) -> str:
    if place in _REGIONS:
        return f"{place}{_REGIONS[place]}自治区"
    return place + ("市" if place in _CITIES else "省")
