"""Whose a candidate is when nobody is named near it: who spoke before, told of it or met, or whose text it is."""

from __future__ import annotations

from tracker.article import author, messengers, organ_words, organs, own_lines, principal, speakers
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

DEEDS = compiled(r"实事")
_GOES_ON = compiled(r"会议|会上|(?:该|《[^》\n]{2,40}》|行动|工作)?(?:方案|清单|意见|措施|办法|计划|通知)?(?:还)?(?:提出|明确|要求|规定)|其次|再次|再者|第[二三四]，|其中|同时|此外|另外|据介绍|据悉|下一步|在[^，。]{2,16}方面")
_TOLD_BY = compiled(r"从(?P<organ>[^，。；：“”\n]{3,16}?)(?:获悉|了解到|获知|得知)")
_ATTENDS = compiled(
    r"出席|参加(?:了)?(?:会议|发布会|活动)|(?:召开|举行)(?:了)?[^，。；]{0,12}(?:发布会|通气会|见面会)"
)


def who_spoke(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """Whoever was named before in the paragraph, or told of it; not for what need be none of theirs, as a quoted name."""
    dated = candidate.pattern == "rollout" and candidate.due is not None
    point = candidate.pattern == "quoted" and _POINT.match(scene.text, scene.structure.paragraphs[sentence.paragraph].start)
    if not (dated or point) and candidate.pattern in ("quoted", "rollout", "numbered"):
        return None
    return speaker(scene, candidate, sentence) or _informant(scene, candidate, sentence)


def speaker(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """省教育厅…介绍，今年全省将…: whoever was named last in the paragraph, when 全省 or 我市 says nothing."""
    paragraph = scene.structure.paragraphs[sentence.paragraph]
    start, is_point = paragraph.start, False
    if sentence.paragraph and _GOES_ON.match(scene.text, start):
        start = scene.structure.paragraphs[sentence.paragraph - 1].start
    elif is_point := (_POINT.match(scene.text, start) is not None):
        start = _first_point(scene, sentence.paragraph)
    named = reversed(scene.subjects_between(start, candidate.anchor))
    found = next((organ for organ in named if not (organ.generic or is_built(candidate, organ) or _only_attends(scene, organ))), None)
    return found if found and (found.start >= sentence.start or is_point or _tells(scene, found) or has_the_word(scene, found)) else None


def has_the_word(scene: Scene, organ: Organ) -> bool:
    """第二个上台的是市体育局。: whether the organ is presented by its sentence, and does nothing in it."""
    return scene.text[organ.start - 1 : organ.start] in ("是", "到") and _NO_MORE.match(scene.text, organ.end) is not None


_NO_MORE = compiled(r"的?[，。]")


def _tells(scene: Scene, organ: Organ) -> bool:
    """Whether the sentence of an organ tells of more than what it does itself: it speaks, issues, meets."""
    sentence = scene.structure.sentence_at(organ.start)
    return sentence is not None and _ANNOUNCES.search(scene.text, organ.end, sentence.end) is not None


_ANNOUNCES = compiled(
    r"(?=[介获表透回通发公印出制部召举会宣提强要指明编负说称《])(?:《|介绍|获[悉知]|表示|透露|回应|通[报知]|发[布言]|公[布开]|印发|出台|制[定订]|部署|召开|举[行办]|会[上议]|宣布|提出|强调|要求|指出|明确|编制|负责人|[说称][，：])"
)


# ——在技能提升上，启动…: one of the points of somebody whom the first of them names
_POINT = compiled(r"[—·●■◆▶]{1,2}(?:在|从|聚焦|围绕|一是|二是|三是)?[一-龥]")
_POINTS = 12  # lines


def _first_point(scene: Scene, index: int) -> int:
    """Where the first of the points begins among which the line stands."""
    paragraphs = scene.structure.paragraphs
    first = index
    while first > max(0, index - _POINTS) and _POINT.match(scene.text, paragraphs[first - 1].start):
        first -= 1
    return paragraphs[first].start


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


def meeting(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    start = scene.structure.paragraphs[sentence.paragraph].start
    if not _MEETS.match(scene.text, start):
        return None
    above = scene.structure.paragraphs[max(0, sentence.paragraph - _BEFORE_IT)].start
    above = max(above, sentence.start - _FAR)
    found = list(_OF_MEETING.finditer(scene.text, above, sentence.start))
    if not found or organ_words.NOT_A_NAME.search(found[-1]["organ"]):
        return None
    return Organ(found[-1]["organ"], *found[-1].span("organ"), scene.directory.code(found[-1]["organ"]))


def _informant(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """记者从省水利厅获悉: the organ that told of it, when nobody else is named in the paragraph or the one before."""
    paragraph = scene.structure.paragraphs[sentence.paragraph]
    above = principal.lead_over(scene, sentence.paragraph)
    match = _TOLD_BY.search(scene.text, above.start, above.end) or _TOLD_BY.search(scene.text, paragraph.start, sentence.end)
    if match is None:
        return principal.of_lead(scene, above) if above.index < sentence.paragraph else None
    return organs.named(scene.text, *match.span("organ"), scene.directory)


_OPENING = 6  # paragraphs at the head of a text that tell of the list in its title


def of_text(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """Whoever has the word or gives the report; for a list that the title tells of, the place in the title."""
    owner = speakers.of_turn(scene, candidate.anchor) or principal.of_text(scene)
    if owner is None:
        owner = principal.of_headline(scene) or own_lines.answers(scene)
    nearest = scene.subject_before(candidate.anchor)
    own = nearest is not None and organ_words.ANAPHOR.match(nearest.name)  # 本局规划…, of a section of its own
    only = principal.of_only(scene) if owner is None and candidate.pattern in ("amount", "dated") and not own else None
    if only is not None and (nearest is None or not nearest.generic or nearest.name[0] not in "全我" or _tells(scene, only)):
        owner = only  # 市公安局将新建警务站5个。全市将…: not of a text in which it only does its own
    if owner is None and candidate.pattern in ("numbered", "deed") and candidate.declared is None:
        owner = principal.of_notice(scene)  # …关于印发任务分工的通知, and the tasks
    if owner is None and author.is_his_own(scene):
        owner = author.of_text(scene)
    if owner is None and candidate.pattern == "quoted" and _DECIDES.search(scene.text, sentence.start, candidate.place.start):
        owner = own_lines.signed(scene) or principal.of_notice(scene)
    deeds = candidate.pattern == "numbered" and DEEDS.search(candidate.name)
    counted = candidate.declared is not None and candidate.kind == "list"
    if owner is not None or not (candidate.pattern == "table" or counted or deeds):
        return owner
    near = candidate.pattern == "table" or sentence.paragraph < _OPENING
    named = principal.of_named_list(scene, candidate.name) or principal.of_title(scene) if near else None
    return named or (own_lines.signed(scene) if counted else None)  # 各单位要落实12项任务, in a notice of whoever signs it


_MENTIONED = compiled(
    r"(?:(?<![一-龥])|(?<=[到自进从在由是对向而和与有]))(?P<organ>(?:[一-龥]{2,3}[市县区])?[省市县区州团镇](?:[一-龥]{1,12}?(?:局|厅|[改健建资农教科工]委|集团|公司|医院|管理处|管理中心)|委|总工会|工会|妇联|残联|红十字会|供销社|科协|工商联|法院|检察院))(?![一-龥]{0,2}(?:原|前)?(?:局|厅|会)?(?:干部|职工|退休|老))"
)


def mentioned(scene: Scene, candidate: Candidate, sentence: Sentence) -> Organ | None:
    """轮到市市场监管局，局长只说三件事…: the one organ that the paragraph speaks of before it, whatever it does in its sentence."""
    line = scene.structure.paragraphs[sentence.paragraph]
    if scene.subjects_between(line.start, candidate.anchor):
        return None  # 市公安局将…。全市将…: somebody acts in it, and nobody is only spoken of
    first, second = scene.remembered(("mentioned", line.index), lambda: _mentions(scene, line))
    if first is None or candidate.anchor < first.end or (second is not None and second.end <= candidate.anchor):
        return None
    return first if _SPOKEN_OF.match(scene.text, first.start) else None


def _mentions(scene: Scene, line: Span) -> tuple[Organ | None, Organ | None]:
    """The first organ that the line speaks of, and the first that is another; asked once, as each of its candidates asks."""
    first = None
    for match in _MENTIONED.finditer(scene.text, line.start, line.end):
        name = match["organ"]
        built = organ_words.is_house(name) and organ_words.IS_BUILT.match(scene.text, match.end("organ"))  # 市中心医院新院区6月底前投入使用
        if built or organ_words.NOT_A_NAME.search(name) or (first is not None and first.name == name):
            continue
        organ = Organ(name, *match.span("organ"), scene.directory.code(name))
        if first is not None:
            return first, organ
        first = organ
    return first, None


_SPOKEN_OF = compiled(r"(?<![一-龥])|(?<=[进由是])|(?<=[轮来走问说]到)")  # and not only on the way: 小李在市教育局上班, 资金来自市财政局


_DECIDES = compiled(r"决定|定于")  # …组织开展“暖冬”行动, in a notice of whoever signs it


def is_built(candidate: Candidate, organ: Organ) -> bool:
    """某艺术中心3月动工: a house that is built, and not who builds it."""
    if candidate.declared is not None or not organ_words.is_house(organ.name):
        return False
    return organ.start >= candidate.place.start or organ.name in candidate.name
