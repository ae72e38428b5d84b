"""Who watches over the whole, by the text's own words: 由市政府督查室牵头统筹协调，按月调度; 市政府督查室每季度实地督查."""

from __future__ import annotations

import re

from tracker.article import organ_words, organs
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

_WATCHES = compiled(
    # The look-ahead only spares the search the characters with which none of these begins.
    r"(?=[统组综总督跟调按逐定每周月季通])(?:统筹(?:协调|调度|推进|督促|督查)|(?:组织|综合|总体)协调|督(?:查|促|办|导)(?:核实|检查|督办|落实|考核|问效|通报|调度)|跟踪(?:督办|督查|问效|督导)"
    r"|调度(?:通报|督办|督导|督查)|(?:按[月季]|逐月|定期|每[周月季]|[周月季])度?(?:调度|督查|督办|通报)|通报(?:进展|进度|情况))"
)
_BY = compiled(r"由(?P<organ>[^，。；：、“”\n由]{3,24}?)(?:会同[^，。；\n]{2,20}?)?(?:负责|牵头|统一|具体|总|抓|，)*$")
# 市政府督查室: its name tells what it is for
_HOUSE = compiled(r"(?<!\w)(?:由|并|同时|其中|会同|及时|报|请|向)?(?P<organ>\w{0,4}?[省市县区州旗镇乡](?:委|人民政府|政府)?督查室)")
_OFFICE = compiled(r"(?:督查[室办局]|督查办公室|政府办公?[室厅]?|党?委办公?[室厅]?|[目考督效实][标核考能事](?:绩效)?办(?:公室)?|专班|领导小组(?:办公室)?|指挥部(?:办公室)?)$")
_OF_ALL = compiled(r"实事|清单|各项|各(?:责任|牵头|有关|相关)?(?:单位|部门)|进展|事项|任务分[工解]")
_PLACES = "省市县区州旗镇乡"
_LONGEST = 20  # characters of a name
_FAR = 60  # characters between an organ and what it does
_MOST = 40  # places that are looked at: who watches is told once, and at the head


def office(scene: Scene) -> tuple[Organ, Span] | None:
    """The organ, and the words that say so."""
    for number, watches in enumerate(_WATCHES.finditer(scene.text)):
        sentence = scene.structure.sentence_at(watches.start())
        if sentence is None or watches.start() >= sentence.end:
            continue
        organ = _watching(scene, sentence, watches)
        if organ is not None and (_OFFICE.search(organ.name) or _is_of_all(scene, sentence, watches)):
            return organ, Span(organ.start, watches.end())
        if number == _MOST:
            break
    named = scene.text.find("督查室")
    house = _HOUSE.search(scene.text, max(0, named - _LONGEST), named + 3) if named >= 0 else None
    return (Organ(house["organ"], *house.span("organ")), Span(*house.span("organ"))) if house else None


def _watching(scene: Scene, sentence: Sentence, watches: re.Match[str]) -> Organ | None:
    charged = _BY.search(scene.text, max(sentence.start, watches.start() - _FAR), watches.start())
    if charged is not None:
        return organs.named(scene.text, *charged.span("organ"), scene.directory)
    found = [one for one in scene.subjects_between(sentence.start, watches.start()) if not one.generic]
    near = bool(found) and watches.start() - found[-1].end <= _FAR and found[-1].name[-1] not in _PLACES
    return found[-1] if near and not organ_words.NOT_SUBJECT.match(scene.text, found[-1].end) else None


def _is_of_all(scene: Scene, sentence: Sentence, watches: re.Match[str]) -> bool:
    """督查、调度 or 通报 of all the deeds, and not one organ's care for its own."""
    return watches[0][0] in "督跟调按逐定每周月季通" and _OF_ALL.search(scene.text, sentence.start, sentence.end) is not None
