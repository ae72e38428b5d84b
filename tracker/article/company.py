"""With whom an organ acts: A、B和C等单位, 联合A、B, 会同A、B和C等部门, 与A、B共同; and where the predicate goes on behind them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from tracker.article import organ_words, organs
from tracker.article.compiling import compiled
from tracker.article.directory import Directory, Organ
from tracker.article.words import LISTING_VERB

JOINS = compiled(r"(?=[联会协携偕结])(?:联合(?![会体国])|结合(?=[一-龥]{2,8}[局处署])|会同|协同|携手|联手|偕同|联动)")
"""A verb of acting together, before those who join."""
_WITH = compiled(r"[与同和跟]")  # so only where 共同 follows: 与A、B共同
_JOINTLY = compiled(r"(?:共同|一道|一起|联合|联手|携手|协同|合作)")
_BEFORE = compiled(r"(?:今年|年内|正在|[将还也已正拟]|积极|主动|继续|再次|首次|牵头|，)*")
_AND = compiled(r"[、，]?以及|[、和与及]")
_OTHERS = compiled(
    r"等?(?:[多各]|相关|有关|[\d一二两三四五六七八九十])*(?:(?<=等)|(?<=[\d一二两三四五六七八九十多])[个家所])(?:(?<=等)[个家所])?(?:成员|职能|主管|群团)?(?:部门|单位|机构|企业|高校|院校|医院|银行|学校|街道|协会|组织|力量|各方)+"
)
_NO_MEMBER = compiled(r"[，。；：“”《》（）()、\d\n]")
_PREDICATE = compiled(LISTING_VERB)
_PLACES_OF = compiled(
    r"(?P<places>[^一两三四五六七八九十]{2,40}?)(?:[一两三四五六七八九十]+[市省县区州])+(?P<organ>[一-龥]{2,12})"
)
_LONGEST = 20  # characters of a name


_JOINT = compiled(r"[、和与及]|，?(?:会同|联合|协同)")
_ROLE = compiled(organs.ROLE)
# 市图书馆|、博物馆、美术馆联合…, 工商银行|、建设银行等8家银行, 市图书馆|和文化馆将…: organs that are known by what stands behind them all
_SHORT = compiled(rf"(?P<names>(?:[、和][^、和，。；：“”（）\d\n]{{2,10}})*[、和][^、和，。；：“”（）\d\n]{{2,10}}?)(?:(?P<others>{_OTHERS.pattern})|{_JOINTLY.pattern}|(?P<acts>(?=[将拟已今还也]|\d{{1,2}}月)))")
_OWN_PLACE = compiled(r"(?:[一-龥]{2,4}?[省市县区州旗])?[省市县区州旗镇乡]|[一-龥]{2,4}?[省市县区州旗]")
_NO_PLACE = compiled(r"(?![^省市县区州旗镇乡团国]{0,4}[省市县区州旗镇乡团国])[一-龥]{2,10}(?:[局委办厅处馆院站台所社会]|中心|(?<!指挥|俱乐)部)")


def row(text: str, first: str, place: int, end: int, directory: Directory) -> tuple[list[Organ], int]:
    """The organs that follow the first of a subject, which ends at `place`, and the place behind all of them (等6家单位)."""
    found: list[Organ] = []
    place = past_role(text, place)
    while place < end and (joint := _JOINT.match(text, place, end)):
        start = joint.end()
        stop = organ_end(text, start, end, directory)
        if stop is None:
            break
        found.append(_spelt(text, first, start, stop, directory))
        place = past_role(text, stop)
    short = _SHORT.match(text, place, end)
    if short is not None:
        ends = [*(mark.end() for mark in _MARK.finditer(text, place, short.end("names"))), short.end("names") + 1]
        names = [(start, stop - 1) for start, stop in pairwise(ends)]
        alike = short["acts"] is None or all(text[stop - 1] == first[-1] and _NO_PLACE.fullmatch(text, start, stop) for start, stop in names)
        if short["others"] or (alike and all(organ_words.AT_END.search(text, *name) for name in names)):
            found += [_spelt(text, first, *name, directory) for name in names]
            place = short.end("names")
    others = _OTHERS.match(text, place, end)
    return found, others.end() if others else place


def _spelt(text: str, first: str, start: int, stop: int, directory: Directory) -> Organ:
    """市图书馆、博物馆 share their 市, 省委组织部、宣传部 their 省委."""
    name = text[start:stop]
    whose = _OWN_PLACE.match(first)
    if whose and len(whose[0]) < len(first) and not directory.match(text, start) and _NO_PLACE.fullmatch(name):
        name = whose[0] + "委" * (name[-1] == "部" and first.startswith("委", whose.end())) + name
    return Organ(name, start, stop, directory.code(name))


def past_role(text: str, place: int) -> int:
    """Past （牵头单位） behind a name."""
    role = _ROLE.match(text, place)
    return role.end() if role else place


_MARK = compiled("[、和]")


@dataclass(slots=True)
class Company:
    """The names of those who join, and the place behind them."""

    names: list[str]
    end: int


def past(text: str, place: int, end: int, directory: Directory) -> int:
    """Past those with whom a subject that ends at `place` acts; `place` itself when it acts alone."""
    found = of(text, past_words(text, place, end), end, directory)
    return found.end if found else place


def past_words(text: str, place: int, end: int) -> int:
    """Past what may stand between a subject and 联合: 今年将继续."""
    words = _BEFORE.match(text, place, end)
    return words.end() if words else place


def of(text: str, place: int, end: int, directory: Directory, only_organs: bool = False) -> Company | None:
    """Those who are named from 联合 or 与 at `place` on; what stands behind them must be what is done together.

    `only_organs` is for places at which 联合 may be a part of another word (跨省联合执法).
    """
    joins = JOINS.match(text, place, end)
    opening = joins or _WITH.match(text, place, end)
    if opening is None:
        return None
    row = _row(text, opening.end(), end, directory, only_organs or not joins)
    if row is None:
        return None
    names, stop = row
    others = _OTHERS.match(text, stop, end)
    stop = others.end() if others else stop
    jointly = _JOINTLY.match(text, stop, end)
    if not joins and not jointly:
        return None
    stop = jointly.end() if jointly else stop
    if not (stop >= end or text[stop] in "，。；" or others or _is_predicate(text, stop) or text[stop] in organ_words.PREDICATE_CHARS):
        return None
    return Company(spelt_out("、".join(names)), stop)


def _row(text: str, start: int, end: int, directory: Directory, only_organs: bool) -> tuple[list[str], int] | None:
    names: list[str] = []
    place = start
    while True:
        stop = organ_end(text, place, end, directory)
        if stop is None and not only_organs:
            stop = _noun_end(text, place, end)
        if stop is None:
            return None
        names.append(text[place:stop])
        further = _AND.match(text, stop, end)
        if further is None:
            return names, stop
        place = further.end()


def organ_end(text: str, place: int, end: int, directory: Directory) -> int | None:
    """Where the organ that begins here ends, be it one with a name or 各区县."""
    known = directory.match(text, place)
    others = text.find("等", place, end)
    stop = organs.name_end(text, place, end if others < 0 else others)
    generic = organ_words.GENERIC.match(text, place, end)
    found = [place + len(known[0]) if known else 0, stop or 0, generic.end() if generic else 0]
    return max(found) or None


def _noun_end(text: str, place: int, end: int) -> int | None:
    """高校, 某某物流: who joins may be no organ; its name goes on to the next mark or predicate."""
    if place >= end or JOINS.match(text, place) or _is_predicate(text, place):
        return None
    for stop in range(place + 2, min(end, place + _LONGEST) + 1):
        if stop >= end or text[stop] in "、，和与及" or _is_predicate(text, stop) or _OTHERS.match(text, stop, end) or _JOINTLY.match(text, stop, end):
            return None if _NO_MEMBER.search(text, place, stop) else stop
    return None


def _is_predicate(text: str, place: int) -> bool:
    return text[place : place + 2] in organ_words.PREDICATES or _PREDICATE.match(text, place) is not None


def spelt_out(row: str) -> list[str]:
    """上海、浙江、安徽一市两省机关工委 are three."""
    match = _PLACES_OF.fullmatch(row)
    return [place + match["organ"] for place in match["places"].split("、")] if match else row.split("、")
