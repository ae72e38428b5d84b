"""Which clauses of a sentence look ahead: from a word that does so (将, 计划, 年底前 …) on, until one that looks back.

A whole sentence does where its section is a plan, where an organ is given it
(由某局实施, 责任单位：某局), or where its paragraph said that something is to follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article import author, behind, closing, frames, labels, mood, own_lines, serving
from tracker.article.compiling import compiled
from tracker.article.numerals import NUMBER
from tracker.article.promised import BEGINS, BEGUN, VERB
from tracker.article.published import gregorian
from tracker.article.quantities import quantities
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import BY_MEANS, FUTURE

# Look-aheads at the head of a pattern only spare the search the places where none of its words begins.
_COUNTED_PAST = compiled(
    r"(?=[已了去上累较比同截实共现目原达计总发曾近过不短用仅往])(?:往[年常]|(?:(?<!将)(?<!拟)(?<![将拟划]在)近|过去|不到|短短|用时|仅用)[一两三四五六七八九十几半\d]{1,2}个?(?:半?[年月]|[周天]|季度)(?:时间)?(?:之|以)?内|曾(?=[经于在]|(?<![长任席员人记]曾)[启开推实组新建改举])|发现[^，。；]{0,6}?(?:问题|隐患)\d|已(?!(?:[将把被][^，。；]{0,14}?)?(?:纳入|列入|列为))|了|去年|上年|(?<!计划)(?<!将)(?<!预计)(?<!力争)累计|较[^，。]{0,8}(?:增加|增长|减少|提高)|比上年|比去年|同比|截至|实际完成|共有|(?<![由从])现有|目前有|(?:目前|现)(?:共|累计|实际)?(?:完成|建成|投用|铺设|培训|发放|改造|新建|开工|实现)[^，。；]{0,10}\d|(?<![由从])原有|达到了|计有|总计)"
)
_DONE = compiled(r"，(?:目前|现|均|也)?(?:都|均)?(?:已(?!纳入|列入)|(?P<actually>实际))(?P<some>[^，。；\d]{0,6}\d)?")  # 新建幼儿园3所，已全部投用
_ALL_DONE = compiled(r"，(?:均|都)?全部(?:投用|投运|建成|完工|完成|启用|交付)(?=[，。；]|$)")  # 投入3亿元，新建学校3所，全部投用
_RUNNING = compiled(
    r"(?=[\d加全持扎有大稳提深积正逐启])(?:\d月(?:\d{1,2}日)?起|(?:加快|全力|持续|扎实|有序|大力|稳步|提速|深入|积极)(?:推进|推动|实施|建设)|正在|正(?=[筹加抓推建扩改于对]|进行|有序)|逐[户家个栋村校镇条件]|启动)"
)
_LED = compiled(
    r"(?=[由（(负牵])(?:(?<=[局委厅办会院处署])牵头(?![召开成组举联会推实制协统完做抓])(?=[^，。；\d]{2,20}\d)|由[^，。；]{2,16}(?:牵头|负责|主政|主责|承办|承担|(?:具体|组织|共同)实施)|[（(][^（）()\n]{2,40}(?:主办|牵头|承办|负责)[）)，、]|负责(?!人(?!行[道天]|才|口|居|工)|同志|任|制|部门|单位|的|区|地))"
)
_AT_LEAST = compiled(r"(?=[不全\d])(?:全年至少|不少于\d|不低于\d|\d[\d.]{0,8}万?[个场家名人次户处条]{1,2}以上)")
_ROUGHLY = compiled(r"\d余")  # 培训300余人次 is told of what was done
_LISTED = compiled(r"(?:涉及|包括|包含|内容为|具体为|(?:公布|发布|推出|明确|制定|晒出|亮出|列出)[^，。；：\n]{0,14}(?:计划|清单|承诺|目标|任务|账单|方案)|(?:有|是|写着|的)(?:那|这)?一?[本笔份]?[^，。；：\n]{0,4}(?:账本?|页|清单|单子|打算|承诺|减法|加法)[^，。；：\n]{0,14}|(?<![一-龥])[加减补建修办抓做添]的是[^，。；：\n]{1,8})：")
# 开展甲、乙、丙三项行动，培训急救员2万名: what follows a set that is announced belongs to the announcement.
_SETS = "(?:行动|工程|举措|措施|项目|实事|任务|清单|活动|方案|计划)[”》]?"
_SET = compiled(
    r"(?=[开推实启部出制公印确排敲安])(?:开展|推出|实施|启动|推进|部署|出台|制定|公布|印发|确定|排定|敲定|安排)(?:了(?!解))?[^，。；\n]{0,60}?"
    rf"(?:(?:{NUMBER}[项件个大]|”)[^，。；“”\n]{{0,8}}?{_SETS}|{_SETS}{NUMBER}[项件个]|(?:方案|计划)》?)，"
)
# 实施“暖心行动”：新建…60个: what follows the colon is what it consists of.
_NAMED = compiled(r"(?:开展|推出|实施|启动|推进|打造)[^，。；：\n]{0,24}”[^，。；：\n]{0,8}：")
_TURNS = (FUTURE, _LED, _AT_LEAST)
_CUES = (FUTURE, _RUNNING, _LED, _AT_LEAST, _LISTED, _SET, _NAMED)
# 由某局具体实施, at the end of a sentence, assigns all that stands before it.
_ASSIGNED = compiled(r"，由[^，。；]{2,20}(?:实施|负责|承办|承担|牵头|办理)(?:落实|实施|推进)?(?:，[^，。；]{2,40}(?:配合|协办|参与|协助))?[。；]?$")
_IN_PARTS = compiled(
    r"(?=[将准计打拟重围聚从抓做办推落])(?:(?:抓好|做好|办好|推进|落实)(?:以下|下列)[^。；，\n]{1,10}|(?:将|准备|计划|打算|拟|重点)[^。；\n]{0,30}(?:方面|发力|抓好|做好|工作|举措|文章|任务)[^。；\n]{0,12}"
    r"|(?:围绕|聚焦|从)[^。；，\n]{0,12}[方层]面(?:[^。；，\n]{0,6}(?:发力|用力|着力|着手|入手))[^。；，\n]{0,6})[。：]"
)
# 新建养老机构20家，年底前完成: a day that closes the sentence holds for what stands before it.
_BY_THEN = compiled(
    r"(?=[年月日季学汛暑寒春国元中端上下教开五六七八\d])(?:教师节|开学|[五六七八]一”?|(?:[年月]底|季度[末底]|\d月份|\d[日号月]|[年月日季]|学期|汛期|暑[假期]|寒假|(?:春节|国庆|元旦|中秋|端午)节?|[上下]旬)(?:之|以)?前[^，。；]{0,8}(?:完成|建成|投用|投运|到位|完工|竣工|启用|开[放园馆业]|通[车水气航]|运营|挂牌|交付|投入|上线|落地|发放|全?覆盖|办结|化解|清零|达标|[^，。；]{0,8}[用住喝吃坐通看][上进])|年内[^，。；]{0,4}(?:完成|建成|投用|投运|到位))"
    r"|(?=[计预力争拟将])(?:计划|预计|力争|争取|预定|拟|将)[^，。；]{0,6}?(?:(?:1[0-2]|[1-9])月(?:份|底)?|第?[一二三四]季度|[上下]半年|年底|年内)(?:全部|全面|正式|陆续|可)*(?:完成|建成|投用|投运|投入使用|完工|竣工|启用|开放|交付|上线|通车|开业)"
)
# The titles of what tells of work done: a bulletin of progress, a week's news, a feature.
# …, but of what is done for people a feature tells in the present, too: 办实事见闻
_TOLD = compiled(r"进展|通报|(?<!办实事)(?<!办实事”)(?<!实践活动)(?:综述|巡礼|纪实|见闻|速览|侧记)|总结|回顾|成效|亮点|动态|简讯|要闻|一周|情况|成果(?!转化)|纪事|答卷(?!更)|成绩单|办理")
_DOES_FOR = compiled(
    rf"(?:[在于][^，。；]{{1,10}}?|向[^，。；]{{1,6}}?)(?:{BEGUN.pattern})|[为给][^，。；]{{0,4}}\d[^，。；]{{1,16}}(?:进行|做|安装|适配|提供|配备|配发|发放|赠送|免费|购买|投保|建档|体检|筛查|实施|加装|更换|植入)|对[^，。；]{{0,24}}\d[^，。；]{{1,24}}?(?:开展|进行|实施)"
    r"|[把将][^，。；\d]{2,20}(?:增加|增|扩|延长|延伸|压缩|缩短|降低|减少|精简|控制|提高|提升|扩大)[到至在]"
)
# 市民政局2024年养老床位达到2万张: what there is to be, in a year that is not over
_REACHES = compiled(r"[^，。；：\d]{2,20}(?:达到|[提增升降减压缩控][一-龥]?[到至在])\d")
_THIS_YEAR = compiled(r"(?:今年|年内|本年度)(?!以来|[一二三四前上\d])")
_WRITTEN_YEAR = compiled(r"(?:((?<!\d)(?:20\d\d|1[01]\d))年度?|“?十([四五六])五”?(?:规划)?(?:时期|期间)，?)(?!以来|[一二三四前上\d])")
_LAST_YEAR_OF_PLAN = {"四": 2025, "五": 2030, "六": 2035}
# 某局一是新建…，二是…; 某局围绕文化惠民，一是送戏…；二是…
_IN_TURN = compiled(rf"(?:(?:围绕|聚焦|立足|紧扣|针对|坚持|突出|着眼)[^，。；：\n\d]{{2,24}}[，：])?一是(?:{VERB})[^。\n]{{2,60}}?二是")
_ONE_OF_THEM = compiled(rf"(?:[二三四五六七八九]是|十是)(?:{VERB})")
_MANNER = "(?:加快|提前|率先|持续|大力|全面|有序|稳步|深入|扎实|积极|统筹)*"
_MAKES = compiled(rf"{_MANNER}(?:推[动进]|[为在][^，。；：\d]{{2,10}}?)?(?:{BEGUN.pattern})")
# 实施某某工程，新建5家，改造30家: what a named thing consists of
_CARRIES_OUT = compiled(rf"{_MANNER}(?:实施|推进|启动|开展|推出|打造|出台)(?:[^，。；：“”\n\d]{{0,16}}“[^”\n]{{2,14}}”[^，。；：“”\n\d]{{0,8}}|[^，。；：“”\n\d]{{2,24}}(?:工程|行动|计划|项目|改造|修缮|更新|建设)|(?<=出台)《[^》\n]{{4,40}}》)(?:，(?:{BEGUN.pattern}|送(?=[戏书医药电文演]))[^，。；\d]{{1,16}}\d|\d)")
# 某公司与某局合作，增设窗口30个; 聚焦“一老一小”，新建托育园3家: what leads up to it
_PRELUDE = compiled(r"(?:(?:计划|拟|预计|总)?(?:投[入资]|[出筹斥]资|拿出|列支|挤出)(?:资金|专款)?约?\d[\d.]*[万亿]?元|(?:[与同和][^，。；：\d]{2,20})?(?:合作|协作|联手|携手)|(?:聚焦|围绕|针对|立足|紧扣|坚持|着眼|瞄准)[^，。；：\d]{2,24})，")
_THIS_YEAR_BEGUN = compiled(rf"{_THIS_YEAR.pattern}先?(?:{BEGUN.pattern})")
_NEAR = 400  # characters at the head of a paragraph in which it announces what follows


def is_planned(scene: Scene, sentence: Sentence) -> bool:
    """Whether all of the sentence looks ahead unless it says otherwise."""
    return (
        scene.is_plan_section(sentence.start)
        or frames.is_turned(scene, sentence.start)
        or _goes_on(scene, sentence)
        or _is_assigned(scene, sentence)
        or _goes_on_assigned(scene, sentence)
        or _is_announced(scene, sentence)
        or mood.is_plan(scene, sentence)
        or bool(_ASSIGNED.search(scene.text, sentence.start, sentence.end))
    )


def has_cue(scene: Scene, sentence: Sentence) -> bool:
    """Whether some word of the sentence looks ahead."""
    if any(cue.search(scene.text, sentence.start, sentence.end) for cue in _CUES):
        return True
    return any(_opens_ahead(scene, clause) for clause in scene.clauses(sentence))


# 第三季度，改造车站28座: at the head of a clause, what is still to come
_PART_OF_YEAR = compiled(r"(?=[第一二三四首末上下\d])(?:第?[一二三四首末]季度|第[一二三四]季(?!节)|首季(?!节)|[上下]半年|(?<!\d)\d{1,2}月(?:份|[上中下]旬|底|末)?(?!\d|间))(?!以来|[前已起至])")


def _opens_ahead(scene: Scene, clause: Span) -> bool:
    """Whether the clause begins with a part of the year that lies before the day of publication by most of its length."""
    if _FROM_A_YEAR.search(scene.text, clause.start, clause.end) and any(day.starts for day in scene.days(clause.start, clause.end)):
        return True  # 自116学年度起, in a text of 2026
    if not (_PART_OF_YEAR.search(scene.text, clause.start, clause.end) or _OF_A_YEAR.match(scene.text, clause.start, clause.end)):
        return False
    start = scene.predicate_start(clause)
    start += scene.text.startswith("到", start)  # 到9月开学增加到18条
    opening = _PART_OF_YEAR.match(scene.text, start, clause.end) or _OF_A_YEAR.search(scene.text, clause.start, start)
    return opening is not None and frames.is_to_come(scene, opening[0])


# 114年度|新建…; 114年度|编列800万元，补助…
_BEGUN_THEN = compiled(rf"(?:{BEGUN.pattern})|(?:编列|匡列|投入)[^，。；]{{1,20}}元，(?:{VERB})")
_FROM_A_YEAR = compiled(r"[自从由][^，。；：]{0,4}\d(?:学?年度?|财政年度)起")
_OF_A_YEAR = compiled(rf"(?<!\d)(?:20\d\d|1[01]\d)年度?(?:{_PART_OF_YEAR.pattern})?")  # 2026年上半年，某局…


def is_given(scene: Scene, sentence: Sentence) -> bool:
    """Whether a label beside or below it, or an organ in brackets behind its words, makes the sentence a task."""
    if closing.of_sentence(scene, sentence):
        years = _WRITTEN_YEAR.finditer(scene.text, sentence.start, sentence.end)
        told = any(_TOLD.search(title) for title in scene.structure.headings_over(sentence.start))
        return not told and all(_is_open(scene, year) for year in years)
    said = behind.over(scene, sentence.end)
    return bool(said and said.organ) or any(found(scene, sentence.end - 1) is not None for found in (labels.under, labels.beside))


def is_set_down(scene: Scene, sentence: Sentence) -> bool:
    """某局改造小区3000个: an organ and what it makes, in a text that is no review."""
    text = scene.text
    found = scene.subjects_between(sentence.start, sentence.end)
    if not found and own_lines.of_heading(scene, sentence.start) is None and own_lines.reports(scene, sentence.start) is None:
        return _goes_on_setting_down(scene, sentence) or _is_set_down_beside(scene, sentence)
    if (found and found[0].generic and author.of_himself(scene, found[0]) is None) or text.find("仪式", sentence.start, sentence.end) >= 0:  # what was handed over at a ceremony is told
        return False
    clause = scene.clause_at(sentence, found[0].start if found else sentence.start)
    start = scene.predicate_start(clause)
    made = BEGUN.search(text, start, clause.end)
    if frames.is_of_then(scene, sentence.start, made.start() if made else start):
        return False
    if BY_MEANS.match(text, start) and clause.end < sentence.end - 1:  # 某局依托“…”工程，新建…: what it does follows
        clause = scene.clause_at(sentence, clause.end + 1)
        start = clause.start
    for mark in ("今年", "年内", "本年度"):
        place = text.find(mark, start, sentence.end)
        if place >= 0 and text[place - 1] in "，：" and _THIS_YEAR_BEGUN.match(text, place, sentence.end):
            return not _COUNTED_PAST.search(text, sentence.start, sentence.end)
    years = list(_WRITTEN_YEAR.finditer(text, start, sentence.end))
    if any(text[year.start() - 1] in "，：" and _BEGUN_THEN.match(text, year.end(), sentence.end) for year in years):
        return all(_is_open(scene, year) for year in years) and not _COUNTED_PAST.search(text, sentence.start, sentence.end)
    prelude = _PRELUDE.match(text, start, sentence.end)
    if prelude:
        start, clause = prelude.end(), scene.clause_at(sentence, prelude.end())
    this_year = _is_this_year(scene, start)
    year = _WRITTEN_YEAR.match(text, start)
    if not this_year and scene.this_year is None and year:
        start = year.end()  # 市教育局2024年新建学校5所, in a text that does not tell its year
    in_turn = _IN_TURN.match(text, start, scene.structure.paragraphs[sentence.paragraph].end) is not None
    reaches = year is not None and _REACHES.match(text, start, clause.end)
    if not (this_year or reaches or _MAKES.match(text, start, clause.end) or _DOES_FOR.match(text, start, clause.end) or serving.serves(scene, sentence, start) or _CARRIES_OUT.match(text, start, sentence.end) or in_turn):
        return False
    if _COUNTED_PAST.search(text, sentence.start, sentence.end):
        return False
    if this_year:
        return True
    return not any(_TOLD.search(title) for title in scene.structure.headings_over(sentence.start))


def _goes_on_setting_down(scene: Scene, sentence: Sentence) -> bool:
    """某局新建公园5个；改造厕所30座: a part behind ； that begins with what is made, like the first."""
    text, begin = scene.text, frames.row_begin(scene, sentence)
    if begin is None or not (_MAKES.match(text, sentence.start) or _ONE_OF_THEM.match(text, sentence.start)):
        return False
    first = scene.structure.sentence_at(begin)
    if first is None or first.start != begin or _COUNTED_PAST.search(text, sentence.start, sentence.end):
        return False
    return scene.remembered(("set down", begin), lambda: is_set_down(scene, first))


def _is_set_down_beside(scene: Scene, sentence: Sentence) -> bool:
    """某局将改造小区20个。电梯加装稳步推进，今年加装50部: what the sentence behind one that looks ahead sets down for this year."""
    text, before = scene.text, scene.structure.sentence_at(sentence.start - 1)
    if before is None or before.paragraph != sentence.paragraph or before.start >= sentence.start:
        return False
    begun = _THIS_YEAR_BEGUN.search(text, sentence.start, sentence.end)
    if begun is None or text.startswith(("的", "投诉"), begun.end()) or _COUNTED_PAST.search(text, sentence.start, sentence.end):
        return False
    return scene.remembered(("looks ahead", before.start), lambda: FUTURE.search(text, before.start, before.end) is not None or is_set_down(scene, before))


def _is_this_year(scene: Scene, start: int) -> bool:
    """今年, or the year by its number, or the five years of a plan."""
    year = _WRITTEN_YEAR.match(scene.text, start)
    return bool(_THIS_YEAR.match(scene.text, start) or (year and scene.this_year and _is_open(scene, year)))


def _is_open(scene: Scene, year: re.Match[str]) -> bool:
    """Whether the year, or the last of the plan, is not over in the year of the text."""
    return (gregorian(year[1]) if year[1] else _LAST_YEAR_OF_PLAN[year[2]]) >= (scene.this_year or 0)


def _is_announced(scene: Scene, sentence: Sentence) -> bool:
    """今年将从三个方面发力。在就业方面，…: what follows such a sentence in its paragraph is promised."""
    lines = scene.structure.paragraphs[sentence.paragraph]
    if sentence.start <= lines.start:
        return False

    def said() -> int:
        match = _IN_PARTS.search(scene.text, lines.start, min(lines.end, lines.start + _NEAR))
        return match.end() if match else lines.end

    return sentence.start >= scene.remembered(("in parts", lines.index), said)


def _goes_on(scene: Scene, sentence: Sentence) -> bool:
    """Whether the part before ； looked ahead."""
    text, begin = scene.text, frames.row_begin(scene, sentence)
    if begin is None:
        return False
    lines = scene.structure.paragraphs[sentence.paragraph]

    def firsts() -> tuple[int, int]:  # once for all parts: looking back from each would take the square of their number
        stop = text.find("。", begin, lines.end)
        return tuple(found.end() if (found := sign.search(text, begin, stop if stop >= 0 else lines.end)) else len(text) + 1 for sign in (FUTURE, _COUNTED_PAST))

    ahead, past = scene.remembered(("parts", begin), firsts)
    return ahead <= sentence.start < past


def _goes_on_assigned(scene: Scene, sentence: Sentence) -> bool:
    """县卫健局：1.筛查2万人；2.建成卫生室30个: a part of what is set down behind the organ's name."""
    begin = frames.row_begin(scene, sentence)
    first = scene.structure.sentence_at(begin) if begin is not None else None
    if first is None or first.start != begin or _COUNTED_PAST.search(scene.text, sentence.start, sentence.end):
        return False
    return scene.remembered(("assigned", begin), lambda: _is_assigned(scene, first))


def ahead(scene: Scene, sentence: Sentence, planned: bool) -> Iterator[Span]:
    """The clauses that look ahead. `planned` tells that the sentence does so from its beginning."""
    text = scene.text
    promising = planned
    closed = 0
    for match in _BY_THEN.finditer(text, sentence.start, sentence.end):
        closed = match.start()
    for clause in scene.clauses(sentence):
        start, end = clause.start, clause.end
        promising = (
            promising
            or any(turn.search(text, start, end) for turn in _TURNS)
            or _opens_ahead(scene, clause)
            or (text[start - 1] == "：" and _lists(text, sentence.start, start))
            or (text[end : end + 1] == "，" and bool(_SET.search(text, start, end + 1)))
        )
        running = promising or _RUNNING.search(text, start, end)
        begun = end <= closed and (
            BEGUN.search(text, start, end)
            or any(does.match(text, scene.predicate_start(clause), end) for does in (_DOES_FOR, BEGINS))
        )
        if not (running or begun) or text.startswith("届时", start):
            continue  # 届时将新增座位2000个: what comes of it
        rough = _ROUGHLY.search(text, start, end) and not FUTURE.search(text, start, end)
        back = frames.looks_back(scene, sentence, clause.start) and not frames.still_ahead(scene, clause.start, sentence.end if begun else end)
        back = back or (_CLOSED.search(text, start, end) is not None and not FUTURE.search(text, start, end))
        if back or rough or _COUNTED_PAST.search(text, start, end) or _is_done(scene, clause, sentence):
            promising = False
        else:
            yield clause


def _is_done(scene: Scene, clause: Span, sentence: Sentence) -> bool:
    """新建幼儿园3所，已全部投用; but 年底前新建36座，已完成17座 is in hand, and 将新建3所，已完成招标 under way."""
    if _ALL_DONE.match(scene.text, clause.end, sentence.end):
        return True
    done = _DONE.match(scene.text, clause.end, sentence.end)
    if done is None or _ASKED_FOR.match(scene.text, done.end() - 1, sentence.end):
        return False
    if _UNDER_WAY.match(scene.text, done.end(), sentence.end):
        return not any(sign.search(scene.text, sentence.start, clause.end) for sign in (_BY_A_DAY, FUTURE, _THIS_YEAR))
    if not done["some"] or done["actually"]:
        return True
    whole = next(quantities(scene.text, clause.start, clause.end), None)
    part = next(quantities(scene.text, done.end() - 1, sentence.end), None)
    if whole and part and part.kind == whole.kind and part.number < whole.number and (_THIS_YEAR.search(scene.text, sentence.start, clause.end) or _IN_HAND.search(scene.text, clause.start, clause.end)):
        return False  # 今年补建场地500处，目前已建成210处; 正在更换320组，已完成180组
    left = _LEFT_OVER.search(scene.text, done.end(), sentence.end)
    if left and any(scene.deadlines(left.end(), sentence.end)) and all(whole and one.kind == whole.kind for one in quantities(scene.text, left.end(), sentence.end)):
        return False  # 新建3个，目前已完成1个，其余9月底前完工
    return not any(sign.search(scene.text, clause.start, clause.end) for sign in (_BY_A_DAY, FUTURE))


_ASKED_FOR = compiled(r"[^，。；]{1,16}(?:报名|预约|申请|登记)(?=[，。；]|$)")  # 开办托管班80个，目前已有|3200名学生报名
# 将新建3个，目前已|完成招标; 已|进入收尾阶段; 已|完成过半
_UNDER_WAY = compiled(
    r"(?:经|全部|全面|陆续|正式|顺利|相继|先后)*(?:进入[^，。；]{1,10}(?:阶段|环节|程序)"
    r"|完成(?:了)?[^，。；\d]{0,8}(?:招标|招投标|选址|设计|立项|勘察|前期|摸排|调研|封顶|主体|基础|审批|申报|签约|采购|过半|一半|大半|[四五六七八九]成))"
)
_IN_HAND = compiled(r"正在|正(?=[于对为在])|逐[户家个栋村校镇条件]|分批")
_LEFT_OVER = compiled(r"其余|剩余|余下|剩下")
_CLOSED = compiled(r"(?:全面|全部|圆满|如期|均)完成$")  # 32件实事全面完成，新增学位…
_BY_A_DAY = compiled(r"[年月]底?前|[日旬末]前|年内")


def _lists(text: str, start: int, end: int) -> bool:
    """Whether the words before a colon lead on to a list: 内容为："""
    return any(match.end() == end for pattern in (_LISTED, _NAMED) for match in pattern.finditer(text, start, end))


def _is_assigned(scene: Scene, sentence: Sentence) -> bool:
    """市教育局：新增学位3000个: what is set down behind an organ's name is its task."""
    if scene.head_of(sentence.paragraph) is not None or _is_under_colon(scene, sentence):
        return True
    clause = scene.clauses(sentence)[0]
    if scene.text[clause.end : clause.end + 1] != "：" or any(_TOLD.search(title) for title in scene.structure.headings_over(sentence.start)):
        return False  # ★某局：组织干部下乡, among the news of a week
    if _COUNTED_PAST.search(scene.text, sentence.start, sentence.end):
        return False
    if _ROUGHLY.search(scene.text, clause.end, sentence.end) and not FUTURE.search(scene.text, clause.end, sentence.end):
        return False  # 区卫健局：义诊12场，服务3000余人次
    if scene.subjects_between(clause.end, clause.end + 2):
        return False  # 西岭县：西岭县农业农村局举办… is a headline and a story
    return any(
        organ.end == clause.end and not organ.generic for organ in scene.subjects_between(clause.start, clause.end)
    )


def _is_under_colon(scene: Scene, sentence: Sentence) -> bool:
    """市民政局： in a line of its own over what it is to do."""
    heading = scene.structure.heading_before(sentence.start)
    if heading is None or heading.end > sentence.start or scene.text[heading.end - 1] not in "：:":
        return False
    return own_lines.alone(scene, heading) is not None and not _COUNTED_PAST.search(scene.text, sentence.start, sentence.end)
