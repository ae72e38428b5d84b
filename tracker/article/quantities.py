"""Numbers with a unit: 3000个, 11万套, 5万4,000人, 80%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tracker.article.compiling import compiled
from tracker.article.numerals import FRACTION, MYRIADS, NUMBER, value

# Longest first: the first that fits is taken.
_LENGTHS = "立方公尺|平方公尺|平方英尺|平方呎|公尺|公吨|公噸|km²|km|KM|㎡|m²|平方公里|平方千米|平方米|立方米|千米|公里|公顷|平米|延米|英里|车公里|立方|平方"
_COUNTED = "剂次|案次|人次|人左右|户次|批次|场次|辆次|台套|台次|个次|个百分点|个工作日|学位|床位|机位|泊位|车位|名额|班次|亩次|吨标准煤|微克(?:/立方米)?|毫克(?:/升)?|千瓦时|[千兆]伏安|兆瓦|千瓦|万瓦|公斤|千克|小时|分钟|工作日"
_SINGLE = "案(?![例件情卷子由底])|式(?![样机子各])|个|种|项|件|条|处|座|所|家|户|套|间|栋|幢|名|位|人|台|辆|部|盏|亩|吨|米|场|次|期|班|张|块|片|份|批|支|只|株|棵|头|口|眼|根|例|宗|点|站|里|元|对|门|本|册|艘|架|扇|盒|盆|具|单|集|岁|天|日|周|年|月|级|类|路|线|趟|组|村|镇|乡(?!镇)|县|校|园|床|井|厂|桶|把|袋|孔|节|车|剂|针|顷|枚|双|起|分|%|％|‰|倍|成"
PEOPLE = r"(?<=[万亿])(?:农村|城镇|城乡|适龄|困难|参保|农业)?(?:人口|居民|群众|村民|农户|职工|学生|家庭|老人|妇女|儿童|市民)"  # 14.6万农村人口
UNIT = rf"(?:{_LENGTHS}|{_COUNTED}|{PEOPLE}|{_SINGLE})"
_NEVER_COUNTED = "年月日岁周批级类分"  # of a date, an age, a rank
# What a sentence with an amount holds: how every one of them ends.
SIGN = compiled(rf"[\d〇零一二两三四五六七八九十百千廿卅约近超逾过](?:(?<![约近超逾过])|(?=[万亿])),?[万亿千]{{0,2}}[多余来几]?(?:{_LENGTHS}|{_COUNTED}|{PEOPLE}|(?![{_NEVER_COUNTED}])(?:{_SINGLE}))")

_PATTERN = compiled(
    # The look-ahead only spares the search the characters with which none of these begins.
    rf"(?=[0-9〇零一二两三四五六七八九十百千廿卅约近超逾不至达以])(?P<about>约|近|超过|超|逾|不少于|不低于|至少|达到|达|以上)?(?P<number>{FRACTION}(?=[万亿]|平方|公里|公顷|千米|吨|米|亩)|{NUMBER}|(?<=[约近超逾过])(?=[万亿]))(?P<myriad>(?:[万亿]|千(?![米克瓦伏])){{0,2}})(?:(?<=[万亿千])(?P<number2>\d[\d,]{{0,11}}|{NUMBER})(?P<myriad2>[万千]?))?"
    rf"(?P<more>[多余来几]?)(?P<unit>{UNIT})(?P<per>/[年月日人户胎])?"
)
_PER = compiled(
    r"每(?P<per>年|月|日|天|人|户|胎|名|位|学期|学年|季度|周|亩|次)(?:每?(?:人|名|户)|最高|至少|不少于|补助|发放|可|领取|补贴|奖励|提供|约|给予|新增|培训)*$"
)
_OF_EACH = compiled(r"(?:[^，。；：\n\d]{0,12}(?:达到?|至|为|不少于|不低于|有|拥有))?\d")
_NO_AMOUNT = frozenset("第—-~/ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_CALLED = compiled(r"[周期][一二三四五六日](?=[组开办走上到进])|[院诊务业][一二三四五六七八九](?=部)")  # 每月第一个周六|组织专家坐诊, 住院三部
_CALENDAR = frozenset("年月日岁天周级类成点分里线路期批种起")
_SORTS = ("方面", "维度", "领域", "部分", "章节", "板块", "层次")
# 24小时热线, 15分钟健身圈: how long something is open or how near it is, and no amount of it.
_SPANS_OF_TIME = ("小时", "分钟", "工作日", "个工作日")
_QUALIFIES = compiled(r"[一-龥“](?<![以之左内上下前后])")
_LASTS = compiled(r"(?:为期|历时|时长|持续|超过?|逾|满|不少于|近)$")
_WITHIN = compiled(r"(?:之?内)?(?:到场|到达|响应|办结|送达|上门|受理|答复|反馈|告知|处置|修复|抢修)")  # 2小时到场, 提前24小时告知
_REACHED = compiled(r"[至到为达]|超过|压缩|缩短|不少于")


@dataclass(slots=True)
class Quantity:
    """`number` of `unit`; the unit keeps the text's 万 or 亿 (11 of 万套), start and end are places in the text searched.

    `rough` tells that the number is not meant to the last one: 近3000个, 2000余户.
    """

    number: Decimal
    unit: str
    start: int
    end: int
    rough: bool = False
    most: bool = False
    """It is a limit to stay under: 最高200万元, 控制在50个以内, 不超过30天."""

    @property
    def shown(self) -> str:
        return f"{self.number.normalize():f}"

    @property
    def kind(self) -> str:
        """The bare unit, without 万, 亿 and /年."""
        return self.unit.split("/")[0].lstrip("万亿")


def quantities(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """Every number with a unit in `text`, in order; dates, ages and ranks are left out."""
    end = len(text) if end is None else end
    for match in _PATTERN.finditer(text, start, end):
        unit = match["unit"]
        if unit in _CALENDAR and not _counts(text, match):
            continue
        if unit == "次" and not match["number"][:1].isascii() and "一" <= text[match.end() : match.end() + 1] <= "龥":
            continue  # 二次供水
        low = _LOW.search(text, max(start, match.start("number") - _LONGEST_LOW), match.start("number")) if match["number"] else None
        if low and low["unit"]:
            continue  # 3万个至5万个: the first of them is promised
        before = low.start() if low else match.start("number")
        if text[max(start, before - 1) : before] in _NO_AMOUNT or _CALLED.match(text, before - 1):
            continue  # 第3次, 9-12岁, K9路, 5G
        if text[max(start, match.start() - 1) : match.start()] == "每" and _OF_EACH.match(text, match.end()):
            continue  # 每千人6批次, 每千人口托位数达到4.8个
        if unit == "个" and text.startswith(_SORTS, match.end()):
            continue  # 3个方面6类12项: how they are sorted
        if unit in ("米", "公里") and text.startswith(("处", "外", "范围", "以内", "开外", "半径"), match.end()):
            continue  # 校门以东60米处: where it is
        if unit in _SPANS_OF_TIME and _describes(text, match):
            continue  # 24小时热线
        if unit == "个" and text.startswith("月", match.end()) and _LASTS.search(text, start, match.start("number")):
            continue  # 为期三个月, 超过两个月
        number = value(match["number"] or "1")  # 近万个
        if number is None or (not match["number"][:1].isascii() and number < 2 and not match["myriad"]):
            continue  # 一批, 一村一场, 最后一公里, but not 一万五千张
        myriad = match["myriad"]
        if myriad.startswith("千"):
            number *= 1000
            myriad = myriad[1:]
        if match["number2"] is not None and (second := value(match["number2"])) is not None:
            # 3万5,000元 is one number; the unit then carries no 万. 两亿三千万元 is 2.3亿元.
            scale = MYRIADS.get(myriad[:1], 1) * MYRIADS.get(myriad[1:], 1)
            number = number * scale + second * {"千": 1000, "万": 10**4}.get(match["myriad2"], 1)
            myriad = "亿" if (myriad, match["myriad2"]) == ("亿", "万") else ""
            number /= MYRIADS.get(myriad, 1)
        most = _is_most(text, match)
        if low and not (most or _SHRINKS.search(text, max(start, low.start() - 6), low.start())):
            number, myriad = _lower(low, number, myriad)
        per = match["per"] or ""
        if not per and (each := _PER.search(text, max(start, match.start() - 14), match.start())):
            per = f"/{'日' if each['per'] == '天' else each['per']}"
        rough = bool(low or match["more"]) or not match["number"] or match["about"] in ("约", "近") or text.find("左右", match.end() - 2, match.end() + 2) >= 0
        high = _HIGH.match(text, match.end(), end)
        ranged = high is not None and high["unit"] == unit and text[before - 1 : before] not in _FROM
        yield Quantity(
            number,
            myriad + unit.replace("％", "%").removesuffix("左右") + per,
            low.start() if low else match.start(),
            high.end() if high and ranged else match.end(),
            rough or ranged,
            most,
        )


# 2000—3000人次, 2至3万人: of a range what is promised at the least; but 由5到8处 tells what there is
_FROM = ("由", "从")
_LOW = compiled(rf"(?<![由从\d.])(?P<number>{NUMBER})(?P<myriad>[万亿]?)(?P<unit>{UNIT})?[—~至到-]{{1,2}}$")
_HIGH = compiled(rf"[—~至到-]{{1,2}}{NUMBER}[万亿]?(?P<unit>{UNIT})")
_SHRINKS = compiled(r"(?:压缩|缩短|降低?|减少|精简)(?:[至到为]|不超过)?$")  # 压缩至3至5个工作日
_LONGEST_LOW = 16  # characters


def _lower(low: re.Match[str], high: Decimal, myriad: str) -> tuple[Decimal, str]:
    """The lower end of a range up to so many, in the unit of the upper one where it has none of its own."""
    number = value(low["number"]) or high
    return (number, low["myriad"] or ("" if number >= high else myriad))


_MOST = compiled(r"(?:最高|最多|至多|不超过|不高于|不多于|控制在|限于)(?:[可达为到在约]|每[人户名月年天次])*$")
_UNDER = compiled(r"(?:以内|以下|之内)|(?<=[时钟日天])内")


def _is_most(text: str, match: re.Match[str]) -> bool:
    return _UNDER.match(text, match.end()) is not None or _MOST.search(text, max(0, match.start() - 10), match.start("number")) is not None


def is_of_sort(text: str, quantity: Quantity) -> bool:
    """10元以下营养套餐12种, 9.6公里的道路3条: whether it tells of which sort the thing is that is counted behind it."""
    return _SORT.match(text, quantity.end) is not None


_SORT = compiled(r"(?:以[上下内]的?|的)[一-龥“][^，。；、]{0,14}\d")


def _describes(text: str, match: re.Match[str]) -> bool:
    """Whether a span of time only tells of which sort the thing after it is."""
    start = max(0, match.start() - 4)
    if _WITHIN.match(text, match.end()):
        return False
    return bool(_QUALIFIES.match(text, match.end())) and not _REACHED.search(text, start, match.end("number"))


_BY_TENTHS = compiled(r"(?:[提升降压减增][到至]|减少?|降低?|压缩|缩短|下调|下降|节省|增加?|提高|上浮|提升)了?$")


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether 点, 线, 类 … stands for things rather than for a date, an age or a rank."""
    unit = match["unit"]
    if unit == "期":  # 培训40期，; but 二期工程, 1期
        return match["number"].isdigit() and int(match["number"]) > 3 and text.startswith(("，", "。", "；", "、", "以上", "左右"), match.end())
    if unit == "天":
        return text[match.start("number") - 1] in "至到为" and text[match.start("number") - 2] != "直"  # 压缩至2天
    if unit in _NEVER_COUNTED:
        return False
    if unit == "成":
        return _BY_TENTHS.search(text, max(0, match.start() - 4), match.start()) is not None  # 压减三成
    if unit == "起":
        return not (match["number"].isdigit() and 1900 < int(match["number"]) < 2100)  # 查处30起, but 2026起
    if unit == "种":
        return text[match.start("number")].isdigit()  # 10种病; 两种形式 tells of sorts
    if unit == "点":
        return (
            (text[match.start("number") - 1] not in "至到午晚" or len(match["number"]) > _OF_A_CLOCK)
            and text[match.end() : match.end() + 1] not in ("半", "钟", "整", "前", "后")
            and text[match.end() : match.end() + 2] != "五"
        )
    return unit in "线路里" and text[match.end() : match.end() + 1] in ("，", "。", "；", "")


_OF_A_CLOCK = 2  # digits at most: 提高到600点 is no hour
