"""What a day speaks of: 某修复工程于…开工，预计…竣工 — the project, building or place that is to be ready."""

from __future__ import annotations

import re

from tracker.article import naming, quantities
from tracker.article.compiling import compiled
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import BY_MEANS

KINDS = (
    "工程|项目|计划|[中小]学|幼儿园|中心|园区|基地|馆|(?<![进退到下上])场|站|路|桥|(?<!街)道|线|隧道|医院|学校|大楼|院舍|宿舍|会堂|住宅|公园|系统|平台|改造|建设|修复|(?<=[院校馆站厂园路桥场楼房中])(?:迁建|扩建|改建|翻建)|搬迁|提标|设施|聚落|厂|校区|院区|分院|校舍"
    "|小程序|[aA][pP][pP]|手机端|保健院|福利院|养老院|敬老院|卫生院|护理院|剧院|水库|枢纽|机场|码头|港区|综合体|公寓|书房|书屋|立交|高架|楼(?![盘市栋宇])|街区|小区|市场|大厦|大桥|食堂|桥梁|一期|二期|三期|门诊|病区|(?:重建|新建|改建|扩建|兴建|整建)案"
)
_AT_HEAD = compiled(
    rf"(?P<thing>[^，。；：！？\n]{{2,44}}?(?:{KINDS}))(?=[已于在将预计拟力争取确保目前是总由年因受经自]|[今明来]年|第[一二三四]季|首季|[上下]半年|[刻现]正|正办理|业[已于经]|推迟|延期|顺延|定于|正在|\d|$|，|规划|全线|主体|[一二三四]期(?!工程|项目|扩建|建设)|全部|正式|进展|建设)"
)
# 正在城东片区进行雨污管网改造, 正对滨河路进行大修
_IN_HAND = compiled(r"正在?(?:[于在][^，。；：\n]{2,14}?)?(?:进行|开展|实施|推进)(?P<thing>[^，。；：！？\n\d]{3,24})$|正在?对(?P<done_to>[^，。；：！？\n\d]{2,14}?(?:进行|开展|实施)[^，。；：！？\n\d]{2,16})$")
_NO_THING = compiled(r"(?:目前|现|该|此|本|这些|上述|以上|整个|全部|所有|其余|各|，)*(?:项目|工程|计划|建设|改造|工作)+")  # 项目计划9月底完工: of what was told before
_PHASE = compiled(r"[一二三四]期")
_SITUATED = compiled(r"(?:位于|坐落于|坐落在|地处)[^，。；的\n]{2,12}的")
_LEADING = compiled(rf"^(?:{_SITUATED.pattern}|(?:[于在]?(?:[今明来]年|下个?月|年[内底]|[上下]半年|第?[一二三四首]季度?|\d{{1,2}}月)[内底]?)?(?:陆续|继续|分阶段)*(?:展开|推展|推出)|原[定计][^，。；的\n]{{2,12}}的|(?:牵头|负责)?(?:实施|建设|推进)的|确保|力争|争取|加快(?:推进)?|除|其中|同时|此外|另外|另|目前|现|并|且|以及|及|推动|推进|实施|完成|建成|抓好)")
_AT_END = compiled(
    rf"(?:规划|兴建|建构|建设|新建|打造|推动|推进|设置|启动|实施|筹建|开发|将)(?:了)?(?P<thing>[^，。；：！？\n]{{2,40}}?(?:{KINDS}))$"
)
_TOPIC = compiled(
    rf"(?:其中，?)?(?:[我本][院校局市县区镇乡馆所])?(?P<thing>[^，。；：！？、\n]{{2,30}}?(?:{KINDS}|治理|整治))(?=，|是|由|位于|总|占地|进展|[刻现]正|(?:全面|正|已|正在|陆续)*(?:进场|开工|施工|动工))"
)
_TOLD_OF = compiled(r"[已将了]|完成|获得|推动|规划")
_NAMED = compiled(
    rf"“(?P<quoted>[^“”\n]{{2,30}}(?:{KINDS}))”"
    r"|(?P<bare>[^，。；：！？、\n“”的]{2,24}?(?:工程|项目|计划|改建|新建))(?=[，在已于]|[^，。；]{0,4}(?:延|进))"
)
_PUSHES = compiled(
    r"(?:自20\d\d年起|今年|年内|20\d\d年|计划|拟|正在|正|刻正|将|要|加快|全力|持续|积极|大力|稳步|组织|统筹|牵头)*(?:(?<=正)在[^，。；：\n]{2,14}?|于[^，。；：\n]{2,14}?)?(?:推进|推动|推行|推展|进行|实施|建设|启动|开展|打造|新建|规划|负责(?:实施|建设|推进)?|抓好|抓紧|做好|办理|加快|(?=治理|整治|改造|修复))(?:的)?"
)
_HAS_KIND = compiled(KINDS)


_AND = compiled(r"以及|[和及与、]")
_FORMAL, _WORK = r"(?:工程|项目|行动|计划|活动)", r"(?:改造|整治|治理|修复|扩建|改建|迁建|新建|建设|清理|筛查|培训|救助|补贴)"
_CALLED = tuple(compiled(rf"(?!{_FORMAL}|{_WORK}|等).{{2,}}{kind}") for kind in (_FORMAL + "(?:建设)?", _WORK))


def apart(text: str, start: int, end: int) -> list[Span]:
    """红谷隧道项目和绿岛大桥项目建设: two of them, where each is called what the other is; 雨水和污水管网改造工程 is one."""
    marks = [mark for mark in _AND.finditer(text, start, end) if naming.is_outside_quotes(text, start, mark.start())]
    parts = [Span(one, other) for one, other in zip([start, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), end], strict=True)]
    return parts if any(all(kind.fullmatch(text, part.start, part.end) for part in parts) for kind in _CALLED) else [Span(start, end)]


def at_head(scene: Scene, clause: Span) -> Span | None:
    """The thing with which the clause begins."""
    start = scene.predicate_start(clause)
    number = scene.structure.number_at(start)
    start = number.end if number else start
    if (in_hand := _IN_HAND.match(scene.text, start, clause.end)) is not None:
        return Span(*in_hand.span("thing" if in_hand["thing"] else "done_to"))
    found = _AT_HEAD.match(scene.text, start, clause.end)
    if found is None or BY_MEANS.match(scene.text, start) or _NO_THING.fullmatch(found["thing"]):
        return None
    lead = _LEADING.match(found["thing"])
    phase = _PHASE.match(scene.text, found.end("thing"), clause.end)
    return Span(found.start() + (lead.end() if lead else 0), phase.end() if phase else found.end("thing"))


def before(scene: Scene, sentence: Sentence, clause: Span, previous: Span | None) -> Span | None:
    """The thing that an earlier clause names: the one just before, the head of the sentence, a project in quotes."""
    if previous and (made := _made(scene, previous)) is not None:
        return made
    if previous and (found := _AT_END.search(scene.text, previous.start, previous.end)):
        lead = _LEADING.match(found["thing"])  # 将|于下月展开某某工程
        return Span(found.start("thing") + (lead.end() if lead else 0), found.end("thing"))
    return _topic(scene, sentence) or _named(scene, sentence, clause)


# 建立“一站式”询问室，预计9月投用; 对村道进行加宽硬化，预计年底通车: whatever the clause before makes or mends
_MAKES = compiled(
    r"(?:同时|同步|并|还|也|抓紧|加快|着手|率先|统一|今年|年内|目前)*(?:正?[在于][^，。；：\n]{2,12}?|正在)?(?:建立|建设|建造|新建|改建|扩建|翻建|迁建|修建|兴建|筹建|设立|搭建|打造|研发|开发|开辟|架设|增设)了?(?P<thing>[^，。；：！？\n\d]{3,30})$"
    r"|(?:同时|正在|并|还)*对(?P<mended>[^，。；：！？\n]{2,24}?(?:进行|实施|开展)[^，。；：！？\n\d]{2,12})$"
    r"|[^，。；：\n]{0,24}?[将把](?P<listed>[^，。；：！？\n将把]{4,24}?)(?:列入|纳入)[^，。；：！？\n]{2,12}$"
)
_NOTHING_BUILT = compiled(r"(?:机制|制度|体系|台账|清单|专班|小组|队伍|档案|关系|联系|责任|标准|模式|品牌|目录|方案|名录|数据库)”?$|(?:验收|检查|排查|调研|评估|培训|考核|督[查导]|审计|监测|走访|摸排|摸底|勘[察测]|设计|招标|评审|统计|宣传)(?:工作)?$")


def _made(scene: Scene, clause: Span) -> Span | None:
    found = _MAKES.match(scene.text, scene.predicate_start(clause), clause.end)
    if found is None or _NOTHING_BUILT.search(found[0]):
        return None
    return Span(*found.span(found.lastgroup or "thing"))


# 青石桥拆建|总投资920万元，计划10月底前通车: whatever a sentence speaks of before it says by when
_ANYTHING = compiled(
    r"(?:其中|此外|另外|同时|，|[他她]?(?:说|称)(?!明))*(?P<thing>(?!预计|承诺|要求|以上|上述|计划|力争|争取|确保|目标|[这那该此其]|我们|他们|大家|首先|下一|全部|所有|各|今|本|从|自|对|在|把|将|为|通过|按照|根据)[^，。；：！？、\n“”（）()]{3,20}?)"
    r"(?=总投资|投资|主体|受|因|已经?|正在?|都|均|由[^，。；]{2,12}?(?:施工|施作|负责|承建|承担|建设|实施)|预[计期]|计划|力争|争取|确保|将|拟|，|(?:今年|明年|(?<!\d))\d{1,2}月|(?:今|明)?年底|年内|第?[一二三四]季度|[上下]半年)"
)
_REST = compiled("剩|其余|余下")
_NO_TOPIC = compiled(r"设计|报名|招标|手续|施工|队伍|方案|评审|材料|资金|设备|人员|工人|企业|部门|单位|群众|居民|市民|记者|会议|书记|主任|局长|校长|目前|届时|据|迄今|累计|\d+[年月日号天]|[%％]|[项件个]$|[的了着过前后上下中内外时们]$|(?<!公)里$")


def anything(scene: Scene, sentence: Sentence, clause: Span) -> Span | None:
    """What the clause or one before it in the sentence begins with, if that is no organ and no step on the way."""
    for each in reversed([one for one in scene.clauses(sentence) if one.start <= clause.start]):
        found = _ANYTHING.match(scene.text, each.start, each.end)
        if found and _REST.match(found["thing"]) and each.start > sentence.start and any(True for _ in quantities.quantities(scene.text, sentence.start, each.start)):
            return None  # 补建场地500处，剩余290处10月底前完成: what is left of an amount
        if found and not (_NO_TOPIC.search(found["thing"]) or _NO_THING.fullmatch(found["thing"])) and all(organ.generic and organ.name[0] == "全" for organ in scene.subjects_between(each.start, each.end)):
            return Span(*found.span("thing"))
    return None


def part_with(scene: Scene, clause: Span, place: int) -> Span:
    """The member of an enumeration that holds `place`, when it names a thing of its own; else the clause."""
    comma = scene.text.rfind("、", clause.start, place)
    if comma >= 0 and _HAS_KIND.search(scene.text, comma + 1, place):
        return Span(comma + 1, clause.end)
    return clause


def _topic(scene: Scene, sentence: Sentence) -> Span | None:
    """What the sentence, else its paragraph, begins with: 某社会福利馆，日前…"""
    paragraph = scene.structure.paragraphs[sentence.paragraph]
    for start in (sentence.start, paragraph.start):
        number = scene.structure.number_at(start)
        start = number.end if number else start
        owners = scene.subjects_between(start, start + 1)
        if owners and scene.text.startswith("：", owners[0].end):
            start = owners[0].end + 1  # ● 县住建局：某某治理工程…
        where = _SITUATED.match(scene.text, start, sentence.end)
        found = _TOPIC.match(scene.text, where.end() if where else start, sentence.end)
        if found and not _TOLD_OF.search(found["thing"]):
            thing = _without_subject(scene, Span(*found.span("thing")))
            if _NO_THING.fullmatch(scene.text, thing.start, thing.end):
                continue
            return None if BY_MEANS.match(scene.text, thing.start) else thing
    return None


def _without_subject(scene: Scene, thing: Span) -> Span:
    """某局加快推进某某二期工程: who does it and the verb are no part of the thing."""
    owners = scene.subjects_between(thing.start, thing.end)
    if not owners or thing.end - owners[-1].end < 6:
        return thing
    verb = _PUSHES.match(scene.text, scene.past_short(owners[-1].end, thing.end), thing.end)
    return Span(verb.end(), thing.end) if verb else thing


def _named(scene: Scene, sentence: Sentence, clause: Span) -> Span | None:
    """The last project in quotes before the clause, else the last one called 工程 or 项目."""
    found = [one for one in _NAMED.finditer(scene.text, sentence.start, clause.start) if not (BY_MEANS.search(scene.text, scene.clause_at(sentence, one.start()).start, one.end()) or _NO_THING.fullmatch(one[0]))]
    if not found:
        return None
    match = ([one for one in found if one["quoted"]] or found)[-1]
    start, end = match.span("quoted" if match["quoted"] else "bare")
    if not match["quoted"]:
        start = _without_subject(scene, Span(start, end)).start
    lead = re.match(r".{0,12}?(?:其中|指出|表示|包括)", scene.text[start:end])
    return Span(start + (lead.end() if lead else 0), end)
