"""What looks like a promise and is none: study, talk, slogans, levers, umbrellas, finished work, statistics."""

from __future__ import annotations

import re
from collections.abc import Callable

from tracker.article import behind, denied, frames, ownerless, study, tallies, words
from tracker.article.candidates import COMMITMENT, LISTED, Candidate
from tracker.article.compiling import compiled
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

_EVENT = compiled(r"(?:举办|举行|召开|参加|开设|播放|编印|撰写|荣获|观看|组织收看)[^，。；]{0,10}$")
_REGULAR = compiled(r"常态化|长期|每[周月日天季]|定期")
_COUNTER = compiled(r"(?:通道|门诊|窗口|专窗|专线|服务[站点])”?$")  # what is opened to serve, and no event
# 市政府召开常务会议，研究十件民生实事; but 研究确定十件民生实事 announces them
_MEETING = compiled(
    r"(?:召开|举行|主持)[^。；]{0,30}?会议?，(?:会议)?(?:专题|集中)?(?:研究|部署|审议|听取|讨论|要求|强调|学习|传达|围绕|就|对|总结|交流|通报)(?![^。；]{0,24}(?:确定|决定|通过|出台|印发|推出|公布|明确|办好))[^。；]{0,24}$"
)
_GAMES = compiled(r"(?:运动会|比赛|大赛|锦标赛|联赛)[^。；]{0,12}，[^，。；]{0,2}设")  # 运动会设篮球、足球等12个项目
_AWARD = compiled(r"表扬|表彰|颁奖|授予")
_REFERRED = compiled(r"(?:根据|按照|依据|通过对|关于|参加|纳入|列入|作为|响应|落实中央|贯彻)[^，。；“”]{0,14}$")
_PAST_RUN = compiled(
    r"累计|过去[\d一二两三四五六七八九十几]|共计实施|近年来|(?:19|20)\d\d年以来|去年|上年|(?:已|共)(?:投入|建成|完成|解决)"
)
_EARLIER = compiled(r"(?:此前|之前|前不久|前期|早前|不久前|去年|上年|上半年|过去)[^，。；]{0,8}，")
_LAST_YEAR = compiled(r"(?:去年|上年|前年|上年度|过去一年|(?P<year>20\d\d)年)(?!以来|起|底前|底将|年?[至—-])")
_NOW = compiled(r"今年|本年|目前|下一步|当前|明年|接下来|下半年")
_TALK = compiled(
    r"(?:指出|强调|要求|提出|认为|希望|号召|勉励|寄语)[，：](?:[^。]{0,80}，)?(?:要|必须|各级|各地|各部门|各单位|全[省市县区]上下|务必|应)"
)
_DEMANDS = compiled(r"(?:要求|督促|责令)(?:[^，。；将]{0,10}对)?$|(?:促请|敦促|吁请|呼吁|恳请|要求|建议|希望|盼)(?:政府|当局|[署局]方|[市县本]府|(?:有关|相关)(?:部门|单位))[^，。；]{0,20}$")  # 督促企业对|剩余隐患10月底前全部整改
_ANSWERED = compiled(r"，[^，。；]{2,16}?(?:表示|回应|答复|回复|承诺|答应)，?(?:将|会|拟|争取|力争|确保|\d{1,2}月|年底|年内)")  # 市民要求增设路灯30盏，市城管局表示将于年底前装好
_ANECDOTE = compiled(
    r"(?=[居市村老群业学家负商大阿师先女回])(?:(?:居民|市民(?!政)|村民|老人|群众|业主|学生|家长|(?<![局委厅办院会处署心司团部校馆队所站府股科])负责人|商户|大爷|大妈|阿姨|师傅|先生|女士)[^，。；]{0,10}(?:说|感慨|感叹|高兴|点赞|竖起|告诉|笑)|回想起)"
)
_GOAL = compiled(r"(?:改革|转变|转型|现代化|一体化|高质量|振兴|融合|力度|水平|能力|空间|环境|氛围|局面|格局|体系)$")
# 推行“一窗通办”改革 brings in something new, 深化“一网通办”改革 goes on with a general aim.
_INTRODUCED = compiled(r"(?:推行|试行|实行|推出|启动|率先实施)$")

# Supervision, and what is only said: the deeds are those that are watched over.
_OVERSIGHT = compiled(
    r"演[练习]|推演|督查|督导|视察|暗访|明察|约谈|考核|巡察|巡查组|评议|测评|述职|包联|联络员|[督检巡评]\w[小分]?组|工作[组队专]|指导组|发布会|通气会|说明会|宣讲|通报|会商|碰头|组建[^，。；]{0,16}(?:专班|(?:宣讲|监督|督|巡|工作|领导|执法|攻坚|突击|先锋)[^，。；]{0,6}[队组团])"
)
_ASKS = compiled(r"(?:问需|问计|走访|调研|家访)[^，。；]{0,6}活动$")  # 问需问计活动: asking what is to be done
_PROBLEMS = compiled(r"(?:问题|难题|难点|诉求|需求|意见|困难|短板|矛盾|隐患|堵点|积案|意见建议|建议|台账)$")
_HANDLED = compiled(r"交办|答复到位|台账|销号|整改|化解|逐[一项条]|办结|解决到位|清零|全部(?:解决|整改)|前(?:基本|全面)?(?:解决|整改)|限期|包案|破解|件件[定有]|定人|定责|逐条|答复")
_SOLVED = compiled(r"(?:推动|协调|帮助)?(?:解决|化解|破解|办结|处理|调处)")

Rule = Callable[[Scene, Candidate, Sentence, Span], bool]


def judge(scene: Scene, candidate: Candidate) -> None:
    """Move the candidate to the context or leave it out, with the reason, when a rule says so."""
    sentence = scene.structure.sentence_at(candidate.anchor)
    if sentence is None or candidate.verdict != COMMITMENT:
        return
    clause = scene.clause_at(sentence, candidate.anchor)
    if candidate.pattern not in LISTED:
        for reason, rule in CONTEXT_RULES.items():
            if rule(scene, candidate, sentence, clause):
                candidate.to_context(reason)
                return
    for reason, rule in LEFT_OUT_RULES.items():
        if rule(scene, candidate, sentence, clause):
            candidate.leave_out(reason)
            return
    denied.weigh_condition(scene, candidate, sentence)


def _is_lever(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """以…为抓手: the words serve another promise."""
    end = candidate.place.end
    if candidate.pattern == "quoted" and _MEANS.search(scene.text, clause.start, candidate.place.start):
        return True
    lever = words.LEVER.search(scene.text, end, min(sentence.end, end + 60))
    if lever is None or scene.text.find("。", end, lever.start()) >= 0:
        return False
    gap = scene.text[end : lever.start()]
    start = scene.text[max(sentence.start, candidate.place.start - 60) : candidate.place.start]
    opened = re.search(r"(?:以|把|将)[^，。；]*$", start) or re.match(
        r"以|把", scene.text[candidate.place.start : candidate.place.start + 1]
    )
    return bool(opened) and ("，" not in gap)


_MEANS = compiled(rf"{words.MEANS}[^，。；：]{{0,10}}$")


def _is_umbrella(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """我为群众办实事实践活动: the campaign itself, not a deed in it."""
    return candidate.declared is None and len(candidate.items) < 2 and bool(words.UMBRELLA.search(candidate.name))


def _is_event(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    if candidate.pattern == "counted" and _AWARD.search(scene.text, candidate.place.start, candidate.place.end):
        return True
    if candidate.pattern in LISTED or _COUNTER.search(candidate.name):
        return False
    if candidate.pattern == "counted" and _GAMES.search(scene.text, sentence.start, candidate.place.end):
        return True
    if candidate.pattern == "counted" and not candidate.items and _MEETING.search(scene.text, sentence.start, candidate.place.start):
        return True
    event = _EVENT.search(scene.text, clause.start, candidate.place.start)
    return event is not None and not _REGULAR.search(scene.text, clause.start, event.end())  # 常态化举办“…”活动


def _is_exhortation(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """会议强调，要…: talk, unless it names a counted list."""
    if not candidate.weak:
        return False
    if _ANSWERED.match(scene.text, candidate.place.end, sentence.end):
        return False
    before = scene.text[sentence.start : candidate.place.start]
    return bool(_TALK.search(before) or _DEMANDS.search(before)) or bool(
        re.match(
            r"(?:各[^，。]{1,12}|全[市省县区][^，。]{0,8})?(?:要|必须|务必)", scene.text[clause.start : clause.end]
        )
    )


def _is_finished(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    text = scene.text
    start = candidate.place.start
    if candidate.pattern == "counted" and not candidate.items and _is_of_last_year(scene, sentence, start):
        return True  # 去年承诺的10件实事
    if candidate.pattern == "counted":
        if _ALL_DONE.match(text, candidate.place.end):
            return True
        if _DONE_WITH.match(text, candidate.place.end) and not _TO_BE.search(text, clause.start, clause.end):
            return True
        if _is_in_hand(scene, candidate, sentence):
            return False
        if candidate.declared is not None and _done_of(scene, candidate, sentence) == candidate.declared:
            return True
    if candidate.weak and _is_of_last_year(scene, sentence, start) and not _ahead(text, sentence.start, clause.end):
        return True
    if words.FUTURE.search(text, clause.start, start if candidate.pattern == "counted" else clause.end):
        return False
    if candidate.pattern not in LISTED and denied.is_of_years_past(scene, candidate, sentence, clause):
        return True
    if candidate.pattern in (*LISTED, "amount", "dated"):
        return False  # these look for the future themselves
    if _is_of_last_year(scene, sentence, start):
        return True
    if frames.looks_back(scene, sentence, clause.start) and not (candidate.pattern == "counted" and candidate.items):
        return not frames.still_ahead(scene, clause.start, clause.end)
    before = text[max(clause.start, start - 14) : start]
    after = text[candidate.place.end : min(sentence.end, candidate.place.end + 24)]
    if candidate.pattern == "counted" and not candidate.items and _PAST_RUN.search(text, sentence.start, start):
        return True
    if candidate.pattern == "counted":
        governed = words.FINISHED_VERB.search(
            re.sub(r"(?:省|市|县|区)?(?:级)?(?:重点)?(?:民生)?$", "", before)
        ) or words.FINISHED_VERB.search(before)
        if governed and not candidate.items:
            return True
        if words.DONE_WITH_THE_LIST.match(after.lstrip("”")):
            return not candidate.items
        return not candidate.items and bool(
            re.search(r"(?:累计|已|共)(?:在[^，。；]{1,8}?)?(?:组织|开展|实施|办理|推进|推动|推出|推行|实现|解决|完成)[^，。；]{0,6}$", before)
        )
    if candidate.due is None and _OF_A_DAY.search(candidate.name) and frames.is_of_then(scene, sentence.start, start):
        return True  # 5月14日，某镇开展农技培训
    return bool(
        words.FINISHED.search(text, clause.start, clause.end) or _EARLIER.match(text, sentence.start, clause.start)
    )


def _ahead(text: str, start: int, end: int) -> bool:
    """Whether a word looks ahead that is more than the 将 of 去年，某局将补贴提高到80元."""
    return any(found[0] != "将" for found in words.FUTURE.finditer(text, start, end))


_OF_A_DAY = compiled(r"(?:培训|检查|义诊|巡诊|活动|演出|清理|体检|筛查|专场|招聘会)$")
_ALL_DONE = compiled(r"[”」]?(?:，?(?:截?至|到)(?:今年|目前)?[^，。；]{0,6}?[月底日前])?(?:目前|现|均|都)?已(?:经)?(?:全部|全面|如期|顺利|圆满|提前)?(?:完工|完成|竣工|建成|办结|办完|结束|兑现|销号|通过[^，。；]{0,4}验收)(?=[，。；\n]|$)")  # …八项工程已全部完工


# 年初承诺的12件民生实事全部兑现。
_DONE_WITH = compiled(r"[”」]?(?:已|均|都)?(?:全部|全面|如期|顺利|圆满|提前)(?:完工|完成|竣工|建成|办结|结束|兑现|销号|落地|收官|过关|通过[^，。；]{0,4}验收)(?=[，。；\n]|$)|[”」]?(?:全面|均|已)?(?:落地见效|落地生根|取得实效|成效(?:明显|显著))")
_TO_BE = compiled(r"确保|力争|争取|将|计划|预计|(?<![主重需])要|务必|必须|前|年底|年内|推[动进]|促进?|让|使(?!用)")


def _is_in_hand(scene: Scene, candidate: Candidate, sentence: Sentence) -> bool:
    """领办实事项目412个，已办结287个; 收集到的163件诉求逐一销号: a list of which not all is done."""
    text, end = scene.text, candidate.place.end
    if _HANDLED.match(text, end) or _EACH.match(text, end, sentence.end):
        return True
    done = _done_of(scene, candidate, sentence)
    return done is not None and 0 < done < (candidate.declared or 0)


def _done_of(scene: Scene, candidate: Candidate, sentence: Sentence) -> int | None:
    """How many of a list are done, where the words behind its count tell."""
    part = _PARTLY.match(scene.text, candidate.place.end, sentence.end)
    return int(part["number"]) if part else None


_EACH = compiled(r"”?(?:进行|实行|实施)?逐[一项条件个]")
_PARTLY = compiled(r"”?(?:[^。；，]{0,6}，|(?=已))(?:截至[^，。；]{2,12}，?|目前|现|其中)?(?:均|都)?已(?:全部)?(?:经|累计)?(?:办结|完成|办成|销号|解决|落实|化解|整改|兑现|建成|上线|推出|落地|实施|见效)(?P<number>\d{1,6})[项件个条]")


def _is_of_last_year(scene: Scene, sentence: Sentence, place: int) -> bool:
    """去年，市教育局开展三大行动; 2022年…, told in 2023."""
    number = scene.structure.number_at(sentence.start)
    told = _LAST_YEAR.match(scene.text, number.end if number else sentence.start, place)
    if told is None or _NOW.search(scene.text, told.end(), place):
        return False
    return told["year"] is None or bool(scene.this_year and int(told["year"]) < scene.this_year)


def _is_anecdote(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    return candidate.weak and bool(_ANECDOTE.search(scene.text, sentence.start, sentence.end))


def _is_reference(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """按照…三年行动计划: named only as what is obeyed."""
    if candidate.pattern in ("counted", "dated", "amount") and behind.counts_again(scene, candidate.anchor):
        return True
    mentioned = candidate.pattern in ("quoted", "rollout") or (candidate.pattern == "counted" and not candidate.items)
    if candidate.pattern == "counted" and candidate.due is not None:
        return False  # 把加装电梯等纳入21个改造项目，10月底前完工
    return mentioned and bool(_REFERRED.search(scene.text, clause.start, candidate.place.start))


def _is_vague(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    if candidate.items or candidate.declared or candidate.due:
        return False
    if candidate.pattern == "quoted" and _INTRODUCED.search(scene.text, clause.start, candidate.place.start):
        return False
    return bool(words.VAGUE.match(candidate.name)) or bool(_GOAL.search(candidate.name))


def _is_oversight(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """组织5个视察组, 举办10场发布会, 对12个项目开展审计: watching and telling, no deed."""
    if candidate.pattern == "counted" and not candidate.items:
        text, does, (start, end) = scene.text, scene.predicate_start(clause), (candidate.place.start, candidate.place.end)
        return bool(_WATCHED.search(text, does, start) or (_TOWARDS.search(text, does, start) and _WATCHES.match(text, end)))
    if not candidate.weak or candidate.pattern == "dated":
        return False
    if not candidate.items:
        return bool(_OVERSIGHT.search(candidate.name) or _ASKS.search(candidate.name))
    idle = [bool(_OVERSIGHT.search(item.title)) for item in candidate.items]
    if any(idle) and not all(idle) and candidate.pattern == "amount" and not idle[0]:
        candidate.items = [item for item, is_idle in zip(candidate.items, idle, strict=True) if not is_idle]
        candidate.place = Span(candidate.place.start, candidate.items[-1].span.end)
        return False
    return any(idle)


_WATCH = "审计|督[查导]|检查|调研|评[估审议]|监督|视察|测评|暗访"
_WATCHED = compiled(rf"(?:{_WATCH}|[察查]看|考察|观摩|走访|参观|抽查)了?[^，。；]{{0,10}}$")
_TOWARDS, _WATCHES = compiled(r"对[^，。；]{0,8}$"), compiled(rf"[^，。；]{{0,4}}(?:进行|开展|实施|组织)了?[^，。；]{{0,6}}(?:{_WATCH})")


def _is_problems(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """归纳出五大类96个问题: a count of problems, unless each of them is to be dealt with."""
    if candidate.pattern != "counted" or not _PROBLEMS.search(candidate.name.rstrip("”")):
        return False
    if _SOLVED.match(candidate.name):
        return not words.FUTURE.search(scene.text, clause.start, clause.end)
    paragraph = scene.structure.paragraphs[sentence.paragraph]
    return not _HANDLED.search(scene.text, candidate.place.end, min(paragraph.end, candidate.place.end + _NEAR))


_NEAR = 80  # characters behind a count of problems in which their handling is told


# 打好“三大攻坚战”: the name of what the whole country does, and no set of anybody's own
_WORLDWIDE = compiled(r"[二两三四五六七八九十]{1,2}[大个场]攻坚战")
_FIGHTS = compiled(r"(?:打好|打赢|打胜|推进|参与|坚决|全力|深入|投身|决胜|“)+$")


def _is_slogan(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    if candidate.pattern != "counted" or candidate.items or scene.text[candidate.place.start] != "“":
        return False
    name = candidate.name.strip("“”")
    return bool(_WORLDWIDE.fullmatch(name) and _FIGHTS.search(scene.text, clause.start, candidate.place.start))


CONTEXT_RULES: dict[str, Rule] = {"lever": _is_lever, "umbrella": _is_umbrella}
LEFT_OUT_RULES: dict[str, Rule] = {
    "study": study.is_study,
    "study_section": study.is_in_section,
    "event": _is_event,
    "exhortation": _is_exhortation,
    "anecdote": _is_anecdote,
    "denied": denied.is_denied,
    "wished": denied.is_wished,
    "finished": _is_finished,
    "oversight": _is_oversight,
    "problems": _is_problems,
    "part_of_total": tallies.is_sub_count,
    "statistic": tallies.is_statistic,
    "reference": _is_reference,
    "vague": _is_vague,
    "slogan": _is_slogan,
    "no_owner": ownerless.is_unowned,
    "nobody": ownerless.is_nobodys,
}
