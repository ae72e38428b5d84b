"""Who owns a candidate: subject of its clause, earlier subject, label, bracket, or the words before the count."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from tracker.article import (
    anaphora,
    assigned,
    author,
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
from tracker.article.structure import Sentence, Span

_GOES_ON = compiled(r"会议|会上|(?:该|《[^》\n]{2,40}》|行动|工作)?(?:方案|清单|意见|措施|办法|计划|通知)?(?:还)?(?:提出|明确|要求|规定)|其次|再次|再者|第[二三四]，|其中|同时|此外|另外|据介绍|据悉|下一步|在[^，。]{2,16}方面")
_TOLD_BY = compiled(r"从(?P<organ>[^，。；：“”\n]{3,16}?)(?:获悉|了解到|获知|得知)")
_ATTENDS = compiled(
    r"出席|参加(?:了)?(?:会议|发布会|活动)|(?:召开|举行)(?:了)?[^，。；]{0,12}(?:发布会|通气会|见面会)"
)


def assign(scene: Scene, candidate: Candidate) -> None:
    """Set the candidate's owner, its joint owners and whether the owner had to be fetched from afar."""
    sentence = scene.structure.sentence_at(candidate.anchor)
    if sentence is None:
        return
    if candidate.owner is not None:
        return  # its own lines have told
    owner = assigned.owner(scene, candidate, sentence) or _told_behind(scene, candidate) or _in_the_name(scene, candidate, sentence)
    if owner is None:
        owner = _subject(scene, candidate, sentence)
    if owner is None or owner.start < sentence.start:
        owner = _by_decision(scene, candidate, sentence) or owner
    if owner is None or owner.generic:
        owner = principal.of_colon(scene, sentence) or owner
    if owner is None or owner.generic:
        speaks = speakers.of_speech(scene, candidate.anchor)
        whose = principal.of_named_list(scene, candidate.name) if speaks and candidate.declared and _DEEDS.search(candidate.name) else None
        owner = whose or speaks or owner
    if owner is None and candidate.pattern == "numbered":
        owner = _subject_within(scene, candidate)
    if owner is None and candidate.pattern == "introduced":
        owner = _named_in(scene, candidate, candidate.name, candidate.place.start)
    if owner is None and candidate.pattern == "counted":
        owner = _whose_list(scene, candidate, sentence)
    if owner is None:
        owner = _said_of(scene, candidate, sentence) or own_lines.over(scene, candidate)
    if owner is None and candidate.pattern in ("numbered", "counted"):
        whose = principal.of_named_list(scene, candidate.name) if candidate.declared and _DEEDS.search(candidate.name) else None
        decided = principal.of_decision(scene) if candidate.pattern == "numbered" and _DEEDS.search(candidate.name) else None
        owner = whose or decided or own_lines.signed(scene)
        candidate.owner_far = owner is not None
    spoken = _speaker(scene, candidate, sentence) if owner and owner.generic and owner.name[0] == "全" else None
    candidate.owner = spoken or (anaphora.resolved(scene, owner) if owner else None)
    if owner is not None and owner.generic and candidate.owner is not None and not candidate.owner.generic:
        candidate.owner_word = owner.name
    dated = candidate.pattern == "rollout" and candidate.due is not None
    if candidate.owner is None and (dated or candidate.pattern not in ("quoted", "rollout", "numbered")):
        owner = candidate.owner = _speaker(scene, candidate, sentence) or _informant(scene, sentence)
        candidate.owner_far = owner is not None
    if candidate.owner is None:
        owner = candidate.owner = _meeting(scene, sentence) or _principal(scene, candidate)
        candidate.owner_far = owner is not None
    if owner is not None and candidate.owner is not None:
        candidate.owner = messengers.whom_for(scene, candidate.owner, candidate.anchor)
    if owner is None or candidate.owner is None:
        return
    candidate.owner = own_lines.government(scene, candidate.owner)
    office = _OFFICE.fullmatch(candidate.owner.name) if candidate.owner_far or candidate.owner_word else None
    if office and (office["department"] or ((candidate.declared or candidate.pattern == "numbered") and _DEEDS.search(candidate.name))):
        whose = office["government"] or office["department"]  # whose deeds they are, though its office sends them out
        candidate.owner = replace(candidate.owner, name=whose, code=scene.directory.code(whose))
    candidate.joint += joining.others(scene, owner, candidate, sentence)


def _told_behind(scene: Scene, candidate: Candidate) -> Organ | None:
    """以上任务由某局负责, behind it."""
    said = behind.over(scene, candidate.items[-1].span.end if candidate.items else candidate.place.end)
    if said is not None:
        candidate.joint += said.joint
    return said.organ if said else None


_OFFICE = compiled(r"(?:(?P<government>.+政府)|(?P<department>.+(?:[局厅]|(?:健康?|改革?|建设?|工信|经信|国资|教|农|科|交通|城管)委(?:员会)?)))办公[室厅]")
_DEEDS = compiled(r"实事")
_OF_ITS_LIST = compiled(
    r"(?P<organ>[省市县区州][一-龥]{1,10}?[局委厅办院会])的[^，。；：\n]{0,10}(?:清单|实事|任务|台账|承诺)[^，。；：\n]{0,6}$"
)


def _whose_list(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """县交通局的实事清单上写着三件事."""
    match = _OF_ITS_LIST.search(scene.text, max(sentence.start, candidate.anchor - 40), candidate.anchor)
    if match is None or organ_words.NOT_A_NAME.search(match["organ"]):
        return None
    return Organ(match["organ"], *match.span("organ"), scene.directory.code(match["organ"]))


# 市住建局的承诺很实在：年底前…
_OF_ITS_WORDS = compiled(r"^(?P<organ>[一-龥]{0,4}?[省市县区州][一-龥]{0,10}?(?:[局委厅办院会联]|(?<=[县区市])))(?:的[^。；：“\n]{2,24}|给自己[^。；：\n]{2,20})：", re.M)


# 市教育局的“暖冬行动”将于12月底前…
_OF_ITS_THING = compiled(r"(?P<organ>[省市县区州][一-龥]{1,10}?[局委厅办院会])的(?=“[^”\n]{2,16}”[^，。；：\n]{0,6}?(?:将|[拟要]于|计划|今年|年底))")


def _said_of(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    match = _OF_ITS_WORDS.match(scene.text, sentence.start, candidate.anchor) or _OF_ITS_THING.match(scene.text, sentence.start)
    if match is None or organ_words.NOT_A_NAME.search(match["organ"]):
        return None
    return Organ(match["organ"], *match.span("organ"), scene.directory.code(match["organ"]))


_OPENING = 6  # paragraphs at the head of a text that tell of the list in its title


def _principal(scene: Scene, candidate: Candidate) -> Organ | None:
    """Whoever has the word or gives the report; for a list that the title tells of, the place in the title."""
    owner = speakers.of_turn(scene, candidate.anchor) or principal.of_text(scene)
    if owner is None:
        owner = principal.of_headline(scene) or own_lines.answers(scene)
    nearest = scene.subject_before(candidate.anchor)
    own = nearest is not None and organ_words.ANAPHOR.match(nearest.name)  # 本局规划…, of a section of its own
    if owner is None and candidate.pattern in ("amount", "dated") and not own:
        owner = principal.of_only(scene)
    if owner is None and candidate.pattern == "numbered" and candidate.declared is None:
        owner = principal.of_notice(scene)  # …关于印发任务分工的通知, and the tasks
    sentence = scene.structure.sentence_at(candidate.anchor)
    if owner is None and author.is_his_own(scene):
        owner = author.of_text(scene)
    if owner is None and candidate.pattern == "quoted" and sentence and _DECIDES.search(scene.text, sentence.start, candidate.place.start):
        owner = own_lines.signed(scene) or principal.of_notice(scene)
    deeds = candidate.pattern == "numbered" and _DEEDS.search(candidate.name)
    counted = candidate.declared is not None and candidate.kind == "list"
    if owner is not None or not (candidate.pattern == "table" or counted or deeds):
        return owner
    near = candidate.pattern == "table" or (sentence is not None and sentence.paragraph < _OPENING)
    named = principal.of_named_list(scene, candidate.name) or principal.of_title(scene) if near else None
    return named or (own_lines.signed(scene) if counted else None)  # 各单位要落实12项任务, in a notice of whoever signs it


_DECIDES = compiled(r"决定|定于")  # …组织开展“暖冬”行动, in a notice of whoever signs it


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
    match = organ_words.BY_DECISION.search(scene.text, sentence.start, candidate.anchor)
    return _first_of(scene, candidate, match["organ"], match.start("organ")) if match else None


def _subject(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """The subject of the clause, else of the sentence, else of the paragraph."""
    nearest = reversed(scene.subjects_up_to(candidate.anchor + 1, _FEW))
    found = next((organ for organ in nearest if not _is_built(candidate, organ)), None)
    if found is None:
        return None
    if found.start >= sentence.start:
        return found
    paragraph = scene.structure.paragraphs[sentence.paragraph]
    if found.start < paragraph.start:
        return None
    candidate.owner_far = True
    return found


_FEW = 6  # subjects, the nearest of which may be houses that are built


def _is_built(candidate: Candidate, organ: Organ) -> bool:
    """某艺术中心3月动工: a house that is built, and not who builds it."""
    if candidate.declared is not None or not organ_words.is_house(organ.name):
        return False
    return organ.start >= candidate.place.start or organ.name in candidate.name


def _speaker(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """省教育厅…介绍，今年全省将…: whoever was named last in the paragraph, when 全省 or 我市 says nothing."""
    paragraph = scene.structure.paragraphs[sentence.paragraph]
    start = paragraph.start
    if sentence.paragraph and _GOES_ON.match(scene.text, start):
        start = scene.structure.paragraphs[sentence.paragraph - 1].start
    named = reversed(scene.subjects_between(start, candidate.anchor))
    return next((organ for organ in named if not (organ.generic or _is_built(candidate, organ) or _only_attends(scene, organ))), None)


def _only_attends(scene: Scene, organ: Organ) -> bool:
    """市发展改革委等部门负责人出席会议; but 市政府新闻办召开新闻发布会 for the government."""
    if messengers.of_government(organ.name):
        return False
    sentence = scene.structure.sentence_at(organ.start)
    return sentence is not None and bool(_ATTENDS.search(scene.text, organ.end, sentence.end))


# 主持召开市政府第45次常务会议。会议同意…: what a meeting decides is whose meeting it is
_OF_MEETING = compiled(
    r"(?:召开|举行)(?:了)?(?P<organ>[一-龥]{0,4}?[省市县区州旗镇乡](?:人民政府|政府|委|[一-龥]{1,8}?[局厅委]))(?:党组|党委|常委会|第?[一二三四五六七八九十百\d]{1,4}(?:届|次)|常务|办公|专题|全体|工作){0,4}会议?"
)
_MEETS = compiled(r"会议|会上")
_BEFORE_IT, _FAR = 4, 1500  # paragraphs and characters before, in which the meeting is told of


def _meeting(scene: Scene, sentence: Sentence) -> Organ | None:
    start = scene.structure.paragraphs[sentence.paragraph].start
    if not _MEETS.match(scene.text, start):
        return None
    above = scene.structure.paragraphs[max(0, sentence.paragraph - _BEFORE_IT)].start
    above = max(above, sentence.start - _FAR)
    found = list(_OF_MEETING.finditer(scene.text, above, sentence.start))
    if not found or organ_words.NOT_A_NAME.search(found[-1]["organ"]):
        return None
    return Organ(found[-1]["organ"], *found[-1].span("organ"), scene.directory.code(found[-1]["organ"]))


def _informant(scene: Scene, sentence: Sentence) -> Organ | None:
    """记者从省水利厅获悉: the organ that told of it, when nobody else is named in the paragraph or the one before."""
    paragraph = scene.structure.paragraphs[sentence.paragraph]
    above = principal.lead_over(scene, sentence.paragraph)
    match = _TOLD_BY.search(scene.text, above.start, above.end) or _TOLD_BY.search(scene.text, paragraph.start, sentence.end)
    if match is None:
        return principal.of_lead(scene, above) if above.index < sentence.paragraph else None
    return organs.named(scene.text, *match.span("organ"), scene.directory)


_LABELLED = compiled(r"(?:单位|部门|机关)[：:] ?$")  # 牵头单位：市教育局 leads what stands above it


def _subject_within(scene: Scene, candidate: Candidate) -> Organ | None:
    """A numbered list belongs to whom its own lines make the subject: 本府将…, 市府…."""
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
