"""Who owns a candidate: subject of its clause, earlier subject, label, bracket, or the words before the count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from tracker.article import (
    addressed,
    afar,
    anaphora,
    assigned,
    behind,
    joining,
    messengers,
    organ_words,
    organs,
    own_lines,
    principal,
    speakers,
)
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.scene import Scene
from tracker.article.structure import Paragraph, Sentence, Span


def assign(scene: Scene, candidate: Candidate) -> None:
    """Set the candidate's owner, its joint owners and whether the owner had to be fetched from afar."""
    sentence = scene.structure.sentence_at(candidate.anchor)
    if sentence is None or candidate.owner is not None:
        return  # its own lines have told
    owner: Organ | None = None
    for is_wanted, rungs in _LADDER:
        for rung in rungs:
            if is_wanted(owner, sentence):
                owner = rung(scene, candidate, sentence) or owner
    spoken = afar.speaker(scene, candidate, sentence) if owner and owner.generic and owner.name[0] == "全" else None
    candidate.owner = spoken or (anaphora.resolved(scene, owner) if owner else None)
    if owner is not None and owner.generic and candidate.owner is not None and not candidate.owner.generic:
        candidate.owner_word = owner.name
    said = owner if owner is not None and owner.generic else None
    if said is not None and candidate.owner is None and organ_words.SOMEBODY_ELSE.match(said.name):
        return  # 市长, 有关部门: not who was named before
    for rung in _FROM_AFAR:
        if candidate.owner is None:
            owner = candidate.owner = rung(scene, candidate, sentence)
            candidate.owner_far = owner is not None
        if candidate.owner is None and said is not None and rung is afar.who_spoke and _OF_LEVEL.fullmatch(said.name):
            owner = candidate.owner = principal.of_level(scene, said, said.name[-1])
            candidate.owner_word = said.name if owner else ""
    if owner is None or candidate.owner is None:
        return
    candidate.owner = messengers.whom_for(scene, candidate.owner, candidate.anchor)
    candidate.owner = own_lines.government(scene, candidate.owner)
    office = _OFFICE.fullmatch(candidate.owner.name) if candidate.owner_far or candidate.owner_word else None
    if office and (office["department"] or ((candidate.declared or candidate.pattern == "numbered") and afar.DEEDS.search(candidate.name))):
        place = principal.of_title(scene) if office["committee"] else None
        whose = office["government"] or office["department"] or (place.name if place else office["committee"])  # whose deeds they are, though its office sends them out
        candidate.owner = replace(candidate.owner, name=whose, code=scene.directory.code(whose))
    candidate.joint += joining.others(scene, owner, candidate, sentence)


_OF_LEVEL = compiled("[全我本][省市县区州旗镇乡]")


def _told_behind(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """以上任务由某局负责, behind it."""
    said = behind.over(scene, candidate.items[-1].span.end if candidate.items else candidate.place.end)
    if said is not None:
        candidate.joint += said.joint
    return said.organ if said else None


_OFFICE = compiled(r"(?:(?P<government>.+政府)|(?P<committee>(?:中共)?.+[省市县区州旗镇乡]委)|(?P<department>.+(?:[局厅]|(?:健康?|改革?|建设?|工信|经信|国资|教|农|科|交通|城管)委(?:员会)?)))办公[室厅]")
_OF_ITS_LIST = compiled(
    r"(?P<organ>[省市县区州][一-龥]{1,10}?[局委厅办院会])的[^，。；：\n]{0,10}(?:清单|实事|任务|台账|承诺)[^，。；：\n]{0,6}$"
)


def _whose_list(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """县交通局的实事清单上写着三件事."""
    if candidate.pattern != "counted":
        return None
    match = _OF_ITS_LIST.search(scene.text, max(sentence.start, candidate.anchor - 40), candidate.anchor)
    if match is None or organ_words.NOT_A_NAME.search(match["organ"]):
        return None
    return Organ(match["organ"], *match.span("organ"), scene.directory.code(match["organ"]))


# 市住建局的承诺很实在：年底前…
_OF_ITS_WORDS = compiled(r"^(?P<organ>[一-龥]{0,4}?[省市县区州][一-龥]{0,10}?(?:[局委厅办院会联]|(?<=[县区市])))(?:的[^。；：“\n]{2,24}|给自己[^。；：\n]{2,20})：", re.M)


# 市教育局的“暖冬行动”将于12月底前…
_OF_ITS_THING = compiled(r"(?P<organ>[省市县区州][一-龥]{1,10}?[局委厅办院会])的(?=“[^”\n]{2,16}”[^，。；：\n]{0,6}?(?:将|[拟要]于|计划|今年|年底|\d{1,2}月))")


def _said_of(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    match = _OF_ITS_WORDS.match(scene.text, sentence.start, candidate.anchor) or _OF_ITS_THING.match(scene.text, sentence.start)
    if match is None or organ_words.NOT_A_NAME.search(match["organ"]):
        return None
    return Organ(match["organ"], *match.span("organ"), scene.directory.code(match["organ"]))


def _in_the_name(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """省政府20项民生工程: the organ stands directly before the count."""
    if candidate.pattern not in ("counted", "numbered"):
        return None
    opening = organ_words.OPENS_THE_NAME.match(candidate.name)
    clause = scene.clause_at(sentence, candidate.anchor)
    if candidate.items and candidate.pattern == "counted" and not opening:
        return _whose_set(scene, candidate, clause)
    chosen = organ_words.CHOSEN_AS.search(scene.text, candidate.anchor, min(sentence.end, candidate.anchor + _CHOSEN))
    if chosen and candidate.declared and "，" not in scene.text[candidate.anchor : chosen.start()]:
        candidate.name = chosen["name"]
        return _first_of(scene, candidate, chosen["organ"], chosen.start("organ"))
    begin = max(clause.start, candidate.anchor - 30)
    named = scene.text.find(candidate.name, begin, candidate.anchor)  # 由某局牵头的某某项目共6项
    match = organ_words.CARRIED_OUT_BY.search(scene.text, begin, named if named >= 0 else candidate.anchor)
    if match is None and opening and len(candidate.name) > opening.end() + 1:
        candidate.name = candidate.name[opening.end() :].removeprefix("的")
        return _first_of(scene, candidate, opening["organ"], candidate.place.start)
    match = match or organ_words.OF_THE_LIST.search(scene.text, begin, candidate.anchor)
    if match is None and candidate.declared and (led := _LEADS.search(scene.text, clause.start, candidate.anchor)):
        return _first_of(scene, candidate, led["organ"], led.start("organ"))
    if match is None:
        return _in_header(scene, candidate) if candidate.pattern == "numbered" else None
    return _first_of(scene, candidate, match["organ"].removeprefix("年"), match.start("organ"))


# 由省教育厅牵头落实保障秋季开学的四条措施
_LEADS = compiled(r"由(?P<organ>[一-龥]{0,6}?[省市县区州旗镇乡][一-龥]{1,12}?[局委厅办院会处署])(?:牵头|负责|具体)[^，。；：\n]{0,16}$")


def _whose_set(scene: Scene, candidate: Candidate, clause: Span) -> Organ | None:
    """市财政局的五项举措分别是…"""
    start = organs.skip_lead(scene.text, clause.start, candidate.anchor)
    match = organ_words.OF_THE_LIST.match(scene.text, start, candidate.anchor)
    if match is None or organ_words.NOT_A_NAME.search(match["organ"]):
        return None
    return _first_of(scene, candidate, match["organ"], match.start("organ"))


_CHOSEN = 40  # characters behind a count in which it is told what the things are chosen as


# 现将清江区2023年度十件民生实事项目予以公示
_NOW_GIVEN = compiled(r"现将(?P<place>[一-龥]{2,6}?(?:省|市|县|区|州|镇|乡|街道))(?=20\d\d年|今年|民生|为民)")


def _in_header(scene: Scene, candidate: Candidate) -> Organ | None:
    """2022年某区政府实事项目, 某县2024年十件民生实事: the organ or the place that the heading names."""
    paragraph = scene.structure.paragraph_at(candidate.place.start)
    if paragraph is None:
        return None
    if not paragraph.heading:
        given = _NOW_GIVEN.search(scene.text, paragraph.start, candidate.anchor)
        return _first_of(scene, candidate, given["place"], given.start("place")) if given else None
    notice = principal.of_notice(scene)
    if notice is not None and notice.start == paragraph.start:
        candidate.owner_far = True
        return notice
    whole = principal.of_text(scene)
    if whole is not None and paragraph.start <= whole.start < paragraph.end:
        return whole
    return _named_in(scene, candidate, scene.text[paragraph.start : paragraph.end], paragraph.start)


def _named_in(scene: Scene, candidate: Candidate, words: str, start: int) -> Organ | None:
    match = organ_words.IN_HEADER.search(words)
    if match is None:
        return None
    name = match["organ"] or match["place"]
    return _first_of(scene, candidate, name.removeprefix("年"), start)


def _first_of(scene: Scene, candidate: Candidate, name: str, start: int) -> Organ:
    """市委、市政府: the first owns, the other joins."""
    first, _, other = name.partition("、")
    if other:
        candidate.joint.append(other)
    return Organ(first, start, start + len(first), scene.directory.code(first))


def _by_decision(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """经县政府常务会议研究，确定12项实事: nobody else is the subject, so the list is whose meeting decided it."""
    match = organ_words.BY_DECISION.search(scene.text, sentence.start, candidate.anchor) or organ_words.BY_LOOK.search(scene.text, sentence.start, candidate.anchor)
    return _first_of(scene, candidate, match["organ"], match.start("organ")) if match else None


def _subject(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """The subject of the clause, else of the sentence, else of the paragraph."""
    nearest = reversed(scene.subjects_up_to(candidate.anchor + 1, _FEW))
    found = next((organ for organ in nearest if not afar.is_built(candidate, organ)), None)
    if found is None:
        return None
    if found.start >= sentence.start:
        return found
    paragraph = scene.structure.paragraphs[sentence.paragraph]
    if found.start < paragraph.start and not _ends_the_line_above(scene, found, paragraph):
        return None
    candidate.owner_far = True
    return found


def _ends_the_line_above(scene: Scene, organ: Organ, line: Paragraph) -> bool:
    """第一页是市总工会的。 over a paragraph: who is presented there has it."""
    above = scene.structure.paragraphs[line.index - 1]
    return organ.start > above.start and above.end - organ.end <= _FULL_STOP and afar.has_the_word(scene, organ)


_FULL_STOP = 2  # characters: 的。


_FEW = 6  # subjects, the nearest of which may be houses that are built


_LABELLED = compiled(r"(?:单位|部门|机关)[：:] ?$")  # 牵头单位：市教育局 leads what stands above it


def _subject_within(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """A numbered list belongs to whom its own lines make the subject: 本府将…, 市府…."""
    if candidate.pattern != "numbered":
        return None
    found = [
        organ
        for organ in scene.subjects_between(candidate.covers.start, candidate.covers.end)
        if (not organ.generic or organ_words.OWN_GOVERNMENT.match(organ.name)) and not _LABELLED.search(scene.text, organ.start - 6, organ.start)
    ]
    if not found:
        return None
    candidate.owner_far = True
    name, count = Counter(organ.name for organ in found).most_common(1)[0]
    own = next((organ for organ in found if organ_words.OWN_GOVERNMENT.match(organ.name)), None)
    if own:
        return own
    return next(organ for organ in found if organ.name == name) if count > 1 and count * 2 > len(found) else None


def _of_colon(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    return principal.of_colon(scene, sentence)


def _in_speech(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """Whoever speaks; for deeds that are counted, whose list the speech is about."""
    speaks = speakers.of_speech(scene, candidate.anchor)
    return (_of_the_deeds(scene, candidate) if speaks else None) or speaks


def _in_the_words_before(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    return _named_in(scene, candidate, candidate.name, candidate.place.start) if candidate.pattern == "introduced" else None


def _over_its_lines(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    return own_lines.over(scene, candidate)


def _whose_text(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """For a list, whose deeds the text is about, who has decided on them, or who signs it."""
    if candidate.pattern not in ("numbered", "counted"):
        return None
    decided = principal.of_decision(scene) if candidate.pattern == "numbered" and afar.DEEDS.search(candidate.name) else None
    owner = _of_the_deeds(scene, candidate) or decided or own_lines.signed(scene)
    candidate.owner_far = owner is not None
    return owner


def _of_the_deeds(scene: Scene, candidate: Candidate) -> Organ | None:
    return principal.of_named_list(scene, candidate.name) if candidate.declared and afar.DEEDS.search(candidate.name) else None


def _nobody(owner: Organ | None, sentence: Sentence) -> bool:
    return owner is None


def _nobody_here(owner: Organ | None, sentence: Sentence) -> bool:
    return owner is None or owner.start < sentence.start


def _nobody_by_name(owner: Organ | None, sentence: Sentence) -> bool:
    return owner is None or owner.generic


def _nobody_by_name_here(owner: Organ | None, sentence: Sentence) -> bool:
    return owner is None or owner.generic or owner.start < sentence.start


Rung = Callable[[Scene, Candidate, Sentence], Organ | None]
_LADDER: tuple[tuple[Callable[[Organ | None, Sentence], bool], tuple[Rung, ...]], ...] = (
    (_nobody, (assigned.owner, _told_behind, _in_the_name, _subject)),
    (_nobody_here, (_by_decision,)),
    (_nobody_by_name, (_of_colon,)),
    (_nobody_by_name_here, (_in_speech,)),
    (_nobody, (_subject_within, _in_the_words_before, _whose_list, _said_of, _over_its_lines, _whose_text)),
)
"""What is tried in turn, as long as there is so little of an owner."""
_FROM_AFAR: tuple[Rung, ...] = (afar.who_spoke, afar.meeting, afar.of_text, afar.mentioned, addressed.government)
"""What is tried when nobody was found, or one who cannot be told."""
