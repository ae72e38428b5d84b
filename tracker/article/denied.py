"""What a sentence takes back of a promise: it is not to be done, it was called off, it waits for something, it was done in years past."""

from __future__ import annotations

from tracker.article import mood, outlook
from tracker.article.candidates import COMMITMENT, Candidate
from tracker.article.compiling import compiled
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import FUTURE

# 暂不实施“甲”“乙”两大工程, 没有新建学校5所的计划, 拟研究新建学校5所的可行性
_NOT = compiled(r"(?:取消了?|撤销了?|叫停了?|暂不|暂缓|不再|不予|没有|并未|不会|无意)[^，。；“”的]{0,4}$|(?:研究|论证|探讨)[^，。；]{0,4}$")
_ONLY_THOUGHT_OF = compiled(r"[^，。；]{0,24}?(?:可行性|必要性|的可能)")
_CALLED_OFF = compiled(r"，(?:后来?|最终|但|现)?(?:因[^，。；]{1,12}?)?(?:已|被)?(?:取消|终止|搁置|叫停|作罢|停办|停建)了?(?=[。；，]|$)")  # but 新设窗口5个，取消证明20项
# …，尚未列入年度计划; …，局方回应将纳入评估: only thought of
_NOT_YET = compiled(r"[^，。；]{0,10}，(?:但|目前|现|均|都)*(?:(?:尚未|暂未|还?没有|未)(?:正式)?(?:列入|纳入|立项|排入|落实|启动|获批|确定)|(?:[^，。；]{2,10}?(?:回应|回复|答复|表示))?[，：]?(?:将|会|再|拟)*(?:纳入|进行|再行|予以|作|另行)?(?:通盘|综合|整体)?(?:评估|研议|研究|考虑|参考)(?:后|考量|办理)?(?=[。；，]|$))")
_INSTEAD = compiled(r"，(?:现|后来?|目前|已)*(?:调整|压减|缩减|增加|改)[为至到]")  # 原计划建设食堂20家，现调整为35家
# …，目前已结束; 曾于2023年启动…
_ENDED = compiled(r"[，。](?:目前，?|现在?|该?(?:项目|活动|行动|工程|服务))*(?:均|都)?(?:已(?:经|于[^，。；]{1,8})?)?(?:圆满|顺利|全部|正式)*(?:结束|收官|停办|停止|落幕|期满)(?=[。；，]|$)")
_ONCE = compiled(r"(?:曾经?(?:[于在][^，。；]{0,14})?|(?<![长任席员人记])曾经?[启开推实组新建改举][^，。；]{0,14})$")  # but not of 局长曾建华
_WAITS = compiled(r"(?:如果|倘若|假如|若(?!干)|一旦|视[^，。；]{1,8}情况|(?:资金|条件)[^，。；]{0,4}(?:到位|成熟|允许)(?:后|时|的话)?)[^，。；]{0,20}，")
# 近年来, 五年来, 过去三年; and 去年, unless something of this year follows
_YEARS_PAST = compiled(r"近[几两三四五]?年来?(?!内)|[一两三四五六七八九十多\d]{1,2}年(?:多)?来|过去[一两三四五六七八九十几\d]{1,2}年|历年|去年|上年|前年")
# 先后实施…, …三大政策，成效卓著: told of as it went, unless a word of the sentence looks ahead
_ONE_BY_ONE = compiled(r"先后|相继")
_PRAISED = compiled(r"[^，。；]{0,4}，(?:均|都|并)?(?:(?:取得|收到)[^，。；]{0,8})?(?:(?:成效|成果|效果|成绩|反响)(?:卓著|显著|明显|良好|斐然|突出|热烈)|[荣已]?获得?[^，。；]{2,24}(?:评|肯定|表彰|表扬|奖))")
_NOW = compiled(r"今年|本年|目前|下一步|当前|明年|接下来|下半年|继续|再")


def is_denied(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """Not to be done, not any more, or only to be thought about."""
    text, place = scene.text, candidate.place
    withheld = _NOT.search(text, clause.start, place.start)
    if withheld is not None:
        studied = text[withheld.start()] in "研论探"
        return not studied or _ONLY_THOUGHT_OF.match(text, place.start, sentence.end) is not None
    instead = _INSTEAD.search(text, place.end, sentence.end) and text.find("原计划", clause.start, place.start) >= 0
    return bool(instead or _NOT_YET.match(text, place.end, sentence.end)) or _CALLED_OFF.search(text, place.end, sentence.end) is not None


# 专家建议，市教育局应在年底前增加校医300名, but not 网友建议增开夜班车，市交通局表示将…
_WISHED = compiled(
    r"(?:^|(?<=[，。；：“\n]))(?:有|不少|多名|部分|许多|一些|多位|[席会]上|在场){0,2}(?:市民|网友|专家|居民|群众|家长|业主|议员|读者|村民|乘客|患者|代表(?!团|处)|委员(?!会))[^，。；]{0,12}?(?:希望|要求|建议(?!的)|呼吁|请求|促请|提议)(?![^。；]{0,40}(?:表示|回应|答复|采纳|将|已|计划))"
)


def is_wished(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """Only wished for or proposed by people who promise nothing."""
    wish = _WISHED.search(scene.text, sentence.start, sentence.end)
    return wish is not None and wish.end() <= candidate.place.start


def is_of_years_past(scene: Scene, candidate: Candidate, sentence: Sentence, clause: Span) -> bool:
    """市教育局五年来实施“甲”“乙”两大工程, where nothing looks ahead."""
    text, start = scene.text, candidate.place.start
    if _ONCE.search(text, clause.start, start) or _ENDED.match(text, clause.end - (text[clause.end - 1] == "。"), scene.structure.paragraphs[sentence.paragraph].end):
        return True
    if candidate.due is not None or any(item.due for item in candidate.items):
        return False
    if mood.is_review(scene, sentence):
        return True
    if _ONE_BY_ONE.search(text, sentence.start, start) or _PRAISED.match(text, candidate.place.end, sentence.end):
        ahead = _NOW.search(text, sentence.start, start) or FUTURE.search(text, sentence.start, sentence.end)
        return not (ahead or outlook.is_planned(scene, sentence))
    told = _YEARS_PAST.search(text, sentence.start, start)
    return told is not None and not (_NOW.search(text, told.end(), start) or FUTURE.search(text, told.end(), max(clause.end, candidate.place.end)))


def weigh_condition(scene: Scene, candidate: Candidate, sentence: Sentence) -> None:
    """如果资金到位，…: doubtful, since it waits for something."""
    if candidate.verdict == COMMITMENT and _WAITS.search(scene.text, sentence.start, candidate.place.start):
        candidate.doubts.append("conditional")
