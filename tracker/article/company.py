"""With whom an organ acts: 联合A、B, 会同A、B和C等部门, 与A、B共同; and where the predicate goes on behind them."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.article import organ_words, organs
from tracker.article.compiling import compiled
from tracker.article.directory import Directory
from tracker.article.words import LISTING_VERB

JOINS = compiled(r"(?=[联会协携偕结])(?:联合(?![会体国])|结合(?=[一-龥]{2,8}[局处署])|会同|协同|携手|联手|偕同|联动)")
"""A verb of acting together, before those who join."""
_WITH = compiled(r"[与同和跟]")  # so only where 共同 follows: 与A、B共同
_JOINTLY = compiled(r"(?:共同|一道|一起|联合|联手|携手|协同|合作)")
_BEFORE = compiled(r"(?:今年|年内|正在|[将还也已正拟]|积极|主动|继续|再次|首次|牵头|，)*")
_AND = compiled(r"[、，]?以及|[、和与及]")
_OTHERS = compiled(
    r"等(?:[多各]|相关|有关|[\d一二两三四五六七八九十])*[个家]?(?:成员|职能|主管)?(?:部门|单位|机构|企业|高校|院校|组织|力量|各方)+"
)
_NO_MEMBER = compiled(r"[，。；：“”《》（）()、\d\n]")
_PREDICATE = compiled(LISTING_VERB)
_PLACES_OF = compiled(
    r"(?P<places>[^一两三四五六七八九十]{2,40}?)(?:[一两三四五六七八九十]+[市省县区州])+(?P<organ>[一-龥]{2,12})"
)
_LONGEST = 20  # characters of a name


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
