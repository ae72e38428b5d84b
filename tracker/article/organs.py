"""Names of organs: recognised by their grammar, matched to the directory.

省/市/区/县 … + 厅/局/委/办/院/会 … An organ is accepted where a subject may
stand: at the head of a clause and followed by a predicate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from tracker.article.words import quick


class Agency(Protocol):
    """What this room asks of a directory entry."""

    code: str
    name: str
    full_name: str
    aliases: Sequence[str]


@dataclass(frozen=True)
class Organ:
    """An organ as written: its name, its place, its code if the directory knows it."""

    name: str
    start: int
    end: int
    code: str | None = None
    generic: bool = False  # 我市, 各级, 本府 …: somebody, but not by name


PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
    "|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾|台北|新北|桃园|台中|台南|高雄|基隆|新竹|嘉义|苗栗|彰化|南投|云林|屏东|宜兰|花莲|台东|澎湖"
)
_HAN = "[一-龥〇]"
_PLACE_END = "省|自治区|特别行政区|市|自治州|州|盟|地区|县|旗|新区|开发区|高新区|经开区|管理区|区|镇|乡|街道"
_NO_PLACE = re.compile(
    r"(?:小区|社区|园区|景区|片区|校区|山区|库区|(?:^|主|老|新|中心|建成)城区|辖区|厂区|牧区|灾区|特区|学区|院区|示范区|试验区|功能区|街区|老区|市区|郊区|湖区|林区|矿区|棚户区|住宅区|商业区|禁区|误区|专区|战区|商圈|地区"
    r"|超市|城市|上市|股市|门市|楼市|菜市|集市|夜市|都市|入市|开市|全市|各市|外省|节省|各省|全省|反省|全县|各县|区县|全区|各区|分区|乡镇|城镇|集镇|小镇|各镇|全镇|故乡|家乡|返乡|下乡|城乡|老乡|全国各地|本省|本市|本县|本区|我省|我市|我县|我区|该省|该市|该县|该区)$"
)
_GENERIC = re.compile(
    r"(?:全[省市县区州])?(?:[省市县区州]|各)?(?:直|级)(?:各)?(?:牵头|责任|有关|相关)?(?:机关|部门|单位|政府|党组织)+(?:各部门)?(?:各?单位)?(?:和[^，。；]{2,12}?单位)?|各(?:区县|县区|市县|县市区|镇街|乡镇|街道)|我们|大家|各级(?:党组织|各部门|党委政府|党员干部|机关|政府|各单位)?|各地(?:区)?(?:各部门|各单位)?|各部门(?:各单位)?|各(?:地|区|县|市|镇|乡|街道|单位|部门|党支部)|全[省市县区国州旗镇乡街]|我[省市县区州旗镇乡局厅院委办]|本[省市县区州府局厅院会处所]"
    r"|该[省市县区州局厅院委办镇乡集团公司校所队]{1,2}|当地|市府|县府|府方|广大(?:党员|干部|群众)"
)
# 市级部门, 各区县: an owner of a kind, though no single organ.
COLLECTIVE = re.compile(r"[省市县区州](?:直|级)(?:各)?(?:机关|部门|单位)|各(?:区县|县区|市县|县市区|镇街|乡镇|街道)")
# 县府, 市府, 本府 are the government of the place the text speaks of.
OWN_GOVERNMENT = re.compile(r"本府|市府|县府")
ANAPHOR = re.compile(r"该[局厅委办院校所队]|该集团|该公司|该单位|该部门|本局|我局|本会|本处")

_STRONG_END = (
    "公安机关|司法机关|海关|办事处|领导小组办公室|工作领导小组|领导小组|指挥部办公室|指挥部|工作专班|专班|管理委员会|管委会|委员会办公室|委员会|办公厅|办公室|机关工委|工委|党工委|党组|党委|纪委监委|监委|纪委|组织部|宣传部|统战部|政法委|网信办|编办"
    "|党校|总工会|工会|妇联|残联|团省委|团市委|团县委|团区委|团委|科协|文联|侨联|工商联|红十字会|联合会|协会|商会|基金会|发改委|卫健委|国资委|住建委|交通委|经信委|建委|农委|科委|改革委|健康委|检察院|法院|公安局|人民政府|政府|公所|政协|人大常委会|人大"
    "|研究院|设计院|医院|大学|学院|集团公司|有限公司|集团|公司|银行|中心|总队|支队|大队|调查队|总局|分局|管理局|监管局|厅|局|署"
)
_WEAK_END = "委|办|院|处|部|会|所|站|馆|室|府|社|厂|队|企业|单位|组|校|州|市|县|区|省|镇|乡|旗|街道|村"
_ENDS = re.compile(quick(f"{_STRONG_END}|{_WEAK_END}"))
_STRONG = re.compile(
    rf"(?:(?:{PROVINCES})省?市?|{_HAN}{{2,4}}(?:{_PLACE_END})){{0,2}}(?:中共|共青团)?(?:省|市|区|县|州|旗|镇|乡|街道|国家|中央|全国|自治区)(?:{_HAN}{{0,10}}?(?:{_STRONG_END})|委|府)(?:(?:省级|市级|县级|区级)?(?:办公厅|办公室|机关工委|机关党委|党组|党委|组织部|宣传部|统战部|政法委|研究室|督查室|编办|网信办|党校|党史工办|老干部局|(?:省|市|县|区|州)(?:政府|人大|政协)))*"
)
_BARE_PLACE = re.compile(
    rf"(?:{PROVINCES})(?:{_HAN}{{2,3}}(?=[^{'一-龥'}]|将|在|把|以|聚焦|坚持|市|推|开|实|列|梳|建|出))?"
)
_NOT_A_NAME = re.compile(
    r"[在的了将把被从让使向对按用由并也都很更最再即若如因但而或着过们么吗呢以于]|推进|推动|开展|实施|加强|提升|完善|通过|围绕|聚焦|组织(?!部)|建设(?!局|厅|委|集|管)|解决|服务(?!局|中心|管理|办|集团|站)|改造|新建|新增|办好|做好|列入|纳入|进行|负责|参加|选择|举行|召开|发布|来自|走进|深入|确定|获悉|了解|介绍|记者|今年|去年|目前|近日|日前|同时|博览会|运动会|音乐会|晚会|大会|会议|座谈会|发布会|展会|年会|推介会|招聘会|听证会|庙会|社会$|机会$|举办|其中|一是|二是|以来|年|月|日|我为|群众(?!团|工作)|问题|是|有|到|提供|联合(?!会)|会同|[0-9“”《》（(：:；。]"
)
_PREDICATES = frozenset(
    [
        "坚持",
        "推进",
        "推动",
        "开展",
        "实施",
        "组织",
        "聚焦",
        "围绕",
        "积极",
        "持续",
        "深入",
        "扎实",
        "全面",
        "加快",
        "加强",
        "加大",
        "着力",
        "大力",
        "全力",
        "切实",
        "认真",
        "主动",
        "立足",
        "牵头",
        "联合",
        "会同",
        "协同",
        "启动",
        "推出",
        "出台",
        "制定",
        "印发",
        "发布",
        "公布",
        "列出",
        "梳理",
        "确定",
        "明确",
        "建立",
        "建设",
        "打造",
        "创建",
        "举办",
        "举行",
        "召开",
        "提出",
        "提供",
        "提升",
        "提速",
        "完善",
        "优化",
        "深化",
        "强化",
        "细化",
        "简化",
        "健全",
        "创新",
        "探索",
        "整合",
        "统筹",
        "安排",
        "部署",
        "谋划",
        "规划",
        "计划",
        "预计",
        "力争",
        "争取",
        "确保",
        "承诺",
        "办理",
        "办好",
        "做好",
        "抓好",
        "抓实",
        "抓住",
        "紧盯",
        "紧扣",
        "紧紧",
        "瞄准",
        "针对",
        "按照",
        "根据",
        "结合",
        "依托",
        "充分",
        "通过",
        "利用",
        "发挥",
        "坚决",
        "严格",
        "规范",
        "落实",
        "贯彻",
        "履行",
        "践行",
        "改造",
        "新建",
        "新增",
        "增设",
        "增加",
        "扩大",
        "扩建",
        "改建",
        "修建",
        "修复",
        "整治",
        "治理",
        "清理",
        "解决",
        "化解",
        "破解",
        "帮助",
        "支持",
        "鼓励",
        "引导",
        "指导",
        "督促",
        "协调",
        "服务",
        "保障",
        "维护",
        "保护",
        "培育",
        "培训",
        "招聘",
        "选派",
        "发放",
        "减免",
        "降低",
        "减少",
        "取消",
        "压缩",
        "缩短",
        "开通",
        "开设",
        "开放",
        "开发",
        "设立",
        "设置",
        "成立",
        "组建",
        "选择",
        "采用",
        "采取",
        "运用",
        "应用",
        "进一步",
        "全程",
        "全员",
        "分别",
        "率先",
        "首次",
        "首批",
        "先后",
        "陆续",
        "相继",
        "今年",
        "目前",
        "近日",
        "日前",
        "已经",
        "正在",
        "正式",
        "同步",
        "同时",
        "共同",
        "共有",
        "共计",
        "拟于",
        "将在",
        "将于",
        "将对",
        "每年",
        "每月",
        "定期",
        "精心",
        "精准",
        "创造",
        "邀请",
        "征求",
        "征集",
        "收集",
        "走访",
        "调研",
        "面向",
        "对接",
        "对标",
        "对照",
        "对于",
        "为了",
        "为民",
        "为群",
        "为企",
        "为全",
        "在全",
        "从群",
        "从严",
        "以党",
        "以服",
        "以“",
        "把为",
        "把学",
        "把群",
        "把党",
        "聚力",
        "凝聚",
        "激发",
        "助力",
        "助推",
        "促进",
        "赋能",
        "攻坚",
        "突出",
        "注重",
        "重点",
        "重视",
        "严把",
        "严守",
        "严厉",
        "念好",
        "把准",
        "把脉",
        "打好",
        "打响",
        "打通",
        "打击",
        "拓展",
        "拓宽",
        "延伸",
        "延续",
        "赓续",
        "继续",
        "接续",
        "循序",
        "逐步",
        "逐项",
        "逐一",
        "集中",
        "集聚",
        "集成",
        "高度",
        "高质",
        "高标",
        "高效",
        "快速",
        "迅速",
        "及时",
        "即日",
        "有效",
        "有序",
        "有力",
        "稳步",
        "稳妥",
        "稳定",
        "用好",
        "用心",
        "用情",
        "扛起",
        "承办",
        "主办",
        "协办",
        "负责",
        "承担",
        "牵引",
        "执行",
        "实行",
        "施行",
        "推行",
        "试行",
        "推广",
        "推介",
        "宣布",
        "宣传",
        "介绍",
        "通报",
        "汇报",
        "报送",
        "上线",
        "运行",
        "投入",
        "安装",
        "配备",
        "更新",
        "升级",
        "改善",
        "改进",
        "改革",
        "搭建",
        "构建",
        "筑牢",
        "夯实",
        "巩固",
        "做强",
        "做优",
        "做实",
        "做细",
        "抓紧",
        "抓牢",
        "盘活",
        "挂钩",
        "挂牌",
        "结对",
        "下沉",
        "下达",
        "下放",
        "派出",
        "派驻",
        "拿出",
        "排出",
        "排查",
        "摸排",
        "摸清",
        "筛选",
        "遴选",
        "选定",
        "票决",
        "公开",
        "公示",
        "明年",
        "后年",
        "本月",
        "即日",
        "日前",
        "表示",
        "指出",
        "说明",
        "强调",
        "宣布",
        "透露",
        "提出",
        "计划",
        "不断",
        "一方",
        "党组",
        "党委",
        "辖区",
        "范围",
        "工程",
        "项目",
        "的",
        "等",
    ]
) - {"党组", "党委", "辖区", "范围", "工程", "项目", "的", "等"}
_PREDICATE_CHARS = frozenset("今将把以在对从向为按与由已正拟要还也共则就均都是有用让使给被并于不，。；：、“「《（(,")
_ALSO_NAMES = frozenset(("应急", "服务", "建设"))
_NOT_SUBJECT = re.compile(
    r"(?:的|[一二三四五六七八九十]+次|会议|常委会会议|机关党委副|党组书记|党委书记|原?副?(?:书记|主任|局长|厅长|处长|部长|院长|校长|市长|省长|县长|区长|镇长|会长|主席|委员)|有关负责|相关负责|负责(?:人|同志)|新闻发言|工作人员|干部(?!职工队伍)|民警|医生|教师|官网|网站|门口|大厅|记者|供图|提供的)"
)

# 市数据局负责人介绍: what follows is said for the organ.
_SPEAKS = re.compile(
    r"(?:党组|党委)?(?:有关|相关|主要)?(?:负责人|负责同志|新闻发言人|副?(?:局|厅|处|部|主|院|校|市|县|区)[长任])[一-龥]{0,4}(?:介绍|表示|说|透露|指出)"
)
_FACILITY = re.compile(r"(?:中心|馆|站|所|院|校|厂|社|医院|大学|学院|学校|园|府|室)$")
_BUILT = re.compile(
    r"新建|改建|扩建|迁建|修建|兴建|重建|工程|建设|项目|改造|启用|落成|开工|竣工|动工|动土|开放|开幕|[一二三]期|预计|已于|正式"
)

# 本报讯（记者…）, 某社某地1月2日电
_CREDIT = re.compile(r"[^，。；：“”\n]{2,16}?(?:讯|电)(?=[ （(])(?: ?[（(][^）)\n]{2,30}[）)])? ?")
_LEAD = re.compile(
    r"(?=[〔【（(近日目当今年本去明随同此其另据为对下接期截0-9上中连活会自])"
    r"(?:[〔【][^〕】\n]{2,40}[〕】]|[（(](?:本报|见习)?(?:记者|通讯员)[^）)\n]{2,30}[）)]|(?:近日|日前|目前|当前|近期|近年来|年初以来|今年以来|今年|本年度?|去年|明年|随后|同时|此外|其中|另外|据悉|据了解|同日|当日|当天|为此|对此|下一步|接下来|期间|(?:截至)?\d{2,4}年(?:度|底|初|\d{1,2}月(?:\d{1,2}日)?)?(?:上半年|下半年)?|\d{1,2}月(?:份|底|初|\d{1,2}日)?(?:[上下]午)?|[上下]午|连日来|活动中|会上|自[^，]{2,12}(?:起|以来))[，, ]?)+"
)


def skip_lead(text: str, start: int, end: int) -> int:
    """Past 近日, 今年, 5月14日 … at the head of a clause."""
    if "讯" in text[start : start + 18] or "电" in text[start : start + 18]:
        credit = _CREDIT.match(text, start, end)
        start = credit.end() if credit else start
    match = _LEAD.match(text, start, end)
    return match.end() if match else start


class Directory:
    """The agencies that are known, by every name they go by."""

    def __init__(self, agencies: Sequence[Agency] = ()):
        self._codes: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for agency in agencies:
            self._names[agency.code] = agency.name
            for name in (agency.name, agency.full_name, *agency.aliases):
                self._codes.setdefault(name.replace(" ", ""), agency.code)
        self._lengths = sorted({len(name) for name in self._codes}, reverse=True)
        self._first = {name[0] for name in self._codes if name}

    def match(self, text: str, start: int) -> tuple[str, str] | None:
        """The longest known name that begins at `start`, with its code."""
        if text[start : start + 1] not in self._first:
            return None
        for length in self._lengths:
            name = text[start : start + length]
            if name in self._codes:
                return name, self._codes[name]
        return None

    def code(self, name: str) -> str | None:
        """The code of the agency called so; 江苏省X is found as 省X."""
        name = name.replace(" ", "")
        if name in self._codes:
            return self._codes[name]
        shorter = re.sub(rf"^(?:{PROVINCES})(?=[省市])", "", name)
        return self._codes.get(shorter)

    @lru_cache(maxsize=512)  # noqa: B019 a directory lives as long as one extraction
    def near(self, name: str) -> tuple[str, ...]:
        """At most three known agencies whose names look like this one, nearest first, as `CODE 名称`."""
        from difflib import get_close_matches

        found: list[str] = []
        for close in get_close_matches(name, list(self._codes), n=6, cutoff=0.6):
            shown = f"{self._codes[close]} {self._names[self._codes[close]]}"
            if shown not in found:
                found.append(shown)
        return tuple(found[:3])


def subject(text: str, start: int, end: int, directory: Directory) -> Organ | None:
    """The organ that is the subject of the clause from start to end, if one stands at its head."""
    start = skip_lead(text, start, end)
    if text[start : start + 2] in _PREDICATES and text[start : start + 2] not in _ALSO_NAMES:
        return None
    own = OWN_GOVERNMENT.match(text, start, end)
    if own and (name_end(text, start, end) or 0) <= own.end():
        return Organ(own[0], start, own.end(), None, generic=True)
    generic = _GENERIC.match(text, start, end)
    known = directory.match(text, start)
    if known and not _continues(text, start + len(known[0]), end):
        if _NOT_SUBJECT.match(text, start + len(known[0])) and not _SPEAKS.match(text, start + len(known[0])):
            return None
        return Organ(known[0], start, start + len(known[0]), known[1])
    stop = name_end(text, start, end)
    if stop is not None:
        name = text[start:stop]
        return Organ(name, start, stop, directory.code(name), generic=bool(generic) and name[0] in "全各我本该")
    if known and not _NOT_SUBJECT.match(text, start + len(known[0])):
        return Organ(known[0], start, start + len(known[0]), known[1])
    if generic:
        return Organ(generic[0], start, generic.end(), None, generic=True)
    return None


def named(text: str, start: int, end: int, directory: Directory) -> Organ | None:
    """The organ whose name fills or begins the stretch (after 由, 牵头单位： …)."""
    known = directory.match(text, start)
    if known and start + len(known[0]) <= end:
        return Organ(known[0], start, start + len(known[0]), known[1])
    for match in reversed(list(_ENDS.finditer(text, start, min(end, start + 24)))):
        if match.end() == end and not _NOT_A_NAME.search(text, start, end):
            return Organ(text[start:end], start, end, directory.code(text[start:end]))
    strong = _STRONG.match(text, start, end)
    if strong and strong.end() > start:
        return Organ(strong[0], start, strong.end(), directory.code(strong[0]))
    return None


def _continues(text: str, place: int, end: int) -> bool:
    """Whether a longer name goes on here: 省委|省级机关工委, 省政府|办公厅."""
    if place >= end:
        return False
    following = text[place : place + 2]
    if following in _PREDICATES or text[place] in _PREDICATE_CHARS:
        return False
    match = _ENDS.search(text, place, min(end, place + 12))
    return match is not None and not _NOT_A_NAME.search(text, place, match.end())


def name_end(text: str, start: int, end: int) -> int | None:
    """Where the organ's name that begins at `start` ends: the last of its possible ends that a predicate follows."""
    limit = min(end, start + 26)
    best = None
    for match in _ENDS.finditer(text, start, limit):
        stop = match.end()
        if stop - start < 2 or _NOT_A_NAME.search(text, start, stop) or not _could_be(text, start, stop):
            if best is not None or stop - start > 14:
                break
            continue
        following = text[stop : stop + 2]
        if stop >= end or following in _PREDICATES or text[stop] in _PREDICATE_CHARS:
            if _NOT_SUBJECT.match(text, stop) and not _SPEAKS.match(text, stop):
                return None
            if _FACILITY.search(text, start, stop) and _BUILT.match(text, stop):
                return None
            best = stop
            if text[stop : stop + 1] in "、和与，":
                break
    if best is not None:
        return best
    strong = _STRONG.match(text, start, limit)
    if (
        strong
        and strong.end() - start >= 3
        and not strong[0].endswith("市中心")
        and not _NOT_SUBJECT.match(text, strong.end())
        and not _NOT_A_NAME.search(strong[0])
    ):
        return strong.end()
    place = _BARE_PLACE.match(text, start, limit)
    if place and (
        text[place.end() : place.end() + 2] in _PREDICATES or text[place.end() : place.end() + 1] in _PREDICATE_CHARS
    ):
        return place.end()
    return None


_ORGAN_START = re.compile(
    rf"(?:{PROVINCES})|[省市区县州旗镇乡团党]|国家|中国|中央|全国|自治区|公安|司法|检察|法院|海关|税务|人民|地方|{_HAN}{{1,5}}?(?:{_PLACE_END})|中建|中铁|交通|教育|民政|文化|卫生|环保|环境|水利|农业|财政|社会|劳动|工务|都市|都发|观光|消防|警察|捷运|体育|客家|原住民|地政|法务|研考|资讯|经济|产业|建设|城管|住建|人社|医保|市场|应急|供电|电力|自来水|燃气|公交|地铁|机场|港口|邮政|集团|公司|学校|医院|街道|社区|办事处|[A-Z甲乙丙丁某]"
)
_STRONG_ONLY = re.compile(
    rf"{_HAN}{{2,12}}(?:集团公司|有限公司|集团|公司|银行|医院|大学|学院|协会|联合会|基金会|总队|支队|调查队|中心|委员会|街道|管委会)$"
)
_PLACE_ONLY = re.compile(rf"(?:(?:{PROVINCES})省?市?)?(?:{_HAN}{{1,5}}?(?:{_PLACE_END})){{1,3}}$")


def _could_be(text: str, start: int, stop: int) -> bool:
    name = text[start:stop]
    if _PLACE_ONLY.match(name):
        return not _NO_PLACE.search(name) and (len(name) > 2 or name[0] in "甲乙丙丁戊己庚辛某")
    if name.endswith(tuple("州市县区省镇乡旗村")) or name.endswith("街道"):
        return False
    return bool(_ORGAN_START.match(name)) or bool(_STRONG_ONLY.match(name))
