"""What a commitment is called, and of which kind it is."""

from __future__ import annotations

from tracker.article import words
from tracker.article.compiling import compiled

_QUOTED = compiled(r"“[^”]*”|‘[^’]*’|《[^》]*》")
_OPENED = compiled("[“‘《]")
_KINDS = (
    ("list", compiled(rf"(?:{words.LISTS})$")),
    ("action_group", compiled(rf"(?:{words.ACTIONS})$")),
    ("project_group", compiled(rf"(?:{words.PROJECTS})$")),
    ("activity", compiled(rf"(?:{words.ACTIVITIES})$")),
)
_GROUP_OF_ACTIONS = compiled(r"(?:举措|行动)$")
_REAL_LIST = compiled(r"(?:清单|任务|实事|事项)")
_SINGLE = {
    "activity": compiled(r"活动$"),
    "project": compiled(r"(?:工程|项目|计划|中心|馆|园|基地|平台|系统|线|路|桥|行动|学校|医院|市场|公园|站)$"),
}


def unquoted(text: str) -> str:
    """Without what stands in quotes."""
    return _QUOTED.sub("", text)


def is_outside_quotes(text: str, start: int, place: int) -> bool:
    """Whether no quote opened after `start` is still open at `place`."""
    return not (_OPENED.search(text, start, place) and _OPENED.search(unquoted(text[start:place])))


def kind(phrase: str) -> str:
    """The kind of a counted set, by its head noun."""
    if _REAL_LIST.search(phrase[-6:]):
        return "list"
    if _GROUP_OF_ACTIONS.search(phrase):
        return "action_group"
    return next((name for name, pattern in _KINDS if pattern.search(phrase)), "list")


def single_kind(name: str) -> str:
    """The kind of one thing: activity, project or measure."""
    return next((kind for kind, pattern in _SINGLE.items() if pattern.search(name.rstrip("”）)"))), "measure")


def counted(number: str, classifier: str, phrase: str) -> str:
    """The name of a counted set: 62项“…”任务清单 is called “…”任务清单, but 五项行动 keeps its number.

    A number in Chinese characters is part of the name (八大民心工程); one in
    digits is only the count.
    """
    phrase = clean_name(phrase)
    phrase = phrase[2:] if phrase.startswith(("列入", "纳入", "转入")) else phrase  # 滞后的5项列入督办清单
    return phrase if number[0].isascii() or number in phrase else f"{number}{classifier}{phrase}"


# 推出稳就业保民生8项举措: a bare noun is called after the words between the verb and the count.
_BEFORE = compiled(rf"(?:{words.LISTING_VERB})(?:了|出)?(?P<words>[^，。；：、的了0-9“”]{{2,14}})$")
_IN_ALL = compiled(r"(?:合|总|一)?共(?:有|计)?$")
_NO_TOPIC = compiled(r"^(?:今年|本年|全[市省县区年]|我[市省县区]|各)|(?:办好|推出|实施|开展|落实|公布|确定|抓好|做好|部署|安排|出台|制定|发布|以下|如下|下列)$")  # 确定|今年重点办好三件实事
_BARE = frozenset(("举措", "措施", "项目", "任务", "行动", "工程", "清单", "承诺", "政策", "服务", "实事", "计划", "具体任务"))


def before_count(text: str, start: int, end: int, phrase: str) -> str:
    """What a counted set is for, where its noun alone says nothing; "" where that is not told before the number."""
    match = _BEFORE.search(text, start, end) if phrase in _BARE else None
    return "" if match is None or _NO_TOPIC.search(match["words"]) else _IN_ALL.sub("", match["words"])


# 推进“护苗”三大行动: what stands in quotes before the number tells the set from others; after another quote it is a member.
_QUOTED_BEFORE = compiled(r"(?<![”、，和及与等])“[^“”，。；、：\d]{1,12}”$")


def quoted_before(text: str, start: int, end: int) -> str:
    """The quoted words right before the count of a set, with their quotes; "" where none are."""
    match = _QUOTED_BEFORE.search(text, start, end)
    return match[0] if match else ""


_ABOUT = compiled(r"(?:有关|关于)(?P<name>.{3,}?)(?:部分|事项|一事|问题|方面|工作)?")


def of_line(words: str) -> str:
    """What a numbered line is called: 一、有关文化路人行道改善部分： tells of 文化路人行道改善."""
    about = _ABOUT.fullmatch(words)
    return clean_name(about["name"] if about else words)


BY_WHOM = compiled(
    r"，(?:由[^，。；：]{2,30}?(?:牵头|负责|承办|主办|实施|办理|承担)|[一-龥、]{2,40}[局委厅办会府署部院](?:共同|分别|按职责分工)?(?:牵头|负责))(?:落实|实施|推进|办理)?"
    r"(?:，[^，。；]{2,40}(?:配合|协办|参与|协助))?$"
)


# 改造小区36个，11月底前完成; 改造道路12条，其中两条8月通车: by when and how many of them is no part of what it is called
_BY_WHEN = compiled(
    r"(?<=.{4})，(?:其中|(?:[^，。；：\d]|20\d\d年)*(?:(?:1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})月|年底|年内|第?[一二三四]季度|[上下]半年|[春秋]季|开学|[^，。；]{2}节前)[^，。；\d]{0,14}(?=[，。；]|$|\d+[%％]|建成|完成|全))"
)


# 建成公路2000公里（年底前完成）
_DAY_BEHIND = compiled(r"(?<=.{3})[（(](?=[^（）()]{0,12}[年月季底])[\d一二三四五六七八九十年月日底末前内上下半季度第今明中旬以之到至于在拟将力争计划确保]{2,16}(?:全部|全面|基本)?(?:完成|建成|完工|竣工|办结|交付|投用|投入使用|开放|启用|通车)?[）)]$")


def without_day(text: str, start: int, end: int, amount: int | None) -> int:
    """Where the title of a thing ends whose amount ends at `amount`: before the words that say by when."""
    noted = _DAY_BEHIND.search(text, start, end)
    end = noted.start() if noted else end
    if amount is None or amount > end:
        return end
    when = _BY_WHEN.search(text, max(start, amount - 1), end)
    return when.start() if when and when.start() >= amount else end


_OWNER_BEHIND = compiled(r"(?<=.)[（(][一-龥]{0,6}?[省市县区州团镇乡][一-龥、]{1,24}[局委厅办会院府联署][）)]$")  # 新建学校3所（市教育局）


# 人行道改善工程共分三期
_STAGES = compiled(r"(?<=.{3})(?:，|共|总共|一共|计划|拟|将)*分(?:为|成)?[两二三四五六七八九十\d]{1,2}(?:期|批|个阶段|个批次)(?:实施|推进|建设|进行|完成)?$")


_AND = compiled(r"^(?:并(?![联网轨购行重非])|且(?!末))(?=[一-龥]{3})")  # 并延长至21时


def clean_name(name: str) -> str:
    """Without 的 at its head, marks at its ends, who does it (，由某局负责; （某局）), by when (（年底前完成）) and in how many stages."""
    name = _OWNER_BEHIND.sub("", _DAY_BEHIND.sub("", _AND.sub("", name.strip(" ，。；：、的了").strip())))
    name = _STAGES.sub("", name)
    whose = BY_WHOM.search(name) if "，" in name else None
    return name[: whose.start()] if whose else name
