"""The members of a counted set that the paragraphs below it tell of: 一老一小有依靠。新增托位900个；新建食堂6家；…"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article import organs, targets
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.listing import ACTION
from tracker.article.promised import promises
from tracker.article.scene import Scene
from tracker.article.structure import Paragraph, Sentence, Span
from tracker.article.words import FINISHED

_FEWEST = 4  # members that are as many as declared by no chance
_NEAR = 4  # lines between a set and the first that tells of its members
_LINES = 12  # of members at the most
_PART = compiled(r"[^；。]+")
_HEADING = compiled(r"[^，；：\d]{2,20}")  # 安居出行更舒心。
_BEFORE = compiled(r"(?:(?:今年|[下上]半年|下一步|具体|一方面|另一方面|同时|此外|另外)，?)+")
_DAY = compiled(r"(?:[自从于在]?(?:今年|明年|20\d\d年)?\d{1,2}月(?:\d{1,2}日)?(?:[上中下]旬)?(?:底|末|份)?(?:之?前|起)?|年底前|年内|暑期|汛期前)，?(?:在|将)?")
_TOLD = compiled(r"已(?!纳入|列入)|累计|截至|去年|上年|了(?!解)|据介绍|表示|介绍，")


def take(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """The clauses of the lines below, where these are just so many as the set has members."""
    declared = candidate.declared or 0
    if declared < _FEWEST or candidate.approximate or candidate.pattern != "counted":
        return
    lines = scene.structure.paragraphs[sentence.paragraph + 1 : sentence.paragraph + 1 + _NEAR + _LINES]
    whose = {organ.name for organ in scene.subjects_between(sentence.start, sentence.end)}
    found: list[Item] = []
    told: list[Span] = []
    for distance, line in enumerate(lines):
        parts = _parts(scene, line, whose)
        if not parts:
            if found or distance >= _NEAR:
                break
            continue
        found += [_item(scene, part) for part in parts]
        told.append(Span(parts[0].start, line.end))
        if len(found) >= declared:
            break
    if len(told) > 1 and len(found) == declared:
        candidate.scattered, candidate.told = True, told
        candidate.items, candidate.fields = found, []


def _item(scene: Scene, part: Span) -> Item:
    """Without the day that opens it in its title."""
    found = targets.item(scene, part)
    if day := _DAY.match(scene.text, part.start, part.end):
        place = Span(day.end(), part.end)
        found.title, found.span = targets.item(scene, place).title, place
    return found


def _parts(scene: Scene, line: Paragraph, whose: set[str]) -> list[Span]:
    """The clauses of a line of deeds; none where it tells of something else, or what is somebody else's."""
    text = scene.text
    if line.number or text.find("；", line.start, line.end) < 0 or any(sign.search(text, line.start, line.end) for sign in (_TOLD, FINISHED)):
        return []
    if any(not (organ.generic or organ.name.endswith("政府") or organ.name in whose) for organ in scene.subjects_between(line.start, line.end)):
        return []
    parts = [_stripped(scene, part) for part in _pieces(text, line)]
    return parts if sum(_is_deed(scene, part) for part in parts) * 2 >= len(parts) else []


def _pieces(text: str, line: Paragraph) -> Iterator[Span]:
    """Without the heading that the line begins with."""
    for number, piece in enumerate(re.finditer(_PART, text[line.start : line.end])):
        if number == 0 and text[line.start + piece.end()] == "。" and _HEADING.fullmatch(piece[0]):
            continue
        yield Span(line.start + piece.start(), line.start + piece.end())


def _stripped(scene: Scene, part: Span) -> Span:
    """Behind 今年，市政府将."""
    place = part.start
    for _ in range(_LEADS):
        lead = _BEFORE.match(scene.text, place, part.end)
        place = lead.end() if lead else place
        organ = scene.subject_before(place + 1)
        if organ is not None and organ.start == place:
            place = organs.skip_lead(scene.text, organ.end, part.end)
            place += scene.text[place : place + 1] == "将"
    return Span(place, part.end)


_LEADS = 3


def _is_deed(scene: Scene, part: Span) -> bool:
    day = _DAY.match(scene.text, part.start, part.end)
    start = day.end() if day else part.start
    return ACTION.match(scene.text[start : part.end]) is not None or next(promises(scene, start, part.end), None) is not None
