"""Whether a numbered list promises anything, or is a review, a procedure, an exhortation, a study plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.article import anaphora, naming, own_lines, principal, promised
from tracker.article.compiling import compiled
from tracker.article.numerals import whole
from tracker.article.published import gregorian
from tracker.article.scene import Scene
from tracker.article.structure import Block, Sentence, Span
from tracker.article.words import FUTURE, HEAD, PAST_SECTION, STUDY

LISTY = compiled(rf"(?:{HEAD}|部署|安排|规划|蓝图|施政|愿景)")
_PAST = compiled(
    r"成果(?!转化)|成效|成绩|回顾|总结|已实施|已完[成工]|已竣工|已建成|已交付|已投用|完成情况|执行情[形况]|进展情况|工作情况|基本情况|亮点|经验|做法|业绩|背景|问题|困难|不足|取得|去年|20\d\d年(?:主要)?工作(?:回顾|总结)|上半年工作|过去"
)
_PROCEDURE = compiled(
    r"工作要求|有关要求|组织领导|保障措施|指导思想|总体要求|基本原则|职责|总则|实施步骤|方法步骤|时间安排|考核|评价|附则|适用范围|名词解释|申报|参与方式|评选|会议|讲话|报名|条件|流程|材料|组织保障|范围|主体|对象|程序"
)
_SECTION = compiled(
    r"(?:主要|总体|工作|目标|重点|责任|任务|有关|具体|实施|组织|保障|指导|基本|进度|时间|推进|职责|和|与|及|、)*(?:目标|任务|内容|分工|要求|措施|思路|思想|原则|安排|领导|保障|步骤|分解|事项)"
)
_EXHORTATION = compiled(
    r"^(?:要|必须|应当|提高|增强|强化|加强|统一|高度|压实|压紧|严格|精心|狠抓|明确|注重|坚持|深刻|认真|切实|充分|突出|严明|落细|广泛|密切)[^。；]{0,24}?(?:认识|领导|组织|责任|考核|监督|督导|督查|站位|协调|宣传|作风|纪律|意识|氛围|保障|统筹|重视|学习|思想|引导|落实|担当|导向|谋划|调度|跟踪|标准|理念|结合)"
)
_ANGLE = compiled(r"(?:聚焦|围绕|立足|着眼|紧盯|突出|坚持|紧扣|锚定|对照)[^，。；：\d]{2,12}")
_AIM = compiled(r"(?:着力|聚力|奋力|合力|倾力|全力以赴)[^，。；：\d]{2,16}$")
ACTION = compiled(
    r"^(?:实施|开展|推进|推动|新建|新增|新设|新开|改造|建设|建成|建立|建置|完成|提升|提高|加强|完善|优化|增加|增设|增办|扩大|开通|设立|设置|打造|启动|发放|减少|精简|支持|培训|培育|解决|规范|深化|强化|推行|组织|落实|整治|治理|开办|创办|扩建|改建|修建|免费|为|对|办理|赓续|持续|积极|普设|挤身|争取|加快|全面|加大|推出|上线|开设|出台|提供|实现|保障|筹建|筹办|规划|搭建|发展|改善|更新|加装|安装|延伸|延长|推广|试点|简化|取消|降低|健全|继续|每|在|将|向|给)"
)
_THING = compiled(
    r"(?:工程|项目|计划|行动|活动|补助|补贴|津贴|服务|中心|系统|平台|贷款|奖金|专班|机制|改造|建设|整治|治理|提升|基地|制度|窗口|免费|措施)$"
)
_NUMBER = compiled(
    r"[0-9一二三四五六七八九十百]{1,6}[万亿]?(?:余|多)?(?:个|所|处|座|户|套|人|名|公里|件|条|项|辆|台|张|万|亩|场|家|间|盏|吨|次|米)"
)
_LED = compiled(
    r"(?:牵头|责任|主办|承办)(?:单位|部门|机关)[：:]|，由[^，。；：]{2,20}(?:牵头|负责|主办|承办|组织实施)|[（(][^（）()\n]{2,30}(?:牵头|负责|主办)[，；）)]"
)


@dataclass(slots=True)
class Member:
    """A numbered line of a list: its title, all its lines, the members below it, the kind and number of its marker.

    `lead` is who leads what stands below a heading （X牵头，Y配合）, `joint` who helps.
    """

    title: Span
    block: Span
    children: tuple[Member, ...] = ()
    kind: str = ""
    ordinal: int = 0
    lead: str | None = None
    joint: tuple[str, ...] = ()


_WORK_PLAN = compiled(r"工作(?:要点|计划|打算)[》”]?(?:的通知)?[：:]?$")
_TASKS = compiled(r"重点|任务|清单|事项|实事|项目")  # a list within a plan of work
_NOTICE = compiled(r"^(?:案由|主旨|事由|说明)[：:]|^(?:(?:书面|质询)?[答回][复覆])(?:内容|事项|意见|说明|情形)[：:]?$|(?:有关|相关|具体)?(?:事项|情况|事宜)(?:公告|通告|通知|说明|通报|公布|告知)如下[：:。]?$")


def promises(
    scene: Scene, header: Span, members: list[Member], parent: Block | None, counted: bool, assigned: bool = False, just: bool = False
) -> bool:
    """Whether the members are promised things.

    `counted` tells that the header gives a number, `just` that an organ announces just so many deeds, `assigned` that it gives all of them to an organ.
    """
    text = scene.text
    above = [text[block.title.start : block.title.end] for block in _ancestors(parent)]
    words = text[header.start : header.end]
    titles = [text[member.title.start : member.title.end] for member in members]
    if _looks_elsewhere(above, words, titles, counted):
        return False
    if not counted and _NOTICE.search(words):
        return False  # 现将有关事项公告如下, 答复内容：: the sections of a notice or an answer, whose sentences promise for themselves
    if not (counted or assigned) and (_WORK_PLAN.search(words) or (not _TASKS.search(words[-60:]) and _is_in_work_plan(scene, members[0]))):
        return False  # whatever an office means to do in a year: each line promises for itself
    if sum(1 for title in titles if _SECTION.fullmatch(title)) * 2 >= len(titles):
        return False  # the sections of a notice, whatever it counts
    if sum(1 for title in titles if _EXHORTATION.match(title) and not _NUMBER.search(title)) * 2 >= len(titles):
        return False
    if sum(1 for title in titles if _ANGLE.fullmatch(title)) * 2 > len(titles):
        return False  # 一是聚焦参保扩面。…: the sections of a story
    if principal.of_text(scene) and sum(1 for title in titles if _AIM.match(title)) * 2 > len(titles):
        return False  # （一）着力惠民生。…: the sections of a report, whose amounts have an owner without a list
    plain = not (counted or assigned or _OF_DEEDS.search(words))
    if plain and principal.of_text(scene) and sum(1 for member in members if _holds_deeds(scene, member)) * 2 >= len(members):
        return False  # （二）推进乡村振兴。新建…3.2万亩，创建…6个。: what is done is below the headings
    if plain and not scene.is_plan_section(members[0].block.start) and own_lines.reports(scene, header.start):
        return False  # 二、下水道. 1.…。2.…。: what an office tells of its work under the headings of its report
    aspects = _ASPECTS.search(words) is not None  # 抓好三方面工作。一是…: what is counted are sections
    if (aspects or not counted) and sum(
        1 for title, member in zip(titles, members, strict=True) if _is_section(text, title, member, aspects)
    ) * 2 >= len(members):
        return False
    if sum(1 for member in members if _LED.search(text, *_near(member))) * 2 >= len(members):
        return True
    ahead = sum(1 for member in members if FUTURE.search(text, member.block.start, member.block.end))
    if ahead * 2 > len(members) and len(members) > 2:
        return True
    listy = counted or LISTY.search(words[-60:]) or any(LISTY.search(title) for title in above)
    return just or (bool(listy or assigned) and are_concrete(scene, members))


def _is_in_work_plan(scene: Scene, member: Member) -> bool:
    return any(_WORK_PLAN.search(title) for title in scene.structure.headings_over(member.block.start))


def are_concrete(scene: Scene, members: list[Member]) -> bool:
    """Whether half of them say what is made or done, and how much."""
    concrete = sum(1 for member in members if _is_concrete(scene, scene.text[member.title.start : member.title.end], member))
    return concrete * 2 >= len(members)


_DEEDS = compiled(r"(?:举措|措施|行动|工程|项目|实事|事项|清单|承诺|服务|任务|活动|好事|小事)”?$")
_LONGEST_NAME, _LONGEST_TOLD = 30, 60  # characters
_BROUGHT_IN = compiled(r"(?:推出|承诺|公布|作出|实行|发布|出台|实施|提供|开展|推行)(?:了)?(?:以下|下列|如下)$")


def are_just_so_many(scene: Scene, header: Span, counted: re.Match[str] | None, members: list[Member]) -> bool:
    """市民政局推出三大举措： over three lines, each of which is a name and no more."""
    if counted is None or whole(counted["number"]) != len(members) or not _DEEDS.search(counted["phrase"]):
        return False
    if scene.text[header.end - 1] not in "：:" or counted.start() < header.start:
        return False
    found = (anaphora.resolved(scene, organ) for organ in scene.subjects_between(header.start, counted.start()))
    if not any(organ and not organ.generic for organ in found):
        return False
    longest = _LONGEST_TOLD if _BROUGHT_IN.search(scene.text, header.start, counted.start()) else _LONGEST_NAME
    return all(member.block.end - member.title.start <= longest for member in members)


def _looks_elsewhere(above: list[str], words: str, titles: list[str], counted: bool) -> bool:
    """A review, a procedure or a study plan, by the headings; a count in the header speaks against all three."""
    last = re.split(r"[。；]", words.strip("。；：: "))[-1]
    headings = above if counted else [*above, last]
    if any(_PAST.search(title[-24:]) or _PROCEDURE.search(title[-24:]) for title in headings):
        return True
    if any(len(title) < 20 and PAST_SECTION.search(title) for title in titles):
        return True
    return not counted and bool(STUDY.search(naming.unquoted(last[-24:])))


def _is_concrete(scene: Scene, title: str, member: Member) -> bool:
    return bool(ACTION.match(title) or _THING.search(title.split("，")[0]) or _NUMBER.search(scene.text, *_near(member)))


def _is_section(text: str, title: str, member: Member, aspect: bool) -> bool:
    """（一）聚力强产业。… with several sentences below a title that names no deed: a section of a report."""
    title = _INITIALS.sub("", title)
    named = _NUMBER.search(title) or (not aspect and (ACTION.match(title) or _THING.search(title)))
    return not named and text.count("。", member.title.end + 1, member.block.end) >= _SENTENCES


def _holds_deeds(scene: Scene, member: Member) -> bool:
    """Whether the line is a mere heading over several deeds with amounts, in a section of plans."""
    if member.children or not _HEADING.fullmatch(scene.text, member.title.start, member.title.end) or not scene.is_plan_section(member.block.start):
        return False
    named = _THING.search(scene.text[member.title.start : member.title.end]) is not None  # 推进老旧小区改造。新建…: the heading may be the deed
    found = [_deeds_in(scene, sentence) for sentence in scene.sentences_in(member.title.end + 1, member.block.end)]
    reports = principal.of_text(scene)
    if named:
        return sum(1 for number in found if number) >= _SEVERAL  # 公交服务。更换6辆、新购4辆。: whose amounts a sentence gives
    return sum(found) >= (1 if reports and reports.name.endswith("政府") else _SEVERAL)


def _deeds_in(scene: Scene, sentence: Sentence) -> int:
    """How many amounts or days the clauses of a sentence promise."""
    clauses = scene.clauses(sentence)
    amounts = [sum(1 for _ in promised.promises(scene, clause.start, clause.end)) for clause in clauses]
    return sum(amounts) + sum(1 for clause, number in zip(clauses, amounts, strict=True) if not number and any(scene.deadlines(clause.start, clause.end)))


_OF_DEEDS = compiled(r"实事|项目|清单|事项")  # over a list whose numbers are deeds, whatever they are called
_HEADING = compiled(r"[^，、。；：\d“”（）]{4,14}")
_SEVERAL = 2  # deeds
_SENTENCES = 2
_ASPECTS = compiled(r"[二两三四五六七八九十\d]个?(?:方面|篇文章|维度|着力点)的?(?:重点)?(?:工作|任务|文章)?[^，。；：]{0,4}[。：；]?$")
_INITIALS = compiled(r"[(（][A-Za-z]+[)）]$")


_TALK = compiled(r"(?:(?:座谈|研讨|说明|动员|推进|记者|发布|观摩|联席|宣讲)会|讲座)[^，。；]{0,4}\d")


_TOLD = compiled(r"(?:20\d\d|1\d\d)年度?(?:\d{1,2}月)?(?:[至-]\d{1,2}月)?(?:底止?)?[^，。；\d]{0,10}(?:计|共|已|累计|受理|服务|完成|达|办理|抽验|抽查|稽查)[^，。；\d]{0,12}\d")
_OF_A_YEAR = compiled(r"(?<!\d)(?P<year>20\d\d|1\d\d)年")


def is_no_deed(scene: Scene, member: Member) -> bool:
    """办理座谈会4场, 112年度计服务1万人次: talks and figures of a year that is over stand among the lines of a list, too."""
    text = scene.text
    if _TALK.search(text, member.title.start, member.title.end):
        return True
    year = scene.year_at(member.block.start)
    years = [gregorian(told["year"]) for told in _OF_A_YEAR.finditer(text, member.block.start, member.block.end)] if year else []
    if not years or max(years) >= (year or 0) or not _TOLD.search(text, member.title.start, member.block.end):
        return False  # 112年服务6万趟次。113年度汰换6辆
    return not FUTURE.search(text, member.block.start, member.block.end)


_OVER = compiled(r"(?:任务|目标|建设|改造|计划)(?:已|均)*(?:全部|全面|超额|提前|圆满|如期)+完成|(?:提前|超额|全部|圆满)+完成(?:了)?(?:全年|年度|今年)")


def is_over(scene: Scene, member: Member) -> bool:
    """已改造64所，今年任务全部完成: of which a report of progress tells that nothing is left."""
    return _OVER.search(scene.text, member.block.start, member.block.end) is not None


def _near(member: Member) -> tuple[int, int]:
    return member.title.start, min(member.block.end, member.title.end + 120)


def _ancestors(block: Block | None) -> Iterator[Block]:
    while block is not None:
        yield block
        block = block.parent
