"""Who has the word: in the record of a press conference, in an interview, in a speech that is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right

from tracker.article import organ_words, organs
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.scene import Scene
from tracker.article.structure import Span

_RANK = (
    r"(?:党[组委]书记|党[组委](?:副书记|成员)|副?(?:局|厅|处|部|司|院|校|会|理事|董事|所|队|总队|支队|中心主|秘书)长|副?(?:主任|主席|书记|总经理|经理)"
    r"|[一二三四]级(?:调研员|巡视员|主任科员)|总(?:工程|农艺|经济|规划|会计|统计|畜牧|兽医)师|新闻发言人|发言人|负责人|、)+"
)
_WITH_NAME = rf"(?:有关)?{_RANK}[:： ]?(?P<name>[一-龥]{{2,3}}?)(?=先生|女士|同志|[、，。；：:）) （(\n]|介绍|表示|和|$)"
# 市某某局副局长某某女士: for whom somebody speaks
_ENVOY = compiled(
    r"(?:(?<![一-龥])|(?<=[有是请的到和]))(?:今天|专访|对话|访(?=[一-龥]{3})|我们|邀请到了?|到场|出席|嘉宾|先?请|有|是|分别|发言人|的|和)*(?P<organ>[一-龥]{0,4}?[省市县区州团][一-龥]{1,14}?(?:局|委|厅|办|院|会|处|联|所|中心|集团|公司|署|社(?!会)|部|馆|政府)|国家[一-龥]{2,10}?[委局署]|[一-龥]{2,10}?部(?=副?部长|新闻发言人|[一-龥]{2,10}?[司局]))"
    r"(?:(?<!社)[一-龥]{2,10}?[司局](?=副?[司局]长|负责人|一?二?级?巡视员))?"
    + _WITH_NAME
)
_RANKED = compiled("[局委厅办院会处联所心团司署社部馆府]" + _WITH_NAME)  # how every envoy ends: quickly found
_TURN = compiled(r"^(?P<who>[^，。；：\n“”]{1,24})：", re.M)
# 市城管局局长：…, who has the word by title
_BY_TITLE = compiled(rf"(?P<organ>[一-龥]{{2,18}}?)(?:有关|相关|主要)?{_RANK}[一-龥]{{0,3}}")
_ANY_TURN = compiled(r"^[^，。；：\n“”]{2,18}(?:[长任人]|主席|书记|经理)[一-龥]{0,3}：", re.M)
_ANSWER = ("答", "答复", "回答", "A")
# 【专访】社会局长某某：…, 某某局局长某某接受专访: of whom the title or the first lines of an interview tell
_ASKED = compiled(
    r"(?:(?<=[】\n 　，。])|^|专访|访|对话)(?P<organ>[^，。；：“”\n【】 ]{1,8}?(?:局(?=局?长)|处(?=处?长)|厅(?=厅?长)|署(?=署?长)|院(?=院?长)|部(?=部?长)|会(?=会?长|主席|主任)|[委办](?=主任)))[局处厅署院部会]?(?:长|主任|主席)(?P<name>[^，。；：“”\n ]{2,3})(?=[：:，、 \n]|接受|谈|上任)",
    re.M,
)
# 某市医疗保障局有关负责人答记者问, as a title
_ANSWERS = compiled(r"(?P<organ>[一-龥]{0,6}?[省市县区州旗镇][一-龥]{1,12}?[局委厅办院会处所心团司署社部馆府队联校])(?:党[组委])?(?:有关|相关|主要)?(?:负责人|负责同志|新闻发言人|[一-龥]{0,3}长|主任)[^，。；：\n]{0,20}?(?:答|回答|回应)[^，。；：\n]{0,6}问", re.M)
_OTHERS = compiled(r"主持人?|记者|提问|网友|观众|问$|群众|代表")
_NOBODY = Organ("", 0, 0)


def of_turn(scene: Scene, place: int) -> Organ | None:
    """The organ for which somebody has the word at `place`, in the record of a press conference."""
    starts, speakers = scene.remembered("turns", lambda: _turns(scene))
    index = bisect_right(starts, place) - 1
    return speakers[index] if index >= 0 and speakers[index] is not _NOBODY else None


def _envoys(scene: Scene) -> dict[str, Organ]:
    """Who has been introduced as speaking for which organ."""

    def find() -> dict[str, Organ]:
        envoys: dict[str, Organ] = {}
        done = 0
        for ranked in _RANKED.finditer(scene.text):
            around = _words_around(scene, ranked.start()) if ranked.start() >= done else None
            if around is None:
                continue
            for match in _ENVOY.finditer(scene.text, around.start, around.end + 1):
                organ, start = match["organ"], match.start("organ")
                if not organ_words.NOT_A_NAME.search(organ):
                    envoys.setdefault(match["name"], Organ(organ, start, start + len(organ), scene.directory.code(organ)))
            done = around.end
        return envoys

    return scene.remembered("envoys", find)


def _words_around(scene: Scene, place: int) -> Span | None:
    """The sentence that holds the place, or the line: a row of a table is no sentence."""
    sentence = scene.structure.sentence_at(place)
    return sentence if sentence is not None and place < sentence.end else scene.structure.paragraph_at(place)


def of_speech(scene: Scene, place: int) -> Organ | None:
    """“今年我们将推出8项举措。”市人社局局长某某介绍: for whom the speech is given that holds `place`, or the words before it."""
    line = scene.structure.paragraph_at(place)
    if line is None:
        return None
    text = scene.text
    last = _said_between(scene, line.start, place)
    opened = text.rfind("“", line.start, place)
    end = _SPEECH_ENDS.search(text, place, line.end) if opened >= 0 else None
    if end is None or _SPEECH_ENDS.search(text, opened, place):
        return last
    organ = organs.subject(text, end.end(), line.end, scene.directory)
    if organ is not None and (organ.name[-1] == "长" if organ.generic else organ_words.SPEAKS.match(text, organ.end)):
        return organ
    return _said_between(scene, end.end() - 1, end.end() + 1) or last


def _said_between(scene: Scene, start: int, end: int) -> Organ | None:
    """For whom 某某介绍 was said last between two places."""
    places, speakers = scene.remembered("said", lambda: _said(scene))
    index = bisect_right(places, end - 1) - 1
    return speakers[index] if index >= 0 and places[index] >= start else None


def _said(scene: Scene) -> tuple[list[int], list[Organ]]:
    envoys = _envoys(scene)
    found = [match for match in _SAYS.finditer(scene.text) if match["name"] in envoys] if envoys else []
    return [match.start() for match in found], [envoys[match["name"]] for match in found]


_SPEECH_ENDS = compiled(r"[。！？，…]”")
_SAYS = compiled(r"(?:(?<=[。；，”：])|^)(?:据)?(?P<name>[^，。；“”]{2,3})(?:介绍|表示|回答|说|透露|补充|告诉|坦言|回应|解释)", re.M)


def _turns(scene: Scene) -> tuple[list[int], list[Organ]]:
    envoys = _envoys(scene)
    starts: list[int] = []
    speakers: list[Organ] = []
    asked = _interviewed(scene)
    ranked = envoys or asked or _ANY_TURN.search(scene.text)
    for turn in _TURN.finditer(scene.text) if ranked else ():
        who = turn["who"]
        organ = asked if who in _ANSWER else envoys.get(who) or next((envoys[name] for name in envoys if who.endswith(name)), None)
        if organ is None and (titled := _BY_TITLE.fullmatch(who)) and organs.is_organ(titled["organ"], scene.directory):
            start = turn.start("who")
            organ = Organ(titled["organ"], start, start + len(titled["organ"]), scene.directory.code(titled["organ"]))
        if organ is not None or _OTHERS.search(who):
            starts.append(turn.start())
            speakers.append(organ or _NOBODY)
    return starts, speakers


def _interviewed(scene: Scene) -> Organ | None:
    for line in scene.structure.paragraphs[:_ASKED_IN] if re.search("^(?:答|A)[：:]", scene.text, re.M) else ():
        match = _ASKED.search(scene.text, line.start, line.end) or _ANSWERS.search(scene.text, line.start, line.end)
        if match and not organ_words.NOT_A_NAME.search(match["organ"]):
            return Organ(match["organ"], *match.span("organ"), scene.directory.code(match["organ"]))
    return None


_ASKED_IN = 4  # lines at the head of an interview
