"""A rule or a service by the form of its words: 推进诉调对接“总对总”, 落实老人免费乘车政策, 把…纳入医保, 扩大保障范围, 增设绿色通道, 起草…办法，预计下半年出台, 为每个卫生院配齐设备."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article import naming, outlook
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.dates import Day
from tracker.article.quantities import quantities
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import FUTURE, quick

NAME = "rollout"
SIGN = compiled(
    quick(
        "推行|试行|实行|实施|推进|推广|推出|落实|建立|设立|开辟|搭建|制订|制定|起草|修订|为每|纳入|扩展至|扩展到|扩大|延伸至|延伸到|拓展至|拓展到|覆盖至|覆盖到|下放至|下放到|下沉至|下沉到"
        "|换成|改成|改为|改造成|改造为|改建成|改建为|升级为|通道|门诊|专窗|窗口|专区|专线|课程|服务站|服务点|免费|放宽|提高|上调|下调|调高|降低|取消|免除|减免|延长|推迟|提前|成立|组建|组织|招募|将每|把每|每周|每月|每季|每学期|每半月|每两周|每星期"
    )
)
_ENDS = r"(?=[，。；！？\n]|$)"
_NOUN = r"[^，。；：、！？\n“”（）()0-9]"
_NAMED = r"“[^”\n，。]{2,12}”"
# What is done for whoever comes, by the end of its name: “一窗通办”, “交房即交证”, “免申即享”
_SERVICE = r"“[^”\n，。]{1,10}(?:办电?|互[认通]|共享|直达|直通|上门|到家|结算|即享|[领办取交发]证|付费|直付|诊疗|就诊|转诊|缓缴|减免|打烊|[不无]休息?|延时|错时|配送)”"
_GIVES = r"(?:推行|试行|实行|推广|推出|推进|实施|落实)了?"
# 推进医保缴费“一窗办”: of what, and how it is called
_CALLED = compiled(rf"(?=[推试实落]){_GIVES}(?P<thing>(?:{_NOUN}|、){{2,14}}{_NAMED}|{_NOUN}{{0,14}}(?:{_SERVICE}[、和]?)+(?<=”))(?:(?<=”)(?:做法|模式|服务|办法|机制|举措))?{_ENDS}(?!，(?:计划|预计|力争|今年|年内|将)[^。；]{{0,20}}\d)")
_OPENED = compiled(
    rf"(?=[建设开搭])(?:建立|设立|开辟|搭建)了?(?P<thing>{_NOUN}{{0,10}}“[^”\n，。]{{0,10}}(?:通道|驿站|专区|专窗|平台|基金|热线|站|点|窗口|门诊|食堂|超市|银行|专柜|(?<!先锋)(?<!示范)(?<!责任)岗|书角|服务台|小屋)”){_ENDS}"
)
_ON_TRIAL = compiled(rf"(?<=试行)(?P<thing>{_NOUN}{{4,20}}){_ENDS}")
_WHOM = "老人|老年人|残疾人|学生|儿童|妇女|孕产妇|职工|军人|军属|家庭|居民|农户|患者|劳动者|毕业生|低保|特困"
_POLICY = compiled(
    rf"(?<=落实)(?P<thing>[^，。；：、！？\n“”（）()]{{0,14}}?(?:{_WHOM})[^，。；：、！？\n“”（）()]{{0,12}}?(?:免费|优惠|减免|补贴|补助|资助|救助|保险|优待)[^，。；：、！？\n“”（）()]{{0,6}}?(?:政策|待遇|制度)){_ENDS}"
)
# 把“先导计划”扩展至乙肝筛查, 将32种罕见病用药纳入“双通道”管理; but 纳入年度考核 is how offices treat offices
_TAKEN_IN = compiled(
    rf"(?<!已)(?<!已经)[把将](?P<thing>[^，。；：！？\n把将]{{3,40}}?(?:(?:扩展|扩大|延伸|推广|拓展|覆盖|下放|下沉|延长|放宽)[至到]|延长[^，。；]{{1,6}}[至到]|纳入(?![^，。；]{{0,12}}(?:考核|督查|规划|计划|议程|日程|内容|目标|重点|台账|清单|项目|工程|实事|党|学习)))[^，。；：！？\n（）()]{{2,24}}){_ENDS}"
)
# 要把老市场改成影像馆, 将6公里老路换成柏油路
_MADE_INTO = compiled(
    rf"(?<!已)(?<!已经)[把将](?:[它其](?:换|改)成)?(?P<thing>(?:[^，。；：！？\n把将]{{2,30}}?(?:换成|改成|改为|改[造建][成为]|升级为)|(?<=成))[^，。；：！？\n（）()“”]{{2,20}}?(?<!优势)(?<!动力)(?<!现实)(?<!常态)(?<!力量)(?<!效能)(?<!行动)){_ENDS}"
)
_NEW_PLACE = compiled(
    rf"(?:增设|开设|开辟|设立|新设)了?(?P<thing>[^，。；：！？\n“”（）()]{{2,24}}?(?:通道|门诊|窗口|专窗|专区|专线|课程|服务站|服务点)){_ENDS}"
)
_FREE = compiled(
    rf"(?<!已)(?<!已经)(?P<thing>为[^，。；：！？\n]{{2,16}}免费(?:提供|接种|体检|筛查|安装|加装|配备|配发|发放|办理|更换|检测|检查|检修|投保|赠送|配送|诊疗|维修|适配|理发|辅导|代办)[^，。；：！？\n]{{2,30}}){_ENDS}"
)
# 成立“红马甲”帮办队，为老人提供买药、理发等上门服务: what a team is set up for
_TEAM = compiled(
    r"(?:成立|组建|组织|招募)[^，。；：！？\n]{0,16}?(?:队|团|志愿者|专员|帮办员|代办员|管家)”?，(?:每[天周月季]|定期|常态化|常年|免费|上门|主动)*"
    rf"(?P<thing>为[^，。；：！？\n]{{0,20}}?(?:{_WHOM}|群众|独居|企业)[^，。；：！？\n]{{0,8}}?(?:提供|开展|办理|代办)[^，。；：！？\n\d]{{2,30}}){_ENDS}"
)
_BY_OTHERS = compiled(r"由[^，。；：\n]{2,14}$")
# 将扩大门诊慢特病保障范围: who is to come under a rule, and what he is to get
_WIDENED = compiled(
    r"(?P<thing>(?:扩大|放宽|提高|上调|调高|降低|下调|取消|免除|减免|延长)(?![^，。；]{0,6}(?:水平|质量|能力|效率|认识))"
    rf"[^，。；：！？\n“”（）()\d]{{3,20}}?(?:范围|标准|额度|限额|上限|门槛|比例|条件|费用?|限制|时间|时长|期限|待遇)){_ENDS}"
)
_IN_THE_MAKING = compiled(
    r"(?:研究)?(?:制[订定]|起草|修订)(?P<thing>[^，。；：、！？\n“”]{2,24}?(?:办法|细则|规定|标准|政策|条例)》?)，(?P<then>(?:预计|计划|力争|争取|拟|将)[^，。；\n]{0,12}?(?:出台|印发|实施|发布|施行|执行|公布))"
)
_FOR_EACH = compiled(
    rf"(?P<thing>为每[个所家户名位座][^，。；：！？\n\d]{{2,16}}?(?:配齐|配备|安装|建立|建设|设立|发放|赠送|更换|提供|免费)[^，。；：！？\n\d]{{2,20}}?){_ENDS}"
)
# 延长开放时间至晚上9点: until which hour people are served; 门诊时间提前至7时 is told by `changed`
_HOUR = r"(?:早上?|晚上?|夜间|次日|凌晨|当日|上午|下午)?\d{1,2}(?:[时点](?:半|整|\d{1,2}分?)?|[:：]\d\d)"
_SERVED = "开放|开馆|闭馆|营业|服务|运营|门诊|接诊|班车|收车|发车|借阅|借还|办事|受理|办公|供餐|托管|夜读|就餐"
_OPEN_UNTIL = compiled(
    rf"(?P<thing>(?:延长|推迟|提前)[^，。；：！？\n“”]{{0,26}}?(?:{_SERVED})(?:时间|时长|服务)?[至到]{_HOUR}){_ENDS}"
)
# 将每月15日定为“局长接待日”: when people are received
_DAY_OF_SERVICE = compiled(r"[将把]每(?:个?[周月季年]|星期)[^，。；：\n]{0,8}?(?:确定|固定|定|设立?|作|列)为(?P<thing>“(?![^”]*(?:党|学习|宣传|读书|廉|团|文明))[^”\n]{2,12}(?:日|周|夜|时段)”)")
# 每周五晚举办亲子共读活动: what comes again and again
_AGAIN = compiled(
    r"(?=每[周月季学半两星])(?P<thing>每(?:周[一二三四五六日末]?|两周|半?月|季度?|学期|星期[一二三四五六日])[^，。；：\n]{0,8}?(?:举办|开展|组织|安排|开设|提供|到|赴|深入)"
    rf"(?![^，。；]{{0,12}}(?:学|讲|党|廉|督|检查|巡查|调研|例会|会议|考核|宣|述|谈))[^，。；：！？\n“”\d]{{0,16}}?(?:活动|义诊|巡诊|坐诊|集市|招聘会|咨询|演出|放映|陪伴|探访|接访|理发|服务)){_ENDS}"
)
# 推行“一次挂号管三天”，患者复诊无需再挂号: whatever it is called, where it is told what people get by it
_SO_THAT = compiled(
    r"(?=[推实])(?:推行|推出|实行|实施)了?(?P<thing>“(?![^”]*(?:党|工作法|机制|制”))[^”\n，。]{3,14}”)(?=，[^，。；]{0,12}?(?:患者|市民|群众|居民|企业|商户|学生|乘客|老人|家长|旅客|读者|用户|职工|参保人|办事人|业主|农户)[^，。；]{0,14}?(?:可|无需|只需|不用|不必|凭|直达|就能))"
)
# 推行课后服务“5+2”模式: a way of working by its name, but of a service for people
_FOR_PEOPLE = compiled(r"[^“]*(?:服务|诊疗|就医|看病|助餐|养老|托育|托管|停车|办证|缴费|出行|供餐|配餐|家政)“")
# How an office works within itself, and what is only called for
_INNER = compiled(
    r"干部|党|团|青年|会议|文件|公文|机关|督[查导]|考核|调度|责|值班|学习|思想|理论|作风|廉|队伍|人才|文化|文明|法治|信用|精神|战略|理念|机制|治理|模式|工作法|体系|制度建设|导师帮|“[^”]{0,8}(?<!周)[二两三四五六七八九十百千\d]"
)


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Single rules and services of the sentence's subject."""
    text = scene.text
    for pattern in (_CALLED, _OPENED, _ON_TRIAL):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if _FOR_PEOPLE.match(match["thing"]) or not _INNER.search(match["thing"]):
                yield _rule(scene, Span(*match.span("thing")))
    for pattern in (_POLICY, _TAKEN_IN, _NEW_PLACE, _FREE, _OPEN_UNTIL, _TEAM, _DAY_OF_SERVICE, _AGAIN, _SO_THAT):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if pattern is _FREE and (_BY_OTHERS.search(text, sentence.start, match.start()) or any(quantities(text, *match.span("thing")))):
                continue  # how somebody else does it; 为900名儿童免费适配: an amount
            yield _rule(scene, Span(*match.span("thing")))
    for match in _IN_THE_MAKING.finditer(text, sentence.start, sentence.end):
        day = next(iter(list(scene.deadlines(*match.span("then")))[-1:]), None)
        yield _rule(scene, Span(*match.span("thing")), day)
    for pattern in (_FOR_EACH, _WIDENED, _MADE_INTO):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            clause = scene.clause_at(sentence, match.start())
            if FUTURE.search(text, clause.start, clause.end) or outlook.is_planned(scene, sentence):
                yield _rule(scene, Span(*match.span("thing")))


def _rule(scene: Scene, place: Span, day: Day | None = None) -> Candidate:
    name = naming.clean_name(scene.text[place.start : place.end])
    amount = next((one for one in quantities(scene.text, place.start, place.end) if one.kind != "点"), None)  # until 9点
    items = [Item(name, place, amount, day)] if day or amount else []
    return Candidate(NAME, place, place.start, name, "measure", items=items, weak=True, due=day)
