"""Of the candidates that claim the same words or the same list, the one that tells most."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from tracker.article import naming
from tracker.article.candidates import COMMITMENT, Candidate, Item
from tracker.article.scheduling import common_day
from tracker.article.structure import Span

_SAME_BREATH = 24  # characters: 10项重点项目和10件实事 are two lists
_STRONGEST_FIRST = "table numbered deed counted topic introduced open_ended dated quoted amount rollout lever decoy".split()  # noqa: SIM905


class _Taken:
    """The words that kept candidates claim, looked up in constant time."""

    _SIZE = 256

    def __init__(self) -> None:
        self._buckets: dict[int, list[tuple[Span, Candidate]]] = defaultdict(list)

    def add(self, candidate: Candidate) -> None:
        for span in candidate.claims:
            for bucket in range(span.start // self._SIZE, span.end // self._SIZE + 1):
                self._buckets[bucket].append((span, candidate))

    def rival(self, candidate: Candidate) -> Candidate | None:
        span = candidate.covers
        for bucket in range(span.start // self._SIZE, span.end // self._SIZE + 1):
            for kept_span, kept in self._buckets.get(bucket, ()):
                if _conflict(kept, kept_span, candidate, span):
                    return kept
        return None


def resolved(candidates: list[Candidate]) -> list[Candidate]:
    """At most one candidate for the same words and one commitment for the same list, in text order."""
    taken = _Taken()
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=_rank):
        rival = taken.rival(candidate)
        if rival is not None and candidate.pattern == "amount" and _keep_the_rest(candidate, rival):
            rival = taken.rival(candidate)
        if rival is None:
            taken.add(candidate)
            kept.append(candidate)
        elif candidate.verdict == rival.verdict == COMMITMENT:
            rival.due = rival.due or candidate.due
    _give_targets(kept)
    _give_amounts(kept)
    kept = [candidate for candidate in kept if candidate.pattern != "given"]
    return _told_once(sorted(kept, key=lambda candidate: (candidate.place.start, candidate.place.end)))


def _keep_the_rest(amounts: Candidate, rival: Candidate) -> bool:
    """开展三项行动，培训急救员2万名: the set claims its own words, not the amounts beside it. Whether any are left."""
    left = [item for item in amounts.items if not any(_overlap(item.span, own) for own in rival.claims)]
    if not left or len(left) == len(amounts.items) or rival.pattern in ("numbered", "deed"):
        return False
    amounts.items, amounts.name = left, left[0].title
    amounts.place = Span(left[0].span.start, left[-1].span.end)
    amounts.anchor, amounts.kind, amounts.due = left[0].span.start, naming.single_kind(left[0].title), common_day(left)
    return True


def _give_targets(kept: list[Candidate]) -> None:
    """实施某某项目，年底前完成6000户: an amount that follows a named thing in its sentence is that thing's target."""
    named: dict[int, Candidate] = {}
    for candidate in sorted(kept, key=lambda candidate: candidate.place.start):
        if candidate.verdict != COMMITMENT or not candidate.weak:
            continue
        if candidate.pattern in ("quoted", "rollout") and not candidate.items:
            named[candidate.sentence] = candidate
            continue
        thing = named.get(candidate.sentence)
        if candidate.pattern == "open_ended" and thing is not None and _same_owner(thing, candidate):
            thing.items += candidate.items  # 开展“…”服务季，推出甲、乙等系列举措: what it consists of
            thing.extent = Span(thing.place.start, max(thing.place.end, candidate.covers.end))
            candidate.pattern = "given"
        if candidate.pattern == "amount" and thing is not None and _same_owner(thing, candidate) and _is_of(thing, candidate):
            thing.extent = Span(thing.place.start, max(thing.place.end, candidate.items[-1].span.end))
            thing.items += [_of_thing(item, thing) for item in candidate.items]
            thing.due = thing.due or candidate.due
            candidate.pattern = "given"


def _give_amounts(kept: list[Candidate]) -> None:
    """实施某某工程，为3500户安装扶手，10月底前完成: the amounts between a thing and its day are the thing's."""
    dated = {one.sentence: one for one in kept if one.pattern == "dated" and one.items and one.items[0].title == one.name}
    for amounts in kept if dated else ():
        thing = dated.get(amounts.sentence)
        if amounts.pattern != "amount" or thing is None or thing.owner != amounts.owner:
            continue
        span = thing.items[0].span
        if span.end <= amounts.place.start and amounts.place.end <= thing.place.end and _is_of(thing, amounts):
            thing.items = [replace(item, due=item.due or thing.due) for item in amounts.items]
            thing.place, thing.extent = span, Span(span.start, thing.place.end)
            amounts.pattern = "given"


def _is_of(thing: Candidate, amounts: Candidate) -> bool:
    """Whether amounts tell how much of a thing there will be; a building is one, and what is built besides is another."""
    return not _BUILDING.search(thing.name) or all(_BARE.match(item.title) for item in amounts.items)


_BUILDING = re.compile(r"(?:校区|院区|大楼|中心|[学医]院|小学|中学|幼儿园|[场馆站桥]|新院区建设|校区建设)$")


def _same_owner(one: Candidate, other: Candidate) -> bool:
    return one.owner == other.owner and one.place.end <= other.covers.start


_BARE = re.compile(
    r"(?:完成|实现|达到?|覆盖|惠及|建成|发放|安装|改造|新增|投放|开展|计划|预计|将|年内|约|全年|全部|\W)*\d[\d.,]*[万亿]?.{1,3}(?:以上|左右)?$"
)


def _of_thing(item: Item, thing: Candidate) -> Item:
    """An amount without a noun (完成6000户) is called after the thing itself."""
    if not _BARE.match(item.title) or thing.items:
        return item
    return Item(thing.name, thing.place, item.quantity, item.due, item.lead)


def _rank(candidate: Candidate) -> tuple[bool, bool, int, int, int]:
    return (
        candidate.verdict != COMMITMENT and candidate.reason != "shared_out",
        candidate.weak,
        _STRONGEST_FIRST.index(candidate.pattern),
        -len(candidate.items),
        candidate.place.start - candidate.place.end,
    )


def _conflict(kept: Candidate, kept_span: Span, candidate: Candidate, span: Span) -> bool:
    if kept.pattern in ("numbered", "deed") and candidate.pattern not in ("numbered", "deed"):
        # A set that names its parts inside a list's item is a commitment of its own.
        behind = kept.pattern == "deed" or candidate.place.start >= kept.place.end
        own = len(candidate.items) > 1 and not candidate.weak and behind
        if kept.pattern == "deed" and _is_anothers(kept, candidate):
            return False
        if candidate.pattern == "amount" and _overlap(kept_span, span):
            return True  # …确定组织实施10件实事： before its list
        return kept_span.start <= candidate.anchor < kept_span.end and not own
    if kept.pattern == candidate.pattern == "numbered":
        outer = {item.span.start for item in kept.items}
        return all(item.span.start in outer for item in candidate.items)
    return _overlap(kept_span, span)


def _is_anothers(deed: Candidate, candidate: Candidate) -> bool:
    """Whether a sentence behind the deed's own names somebody else, who does something else."""
    names = deed.owner, candidate.owner
    return (
        candidate.place.start >= deed.place.end
        and candidate.sentence != deed.sentence
        and not candidate.owner_far
        and all(owner is not None and not owner.generic for owner in names)
        and candidate.owner is not None
        and candidate.owner.start >= candidate.sentence
        and names[0] is not None
        and candidate.owner.name not in (names[0].name, *deed.joint)
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


_FAMILIES = ("实事", "项目", "工程", "任务", "清单", "事项", "好事", "大事", "小事", "承诺")


def _told_once(candidates: list[Candidate]) -> list[Candidate]:
    """A list that is mentioned again (those 20 projects) is one commitment: the mention that tells most."""
    shared_out = {candidate.declared for candidate in candidates if candidate.reason == "shared_out"} - {None}
    for candidate in candidates:
        mentioned = candidate.verdict == COMMITMENT and candidate.declared in shared_out and not candidate.items
        if mentioned and candidate.name.strip("”」“「").endswith(_FAMILIES):
            candidate.to_context("shared_out")
    kept: list[Candidate | None] = []
    first_at: dict[tuple[int, str], int] = {}
    for candidate in candidates:
        kept.append(candidate)
        if candidate.verdict != COMMITMENT or candidate.declared is None:
            continue
        head = candidate.name.strip("”」“「")[-2:]
        family = "family" if head in _FAMILIES else head
        index = first_at.get((candidate.declared, head), first_at.get((candidate.declared, family)))
        first = kept[index] if index is not None else None
        here = len(kept) - 1
        if first is None or index is None or not _may_be_one(first, candidate):
            first_at[candidate.declared, head] = here
            first_at.setdefault((candidate.declared, family), here)
        elif _tells(candidate) > _tells(first):
            if candidate.owner is None or (candidate.owner_far and first.owner is not None):
                candidate.owner = first.owner
            kept[index] = None
            first_at[candidate.declared, head] = first_at[candidate.declared, family] = here
        else:
            first.owner = first.owner or candidate.owner
            kept[here] = None
    return [candidate for candidate in kept if candidate is not None]


def _may_be_one(first: Candidate, again: Candidate) -> bool:
    if first.anchor == again.anchor:
        return True  # the same count, in the words over a list and as its heading
    if first.items and again.items:
        return False
    if not again.governed and not again.items and again.sentence != first.sentence:
        return True
    if again.sentence == first.sentence and abs(again.anchor - first.anchor) < _SAME_BREATH:
        return False
    return _may_share_owner(first, again)


def _tells(candidate: Candidate) -> tuple[int, int, bool, bool]:
    near = candidate.owner is not None and not candidate.owner_far
    return len(candidate.items), len(candidate.fields), candidate.governed, near


def _may_share_owner(one: Candidate, other: Candidate) -> bool:
    if one.owner is None or other.owner is None or one.owner.generic or other.owner.generic:
        return True
    short, long = sorted((one.owner.name, other.owner.name), key=len)
    return long.endswith(short) or (long.startswith(short) and short[-1] in _PLACES) or _abbreviates(short, long)


_PLACES = "省市县区州旗镇乡"  # 某县2024年十件实事 over a list that 某县人民政府办公室 signs


def _abbreviates(short: str, long: str) -> bool:
    """市城管局 is short for 江城市城市管理局: the characters behind its place stand in the other name in this order."""
    rest = iter(long)
    core = short.lstrip(_PLACES)
    return len(core) > 2 and core[-1] == long[-1] and all(char in rest for char in core)
