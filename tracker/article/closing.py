"""新建幼儿园12所（市教育局）；改造食堂30个，责任单位：市城管局: brackets that hold nothing but organs, or a label, own the words they close."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.article import organ_words, organs
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

_SIGN = compiled(r"[一-龥](?:牵头|负责|主办|承办|配合|[局委厅办府会联署院处司团])[）)，；]|(?:单位|部门|牵头|主办|承办|责任)[：:]")
# Not behind another name, whose second one it is: 市工信局（市国资委）
_NOTE = compiled(
    r"(?<![局委厅署府])[（(](?P<label>(?:(?:牵头|责任|承办|主办|实施|主责)(?:单位|部门)|牵头|承办|主办|责任)[：:] ?|由)?(?P<names>[一-龥、]{3,60}?)(?<!协办)(?<!协助)(?<!配合)(?<!参与)(?P<role>牵头|负责|主办|承办)?(?:实施|落实)?"
    r"(?:(?:[，；]|(?<=牵头)、|(?<=负责)、)(?:(?:配合|协办|参与|协助)(?:单位|部门)?[：:] ?)?(?P<with>(?![一-龥]{0,6}[年月季旬]?[底度末]?前)[一-龥、]{3,60}?)(?:配合|协办|参与)?)?"
    r"(?:[，；](?:完成|办结)?(?:时限|时间)?[：:]? ?[0-9今明本年月日底前内季度第一二三四末上中下旬半]{2,14}(?:完成|建成|办结|完工|投用)?)?[）)]"
)
_LABEL = compiled(r"，(?P<label>(?:(?:牵头|责任|承办|主办|实施|主责)(?:单位|部门)|牵头|承办|主办)[：:] ?)(?P<names>[一-龥、]{3,60})(?P<role>)(?:，(?:配合|协办|参与|协助)(?:单位|部门)?[：:] ?(?P<with>[一-龥、]{3,60}))?(?=[；。\n]|$)", re.M)


@dataclass(slots=True)
class Note(Span):
    """The brackets with their first organ and those who join it."""

    organ: Organ
    joint: tuple[str, ...]


def notes(scene: Scene, span: Span) -> list[Note]:
    """All such brackets between start and end."""
    if not _SIGN.search(scene.text, span.start, span.end):
        return []
    found = []
    for match in sorted((one for sign in (_NOTE, _LABEL) for one in sign.finditer(scene.text, span.start + 1, span.end)), key=re.Match.start):
        names, helpers = organs.names(match["names"]), organs.names(match["with"] or "")
        told = bool(match["label"] or match["role"])
        if names and all(_is_owner(scene, name, told) for name in names) and all(_is_owner(scene, name, True) for name in helpers):
            start = match.start("names")
            first = Organ(names[0], start, start + len(names[0]), scene.directory.code(names[0]))
            found.append(Note(*match.span(), first, (*names[1:], *helpers)))
    return found


def _is_owner(scene: Scene, name: str, told: bool) -> bool:
    """Whether it is an organ; where nothing tells what it does there, no house and no place, which may be where it is done."""
    if scene.directory.code(name) is not None:
        return True
    organ = organs.named(name, 0, len(name), scene.directory)
    if organ is None or organ.end < len(name):
        return False
    return told or not (organ_words.is_house(name) or organ_words.PLACE_ONLY.match(name))


_BARE = compiled(
    r"(?:以及|和)?(?P<thing>(?![^\d]{0,20}(?:已|共|有|目前|去年|上年|累计|获|先进|优秀|典型|集体|个人|单位|部门|代表|问题|名额|奖))[一-龥“”]{2,20}\d[\d,.]*[万亿]?[一-龥]{1,3})"
)


def bare_things(scene: Scene, sentence: Sentence) -> Iterator[Span]:
    """实训基地2个（市人社局）: a thing and how many of it, without a verb, among others that brackets close."""
    own = of_sentence(scene, sentence)
    if not own or len(scene.remembered(("notes of line", sentence.paragraph), lambda: notes(scene, scene.structure.paragraphs[sentence.paragraph]))) < _SEVERAL:
        return
    for note in own:
        start = max(sentence.start, *(scene.text.rfind(mark, sentence.start, note.start) + 1 for mark in "，：；、）)"))
        match = _BARE.fullmatch(scene.text, start, note.start)
        if match is not None:
            yield Span(*match.span("thing"))


_SEVERAL = 2  # brackets in a line that parts its deeds by them


def of_sentence(scene: Scene, sentence: Sentence) -> list[Note]:
    return scene.remembered(("notes", sentence.start), lambda: notes(scene, sentence))


def over(scene: Scene, sentence: Sentence, place: Span) -> Note | None:
    """The brackets that close the words at `place`: at the end of their clause, or of a later one where no clause has a subject."""
    found = of_sentence(scene, sentence)
    index = bisect_left(found, place.end, key=lambda note: note.start)
    if index == len(found):
        return None
    note = found[index]
    within = scene.clause_at(sentence, place.end - 1).end >= note.end
    named = not within and any(not one.generic and one.start >= sentence.start for one in scene.subjects_up_to(note.start, _FEW))
    return None if named else note


_FEW = 6  # subjects before brackets
