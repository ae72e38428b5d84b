"""A、B、C等N项X: a number, a classifier and a head noun, with or without members before it.

The members are items, or only fields when a few nouns stand for a long list (食品安全、…等62项“…”任务清单).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article import members, naming, targets
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.numerals import NUMBER, whole
from tracker.article.organ_words import OF_THE_LIST
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import CLASSIFIER, FIELDS, HEAD, LISTING_VERB

NAME = "counted"
# A head noun stands at the end of its phrase: a mark, 等, or a new predicate follows.
AFTER_HEAD = (
    r"(?=[，。；：、！？\n”’》）)“（(]|$|和|与|及|等|的|为|是|将|同步|陆续|相继|一并|向社会|在|以|已|正|均|按|共|由|作|进展(?!偏|缓|滞|较?慢)|推进|落实|落地|有序|助力|助推|推动|促进|涉及|涵盖|包括|包含|覆盖"
    r"|聚焦|围绕|建设(?!项目|工程|任务)|实施(?!方案|意见|细则|办法)|来|分别|全部|全面|总体|总投资|计划投资|有关情况|如期|顺利|稳步|之|让|惠及|办到|办好|抓好|做好|逐[项一件条宗个案]|加以|开展|进行|入选|当选|入围|胜出|纳入|列入|进入|挂牌|当中|中(?!心)|于|年内|年底|今年|完工|建成|开工|复工|启动|出炉|敲定|揭晓|亮相|来了|定了|发布|正式|落到|兑现|责任|印发|下达|下发|分解|公布|公告|公示|予以|如下|制[定订]|(?<=实事)(?:实施|工作)方案|(?<=项目)实施方案|上|里|写[进入]|[放摆]进|办成|做[实好])"
)
# Atomic, because 11大类 can be read in two ways and a row of such would be tried in all of them.
NESTED = rf"(?:(?>{NUMBER}(?:余|多)?(?:个|大)?(?:{FIELDS}|大类|大项|类|部分|大|件(?=\d{{1,3}}项))[、，]?(?:共计?|合计|计)?)){{0,3}}"
_MODIFIER = (
    r"(?:“[^”\n]{1,40}”|‘[^’\n]{1,40}’|《[^》\n]{1,40}》|[^，。；：、！？\n“”‘’《》0-9（）()])"
)
# The look-ahead only spares the search the places where no number can begin.
STARTS = r"(?=[“‘近约超逾共合总计0-9〇零一二两三四五六七八九十百千廿卅])"
COUNT = compiled(
    rf"{STARTS}(?P<quote>[“‘])?(?P<nested>{NESTED})(?P<about>近|(?<![签预特条公合节集制契])约|超|逾)?(?P<number>{NUMBER})(?P<more>[多余几来]?)(?P<classifier>{CLASSIFIER})(?:以上|左右)?(?:[（(]\d{{1,3}}(?:\+\d{{1,3}}){{1,3}}[）)])?"
    rf"(?P<phrase>(?P<modifier>(?:20\d\d年度?的?)?{_MODIFIER}{{0,24}}?)(?:(?:{HEAD}){{1,4}}|“[^”\n]{{2,20}}(?:{HEAD})”)){AFTER_HEAD}(?P<unquote>[”’])?"
)
BEHIND = compiled(
    rf"{STARTS}{NESTED}(?:共(?:计|立项|安排|确定|梳理|遴选)?|合计|总计|计)?(?P<about>近|约|超过?|逾)?(?P<number>{NUMBER})(?P<more>[多余几]?)(?P<classifier>[项件条个])(?=[，。；、）)（(：逐]|$|等|和|包括|分别)"
)
COUNT_BEHIND = compiled(
    rf"(?:[^，。；：！？\n]{{0,30}}(?:{LISTING_VERB}|年度?|的))?(?P<phrase>[^，。；：、！？\n0-9]{{0,12}}?(?:{HEAD}))(?:，?(?:总|合)?共(?:计|有|包括|包含|涉及|分为)?)?(?P<nested>{NESTED})(?:共计?|合计|总计|计)?(?P<about>)(?P<number>{NUMBER})(?P<more>[多余]?)(?P<classifier>[项件条个])(?=[，。；：]|$)"
)
IN_TOTAL = compiled(r"(?:[合总共]计|总?共)(?:有|为)?$")
_NOT_A_LIST = compiled(
    r"(?:候选|片区|点位|地块|村庄|备选|建议|单位|部门(?!“)|地区(?!小型|改善|性|级)|城市|县区|区县|乡镇|街道|社区|企业|学校|小组|处室|支部|省份|委员|代表|专班|窗口|岗位|中心|平台|机构|公司|家庭|小区|村|月|年|小时|季度|人|环节|阶段|步骤|班次|批次|层面|层级|角度|维度)"
)
# 25个老旧小区改造工程, 30条背街小巷整治: so many places, where one thing is done
PLACES = compiled(
    r"[^“”]{0,14}(?:小区|[街小里]巷|巷道|道路|断头路|公路|桥梁|危桥|水库|河道|黑臭水体|学校|校舍|食堂|市场|公园|公厕|卫生室|卫生院|养老院|敬老院|自然村|行政村|楼层|卫生间|病区|校区|路口|路段|点位)(?:[^“”]{0,4})(?:整治|治理|改造|提升|建设|加固)(?:工程|行动)?"
)
NOT_CHOSEN = compiled(r"候选|备选|建议|[未没](?:有|能)?(?:当选|入选|入围|选上)|落选")
_COUNTS_OTHERS = compiled(r"(?:单位|部门|企业|学校|社区|乡镇|街道|家庭)(?![“《])")
_ASKED = ("意见", "诉求", "难题", "问题", "需求", "堵点")  # 163件企业诉求
_CARRIES_A_VERB = compiled(
    r"办理|开展|组织(?!部)|推进|实施|提供|解决|进行|完成|列为|作为|成为|参加|参与|达到|实现|得到|通过|围绕|将|把|使|让|了|着|^正|^按"
)
VERB = compiled(LISTING_VERB)
_GOVERNS = compiled(rf"{LISTING_VERB}(?:了|出|好)?[^，。；]{{0,10}}$")
_REFERRED_TO = compiled(r"(?:上述|以上|前述)[^，。；]{0,8}(?:中|里)的?$|(?:(?:暂停|停止|选取|抽取|抽查|挑选)(?:办理|受理|提供)?|没有|不再|而不是|[未不](?:被|能|曾|会|单)?(?:是|算|属|列|纳|入(?!户|校|园|村|企)|含|包括|计(?!件)|设(?!防)|提(?!速|前)|作为|推|搞|出台)|纳入|列入|入选)(?:了|单?列出?)?[^，。；]{0,8}$")
_TO_BE_DONE = compiled(r"(?:实施|办理|推进|建设|试点)?，[^，。；]{0,4}(?:年底|\d月底?)[^，。；]{0,6}(?:完成|完工|建成|落地|投用|投运)")
_AROUND = compiled(r"(?:围绕|对照|按照|紧扣|聚焦|根据)$")  # 围绕“五个一工程”开展创作: what it is about is not what is done
_SLOGAN = compiled(r"重点|问题|目标|难题|工作|要点|事")  # “三个重点”
_OF_THE_REST = compiled(r"(?:落选|未(?:入|当|被)选|没有?选上)(?:的|的?这|的?其余)?$")
_ONE_OF = compiled(r"”?的?[^，。；]{0,6}之一|”?项目规划")
_ASPECTS = compiled(r"等(?:重点|主要|民生)?(?:方面|领域|环节)的?(?:共计?|合计)?$")
_MOST = 10_000  # deeds, more than which no list counts
_LONG_LIST = 4  # members for a list at least this many times as long are its fields
_FIELD = compiled(r"[^“”‘’《》0-9]{2,9}$")
_SORT = compiled(r"[^“”‘’《》]{2,12}类")
_COUNT_AHEAD = compiled(rf"^{NUMBER}[项件条个]")
_DOES = compiled(
    r"新建|新增|改造|新设|增设|建设|建成|发放|提标|提质|扩容|补贴|补助|免费|工程|项目|行动|计划|活动|试点|减负|清零|清理|搬迁|加装|预约|结算|互认|延时|上门|代办|直通|查询|配送|共享|直付|托管|陪诊|接送"
)
_FIELDS_OF = compiled(
    r"(?:涉及|涵盖|覆盖|围绕|聚焦|包括|包含|涉|含)(?P<fields>[^。；]{4,120}?)等?(?:(?:\d+|[一二三四五六七八九十]+)(?:个|大)?)?(?:重点|主要|民生)*(?:方面|领域|环节|事项|内容|类别|类)"
)


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Counted sets announced in the sentence."""
    done = place = sentence.start
    while match := COUNT.search(scene.text, place, sentence.end):
        found = _counted(scene, sentence, match, done)
        if found is not None:
            yield found
            done = found.place.end
        place = match.end() if found is not None else match.end("classifier")  # 等8个部门实施八大工程


def _counted(scene: Scene, sentence: Sentence, match: re.Match[str], done: int) -> Candidate | None:
    text = scene.text
    declared = whole(match["number"])
    first = _FIRST_PART.search(text, max(sentence.start, match.start() - 12), match.start())
    if first and declared is not None:
        declared += sum(int(number) for number in first[0].split("+") if number)
    if (
        declared is None
        or not 2 <= declared < _MOST
        or text.startswith("第", max(0, match.start("number") - 1))
    ):
        return None
    mentioned = _REFERRED_TO.search(text, max(sentence.start, match.start() - 12), match.start())
    if (mentioned and not _TO_BE_DONE.match(text, match.end())) or _ONE_OF.match(text, match.end()) or _OF_THE_REST.search(text, sentence.start, match.start()):
        return None
    if (
        (
            (_NOT_A_LIST.match(match["phrase"]) or _COUNTS_OTHERS.search(match["modifier"]))
            and not match["phrase"].endswith(_ASKED)
        )
        or _CARRIES_A_VERB.search(naming.unquoted(match["modifier"]).removesuffix("实施"))
    ):
        return None
    if NOT_CHOSEN.search(match["phrase"]) or (match["classifier"] in "个条" and PLACES.fullmatch(match["phrase"])):
        return None
    if match["quote"] and match["unquote"] and _AROUND.search(text, max(sentence.start, match.start() - 2), match.start()):
        return None
    if match["quote"] and match["unquote"] and not match["modifier"] and _SLOGAN.fullmatch(match["phrase"]):
        return None
    if match["modifier"].startswith(("的", "为新", "为去", "为续", "是", "属")):
        return None
    if match["classifier"] in ("批", "款") and match["number"] in ("一", "两"):
        return None
    clause = scene.clause_at(sentence, match.start("number"))
    start = first.start() if first else match.start()
    opened = _OPENED.search(text, max(clause.start, start - _LONGEST_QUOTE), start) if match["unquote"] and not match["quote"] else None
    start = opened.start() if opened else start
    name_start = _set_before(text, match) if not match["modifier"] else None
    whose = _WHOSE.search(text, clause.start, start)
    start = whose.start() if whose else start
    if OF_THE_LIST.search(text, max(clause.start, start - 30), start):
        done = start  # 市委、市政府确定的30件实事: no enumeration
    if mentioned:
        done = start  # 把加装电梯等内容纳入21个改造项目
    if announced := _ANNOUNCED.search(text, max(done, clause.start), start):
        done = start  # 围绕A、B等列出11项任务: what the list is about
    aspects = _ASPECTS.search(text, max(done, clause.start, start - 12), start)
    stop = aspects.start() + 1 if aspects else start
    parts, is_open, begin = members.before(text, max(done, scene.predicate_start(clause)), stop, declared)
    shares = _shares(text, parts)
    in_total = IN_TOTAL.search(text, max(sentence.start, start - 4), match.start("number")) is not None
    end = match.end() if match["quote"] or opened else match.end("phrase")
    candidate = Candidate(
        NAME,
        Span(members.quote_start(text, parts, end) if parts else start, end),
        match.start("number"),
        text[name_start : match.start()]
        if name_start is not None
        else naming.counted(
            first[0] + match["number"] if first else match["number"], match["classifier"], match["phrase"]
        ),
        naming.kind(match["phrase"]),
        declared,
        bool(match["more"]) or bool(match["about"]),
        open_list=is_open,
        extent=Span(min(begin, start), end),
    )
    if whose:
        candidate.name = whose[0] + candidate.name
    if announced:
        candidate.fields = [text[part.start : part.end] for part in members.split(text, *announced.span("fields" if announced["fields"] else "across"))]
    elif shares and (len(shares) < len(parts) or in_total or sum(shares) == declared):
        if not in_total and len(shares) < len(parts):
            candidate.declared = sum(shares) + declared  # the last share has its number behind it
            candidate.doubts.append("summed")
        candidate.place = Span(begin, end)
        candidate.fields = [_OWN_COUNT.sub("", text[part.start : part.end]) for part in parts]
    elif parts:
        if name_start is None and text[parts[0].start - 1] == "“":
            candidate.name = naming.before_count(text, clause.start, parts[0].start - 1, match["phrase"]) + candidate.name  # 教师“甲”“乙”2个计划
        share_out(scene, candidate, parts, is_open, match["nested"] or (aspects[0] if aspects else ""))
    else:
        so_far = _SO_FAR.match(text, end, sentence.end)
        candidate.place = Span(start, so_far.end() if so_far else end)
        candidate.governed = _governed(text, clause, start)
        if name_start is None:
            candidate.name = naming.before_count(text, clause.start, start, match["phrase"]) + candidate.name
        candidate.fields = stated_fields(text, end, sentence.end) or (members.in_quotes(text, clause.start, start) if match["nested"] else [])
    if opened:
        candidate.name = naming.clean_name(text[start : match.end()])
    elif name_start is None:
        candidate.name = naming.quoted_before(text, clause.start, start) + candidate.name
    return candidate


_WHOSE = compiled(r"(?<=等)[惠便利爱暖助安稳护][民企农心老残困学医岗商旅侨军才]$")  # 等便民|九条措施
_OPENED = compiled(r"[“‘][^“”‘’，。；：、\d]+$")  # “本科教学|十大举措”
_LONGEST_QUOTE = 14  # characters
_ANNOUNCED = compiled(
    r"(?:涵盖|覆盖|涉及|包括|围绕|聚焦)(?P<across>[^，。；：\n]{4,80}?)(?:等)?(?:[\d二两三四五六七八九十]{1,3}个)?(?:大)?(?:领域|方面|环节|类别)的$|(?:围绕|聚焦|针对|瞄准|紧扣|对照)(?P<fields>[^，。；：\n]{4,60}?)(?:等[^，。；、：\n]{0,8}?)?(?:列出|推出|梳理出?|制定|出台|确定|明确|实施|开展|形成|提出|公布|部署|安排|谋划|办好)了?(?:“[^”\n]{1,12}”)?$"
)
_SO_FAR = compiled(r"，(?:已|均)*取得[^，。；]{0,8}(?:成果|成效|进展)")  # how far it is belongs to the quote
_FIRST_PART = compiled(r"(?<![\d.])(?:\d{1,3}\+){1,3}$")  # 6+4项便民举措
_OWN_COUNT = compiled(rf"(?P<behind>{NUMBER})[项件条个]$|^(?P<ahead>{NUMBER})[项件条个]")


def _shares(text: str, parts: list[Span]) -> list[int]:
    """户政20项、交管28项便民举措; 6项户政、4项交管共10项: the counts of the members, when all, or all but the last, have one."""
    counts = [_OWN_COUNT.search(text[part.start : part.end]) for part in parts]
    numbers = [whole(count["behind"] or count["ahead"]) or 0 for count in counts if count]
    return numbers if len(parts) > 1 and len(numbers) >= len(parts) - 1 and all(counts[:-1]) else []


_SET_BEFORE = compiled(
    r"(?:“[^”\n]{2,30}”)?[^，。；：、！？\n“”的]{0,20}?(?:工程|行动|计划|活动|清单)(?:共|共有|共计|的|涉及的?)?$"
)


def _set_before(text: str, match: re.Match[str]) -> int | None:
    """某某工程199个项目: the projects are called after the set before the number."""
    found = _SET_BEFORE.search(text, max(0, match.start() - 36), match.start())
    return found.start() if found else None


def _governed(text: str, clause: Span, place: int) -> bool:
    """Whether a verb of announcing stands close before: this is where the list is announced, not only mentioned."""
    return bool(_GOVERNS.search(text, clause.start, place))


def share_out(scene: Scene, candidate: Candidate, parts: list[Span], is_open: bool, nested: str) -> None:
    """Members become items, or fields when they cannot be the things counted."""
    names = [scene.text[part.start : part.end] for part in parts]
    declared = candidate.declared or 0
    if all(_SORT.fullmatch(name) for name in names) and len(parts) < declared:
        candidate.fields = [_COUNT_AHEAD.sub("", name) for name in names]  # 补贴类、报销类等26项; 3项补贴类、4项服务类
        return
    quoted = all(scene.text[part.start - 1] in "“‘" for part in parts)  # “青年人才”等七项行动 names one of them
    bare = not quoted and all(_FIELD.match(name) and not _DOES.search(name) for name in names)
    if len(parts) > declared or nested or (is_open and bare and declared >= _LONG_LIST * len(parts)):
        if is_open or nested or bare:
            candidate.fields = names
        return
    candidate.items = [targets.item(scene, part) for part in parts]


def stated_fields(text: str, start: int, end: int) -> list[str]:
    """The fields named after a list: …，涉及A、B、C等领域."""
    match = _FIELDS_OF.search(text, start, min(end, start + 160))
    if match is None or match.start() - start > 30:
        return []
    parts = members.split(text, match.start("fields"), match.end("fields"))
    names = [text[part.start : part.end].removesuffix("等") for part in parts]
    return names if len(names) > 1 and all(len(name) <= 14 for name in names) else []
