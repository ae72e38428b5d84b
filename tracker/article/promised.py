"""Verb + quantity: 改造老旧小区3000个, 为900名儿童提供康复, 由5处增加至8处."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article import naming, quantities
from tracker.article.compiling import compiled
from tracker.article.quantities import Quantity
from tracker.article.scene import Scene
from tracker.article.structure import Span
from tracker.article.words import quick

VERB = quick(
    "除险加固|抗震加固|加固|新改扩建|改扩建|改建扩建|整改|新招|组建|新开辟|新辟|新植|新种|新栽|新购|新配|新装|新铺|开辟|新建改建|新改建|新建成|新建|新增|新开|新设|新创|改造提升|提升改造|提质改造|改造|改建|扩建|迁建|续建|建设|建成|建立|建置|修建|修复|修缮|整修|铺设|架设|敷设|兴建|增设|增建|加装|加设|安装|装设|配备|配置|更新|更换|汰换|购置|添购|增购|采购|投放|投入"
    "|完成|开工|启动|开放(?!时[间段])|开通|开设|开办|创办|设置|设立|打造|创建|培育|培养|培训|招聘|招录|选派|引进|发放|补助|补贴|资助|救助|帮扶|帮助|减免|提供|筛查|检查|体检|免费|接种|组织|开展|举办|办理|实施|推出|支持|扶持|整治|治理|清理|疏浚|清淤|绿化|美化|硬化|亮化|拓宽|打通|贯通|种植|栽植|造林|回收"
    "|筹集|筹建|供应|交付|分配|安置|再添|新添|增添|开出|搬迁|转移|实现|促进|带动|稳定|新培育|新认定|建造|植树|种树|拆除|消除|解决|规划|预计|达到|(?<!下)达|提升|提高|增加|扩大|扩容|布设|布建|推进|推动|开发|优化|维修|维护|养护|升级|腾退|置换|对接|走遍|归集|征集|赠送|选育|清掏|适配|施划|施打|植入|配送|推荐|储备|建档|捐赠|增开|再开|加开|开行|盘活|引育|招引|补种|补装|补植|发行|兑付|跑遍|跑完|走完|接入|联通|供给|办成|增至|整饬|翻新|改善|辟建|整建|补强|降埋|调降|调高|调升|降低|压缩|缩短|增植|汰旧|补栽|摸排|检修|抽检|检测|排查|募集|遴选|招募|共建|义诊|巡诊|安检|划设|配齐|打造出|访视|辅导(?=[一-龥])"
    "|翻建|抢修|添置|施作|施设|增辟|辟设|换装|增聘|增拨|挹注|媒合|扩至|重铺|翻修|重建|拓建|加派|取消|整合|归并|压减|精简|排出|疏通|启用|落成|提档|规范(?![化性])|扩充|迁移|复垦|抚育|配发|增配|配建|筹措|淘汰|粉刷|下地(?=[线杆管电])"
    "|布局|加快$|兴办|挖潜|审理|交流轮岗|轮岗交流|签约(?=[^率约额，。；0-9]{2,10}[0-9])(?!金额)|认养|选树|发展(?=[^，。；0-9]{0,6}(?:会员|队员|志愿者|用户|客户|商户|社员|农户)[0-9])|试点(?=“)|补建|安排$|成立(?![^，。；]{0,8}[组班队会社司党构])|装上|配上|换上|接上|报废|执结|审结|送(?=[戏书电文医药法科技政岗演展])"
)
BEGINS = compiled(f"(?:优先|赓续|持续|陆续)?{VERB}")
BEGUN = compiled(r"淘汰|打通|疏通|划设|施划|适配|培育(?!期)|植树|造林|清掏|补建|布局(?=[^，。；\d]{2,12}\d)|增建|增开|开行|加开|新开通|新开(?![展发局始工])|新改建|兴建|修建|改扩建|建立|开辟|铺设|种植|投放|配置|更新改造|除险加固|抗震加固|加固|修缮|翻新|翻建|整修|修复|疏浚|清淤|打造(?=[^，。；]{0,16}\d)|拓宽|硬化|补植|栽植|报废|改造提升|提升改造|建设|新建|新增|新设|新辟|改建|扩建|改造|增设|加装|设置|设立|布设|安装|更换|汰换|施作|布建|增辟|更新(?![理观]念)|配备")
"""How a clause begins that tells of what is made now."""
COMES_OF_IT = compiled(r"(?:(?:新增|增加|增|可?提供|新建|可?安置|设置?|可?容纳)[^，。；]{0,8}?)?(?:学位|床位|托位|泊位|车位|座位|摊位|工位|名额|收托|收容|收住|库容|产能|装机|能力)")
"""What a school, a car park, a pumping station holds or can do."""
_UP_TO_THE_NUMBER = r"了?[^，。；：！？\n]{0,36}?$"
_AMOUNT = compiled(VERB + "(?![、和及与](?![新改扩建增修加更翻迁重续整完开设提拓疏清]))" + _UP_TO_THE_NUMBER)  # …网络建设、公共场所配置仪器300台 ends one thing, 新建、改建公厕14座 begins one
_SHORT_AMOUNT = compiled("[重翻迁复改加编架搭拆]?[设建改增装修](?![有议革善])" + _UP_TO_THE_NUMBER)  # within longer words; tried last
_ONCE = compiled(r"次|场|遍")
_ALSO = compiled(r"[和及、与][^，。；：、！？\n]{0,12}|以及")
_EFFECT = compiled(r"惠及|受[益惠]|覆盖|涉及|服务(?:居民|群众|人口)|总投资|占地|面积")
_MONEY_PUT_IN = compiled(r"(?:投资|资金|预算|经费|投入)(?:约|超|近|逾|总额)?$")
_FUND = compiled(r"(?:设立|新设|创设|组建)了?[^，。；\d]{2,24}(?:资金|基金)(?:池)?(?:约|超|近|逾|总额)?$")  # 设立创业扶持资金500万元
_SPENT = compiled(r"(?:投入|投资|安排|筹[措集]|斥资|拨付|争取)[^，。；\d]{0,8}$")
_FOR_WHAT = compiled(rf"(?:资金|专款|经费)?(?:，|用于|，用于)?(?:新|重点)?(?:{VERB})[^，。；\d]{{1,16}}\d")
_FOR = compiled(r"(?:(?:为|给|对)[^，。；：、！？\n]{0,8}|[为对][^，。；：！？\n]{2,24}等)$")
_SERVED = compiled(
    r"[^，。；：！？\n]{0,20}?(?:提供|免费|结对|帮扶|开展|实施|发放|进行|接入|接通|开通|改建|新建|修缮|修建|铺设|翻新|安装|更换|更新|改造|[加增重扩][建设装]|添置|购置|购买|投保|办理|配备|配发|减免|免除|建档|赠送|适配|添设|补种|投放|配送|安检|体检|巡诊|义诊|家[里中](?:装|铺|配|换|修|安)|植入|维修|赠阅|订购|定制|[装配换接用]上|施划|划设|布设|配齐|补办|换发|颁发|装上|送上|解决|新增|增设|设立|打造|提标|清洗|加固|疏通|清掏)"
)
_SO_MANY = compiled(r"[^，。；：、！？\n0-9]{2,14}\d")
_AREAS = compiled(r"\d[个处条所座栋幢家](?:公共屋|屋[邨苑]|学校|中小学|楼栋|住宅|路口|车站|站点|公园|医院|卫生院|片区|区域|小区|社区|街区|街道|乡镇|镇街|行政村|村庄?)")
# 在30家医院试点床旁结算, 于6个行政区各增设托婴中心: how many places get it.
_IN = compiled(r"(?<!正)[在于](?:全[市县区省])?[^，。；：、！？\n在于\d]{0,6}$")
_PLACED = compiled(
    r"[^，。；：！？\n]{0,16}?(?:试点|挂牌|成立|设立|设置|增设|布设|建设|新建|推行|试行|推广|开展|各建|配备|投放|[安加装][装设]|开设|开通)[^，。；！？\n0-9]{2,28}"
)
# 要把14个社区食堂开起来; 争取年内让600名老人用上辅具: what is done to so many, told behind them
_DISPOSED = compiled(r"(?P<any>把(?:剩下|其余|剩余|余下|全[省市县区镇村]|这)?的?)$|(?:要|将|内|底|前|先|再|年|拟|争取|力争|确保|计划|打算|还)(?P<some>让[^，。；：！？\n\d]{0,8})$")
_DONE_TO = compiled(
    r"[^，。；：！？\n\d]{1,18}?(?:(?:建|开|修|改|改造|装|办|配|补|种|铺|换|整治|清理|疏通|治理)(?:起来|完|好|到位|齐)|全部(?:打通|改造|更新|修复|清零|治理|接通|建成)|打通|接通|修复"
    r"|[吃用喝住坐听骑戴穿装配]上[^，。；：！？\n\d]{1,10}|(?:住|搬)[进入][^，。；：！？\n\d]{1,10})(?=[，。；\n]|$)"
)
_OF_WHAT = compiled(r"把[^，。；：！？\n\d]{2,14}$")  # 把智能药柜|装进22个社区
_RAISED = compiled(
    r"(?:[^，。；：！？\n]{0,16}(?:将|把|使))?(?P<thing>[^，。；：！？\n]{2,24}?)(?:由|从)(?:现有|原有|原来|目前)?的?[\d二两三四五六七八九十][^，。；：！？\n]{0,8}?(?:增加|提升|提高|扩大|扩充|扩展|拓展|压缩|缩短|降低|减少|调整|精简|[调下]降|[调上][高升增]|上调|调低|[增扩减降缩加])(?:至|到|为)$"
)
_WIDENED = compiled(
    r"(?:[将把使前内底]|(?<=[，。；：\n】年])(?<![^\d今]年))(?P<thing>(?:[^，。；：、！？\n将把使前内]|前(?=[量置期端沿])){4,24}?|(?<=把)服务)(?:分别|再|[将拟可]|由[^，。；]{1,8})?(?:(?:扩大|扩展|拓展|提高|提升|增加|扩充|压缩|缩短|降低|减少|精简|[增降减扩升压缩建办铺]|达|达到)(?:至|到)|(?:控制|稳定|保持)在)(?:另外|每(?:人|户|生|胎|名|月|年|学期|学年|亩|日|天))*(?:约|不少于)?$"
)
_FROM = ("由", "从")
_OF_WHICH = compiled(r"(?:^|(?<=[，。；：\n将把]))(?P<thing>[^，。；：！？\n将把]{2,28})，$")  # 把三条街的洗街次数，|由每星期一次增至三次
_UP_TO = frozenset("外至到为在约于人户生胎名月年期亩日天")  # with which the words before a level end
# 7月起城乡低保每人每月|增加45元: what becomes more or less by so much
_BY_SO_MUCH = compiled(
    r"(?:^|(?<=[，。；：\n起前内底将把使])|(?<=[全今本]年))(?P<thing>(?![全今本]年)[^，。；：、！？\n将把使起前内底]{0,16}?(?:标准|低保|养老金|补贴|补助|津贴|待遇|价格|收费|费用|工资|时长|时间|时限|用时|频次|次数|环节|材料|成本|每[人户月年天次]{1,2}(?:每[月年天次])?))(?:再|各|分别|平均|每[人月年户])*(?:增加|提高|上调|增长|降低|下调|减少|缩短|压减|压缩|精简|下降|[降减])(?:了)?$"
)
_REACHES = compiled(r"(?:(?:计划|力争|争取|确保|将|拟)[到至]20\d\d年|将|把|使|前|内|底|(?<![到至]\d{4})年|确保|力争|争取)(?P<thing>(?!\d{2,4}年$)[^，。；：、！？\n将把使前内底]{4,24}?)$")  # …互认项目|达到200项
_BY_THEN = compiled(r"(?:目标|力争|计划|预计|规划|将|再|到|至|于|今年|明年|年内|\d{2,4}年|\d{1,2}月|底|末|前|之)+$")  # 目标115年|达到260处
_PLANNED_BY = compiled(rf"(?:规划|预计|计划|目标)(?:于|在|将)?(?:[^，。；]{{0,10}}?[前内底年])?(?:再|陆续|分批|全部)?(?={VERB})")  # 规划于年底前新设…
# 3处应急储备库|5月底前建成投用: what is ready by a day has its number before it and no verb
_READY_THEN = compiled(
    r"(?P<noun>(?!企业|公司|群众|单位|部门|以上|左右|会在|会于)[一-龥“”]{2,16}?)(?:均|都|也|将|会|要|可|计划|预计|力争|确保|拟|有望|于|在)*"
    r"(?:今年|明年|20\d\d年)?(?:年底|年内|[本下]?月底|\d{1,2}月(?:底|\d{1,2}日|份|[上中下]旬)?|第?[一二三四]季度)(?:之?前)?(?:将|可|要|力争|确保)*(?:全部|全面|陆续|基本)?(?:建成|完工|竣工|投用|投运|投入使用|投入运营|交付|开放|启用|通车|运营|完成|达标)"
)
_AT_HEAD = compiled(r"(?:^|(?<=[，：；。、]))(?:今年|年内|全[省市县区]|新建的?|在建的?|这|首批|另外|其他)*$")
_RAISED_FROM = compiled(r"[由从](?:现有|原有|原来|目前|现行)?的?(?:每[人户生名年月天次亩]){0,2}$")
_HAPPENS = "出现|发生|遭遇|面临|产生|经过|经历|迎[接战]|汇聚|角逐|决出|诞生|收获|荣获|毕业|裁减|裁员"  # to them, whatever anybody does
# What is hoped to come of it (预计惠及11.6万人), what was not begun, what was done (修补过11次), money that came from elsewhere.
_NO_DEED = compiled(
    rf"(?=[预估约每所需未尚没过毕人总产收客争获到安下拨兑投可目现比])(?:(?:估计|估算|约需|所需|(?:每年|尚|仍|另)需)[^，。；\d]{{0,8}}$|(?:预计|预估|预期)[^，。；\d]{{0,10}}?(?:{_HAPPENS})[^，。；]{{0,10}}$"
    r"|可(?:新增|提供|增加|容纳|收托|收容|停放|满足)[^，。；]{0,10}$|(?:预计|预估|预期)(?:将|可|能|总)*(?:惠及|受[益惠]|嘉惠|服务(?!站|点|中心)|覆盖|吸引|带动|让|使|解决|方便|录取|收托|接待|参与|参加|节[约省]|增[长收]|达到?|超过?)[^，。；]{0,12}$|(?:未|尚未|没有)[^，。；]{1,4}$|比[^，。；]{2,12}[多少][了出]?$|(?<![通超经胜])过$|(?:目前|现在)(?:只|仅|才|已)?(?:是|有|为)$|(?:毕业生|人口|人数|总量|产值|收入|客流)[^，。；]{0,8}预计$"
    r"|(?:争取|获得|获批|到位|安排|下达|拨付|兑付|兑现|投入)[^，。；]{0,14}(?:补助|补贴|奖补|专项|资金|款|债券)[^，。；]{0,4}$)"
)
_ASKED = compiled(r"(?:审理|办理|受理|侦办|调解|查处)[^，。；]{0,8}(?:案件|信访件|投诉|诉求|工单|来电)|(?:征集|收集|归集|收到|发现|查出|提出|反馈|移交)[^，。；]{0,12}(?:建议|意见|诉求|需求|线索|稿件|作品|提案|问题|隐患)")  # …2700条
_OFFICES = compiled(r"(?:先进|典型|落后|责任|有关|相关)?(?:候选|备选|部门|单位|处室|科室|领导|干部|小组|专班|环节|方面|领域|维度|板块|层面)")
_STATISTIC = compiled(r"^(?:%|个百分点|倍|级|岁|分|名列|位次)$")
_IN_WORDS = "[^，。；：、！？\n（(0-9]{2,12}?(?:[二两三四五六七八九十百千]|一[十百千])[〇零一二两三四五六七八九十百千]{0,6}[万亿]?(?:公里|千米|[个条处座所家户辆台套张间部栋名片块根只])"  # 停车位一千二百个
_TAIL = compiled(
    rf"(?P<tail>(?:左右|以上|以内)?(?:(?!(?:和|及|与|以及|合?(?<!公)共计?)(?:\d|[^，。；：、！？\n（(0-9]{{2,14}}\d)|以及)(?:24小时(?!内)|\d{{1,3}}(?:周?岁|年级)|[^，。；：、！？\n（(0-9])){{0,18}}(?:(?<=[^0-9]{{2}})、(?!{VERB}|{_IN_WORDS})[^，。；：、！？\n（(0-9]{{2,18}}+(?![0-9]))?)"
)

# 将于年底前救护古树62株, 一个月内走访企业500家: whatever the verb, where nothing but a day stands between it and what says that it is to come, or a limit;
# not what only happens (遭遇台风5次), nor honours, courts and how an office works within itself (表彰, 起诉, 轮训干部)
_WITHIN = "表彰|评比|评选|选[出举]|听取|视察|督[办查导]|巡[视察]|约[谈请]|轮训|考核|起诉|宣判|公开宣判|抓捕"
_ANY_VERB = compiled(
    r"(?:(?:\d{1,2}月(?:底|末|\d{1,2}日)?|年底|[上下]半年|季度末?|个月|半?[年月]|[周天]|节|[暑寒]假|汛期|开学)(?:之|以)?(?:前|内(?![部外容涝]))[要须]?再?|下个?月(?![度均供])|(?:今年|明年|年内)[还也]?要|(?:将|拟|计划|力争|争取|确保|准备|打算)(?>(?:于|在|自|从)?(?:(?:国庆|元旦|春节|中秋|端午|五一|暑假|寒假|汛期|开学)节?(?:之|以)?前|(?:今年|明年|20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日)?|年|[上下]半年|[一二三四]季度)?(?:底|末|初|内|[上中下]旬)?(?:之|以)?[前内起]?)(?:再|陆续|全部|分批|统一|免费|要)?))"
    rf"(?P<any>(?!将|[拟曾已要]|计划|达|有|为|对|向|在|于|梳理|形成|列|推出|制定|公布|发布|出台|印发|征集|遴选|谋划|确定|惠及|覆盖|受益|投资|投入|突破|超|增长|下降|占|举[行办]|召开|接待|迎来|服务|涉及|吸引|带动|实现|举|参加|派|组织|从|由|按|以|把|被|使|让|与|和|给|比|年|月|到|至|{_HAPPENS}|{_WITHIN})[一-龥]{{2}}(?:[^，。；：！？\n\d“”]{{2,16}}|(?<=再[一-龥]{{2}})))$"
)
# 首阶段覆盖六个分区: where a thing begins
_FIRST = compiled(r"(?:首(?:阶段|批|期|年|轮)|第一(?:阶段|期|批))(?:先)?(?:将|会|拟)?(?:覆盖|涵盖|选定|选取|纳入|推展至|扩展至)(?:全[市港澳县])?$")
_IN_ALL = compiled(r"(?:合?共计?|合计)\d[\d,.]*[万亿]?[一-龥]{1,2}(?=[，。；、（(]|$)")  # 社会住宅3处共1,200户


# 改造公厕30座（含新建5座）: what brackets tell of the parts of an amount
PARTS_IN_BRACKETS = compiled(r"[（(](?:其中|包?含|包括|内含|分别)[^（()）]*$")


def promises(scene: Scene, start: int, end: int) -> Iterator[tuple[Span, str, Quantity]]:
    """Each verb with its quantity between start and end: place, title and quantity."""
    text = scene.text
    done = start
    for quantity in quantities.quantities(text, start, end):
        if (
            _STATISTIC.match(quantity.kind)
            or quantity.start < done
            or quantities.is_of_sort(text, quantity)
            or (quantity.number < 2 and _ONCE.match(quantity.unit))
        ):
            continue
        if text.find("（", start, quantity.start) >= 0 and PARTS_IN_BRACKETS.search(text, start, quantity.start):
            continue
        begin = max(done, start, quantity.start - 40)
        if named := scene.subjects_between(begin, quantity.start):
            begin = min(max(begin, named[-1].end), quantity.start)  # 市自然资源和规划局…: no verb within a name
        if not naming.is_outside_quotes(text, start, quantity.start):
            continue
        put_in = _MONEY_PUT_IN.search(text, max(start, quantity.start - 10), quantity.start)
        if put_in and quantity.end in (end, len(text)) and not _FUND.search(text, begin, quantity.start):
            continue  # 投入资金5亿元, but not 投入5亿元改造校舍
        if quantity.kind == "元" and _SPENT.search(text, max(start, quantity.start - 10), quantity.start) and _FOR_WHAT.match(text, quantity.end, end):
            done = quantity.end
            continue  # 投入1200万元改造校舍8栋
        if _RAISED_FROM.search(text, begin, quantity.start) or _NO_DEED.search(text, begin, quantity.start):
            continue  # 由88处增加至120处: what there is
        served = _FOR.search(text, begin, quantity.start) and _SERVED.match(text, quantity.end, end)
        placed = _IN.search(text, begin, quantity.start) and _PLACED.match(text, quantity.end, end)
        if placed and text[placed.end() : placed.end() + 1].isdigit():
            placed = None  # 在12座车站增设扶梯24部: so many of them
        if served and _AREAS.match(text, quantity.end - 2, end) and _SO_MANY.match(text, served.end(), end):
            served = None  # 为126个片区更换水管98公里
        disposed = _DISPOSED.search(text, begin, quantity.start)
        done_to = _DONE_TO.match(text, quantity.end, end) if disposed else None
        before = text[quantity.start - 1] if quantity.start > begin else " "
        match = (
            (_IN.search(text, begin, quantity.start) if placed else None)
            or (disposed if done_to else None)
            or (_RAISED.search(text, begin, quantity.start) if before in _UP_TO else None)
            or (_WIDENED.search(text, begin, quantity.start) if before in _UP_TO else None)
            or _BY_SO_MUCH.search(text, begin, quantity.start)
            or (_REACHES.search(text, begin, quantity.start) if text.startswith("达", quantity.start) else None)
            or (_BY_THEN.match(text, begin, quantity.start) if text.startswith("达", quantity.start) else None)
            or (_FOR.search(text, begin, quantity.start) if served else None)
            or _AMOUNT.search(text, begin, quantity.start)
            or (_ALSO.fullmatch(text, done, quantity.start) if done > start else None)
            or _SHORT_AMOUNT.search(text, begin, quantity.start)
            or _FIRST.search(text, begin, quantity.start)
            or _any_verb(text, begin, quantity.start)
        )
        at_head = match is None and (quantity.start == start or _AT_HEAD.search(text, begin, quantity.start))
        if at_head and not text.startswith("其中", quantity.start - 2) and (ready := _READY_THEN.match(text, quantity.end, end)):
            done = ready.end("noun")
            yield Span(quantity.start, done), naming.clean_name(text[quantity.start : done]), quantity
            continue
        if match is not None:
            begin = match.start("thing") if match.re in (_RAISED, _WIDENED, _REACHES, _BY_SO_MUCH) else match.start()
            if match.re is _BY_THEN:
                begin = quantity.start
            elif match.re in (_ANY_VERB, _DISPOSED):
                begin = match.start(match.lastgroup or "any")
            elif match.re is _ALSO:
                if _EFFECT.search(text, done, quantity.start):
                    continue
                begin = done + 1  # 新建公园5个、绿道20公里: the verb still holds
        else:
            continue
        if match.re in (_AMOUNT, _SHORT_AMOUNT):
            begin = _with_thing(text, max(done, start), _past_member(text, max(done, start), begin, quantity.start), quantity.start)
            if of_what := _OF_WHAT.search(text, max(done, start), begin):
                begin = of_what.start()
            begin += 2 * (text[begin : quantity.start] == "加快")  # 加快8个片区控规调整
        if quantity.kind == "元" and text.startswith("安排", begin):
            continue  # 安排800万元: for what, is not told
        if text[start] in _FROM and before in _UP_TO and (of_which := _OF_WHICH.search(text, max(0, start - 32), start)):
            begin = of_which.start("thing")
        if _ASKED.match(text, begin, quantity.start) or _OFFICES.match(text, quantity.end, end):
            continue
        if lead := _PLANNED_BY.match(text, begin, quantity.start):
            begin = lead.end()
        behind = placed or done_to
        stop = behind.end() if behind else quantity.end
        tail = _TAIL.match(text, stop, end) if done_to is None else None
        if tail:
            stop = tail.end("tail")
        if all_of_it := _IN_ALL.match(text, stop, end):
            stop = all_of_it.end()
        place = Span(begin, stop)
        done = stop
        yield place, naming.clean_name(text[place.start : place.end]), quantity


def _any_verb(text: str, begin: int, number: int) -> re.Match[str] | None:
    """The verb behind a day, though the day that opens the clause stands before `begin`."""
    match = _ANY_VERB.search(text, max(0, begin - _FRAME), number)
    return match if match is not None and match.start("any") >= begin else None


def is_of_any_verb(scene: Scene, place: Span, number: int) -> bool:
    """Whether nothing but a word that looks ahead, and no verb that is known, made a promise of what stands at `place`."""
    text = scene.text
    if _AMOUNT.search(text, place.start, number) or _SHORT_AMOUNT.search(text, place.start, number):
        return False
    match = _ANY_VERB.search(text, max(0, place.start - _FRAME), number)
    return match is not None and match.start("any") == place.start


_FRAME = 24  # characters of what looks ahead, with its day


def _past_member(text: str, floor: int, begin: int, number: int) -> int:
    """…、两癌免费筛查、公共场所配置仪器300台: the verb of a member before is none of the amount's, whose own member begins behind the last 、."""
    own = text.rfind("、", begin, number) + 1
    before = text.rfind("、", floor, begin) + 1 if own else 0
    inside = before and before < begin and not _MARKS.search(text, before, begin)
    return own if inside and BEGINS.search(text, own, number) else begin


# 黑臭水体治理12条, 电梯增设30件: what is made good stands before its verb, when nothing stands behind it.
_WORK = compiled(r"(?:治理|整治|改造|增设|建设|整改|修缮|更新|加装|绿化|修复|清理|排查|培训|救助|筛查|适配|翻新|维修|拓宽|扩容|清淤|新建|改建|改善|硬化|亮化|疏浚|翻修|铺设|扩面)(?:完成|了|达到?|共|(?:年度)?任务)*")
_THING = compiled(r"(?![并亦在于])(?![^，]*(?:将|会[在于分把为由逐陆]|计划|拟|力争|今年|本年|年内|全年|明年|[年月日底]前|累计|已|完成|实现|确保|预计|组织|开展|推进|实施))[一-龥“”]{2,14}(?<![再新共可要约各并和及与了的中对为])")
_MARKS = compiled(r"[，。；：、！？\n）)将把拟前内底]|下达(?:给)?[^，。；的]{0,6}的|计划|力争|确保|负责|牵头|承担")


def _with_thing(text: str, floor: int, begin: int, number: int) -> int:
    """Where a title begins: with the thing before the verb, when the number follows the verb at once."""
    if not _WORK.fullmatch(text, begin, number):
        return begin
    for mark in _MARKS.finditer(text, floor, begin):
        floor = mark.end()
    return floor if _THING.fullmatch(text, floor, begin) else begin
