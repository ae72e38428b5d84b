"""One rule, service or campaign that news brings in a sentence: 出台…办法, 上线“…”业务, 印发“提质十条”, 对…实行…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from tracker.article import naming
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.numerals import NUMBER, whole
from tracker.article.quantities import quantities
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

NAME = "rollout"
_VERB = r"(?:出台|推出|推行|上线|试行|开通|启用|启动|实行|实施|开展|开办|开设|设置|设立|增设|部署|新推|发起|印发|打造|制定|推进)"
_WORDS = r"[^，。；：、！？\n“”（）()0-9]"
_QUOTE = r"“[^”\n]{2,16}”"
# What is brought in: a rule, a service, a price, a campaign. 模式, 机制 and 工作法 are ways of working.
_THING = (
    "贴息办法|补贴办法|补助办法|奖补办法|管理办法|办法|业务|票价|月票|专窗|专区|专线|专场|夜市|新规|试点|通道|套餐|保险|消费券|优惠|服务季|服务月|服务周|集中服务|升级版"
    "|创建(?=，[^。；，]{2,24}\\d[^。；，]{0,4}[个家所])|计划|建设|扩建|改建|更新改造|更新|会战|攻坚|码|卡|一件事|小程序|APP|[aA]pp|平台|系统|热线|地图|驿站|补贴|补助"
)
_ENDS = r"(?=[，。；！？\n（(]|$)"
_SINGLE = compiled(
    rf"(?=[出推上试开启实部新发印打制设增])(?P<verb>{_VERB})了?(?P<thing>{_WORDS}{{0,20}}(?:{_QUOTE}{_WORDS}{{0,8}}?(?:{_THING})|(?<![一-龥]){_QUOTE}(?:[（(][A-Za-z]{{2,8}}[）)])?|“[^”\n]{{2,12}}(?:会战|攻坚|服务季|服务月|夜市|一件事|专列|工程|行动|计划|专窗|窗口|通道|专区|法庭|驿站|工作室|警务室|诊室|自习室|调解室|门诊|服务站|服务点|直通车|托管班)”|“[^”\n]{{0,6}}(?:点半|爱心|周末|假日|假期|暑期)[课学]堂”))"
    rf"{_ENDS}"
)
# 设立“科创快贷”, 推行民生实事代表票决制: a product of finance, a system, brought in by its name alone
_CALLED = compiled(
    rf"(?=[设创推试实])(?:设立|创设|推出|推行|试行|实行|实施)了?(?P<thing>“[^”\n]{{2,16}}(?:贷|基金|保|险|券|补|补贴|补助)”|{_WORDS}{{4,20}}(?<!机)制)(?=[，。；])"
)
# 推行“无纸化”便捷出行
_WAY = compiled(rf"(?=[推试实])(?:推行|推出|试行|实行|推广)了?(?P<thing>{_QUOTE}{_WORDS}{{0,4}}(?:做法|出行|就医|诊疗|停车|缴费|购药|配送|结算|审批|入学|登记|助餐|办理|办证)){_ENDS}")
# 推行“接送专属时段”，9月1日起试行: what has nothing but a name, with the day from which it holds
_STARTED = compiled(rf"(?=[推试实启建执])(?:推行|推出|试行|实行|实施|启用|建立|执行)了?(?P<thing>{_QUOTE}|{_WORDS}{{2,16}}(?:{_QUOTE})?(?:制度|办法|标准|规则|规程|榜单))(?=，(?:将?[自从于])?(?P<day>(?:20\d\d年|今年)?\d{{1,2}}月(?:\d{{1,2}}日)?)起)")
# 将于明年推出“易乘码”: what is only a name is a thing where it is still to come
_TO_COME = compiled(rf"(?=[将会拟计])(?:将|会|拟|计划)[^，。；：、“”]{{0,12}}?(?:推出|上线|启用|开通)(?P<thing>{_QUOTE}){_ENDS}")
# 从9月1日起，课后服务延时到下午6点; 自5月1日起，女生可免费接种疫苗: a rule with the day from which it is in force.
_IN_FORCE = compiled(
    r"(?=[自从于即0-9今明新春秋])(?:[自从于]|(?<![^，。；：\n局委厅办院会处]))(?:即日|(?:(?:20\d\d|1\d\d)年?)?(?:[春秋]季)?新?学[期年]度?|(?P<day>(?:(?:20|1)\d\d年|今年|明年)?\d{1,2}月(?:\d{1,2}日)?))[^，。；\n]{0,8}起，?(?P<thing>(?:[^。；：\n“”]{4,50}?|(?=全面禁止|禁止|安排|每[周月]))(?:全面|每[周月][^，。；\n]{0,10})?(?:延时|延长|延至|提高|提升至|加码|加发|调升|提前|降低|下调|上调|调整|扩大|取消|免收|免费|减免|放宽|缩短|开放|开设|划设|增开|增设|停征|免征|试行|推行|实行|恢复|(?:全面|全部)?(?:启用|开通|接入|上线)|禁止|安排|施行|派驻)(?:到|至|为)?[^，。；\n]{0,24}?)(?=[，。；\n（(]|$)"
)
# 拿出的项目是门诊慢病“送药上门”: what somebody has chosen to do, by its name
_CHOSEN = compiled(rf"(?=[拿亮选认领带申承揭])(?:拿出|亮出|选[定中]|认领|领办|带来|申报|承诺|揭榜)的(?:[一-龥]{{0,4}}(?:项目|实事|任务|举措|承诺|服务|招数|题目|办法))就?[是为][：，]?(?P<thing>{_WORDS}{{2,20}}(?:{_QUOTE}{_WORDS}{{0,8}})?){_ENDS}")
# 还要派出第二批巡回医疗队: who is still to be sent out
_SENT = compiled(rf"(?:将|要|拟|计划|准备|打算|再)[^，。；：“”\d]{{0,6}}?(?:派出|选派|组派)(?P<thing>(?:第[一二三四五六七八九十\d]+批)?{_WORDS}{{2,14}}?(?:医疗队|服务队|救援队|志愿队|小分队|轻骑队|宣传队|技术团|专家团|教师|医生|农技员)){_ENDS}")
_PLAIN = compiled(
    rf"(?=[出推上试开印启部])(?P<verb>出台|推出|推行|上线|试行|开通|印发|启动|部署)了?(?P<thing>{_WORDS}{{4,24}}?(?:办法|业务|票价|月票|新规|试点|消费券|补贴|会战|扩建|改建|更新改造|水利建设|管网建设|住房建设))"
    rf"{_ENDS}"
)
# 印发课后服务“提质十条”, 推出“科创30条”, 作出“八项承诺”: the count stands in the name.
_NUMBERED = compiled(
    rf"(?=[印出推发公制实作向列])(?:制定印发|制定出台|印发|出台|推出|列出|发布|公布|制定|实施|推行|作出|公开|向社会公开)了?(?:20\d\d年度?的?)?(?P<name>{_WORDS}{{0,20}}[“《][^”》\n]{{0,14}}?(?P<number>{NUMBER})(?:条(?:措施|举措|新政|政策|承诺|硬措施)?|[项大个](?:承诺|举措|措施|服务|实招|新政|政策|实事))[”》](?:措施|举措|政策|服务|方案|意见|清单)?)"
)
# 推出公共法律服务便民十条: the count ends the name, without quotes.
_ENDS_IN_NUMBER = compiled(
    rf"(?=[印出推发公制])(?:印发|出台|推出|发布|公布|制定)了?(?:20\d\d年度?的?)?(?P<name>{_WORDS}{{4,20}}?(?P<number>[二三四五六七八九十]{{1,3}})条)(?=[，。；：]|$)"
)
# 对…实行…: what is done with whom or what.
_DISPOSAL = compiled(
    rf"(?P<thing>对[^，。；：！？\n“”]{{4,40}}?(?:实施|实行|开展|进行|给予|推行|逐[一个台户栋处]|集中)(?P<what>[^，。；：！？\n]{{0,12}}?(?:{_QUOTE})?(?:改造|升级|排查|检查|整治|检测|筛查|检修|补贴|补助|资助|奖补|贴息|减免|免费接种|免费|管理|清零|错时停车|清单管理|体检|修缮|修复|治理|监测|维修|更新|普查|评估|救助|免除|清理|提升|加固|护理|销号))"
    r"|对[^，。；：！？\n“”]{4,30}?(?:免除|减免|免收|发放|办理|加密|配备|配发|加装|安装|增设)[^，。；：！？\n“”]{2,16})"
    r"(?=[，。；！？\n（(]|$)"
)
# 12座公园7月1日起免费开放: the thing before the day from which it is so
_SO_FROM = compiled(
    r"(?P<thing>(?![自从于])[^，。；：！？\n“”]{3,24}?)(?:将|拟|可)?[自从于]?(?P<day>(?:(?:20|1)\d\d年|今年|明年)?\d{1,2}月(?:\d{1,2}日)?)起，?(?P<does>(?:全面|正式|统一|陆续|分批)?(?:(?:面向|对)[^，。；\n]{2,8}?)?(?:免费|延时|错时|夜间|全天|试)?(?:开放|施行|实行|执行(?:新[^，。；\n]{1,6}|统一[^，。；\n]{1,6})?|运营|运行|停征|免征|取消|免收))(?=[，。；\n（(]|$)"
)
# 实施“清渠”行动，|对沿线村逐一排查: how it is carried out
_OF_A_CAMPAIGN = compiled(r"(?:实施|开展|启动|推进|部署|组织)[^，。；：“”]{0,10}“[^”\n]{1,20}”[^，。；：“”]{0,6}(?:行动|活动|工程|计划|攻坚)，(?:并|先后)?$")
_RAISED = compiled(r"[由从][^，。；]{1,8}\d")  # 由480点提高为600点: the last of them
_TOLD = compiled(r"已|累计|了(?!解)|同比|截至|明显|显著")
_OF_A_LIST = compiled(rf"(?:(?:措施|政策|举措|新政|意见|办法)[”》]?|[“《][^“”《》，。；\n]{{0,14}}?){NUMBER}[条项][”》]?，$")
# 自5月1日起|在6个大厅推行: of what stands before
_NO_THING = compiled(r"(?:免费|全面|正式|每[周月年季日天])*(?:(?:在|面向)[^，。；：“”]{2,20}?)?(?:免费|全面|正式|陆续|先行|分批)*(?:开放|开设|施行|试行|推行|实行)")
# 在全县推开“一村一警”: what is brought in by its name alone
_BY_NAME = compiled(r"(?:推开|试点)了?(?P<thing>“(?![二两三四五六七八九十\d][个大项]?[^”]{1,3}”)[^”\n，。]{4,12}”)(?=[，。；]|$)")
_SHORTEST = 3  # characters of a name
_COUNTED = compiled(rf"{NUMBER}[条项件]")  # 推出十二条便民举措 看病…: a set with the rest of a headline
_WAYS = compiled(
    r"模式|机制|干部|考核|工作法|制度建设|体系|思想|作风|队伍|能力|文化|阵地|品牌|党|文明|法治|信用|经济|征文|学习|宣传|培训班"
)
_WITHIN = compiled(r"对[^，。；]{0,20}(?:区县|县区|单位|部门|乡镇|镇街|街道|干部)(?:给予|进行|实施|实行)")  # how offices treat offices
_IDLE = compiled(
    r"(?:清零|台账|动态|网格|分级|分类|考核|责任|目标|闭环|全过程|常态化|精细化|规范化|实名制)[^，。；]{0,6}管理$|动态清零|服务能力|管理水平"
)
_DONE = compiled(r"(?:进行|开展|实施)了")  # 对水源进行了一次全面排查
_OUT_OF_ORDER = compiled(r"(?:破损|坑洼|缺失|老化|井盖|路灯|飞线|积水|危房|黑臭|占道|裸露|盲道)[^，。；]{0,10}动态清零$")  # what is put right wherever it is found


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Single measures of the sentence's subject, and sets whose name gives their number."""
    text = scene.text
    numbered = _NUMBERED.finditer(text, sentence.start, sentence.end)
    if text.find("条", sentence.start, sentence.end) >= 0:
        numbered = chain(numbered, _ENDS_IN_NUMBER.finditer(text, sentence.start, sentence.end))
    for match in numbered:
        declared = whole(match["number"])
        if declared is not None and declared > 1 and not _is_headline(scene, sentence, match.end()):
            place = Span(*match.span("name"))
            name = naming.clean_name(match["name"])
            yield Candidate("counted", place, match.start("number"), name, "list", declared)
    first: Candidate | None = None
    quoted, in_force = (text.find(mark, sentence.start, sentence.end) >= 0 for mark in "”起")
    for pattern in (_PLAIN, _CALLED, _CHOSEN, _SENT, *((_STARTED,) if in_force else ()), *((_SINGLE, _WAY, _TO_COME, _BY_NAME) if quoted else ())):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            name = naming.clean_name(match["thing"])
            if not _WAYS.search(naming.unquoted(name)) and len(name) > _SHORTEST and not _COUNTED.match(name):
                found = _measure(Span(*match.span("thing")), name)
                if pattern is _STARTED:
                    found.due = next(scene.days(match.start("day"), match.end("day") + 1), None)  # with its 起
                    found.items = [Item(name, found.place, due=found.due)]
                first = first or found
                yield found
    for match in _IN_FORCE.finditer(text, sentence.start, sentence.end) if in_force else ():
        if not ("其中" in match["thing"] or _TOLD.search(match[0]) or _NO_THING.fullmatch(match["thing"])):
            yield _in_force(scene, match)
    yield from _begun(scene, sentence) if in_force else ()
    for match in _DISPOSAL.finditer(text, sentence.start, sentence.end):
        name = naming.clean_name(match["thing"])
        if _WITHIN.match(name) or _DONE.search(name) or (_IDLE.search(name) and not (name.endswith("改造") or _OUT_OF_ORDER.search(name))) or (match["what"] and _WAYS.search(match["what"])):
            continue
        found = _measure(Span(*match.span("thing")), name)
        if _OF_A_LIST.search(text, sentence.start, match.start()):
            continue  # 出台扶持措施8条，对企业给予贴息: what the list says
        amount = next(quantities(text, *match.span("thing")), None)
        if amount is None and _OF_A_CAMPAIGN.search(text, sentence.start, match.start()):
            continue
        item = Item(name, found.place, amount)
        if first is not None and first.place.end < found.place.start:
            first.items.append(item)  # 出台贴息办法，对首贷户给予1个百分点贴息: what the rule says
            continue
        if amount is not None:
            found.items = [item]
        yield found


def _begun(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """The things of which a clause says from when they are open or in force."""
    for clause in scene.clauses(sentence):
        match = _SO_FROM.match(scene.text, scene.predicate_start(clause), clause.end)
        day = next(scene.days(match.start("day"), match.end("day") + 1), None) if match else None
        if match and day and not (_TOLD.search(match[0]) or match.start() == clause.start):
            place = Span(match.start(), match.end())
            name = naming.clean_name(match["thing"].removeprefix("所属") + match["does"])
            found = _measure(place, name)
            found.items = [Item(name, place, next(quantities(scene.text, *match.span("thing")), None), day)]
            found.due = day
            yield found


def _in_force(scene: Scene, match: re.Match[str]) -> Candidate:
    start = match.start("thing") + match["thing"].rfind("，") + 1
    owners = scene.subjects_between(start, match.end("thing"))
    if owners and owners[0].start == start:
        start = owners[0].end  # 7月1日起，我局对…
    place = Span(start, match.end("thing"))
    found = _measure(place, naming.clean_name(scene.text[place.start : place.end]))
    found.kind = "measure"
    day = next(scene.days(match.start("day"), match.start("thing")), None) if match["day"] else None
    amounts = list(quantities(scene.text, place.start, place.end))
    amount = (amounts[-1] if _RAISED.search(found.name) else amounts[0]) if amounts else None
    found.items = [Item(found.name, place, amount, day)]
    found.due = day
    return found


def _is_headline(scene: Scene, sentence: Sentence, end: int) -> bool:
    """某市：推出“暖心十条”。 at the head of a paragraph, which then tells of it."""
    paragraph = scene.structure.paragraphs[sentence.paragraph]
    first = scene.clauses(sentence)[0]
    return (
        sentence.start == paragraph.start
        and scene.text[first.end : first.end + 1] == "："
        and sentence.end - end <= 1
        and paragraph.end > sentence.end
    )


def _measure(place: Span, name: str) -> Candidate:
    return Candidate(NAME, place, place.start, name, naming.single_kind(name), weak=True)
