"""提速推进老旧小区改造, 出台文件便利…交易: a verb and a concrete object, without any number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article import dates, naming, outlook, quantities, things
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.numerals import NUMBER
from tracker.article.promised import BEGUN
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

NAME = "rollout"
_MANNER = r"(?:提速|加快|全力|深入|持续|扎实|大力|积极|全面|稳步|有序|着力|重点|统筹|聚力|逐步|尽快|确保|努力|争取|接续|继续|深化|纵深|集中|精心|同步|率先|常态化|赓续|系统|高质量|高标准|统一|牵头|组织|联合|协同|将|拟|计划|规划|力争|进一步|大规模|稳妥|滚动|分阶段|分批|分期){0,3}"
_VERB = r"(?:推进|推动|实施|开展|展开(?:为期[^，。；]{1,6}的)?|启动|建设(?!局|厅|委|处|部门|管理)|打造|新建|改造|改建|扩建|修建|翻新|翻建|整修|修缮|兴建|增建|加建|重建|重置|辟建|筹设|推行|组织|实行|办理|建置|设置|设立|创办|开办|筹建|普设|增设|抓好|做好|试行|开通|开设|增开|上线|推出|深化(?=[^，。；、]{2,24}(?:建设|工程|行动|活动|改造|整治|治理)[，。；])|改进|创建(?!平安|文明|健康|绿色|无烟|清廉|节约|和谐|法治|模范|品牌|特色)|开工建设|动工建设|建成(?:投用|投运)?|完成|加快(?=[^，。；：、\n]{4,26}(?:建设|改造|整治|治理|修复)[，。；（(])|(?<=加快|力争|着力|逐步|尽快|确保|努力|争取|全面)实现(?=[^，。；：、\n]{4,28}全覆盖)|提供(?=(?:“[^”\n]{1,6}”)?[^，。；“”\n]{0,10}免费))"
# The first characters of all these: the search skips the others at once.
_STARTS = "(?=[展上争分修翻做全兴辟创力办动加努协同启增大实将尽常建开扎打扩抓拟持接推提改新普有深滚牵率着确积稳筹精系纵组统继联聚规计设试赓进逐重集高])"
_CONCRETE = (
    r"(?:全覆盖|(?:标准化|规范化|适老化|无障碍)(?:建设|改造)|改造(?:升级|提升)|专项(?:检查|审计|监管|执法|排查|抽检)|攻坚|免费接种|疫苗接种|健康检查|健检|改造|整治|治理|工程|项目|行动|活动|计划|试点|修复|扩建|改建|迁建|翻建|重建|新建|清理|普查|筛查|体检|巡诊|义诊|专项工作|[判讼解税务疗学放收靠餐理办]点|补贴|补助|救助|搬迁|改水|改厕|[加增][装设]电梯|直接结算|通办|互认|延时服务|上门服务|亮化|绿化|硬化|疏浚|清淤|配送|托管(?:班)?|公益课程?|夜校|(?:免费|义务)(?:检查|检测|鉴定|检定|诊疗|维修|咨询|体验)|(?:农民|人才|带头人|创业者|技能)培育|接送|帮扶|结对|培训|招聘会|专列|专线|专场"
    r"|(?:错时|延时|免费|全天|夜间|常态化|有序)[^，。；、\n]{0,4}开放|(?<!提质)扩面|(?<!提质)扩容|提档升级"
    r"|(?:校区|院区|公园|福利院|敬老院|绿道|断头路|学校|幼儿园|医院|卫生院|卫生室|道路|公路|桥梁|管网|农田|水厂|污水厂|停车场|综合体|市场|中心|广场|图书馆|文化馆|体育馆|体育场|养老院|食堂|驿站|产业园|平台|系统|站点|站|馆|园|厕所|公厕|院舍|宿舍|安老院|托儿所|会堂|大楼|天桥|隧道|泳池|球场|街市|单车径|步道|长廊|休憩[区处]|充电桩|泊位|水库|河道|泵房|泵站|基地|住房|公寓|专区|专窗|窗口|热线|专线)(?:[一二三四五]期(?!、))?(?:建设)?)"
)
_ENDS = r"(?=[，。；、！？\n]|$|[（(](?!\d)|和|及|工作|力度|(?<=筛查|接种|体检|义诊|巡诊|健检)\d|建设(?!项目|工程|行动|计划))"
_OBJECT = compiled(
    rf"{_STARTS}(?P<verb>{_MANNER}{_VERB})(?:了|以[^，。；]{{2,40}}为主题的)?(?P<object>(?:[^，。；：、！？\n“”‘’]{{0,8}}“[^”\n]{{1,10}}”)?[^，。；：、！？\n“”‘’]{{0,28}}?{_CONCRETE}){_ENDS}"
)
# …和绿岛大桥项目建设: what still belongs to the object
_REST = compiled(rf"(?:[和及与、]|以及)[^，。；：、！？\n“”‘’]{{2,28}}?{_CONCRETE}{_ENDS}")
_OPENING_DOCUMENT = compiled(
    r"(?=[及率牵研联专出制印发])(?P<verb>(?:及时|率先|牵头|研究|联合|专门)*(?:出台|制定|印发|发布)(?:相关|专门|有关|配套)?(?:文件|政策|措施|办法|规定|细则|方案|意见|通知))，?(?P<object>(?:便利|方便|支持|允许|放宽|取消|规范|减免|保障|鼓励)[^，。；：\n]{4,40})(?=[，。；！？\n]|$)"
)
# 选派副高以上医师到11家中心坐诊: who is sent to work elsewhere
_SENT = compiled(r"(?=[选组安派抽])(?:选派|组派|派出|抽调|安排|组织)(?P<sent>[^，。；：“”\n]{2,16}?(?:到|赴|下沉到?|进驻|入驻)[^，。；：“”\n]{2,20}?(?:坐诊|驻点|巡诊|轮岗|支教|蹲点|帮扶|授课|驻村|坐班))(?=[，。；]|$)")
# 集中化解“办证难”历史遗留问题: settled one after the other, and no aim in general
_SETTLED = compiled(
    rf"(?=[集逐限专分挂包])(?:集中|逐[一个户件]|限期|专项|分类|分批|挂牌|包案)(?P<settled>(?:化解|解决|清理|整治|破解|处置)[^，。；：、！？\n“”]{{0,12}}(?:“[^”\n]{{2,10}}”)?[^，。；：、！？\n“”]{{0,14}}?(?:问题|难题|积案|隐患|信访事项|欠薪|遗留事项)){_ENDS}"
)
_ABSTRACT = compiled(
    r"(?:体系|制度|机制|作风|队伍|思想|政治|文明|法治|党|组织|能力|精神|理论|文化|经济|社会|生态|现代化|一体化|信用|诚信|品牌|阵地|班子|领域|战略|强[国省市县区]|数字[化政])(?:建设|工程|计划|行动|治理)?$|(?:改革|发展|振兴|产业)(?:建设|治理)?$|[党廉纪督巡][^，。；]{0,12}专项工作$|作风[^，。；]{0,8}专项工作$"
)
_EMPTY = compiled(
    r"^(?:实施|开展|推进|建设|办好)?(?:[各有相多]?(?:项|关|类|个|种)|一批|系列|一系列|重大|重点|民生|惠民|利民|便民|直接造福于民的|造福于民的|为民|这|该|此|其|上述|试点|示范|专项|专题|实践|主题|特色)*(?:工程|项目|行动|活动|计划|改造|治理|整治|试点|平台|系统|服务|基地|中心|培训|帮扶|工作)?(?:项目|活动|工程|行动|建设)?$"
)
_A_LIST = compiled(rf"{NUMBER}[件项](?:民生|为民|惠民|重点|便民|利民|办)*(?:实事|工程|项目)(?:项目)?")  # counted where they are counted
_ONE = compiled(r"^一[间座所个幢栋处条](?=[^，。；]{4})")  # 增建一间安老院舍
_GOES_ON = compiled(r"[及与、]|和(?![平谐睦顺田美兴合畅])")  # 建设|和改造…, but 和平路改造工程 is a name
_WHO = compiled(r"[\d多余]+[家个名所]?[^，。；、]{0,6}?(?:单位|企业|部门|机构|商户|学校|医院|党员|干部|志愿者)(?!\d)(?!建设|改造|食堂)")  # 组织|28家单位开放停车场: who does it
_OUTING = compiled(r"\d[\d,]*余?名[^，。；、]{0,6}?(?:学生|师生|职工|员工|青年|团员|队员|教师|民警)[^，。；、]*活动$")  # 组织|1200名学生开展远足活动
_VISIT = compiled(r"^(?:列入|纳入)|党员|赴|前往|参观|瞻仰")  # 组织党员赴某某纪念馆
# How an office works within itself, and what is only a step
_WITHIN = compiled(r"招标(?!投标)|采购|高质量发展|作风|党建|预算编制|机构编制|评审|评聘|换届|选举|招生|招考|考试|保密|案件|巡[视察]|述职|总结|迎检|秋收|春耕|档案整理")
_THEME = compiled(r"以“?(?P<theme>[^，。；]{2,40}?)”?为主题")


# 将推进垃圾分类，年底前完成: a day says that the thing is to be ready, whatever it is
_BY_A_DAY = compiled(
    rf"{_STARTS}(?P<verb>{_MANNER}(?:推进|推动|推行|实施|开展|启动|落实|做好|抓好|深化|优化|完善|规范|整合|升级|更新|办好))(?P<object>[^，。；：、！？\n“”《》\d]{{3,20}})"
    r"(?=，[^，。；：\n]{1,14}(?:前|底|内|末|月份?|季度|半年|[上中下]旬|20\d\d年)[^，。；：\n]{0,6}(?:完成|完工|竣工|建成|见效|见成效|落地|到位|上线|投用|投运|投入使用|启用|实现|运行|覆盖|推开|铺开|开工|开通|开放|开业|交付|达标|清零|办结|销号)[^，。；：\n]{0,4}(?:[。；，]|$))"
)


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Single things carried out by the sentence's subject."""
    text = scene.text
    dated = dates.SIGNS.search(text, sentence.start, sentence.end)
    for match in _BY_A_DAY.finditer(text, sentence.start, sentence.end) if dated else ():
        name = naming.clean_name(match["object"])
        if len(name) > 2 and not any(sign.search(name) for sign in (_WITHIN, _VISIT, _A_LIST)) and not (_EMPTY.match(name) or _GOES_ON.match(name)):
            yield Candidate(NAME, Span(match.start("verb"), match.end("object")), match.start("verb"), name, naming.single_kind(name), weak=True)
    for match in _OBJECT.finditer(text, sentence.start, sentence.end):
        name = _ONE.sub("", naming.clean_name(match["object"]))
        if text[match.start() - 1] in "、和及" or _GOES_ON.match(name):
            continue
        if _VISIT.search(name) or ("组织" in match["verb"] and (_WHO.match(name) or _OUTING.match(name))):
            continue
        if match["verb"].endswith(("建成", "完成")) and not outlook.is_planned(scene, sentence):
            continue
        if len(name) < 4 or _ABSTRACT.search(name) or _EMPTY.match(name) or _A_LIST.fullmatch(name):
            continue
        place = Span(match.start("object") if "为主题的" in match[0] else match.start("verb"), match.end("object"))
        theme = _THEME.search(match[0])
        if theme:
            place = Span(match.start() + theme.end() - 3, match.end("object"))
        first, *others = things.apart(text, match.start("object"), _whole(text, match, sentence.end))
        if others or (first.end > place.end and text[place.end] != "、"):
            place = Span(place.start, first.end)
            name = naming.clean_name(text[first.start : first.end])
        yield Candidate(NAME, place, match.start("verb"), name, naming.single_kind(name), items=_counted(text, match, name, place), weak=True)
        for other in others:
            name = naming.clean_name(text[other.start : other.end])
            yield Candidate(NAME, other, match.start("verb"), name, naming.single_kind(name), weak=True)
    for pattern, named in ((_OPENING_DOCUMENT, "object"), (_SETTLED, "settled"), (_SENT, "sent")):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            name = naming.clean_name(match[named])
            yield Candidate(NAME, Span(match.start(), match.end(named)), match.start(), name, "measure", weak=True)


def _whole(text: str, match: re.Match[str], end: int) -> int:
    """Where the object ends with all that 和 and 、 add to it."""
    place = match.end("object")
    while more := _REST.match(text, place, end):
        place = more.end()
    return place


def _counted(text: str, match: re.Match[str], name: str, place: Span) -> list[Item]:
    """推进25个老旧小区改造工程: the object says of how many."""
    title = text[place.start : place.end] if BEGUN.match(match["verb"]) else name
    amount = next(quantities.quantities(text, *match.span("object")), None)
    counts = amount is not None and (amount.start == match.start("object") or _HOLDS.fullmatch(match["object"], 0, amount.start - match.start("object")))
    return [Item(title, place, amount)] if counts else []


_HOLDS = compiled(r"一[间座所个幢栋处](?:可|能|能够)?(?:同时)?(?:容纳|提供|停放|收容|收住|接待)")  # 一间可容纳180人的院舍
