"""Names of organs, recognised by their grammar.

省/市/区/县 … + 厅/局/委/办/院/会 … An organ is accepted where a subject may
stand: at the head of a clause and followed by a predicate.
"""

from __future__ import annotations

from tracker.article import organ_words
from tracker.article.compiling import compiled
from tracker.article.directory import Directory, Organ


def skip_lead(text: str, start: int, end: int) -> int:
    """Past 近日, 今年, 5月14日, 二是 … at the head of a clause."""
    if "是" in text[start + 1 : start + 3] and (turn := _TURN.match(text, start, end)):
        start = turn.end()
    opening = text[start : start + 18]
    if "讯" in opening or "电" in opening:
        credit = organ_words.CREDIT.match(text, start, end)
        start = credit.end() if credit else start
    match = organ_words.LEAD.match(text, start, end)
    return match.end() if match else start


def subject(text: str, start: int, end: int, directory: Directory) -> Organ | None:
    """The organ that is the subject of the clause from start to end, if one stands at its head."""
    start = skip_lead(text, start, end)
    if text[start : start + 1] == "我" and organ_words.OURS.match(text, start, end):
        start += 2  # 我们市民政局将…
    if text[start + 1 : start + 2] in "属辖" and organ_words.BELONGS.match(text, start, end):
        start += 2  # 局属市河道管理处, 下辖市博物馆
    first = text[start : start + 2]
    if first in organ_words.PREDICATES and first not in organ_words.ALSO_NAMES and not organ_words.NAMED_BY_DEED.match(text, start, end):
        return None
    if first[:1] == "经" and organ_words.BY_LEAVE.match(text, start, end):
        return None
    speaks = text.find("长", start + 2, min(end, start + 10)) > 0  # quickly, as few clauses begin so
    mayor = organ_words.MAYOR.match(text, start, end) if speaks or "长" in text[start : start + 2] else None
    if mayor:
        return Organ(mayor["title"] if mayor["place"] is None else mayor["place"] + mayor["title"], start, mayor.end("title"), None, generic=True)
    headed = organ_words.HEADED.match(text, start, min(end, start + 20)) if speaks else None
    if headed and not organ_words.NOT_A_NAME.search(headed["organ"]):
        return Organ(headed["organ"], start, headed.end("organ"), directory.code(headed["organ"]))
    own = organ_words.OWN_GOVERNMENT.match(text, start, end) if first[1:] == "府" else None
    if own and (name_end(text, start, end) or 0) <= own.end():
        stop = name_end(text, own.end(), end)
        if stop is not None:  # 本府环境保护局将…
            name = text[own.end() : stop]
            return Organ(name, own.end(), stop, directory.code(name))
        return Organ(own[0], start, own.end(), None, generic=True)
    generic = organ_words.GENERIC.match(text, start, end)
    known = directory.match(text, start)
    if known and not _continues(text, start + len(known[0]), end):
        if organ_words.NOT_SUBJECT.match(text, start + len(known[0])) and not organ_words.SPEAKS.match(
            text, start + len(known[0])
        ):
            return None
        return Organ(known[0], start, start + len(known[0]), known[1])
    stop = name_end(text, start, end)
    if stop is not None:
        name = text[start:stop]
        if "党" in text[start : stop + 2] and (committee := organ_words.COMMITTEE.search(text, start, min(end, stop + 4))):  # 省公安厅党委班子成员…
            name, stop = text[start : committee.start()], committee.start()
        name = "街道" if organ_words.OF_THE_STREET.fullmatch(name) else name
        alone = name in organ_words.ALONE or organ_words.OF_THE_HOUSE.fullmatch(name) is not None or (generic is not None and name[0] in ("各我本该" if _OF_ALL.fullmatch(name) else "全各我本该"))
        return Organ(name, start, stop, directory.code(name), generic=alone)
    if known and not organ_words.NOT_SUBJECT.match(text, start + len(known[0])):
        return Organ(known[0], start, start + len(known[0]), known[1])
    if generic:
        stop = _unit_end(text, start, end) or generic.end()
        return Organ(text[start:stop], start, stop, None, generic=True)
    return _presented(text, start, end, directory)


def _presented(text: str, start: int, end: int, directory: Directory) -> Organ | None:
    """Who has the word, or whose the account is that is opened."""
    if end - start > _LONGEST_PRESENTATION:
        return None
    ledger = organ_words.LEDGER.match(text, start, end) if text.find("的", start + 2, start + 15) > 0 else None
    match = ledger or organ_words.PRESENTS.search(text, start, end)
    if match is None or text.startswith(("，还有", "，以及"), match.end()) or organ_words.NOT_A_NAME.search(match["organ"]) or not is_organ(match["organ"], directory):
        return None
    return Organ(match["organ"], *match.span("organ"), directory.code(match["organ"]))


_LONGEST_PRESENTATION = 40  # characters


def _unit_end(text: str, start: int, end: int) -> int | None:
    """Where the name of a unit of the house ends, before a predicate: 该校后勤处|将…"""
    house = organ_words.OF_THE_HOUSE.match(text, start, end) if text[start] == "该" else None
    if house is None or house["unit"][:2] in _DOES or organ_words.NOT_A_NAME.search(house["unit"]):
        return None
    acts = text[house.end() : house.end() + 2] in organ_words.PREDICATES or text[house.end() : house.end() + 1] in organ_words.PREDICATE_CHARS
    return house.end() if acts else None


_OF_ALL = compiled(r"全[省市县区州旗](?:各级)?(?:工会|[一-龥]{0,2}法院|检察(?:院|机关)|公安机关|司法机关|妇联|残联|共青团|供销社)")  # 全市工会: one body, however many its houses
_TURN = compiled(r"[一二三四五六七八九十]{1,2}是")

def tasked(text: str, place: int, end: int, directory: Directory) -> Organ | None:
    """要求市城管局在6月底前…, 支持各县区实施…: the organ that who is named up to `place`, or spoke before, charges or helps."""
    charge = organ_words.TASKS.match(text, place, end)
    if charge is None:
        return None
    start = charge.end()
    stop = name_end(text, start, end)
    known = directory.match(text, start)
    if known:
        stop = max(stop or 0, start + len(known[0]))
    generic = organ_words.GENERIC.match(text, start, end if stop is None else stop)
    if stop is None and generic is None:
        return None
    if generic is not None:
        others = generic[0][0] == "各" and charge[0].endswith(_HELPS)  # 支持各县区实施…, not 推动全市…
        return Organ(generic[0], start, generic.end(), None, generic=True) if others else None
    if organ_words.FACILITY.search(text, start, stop):
        return None  # 支持市医院改造
    return Organ(text[start:stop], start, stop, directory.code(text[start:stop]))


_HELPS = ("支持", "指导", "协助", "帮助", "推动", "鼓励")


def only_supports(text: str, start: int, place: int, end: int) -> bool:
    """市财政局、市人社局配合: who is named between start and place helps another, and owns nothing."""
    if organ_words.SUPPORTS.match(text, place, end) is not None:
        return True
    return text.startswith("牵头，", start - 3) and organ_words.TOGETHER.match(text, place, end) is not None


def named(text: str, start: int, end: int, directory: Directory) -> Organ | None:
    """The organ whose name fills or begins the stretch (after 由, 牵头单位： …)."""
    known = directory.match(text, start)
    if known and start + len(known[0]) <= end:
        return Organ(known[0], start, start + len(known[0]), known[1])
    for match in reversed(list(organ_words.ENDS.finditer(text, start, min(end, start + 24)))):
        if match.end() == end and not organ_words.NOT_A_NAME.search(text, start, end):
            return Organ(text[start:end], start, end, directory.code(text[start:end]))
    strong = organ_words.STRONG.match(text, start, end)
    if strong and strong.end() > start:
        return Organ(strong[0], start, strong.end(), directory.code(strong[0]))
    return None


_IN_BRACKETS = compiled(r"[【〔［\[](?P<names>[一-龥、]{3,40})[】〕］\]]")


def in_brackets(text: str, start: int, end: int, directory: Directory) -> Organ | None:
    """【市卫健委、市医保局】 at the head of a line: the first of the organs, when there are no other words between the brackets."""
    match = _IN_BRACKETS.match(text, start, end) if text[start : start + 1] in ("【", "〔", "［", "[") else None
    row = match["names"].split("、") if match else []
    if not row or any(organ_words.NOT_A_NAME.search(name) or not is_organ(name, directory) for name in row):
        return None
    return Organ(row[0], start + 1, start + 1 + len(row[0]), directory.code(row[0]))


def is_organ(name: str, directory: Directory) -> bool:
    """Whether all of it is the name of an organ."""
    return directory.code(name) is not None or name_end(name, 0, len(name)) == len(name)


_PLACE_BEFORE = compiled(r"[一-龥]{0,3}?[省市县区州旗镇乡](?=[一-龥]{3})")


def abbreviates(short: str, long: str) -> bool:
    """市城管局 is short for 江城市城市管理局: the characters behind its place stand in the other name in this order."""
    place = _PLACE_BEFORE.match(short)
    core = short[place.end() :] if place else short
    rest = iter(long)
    return len(core) > 2 and core[-1] == long[-1] and core not in long and all(char in rest for char in core)


_MARK = compiled(r"[、，, ]")
_AND = compiled(r"以及|和|与|及|会同")
_AND_OTHERS = compiled(r"等[\d二两三四五六七八九十]*[个家]?(?:单位|部门|机构)?$")


ROLE = r"[（(](?:牵头|主办|承办|责任|配合|协办|参与)(?:单位|部门)?[）)]"
"""What a name of a row is said to do: 市教育局（牵头）、市财政局."""
_ROLE, _LEADING = compiled(ROLE), compiled(r"[（(](?:牵头|主办)")
_RUN_ON = compiled(r"(?<=[局厅])(?=[省市县区州团])|(?<=[健改建资]委)(?=[省市县区州团])")  # 市教育局 市财政局, whose space has gone


def leading(phrase: str) -> int:
    """Which organ of a row leads, counted from 0: 市财政局、市教育局（牵头）."""
    told = _LEADING.search(phrase)
    return len(names(phrase[: told.start()])) - 1 if told else 0


def names(phrase: str) -> list[str]:
    """The organs of a row: 市教育局、市住房和城乡建设局和市妇联 are three; 和 parts only what ends as an organ does."""
    found = []
    phrase = _AND_OTHERS.sub("", _ROLE.sub("", phrase))
    for part in (own for one in _MARK.split(phrase) for own in _RUN_ON.split(one)):
        start = 0
        for joint in _AND.finditer(part):
            if organ_words.AT_END.search(part, start, joint.start()):
                found.append(part[start : joint.start()])
                start = joint.end()
        found.append(part[start:])
    return [name for name in found if len(name) > 1]


def _continues(text: str, place: int, end: int) -> bool:
    """Whether a longer name goes on here: 省委|省级机关工委, 省政府|办公厅."""
    if place >= end:
        return False
    following = text[place : place + 2]
    if following in organ_words.PREDICATES or text[place] in organ_words.PREDICATE_CHARS:
        return False
    match = organ_words.ENDS.search(text, place, min(end, place + 12))
    return match is not None and not organ_words.NOT_A_NAME.search(text, place, match.end())


def name_end(text: str, start: int, end: int) -> int | None:
    """Where the organ's name that begins at `start` ends: the last of its possible ends that a predicate follows."""
    first = text[start : start + 2]
    if first[:1] == "与" or organ_words.FORMER.match(text, start):
        return None
    if not organ_words.NEVER.isdisjoint(first) and not organ_words.NEVER_BUT.match(text, start):
        return None
    limit = min(end, start + 26)
    best = stop = None
    for match in organ_words.ENDS.finditer(text, start, limit):
        stop = match.end()
        if stop - start < 2 or organ_words.NOT_A_NAME.search(text, start, stop) or not _could_be(text, start, stop):
            if best is not None or stop - start > 14:
                break
            continue
        unit = best is not None and organ_words.UNIT_BY_DEED.fullmatch(text, best, stop) and organ_words.WHEN_OR_HOW.match(text, stop, end)
        if best is not None and not unit and _acts(text, start, best) and text[stop : stop + 1] not in _GOES_ON:
            break  # 市教育局承担法律服务站建设: a house of which something is made, and no longer name
        following = text[stop : stop + 2]
        if (
            stop >= end
            or (following in organ_words.PREDICATES and text[stop : stop + 3] not in _DEPARTMENTS)
            or text[stop] in organ_words.PREDICATE_CHARS
            or organ_words.DATED.match(text, stop)
            or (text[stop] == "会" and text[stop - 1] in _MAY and following[1:] not in _MEETS)  # 邮政署会检讨…
            or (text[stop] in organ_words.HEADS and organ_words.SPEAKS.match(text, stop, end))
        ):
            if organ_words.NOT_SUBJECT.match(text, stop) and not organ_words.SPEAKS.match(text, stop):
                return None
            if organ_words.FACILITY.search(text, start, stop) and organ_words.BUILT.match(text, stop):
                return None
            if organ_words.is_house(text[start:stop]) and (organ_words.WORKED_ON.match(text, stop, end) or (text[stop - 1] == "学" and organ_words.IS_BUILT.match(text, stop, end))):
                return None
            best = stop
            if text[stop : stop + 1] in "、和与，":
                break
        elif (text[stop] in "和及" or (text[stop] == "同" and text[stop - 1] != "会")) and (
            text[stop + 1 : stop + 2] in organ_words.LEVELS or (text[stop - 1] in "馆局厅" and stop - start > 2 and text[stop + 1 : stop + 2] not in _NAMED_WITH_HE)
        ) and organ_words.AT_END.search(text, start, stop):
            return stop  # 县公安局和县教育局, 市图书馆和文化馆, 市民政局同市残联
    if best is not None:
        return best
    strong = organ_words.STRONG.match(text, start, limit) if stop else None  # which ends as an organ does
    if (
        strong
        and (strong.end() - start >= 3 or organ_words.SPEAKS.match(text, strong.end()))  # 县委书记强调
        and not strong[0].endswith("市中心")
        and (not organ_words.NOT_SUBJECT.match(text, strong.end()) or organ_words.SPEAKS.match(text, strong.end()))
        and not organ_words.NOT_A_NAME.search(strong[0])
        and not (organ_words.FACILITY.search(strong[0]) and organ_words.BUILT.match(text, strong.end()))
        and not (
            organ_words.is_house(strong[0])
            and (organ_words.IS_BUILT.match(text, strong.end(), end) or organ_words.WORKED_ON.match(text, strong.end(), end))
        )
    ):
        return strong.end()
    place = organ_words.BARE_PLACE.match(text, start, limit)
    if (
        place
        and not organ_words.NOT_A_NAME.search(place[0])
        and (
            text[place.end() : place.end() + 2] in organ_words.PREDICATES
            or text[place.end() : place.end() + 1] in organ_words.PREDICATE_CHARS
        )
    ):
        return place.end()
    return None


def _acts(text: str, start: int, stop: int) -> bool:
    """Whether the name of an office ends here, before what the office does."""
    if text[start + 1 : stop] and (text[stop - 1] in _PLACE_ENDS or text[stop : stop + 3] in _DEPARTMENTS):
        return False
    return stop - start > 2 and text[stop : stop + 2] in _DOES


_MAY, _MEETS = frozenset("局署处府厅司"), frozenset("议员计展场长所馆堂费谈")
_DOES = organ_words.PREDICATES - organ_words.ALSO_NAMES
_GOES_ON = tuple("将再又今昨把已正拟要还也则均都并")  # 市民政局救助管理站将…
_NAMED_WITH_HE = tuple("平谐睦顺田美兴合畅")  # 市公安局和平分局
_DEPARTMENTS = ("宣传部", "组织部")  # of a committee, though 宣传 and 组织 are what others do
_PLACE_ENDS = "省市县区州盟旗镇乡道"
_GOES_ABOUT = tuple("将还已也把今在对为拟计按从联会组推，")  # 街道还将…, not 街道整治


def _could_be(text: str, start: int, stop: int) -> bool:
    name = text[start:stop]
    if name[-1] in _PLACE_ENDS and organ_words.PLACE_ONLY.match(name):
        return not organ_words.NO_PLACE.search(name) and (len(name) > 2 or name[0] in "甲乙丙丁戊己庚辛某")
    if name == "街道":
        return text[stop : stop + 1] in _GOES_ABOUT or organ_words.SPEAKS.match(text, stop) is not None
    if name[-1] in "州市县区省镇乡旗村" or name.endswith("街道"):
        return False
    if name.endswith("海关") and len(name) > 2:
        return True
    if organ_words.ORGAN_START.match(name) or organ_words.STRONG_ONLY.match(name):
        return True
    return name[-1] in "局署处" and organ_words.OFFICE.match(name) is not None
