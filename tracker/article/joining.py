"""Who joins an owner: the row of names of which it is the first, those it acts together with, those who help."""

from __future__ import annotations

from tracker.article import company, organs
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.scene import Scene
from tracker.article.structure import Sentence

_HELP = compiled("配合|协办|协助|参与|牵头，")
_HELPED = compiled(
    r"[，、（(](?P<others>[^，。；：（）()\n]{2,60}?)(?:等(?:单位|部门)?)?(?:积极|全力|共同|协同)?(?:配合|协办|协助|参与)(?=[，。；）)])"
    r"|(?<=牵头)，(?!会同|联合|协同|携手)(?P<together>[^，。；：（）()\n]{2,60}?)(?:协同|共同|联合)(?=[一-龥])"
)
_LONGEST_ROW = 40  # characters of the organs in brackets at the head of a line


def others(scene: Scene, owner: Organ, candidate: Candidate, sentence: Sentence) -> list[str]:
    found: list[str] = []
    if owner == scene.head_of(sentence.paragraph):
        found += row_after(scene, owner, owner.end + _LONGEST_ROW)
    if sentence.start <= owner.start < sentence.end:
        beside, stop = row(scene, owner, sentence.end)
        found += _names(beside)
        # 三件实事：一是…，某局配合: who helps with one of a list's members helps with that one
        listed = candidate.pattern == "numbered" and candidate.items
        found += helpers(scene, owner.end, candidate.items[0].span.start if listed else sentence.end)
        found += _company(scene, stop, min(candidate.place.end, sentence.end), candidate.anchor)
    else:
        found += _joining_again(scene, candidate, sentence)
    return found


def with_whom(scene: Scene, organ: Organ, end: int) -> tuple[str, ...]:
    """Whoever joins or helps a subject, as its clause and the rest of its sentence say."""
    joined, stop = row(scene, organ, end)
    beside = company.of(scene.text, company.past_words(scene.text, stop, end), end, scene.directory)
    found = [*_names(joined), *(beside.names if beside else ()), *helpers(scene, organ.end, end)]
    return tuple(dict.fromkeys(found))


def partners(scene: Scene, start: int, end: int) -> list[str]:
    """由甲局牵头，会同乙局实施: who joins right behind the words that say who leads."""
    found = company.of(scene.text, start + scene.text.startswith("，", start), end, scene.directory)
    return found.names if found else []


def _joining_again(scene: Scene, candidate: Candidate, sentence: Sentence) -> list[str]:
    """…；会同市住建局开展…: who joins where the sentence goes on with the subject of the one before."""
    for clause in scene.clauses(sentence):
        start = organs.skip_lead(scene.text, clause.start, clause.end)
        if clause.start > candidate.anchor or not company.JOINS.match(scene.text, start):
            continue
        joined = company.of(scene.text, start, sentence.end, scene.directory)
        return joined.names if joined else []
    return []


def helpers(scene: Scene, start: int, end: int) -> list[str]:
    """市财政局、市人社局配合; （市妇联协办）: who helps, in the rest of the sentence."""
    found = _HELPED.finditer(scene.text, start, end) if _HELP.search(scene.text, start, end) else ()
    return [
        part
        for match in found
        for part in organs.names(match["others"] or match["together"])
        if organs.named(part, 0, len(part), scene.directory)
    ]


def _company(scene: Scene, subject_end: int, end: int, anchor: int) -> list[str]:
    """Whom the owner, whose row ends at `subject_end`, acts together with, as told before the anchor."""
    text = scene.text
    for match in reversed(list(company.JOINS.finditer(text, subject_end, anchor))):  # …，联合甲局开展培训，|联合乙局设立…: who joins in this
        if text[match.start() - 1] in "，；" and (with_whom := company.of(text, match.start(), end, scene.directory)):
            return with_whom.names
    beside = company.past_words(text, subject_end, end)
    if with_whom := company.of(text, beside, end, scene.directory):
        return with_whom.names
    for match in company.JOINS.finditer(text, subject_end, anchor):
        only_organs = text[match.start() - 1] not in "，；将还也并"
        if with_whom := company.of(text, match.start(), end, scene.directory, only_organs):
            return with_whom.names
    return []


def row_after(scene: Scene, owner: Organ, end: int) -> list[str]:
    """A、B和C联合开展: the organs that follow the first in the subject."""
    return _names(row(scene, owner, end)[0])


def _names(organs_of_row: list[Organ]) -> list[str]:
    return [name for organ in organs_of_row for name in company.spelt_out(organ.name)]


def row(scene: Scene, owner: Organ, end: int) -> tuple[list[Organ], int]:
    """The organs that follow the first in the subject, and the place behind them."""
    return company.row(scene.text, owner.name, owner.end, end, scene.directory)
