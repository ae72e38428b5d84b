"""What sounds like a promise where nothing was recognised: left out with the reason, so that nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import frames, unclaimed
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.patterns.levels import LEVEL
from tracker.article.promised import PARTS_IN_BRACKETS, VERB
from tracker.article.quantities import PEOPLE, quantities
from tracker.article.scene import Scene
from tracker.article.stretches import Stretches
from tracker.article.structure import Sentence, Span
from tracker.article.words import FINISHED, FUTURE, STUDY

NAME = "swept"
_SIGN = compiled(
    r"(?=[\d二三四五六七八九十百千两将拟力争确承计年月下预有打明节庆])(?:\d|[二三四五六七八九十百千两][十百千万余多]{0,8}[个项件处座所家户套名人台辆亩场栋]|将|拟|力争|争取|确保|承诺|计划|年内|[月年]底前|下一步|预计|有望|打算|明年|[节庆]前|\d[月日]起|即日起)"
)
# One pattern and no more: a text may hold thousands of sentences with a number.
_AMOUNT = compiled(
    rf"(?:{VERB}|安排|下达|拨付)了?[^，。；：！？\n\d]{{0,24}}?(?<![第\d—-])(?:\d[\d,]*(?:\.\d+)?|[二三四五六七八九十百千两][十百千]*)[万亿]?(?:\d[\d,]*)?[多余]?"
    rf"(?:平方米|平方公里|公里|千米|公顷|人次|案次|场次|个(?!月|百分)|项|件|条|处|座|所|家|户|套|间|栋|名|人|台|部|盏|亩|米|场(?!会)|期|张|份|株|班|片|块|根|只|眼|组|元|吨|辆|支|幢|床|{PEOPLE})[^，。；：、！？\n（(0-9]{{0,18}}"
)
# What is going to be done for people, not how well: 将新建…, 下一步将推出…, 年底前开通…
_AHEAD = compiled(
    r"(?:将(?![军领来])|拟(?![定订态])|力争|争取|确保|承诺|计划(?!生育)|年内|(?:\d{1,2}月|年)底前|下一步|预计)[^。；\n]{0,30}?"
    r"(?:新[建增开设]|改[造建]|扩建|建成(?![一-龥]{2}工程)|修[建缮复]|增设|加装|推出|开[通设办]|发放|补[贴助]|免[费除收]|减免|取消|培训|救助|筛查|接种|投用|投运|启用|完工|竣工|通车|交付|上线|搬迁|安置|整治|出台)"
)
_PAST = compiled(r"已(?!纳入|列入)|了(?!解)|前年|共(?=[改建新完投发办])")
_REACHED = compiled(r"达(?:到)?\d|[率度]达")  # 收集率达75%, but 确保收集率达75%
_ORDERED = compiled(r"(?:指出|强调|要求)[，：:]|^(?:各|全)[^，。]{1,10}要|^要")
_UNTIL = compiled(r"[至到]\d{1,2}[时点]")  # 延长开放时间至21时
_LONGEST = 60  # characters shown of a sentence that gives no amount


def find(scene: Scene, taken: Stretches, told: Stretches, start: int, end: int) -> Iterator[Candidate]:
    """A candidate, left out, for every sentence from start to end with an amount done or a thing promised that is not taken.

    `taken` are the words that somebody claims, `told` those by which the commitments are named.
    """
    for sentence in scene.sentences_with(_SIGN, start, end):
        if scene.structure.paragraphs[sentence.paragraph].heading:
            continue
        places = [] if taken.hold(sentence) or not taken.touch(sentence) else list(_beside(scene, sentence, taken))
        if told.touch(sentence):
            seen = Stretches(places)
            yield from (_left_out(scene, sentence, place, place) for place in unclaimed.members(scene, sentence, told) if not (seen.touch(place) or _is_in_brackets(scene, sentence, place.start)))
        yield from (_left_out(scene, sentence, place) for place in places)
        if taken.touch(sentence):
            continue
        place = _amounts(scene, sentence) or _ahead(scene, sentence) or _of_somebody(scene, sentence) or _by_a_day(scene, sentence)
        if place is not None:
            yield _left_out(scene, sentence, place)


def _beside(scene: Scene, sentence: Sentence, taken: Stretches) -> Iterator[Span]:
    """The amounts and levels of a sentence whose other words were taken."""
    for sign in (_AMOUNT, LEVEL):
        for match in sign.finditer(scene.text, sentence.start, sentence.end):
            if not taken.touch(Span(*match.span())) and not _is_in_brackets(scene, sentence, match.start()):
                yield Span(*match.span())


def _is_in_brackets(scene: Scene, sentence: Sentence, place: int) -> bool:
    """改造公厕30座（含新建5座）: whether it is a part of what stands before."""
    return PARTS_IN_BRACKETS.search(scene.text, sentence.start, place) is not None


def _amounts(scene: Scene, sentence: Sentence) -> Span | None:
    """From the first to the last amount of something made, done or given."""
    places = [match.span() for match in _AMOUNT.finditer(scene.text, sentence.start, sentence.end)]
    if not places:
        return None
    start, end = places[0][0], places[-1][1]
    organ = scene.subject_before(start)  # 市自然资源和规划局要…: no verb within a name
    return Span(max(start, organ.end) if organ is not None and organ.end < end else start, end)


def _ahead(scene: Scene, sentence: Sentence) -> Span | None:
    match = _AHEAD.search(scene.text, sentence.start, sentence.end)
    if match is None:
        return None
    end = scene.clause_at(sentence, match.end() - 1).end
    return Span(match.start(), max(match.end(), min(end, match.start() + _LONGEST)))


def _of_somebody(scene: Scene, sentence: Sentence) -> Span | None:
    """What a named organ is still to do, or has a number or a day for, whatever it is: 区教育局要做好设备采购，确保9月1日如期开学."""
    doer = scene.first_named(sentence.start, sentence.end)
    if doer is None:
        return None
    own = scene.clause_at(sentence, doer.start)
    end = scene.clause_at(sentence, min(own.end + 1, sentence.end - 1)).end  # with the next clause: 要做好…，确保9月1日…
    start = max(doer.end, scene.predicate_start(own))
    told = any(not day.is_held(scene.text) for day in scene.days(start, end)) or any(quantities(scene.text, start, end))
    ahead = FUTURE.search(scene.text, doer.end, end) or _UNTIL.search(scene.text, start, end)
    if not (told or ahead) or (STUDY.search(scene.text, start, sentence.end) and not (told and ahead)):
        return None
    return Span(start, min(sentence.end, start + _LONGEST))


def _by_a_day(scene: Scene, sentence: Sentence) -> Span | None:
    """村卫生室7月底前全部纳入医保定点: what is to be by a day or from it on, whoever does it and however it is said."""
    text = scene.text
    if _FOR_ITSELF.search(text, sentence.start, sentence.end) or STUDY.search(text, sentence.start, sentence.end):
        return None
    for clause in scene.clauses(sentence):
        for day in scene.days(clause.start, clause.end):
            if day.text and not day.is_held(text) and (text[day.end - 1] in "前内底末起" or text.startswith(("起", "就"), day.end)):
                return Span(clause.start, min(sentence.end, clause.start + _LONGEST))
    return None


# What people are to do by then, and what only stops for some hours
_FOR_ITSELF = compiled(r"报名|申请|申报|投票|截止|截至|领取|缴[费纳]|停[水电气]|选课|抢票|有效期|请|上报|报送|提交|来电|咨询")


def _left_out(scene: Scene, sentence: Sentence, place: Span, own: Span | None = None) -> Candidate:
    """Only its `own` words, where given, say whether it is past: what stands beside it looks ahead."""
    text = scene.text
    found = Candidate(NAME, place, place.start, text[place.start : place.end].strip(" ，。；："), "measure")
    owner = scene.subject_before(place.start)
    if owner is not None and owner.start >= sentence.start and not owner.generic:
        found.owner = owner
    told = own or sentence
    ahead = FUTURE.search(text, told.start, told.end)
    past = _PAST.search(text, told.start, told.end) or (not ahead and any(sign.search(text, told.start, told.end) for sign in (FINISHED, _REACHED)))
    if past or (own is None and (_is_review(scene, place.start) or _is_of_a_year_past(scene, place.start))) or (not ahead and frames.is_of_then(scene, sentence.start, place.start + _TO_ITS_VERB)):
        found.leave_out("finished")
    elif _ORDERED.search(text, sentence.start, place.start):
        found.leave_out("exhortation")
    elif STUDY.search(text, sentence.start, place.end):
        found.leave_out("study")
    else:
        found.leave_out("unphrased" if found.owner else "unrecognised")
    return found


def _is_review(scene: Scene, place: int) -> bool:
    return scene.is_review_section(place) and not scene.is_plan_section(place)


def _is_of_a_year_past(scene: Scene, place: int) -> bool:
    """2023年完成3万户, told in 2025."""
    year = _YEAR_BEFORE.search(scene.text, max(0, place - 12), place)
    return bool(year and scene.this_year and int(year[1]) < scene.this_year)


_TO_ITS_VERB = 4  # characters of an amount among which its month may stand: 8月为300户…
_YEAR_BEFORE = compiled(r"(20\d\d)年度?[，共]?$")
